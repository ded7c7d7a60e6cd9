"""What the chart of changes shows of each region, in words and as rows; needs no matplotlib."""

from __future__ import annotations

from dataclasses import dataclass

from model.analysis.estimate import Contrast, Estimate
from model.analysis.phases import BASELINE_DAYS, MIN_DAYS
from model.analysis.progress import RegionProgress
from model.analysis.sentences import Sentence, signed
from model.analysis.verdicts import signed_estimate
from model.analysis.words import region_name
from model.charts.remarks import remark_of
from model.charts.table import Cell, Table
from model.charts.view import View
from model.text import QT_TRANSLATE_NOOP

PERCENT = QT_TRANSLATE_NOOP("Chart", "{change} %")
POINTS = QT_TRANSLATE_NOOP("Chart", "{change} points")
DAYS = QT_TRANSLATE_NOOP("Chart", "{before} → {now} d")
_FEW_BEFORE = QT_TRANSLATE_NOOP(
    "Chart", "{count} of {needed} days in the {span} before the first session"
)
_FEW_CHOSEN = QT_TRANSLATE_NOOP("Chart", "{count} of {needed} days in the baseline chosen")
_FEW_NOW = QT_TRANSLATE_NOOP("Chart", "{count} of {needed} days in the latest days")


def percent(value: float) -> Sentence:
    """Write a change in whole percent with its sign, 0 without one."""
    return Sentence(PERCENT, {"change": signed(value, 0)}, "Chart")


def estimated(value: float) -> Sentence:
    """Write an estimate likewise, as sentences do: just short of a half with a digit."""
    return Sentence(PERCENT, {"change": signed_estimate(value)}, "Chart")


def interval(found: Estimate) -> Sentence:
    """Write the 95 % interval of a change in percent; one side may have no limit."""
    if found.high is None:
        return Sentence(_OPEN, {"low": percent(found.low)}, "Chart")
    return Sentence(_CLOSED, {"low": percent(found.low), "high": percent(found.high)}, "Chart")


_OPEN = QT_TRANSLATE_NOOP("Chart", "95 % interval from {low}, no upper limit")
_CLOSED = QT_TRANSLATE_NOOP("Chart", "95 % interval {low} to {high}")


@dataclass(frozen=True)
class Row:
    """One region on the chart; `change` is percent, `points` stands where there is no percent."""

    region: str
    name: Sentence
    shown: RegionProgress

    @property
    def change(self) -> Estimate | None:
        """The change in percent."""
        return self.shown.change

    @property
    def number(self) -> Sentence | None:
        """The change as it is written beside its mark."""
        if self.change is not None:
            return estimated(self.change.value)
        if self.shown.points is None:
            return None
        return Sentence(POINTS, {"change": signed(self.shown.points.value, 1)}, "Chart")

    @property
    def days(self) -> Sentence:
        """Days rated before and now."""
        before, now = (w.days if w else 0 for w in (self.shown.baseline, self.shown.now))
        return Sentence(DAYS, {"before": before, "now": now}, "Chart")

    @property
    def contrast_days(self) -> Sentence | None:
        """Days on which the region and an untreated one were rated, before and now."""
        found = self.shown.contrast
        if not isinstance(found, Contrast):
            return None
        return Sentence(DAYS, {"before": found.days_before, "now": found.days_now}, "Chart")

    @property
    def lack(self) -> Sentence | None:
        """Which side has too few rated days for a number, None where there is one."""
        if self.number is not None:
            return None
        before, now = self.shown.baseline, self.shown.now
        if before is None or before.mean is None:
            text = _FEW_CHOSEN if self.shown.baseline_chosen else _FEW_BEFORE
            count = before.days if before else 0
        else:
            text, count = _FEW_NOW, now.days if now else 0
        fields = {"count": count, "needed": MIN_DAYS, "span": BASELINE_DAYS}
        return Sentence(text, fields, "Chart")


def rows(view: View) -> tuple[Row, ...]:
    """Return the regions in the order of the chart: treated ones first."""
    listed = sorted(view.progress.regions, key=lambda shown: not shown.treated)
    return tuple(Row(r.region, region_name(r.region, view.snapshot), r) for r in listed)


def description(view: View, region: str = "") -> Sentence:
    """Say what the chart shows, for those who cannot see it."""
    del region
    listed = rows(view)
    empty = lacking(view, listed)
    if empty:
        return empty
    said = Sentence(_DESCRIBED, period_of(listed), "Chart")
    for text, treated in ((_OF_TREATED, True), (_OF_UNTREATED, False)):
        group = [row for row in listed if row.shown.treated == treated]
        known = [row.change for row in group if row.change is not None]
        if known:
            values = [each.value for each in known]
            below = sum(each.high is not None and each.high < 0 for each in known)
            fields = {"said": said, "count": len(known), "of": len(group), "below": below}
            fields |= {"low": percent(min(values)), "high": percent(max(values))}
            said = Sentence(text, fields, "Chart")
    return Sentence(_WITH_PERIOD_END, {"said": said}, "Chart")


_DESCRIBED = QT_TRANSLATE_NOOP(
    "Chart", "Change per region against its baseline with 95 % interval, {first} to {last}"
)
_OF_TREATED = QT_TRANSLATE_NOOP(
    "Chart",
    "{said}; treated regions with a percentage {count} of {of}, from {low} to {high}, with the"
    " whole interval below 0: {below}",
)
_OF_UNTREATED = QT_TRANSLATE_NOOP(
    "Chart",
    "{said}; regions not treated {count} of {of}, from {low} to {high}, with the whole interval"
    " below 0: {below}",
)
_WITH_PERIOD_END = QT_TRANSLATE_NOOP("Chart", "{said}.")


def table(view: View, region: str = "") -> Table:
    """Return every region with its numbers, for "show as table"."""
    del region
    return Table(_HEAD, tuple(_cells(row) for row in rows(view)))


_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "Region"),
    QT_TRANSLATE_NOOP("Chart", "Change (%)"),
    QT_TRANSLATE_NOOP("Chart", "from (%)"),
    QT_TRANSLATE_NOOP("Chart", "to (%)"),
    QT_TRANSLATE_NOOP("Chart", "Days rated before"),
    QT_TRANSLATE_NOOP("Chart", "Days rated now"),
    QT_TRANSLATE_NOOP("Chart", "Mean before (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Mean now (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Against untreated regions (%)"),
    QT_TRANSLATE_NOOP("Chart", "from (%)"),
    QT_TRANSLATE_NOOP("Chart", "to (%)"),
    QT_TRANSLATE_NOOP("Chart", "Change (points)"),
    QT_TRANSLATE_NOOP("Chart", "from (points)"),
    QT_TRANSLATE_NOOP("Chart", "to (points)"),
    QT_TRANSLATE_NOOP("Chart", "Sessions"),
    QT_TRANSLATE_NOOP("Chart", "Remark"),
)


def _cells(row: Row) -> tuple[Cell, ...]:
    shown = row.shown
    windows = shown.baseline, shown.now
    return (
        row.name,
        *_limits(shown.change),
        *(window.days if window else 0 for window in windows),
        *(window.mean if window else None for window in windows),
        *_limits(shown.contrast),
        *_limits(shown.points),
        shown.sessions,
        remark_of(shown) or "",
    )


def _limits(found: Estimate | None) -> tuple[Cell, Cell, Cell]:
    if found is None:
        return None, None, None
    return found.value, found.low, NO_LIMIT if found.high is None else found.high


NO_LIMIT = Sentence(QT_TRANSLATE_NOOP("Chart", "no limit"), context="Chart")


def said_of(row: Row, for_doctor: bool = False) -> Sentence:
    """Say what a row shows: the change, its interval, the days behind it."""
    fields: dict[str, object] = {"region": row.name, "number": row.number, "days": row.days}
    if row.number is None:
        return Sentence(_LACKING, fields | {"lack": row.lack}, "Chart")
    if row.change is None:
        return Sentence(_IN_POINTS, fields, "Chart")
    said = Sentence(_ROW, fields | {"interval": interval(row.change)}, "Chart")
    beside = row.shown.contrast
    if not for_doctor or beside is None:
        return said
    fields = {"said": said, "number": estimated(beside.value), "interval": interval(beside)}
    return Sentence(_BESIDE, fields, "Chart")


_LACKING = QT_TRANSLATE_NOOP("Chart", "{region}: {lack}")
_IN_POINTS = QT_TRANSLATE_NOOP("Chart", "{region}: {number} of 10; {days}")
_ROW = QT_TRANSLATE_NOOP("Chart", "{region}: {number}, {interval}; {days}")
_BESIDE = QT_TRANSLATE_NOOP("Chart", "{said}; against untreated regions {number}, {interval}")


def period_of(listed: tuple[Row, ...]) -> dict[str, object]:
    """Return the `first` day of all baselines and the `last` day compared with them."""
    windows = [w for row in listed for w in (row.shown.baseline, row.shown.now) if w]
    return {
        "first": min((w.starts for w in windows), default=""),
        "last": max((w.ends for w in windows), default=""),
    }


def lacking(view: View, listed: tuple[Row, ...]) -> Sentence | None:
    """Say what is missing where no region has a number, None where one has."""
    if any(row.number for row in listed):
        return None
    quality = view.progress.quality
    if not quality.days_rated:
        return Sentence(_NOTHING, context="Chart")
    fields: dict[str, object] = {"needed": MIN_DAYS, "span": BASELINE_DAYS}
    if not view.progress.sessions:
        return Sentence(_NO_SESSION, fields | {"rated": quality.days_rated}, "Chart")
    before, now = (
        max((window.days for window in side if window), default=0)
        for side in (
            [row.shown.baseline for row in listed],
            [row.shown.now for row in listed],
        )
    )
    return Sentence(_TOO_FEW, fields | {"before": before, "now": now}, "Chart")


_NOTHING = QT_TRANSLATE_NOOP("Chart", "Nothing has been rated yet.")
_NO_SESSION = QT_TRANSLATE_NOOP(
    "Chart",
    "There is no session yet, so there is nothing to compare with. Days rated: {rated}; a"
    " comparison needs {needed} before the first session.",
)
_TOO_FEW = QT_TRANSLATE_NOOP(
    "Chart",
    "A comparison needs {needed} days of a region rated in the {span} days before the first session"
    " and {needed} after it; there are at most {before} in those {span} days and {now} after.",
)
