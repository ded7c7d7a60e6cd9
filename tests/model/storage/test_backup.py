"""Copies: whole, private, checked before they get their name, and thinned by count."""

import stat
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from model.diary import Diary
from model.records.day import DayContext, Rating
from model.records.errors import DiaryError
from model.records.snapshot import Contents, RatingColumns
from model.storage import backup


class Clock:
    """Goes where it is told to."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock():
    """Go on by hand."""
    return Clock()


def backups(path):
    return sorted(file.name for file in (path.parent / "backups").glob("*"))


def test_a_backup_is_a_diary_of_its_own(diary, tmp_path, clock, example):
    diary.put(example(Rating, 1), example(DayContext, 1))
    target = tmp_path / "stick" / "copy.drymap"
    target.parent.mkdir()
    diary.backup(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [file.name for file in target.parent.iterdir()] == ["copy.drymap"]
    with Diary.open(target, clock) as copy:
        assert copy.snapshot() == diary.snapshot()
        assert copy.check() == ()
        assert copy.undo_title == diary.undo_title


def test_a_backup_never_takes_the_place_of_a_file(diary, tmp_path):
    target = tmp_path / "thesis.odt"
    target.write_text("three years")
    with pytest.raises(DiaryError, match="There is a file at"):
        diary.backup(target)
    assert target.read_text() == "three years"


def test_a_backup_into_nowhere_is_refused(diary, tmp_path):
    with pytest.raises(DiaryError, match="cannot be written"):
        diary.backup(tmp_path / "nowhere" / "copy.drymap")


def test_the_first_save_of_a_day_is_backed_up_and_no_other(diary, clock, example):
    for hour in range(3):
        clock.at += timedelta(hours=hour)
        diary.put(example(Rating, hour))
    assert backups(diary.path) == ["2026-11-22T120000_diary.drymap"]
    clock.at += timedelta(days=1)
    diary.put(example(Rating, 5))
    assert len(backups(diary.path)) == 2
    diary.close()
    with Diary.open(diary.path, clock) as again:
        again.put(example(Rating, 6))
    assert len(backups(diary.path)) == 2


def test_a_diary_behind_a_link_is_backed_up_beside_itself(diary, tmp_path, clock, example):
    diary.put(example(Rating, 1))
    diary.close()
    link = tmp_path / "desktop" / "link.drymap"
    link.parent.mkdir()
    link.symlink_to(diary.path)
    with Diary.open(link, clock) as linked:
        linked.put(example(Rating, 2))
    assert len(backups(diary.path)) == 1
    assert [file.name for file in link.parent.iterdir()] == [link.name]


def test_an_unchanged_diary_is_not_backed_up(diary, example):
    diary.remove(example(Rating, 1))
    assert backups(diary.path) == []


def test_an_import_and_a_large_removal_are_backed_up_before(diary, clock, example):
    records = {example(Rating, n).key: example(Rating, n) for n in range(30)}.values()
    diary.put(*records)
    before = diary.snapshot()
    columns = RatingColumns.empty()
    columns.append(Rating(clock().date(), "palm_left", 1))
    for write in (lambda: diary.merge(Contents(columns)), lambda: diary.remove(*records)):
        diary.undo()
        diary.redo()
        made = set(backups(diary.path))
        write()
        (new,) = set(backups(diary.path)) - made
        with Diary.open(diary.path.parent / "backups" / new, clock) as copy:
            assert copy.snapshot() == before
        diary.undo()


def test_a_failed_backup_is_told_and_costs_no_save(diary, example):
    (diary.path.parent / "backups").write_text("in the way")
    assert diary.put(example(Rating, 1)).count == 1
    assert "cannot be written" in str(diary.backup_problem)
    (diary.path.parent / "backups").unlink()
    diary.remove(*(example(DayContext, n) for n in range(40)))
    assert diary.backup_problem is None


def test_a_backup_that_cannot_be_thinned_is_told_and_costs_no_save(diary, clock, example):
    folder = diary.path.parent / "backups"
    folder.mkdir()
    for back in range(1, 200):
        day = clock.at - timedelta(days=back)
        (folder / f"{day:%Y-%m-%dT%H%M%S}_diary.drymap").touch()
    in_the_way = folder / f"{clock.at - timedelta(days=150):%Y-%m-%dT%H%M%S}_diary.drymap"
    in_the_way.unlink()
    in_the_way.mkdir()  # nobody removes a folder like a file
    assert diary.put(example(Rating, 1)).count == 1
    assert "A backup was made, but older ones in" in str(diary.backup_problem)
    assert f"{clock.at:%Y-%m-%dT%H%M%S}_diary.drymap" in backups(diary.path)


def test_a_year_of_days_is_thinned_by_count(diary, clock):
    clock.at = datetime(2024, 1, 1, 8, tzinfo=UTC)
    for day in range(420):
        clock.at += timedelta(days=1)
        Path(diary.path.parent / "backups").mkdir(exist_ok=True)
        name = f"{clock.at:%Y-%m-%dT%H%M%S}_diary.drymap"
        (diary.path.parent / "backups" / name).touch()
        if day % 60 == 0:
            clock.at += timedelta(days=1)
            diary.put(Rating(clock.at.date(), "palm_left", day % 11))
    clock.at += timedelta(days=1)
    diary.put(Rating(clock.at.date(), "palm_left", 3))
    left = [datetime.fromisoformat(name[:10]).date() for name in backups(diary.path)]
    assert left == sorted(left)
    assert len(left) == 2 + 12 + 10 + 9
    assert clock.at.date() - left[0] > timedelta(days=300)
    gaps = [(b - a).days for a, b in pairwise(left)]
    assert max(gaps[-13:]) <= 2
    assert max(gaps[-22:]) <= 14


def test_two_days_keep_all_they_made(tmp_path):
    names = [f"2026-11-{day}T{hour:02}0000_diary.drymap" for day in (20, 21, 22) for hour in (8, 9)]
    kept = backup.kept([tmp_path / name for name in names])
    assert sorted(file.name for file in kept) == names[1:]


def test_nothing_is_thinned_when_the_diary_shrank(diary, clock, example):
    folder = diary.path.parent / "backups"
    folder.mkdir()
    for day in range(1, 32):
        for hour in (8, 9):
            (folder / f"2026-10-{day:02}T{hour:02}0000_diary.drymap").write_bytes(b"x" * 10**6)
    diary.put(example(Rating, 1))
    assert len(backups(diary.path)) == 63


def test_the_backups_of_another_diary_in_the_folder_are_left_alone(path, clock, example):
    folder = path.parent / "backups"
    folder.mkdir()
    others = [folder / f"2026-10-{day:02}T080000_my diary.drymap" for day in range(1, 32)]
    for file in others:
        file.touch()
    with Diary.create(path, clock) as diary:
        diary.put(example(Rating, 1))
    assert all(file.exists() for file in others)
