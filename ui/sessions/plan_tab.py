"""The plan: courses with their calendars, what is due next, and how to be reminded of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.analysis.planned import dates_and_weekdays
from model.catalog.terms import PHASES
from ui.sessions.event_dialog import Sides
from ui.sessions.one_dialog import OneDialog
from ui.sessions.plan_reminders import Reminders
from ui.sessions.plan_strip import Legend, PlanStrip
from ui.sessions.plan_words import (
    Planned,
    course_name,
    done_words,
    judged_words,
    next_words,
    place_of,
    planned_of,
    rhythm_words,
    sources_words,
)
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, Card, Column, heading, quiet
from ui.words import translated

if TYPE_CHECKING:
    from model.analysis.judgement import Told
    from model.records.rules import Record
    from model.records.treatment import Course, Session
    from ui.sessions.one_dialog import Dialog
    from ui.widgets.entries import EntryDialog

BESIDE = 620
"""Points from which the calendar stands beside the words."""


class PlanTab(QWidget):
    """A card for each course above the reminders; whoever stores what it tells shows it again."""

    put = Signal(object)  # a Course, new or changed
    removed = Signal(object)  # a Course
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._names: Mapping[str, str] = {}
        self.cards: dict[str, CourseCard] = {}
        self._order: list[str] = []
        self._dialogs = OneDialog(self)
        self.state = quiet()
        self.state.setWordWrap(True)
        self.new_course = QPushButton(self.tr("New course\u2026"), minimumHeight=32)
        self.new_course.clicked.connect(lambda: self._edit(None))
        self.legend = Legend()
        self.reminders = Reminders()
        self.reminders.export.clicked.connect(self.export_wanted)
        head = QHBoxLayout()
        head.addWidget(self.state, 1)
        head.addWidget(self.new_course)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addLayout(head)
        self._inside.addWidget(self.legend)
        self._courses = QVBoxLayout()
        self._inside.addLayout(self._courses)
        self._inside.addWidget(self.reminders)
        self._inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Column(inside))
        self._show_whether_any()

    @property
    def dialog(self) -> Dialog | None:
        """The dialog that is open."""
        return self._dialogs.shown

    def show_state(
        self,
        courses: Sequence[Course],
        sessions: Sequence[Session],
        names: Mapping[str, str],
        today: date,
        clammy: Mapping[str, date | None],
        told: Mapping[str, Told],
        ends_at: int,
    ) -> None:
        """Show the courses: those that run, then those to come, then those that are over.

        Args:
            courses: all of the diary.
            sessions: all of the diary, in any order.
            names: of regions.
            today: the patient's day.
            clammy: course id -> first day not dry after its last session.
            told: course id -> whether its regions sweat less, and than when.
            ends_at: hour at which the patient's day ends.
        """
        self._today, self._names = today, names
        self._show_cards(
            sorted(
                (
                    planned_of(
                        course,
                        courses,
                        sessions,
                        today,
                        clammy.get(course.id),
                        told.get(course.id),
                        ends_at,
                    )
                    for course in courses
                ),
                key=place_of,
            )
        )

    def stored(self, record: Record | None = None) -> None:
        """Close the dialog whose entry `record` is in the diary; None for what it sent last."""
        self._dialogs.stored(record)

    def may_press_again(self) -> None:
        """Let OK be pressed again after a refusal; what was typed stays."""
        self._dialogs.may_press_again()

    def _show_cards(self, found: Sequence[Planned]) -> None:
        order = [each.course.id for each in found]
        lost = self._drop([id_ for id_ in self.cards if id_ not in order])
        for place, each in enumerate(found):
            one = self.cards.get(each.course.id) or self._make(each.course.id)
            one.show_planned(each, course_name(each.course, self._names), self._names)
            if self._courses.indexOf(one) != place:
                self._courses.insertWidget(place, one)
        if order != self._order:
            self._order = order
            self._order_tabs()
        self._show_whether_any()
        if lost is not None:
            cards = [self.cards[id_] for id_ in order]
            (cards[min(lost, len(cards) - 1)].edit if cards else self.new_course).setFocus()

    def _drop(self, gone: Sequence[str]) -> int | None:
        """Take cards away; return the place of the one that had the focus."""
        lost = None
        for id_ in gone:
            one = self.cards.pop(id_)
            if one.isAncestorOf(QApplication.focusWidget() or self):
                lost = self._courses.indexOf(one)
            self._courses.removeWidget(one)
            one.hide()
            one.deleteLater()
        return lost

    def _order_tabs(self) -> None:
        """Let Tab follow the cards as they stand, whichever was made first."""
        stops = [stop for id_ in self._order for stop in self.cards[id_].stops]
        for one, other in pairwise((self.new_course, *stops, *self.reminders.stops)):
            QWidget.setTabOrder(one, other)

    def _make(self, id_: str) -> CourseCard:
        one = self.cards[id_] = CourseCard()
        one.edit.clicked.connect(lambda: self._edit(one.planned.course))
        one.move_one.clicked.connect(lambda: self._move(one.planned))
        one.end.clicked.connect(lambda: self.put.emit(one.planned.ended()))
        one.delete.clicked.connect(lambda: self.removed.emit(one.planned.course))
        return one

    def _show_whether_any(self) -> None:
        self.state.setText(
            self.tr("Done, planned and what is next, course by course.")
            if self.cards
            else self.tr(
                "No course is planned. A course says on which days sessions are meant to be and"
                " shows which of them were done."
            )
        )
        self.legend.setVisible(bool(self.cards))
        self.reminders.setVisible(bool(self.cards))

    def _edit(self, course: Course | None) -> None:
        from ui.sessions.course_dialog import CourseDialog

        if self._today is not None:
            self._open(CourseDialog(self._today, self._names, course, self))

    def _move(self, planned: Planned) -> None:
        from ui.sessions.course_dialog import MoveDialog

        self._open(MoveDialog(planned.course, planned.movable, planned.today, self))

    def _open(self, dialog: EntryDialog) -> None:
        self._dialogs.open(dialog)
        dialog.entered.connect(self.put)


class CourseCard(Card):
    """One course: its calendar beside what is next, what was done and what can be said of it."""

    planned: Planned

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.where = heading(), quiet()
        self.strip = PlanStrip()
        self.next, self.done, self.judged = heading(), QLabel(), QLabel()
        self.rhythm, self.sources = quiet(), quiet()
        self.move_one, self.edit = QPushButton(), QPushButton()
        self.end, self.delete = QPushButton(), QPushButton()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        for label in (self.next, self.done, self.judged, self.rhythm, self.sources):
            column.addWidget(label)
        for label in (self.name, self.where, *words.findChildren(QLabel)):
            label.setWordWrap(True)
        column.addStretch(1)
        buttons = QWidget()
        flow = Flow(buttons, across=8, down=6)
        for button in (self.move_one, self.edit, self.end, self.delete):
            button.setMinimumHeight(FINGER)
            flow.addWidget(button)
        self.sides = Sides(self.strip, words, BESIDE)
        for part in (self.name, self.where, self.sides, buttons):
            self.box.addWidget(part)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes to, in this order."""
        return (*self.strip.days, self.move_one, self.edit, self.end, self.delete)

    def show_planned(self, planned: Planned, name: str, names: Mapping[str, str]) -> None:
        """Show a course."""
        self.planned, course = planned, planned.course
        self.name.setText(name)
        regions = ", ".join(names.get(region, region) for region in course.regions)
        phase = translated("Phase", PHASES[course.phase])
        phase = phase[:1].upper() + phase[1:]
        self.where.setText(self.tr("{phase}: {regions}").format(phase=phase, regions=regions))
        self.strip.show_course(name, planned.found, planned.today)
        focused = QApplication.focusWidget()
        self.strip.setVisible(not planned.problem and not planned.is_over)
        texts = {
            self.next: planned.problem or next_words(planned),
            self.done: "" if planned.problem else done_words(planned),
            self.judged: judged_words(planned),
            self.rhythm: "" if planned.problem else rhythm_words(course),
            self.sources: sources_words(planned),
        }
        for label, text in texts.items():
            label.setText(text)
            label.setVisible(bool(text))
        self._name_buttons(name)
        self.move_one.setVisible(_can_move(planned))
        self.end.setVisible(planned.can_end and not planned.problem)
        gone = focused is not None and self.isAncestorOf(focused)
        if focused is not None and gone and not focused.isVisibleTo(self):
            self.edit.setFocus()  # by itself the focus would go on to Delete

    def _name_buttons(self, name: str) -> None:
        for button, text, says in (
            (self.move_one, self.tr("Move a session\u2026"), self.tr("Move a session: {course}")),
            (self.edit, self.tr("Edit\u2026"), self.tr("Edit: {course}")),
            (self.end, self.tr("End course"), self.tr("End course: {course}")),
            (self.delete, self.tr("Delete"), self.tr("Delete: {course}")),
        ):
            button.setText(text)
            button.setAccessibleName(says.format(course=name))


def _can_move(planned: Planned) -> bool:
    """Tell whether a session can be moved: weekdays that go on without an end are no single days.

    See model.analysis.planned.moved.
    """
    if planned.problem or planned.is_over or not planned.movable:
        return False
    course = planned.course
    endless = course.starts is None or course.ends is None
    return not (endless and dates_and_weekdays(course)[1])
