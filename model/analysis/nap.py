"""Share of pairs of days of which the later is drier (nonoverlap of all pairs), with its interval.

Sources: Parker & Vannest, Behav Ther 2009;40:357-367; Newcombe, Stat Med 2006;25:559-573, method 5;
effective numbers of days: the project's method note, section 2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.analysis.estimate import Estimate, vif

if TYPE_CHECKING:
    from model.analysis.estimate import Days

Z = 1.959964  # of a 95 % interval
LEAST_EFFECTIVE_DAYS = 2
_HALVINGS = 34  # of 0..1: down to 1e-10


def nap(before: Days, now: Days, rho: float) -> Estimate:
    """Return the share of (baseline day, later day) pairs with the later day drier, ties half.

    Args:
        before: the baseline, at least one rated day.
        now: the period that is compared with it, at least one rated day.
        rho: as from `pooled_rho`; 0 gives the interval for independent days.

    Returns:
        0..1; 0.5 where nothing changed, 1 where every later day is drier than every day before.
        Both limits always; a side counts n / vif days, at least 2. p is None.

    Raises:
        ValueError: a side has no day.
    """
    import numpy as np

    if not (len(before[0]) and len(now[0])):
        raise ValueError("each side needs at least one rated day")
    ranked = np.sort(before[1])
    below, upto = (int(ranked.searchsorted(now[1], side).sum()) for side in ("left", "right"))
    pairs = len(ranked) * len(now[1])
    share = (pairs - (below + upto) / 2) / pairs  # ties, counted in `upto` alone, weigh half
    m, n = (max(len(days) / vif(days, rho), LEAST_EFFECTIVE_DAYS) for days in (before[0], now[0]))
    return Estimate(share, *newcombe(share, m, n))


def newcombe(share: float, m: float, n: float) -> tuple[float, float]:
    """Return the 95 % limits of a share of m times n pairs.

    Where every pair counts, or none, the equation has one root at the border itself, which would
    be an interval without width; bisection finds the other one.
    """
    return _root(share, m, n, 0.0), _root(share, m, n, 1.0)


def _root(share: float, m: float, n: float, above: float) -> float:
    """Bisect between the share and 0 or 1 (`above`), where the equation is positive."""
    half, pairs, square, below = (m + n) / 2 - 1, m * n, Z**2, share
    constant, slope = 2 + half, 1 + 2 * half
    for _ in range(_HALVINGS):
        x = (above + below) / 2
        q = x * (1 - x)  # (2 - x)(1 + x) of the paper is 2 + q
        off = share - x
        if pairs * off * off * (2 + q) > square * q * (constant + slope * q):
            above = x
        else:
            below = x
    return (above + below) / 2
