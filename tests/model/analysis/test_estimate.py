"""Change, points and contrast: published series, small cases by hand, and the laws they obey.

The reference values of the published series were computed in R 4.2.2, independently of Python.
"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.estimate import (
    change,
    contrast,
    holm,
    index_of,
    of_own_baseline,
    points,
    pooled_rho,
    vif,
)

# Parker, Vannest & Davis 2011, Behav Modif 35:303-322.
PARKER = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]
# McKissick et al. 2010, Psychology in the Schools 47:944-959: three periods of one class.
FIRST_PERIOD = [13.62, 12.57, 15.76], [5.97, 4.63, 5.82, 3.72, 8.07, 2.95, 11.86]
SECOND_PERIOD = [8.07, 21.86, 19.6, 20.98, 17.75], [9.96, 4.02, 10.8, 9.57, 0.04, 5.57, 24.52]
THIRD_PERIOD = (
    [11.82, 13.95, 11.93, 16.09, 18.09, 11.75, 13.75, 12.59, 11],
    [1.98, 4.8, 11.87, 5.34],
)


def days(severities, first=0):
    """Rate days in a row; None is a day without a rating."""
    rated = [(first + at, each) for at, each in enumerate(severities) if each is not None]
    numbers, kept = zip(*rated, strict=True) if rated else ((), ())
    return np.array(numbers, np.int64), np.array(kept, np.float64)


def phases(before, now):
    return days(before), days(now, len(before))


ratings = st.lists(st.integers(0, 10), min_size=1, max_size=12)
sweaty = ratings.filter(any)
rhos = st.floats(0, 0.9)
gaps = st.lists(st.integers(1, 9), min_size=1, max_size=12)


# ---- How much a day weighs -----------------------------------------------------------------------


def test_days_that_follow_each_other_weigh_less():
    assert vif(days([1, 1, 1])[0], 0.5) == pytest.approx(1 + 2 * (0.5 + 0.5 + 0.25) / 3)


def test_gaps_stay_in_the_weight():
    assert vif(np.array([0, 3]), 0.5) == pytest.approx(1 + 0.125)


@given(gaps, rhos)
def test_the_weight_is_that_of_all_pairs(steps, rho):
    at = np.cumsum(steps)
    pairs = [rho ** abs(int(one) - int(other)) for one in at for other in at]
    assert vif(at, rho) == pytest.approx(sum(pairs) / len(at))


def test_twenty_years_of_days_have_a_weight_too():
    # The limit for many days in a row is (1 + rho) / (1 - rho).
    assert vif(np.arange(7305), 0.6) == pytest.approx(4, rel=1e-3)


# ---- Change --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rho", "low", "high", "p", "df"),
    [
        (0.3, 0.29779814315, 49.3930257463, 0.042981459185, 4.954692558),
        (0.6, -22.9455711933, 107.8283749406, 0.20685009911, 2.1417269645),
    ],
)
def test_a_published_series_changes_by_what_the_reference_says(rho, low, high, p, df):
    found = change(*phases(*PARKER), rho)
    assert found.value == pytest.approx(21.6386554622)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)
    assert (found.p, found.df) == pytest.approx((p, df), abs=1e-5)


def test_missing_days_part_the_days_that_are_left():
    # HPI classroom trial, participant b6a716: alternating blocks with days not rated.
    first = [8, 9, 9, 9, None, None, None]
    second = [8, None, 9, 10, None]
    third = [10, 10, 7, 7, 8, 9, None, None]
    fourth = [7, 7, 9, None, 9]
    tea = days([*first, *[None] * 5, *third])
    none = days([*[None] * 7, *second, *[None] * 8, *fourth])
    found = change(none, tea, 0.3)
    expected = (2.0338983051, -14.8313795063, 22.8877069062)
    assert (found.value, found.low, found.high) == pytest.approx(expected, abs=1e-4)


def test_a_baseline_that_could_be_nothing_leaves_no_upper_limit():
    # Tarlow 2017: a pure trend of few days.
    found = change(*phases([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]), 0.3)
    assert found.high is None
    assert found.low == pytest.approx(5.4802600408, abs=1e-4)
    assert change(*phases([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]), 0.6).low == -100


def test_a_region_that_got_dry_keeps_an_interval():
    found = change(*phases([7, 6, 8, 7, 7, 6], [0] * 20), 0.3)
    assert (found.value, found.low) == (-100, -100)
    assert -99 < found.high < -90


def test_a_series_that_never_varies_has_the_width_of_rounding():
    # Both sides: 5 days, variance 1/12, independent; t(.975, 8) = 2.306, mean 4 on each side.
    found = points(*phases([4] * 5, [4] * 5), 0)
    assert (found.value, found.p) == (0, 1)
    assert found.high == pytest.approx(2.306004 * math.sqrt(2 / 60), abs=1e-5)
    assert change(*phases([4] * 5, [4] * 5), 0).low < -5


def test_single_days_have_the_width_of_rounding_too():
    # Why nobody may call this with fewer than the 5 days of the method: it looks like a result.
    found = points(*phases([6], [3]), 0.3)
    assert found.high == pytest.approx(-3 + 4.302653 * math.sqrt(2 / 12), abs=1e-5)


def test_there_is_no_percent_of_nothing():
    with pytest.raises(ValueError, match="baseline mean of 0"):
        change(*phases([0, 0, 0], [1, 2]), 0.3)


@pytest.mark.parametrize("measure", [change, points])
@pytest.mark.parametrize("sides", [([], [1]), ([1], [])])
def test_a_side_without_a_day_is_refused(measure, sides):
    with pytest.raises(ValueError, match="at least one rated day"):
        measure(*phases(*sides), 0.3)


@given(sweaty, ratings, rhos)
def test_the_value_lies_within_its_limits(before, now, rho):
    for found in (change(*phases(before, now), rho), points(*phases(before, now), rho)):
        high = math.inf if found.high is None else found.high
        assert found.low - 1e-9 <= found.value <= high + 1e-9
        assert 0 <= found.p <= 1
    assert change(*phases(before, now), rho).low >= -100


@given(sweaty, ratings, rhos, st.integers(-10_000, 10_000))
def test_the_calendar_does_not_matter(before, now, rho, shift):
    a, b = phases(before, now)
    later = (a[0] + shift, a[1]), (b[0] + shift, b[1])
    assert change(*later, rho) == change(a, b, rho)
    assert points(*later, rho) == points(a, b, rho)


@given(sweaty, ratings, rhos, st.floats(0.1, 100))
def test_percent_knows_no_scale(before, now, rho, scale):
    a, b = phases(before, now)
    scaled = (a[0], scale * a[1]), (b[0], scale * b[1])
    assert change(*scaled, rho).value == pytest.approx(change(a, b, rho).value)


varied = st.lists(st.integers(0, 10), min_size=3, max_size=12).filter(lambda y: np.var(y) >= 1 / 12)


@given(varied, varied, rhos, st.floats(1, 100))
def test_its_limits_know_no_scale_where_days_differ_more_than_by_rounding(before, now, rho, scale):
    a, b = phases(before, now)
    scaled = change((a[0], scale * a[1]), (b[0], scale * b[1]), rho)
    found = change(a, b, rho)
    assert (scaled.low, scaled.p) == pytest.approx((found.low, found.p), abs=1e-6)
    assert (scaled.high is None) == (found.high is None)
    assert scaled.high is None or scaled.high == pytest.approx(found.high, rel=1e-6)


def test_rounding_weighs_less_on_a_finer_scale():
    coarse, fine = ([n * each for each in (5, 5, 5, 5, 5, 5)] for n in (1, 10))
    assert change(*phases(fine, fine), 0).high < change(*phases(coarse, coarse), 0).high


@given(sweaty, sweaty, rhos)
def test_there_and_back_is_the_inverse(before, now, rho):
    a, b = phases(before, now)
    there, back = change(a, b, rho), change(b, a, rho)
    assert (1 + there.value / 100) * (1 + back.value / 100) == pytest.approx(1)
    assert there.p == pytest.approx(back.p)
    if back.high is not None and there.low > -100:
        assert (1 + there.low / 100) * (1 + back.high / 100) == pytest.approx(1, rel=1e-6)
    back_points = points(b, a, rho)
    assert points(a, b, rho).low == pytest.approx(-back_points.high)


# ---- Points --------------------------------------------------------------------------------------


def test_points_of_a_published_series():
    found = points(*phases(*PARKER), 0.3)
    expected = (4.9047619048, 0.22049589187, 9.5890279177)
    assert (found.value, found.low, found.high) == pytest.approx(expected, abs=1e-6)
    assert found.p == pytest.approx(change(*phases(*PARKER), 0.3).p)


# ---- Against the untreated regions ---------------------------------------------------------------


def against_third(period):
    """Compare a period with the third one while that was still without treatment."""
    a, b = period[0], period[1][: 9 - len(period[0])]
    third = np.array(THIRD_PERIOD[0])[:, None]
    index = tuple(map(index_of, of_own_baseline(third[: len(a)], third[len(a) :])))
    return lambda rho: contrast(*phases(a, b), *index, rho)


def test_a_published_multiple_baseline_is_compared_with_its_untreated_part():
    found = against_third(FIRST_PERIOD)(0.3)
    expected = (-66.3706657823, -86.8143825258, -17.1269886892)
    assert (found.value, found.low, found.high) == pytest.approx(expected, abs=1e-4)
    assert (found.p, found.df) == pytest.approx((0.06042784182, 3.6528190204), abs=1e-5)
    assert (found.days_before, found.days_now) == (3, 6)
    assert found.untreated_change == pytest.approx(10.43766578)
    assert found.treated_change == pytest.approx(37.139451728 - 100)
    assert against_third(FIRST_PERIOD)(0.6).high is None


def test_a_contrast_that_does_not_tell():
    found = against_third(SECOND_PERIOD)(0.3)
    expected = (-43.0127297093, -92.5897277678, 124.4200248015)
    assert (found.value, found.low, found.high) == pytest.approx(expected, abs=2e-4)


def test_the_index_is_the_mean_of_the_regions_rated_that_day_each_by_its_own_baseline():
    # Baseline means 2, 4 and 0.5; the third is too dry to tell anything.
    before = np.array([[1, 4, 0], [3, -1, 1], [2, 4, -2], [-1, -2, 0]], np.int8)
    now = np.array([[2, 2, 9], [-1, 6, 9], [-1, -1, 9]], np.int8)
    x_before, x_now = map(index_of, of_own_baseline(before, now))
    assert x_before == pytest.approx([(0.5 + 1) / 2, 1.5, 1, math.nan], nan_ok=True)
    assert x_now == pytest.approx([(1 + 0.5) / 2, 1.5, math.nan], nan_ok=True)


def test_without_any_untreated_region_there_is_no_index_and_no_contrast():
    none = np.empty((3, 0), np.int8)
    index = [index_of(each) for each in of_own_baseline(none, none)]
    assert np.isnan(index).all()
    assert contrast(*phases([5, 6, 7], [3, 4, 3]), *index, 0.3) is None


@pytest.mark.parametrize(
    ("before", "now", "x_before", "x_now"),
    [
        ([5, 6], [3, 4], [1, 1], [math.nan, math.nan]),
        ([5, 6], [3, 4], [math.nan, math.nan], [1, 1]),
        ([5, 6], [3, 4], [1, 1], [0, 0]),
        ([0, 0], [3, 4], [1, 1], [1, 1]),
    ],
)
def test_no_contrast_without_a_prediction(before, now, x_before, x_now):
    assert contrast(*phases(before, now), np.array(x_before), np.array(x_now), 0.3) is None


@given(sweaty, ratings, rhos, st.floats(0.2, 5))
def test_untreated_regions_that_stay_as_they_were_make_the_contrast_the_change(
    before, now, rho, level
):
    found, plain = (
        contrast(*phases(before, now), np.full(len(before), level), np.full(len(now), level), rho),
        change(*phases(before, now), rho),
    )
    assert (found.value, found.low, found.p) == pytest.approx(
        (plain.value, plain.low, plain.p), abs=1e-6
    )
    assert (found.high is None) == (plain.high is None)
    assert found.high is None or found.high == pytest.approx(plain.high, rel=1e-6)


indices = st.one_of(st.just(math.nan), st.floats(0.25, 4))
rows = st.lists(st.tuples(st.integers(0, 10), indices), min_size=2, max_size=12)


@given(rows, rows, rhos, st.floats(0.2, 5))
def test_only_days_with_untreated_regions_count_and_only_their_ratio(before, now, rho, level):
    (a, x_a), (b, x_b) = (map(list, zip(*side, strict=True)) for side in (before, now))
    found = contrast(*phases(a, b), np.array(x_a), np.array(x_b), rho)
    rid = [[None if math.isnan(x) else y for y, x in side] for side in (before, now)]
    kept = [np.array([level * x for _, x in side if not math.isnan(x)]) for side in (before, now)]
    without = contrast(*phases(*rid), *kept, rho)
    assert (found is None) == (without is None)
    if found:
        assert (found.value, found.low) == pytest.approx((without.value, without.low), abs=1e-6)
        high = math.inf if found.high is None else found.high
        assert found.low - 1e-9 <= found.value <= high + 1e-9


def test_what_the_untreated_did_as_well_is_no_effect():
    before, now = [6, 8, 7, 6, 8], [3, 4, 3.5, 3, 4]
    index = [each / 7 for each in before], [each / 7 for each in now]
    found = contrast(*phases(before, now), *map(np.array, index), 0.3)
    assert found.value == pytest.approx(0)
    assert (found.treated_change, found.untreated_change) == pytest.approx((-50, -50))


# ---- One autocorrelation for a patient -----------------------------------------------------------


def test_the_autocorrelation_of_a_published_class():
    periods = (FIRST_PERIOD, SECOND_PERIOD, THIRD_PERIOD)
    found = pooled_rho(side for period in periods for side in phases(*period))
    assert found.raw == pytest.approx(-0.18406956025)
    assert (found.rho, found.corrected, found.pairs) == (0, 0, 29)


# All deviations are 1: 6 of 10 pairs, so that 8 and 4 days say (12 * 0.6 + 2) / (12 - 6).
SLOW = [4, 4, 4, 4, 6, 6, 6, 6], [2, 2, 4, 4]


def test_the_estimate_is_corrected_for_the_days_its_mean_costs():
    # All deviations are 1; of 11 pairs of days 6 agree and 5 do not.
    found = pooled_rho([days([6, 6, 4, 4, 6, 6, 4, 4, 6, 6, 4, 4])])
    assert found.raw == pytest.approx(1 / 11)
    assert found.rho == found.corrected == pytest.approx((12 / 11 + 1) / (12 - 3))


def test_no_estimate_is_above_what_a_diary_can_tell():
    found = pooled_rho(map(days, SLOW))
    assert (found.raw, found.rho, found.pairs) == (pytest.approx(0.6), 0.9, 10)


def test_few_pairs_do_not_decide():
    found = pooled_rho([days(SLOW[0])])
    assert (found.rho, found.pairs) == (0.3, 7)
    assert found.corrected > 0.3


def test_only_days_in_a_row_are_pairs():
    assert pooled_rho([days([4, None, 5, 6, None, None, 7])]).pairs == 1


def test_a_segment_of_two_days_is_not_looked_at():
    short = days([0, 9], 100)
    assert pooled_rho([*map(days, SLOW), short]) == pooled_rho(map(days, SLOW))


@pytest.mark.parametrize("severities", [[5] * 30, [], [1, 2]])
def test_nothing_to_learn_from_leaves_the_usual_value(severities):
    found = pooled_rho([days(severities)])
    assert (found.rho, found.raw, found.corrected) == (0.3, None, None)


def test_segments_of_three_days_only_say_all_or_nothing():
    # n = 3 K: the correction divides by nothing.
    assert pooled_rho([days([1, 2, 9])] * 9).rho == 0.9
    assert pooled_rho([days([1, 9, 1])] * 9).rho == 0


@given(st.lists(st.lists(st.integers(0, 10), max_size=9), max_size=6))
def test_the_order_of_the_regions_does_not_matter(segments):
    forward, backward = (pooled_rho(map(days, each)) for each in (segments, segments[::-1]))
    assert forward.rho == pytest.approx(backward.rho)
    assert 0 <= forward.rho <= 0.9


# ---- Several regions -----------------------------------------------------------------------------


def test_holm_keeps_the_order_given():
    # The example of R's help on p.adjust methods: 0.01, 0.02, 0.03, 0.04, 0.05 by Holm.
    assert holm([0.05, 0.01, 0.03, 0.02, 0.04]) == pytest.approx([0.09, 0.05, 0.09, 0.08, 0.09])
    assert holm([0.7, 0.6]) == (1, 1)
    assert holm([]) == ()


def test_holm_lets_one_region_be():
    assert holm([0.04]) == (0.04,)
