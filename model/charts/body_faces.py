"""What the body shows of every region before and now: words, numbers and rows, no picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from model.analysis.estimate import Estimate
from model.analysis.phases import MIN_DAYS
from model.analysis.progress import RegionProgress, Window
from model.analysis.sentences import Sentence, counted, signed
from model.analysis.verdicts import after_treatment_began, signed_estimate
from model.analysis.words import region_name
from model.charts.body_shapes import drawn_regions
from model.charts.remarks import remark_of
from model.charts.table import Cell, Table
from model.charts.view import View
from model.text import QT_TRANSLATE_NOOP

NO_DATA, UNCLEAR, LESS, MORE = "no data", "unclear", "less", "more"
"""What a change may be: not known, an interval that contains 0, or clearly to one side."""


@dataclass(frozen=True)
class Faces:
    """What the three bodies show: regions of the map, and those that the map has no shape for."""

    shown: tuple[RegionProgress, ...]
    beyond: tuple[RegionProgress, ...]

    @property
    def before(self) -> tuple[Window, ...]:
        """The baselines that have a mean."""
        return _known(each.baseline for each in self.shown)

    @property
    def now(self) -> tuple[Window, ...]:
        """The latest days that have a mean."""
        return _known(each.now for each in self.shown)


def faces(view: View) -> Faces:
    """Part the regions of a diary into those that the map shows and the others."""
    regions = view.progress.regions
    return Faces(
        tuple(each for each in regions if each.region in drawn_regions()),
        tuple(each for each in regions if each.region not in drawn_regions()),
    )


def mean_of(window: Window | None) -> float | None:
    """Return the mean of a window, None where too few days were rated."""
    return window.mean if window else None


def kind_of_change(shown: RegionProgress) -> str:
    """Tell to which side of 0 the interval of a change lies: NO_DATA, UNCLEAR, LESS or MORE."""
    estimate = shown.change or shown.points
    if estimate is None:
        return NO_DATA
    if estimate.high is None or estimate.low <= 0 <= estimate.high:
        return UNCLEAR
    return LESS if estimate.value < 0 else MORE


def change_text(shown: RegionProgress) -> Sentence | None:
    """Return the number of a change: percent without a sign, or points with their unit."""
    if shown.change is not None:
        return Sentence("{number}", {"number": signed_estimate(shown.change.value)}, "")
    if shown.points is None:
        return None
    return Sentence(_POINTS, {"number": signed(shown.points.value, 1)}, "Chart")


def too_little(view: View) -> Sentence | None:
    """Return the sentence that stands in place of the bodies, None where they show something."""
    found = faces(view)
    if found.before or found.now:
        return None
    if not any(view.snapshot.rated(region)[0].size for region in view.snapshot.regions):
        return Sentence(_NOTHING, context="Chart")
    if not view.progress.sessions:
        return Sentence(_NO_SESSION, {"needed": MIN_DAYS}, "Chart")
    return Sentence(_TOO_FEW, {"needed": MIN_DAYS}, "Chart")


def same_span(windows: Sequence[Window]) -> tuple[date, date] | None:
    """Return the first and last day of windows that are all the same, else None."""
    spans = {(window.starts, window.ends) for window in windows}
    return spans.pop() if len(spans) == 1 else None


def days_of(windows: Sequence[Window]) -> Sentence:
    """Say how many days were rated: one number, or the fewest and the most."""
    days = [window.days for window in windows]
    low, high = min(days, default=0), max(days, default=0)
    text = _DAYS if low == high else _DAYS_FROM_TO
    return Sentence(text, {"low": low, "high": high}, "Chart")


def region_said(shown: RegionProgress, view: View) -> Sentence:
    """Say all that the three bodies show of a region."""
    fields: dict[str, object] = {"region": region_name(shown.region, view.snapshot)}
    before, now = shown.baseline, shown.now
    fields |= {"before": _mean_said(before), "now": _mean_said(now)}
    if shown.change is not None:
        value, limits = signed_estimate(shown.change.value), _interval(shown.change, 0)
        return Sentence(_PERCENT_SAID, {**fields, "value": value, "interval": limits}, "Chart")
    if shown.points is not None:
        value, limits = signed(shown.points.value, 1), _interval(shown.points, 1)
        return Sentence(_POINTS_SAID, {**fields, "value": value, "interval": limits}, "Chart")
    return Sentence(_UNKNOWN_SAID, fields, "Chart")


def description(view: View, region: str = "") -> Sentence:
    """Say what the three bodies show together, for those who cannot see them."""
    del region
    empty = too_little(view)
    if empty:
        return empty
    found = faces(view)
    kinds = [kind_of_change(shown) for shown in found.shown]
    fields: dict[str, object] = {
        "count": len(found.shown),
        "before": len(found.before),
        "before_days": days_of(found.before),
        "now": len(found.now),
        "now_days": days_of(found.now),
        "less": kinds.count(LESS),
        "more": kinds.count(MORE),
        "unclear": kinds.count(UNCLEAR),
    }
    falls = [s for s in found.shown if s.change is not None and kind_of_change(s) == LESS]
    chosen = any(after_treatment_began(shown) for shown in found.shown)
    said = Sentence(_DESCRIBED_CHOSEN if chosen else _DESCRIBED, fields, "Chart")
    if not falls:
        return said
    most = min(falls, key=lambda shown: shown.change.value if shown.change else 0.0)
    assert most.change is not None
    fields = {"said": said, "region": region_name(most.region, view.snapshot)}
    fields |= {"value": signed_estimate(most.change.value)}
    return Sentence(_LARGEST, fields, "Chart")


def table(view: View, region: str = "") -> Table:
    """Return one row a region with both windows, the change and its interval."""
    del region
    return Table(_HEAD, tuple(_row(shown, view) for shown in view.progress.regions))


def detail(found: Faces) -> Sentence:
    """Say how many regions stand behind the picture."""
    treated = sum(shown.treated for shown in found.shown)
    fields = {"count": len(found.shown), "treated": treated}
    return Sentence(counted(_REGION, _REGIONS, len(found.shown)).text, fields, "Chart")


def beyond(found: Faces) -> Sentence | None:
    """Say how many regions the map has no shape for, None without any."""
    if not found.beyond:
        return None
    return Sentence(_BEYOND, {"count": len(found.beyond)}, "Chart")


def _row(shown: RegionProgress, view: View) -> tuple[Cell, ...]:
    estimates: list[Cell] = []
    for estimate, digits in ((shown.change, 1), (shown.points, 2)):
        values = (estimate.value, estimate.low, estimate.high) if estimate else (None,) * 3
        estimates += [None if value is None else round(value, digits) for value in values]
    return (
        region_name(shown.region, view.snapshot),
        Sentence(_TREATED if shown.treated else _UNTREATED, context="Chart"),
        *_cells(shown.baseline),
        *_cells(shown.now),
        *estimates,
        remark_of(shown) or "",
    )


def _cells(window: Window | None) -> tuple[Cell, ...]:
    if window is None:
        return None, None, 0, None
    return window.starts, window.ends, window.days, window.mean


def _known(windows: Iterable[Window | None]) -> tuple[Window, ...]:
    return tuple(window for window in windows if window and window.mean is not None)


def _mean_said(window: Window | None) -> Sentence:
    if window is None or window.mean is None:
        return Sentence(_TOO_FEW_DAYS, {"days": window.days if window else 0}, "Chart")
    return Sentence(_MEAN, {"mean": window.mean, "days": window.days}, "Chart")


def _interval(estimate: Estimate, digits: int) -> Sentence:
    fields = {"low": signed(estimate.low, digits)}
    if estimate.high is None:
        return Sentence(_NO_LIMIT, fields, "Chart")
    return Sentence(_LIMITS, fields | {"high": signed(estimate.high, digits)}, "Chart")


_POINTS = QT_TRANSLATE_NOOP("Chart", "{number} pts")
_DAYS = QT_TRANSLATE_NOOP("Chart", "{low} days")
_DAYS_FROM_TO = QT_TRANSLATE_NOOP("Chart", "{low} to {high} days")
_NOTHING = QT_TRANSLATE_NOOP("Chart", "Nothing has been rated yet, so the body stays blank.")
_NO_SESSION = QT_TRANSLATE_NOOP(
    "Chart",
    "There is no session yet. The body is compared once {needed} days are rated before the first"
    " session and {needed} since.",
)
_TOO_FEW = QT_TRANSLATE_NOOP(
    "Chart",
    "Too few days are rated. The body needs {needed} days of a region before the first session,"
    " or {needed} in the latest weeks.",
)
_REGION = QT_TRANSLATE_NOOP("Chart", "{count} region, treated: {treated}")
_REGIONS = QT_TRANSLATE_NOOP("Chart", "{count} regions, treated: {treated}")
_BEYOND = QT_TRANSLATE_NOOP("Chart", "in the table only: {count}")
_DESCRIBED = QT_TRANSLATE_NOOP(
    "Chart",
    "The body before the first session and now. Regions: {count}; with a mean before: {before}"
    " ({before_days}); with a mean now: {now} ({now_days}); less sweating: {less}; more: {more};"
    " no clear change: {unclear}.",
)
_DESCRIBED_CHOSEN = QT_TRANSLATE_NOOP(
    "Chart",
    "The body in the baseline and now. Regions: {count}; with a mean in the baseline: {before}"
    " ({before_days}); with a mean now: {now} ({now_days}); less sweating: {less}; more: {more};"
    " no clear change: {unclear}.",
)
_LARGEST = QT_TRANSLATE_NOOP("Chart", "{said} The largest fall: {region}, {value} %.")
_MEAN = QT_TRANSLATE_NOOP("Chart", "{mean:.1f} ({days} days)")
_TOO_FEW_DAYS = QT_TRANSLATE_NOOP("Chart", "too few days ({days})")
_PERCENT_SAID = QT_TRANSLATE_NOOP(
    "Chart", "{region}: before {before}, now {now}, change {value} % ({interval})"
)
_POINTS_SAID = QT_TRANSLATE_NOOP(
    "Chart", "{region}: before {before}, now {now}, change {value} points ({interval})"
)
_UNKNOWN_SAID = QT_TRANSLATE_NOOP("Chart", "{region}: before {before}, now {now}")
_LIMITS = QT_TRANSLATE_NOOP("Chart", "likely {low} to {high}")
_NO_LIMIT = QT_TRANSLATE_NOOP("Chart", "likely {low} or more, no upper limit")
_TREATED = QT_TRANSLATE_NOOP("Chart", "treated")
_UNTREATED = QT_TRANSLATE_NOOP("Chart", "not treated")
_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "Region"),
    QT_TRANSLATE_NOOP("Chart", "Treatment"),
    QT_TRANSLATE_NOOP("Chart", "Baseline from"),
    QT_TRANSLATE_NOOP("Chart", "Baseline to"),
    QT_TRANSLATE_NOOP("Chart", "Baseline days rated"),
    QT_TRANSLATE_NOOP("Chart", "Baseline mean (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Now from"),
    QT_TRANSLATE_NOOP("Chart", "Now to"),
    QT_TRANSLATE_NOOP("Chart", "Now days rated"),
    QT_TRANSLATE_NOOP("Chart", "Now mean (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Change (%)"),
    QT_TRANSLATE_NOOP("Chart", "Change, 95 % from"),
    QT_TRANSLATE_NOOP("Chart", "Change, 95 % to"),
    QT_TRANSLATE_NOOP("Chart", "Change (points)"),
    QT_TRANSLATE_NOOP("Chart", "Points, 95 % from"),
    QT_TRANSLATE_NOOP("Chart", "Points, 95 % to"),
    QT_TRANSLATE_NOOP("Chart", "Remark"),
)
