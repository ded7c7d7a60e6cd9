"""Means of one region over time: weeks, a centred mean of every day, a smooth line per phase.

Gaps are left as gaps, and nothing is averaged across a border of phases.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import isnan
from typing import TYPE_CHECKING

from model.analysis import smooth
from model.analysis.phases import MIN_DAYS, Phases, phases_of_region, session_days
from model.records.snapshot import Snapshot, day_number, day_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Days = npt.NDArray[np.int64]
    Line = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]

WEEK = 7
RATED_OF_WEEK = 4
"""Rated days that a mean of 7 days needs (the project's own rule: method note, section 1, ASDD);
longer bins need the same share."""

PHASES = ("before", "induction", "maintenance")


@dataclass(frozen=True)
class Week:
    """Some days in a row within one phase: how many were rated, and their mean severity 0-10."""

    starts: date
    ends: date
    phase: str  # one of PHASES
    days: int
    mean: float | None  # None: too few rated days


@dataclass(frozen=True, eq=False)
class Bins:
    """Weeks as columns, all of the shape (n,): days since 1970-01-01, counts and severities.

    mean, low and high (quartiles of the rated days) are NaN where too few days were rated; phase
    is an index into PHASES; stretch counts the stretches between two borders, from 0 on.
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    phase: npt.NDArray[np.int64]
    stretch: npt.NDArray[np.int64]
    days: npt.NDArray[np.int64]
    mean: npt.NDArray[np.float64]
    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]


def weekly_means(snapshot: Snapshot, region: str, width: int = WEEK) -> tuple[Week, ...]:
    """Return the weeks (or bins of `width` days) of a region from its first to its last rating."""
    windows = phases_of_region(snapshot, region, session_days(snapshot))
    columns = bins(snapshot, region, width, windows)
    return tuple(
        Week(day_of(starts), day_of(ends), PHASES[phase], days, None if isnan(mean) else mean)
        for starts, ends, phase, days, mean in zip(
            columns.starts.tolist(),
            columns.ends.tolist(),
            columns.phase.tolist(),
            columns.days.tolist(),
            columns.mean.tolist(),
            strict=True,
        )
    )


def bins(snapshot: Snapshot, region: str, width: int, windows: Phases | None) -> Bins:
    """Return the means of a region in bins of `width` days, none across a border of phases.

    Bins are counted backwards from the day of the first session and forwards from every border;
    without any session from the first rating. `windows` is what `phases_of_region` returns.
    """
    import numpy as np

    days, severities = snapshot.rated(region)
    starts, ends, phase, stretch = _edges(days, windows, width)
    place = np.searchsorted(starts, days, side="right") - 1
    counts = np.bincount(place * 11 + severities, minlength=11 * len(starts)).reshape(-1, 11)
    rated = counts.sum(axis=1)
    enough = rated >= -(-RATED_OF_WEEK * width // WEEK)
    with np.errstate(invalid="ignore"):
        mean = np.where(enough, counts @ np.arange(11) / rated, np.nan)
    low, high = (
        np.where(enough, (counts.cumsum(axis=1) < share * rated[:, None]).sum(axis=1), np.nan)
        for share in (0.25, 0.75)
    )
    return Bins(starts, ends, phase, stretch, rated, mean, low, high)


def running_means(days: Days, severities: Days, windows: Phases | None) -> Line:
    """Return the mean of the 7 days around every day, from the first to the last rated one.

    Args:
        days: rated days since 1970-01-01, ascending, shape (n,).
        severities: theirs, 0-10, shape (n,).
        windows: what `phases_of_region` returns.

    Returns:
        Days and means, ready to be drawn as one line: a mean is NaN where fewer than
        RATED_OF_WEEK of its days were rated, and a NaN stands between two stretches. Days beyond
        a border of phases are never among the seven.

    Source: the project's method note, section 2.2 ("chart").
    """
    import numpy as np

    if not len(days):
        return np.empty(0), np.empty(0)
    first = int(days[0])
    parts = np.array(_clipped(windows, first, int(days[-1])))
    lengths = parts[:, 1] - parts[:, 0] + 1
    every = np.concatenate([np.arange(begin, end + 1) for begin, end, _ in parts.tolist()])
    begin = np.maximum(every - WEEK // 2, np.repeat(parts[:, 0], lengths)) - first
    end = np.minimum(every + WEEK // 2, np.repeat(parts[:, 1], lengths)) - first + 1
    rated, sums = np.zeros((2, int(days[-1]) - first + 2))
    rated[days - first + 1], sums[days - first + 1] = 1, severities
    rated, sums = rated.cumsum(), sums.cumsum()
    count = rated[end] - rated[begin]
    with np.errstate(invalid="ignore"):
        mean = np.where(count >= RATED_OF_WEEK, (sums[end] - sums[begin]) / count, np.nan)
    borders = lengths.cumsum()[:-1]
    return np.insert(every.astype(np.float64), borders, np.nan), np.insert(mean, borders, np.nan)


def smooth_lines(days: Days, severities: Days, windows: Phases | None) -> Line:
    """Return the LOWESS curve of every phase through its rated days, ready to be drawn as one line.

    It breaks at the borders of phases and where a week and more was not rated; phases of fewer
    than MIN_DAYS rated days have none. Arguments as for `running_means`.

    Source: the project's method note, section 2.2 ("chart": per phase, 21 of its days).
    """
    import numpy as np

    x: list[npt.NDArray[np.float64]] = [np.empty(0)]
    y: list[npt.NDArray[np.float64]] = [np.empty(0)]
    for begin, end, _ in _clipped(windows, int(days[0]), int(days[-1])) if len(days) else ():
        at, until = days.searchsorted([begin, end + 1]).tolist()
        if until - at < MIN_DAYS:
            continue
        own = days[at:until].astype(np.float64)
        share = smooth.span(end - begin + 1)
        fitted = smooth.lowess(own, severities[at:until].astype(np.float64), share)
        gaps = np.append(np.flatnonzero(np.diff(own) > WEEK) + 1, len(own))
        x.append(np.insert(own, gaps, np.nan))
        y.append(np.insert(fitted, gaps, np.nan))
    return np.concatenate(x), np.concatenate(y)


def stretches(windows: Phases | None, first: int, last: int) -> list[tuple[int, int, int]]:
    """Return first day, last day and phase (index into PHASES) of what borders part, in order.

    Days count from 1970-01-01. The stretches reach from `first` to `last` at least and further
    where the windows do; treatment that is taken up again has an induction of its own.
    """
    if windows is None:
        return [(first, last, 0)]
    found: list[tuple[int, int, int]] = []
    begins = min(first, day_number(windows.first_session))
    phase = 0
    for starts, ends in windows.inductions:
        found.append((begins, day_number(starts) - 1, phase))
        found.append((day_number(starts), day_number(ends), 1))
        begins, phase = day_number(ends) + 1, 2
    found.append((begins, last, phase))
    return [part for part in found if part[0] <= part[1]]


def _clipped(windows: Phases | None, first: int, last: int) -> list[tuple[int, int, int]]:
    """Return the stretches that lie between two days, cut there."""
    found = (
        (max(begin, first), min(end, last), phase)
        for begin, end, phase in stretches(windows, first, last)
    )
    return [part for part in found if part[0] <= part[1]]


def _edges(days: Days, windows: Phases | None, width: int) -> tuple[Days, Days, Days, Days]:
    """Return first day, last day, phase and stretch of every bin between first and last rating."""
    import numpy as np

    if not len(days):
        return (np.empty(0, np.int64),) * 4
    first, last = int(days[0]), int(days[-1])
    parts = stretches(windows, first, last + width)  # the last bin may be still under way
    pieces = []
    for begin, end, number in parts:
        backwards = windows is not None and number == 0
        at = end + 1 - -(-(end + 1 - begin) // width) * width if backwards else begin
        pieces.append(np.arange(at, end + 1, width))
    starts = np.concatenate(pieces)
    lengths = [len(piece) for piece in pieces]
    stretch = np.repeat(np.arange(len(parts)), lengths)
    ends = np.minimum(starts + width - 1, np.repeat([end for _, end, _ in parts], lengths))
    inside = (ends >= first) & (starts <= last)
    phase = np.repeat([number for _, _, number in parts], lengths)
    return starts[inside], ends[inside], phase[inside], stretch[inside]
