"""Whether a course of iontophoresis has gone on long enough to be judged; facts, no advice."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from model.analysis.days import session_day
from model.analysis.progress import Progress, RegionProgress
from model.analysis.sentences import Sentence
from model.analysis.verdicts import IMPROVED, after_treatment_began
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
        " The ratings show less sweating than {before}.",
    ),
    "not_changed": QT_TRANSLATE_NOOP(
        "Judgement",
        "Time to talk to your dermatologist. Days since the first session: {days}. Days with a"
        " session of the same region: {sessions}. The ratings do not show less sweating than"
        " {before}.",
    ),
    "beside": QT_TRANSLATE_NOOP(
        "Judgement",
        "Days since the first session: {days}. Days with a session of the same region: {sessions}."
        " The baseline chosen reaches into the treatment, so the ratings are not compared with the"
        " time before it.",
    ),
}

BEFORE = Sentence(QT_TRANSLATE_NOOP("Judgement", "before the first session"), context="Judgement")
"""What the ratings are compared with where the treatment began with the course."""

_BEFORE_ALL = QT_TRANSLATE_NOOP("Judgement", "before the first treatment ({first} to {last})")
_BEFORE_EACH = QT_TRANSLATE_NOOP("Judgement", "before the first treatment of the same region")


@dataclass(frozen=True)
class Told:
    """What the ratings tell of a course: `kind` is a key of JUDGEMENTS; `before`: than when.

    "changed": less sweating, "not_changed": not less, "not_known": they do not tell, "beside": the
    patient chose a baseline that does not lie before the treatment.
    """

    kind: str = "not_known"
    before: Sentence = BEFORE


@dataclass(frozen=True)
class Judgement:
    """What can be said of a course: `kind` is a key of JUDGEMENTS.

    days: whole days since the first session, 0 on its own day. sessions: see `days_treated`.
    before: what the ratings were compared with. sources: ids of model.catalog.sources for
    LEAST_DAYS and LEAST_SESSIONS.
    """

    kind: str
    days: int
    sessions: int
    before: Sentence = BEFORE
    sources: tuple[str, ...] = (*LEAST_DAYS.sources, *LEAST_SESSIONS.sources)

    def sentence(self) -> Sentence:
        """Return the judgement as people read it, with its counts."""
        fields: dict[str, object] = {
            "days": self.days,
            "sessions": self.sessions,
            "least_days": LEAST_DAYS.value,
            "least_sessions": LEAST_SESSIONS.value,
            "before": self.before,
        }
        return Sentence(JUDGEMENTS[self.kind], fields, context="Judgement")


def judge(first_session: date | None, sessions: int, today: date, found: Told | None) -> Judgement:
    """Say whether a course can be judged and, if so, whether it is time to see a dermatologist.

    Args:
        first_session: day of the first session, None without any.
        sessions: how many a region had so far, on whatever day of the plan, see
            `days_treated`.
        today: the day on which this is asked.
        found: what the ratings of the course's regions tell, None where that is not known. It
            counts only from LEAST_DAYS and LEAST_SESSIONS on, whichever comes later.
    """
    if first_session is None or sessions < 1 or first_session > today:
        return Judgement("not_begun", 0, 0)
    days = (today - first_session).days
    if days < LEAST_DAYS.value or sessions < LEAST_SESSIONS.value:
        return Judgement("too_early", days, sessions)
    found = found or Told()
    return Judgement(found.kind, days, sessions, found.before)


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


def told(course: Course, shown: Progress, treated_on: Collection[date] = ()) -> Told:
    """Tell whether a region of a course has become drier, and than in which time.

    By the verdicts of its regions (method note, section 2.4), each from an interval: a partial
    success in one of them is a success; it failed only if every one of them that can be compared
    stayed the same or sweats more. One that was dry before and is dry now did neither. One whose
    baseline reaches into the treatment is left out: what came before is not in it.

    Args:
        course: its regions.
        shown: what the diary shows.
        treated_on: the patient's days of the course's own sessions. A region that was treated
            before the course is compared with the time before that, which is said.
    """
    known = [
        region
        for region in shown.regions
        if region.region in course.regions and region.verdict and not _was_always_dry(region)
    ]
    usual = [region for region in known if not after_treatment_began(region)]
    if known and not usual:
        return Told("beside")
    drier = [region for region in usual if region.verdict in IMPROVED]
    if drier:
        own = [region for region in drier if not _earlier(region, treated_on)]
        return Told("changed", _before(own or drier, treated_on))
    if not usual or any(region.verdict == "cannot_tell" for region in usual):
        return Told()
    return Told("not_changed", _before(usual, treated_on))


def _before(regions: list[RegionProgress], treated_on: Collection[date]) -> Sentence:
    """Say what the regions are compared with: before this course, or before an earlier one."""
    earlier = [region for region in regions if _earlier(region, treated_on)]
    if not earlier:
        return BEFORE
    spans = {(each.baseline.starts, each.baseline.ends) for each in regions if each.baseline}
    if len(earlier) < len(regions) or len(spans) != 1:
        return Sentence(_BEFORE_EACH, context="Judgement")
    first, last = spans.pop()
    return Sentence(_BEFORE_ALL, {"first": first, "last": last}, "Judgement")


def _earlier(shown: RegionProgress, treated_on: Collection[date]) -> bool:
    """Tell whether the treatment of a region began with a session that is not the course's."""
    return shown.phases is not None and shown.phases.first_session not in treated_on


def _was_always_dry(shown: RegionProgress) -> bool:
    return shown.verdict == "same" and shown.points is not None and shown.change is None
