"""The formulas of partial improvement: change, points and contrast with their intervals.

Source of all of them: the project's method note, section 2.2. The interval of a ratio is Fieller's
(J R Stat Soc B 1954;16:175-185); days that follow each other are alike, so that n days weigh as
much as n / vif independent ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from model.analysis.student import quantile_95, two_sided_p

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Days = tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]
    """Rated days since 1970-01-01, ascending, and their severities 0-10; both of shape (n,)."""

    Index = npt.NDArray[np.float64]
    """What untreated regions did: 1 = as in their baseline; shape (days,), NaN = none was rated."""

    Relative = npt.NDArray[np.float64]
    """Severities as shares of the region's own baseline, shape (days, regions), NaN = not rated."""

    Severities = npt.NDArray[np.int8] | npt.NDArray[np.float64]
    """Shape (days, regions); below 0, or NaN, is not rated."""

ROUNDING = 1 / 12
"""Variance that rounding to whole points alone gives: no diary is more exact than that."""

RHO_UNKNOWN = 0.3  # where too few days follow each other to estimate it
RHO_HIGHEST = 0.9
LEAST_PAIRS = 10
LEAST_IN_SEGMENT = 3
LEAST_UNTREATED_MEAN = 1  # of 0-10; a region that was dry before tells nothing of the weather


@dataclass(frozen=True)
class Estimate:
    """A number with its 95 % interval; `high` is None where there is no upper limit.

    p: of no difference, two-sided; df: effective degrees of freedom at the value. Both are None
    where the measure has none.
    """

    value: float
    low: float
    high: float | None
    p: float | None = None
    df: float | None = None


@dataclass(frozen=True)
class Contrast(Estimate):
    """Percent that a region changed beyond what the untreated ones predict for the same days.

    days_before, days_now: on which the region and at least one untreated one were rated.
    treated_change, untreated_change: percent, each alone, on just these days.
    """

    days_before: int = 0
    days_now: int = 0
    treated_change: float = 0.0
    untreated_change: float = 0.0


@dataclass(frozen=True)
class Pooled:
    """How alike two days in a row are, over all regions of one patient.

    rho: 0..0.9, the one to use. raw: before its bias is corrected, None without a pair or without
    any variation. corrected: what the pairs say, 0..0.9, however few they are. pairs: of ratings
    exactly one day apart.
    """

    rho: float
    raw: float | None
    corrected: float | None
    pairs: int


class _Side(NamedTuple):
    """One phase: n ratings that weigh as much as n / vif, and the variance of their mean."""

    n: int
    mean: float
    vif: float
    variance: float


def vif(days: npt.NDArray[np.int64], rho: float) -> float:
    """Return how many rated days carry as much as one independent day.

    The sum of rho^|t_i - t_j| over all pairs, divided by n; exact with gaps, in one pass.

    Args:
        days: ascending, at least one, shape (n,).
        rho: autocorrelation of two days in a row, 0 <= rho < 1.

    Returns:
        1 (independent, or a single day) .. n.
    """
    return _vif(tuple(days.tolist()), rho)


@lru_cache(maxsize=128)  # regions are mostly rated on the same days, and each is asked for often
def _vif(days: tuple[float, ...], rho: float) -> float:
    total = tail = 0.0
    for earlier, day in pairwise(days):
        gap = day - earlier
        tail = (tail + 1) * (rho if gap == 1 else rho**gap)
        total += tail
    return 1 + 2 * total / len(days)


def pooled_rho(segments: Iterable[Days]) -> Pooled:
    """Estimate one autocorrelation from all regions and phases of a patient.

    Deviations from the mean of their own segment are correlated a little too negatively; the
    corrected value is (n r + K) / (n - 3 K) for n ratings in K segments, kept within 0..0.9.

    Args:
        segments: the ratings of one phase of one region each; those below 3 ratings do not count.

    Returns:
        rho = 0.3 where fewer than 10 pairs of ratings are exactly one day apart, or where no
        segment varies at all.
    """
    products = squares = 0.0
    pairs = ratings = count = 0
    for days, severities in segments:
        if len(days) < LEAST_IN_SEGMENT:
            continue
        off = severities - _mean(severities)
        follows = days[1:] - days[:-1] == 1
        products += float((off[1:] * off[:-1]) @ follows)
        squares += float(off @ off)
        pairs += int(follows.sum())
        ratings += len(days)
        count += 1
    if not pairs or squares <= 0:
        return Pooled(RHO_UNKNOWN, None, None, pairs)
    raw = products / pairs / (squares / ratings)
    room = max(ratings - 3 * count, 1e-12)  # 0 where every segment has just 3: then 0 or 0.9
    corrected = min(max((ratings * raw + count) / room, 0.0), RHO_HIGHEST)
    return Pooled(corrected if pairs >= LEAST_PAIRS else RHO_UNKNOWN, raw, corrected, pairs)


def change(before: Days, now: Days, rho: float) -> Estimate:
    """Estimate the change of the mean severity in percent of the baseline mean.

    Args:
        before: the baseline, at least one rated day.
        now: the period that is compared with it, at least one rated day.
        rho: as from `pooled_rho`.

    Returns:
        Percent, negative = drier, never below -100, with Fieller's interval, which keeps its
        coverage where the region gets dry; no upper limit where the baseline mean itself could be
        0. A series that never varies, or of a single day, gets the width that rounding to whole
        points gives: that the days are enough is the caller's rule (section 2.3: 5).

    Raises:
        ValueError: a side has no day, or the baseline mean is 0, of which there is no percent.
    """
    import numpy as np

    _refuse_empty(before, now)
    flat = np.ones(len(before[0])), np.ones(len(now[0]))
    found = _ratio(before, now, *flat, rho)
    if found is None:
        raise ValueError("there is no percent of a baseline mean of 0")
    return found


def points(before: Days, now: Days, rho: float) -> Estimate:
    """Estimate the change of the mean severity in points of its scale.

    Args:
        before: the baseline, at least one rated day.
        now: the period that is compared with it, at least one rated day.
        rho: as from `pooled_rho`.

    Returns:
        Points, negative = drier, with a Welch interval; always both limits.

    Raises:
        ValueError: a side has no day.
    """
    _refuse_empty(before, now)
    a, b = _side(before, rho), _side(now, rho)
    value, error = b.mean - a.mean, math.sqrt(a.variance + b.variance)
    df = _welch(a, a.variance, b, b.variance)
    half = quantile_95(df) * error
    return Estimate(value, value - half, value + half, two_sided_p(df, value / error), df)


def contrast(
    before: Days, now: Days, index_before: Index, index_now: Index, rho: float
) -> Contrast | None:
    """Estimate the change in percent of what the untreated regions predict for the same days.

    Args:
        before: the baseline of a treated region.
        now: the period that is compared with it.
        index_before: what `index_of` says of each day of `before`, NaN where nothing.
        index_now: the same for each day of `now`.
        rho: as from `pooled_rho`.

    Returns:
        Percent, negative = drier than predicted, with its interval; with an index that is 1 on
        every day it is `change`. None where a side has no day in common with untreated regions,
        or where either they or the region itself were dry throughout, so that nothing is
        predicted. How many days are enough is the caller's rule (section 2.3: 5).
    """
    import numpy as np

    paired_before, paired_now = np.isfinite(index_before), np.isfinite(index_now)
    if not (paired_before.any() and paired_now.any()):
        return None
    before = before[0][paired_before], before[1][paired_before]
    now = now[0][paired_now], now[1][paired_now]
    x_before, x_now = index_before[paired_before], index_now[paired_now]
    found = _ratio(before, now, x_before, x_now, rho)
    if found is None:
        return None
    return Contrast(
        **vars(found),
        days_before=len(x_before),
        days_now=len(x_now),
        treated_change=_percent(_mean(now[1]) / _mean(before[1])),
        untreated_change=_percent(_mean(x_now) / _mean(x_before)),
    )


def of_own_baseline(before: Severities, now: Severities) -> tuple[Relative, Relative]:
    """Return the severities of untreated regions, each divided by its own mean in `before`.

    Args:
        before: severities of the untreated regions in the baseline of the treated one, every day
            of it, as a part of `Snapshot.severity`; shape (days, regions).
        now: the same regions in the period that is compared, shape (later days, regions).

    Returns:
        The rows of `before` and of `now`; NaN where a region was not rated, and for one whose mean
        in `before` is below 1 or that was not rated there.
    """
    import numpy as np

    own = _own_means(before)
    own[own < LEAST_UNTREATED_MEAN] = np.nan
    return np.where(before >= 0, before / own, np.nan), np.where(now >= 0, now / own, np.nan)


def index_of(relative: Relative, taken: npt.NDArray[np.bool_] | None = None) -> Index:
    """Return the mean of each day over the regions that were rated on it, else NaN.

    Args:
        relative: as from `of_own_baseline`.
        taken: which regions count, None for all.
    """
    import numpy as np

    rated = np.isfinite(relative)
    weights = np.ones(relative.shape[1]) if taken is None else taken.astype(np.float64)
    with np.errstate(invalid="ignore"):  # 0 / 0: none was rated
        index: Index = (np.where(rated, relative, 0.0) @ weights) / (rated @ weights)
    return index


def holm(p: Sequence[float]) -> tuple[float, ...]:
    """Adjust the p of several regions for their number, in the order given.

    Source: Holm, Scand J Stat 1979;6:65-70.
    """
    adjusted = [0.0] * len(p)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(p)), key=p.__getitem__)):
        highest = max(highest, min((len(p) - rank) * p[place], 1.0))
        adjusted[place] = highest
    return tuple(adjusted)


def _ratio(before: Days, now: Days, x_before: Index, x_now: Index, rho: float) -> Estimate | None:
    """Compare two phases in percent of what the index predicts; None where it predicts 0."""
    mean_x = _mean(x_before), _mean(x_now)
    mean_before = _mean(before[1])
    if mean_before <= 0 or min(mean_x) <= 0:
        return None
    scale = mean_before / mean_x[0]  # k0 of the method note
    predicted = scale * mean_x[1]  # k
    a = _side((before[0], before[1] - scale * x_before), rho)
    u = a.variance * (mean_x[1] / mean_x[0]) ** 2
    b = _side(now, rho)
    off = x_now - mean_x[1]
    weight = b.vif / b.n / max(b.n - b.vif, 0.5)
    s_xy = float((now[1] - b.mean) @ off) * weight * scale
    s_xx = float(off @ off) * weight * scale**2

    def parts(ratio: float) -> tuple[float, float]:
        """Return the variance of mean - ratio * predicted, that of each phase alone."""
        return ratio**2 * u, max(b.variance - 2 * ratio * s_xy + ratio**2 * s_xx, 0.0)

    ratio = b.mean / predicted
    df = _welch(a, parts(ratio)[0], b, parts(ratio)[1])
    low, high = _fieller(b.mean, predicted, (b.variance, s_xy, s_xx + u), quantile_95(df))
    at_one = parts(1.0)
    distance = (b.mean - predicted) / math.sqrt(sum(at_one))
    p = two_sided_p(_welch(a, at_one[0], b, at_one[1]), distance)
    return Estimate(_percent(ratio), _percent(low), None if high is None else _percent(high), p, df)


def _fieller(
    mean: float, predicted: float, covariance: tuple[float, float, float], quantile: float
) -> tuple[float, float | None]:
    """Return the limits of mean / predicted, the upper one None where there is none.

    `covariance`: variance of the mean, their covariance, variance of the prediction.
    """
    square = quantile**2
    a = predicted**2 - square * covariance[2]
    b = mean * predicted - square * covariance[1]
    c = mean**2 - square * covariance[0]
    root = math.sqrt(max(b**2 - a * c, 0.0))
    if a > 0:
        return max((b - root) / a, 0.0), (b + root) / a
    return (0.0 if c <= 0 or a == 0 else (b - root) / a), None


def _side(days: Days, rho: float) -> _Side:
    n, inflation = len(days[0]), vif(days[0], rho)
    mean = _mean(days[1])
    off = days[1] - mean
    variance = max(float(off @ off) / max(n - inflation, 0.5), ROUNDING)
    return _Side(n, mean, inflation, variance * inflation / n)


def _welch(a: _Side, part_a: float, b: _Side, part_b: float) -> float:
    """Return the effective degrees of freedom of a variance that is the sum of two parts."""
    df_a, df_b = (max(side.n / side.vif - 1, 1.0) for side in (a, b))
    return (part_a + part_b) ** 2 / (part_b**2 / df_b + part_a**2 / df_a)


def _own_means(severities: Severities) -> npt.NDArray[np.float64]:
    """Return the mean severity of each region, 0 where it was never rated; shape (regions,)."""
    import numpy as np

    rated = severities >= 0
    total = np.where(rated, severities, 0.0).sum(axis=0)
    means: npt.NDArray[np.float64] = total / np.maximum(rated.sum(axis=0), 1)
    return means


def _mean(values: npt.NDArray[np.float64]) -> float:
    """Return the mean; for few values much faster than numpy's own."""
    return math.fsum(values.tolist()) / len(values)


def _percent(ratio: float) -> float:
    return 100 * (ratio - 1)


def _refuse_empty(*sides: Days) -> None:
    if not all(len(days) for days, _ in sides):
        raise ValueError("each side needs at least one rated day")
