"""The numbered periods of constant settings on a time chart, and the same in words and rows.

A period has the number that it has in the tables of periods: the first of the region is 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.analysis.epochs import Epoch, settings_in_words
from model.analysis.sentences import Sentence
from model.charts import epoch_rows
from model.charts.beside import listed
from model.charts.table import Table
from model.charts.view import View
from model.records.snapshot import day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.records.treatment import Session

NUMBER = epoch_rows.NUMBER
HEAD = QT_TRANSLATE_NOOP("Chart", "Settings, by number of the period")


@dataclass(frozen=True)
class Period:
    """One period: its number among those of its region, its days, whether it is compared."""

    number: int
    epoch: Epoch
    compared: bool

    def touches(self, first: date, last: date) -> bool:
        """Tell whether any of its days lies in a stretch of days."""
        return self.epoch.starts <= last and self.epoch.ends >= first

    @property
    def said(self) -> Sentence:
        """Its number and its settings."""
        fields = {"number": self.number, "settings": settings_in_words(self.epoch)}
        return Sentence(_NUMBERED, fields, "Chart")

    @property
    def in_full(self) -> Sentence:
        """Its number, days and settings, and whether it is compared with others."""
        fields: dict[str, object] = {
            "number": self.number,
            "first": self.epoch.starts,
            "last": self.epoch.ends,
            "settings": settings_in_words(self.epoch),
        }
        return Sentence(_IN_FULL if self.compared else _NOT_COMPARED, fields, "Chart")


_NUMBERED = QT_TRANSLATE_NOOP("Chart", "period {number}: {settings}")
_IN_FULL = QT_TRANSLATE_NOOP("Chart", "{number}, {first} to {last}: {settings}")
_NOT_COMPARED = QT_TRANSLATE_NOOP("Chart", "{number}, {first} to {last}: {settings} (not ranked)")
_TOLD = QT_TRANSLATE_NOOP(
    "Chart", "{said} Periods of constant settings, the latest first: {listed}."
)


def numbered(found: Sequence[Epoch]) -> tuple[Period, ...]:
    """Return the epochs of a region, given by time, with their numbers."""
    return tuple(Period(number, epoch, epoch.ranked) for number, epoch in enumerate(found, 1))


def periods(
    view: View, region: str, sessions: Mapping[str, Sequence[Session]] | None = None
) -> tuple[Period, ...]:
    """Return the periods of a region that a doctor sees in the days of a view, by time.

    `sessions` is what `sessions_by_region` returns, when it is at hand.
    """
    if not view.for_doctor:
        return ()
    first, last = map(day_of, view.days)
    found = numbered(epoch_rows.shown(view, region, sessions).epochs)
    return tuple(period for period in found if period.touches(first, last))


def told(said: Sentence, found: Sequence[Period]) -> Sentence:
    """Add the periods to the words for a chart, the latest first; many are counted."""
    also = listed(period.in_full for period in reversed(found))
    return Sentence(_TOLD, {"said": said, "listed": also}, "Chart") if also else said


def with_periods(table: Table, found: Sequence[Period]) -> Table:
    """Add a column that says with which settings the days of a row were treated.

    The first two columns of the table are the first and the last day of a row.
    """
    if not found:
        return table
    rows = []
    for row in table.rows:
        first, last = row[:2]
        here = [
            period.said
            for period in found
            if isinstance(first, date) and isinstance(last, date) and period.touches(first, last)
        ]
        rows.append((*row, listed(here, len(here)) or ""))
    return Table((*table.head, HEAD), tuple(rows))
