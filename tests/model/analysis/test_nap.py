"""The share of pairs of days of which the later is drier, against published series and laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.nap import nap, newcombe


def days(severities, first=0):
    return np.arange(first, first + len(severities)), np.array(severities, np.float64)


ratings = st.lists(st.integers(0, 10), min_size=1, max_size=12)
rhos = st.floats(0, 0.9)

# Wright & McCathren 2012, Child Dev Res 357291, Nick; intervals by R, effective days included.
NICK = [1, 2, 1, 1, 1], [0, 3, 0, 0, 1, 0]
# Parker, Vannest & Davis 2011, Behav Modif 35:303-322; there more was better.
PARKER = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]


@pytest.mark.parametrize(
    ("rho", "low", "high", "within"),
    [
        (0, 0.41490969515, 0.9329864579, 2e-4),  # the reference solver stops at about 1e-4
        (0.3, 0.3294024278, 0.95285598271, 1e-6),
        (0.6, 0.24204390152, 0.9696502415, 1e-6),
    ],
)
def test_a_published_series_with_ties(rho, low, high, within):
    found = nap(days(NICK[0]), days(NICK[1], 5), rho)
    assert found.value == pytest.approx(0.76666666667)
    assert (found.low, found.high) == pytest.approx((low, high), abs=within)


def test_a_published_series_in_which_more_was_better():
    before, now = ([-each for each in side] for side in PARKER)
    found = nap(days(before), days(now, 6), 0.3)
    assert found.value == pytest.approx(38.5 / 42)
    assert (found.low, found.high) == pytest.approx((0.48521817393, 0.99109253709), abs=1e-6)


@pytest.mark.parametrize(
    ("rho", "low"), [(0, 0.642702823931287), (0.3, 0.51039449327), (0.6, 0.3856357045)]
)
def test_full_separation_keeps_an_interval_with_width(rho, low):
    found = nap(days([6, 7, 8, 9, 10]), days([5, 4, 3, 2, 1], 5), rho)
    assert (found.value, found.high) == (1, 1)
    assert found.low == pytest.approx(low, abs=1e-6)
    worse = nap(days([5, 4, 3, 2, 1]), days([6, 7, 8, 9, 10], 5), rho)
    assert (worse.value, worse.low) == (0, 0)
    assert worse.high == pytest.approx(1 - low, abs=1e-6)


def test_few_correlated_days_count_as_two_at_least():
    one, two = nap(days([6]), days([3], 1), 0.9), nap(days([6, 6]), days([3, 3], 2), 0)
    assert (one.low, one.high) == (two.low, two.high) == newcombe(1, 2, 2)


@given(ratings, ratings)
def test_each_pair_counts_once_and_a_tie_half(before, now):
    pairs = [(a > b) + (a == b) / 2 for a in before for b in now]
    found = nap(days(before), days(now, len(before)), 0.3)
    assert found.value == pytest.approx(sum(pairs) / len(pairs))


@given(ratings, ratings, rhos)
def test_the_interval_holds_the_value_and_is_the_mirror_image_the_other_way(before, now, rho):
    a, b = days(before), days(now, len(before))
    found, turned = nap(a, b, rho), nap(b, a, rho)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.high - found.low > 0.1
    mirrored = (1 - turned.value, 1 - turned.high, 1 - turned.low)
    assert (found.value, found.low, found.high) == pytest.approx(mirrored, abs=1e-8)


@given(ratings, ratings, st.floats(0, 0.8))
def test_days_that_are_more_alike_never_say_more(before, now, rho):
    a, b = days(before), days(now, len(before))
    loose, tight = nap(a, b, rho + 0.1), nap(a, b, rho)
    assert loose.low <= tight.low + 1e-8
    assert loose.high >= tight.high - 1e-8


@pytest.mark.parametrize("sides", [([], [1]), ([1], [])])
def test_a_side_without_a_day_is_refused(sides):
    with pytest.raises(ValueError, match="at least one rated day"):
        nap(*map(days, sides), 0.3)
