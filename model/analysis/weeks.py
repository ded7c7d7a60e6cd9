"""Means of the weeks of one region, counted from its first session, gaps left as gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import isnan
from typing import TYPE_CHECKING

from model.analysis.phases import Phases, phases_of_region, session_days
from model.records.snapshot import Snapshot, day_number, day_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

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
    is an index into PHASES.
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    phase: npt.NDArray[np.int64]
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

    Bins are counted backwards and forwards from the day of the first session, and anew from the
    first day after induction; without any session from the first rating.
    `windows` is what `phases_of_region` returns.
    """
    import numpy as np

    days, severities = snapshot.rated(region)
    starts, ends, phase = _edges(days, windows, width)
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
    return Bins(starts, ends, phase, rated, mean, low, high)


def _edges(
    days: npt.NDArray[np.int64], windows: Phases | None, width: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return first day, last day and phase of every bin between the first and last rated day."""
    import numpy as np

    if not len(days):
        return (np.empty(0, np.int64),) * 3
    first, last = int(days[0]), int(days[-1])
    border = day_number(windows.first_session) if windows else first
    after = day_number(windows.induction_ends) + 1 if windows else border
    before = 0 if windows else PHASES.index("before")
    pieces = (
        np.arange(border - -(-max(border - first, 0) // width) * width, border, width),
        np.arange(border, after, width),
        np.arange(after, max(after, last + 1), width),
    )
    starts = np.concatenate(pieces)
    phase = np.repeat(np.arange(3) if windows else [before] * 3, [len(piece) for piece in pieces])
    limits = np.array([border - 1 if windows else last + width, after - 1, last + width])
    ends = np.minimum(starts + width - 1, limits[phase])
    inside = (ends >= first) & (starts <= last)
    return starts[inside], ends[inside], phase[inside]
