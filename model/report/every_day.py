"""The appendix of every day: what was rated, treated and noted, a table a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil

from model.catalog import terms
from model.catalog.regions import REGIONS
from model.records.day import DayContext
from model.records.snapshot import ENTERED_CODES, MISSING, NOT_APPLICABLE, day_number, day_of
from model.report.boxes import Sheet
from model.report.every_session import exact
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

MOST_REGIONS = 10  # beside each other: their names then find room in every language
AWAY = "×"
TREATED = "•"
_ENTERED = {"copied": "=", "late": "+", "imported": "°"}  # the most doubtful first

_UNIT = QT_TRANSLATE_NOOP("Report", "worst severity 0–10, the latest day first")
_BLANK = QT_TRANSLATE_NOOP("Report", "Blank: not rated. Days without any entry are not listed.")
_AWAY = QT_TRANSLATE_NOOP("Report", "{mark} marked as not applicable.")
_TREATED = QT_TRANSLATE_NOOP("Report", "{mark} a session of this region on that day.")
_NOTHING = QT_TRANSLATE_NOOP("Report", "Nothing noted in this period.")
_FEW = {
    "copied": QT_TRANSLATE_NOOP("Report", "{mark} some ratings copied from the day before."),
    "late": QT_TRANSLATE_NOOP("Report", "{mark} some ratings entered later."),
    "imported": QT_TRANSLATE_NOOP("Report", "{mark} some ratings imported."),
}
_ALL = {
    "copied": QT_TRANSLATE_NOOP("Report", "On every day ratings were copied from the day before."),
    "late": QT_TRANSLATE_NOOP("Report", "On every day ratings were entered later."),
    "imported": QT_TRANSLATE_NOOP("Report", "On every day ratings were imported."),
}


@dataclass(frozen=True)
class _Log:
    """The days of the period with an entry, by what was entered."""

    rated: Mapping[date, Mapping[str, int]]  # severities 0..10 or NOT_APPLICABLE
    entered: Mapping[date, str]  # how, where not all of it was entered on the day
    treated: Mapping[date, Mapping[str, int]]  # sessions of a region
    contexts: Mapping[date, DayContext]

    def regions(self, days: Sequence[date]) -> list[str]:
        """Return what was rated or treated on some days, the treated ones first."""
        treated = {region for day in days for region in self.treated.get(day, ())}
        rated = {region for day in days for region in self.rated.get(day, ())}
        place = {region: number for number, region in enumerate(REGIONS)}
        return sorted(
            treated | rated,
            key=lambda region: (region not in treated, place.get(region, len(place)), region),
        )


def day_tables(scope: Scope) -> tuple[Sheet, ...]:
    """Return a row a day with any entry, the latest first: a table a year and 10 regions."""
    log = _log(scope)
    days = sorted({*log.rated, *log.treated, *log.contexts}, reverse=True)
    marks = _marks(log)
    made = [
        sheet
        for year, found in groupby(days, key=lambda day: day.year)
        for sheet in _of_year(scope, log, marks, year, list(found))
    ]
    notes = _notes(scope, log, marks) if made else (scope.say(_NOTHING),)
    if not made:
        return (Sheet(_title(scope), "", (), (), notes),)
    return (_noted(made[0], notes), *made[1:])


def _title(scope: Scope) -> str:
    return scope.say(QT_TRANSLATE_NOOP("Report", "Every day"))


def _noted(sheet: Sheet, notes: tuple[str, ...]) -> Sheet:
    return Sheet(sheet.title, sheet.unit, sheet.head, sheet.rows, notes)


def _log(scope: Scope) -> _Log:
    rated, entered = _ratings(scope)
    treated: dict[date, dict[str, int]] = {}
    for session in scope.sessions():
        counts = treated.setdefault(scope.day_of(session), {})
        for region in session.regions:
            counts[region] = counts.get(region, 0) + 1
    contexts = {
        context.day: context
        for context in scope.snapshot.of(DayContext)
        if scope.holds(context.day) and any(_around(scope, context))
    }
    return _Log(rated, entered, treated, contexts)


def _ratings(scope: Scope) -> tuple[dict[date, dict[str, int]], dict[date, str]]:
    """Return the ratings of every day of the period, and the most doubtful way of their entry."""
    snapshot = scope.snapshot
    rated: dict[date, dict[str, int]] = {}
    ways: dict[date, set[int]] = {}
    rows, columns = (snapshot.severity != MISSING).nonzero()
    severities = snapshot.severity[rows, columns].tolist()
    entered = snapshot.entered[rows, columns].tolist()
    first, days = day_number(snapshot.first_day), rows.tolist()
    for row, column, severity, way in zip(days, columns.tolist(), severities, entered, strict=True):
        day = day_of(first + row)
        if scope.holds(day):
            rated.setdefault(day, {})[snapshot.regions[column]] = severity
            ways.setdefault(day, set()).add(way)
    named = {day: {ENTERED_CODES[way] for way in found} for day, found in ways.items()}
    doubtful = {
        day: next(way for way in _ENTERED if way in found)
        for day, found in named.items()
        if not found.isdisjoint(_ENTERED)
    }
    return rated, doubtful


def _marks(log: _Log) -> dict[str, str]:
    """Return the marks of ways of entry that tell days apart: none where all days are alike."""
    same = len(set(log.entered.values())) == 1 and len(log.entered) == len(log.rated)
    return {} if same else _ENTERED


def _notes(scope: Scope, log: _Log, marks: Mapping[str, str]) -> tuple[str, ...]:
    """Explain the signs that stand in the tables, and no other."""
    said = [scope.say(_BLANK)]
    if any(NOT_APPLICABLE in found.values() for found in log.rated.values()):
        said.append(scope.say(_AWAY, mark=AWAY))
    if log.treated:
        said.append(scope.say(_TREATED, mark=TREATED))
    for way, mark in _ENTERED.items():
        if way in log.entered.values():
            said.append(scope.say(_FEW[way], mark=mark) if marks else scope.say(_ALL[way]))
    return (" ".join(said),)


def _of_year(
    scope: Scope, log: _Log, marks: Mapping[str, str], year: int, days: list[date]
) -> list[Sheet]:
    """Part the regions of a year into tables of about equal width; what is around comes first."""
    regions = log.regions(days)
    count = max(1, ceil(len(regions) / MOST_REGIONS))
    width = ceil(len(regions) / count)
    parts = [regions[at * width : (at + 1) * width] for at in range(count)]
    return [
        _table(scope, log, marks, _heading(scope, year, number, count), days, part, number == 1)
        for number, part in enumerate(parts, 1)
    ]


def _heading(scope: Scope, year: int, number: int, count: int) -> str:
    if count == 1:
        return scope.say(QT_TRANSLATE_NOOP("Report", "Every day: {year}"), year=year)
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "Every day: {year}, regions {part} of {parts}"),
        year=year,
        part=number,
        parts=count,
    )


def _table(
    scope: Scope,
    log: _Log,
    marks: Mapping[str, str],
    title: str,
    days: list[date],
    regions: list[str],
    with_around: bool,
) -> Sheet:
    around = {
        day: _around(scope, log.contexts[day]) if with_around and day in log.contexts else _BARE
        for day in days
    }
    shown = [at for at in range(len(_BARE)) if any(row[at] for row in around.values())]
    rows = [
        (
            _marked(scope.day(day), marks.get(log.entered.get(day, ""), "")),
            *cells,
            *(around[day][at] for at in shown),
        )
        for day in days
        if any(cells := _cells(log, day, regions)) or any(around[day])
    ]
    head = (
        scope.say(QT_TRANSLATE_NOOP("Report", "Day")),
        *map(scope.region, regions),
        *(scope.say(_AROUND[at]) for at in shown),
    )
    return Sheet(title, scope.say(_UNIT), head, tuple(rows))


_AROUND = (
    QT_TRANSLATE_NOOP("Report", "Heat"),
    QT_TRANSLATE_NOOP("Report", "Stress 0–10"),
    QT_TRANSLATE_NOOP("Report", "Day as a whole"),
)
_BARE = ("",) * len(_AROUND)


def _around(scope: Scope, context: DayContext) -> tuple[str, ...]:
    """Return what stands in the columns of `_AROUND`, "" for what was not noted."""
    heat = [scope.term("Heat", terms.HEAT[context.heat])] if context.heat else []
    if context.temperature_celsius is not None:
        degrees = exact(scope, context.temperature_celsius)
        heat.append(scope.say(QT_TRANSLATE_NOOP("Report", "{degrees} °C"), degrees=degrees))
    state = scope.term("DayState", terms.DAY_STATES[context.state]) if context.state else ""
    stress = "" if context.stress is None else str(context.stress)
    return ", ".join(heat), stress, state


def _cells(log: _Log, day: date, regions: Sequence[str]) -> list[str]:
    rated, treated = log.rated.get(day, {}), log.treated.get(day, {})
    return [
        _marked(TREATED * treated.get(region, 0), _severity(rated.get(region)))
        for region in regions
    ]


def _severity(severity: int | None) -> str:
    if severity is None:
        return ""
    return AWAY if severity == NOT_APPLICABLE else str(severity)


def _marked(*parts: str) -> str:
    return " ".join(part for part in parts if part)
