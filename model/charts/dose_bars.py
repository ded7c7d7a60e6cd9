"""Sessions done, of how many planned, and their dose in mA x minutes, week by week."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from model.analysis.doses import Doses, doses, last_entry
from model.analysis.sentences import Sentence
from model.analysis.weeks import WEEK
from model.analysis.words import region_name
from model.charts.table import Cell, Table
from model.charts.view import View
from model.records.snapshot import day_number, day_of
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
DETAIL = QT_TRANSLATE_NOOP("Chart", "sessions: {sessions}, {first} – {last}")
DETAIL_PLANNED = QT_TRANSLATE_NOOP(
    "Chart", "planned sessions done: {done} of {planned}; in all: {sessions}, {first} – {last}"
)
WITH_RATE = QT_TRANSLATE_NOOP("Chart", "{said} ({mean:.1f} per whole week)")
LEAST_OF_RATE = 2  # whole weeks


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
    """What the chart shows: bars, first and last day of its axis; `empty` stands in their place.

    ends: last day of which anything is known. begun: sessions of a last week that ends after it,
    None where every week that is shown is whole.
    """

    region: Sentence | None
    bars: Bars
    first: int
    last: int
    ends: int
    begun: int | None
    empty: Sentence | None

    @property
    def title(self) -> Sentence:
        """Name the chart, of a region or of the whole diary."""
        if self.region is None:
            return Sentence(TITLE, {}, "Chart")
        return Sentence(TITLE_OF, {"region": self.region}, "Chart")

    @property
    def detail(self) -> Sentence:
        """How many sessions, of how many planned, in which days, and how many a whole week."""
        import numpy as np

        sessions, weeks = (int(column.sum()) for column in self.whole)
        bars, covered = self.bars, ~np.isnan(self.bars.planned)
        fields: dict[str, object] = {
            "sessions": int(bars.sessions.sum()),
            "first": day_of(int(bars.starts[0])),
            "last": day_of(self.ends),
            "done": int(bars.done[covered].sum()),
            "planned": int(bars.planned[covered].sum()),
        }
        said = Sentence(DETAIL_PLANNED if fields["planned"] else DETAIL, fields, "Chart")
        if weeks < LEAST_OF_RATE:
            return said
        return Sentence(WITH_RATE, {"said": said, "mean": sessions / weeks}, "Chart")

    @property
    def whole(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Sessions and weeks of every bar without a week that has only begun."""
        sessions, weeks = self.bars.sessions.copy(), self.bars.weeks.copy()
        if self.begun is not None:
            sessions[-1] -= self.begun
            weeks[-1] -= 1
        return sessions, weeks


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
    ends, begun = _known(view, found, bars)
    return Shown(name, bars, first, last, ends, begun, _lack(name, found, bars, (first, last)))


def _known(view: View, found: Doses, bars: Bars) -> tuple[int, int | None]:
    """Return the last known day of the bars, and the sessions of a week that has only begun."""
    entered = last_entry(view.snapshot)
    if not len(bars.ends) or entered is None:
        return 0, None
    ends, last = day_number(entered), int(bars.ends[-1])
    return (last, None) if last <= ends else (ends, int(found.sessions[-1]))


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
    sessions, weeks = found.whole
    half = max(len(bars.starts) // 2, 1)
    stated = int(bars.sessions.sum() - bars.unstated.sum())
    fields: dict[str, object] = {
        "title": found.title,
        "detail": found.detail,
        "before": _rate(sessions[:half], weeks[:half]),
        "after": _rate(sessions[half:], weeks[half:]),
    }
    said = Sentence(_RATES if weeks[half:].any() else _RATE, fields, "Chart")
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


def _rate(sessions: npt.NDArray[np.int64], weeks: npt.NDArray[np.int64]) -> float:
    return float(sessions.sum() / max(int(weeks.sum()), 1))


def dose_text(dose: float) -> str:
    """Write mA x minutes in whole numbers, a small dose with two digits: no dose reads as 0."""
    return f"{dose:.0f}" if dose >= SMALL_DOSE or not dose else f"{dose:.2g}"


def table(view: View, region: str = "") -> Table:
    """Return the bars as rows, for "show as table"."""
    bars = shown(view, region).bars
    columns = (bars.starts, bars.ends, bars.weeks, bars.sessions, bars.done, bars.planned)
    rows = zip(*(each.tolist() for each in (*columns, bars.dose, bars.unstated)), strict=True)
    return Table(
        _HEAD,
        tuple(
            (day_of(row[0]), day_of(row[1]), *map(_cell, row[2:6]), _dose_cell(row[6]), row[7])
            for row in rows
        ),
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
    return int(value)


def _dose_cell(dose: float) -> Cell:
    """Return a dose as `dose_text` writes it, None for one that is not known."""
    if isnan(dose):
        return None
    return round(dose) if dose >= SMALL_DOSE or not dose else float(dose_text(dose))
