"""An export is at its place whole or not at all; what stood there before stays until then."""

import errno
import os
import stat
import subprocess
import sys
import textwrap

import pytest

from model import exports
from model.files import put_whole
from model.records.errors import CannotWrite, DiaryError

TARGETS = ["diary.json", "diary.zip", "tables"]


def left(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


def content(path) -> dict[str, bytes] | bytes:
    if path.is_dir():
        return {item.name: item.read_bytes() for item in path.iterdir()}
    return path.read_bytes()


@pytest.mark.parametrize("target", TARGETS)
def test_an_export_is_for_its_owner_alone(target, small, tmp_path):
    exports.write(small, tmp_path / target)
    files = [*(tmp_path / target).iterdir()] if target == "tables" else [tmp_path / target]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    if target == "tables":
        assert stat.S_IMODE((tmp_path / target).stat().st_mode) == 0o700
    assert left(tmp_path) == {target}


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_there_is_replaced_only_when_it_was_said(target, small, tmp_path, problem):
    path = tmp_path / target
    exports.write(small, path)
    before = content(path)
    small.records["question"] = ()
    assert "exists already" in problem(lambda: exports.write(small, path))
    assert content(path) == before
    exports.write(small, path, replace=True)
    assert content(path) != before
    assert left(tmp_path) == {target}


def test_an_empty_folder_or_file_is_as_good_as_none(small, tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "diary.json").touch()
    exports.write(small, tmp_path / "tables")
    exports.write(small, tmp_path / "diary.json")
    assert exports.read(tmp_path / "tables").records
    assert exports.read(tmp_path / "diary.json").records


def test_a_folder_that_holds_anything_else_is_never_replaced(small, tmp_path, problem):
    path = tmp_path / "tables"
    exports.write(small, path)
    (path / "letters.csv").write_text("dear doctor")
    before = content(path)
    assert "holds something else" in problem(lambda: exports.write(small, path, replace=True))
    assert content(path) == before
    assert left(tmp_path) == {"tables"}


def test_the_folder_one_stands_in_is_never_replaced(small, tmp_path, problem, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for here in (".", tmp_path, "/"):
        found = problem(lambda here=here: exports.write(small, type(tmp_path)(here), replace=True))
        assert "exists already" in found


def test_a_folder_does_not_take_the_place_of_a_file(small, tmp_path):
    (tmp_path / "tables").write_text("a file")
    with pytest.raises(CannotWrite, match="a file is in the way"):
        exports.write(small, tmp_path / "tables", replace=True)
    assert (tmp_path / "tables").read_text() == "a file"
    assert left(tmp_path) == {"tables"}


@pytest.mark.parametrize("name", ["diary.ods", "diary.csv", "diary.json.gz"])
def test_an_ending_that_is_not_known_is_refused(name, small, tmp_path, problem):
    assert "Drymap knows .json, .xlsx, .zip, .fhir.json and" in problem(
        lambda: exports.write(small, tmp_path / name)
    )
    (tmp_path / name).write_text("x")
    assert "Drymap knows .json, .xlsx, .zip, .fhir.json and" in problem(
        lambda: exports.read(tmp_path / name)
    )
    assert left(tmp_path) == {name}


@pytest.mark.parametrize("target", TARGETS)
def test_a_place_that_is_not_there_is_told(target, small, tmp_path, problem):
    assert "could not be written: No such file or directory" in problem(
        lambda: exports.write(small, tmp_path / "nowhere" / target)
    )
    (tmp_path / "file").touch()
    assert "could not be written" in problem(
        lambda: exports.write(small, tmp_path / "file" / target)
    )
    assert left(tmp_path) == {"file"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
@pytest.mark.parametrize("target", TARGETS)
def test_a_read_only_place_is_told(target, small, tmp_path, problem):
    tmp_path.chmod(0o500)
    assert "Permission denied" in problem(lambda: exports.write(small, tmp_path / target))
    tmp_path.chmod(0o700)
    assert left(tmp_path) == set()


ALL_TARGETS = [*TARGETS, "diary.xlsx", "diary.fhir.json"]


@pytest.mark.parametrize("target", [t for t in ALL_TARGETS if t != "tables"])
def test_a_folder_in_the_place_of_a_file_stays(target, small, tmp_path, problem):
    if target.endswith("xlsx"):
        pytest.importorskip("xlsxwriter")
    (tmp_path / target).mkdir()
    (tmp_path / target / "letter").write_text("dear doctor")
    chosen = next(known for known in exports.FORMATS if target.endswith(known.ending))
    found = problem(lambda: exports.write(small, tmp_path / target, True, chosen=chosen))
    assert "holds something else" in found
    assert left(tmp_path) == {target}
    assert left(tmp_path / target) == {"letter"}


@pytest.mark.parametrize(
    "name", ['it\'s "mine"', "a\nb", "🖐🏽 汗", "-rf *", "x" * 240, "%s {0} {name}", "\u202eevil"]
)
def test_a_file_may_be_called_whatever_the_system_allows(name, small, tmp_path):
    for ending in (".json", ".zip", ".fhir.json"):
        exports.write(small, tmp_path / f"{name}{ending}")
    assert left(tmp_path) == {f"{name}{ending}" for ending in (".json", ".zip", ".fhir.json")}
    assert exports.read(tmp_path / f"{name}.json").records


def test_a_name_that_is_too_long_is_told(small, tmp_path, problem):
    found = problem(lambda: exports.write(small, tmp_path / f"{'x' * 250}.json"))
    assert os.strerror(errno.ENAMETOOLONG) in found
    assert left(tmp_path) == set()


FULL = """
    import resource, sys
    from datetime import datetime, timezone
    from pathlib import Path
    from model import exports
    from model.exports.demo import sample_diary
    from model.records.errors import CannotWrite
    from model.records.snapshot import snapshot_of

    snapshot = snapshot_of(sample_diary(datetime(2026, 11, 22, tzinfo=timezone.utc)).ratings)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    try:
        exports.write(snapshot, Path(sys.argv[1]), replace=True)
    except CannotWrite as problem:
        print(problem)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only Unix can limit the size of files")
@pytest.mark.parametrize("target", ALL_TARGETS)
def test_where_no_more_can_be_written_nothing_is_left_and_nothing_is_lost(
    target, small, tmp_path, request
):
    if target.endswith("xlsx"):
        pytest.importorskip("xlsxwriter")
    path = tmp_path / target
    exports.write(small, path)
    before = content(path)
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FULL), str(path)],
        cwd=request.config.rootpath,
        capture_output=True,
        text=True,
        check=True,
    )
    reason = os.strerror(errno.EFBIG)
    assert done.stdout.endswith(f"{reason}. What was there before is unchanged.\n")
    assert content(path) == before
    assert left(tmp_path) == {target}


def test_what_others_write_is_for_its_owner_alone_too(tmp_path):
    with put_whole(tmp_path / "report.pdf") as part:
        part.write_text("whole")
        part.chmod(0o644)
    assert stat.S_IMODE((tmp_path / "report.pdf").stat().st_mode) == 0o600


def test_after_any_other_error_nothing_is_left_either(tmp_path):
    def write_half() -> None:
        with put_whole(tmp_path / "report.pdf") as part:
            part.write_text("half")
            raise DiaryError("no more")

    with pytest.raises(DiaryError, match="no more"):
        write_half()
    assert left(tmp_path) == set()


def test_what_a_broken_off_export_left_is_cleared_away(small, tmp_path):
    (tmp_path / "diary.json.part").write_text("half")
    (tmp_path / "tables.part").mkdir()
    (tmp_path / "tables.part" / "ratings.csv").write_text("half")
    exports.write(small, tmp_path / "diary.json")
    exports.write(small, tmp_path / "tables")
    assert left(tmp_path) == {"diary.json", "tables"}
