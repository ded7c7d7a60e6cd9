"""What stands in the form before it is logged, as a value, and what may be pointed out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from model.records.treatment import Course, Reaction, Session
from ui.words import date_text

LONG_AGO_DAYS = 366
"""An older start is pointed out: most often the year is a slip; a convention, no source."""

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Draft:
    """A form that is not logged yet; `session` may lack what a session needs.

    `corrected` is the stored session that is being corrected, None for a new one, with the
    reactions that it has in `had`.
    """

    session: Session
    reactions: tuple[Reaction, ...]
    corrected: Session | None
    had: tuple[Reaction, ...]
    start: tuple[str, str]  # day and time as typed: they may be no day and no time
    starts_now: bool


def repeated(
    last: Session, started_at: datetime, new_id: str, courses: Sequence[Course] = ()
) -> Session:
    """Return a new session set up like the last one; what it turned out to be is not stated.

    Poles are left out where they are reversed from session to session, the course and its phase
    where it is over or no more.
    """
    day = started_at.date()
    course = next((one for one in courses if one.id == last.course), None)
    over = course is None or (course.ends is not None and course.ends < day)
    same_poles = last.polarity != "alternated"
    return Session(
        started_at,
        last.regions,
        last.applicators,
        current_ma=last.current_ma,
        minutes=last.minutes,
        anode=last.anode if same_poles else (),
        cathode=last.cathode if same_poles else (),
        volts=last.volts,
        dose_level=last.dose_level,
        first_half_minutes=last.first_half_minutes,
        waveform=last.waveform,
        pulse_percent=last.pulse_percent,
        polarity=last.polarity,
        water=last.water,
        additive=last.additive,
        additive_dose=last.additive_dose,
        cover_used=last.cover_used,
        phase=None if last.course and over else last.phase,
        course=None if over else last.course,
        device=last.device,
        id=new_id,
    )


def pointed_out(
    start: datetime, minutes: float | None, others: Sequence[Session], today: date
) -> str:
    """Return what may be a slip in one sentence, "" where there is nothing; it forbids nothing.

    Args:
        start: with its offset from UTC.
        minutes: how long the session lasted, None where that is not stated.
        others: the sessions that are known, without this one.
        today: the day of the clock.
    """
    near = sorted(others, key=lambda other: other.started_at)
    ends = start + timedelta(minutes=minutes or 0)
    for other in near:
        over = other.started_at + timedelta(minutes=other.minutes or 0)
        same = other.started_at == start
        if same or (start < over and other.started_at < max(ends, start + timedelta(seconds=1))):
            text = translate("SessionForm", "This overlaps with the session of {day}, {time}.")
            return _filled(text, other)
    for other in near:
        if other.started_at.date() == start.date():
            text = translate(
                "SessionForm", "There is a session on this day already: {day}, {time}."
            )
            return _filled(text, other)
    if (today - start.date()).days > LONG_AGO_DAYS:
        text = translate("SessionForm", "The start lies more than a year back: {day}, {time}.")
        return text.format(day=date_text(start.date()), time=start.strftime("%H:%M"))
    return ""


def _filled(text: str, other: Session) -> str:
    when = other.started_at
    return text.format(day=date_text(when.date()), time=when.strftime("%H:%M"))
