"""What changed in each region, how sure that is, and why where nothing can be said.

Windows, measures and rules: the project's method note, sections 2.1 to 2.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from model.analysis import reasons
from model.analysis.estimate import Estimate, change, holm, points, pooled_rho
from model.analysis.measures import Untreated, held_even, in_time, loss, worst_case
from model.analysis.nap import nap
from model.analysis.phases import (
    MIN_DAYS,
    Phases,
    Span,
    control_until,
    parents_of,
    phases_of_region,
    region_order,
    session_days,
)
from model.analysis.quality import Quality, quality
from model.analysis.reasons import FIRM_DAYS, PERCENT_FROM
from model.analysis.sentences import Sentence
from model.analysis.skin import counted_once
from model.analysis.surroundings import surroundings
from model.analysis.verdicts import IMPROVED, four_points, halved, verdict_of
from model.analysis.wear_off import dry_interval, wet_again_at
from model.catalog.scales import DRY_BELOW
from model.records.snapshot import Snapshot, day_number
from model.records.treatment import Session

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from model.analysis.estimate import Days
    from model.analysis.surroundings import Surroundings

CHANCE = 0.05
"""Share of untreated regions that may count as improved by chance alone (method note, 2.2)."""


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
    """What one region shows; changes are negative where it is drier than in its baseline.

    reason says in one sentence why change or points are missing; baseline and now are None where
    not one day was rated there. so_far: there is no maintenance to speak of yet. provisional: so
    far, or fewer than FIRM_DAYS rated days on either side. baseline_chosen: the patient set its
    days. change: percent of the baseline mean. points: of the scale 0-10. contrast: percent against
    what the regions in `contrast_with`, not reached by a session by then, predict for the same
    days; untreated_change is theirs, in percent; treated_later: a session reached them too, within
    these days. nap: share of pairs of days of which the later is
    drier. halved and four_points are "yes", "no" or "uncertain" (FOUR_POINTS_FROM). loss: points of
    the last 14 days of maintenance over the 14 before. worst_case: percent, had every missing day
    been like the baseline. without_late: change without entries made more than 2 days late, of
    which there are `late_days`. adjusted: percent, heat and stress held even. verdict: a key of
    VERDICTS. days_since_last: from the last session to the last entry. dry_interval: see
    `wear_off`. beside_treated: not treated, but so near a treated region that it is no control.
    counts: among the treated regions, or the untreated ones; False where the same skin counts
    already, see `counted_once`.
    """

    region: str
    treated: bool
    sessions: int
    first_session: date | None
    last_session: date | None
    phases: Phases | None = None
    baseline: Window | None = None
    now: Window | None = None
    so_far: bool = False
    provisional: bool = False
    baseline_chosen: bool = False
    change: Estimate | None = None
    points: Estimate | None = None
    contrast: Estimate | None = None
    contrast_with: tuple[str, ...] = ()
    treated_later: bool = False
    untreated_change: float | None = None
    nap: Estimate | None = None
    halved: str | None = None
    four_points: str | None = None
    loss: Estimate | None = None
    worst_case: float | None = None
    without_late: Estimate | None = None
    late_days: int = 0
    adjusted: Estimate | None = None
    verdict: str | None = None
    reason: Sentence | None = None
    days_since_last: int | None = None
    dry_interval: float | None = None
    beside_treated: bool = False
    counts: bool = True

    @property
    def has_result(self) -> bool:
        """Tell whether baseline and now could be compared, in percent or in points."""
        return self.change is not None or self.points is not None

    @property
    def change_percent(self) -> float | None:
        """The change in percent, None where there is none to give."""
        return self.change.value if self.change else None

    @property
    def induction_moved(self) -> bool:
        """Tell whether the patient set the end of an induction of this treated region."""
        return self.treated and self.phases is not None and self.phases.moved is not None

    @property
    def now_moved(self) -> bool:
        """Tell whether the patient set the end of the latest induction, after which "now" lies.

        An untreated region shares the days of the one treated first, and so its moved end.
        """
        phases = self.phases
        return phases is not None and phases.moved == phases.induction_ends

    @property
    def change_points(self) -> float | None:
        """The change in points, None where there is none to give."""
        return self.points.value if self.points else None


@dataclass(frozen=True)
class Progress:
    """All regions, treated ones first and those with the largest baseline first, and the diary.

    improved: the treated regions whose verdict is one of IMPROVED and which are drier by more than
    chance, Holm's correction for their number included. rho: the autocorrelation that all
    intervals share. wet_again_at: the severity (1-10) that ends a dry interval.
    """

    regions: tuple[RegionProgress, ...]
    sessions: int
    quality: Quality
    improved: tuple[str, ...] = ()
    rho: float = 0.0
    wet_again_at: int = DRY_BELOW

    def of(self, region: str) -> RegionProgress | None:
        """Return what one region shows, None for a region that is not in the diary."""
        return next((shown for shown in self.regions if shown.region == region), None)


def progress(snapshot: Snapshot, threshold: int | None = None) -> Progress:
    """Compare the days before the first session with the latest days, region by region.

    `threshold` is the severity (1-10) from which a region counts as sweating again, None for the
    one that the diary holds.
    """
    threshold = wet_again_at(snapshot) if threshold is None else threshold
    sessions = session_days(snapshot)
    named = {region for session in snapshot.of(Session) for region in session.regions}
    names = sorted(named.union(snapshot.regions))
    controls = control_until(snapshot, sessions)
    compared = [_compared(snapshot, region, sessions, controls, threshold) for region in names]
    rho = pooled_rho(side for each in compared for side in each.sides).rho
    untreated, around = Untreated(snapshot, controls), surroundings(snapshot)
    regions = []
    for each in compared:
        shown = _estimated(each, rho)
        if shown.points:
            shown = _looked_at_closely(snapshot, shown, each.sides, untreated, around, rho)
        regions.append(shown)
    regions = _counted(regions, parents_of(snapshot))
    regions.sort(key=_treated_and_largest_first)
    return Progress(
        tuple(regions),
        len(snapshot.of(Session)),
        quality(snapshot),
        tuple(_improved(regions)),
        rho,
        threshold,
    )


@dataclass(frozen=True, eq=False)
class _Compared:
    """A region with its windows and the rated days in them."""

    shown: RegionProgress
    sides: tuple[Days, Days]


def _compared(
    snapshot: Snapshot,
    region: str,
    sessions: Mapping[str, tuple[date, ...]],
    controls: Mapping[str, date | None],
    threshold: int,
) -> _Compared:
    """Lay the windows of a region and take its rated days apart."""
    own = sessions.get(region, ())
    days, severities = snapshot.rated(region)
    windows = phases_of_region(snapshot, region, sessions) if len(days) else None
    spans = (windows.baseline, windows.now) if windows else (None, None)
    before, now = (_within(span, days, severities) for span in spans)
    last = snapshot.last_day
    reason = None
    if not len(days):
        reason = reasons.never_rated()
    elif windows is None:
        reason = reasons.before_any_session(days.tolist())
    shown = RegionProgress(
        region,
        treated=bool(own),
        sessions=len(own),
        first_session=own[0] if own else None,
        last_session=own[-1] if own else None,
        phases=windows,
        baseline=_window(spans[0], before),
        now=_window(spans[1], now),
        so_far=windows is not None and windows.so_far,
        baseline_chosen=windows is not None and windows.chosen,
        reason=reason,
        days_since_last=max((last - own[-1]).days, 0) if own and last else None,
        dry_interval=dry_interval(snapshot, region, threshold, sessions=sessions).median
        if own
        else None,
        beside_treated=not own and controls.get(region) is not None,
    )
    return _Compared(shown, (before, now))


def _estimated(compared: _Compared, rho: float) -> RegionProgress:
    """Add change and points, or the reason why there are none."""
    shown, sides = compared.shown, compared.sides
    windows, before, now = shown.phases, shown.baseline, shown.now
    if windows is None:
        return shown
    if before is None or before.mean is None:
        rated = before.days if before else 0
        return replace(shown, reason=reasons.too_few_before(rated, windows))
    if now is None or now.mean is None:
        return replace(shown, reason=reasons.too_few_now(sides[1][0].tolist(), windows))
    in_percent = before.mean >= PERCENT_FROM
    changed = change(*sides, rho) if in_percent else None
    in_points = points(*sides, rho)
    return replace(
        shown,
        provisional=windows.so_far or min(before.days, now.days) < FIRM_DAYS,
        change=changed,
        points=in_points,
        nap=nap(*sides, rho),
        verdict=verdict_of(changed, in_points, now.mean),
        halved=halved(changed) if changed else None,
        four_points=four_points(in_points, before.mean),
        reason=None if in_percent else reasons.baseline_too_low(before.mean),
    )


def _looked_at_closely(
    snapshot: Snapshot,
    shown: RegionProgress,
    sides: tuple[Days, Days],
    untreated: Untreated,
    around: Surroundings,
    rho: float,
) -> RegionProgress:
    """Add what the untreated regions, late entries, missing days and the weather make of it."""
    before, now = shown.baseline, shown.now
    if shown.phases is None or before is None or now is None:
        return shown
    timely = [in_time(snapshot, shown.region, side) for side in sides]
    late = sum(len(days) for days, _ in sides) - sum(len(days) for days, _ in timely)
    lost = loss(shown.phases, sides[1], rho)
    if shown.change is None:
        return replace(shown, loss=lost, late_days=late)
    spans = (before.starts, before.ends), (now.starts, now.ends)
    found = untreated.compared(shown.region, spans, sides, rho)
    enough = min(len(days) for days, _ in timely) >= MIN_DAYS
    return replace(
        shown,
        loss=lost,
        late_days=late,
        contrast=found.contrast if found else None,
        contrast_with=found.regions if found else (),
        treated_later=bool(found and found.treated_later),
        untreated_change=found.contrast.untreated_change if found else None,
        worst_case=worst_case(shown.change.value, now.days, now.days_possible),
        without_late=change(timely[0], timely[1], rho)
        if late and enough and timely[0][1].any()
        else None,
        adjusted=held_even(snapshot, around, sides, rho),
    )


def _counted(regions: list[RegionProgress], parents: Mapping[str, str]) -> list[RegionProgress]:
    """Mark the regions that count, of the treated ones and of the others."""
    counted: set[str] = set()
    for treated in (True, False):
        group = [shown for shown in regions if shown.treated == treated]
        compared = [shown.region for shown in group if shown.has_result]
        waiting = [shown.region for shown in group if not shown.has_result]
        counted |= counted_once(compared, waiting, parents)
    return [shown if shown.region in counted else replace(shown, counts=False) for shown in regions]


def _improved(regions: list[RegionProgress]) -> list[str]:
    """Return the treated regions that are drier, corrected for how many are looked at (Holm)."""
    found = [
        (shown.region, each)
        for shown in regions
        if shown.treated and shown.counts and (each := shown.change or shown.points)
    ]
    verdicts = {shown.region: shown.verdict for shown in regions}
    adjusted = holm([each.p if each.p is not None else 1.0 for _, each in found])
    return [
        region
        for (region, each), p in zip(found, adjusted, strict=True)
        if p < CHANCE and verdicts[region] in IMPROVED
    ]


def window(snapshot: Snapshot, region: str, span: Span | None) -> Window | None:
    """Return the rated days of a region in a span, None without any."""
    return _window(span, _within(span, *snapshot.rated(region)))


def _within(
    span: Span | None, days: npt.NDArray[np.int64], severities: npt.NDArray[np.int64]
) -> Days:
    """Return the rated days of a span; none without a span."""
    if span is None:
        return days[:0], severities[:0].astype(float)
    begin, end = days.searchsorted([day_number(span[0]), day_number(span[1]) + 1]).tolist()
    return days[begin:end], severities[begin:end].astype(float)


def _window(span: Span | None, rated: Days) -> Window | None:
    """Return what a span holds; None without a span or without a rated day in it."""
    days = len(rated[0])
    if span is None or not days:
        return None
    mean = float(rated[1].mean()) if days >= MIN_DAYS else None
    return Window(*span, days, (span[1] - span[0]).days + 1, mean)


def _treated_and_largest_first(shown: RegionProgress) -> tuple[bool, float, tuple[int, str]]:
    mean = shown.baseline.mean if shown.baseline else None
    return (not shown.treated, 1.0 if mean is None else -mean, region_order(shown.region))
