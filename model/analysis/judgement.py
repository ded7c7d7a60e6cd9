"""Whether a course of iontophoresis has gone on long enough to be judged; facts, no advice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from model.analysis.days import session_day
from model.analysis.progress import Progress, RegionProgress
from model.analysis.sentences import Sentence
from model.analysis.verdicts import IMPROVED
from model.catalog.cautions import Figure
from model.records.treatment import Course, Session
from model.text import QT_TRANSLATE_NOOP

LEAST_DAYS = Figure(28, "d", ("sweatless", "sweatfree"))
"""Days since the first session before which no failure is judged ("one month" in one source)."""

LEAST_SESSIONS = Figure(10, "1", ("holzle1987", "reinauer1995"))
"""Sessions before which no failure is judged: patients were dry after 10 to 12 sessions."""

JUDGEMENTS: dict[str, str] = {
    "not_begun": QT_TRANSLATE_NOOP("Judgement", "There is no session yet."),
    "too_early": QT_TRANSLATE_NOOP(
        "Judgement",
        "Too early to judge. Days since the first session: {days}, at least {least_days} are"
        " needed. Days with a session of the same region: {sessions}, at least {least_sessions} are"
        " needed.",
    ),
    "not_known": QT_TRANSLATE_NOOP(
        "Judgement",
        "Days since the first session: {days}. Days with a session of the same region: {sessions}."
        " The ratings do not tell whether there is a change.",
    ),
    "changed": QT_TRANSLATE_NOOP(
        "Judgement",
        "Days since the first session: {days}. Days with a session of the same region: {sessions}."
        " The ratings show less sweating than before the first session.",
    ),
    "not_changed": QT_TRANSLATE_NOOP(
        "Judgement",
        "Time to talk to your dermatologist. Days since the first session: {days}. Days with a"
        " session of the same region: {sessions}. The ratings do not show less sweating than before"
        " the first session.",
    ),
}


@dataclass(frozen=True)
class Judgement:
    """What can be said of a course: `kind` is a key of JUDGEMENTS.

    days: whole days since the first session, 0 on its own day. sessions: see `days_treated`.
    sources: ids of model.catalog.sources for LEAST_DAYS and LEAST_SESSIONS.
    """

    kind: str
    days: int
    sessions: int
    sources: tuple[str, ...] = (*LEAST_DAYS.sources, *LEAST_SESSIONS.sources)

    def sentence(self) -> Sentence:
        """Return the judgement as people read it, with its counts."""
        counts = {
            "days": self.days,
            "sessions": self.sessions,
            "least_days": LEAST_DAYS.value,
            "least_sessions": LEAST_SESSIONS.value,
        }
        return Sentence(JUDGEMENTS[self.kind], counts, context="Judgement")


def judge(
    first_session: date | None, sessions: int, today: date, changed: bool | None
) -> Judgement:
    """Say whether a course can be judged and, if so, whether it is time to see a dermatologist.

    Args:
        first_session: day of the first session, None without any.
        sessions: how many a region had so far, on whatever day of the plan, see
            `days_treated`.
        today: the day on which this is asked.
        changed: whether the ratings of the course's regions show less sweating than before the
            first session; None where they do not tell. It counts only from LEAST_DAYS and
            LEAST_SESSIONS on, whichever comes later.
    """
    if first_session is None or sessions < 1 or first_session > today:
        return Judgement("not_begun", 0, 0)
    days = (today - first_session).days
    if days < LEAST_DAYS.value or sessions < LEAST_SESSIONS.value:
        kind = "too_early"
    elif changed is None:
        kind = "not_known"
    else:
        kind = "changed" if changed else "not_changed"
    return Judgement(kind, days, sessions)


def days_treated(course: Course, sessions: Iterable[Session], ends_at: int = 0) -> int:
    """Return on how many days the most treated region of a course had a session.

    Two sessions on a day are one, and hands and then feet are one of each: the studies behind
    LEAST_SESSIONS count what one place received.

    Args:
        course: its regions; where no session names one of them, what the sessions treated counts.
        sessions: those that `plan.sessions_of` gives for it.
        ends_at: hour at which the patient's day ends.
    """
    days: dict[str, set[date]] = {}
    for session in sessions:
        for region in session.regions:
            days.setdefault(region, set()).add(session_day(session, ends_at))
    of_course = {region: on for region, on in days.items() if region in course.regions}
    return max(map(len, (of_course or days).values()), default=0)


def drier(course: Course, shown: Progress) -> bool | None:
    """Tell whether a region of a course has become drier; None where the diary cannot tell.

    By the verdicts of its regions (method note, section 2.4), each from an interval: a partial
    success in one of them is a success; it failed only if every one of them that can be compared
    stayed the same or sweats more. One that was dry before and is dry now did neither.
    """
    verdicts = {
        region.verdict
        for region in shown.regions
        if region.region in course.regions
        and region.verdict is not None
        and not _was_always_dry(region)
    }
    if verdicts & IMPROVED:
        return True
    return False if verdicts and "cannot_tell" not in verdicts else None


def _was_always_dry(shown: RegionProgress) -> bool:
    return shown.verdict == "same" and shown.points is not None and shown.change is None
