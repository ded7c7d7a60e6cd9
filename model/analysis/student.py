"""Student's t, for the intervals and the p of partial improvement.

Own lines instead of `scipy.special`, which the tests compare them with: importing that takes a
third as long as matplotlib, and all of it would stand between the press on Progress and its first
word.
"""

from __future__ import annotations

import math

_Z = 1.959963984540054
"""0.975 quantile of the normal distribution, where the search for that of t begins."""

_TERMS = (
    _Z,
    (_Z**3 + _Z) / 4,
    (5 * _Z**5 + 16 * _Z**3 + 3 * _Z) / 96,
    (3 * _Z**7 + 19 * _Z**5 + 17 * _Z**3 - 15 * _Z) / 384,
    (79 * _Z**9 + 776 * _Z**7 + 1482 * _Z**5 - 1920 * _Z**3 - 945 * _Z) / 92160,
)
_LOG_P = math.log(0.05)
_EXACT = 1e-14
_ENOUGH = 1e-5  # of t: the step after it is about its square


def two_sided_p(df: float, t: float) -> float:
    """Return the probability that |T| is at least |t|.

    Args:
        df: degrees of freedom, 0.5..1e5; a fraction is allowed.
        t: any finite number.

    Returns:
        0..1, to 9 digits.

    Source: NIST Digital Library of Mathematical Functions, 8.17.1-4 and 8.17.22; checked against
    `scipy.special.stdtr` 1.17.
    """
    square = t * t
    whole = df + square
    if square * (df + 2) < 3 * df:  # the fraction converges fast from this end only
        return 1 - _beta(0.5, df / 2, square / whole, df / whole)
    return _beta(df / 2, 0.5, df / whole, square / whole)


def quantile_95(df: float) -> float:
    """Return the t that |T| exceeds with probability 0.05, so that 95 % of it lie within.

    Args:
        df: degrees of freedom, 0.5..1e5; a fraction is allowed.

    Returns:
        At least 1.96, to 9 digits.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions 1964, 26.7.5, from where
    Newton's method leads to it; checked against `scipy.special.stdtrit` 1.17.
    """
    t = sum(term / df**power for power, term in enumerate(_TERMS))
    constant = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - math.log(df * math.pi) / 2
    step = math.inf
    while abs(step) > _ENOUGH:
        # In logarithms the tail is nearly a line, however heavy it is.
        p = two_sided_p(df, t)
        density = math.exp(constant - (df + 1) / 2 * math.log1p(t * t / df))
        step = (math.log(p) - _LOG_P) * p / (2 * density * t)
        t *= math.exp(step)
    return t


def _beta(a: float, b: float, x: float, rest: float) -> float:
    """Return the regularised incomplete beta function of x, 0 <= x < (a + 1) / (a + b + 2).

    rest: 1 - x, with the digits that the subtraction would lose.
    """
    if x == 0:
        return 0.0
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    log += a * math.log(x) + b * math.log(rest)
    # Lentz's method: `fraction` grows by the ratio of two neighbouring convergents.
    above, below = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    fraction, grown, m = below, 0.0, 0
    while abs(grown - 1) > _EXACT:
        m += 1
        even = a + 2 * m
        term = m * (b - m) * x / ((even - 1) * even)
        above, below = 1 + term / above, 1 / (1 + term * below)
        fraction *= above * below
        term = -(a + m) * (a + b + m) * x / (even * (even + 1))
        above, below = 1 + term / above, 1 / (1 + term * below)
        grown = above * below
        fraction *= grown
    return math.exp(log) / a * fraction
