"""The journal forgets its far end and keeps secrets no longer than it says."""

import dataclasses
from datetime import timedelta

import pytest

from model.records.day import DayContext, Rating
from model.records.snapshot import Contents, RatingColumns
from model.storage import journal


@pytest.fixture
def short(monkeypatch):
    """Make the journal short enough to see its end."""
    monkeypatch.setattr(journal, "KEEP_WRITES", 20)
    monkeypatch.setattr(journal, "KEEP_BYTES", 100_000)


def writes_undone(diary):
    count = 0
    while diary.undo() is not None:
        count += 1
    return count


@pytest.mark.usefixtures("short")
def test_only_the_last_writes_can_be_undone(diary, clock):
    rating = Rating(clock().date(), "palm_left", 0)
    for number in range(100):
        diary.put(dataclasses.replace(rating, severity=number % 11))
    assert writes_undone(diary) == 20
    assert diary.ratings_between(rating.day, rating.day)[0].severity == 79 % 11
    assert diary.check() == ()


@pytest.mark.usefixtures("short")
def test_large_writes_push_older_ones_out_but_never_themselves(diary, clock, example):
    diary.put(example(DayContext, 1))
    columns = RatingColumns.empty()
    for late in range(15_000):
        day = clock().date() - timedelta(days=late)
        at = clock() - timedelta(seconds=late * 7919**2 % 10**8)
        columns.append(Rating(day, "palm_left", late**3 % 11, recorded_at=at))
    diary.merge(Contents(columns))
    assert writes_undone(diary) == 1
    assert diary.of(DayContext) == (example(DayContext, 1),)


def test_an_undone_step_is_not_counted_twice(diary, clock):
    rating = Rating(clock().date(), "palm_left", 3)
    for _ in range(3):
        diary.put(rating)
        diary.undo()
    assert diary.redo_title == "Rating"
    diary.redo()
    assert writes_undone(diary) == 1


def test_a_removed_note_is_not_left_in_the_free_space_of_the_file(diary, clock):
    note = DayContext(clock().date(), private_note="Zwiebelfisch" * 1500)
    diary.put(note)
    assert b"Zwiebelfisch" in diary.path.read_bytes()
    diary.remove(note)
    assert b"Zwiebelfisch" not in diary.path.read_bytes()  # the journal's own copy is compressed


def test_a_removed_note_is_gone_from_the_file_once_the_journal_lets_go(diary, clock, monkeypatch):
    monkeypatch.setattr(journal, "KEEP_WRITES", 1)
    note = DayContext(clock().date(), private_note="Zwiebelfisch" * 50)
    diary.put(note)
    diary.remove(note)
    for severity in range(60):
        diary.put(Rating(clock().date(), "palm_left", severity % 11))
    assert b"Zwiebelfisch" not in diary.path.read_bytes()
