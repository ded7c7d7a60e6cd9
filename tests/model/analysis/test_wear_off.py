"""Wear-off by days since the session, and the dry interval, each day counted by hand."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.wear_off import dry_interval, dry_intervals_by_course, wear_off
from model.records.day import Rating
from model.records.person import Profile
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Course, Session

FIRST = date(2026, 3, 2)
PALM = "palm_left"
TWELVE = range(12)  # sessions of an induction that ends with the 12th, on day 11


def diary(row, sessions, other=(), **records):
    """Write days 0, 1, ... of the palm (None: not rated); a session is a day or (day, course)."""
    columns = RatingColumns.empty()
    for region, severities in ((PALM, row), ("scalp", other)):
        for day, severity in enumerate(severities):
            if severity is not None:
                given_ = None if severity == "n/a" else severity
                columns.append(Rating(FIRST + timedelta(day), region, given_))
    pairs = [each if isinstance(each, tuple) else (each, None) for each in sessions]
    done = tuple(session(day, f"s{place}", course) for place, (day, course) in enumerate(pairs))
    return snapshot_of(columns, {"session": done, **records})


def session(day, name, course=None, hour=19):
    at = datetime(FIRST.year, FIRST.month, FIRST.day, hour, tzinfo=timezone(timedelta(hours=2)))
    return Session(at + timedelta(day), (PALM,), ("hand_tray",), course=course, id=name)


def curve(found):
    """Return (days since, rated, median) wherever something was rated."""
    rows = zip(found.days.tolist(), found.rated.tolist(), found.median.tolist(), strict=True)
    return [row for row in rows if row[1]]


def as_values(found):
    """Return a curve as plain values that can be compared, NaN as None."""
    columns = (found.rated, found.median, found.low, found.high, found.firm)
    values = [[None if isnan(each) else each for each in column.tolist()] for column in columns]
    return values, found.so_far, found.starts, found.ends, found.sessions


def test_severity_by_days_since_the_last_session_once_the_induction_is_over():
    # Induction on days 0-11 at 9; sessions on days 15 and 19. The induction's days count nowhere.
    row = [9] * 12 + [1, 2, 4, 3, 1, 2, 6, 5]
    found = wear_off(diary(row, [*TWELVE, 15, 19]), PALM)
    # d 0: days 15 and 19 (3, 5); d 1: 12, 16 (1, 1); d 2: 13, 17 (2, 2); d 3: 14, 18 (4, 6).
    assert curve(found) == [(0, 2, 4.0), (1, 2, 1.0), (2, 2, 2.0), (3, 2, 5.0)]
    assert not found.so_far
    assert (found.starts, found.ends) == (FIRST + timedelta(12), FIRST + timedelta(19))
    assert found.sessions == 3  # days 11, 15 and 19


def test_quartiles_are_severities_that_were_rated_and_three_values_make_a_day_firm():
    # One day after sessions on days 11, 13, 15, 17, 19: 1, 2, 4, 8 and nothing.
    row = [9] * 12 + [1, 0, 2, 0, 4, 0, 8, 0]
    found = wear_off(diary(row, [*TWELVE, 13, 15, 17, 19]), PALM)
    assert (found.low[1], found.median[1], found.high[1]) == (1, 3, 4)
    assert found.firm.tolist() == [True, True] + [False] * 34
    assert isnan(found.median[2])


def test_two_values_are_a_hint_and_three_are_firm():
    row = [9] * 12 + [1, 0, 2, 0, 4, 0]
    assert wear_off(diary(row[:15], [*TWELVE, 13]), PALM).rated[1] == 2
    assert not wear_off(diary(row[:15], [*TWELVE, 13]), PALM).firm[1]
    assert wear_off(diary(row[:17], [*TWELVE, 13, 15]), PALM).firm[1]


def test_the_quartiles_of_nine_values_are_the_third_and_the_seventh():
    row = [9] * 12 + [each for value in (8, 0, 7, 1, 6, 2, 5, 3, 4) for each in (value, 9)]
    found = wear_off(diary(row, [*TWELVE, *range(13, 29, 2)]), PALM)
    assert (found.low[1], found.median[1], found.high[1]) == (2, 4, 6)


def test_before_an_induction_is_over_its_days_stand_in():
    found = wear_off(diary([8, 8, 7, 6, 5], [1, 3]), PALM)
    assert found.so_far
    assert curve(found) == [(0, 2, 7.0), (1, 2, 6.0)]
    ended = wear_off(diary([8] * 28 + [None, 3], [1, 3]), PALM)  # induction: days 1 to 28
    assert not ended.so_far
    assert curve(ended) == [(26, 1, 3.0)]


def test_a_day_35_days_after_the_session_is_the_last_that_counts():
    row = [None] * 12 + [None] * 34 + [7, 9, 9]
    assert curve(wear_off(diary(row, TWELVE), PALM)) == [(35, 1, 7.0)]


def test_after_a_break_an_induction_of_its_own_is_left_out():
    # Second episode from day 60 on: its induction lasts until day 87.
    row = [None] * 12 + [1] + [None] * 47 + [9] * 28 + [2]
    found = wear_off(diary(row, [*TWELVE, 60, 86]), PALM)
    assert curve(found) == [(1, 1, 1.0), (2, 1, 2.0)]


def test_a_break_of_35_days_does_not_end_an_episode():
    row = [None] * 12 + [1] + [None] * 34 + [9] * 2
    assert curve(wear_off(diary(row, [*TWELVE, 46]), PALM)) == [(1, 2, 5.0), (2, 1, 9.0)]
    assert curve(wear_off(diary([*row, 9], [*TWELVE, 47]), PALM)) == [(1, 1, 1.0)]


def test_a_region_without_a_session_or_without_a_rating_has_no_curve():
    for found in (wear_off(diary([5] * 9, []), PALM), wear_off(diary([], [3]), PALM)):
        assert (curve(found), found.so_far, found.starts, found.sessions) == ([], False, None, 0)


def test_the_day_of_a_session_is_the_patients_own():
    # 02:00 of day 13 is still day 12 for a patient whose day ends at 3.
    row = [9] * 12 + [4, 1]
    written = diary(row, TWELVE, profile=(Profile(day_ends_at_hour=3),))
    late = replace(session(13, "late", hour=2))
    sessions = (*written.of(Session), late)
    written = replace(written, records={**written.records, "session": sessions})
    assert curve(wear_off(written, PALM)) == [(0, 1, 4.0), (1, 1, 1.0)]


def interval(row, sessions, **fields):
    found = dry_interval(diary(row, sessions), PALM, **fields)
    return found.median, found.reached, found.sessions, found.longest_dry


def test_the_interval_ends_on_the_first_day_at_three_or_more():
    # After the session on day 11: 1, 2, 2, 3: three dry days, sweating again on the 4th.
    assert interval([9] * 12 + [1, 2, 2, 3], TWELVE) == (4, 1, 1, 3)


def test_the_threshold_is_the_patients():
    row = [9] * 12 + [1, 2, 2, 3, 4, 5]
    assert interval(row, TWELVE, threshold=5) == (6, 1, 1, 5)
    assert interval(row, TWELVE, threshold=1) == (1, 1, 1, 0)


def test_still_sweating_on_the_first_day_after_is_an_interval_of_one():
    assert interval([9] * 12 + [7, 7], TWELVE) == (1, 1, 1, 0)


def test_sweating_on_the_day_of_the_next_session_ends_the_interval():
    # Day 14 has the next session: its 6 ends the interval of day 11, and is day 0 of its own.
    assert interval([9] * 12 + [1, 1, 6, 0], [*TWELVE, 14]) == (3, 1, 2, 2)


def test_a_next_session_while_dry_only_says_that_the_interval_is_longer():
    # Sessions on days 11, 14, 17: dry up to the next one; the last sweats again after 5 days.
    row = [9] * 12 + [1] * 10 + [4]
    assert interval(row, [*TWELVE, 14, 17]) == (5, 1, 3, 4)


def test_an_unrated_day_is_never_taken_for_a_dry_one():
    # Two dry days, one unknown, then sweating: known to be longer than 2, not when it ended.
    assert interval([9] * 12 + [1, 1, None, 8], TWELVE) == (None, 0, 1, 2)
    assert interval([9] * 12 + [1, 1, "n/a", 8], TWELVE) == (None, 0, 1, 2)


def test_a_session_whose_next_day_was_not_rated_says_nothing():
    assert interval([9] * 12 + [None, 8], [*TWELVE]) == (1, 11, 11, 0)  # the induction stands in
    assert interval([None] * 12 + [None, 8], [*TWELVE]) == (None, 0, 0, None)


def test_the_end_of_the_diary_leaves_the_interval_open():
    assert interval([9] * 12 + [1, 1, 1], TWELVE) == (None, 0, 1, 3)


def test_the_median_counts_open_intervals_as_long_as_they_were_watched():
    # Sessions on days 11, 14, 17, 20, 27. Intervals: over 3 (next session), 2 (day 16), over 3,
    # 6 (day 26), 1 (day 28). Kaplan & Meier: 5 watched on day 1, one ends: 4/5. 4 on day 2, one
    # ends: 3/5. Two more drop out after day 3; 1 on day 6, it ends: 0. The half is passed on 6.
    row = [9] * 12 + [1, 1, 1, 1, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 1, 3]
    assert interval(row, [*TWELVE, 14, 17, 20, 27]) == (6, 3, 5, 5)


def test_three_quarters_times_two_thirds_is_one_half():
    # Intervals of 1, 2, over 2 and over 2 days: 3/4 x 2/3 = 1/2, reached on day 2.
    row = [9] * 12 + [4, 1, 4, 1, 1, 1, 1]
    assert interval(row, [*TWELVE, 12, 14, 16]) == (2, 2, 4, 2)


def test_several_sessions_on_one_day_are_one():
    row = [9] * 12 + [1, 1, 5, 1, 5]
    assert interval(row, [*TWELVE, 14, 14, 14]) == interval(row, [*TWELVE, 14]) == (2, 2, 2, 2)


def test_sessions_of_the_induction_count_only_until_its_last_was_followed():
    begun = dry_interval(diary([8, 8, 7, 2, 2], [1, 2]), PALM)
    assert (begun.median, begun.sessions, begun.so_far) == (1, 2, True)
    # Seven sessions in the first 22 days; the last of them is followed beyond the induction.
    row = [8] * 22 + [1] * 9 + [5]
    course = [0, 1, 3, 6, 9, 14, 21]
    after = dry_interval(diary(row, course), PALM)
    assert (after.median, after.sessions, after.so_far) == (10, 1, False)
    assert dry_interval(diary(row[:28], course), PALM).so_far


def test_the_first_session_of_a_later_induction_does_not_count_either():
    # Inductions on days 0-11 and 60-87; day 12 and the day after session 60 are wet.
    row = [9] * 12 + [9] + [None] * 47 + [0, 9] + [None] * 5 + [0, 0]
    found = dry_interval(diary(row, [*TWELVE, 60, 66]), PALM)
    assert (found.median, found.sessions, found.so_far) == (1, 1, False)


def test_only_sessions_of_the_period_count_and_what_followed_them_may_lie_after_it():
    row = [9] * 12 + [1, 1, 5, 1, 1, 1, 5, 5]
    period = {"first": FIRST + timedelta(12), "last": FIRST + timedelta(14)}
    assert interval(row, [*TWELVE, 14, 18], **period) == (4, 1, 1, 3)


def test_the_interval_may_be_longer_than_an_episode():
    assert interval([9] * 12 + [0] * 50 + [3], TWELVE) == (51, 1, 1, 50)
    assert interval([9] * 12 + [0] * 50, TWELVE) == (None, 0, 1, 50)


def courses(row, sessions, *named):
    return dry_intervals_by_course(diary(row, sessions, course=named), PALM)


def test_each_course_has_its_own_interval():
    winter = Course("Winter", (PALM,), "induction", id="a")
    nameless = Course("", (PALM,), "maintenance", id="b")
    row = [9] * 12 + [1, 5, 1, 1, 1, 5]
    found = courses(row, [*((day, "a") for day in TWELVE), (13, "b")], winter, nameless)
    assert [(each.course, str(each.name)) for each in found] == [
        ("a", "Winter"),
        ("b", "maintenance"),
    ]
    assert [(each.starts - FIRST).days for each in found] == [0, 13]
    assert [(each.ends - FIRST).days for each in found] == [11, 13]
    assert [each.interval.median for each in found] == [2, 4]


def test_sessions_without_a_course_stand_together_until_a_break():
    row = [5] * 12 + [5, 5] + [None] * 40 + [5] * 12
    sessions = [*TWELVE, (12, "gone"), *range(54, 66)]
    found = courses(row, sessions)
    assert [(each.course, (each.starts - FIRST).days) for each in found] == [(None, 0), (None, 54)]
    assert str(found[0].name) == "sessions without a course"


def test_a_course_taken_up_again_after_another_stands_twice():
    both = [Course(name, (PALM,), "top_up", id=name) for name in "ab"]
    found = courses([5] * 40, [(0, "a"), (9, "b"), (18, "a")], *both)
    assert [each.course for each in found] == ["a", "b", "a"]


def test_a_region_without_a_session_has_no_course():
    assert courses([5] * 9, []) == ()


rows = st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=1, max_size=90)
session_days = st.lists(st.integers(0, 89), max_size=40)


@given(rows, session_days, st.randoms())
def test_neither_order_of_entry_nor_another_region_matters(row, sessions, chance: random.Random):
    written = diary(row, sessions)
    shuffled = [*zip(sessions, written.of(Session), strict=True)]
    chance.shuffle(shuffled)
    other = diary(row, [], other=[8] * 30)
    records = {"session": tuple(each for _, each in shuffled)}
    mixed = replace(other, records=records)
    assert as_values(wear_off(mixed, PALM)) == as_values(wear_off(written, PALM))
    assert dry_interval(mixed, PALM) == dry_interval(written, PALM)
    assert dry_intervals_by_course(mixed, PALM) == dry_intervals_by_course(written, PALM)


@given(rows, session_days, st.integers(0, 30))
def test_days_without_a_rating_change_nothing(row, sessions, more):
    written, longer = diary(row, sessions), diary([*row, *["n/a"] * more], sessions)
    assert as_values(wear_off(longer, PALM)) == as_values(wear_off(written, PALM))
    assert dry_interval(longer, PALM) == dry_interval(written, PALM)


@given(rows, session_days)
def test_each_rated_day_and_each_session_counts_at_most_once(row, sessions):
    written = diary(row, sessions)
    rated = len([each for each in row if each is not None])
    assert int(wear_off(written, PALM).rated.sum()) <= rated
    found = dry_interval(written, PALM)
    assert found.reached <= found.sessions <= len({*sessions})
    parts = dry_intervals_by_course(written, PALM)
    assert sum(each.interval.sessions for each in parts) <= len({*sessions})


@given(
    st.lists(st.integers(0, 10), min_size=40, max_size=60),
    st.lists(st.integers(0, 30), min_size=3, max_size=9),
    st.integers(1, 9),
)
def test_a_higher_threshold_never_makes_an_interval_shorter(row, sessions, threshold):
    written = diary(row, sessions)
    lower = dry_interval(written, PALM, threshold)
    higher = dry_interval(written, PALM, threshold + 1)
    assert higher.median is None or lower.median is not None
    assert (lower.median or 0) <= (higher.median or 999)
    assert higher.reached <= lower.reached


@pytest.mark.parametrize("days", [1, 4, 9])
def test_one_dry_interval_repeated_is_the_median_and_the_curve_shows_it(days):
    # A session whenever sweating is back, `days` after the last: 1 until then.
    cycle = [1] * (days - 1) + [6]
    last = 11 + 20 * days
    found = diary([9] * 12 + cycle * 20, [*TWELVE, *range(11 + days, last, days)])
    assert dry_interval(found, PALM).median == days
    assert wear_off(found, PALM).median[1:days].tolist() == [1] * (days - 1)
