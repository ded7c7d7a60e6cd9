"""Zoom and move of the days that a chart shows."""

from hypothesis import given
from hypothesis import strategies as st

from ui.progress.zoom import LEAST_DAYS, STEP, moved, page_step, zoomed

WHOLE = (100, 199)


@st.composite
def shown_in_whole(draw):
    first = draw(st.integers(-5000, 5000))
    whole = (first, first + draw(st.integers(0, 8000)))
    begin = draw(st.integers(*whole))
    return (begin, draw(st.integers(begin, whole[1]))), whole


def length(days):
    return days[1] - days[0] + 1


def test_nearer_shows_fewer_days_around_the_middle():
    assert zoomed(WHOLE, WHOLE, 2) == (125, 174)


def test_farther_comes_back_to_all_days_and_no_more():
    near = zoomed(WHOLE, WHOLE, STEP)
    assert length(near) == 67
    assert zoomed(near, WHOLE, 1 / STEP) == WHOLE
    assert zoomed(WHOLE, WHOLE, 1 / STEP) == WHOLE


def test_the_day_under_the_pointer_stays_where_it_is():
    assert zoomed(WHOLE, WHOLE, 2, around=100) == (100, 149)
    assert zoomed(WHOLE, WHOLE, 2, around=199) == (150, 199)


def test_never_less_than_a_week():
    days = WHOLE
    for _ in range(20):
        days = zoomed(days, WHOLE, STEP)
    assert length(days) == LEAST_DAYS == 7


def test_a_diary_of_two_days_stays_whole():
    assert zoomed((5, 6), (5, 6), STEP) == (5, 6)


def test_a_move_goes_no_further_than_the_diary():
    assert moved((125, 174), WHOLE, 10) == (135, 184)
    assert moved((125, 174), WHOLE, 90) == (150, 199)
    assert moved((125, 174), WHOLE, -90) == (100, 149)


def test_an_arrow_goes_on_by_a_quarter_of_what_is_shown():
    assert page_step(WHOLE) == 25
    assert page_step((1, 2)) == 1


@given(shown_in_whole(), st.floats(0.1, 10), st.none() | st.floats(-20000, 20000))
def test_what_is_shown_always_lies_within_the_whole(days, factor, around):
    shown, whole = days
    first, last = zoomed(shown, whole, factor, around)
    assert whole[0] <= first <= last <= whole[1]


@given(shown_in_whole(), st.integers(-20000, 20000))
def test_a_move_keeps_the_number_of_days(days, by):
    shown, whole = days
    after = moved(shown, whole, by)
    assert length(after) == length(shown)
    assert whole[0] <= after[0] <= after[1] <= whole[1]
