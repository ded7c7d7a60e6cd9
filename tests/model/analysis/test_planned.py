"""The days of the eight schedules, of dates and weekdays, and of what the patient moved."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.analysis.planned import (
    UNTIL_DRY_SESSIONS,
    WEEKDAYS,
    dates_and_weekdays,
    induction_days,
    moved,
    planned_days,
)
from model.catalog.sources import SOURCES
from model.catalog.treatments import SCHEDULES
from model.records.errors import DiaryError
from model.records.treatment import Course

MONDAY = date(2026, 11, 23)
STARTS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
EACH_SCHEDULE = st.sampled_from(list(SCHEDULES.values()))
NUMBERS = st.sets(st.integers(0, 60), min_size=1, max_size=15)


def day(number):
    return MONDAY + timedelta(number)


def by_dates(numbers, **fields):
    texts = tuple(day(number).isoformat() for number in sorted(numbers))
    return Course("c", ("palm_left",), "induction", planned_days=texts, **fields)


def numbers_of(course):
    return [(found - MONDAY).days for found in dates_and_weekdays(course)[0]]


def most_in_seven(days):
    return max(sum(first <= other < first + timedelta(7) for other in days) for first in days)


def test_there_are_eight_schedules():
    assert len(SCHEDULES) == 8


def test_where_no_end_is_named_the_number_of_sessions_has_its_source():
    assert UNTIL_DRY_SESSIONS.value == 12
    assert UNTIL_DRY_SESSIONS.sources
    assert {*UNTIL_DRY_SESSIONS.sources} <= SOURCES.keys()


@given(schedule=EACH_SCHEDULE, starts=STARTS)
def test_an_induction_keeps_to_its_schedule(schedule, starts):
    days = induction_days(schedule, starts)
    assert days[0] == starts
    assert list(days) == sorted({*days})
    fewest, most = schedule.sessions if any(schedule.sessions) else (12, 12)
    assert (fewest or most) <= len(days) <= (most or fewest)
    if schedule.per_week != (0, 0):
        assert most_in_seven(days) <= schedule.per_week[1]
        if len(days) > schedule.per_week[1]:
            assert most_in_seven(days) >= schedule.per_week[0]


@given(schedule=EACH_SCHEDULE, starts=STARTS, data=st.data())
def test_chosen_weekdays_are_kept_and_begin_with_the_first_of_them(schedule, starts, data):
    assume(not schedule.days)
    weekdays = data.draw(
        st.sets(st.integers(1, 7), min_size=1, max_size=min(schedule.per_week[1], 7))
    )
    days = induction_days(schedule, starts, weekdays)
    assert {found.isoweekday() for found in days} <= weekdays
    assert list(days) == sorted({*days})
    assert most_in_seven(days) <= schedule.per_week[1]
    assert starts <= days[0] < starts + timedelta(7)
    assert (days[0] == starts) == (starts.isoweekday() in weekdays)
    assert len(days) == (schedule.sessions[1] or 12)
    # No chosen weekday in between was left out.
    span = (days[-1] - days[0]).days + 1
    between = [days[0] + timedelta(number) for number in range(span)]
    assert list(days) == [found for found in between if found.isoweekday() in weekdays]


@pytest.mark.parametrize(
    ("schedule", "numbers"),
    [
        ("uk_7", [1, 2, 4, 7, 10, 15, 22]),
        ("mwf_4_weeks", [1, 3, 5, 8, 10, 12, 15, 17, 19, 22, 24, 26]),
        ("three_weekly_3_weeks", [1, 3, 5, 8, 10, 12, 15, 17, 19]),
        ("ten_in_2_weeks", [1, 2, 3, 5, 6, 8, 9, 10, 12, 13]),
        ("daily_until_dry", [*range(1, 13)]),
        ("dermadry", [1, 2, 4, 6, 8, 9, 11, 13, 15, 16, 18, 20]),
        ("fischer", [1, 3, 5, 8, 10, 12, 15, 17, 19, 22]),
        ("three_weekly_6_weeks", [1 + 7 * week + n for week in range(6) for n in (0, 2, 4)]),
    ],
)
def test_the_days_of_each_schedule(schedule, numbers):
    days = induction_days(SCHEDULES[schedule], MONDAY)
    assert [(found - MONDAY).days + 1 for found in days] == numbers


def test_fischer_is_every_two_to_three_days():
    days = induction_days(SCHEDULES["fischer"], MONDAY)
    gaps = {(after - before).days for before, after in pairwise(days)}
    assert gaps == {2, 3}


def test_more_weekdays_than_a_schedule_has_are_refused():
    with pytest.raises(DiaryError, match="at most 3 sessions a week"):
        induction_days(SCHEDULES["three_weekly_3_weeks"], MONDAY, (1, 2, 3, 4))
    with pytest.raises(ValueError, match="weekdays"):
        induction_days(SCHEDULES["dermadry"], MONDAY, (0, 8))


def test_weekdays_go_from_the_first_day_to_the_last():
    course = Course(
        "c", ("palm_left",), "maintenance", starts=day(1), ends=day(15), planned_days=("mon", "sat")
    )
    found = planned_days(course, day(-50), day(100))
    assert found == [day(5), day(7), day(12), day(14)]
    assert planned_days(replace(course, ends=None), day(-50), day(7)) == [day(5), day(7)]
    assert planned_days(replace(course, starts=None), day(0), day(4)) == [day(0)]


def test_a_date_and_a_weekday_on_one_day_are_one():
    course = Course("c", ("palm_left",), "maintenance", planned_days=("2026-11-23", "mon"))
    assert planned_days(course, day(0), day(8)) == [day(0), day(7)]


def test_nothing_is_planned_outside_a_course():
    course = by_dates({0, 5, 9}, starts=day(1), ends=day(8))
    assert numbers_of(course) == [5]


@given(NUMBERS)
def test_dates_are_read_as_they_were_written(numbers):
    assert numbers_of(by_dates(numbers)) == sorted(numbers)


@pytest.mark.parametrize("text", ["monday", "", "2026-13-01", "2026-11-31", "Mon"])
def test_what_is_no_day_is_refused_with_what_would_be_one(text):
    course = Course("c", ("palm_left",), "induction", planned_days=(text,))
    with pytest.raises(DiaryError, match="date like 2026-11-23, or one of: mon, tue"):
        dates_and_weekdays(course)


@given(NUMBERS, st.integers(-20, 80), st.booleans(), st.data())
def test_moving_there_and_back_changes_nothing(numbers, to, with_rest, data):
    course = by_dates(
        numbers,
        starts=data.draw(st.sampled_from([None, day(min(numbers))])),
        ends=data.draw(st.sampled_from([None, day(max(numbers))])),
    )
    number = data.draw(st.sampled_from(sorted(numbers)))
    try:
        there = moved(course, day(number), day(to), with_rest)
    except DiaryError:
        assume(False)
    there.check()
    assert len(numbers_of(there)) == len(numbers)
    assert moved(there, day(to), day(number), with_rest) == course


@given(NUMBERS, st.integers(-20, 80), st.data())
def test_only_the_rest_moves_along_and_only_if_asked(numbers, to, data):
    number = data.draw(st.sampled_from(sorted(numbers)))
    course = by_dates(numbers)
    if to in numbers - {number}:
        with pytest.raises(DiaryError, match="already planned"):
            moved(course, day(number), day(to), with_rest=False)
        return
    alone = moved(course, day(number), day(to), with_rest=False)
    assert {*numbers_of(alone)} == numbers - {number} | {to}
    if to > max((n for n in numbers if n < number), default=-99):
        shifted = {n if n < number else n + to - number for n in numbers}
        assert {*numbers_of(moved(course, day(number), day(to), with_rest=True))} == shifted


def test_two_never_fall_on_one_day_and_the_rest_never_overtakes():
    course = by_dates({0, 2, 4})
    for with_rest in (False, True):
        with pytest.raises(DiaryError, match="already planned on 2026-11-25"):
            moved(course, day(4), day(2), with_rest)
    with pytest.raises(DiaryError, match="already planned"):
        moved(course, day(0), day(4), with_rest=False)
    with pytest.raises(DiaryError, match="2026-11-24 comes before 2026-11-25"):
        moved(course, day(4), day(1), with_rest=True)
    with pytest.raises(DiaryError, match="No session is planned on 2026-11-24"):
        moved(course, day(1), day(9), with_rest=False)


def test_the_first_and_last_day_of_the_course_go_along():
    course = by_dates({0, 2, 4}, starts=day(0), ends=day(4))
    later = moved(course, day(0), day(1), with_rest=True)
    assert (later.starts, later.ends, numbers_of(later)) == (day(1), day(5), [1, 3, 5])
    last = moved(course, day(4), day(6), with_rest=False)
    assert (last.starts, last.ends, numbers_of(last)) == (day(0), day(6), [0, 2, 6])


def test_what_would_lie_outside_the_course_is_refused():
    course = by_dates({2, 4}, starts=day(1), ends=day(6))
    for number, to in ((4, 7), (2, 0)):
        with pytest.raises(DiaryError, match="outside the course"):
            moved(course, day(number), day(to), with_rest=False)
    with pytest.raises(DiaryError, match="outside the course"):
        moved(course, day(2), day(5), with_rest=True)


def test_weekdays_become_dates_when_one_is_moved_and_need_an_end_for_that():
    course = Course(
        "c", ("palm_left",), "induction", starts=day(0), ends=day(13), planned_days=WEEKDAYS[:1]
    )
    assert moved(course, day(7), day(7), with_rest=True) == course
    after = moved(course, day(7), day(8), with_rest=False)
    assert after.planned_days == ("2026-11-23", "2026-12-01")
    with pytest.raises(DiaryError, match="Set its first and last day"):
        moved(replace(course, ends=None), day(7), day(8), with_rest=False)


def test_a_course_without_planned_days_has_none_to_move():
    with pytest.raises(DiaryError, match="No session is planned"):
        moved(Course("c", ("palm_left",), "maintenance", interval_days=7), day(0), day(1), True)
