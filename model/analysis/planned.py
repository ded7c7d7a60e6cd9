"""Which days a course plans: from a published schedule, by dates or weekdays, moved by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta

from model.catalog.cautions import Figure
from model.catalog.terms import WEEKDAYS
from model.catalog.treatments import Schedule
from model.records.errors import DiaryError
from model.records.treatment import Course
from model.text import QT_TRANSLATE_NOOP

UNTIL_DRY_SESSIONS = Figure(12, "1", ("holzle1987", "reinauer1995"))
"""Sessions first written into a plan that goes on until dry; the patient may change them. It took
10 to 12 sessions until patients were dry in the studies named."""

_WEEK = 7
_DAY = timedelta(days=1)


def induction_days(
    schedule: Schedule, starts: date, weekdays: Collection[int] = ()
) -> tuple[date, ...]:
    """Return the days of an induction by a published schedule, ascending, each once.

    As many as the most sessions that the schedule names, UNTIL_DRY_SESSIONS where it goes on until
    dry. Without `weekdays`, sessions a week are the middle of the schedule's range, rounded down,
    and lie as evenly as whole days allow (3 a week: every 2, 2 and 3 days): conventions of this
    program within what the source says.

    Args:
        schedule: of model.catalog.treatments.SCHEDULES.
        starts: day 1.
        weekdays: ISO weekdays 1..7 chosen by the patient; day 1 is then the first of them from
            `starts` on. A schedule with fixed days takes none.

    Raises:
        DiaryError: more weekdays than the schedule has sessions a week.
        ValueError: a number is no weekday.
    """
    if schedule.days:
        return tuple(starts + timedelta(days=number - 1) for number in schedule.days)
    if not {*weekdays} <= {*range(1, _WEEK + 1)}:
        raise ValueError(f"no ISO weekdays: {weekdays}")
    most = max(schedule.per_week)
    if len({*weekdays}) > most:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "This schedule has at most {most} sessions a week. Choose fewer days."
            ),
            most=most,
        )
    a_week = sum(schedule.per_week) // len(schedule.per_week)
    even = {(starts + _DAY * (number * _WEEK // a_week)).isoweekday() for number in range(a_week)}
    chosen = {*weekdays} or even
    count = schedule.sessions[1] or schedule.sessions[0] or UNTIL_DRY_SESSIONS.value
    in_turn = (day for day in _days_from(starts) if day.isoweekday() in chosen)
    return tuple(day for day, _ in zip(in_turn, range(count), strict=False))


def is_readable(course: Course) -> bool:
    """Tell whether the planned days of a course are days: an older diary may hold other text."""
    try:
        dates_and_weekdays(course)
    except DiaryError:
        return False
    return True


def dates_and_weekdays(course: Course) -> tuple[tuple[date, ...], frozenset[int]]:
    """Read the planned days of a course: its dates within its span, and its ISO weekdays."""
    dates, weekdays = set(), set()
    for text in course.planned_days:
        if text in WEEKDAYS:
            weekdays.add(WEEKDAYS.index(text) + 1)
            continue
        try:
            dates.add(date.fromisoformat(text))
        except ValueError:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "A course cannot be planned for '{value}'. Use a date like 2026-11-23, or one"
                    " of: {choices}.",
                ),
                value=text,
                choices=", ".join(WEEKDAYS),
            ) from None
    first, last = course.starts or date.min, course.ends or date.max
    return tuple(sorted(day for day in dates if first <= day <= last)), frozenset(weekdays)


def planned_days(course: Course, begin: date, last: date) -> list[date]:
    """Return all dates, and the weekdays up to `last`, from `begin` where no first day is set."""
    dates, weekdays = dates_and_weekdays(course)
    first = course.starts or begin
    days = (min(course.ends or last, last) - first).days + 1
    in_turn = (first + _DAY * number for number in range(days)) if weekdays else ()
    return sorted({*dates, *(day for day in in_turn if day.isoweekday() in weekdays)})


def moved(course: Course, day: date, to: date, with_rest: bool) -> Course:
    """Move one planned day of a course and, `with_rest`, all later ones by as many days.

    The course's first and last day go along where they are the first and last planned one.
    Weekdays become dates, days that the course no longer reaches are dropped. Moving back gives
    the same dates.

    Raises:
        DiaryError: nothing is planned on `day`, something is on the new one, the order would
            change, the new one lies outside the course, or weekdays go on without an end.
    """
    planned = _all_dates(course)
    if day not in planned:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "No session is planned on {day}. Choose a day of the plan."
            ),
            day=day,
        )
    if to == day:
        return course
    rest = [each for each in planned if with_rest and each > day]
    stay = [each for each in planned if each != day and each not in rest]
    if to in stay:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "A session is already planned on {day}. Choose another day."
            ),
            day=to,
        )
    if with_rest and stay and to < stay[-1]:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{day} comes before {other}, which is planned earlier than this session. Choose a"
                " later day, or move this session alone.",
            ),
            day=to,
            other=stay[-1],
        )
    dates = sorted([*stay, to, *(each + (to - day) for each in rest)])
    starts = dates[0] if course.starts == planned[0] else course.starts
    ends = dates[-1] if course.ends == planned[-1] else course.ends
    if (starts or dates[0]) > dates[0] or (ends or dates[-1]) < dates[-1]:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "A session would come to lie outside the course. Choose another day, or change the"
                " first or last day of the course before.",
            )
        )
    texts = tuple(each.isoformat() for each in dates)
    return replace(course, planned_days=texts, starts=starts, ends=ends)


def _days_from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += _DAY


def _all_dates(course: Course) -> list[date]:
    """Return every planned day of a course that has an end."""
    if dates_and_weekdays(course)[1] and None in {course.starts, course.ends}:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "This course goes on by weekdays, so no single day of it can be moved. Set its"
                " first and last day before, or choose other weekdays.",
            )
        )
    return planned_days(course, course.starts or date.min, course.ends or date.max)
