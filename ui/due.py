"""Which treatment is due today, asked of the plan; for the card on Today and for reminders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.diary import Diary

LOOK_BACK = timedelta(days=60)
"""How far ratings are read to see whether a region is not dry any more. A convention."""


@dataclass(frozen=True)
class DueCourse:
    """A course with an appointment on a day that has come; `why` as in model.analysis.plan.Due."""

    name: str
    regions: tuple[str, ...]
    day: date
    why: str


def read_due(diary: Diary) -> tuple[DueCourse, ...]:
    """Return the courses that are due today, or still due; none once a session was logged."""
    from model.records.treatment import Course

    courses = diary.of(Course)
    if not courses:
        return ()
    from model.analysis import plan, planned
    from model.records.person import Profile
    from model.records.treatment import Session

    courses = tuple(filter(planned.is_readable, courses))
    today, sessions = diary.today(), diary.of(Session)
    ends_at = next(iter(diary.of(Profile)), Profile()).day_ends_at_hour
    mine_of = plan.sessions_by_course(courses, sessions, ends_at)
    lately = diary.ratings_between(today - LOOK_BACK, today)
    due = []
    for course in courses:
        if course.ends is not None and course.ends < today:
            continue
        mine = mine_of[course.id]
        clammy = plan.clammy_since(course, mine, lately, ends_at)
        found = plan.next_due(course, mine, today, clammy, ends_at)
        if found is not None and found.day <= today:
            due.append(DueCourse(course.name, course.regions, found.day, found.why))
    return tuple(due)
