"""Why a number is missing, in a sentence that says what would give it."""

from datetime import date, timedelta

import pytest

from model.analysis import reasons
from model.analysis.phases import phases_of
from model.analysis.progress import progress
from model.records.snapshot import day_number

FIRST = date(2026, 3, 2)


def windows(chosen=None, last=60):
    return phases_of((FIRST,), FIRST - timedelta(20), FIRST + timedelta(last), chosen)


def latest(count, last=60):
    """Return so many rated days up to the last day of `windows`."""
    return [day_number(FIRST + timedelta(last - count + 1 + n)) for n in range(count)]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([7], "Rate 4 more days before the first session."),
        ([4, 5, 6, 7], "Rate 1 more day before the first session."),
        ([3, 4, 5, 6, 7], "There is no session yet, so there is nothing to compare with."),
        # 28 days up to the last one: day 7 is the first that still counts for day 34.
        ([6, 31, 32, 33, 34], "Rate 1 more day before the first session."),
        ([7, 14, 21, 28], "Rate 1 more day before the first session."),
        ([1, 7, 14, 28], "Rate 2 more days before the first session."),  # day 1 drops out
        ([7, 31, 32, 33, 34], "There is no session yet, so there is nothing to compare with."),
    ],
)
def test_before_any_session_the_days_that_are_missing_are_counted(days, said):
    assert str(reasons.before_any_session(days)) == said


@pytest.mark.parametrize(
    ("rated", "said"),
    [
        (0, "No day was rated in the 28 days before the first session; 5 are needed."),
        (1, "Only 1 day was rated in the 28 days before the first session; 5 are needed."),
        (3, "Only 3 days were rated in the 28 days before the first session; 5 are needed."),
    ],
)
def test_a_baseline_that_is_too_short_cannot_grow(rated, said):
    assert str(reasons.too_few_before(rated, windows())) == said


def test_a_baseline_chosen_by_the_patient_is_named_as_such():
    chosen = (FIRST - timedelta(3), FIRST)
    assert str(reasons.too_few_before(3, windows(chosen))) == (
        "Rated days before the first session in the baseline that the patient chose: 3; 5 are"
        " needed."
    )
    later = (FIRST + timedelta(10), FIRST + timedelta(60))
    again = phases_of((FIRST, FIRST + timedelta(60)), FIRST, FIRST + timedelta(90), later)
    assert str(reasons.too_few_before(3, again)) == (
        "Rated days before the session on 1 May 2026 in the baseline that the patient chose: 3; 5"
        " are needed."
    )
    assert str(reasons.too_few_now(latest(3), windows(chosen))) == (
        "Rate 2 more days to compare with the baseline chosen."
    )
    assert str(reasons.too_few_now(latest(4), windows(chosen))) == (
        "Rate 1 more day to compare with the baseline chosen."
    )


def test_days_rated_further_back_than_the_baseline_are_not_denied(written):
    diary = written({"palm_left": [5] * 10 + [None] * 40 + [5] * 40}, {"palm_left": [50]})
    assert str(progress(diary).of("palm_left").reason) == (
        "No day was rated in the 28 days before the first session; 5 are needed."
    )


def test_now_the_missing_days_can_still_be_rated():
    assert str(reasons.too_few_now(latest(4), windows())) == (
        "Rate 1 more day to compare with the time before the first session."
    )
    assert str(reasons.too_few_now(latest(0), windows())) == (
        "This region was not rated from 4 Apr 2026 to 1 May 2026."
    )
    assert str(reasons.too_few_now(latest(0), windows(last=-1))) == (
        "No day has been rated since the first session."
    )


def test_one_rating_a_week_needs_more_days_than_are_missing_now():
    weekly = [day_number(FIRST + timedelta(60 - 27 + 7 * n)) for n in range(4)]
    assert str(reasons.too_few_now(weekly, windows())) == (
        "Rate 2 more days to compare with the time before the first session."
    )


def test_a_second_course_without_a_rating_is_named_by_its_first_day():
    again = phases_of((FIRST, FIRST + timedelta(60)), FIRST - timedelta(20), FIRST + timedelta(50))
    assert str(reasons.too_few_now(latest(0), again)) == (
        "No day has been rated since the session on 1 May 2026."
    )


def test_a_low_baseline_gives_points_only():
    assert str(reasons.baseline_too_low(1.64)) == (
        "The mean of the baseline was 1.6; below 2 of 10 a change is given in points only."
    )


def test_why_there_is_no_comparison_with_untreated_regions():
    assert str(reasons.no_contrast(some_untreated=False)) == (
        "No rated region was left untreated, so it cannot be told what weather and stress did in"
        " the same days."
    )
    assert str(reasons.no_contrast(some_untreated=True)) == (
        "A comparison with the untreated regions needs 5 days before and 5 days now on which both"
        " were rated."
    )


def test_why_untreated_regions_are_left_out():
    assert str(reasons.untreated_were_dry()) == (
        "The untreated regions were almost dry in the baseline, so they cannot show what weather"
        " and stress did in the same days."
    )
    assert str(reasons.no_contrast_in_points()) == (
        "A change that is given in points only is not compared with the untreated regions."
    )


def test_a_region_never_rated_says_so():
    assert str(reasons.never_rated()) == "This region was never rated."
