"""When the sessions of a course are due, and which were done, missed or extra."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from model.analysis.days import session_day, week_start
from model.analysis.planned import dates_and_weekdays, planned_days
from model.catalog.cautions import Figure
from model.catalog.scales import DRY_BELOW
from model.records.day import Rating
from model.records.treatment import Course, Session
from model.text import QT_TRANSLATE_NOOP

APPOINTMENTS: dict[str, str] = {
    "planned": QT_TRANSLATE_NOOP("Appointment", "planned"),
    "due": QT_TRANSLATE_NOOP("Appointment", "due"),
    "done": QT_TRANSLATE_NOOP("Appointment", "done"),
    "missed": QT_TRANSLATE_NOOP("Appointment", "not done"),
    "extra": QT_TRANSLATE_NOOP("Appointment", "extra"),
}
DUE_REASONS: dict[str, str] = {
    "planned": QT_TRANSLATE_NOOP("DueReason", "planned for this day"),
    "interval": QT_TRANSLATE_NOOP("DueReason", "by the days since the last session"),
    "clammy": QT_TRANSLATE_NOOP("DueReason", "sweating again"),
}
NEAR_DAYS = Figure(1, "d", ("drymap",))
"""A session so many days before or after a planned day may still be the planned one: a convention
of this program, so that a session done on the next morning is not both missed and extra."""

LOOK_AHEAD_DAYS = Figure(366, "d", ("drymap",))
"""How far a plan without an end is laid out: the longest Course.interval_days."""

LOOK_AHEAD = timedelta(days=LOOK_AHEAD_DAYS.value)

_WEEK = 7
_DAY = timedelta(days=1)
_NEAR = timedelta(days=NEAR_DAYS.value)

_Slot = tuple[date, str, date | None]
"""Day, key of APPOINTMENTS, and the day whose first sitting did it."""


@dataclass(frozen=True)
class Appointment:
    """One day of a course; `state` is a key of APPOINTMENTS.

    `day` is the planned day where there was one, else that of the session. `session` is the id of
    the session that counts; `also` are the ids of those of the same day that treated other regions
    (first the hands, then the feet): they are part of the same appointment.
    """

    day: date
    state: str
    session: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Due:
    """The next session of a course; `why` is a key of DUE_REASONS.

    `day` may lie before today where the course goes by interval or by sweating: it is due since.
    """

    day: date
    why: str


def sessions_of(
    course: Course, courses: Iterable[Course], sessions: Iterable[Session], ends_at: int = 0
) -> tuple[Session, ...]:
    """Return the sessions that count for a course, by time.

    A session counts for the course that it names. One that names none, or one that is no more,
    counts for each course that treats one of its regions on that day; where several treat the same
    region, for the one that began last, and only then for one that ended or begins NEAR_DAYS away.

    Args:
        course: the course asked for.
        courses: all courses of the diary.
        sessions: all sessions of the diary, in any order.
        ends_at: hour at which the patient's day ends.
    """
    return sessions_by_course((*courses, course), sessions, ends_at)[course.id]


def sessions_by_course(
    courses: Iterable[Course], sessions: Iterable[Session], ends_at: int = 0
) -> dict[str, tuple[Session, ...]]:
    """Return what `sessions_of` gives for each of the courses, by id, in one pass."""
    spans = {each.id: _span(each) for each in courses}
    found: dict[str, list[Session]] = {id_: [] for id_ in spans}
    for session in sorted(sessions, key=_by_time):
        for id_ in _claims(session, spans, ends_at):
            found[id_].append(session)
    return {id_: tuple(counting) for id_, counting in found.items()}


def appointments(
    course: Course,
    sessions: Iterable[Session],
    today: date,
    until: date,
    clammy_since: date | None = None,
    ends_at: int = 0,
) -> tuple[Appointment, ...]:
    """Match the sessions of a course to its plan; the answer never depends on their order.

    One sitting a day can be a planned one, the others are extra; a sitting is one session, or
    several on different regions. By dates or weekdays: a sitting does the appointment of its own
    day; what is left, in order, that of a day at most NEAR_DAYS away. By interval: every sitting is
    done and the days are counted anew from it; an appointment is due until the next would be, then
    missed. By sweating: every sitting is done, and `clammy_since` says that one is due.

    Args:
        course: the plan.
        sessions: those that `sessions_of` gives for it.
        today: days before are missed, later ones planned.
        until: last day of those still planned that are listed; the others are listed always.
        clammy_since: what `clammy_since` gives; used where the plan has no days and no interval.
        ends_at: hour at which the patient's day ends.

    Returns:
        By day, the extra ones of a day last. Each session is named once: by one that is done or
        extra, `also` included.
    """
    sittings = _sittings(sessions, ends_at)
    days = sorted(sittings)
    if course.planned_days:
        slots = _by_days(course, days, today, until)
    elif course.interval_days:
        slots = _by_interval(course, course.interval_days, days, today, until)
    else:
        slots = _by_sweating(course, days, today, clammy_since)
    did = {day for _, _, day in slots}
    listed = [
        _appointment(day, state, sittings[done][0] if done else ()) for day, state, done in slots
    ]
    for day, found in sittings.items():
        further = found[1:] if day in did else found
        listed += [_appointment(day, "extra", each) for each in further]
    return tuple(sorted(listed, key=lambda each: each.day))


def clammy_since(
    course: Course, sessions: Iterable[Session], ratings: Iterable[Rating], ends_at: int = 0
) -> date | None:
    """Return the first day after the last session on which a region was not dry any more.

    Args:
        course: its regions and its first day.
        sessions: those that `sessions_of` gives for it.
        ratings: in any order; severities 0..10, sweating from DRY_BELOW on (source: ses, a
            convention outside the palm). The day of the session itself does not count.
        ends_at: hour at which the patient's day ends.
    """
    last = max((session_day(each, ends_at) for each in sessions), default=None)
    return min(
        (
            rating.day
            for rating in ratings
            if rating.region in course.regions
            and rating.severity is not None
            and rating.severity >= DRY_BELOW
            and (last is None or rating.day > last)
            and (course.starts is None or rating.day >= course.starts)
        ),
        default=None,
    )


def next_due(
    course: Course,
    sessions: Iterable[Session],
    today: date,
    clammy_since: date | None = None,
    ends_at: int = 0,
) -> Due | None:
    """Return the appointment that is due now or next; None where there is none any more."""
    why = "planned" if course.planned_days else "interval" if course.interval_days else "clammy"
    until = max([today, course.starts or today, *dates_and_weekdays(course)[0]]) + LOOK_AHEAD
    for each in appointments(course, sessions, today, until, clammy_since, ends_at):
        if each.state in {"due", "planned"}:
            return Due(each.day, why)
    return None


def done_of_planned(
    course: Course,
    sessions: Iterable[Session],
    first: date,
    last: date,
    today: date,
    ends_at: int = 0,
) -> tuple[int, int]:
    """Return how many appointments from `first` to `last` were done, and of how many.

    Today's counts from the morning on; one after today counts only if it was done already. Extra
    sessions count on neither side. A course by sweating plans nothing: all that was done counts.
    """
    found = appointments(course, sessions, today, today, ends_at=ends_at)
    return _count(each for each in found if first <= each.day <= last)


def weeks(
    course: Course,
    sessions: Iterable[Session],
    today: date,
    week_starts_on: int = 1,
    ends_at: int = 0,
) -> tuple[tuple[date, int, int], ...]:
    """Return (first day, done, planned) for each week from the first appointment to this one.

    Weeks start on 1 (Monday) .. 7 (Sunday); weeks without an appointment are (day, 0, 0).
    """
    found = appointments(course, sessions, today, today, ends_at=ends_at)
    if not found:
        return ()
    by_week: dict[date, list[Appointment]] = {}
    for each in found:
        by_week.setdefault(week_start(each.day, week_starts_on), []).append(each)
    first, last = min(by_week), max(*by_week, week_start(today, week_starts_on))
    starts = (first + _DAY * number for number in range(0, (last - first).days + 1, _WEEK))
    return tuple((start, *_count(by_week.get(start, ()))) for start in starts)


def _by_time(session: Session) -> tuple[datetime, str]:
    # In UTC: two times of one zone compare by their clock, which shows an hour twice in autumn.
    return session.started_at.astimezone(UTC), session.id


def _claims(session: Session, spans: Mapping[str, _Span], ends_at: int) -> set[str]:
    """Return the ids of the courses for which a session counts."""
    if session.course is not None and session.course in spans:
        return {session.course}
    day = session_day(session, ends_at)
    fits = {id_: span.fit(day) for id_, span in spans.items()}
    claims = set()
    for region in session.regions:
        near = [
            (fits[id_], span.first, id_)
            for id_, span in spans.items()
            if region in span.regions and fits[id_]
        ]
        claims |= {max(near)[-1]} if near else set()
    return claims


@dataclass(frozen=True)
class _Span:
    """From when to when a course has sessions, and where; `slack` where its days are planned."""

    regions: tuple[str, ...]
    first: date
    last: date
    slack: timedelta

    def fit(self, day: date) -> int:
        """Return 2 for a day within, 1 for one near that, else 0."""
        near = self.first <= day + self.slack and day - self.slack <= self.last
        return int(near) + int(self.first <= day <= self.last)


def _span(course: Course) -> _Span:
    dates, weekdays = dates_and_weekdays(course)
    closed = () if weekdays else dates  # dates alone have a first and a last one
    return _Span(
        course.regions,
        course.starts or min(closed, default=date.min),
        course.ends or max(closed, default=date.max),
        _NEAR if course.planned_days else timedelta(),
    )


def _sittings(sessions: Iterable[Session], ends_at: int) -> dict[date, list[tuple[Session, ...]]]:
    """Group the sessions of each day, by time, so that no sitting treats a region twice."""
    days: dict[date, list[tuple[Session, ...]]] = {}
    for session in sorted(sessions, key=_by_time):
        sittings = days.setdefault(session_day(session, ends_at), [])
        for place, sitting in enumerate(sittings):
            if not any({*session.regions} & {*other.regions} for other in sitting):
                sittings[place] = (*sitting, session)
                break
        else:
            sittings.append((session,))
    return days


def _appointment(day: date, state: str, sitting: Sequence[Session]) -> Appointment:
    ids = [session.id for session in sitting]
    return Appointment(day, state, ids[0] if ids else None, tuple(ids[1:]))


def _by_days(course: Course, days: Sequence[date], today: date, until: date) -> list[_Slot]:
    """Lay the days with sessions on the planned ones: first the same day, then the near ones."""
    begin, last = min([today, *days]), max([today, until, *days]) + _NEAR
    planned = planned_days(course, begin, last)
    done = {day: day for day in {*planned} & {*days}}
    left = deque(day for day in days if day not in done)
    for day in planned:
        if day in done:
            continue
        while left and left[0] < day - _NEAR:
            left.popleft()
        if left and left[0] <= day + _NEAR:
            done[day] = left.popleft()
    left_open = (day for day in planned if day not in done and day <= max(today, until))
    return [
        *((day, "done", by) for day, by in done.items()),
        *((day, _open_state(day, today), None) for day in left_open),
    ]


def _open_state(day: date, today: date) -> str:
    """Return the state of a planned day that no session did."""
    return "missed" if day < today else "due" if day == today else "planned"


def _by_interval(
    course: Course, interval_days: int, days: Sequence[date], today: date, until: date
) -> list[_Slot]:
    """Count the days anew from each sitting; what lies outside the course does not count."""
    step = _DAY * interval_days
    ends = course.ends or date.max
    slots: list[_Slot] = []
    due = course.starts
    for day in days:
        if not (course.starts or date.min) <= day <= ends:
            continue
        while due is not None and due + step <= day:
            slots.append((due, _open_state(due, today), None))
            due += step
        slots.append((day, "done", day))
        due = day + step
    due = due or today
    while due + step <= today and due <= ends:
        slots.append((due, "missed", None))
        due += step
    if due <= min(ends, max(today, until)):
        state = "planned" if due > today else "due" if today <= ends else "missed"
        slots.append((due, state, None))
    return slots


def _by_sweating(
    course: Course, days: Sequence[date], today: date, since: date | None
) -> list[_Slot]:
    """Take each sitting within the course as done, and the one that sweating asks for as due."""
    first, last = course.starts or date.min, course.ends or date.max
    slots: list[_Slot] = [(day, "done", day) for day in days if first <= day <= last]
    newest = max((day for day, _, _ in slots), default=date.min)
    if since is not None and newest < since <= today and first <= today <= last:
        slots.append((max(since, first), "due", None))
    return slots


def _count(some: Iterable[Appointment]) -> tuple[int, int]:
    """Return how many were done, and of how many; neither extra sessions nor what lies ahead."""
    states = [each.state for each in some if each.state in {"done", "missed", "due"}]
    return states.count("done"), len(states)
