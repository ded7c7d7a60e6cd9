"""What an import would do is told before it does anything, and the choice is one a kind."""

import dataclasses
from datetime import timedelta

import pytest

from model.records.day import DayContext, Rating
from model.records.errors import Conflict, FutureDay
from model.records.kinds import KINDS
from model.records.person import OwnRegion
from model.records.previews import MOST_SHOWN, TWINS
from model.records.snapshot import Contents, RatingColumns
from model.records.treatment import Session


def contents_of(*records, unknown=()):
    columns = RatingColumns.empty()
    for record in records:
        if isinstance(record, Rating):
            columns.append(record)
    others = tuple(record for record in records if not isinstance(record, Rating))
    return Contents(columns, others, unknown)


@pytest.fixture
def session(clock):
    return Session(clock(), ("palm_left",), ("hand_tray",), 8.0, 20.0, id="s")


@pytest.fixture
def filled(diary, clock, session):
    """A diary with three ratings, a day and a session."""
    day = clock().date()
    diary.put(
        Rating(day, "palm_left", 3, "same_day", clock()),
        Rating(day, "palm_right", 4, "imported"),
        Rating(day, "sole_left", 5, "same_day", clock()),
        DayContext(day, stress=2),
        session,
    )
    return diary


@pytest.fixture
def file(clock, session):
    """A file that agrees, completes, contradicts and adds."""
    day = clock().date()
    return contents_of(
        Rating(day, "palm_left", 3, "imported"),
        Rating(day, "palm_right", 4, "same_day", clock()),
        Rating(day, "sole_left", 9, "same_day", clock()),
        Rating(day, "own_wrist", 6, "imported"),
        OwnRegion("Wrist", "forearm_left", id="own_wrist"),
        DayContext(day, stress=7, note="warm"),
        dataclasses.replace(session, minutes=15.0),
        unknown=("ratings.csv: mood",),
    )


def test_a_preview_tells_what_an_import_would_do_and_does_nothing(filled, file):
    filled.undo(), filled.redo()
    before, bytes_before = filled.snapshot(), filled.path.read_bytes()
    preview = filled.preview(file)
    assert (filled.snapshot(), filled.path.read_bytes()) == (before, bytes_before)
    told = {
        kind.kind: (kind.added, kind.held, kind.completed, kind.conflicts) for kind in preview.kinds
    }
    assert told == {
        "own_region": (1, 0, 0, 0),
        "rating": (1, 1, 1, 1),
        "day_context": (0, 0, 0, 1),
        "session": (0, 0, 0, 1),
    }
    assert (preview.conflicts, preview.brings_nothing) == (3, False)
    assert preview.unknown == ("ratings.csv: mood",)


def test_a_preview_shows_both_sides_of_each_contradiction(filled, file, clock):
    shown = {kind.kind: kind.shown for kind in filled.preview(file).kinds}
    (rating,) = shown["rating"]
    assert (rating.mine.region, rating.mine.severity, rating.theirs.severity) == ("sole_left", 5, 9)
    assert rating.fields == ("severity",)
    (day,) = shown["day_context"]
    assert day.fields == ("stress", "note")


def test_a_preview_shows_the_first_of_many_contradictions(diary, clock):
    days = [clock().date() - timedelta(days=back) for back in range(MOST_SHOWN + 50)]
    diary.merge(contents_of(*(Rating(day, "palm_left", 3, "imported") for day in days)))
    theirs = contents_of(*(Rating(day, "palm_left", 4, "imported") for day in days))
    (ratings,) = diary.preview(theirs).kinds
    assert (ratings.conflicts, len(ratings.shown)) == (MOST_SHOWN + 50, MOST_SHOWN)
    assert ratings.shown[0].mine.day == min(days)


def test_what_the_diary_holds_already_brings_nothing(filled, file):
    filled.merge(file, keep="theirs")
    preview = filled.preview(file)
    assert preview.brings_nothing
    assert all(kind.held for kind in preview.kinds)
    assert filled.preview(contents_of()).brings_nothing


def test_a_preview_refuses_what_an_import_would_refuse(filled, clock):
    tomorrow = clock().date() + timedelta(days=1)
    with pytest.raises(FutureDay):
        filled.preview(contents_of(Rating(tomorrow, "palm_left", 3, "imported")))


def test_each_kind_has_a_choice_of_its_own_and_one_undo_takes_all_back(filled, file, session):
    before = filled.snapshot()
    filled.merge(file, keep={"rating": "theirs", "day_context": "mine", "session": "both"})
    severities = {rating.region: rating.severity for rating in filled.snapshot().ratings()}
    assert severities == {"palm_left": 3, "palm_right": 4, "sole_left": 9, "own_wrist": 6}
    assert [day.stress for day in filled.of(DayContext)] == [2]
    minutes = {one.id == "s": one.minutes for one in filled.of(Session)}
    assert minutes == {True: 20.0, False: 15.0}, "the diary's entry keeps its id"
    filled.undo()
    assert filled.snapshot() == before


def test_a_kind_without_a_choice_lets_nothing_in(filled, file):
    before = filled.snapshot()
    with pytest.raises(Conflict, match="1 entries, first in session s"):
        filled.merge(file, keep={"rating": "theirs", "day_context": "mine"})
    with pytest.raises(Conflict, match="in 2 entries"):
        filled.merge(file, keep="both")  # a day has one rating of a region, and one context
    assert filled.snapshot() == before


def test_both_kept_once_are_not_kept_again(filled, file):
    keep = {"rating": "mine", "day_context": "mine", "session": "both"}
    filled.merge(file, keep=keep)
    assert filled.merge(file, keep=keep).count == 0
    assert len(filled.of(Session)) == 2


def test_a_kept_twin_that_was_edited_is_not_overwritten(filled, file):
    keep = {"rating": "mine", "day_context": "mine", "session": "both"}
    filled.merge(file, keep=keep)
    (twin,) = (one for one in filled.of(Session) if one.id != "s")
    filled.put(dataclasses.replace(twin, minutes=16.0))
    filled.merge(file, keep=keep)
    assert sorted(one.minutes for one in filled.of(Session)) == [15.0, 16.0, 20.0]


def test_only_kinds_with_an_id_keep_both():
    assert {KINDS[kind].KEY for kind in TWINS} == {("id",)}
