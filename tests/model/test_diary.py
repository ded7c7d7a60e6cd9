"""Everything that can be done to a diary, done through its door to a real file."""

import dataclasses
import random
import stat
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from model.diary import Diary
from model.records.day import DayContext, Moment, Rating
from model.records.errors import CannotWrite, DiaryError, FutureDay
from model.records.kinds import KINDS
from model.records.person import OwnRegion, Profile
from model.records.snapshot import MISSING, NOT_APPLICABLE, Change
from model.records.treatment import Course, OwnedApplicator, Session

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))
PALM = Rating(TODAY, "palm_left", 7, recorded_at=NOON)


def reopened(diary, clock):
    diary.close()
    return Diary.open(diary.path, clock)


# ---- Every kind ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_record_of_every_kind_comes_back_as_it_was_after_a_restart(diary, clock, example, kind):
    records = [example(kind, number) for number in range(5)]
    by_key = {record.key: record for record in records}
    assert diary.put(*records).kinds == {kind.KIND}
    with reopened(diary, clock) as again:
        snapshot = again.snapshot()
        if kind is Rating:
            assert {r.key: r for r in snapshot.ratings()} == by_key
            assert {r.key: r for r in again.ratings_between(date.min, TODAY)} == by_key
        else:
            assert {r.key: r for r in snapshot.of(kind)} == by_key
            in_order = [by_key[key] for key in sorted(by_key)]
            assert list(map(repr, again.of(kind))) == list(map(repr, in_order))  # True is not 1
        assert again.check() == ()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_making_changing_and_removing_any_kind_can_be_undone_and_redone(
    diary, clock, example, kind
):
    first, second = example(kind, 1), example(kind, 2)
    changed = dataclasses.replace(
        second,
        **{name: getattr(first, name) for name in {*kind.KEY, "applicator"} & vars(first).keys()},
    )
    states = [diary.snapshot()]
    for write in (
        lambda: diary.put(first, title="made"),
        lambda: diary.put(changed, title="changed"),
        lambda: diary.remove(changed, title="removed"),
    ):
        assert write().count == 1
        states.append(diary.snapshot())
    assert all(one != other for one, other in pairwise(states))
    with reopened(diary, clock) as again:
        titles = ["removed", "changed", "made"]
        for before, title in zip(reversed(states[:-1]), titles, strict=True):
            assert again.undo_title == title
            assert again.undo() == Change(frozenset({kind.KIND}), title, 1)
            assert again.snapshot() == before
        assert again.undo() is None
        with reopened(again, clock) as third:
            for after, title in zip(states[1:], reversed(titles), strict=True):
                assert third.redo_title == title
                assert third.redo() == Change(frozenset({kind.KIND}), title, 1)
                assert third.snapshot() == after
            assert third.redo() is None
            assert third.check() == ()


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_writes_undos_and_redos_walks_one_line_of_history(diary, example, seed):
    chance = random.Random(seed)
    line, here = [diary.snapshot()], 0
    for _ in range(40):
        match chance.choice(["put", "put", "remove", "undo", "redo"]):
            case "undo":
                assert (diary.undo() is None) == (here == 0)
                here = max(here - 1, 0)
            case "redo":
                assert (diary.redo() is None) == (here == len(line) - 1)
                here = min(here + 1, len(line) - 1)
            case write:
                kind = chance.choice([Rating, Moment, Session, DayContext, Profile])
                records = [example(kind, chance.randrange(4)) for _ in range(chance.randint(1, 3))]
                change = diary.put(*records) if write == "put" else diary.remove(*records)
                if change.count:
                    line[here + 1 :] = [diary.snapshot()]
                    here += 1
        assert diary.snapshot() == line[here]
    assert diary.check() == ()


def test_several_kinds_in_one_write_are_one_step(diary, example):
    records = [example(kind, 1) for kind in KINDS.values()]
    assert diary.put(*records).count == len(KINDS)
    full = diary.snapshot()
    diary.undo()
    assert diary.snapshot().records == {kind: () for kind in KINDS if kind != "rating"}
    assert diary.redo().kinds == KINDS.keys()
    assert diary.snapshot() == full


# ---- Ratings ------------------------------------------------------------------------------------


def test_not_rated_dry_and_not_applicable_are_three_things(diary):
    diary.put(
        Rating(TODAY - timedelta(days=2), "palm_left", 0),
        Rating(TODAY, "palm_left", None),
        Rating(TODAY, "sole_left", 10),
    )
    snapshot = diary.snapshot()
    assert snapshot.first_day == TODAY - timedelta(days=2)
    assert snapshot.regions == ("palm_left", "sole_left")
    assert snapshot.severity.tolist() == [[0, MISSING], [MISSING, MISSING], [NOT_APPLICABLE, 10]]
    assert [r.severity for r in diary.ratings_between(date.min, date.max)] == [0, None, 10]


def test_a_rating_keeps_how_and_when_it_was_entered(diary):
    zone = timezone(-timedelta(hours=9, minutes=30))
    at = datetime(1965, 3, 1, 23, 59, 59, tzinfo=zone)
    diary.put(Rating(date(1965, 3, 1), "scalp", 4, "late", at))
    (rating,) = diary.snapshot().ratings()
    assert (rating.entered, rating.recorded_at.isoformat()) == ("late", at.isoformat())
    assert diary.ratings_between(date(1965, 3, 1), date(1965, 3, 1)) == (rating,)


def test_ratings_between_takes_both_ends_and_nothing_else(diary):
    days = [TODAY - timedelta(days=late) for late in range(5)]
    diary.put(*(Rating(day, "palm_left", 3) for day in days))
    assert [r.day for r in diary.ratings_between(days[3], days[1])] == [days[3], days[2], days[1]]


def test_an_empty_diary_has_an_empty_snapshot(diary):
    snapshot = diary.snapshot()
    assert snapshot.severity.shape == (0, 0)
    assert snapshot.last_day is None
    assert diary.ratings_between(date.min, date.max) == ()


def test_a_newer_rating_of_the_same_day_and_region_takes_the_place_of_the_older(diary):
    diary.put(PALM)
    diary.put(dataclasses.replace(PALM, severity=2))
    assert [r.severity for r in diary.snapshot().ratings()] == [2]


def test_an_unchanged_record_is_not_written_and_leaves_what_can_be_redone(diary):
    diary.put(PALM)
    diary.put(dataclasses.replace(PALM, severity=1))
    diary.undo()
    assert diary.put(PALM) == Change(frozenset(), "Rating", 0)
    assert diary.redo_title == "Rating"


def test_a_new_write_ends_what_could_be_redone(diary):
    diary.put(PALM)
    diary.undo()
    diary.put(dataclasses.replace(PALM, region="sole_left"))
    assert diary.redo_title is None
    assert diary.redo() is None


def test_removing_what_is_not_there_changes_nothing(diary):
    assert diary.remove(PALM, Session(NOON, ("palm_left",), ("hand_tray",))).count == 0
    assert diary.undo_title is None


def test_a_day_that_is_over_lets_a_rating_of_another_day_go(diary):
    other = Rating(TODAY - timedelta(days=1), "palm_left", 3)
    diary.put(PALM, other)
    diary.remove(PALM)
    assert diary.ratings_between(date.min, date.max) == (other,)
    assert diary.check() == ()


# ---- What may not enter -------------------------------------------------------------------------

BAD = {
    "severity 11": Rating(TODAY, "palm_left", 11),
    "severity 3.5": Rating(TODAY, "palm_left", 3.5),
    "severity NaN": Rating(TODAY, "palm_left", float("nan")),
    "severity True": Rating(TODAY, "palm_left", True),
    "an unknown region": Rating(TODAY, "left_palm", 3),
    "an own region nobody made": Rating(TODAY, "own_spot", 3),
    "a day in the future": Rating(TODAY + timedelta(days=1), "palm_left", 3),
    "a time in the future": Session(NOON + timedelta(days=1), ("palm_left",), ("hand_tray",)),
    "-5 mA": Session(NOON, ("palm_left",), ("hand_tray",), current_ma=-5),
    "NaN mA": Session(NOON, ("palm_left",), ("hand_tray",), current_ma=float("nan")),
    "endless mA": Session(NOON, ("palm_left",), ("hand_tray",), current_ma=float("inf")),
    "an applicator that does not reach": Session(NOON, ("sole_left",), ("hand_tray",)),
    "an applicator nobody owns": Session(NOON, ("palm_left",), ("own_glove",)),
    "the whole body": Session(NOON, ("whole_body",), ("body_electrodes",)),
    "the chest": Session(NOON, ("chest",), ("body_electrodes",)),
    "a note with NUL": DayContext(TODAY, note="a\0b"),
    "a note with half a character": DayContext(TODAY, note="\ud800"),
    "a note of a megabyte": DayContext(TODAY, note="x" * 1_000_000),
    "a time without its offset": Moment(datetime(2026, 1, 1), TODAY, "palm_left", 3),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_bad_input_gets_one_sentence_and_nothing_is_half_written(diary, bad):
    diary.put(PALM)
    before, bytes_before = diary.snapshot(), diary.path.read_bytes()
    with pytest.raises(DiaryError) as refusal:
        diary.put(dataclasses.replace(PALM, severity=1), bad)
    sentence = str(refusal.value)
    assert sentence.endswith((".", "?"))
    assert "\n" not in sentence
    assert "{" not in sentence
    assert diary.snapshot() == before
    assert diary.path.read_bytes() == bytes_before
    assert diary.undo_title == "Rating"


def test_a_day_in_the_future_can_be_insisted_on(diary):
    tomorrow = Rating(TODAY + timedelta(days=1), "palm_left", 3)
    with pytest.raises(FutureDay, match="2026-11-23 is in the future"):
        diary.put(tomorrow)
    assert diary.put(tomorrow, allow_future=True).count == 1


def test_a_plan_may_lie_ahead(diary):
    plan = Course("winter", ("palm_left",), "induction", starts=TODAY + timedelta(days=40))
    assert diary.put(plan).count == 1


def test_a_session_of_this_very_minute_is_not_in_the_future(diary):
    east = NOON.astimezone(timezone(timedelta(hours=14)))  # the traveller's watch says tomorrow
    assert east.date() > TODAY
    assert diary.put(Session(east, ("palm_left",), ("hand_tray",))).count == 1


def test_an_own_region_can_be_rated_once_it_is_made(diary):
    spot = OwnRegion("left thumb", "palm_left", id="own_thumb")
    assert diary.put(Rating(TODAY, "own_thumb", 3), spot).count == 2
    assert diary.put(Rating(TODAY, "own_thumb", 4)).count == 1


def test_an_own_applicator_reaches_what_it_was_said_to_reach(diary):
    glove = OwnedApplicator("own_glove", "My glove", ("hand_back_left",))
    diary.put(glove)
    assert diary.put(Session(NOON, ("hand_back_left",), ("own_glove",))).count == 1
    with pytest.raises(DiaryError, match="own_glove does not reach palm_left"):
        diary.put(Session(NOON, ("palm_left",), ("own_glove",)))


@pytest.mark.parametrize(
    "user",
    [
        Rating(TODAY, "own_thumb", 3),
        Course("c", ("own_thumb",), "induction"),
        Session(NOON, ("own_thumb",), ("own_glove",)),
    ],
    ids=lambda record: record.KIND,
)
def test_what_other_entries_name_cannot_be_removed(diary, user):
    spot = OwnRegion("thumb", "palm_left", id="own_thumb")
    glove = OwnedApplicator("own_glove", "My glove", ("own_thumb",))
    diary.put(spot, glove, user)
    with pytest.raises(DiaryError, match="'own_thumb' cannot be removed"):
        diary.remove(spot)
    assert diary.of(OwnRegion) == (spot,)
    assert diary.remove(user, glove, spot).count == 3


def test_an_own_applicator_that_a_session_names_cannot_be_removed(diary):
    glove = OwnedApplicator("own_glove", "My glove", ("palm_left",))
    diary.put(glove, Session(NOON, ("palm_left",), ("own_glove",)))
    with pytest.raises(DiaryError, match="'own_glove' cannot be removed"):
        diary.remove(glove)


# ---- Time ---------------------------------------------------------------------------------------


def test_the_day_ends_when_the_profile_says(path):
    night = datetime(2026, 11, 22, 2, 59, 59, 500, tzinfo=UTC)
    with Diary.create(path, lambda: night) as diary:
        assert diary.now() == night.replace(microsecond=0)
        assert diary.today() == TODAY
        diary.put(Profile(day_ends_at_hour=3))
        assert diary.today() == TODAY - timedelta(days=1)
        diary.undo()
        assert diary.today() == TODAY


def test_a_clock_without_a_zone_is_local_time(path):
    with Diary.create(path, lambda: datetime(2026, 11, 22, 12)) as diary:
        assert diary.now().utcoffset() is not None
        assert diary.now().replace(tzinfo=None) == datetime(2026, 11, 22, 12)


# ---- The file -----------------------------------------------------------------------------------


def test_a_new_diary_is_for_its_owner_only(tmp_path, clock):
    path = tmp_path / "new" / "folder" / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(PALM)
    found = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "new").rglob("*")}
    assert found.pop("folder") == found.pop("backups") == 0o700
    assert set(found.values()) == {0o600}


def test_one_file_lies_there_at_rest(path, clock):
    with Diary.create(path, clock) as diary:
        diary.put(PALM)
    assert [file.name for file in path.parent.iterdir() if file.name != "backups"] == [path.name]


def test_a_new_diary_never_takes_the_place_of_a_file(path, clock):
    path.write_text("mine")
    with pytest.raises(DiaryError, match="There is a file at"):
        Diary.create(path, clock)
    assert path.read_text() == "mine"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_diary_is_not_made_where_a_file_stands_in_the_way(path, clock):
    path.write_text("mine")
    with pytest.raises(CannotWrite, match="cannot be written"):
        Diary.create(path / "diary.drymap", clock)


def test_closing_twice_does_no_harm(path, clock):
    diary = Diary.create(path, clock)
    diary.close()
    diary.close()
    with Diary.open(path, clock) as again:
        assert again.check() == ()


@pytest.mark.parametrize("record", ["applicator", "session"])
def test_a_spot_of_ones_own_in_a_forbidden_region_is_no_way_round(diary, record):
    spot = OwnRegion("Over the heart", "chest", id="own_spot")
    cuff = OwnedApplicator("own_cuff", "Cuff", ("own_spot",))
    session = Session(NOON, ("own_spot",), ("own_cuff",))
    diary.put(spot)
    with pytest.raises(DiaryError, match="chest"):
        diary.put(*((cuff,) if record == "applicator" else (cuff, session)))
    assert diary.of(OwnedApplicator) == diary.of(Session) == ()
