"""The short lists of the page: treatment, co-treatments, reactions, events, scores, questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from model.catalog import terms
from model.catalog.applicators import APPLICATORS
from model.catalog.scales import INSTRUMENTS
from model.catalog.treatments import CO_TREATMENTS
from model.records.day import Assessment, DayContext
from model.records.person import Event, Question
from model.records.treatment import CoTreatment, OwnedApplicator, Reaction, Session
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


def sections(scope: Scope) -> tuple[Section, ...]:
    """Return what was done, what happened (or that nothing was entered) and the open questions."""
    none = scope.say(QT_TRANSLATE_NOOP("Report", "nothing noted in the diary"))
    made = (
        (QT_TRANSLATE_NOOP("Report", "Iontophoresis"), treatments(scope)),
        (QT_TRANSLATE_NOOP("Report", "Also used"), co_treatments(scope)),
        (QT_TRANSLATE_NOOP("Report", "Reactions of the skin or body"), reactions(scope)),
        (QT_TRANSLATE_NOOP("Report", "Events"), events(scope)),
    )
    asked = questions(scope)
    return (
        *(Section(scope.say(title), lines or (none,)) for title, lines in made),
        *(
            [Section(scope.say(QT_TRANSLATE_NOOP("Report", "My questions")), asked)]
            if asked
            else []
        ),
    )


def closing(scope: Scope) -> tuple[Section, ...]:
    """Return the patient's notes for the doctor, where there are any."""
    noted = notes(scope)
    title = QT_TRANSLATE_NOOP("Report", "Notes for the doctor")
    return (Section(scope.say(title), noted),) if noted else ()


def treatments(scope: Scope) -> tuple[str, ...]:
    """Return one line for each set of applicators, with the range of its settings."""
    groups: dict[tuple[str, ...], list[Session]] = {}
    for session in scope.sessions():
        groups.setdefault(session.applicators, []).append(session)
    return tuple(_treatment(scope, names, group) for names, group in groups.items())


def _treatment(scope: Scope, applicators: tuple[str, ...], group: list[Session]) -> str:
    own = {item.applicator: item.name for item in scope.snapshot.of(OwnedApplicator)}
    names = [
        scope.term("Applicator", APPLICATORS[name].name)
        if name in APPLICATORS
        else own.get(name, name)
        for name in applicators
    ]
    stopped = [session for session in group if session.completed is False]
    parts = [
        _range(scope, QT_TRANSLATE_NOOP("Report", "{range} mA"), (s.current_ma for s in group)),
        _range(scope, QT_TRANSLATE_NOOP("Report", "{range} min"), (s.minutes for s in group)),
        _kinds(scope, "Waveform", terms.WAVEFORMS, (s.waveform for s in group)),
        _kinds(scope, "Water", terms.WATERS, (s.water for s in group)),
        _additives(scope, group),
        scope.say(QT_TRANSLATE_NOOP("Report", "stopped early: {count}"), count=len(stopped))
        if stopped
        else "",
    ]
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "{applicators}: {count} ×, {days}; {settings}"),
        applicators=" + ".join(names),
        count=len(group),
        days=scope.span(group[0].started_at.date(), group[-1].started_at.date()),
        settings=", ".join(part for part in parts if part)
        or scope.say(QT_TRANSLATE_NOOP("Report", "settings not entered")),
    )


def co_treatments(scope: Scope) -> tuple[str, ...]:
    """Return the other treatments used in the period."""
    return tuple(
        _listed(
            scope.term("CoTreatment", CO_TREATMENTS[item.kind].name),
            item.product,
            item.dose,
            item.rhythm,
            scope.regions(item.regions),
            _lasting(scope, item.starts, item.ends),
        )
        for item in scope.snapshot.of(CoTreatment)
        if scope.holds(item.starts or date.min, item.ends or date.max)
    )


def reactions(scope: Scope) -> tuple[str, ...]:
    """Return the reactions of the period with severity 0-3 and what is still there."""
    return tuple(
        _listed(
            scope.term("Reaction", terms.REACTIONS[item.kind]),
            scope.region(item.region) if item.region else "",
            scope.say(
                QT_TRANSLATE_NOOP("Report", "severity {severity} of 3"), severity=item.severity
            ),
            scope.span(item.began, item.gone)
            if item.gone
            else scope.say(
                QT_TRANSLATE_NOOP("Report", "since {day}, not marked as gone"), day=item.began
            ),
        )
        for item in sorted(scope.snapshot.of(Reaction), key=lambda item: item.began)
        if scope.holds(item.began, item.gone or date.max)
    )


def events(scope: Scope) -> tuple[str, ...]:
    """Return what else happened in the period."""
    return tuple(
        _listed(
            scope.term("Event", terms.EVENT_KINDS[item.kind]),
            item.title,
            scope.regions(item.regions),
            scope.span(item.day, item.until or item.day),
        )
        for item in sorted(scope.snapshot.of(Event), key=lambda item: item.day)
        if scope.holds(item.day, item.until)
    )


def scores(scope: Scope, first_session: date | None) -> tuple[str, ...]:
    """Return every questionnaire then and now, in its points: last before the first session, last.

    Without one before the first session the first of all stands for "then".
    """
    found: dict[tuple[str, str | None], list[Assessment]] = {}
    for item in sorted(scope.snapshot.of(Assessment), key=lambda item: item.day):
        if not scope.period or item.day <= scope.period[1]:
            found.setdefault((item.instrument, item.region), []).append(item)
    return tuple(_score(scope, group, first_session) for group in found.values())


def _score(scope: Scope, group: list[Assessment], first_session: date | None) -> str:
    earlier = [item for item in group if first_session and item.day < first_session]
    then, now = (earlier or group)[-1 if earlier else 0], group[-1]
    name = scope.term("Scale", INSTRUMENTS[now.instrument].name)
    fields = {
        "name": _listed(name, scope.region(now.region) if now.region else ""),
        "now": now.score,
        "now_day": now.day,
    }
    if then is now:
        return scope.say(QT_TRANSLATE_NOOP("Report", "{name}: {now} ({now_day})"), **fields)
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "{name}: {then} ({then_day}) → {now} ({now_day})"),
        then=then.score,
        then_day=then.day,
        **fields,
    )


def questions(scope: Scope) -> tuple[str, ...]:
    """Return the questions that have no answer yet, numbered."""
    waiting = [
        item.text
        for item in sorted(scope.snapshot.of(Question), key=lambda item: item.asked)
        if item.answered is None and (not scope.period or item.asked <= scope.period[1])
    ]
    return tuple(f"{number}. {text}" for number, text in enumerate(waiting, 1))


def notes(scope: Scope) -> tuple[str, ...]:
    """Return the notes for the doctor; private notes never come here."""
    return tuple(
        scope.say(QT_TRANSLATE_NOOP("Report", "{day}: {note}"), day=item.day, note=item.note)
        for item in scope.snapshot.of(DayContext)
        if item.note.strip() and scope.holds(item.day)
    )


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _range(scope: Scope, text: str, values: Iterable[float | None]) -> str:
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = f"{min(known):g}", f"{max(known):g}"
    return scope.say(text, range=low if low == high else f"{low}–{high}")


def _kinds(scope: Scope, context: str, names: dict[str, str], values: Iterable[str | None]) -> str:
    seen = dict.fromkeys(value for value in values if value is not None)
    return " / ".join(scope.term(context, names[value]) for value in seen)


def _additives(scope: Scope, group: list[Session]) -> str:
    added = _kinds(
        scope, "Additive", terms.ADDITIVES, (s.additive for s in group if s.additive != "none")
    )
    return (
        scope.say(QT_TRANSLATE_NOOP("Report", "with {additive}"), additive=added) if added else ""
    )


def _lasting(scope: Scope, starts: date | None, ends: date | None) -> str:
    if starts and ends:
        return scope.span(starts, ends)
    if starts:
        return scope.say(QT_TRANSLATE_NOOP("Report", "since {day}"), day=starts)
    return scope.say(QT_TRANSLATE_NOOP("Report", "until {day}"), day=ends) if ends else ""
