"""What is said of a course: its rhythm and where it was read, what is next, what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from model.analysis.days import session_day
from model.analysis.judgement import Judgement, Told, days_treated, judge
from model.analysis.plan import (
    LOOK_AHEAD,
    Appointment,
    Due,
    appointments,
    done_of_planned,
    next_due,
    sessions_of,
)
from model.analysis.planned import dates_and_weekdays, induction_days
from model.catalog.scales import DRY_BELOW
from model.catalog.terms import PHASES
from model.catalog.treatments import SCHEDULES, Schedule
from model.records.errors import DiaryError
from model.records.rules import NAME_LIMIT
from model.records.treatment import Course, Session
from ui.sessions.findings import source_text
from ui.words import date_text, qdate, sentence, translated

CLAMMY_SOURCES = ("ses",)
"""Of DRY_BELOW."""

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Planned:
    """What a card says of a course; `problem` stands alone where its days cannot be read."""

    course: Course
    today: date
    found: tuple[Appointment, ...] = ()
    due: Due | None = None
    done: tuple[int, int] = (0, 0)
    last_session: date | None = None
    judged: Judgement | None = None
    problem: str = ""

    @property
    def is_over(self) -> bool:
        """Whether the course has ended and nothing of it is due any more."""
        ends = self.course.ends
        return ends is not None and ends <= self.today and self.due is None

    @property
    def can_end(self) -> bool:
        """Whether a press can end the course: it has begun, and ends later or not at all."""
        starts, ends = self.course.starts, self.course.ends
        begun = starts is None or starts < self.today or self.last_session == self.today
        return begun and (ends is None or ends > self.today)

    @property
    def movable(self) -> tuple[date, ...]:
        """The planned days on which nothing was done."""
        if not self.course.planned_days:
            return ()
        return tuple(each.day for each in self.found if each.state in {"missed", "due", "planned"})

    def ended(self) -> Course:
        """Return the course with its last day: today if a session was done, else the day before."""
        starts = self.course.starts
        stays = self.last_session == self.today or (starts is not None and starts >= self.today)
        return replace(self.course, ends=self.today - timedelta(days=0 if stays else 1))


def cited(sources: Sequence[str]) -> str:
    """Return where something was read, within a line that says of what it is the source."""
    return "; ".join(map(source_text, sources))


def schedule_words(schedule: Schedule, phase: str) -> str:
    """Return the rhythm of a schedule in words, for induction or for what comes after it."""
    if phase != "induction":
        after = translated("Schedule", schedule.maintenance) if schedule.maintenance else ""
        named = translate("Plan", "Maintenance, in the words of the source: {rhythm}.")
        return named.format(rhythm=after) if after else translate("Plan", "No rhythm is named.")
    if schedule.days:
        rhythm = translate("Plan", "days {days}").format(days=", ".join(map(str, schedule.days)))
    elif schedule.per_week[0] == schedule.per_week[1]:
        rhythm = translate("Plan", "{count} a week").format(count=schedule.per_week[0])
    else:
        few, most = schedule.per_week
        rhythm = translate("Plan", "{few} to {most} a week").format(few=few, most=most)
    few, most = schedule.sessions
    if not most:
        count = translate("Plan", "until dry")
    elif few == most:
        count = translate("Plan", "{count} sessions in all").format(count=most)
    else:
        count = translate("Plan", "{few} to {most} sessions in all").format(few=few, most=most)
    return translate("Plan", "Induction: {rhythm}, {count}.").format(rhythm=rhythm, count=count)


def laid_out(
    schedule: Schedule, first: date, weekdays: Sequence[int], count: int
) -> tuple[date, ...]:
    """Return the days of an induction; a schedule without fixed days may have fewer or more."""
    days = induction_days(schedule, first, weekdays)
    if schedule.days:
        return days
    rhythm = {day.isoweekday() for day in days}
    while len(days) < count:
        days += induction_days(schedule, days[-1] + timedelta(days=1), rhythm)
    return days[:count]


def weekday_name(weekday: int) -> str:
    """Return the short name of an ISO weekday 1..7."""
    return QLocale().dayName(weekday, QLocale.FormatType.ShortFormat)


def day_words(day: date, form: str = "ddd d MMM") -> str:
    """Return a day with its weekday."""
    return QLocale().toString(qdate(day), form)


def plan_words(course: Course) -> str:
    """Return when the sessions of a course are planned, in words.

    Raises:
        DiaryError: the course holds a planned day that is none.
    """
    dates, weekdays = dates_and_weekdays(course)
    first = date_text(course.starts) if course.starts else ""
    if weekdays:
        names = ", ".join(weekday_name(weekday) for weekday in sorted(weekdays))
        said = translate("Plan", "Every {weekdays}, from {day} on.")
        said = said if first else translate("Plan", "Every {weekdays}.")
        return said.format(weekdays=names, day=first)
    if dates:
        said = translate("Plan", "Planned days: {count}. {days}.")
        return said.format(count=len(dates), days=", ".join(map(day_words, dates)))
    if course.interval_days:
        said = translate("Plan", "{days} days after each session, from {day} on.")
        said = said if first else translate("Plan", "{days} days after each session.")
        return said.format(days=course.interval_days, day=first)
    said = translate(
        "Plan",
        "As soon as clammy: when one of its regions is rated {least} or more after a session."
        " Source of the {least}: {source}; a convention for other regions.",
    )
    return said.format(least=DRY_BELOW, source=cited(CLAMMY_SOURCES))


def course_name(course: Course, names: Mapping[str, str]) -> str:
    """Return the name of a course; one without is called after its regions."""
    return course.name.strip() or proposed_name(course.regions, course.phase, names)


def proposed_name(regions: Sequence[str], phase: str, names: Mapping[str, str]) -> str:
    """Propose a name from the regions and the phase of a course."""
    if not regions:
        return ""
    where = ", ".join(names.get(region, region) for region in regions[:2])
    if len(regions) > 2:
        more = translate("Plan", "{regions} and {count} more")
        where = more.format(regions=where, count=len(regions) - 2)
    if phase in PHASES:
        named = translate("Plan", "{regions}: {phase}")
        where = named.format(regions=where, phase=translated("Phase", PHASES[phase]))
    return where[:NAME_LIMIT]


def planned_of(
    course: Course,
    courses: Sequence[Course],
    sessions: Sequence[Session],
    today: date,
    clammy: date | None,
    told: Told | None,
    ends_at: int,
    mine: Sequence[Session] | None = None,
) -> Planned:
    """Compute what a card says of a course; see PlanTab.show_state for the arguments.

    `mine` are the sessions that count for it, where `sessions_by_course` has found them already.
    """
    problem = unreadable(course)
    if problem:
        return Planned(course, today, problem=problem)
    if mine is None:
        readable = [each for each in courses if not unreadable(each)]
        mine = sessions_of(course, readable, sessions, ends_at)
    days = [session_day(each, ends_at) for each in mine]
    until = max([today, *dates_and_weekdays(course)[0]]) + LOOK_AHEAD
    judged = judge(min(days, default=None), days_treated(course, mine, ends_at), today, told)
    return Planned(
        course,
        today,
        appointments(course, mine, today, until, clammy, ends_at),
        next_due(course, mine, today, clammy, ends_at),
        done_of_planned(course, mine, date.min, today, today, ends_at),
        max(days, default=None),
        judged,
    )


def unreadable(course: Course) -> str:
    """Return in one sentence why the days of a course cannot be read, "" where they can."""
    try:
        dates_and_weekdays(course)
    except DiaryError as error:
        return sentence(error)
    return ""


def next_words(planned: Planned) -> str:
    """Return in one line what is next."""
    course, due, today = planned.course, planned.due, planned.today
    if planned.is_over and course.ends is not None:
        return translate("Plan", "Ended {day}").format(day=date_text(course.ends))
    if course.starts is not None and course.starts > today and due is None:
        return translate("Plan", "Begins {day}").format(day=_day_text(course.starts, today))
    if due is None and (course.planned_days or course.interval_days):
        return translate("Plan", "No further session is planned.")
    if due is None:
        said = translate("Plan", "Next: as soon as clammy. No region was rated {least} or more.")
        return said.format(least=DRY_BELOW)
    if due.why == "clammy":
        said = translate("Plan", "Due: a region was rated {least} or more on {day}")
        return said.format(least=DRY_BELOW, day=_day_text(due.day, today))
    if due.day == today:
        return translate("Plan", "Due today")
    since = translate("Plan", "Due since {day}")
    said = since if due.day < today else translate("Plan", "Next: {day}")
    return said.format(day=_day_text(due.day, today))


def done_words(planned: Planned) -> str:
    """Return how many sessions were done, of how many where some were planned."""
    done, of = planned.done
    extra = sum(each.state == "extra" for each in planned.found)
    course = planned.course
    if not course.planned_days and not course.interval_days:
        said = translate("Plan", "Done: {done}.")
    elif extra:
        said = translate(
            "Plan", "Done: {done} of {planned} planned until today, and {extra} extra."
        )
    else:
        said = translate("Plan", "Done: {done} of {planned} planned until today.")
    return said.format(done=done, planned=of, extra=extra)


def judged_words(planned: Planned) -> str:
    """Return whether a course can be judged yet; in maintenance only once it can be."""
    judged = planned.judged
    if judged is None or planned.is_over:
        return ""
    if planned.course.phase != "induction" and judged.kind in {"not_begun", "too_early"}:
        return ""
    return judged.sentence().said(translated)


def rhythm_words(course: Course) -> str:
    """Return the rhythm of a course in words: after a schedule, or one's own."""
    schedule = SCHEDULES.get(course.schedule or "")
    dates, weekdays = dates_and_weekdays(course)
    own = "" if dates and not weekdays else plan_words(course)
    if schedule is None:
        return own or translate("Plan", "On days of one's own.")
    named = translate("Plan", "After the schedule {name}. {rhythm} {own}").format(
        name=translated("Schedule", schedule.name),
        rhythm=schedule_words(schedule, course.phase),
        own=own,
    )
    return named.strip()


def sources_words(planned: Planned) -> str:
    """Return where the figures on a card were read."""
    lines = []
    schedule = SCHEDULES.get(planned.course.schedule or "")
    if schedule is not None:
        said = translate("Plan", "Source of the schedule: {source}.")
        lines.append(said.format(source=cited(schedule.sources)))
    if planned.judged is not None and judged_words(planned):
        said = translate("Plan", "Sources of the judgement: {source}.")
        lines.append(said.format(source=cited(planned.judged.sources)))
    return "\n".join(lines)


def place_of(planned: Planned) -> tuple[int, int, str]:
    """Return where a course stands: what runs, what is to come, what is over; late first."""
    starts = planned.course.starts or date.min
    to_come = starts > planned.today
    return (2 if planned.is_over else int(to_come)), -starts.toordinal(), planned.course.id


def _day_text(day: date, today: date) -> str:
    """Return a day with its weekday; its year only where it is another one."""
    return day_words(day, "dddd d MMMM" if day.year == today.year else "dddd d MMMM yyyy")
