"""What changed in each region: baseline mean, current mean, change, with the number of days.

No interval yet: the rules here are those of the method note, sections 2.1 and 2.3, that need none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from model.analysis import reasons
from model.analysis.phases import (
    Phases,
    Span,
    phases_of_region,
    region_order,
    session_days,
)
from model.analysis.quality import Quality, quality
from model.analysis.reasons import FIRM_DAYS, MIN_DAYS, PERCENT_FROM
from model.analysis.sentences import Sentence
from model.records.snapshot import Snapshot, day_number
from model.records.treatment import Session

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True)
class Window:
    """A span of days: how many were rated of how many, and their mean severity 0-10.

    `mean` is None below MIN_DAYS rated days; days without a rating are left out, never counted
    as dry.
    """

    starts: date
    ends: date
    days: int
    days_possible: int
    mean: float | None


@dataclass(frozen=True)
class RegionProgress:
    """What one region shows; `change_points` and `change_percent` are negative where it is drier.

    reason says in one sentence why a number is missing; baseline and now are None where not one
    day was rated there. so_far: the induction still goes on. provisional: so far, or fewer than
    FIRM_DAYS rated days on either side. baseline_chosen: the patient set the days of the baseline.
    """

    region: str
    treated: bool
    sessions: int
    first_session: date | None
    last_session: date | None
    baseline: Window | None = None
    now: Window | None = None
    so_far: bool = False
    provisional: bool = False
    baseline_chosen: bool = False
    change_percent: float | None = None
    change_points: float | None = None
    reason: Sentence | None = None


@dataclass(frozen=True)
class Progress:
    """All regions, treated ones first and those with the largest baseline first, and the diary."""

    regions: tuple[RegionProgress, ...]
    sessions: int
    quality: Quality

    def of(self, region: str) -> RegionProgress | None:
        """Return what one region shows, None for a region that is not in the diary."""
        return next((shown for shown in self.regions if shown.region == region), None)


def progress(snapshot: Snapshot) -> Progress:
    """Compare the days before the first session with the latest days, region by region."""
    sessions = session_days(snapshot)
    names = set(snapshot.regions).union(sessions)
    regions = [region_progress(snapshot, region, sessions) for region in names]
    regions.sort(key=_treated_and_largest_first)
    return Progress(tuple(regions), len(snapshot.of(Session)), quality(snapshot))


def region_progress(
    snapshot: Snapshot, region: str, sessions: Mapping[str, tuple[date, ...]] | None = None
) -> RegionProgress:
    """Return what one region shows; `sessions` as from `session_days`, when they are at hand."""
    sessions = session_days(snapshot) if sessions is None else sessions
    own = sessions.get(region, ())
    ends = (own[0], own[-1]) if own else (None, None)
    result = RegionProgress(region, bool(own), len(own), *ends)
    days, severities = snapshot.rated(region)
    windows = phases_of_region(snapshot, region, sessions)
    if not len(days):
        return replace(result, reason=reasons.never_rated())
    if windows is None:
        return replace(result, reason=reasons.before_any_session(days.tolist()))
    compared = replace(
        result,
        baseline=_window(windows.baseline, days, severities),
        now=_window(windows.now, days, severities),
        so_far=windows.so_far,
        baseline_chosen=windows.chosen,
    )
    return _with_change(compared, windows)


def _with_change(result: RegionProgress, windows: Phases) -> RegionProgress:
    """Add the change, or the reason why there is none."""
    before, now = result.baseline, result.now
    if before is None or before.mean is None:
        return replace(result, reason=reasons.too_few_before(before.days if before else 0, windows))
    if now is None or now.mean is None:
        return replace(result, reason=reasons.too_few_now(now.days if now else 0, windows))
    points = now.mean - before.mean
    provisional = windows.so_far or min(before.days, now.days) < FIRM_DAYS
    result = replace(result, change_points=points, provisional=provisional)
    if before.mean < PERCENT_FROM:
        return replace(result, reason=reasons.baseline_too_low(before.mean))
    return replace(result, change_percent=100 * points / before.mean)


def window(snapshot: Snapshot, region: str, span: Span) -> Window | None:
    """Return the rated days of a region in a span, None without any."""
    return _window(span, *snapshot.rated(region))


def _window(
    span: Span | None, days: npt.NDArray[np.int64], severities: npt.NDArray[np.int64]
) -> Window | None:
    """Return the rated days of a span; None without a span or without a rated day in it."""
    if span is None:
        return None
    begin, end = days.searchsorted([day_number(span[0]), day_number(span[1]) + 1]).tolist()
    if begin == end:
        return None
    mean = float(severities[begin:end].mean()) if end - begin >= MIN_DAYS else None
    return Window(*span, end - begin, (span[1] - span[0]).days + 1, mean)


def _treated_and_largest_first(shown: RegionProgress) -> tuple[bool, float, tuple[int, str]]:
    mean = shown.baseline.mean if shown.baseline else None
    return (not shown.treated, 1.0 if mean is None else -mean, region_order(shown.region))
