"""The days of a course as weeks, each with a mark whose shape says what was planned and done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.analysis.plan import APPOINTMENTS, Appointment
from ui.look import Look, look_of
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, quiet
from ui.words import date_text, qdate, vocabulary

WEEKS, WEEKS_BACK = 5, 2
DAYS = 7
RADIUS = 5.0
_DAY = timedelta(days=1)
_WEEK = _DAY * DAYS


def state_words() -> dict[str, str]:
    """Return the states of a day by their names on the screen; nothing here blames."""
    not_done = QCoreApplication.translate("PlanStrip", "not done")
    return vocabulary("Appointment", APPOINTMENTS) | {"missed": not_done}


class PlanDay(QLabel):
    """One day: its number above the marks of its appointments."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = date.min
        self.states: tuple[str, ...] = ()
        self._is_today = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, states: Sequence[str], is_today: bool) -> None:
        """Show a day with keys of APPOINTMENTS, none where nothing was planned or done."""
        self.day, self.states, self._is_today = day, tuple(dict.fromkeys(states)), is_today
        words = state_words()
        said = ", ".join(words[state] for state in self.states) or self.tr("nothing planned")
        text = self.tr("{day}, today: {state}") if is_today else self.tr("{day}: {state}")
        name = text.format(day=QLocale().toString(qdate(day), "ddd d MMM"), state=said)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for a number and a mark; larger letters make it higher."""
        return QSize(44, max(38, self.fontMetrics().height() + 22))

    def minimumSizeHint(self) -> QSize:
        """Stay whole in a narrow window."""
        return QSize(32, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the day of the month, the marks below it, today's frame and the focus."""
        look = look_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_today:
            painter.setPen(QPen(QColor(look.line), 1))
            painter.setBrush(QColor(look.chosen))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        font = self.font()
        font.setBold(self._is_today)
        painter.setFont(font)
        painter.setPen(QColor(look.text if self.states else look.quiet))
        above = QRectF(0, 3, self.width(), self.height() - 22)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self._number())
        apart = 2 * RADIUS + 3
        left = self.width() / 2 - apart * (len(self.states) - 1) / 2
        for place, state in enumerate(self.states):
            draw_mark(painter, QPointF(left + apart * place, self.height() - 12), state, look)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _number(self) -> str:
        """Return the day of the month, with the month on its first day."""
        return QLocale().toString(qdate(self.day), "d MMM" if self.day.day == 1 else "d")


class PlanStrip(QWidget):
    """Some weeks around today; one tab stop, arrows go from day to day and beyond the edges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[date, list[str]] = {}
        self._today = self._begins = date.min
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._span = quiet()
        self.earlier = self._turner("\u2039", self.tr("Earlier weeks"))
        self.later = self._turner("\u203a", self.tr("Later weeks"))
        self.earlier.clicked.connect(lambda: self._begin_at(self._begins - _WEEK * (WEEKS - 1)))
        self.later.clicked.connect(lambda: self._begin_at(self._begins + _WEEK * (WEEKS - 1)))
        head = QHBoxLayout()
        head.addWidget(self._span, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        self.days = [PlanDay(self) for _ in range(DAYS * WEEKS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._grid())
        self._stop_at(self.days[0])

    def show_course(self, name: str, found: Sequence[Appointment], today: date) -> None:
        """Show the appointments of a course; the weeks stay where they were while today stays."""
        self.setAccessibleName(self.tr("Calendar of {course}").format(course=name))
        self._states = {}
        for each in found:
            self._states.setdefault(each.day, []).append(each.state)
        if today != self._today:
            self._today = today
            self._begins = _first_week(min(self._states, default=today), today)
            self._fill()
            self._stop_at(self.day_of(today) or self.days[0])
        else:
            self._fill()

    def day_of(self, day: date) -> PlanDay | None:
        """Return the cell of a day, None where its week is not shown."""
        return next((cell for cell in self.days if cell.day == day), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by day, by week or by page; Home goes to today."""
        cell = next((cell for cell in self.days if cell.hasFocus()), None)
        step = self._steps().get(Qt.Key(event.key()))
        if cell is not None and event.key() == Qt.Key.Key_Home:
            self._go_to(self._today)
        elif cell is not None and step is not None:
            self._go_to(cell.day + _DAY * step)
        else:
            super().keyPressEvent(event)

    def _steps(self) -> dict[Qt.Key, int]:
        on = -1 if self.isRightToLeft() else 1
        return {
            Qt.Key.Key_Left: -on,
            Qt.Key.Key_Right: on,
            Qt.Key.Key_Up: -DAYS,
            Qt.Key.Key_Down: DAYS,
            Qt.Key.Key_PageUp: -DAYS * (WEEKS - 1),
            Qt.Key.Key_PageDown: DAYS * (WEEKS - 1),
        }

    def _go_to(self, day: date) -> None:
        last = self._begins + _WEEK * WEEKS - _DAY
        if day < self._begins:
            self._begin_at(_week_of(day))
        elif day > last:
            self._begin_at(_week_of(day) - _WEEK * (WEEKS - 1))
        cell = self.day_of(day)
        if cell is None:
            return
        self._stop_at(cell)
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll_to(cell)

    def _scroll_to(self, cell: PlanDay) -> None:
        """Bring a day into view: by itself a scroll area follows the Tab key only."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(cell, 0, 20)

    def _begin_at(self, day: date) -> None:
        self._begins = day
        self._fill()

    def _fill(self) -> None:
        for place, cell in enumerate(self.days):
            day = self._begins + _DAY * place
            cell.show_day(day, self._states.get(day, ()), day == self._today)
        self._span.setText(
            self.tr("{first} to {last}").format(
                first=date_text(self.days[0].day), last=date_text(self.days[-1].day)
            )
        )

    def _stop_at(self, stop: PlanDay) -> None:
        """Make one day the tab stop of all."""
        for cell in self.days:
            clicked = Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell is stop else clicked)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(1)
        first = QLocale().firstDayOfWeek().value
        for column in range(DAYS):
            weekday = (first - 1 + column) % DAYS + 1
            name = quiet(QLocale().dayName(weekday, QLocale.FormatType.ShortFormat))
            grid.addWidget(name, 0, column, Qt.AlignmentFlag.AlignCenter)
            grid.setColumnStretch(column, 1)
        for place, cell in enumerate(self.days):
            grid.addWidget(cell, 1 + place // DAYS, place % DAYS)
        return grid

    def _turner(self, text: str, name: str) -> QToolButton:
        # By keyboard the arrows do the same: no stop of its own.
        button = QToolButton(text=text, focusPolicy=Qt.FocusPolicy.NoFocus)
        button.setMinimumSize(FINGER, FINGER)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button


class Legend(QWidget):
    """What each mark means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self, across=14)
        for state, word in state_words().items():
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(_Mark(state))
            row.addWidget(quiet(word))
            flow.addWidget(pair)


class _Mark(QWidget):
    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, QPointF(8, 8), self._state, look_of(self.palette()))
        painter.end()


def draw_mark(painter: QPainter, at: QPointF, state: str, look: Look) -> None:
    """Draw the mark of a state: ring, ring with a dot, tick on a disc, crossed ring, plus."""
    radius, ink = RADIUS, QColor(look.text)
    whole = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.4))
    match state:
        case "done":
            painter.setBrush(ink)
            painter.drawEllipse(whole)
            painter.setPen(QPen(QColor(look.card), 1.6))
            corners = ((-2.6, 0.2), (-0.7, 2.2), (2.7, -2.0))
            painter.drawPolyline([at + QPointF(x, y) for x, y in corners])
        case "due":
            painter.setPen(QPen(ink, 1.8))
            painter.drawEllipse(whole)
            painter.setBrush(ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(at, 2.4, 2.4)
        case "missed":
            painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DotLine))
            painter.drawEllipse(whole)
            painter.setPen(QPen(ink, 1.4))
            painter.drawLine(at - QPointF(2.6, 0), at + QPointF(2.6, 0))
        case "extra":
            painter.setPen(QPen(ink, 2.2))
            painter.drawLine(at - QPointF(4.5, 0), at + QPointF(4.5, 0))
            painter.drawLine(at - QPointF(0, 4.5), at + QPointF(0, 4.5))
        case _:
            painter.drawEllipse(whole)


def _week_of(day: date) -> date:
    """Return the first day of the week of a day, as the locale counts weeks."""
    return day - _DAY * ((day.isoweekday() - QLocale().firstDayOfWeek().value) % DAYS)


def _first_week(first: date, today: date) -> date:
    """Return where the calendar begins: two weeks back at most, later where the plan is later."""
    earliest = _week_of(today) - _WEEK * WEEKS_BACK
    if first > today + _WEEK * WEEKS:
        return _week_of(first)
    return max(earliest, min(_week_of(first), _week_of(today)))
