"""Sessions, plan and dose by calendar week, each sum done by hand."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.doses import doses, sessions_by_region
from model.analysis.phases import session_days
from model.analysis.plan import weeks
from model.records.day import Rating
from model.records.person import OwnRegion, Profile
from model.records.snapshot import RatingColumns, day_of, snapshot_of
from model.records.treatment import Course, Session

MONDAY = date(2026, 3, 2)
HANDS = ("palm_left", "palm_right")
FEET = ("sole_left", "sole_right")


def session(day, regions=HANDS, current=10.0, minutes=20.0, hour=19, **fields):
    at = datetime(MONDAY.year, MONDAY.month, MONDAY.day, hour, tzinfo=timezone(timedelta(hours=1)))
    fields = {"id": f"{day}-{hour}-{regions[0]}", **fields}
    return Session(at + timedelta(day), regions, ("hand_tray",), current, minutes, **fields)


def diary(*sessions, rated=(), **records):
    columns = RatingColumns.empty()
    for day in rated:
        columns.append(Rating(MONDAY + timedelta(day), "palm_left", 4))
    return snapshot_of(columns, {"session": sessions, **records})


def table(found):
    """Return a row for each week: day, sessions, done, planned, dose, without; NaN as None."""
    columns = (found.sessions, found.done, found.planned, found.dose, found.without_dose)
    rows = zip(found.starts.tolist(), *(column.tolist() for column in columns), strict=True)
    return [
        ((day_of(day) - MONDAY).days, *(None if isnan(each) else each for each in rest))
        for day, *rest in rows
    ]


def test_each_week_sums_up_current_times_minutes():
    # 10 x 20 + 12 x 15 = 380 in the first week, nothing in the second, 8 x 10 in the third.
    found = doses(diary(session(0), session(6, (*FEET,), 12, 15), session(14, HANDS, 8, 10)))
    assert table(found) == [
        (0, 2, None, None, 380, 0),
        (7, 0, None, None, 0, 0),
        (14, 1, None, None, 80, 0),
    ]


def test_a_session_that_does_not_state_both_is_left_out_of_the_dose_and_counted():
    written = diary(session(0), session(1, minutes=None), session(7, current=None))
    assert table(doses(written)) == [(0, 2, None, None, 200, 1), (7, 1, None, None, None, 1)]


def test_zero_current_is_stated():
    assert table(doses(diary(session(0, current=0.0)))) == [(0, 1, None, None, 0, 0)]


def test_weeks_begin_on_the_patients_day():
    both = session(5), session(6)  # Saturday and Sunday
    sundays = diary(*both, profile=(Profile(week_starts_on=7),))
    assert [row[:2] for row in table(doses(diary(*both)))] == [(0, 2)]
    assert [row[:2] for row in table(doses(sundays))] == [(-1, 1), (6, 1)]


def test_a_session_after_midnight_belongs_to_the_day_that_has_not_ended():
    late = session(7, hour=1)  # 01:00 on Monday
    assert [row[0] for row in table(doses(diary(late)))] == [7]
    assert [
        row[0] for row in table(doses(diary(late, profile=(Profile(day_ends_at_hour=2),))))
    ] == [0]


def test_weeks_go_on_to_the_last_rating():
    assert [row[:2] for row in table(doses(diary(session(0), rated=[15])))] == [
        (0, 1),
        (7, 0),
        (14, 0),
    ]


def test_a_region_has_its_own_sessions_and_its_own_courses():
    hands = Course("h", HANDS, "induction", planned_days=("mon",), starts=MONDAY, id="h")
    feet = Course("f", FEET, "induction", planned_days=("mon", "tue"), starts=MONDAY, id="f")
    written = diary(session(0), session(1, FEET), rated=[6], course=(hands, feet))
    assert table(doses(written, "palm_left")) == [(0, 1, 1, 1, 200, 0)]
    assert table(doses(written, "sole_left")) == [(0, 1, 1, 2, 200, 0)]
    assert table(doses(written)) == [(0, 2, 2, 3, 400, 0)]
    assert table(doses(written, "scalp")) == []


def test_sessions_on_several_regions_count_once_over_all():
    both = diary(session(0, (*HANDS, *FEET)))
    assert table(doses(both)) == table(doses(both, "sole_right")) == [(0, 1, None, None, 200, 0)]


def test_extra_sessions_are_done_but_not_of_the_planned():
    dates = tuple((MONDAY + timedelta(day)).isoformat() for day in (0, 3))
    course = Course("c", HANDS, "induction", planned_days=dates, id="c")
    written = diary(session(0), session(5), session(6), rated=[13], course=(course,))
    assert table(doses(written)) == [(0, 3, 1, 2, 600, 0), (7, 0, None, None, 0, 0)]


def test_a_week_between_two_appointments_of_a_plan_has_none_planned():
    course = Course("c", HANDS, "maintenance", starts=MONDAY, interval_days=14, id="c")
    written = diary(session(0), session(14), rated=[20], course=(course,))
    assert [row[3] for row in table(doses(written))] == [1, 0, 1]


def test_a_course_by_sweating_plans_nothing():
    course = Course("c", HANDS, "maintenance", starts=MONDAY, id="c")
    assert table(doses(diary(session(0), course=(course,)))) == [(0, 1, None, None, 200, 0)]


def test_a_plan_in_a_form_of_old_is_left_out():
    course = Course("c", HANDS, "induction", planned_days=("whenever",), id="c")
    assert table(doses(diary(session(0), course=(course,)))) == [(0, 1, None, None, 200, 0)]


def test_a_plan_is_counted_up_to_the_last_entry_or_the_day_asked_for():
    course = Course("c", HANDS, "induction", planned_days=("mon",), starts=MONDAY, id="c")
    written = diary(session(0), course=(course,))
    assert [row[2:4] for row in table(doses(written))] == [(1, 1)]
    later = doses(written, today=MONDAY + timedelta(7))
    assert [row[2:4] for row in table(later)] == [(1, 1), (0, 1)]


def test_done_and_planned_are_those_of_the_plan():
    course = Course("c", HANDS, "induction", planned_days=("mon", "thu"), starts=MONDAY, id="c")
    done = [session(day) for day in (1, 3, 6, 9, 10, 20)]
    written = diary(*done, rated=[24], course=(course,))
    expected = weeks(course, done, MONDAY + timedelta(24))
    rows = [((MONDAY + timedelta(row[0])), *row[2:4]) for row in table(doses(written))]
    assert rows == list(expected)


def test_an_empty_diary_has_no_week():
    assert table(doses(diary())) == table(doses(diary(rated=[3]))) == []


def test_sessions_by_region_are_those_that_session_days_counts():
    spot = OwnRegion("Thumb", "palm_left", id="own_thumb")
    face = session(2, ("face",))
    written = diary(session(3), session(1), face, session(1, hour=9), own_region=(spot,))
    found = sessions_by_region(written)
    assert [each.id for each in found["own_thumb"]] == [
        "1-9-palm_left",
        "1-19-palm_left",
        "3-19-palm_left",
    ]
    days = {name: tuple(s.started_at.date() for s in each) for name, each in found.items()}
    assert days == session_days(written)
    assert found["forehead"] == (face,)
    assert found["forehead"] is found["chin"]  # what is computed of the one serves the other
    assert found["palm_left"] is not found["forehead"]


amounts = st.one_of(st.none(), st.floats(0, 60, allow_subnormal=False))
sessions = st.lists(
    st.builds(
        session,
        st.integers(0, 60),
        st.sampled_from([HANDS, FEET, (*HANDS, *FEET)]),
        amounts,
        amounts,
        st.integers(0, 23),
        id=st.uuids().map(str),
    ),
    max_size=25,
    unique_by=lambda each: each.id,
)


@given(sessions, st.integers(1, 7), st.randoms())
def test_the_order_of_entry_does_not_matter(done, starts_on, chance: random.Random):
    profile = (Profile(week_starts_on=starts_on),)
    shuffled = list(done)
    chance.shuffle(shuffled)
    expected = table(doses(diary(*done, profile=profile)))
    assert table(doses(diary(*shuffled, profile=profile))) == expected


def test_a_sum_is_the_same_to_the_last_digit_from_any_order():
    done = [
        session(day, current=current, minutes=1.0) for day, current in enumerate((0.1, 0.2, 0.3))
    ]
    assert table(doses(diary(*done))) == table(doses(diary(*done[::-1])))


@given(sessions, st.integers(1, 7))
def test_every_session_lies_in_one_week_and_weeks_leave_no_hole(done, starts_on):
    written = diary(*done, profile=(Profile(week_starts_on=starts_on),))
    for region, expected in (
        ("", Counter(each.started_at.date() for each in done)),
        ("sole_left", Counter(s.started_at.date() for s in done if "sole_left" in s.regions)),
    ):
        found = doses(written, region)
        assert found.sessions.sum() == expected.total()
        assert {*(found.starts[1:] - found.starts[:-1]).tolist()} <= {7}
        assert {day_of(int(day)).isoweekday() for day in found.starts} <= {starts_on}
        for start, count in zip(found.starts.tolist(), found.sessions.tolist(), strict=True):
            week = (day_of(start) + timedelta(day) for day in range(7))
            assert count == sum(expected[day] for day in week)


@given(sessions)
def test_the_dose_of_all_weeks_is_that_of_all_sessions_that_state_it(done):
    found = doses(diary(*done))
    stated = [s for s in done if s.current_ma is not None and s.minutes is not None]
    total = sum(each.current_ma * each.minutes for each in stated)
    assert sum(0 if isnan(dose) else dose for dose in found.dose) == pytest.approx(total)
    assert found.without_dose.sum() == len(done) - len(stated)


@given(sessions)
def test_sessions_of_other_regions_change_nothing_but_the_last_week(done):
    hands = [each for each in done if "palm_left" in each.regions]
    written, alone = diary(*done), diary(*hands)
    found = [row for row in table(doses(written, "palm_left")) if row[1]]
    assert found == [row for row in table(doses(alone, "palm_left")) if row[1]]


def test_the_dose_of_a_week_does_not_depend_on_the_hour():
    moved = [replace(session(day), started_at=session(day, hour=6).started_at) for day in (0, 8)]
    assert table(doses(diary(*moved))) == table(doses(diary(session(0), session(8))))
