"""Every record says in one sentence what it may not hold, and holds everything else."""

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from model.records.day import Assessment, DayContext, Gravimetry, Rating
from model.records.errors import DiaryError, FutureDay
from model.records.kinds import KINDS
from model.records.person import BaselineChoice, OwnRegion, Profile
from model.records.rules import (
    Day,
    Flag,
    Instant,
    Number,
    OneOf,
    RegionId,
    Several,
    Text,
    Whole,
    new_id,
)
from model.records.snapshot import RatingColumns, day_number, day_of, snapshot_of
from model.records.treatment import OwnedApplicator, Session

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAN, ENDLESS = float("nan"), float("inf")

NEVER_GOOD = {
    Whole: [-1, 3.5, 3.0, True, "3", NAN, 10**9],
    Number: [NAN, ENDLESS, -ENDLESS, -1000, True, "3", 10**9],
    Flag: [0, 1, "yes"],
    Text: [3, b"bytes", "a\0b", "\ud800", "x" * 1_000_000],
    OneOf: ["nonsense", "", 3, ["warm"]],
    RegionId: ["left_palm", "", 3, "own_" + "x" * 300],
    Day: ["2026-11-22", NOON, date(1899, 12, 31), date(2200, 1, 1)],
    Instant: [TODAY, NOON.replace(tzinfo=None), NOON.replace(microsecond=1), NOON.replace(year=1)],
    Several: ["palm_left", ["palm_left"], ("a", "a"), (3,)],
}
CASES = [
    pytest.param(
        kind,
        field.name,
        bad,
        id=f"{kind.KIND}.{field.name}={str(bad)[:20]!r}",
    )
    for kind in KINDS.values()
    for field in dataclasses.fields(kind)
    for bad in (
        *NEVER_GOOD[type(field.metadata["rule"])],
        *([] if field.metadata["rule"].optional else [None]),
    )
]


def sentence_of(record):
    with pytest.raises(DiaryError) as refusal:
        record.check()
    return str(refusal.value)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_believable_record_of_every_kind_passes(kind, example):
    for number in range(20):
        example(kind, number).check()


@pytest.mark.parametrize(("kind", "field", "bad"), CASES)
def test_a_field_refuses_what_it_may_not_hold_in_one_short_sentence(kind, field, bad, example):
    sentence = sentence_of(dataclasses.replace(example(kind, 1), **{field: bad}))
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "{" not in sentence
    assert len(sentence) < 900  # a vocabulary is listed in full; the bad value is not


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_optional_may_be_left_out(kind, example):
    record = example(kind, 1)
    empty = {
        field.name: None for field in dataclasses.fields(kind) if field.metadata["rule"].optional
    }
    dataclasses.replace(record, **empty).check()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_record_cannot_be_changed_and_is_found_by_its_key(kind, example):
    record = example(kind, 1)
    name = dataclasses.fields(kind)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, name, getattr(record, name))
    assert record.key == tuple(getattr(record, name) for name in kind.KEY)
    assert KINDS[kind.KIND] is kind


def test_a_wrong_region_is_answered_with_the_nearest():
    assert "(palm_left?)" in sentence_of(Rating(TODAY, "palm_lef", 3))


def test_a_dry_day_and_one_that_does_not_apply_pass():
    Rating(TODAY, "palm_left", 0).check()
    Rating(TODAY, "palm_left", None).check()


@pytest.mark.parametrize(("instrument", "score"), [("hdss", 0), ("hdss", 5), ("dlqi", 31)])
def test_a_total_outside_its_questionnaire_is_refused(instrument, score):
    assert "The total of" in sentence_of(Assessment(TODAY, instrument, score))


def test_a_baseline_does_not_end_before_it_begins():
    choice = BaselineChoice("palm_left", TODAY, TODAY - timedelta(days=1))
    assert "before the first day" in sentence_of(choice)


def test_an_own_region_is_not_mistaken_for_one_of_the_catalog():
    assert "'own_'" in sentence_of(OwnRegion("my palm", "palm_left", id="palm_left"))


@pytest.mark.parametrize(
    ("applicator", "said"),
    [
        (OwnedApplicator("spoon"), "There is no applicator 'spoon'"),
        (OwnedApplicator("own_glove"), "There is no applicator"),
        (OwnedApplicator("own_glove", "Glove"), "Say which regions 'Glove' reaches"),
        (OwnedApplicator("own_bra", "Bra", ("chest",)), "forbids current through the chest"),
    ],
)
def test_an_own_applicator_has_a_name_and_reaches_what_may_be_treated(applicator, said):
    assert said in sentence_of(applicator)


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (Session(NOON, (), ("hand_tray",)), "choose at least one"),
        (Session(NOON, ("palm_left",), ()), "which applicator"),
        (Session(NOON, ("whole_body",), ("hand_tray",)), "no device treats generalised"),
        (Session(NOON, ("chest",), ("hand_tray",)), "forbids current through the chest"),
        (Session(NOON, ("palm_left",), ("hand_tray",), current_ma=-5), "from 0 to 60, not -5"),
        (
            Session(NOON, ("palm_left",), ("hand_tray",), anode=("palm_right",)),
            "Each pole may only hold regions of this session",
        ),
        (
            Session(
                NOON, ("palm_left",), ("hand_tray",), anode=("palm_left",), cathode=("palm_left",)
            ),
            "no region both poles",
        ),
    ],
)
def test_a_session_that_cannot_have_been_is_refused(session, said):
    assert said in sentence_of(session)


def test_a_session_reaches_what_its_applicators_reach_together():
    both = Session(NOON, ("palm_left", "sole_right"), ("hand_tray", "foot_tray"))
    both.check_reach({})
    with pytest.raises(DiaryError, match="hand_tray does not reach sole_right"):
        dataclasses.replace(both, applicators=("hand_tray",)).check_reach({})
    with pytest.raises(DiaryError, match="There is no applicator 'own_x'"):
        dataclasses.replace(both, applicators=("own_x",)).check_reach({})
    own = {"own_x": frozenset({"palm_left", "sole_right"})}
    dataclasses.replace(both, applicators=("own_x",)).check_reach(own)


def test_there_is_one_profile():
    assert Profile().key == Profile(name="B").key
    assert "cannot be 'second'" in sentence_of(Profile(id="second"))


def test_ids_of_two_diaries_do_not_meet():
    drawn = {new_id() for _ in range(1000)}
    assert len(drawn) == 1000
    assert all(len(one) == 32 for one in drawn)
    assert Gravimetry(TODAY, "palm_left", 3, 1).id != Gravimetry(TODAY, "palm_left", 3, 1).id


def test_a_note_may_be_as_long_as_the_limit_and_no_longer():
    DayContext(TODAY, note="汗" * 20_000).check()
    assert "20001 characters, at most 20000" in sentence_of(DayContext(TODAY, note="汗" * 20_001))


# ---- The snapshot -------------------------------------------------------------------------------


def test_columns_and_matrices_say_the_same(example):
    ratings = {example(Rating, n).key: example(Rating, n) for n in range(200)}
    columns = RatingColumns.empty()
    for rating in ratings.values():
        columns.append(rating)
    snapshot = snapshot_of(columns)
    assert {rating.key: rating for rating in snapshot.ratings()} == ratings
    assert snapshot == snapshot_of(snapshot.columns())
    assert len(columns) == len(ratings)
    for region in snapshot.regions:
        days, severities = snapshot.rated(region)
        rated = sorted(
            (r.day, r.severity)
            for r in ratings.values()
            if r.region == region and r.severity is not None
        )
        assert list(zip(map(day_of, days.tolist()), severities.tolist(), strict=True)) == rated


def test_a_snapshot_differs_by_a_severity_a_time_or_a_record(example):
    def made(rating, *records):
        columns = RatingColumns.empty()
        columns.append(rating)
        return snapshot_of(columns, {"day_context": records})

    at = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    one = Rating(TODAY, "palm_left", 3, recorded_at=at)
    assert made(one) == made(dataclasses.replace(one))
    assert made(one) != made(dataclasses.replace(one, severity=None))
    assert made(one) != made(dataclasses.replace(one, entered="late"))
    assert made(one) != made(dataclasses.replace(one, recorded_at=None))
    assert made(one) != made(one, example(DayContext, 1))
    assert made(one).last_day == TODAY


def test_days_count_from_1970():
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(1969, 12, 31)) == -1
    assert day_of(day_number(TODAY)) == TODAY


@pytest.mark.parametrize("later", [timedelta(minutes=1), timedelta(hours=11, minutes=59)])
def test_a_session_later_the_same_day_is_not_of_a_day_to_come(later):
    Session(NOON + later, ("palm_left",), ("hand_tray",)).check_past(NOON)


@pytest.mark.parametrize("ahead", [timedelta(hours=12), timedelta(days=1)])
def test_a_session_of_tomorrow_is_of_a_day_to_come(ahead):
    with pytest.raises(FutureDay, match="2026-11-23 is in the future"):
        Session(NOON + ahead, ("palm_left",), ("hand_tray",)).check_past(NOON)
