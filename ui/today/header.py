"""The head of Today: which day is shown, the last days as dots, and what one press logs."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.today.day import DOTS, Day
from ui.today.dots import DayDots
from ui.widgets.layout import header, quiet, title
from ui.words import qdate


class DayHeader(QWidget):
    """Title, dots and the buttons that answer for a whole day; shows, and says what was pressed."""

    day_wanted = Signal(object)  # date
    state_chosen = Signal(object)  # key of terms.DAY_STATES, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Day | None = None
        self._title, self._counts = title(), quiet()
        self.earlier = self._day_button("\u2039", self.tr("The day before"), -1)
        self.later = self._day_button("\u203a", self.tr("The day after"), 1)
        self.back = QPushButton(self.tr("Today"))
        self.back.clicked.connect(self._go_to_today)
        self.calendar = QToolButton(text=self.tr("Choose a day"))
        self.calendar.clicked.connect(self._open_calendar)
        self.undo = QPushButton(self.tr("Undo"))
        days = (self.earlier, self.back, self.later, self.calendar, self.undo)
        self.dots = DayDots(DOTS)
        self.dots.chosen.connect(self.day_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(header(self._title, self._counts, *days))
        box.addLayout(self._answers())

    def show_day(self, shown: Day) -> None:
        """Show a day: its name, its dots, and what can be answered for the whole of it."""
        self._shown = shown
        day = shown.day
        self._title.setText(QLocale().toString(qdate(day), QLocale.FormatType.LongFormat))
        if shown.marks:
            self.dots.show_marks(shown.marks, day)
        self._allow(self.later, day < shown.today)
        self._allow(self.back, day != shown.today)
        self._allow(self.undo, shown.undo_title is not None)
        state = shown.context.state if shown.context else None
        for name, button in self._states.items():
            with QSignalBlocker(button):
                button.setChecked(state == name)
        forgotten = self._states["not_remembered"]
        # Of today nobody has to remember.
        forgotten.setVisible(day < shown.today or state == "not_remembered")
        self._allow(self.same, bool(shown.ghosts.keys() - shown.values.keys() - shown.left_out))
        self.same.setText(
            self.tr("Same as yesterday")
            if day == shown.today
            else self.tr("Same as the day before")
        )

    def show_counts(self, rated: int, listed: int, is_read: bool) -> None:
        """Say how many of my regions are rated, once the diary has told."""
        self._allow(self.dry, rated < listed and is_read)
        for button in self._states.values():
            self._allow(button, is_read and (not rated or button.isChecked()))
        if not is_read:
            self._counts.setText(" ")
            return
        self._counts.setText(
            self.tr("{rated} of {all} regions rated").format(rated=rated, all=listed)
            if listed
            else self.tr("Nothing is rated yet")
        )

    def _answers(self) -> QHBoxLayout:
        self.dry = QPushButton(self.tr("All dry"))
        self.dry.setToolTip(self.tr("0 for each of my regions that has no rating yet (D)"))
        self.same = QPushButton(self.tr("Same as the day before"))
        self.same.setMinimumWidth(self.same.sizeHint().width())  # of the longer of its two texts
        self.same.setToolTip(
            self.tr("Copy the day before, marked as copied, where there is no rating yet (Y)")
        )
        self._states = {
            "not_applicable": QPushButton(self.tr("Ill or away"), checkable=True),
            "not_remembered": QPushButton(self.tr("Don't remember"), checkable=True),
        }  # what is not always there comes last: the others keep their places
        row = QHBoxLayout()
        row.addWidget(self.dots)
        row.addSpacing(18)
        row.addWidget(self.dry)
        row.addWidget(self.same)
        for name, button in self._states.items():
            button.clicked.connect(
                lambda on, name=name: self.state_chosen.emit(name if on else None)
            )
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.dry, self.same, *self._states.values()):
            button.setFixedHeight(30)
        return row

    def _allow(self, button: QWidget, on: bool) -> None:
        """Let a button be pressed or not; the focus must not slip from it to the next one."""
        if not on and button.hasFocus():
            self.dots.dot_of(self._shown.day if self._shown else None).setFocus()
        button.setEnabled(on)

    def _day_button(self, text: str, name: str, days: int) -> QToolButton:
        button = QToolButton(text=text, toolTip=name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.go_by(days))
        return button

    def go_by(self, days: int) -> None:
        """Ask for the day that lies so many days later."""
        if self._shown is not None:
            self.day_wanted.emit(self._shown.day + timedelta(days=days))

    def _go_to_today(self) -> None:
        if self._shown is not None:
            self.day_wanted.emit(self._shown.today)

    def _open_calendar(self) -> None:
        """Offer any past day; a calendar is heavy to load and most days nobody opens it."""
        from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidgetAction

        if self._shown is None:
            return
        menu = QMenu(self.calendar)
        menu.aboutToHide.connect(menu.deleteLater)
        calendar = QCalendarWidget(menu, maximumDate=qdate(self._shown.today))
        calendar.setSelectedDate(qdate(self._shown.day))
        for chosen in (calendar.clicked, calendar.activated):  # by mouse, and by Enter
            chosen.connect(menu.close)
            chosen.connect(
                lambda day: self.day_wanted.emit(date(day.year(), day.month(), day.day()))
            )
        menu.aboutToShow.connect(lambda: QTimer.singleShot(0, calendar.setFocus))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.calendar.mapToGlobal(self.calendar.rect().bottomLeft()))
