"""Writes the plan as a calendar file: which days of each course there are and which are done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

from model.analysis import plan
from model.analysis.planned import is_readable
from model.exports.plan_ics import Reminder, write_plan
from ui.sessions.state import Judged, Logged


def write_plan_of(
    target: Path,
    logged: Logged,
    judged: Judged,
    at: time,
    discreet: bool,
    translate: Callable[[str, str], str],
    now: datetime,
) -> None:
    """Write all courses; a file that was written before is updated.

    Raises:
        DiaryError: the file cannot be written.
    """
    days, done = {}, {}
    ends_at = logged.profile.day_ends_at_hour
    courses = tuple(filter(is_readable, logged.courses))
    mine_of = plan.sessions_by_course(courses, logged.sessions, ends_at)
    for course in courses:
        mine = mine_of[course.id]
        listed = [
            one
            for one in plan.appointments(
                course,
                mine,
                logged.today,
                logged.today + plan.LOOK_AHEAD,
                judged.clammy.get(course.id),
                ends_at,
            )
            if one.state != "extra"
        ]
        days[course.id] = [
            max(one.day, logged.today) if one.state == "due" else one.day for one in listed
        ]
        done[course.id] = {one.day for one in listed if one.state == "done"}
    reminder = Reminder(at, discreet=discreet)
    write_plan(target, courses, days, now, reminder, done, translate, replace=True)
