"""The appendix of daily life: what the diary knows of it, as entered and summed up nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from model.catalog import terms
from model.catalog.scales import INSTRUMENTS
from model.records.day import Assessment, DayContext, Gravimetry, Moment
from model.report.boxes import Sheet
from model.report.every_session import exact
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

_UNIT = QT_TRANSLATE_NOOP("Report", "as entered, the latest first; blank: not noted")
_ELSEWHERE = ("hdss",)  # stands then and now on the first page
_Row = tuple[str, ...]
_R = TypeVar("_R", Assessment, Gravimetry, Moment)


def burden_tables(scope: Scope) -> tuple[Sheet, ...]:
    """Return what was noted of daily life: sums, days, questionnaires, moments, sweat weighed."""
    days = [context for context in scope.snapshot.of(DayContext) if scope.holds(context.day)]
    made = (
        _sums(scope, days),
        _days(scope, days),
        _assessments(scope),
        _moments(scope),
        _weighed(scope),
    )
    filled = [sheet for sheet in made if sheet.rows]
    empty = [sheet.title for sheet in made if not sheet.rows]
    if not empty:
        return tuple(filled)
    title = scope.say(QT_TRANSLATE_NOOP("Report", "Burden of daily life"))
    text = QT_TRANSLATE_NOOP("Report", "Nothing noted in this period of: {titles}.")
    return (*filled, Sheet(title, "", (), (), (scope.say(text, titles=", ".join(empty)),)))


def _sheet(scope: Scope, title: str, head: Sequence[str], rows: Sequence[_Row]) -> Sheet:
    """Return a table without the columns in which nothing was ever noted."""
    kept = [at for at in range(len(head)) if at == 0 or any(row[at] for row in rows)]
    return Sheet(
        scope.say(title),
        scope.say(_UNIT),
        tuple(scope.say(head[at]) for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        words=len(kept),
    )


def _sums(scope: Scope, days: Sequence[DayContext]) -> Sheet:
    """Sum up numbers and grades over the days on which they were noted, and over no other."""
    rows = [
        row
        for row in (
            _amount(scope, _INTERFERENCE, [day.interference for day in days], False),
            _amount(scope, _CLOTHES, [day.clothes_changed for day in days], True),
            _amount(scope, _SHOWERS, [day.showers for day in days], True),
            _grades(scope, _NIGHT, "NightSweat", terms.NIGHT_SWEAT, [d.night_sweat for d in days]),
            _grades(scope, _ACTIVITY, "Activity", terms.ACTIVITY, [day.activity for day in days]),
            _tags(scope, days),
        )
        if row
    ]
    return Sheet(
        scope.say(QT_TRANSLATE_NOOP("Report", "Daily life in numbers")),
        scope.say(QT_TRANSLATE_NOOP("Report", "only days on which it was noted")),
        (
            scope.say(QT_TRANSLATE_NOOP("Report", "What")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Days noted")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Noted")),
        ),
        tuple(rows),
        words=3,
    )


_INTERFERENCE = QT_TRANSLATE_NOOP("Report", "Interference 0–10")
_CLOTHES = QT_TRANSLATE_NOOP("Report", "Clothes changed")
_SHOWERS = QT_TRANSLATE_NOOP("Report", "Showers")
_NIGHT = QT_TRANSLATE_NOOP("Report", "Night sweat")
_ACTIVITY = QT_TRANSLATE_NOOP("Report", "Activity")
_TAGS = QT_TRANSLATE_NOOP("Report", "Tags")


def _amount(scope: Scope, name: str, values: Sequence[int | None], summed: bool) -> _Row | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    text = QT_TRANSLATE_NOOP("Report", "mean {mean}, highest {most}")
    if summed:
        text = QT_TRANSLATE_NOOP("Report", "mean {mean} a day, highest {most}, {all} in all")
    mean = scope.number(sum(known) / len(known), 1)
    said = scope.say(text, mean=mean, most=max(known), all=sum(known))
    return scope.say(name), str(len(known)), said


def _grades(
    scope: Scope, name: str, context: str, names: dict[str, str], values: Sequence[str | None]
) -> _Row | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    said = [
        _times(scope, scope.term(context, text), known.count(key)) for key, text in names.items()
    ]
    return scope.say(name), str(len(known)), ", ".join(said)


def _tags(scope: Scope, days: Sequence[DayContext]) -> _Row | None:
    counts: dict[str, int] = {}
    for day in days:
        for tag in dict.fromkeys(day.tags):
            counts[tag] = counts.get(tag, 0) + 1
    if not counts:
        return None
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    said = ", ".join(_times(scope, _tag(scope, tag), count) for tag, count in ranked)
    return scope.say(_TAGS), str(sum(bool(day.tags) for day in days)), said


def _times(scope: Scope, name: str, count: int) -> str:
    return scope.say(QT_TRANSLATE_NOOP("Report", "{name} {count}×"), name=name, count=count)


def _tag(scope: Scope, tag: str) -> str:
    return scope.term("Trigger", terms.TRIGGERS[tag]) if tag in terms.TRIGGERS else tag


def _days(scope: Scope, days: Sequence[DayContext]) -> Sheet:
    head = (
        QT_TRANSLATE_NOOP("Report", "Day"),
        *(_INTERFERENCE, _CLOTHES, _SHOWERS, _NIGHT, _ACTIVITY, _TAGS),
        QT_TRANSLATE_NOOP("Report", "Note for the doctor"),
    )
    found = [_of_day(scope, day) for day in sorted(days, key=lambda day: day.day, reverse=True)]
    rows = [row for row in found if any(row[1:])]
    return _sheet(scope, QT_TRANSLATE_NOOP("Report", "Daily life day by day"), head, rows)


def _of_day(scope: Scope, item: DayContext) -> _Row:
    return (
        scope.day(item.day),
        *map(_whole, (item.interference, item.clothes_changed, item.showers)),
        scope.term("NightSweat", terms.NIGHT_SWEAT[item.night_sweat]) if item.night_sweat else "",
        scope.term("Activity", terms.ACTIVITY[item.activity]) if item.activity else "",
        ", ".join(_tag(scope, tag) for tag in item.tags),
        item.note.strip(),
    )


def _whole(value: int | None) -> str:
    return "" if value is None else str(value)


def _assessments(scope: Scope) -> Sheet:
    """Return every score but that of the HDSS, in the points of its questionnaire."""
    head = (
        QT_TRANSLATE_NOOP("Report", "Day"),
        QT_TRANSLATE_NOOP("Report", "Questionnaire"),
        QT_TRANSLATE_NOOP("Report", "Score"),
        QT_TRANSLATE_NOOP("Report", "Range"),
        QT_TRANSLATE_NOOP("Report", "Daily life"),
        QT_TRANSLATE_NOOP("Report", "Psychosocial"),
        QT_TRANSLATE_NOOP("Report", "Region"),
    )
    rows = [
        (
            scope.day(item.day),
            scope.term("Scale", INSTRUMENTS[item.instrument].name),
            _score(scope, item),
            f"{INSTRUMENTS[item.instrument].low}–{INSTRUMENTS[item.instrument].high}",
            _whole(item.domain_daily_life),
            _whole(item.domain_psychosocial),
            scope.region(item.region) if item.region else "",
        )
        for item in _latest(scope, scope.snapshot.of(Assessment), lambda item: item.day)
        if item.instrument not in _ELSEWHERE
    ]
    title = QT_TRANSLATE_NOOP("Report", "Questionnaires other than the HDSS")
    return _sheet(scope, title, head, rows)


def _score(scope: Scope, item: Assessment) -> str:
    answer = INSTRUMENTS[item.instrument].answers.get(item.score)
    if not answer:
        return str(item.score)
    text = QT_TRANSLATE_NOOP("Report", "{score} ({answer})")
    return scope.say(text, score=item.score, answer=scope.term("Scale", answer))


def _moments(scope: Scope) -> Sheet:
    head = (
        QT_TRANSLATE_NOOP("Report", "Moment"),
        QT_TRANSLATE_NOOP("Report", "Region"),
        QT_TRANSLATE_NOOP("Report", "Severity 0–10"),
        QT_TRANSLATE_NOOP("Report", "Set off by"),
    )
    rows = [
        (
            scope.say(
                QT_TRANSLATE_NOOP("Report", "{day}, {time}"),
                day=item.at.date(),
                time=item.at.strftime("%H:%M"),
            ),
            scope.region(item.region),
            str(item.severity),
            ", ".join(_tag(scope, trigger) for trigger in item.triggers),
        )
        for item in _latest(scope, scope.snapshot.of(Moment), lambda item: item.at)
    ]
    return _sheet(scope, QT_TRANSLATE_NOOP("Report", "Moments of sweating"), head, rows)


def _weighed(scope: Scope) -> Sheet:
    head = (
        QT_TRANSLATE_NOOP("Report", "Day"),
        QT_TRANSLATE_NOOP("Report", "Region"),
        QT_TRANSLATE_NOOP("Report", "mg"),
        QT_TRANSLATE_NOOP("Report", "Minutes"),
        QT_TRANSLATE_NOOP("Report", "Paper"),
        QT_TRANSLATE_NOOP("Report", "Room °C"),
        QT_TRANSLATE_NOOP("Report", "Minutes of rest"),
        QT_TRANSLATE_NOOP("Report", "Where"),
    )
    rows = [
        (
            scope.day(item.day),
            scope.region(item.region),
            *(exact(scope, value) for value in (item.mass_mg, item.minutes)),
            item.paper,
            *(exact(scope, value) for value in (item.room_celsius, item.rest_minutes)),
            _place(scope, item),
        )
        for item in _latest(scope, scope.snapshot.of(Gravimetry), lambda item: item.day)
    ]
    return _sheet(scope, QT_TRANSLATE_NOOP("Report", "Sweat weighed"), head, rows)


def _place(scope: Scope, item: Gravimetry) -> str:
    if item.at_clinic is None:
        return ""
    at_home = QT_TRANSLATE_NOOP("Report", "at home")
    return scope.say(QT_TRANSLATE_NOOP("Report", "at the clinic") if item.at_clinic else at_home)


def _latest(scope: Scope, items: Sequence[_R], when: Callable[[_R], date]) -> list[_R]:
    held = [item for item in items if scope.holds(item.day)]
    return sorted(held, key=when, reverse=True)
