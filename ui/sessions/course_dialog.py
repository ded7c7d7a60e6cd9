"""The dialogs for a course: which regions, which rhythm from when on, and moving one session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget

from model.analysis.planned import (
    UNTIL_DRY_SESSIONS,
    dates_and_weekdays,
    induction_days,
    moved,
)
from model.catalog.terms import PHASES, WEEKDAYS
from model.catalog.treatments import SCHEDULES, Schedule
from model.records.errors import DiaryError
from model.records.rules import NAME_LIMIT, NOTE_LIMIT
from model.records.treatment import Course, refuse_forbidden
from model.text import QT_TRANSLATE_NOOP
from ui.sessions.event_dialog import (
    DayField as OptionalDay,
)
from ui.sessions.event_dialog import (
    RegionsEntryDialog,
    RegionTicks,
    refuse_backwards,
)
from ui.sessions.plan_words import (
    cited,
    day_words,
    laid_out,
    plan_words,
    proposed_name,
    schedule_words,
    weekday_name,
)
from ui.widgets.choice import ChoiceButton, Flow
from ui.widgets.entries import EntryDialog, choice
from ui.widgets.layout import FINGER, quiet
from ui.widgets.region_rows import Box
from ui.widgets.when import DayField
from ui.words import date_text, sentence, translated, vocabulary

if TYPE_CHECKING:
    pass

OWN = "own"
"""In the list of schedules: a rhythm of one's own."""

MOST_SESSIONS = 99
"""Room in the field, no dose."""

AHEAD = timedelta(days=731)
"""How far the calendars of the fields reach."""

translate = QCoreApplication.translate


class Weekdays(QWidget):
    """The days of the week, each to be ticked."""

    def __init__(self, changed: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[int, ChoiceButton] = {}
        flow = Flow(self)
        first = QLocale().firstDayOfWeek().value
        for weekday in ((first - 1 + place) % 7 + 1 for place in range(7)):
            button = ChoiceButton(weekday_name(weekday))
            button.setCheckable(True)
            button.setAccessibleName(QLocale().dayName(weekday))
            button.toggled.connect(lambda _: changed())
            flow.addWidget(button)
            self.buttons[weekday] = button
        self.setFocusProxy(next(iter(self.buttons.values())))

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ISO weekdays that are ticked."""
        return tuple(sorted(day for day, button in self.buttons.items() if button.isChecked()))

    def show_days(self, weekdays: frozenset[int]) -> None:
        """Tick these ISO weekdays."""
        for day, button in self.buttons.items():
            button.setChecked(day in weekdays)


class CourseDialog(RegionsEntryDialog):
    """Asks for a course and shows its days before OK; `entered`: a Course."""

    def __init__(
        self,
        today: date,
        names: Mapping[str, str],
        course: Course | None = None,
        parent: QWidget | None = None,
    ) -> None:
        ticks = RegionTicks(
            translate("Plan", "Regions of this course"), names, course.regions if course else ()
        )
        super().__init__(ticks, parent)
        self.setWindowTitle(self.tr("Course"))
        self._names, self._course, self._today = names, course, today
        self._opened: tuple[Any, ...] | None = None
        self._make_fields()
        self._lay_out()
        if course is not None:
            self._fill(course)
            self._opened = self._inputs()
        ticks.tree.ticked.connect(lambda *_: self._propose())
        self._connect()
        self._propose()
        self._look()
        self.ok.setEnabled(True)  # what is missing is said, not guessed from a grey button
        self.phase.setFocus()

    def record(self) -> Course:
        """Return the course; the days of one that is edited stay unless its rhythm changed."""
        if not self.ticks.regions:
            raise DiaryError(QT_TRANSLATE_NOOP("DiaryError", "Tick the regions of this course."))
        refuse_forbidden(self.ticks.regions)
        if not self.phase.currentData():
            raise DiaryError(QT_TRANSLATE_NOOP("DiaryError", "Choose a phase."))
        return self._planned()

    def _planned(self) -> Course:
        """Return the course as far as it has been said; the preview needs no regions."""
        values: dict[str, Any] = {
            "name": self.name.text().strip(),
            "regions": self.ticks.regions,
            "phase": self.phase.currentData(),
            "note": self.note.text(),
            "ends": self.last.day,
        }
        old = self._course
        if old is None or self._inputs() != self._opened:
            values |= self._plan()
        refuse_backwards(values.get("starts"), values["ends"])
        return Course(**values) if old is None else replace(old, **values)

    def _plan(self) -> dict[str, Any]:
        """Return the rhythm that was asked for; raises DiaryError where something is missing."""
        first, key = self.first.day, self.schedule.currentData()
        if not key:
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "Choose a schedule, or a rhythm of your own.")
            )
        if first is None:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "'{day}' is no day of the calendar. Write it like {example}."
                ),
                day=self.first.text.text().strip(),
                example=date_text(self._today),
            )
        plan: dict[str, Any] = {"schedule": None if key == OWN else key, "starts": first}
        plan |= {"planned_days": (), "interval_days": None}
        if self._by_schedule():
            days = laid_out(SCHEDULES[key], first, self.weekdays.chosen, self.count.value())
            return plan | {
                "starts": days[0],
                "planned_days": tuple(day.isoformat() for day in days),
            }
        return plan | self._own_plan()

    def _own_plan(self) -> dict[str, Any]:
        rhythm, old = self.rhythm.currentData(), self._course
        if rhythm == "kept" and old is not None:
            return {"planned_days": old.planned_days, "interval_days": old.interval_days}
        if rhythm == "weekdays":
            if not self.weekdays.chosen:
                raise DiaryError(QT_TRANSLATE_NOOP("DiaryError", "Choose at least one weekday."))
            return {"planned_days": tuple(WEEKDAYS[day - 1] for day in self.weekdays.chosen)}
        if rhythm == "interval":
            if not self.interval.value():
                raise DiaryError(
                    QT_TRANSLATE_NOOP(
                        "DiaryError", "Say how many days after a session the next one is."
                    )
                )
            return {"interval_days": self.interval.value()}
        if rhythm == "clammy":
            return {}
        raise DiaryError(QT_TRANSLATE_NOOP("DiaryError", "Choose a rhythm."))

    def _make_fields(self) -> None:
        course = self._course
        schedules = {each.id: translated("Schedule", each.name) for each in SCHEDULES.values()}
        rhythms = {
            "weekdays": self.tr("On days of the week"),
            "interval": self.tr("Some days after each session"),
            "clammy": self.tr("As soon as clammy"),
        }
        if course is not None and course.planned_days:
            rhythms["kept"] = self.tr("The days as they are")
        self.name = QLineEdit(maxLength=NAME_LIMIT)
        self.phase = choice(self.tr("Choose a phase"), vocabulary("Phase", PHASES))
        own = self.tr("A rhythm of my own")
        self.schedule = choice(self.tr("Choose a schedule"), schedules | {OWN: own})
        self.fact, self.preview = quiet(), QLabel()
        self.rhythm = choice(self.tr("Choose a rhythm"), rhythms)
        self.first = DayField(self.tr("First day"))
        self.first.show_day(self._today, self._today + AHEAD)
        self.weekdays = Weekdays(self._look)
        self.count = QSpinBox(minimum=1, maximum=MOST_SESSIONS)
        self.interval = QSpinBox(minimum=0, maximum=366, specialValueText="\u2013")
        self.last = OptionalDay(self.tr("Last day"), self.tr("Ends on"), self._today)
        self.note = QLineEdit(maxLength=NOTE_LIMIT)
        for label in (self.fact, self.preview):
            label.setWordWrap(True)

    def _lay_out(self) -> None:
        self._add(self.tr("&Phase"), self.phase)
        self._add(self.tr("&Schedule"), self.schedule)
        self.form.addRow(self.fact)
        self._add(self.tr("&Rhythm"), self.rhythm)
        self._add(self.tr("&First day"), self.first)
        self._add(self.tr("&Weekdays"), self.weekdays)
        self._add(self.tr("S&essions"), self.count)
        self._add(self.tr("&Days between"), self.interval)
        self._add_day(self.tr("&Last day"), self.last)
        self._add(self.tr("&Name"), self.name)
        self._add(self.tr("N&ote"), self.note)
        self.form.addRow(self.preview)
        self._tab_on_from(self.note)

    def _connect(self) -> None:
        self.phase.currentIndexChanged.connect(self._take_schedule)
        self.schedule.currentIndexChanged.connect(self._take_schedule)
        self.rhythm.currentIndexChanged.connect(self._look)
        self.first.edited.connect(self._look)
        self.count.valueChanged.connect(self._look)
        self.interval.valueChanged.connect(self._look)
        self.last.box.toggled.connect(self._look)
        self.last.date.edited.connect(self._look)
        self._named = bool(self._course and self._course.name)
        self.name.textEdited.connect(self._keep_name)

    def _fill(self, course: Course) -> None:
        self.name.setText(course.name)
        self.note.setText(course.note)
        self.phase.setCurrentIndex(max(0, self.phase.findData(course.phase)))
        self.schedule.setCurrentIndex(max(1, self.schedule.findData(course.schedule or OWN)))
        dates, weekdays = _read(course)
        first = course.starts or next(iter(dates), self._today)
        self.first.show_day(first, self._today + AHEAD)
        self.last.show_day(course.ends)
        only_weekdays = weekdays and not dates
        kept = "kept" if course.planned_days else "interval" if course.interval_days else "clammy"
        rhythm = "weekdays" if only_weekdays else kept
        self.rhythm.setCurrentIndex(self.rhythm.findData(rhythm))
        self.weekdays.show_days(weekdays if only_weekdays else _picked(course, dates))
        self.count.setValue(len(dates) or 1)
        self.interval.setValue(course.interval_days or 0)

    def _inputs(self) -> tuple[Any, ...]:
        """Return all on which the days depend."""
        fields = (self.schedule.currentData(), self.rhythm.currentData(), self.first.text.text())
        numbers = (self.weekdays.chosen, self.count.value(), self.interval.value())
        return (*fields, *numbers, self.phase.currentData() == "induction")

    def _by_schedule(self) -> bool:
        induction = self.phase.currentData() == "induction"
        return induction and self.schedule.currentData() in SCHEDULES

    def _take_schedule(self) -> None:
        """Take the number of sessions that the source of the chosen schedule names."""
        if self._by_schedule():
            schedule = SCHEDULES[self.schedule.currentData()]
            self.count.setValue(len(induction_days(schedule, self._today)))
        self._propose()
        self._look()

    def _propose(self) -> None:
        if not self._named:
            regions, phase = self.ticks.regions, self.phase.currentData()
            self.name.setText(proposed_name(regions, phase, self._names))

    def _keep_name(self, text: str) -> None:
        self._named = bool(text.strip())

    def _look(self) -> None:
        """Ask what the rhythm needs and show what comes of it."""
        key, phase = self.schedule.currentData(), self.phase.currentData()
        by_schedule = self._by_schedule()
        own = bool(key and phase) and not by_schedule
        rhythm = self.rhythm.currentData() if own else ""
        free = by_schedule and not SCHEDULES[key].days
        show = self.form.setRowVisible
        show(self.rhythm, own)
        show(self.weekdays, free or rhythm == "weekdays")
        show(self.count, free)
        show(self.interval, rhythm == "interval")
        show(self.last, bool(rhythm) or self.last.day is not None)
        self.fact.setText(_fact(SCHEDULES[key], phase) if phase and key in SCHEDULES else "")
        show(self.fact, bool(self.fact.text()))
        self.preview.setText(self._preview() if by_schedule or rhythm else "")
        show(self.preview, bool(self.preview.text()))
        self.problem.setVisible(False)
        self._fit()

    def _preview(self) -> str:
        try:
            return plan_words(self._planned())
        except DiaryError as error:
            return sentence(error)


class MoveDialog(EntryDialog):
    """Asks which planned session is moved to which day; `entered`: the Course with new days."""

    def __init__(
        self, course: Course, days: Sequence[date], today: date, parent: QWidget | None = None
    ) -> None:
        """Offer `days`, the planned ones on which nothing was done."""
        super().__init__(translate("Plan", "Move a session"), parent)
        self._course, self._today = course, today
        offered = {day.isoformat(): day_words(day, "ddd d MMM yyyy") for day in days}
        self.day = choice(self.tr("Choose a session"), offered)
        self.to = DayField(self.tr("New day"))
        self.rest = Box(self.tr("Move the &later ones by as many days"))
        self.rest.setMinimumHeight(FINGER)
        self._add(self.tr("&Session"), self.day)
        self._add(self.tr("&New day"), self.to)
        self.form.addRow(self.rest)
        self.day.currentIndexChanged.connect(self._take_day)
        self._take_day()
        self.day.setFocus()

    def record(self) -> Course:
        """Return the course with its session moved; the others stay unless that is ticked."""
        day, to = date.fromisoformat(self.day.currentData()), self.to.day
        if to is None or to == day:
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "Say to which other day, like {example}."),
                example=date_text(day + timedelta(days=1)),
            )
        return moved(self._course, day, to, self.rest.isChecked())

    def _take_day(self) -> None:
        chosen = self.day.currentData()
        self.ok.setEnabled(bool(chosen))
        self.to.setEnabled(bool(chosen))
        if chosen:
            self.to.show_day(date.fromisoformat(chosen), self._today + AHEAD)


def _fact(schedule: Schedule, phase: str) -> str:
    said = translate("Plan", "{words} Source: {source}.")
    text = said.format(words=schedule_words(schedule, phase), source=cited(schedule.sources))
    if phase != "induction" or schedule.days or any(schedule.sessions):
        return text
    said = translate(
        "Plan",
        "{fact} Laid out at first: {count} sessions, the most that it took until dry in {source};"
        " change that as you like.",
    )
    count, sources = UNTIL_DRY_SESSIONS.value, cited(UNTIL_DRY_SESSIONS.sources)
    return said.format(fact=text, count=count, source=sources)


def _picked(course: Course, dates: Sequence[date]) -> frozenset[int]:
    """Return the weekdays on which a course by a schedule lies, as far as the schedule has them."""
    schedule = SCHEDULES.get(course.schedule or "")
    days = frozenset(day.isoweekday() for day in dates)
    fits = schedule is not None and not schedule.days and len(days) <= schedule.per_week[1]
    return days if fits else frozenset()


def _read(course: Course) -> tuple[tuple[date, ...], frozenset[int]]:
    """Return dates and weekdays, none where a file brought in something that is neither."""
    try:
        return dates_and_weekdays(course)
    except DiaryError:
        return (), frozenset()
