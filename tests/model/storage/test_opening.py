"""What is refused before it is opened, and that a refused file is not touched."""

import os
import shutil
import sqlite3
import struct
from contextlib import closing

import pytest

from model.diary import Diary
from model.records.day import DayContext, Rating
from model.records.errors import (
    CannotWrite,
    DamagedDiary,
    DiaryError,
    DiaryInUse,
    NewerDiary,
    NotADiary,
)
from model.storage import preflight


@pytest.fixture
def full(path, clock, example):
    """A closed diary with three hundred ratings and a note."""
    with Diary.create(path, clock) as diary:
        diary.put(*(example(Rating, number) for number in range(300)), example(DayContext, 1))
    return path


def state(folder):
    return {
        file: (file.stat().st_mtime_ns, file.read_bytes())
        for file in folder.rglob("*")
        if file.is_file()
    }


def refused(path, clock, kind):
    """Expect that the diary is refused and that nothing in its folder was touched."""
    before = state(path.parent)
    with pytest.raises(kind) as refusal:
        Diary.open(path, clock)
    assert type(refusal.value) is kind
    assert state(path.parent) == before
    return str(refusal.value)


def test_a_missing_file_is_never_made(path, clock):
    assert "There is no diary at" in refused(path, clock, DiaryError)


def test_a_folder_is_no_diary(path, clock):
    path.mkdir()
    assert "cannot be read" in refused(path, clock, DiaryError)


@pytest.mark.parametrize(
    "content", [b"day,region,severity\n", b"x", b"SQLite is nice", b"\0" * 9000]
)
def test_a_file_of_another_kind_is_no_diary(path, clock, content):
    path.write_bytes(content)
    assert "is not a diary" in refused(path, clock, NotADiary)


def test_the_database_of_another_program_is_no_diary(path, clock, sql):
    sql(path, "CREATE TABLE rating (day, region, severity)")
    assert "is not a diary" in refused(path, clock, NotADiary)


def test_an_empty_file_is_damage_and_not_a_new_diary(path, clock):
    path.touch()
    assert "it is empty" in refused(path, clock, DamagedDiary)


@pytest.mark.parametrize("size", [16, 99, 100, 4096, 50_000, -1])
def test_a_truncated_diary_is_refused_and_the_newest_backup_named(full, clock, size):
    os.truncate(full, size if size > 0 else full.stat().st_size + size)
    assert "2026-11-22T120000_diary.drymap" in refused(full, clock, DamagedDiary)


def test_without_a_backup_none_is_named(full, clock):
    shutil.rmtree(full.parent / "backups")
    os.truncate(full, 4096)
    assert "if you have one" in refused(full, clock, DamagedDiary)


def test_a_page_of_noise_is_refused(full, clock):
    with full.open("r+b") as file:
        file.seek(full.stat().st_size // 4096 // 2 * 4096)
        file.write(b"\xa5" * 4096)
    with pytest.raises(DamagedDiary):
        Diary.open(full, clock)


def test_a_value_that_no_drymap_writes_is_refused(full, clock):
    with closing(sqlite3.connect(full)) as file, file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute("UPDATE rating SET severity = 77 WHERE severity = 3")
    assert "rating" in refused(full, clock, DamagedDiary)


def test_a_diary_of_a_newer_program_is_refused_politely(full, clock):
    with full.open("r+b") as file:
        file.seek(60)
        file.write(struct.pack(">i", preflight.FORMAT + 1))
    assert "Update this program" in refused(full, clock, NewerDiary)


def test_a_diary_is_open_in_one_place_at_a_time(full, clock, program):
    with Diary.open(full, clock):
        with pytest.raises(DiaryInUse, match=f"open already.*{os.getpid()}"):
            Diary.open(full, clock)
        said = program(
            """
try:
    Diary.open(path, clock)
except DiaryInUse as refusal:
    print(json.dumps(str(refusal)))
""",
            full,
        )
    assert f"{os.getpid()}" in said
    Diary.open(full, clock).close()


def test_a_link_to_an_open_diary_is_the_same_diary(full, clock):
    link = full.with_name("link.drymap")
    link.symlink_to(full)
    with Diary.open(full, clock), pytest.raises(DiaryInUse):
        Diary.open(link, clock)


@pytest.mark.parametrize("left", ["", "{here} 4194999\n"], ids=["empty", "of a dead process"])
def test_a_lock_that_was_left_behind_is_taken_over(full, clock, left):
    import socket

    lock = full.with_name(".diary.drymap.lock")
    lock.write_text(left.format(here=socket.gethostname()))
    with Diary.open(full, clock) as diary:
        assert diary.read_only is None
    assert not lock.exists()


def test_the_lock_of_another_computer_is_asked_about(full, clock):
    full.with_name(".diary.drymap.lock").write_text("another-computer 17\n")
    said = refused(full, clock, DiaryInUse)
    assert "another-computer" in said
    assert ".diary.drymap.lock" in said


def test_a_file_that_was_replaced_while_open_is_not_written(full, clock, example):
    other = full.with_name("other")
    with Diary.open(full, clock) as diary:
        shutil.copy(full, other)
        other.replace(full)
        before = full.read_bytes()
        with pytest.raises(CannotWrite, match="replaced by another program"):
            diary.put(example(Rating, 999))
        assert full.read_bytes() == before


def test_a_planted_trigger_is_refused(full, clock, sql):
    sql(full, "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM rating; END")
    with pytest.raises(DamagedDiary, match="its tables are not a diary's"):
        Diary.open(full, clock)


def test_one_bad_byte_in_a_note_leaves_every_day_readable(full, clock, sql):
    with Diary.open(full, clock) as diary:
        before = diary.snapshot()
    sql(full, "UPDATE day_context SET note = CAST(x'41ff42' AS TEXT)")
    with Diary.open(full, clock) as diary:
        assert [context.note for context in diary.of(DayContext)] == ["A\N{REPLACEMENT CHARACTER}B"]
        assert list(diary.snapshot().ratings()) == list(before.ratings())
        assert any("day_context" in sentence for sentence in diary.check())


def test_a_record_that_cannot_be_read_is_left_out_and_named(full, clock, sql):
    with Diary.open(full, clock) as diary:
        before = diary.snapshot()
    sql(full, "UPDATE day_context SET tags = '[' ")
    with Diary.open(full, clock) as diary:
        assert diary.of(DayContext) == ()
        assert list(diary.snapshot().ratings()) == list(before.ratings())
        assert any("cannot be read" in sentence for sentence in diary.check())
