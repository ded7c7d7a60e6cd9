"""Heat and stress held even: against R's nlme, and against diaries whose answer is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.adjusted import adjusted, gls

# Parker, Vannest & Davis 2011; HPI classroom trial, participant b6a716 (days missing).
# Correlation, baseline, change, their errors and sigma of R 4.2.2 nlme::gls with corCAR1, REML.
PARKER = (
    dict(enumerate([20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, 30, 29], 1)),
    set(range(7, 14)),
    (0.57715206401, 22.3243253237, 5.3464968196, 1.7358655151, 2.0220104957, 2.7984913903),
)
TEA = (
    {3: 8, 4: 9, 5: 9, 6: 9, 10: 8, 12: 9, 13: 10, 15: 10, 16: 10, 17: 7, 18: 7, 19: 8, 20: 9}
    | {23: 7, 24: 7, 25: 9, 27: 9},
    {*range(3, 10), *range(15, 23)},
    (0.50795778727, 8.411340543, 0.27883636324, 0.56084802983, 0.73152612752, 1.1498669233),
)


@pytest.mark.parametrize(("ratings", "treated", "expected"), [PARKER, TEA])
def test_the_fit_is_that_of_nlme_gaps_included(ratings, treated, expected):
    days = np.array([*ratings])
    post = np.isin(days, [*treated])
    phi, *rest = expected
    fit = gls(days, np.array([*ratings.values()], float), np.column_stack([post >= 0, post]), phi)
    errors = np.sqrt(fit.variance * np.diag(fit.unscaled))
    found = [*fit.coefficients, *errors, np.sqrt(fit.variance)]
    assert found == pytest.approx(rest, rel=1e-4)


def diary(heat_before, heat_now, base=6.0, effect=-2.0, slope=0.5, noise=0.0):
    """Write days on which severity = base + effect of treatment + slope * heat, and some noise."""
    heat_before, heat_now = np.array(heat_before, float), np.array(heat_now, float)
    rng = np.random.default_rng(3)
    before = base + slope * heat_before + noise * rng.standard_normal(len(heat_before))
    now = base + effect + slope * heat_now + noise * rng.standard_normal(len(heat_now))
    first = np.arange(len(before)), before
    later = np.arange(len(now)) + len(before) + 28, now
    return first, later, {"heat": (heat_before, heat_now)}


WARMER = [0, 1, 0, 2, 1, 0, 1, 2], [3, 4, 2, 5, 3, 4, 3, 4, 4, 3]


def test_what_heat_explains_is_no_effect():
    # At the mean heat of now, 3.5, the baseline would have been 6 + 1.75 = 7.75, now it is 5.75.
    found = adjusted(*diary(*WARMER), 0.3)
    assert found.change.value == pytest.approx(100 * (5.75 / 7.75 - 1))
    assert found.covariates == ("heat",)
    assert (found.days_before, found.days_now) == (8, 10)


def test_a_fit_without_any_rest_has_the_width_of_rounding():
    found = adjusted(*diary(*WARMER), 0).change
    assert found.low < found.value - 1
    assert found.high > found.value + 1


def test_the_interval_is_that_of_two_means_where_heat_was_the_same():
    # Means 7 and 4 of 8 days each; the rest is 1 point on every day, so its variance is 16 / 13.
    heat = np.array([0, 0, 1, 1] * 2, float)
    before = np.arange(8), np.array([6, 8] * 4, float)
    now = np.arange(40, 48), np.array([3, 5] * 4, float)
    found = adjusted(before, now, {"heat": (heat, heat)}, 0).change
    error = np.sqrt(16 / 13 / 8 * (1 / 7**2 + 1 / 4**2))
    low, high = 4 / 7 * np.exp([-2.160369 * error, 2.160369 * error])  # t(.975, 13)
    assert (found.low, found.high) == pytest.approx((100 * (low - 1), 100 * (high - 1)), abs=1e-4)
    assert 2e-4 < found.p < 5e-4  # t = -4.96


def test_the_interval_is_as_wide_as_the_result_would_move_with_the_ratings():
    first, later, covariates = diary(*WARMER, noise=0.9)
    ratings, days = (np.concatenate([first[at], later[at]]) for at in (1, 0))

    def log_ratio(moved):
        sides = (first[0], moved[:8]), (later[0], moved[8:])
        return np.log1p(adjusted(*sides, covariates, 0.6).change.value / 100)

    step = 1e-4 * np.eye(18)
    slopes = [(log_ratio(ratings + each) - log_ratio(ratings - each)) / 2e-4 for each in step]
    design = np.column_stack([np.ones(18), np.arange(18) > 7, np.concatenate(covariates["heat"])])
    alike = gls(days, ratings, design, 0.6).variance * 0.6 ** np.abs(days - days[:, None])
    half = 2.131450 * np.sqrt(slopes @ alike @ slopes)  # t(.975, 15)
    found = adjusted(first, later, covariates, 0.6).change
    assert np.log1p(found.high / 100) == pytest.approx(log_ratio(ratings) + half, abs=1e-6)


def test_noise_widens_the_interval_and_the_truth_stays_within():
    quiet, loud = (adjusted(*diary(*WARMER, noise=n), 0.3).change for n in (0.3, 0.9))
    assert loud.high - loud.low > quiet.high - quiet.low
    for found in (quiet, loud):
        assert found.low < 100 * (5.75 / 7.75 - 1) < found.high
        assert found.low < found.value < found.high
    assert 0 < quiet.p < loud.p < 1


def test_two_covariates_are_held_even_together():
    before, now, covariates = diary(*WARMER)
    stress = np.array([1, 0, 2, 0, 1, 3, 0, 1.0]), np.array([2, 0, 1, 1, 3, 0, 2, 2, 1, 0.0])
    before, now = ((days[0], days[1] + x) for days, x in zip((before, now), stress, strict=True))
    found = adjusted(before, now, {**covariates, "stress": stress}, 0.3)
    # Mean stress of now is 1.2, so both means are higher by that.
    assert found.change.value == pytest.approx(100 * (6.95 / 8.95 - 1))
    assert found.covariates == ("heat", "stress")


def without(values, *places):
    values = np.array(values, float)
    values[list(places)] = np.nan
    return values


def test_a_covariate_counts_from_four_fifths_of_the_days():
    before, now, covariates = diary([0, 1, 0, 2, 1], [3, 4, 2, 5, 3])
    heat = covariates["heat"]
    found = adjusted(before, now, {"heat": (without(heat[0], 0), without(heat[1], 4))}, 0.3)
    assert (found.days_before, found.days_now) == (4, 4)
    assert adjusted(before, now, {"heat": (without(heat[0], 0, 1), without(heat[1], 4))}, 0) is None


def test_what_is_rarely_logged_does_not_cost_days():
    before, now, covariates = diary(*WARMER)
    rare = without(np.arange(8), *range(8)), np.arange(10.0)
    assert adjusted(before, now, {**covariates, "stress": rare}, 0.3) == adjusted(
        before, now, covariates, 0.3
    )


def test_what_never_varies_explains_nothing():
    before, now, covariates = diary(*WARMER)
    same = np.full(8, 3.0), np.full(10, 3.0)
    assert adjusted(before, now, {**covariates, "stress": same}, 0.3).covariates == ("heat",)
    assert adjusted(before, now, {"stress": same}, 0.3) is None
    assert adjusted(before, now, {}, 0.3) is None


def test_heat_that_came_with_the_treatment_cannot_be_told_from_it():
    assert adjusted(*diary([1] * 8, [4] * 10), 0.3) is None


def test_a_region_that_is_nearly_dry_has_no_log_scale():
    low = diary([0, 1, 0, 2, 1], [0, 1, 2, 0, 1], base=4, effect=-3.6)
    assert low[1][1].mean() < 1
    assert adjusted(*low, 0.3) is None


def test_no_percent_of_a_baseline_that_would_have_been_nothing():
    # In the cool of now the baseline would have been 1 - 2 < 0.
    cooler = diary([5, 6, 5, 6, 7], [1, 1, 0, 2, 1], base=-3, effect=4, slope=1)
    assert cooler[1][1].mean() > 1
    assert adjusted(*cooler, 0.3) is None


@pytest.mark.parametrize("lost", [0, 1])
def test_each_period_needs_a_day(lost):
    sides = [[0, 1, 0, 2, 1, 4, 4, 2], [3, 4, 2, 5, 3, 1, 0, 2]]
    sides[lost] = []
    assert adjusted(*diary(*sides), 0.3) is None


def test_a_later_period_without_any_heat_logged_is_not_compared():
    before, now, covariates = diary([0, 1, 2, 1] * 4, [3, 4, 2, 5])
    unknown = {"heat": (covariates["heat"][0], without(range(4), 0, 1, 2, 3))}
    assert adjusted(before, now, unknown, 0.3) is None


def test_columns_that_follow_from_each_other_fit_nothing():
    post = np.repeat([0, 1], 6)
    design = np.column_stack([np.ones(12), post, 3 + 2 * post])
    assert gls(np.arange(12), 5.0 - post, design, 0.3) is None


def test_fewer_days_than_coefficients_fit_nothing():
    assert gls(np.arange(2), np.array([5.0, 4]), np.array([[1, 0], [1, 1]]), 0.3) is None


@given(st.floats(0.1, 50), st.floats(-30, 30), st.floats(0, 0.9))
def test_the_unit_of_heat_does_not_matter(degrees, zero, rho):
    before, now, covariates = diary(*WARMER, noise=0.5)
    other = tuple(degrees * each + zero for each in covariates["heat"])
    found = adjusted(before, now, covariates, rho).change
    same = adjusted(before, now, {"heat": other}, rho).change
    assert (same.value, same.low, same.high) == pytest.approx(
        (found.value, found.low, found.high), rel=1e-6
    )
