"""CSV tables in a zip archive: read where they can be, refused in one sentence where not."""

import zipfile

import pytest

from model import exports
from model.exports import csv_source, files
from model.records.day import Rating

RATINGS = "day,region,severity\n2026-11-20,palm_left,7\n2026-11-20,palm_right,\n"


def ratings(path) -> list[Rating]:
    columns = exports.read(path).ratings
    return [columns.record(row) for row in range(len(columns))]


def archive(path, members: dict[str, str], pack=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", pack) as target:
        for name, text in members.items():
            target.writestr(name, text)
    return path


@pytest.mark.parametrize("prefix", ["", "my diary/"])
def test_tables_may_lie_at_the_top_or_in_one_folder_of_an_archive(prefix, folder, tmp_path):
    members = {f"{prefix}ratings.csv": RATINGS, "__MACOSX/._ratings.csv": "x", f"{prefix}.x": "y"}
    assert ratings(archive(tmp_path / "a.zip", members)) == ratings(folder(ratings=RATINGS))


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"../ratings.csv": RATINGS}, "names that lead out of it"),
        ({"/etc/ratings.csv": RATINGS}, "names that lead out of it"),
        ({"C:\\x\\ratings.csv": RATINGS}, "names that lead out of it"),
        ({"a/ratings.csv": RATINGS, "b/sessions.csv": "x"}, "must lie side by side"),
        ({"a/b/ratings.csv": RATINGS}, "must lie side by side"),
        ({f"{number}.csv": "" for number in range(1001)}, "must lie side by side"),
        ({"ratings.csv": RATINGS, "Ratings.csv": RATINGS}, "two files of the same name"),
        ({"food.csv": "a,b"}, "holds none of the files of a diary"),
    ],
)
def test_an_archive_that_is_none_of_a_diary_is_refused(members, sentence, tmp_path, problem):
    path = archive(tmp_path / "a.zip", members)
    assert sentence in problem(lambda: exports.read(path))


def test_an_archive_packed_in_an_unusual_way_is_refused(tmp_path, problem):
    path = archive(tmp_path / "a.zip", {"ratings.csv": RATINGS}, zipfile.ZIP_LZMA)
    assert "unusual way" in problem(lambda: exports.read(path))


def test_a_locked_archive_is_refused(tmp_path, problem):
    data = bytearray(archive(tmp_path / "a.zip", {"ratings.csv": RATINGS}).read_bytes())
    data[6] |= 1  # flag of the file's own header
    data[data.index(b"PK\1\2") + 8] |= 1  # and of the directory
    (tmp_path / "a.zip").write_bytes(data)
    assert "locked" in problem(lambda: exports.read(tmp_path / "a.zip"))


def test_a_damaged_archive_is_refused(tmp_path, problem):
    whole = archive(tmp_path / "a.zip", {"ratings.csv": RATINGS * 50}).read_bytes()
    (tmp_path / "a.zip").write_bytes(whole[: len(whole) // 2])
    assert "not a sound zip archive" in problem(lambda: exports.read(tmp_path / "a.zip"))
    (tmp_path / "a.zip").write_bytes(whole[:60] + bytes(8) + whole[68:])
    assert "damaged within its archive" in problem(lambda: exports.read(tmp_path / "a.zip"))
    (tmp_path / "a.zip").write_bytes(b"")
    assert "not a sound zip archive" in problem(lambda: exports.read(tmp_path / "a.zip"))


def test_a_bomb_is_refused_by_what_it_claims_and_by_what_it_is(tmp_path, problem, monkeypatch):
    for module in (files, csv_source):
        monkeypatch.setattr(module, "FILE_LIMIT", 1_000_000)
    path = archive(tmp_path / "a.zip", {"ratings.csv": RATINGS + "\n" * 2_000_000})
    assert path.stat().st_size < 10_000
    assert "a.zip is too large" in problem(lambda: exports.read(path))
    # A bomb that lies about its size ends where it said it would, and its checksum is wrong.
    data = path.read_bytes()
    claim = (2_000_000 + len(RATINGS)).to_bytes(4, "little")
    path.write_bytes(data.replace(claim, (100).to_bytes(4, "little")))
    assert "damaged within its archive" in problem(lambda: exports.read(path))


def test_a_folder_is_read_no_further_than_the_limit(folder, problem, monkeypatch):
    monkeypatch.setattr(files, "FILE_LIMIT", 1000)
    path = folder(ratings=RATINGS + "\n" * 2000)
    assert "ratings.csv is too large" in problem(lambda: exports.read(path))


def test_many_tables_together_are_bounded_too(tmp_path, problem, monkeypatch):
    for module in (files, csv_source):
        monkeypatch.setattr(module, "FILE_LIMIT", 1000)
    blank = "\n" * 600
    path = archive(tmp_path / "a.zip", {"ratings.csv": RATINGS + blank, "devices.csv": blank})
    assert "a.zip is too large" in problem(lambda: exports.read(path))


def test_an_archive_is_bounded_itself(tmp_path, problem, monkeypatch):
    path = archive(tmp_path / "a.zip", {"ratings.csv": RATINGS})
    path.write_bytes(bytes(1000) + path.read_bytes())  # a zip may stand behind anything
    assert exports.read(path).ratings
    monkeypatch.setattr(csv_source, "FILE_LIMIT", 1000)
    assert "a.zip is too large" in problem(lambda: exports.read(path))


def test_a_link_in_an_archive_leads_nowhere(tmp_path, problem):
    info = zipfile.ZipInfo("ratings.csv")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        target.writestr(info, str(tmp_path / "elsewhere.csv"))
    (tmp_path / "elsewhere.csv").write_text(RATINGS)
    assert "lacks columns" in problem(lambda: exports.read(tmp_path / "a.zip"))
