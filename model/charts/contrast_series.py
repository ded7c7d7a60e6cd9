"""A treated region and the untreated ones in percent of their baselines; needs no matplotlib."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING

from model.analysis.estimate import Contrast, index_of, of_own_baseline
from model.analysis.phases import MIN_DAYS, Phases, control_until, session_days
from model.analysis.progress import RegionProgress
from model.analysis.sentences import Sentence
from model.analysis.weeks import RATED_OF_WEEK, WEEK
from model.analysis.without_contrast import Lack, lack_of_contrast, reason_without_contrast
from model.analysis.words import region_name
from model.charts.change_rows import NO_LIMIT, estimated, interval, percent
from model.charts.series import DAYS_WITH_DOTS
from model.charts.table import Cell, Table
from model.charts.view import View
from model.records.snapshot import MISSING, day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.float64]
    Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Pairs:
    """The days on which a region and an untreated one were rated, and the phases around them.

    days: since 1970-01-01, ascending. treated, untreated: percent of their own baseline means on
    such days, so that both means are 100 there. borders: first days of every phase but the first.
    """

    days: Whole
    treated: Column
    untreated: Column
    borders: Whole


@dataclass(frozen=True, eq=False)
class Against:
    """What the chart shows; first, last: days of the axis; width: days of a mean.

    x, treated, untreated: means with NaN where a line breaks. empty: the sentence in place of the
    chart; then the columns are empty.
    """

    name: Sentence
    others: Sentence
    shown: RegionProgress
    first: int
    last: int
    width: int
    x: Column
    treated: Column
    untreated: Column
    sessions: Column
    empty: Sentence | None

    @property
    def summary(self) -> Sentence:
        """The contrast with its interval, and the days behind it."""
        found = self.shown.contrast
        if not isinstance(found, Contrast):
            return Sentence("", context="")
        fields = {"number": estimated(found.value), "interval": interval(found)}
        fields |= {"others": self.others}
        days = {"before": found.days_before, "now": found.days_now}
        return Sentence(_SUMMARY, {**fields, **days}, "Chart")


_SUMMARY = QT_TRANSLATE_NOOP(
    "Chart", "{number} against {others}, {interval}, {before} → {now} days"
)


def against(
    view: View, region: str, sessions: Mapping[str, tuple[date, ...]] | None = None
) -> Against:
    """Collect what the chart shows of a region; `sessions` as from `session_days`, if at hand."""
    import numpy as np

    sessions = session_days(view.snapshot) if sessions is None else sessions
    shown = view.progress.of(region) or RegionProgress(region, False, 0, None, None)
    first, last = view.days
    width = WEEK if last - first <= DAYS_WITH_DOTS else 4 * WEEK
    found = pairs(view, shown, sessions)
    if found is None:
        x = treated = untreated = np.empty(0)
    else:
        x, treated, untreated = _means(found, width) if width > WEEK else _running(found)
    inside = (x >= first - 1) & (x <= last + 1)
    done = np.unique([day_number(day) for day in sessions.get(region, ())]).astype(float)
    return Against(
        region_name(region, view.snapshot),
        others_name(view, shown.contrast_with),
        shown,
        first,
        last,
        width,
        x[inside],
        treated[inside],
        untreated[inside],
        done[(done >= first) & (done <= last)],
        None if np.isfinite(treated[inside]).any() else _lacking(view, shown, sessions),
    )


def pairs(
    view: View, shown: RegionProgress, sessions: Mapping[str, tuple[date, ...]]
) -> Pairs | None:
    """Return both series on their common days, None where no contrast stands behind them.

    A region counts as untreated up to the day before a session first reaches it.
    """
    import numpy as np

    snapshot, phases = view.snapshot, shown.phases
    if shown.contrast is None or not (shown.treated and shown.contrast_with):
        return None
    if phases is None or phases.baseline is None:
        return None
    origin = day_number(snapshot.first_day)
    begin, end = (day_number(day) - origin for day in phases.baseline)
    before = slice(max(begin, 0), end + 1)
    columns = [snapshot.regions.index(region) for region in shown.contrast_with]
    severities = snapshot.severity[:, columns]  # a copy
    until = control_until(snapshot, sessions)
    for column, region in enumerate(shown.contrast_with):
        if (stops := until[region]) is not None:
            severities[max(day_number(stops) - origin, 0) :, column] = MISSING
    _, relative = of_own_baseline(severities[before], severities)
    index = index_of(relative)
    own = snapshot.severity[:, snapshot.regions.index(shown.region)].astype(np.float64)
    common = (own >= 0) & np.isfinite(index)
    in_baseline = np.zeros(len(own), bool)
    in_baseline[before] = True
    in_baseline &= common
    return Pairs(
        np.flatnonzero(common) + origin,
        100 * own[common] / own[in_baseline].mean(),
        100 * index[common] / index[in_baseline].mean(),
        _borders(phases),
    )


def _borders(phases: Phases) -> Whole:
    import numpy as np

    days = [
        day
        for starts, ends in phases.inductions
        for day in (day_number(starts), day_number(ends) + 1)
    ]
    return np.array(days, np.int64)


def _running(found: Pairs) -> tuple[Column, Column, Column]:
    """Return centred means of 7 days, of 4 rated ones at least, none across a border of phases."""
    import numpy as np

    first, last = int(found.days[0]), int(found.days[-1])
    grid = np.arange(first, last + 1)
    edges = np.concatenate(([first], found.borders, [last + 1])).clip(first, last + 1)
    phase = np.searchsorted(found.borders, grid, side="right")
    begins = np.maximum(grid - WEEK // 2, edges[phase]) - first
    ends = np.minimum(grid + WEEK // 2 + 1, edges[phase + 1]) - first
    place = found.days - first
    rated = _between(np.bincount(place, minlength=len(grid)), begins, ends)
    means = [
        np.where(
            rated >= RATED_OF_WEEK,
            _between(np.bincount(place, values, len(grid)), begins, ends) / np.maximum(rated, 1),
            np.nan,
        )
        for values in (found.treated, found.untreated)
    ]
    return _broken(grid.astype(np.float64), means, phase)


def _between(column: npt.NDArray[np.generic], begins: Whole, ends: Whole) -> Column:
    import numpy as np

    total = np.concatenate(([0.0], np.cumsum(column)))
    return total[ends] - total[begins]


def _means(found: Pairs, width: int) -> tuple[Column, Column, Column]:
    """Return means of bins of `width` days, placed in their middle."""
    bins = _bins(found, width)
    least = -(-RATED_OF_WEEK * width // WEEK)
    means = [_mean(bins, values, least) for values in (found.treated, found.untreated)]
    return _broken((bins.starts + bins.ends) / 2, means, bins.phase)


def _broken(x: Column, means: list[Column], phase: Whole) -> tuple[Column, Column, Column]:
    """Part the lines where the phase changes."""
    import numpy as np

    at = np.flatnonzero(np.diff(phase)) + 1
    treated, untreated = (np.insert(column, at, np.nan) for column in means)
    return np.insert(x, at, x[at]), treated, untreated


@dataclass(frozen=True, eq=False)
class _Bins:
    """Bins within phases, counted from the border before them, before treatment backwards."""

    starts: Whole
    ends: Whole
    phase: Whole
    of: Whole  # the bin of each pair
    rated: Whole


def _bins(found: Pairs, width: int) -> _Bins:
    import numpy as np

    first, last = int(found.days[0]), int(found.days[-1])
    borders = [day for day in found.borders.tolist() if first < day <= last]
    edges = [first, *borders, last + 1]
    starts: list[int] = []
    phase: list[int] = []
    for number, (begin, end) in enumerate(pairwise(edges)):
        # The baseline is counted back from the first session, all others from their first day.
        back = (end - begin) % width if number == 0 and borders else 0
        firsts = ([begin] if back else []) + list(range(begin + back, end, width))
        starts += firsts
        phase += [number] * len(firsts)
    ends = [*starts[1:], last + 1]
    of = np.searchsorted(starts, found.days, side="right") - 1
    rated = np.bincount(of, minlength=len(starts))
    return _Bins(np.array(starts), np.array(ends) - 1, np.array(phase), of, rated)


def _mean(bins: _Bins, values: Column, least: int) -> Column:
    import numpy as np

    total = np.bincount(bins.of, values, len(bins.starts))
    return np.where(bins.rated >= least, total / np.maximum(bins.rated, 1), np.nan)


def others_name(view: View, regions: tuple[str, ...]) -> Sentence:
    """Name what a region is compared with: one region by its name, several by their number."""
    if len(regions) == 1:
        return region_name(regions[0], view.snapshot)
    return Sentence(_SEVERAL, {"count": len(regions)}, "Chart")


_SEVERAL = QT_TRANSLATE_NOOP("Chart", "{count} untreated regions")


def _lacking(
    view: View, shown: RegionProgress, sessions: Mapping[str, tuple[date, ...]]
) -> Sentence:
    """Say what is missing for a comparison, and what would give it."""
    name = region_name(shown.region, view.snapshot)
    fields: dict[str, object] = {"region": name, "needed": MIN_DAYS}
    if not shown.treated:
        return Sentence(_UNTREATED if sessions else _NO_SESSION, fields, "Chart")
    if shown.contrast is None and shown.change is None and shown.reason is not None:
        return Sentence(_REASON, fields | {"reason": shown.reason}, "Chart")
    lack = lack_of_contrast(shown, view.snapshot)
    if lack is None or lack is Lack.FEW_DAYS:
        return Sentence(_TOO_FEW, fields, "Chart")
    if lack is Lack.NONE_UNTREATED:
        return Sentence(KEEP_ONE, fields, "Chart")
    return Sentence(_REASON, fields | {"reason": reason_without_contrast(lack)}, "Chart")


_REASON = QT_TRANSLATE_NOOP("Chart", "{region}: {reason}")
_NO_SESSION = QT_TRANSLATE_NOOP(
    "Chart",
    "There is no session yet. From the first one on, treated regions are compared here with those"
    " that are not.",
)
_UNTREATED = QT_TRANSLATE_NOOP(
    "Chart", "{region} is not treated. Choose a treated region to compare it with the others."
)
KEEP_ONE = QT_TRANSLATE_NOOP(
    "Chart",
    "No untreated region is rated, so there is nothing to compare with. Rate one or two regions"
    " that you do not treat: they show what weather and stress do in the same days.",
)
_TOO_FEW = QT_TRANSLATE_NOOP(
    "Chart",
    "A comparison needs {needed} days before the first session and {needed} in the latest days on"
    " which {region} and an untreated region that sweats were both rated.",
)


def description(view: View, region: str = "") -> Sentence:
    """Say what the chart shows, for those who cannot see it."""
    found = against(view, region)
    if found.empty:
        return found.empty
    contrast = found.shown.contrast
    fields: dict[str, object] = {
        "region": found.name,
        "others": found.others,
        "first": day_of(found.first),
        "last": day_of(found.last),
        "summary": found.summary,
    }
    if isinstance(contrast, Contrast):
        fields |= {
            "treated": percent(contrast.treated_change),
            "untreated": percent(contrast.untreated_change),
        }
    return Sentence(_DESCRIBED, fields, "Chart")


_DESCRIBED = QT_TRANSLATE_NOOP(
    "Chart",
    "{region} and {others} in percent of their baselines, {first} to {last}: {region} changed by"
    " {treated}, {others} by {untreated}; {summary}.",
)


def table(view: View, region: str = "") -> Table:
    """Return both windows and the weeks as rows, for "show as table"."""
    shown = view.progress.of(region)
    sessions = session_days(view.snapshot)
    found = pairs(view, shown, sessions) if shown else None
    if shown is None or found is None:
        return Table(_HEAD, ())
    treated_on = sessions.get(region, ())
    bins = _bins(found, WEEK)
    rows = [_window(shown, now) for now in (False, True)]
    none = (None, None, None)
    for starts, ends, rated, *means in zip(
        bins.starts.tolist(),
        bins.ends.tolist(),
        bins.rated.tolist(),
        *(_mean(bins, each, RATED_OF_WEEK).tolist() for each in (found.treated, found.untreated)),
        strict=True,
    ):
        begin, end = day_of(starts), day_of(ends)
        done = sum(begin <= day <= end for day in treated_on)
        known = (None if isnan(mean) else mean for mean in means)
        rows.append((_WEEK, begin, end, rated, *known, *none, done))
    return Table(_HEAD, tuple(rows))


_WEEK = Sentence(QT_TRANSLATE_NOOP("Chart", "week"), context="Chart")
_BASELINE = Sentence(QT_TRANSLATE_NOOP("Chart", "baseline"), context="Chart")
_NOW = Sentence(QT_TRANSLATE_NOOP("Chart", "now"), context="Chart")
_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "Days"),
    QT_TRANSLATE_NOOP("Chart", "From"),
    QT_TRANSLATE_NOOP("Chart", "To"),
    QT_TRANSLATE_NOOP("Chart", "Days rated in both"),
    QT_TRANSLATE_NOOP("Chart", "Region (% of baseline)"),
    QT_TRANSLATE_NOOP("Chart", "Untreated (% of baseline)"),
    QT_TRANSLATE_NOOP("Chart", "Against untreated regions (%)"),
    QT_TRANSLATE_NOOP("Chart", "from (%)"),
    QT_TRANSLATE_NOOP("Chart", "to (%)"),
    QT_TRANSLATE_NOOP("Chart", "Sessions"),
)


def _window(shown: RegionProgress, now: bool) -> tuple[Cell, ...]:
    """Return one of the two windows that are compared."""
    window, found = shown.now if now else shown.baseline, shown.contrast
    if window is None or not isinstance(found, Contrast):
        return (_NOW if now else _BASELINE, *(None,) * (len(_HEAD) - 1))
    if not now:
        cells: tuple[Cell, ...] = (found.days_before, 100.0, 100.0, None, None, None)
        return (_BASELINE, window.starts, window.ends, *cells, None)
    means = 100 + found.treated_change, 100 + found.untreated_change
    high: Cell = NO_LIMIT if found.high is None else found.high
    return (
        _NOW, window.starts, window.ends, found.days_now, *means,
        found.value, found.low, high, None,
    )  # fmt: skip
