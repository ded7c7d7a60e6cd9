"""What the columns of another program's table mean, as a person said it, and the entries they give.

Either a column a region holds its severity (wide), or one column names the region and another its
severity (long). All or nothing: the first cell that cannot be understood stops it, with its place.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from model.exports.dates import ORDERS, day_in, orders_of, time_after_day, time_in
from model.exports.entries import record_of
from model.exports.steps import passing, quiet
from model.exports.table import Table
from model.exports.table_sessions import TableSessions
from model.files import Step, no_step
from model.records.day import Rating
from model.records.errors import DiaryError
from model.records.rules import shown
from model.records.snapshot import ENTERED_CODES, Contents, RatingColumns, day_number
from model.records.treatment import Session
from model.text import QT_TRANSLATE_NOOP

IGNORED, DAY, REGION, SEVERITY, TIME, MINUTES, CURRENT = (
    *("", "day", "region", "severity"),
    *("time", "minutes", "current_ma"),
)
"""What a column may hold; the id of a region: the severity of that region."""

NOON = time(12)
"""When a session was of which the file gives the day only."""

_NOTHING = frozenset({"", "-", "\u2013", "\u2014", "n/a", "na", "null", "none"})
_NUMBER = re.compile(r"[+-]?\d{1,12}([.]\d{0,12})?", re.ASCII)

Cells = tuple[str, ...]
"""One row of a table, a text for each column."""


@dataclass(frozen=True)
class Scale:
    """A scale of whole numbers, on which more is worse, spread evenly over Drymap's 0 to 10.

    Arithmetic, no measured equivalence: no source that was read compares such scales.
    """

    low: int
    high: int

    def severity(self, value: int) -> int:
        """Return the severity 0..10 of a value; halves go up (45 of 0 to 100 is 5)."""
        span = self.high - self.low
        return (2 * (value - self.low) * 10 + span) // (2 * span)


SCALES: dict[str, Scale] = {
    "0-10": Scale(0, 10),
    "0-3": Scale(0, 3),
    "0-4": Scale(0, 4),
    "1-4": Scale(1, 4),
    "1-5": Scale(1, 5),
    "0-100": Scale(0, 100),
}


@dataclass(frozen=True)
class ColumnMapping:
    """What each column holds, in which order days are written, and on which scale is rated.

    `regions`: for the long layout (name in the file, id of the region or "" to leave it out).
    `order`: of dates.ORDERS, "" where the days themselves tell. `applicator` and `treated`: with
    what and where the sessions of the file were done, for no table of another program says it in
    Drymap's words.
    """

    columns: tuple[str, ...]
    order: str = ""
    scale: str = "0-10"
    regions: tuple[tuple[str, str], ...] = ()
    applicator: str = ""
    treated: tuple[str, ...] = ()

    def place(self, meaning: str) -> int | None:
        """Return the column that holds something, None where none does."""
        return self.columns.index(meaning) if meaning in self.columns else None

    @property
    def has_sessions(self) -> bool:
        """Whether any column tells of sessions."""
        return MINUTES in self.columns or CURRENT in self.columns


@dataclass(frozen=True)
class Found:
    """What a table gives: the entries, and how many ratings were more than one of a day."""

    contents: Contents
    days: int
    ratings: int
    sessions: int
    repeated: int


def found_in(table: Table, mapping: ColumnMapping, now: datetime, step: Step = no_step) -> Found:
    """Read a whole table by its mapping; of several ratings of one day the highest counts.

    Args:
        table: as its file holds it.
        mapping: what its columns mean.
        now: the patient's time; nothing may be of a day after it.
        step: called with (rows done, rows in all); what it raises ends the work.

    Raises:
        DiaryError: the mapping lacks something, or a cell cannot be understood.
        FutureDay: a row tells of a day after `now`.
    """
    mapping = _complete(table, mapping, quiet(step))
    reading = _Reading(table, mapping, now)
    severities: dict[tuple[date, str], int] = {}
    sessions = TableSessions(table.name, rows_repeat_them=REGION in mapping.columns)
    repeated = 0
    rows = zip(table.lines, table.rows, strict=True)
    for line, row in passing(rows, step, len(table.rows)):
        for key, severity in reading.ratings(line, row):
            # The severity of a day is its worst (model.records.day.Rating).
            before = severities.get(key)
            repeated += before is not None
            if before is None or severity > before:
                severities[key] = severity
        for session, timed in reading.sessions(line, row):
            sessions.add(line, session, timed)
    return Found(
        Contents(_columns(severities), tuple(sessions.kept), _left_out(table, mapping)),
        len({day for day, _ in severities}),
        len(severities),
        len(sessions.kept),
        repeated,
    )


def orders_in(table: Table, place: int | None, step: Step = no_step) -> tuple[str, ...]:
    """Return the orders in which a column of days can be read: two have to be asked about."""
    if place is None:
        return ()
    cells = passing(table.cells(place), step, len(table.rows))
    return orders_of((text for _, text in cells), step)


def names_in(table: Table, mapping: ColumnMapping, step: Step = no_step) -> tuple[str, ...]:
    """Return the names of regions in a long table, in the order of the file."""
    place = mapping.place(REGION)
    if place is None:
        return ()
    cells = passing(table.cells(place), step, len(table.rows))
    return tuple(dict.fromkeys(text for _, text in cells if text))


def _complete(table: Table, mapping: ColumnMapping, step: Step) -> ColumnMapping:
    """Return the mapping with its order of days, or refuse it for what it lacks."""
    meanings = [meaning for meaning in mapping.columns if meaning]
    wide = [meaning for meaning in meanings if _is_region(meaning)]
    long = [meaning for meaning in (REGION, SEVERITY) if meaning in meanings]
    if DAY not in meanings:
        raise DiaryError(QT_TRANSLATE_NOOP("DiaryError", "Say which column holds the day."))
    if len(set(meanings)) < len(meanings) or (wide and long):
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "Two columns are said to hold the same thing. Leave one of them out.",
            )
        )
    if len(long) == 1 or not (wide or long or mapping.has_sessions):
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "Say which columns hold severities: one column for each region, or one that names"
                " the region and one with its severity.",
            )
        )
    if mapping.has_sessions and not (mapping.applicator and mapping.treated):
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "Say with what and where the sessions of this file were done."
            )
        )
    if mapping.order:
        return mapping
    orders = orders_in(table, mapping.place(DAY), step)
    if len(orders) > 1:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "Say in which order this file writes its days.")
        )
    order = orders[0] if orders else _likeliest(table, mapping, step)
    return dataclasses.replace(mapping, order=order)


def _likeliest(table: Table, mapping: ColumnMapping, step: Step) -> str:
    """Return the order in which most days can be read: the first that cannot is then told."""
    place = mapping.place(DAY)
    assert place is not None  # refused before
    texts = {text for _, text in table.cells(place)}

    def fit(order: str) -> int:
        return sum(day_in(one, order) is not None for one in passing(texts, step, len(texts)))

    return max(ORDERS, key=fit)


class _Reading:
    """Understands one table row by row; a text that stands in many cells is understood once."""

    def __init__(self, table: Table, mapping: ColumnMapping, now: datetime) -> None:
        self._table, self._mapping, self._now = table, mapping, now
        self._names = dict(mapping.regions)
        self._wide = [(m, place) for place, m in enumerate(mapping.columns) if _is_region(m)]
        day = mapping.place(DAY)
        assert day is not None  # refused before
        self._day_place = day
        self._days: dict[str, date] = {}
        self._severities: dict[str, int | None] = {}

    def ratings(self, line: int, row: Cells) -> Iterator[tuple[tuple[date, str], int]]:
        """Yield what a row says of regions; an empty cell says nothing, and is never 0."""
        day = None
        for region, place in self._wide or self._named(line, row):
            text = row[place]
            if text not in self._severities:
                severity = self._in_place(line, row, place, self._severity_or_nothing)
                self._severities[text] = severity
            severity = self._severities[text]
            if severity is not None:
                day = day or self._day_of(line, row)
                yield (day, region), severity

    def sessions(self, line: int, row: Cells) -> Iterator[tuple[Session, bool]]:
        """Yield the session of a row that holds minutes or a current, and if its time is told."""
        places = {meaning: self._mapping.place(meaning) for meaning in (MINUTES, CURRENT)}
        filled = {
            meaning: self._in_place(line, row, place, _number)
            for meaning, place in places.items()
            if place is not None and not _is_nothing(row[place])
        }
        if filled:
            at = self._time_of(line, row)
            start = datetime.combine(self._day_of(line, row), at or NOON)
            values = {
                "started_at": start.astimezone(),
                "regions": self._mapping.treated,
                "applicators": (self._mapping.applicator,),
                **filled,
            }
            read = self._in_place(line, row, self._day_place, lambda _: _checked(values, self._now))
            yield read, at is not None

    def _named(self, line: int, row: Cells) -> list[tuple[str, int]]:
        """Return the region that a row of the long layout names, and the place of its severity."""
        at, place = self._mapping.place(REGION), self._mapping.place(SEVERITY)
        if at is None or place is None:
            return []
        region = self._in_place(line, row, at, lambda name: _region(name, self._names))
        return [(region, place)] if region else []

    def _day_of(self, line: int, row: Cells) -> date:
        text = row[self._day_place]
        day = self._days.get(text)
        if day is None:
            day = self._days[text] = self._in_place(line, row, self._day_place, self._day)
        return day

    def _day(self, text: str) -> date:
        day = day_in(text, self._mapping.order)
        if day is None:
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "'{value}' is no day that can be read."),
                value=shown(text),
            )
        rating = Rating(day, self._wide[0][0] if self._wide else "palm_left", None)
        rating.check()
        rating.check_past(self._now)
        return day

    def _time_of(self, line: int, row: Cells) -> time | None:
        place = self._mapping.place(TIME)
        if place is None or _is_nothing(row[place]):
            return time_after_day(row[self._day_place])
        at: time = self._in_place(line, row, place, _time)
        return at

    def _severity_or_nothing(self, text: str) -> int | None:
        if _is_nothing(text):
            return None
        scale, number = SCALES[self._mapping.scale], _number(text)
        if number != int(number) or not scale.low <= number <= scale.high:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "'{value}' is not a whole number from {low} to {high}."
                ),
                value=shown(text),
                low=scale.low,
                high=scale.high,
            )
        return scale.severity(int(number))

    def _in_place(self, line: int, row: Cells, place: int, read: Callable[[str], Any]) -> Any:
        """Read a cell; what is wrong with it is told with its line and column."""
        try:
            return read(row[place].strip())
        except DiaryError as problem:
            raise type(problem)(
                QT_TRANSLATE_NOOP("DiaryError", "{file}, line {line}, column {column}: {problem}"),
                file=self._table.name,
                line=line,
                column=shown(self._table.header[place]),
                problem=problem,
            ) from problem


def _columns(severities: Mapping[tuple[date, str], int]) -> RatingColumns:
    count = len(severities)
    return RatingColumns(
        [day_number(day) for day, _ in severities],
        [region for _, region in severities],
        list(severities.values()),
        [ENTERED_CODES.index("imported")] * count,
        [None] * count,
        [None] * count,
    )


def _number(text: str) -> float:
    plain = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    number = float(plain) if _NUMBER.fullmatch(plain) else math.nan
    if not abs(number) < 1e9:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "'{value}' is not a number."), value=shown(text)
        )
    return number


def _checked(values: dict[str, Any], now: datetime) -> Session:
    session = record_of(Session, values)
    assert isinstance(session, Session)
    session.check_past(now)
    return session


def _region(name: str, known: Mapping[str, str]) -> str:
    if name and name not in known:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "say which region '{value}' is, or leave it out."),
            value=shown(name),
        )
    return known.get(name, "")


def _time(text: str) -> time:
    at = time_in(text) or time_after_day(text)
    if at is None:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "'{value}' is no time that can be read."),
            value=shown(text),
        )
    return at


def _left_out(table: Table, mapping: ColumnMapping) -> tuple[str, ...]:
    columns = zip(table.header, mapping.columns, strict=True)
    names = [header.strip() for header, meaning in columns if not meaning and header.strip()]
    return (*names, *(name for name, region in mapping.regions if not region))


def _is_region(meaning: str) -> bool:
    return meaning not in (IGNORED, DAY, REGION, SEVERITY, TIME, MINUTES, CURRENT)


def _is_nothing(text: str) -> bool:
    return text.strip().lower() in _NOTHING
