"""What the time chart shows of a region, as plain columns; the same for screen, paper and table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.analysis.phases import Phases, session_days
from model.analysis.progress import RegionProgress, Window
from model.analysis.sentences import Sentence, counted
from model.analysis.verdicts import after_treatment_began
from model.analysis.weeks import WEEK, Bins, bins, running_means, smooth_lines, weekly_means
from model.analysis.words import change_in_words, region_name, standing
from model.charts.beside import Beside, all_beside, all_reactions, concerning, listed
from model.charts.remarks import remarked
from model.charts.table import Cell, Table
from model.charts.view import View
from model.records.snapshot import MISSING, NOT_APPLICABLE, Snapshot, day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.float64]

LEAST_DAYS = 3  # fewer dots are a sentence, not a chart
DAYS_WITH_DOTS = 1100
"""Spans up to three years show every day and the mean of the 7 days around it; longer ones show
means of four weeks and the middle half of their days, because dots would run together."""


@dataclass(frozen=True, eq=False)
class Noted:
    """What is collected once for all regions of a diary.

    sessions: the days of each treated region; beside: other treatments and events; reactions: of
    the skin.
    """

    sessions: Mapping[str, tuple[date, ...]]
    beside: tuple[Beside, ...]
    reactions: tuple[Beside, ...]

    @classmethod
    def of(cls, snapshot: Snapshot) -> Noted:
        """Collect it from a diary."""
        return cls(session_days(snapshot), all_beside(snapshot), all_reactions(snapshot))


@dataclass(frozen=True, eq=False)
class Series:
    """One region over time; days count from 1970-01-01, severities go from 0 to 10.

    first, last: what the axis spans, the same for all regions of a diary. x, y: rated days on it.
    mean_x, mean_y: the line through them, with NaN where it breaks; `smooth` tells whether that
    is LOWESS. width: of the bins in days, WEEK where days are drawn one by one. band: the middle
    half of the days of every unbroken run of bins as (x, low, high), only where they are not.
    sessions: days with a session. empty: the sentence that stands in place of a chart. beside,
    reactions: what else happened to the region in these days.
    """

    name: Sentence
    first: int
    last: int
    width: int
    smooth: bool
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
    reactions: tuple[Beside, ...] = ()

    @property
    def detail(self) -> Sentence:
        """How much stands behind the chart: rated days, calendar days, sessions."""
        return Sentence(
            QT_TRANSLATE_NOOP("Chart", "{rated} of {possible} days rated, sessions: {sessions}"),
            {
                "rated": len(self.x),
                "possible": self.last - self.first + 1,
                "sessions": self.session_count,
            },
            "Chart",
        )


def series(view: View, region: str, noted: Noted | None = None) -> Series:
    """Collect what the time chart of a region shows; `noted` as from `Noted.of`, if at hand.

    Another span shows another stretch of days and leaves the windows that are compared alone.
    """
    import numpy as np

    snapshot = view.snapshot
    noted = Noted.of(snapshot) if noted is None else noted
    first, last = view.days
    shown = view.progress.of(region) or RegionProgress(region, False, 0, None, None)
    days, severities = snapshot.rated(region)
    inside = slice(*days.searchsorted([first, last + 1]).tolist())
    width = WEEK if last - first <= DAYS_WITH_DOTS else 4 * WEEK
    smooth = view.for_doctor and width == WEEK
    band: tuple[tuple[Column, Column, Column], ...] = ()
    if width > WEEK:
        x, y, band = _binned(bins(snapshot, region, width, shown.phases))
    else:
        x, y = (smooth_lines if smooth else running_means)(days, severities, shown.phases)
    beyond = width if width > WEEK else 0  # a bin may lie on both sides of the end of the axis
    here = ~((x < first - beyond) | (x > last + beyond))  # keeps the breaks, NaN
    treated_on = [day_number(day) for day in noted.sessions.get(region, ())]
    treated_on = [day for day in treated_on if first <= day <= last]
    name = region_name(region, snapshot)
    around = (snapshot, day_of(first), day_of(last))
    return Series(
        name,
        first,
        last,
        width,
        smooth,
        days[inside].astype(np.float64),
        severities[inside].astype(np.float64),
        x[here],
        y[here],
        band,
        np.unique(np.array(treated_on, np.float64)),
        len(treated_on),
        shown.phases,
        shown,
        _empty(name, region, len(days)),
        concerning(noted.beside, region, *around),
        concerning(noted.reactions, region, *around),
    )


def description(view: View, region: str = "") -> Sentence:
    """Say what the time chart of a region shows, for those who cannot see it."""
    found = series(view, region)
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
    if not len(found.x):
        return _with_beside(Sentence(_UNRATED, fields, "Chart"), found)
    if (
        change is None
        or before is None
        or now is None
        or (view.span and not _within(found, before, now))
    ):
        fields |= {"mean": float(found.y.mean())}
        return _with_beside(Sentence(_ALONE, fields, "Chart"), found)
    fields |= {"before": before.mean, "before_days": before.days, "change": change}
    fields |= {"now": now.mean, "now_days": now.days}
    text = _COMPARED_CHOSEN if after_treatment_began(shown) else _COMPARED
    said = Sentence(text, fields, "Chart")
    return _with_beside(remarked(said, standing(shown)), found)


_UNRATED = QT_TRANSLATE_NOOP("Chart", "{region}, {first} to {last}: {detail}.")
_ALONE = QT_TRANSLATE_NOOP(
    "Chart", "{region}, {first} to {last}: {detail}; mean severity {mean:.1f} of 10."
)
_COMPARED = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}, {first} to {last}: {detail}; mean severity {before:.1f} of 10 before the first"
    " session (days rated: {before_days}) and {now:.1f} in the latest days (days rated:"
    " {now_days}), {change}.",
)
_COMPARED_CHOSEN = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}, {first} to {last}: {detail}; mean severity {before:.1f} of 10 in the baseline chosen"
    " (days rated: {before_days}) and {now:.1f} in the latest days (days rated: {now_days}),"
    " {change}.",
)
_ALSO = QT_TRANSLATE_NOOP("Chart", "{said} Also noted: {listed}.")
_REACTED = QT_TRANSLATE_NOOP("Chart", "{said} Reactions: {listed}.")


def _with_beside(said: Sentence, found: Series) -> Sentence:
    for text, items in ((_ALSO, found.beside), (_REACTED, found.reactions)):
        also = listed(item.said for item in items)
        said = Sentence(text, {"said": said, "listed": also}, "Chart") if also else said
    return said


def _within(found: Series, *windows: Window) -> bool:
    """Tell whether the chart shows the windows from end to end; else it cannot speak of them."""
    return all(
        found.first <= day_number(window.starts) and day_number(window.ends) <= found.last
        for window in windows
    )


def said_on(found: Series, snapshot: Snapshot, noted: Noted, day: int) -> Sentence:
    """Say what is known of a day: its severity, its sessions, what else happened.

    `found` and `noted` are what the chart shows, `day` counts from 1970-01-01.
    """
    region = found.progress.region
    said, on = said_of_day(snapshot, region, noted.sessions.get(region, ()), day), day_of(day)
    for item in (*found.reactions, *found.beside):
        if item.touches(on, on):
            said = Sentence(_NEXT, {"said": said, "next": item.more}, "Chart")
    return said


def said_of_day(snapshot: Snapshot, region: str, sessions: tuple[date, ...], day: int) -> Sentence:
    """Say the severity of a region on a day, or that it was not rated, and how many sessions."""
    severity = _severity_on(snapshot, region, day)
    fields: dict[str, object] = {"day": day_of(day), "severity": severity}
    said = Sentence(_NOT_RATED if severity is None else _RATED, fields, "Chart")
    if severity == NOT_APPLICABLE:
        said = Sentence(_NOT_APPLICABLE, fields, "Chart")
    done = sessions.count(day_of(day))
    if not done:
        return said
    also = Sentence(_SESSIONS, {"count": done}, "Chart")
    return Sentence(_NEXT, {"said": said, "next": also}, "Chart")


_RATED = QT_TRANSLATE_NOOP("Chart", "{day}: severity {severity} of 10")
_NOT_RATED = QT_TRANSLATE_NOOP("Chart", "{day}: not rated")
_NOT_APPLICABLE = QT_TRANSLATE_NOOP("Chart", "{day}: not applicable")
_SESSIONS = QT_TRANSLATE_NOOP("Chart", "sessions: {count}")
_NEXT = QT_TRANSLATE_NOOP("Chart", "{said}; {next}")


def _severity_on(snapshot: Snapshot, region: str, day: int) -> int | None:
    """Return the severity of a day, NOT_APPLICABLE, or None where nothing was entered."""
    row = day - day_number(snapshot.first_day)
    if region not in snapshot.regions or not 0 <= row < len(snapshot.severity):
        return None
    found = int(snapshot.severity[row, snapshot.regions.index(region)])
    return None if found == MISSING else found


def table(view: View, region: str = "") -> Table:
    """Return the weeks of a region as rows, for "show as table": the chart without a picture.

    A doctor also reads the smooth line. Where something else happened a last column says what.
    """
    found, sessions = series(view, region), session_days(view.snapshot).get(region, ())
    beside = (*found.beside, *found.reactions)
    head = _HEAD + ((_SMOOTH,) if found.smooth else ()) + ((_ALSO_HEAD,) if beside else ())
    rows = []
    for week in weekly_means(view.snapshot, region):
        if day_number(week.ends) < found.first or day_number(week.starts) > found.last:
            continue
        done = sum(week.starts <= day <= week.ends for day in sessions)
        row: tuple[Cell, ...] = (week.starts, week.ends, week.days, week.mean, done)
        if found.smooth:
            row += (_smooth_mean(found, day_number(week.starts), day_number(week.ends)),)
        if beside:
            touching = (item for item in beside if item.touches(week.starts, week.ends))
            row += (listed((item.more for item in touching), len(beside)) or "",)
        rows.append(row)
    return Table(head, tuple(rows))


def _smooth_mean(found: Series, first: int, last: int) -> float | None:
    """Return the mean of the smooth line over the rated days of a week."""
    values = found.mean_y[(found.mean_x >= first) & (found.mean_x <= last)]
    return float(values.mean()) if len(values) else None


_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "From"),
    QT_TRANSLATE_NOOP("Chart", "To"),
    QT_TRANSLATE_NOOP("Chart", "Days rated"),
    QT_TRANSLATE_NOOP("Chart", "Mean severity (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Sessions"),
)
_SMOOTH = QT_TRANSLATE_NOOP("Chart", "LOWESS, mean of the week")
_ALSO_HEAD = QT_TRANSLATE_NOOP("Chart", "Also")


def _empty(name: Sentence, region: str, rated: int) -> Sentence | None:
    if rated >= LEAST_DAYS:
        return None
    if not region:
        return Sentence(
            QT_TRANSLATE_NOOP("Chart", "No region has been rated yet."), context="Chart"
        )
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


def _binned(
    columns: Bins,
) -> tuple[Column, Column, tuple[tuple[Column, Column, Column], ...]]:
    """Return the line through the means of bins, broken at borders, and the band around it."""
    import numpy as np

    middle = (columns.starts + columns.ends) / 2
    broken = np.flatnonzero(np.diff(columns.stretch)) + 1
    x, mean = np.insert(middle, broken, np.nan), np.insert(columns.mean, broken, np.nan)
    return x, mean, _runs(middle, columns.low, columns.high, broken.tolist())


def _runs(
    x: Column, low: Column, high: Column, broken: list[int]
) -> tuple[tuple[Column, Column, Column], ...]:
    """Part three columns where the phase changes or a value is missing."""
    import numpy as np

    gaps = np.flatnonzero(np.isnan(low))
    cuts = sorted({*broken, *gaps.tolist(), *(gaps + 1).tolist()})
    pieces = zip(np.split(x, cuts), np.split(low, cuts), np.split(high, cuts), strict=True)
    return tuple(piece for piece in pieces if len(piece[0]) and not np.isnan(piece[1][0]))
