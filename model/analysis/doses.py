"""Sessions of a region as records, and week by week: how many, of how many planned, what dose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from model.analysis.days import Same, days_of, week_start
from model.analysis.phases import day_ends_at, session_days
from model.analysis.plan import appointments, sessions_by_course
from model.analysis.planned import is_readable
from model.records.person import Profile
from model.records.snapshot import Snapshot, day_number, day_of
from model.records.treatment import Course, Session

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_WEEK = 7
_COUNTED = ("done", "missed", "due")  # of plan.APPOINTMENTS: as plan.done_of_planned counts


@dataclass(frozen=True, eq=False)
class Doses:
    """Calendar weeks as columns, all of the shape (n,), without a hole from the first to the last.

    starts: first day of the week, days since 1970-01-01. sessions: done in that week, planned or
    not. planned: appointments that a plan had in that week, and done: those of them that were
    done (see `plan.appointments`; a session of the day before or after may have done one); both
    are NaN in a week that no plan covers. dose: mA x minutes, summed over the sessions that state
    both, as the device displayed it; NaN where none of the week's sessions does, 0 in a week
    without a session. without_dose: sessions that do not state both, which `dose` leaves out.
    What was written down, no measure of what would be right.
    """

    region: str
    starts: npt.NDArray[np.int64]
    sessions: npt.NDArray[np.int64]
    done: npt.NDArray[np.float64]
    planned: npt.NDArray[np.float64]
    dose: npt.NDArray[np.float64]
    without_dose: npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class PlannedCourse:
    """The appointments of one course that count, by day: days since 1970-01-01 and if done."""

    course: str
    days: npt.NDArray[np.int64]
    done: npt.NDArray[np.bool_]


def doses(
    snapshot: Snapshot,
    region: str = "",
    sessions: Mapping[str, Sequence[Session]] | None = None,
    today: date | None = None,
) -> Doses:
    """Sum up the sessions of each calendar week, of one region or ("") of all.

    Args:
        snapshot: the diary; weeks and days begin as its profile says.
        region: id; of a session on several regions the whole dose counts for each of them. With
            "" each session counts once, and each course for itself.
        sessions: as from `sessions_by_region`, where it is at hand.
        today: day up to which plans are counted and weeks listed; the last entry by default.
    """
    import numpy as np

    today = today or last_entry(snapshot)
    ends_at = day_ends_at(snapshot)
    found = _of_region(snapshot, region, sessions)
    plans = planned_courses(snapshot, region, today)
    days = np.array([day_number(day) for day in days_of(found, ends_at)], np.int64)
    every = np.concatenate([days, *(plan.days for plan in plans)])
    begin, weeks = _weeks(snapshot, every, today)
    place = (days - begin) // _WEEK
    each_dose = np.array([_dose(each) for each in found], np.float64)
    stated = ~np.isnan(each_dose)
    count = np.bincount(place, minlength=weeks)
    without = np.bincount(place[~stated], minlength=weeks)
    dose = np.bincount(place[stated], each_dose[stated], minlength=weeks).astype(np.float64)
    dose[(count > 0) & (without == count)] = np.nan
    done, planned = _planned_by_week(plans, begin, weeks)
    starts = begin + _WEEK * np.arange(weeks)
    return Doses(region, starts, count, done, planned, dose, without)


def sessions_by_region(snapshot: Snapshot) -> Mapping[str, tuple[Session, ...]]:
    """Return the sessions that treated each region, by day and then by time.

    The same sessions, for each region, that `session_days` gives the days of: it alone says what
    a session treats, and is asked once for each set of regions and applicators. Regions that are
    always treated together share one tuple.
    """
    return snapshot.once("sessions_by_region", lambda: _sessions_by_region(snapshot))


def _sessions_by_region(snapshot: Snapshot) -> dict[str, tuple[Session, ...]]:
    ordered = _in_order(snapshot)
    alike: dict[tuple[object, ...], list[int]] = {}
    for place, session in enumerate(ordered):
        alike.setdefault((session.regions, session.applicators), []).append(place)
    groups: dict[str, list[int]] = {}  # the first place of each group of sessions that are alike
    for places in alike.values():
        for region in _treated(snapshot, ordered[places[0]]):
            groups.setdefault(region, []).append(places[0])
    first = {places[0]: places for places in alike.values()}
    together = {
        group: tuple(ordered[place] for place in sorted(at for each in group for at in first[each]))
        for group in set(map(tuple, groups.values()))
    }
    return {region: together[tuple(group)] for region, group in groups.items()}


def planned_courses(
    snapshot: Snapshot, region: str, today: date | None
) -> tuple[PlannedCourse, ...]:
    """Return what each course of a region ("" = of any) planned up to `today`.

    Courses by sweating plan nothing and are left out, as are those without an appointment yet and
    those whose days an older diary wrote in another form.
    """
    import numpy as np

    ends_at = day_ends_at(snapshot)
    courses = [course for course in snapshot.of(Course) if is_readable(course)]
    planning = [each for each in courses if _plans(snapshot, each, region)]
    if not planning or today is None:
        return ()
    counting = sessions_by_course(courses, snapshot.of(Session), ends_at)
    plans = []
    for course in planning:
        laid = appointments(course, counting[course.id], today, today, ends_at=ends_at)
        counted = [each for each in laid if each.state in _COUNTED]
        if counted:
            days = np.array([day_number(each.day) for each in counted], np.int64)
            done = np.array([each.state == "done" for each in counted])
            plans.append(PlannedCourse(course.id, days, done))
    return tuple(plans)


def last_entry(snapshot: Snapshot) -> date | None:
    """Return the day of the last rating or session, None for a diary without either."""
    days = days_of(_in_order(snapshot), day_ends_at(snapshot))
    return max([*days[-1:], *filter(None, [snapshot.last_day])], default=None)


def _in_order(snapshot: Snapshot) -> tuple[Session, ...]:
    return _ordered(Same(snapshot.of(Session)), day_ends_at(snapshot))


@lru_cache(maxsize=2)
def _ordered(same: Same, ends_at: int) -> tuple[Session, ...]:
    days = days_of(same.sessions, ends_at)
    # By moments, because two times of one night in autumn show the same clock.
    keyed = [
        (day, session.started_at.timestamp(), session.id, place)
        for place, (day, session) in enumerate(zip(days, same.sessions, strict=True))
    ]
    return tuple(same.sessions[place] for *_, place in sorted(keyed))


def _weeks(snapshot: Snapshot, days: npt.NDArray[np.int64], today: date | None) -> tuple[int, int]:
    """Return the first day of the first week, and the number of weeks; 0 without any day."""
    if not len(days) or today is None:
        return 0, 0
    starts_on = _profile(snapshot).week_starts_on
    begin = day_number(week_start(day_of(int(days.min())), starts_on))
    return begin, (max(int(days.max()), day_number(today)) - begin) // _WEEK + 1


def _of_region(
    snapshot: Snapshot, region: str, sessions: Mapping[str, Sequence[Session]] | None
) -> Sequence[Session]:
    if not region:
        return _in_order(snapshot)
    return (sessions_by_region(snapshot) if sessions is None else sessions).get(region, ())


def _treated(snapshot: Snapshot, session: Session) -> tuple[str, ...]:
    """Return the regions that a session treats, by the one rule for it."""
    alone = replace(snapshot, records={**snapshot.records, Session.KIND: (session,)})
    return tuple(session_days(alone))


def _plans(snapshot: Snapshot, course: Course, region: str) -> bool:
    if not course.planned_days and not course.interval_days:
        return False
    session = Session(datetime(1970, 1, 1, tzinfo=UTC), course.regions, ())
    return not region or region in _treated(snapshot, session)


def _dose(session: Session) -> float:
    """Return mA x minutes, NaN where one of them was not stated."""
    if session.current_ma is None or session.minutes is None:
        return float("nan")
    return session.current_ma * session.minutes


def _planned_by_week(
    plans: Iterable[PlannedCourse], begin: int, weeks: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return appointments done, and all of them; NaN outside the span of every plan."""
    import numpy as np

    done, planned = np.full(weeks, np.nan), np.full(weeks, np.nan)
    for plan in plans:
        place = (plan.days - begin) // _WEEK
        covered = slice(place[0], place[-1] + 1)
        for total, counted in ((done, place[plan.done]), (planned, place)):
            here = np.bincount(counted, minlength=weeks)[covered]
            total[covered] = np.nan_to_num(total[covered]) + here
    return done, planned


def _profile(snapshot: Snapshot) -> Profile:
    return next(iter(snapshot.of(Profile)), Profile())
