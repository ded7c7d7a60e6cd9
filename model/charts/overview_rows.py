"""What the overview shows of every region, as plain columns, in one sentence and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from model.analysis.days import days_of
from model.analysis.phases import day_ends_at, session_days
from model.analysis.progress import RegionProgress, Window
from model.analysis.sentences import Sentence, counted
from model.analysis.weeks import WEEK, Bins, bins, running_means
from model.analysis.words import region_name
from model.charts.beside import listed
from model.charts.series import DAYS_WITH_DOTS, LEAST_DAYS, said_of_day
from model.charts.table import Cell, Table
from model.charts.view import View
from model.records.snapshot import day_number, day_of
from model.records.treatment import Session
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.float64]

DAYS_WITH_ROWS_OF_DOTS = 400
"""Spans up to a year show every day and the mean of the 7 days around it; longer ones show how
often each severity was given, and means of weeks or, beyond three years, of four weeks."""


@dataclass(frozen=True, eq=False)
class Row:
    """One region: rated days (since 1970-01-01) with severities 0-10 and the line through them.

    mean_x, mean_y: with NaN where the line breaks; binned: the bins behind it, None where it has a
    point a day; sessions: every session's day, sessions_seen: those on the axis.
    """

    region: str
    name: Sentence
    shown: RegionProgress
    x: Column
    y: Column
    mean_x: Column
    mean_y: Column
    binned: Bins | None
    sessions: tuple[date, ...]
    sessions_seen: Column


@dataclass(frozen=True, eq=False)
class Overview:
    """All regions of a diary, treated ones first; days count from 1970-01-01.

    width: of the bins in days, 1 where the line has a point a day. days_rated: days of the axis on
    which any region was rated; sessions: those on the axis, whatever they treated.
    """

    first: int
    last: int
    width: int
    rows: tuple[Row, ...]
    days_rated: int
    sessions: int

    @property
    def detail(self) -> Sentence:
        """How much stands behind it: days on which any region was rated, and sessions."""
        return Sentence(
            QT_TRANSLATE_NOOP("Chart", "{rated} of {possible} days rated, sessions: {sessions}"),
            {
                "rated": self.days_rated,
                "possible": self.last - self.first + 1,
                "sessions": self.sessions,
            },
            "Chart",
        )


def overview(view: View) -> Overview:
    """Collect what the overview of a diary shows."""
    first, last = view.days
    length = last - first + 1
    width = 1 if length <= DAYS_WITH_ROWS_OF_DOTS else WEEK
    width = 4 * WEEK if length > DAYS_WITH_DOTS else width
    known = session_days(view.snapshot)
    rows = tuple(
        _row(view, shown, known.get(shown.region, ()), width) for shown in rated_regions(view)
    )
    held = days_of(view.snapshot.of(Session), day_ends_at(view.snapshot))
    sessions = sum(first <= day_number(day) <= last for day in held)
    return Overview(first, last, width, rows, _days_rated(view), sessions)


def rated_regions(view: View) -> tuple[RegionProgress, ...]:
    """Return the regions that have a row: those that were ever rated."""
    import numpy as np

    snapshot = view.snapshot
    columns = np.flatnonzero(np.any(snapshot.severity >= 0, axis=0)).tolist()
    found = {snapshot.regions[column] for column in columns}
    return tuple(shown for shown in view.progress.regions if shown.region in found)


def _row(view: View, shown: RegionProgress, sessions: tuple[date, ...], width: int) -> Row:
    import numpy as np

    first, last = view.days
    days, severities = view.snapshot.rated(shown.region)
    binned = None
    if width == 1:
        x, y = running_means(days, severities, shown.phases)
    else:
        binned = bins(view.snapshot, shown.region, width, shown.phases)
        broken = np.flatnonzero(np.diff(binned.stretch)) + 1
        x = np.insert((binned.starts + binned.ends) / 2, broken, np.nan)
        y = np.insert(binned.mean, broken, np.nan)
    inside = slice(*days.searchsorted([first, last + 1]).tolist())
    here = ~((x < first) | (x > last))  # keeps the breaks, NaN
    seen = np.unique(np.array([day_number(day) for day in sessions], np.float64))
    return Row(
        shown.region,
        region_name(shown.region, view.snapshot),
        shown,
        days[inside].astype(np.float64),
        severities[inside].astype(np.float64),
        x[here],
        y[here],
        binned,
        sessions,
        seen[(seen >= first) & (seen <= last)],
    )


def _days_rated(view: View) -> int:
    import numpy as np

    first, last = (day - day_number(view.snapshot.first_day) for day in view.days)
    rows = view.snapshot.severity[max(first, 0) : max(last + 1, 0)]
    return int(np.count_nonzero((rows >= 0).any(axis=1)))


def lacking(view: View) -> Sentence | None:
    """Return the sentence in place of an overview of too few days, None where there are enough."""
    import numpy as np

    rated = int(np.count_nonzero((view.snapshot.severity >= 0).any(axis=1)))
    if rated >= LEAST_DAYS:
        return None
    if not rated:
        return Sentence(
            QT_TRANSLATE_NOOP("Chart", "No region has been rated yet."), context="Chart"
        )
    text = counted(
        QT_TRANSLATE_NOOP("Chart", "Regions were rated on {count} day; the chart needs {needed}."),
        QT_TRANSLATE_NOOP("Chart", "Regions were rated on {count} days; the chart needs {needed}."),
        rated,
    ).text
    return Sentence(text, {"count": rated, "needed": LEAST_DAYS}, "Chart")


def said_at(found: Overview, view: View, row: Row, day: int) -> Sentence:
    """Say what one row shows at a day: the day itself, or the mean of the weeks around it."""
    fields: dict[str, object] = {"region": row.name}
    if row.binned is None:
        said = said_of_day(view.snapshot, row.region, row.sessions, day)
        return Sentence(_OF_REGION, fields | {"said": said}, "Chart")
    at = int(row.binned.starts.searchsorted(day, side="right")) - 1
    if at < 0 or day > row.binned.ends[at]:
        return Sentence(_UNRATED, fields | {"day": day_of(day)}, "Chart")
    starts, ends = int(row.binned.starts[at]), int(row.binned.ends[at])
    mean = float(row.binned.mean[at])
    fields |= {"first": day_of(starts), "last": day_of(ends), "mean": mean}
    fields |= {"rated": int(row.binned.days[at]), "possible": ends - starts + 1}
    return Sentence(_NO_MEAN if isnan(mean) else _MEAN, fields, "Chart")


_OF_REGION = QT_TRANSLATE_NOOP("Chart", "{region}, {said}")
_UNRATED = QT_TRANSLATE_NOOP("Chart", "{region}, {day}: not rated")
_MEAN = QT_TRANSLATE_NOOP(
    "Chart", "{region}, {first} to {last}: mean {mean:.1f} of 10 ({rated} of {possible} days rated)"
)
_NO_MEAN = QT_TRANSLATE_NOOP(
    "Chart", "{region}, {first} to {last}: {rated} of {possible} days rated, too few for a mean"
)


def description(view: View, region: str = "") -> Sentence:
    """Say what the overview shows, for those who cannot see it."""
    del region
    missing = lacking(view)
    if missing:
        return missing
    found = overview(view)
    fields: dict[str, object] = {
        "count": len(found.rows),
        "first": day_of(found.first),
        "last": day_of(found.last),
        "detail": found.detail,
    }
    trends = listed(trend for row in found.rows if (trend := _trend(row)))
    if trends is None:
        return Sentence(_ALONE, fields, "Chart")
    return Sentence(_WITH_TRENDS, fields | {"trends": trends}, "Chart")


_ALONE = QT_TRANSLATE_NOOP("Chart", "Regions: {count}, {first} to {last}: {detail}.")
_WITH_TRENDS = QT_TRANSLATE_NOOP(
    "Chart",
    "Regions: {count}, {first} to {last}: {detail}; mean severity of 10 in the baseline and in the"
    " latest days: {trends}.",
)
_TREND = QT_TRANSLATE_NOOP("Chart", "{region} {before:.1f} and {now:.1f}")


def _trend(row: Row) -> Sentence | None:
    before, now = row.shown.baseline, row.shown.now
    if before is None or now is None or before.mean is None or now.mean is None:
        return None
    fields = {"region": row.name, "before": before.mean, "now": now.mean}
    return Sentence(_TREND, fields, "Chart")


def table(view: View, region: str = "") -> Table:
    """Return the numbers of every region; its weeks are in the table of its time chart."""
    del region
    found = overview(view)
    return Table(_HEAD, tuple(_cells(row) for row in found.rows))


_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "Region"),
    QT_TRANSLATE_NOOP("Chart", "Days rated"),
    QT_TRANSLATE_NOOP("Chart", "Sessions"),
    QT_TRANSLATE_NOOP("Chart", "Baseline mean (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Days of the baseline"),
    QT_TRANSLATE_NOOP("Chart", "Mean now (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Days now"),
    QT_TRANSLATE_NOOP("Chart", "Standing"),
)


def _cells(row: Row) -> tuple[Cell, ...]:
    seen = set(row.sessions_seen.tolist())
    sessions = sum(day_number(day) in seen for day in row.sessions)
    so_far = row.shown.so_far and row.shown.now is not None
    return (
        row.name,
        len(row.x),
        sessions,
        *_window(row.shown.baseline),
        *_window(row.shown.now),
        Sentence(QT_TRANSLATE_NOOP("Chart", "so far"), context="Chart") if so_far else "",
    )


def _window(window: Window | None) -> tuple[Cell, Cell]:
    return (window.mean, window.days) if window else (None, 0)
