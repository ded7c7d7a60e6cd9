"""All regions of a diary at once: one change for those rated together, and the burden as a sum.

Source of the change: the project's method note, section 2.2 ("all regions together"). Gland
densities: Taylor & Machado-Moreira 2013 (source taylor2013). The burden is not a validated score.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.analysis import estimate
from model.analysis.estimate import Estimate
from model.analysis.phases import (
    MIN_DAYS,
    Span,
    parents_of,
    region_order,
    session_days,
)
from model.analysis.reasons import FIRM_DAYS, PERCENT_FROM
from model.analysis.sentences import Sentence
from model.analysis.skin import regions_around
from model.analysis.verdict_texts import BEFORE_TREATMENT, IN_BASELINE
from model.analysis.verdicts import direction, estimated_percent, whole_percent
from model.catalog.regions import REGIONS
from model.catalog.scales import SEVERITY_MAX
from model.records.snapshot import Snapshot, day_number
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from model.analysis.estimate import Days
    from model.analysis.progress import Progress

    Mask = npt.NDArray[np.bool_]

TREATABLE = frozenset({"applicator", "special"})
"""Keys of REACH of the regions for which an applicator is sold."""

_CONTEXT = "Together"
_TOGETHER: dict[str, str] = {
    "less": QT_TRANSLATE_NOOP(
        "Together",
        "{regions} regions together: {amount} % less sweating than {since} (likely between"
        " {least} % and {most} % less; {before} days before, {now} days now).",
    ),
    "more": QT_TRANSLATE_NOOP(
        "Together",
        "{regions} regions together: {amount} % more sweating than {since} (likely between"
        " {least} % and {most} % more; {before} days before, {now} days now).",
    ),
    "open": QT_TRANSLATE_NOOP(
        "Together",
        "{regions} regions together: anything between {less} % less and {more} % more sweating than"
        " {since} fits your diary ({before} days before, {now} days now).",
    ),
    "no_limit": QT_TRANSLATE_NOOP(
        "Together",
        "{regions} regions together: how much has changed cannot be told yet ({before} days before,"
        " {now} days now).",
    ),
}
_SO_FAR = QT_TRANSLATE_NOOP("Together", "So far: {found}")
_PROVISIONAL = QT_TRANSLATE_NOOP("Together", "Provisional: {found}")
_BURDEN_ONE = QT_TRANSLATE_NOOP(
    "Together",
    "Mean of the one region: {before:.1f} in the baseline, {now:.1f} now (of {most}). Not a"
    " validated score.",
)
_BURDEN = QT_TRANSLATE_NOOP(
    "Together",
    "Sum of the means of {regions} regions: {before:.1f} in the baseline, {now:.1f} now (of"
    " {most}). Not a validated score.",
)
_WEIGHTED = QT_TRANSLATE_NOOP(
    "Together",
    "Weighted by the density of sweat glands: {before:.1f} in the baseline, {now:.1f} now (of 10)."
    " Not a validated score.",
)
_SHARE = QT_TRANSLATE_NOOP(
    "Together",
    "Regions for which an applicator is sold carried {before:.0f} % of that sum in the baseline,"
    " {now:.0f} % now.",
)
_SHARE_BEFORE = QT_TRANSLATE_NOOP(
    "Together",
    "Regions for which an applicator is sold carried {before:.0f} % of that sum in the baseline.",
)


@dataclass(frozen=True)
class Together:
    """The change of the daily mean over some regions, on days on which each of them was rated.

    change: percent; days_before and days_now: how many such days each side has; so_far: too little
    of the time after the induction is rated of one of the regions; provisional: so far, or fewer
    than FIRM_DAYS rated days on a side, of one of them or of all together. after_start: the patient
    chose a baseline that reaches into the time of treatment.
    """

    regions: tuple[str, ...]
    days_before: int
    days_now: int
    change: Estimate
    so_far: bool = False
    provisional: bool = False
    after_start: bool = False


@dataclass(frozen=True)
class Burden:
    """Severity summed over regions with a mean on both sides; not a validated score.

    before, now: sums of means, 0..10 times the number of `regions`. weighted_before, weighted_now:
    means weighted by glands per cm2, 0..10, over the regions whose density is known, None without
    any. treatable_before, treatable_now: share 0..1 of the sum that lies in regions for which an
    applicator is sold, None where the sum is 0.
    """

    regions: tuple[str, ...]
    before: float
    now: float
    weighted_before: float | None
    weighted_now: float | None
    treatable_before: float | None
    treatable_now: float | None


def together(
    snapshot: Snapshot, found: Progress, regions: Collection[str] | None = None
) -> Together | None:
    """Estimate one change for several regions over the days of the region treated first.

    Regions with MIN_DAYS rated days on both sides take part, but none that lies within another
    one that does, or it would count twice. Where the days on which all of them
    were rated are fewer than that, the region with the fewest rated days is left out, and again.

    Args:
        snapshot: the diary.
        found: what was found in it.
        regions: those to look at, None for all.

    Returns:
        None where fewer than two regions are left, or their baseline mean is below PERCENT_FROM.
    """
    sessions = session_days(snapshot)
    treated = [region for region in sessions if region in snapshot.regions]
    first = min(treated, key=lambda each: (sessions[each][0], region_order(each)), default="")
    shown = found.of(first)
    windows = shown.phases if shown else None
    if windows is None or windows.baseline is None or windows.now is None:
        return None
    rows = [_rows(snapshot, span) for span in (windows.baseline, windows.now)]
    names = [region for region in snapshot.regions if regions is None or region in regions]
    columns = [snapshot.regions.index(region) for region in sorted(names, key=region_order)]
    sides = [snapshot.severity[each] for each in rows]
    parents = parents_of(snapshot)
    used = _rated_together([side >= 0 for side in sides], columns, snapshot.regions, parents)
    if len(used) < 2:
        return None
    first_row = day_number(snapshot.first_day)
    before, now = (
        _daily_means(side[:, used], first_row + each.start)
        for side, each in zip(sides, rows, strict=True)
    )
    if before[1].mean() < PERCENT_FROM:
        return None
    taken = tuple(snapshot.regions[column] for column in used)
    so_far, provisional = _standing(found, taken)
    return Together(
        taken,
        len(before[0]),
        len(now[0]),
        estimate.change(before, now, found.rho),
        so_far,
        provisional or min(len(before[0]), len(now[0])) < FIRM_DAYS,
        windows.chosen and windows.baseline[1] >= windows.first_session,
    )


def burden(progress: Progress, parents: Mapping[str, str] | None = None) -> Burden | None:
    """Sum severity over the regions that have a mean before and now; None without any.

    A spot within a region that counts itself is left out, or it would count twice.

    Args:
        progress: what was found.
        parents: one's own regions -> the region of the catalog in which each lies, `parents_of`.
    """
    parents = parents or {}
    means = {
        each.region: (each.baseline.mean, each.now.mean)
        for each in progress.regions
        if each.baseline
        and each.now
        and each.baseline.mean is not None
        and each.now.mean is not None
    }
    regions = [region for region in means if not regions_around(region, parents) & means.keys()]
    if not regions:
        return None
    regions.sort(key=region_order)
    sides = [[means[region][side] for region in regions] for side in (0, 1)]
    places = [parents.get(region, region) for region in regions]
    weights = [REGIONS[at].glands_per_cm2 or 0 if at in REGIONS else 0 for at in places]
    reached = [at in REGIONS and REGIONS[at].reach in TREATABLE for at in places]
    before, now = sides
    return Burden(
        tuple(regions),
        sum(before),
        sum(now),
        _weighted(before, weights),
        _weighted(now, weights),
        _share(before, reached),
        _share(now, reached),
    )


def together_sentence(found: Together) -> Sentence:
    """Say how the regions changed together, within what range, and on how many days."""
    way, change = direction(found.change), found.change
    low, high = whole_percent(change.low), whole_percent(change.high or 0.0)
    fields: dict[str, object] = {
        "regions": len(found.regions),
        "since": IN_BASELINE if found.after_start else BEFORE_TREATMENT,
        "before": found.days_before,
        "now": found.days_now,
        "amount": estimated_percent(change.value),
        "less": low,
        "more": high,
        "least": high if way == "less" else low,
        "most": low if way == "less" else high,
    }
    said = Sentence(_TOGETHER[way], fields, context=_CONTEXT)
    if not found.so_far and not found.provisional:
        return said
    return Sentence(_SO_FAR if found.so_far else _PROVISIONAL, {"found": said}, context=_CONTEXT)


def burden_sentences(found: Burden) -> tuple[Sentence, ...]:
    """Say the sum, the weighted mean, and the share in regions that an applicator can reach."""
    count = len(found.regions)
    sums = {"before": found.before, "now": found.now, "most": SEVERITY_MAX * count}
    text = _BURDEN_ONE if count == 1 else _BURDEN
    said = [Sentence(text, {"regions": count, **sums}, context=_CONTEXT)]
    if found.weighted_before is not None and found.weighted_now is not None:
        weighted = {"before": found.weighted_before, "now": found.weighted_now}
        said.append(Sentence(_WEIGHTED, weighted, context=_CONTEXT))
    if found.treatable_before is not None:
        shares = {"before": 100 * found.treatable_before}
        if found.treatable_now is None:
            said.append(Sentence(_SHARE_BEFORE, shares, context=_CONTEXT))
        else:
            shares["now"] = 100 * found.treatable_now
            said.append(Sentence(_SHARE, shares, context=_CONTEXT))
    return tuple(said)


def _rows(snapshot: Snapshot, span: Span) -> slice:
    begin, end = ((day - snapshot.first_day).days for day in span)
    return slice(max(begin, 0), max(end + 1, 0))


def _daily_means(severity: npt.NDArray[np.int8], first: int) -> Days:
    """Return the days on which every column was rated, and the mean over the columns."""
    import numpy as np

    whole = np.flatnonzero((severity >= 0).all(axis=1))
    return whole + first, severity[whole].mean(axis=1)


def _standing(found: Progress, regions: Collection[str]) -> tuple[bool, bool]:
    """Tell whether one of the regions is so far, and whether one is provisional, by its windows."""
    so_far = provisional = False
    for region in regions:
        shown = found.of(region)
        if shown is None:
            continue
        so_far = so_far or shown.so_far
        rated = [window.days for window in (shown.baseline, shown.now) if window]
        provisional = provisional or min(rated, default=FIRM_DAYS) < FIRM_DAYS
    return so_far, so_far or provisional


def _rated_together(
    rated: Sequence[Mask], columns: Sequence[int], names: Sequence[str], parents: Mapping[str, str]
) -> list[int]:
    """Return the columns that have MIN_DAYS days in common on each side, in the given order."""
    counts = {at: [int(side[:, at].sum()) for side in rated] for at in columns}
    used = [at for at in columns if min(counts[at]) >= MIN_DAYS]
    listed = {names[at] for at in used}
    used = [at for at in used if not regions_around(names[at], parents) & listed]
    while used and min(int(side[:, used].all(axis=1).sum()) for side in rated) < MIN_DAYS:
        # The last of those that are equal, so that a region nearer the head stays.
        fewest = min(reversed(used), key=lambda at: sum(counts[at]))
        used.remove(fewest)
    return used


def _weighted(means: Sequence[float], weights: Sequence[int]) -> float | None:
    total = sum(weights)
    weighted = sum(mean * weight for mean, weight in zip(means, weights, strict=True))
    return weighted / total if total else None


def _share(means: Sequence[float], reached: Sequence[bool]) -> float | None:
    total = sum(means)
    inside = sum(mean for mean, is_reached in zip(means, reached, strict=True) if is_reached)
    return inside / total if total else None
