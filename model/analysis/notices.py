"""What a diary's sessions, skin and checklist give reason to point out; nothing is forbidden.

Every number and every text stands with its source in model.catalog.cautions.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from model.analysis.days import session_day
from model.analysis.sentences import Sentence
from model.catalog import cautions, terms
from model.catalog.applicators import APPLICATORS
from model.catalog.cautions import CAUTIONS
from model.catalog.regions import REGIONS
from model.catalog.treatments import CONTRAINDICATIONS
from model.records.person import ContraindicationAnswer, Notice
from model.records.treatment import CoTreatment, OwnedApplicator, Reaction, Session

_MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Finding:
    """Something to point out: a fact of the diary, the days that made it and where it was read.

    kind: a key of terms.NOTICES; reason: "rule:subject", the same for the same fact for ever, by
    which a Notice shows it once; text: what to say; days: ascending, () where no day made it;
    sources: keys of SOURCES.
    """

    kind: str
    reason: str
    text: Sentence
    days: tuple[date, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Ceiling:
    """The highest current, in mA, above which is pointed out what an applicator was used with.

    who: key of cautions.PATIENTS for whom a source names it, "" where it is the user's own;
    sources: keys of SOURCES, () where it is the user's own.
    """

    current_ma: float
    who: str = ""
    sources: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the user set it himself."""
        return not self.who


@dataclass(frozen=True)
class Checklist:
    """The state of the contraindication checklist on a day.

    answers: the latest answer to each item, in the order of the catalog; to_ask: those of them
    that are yes or not sure; unanswered: ids without any answer; asked: day of the oldest of
    `answers`; why: the reason to ask again, None where there is none.
    """

    answers: tuple[ContraindicationAnswer, ...]
    to_ask: tuple[ContraindicationAnswer, ...]
    unanswered: tuple[str, ...]
    asked: date | None
    why: Sentence | None

    @property
    def due(self) -> bool:
        """Whether the checklist is to be answered now."""
        return self.why is not None


def findings(
    sessions: Iterable[Session],
    reactions: Iterable[Reaction],
    co_treatments: Iterable[CoTreatment],
    ceilings: Mapping[str, Ceiling],
    today: date,
    ends_at: int = 0,
    owned: Iterable[OwnedApplicator] = (),
) -> tuple[Finding, ...]:
    """Return all that is to be pointed out, by day; the order of entry does not matter.

    Args:
        sessions: of the whole diary, in any order; those of days after `today` are left out.
        reactions: likewise.
        co_treatments: likewise.
        ceilings: applicator id -> what counts for it, see `ceilings_that_count`.
        today: the calendar day of the patient.
        ends_at: hour at which the patient's day ends, 0..6 (Profile.day_ends_at_hour).
        owned: applicators at hand now or before, by whose names their ceilings are told.
    """
    done = [s for s in sessions if session_day(s, ends_at) <= today]
    names = {item.applicator: item.name for item in owned if item.name}
    found: list[Finding] = []
    for session in done:
        day = session_day(session, ends_at)
        found += _above_ceiling(session, day, ceilings, names)
        found += _too_short(session, day)
    found += _too_often(done, ends_at)
    for item in co_treatments:
        if item.kind == "aluminium_chloride":
            found += _with_aluminium(item, done, ends_at)
    for reaction in reactions:
        if reaction.began <= today:
            found += _of_reaction(reaction, today)
    return tuple(sorted(found, key=lambda finding: (finding.days, finding.reason)))


def unseen(found: Iterable[Finding], notices: Iterable[Notice]) -> tuple[Finding, ...]:
    """Return the findings that were not dismissed yet, each once."""
    gone = {notice.reason for notice in notices if notice.dismissed_at is not None}
    return tuple({item.reason: item for item in found if item.reason not in gone}.values())


def finding(caution: str, subject: str, days: Iterable[date], /, **fields: object) -> Finding:
    """Return what a caution of the catalog says of a subject."""
    said = CAUTIONS[caution]
    text = Sentence(said.text, fields, "Caution")
    return Finding(said.kind, f"{caution}:{subject}", text, tuple(sorted(days)), said.sources)


def ceilings_that_count(
    own: Mapping[str, float], sessions: Iterable[Session], is_child: bool | None
) -> dict[str, Ceiling]:
    """Return the ceiling of each applicator: the user's own or else a source's default.

    A source's figure is compared with, never set for the user. An applicator for which neither is
    known is absent: none is borrowed from another.

    Args:
        own: applicator id -> mA, as the user set it.
        sessions: those that will be looked at; what they used is asked of the sources.
        is_child: see `ceiling_by_default`.
    """
    counting = {applicator: Ceiling(current_ma) for applicator, current_ma in own.items()}
    for applicator in {used for session in sessions for used in session.applicators}:
        seen = ceiling_by_default(applicator, is_child)
        if applicator not in counting and seen is not None:
            counting[applicator] = seen
    return counting


def ceiling_by_default(applicator: str, is_child: bool | None) -> Ceiling | None:
    """Return the figure that counts while the user has set none, None where none was read.

    Args:
        applicator: its id.
        is_child: whether the patient is younger than cautions.ADULT_FROM; where that is not known
            (None), as for an adult.
    """
    wanted = ("child" if is_child else "adult", "any")
    seen = {item.who: item for item in cautions.ceilings_seen(applicator) if item.is_default}
    return next(
        (Ceiling(seen[who].current_ma, who, seen[who].sources) for who in wanted if who in seen),
        None,
    )


def checklist(
    answers: Iterable[ContraindicationAnswer], today: date, changed: date | None = None
) -> Checklist:
    """Return the state of the checklist; it is asked again after ASK_AGAIN_MONTHS.

    Args:
        answers: all of the diary, in any order; those of days after `today` are left out.
        today: the calendar day of the patient.
        changed: day on which an applicator was last added or replaced, see `applicators_changed`;
            answers of the same day are taken to know of it.
    """
    known = [given for given in answers if given.day <= today]
    by_item = {given.item: given for given in sorted(known, key=lambda given: given.day)}
    latest = tuple(by_item[item] for item in CONTRAINDICATIONS if item in by_item)
    missing = tuple(item for item in CONTRAINDICATIONS if item not in by_item)
    asked = min((given.day for given in latest), default=None)
    return Checklist(
        latest,
        tuple(given for given in latest if given.answer != "no"),
        missing,
        asked,
        _why_ask(asked, missing, today, changed),
    )


def applicators_changed(owned: Iterable[OwnedApplicator], today: date) -> date | None:
    """Return the last day on which an applicator came to hand, None where no day is known."""
    return max((i.since for i in owned if i.since and i.since <= today), default=None)


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _why_ask(
    asked: date | None, missing: tuple[str, ...], today: date, changed: date | None
) -> Sentence | None:
    months = cautions.ASK_AGAIN_MONTHS.value
    if asked is None:
        return Sentence(CAUTIONS["checklist_never"].text, context="Caution")
    if missing:
        return Sentence(CAUTIONS["checklist_incomplete"].text, context="Caution")
    if changed is not None and asked < changed <= today:
        fields: dict[str, object] = {"changed": changed, "asked": asked}
        return Sentence(CAUTIONS["checklist_applicator"].text, fields, "Caution")
    if today >= months_later(asked, months):
        fields = {"asked": asked, "months": months}
        return Sentence(CAUTIONS["checklist_months"].text, fields, "Caution")
    return None


def _above_ceiling(
    session: Session, day: date, ceilings: Mapping[str, Ceiling], names: Mapping[str, str]
) -> Iterator[Finding]:
    """Compare with the lowest ceiling of what was used; of two alike the user's own is named."""
    shown = [ma for ma in (session.current_ma, session.current_end_ma) if ma is not None]
    used = [applicator for applicator in session.applicators if applicator in ceilings]
    if not shown or not used:
        return
    lowest = min(
        used, key=lambda each: (ceilings[each].current_ma, not ceilings[each].is_own, each)
    )
    ceiling = ceilings[lowest]
    if max(shown) > ceiling.current_ma:
        fields: dict[str, object] = {
            "day": day,
            "current_ma": max(shown),
            "ceiling_ma": ceiling.current_ma,
            "applicator": _applicator_name(lowest, names.get(lowest, "")),
        }
        yield _of_ceiling(finding("ceiling", session.id, [day], **fields), ceiling)


def _of_ceiling(own: Finding, ceiling: Ceiling) -> Finding:
    """Say whose ceiling it is; the reason stays, so that a session is pointed out only once."""
    if ceiling.is_own:
        return own
    who = Sentence(cautions.PATIENTS[ceiling.who], context="Patients")
    seen = finding("ceiling_seen", "", own.days, **own.text.fields, who=who)
    return replace(own, text=seen.text, sources=ceiling.sources)


def _applicator_name(applicator: str, name: str) -> Sentence:
    if name or applicator not in APPLICATORS:
        return Sentence("{name}", {"name": name or applicator}, "")
    return Sentence(APPLICATORS[applicator].name, context="Applicator")


def _too_short(session: Session, day: date) -> Iterator[Finding]:
    """Look at completed and stopped sessions alike, but not at those stopped for pain or skin."""
    least = cautions.SHORTEST_SESSION.value
    stopped = session.stop_reason in cautions.STOPPED_FOR_PAIN.items
    if session.minutes is not None and session.minutes < least and not stopped:
        yield finding(
            "short_session", session.id, [day], day=day, minutes=session.minutes, least=least
        )


def _with_aluminium(
    item: CoTreatment, sessions: Iterable[Session], ends_at: int
) -> Iterator[Finding]:
    """Say it once of a co-treatment, however long it is used; the latest days are named."""
    starts, ends = item.starts or date.min, item.ends or date.max
    days = {
        day
        for session in sessions
        if starts <= (day := session_day(session, ends_at)) <= ends
        and (item.systemic or _overlap(item.regions, session.regions))
    }
    if days:
        shown = cautions.ALUMINIUM_DAYS.value
        latest = sorted(days)[-shown:]
        fields = {"day": latest[-1], "count": len(days), "shown": shown}
        yield finding("aluminium", item.id, latest, **fields)


def _overlap(some: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether a region, or the larger one that it lies in, is among the others."""
    some, others = set(some), set(others)
    return bool(some & _with_parents(others) or _with_parents(some) & others)


def _with_parents(regions: set[str]) -> set[str]:
    return regions | {REGIONS[region].parent for region in regions if region in REGIONS} - {""}


def _too_often(sessions: list[Session], ends_at: int) -> Iterator[Finding]:
    """Count by region: hands and then feet on one day are one treatment of each.

    The reason names the day, or the week of the calendar in which the seven days end, so that it
    stays the same whatever is entered later.
    """
    days: dict[str, list[date]] = {}
    for session in sessions:
        for region in session.regions:
            days.setdefault(region, []).append(session_day(session, ends_at))
    a_day: Counter[date] = Counter()
    a_week: dict[str, tuple[date, int]] = {}
    for treated in map(sorted, days.values()):
        a_day |= Counter(treated)  # the most of any region
        for day, count in _in_a_week(treated):
            week = day.strftime("%G-W%V")
            if week not in a_week or (day, -count) < (a_week[week][0], -a_week[week][1]):
                a_week[week] = (day, count)
    most = cautions.SESSIONS_A_DAY.value
    for day, count in a_day.items():
        if count > most:
            yield finding("day", day.isoformat(), [day], day=day, count=count, most=most)
    most, span = cautions.SESSIONS_A_WEEK.value, cautions.WEEK.value
    for week, (day, count) in a_week.items():
        yield finding("week", week, [day], day=day, count=count, most=most, days=span)


def _in_a_week(treated: Sequence[date]) -> Iterator[tuple[date, int]]:
    """Yield each treated day at which too many sessions lie in the days up to it, with how many."""
    span = timedelta(days=cautions.WEEK.value - 1)
    for number, day in enumerate(treated, start=1):
        count = number - bisect_left(treated, day - span)
        if count > cautions.SESSIONS_A_WEEK.value and day not in treated[number : number + 1]:
            yield day, count


def _of_reaction(reaction: Reaction, today: date) -> Iterator[Finding]:
    """Say "stop and ask" at once, and from the next day on that it is still open."""
    name = Sentence(terms.REACTIONS[reaction.kind], context="Reaction")
    stop = reaction.kind in cautions.STOP_REACTIONS.items
    if stop and reaction.severity > 0:
        fields = {"day": reaction.began, "reaction": name}
        yield finding("skin_reaction", reaction.id, [reaction.began], **fields)
    still = reaction.gone is None or reaction.gone > today
    said_already = stop and reaction.began == today
    if still and reaction.severity >= cautions.OPEN_SEVERITY.value and not said_already:
        yield finding(
            "reaction_open",
            reaction.id,
            [reaction.began],
            day=reaction.began,
            reaction=name,
            severity=reaction.severity,
        )
