"""The short lists of the page: treatment, co-treatments, reactions, events, scores, questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from model.analysis.notices import Checklist, checklist
from model.catalog import terms
from model.catalog.applicators import APPLICATORS
from model.catalog.cautions import OPEN_SEVERITY
from model.catalog.scales import INSTRUMENTS
from model.catalog.treatments import CO_TREATMENTS, CONTRAINDICATIONS
from model.records.day import Assessment, DayContext
from model.records.person import ContraindicationAnswer, Event, Question
from model.records.treatment import CoTreatment, OwnedApplicator, Reaction, Session
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

MOST = 8  # lines of a list; what else the diary holds is counted under it


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
        (QT_TRANSLATE_NOOP("Report", "Contraindications"), contraindications(scope)),
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
    found = list(groups.items())
    if len(found) > MOST:
        found.sort(key=lambda item: item[1][-1].started_at, reverse=True)
    lines = [_treatment(scope, names, group) for names, group in found]
    return _openly_cut(scope, lines)


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


def contraindications(scope: Scope) -> tuple[str, ...]:
    """Return whether the checklist was answered, and what was answered yes or not sure.

    None of these is ever cut.
    """
    last = scope.period[1] if scope.period else date.max
    found = checklist(scope.snapshot.of(ContraindicationAnswer), last)
    asking = tuple(
        scope.say(
            QT_TRANSLATE_NOOP("Report", "Ask before treatment: {item} ({answer}, {day})"),
            item=scope.term("Contraindication", CONTRAINDICATIONS[given.item].name),
            answer=scope.term("Answer", terms.ANSWERS[given.answer]),
            day=given.day,
        )
        for given in found.to_ask
    )
    return (*asking, _answered(scope, found))


def _answered(scope: Scope, found: Checklist) -> str:
    if not found.answers:
        return scope.say(QT_TRANSLATE_NOOP("Report", "Contraindication list: not answered"))
    text = QT_TRANSLATE_NOOP("Report", "Contraindication list: answered {days}")
    if found.unanswered:
        text = QT_TRANSLATE_NOOP(
            "Report", "Contraindication list: {count} of {all} answered, {days}"
        )
    days = [given.day for given in found.answers]
    return scope.say(
        text,
        count=len(found.answers),
        all=len(CONTRAINDICATIONS),
        days=scope.span(min(days), max(days)),
    )


def co_treatments(scope: Scope) -> tuple[str, ...]:
    """Return the other treatments used in the period; where there are many, the latest."""
    used = [
        item
        for item in scope.snapshot.of(CoTreatment)
        if scope.holds(item.starts or date.min, item.ends or date.max)
    ]
    if len(used) > MOST:
        used.sort(key=lambda item: (item.ends or date.max, item.starts or date.min), reverse=True)
    lines = [
        _listed(
            scope.term("CoTreatment", CO_TREATMENTS[item.kind].name),
            item.product,
            item.dose,
            item.rhythm,
            scope.regions(item.regions),
            _lasting(scope, item.starts, item.ends),
        )
        for item in used
    ]
    return _openly_cut(scope, lines)


def reactions(scope: Scope) -> tuple[str, ...]:
    """Return the reactions of the period with severity 0-3, what is severe and open first."""
    held = [
        item
        for item in scope.snapshot.of(Reaction)
        if scope.holds(item.began, item.gone or date.max)
    ]
    held.sort(key=lambda item: item.began, reverse=len(held) > MOST)
    severe = [item for item in held if _gone(scope, item) is None and _is_severe(item)]
    others = [item for item in held if item not in severe]
    return _openly_cut(scope, [_reaction(scope, item) for item in (*severe, *others)])


def _reaction(scope: Scope, item: Reaction) -> str:
    gone = _gone(scope, item)
    said = _listed(
        scope.term("Reaction", terms.REACTIONS[item.kind]),
        scope.region(item.region) if item.region else "",
        scope.say(QT_TRANSLATE_NOOP("Report", "severity {severity} of 3"), severity=item.severity),
        scope.span(item.began, gone)
        if gone
        else scope.say(
            QT_TRANSLATE_NOOP("Report", "since {day}, not marked as gone"), day=item.began
        ),
    )
    if gone is None and _is_severe(item):
        return scope.say(QT_TRANSLATE_NOOP("Report", "Open: {reaction}"), reaction=said)
    return said


def _gone(scope: Scope, item: Reaction) -> date | None:
    """Return when a reaction was gone, as far as it was known at the end of the period."""
    later = scope.period and item.gone and item.gone > scope.period[1]
    return None if later else item.gone


def _is_severe(item: Reaction) -> bool:
    return item.severity >= OPEN_SEVERITY.value


def events(scope: Scope) -> tuple[str, ...]:
    """Return what else happened in the period; where there is much, the latest."""
    held = [item for item in scope.snapshot.of(Event) if scope.holds(item.day, item.until)]
    held.sort(key=lambda item: item.day, reverse=len(held) > MOST)
    lines = [
        _listed(
            scope.term("Event", terms.EVENT_KINDS[item.kind]),
            item.title,
            scope.regions(item.regions),
            scope.span(item.day, item.until or item.day),
        )
        for item in held
    ]
    return _openly_cut(scope, lines)


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


def _openly_cut(scope: Scope, lines: list[str]) -> tuple[str, ...]:
    """Return the first lines, and how many more there are."""
    left = len(lines) - MOST
    if left <= 0:
        return tuple(lines)
    more = scope.say(QT_TRANSLATE_NOOP("Report", "and {count} more"), count=left)
    return (*lines[:MOST], more)


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
    """Name what was added, and in how many sessions where it was not in all."""
    counts = Counter(s.additive for s in group if s.additive not in (None, "none"))
    if not counts:
        return ""
    added = _kinds(scope, "Additive", terms.ADDITIVES, counts)
    if sum(counts.values()) == len(group):
        return scope.say(QT_TRANSLATE_NOOP("Report", "with {additive}"), additive=added)
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "with {additive} in {count} of them"),
        additive=added,
        count=sum(counts.values()),
    )


def _lasting(scope: Scope, starts: date | None, ends: date | None) -> str:
    if starts and ends:
        return scope.span(starts, ends)
    if starts:
        return scope.say(QT_TRANSLATE_NOOP("Report", "since {day}"), day=starts)
    return scope.say(QT_TRANSLATE_NOOP("Report", "until {day}"), day=ends) if ends else ""
