"""Sessions done, of how many planned, and their dose in mA x minutes, week by week."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from model.analysis.doses import Doses, doses
from model.analysis.sentences import Sentence
from model.analysis.weeks import WEEK
from model.analysis.words import region_name
from model.charts.table import Cell, Table
from model.charts.view import View
from model.records.snapshot import day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.float64]

WIDTHS = (1, 4, 13)  # weeks in a bar: whole weeks, so that bars of one chart can be compared
MOST_BARS = 80
SMALL_DOSE = 10.0  # mA x minutes
LEAST_WEEKS = 3  # fewer are a sentence, not a chart

TITLE = QT_TRANSLATE_NOOP("Chart", "Sessions and dose")
TITLE_OF = QT_TRANSLATE_NOOP("Chart", "{region}: sessions and dose")
DETAIL = QT_TRANSLATE_NOOP(
    "Chart", "sessions: {sessions} in {weeks} weeks ({mean:.1f} a week), {first} – {last}"
)
DETAIL_PLANNED = QT_TRANSLATE_NOOP(
    "Chart",
    "{done} of {planned} planned done; sessions: {sessions} in {weeks} weeks ({mean:.1f} a week),"
    " {first} – {last}",
)
DETAILS = (DETAIL, DETAIL_PLANNED)
DETAIL_WEEK = QT_TRANSLATE_NOOP("Chart", "sessions: {sessions} in one week, {first} – {last}")
DETAIL_WEEK_PLANNED = QT_TRANSLATE_NOOP(
    "Chart",
    "{done} of {planned} planned done; sessions: {sessions} in one week, {first} – {last}",
)


@dataclass(frozen=True, eq=False)
class Bars:
    """Sessions and dose of equal spans of `width` weeks, as columns of the shape (n,).

    starts, ends: first and last day, since 1970-01-01; the first and the last bar may hold fewer
    weeks, and `weeks` says how many. done and planned are appointments, NaN where no plan covers
    one of the weeks. dose: mA x minutes, NaN where no session states it. unstated: sessions
    without one.
    """

    width: int
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    weeks: npt.NDArray[np.int64]
    sessions: npt.NDArray[np.int64]
    done: Column
    planned: Column
    dose: Column
    unstated: npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Shown:
    """What the chart shows: bars, first and last day of its axis; `empty` stands in their place."""

    region: Sentence | None
    bars: Bars
    first: int
    last: int
    empty: Sentence | None

    @property
    def title(self) -> Sentence:
        """Name the chart, of a region or of the whole diary."""
        if self.region is None:
            return Sentence(TITLE, {}, "Chart")
        return Sentence(TITLE_OF, {"region": self.region}, "Chart")

    @property
    def detail(self) -> Sentence:
        """How many sessions, of how many planned, in which weeks."""
        import numpy as np

        bars, covered = self.bars, ~np.isnan(self.bars.planned)
        fields: dict[str, object] = {
            "sessions": int(bars.sessions.sum()),
            "weeks": int(bars.weeks.sum()),
            "mean": float(bars.sessions.sum() / bars.weeks.sum()),
            "first": day_of(int(bars.starts[0])),
            "last": day_of(int(bars.ends[-1])),
            "done": int(bars.done[covered].sum()),
            "planned": int(bars.planned[covered].sum()),
        }
        texts = (DETAIL_WEEK, DETAIL_WEEK_PLANNED) if fields["weeks"] == 1 else DETAILS
        return Sentence(texts[bool(fields["planned"])], fields, "Chart")


def shown(view: View, region: str = "", found: Doses | None = None) -> Shown:
    """Collect what the chart of a region, or of the whole diary, shows.

    `found` is what `doses` returns, when it is at hand.
    """
    found = doses(view.snapshot, region) if found is None else found
    first, last = _span(view, found)
    width = next((w for w in WIDTHS if last - first < w * WEEK * MOST_BARS), WIDTHS[-1])
    bars = _bars(found, width)
    seen = (bars.ends >= first) & (bars.starts <= last)
    columns = {name: value[seen] for name, value in vars(bars).items() if name != "width"}
    name = region_name(region, view.snapshot) if region else None
    bars = Bars(width, **columns)
    return Shown(name, bars, first, last, _lack(name, found, bars, (first, last)))


def _span(view: View, found: Doses) -> tuple[int, int]:
    """Return the days to show: those asked for, else all with a rating, a session or a plan."""
    if view.span is not None or not len(found.starts):
        return view.days
    begin, end = int(found.starts[0]), int(found.starts[-1]) + WEEK - 1
    first, last = view.days
    return (min(first, begin), max(last, end)) if view.snapshot.span else (begin, end)


def _bars(found: Doses, width: int) -> Bars:
    """Add up `width` weeks each, from the first week on, whichever days are shown."""
    import numpy as np

    starts = found.starts[::width]
    if not len(starts):
        none, nothing = np.empty(0, np.int64), np.empty(0)
        return Bars(width, none, none, none, none, nothing, nothing, nothing, none)
    begins = np.arange(0, len(found.starts), width)

    def added(column: npt.NDArray[Any]) -> npt.NDArray[Any]:
        return np.add.reduceat(column, begins)

    sessions, unstated = added(found.sessions), added(found.without_dose)
    weeks = np.diff(begins, append=len(found.starts))
    covered = added(~np.isnan(found.planned)) > 0
    done, planned = (
        np.where(covered, added(np.nan_to_num(column)), np.nan)
        for column in (found.done, found.planned)
    )
    unknown = (sessions > 0) & (unstated == sessions)
    dose = np.where(unknown, np.nan, added(np.nan_to_num(found.dose)))
    ends = starts + WEEK * weeks - 1
    return Bars(width, starts, ends, weeks, sessions, done, planned, dose, unstated)


def _lack(
    name: Sentence | None, found: Doses, bars: Bars, span: tuple[int, int]
) -> Sentence | None:
    fields: dict[str, object] = {"region": name, "count": int(found.sessions.sum())}
    if not len(found.starts):
        text = (
            QT_TRANSLATE_NOOP("Chart", "{region}: no session has treated it yet.")
            if name
            else QT_TRANSLATE_NOOP("Chart", "No session has been entered yet.")
        )
    elif len(found.starts) < LEAST_WEEKS:
        fields |= {"needed": LEAST_WEEKS}
        text = QT_TRANSLATE_NOOP(
            "Chart", "Sessions so far: {count}; the chart needs {needed} calendar weeks."
        )
    elif not bars.sessions.any() and not (bars.planned > 0).any():
        fields |= {"first": day_of(span[0]), "last": day_of(span[1])}
        text = QT_TRANSLATE_NOOP("Chart", "No session from {first} to {last}, none planned.")
    else:
        return None
    return Sentence(text, fields, "Chart")


def description(view: View, region: str = "") -> Sentence:
    """Say how many sessions were done, of a region or of all, for those who cannot see it."""
    import numpy as np

    found = shown(view, region)
    if found.empty:
        return found.empty
    bars = found.bars
    half = max(len(bars.starts) // 2, 1)
    stated = int(bars.sessions.sum() - bars.unstated.sum())
    fields: dict[str, object] = {
        "title": found.title,
        "detail": found.detail,
        "before": float(bars.sessions[:half].sum() / bars.weeks[:half].sum()),
        "after": float(bars.sessions[half:].sum() / max(bars.weeks[half:].sum(), 1)),
    }
    said = Sentence(_RATES if len(bars.starts) > 1 else _RATE, fields, "Chart")
    if stated:
        dose = float(np.nansum(bars.dose)) / stated
        fields = {"said": said, "dose": dose_text(dose), "stated": stated}
        said = Sentence(_DOSE, fields, "Chart")
    return Sentence(_ENDED, {"said": said}, "Chart")


_RATE = QT_TRANSLATE_NOOP("Chart", "{title}: {detail}")
_RATES = QT_TRANSLATE_NOOP(
    "Chart",
    "{title}: {detail}; {before:.1f} a week in the first half of these weeks and {after:.1f} in the"
    " second",
)
_DOSE = QT_TRANSLATE_NOOP(
    "Chart", "{said}; on average {dose} mA × min a session (sessions that state it: {stated})"
)
_ENDED = QT_TRANSLATE_NOOP("Chart", "{said}.")


def dose_text(dose: float) -> str:
    """Write mA x minutes in whole numbers, a small dose with two digits: no dose reads as 0."""
    return f"{dose:.0f}" if dose >= SMALL_DOSE or not dose else f"{dose:.2g}"


def table(view: View, region: str = "") -> Table:
    """Return the bars as rows, for "show as table"."""
    bars = shown(view, region).bars
    columns = (bars.starts, bars.ends, bars.weeks, bars.sessions, bars.done, bars.planned)
    rows = zip(*(each.tolist() for each in (*columns, bars.dose, bars.unstated)), strict=True)
    return Table(
        _HEAD, tuple((day_of(row[0]), day_of(row[1]), *map(_cell, row[2:])) for row in rows)
    )


_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "From"),
    QT_TRANSLATE_NOOP("Chart", "To"),
    QT_TRANSLATE_NOOP("Chart", "Weeks"),
    QT_TRANSLATE_NOOP("Chart", "Sessions"),
    QT_TRANSLATE_NOOP("Chart", "Planned and done"),
    QT_TRANSLATE_NOOP("Chart", "Planned"),
    QT_TRANSLATE_NOOP("Chart", "Dose (mA × min)"),
    QT_TRANSLATE_NOOP("Chart", "Sessions without dose"),
)


def _cell(value: float) -> Cell:
    """Return a count as a whole number, and None for what is not known."""
    if isnan(value):
        return None
    return int(value) if value == int(value) else value
