"""What the time chart shows of a region, as plain columns; the same for screen, paper and table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.analysis.phases import Phases, Span, phases_of_region, session_days
from model.analysis.progress import RegionProgress, Window, region_progress
from model.analysis.sentences import Sentence, counted
from model.analysis.weeks import WEEK, bins, weekly_means
from model.analysis.words import change_in_words, region_name, standing
from model.charts.beside import Beside, all_beside, concerning, listed
from model.charts.table import Cell, Table
from model.records.snapshot import Snapshot, day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.float64]

LEAST_DAYS = 3  # fewer dots are a sentence, not a chart
DAYS_WITH_DOTS = 1100
"""Spans up to three years show every day and the means of weeks; longer ones show means of four
weeks and the middle half of their days, because dots would run together."""


@dataclass(frozen=True, eq=False)
class Series:
    """One region over time; days count from 1970-01-01, severities go from 0 to 10.

    first, last: what the axis spans, the same for all regions of a diary. x, y: rated days.
    mean_x, mean_y: middles and means of bins of `width` days, with NaN where the line breaks.
    band: the middle half of the days of every unbroken run of bins as (x, low, high), only where
    days are not drawn one by one. sessions: days with a session. empty: the sentence that stands
    in place of a chart. beside: what else happened to the region in these days.
    """

    name: Sentence
    first: int
    last: int
    width: int
    x: Column
    y: Column
    mean_x: Column
    mean_y: Column
    band: tuple[tuple[Column, Column, Column], ...]
    sessions: Column
    session_count: int
    phases: Phases | None
    progress: RegionProgress
    empty: Sentence | None
    beside: tuple[Beside, ...] = ()

    @property
    def detail(self) -> Sentence:
        """How much stands behind the chart: rated days, calendar days, sessions."""
        return Sentence(
            QT_TRANSLATE_NOOP("Chart", "{rated} of {possible} days rated, sessions: {sessions}"),
            {
                "rated": int(_inside(self).sum()),
                "possible": self.last - self.first + 1,
                "sessions": self.session_count,
            },
            "Chart",
        )


def axis_span(snapshot: Snapshot) -> tuple[int, int]:
    """Return first and last day of a diary's ratings, (0, 0) where there are none."""
    span = snapshot.span
    return (day_number(span[0]), day_number(span[1])) if span else (0, 0)


def series(
    snapshot: Snapshot,
    region: str,
    sessions: Mapping[str, tuple[date, ...]] | None = None,
    span: tuple[int, int] | None = None,
    beside: tuple[Beside, ...] | None = None,
) -> Series:
    """Collect what the time chart of a region shows.

    `sessions`, `span` and `beside` are what `session_days`, `axis_span` and `all_beside` return,
    when they are at hand; another span shows another stretch of days and leaves the windows that
    are compared alone.
    """
    import numpy as np

    sessions = session_days(snapshot) if sessions is None else sessions
    first, last = axis_span(snapshot) if span is None else span
    phases = phases_of_region(snapshot, region, sessions)
    days, severities = snapshot.rated(region)
    width = WEEK if last - first <= DAYS_WITH_DOTS else 4 * WEEK
    columns = bins(snapshot, region, width, phases)
    middle = (columns.starts + columns.ends) / 2
    broken = np.flatnonzero(np.diff(columns.phase)) + 1
    treated_on = [day_number(day) for day in sessions.get(region, ())]
    treated_on = [day for day in treated_on if first <= day <= last]
    name = region_name(region, snapshot)
    known = all_beside(snapshot) if beside is None else beside
    return Series(
        name,
        first,
        last,
        width,
        days.astype(np.float64),
        severities.astype(np.float64),
        np.insert(middle, broken, np.nan),
        np.insert(columns.mean, broken, np.nan),
        _runs(middle, columns.low, columns.high, broken.tolist()) if width > WEEK else (),
        np.unique(np.array(treated_on, np.float64)),
        len(treated_on),
        phases,
        region_progress(snapshot, region, sessions),
        _empty(name, int(((days >= first) & (days <= last)).sum())),
        concerning(known, region, snapshot, day_of(first), day_of(last)),
    )


def description(snapshot: Snapshot, region: str, span: Span | None = None) -> Sentence:
    """Say what the time chart of a region shows, for those who cannot see it.

    `span` is the first and last day that the chart shows, by default all that the diary holds.
    """
    shows = (day_number(span[0]), day_number(span[1])) if span else None
    found = series(snapshot, region, span=shows)
    if found.empty:
        return found.empty
    fields: dict[str, object] = {
        "region": found.name,
        "detail": found.detail,
        "first": day_of(found.first),
        "last": day_of(found.last),
    }
    shown = found.progress
    change = change_in_words(shown)
    before, now = shown.baseline, shown.now
    if (
        change is None
        or before is None
        or now is None
        or (span and not _within(found, before, now))
    ):
        fields |= {"mean": float(found.y[_inside(found)].mean())}
        return _with_beside(Sentence(_ALONE, fields, "Chart"), found)
    fields |= {"before": before.mean, "before_days": before.days, "change": change}
    fields |= {"now": now.mean, "now_days": now.days}
    said = Sentence(_COMPARED, fields, "Chart")
    for remark in standing(shown):
        said = Sentence(_REMARKED, {"said": said, "remark": remark}, "Chart")
    return _with_beside(said, found)


_ALONE = QT_TRANSLATE_NOOP(
    "Chart", "{region}, {first} to {last}: {detail}; mean severity {mean:.1f} of 10."
)
_COMPARED = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}, {first} to {last}: {detail}; mean severity {before:.1f} of 10 before the first"
    " session (days rated: {before_days}) and {now:.1f} in the latest days (days rated:"
    " {now_days}), {change}.",
)
_REMARKED = QT_TRANSLATE_NOOP("Chart", "{said} {remark}")
_ALSO = QT_TRANSLATE_NOOP("Chart", "{said} Also noted: {listed}.")


def _with_beside(said: Sentence, found: Series) -> Sentence:
    also = listed(item.said for item in found.beside)
    return Sentence(_ALSO, {"said": said, "listed": also}, "Chart") if also else said


def _within(found: Series, *windows: Window) -> bool:
    """Tell whether the chart shows the windows from end to end; else it cannot speak of them."""
    return all(
        found.first <= day_number(window.starts) and day_number(window.ends) <= found.last
        for window in windows
    )


def _inside(found: Series) -> npt.NDArray[np.bool_]:
    """Return which of the rated days the chart shows."""
    return (found.x >= found.first) & (found.x <= found.last)


def table(snapshot: Snapshot, region: str) -> Table:
    """Return the weeks of a region as rows, for "show as table": the chart without a picture.

    Where something else happened a last column says what.
    """
    sessions = session_days(snapshot).get(region, ())
    first, last = map(day_of, axis_span(snapshot))
    beside = concerning(all_beside(snapshot), region, snapshot, first, last)
    also = (QT_TRANSLATE_NOOP("Chart", "Also"),) if beside else ()
    rows = []
    for week in weekly_means(snapshot, region):
        done = sum(week.starts <= day <= week.ends for day in sessions)
        row: tuple[Cell, ...] = (week.starts, week.ends, week.days, week.mean, done)
        if beside:
            found = (item for item in beside if item.touches(week.starts, week.ends))
            row += (listed((item.more for item in found), len(beside)) or "",)
        rows.append(row)
    return Table(_HEAD + also, tuple(rows))


_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "From"),
    QT_TRANSLATE_NOOP("Chart", "To"),
    QT_TRANSLATE_NOOP("Chart", "Days rated"),
    QT_TRANSLATE_NOOP("Chart", "Mean severity (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Sessions"),
)


def _empty(name: Sentence, rated: int) -> Sentence | None:
    if rated >= LEAST_DAYS:
        return None
    if not rated:
        return Sentence(
            QT_TRANSLATE_NOOP("Chart", "{region} has not been rated yet."),
            {"region": name},
            "Chart",
        )
    return Sentence(
        counted(
            QT_TRANSLATE_NOOP(
                "Chart", "{region} was rated on {count} day; the chart needs {needed}."
            ),
            QT_TRANSLATE_NOOP(
                "Chart", "{region} was rated on {count} days; the chart needs {needed}."
            ),
            rated,
        ).text,
        {"region": name, "count": rated, "needed": LEAST_DAYS},
        "Chart",
    )


def _runs(
    x: Column, low: Column, high: Column, broken: list[int]
) -> tuple[tuple[Column, Column, Column], ...]:
    """Part three columns where the phase changes or a value is missing."""
    import numpy as np

    gaps = np.flatnonzero(np.isnan(low))
    cuts = sorted({*broken, *gaps.tolist(), *(gaps + 1).tolist()})
    pieces = zip(np.split(x, cuts), np.split(low, cuts), np.split(high, cuts), strict=True)
    return tuple(piece for piece in pieces if len(piece[0]) and not np.isnan(piece[1][0]))
