"""Joining a file to a diary: all or nothing, and nobody is overwritten unasked."""

import dataclasses
from datetime import timedelta

import pytest

from model.records.day import DayContext, Rating
from model.records.errors import Conflict, DiaryError, FutureDay
from model.records.kinds import KINDS
from model.records.snapshot import Contents, RatingColumns, snapshot_of
from model.records.treatment import Session


def ratings(*records):
    columns = RatingColumns.empty()
    for record in records:
        columns.append(record)
    return columns


@pytest.fixture
def palm(clock):
    """A rating as a file without times tells it."""
    return Rating(clock().date(), "palm_left", 7, "imported")


@pytest.fixture
def contents(example):
    """Everything that a diary can hold, five of each kind."""
    others = [example(kind, n) for kind in KINDS.values() if kind is not Rating for n in range(5)]
    unique = {(record.KIND, record.key): record for record in others}
    return Contents(ratings(*(example(Rating, n) for n in range(50))), tuple(unique.values()))


def test_a_file_comes_in_whole_as_one_step_and_goes_as_one(diary, contents):
    empty = diary.snapshot()
    change = diary.merge(contents, title="old diary")
    assert change.count == len(contents.ratings) + len(contents.records)
    assert change.kinds == KINDS.keys()
    full = diary.snapshot()
    assert list(full.ratings()) == list(snapshot_of(contents.ratings).ratings())
    for kind in KINDS.keys() - {"rating"}:
        wanted = sorted((r for r in contents.records if kind == r.KIND), key=lambda r: r.key)
        assert list(full.records[kind]) == wanted
    assert diary.undo().title == "old diary"
    assert diary.snapshot() == empty
    diary.redo()
    assert diary.snapshot() == full
    assert diary.check() == ()


def test_the_same_file_twice_changes_nothing(diary, contents):
    diary.merge(contents)
    before, bytes_before = diary.snapshot(), diary.path.read_bytes()
    assert diary.merge(contents).count == 0
    assert diary.snapshot() == before
    assert diary.path.read_bytes() == bytes_before


def test_what_the_file_does_not_name_stays(diary, palm):
    other = dataclasses.replace(palm, region="sole_left")
    diary.put(other)
    assert diary.merge(Contents(ratings(palm))).count == 1
    assert set(diary.snapshot().ratings()) == {palm, other}


def test_a_file_without_times_does_not_overwrite_times(diary, palm, clock):
    mine = dataclasses.replace(palm, entered="same_day", recorded_at=clock())
    diary.put(mine)
    assert diary.merge(Contents(ratings(palm))).count == 0
    assert list(diary.snapshot().ratings()) == [mine]


def test_a_file_with_times_adds_them_to_what_says_the_same(diary, palm, clock):
    theirs = dataclasses.replace(palm, entered="same_day", recorded_at=clock())
    diary.put(palm)
    assert diary.merge(Contents(ratings(theirs))).count == 1
    assert list(diary.snapshot().ratings()) == [theirs]


@pytest.mark.parametrize(("keep", "severity"), [("mine", 7), ("theirs", None)])
def test_a_contradiction_is_refused_until_it_is_said_whose_word_counts(diary, palm, keep, severity):
    diary.put(palm)
    before = diary.snapshot()
    theirs = Contents(
        ratings(
            dataclasses.replace(palm, severity=None), dataclasses.replace(palm, region="sole_left")
        )
    )
    sentence = "1 entries, first in palm_left on 2026-11-22: 7 in the diary, not applicable in the"
    with pytest.raises(Conflict, match=sentence):
        diary.merge(theirs)
    assert diary.snapshot() == before
    diary.merge(theirs, keep=keep)
    assert {r.region: r.severity for r in diary.snapshot().ratings()} == {
        "palm_left": severity,
        "sole_left": 7,
    }
    diary.undo()
    assert diary.snapshot() == before


def test_a_contradicting_record_of_another_kind_is_named(diary, clock):
    context = DayContext(clock().date(), stress=3)
    diary.put(context)
    theirs = Contents(RatingColumns.empty(), (dataclasses.replace(context, stress=4),))
    with pytest.raises(Conflict, match="first in day_context 2026-11-22"):
        diary.merge(theirs)
    diary.merge(theirs, keep="theirs")
    assert [c.stress for c in diary.of(DayContext)] == [4]


@pytest.mark.parametrize("held", [False, True])
def test_a_file_may_repeat_itself_but_not_contradict_itself(diary, palm, held):
    if held:
        diary.put(dataclasses.replace(palm, region="sole_left"))
    assert diary.merge(Contents(ratings(palm, palm))).count == 1
    with pytest.raises(DiaryError, match="two different things about one entry"):
        diary.merge(Contents(ratings(palm, dataclasses.replace(palm, severity=2))), keep="theirs")
    assert [r.severity for r in diary.ratings_between(palm.day, palm.day)][-1] == 7


BAD_CELLS = {
    "severity 11": ("severity", 11),
    "severity 3.0": ("severity", 3.0),
    "severity True": ("severity", True),
    "severity NaN": ("severity", float("nan")),
    "severity text": ("severity", "7"),
    "unknown region": ("region", "left_palm"),
    "region of nobody": ("region", "own_spot"),
    "no region": ("region", None),
    "day far away": ("day", 10**9),
    "day as text": ("day", "2026-11-22"),
    "unknown code": ("entered", 4),
    "time in the far past": ("recorded_at", -(10**12)),
    "offset of two days": ("offset_minutes", 2880),
}


@pytest.mark.parametrize(("column", "value"), BAD_CELLS.values(), ids=BAD_CELLS)
def test_one_bad_cell_among_good_ones_lets_nothing_in(diary, palm, column, value):
    diary.put(palm)
    days = [palm.day - timedelta(days=late) for late in range(1, 50)]
    columns = ratings(*(dataclasses.replace(palm, day=day) for day in days))
    getattr(columns, column)[30] = value
    before = diary.snapshot()
    with pytest.raises(DiaryError) as refusal:
        diary.merge(Contents(columns))
    assert str(refusal.value).endswith(".")
    assert diary.snapshot() == before
    assert diary.undo_title == "Rating"


def test_a_file_that_tells_of_tomorrow_is_refused(diary, palm, clock):
    tomorrow = dataclasses.replace(palm, day=palm.day + timedelta(days=1))
    with pytest.raises(FutureDay):
        diary.merge(Contents(ratings(palm, tomorrow)))
    later = Session(clock() + timedelta(days=1), ("palm_left",), ("hand_tray",))
    with pytest.raises(FutureDay):
        diary.merge(Contents(ratings(palm), (later,)))
    assert diary.undo_title is None


def test_a_bad_record_lets_no_rating_in(diary, palm, clock):
    bad = Session(clock(), ("sole_left",), ("hand_tray",))
    with pytest.raises(DiaryError, match="does not reach"):
        diary.merge(Contents(ratings(palm), (bad,)))
    assert diary.ratings_between(palm.day, palm.day) == ()
