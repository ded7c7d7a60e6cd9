"""The smooth line is that of R's lowess, ties included, and knows lines and outliers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.smooth import lowess, span

# Parker, Vannest & Davis 2011, Behav Modif 35:303-322, and what R 4.2.2 draws through it.
PARKER = [20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, 30, 29]
PARKER_2_3 = [
    20.553135962, 21.5468780631, 22.4167438203, 23.3284226631, 24.1554024173, 24.433223975,
    24.6238477555, 25.3923140105, 26.4087939462, 27.2585011303, 28.2226102879, 29.2509861421,
    30.2683640618,
]  # fmt: skip
# Speed and stopping distance of cars (Ezekiel 1930), and what R draws at each speed.
CARS = {
    4: (2, 10), 7: (4, 22), 8: (16,), 9: (10,), 10: (18, 26, 34), 11: (17, 28),
    12: (14, 20, 24, 28), 13: (26, 34, 34, 46), 14: (26, 36, 60, 80), 15: (20, 26, 54),
    16: (32, 40), 17: (32, 40, 50), 18: (42, 56, 76, 84), 19: (36, 46, 68),
    20: (32, 48, 52, 56, 64), 22: (66,), 23: (54,), 24: (70, 92, 93, 120), 25: (85,),
}  # fmt: skip
CARS_0_3 = {
    4: 5.6996787928, 7: 13.0949385776, 8: 15.3800472188, 9: 18.378840672, 10: 21.0686148157,
    11: 23.6656918632, 12: 24.9549111439, 13: 32.2445070571, 14: 35.3561759261,
    15: 34.9891424552, 16: 36.4446920987, 17: 44.2361584851, 18: 51.1909767661,
    19: 53.2729015026, 20: 52.8185073445, 22: 64.7615626491, 23: 73.6746283546,
    24: 81.7154234174, 25: 90.2914051779,
}  # fmt: skip


def floats(values):
    return np.array(list(values), np.float64)


def test_a_published_series_is_drawn_as_r_draws_it():
    assert lowess(floats(range(1, 14)), floats(PARKER), 2 / 3) == pytest.approx(PARKER_2_3)


def test_points_of_one_day_share_a_place_on_the_line():
    x = floats(speed for speed, found in CARS.items() for _ in found)
    y = floats(each for found in CARS.values() for each in found)
    expected = [CARS_0_3[speed] for speed in x]
    assert lowess(x, y, 0.3) == pytest.approx(expected)


@given(
    st.lists(st.integers(1, 9), min_size=2, max_size=40),
    st.floats(-2, 2),
    st.floats(0, 10),
    st.floats(0, 1),
)
def test_a_straight_line_stays_one_whatever_the_gaps(gaps, slope, start, frac):
    x = np.cumsum(floats(gaps))
    assert lowess(x, start + slope * x, frac) == pytest.approx(start + slope * x, abs=1e-6)


def test_one_bad_day_does_not_bend_the_line():
    x, y = floats(range(21)), np.full(21, 5.0) + 0.1 * (np.arange(21) % 3)
    y[10] = 10
    assert lowess(x, y, 0.6)[10] == pytest.approx(5.1, abs=0.1)
    assert lowess(x, y, 0.6, steps=0)[10] > 5.5


@pytest.mark.parametrize("severities", [[], [7]])
def test_fewer_than_two_days_are_their_own_line(severities):
    assert lowess(floats(range(len(severities))), floats(severities), 1).tolist() == severities


def test_days_all_at_one_place_are_their_mean():
    assert lowess(floats([3, 3, 3, 3]), floats([1, 2, 3, 6]), 1, steps=0).tolist() == [3, 3, 3, 3]


def test_a_line_is_drawn_over_three_weeks():
    assert (span(84), span(21), span(9)) == (0.25, 1, 1)


def test_nothing_but_the_shape_counts():
    rng = np.random.default_rng(5)
    x, y = np.cumsum(rng.integers(1, 4, 60)).astype(float), rng.integers(0, 11, 60).astype(float)
    line = lowess(x, y, 0.3)
    assert lowess(7 * x - 400, 3 * y + 1, 0.3) == pytest.approx(3 * line + 1)
