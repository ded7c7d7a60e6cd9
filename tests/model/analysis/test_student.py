"""Student's t is that of scipy, from heavy tails to nearly normal ones."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtr, stdtrit

from model.analysis.student import quantile_95, two_sided_p

DF = st.floats(0.5, 1e5)


@given(DF, st.floats(1e-6, 60))  # below, scipy's own digits are fewer with one degree of freedom
def test_p_is_that_of_scipy(df, t):
    assert two_sided_p(df, -t) == two_sided_p(df, t)
    assert two_sided_p(df, t) == pytest.approx(float(2 * stdtr(df, -abs(t))), rel=1e-9, abs=1e-300)


@given(DF)
def test_quantile_is_that_of_scipy(df):
    assert quantile_95(df) == pytest.approx(float(stdtrit(df, 0.975)), rel=1e-9)


@given(DF)
def test_quantile_and_p_belong_together(df):
    assert two_sided_p(df, quantile_95(df)) == pytest.approx(0.05, rel=1e-8)


def test_no_difference_is_certain_to_be_exceeded():
    assert two_sided_p(7, 0) == 1


def test_a_difference_that_no_diary_has_is_told_too():
    assert two_sided_p(40, 1e6) < 1e-150
    assert math.isfinite(two_sided_p(1, 1e150))
