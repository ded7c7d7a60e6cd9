"""The plan as a calendar file with alarms: it reminds while Drymap is closed."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from model.analysis.sentences import Translate, as_written
from model.exports.files import bounded, opened
from model.files import put_whole, readable
from model.records.treatment import Course
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from icalendar import Calendar, Event

DISCREET = "Drymap"
"""All that a discreet reminder says: a calendar is seen by colleagues and on locked screens."""

LENGTH = timedelta(minutes=30)
"""Room that an appointment takes in the calendar; a convention, no length of treatment."""

_PRODUCT = "-//Drymap//Plan//EN"
_SEQUENCE_FROM = datetime(2020, 1, 1, tzinfo=UTC)  # in seconds it fits until 2088
_SEQUENCE_LIMIT = 2**31 - 1  # RFC 5545, integer
_NAMED = QT_TRANSLATE_NOOP("Reminder", "Iontophoresis: {course}")
_UNNAMED = QT_TRANSLATE_NOOP("Reminder", "Iontophoresis")


@dataclass(frozen=True)
class Reminder:
    """How to remind: the time of day of the appointments and how long before it the alarm is.

    `discreet` writes DISCREET and nothing else; the user may allow the name of the course.
    """

    at: time
    minutes_before: int = 0
    discreet: bool = True


@dataclass(frozen=True)
class _Entry:
    """One event of a calendar: it is compared with the one that an earlier file held."""

    uid: str
    starts: datetime  # without a zone
    title: str
    alarm: timedelta | None  # before the start; None = cancelled, it rings no more
    sequence: int
    modified: datetime


def plan_calendar(
    courses: Sequence[Course],
    days: Mapping[str, Sequence[date]],
    made_at: datetime,
    reminder: Reminder,
    done: Mapping[str, Collection[date]] | None = None,
    previous: bytes | None = None,
    translate: Translate = as_written,
) -> bytes:
    """Write the appointments from today on, that are not done, as an iCalendar file (RFC 5545).

    Each is one event with an alarm. Its UID comes from the course and its place in the course's
    list of days, so that a calendar which imports the file again moves it instead of doubling it.
    Times float: 19:00 is 19:00 wherever the patient is, because the treatment belongs to the
    evening and not to an instant; a zone would move it on every journey.

    Args:
        courses: the plans to write, in any order.
        days: course id -> all its days in the order of the plan. Past and done ones are needed
            too: they keep the others at their places.
        made_at: the patient's time now, with its offset; its day is today.
        reminder: when and how to remind.
        done: course id -> those of its days that are done.
        previous: the file that was written before. What no longer stands in the plan is cancelled,
            what is unchanged keeps its SEQUENCE; what is no plan of Drymap's counts as none.
        translate: into the language of the patient.

    Returns:
        The file; the same arguments give the same bytes.
    """
    now, today = made_at.astimezone(UTC).replace(microsecond=0), made_at.date()
    before = _earlier(previous)
    wanted = {
        entry.uid: entry
        for course in courses
        for entry in _planned(course, days, done or {}, today, now, reminder, translate)
    }
    gone = [
        replace(entry, title=DISCREET, alarm=None, modified=now)
        for uid, entry in before.items()
        if uid not in wanted and entry.starts.date() >= today
    ]
    entries = [_numbered(entry, before.get(entry.uid)) for entry in (*wanted.values(), *gone)]
    calendar = _calendar()
    for entry in sorted(entries, key=lambda entry: (entry.starts, entry.uid)):
        calendar.add_component(_event(entry, now))
    return bytes(calendar.to_ical())


def write_plan(
    path: Path,
    courses: Sequence[Course],
    days: Mapping[str, Sequence[date]],
    made_at: datetime,
    reminder: Reminder,
    done: Mapping[str, Collection[date]] | None = None,
    translate: Translate = as_written,
    replace: bool = False,
) -> None:
    """Write the plan to a file, whole or not at all; an earlier one in its place is updated.

    Args:
        path: where to, a name ending in `.ics`.
        courses: see `plan_calendar`, as the others.
        days: all days of each course.
        made_at: the patient's time now.
        reminder: when and how to remind.
        done: the days that are done.
        translate: into the language of the patient.
        replace: whether a file that is there may be replaced; where it is an earlier plan, what
            it held and is no longer planned is cancelled.

    Raises:
        DiaryError: something is there already, or it cannot be read.
        CannotWrite: the place is read-only, full or missing.
    """
    previous = None
    if replace and path.is_file():
        with readable(path), opened(path) as file:
            previous = bounded(file, path.name)
    data = plan_calendar(courses, days, made_at, reminder, done, previous, translate)
    with put_whole(path, replace) as part:
        part.write_bytes(data)


def _planned(
    course: Course,
    days: Mapping[str, Sequence[date]],
    done: Mapping[str, Collection[date]],
    today: date,
    now: datetime,
    reminder: Reminder,
    translate: Translate,
) -> Iterator[_Entry]:
    at = reminder.at.replace(tzinfo=None, microsecond=0, fold=0)
    title = _title(course, reminder, translate)
    sequence = int((now - _SEQUENCE_FROM).total_seconds())
    for place, day in enumerate(days.get(course.id, ())):
        if day >= today and day not in done.get(course.id, ()):
            starts = datetime.combine(day, at)
            alarm = timedelta(minutes=reminder.minutes_before)
            yield _Entry(_uid(course.id, place), starts, title, alarm, max(sequence, 0), now)


def _uid(course: str, place: int) -> str:
    """Return a name for ever that says nothing of the course, not even its id."""
    from uuid import NAMESPACE_OID, uuid5

    return str(uuid5(NAMESPACE_OID, f"drymap/{course}/{place}"))


def _title(course: Course, reminder: Reminder, translate: Translate) -> str:
    if reminder.discreet:
        return DISCREET
    # A title is one line, and RFC 5545 knows no control characters.
    spaced = "".join(" " if unicodedata.category(c) == "Cc" else c for c in course.name)
    name = " ".join(spaced.split())
    if not name:
        return translate("Reminder", _UNNAMED)
    return translate("Reminder", _NAMED).format(course=name)


def _numbered(entry: _Entry, before: _Entry | None) -> _Entry:
    """Give an entry its SEQUENCE: the old one while nothing changed, a higher one after that."""
    if before is None:
        return entry
    unchanged = replace(entry, sequence=before.sequence, modified=before.modified)
    if unchanged == before:
        return before
    return replace(entry, sequence=max(entry.sequence, before.sequence + 1))


def _calendar() -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _event(entry: _Entry, now: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("dtstart", entry.starts)
    event.add("duration", LENGTH)
    event.add("summary", entry.title)
    event.add("sequence", entry.sequence)
    event.add("last-modified", entry.modified)
    event.add("status", "CANCELLED" if entry.alarm is None else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # nobody who asks when the patient is free sees it
    if entry.alarm is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", -entry.alarm)
        event.add_component(alarm)
    return event


def _earlier(previous: bytes | None) -> dict[str, _Entry]:
    """Return what an earlier plan held, by UID; nothing where it is no plan of Drymap's."""
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(previous or b"")
    except ValueError:
        return {}
    if not isinstance(calendar, Calendar) or str(calendar.get("prodid")) != _PRODUCT:
        return {}
    entries = filter(None, map(_read, calendar.events))
    return {entry.uid: entry for entry in entries}


def _read(event: Event) -> _Entry | None:
    """Return an event as it was written, None where somebody changed it beyond recognition."""
    try:
        starts, modified, alarms = event.start, event.LAST_MODIFIED, event.walk("VALARM")
        triggers = [alarm.decoded("trigger") for alarm in alarms]
        sequence = event.sequence
    except (ValueError, KeyError, TypeError):  # TypeError: a line that stands there twice
        return None
    if type(starts) is not datetime or starts.tzinfo or modified is None:
        return None
    if not 0 <= sequence < _SEQUENCE_LIMIT:
        return None
    alarm = -triggers[0] if triggers and isinstance(triggers[0], timedelta) else None
    return _Entry(str(event.uid), starts, str(event.summary), alarm, sequence, modified)
