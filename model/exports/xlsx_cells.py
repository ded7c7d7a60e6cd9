"""What a record's values are in the cells of a workbook, and the columns that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from model.exports.csv_names import columns_of
from model.exports.entries import fields_of
from model.exports.values import joined
from model.records.rules import NAME_LIMIT, Day, Instant, OneOf, Record, RegionId, Several, Text

Cell = bool | int | float | str | date | datetime | None
"""What one cell holds, written with its own type; None and "" are empty cells."""

TEXT_LIMIT = 32_767
"""UTF-16 units that one cell may hold ("Excel specifications and limits", Microsoft)."""

# Excel takes 1900 for a leap year: before this day its days and those of others are not the same.
_FIRST_DAY = date(1900, 3, 1)
_OFFSET = "{column} (minutes from UTC)"
_PART = "{column} ({number})"


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its title, and its width in characters."""

    title: str
    width: int


class Layout:
    """The columns of a kind's sheet, as many as the longest texts of its records need."""

    def __init__(self, kind: type[Record], records: Iterable[Record]) -> None:
        fields = fields_of(kind)
        self._titles = {name: title for title, name in columns_of(kind).items()}
        self._rules = {name: fields[name].rule for name in fields}
        self._counts = dict.fromkeys(fields, 1)
        for record in records:
            for name in fields:
                count = len(_cells(getattr(record, name)))
                self._counts[name] = max(self._counts[name], count)
        for name, rule in self._rules.items():
            if isinstance(rule, Instant):
                self._counts[name] = 2

    def columns(self) -> list[Column]:
        """Return the columns in order."""
        return [column for name in self._rules for column in self._columns(name)]

    def row(self, record: Record) -> list[Cell]:
        """Return the cells of a record, one a column."""
        row: list[Cell] = []
        for name, count in self._counts.items():
            cells = _cells(getattr(record, name))
            row += cells
            row += [None] * (count - len(cells))
        return row

    def _columns(self, name: str) -> Iterator[Column]:
        title, rule = self._titles[name], self._rules[name]
        yield _column(title, rule)
        if isinstance(rule, Instant):
            yield _column(_OFFSET.format(column=title), None)
            return
        for number in range(2, self._counts[name] + 1):
            yield _column(_PART.format(column=title, number=number), rule)


def day_cell(day: date) -> Cell:
    """Return a day for a cell: as a date, as ISO text before the days that Excel counts alike."""
    return day if day >= _FIRST_DAY else day.isoformat()


def time_cells(at: datetime) -> list[Cell]:
    """Return a time for two cells: what the clock showed, and how far it was ahead of UTC.

    Cells know no zones. Before the days that Excel counts alike the first is ISO text.
    """
    offset = at.utcoffset()
    minutes = None if offset is None else int(offset.total_seconds()) // 60
    shown = at.replace(tzinfo=None)
    return [shown if shown.date() >= _FIRST_DAY else at.isoformat(), minutes]


def pieces(text: str) -> list[str]:
    """Cut a text into pieces that a cell can hold, never within a character."""
    if len(text) <= TEXT_LIMIT // 2:  # a character has two units at most
        return [text]
    units = text.encode("utf-16-le", "surrogatepass")
    found = []
    while units:
        end = 2 * TEXT_LIMIT
        if units[end : end + 2] and 0xDC <= units[end + 1] <= 0xDF:  # second half of a character
            end -= 2
        found.append(units[:end].decode("utf-16-le", "surrogatepass"))
        units = units[end:]
    return found


def _cells(value: Any) -> list[Cell]:
    if isinstance(value, datetime):
        return time_cells(value)
    if isinstance(value, date):
        return [day_cell(value)]
    if isinstance(value, tuple):
        value = joined(value)
    return list(pieces(value)) if isinstance(value, str) else [value]


def _column(title: str, rule: object) -> Column:
    return Column(title, max(_width(rule), len(title) + 3))  # beside it stands a filter


def _width(rule: object) -> int:
    match rule:
        case Day():
            return 12
        case Instant() | RegionId() | OneOf():
            return 20
        case Several():
            return 30
        case Text(limit=limit):
            return 50 if limit > NAME_LIMIT else 25
    return 0
