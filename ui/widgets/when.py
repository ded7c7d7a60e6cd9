"""Fields for a day and a time of day: typed as one likes, refused in a sentence, never mended.

Qt's own field turns a typed 31 Nov into 3 Nov and says nothing.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from ui.words import date_text, qdate

YEARS_BACK = 50
"""A day longer ago is a slip of the finger; a convention, no source."""

LIST_MINUTES = 30
STEP_MINUTES = 5


def day_in(text: str) -> date | None:
    """Return the day that was typed: 22 Nov 2026, 22.11.2026, 2026-11-22, or as the locale has it.

    None where it is no day of the calendar; nothing is rounded to the nearest one.
    """
    words = re.fullmatch(r"\s*(\d{1,2})\W+([^\W\d]+)\W+(\d{4})\s*", text)
    numbers = re.fullmatch(r"\s*(\d+)\s*([./\s-])\s*(\d{1,2})\s*[./\s-]\s*(\d+)\s*", text)
    if words:
        return _calendar_day(words[3], _month(words[2]), words[1])
    if not numbers:
        return None
    first, second, third = numbers[1], numbers[3], numbers[4]
    if len(first) == 4:
        return _calendar_day(first, second, third)
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    if numbers[2] != "." and form.find("M") < form.find("d"):
        first, second = second, first
    if len(first) > 2 or len(third) not in (2, 4):
        return None
    return _calendar_day(third if len(third) == 4 else f"20{third}", second, first)


def time_in(text: str) -> time_of_day | None:
    """Return the time of day that was typed: 21:14, 21.14 or 2114; None where it is none."""
    found = re.fullmatch(r"\s*(\d{1,2})\s?[:.h]?\s?(\d{2})\s*", text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time_of_day(int(found[1]), int(found[2]))


class DayField(QWidget):
    """A day, typed or taken from a calendar; arrows up and down go a day on and back."""

    edited = Signal()  # by the person

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latest: date | None = None
        self.text = QLineEdit(maxLength=40)
        self.text.setAccessibleName(name)
        self.text.textEdited.connect(lambda _: self.edited.emit())
        self.text.editingFinished.connect(self._tidy)
        metrics = self.text.fontMetrics()
        self.text.setMinimumWidth(metrics.horizontalAdvance(date_text(date(2026, 11, 28)) + "MM"))
        self.calendar = QToolButton(text="\u25be")
        self.calendar.setAccessibleName(self.tr("{field}: calendar").format(field=name))
        self.calendar.setToolTip(self.tr("Choose in a calendar"))
        self.calendar.clicked.connect(self._open_calendar)
        for part in (self.text, self.calendar):
            part.setMinimumHeight(30)
        row = QHBoxLayout(self, spacing=2)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.calendar)
        self.setFocusProxy(self.text)

    @property
    def day(self) -> date | None:
        """The day that is shown, None where the text names none."""
        return day_in(self.text.text())

    def show_day(self, day: date, latest: date) -> None:
        """Show a day; the calendar ends at `latest`."""
        self._latest = latest
        self.text.setText(date_text(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day on or back."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        day = self.day
        if step is None or day is None or not date.min < day < date.max:
            super().keyPressEvent(event)
            return
        self._choose(day + timedelta(step))

    def _choose(self, day: date) -> None:
        self.text.setText(date_text(day))
        self.edited.emit()

    def _tidy(self) -> None:
        day = self.day
        if day is not None and day.year >= 1900:
            self.text.setText(date_text(day))

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        month = QCalendarWidget(menu)
        month.setSelectedDate(qdate(self.day or self._latest or date(2000, 1, 1)))
        if self._latest is not None:
            month.setMaximumDate(qdate(self._latest))

        def take(day: QDate) -> None:
            menu.close()
            self._choose(date(day.year(), day.month(), day.day()))

        month.clicked.connect(take)
        month.activated.connect(take)
        action = QWidgetAction(menu)
        action.setDefaultWidget(month)
        menu.addAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        month.setFocus()


class TimeBox(QComboBox):
    """A time of day, typed or taken from a list; arrows go five minutes on and back."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # the stubs forget that None is none
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setMinimumHeight(30)
        self.addItems([_clock(m // 60, m % 60) for m in range(0, 24 * 60, LIST_MINUTES)])
        line = QLineEdit()
        line.setAccessibleName(name)
        line.textEdited.connect(lambda _: self.edited.emit())
        self.setLineEdit(line)
        self.activated.connect(lambda _: self.edited.emit())

    @property
    def time(self) -> time_of_day | None:
        """The time that is shown, None where the text names none."""
        return time_in(self.currentText())

    def show_time(self, moment: time_of_day) -> None:
        """Show a time of day."""
        self.setEditText(_clock(moment.hour, moment.minute))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, after a click has put its cursor: what is typed takes its place."""
        super().focusInEvent(event)
        line = self.lineEdit()
        if line is not None:
            QTimer.singleShot(0, line, line.selectAll)

    def showPopup(self) -> None:
        """Open the list at the time that is shown."""
        super().showPopup()
        shown = self.time
        if shown is not None:
            row = (shown.hour * 60 + shown.minute) // LIST_MINUTES
            self.view().setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go five minutes on or back; Alt and an arrow open the list, as in every such box."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        shown = self.time
        if step is None or shown is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        minutes = shown.hour * 60 + shown.minute + step * STEP_MINUTES
        self.show_time(time_of_day(minutes // 60 % 24, minutes % 60))
        self.edited.emit()


class StartField(QWidget):
    """The day and time at which a session began, as a clock on the wall shows them."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DayField(self.tr("Start: day"))
        self.time = TimeBox(self.tr("Start: time"))
        self.day.edited.connect(self.edited)
        self.time.edited.connect(self.edited)
        row = QHBoxLayout(self, spacing=6)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.day, 1)
        row.addWidget(self.time)
        self.setFocusProxy(self.day.text)

    @property
    def moment(self) -> datetime | None:
        """The start without an offset, None where the fields name none."""
        day, clock = self.day.day, self.time.time
        return None if day is None or clock is None else datetime.combine(day, clock)

    def show_moment(self, moment: datetime, latest: date) -> None:
        """Show a start; seconds are not shown."""
        self.day.show_day(moment.date(), latest)
        self.time.show_time(moment.time())

    @property
    def texts(self) -> tuple[str, str]:
        """What stands in the two fields, whether it can be understood or not."""
        return self.day.text.text(), self.time.currentText()

    def show_texts(self, day: str, clock: str) -> None:
        """Show what stood in the two fields before."""
        self.day.text.setText(day)
        self.time.setEditText(clock)

    def refusal(self, now: datetime) -> tuple[str, QWidget] | None:
        """Return why the start cannot be, in one sentence, and the field to mend; None if it can.

        Args:
            now: the time on the same wall clock, without an offset.
        """
        why = day_refusal(self.day, now.date())
        if why:
            return why, self.day.text
        day_text, clock_text = self.texts
        moment = self.moment
        if moment is None:
            text = self.tr("\u201c{text}\u201d is no time of day. Write it like 19:30.")
            return text.format(text=clock_text), self.time
        if moment > now:
            text = self.tr("{day} {time} is in the future. Say when the session began.")
            return text.format(day=day_text, time=clock_text), self.time
        return None


def day_refusal(field: DayField, today: date) -> str:
    """Return in one sentence why a day that has been cannot be this one, "" where it can."""
    day, text = field.day, field.text.text().strip()
    if day is None:
        said = field.tr("\u201c{text}\u201d is no day of the calendar. Write it like {example}.")
        return said.format(text=text, example=date_text(today))
    if day > today:
        return field.tr("{day} is in the future. Check the day.").format(day=text)
    if day.year < today.year - YEARS_BACK:
        said = field.tr("{day} is more than {years} years ago. Check the year.")
        return said.format(day=text, years=YEARS_BACK)
    return ""


def _clock(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"


def _month(word: str) -> int:
    """Return the month that a word begins to name, in the window's language or English; or 0."""
    typed = word.casefold()
    for locale in (QLocale(), QLocale.c()):
        for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
            for month in range(1, 13):
                if len(typed) >= 3 and locale.monthName(month, form).casefold().startswith(typed):
                    return month
    return 0


def _calendar_day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
