"""The patient may move the end of an induction; the move counts once and is said everywhere."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from model.analysis.phases import MovedEnd, phases_of, phases_of_region, session_days
from model.analysis.progress import progress
from model.analysis.sureness import how_sure
from model.analysis.wear_off import dry_interval, wear_off
from model.analysis.words import progress_as_dict, standing
from model.records.day import Rating
from model.records.person import InductionChoice
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Session

FIRST = date(2026, 3, 2)
START = 20  # days after FIRST of the first session
LENGTH = 100
SESSIONS = (*range(START, START + 30, 3), *range(START + 33, LENGTH, 7))  # the 12th on day 60


def day(number):
    return FIRST + timedelta(number)


def diary(*choices, last=LENGTH):
    columns = RatingColumns.empty()
    for number in range(last):
        columns.append(Rating(day(number), "palm_left", 7 if number < START + 28 else 3))
        columns.append(Rating(day(number), "scalp", 5))
    at = datetime(2026, 3, 2, 19, tzinfo=timezone(timedelta(hours=2)))
    done = tuple(
        Session(at + timedelta(number), ("palm_left",), ("hand_tray",), id=f"s{number}")
        for number in SESSIONS
        if number < last
    )
    return snapshot_of(columns, {"session": done, "induction": choices})


def moved(end, region="palm_left"):
    return InductionChoice(region, day(end))


def phases(snapshot, region="palm_left"):
    return phases_of_region(snapshot, region, session_days(snapshot))


def test_a_moved_end_moves_maintenance_and_no_other_border():
    usual, found = phases(diary(last=70)), phases(diary(moved(START + 40), last=70))
    assert usual.now == (day(START + 28), day(69))
    assert found.now == (day(START + 41), day(69))
    assert (found.baseline, found.first_session) == (usual.baseline, usual.first_session)
    assert (usual.moved, found.moved) == (None, day(START + 40))


def test_a_longer_induction_leaves_what_is_known_so_far():
    found = phases(diary(moved(LENGTH + 30)))
    assert found.so_far
    assert found.now == (day(LENGTH - 14), day(LENGTH - 1))


def test_an_untreated_region_is_compared_over_the_moved_days_too():
    assert phases(diary(moved(START + 40)), "scalp").now == phases(diary(moved(START + 40))).now
    assert phases(diary(moved(START + 40, "scalp")), "scalp") == phases(diary(), "scalp")


def test_a_move_counts_for_the_treatment_that_the_day_lies_in():
    sessions = tuple(day(number) for number in (0, 7, 100, 107))
    first = phases_of(sessions, day(-60), day(180), moved=MovedEnd(day(50)))
    second = phases_of(sessions, day(-60), day(180), moved=MovedEnd(day(110)))
    assert first.inductions == ((day(0), day(50)), (day(100), day(127)))
    assert second.inductions == ((day(0), day(27)), (day(100), day(110)))
    assert phases_of(sessions, day(-60), day(180), moved=MovedEnd(day(-1))).inductions == (
        (day(0), day(27)),
        (day(100), day(127)),
    )


def test_a_restart_does_not_take_over_an_end_that_was_set_before_it():
    sessions = tuple(day(number) for number in (0, 7, 100, 107))
    ahead = MovedEnd(day(150), set_on=day(20))
    found = phases_of(sessions, day(-60), day(180), moved=ahead)
    assert found.inductions == ((day(0), day(99)), (day(100), day(127)))
    assert found.moved == day(99)
    assert phases_of(sessions[:2], day(-60), day(30), moved=ahead).inductions == (
        (day(0), day(150)),
    )


def test_only_a_move_of_the_latest_induction_is_one_of_what_counts_now():
    def shown(end):
        return progress(diary(moved(end))).of("palm_left")

    assert shown(START + 40).now_moved
    assert not progress(diary()).of("palm_left").now_moved
    early = replace(
        shown(START + 40),
        phases=phases_of(
            tuple(day(number) for number in (0, 7, 100, 107)),
            day(-60),
            day(180),
            None,
            MovedEnd(day(50)),
        ),
    )
    assert early.induction_moved
    assert not early.now_moved


@pytest.mark.parametrize("end", [-1, START + 27])
def test_a_move_to_where_the_end_is_anyway_or_before_any_session_is_none(end):
    assert phases(diary(moved(end))) == phases(diary())


def test_wear_off_and_the_dry_interval_begin_after_the_moved_end():
    usual, later = diary(), diary(moved(START + 60))
    assert wear_off(usual, "palm_left").starts == day(START + 28)
    assert wear_off(later, "palm_left").starts == day(START + 61)
    counted = [dry_interval(each, "palm_left").sessions for each in (usual, later)]
    assert counted[1] < counted[0]


def test_a_moved_end_is_said_wherever_the_result_is():
    snapshot = diary(moved(START + 40))
    found = progress(snapshot)
    palm, scalp = found.of("palm_left"), found.of("scalp")
    text = "The patient moved an end of induction to 1 May 2026."
    assert text in [str(each) for each in standing(palm)]
    assert text not in [str(each) for each in standing(scalp)]
    assert any(
        "moved the end of the induction to 1 May" in str(it)
        for it in how_sure(palm, found, snapshot)
    )
    rows = {each["region"]: each for each in progress_as_dict(found, snapshot)["regions"]}
    assert (rows["palm_left"]["induction_ends"], rows["palm_left"]["induction_moved"]) == (
        "2026-05-01",
        True,
    )
    assert rows["scalp"]["induction_moved"], "it shares the days of the palm"
    plain = progress(diary())
    usual = {each["region"]: each for each in progress_as_dict(plain, diary())["regions"]}
    assert not usual["palm_left"]["induction_moved"]
    assert not any("moved" in str(it) for it in standing(progress(diary()).of("palm_left")))
