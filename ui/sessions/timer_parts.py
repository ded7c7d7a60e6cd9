"""What the timer's card is made of: time left, bar of both halves, words of a cue, the fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from model.records.treatment import MINUTES_LIMIT
from ui.look import look_of
from ui.sessions.form_fields import StatedAmount
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, named
from ui.widgets.wheel import WheelGuard
from ui.words import date_text

BAR = 12  # points
TIME_LEFT = 2.2
"""Times as large as other letters."""


class Button(QPushButton):
    """A button that takes a double click for one press: two would pause and go on again."""

    def __init__(
        self, text: str, pressed: Callable[[], None], name: str = "", also: str = ""
    ) -> None:
        """Show `text`, with room for what it may say `also`, and call `pressed`."""
        super().__init__(text)
        self._texts = (text, also)
        if name:
            named(self, name)
        self.clicked.connect(pressed)

    def sizeHint(self) -> QSize:
        """Ask for the same room whatever it says, with the focus or without it."""
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(text) for text in self._texts)
        return QSize(width + 30, max(FINGER, metrics.height() + 14))

    def minimumSizeHint(self) -> QSize:
        """Never cut the text off."""
        return self.sizeHint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave the second press out."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out what a key that is held down repeats."""
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


class TimeLeft(QLabel):
    """The time left in large digits; it is told when it is reached by Tab, and again by Space.

    Its name for a screen reader is set when it is asked for and once a minute: each change of a
    name may be read out.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * TIME_LEFT)
        font.setBold(True)
        self.setFont(font)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Press Space to have the time left read out"))
        self.setMargin(3)  # room for the frame
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00:00") + 6)
        self._seconds: int | None = None
        self.setText("\u2013")
        self._rename()

    @property
    def said(self) -> str:
        """The time left in words."""
        if self._seconds is None:
            return self.tr("Time left: not set")
        minutes, seconds = divmod(self._seconds, 60)
        return self.tr("Time left: {minutes} min {seconds} s").format(
            minutes=minutes, seconds=seconds
        )

    def show_seconds(self, seconds: int | None) -> None:
        """Show a time, None as a dash."""
        if seconds == self._seconds:
            return
        self._seconds = seconds
        shown = "\u2013" if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"
        self.setText(shown)
        if not seconds or (seconds % 60 == 0 and not self.hasFocus()):
            self._rename()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the right name before it is read, and a frame."""
        self._rename()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the time on demand."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._rename()
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show by a frame that it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(look_of(self.palette()).accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _rename(self) -> None:
        if self.accessibleName() != self.said:
            self.setAccessibleName(self.said)


class HalvesBar(QWidget):
    """How much of the time is done, with a mark where the polarity is switched.

    No QProgressBar: that one tells a screen reader of each step, and has no mark.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.done, self.mark = 0.0, 0.0

    def show_share(self, done: float, mark: float = 0.0) -> None:
        """Show the share 0..1 that is done, and the share at which the switch is due, 0 = none."""
        if (done, mark) != (self.done, self.mark):
            self.done, self.mark = done, mark
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for a thin line."""
        return QSize(120, BAR)

    def minimumSizeHint(self) -> QSize:
        """Stay visible."""
        return QSize(60, BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is done in the direction of reading."""
        look = look_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(QColor(look.page))
        painter.drawRoundedRect(whole, 3, 3)
        filled = QRectF(whole)
        filled.setWidth(whole.width() * min(1.0, self.done))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent))
        painter.drawRoundedRect(filled, 3, 3)
        if self.mark:
            across = whole.left() + whole.width() * self.mark
            painter.fillRect(QRectF(across - 2.5, 0, 5, self.height()), QColor(look.card))
            painter.fillRect(QRectF(across - 1, 0, 2, self.height()), QColor(look.text))


class CueWords(QLabel):
    """The words of a cue or a hint, with room for the longest, so that nothing moves below."""

    def __init__(self, longest: Iterable[str]) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        named(self, "cue")
        self.setMargin(3)
        self._longest = tuple(longest)

    def say(self, text: str, loud: bool = False) -> None:
        """Show a text; a loud one in bold."""
        font = self.font()
        font.setBold(loud)
        self.setFont(font)
        self.setText(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the longest text in bold."""
        font = self.font()
        font.setBold(True)
        room = QRect(0, 0, max(1, width - 2 * self.margin()), 10_000)
        metrics = QFontMetrics(font)
        heights = (
            metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
            for text in (*self._longest, self.text())
        )
        return max(heights) + 2 * self.margin()

    def minimumSizeHint(self) -> QSize:
        """Take little width; the height follows from it."""
        return QSize(120, super().minimumSizeHint().height())


class SwitchAfter(StatedAmount):
    """After how many minutes the polarity is switched, or that it is not."""

    def __init__(self, unit: str) -> None:
        super().__init__(1, 1, unit)
        self._nothing = self.tr("no switch")
        self.setSpecialValueText(self._nothing)
        self._describe()


class TimesFields(QObject):
    """The minutes and the switch, to be looked at before the start; each with its label."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        unit = self.tr(" min")
        self.minutes, self.switch_after = StatedAmount(1, 1, unit), SwitchAfter(unit)
        self._proposing = False
        self._guard = WheelGuard(self)
        self._guard.guard(self.minutes, self.switch_after)
        self.pairs = (
            self._pair(self.tr("Run for"), self.tr("Timer: minutes"), self.minutes),
            self._pair(self.tr("Switch after"), self.tr("Timer: switch after"), self.switch_after),
        )

    def _pair(self, name: str, said: str, field: StatedAmount) -> QWidget:
        label = QLabel(name, textFormat=Qt.TextFormat.PlainText)
        label.setBuddy(field)
        field.setAccessibleName(said)
        field.valueChanged.connect(self._tell)
        pair = QWidget()
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(field)
        return pair

    def propose(self, minutes: float | None, switch_after: float | None) -> None:
        """Show times without telling of a change."""
        self._proposing = True
        self.minutes.show_amount(minutes)
        self.switch_after.show_amount(switch_after)
        self._proposing = False

    @property
    def refusal(self) -> str:
        """Why these times cannot be run, "" where they can."""
        minutes, after = self.minutes.amount, self.switch_after.amount
        if minutes is None or not 0 < minutes <= MINUTES_LIMIT:
            return self.tr(
                "Say how many minutes it is to run: more than 0, at most {most}."
            ).format(most=MINUTES_LIMIT)
        if after is not None and not 0 < after < minutes:
            return self.tr("The switch has to come after the start and before the time is over.")
        return ""

    def _tell(self) -> None:
        if not self._proposing:
            self.changed.emit()


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text at once."""
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def line_of(*parts: QWidget) -> QWidget:
    """Lay parts out side by side, in as many lines as the width asks for."""
    line = QWidget()
    flow = Flow(line, across=8, down=4)
    for part in parts:
        flow.addWidget(part)
    return line


def clock_text(at: datetime, now: datetime) -> str:
    """Return the time of the day, with the date where it was not today."""
    clock = at.strftime("%H:%M")
    return clock if at.date() == now.date() else f"{date_text(at.date())}, {clock}"
