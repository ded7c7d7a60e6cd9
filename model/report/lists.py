"""The short lists of the page: safety, other treatments, reactions, events, scores, questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.analysis import red_flags
from model.analysis.notices import Checklist, checklist
from model.catalog import terms
from model.catalog.cautions import OPEN_SEVERITY, SIDE_RATED
from model.catalog.scales import INSTRUMENTS
from model.catalog.treatments import CO_TREATMENTS, CONTRAINDICATIONS
from model.records.day import Assessment, DayContext
from model.records.person import ContraindicationAnswer, Event, Notice, Profile, Question
from model.records.treatment import CoTreatment, Reaction, Session
from model.report.boxes import Section, openly_cut
from model.report.options import Options
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

MOST = 6  # lines of a list on the first page; the others follow on a later one
LONG = 400  # letters of a line on the first page

_MORE = QT_TRANSLATE_NOOP("Report", "and {count} more, on a later page")
_CONTRAINDICATIONS = QT_TRANSLATE_NOOP("Report", "Contraindications")
_SIGNS_TO_LOOK_AT = QT_TRANSLATE_NOOP("Report", "Signs to look at")
_NOTHING = QT_TRANSLATE_NOOP("Report", "Nothing entered")


def sections(scope: Scope, options: Options) -> tuple[Section, ...]:
    """Return the questions, what happened, and in one line of what nothing was entered."""
    made = []
    if "questions" not in options.left_out:
        made.append((QT_TRANSLATE_NOOP("Report", "My questions"), questions(scope)))
    made.append((QT_TRANSLATE_NOOP("Report", "Reactions"), reactions(scope)))
    if "safety" not in options.left_out:
        made.append((_CONTRAINDICATIONS, contraindications(scope)))
        made.append((_SIGNS_TO_LOOK_AT, signs(scope)))
    if "treatment" not in options.left_out:
        made.append((QT_TRANSLATE_NOOP("Report", "Also used"), co_treatments(scope)))
        made.append((QT_TRANSLATE_NOOP("Report", "Events"), events(scope)))
    found = [_section(scope, title, lines) for title, lines in made if lines]
    empty = [scope.say(title) for title, lines in made if not lines]
    if empty:
        found.append(Section(scope.say(_NOTHING), (", ".join(empty),)))
    return tuple(found)


def closing(scope: Scope, options: Options) -> tuple[Section, ...]:
    """Return the patient's notes for the doctor, where there are any."""
    noted = () if "questions" in options.left_out else notes(scope)
    title = QT_TRANSLATE_NOOP("Report", "Notes for the doctor")
    return (_section(scope, title, noted),) if noted else ()


def _section(scope: Scope, title: str, lines: Sequence[str]) -> Section:
    """Return a list with what finds room on the first page, and what follows; safety is whole."""
    if title in (_CONTRAINDICATIONS, _SIGNS_TO_LOOK_AT):
        return Section(scope.say(title), tuple(lines))
    first, rest = openly_cut(list(lines), MOST, scope.term("Report", _MORE))
    long = tuple(line for line in first if len(line) > LONG)
    goes_on = scope.say(QT_TRANSLATE_NOOP("Report", "(in full on a later page)"))
    first = tuple(f"{line[:LONG]}… {goes_on}" if line in long else line for line in first)
    return Section(scope.say(title), first, (*long, *rest))


def signs(scope: Scope) -> tuple[str, ...]:
    """Return the red flags that hold on the last day, and those that were shown in the period.

    Never a diagnosis: each is a fact of the diary with its days. Source: model.catalog.cautions.
    """
    last = scope.last_day
    profile = next(iter(scope.snapshot.of(Profile)), Profile())
    held = red_flags.flags(
        red_flags.ratings_by_region(scope.snapshot),
        scope.snapshot.of(DayContext),
        profile,
        scope.snapshot.of(Session),
        last,
        scope.snapshot.of(CoTreatment),
    )
    shown = sorted(
        (
            item
            for item in scope.snapshot.of(Notice)
            if item.kind == "red_flag"
            and scope.holds(item.shown_at.date())
            and item.reason not in {flag.reason for flag in held}
        ),
        key=lambda item: item.shown_at,
        reverse=True,
    )
    if not held and not shown:
        return (_no_sign(scope, profile),)
    text = QT_TRANSLATE_NOOP("Report", "{day}: the diary pointed to {sign}")
    return (
        *(flag.text.said(scope.translate) for flag in held),
        *(
            scope.say(text, day=item.shown_at.date(), sign=_sign(scope, item.reason))
            for item in shown
        ),
    )


def _no_sign(scope: Scope, profile: Profile) -> str:
    """Say that no rule holds, and which of them have too little to go by."""
    known = scope.snapshot
    needed = 2 * SIDE_RATED.value  # days on which a side is compared, and what it is new against
    too_little = [
        name
        for name, is_known in (
            (_NIGHTS, any(context.night_sweat for context in known.of(DayContext))),
            (_SIDES, int((known.severity >= 0).any(axis=1).sum()) >= needed),
            (_ONSET, profile.onset_age is not None),
        )
        if not is_known
    ]
    if not too_little:
        return scope.say(_NO_SIGN)
    text = _UNKNOWN_SIGNS if len(too_little) == 3 else _NO_SIGN_KNOWN
    return scope.say(text, rules=", ".join(map(scope.say, too_little)))


def _sign(scope: Scope, reason: str) -> str:
    name = _SIGNS.get(reason.partition(":")[0], _SIGNS[""])
    return scope.say(name)


_NO_SIGN = QT_TRANSLATE_NOOP(
    "Report",
    "None by the program's rules (nights, one side, all over, late onset), as far as the diary"
    " tells.",
)
_NO_SIGN_KNOWN = QT_TRANSLATE_NOOP(
    "Report", "None by the program's rules; too little entered for: {rules}."
)
_UNKNOWN_SIGNS = QT_TRANSLATE_NOOP("Report", "Too little entered to tell: {rules}.")
_NIGHTS = QT_TRANSLATE_NOOP("Report", "nights")
_SIDES = QT_TRANSLATE_NOOP("Report", "one side, all over")
_ONSET = QT_TRANSLATE_NOOP("Report", "age of onset")
_SIGNS = {
    "nights": QT_TRANSLATE_NOOP("Report", "sweating that drenches at night"),
    "one_sided": QT_TRANSLATE_NOOP("Report", "sweating of one side"),
    "generalised": QT_TRANSLATE_NOOP("Report", "sweating all over that is new"),
    "onset": QT_TRANSLATE_NOOP("Report", "a late onset"),
    "": QT_TRANSLATE_NOOP("Report", "something to show a doctor"),
}


def contraindications(scope: Scope) -> tuple[str, ...]:
    """Return what was answered yes or not sure, and how much of the checklist was answered.

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
    return (*asking, *_answered(scope, found))


def _answered(scope: Scope, found: Checklist) -> tuple[str, ...]:
    """Say of which points none was answered yes, and whether some were not answered."""
    if not found.answers:
        return (scope.say(QT_TRANSLATE_NOOP("Report", "Not answered")),)
    if len(found.to_ask) == len(found.answers) and not found.unanswered:
        return ()
    text = QT_TRANSLATE_NOOP("Report", "None answered yes or not sure ({days})")
    if found.to_ask:
        text = QT_TRANSLATE_NOOP("Report", "All others answered no ({days})")
    if found.unanswered and found.to_ask:
        text = QT_TRANSLATE_NOOP("Report", "Only {count} of {all} answered ({days})")
    elif found.unanswered:
        text = QT_TRANSLATE_NOOP(
            "Report", "Only {count} of {all} answered, none yes or not sure ({days})"
        )
    days = [given.day for given in found.answers]
    said = scope.say(
        text,
        count=len(found.answers),
        all=len(CONTRAINDICATIONS),
        days=scope.span(min(days), max(days)),
    )
    return (said,)


def co_treatments(scope: Scope) -> tuple[str, ...]:
    """Return the other treatments used in the period, the latest first."""
    used = [
        item
        for item in scope.snapshot.of(CoTreatment)
        if scope.holds(item.starts or date.min, item.ends or date.max)
    ]
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
    return tuple(lines)


def reactions(scope: Scope) -> tuple[str, ...]:
    """Return the reactions of the period with severity 0-3, what is severe and open first."""
    held = [
        item
        for item in scope.snapshot.of(Reaction)
        if scope.holds(item.began, item.gone or date.max)
    ]
    held.sort(key=lambda item: (item.severity, item.began), reverse=True)
    severe = [item for item in held if _gone(scope, item) is None and _is_severe(item)]
    others = [item for item in held if item not in severe]
    return tuple(_reaction(scope, item) for item in (*severe, *others))


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
    """Return what else happened in the period, the latest first."""
    held = [item for item in scope.snapshot.of(Event) if scope.holds(item.day, item.until)]
    held.sort(key=lambda item: item.day, reverse=True)
    lines = [
        _listed(
            scope.term("Event", terms.EVENT_KINDS[item.kind]),
            item.title,
            scope.regions(item.regions),
            scope.span(item.day, item.until or item.day),
        )
        for item in held
    ]
    return tuple(lines)


def scores(scope: Scope, first_session: date | None) -> tuple[str, ...]:
    """Return every questionnaire then and now, in its points: last before the first session, last.

    Without one before the first session the first of all stands for "then".
    """
    found: dict[tuple[str, str | None], list[Assessment]] = {}
    for item in sorted(scope.snapshot.of(Assessment), key=lambda item: item.day):
        if not scope.period or item.day <= scope.period[1]:
            found.setdefault((item.instrument, item.region), []).append(item)
    said = [_score(scope, group, first_session) for group in found.values()]
    if not any(instrument == "hdss" for instrument, _ in found):
        said.insert(0, no_hdss(scope))
    return tuple(said)


def no_hdss(scope: Scope) -> str:
    """Return what stands in place of the HDSS where it was never answered."""
    return scope.say(QT_TRANSLATE_NOOP("Report", "HDSS: not answered"))


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


def _lasting(scope: Scope, starts: date | None, ends: date | None) -> str:
    if starts and ends:
        return scope.span(starts, ends)
    if starts:
        return scope.say(QT_TRANSLATE_NOOP("Report", "since {day}"), day=starts)
    return scope.say(QT_TRANSLATE_NOOP("Report", "until {day}"), day=ends) if ends else ""
