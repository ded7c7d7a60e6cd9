"""How sweating comes back after a session: severity by days since it, and the dry interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from model.analysis.days import days_of
from model.analysis.doses import sessions_by_region
from model.analysis.phases import (
    BREAK_DAYS,
    MovedEnd,
    day_ends_at,
    inductions_of,
    moved_inductions,
    session_days,
)
from model.analysis.sentences import Sentence
from model.catalog.scales import DRY_BELOW, SEVERITY_MAX
from model.catalog.terms import PHASES
from model.records.person import WetAgain
from model.records.snapshot import Snapshot, day_number, day_of
from model.records.treatment import Course, Session
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

FIRM_VALUES = 3
"""Rated days that a day of the curve needs before it is more than a hint: the project's own
rule."""

_NAMELESS = QT_TRANSLATE_NOOP("Sentence", "sessions without a course")


@dataclass(frozen=True, eq=False)
class WearOff:
    """Severity by whole days since the region's last session; columns of the shape (36,).

    days: 0..BREAK_DAYS; 0 is the day of the session itself, whose worst sweating may lie before
    it. rated: number of rated days. median, low, high: severity 0-10 with its quartiles, NaN where
    rated is 0. firm: rated >= FIRM_VALUES. so_far: no day after an induction was rated yet, so the
    days of the induction stand here. starts and ends: first and last day that counts; sessions:
    days with a session that are followed by one.
    """

    region: str
    days: npt.NDArray[np.int64]
    rated: npt.NDArray[np.int64]
    median: npt.NDArray[np.float64]
    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]
    firm: npt.NDArray[np.bool_]
    so_far: bool
    starts: date | None
    ends: date | None
    sessions: int


@dataclass(frozen=True)
class DryInterval:
    """Days from a session to the first rated day at `threshold` or more.

    median: over the sessions, in days, None where half of them never got there; 1 = sweating again
    (or still) on the first day after. reached: sessions after which sweating came back. sessions:
    all that count, those included after which it was not seen to come back. longest_dry: most days
    in a row that were rated below the threshold after one session, None without any session.
    so_far: as in WearOff.
    """

    median: float | None
    reached: int
    sessions: int
    longest_dry: int | None
    threshold: int
    so_far: bool = False


@dataclass(frozen=True)
class CourseInterval:
    """The dry interval of the sessions of one course that follow each other.

    course: its id, None for sessions without; name: as people read it; starts and ends: days of
    its first and last session.
    """

    course: str | None
    name: Sentence | str
    starts: date
    ends: date
    interval: DryInterval


def wear_off(
    snapshot: Snapshot, region: str, sessions: Mapping[str, Sequence[date]] | None = None
) -> WearOff:
    """Sort the rated days of a region by the whole days since its last session.

    Days after the induction of an episode count: before, severity still falls from session to
    session and would hide the wear-off. Until one such day is rated, the days of the induction
    stand in, marked `so_far`. A day more than BREAK_DAYS after the last session counts nowhere.

    Args:
        snapshot: the diary.
        region: id.
        sessions: as from `session_days`, where it is at hand.
    """
    import numpy as np

    done = (session_days(snapshot) if sessions is None else sessions).get(region, ())
    days, severities = snapshot.rated(region)
    moved = moved_inductions(snapshot).get(region)
    since, settled = since_session(days, done, moved)
    treated = (since >= 0) & (since <= BREAK_DAYS)
    so_far = bool(treated.any()) and not (treated & settled).any()
    counted = treated if so_far else treated & settled
    values = SEVERITY_MAX + 1
    cells = since[counted] * values + severities[counted]
    counts = np.bincount(cells, minlength=(BREAK_DAYS + 1) * values).reshape(-1, values)
    rated = counts.sum(axis=1)
    low, median, high = quartiles(counts)
    inside = days[counted]
    return WearOff(
        region,
        np.arange(BREAK_DAYS + 1),
        rated,
        median,
        low,
        high,
        rated >= FIRM_VALUES,
        so_far,
        day_of(int(inside[0])) if len(inside) else None,
        day_of(int(inside[-1])) if len(inside) else None,
        int(np.count_nonzero(np.diff(inside - since[counted], prepend=-1))),
    )


def wet_again_at(snapshot: Snapshot) -> int:
    """Return the severity 1..10 from which the patient counts a region as sweating again."""
    return next((chosen.severity for chosen in snapshot.of(WetAgain)), DRY_BELOW)


def dry_interval(
    snapshot: Snapshot,
    region: str,
    threshold: int = DRY_BELOW,
    first: date | None = None,
    last: date | None = None,
    sessions: Mapping[str, Sequence[date]] | None = None,
) -> DryInterval:
    """Estimate how many days after a session a region sweats again.

    An interval ends on the first rated day from the day after the session on whose severity is
    `threshold` or more. The day of the next session is the last that can end it: its worst
    sweating may be why that session was done. An interval is only known to be longer than the
    last day rated dry in a row where that day of the next session was dry too, where a day in
    between was not rated (it is never imputed) or where the diary ends. A session whose next day
    was not rated says nothing and does not count. The median is that of Kaplan & Meier (1958, J Am
    Stat Assoc 53:457): the smallest number of days at which the estimated share of sessions after
    which the region is still dry is one half or less.

    Sessions from the last one of an induction on count; as long as none of them was followed by a
    rated day, those before do, marked `so_far`. Several sessions on one day are one.

    Args:
        snapshot: the diary.
        region: id.
        threshold: severity 1..10 from which it sweats again, see `wet_again_at`.
        first: only sessions from this day on count; the induction is where it is all the same.
        last: only sessions up to this day count; days after it still tell how long they lasted.
        sessions: as from `session_days`, where it is at hand.
    """
    done = (session_days(snapshot) if sessions is None else sessions).get(region, ())
    moved = moved_inductions(snapshot).get(region)
    found = _follow(*snapshot.rated(region), done, threshold, moved)
    chosen = (found.done >= day_number(first or date.min)) & (
        found.done <= day_number(last or date.max)
    )
    return _interval(found, chosen, threshold)


def dry_intervals_by_course(
    snapshot: Snapshot,
    region: str,
    threshold: int = DRY_BELOW,
    sessions: Mapping[str, Sequence[Session]] | None = None,
) -> tuple[CourseInterval, ...]:
    """Estimate the dry interval of each course of a region, in the order of time.

    Sessions that follow each other in the same course stand together; those without a course, or
    with one that is no more, stand together until a break of more than BREAK_DAYS. Of several
    sessions on one day the first says the course.

    Args:
        snapshot: the diary.
        region: id.
        threshold: as of `dry_interval`.
        sessions: as from `sessions_by_region`, where it is at hand.
    """
    treating = (sessions_by_region(snapshot) if sessions is None else sessions).get(region, ())
    days = days_of(treating, day_ends_at(snapshot))
    moved = moved_inductions(snapshot).get(region)
    found = _follow(*snapshot.rated(region), days, threshold, moved)
    names = {course.id: _name(course) for course in snapshot.of(Course)}
    episodes = _inductions(days)[0].searchsorted(_numbers(days), "right").tolist()
    stretches: dict[date, tuple[str | None, int]] = {}
    for day, session, episode in zip(days, treating, episodes, strict=True):
        known = session.course in names
        stretches.setdefault(day, (session.course, 0) if known else (None, episode))
    courses = []
    for (course, _), together in groupby(stretches, key=stretches.__getitem__):
        span = list(together)
        chosen = (found.done >= day_number(span[0])) & (found.done <= day_number(span[-1]))
        interval = _interval(found, chosen, threshold)
        name = names[course] if course is not None else Sentence(_NAMELESS)
        courses.append(CourseInterval(course, name, span[0], span[-1], interval))
    return tuple(courses)


def since_session(
    days: Numbers, sessions: Sequence[date], moved: MovedEnd | None = None
) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    """Return the days since the last session, and if the induction of its episode was over.

    Args:
        days: days since 1970-01-01, any order.
        sessions: day of every session of a region, ascending; several on one day each count
            towards the end of the induction.
        moved: the patient's own end of an induction.

    Returns:
        Both of the shape of `days`; days before the first session have -1 and False.
    """
    import numpy as np

    if not len(sessions):
        return np.full(len(days), -1), np.zeros(len(days), bool)
    done = _numbers(sessions)
    begun = days >= done[0]
    since = np.where(begun, days - done[done.searchsorted(days, "right") - 1], -1)
    starts, ends = _inductions(sessions, moved)
    return since, begun & (days > ends[starts.searchsorted(days, "right") - 1])


def quartiles(
    counts: npt.NDArray[np.int64],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return lower quartile, median and upper quartile of counted severities.

    Args:
        counts: how often each severity 0..10 was given, shape (n, 11).

    Returns:
        Each of shape (n,), NaN where nothing was counted. The median of an even number lies
        between the two in the middle; a quartile is the smallest severity that a quarter (three
        quarters) of the values do not exceed, as in `weeks.bins`.
    """
    import numpy as np

    total, upto = counts.sum(axis=1)[:, None], counts.cumsum(axis=1)

    def least(share: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.where(total[:, 0] > 0, (upto < share).sum(axis=1), np.nan)

    median = (least(total * 0.5) + least(total * 0.5 + 0.5)) / 2
    return least(total * 0.25), median, least(total * 0.75)


@dataclass(frozen=True, eq=False)
class _Followed:
    """Days with a session, and what followed each: columns of one shape.

    known: the day after was rated; lasted: day on which the interval ended or the last that was
    rated dry in a row, counted from the session; wet: it ended; settled: the session is the last
    of an induction or a later one.
    """

    done: npt.NDArray[np.int64]
    known: npt.NDArray[np.bool_]
    lasted: npt.NDArray[np.int64]
    wet: npt.NDArray[np.bool_]
    settled: npt.NDArray[np.bool_]


def _follow(
    days: Numbers,
    severities: Numbers,
    sessions: Sequence[date],
    threshold: int,
    moved: MovedEnd | None,
) -> _Followed:
    """Look from every day with a session at the days rated in a row after it."""
    import numpy as np

    done = _numbers(sessions)
    done = done[np.append(np.ones(min(len(done), 1), bool), np.diff(done) > 0)]
    if not len(days) or not len(done):
        nothing = np.zeros(len(done), bool)
        return _Followed(done, nothing, np.zeros_like(done), nothing, nothing)
    starts, borders = _inductions(sessions, moved)
    ends = borders[starts.searchsorted(done, "right") - 1]
    until = np.append(done[1:], days[-1])  # the next session, else the end of the diary
    after = np.searchsorted(days, done, side="right")
    start = np.minimum(after, len(days) - 1)
    known = (after < len(days)) & (days[start] == done + 1)
    lasts = np.flatnonzero(np.append(np.diff(days) > 1, True))  # of each row of rated days
    unbroken = days[lasts[np.searchsorted(lasts, start)]]
    wet_days = np.append(days[severities >= threshold], days[-1] + 1)  # one after all: never
    again = wet_days[np.searchsorted(wet_days, days[start])]
    wet = known & (again <= np.minimum(unbroken, until))
    lasted = np.where(wet, again, np.minimum(unbroken, until)) - done
    return _Followed(done, known, lasted, wet, (done > ends) | (until > ends))


def _interval(found: _Followed, chosen: npt.NDArray[np.bool_], threshold: int) -> DryInterval:
    """Estimate the interval of the chosen sessions, of those after the induction if there are."""
    known = found.known & chosen
    counted = known & found.settled
    so_far = bool(known.any()) and not counted.any()
    if so_far:
        counted = known
    lasted, wet = found.lasted[counted], found.wet[counted]
    if not len(lasted):
        return DryInterval(None, 0, 0, None, threshold)
    longest = int((lasted - wet).max())
    return DryInterval(
        _median(lasted, wet), int(wet.sum()), len(lasted), longest, threshold, so_far
    )


def _median(lasted: Numbers, wet: npt.NDArray[np.bool_]) -> float | None:
    """Return the median of intervals (days, >= 1) of which some are only known to be longer."""
    import numpy as np

    leaving = np.bincount(lasted)
    under_watch = len(lasted) - np.cumsum(leaving) + leaving  # with an interval of d or more
    ended = np.bincount(lasted[wet], minlength=len(leaving))
    still_dry = np.cumprod(1 - ended / under_watch)
    half = np.flatnonzero(still_dry <= 0.5 + 1e-9)  # 1e-9: 2/3 of 3/4 is one half
    return float(half[0]) if len(half) else None


def _inductions(sessions: Sequence[date], moved: MovedEnd | None = None) -> tuple[Numbers, Numbers]:
    """Return the first and the last day of the induction of every episode."""
    spans = inductions_of(tuple(sessions), moved)
    return _numbers([span[0] for span in spans]), _numbers([span[1] for span in spans])


def _numbers(days: Sequence[date]) -> Numbers:
    """Return days since 1970-01-01, not to be written to."""
    return _numbered(tuple(days))


@lru_cache(maxsize=16)  # the sessions of a region are asked for again and again
def _numbered(days: tuple[date, ...]) -> Numbers:
    import numpy as np

    zero = day_of(0).toordinal()
    found = np.fromiter(map(date.toordinal, days), np.int64) - zero
    found.flags.writeable = False
    return found


def _name(course: Course) -> Sentence | str:
    return course.name.strip() or Sentence(PHASES[course.phase], context="Phase")
