"""Where a press does no harm: a button that takes two for one, a heading that has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton

from ui.look import look_of
from ui.widgets.layout import FINGER


class PlainButton(QPushButton):
    """A button that a double click presses once: what moved under the hand is not meant."""

    def __init__(self, text: str = "", checkable: bool = False) -> None:
        super().__init__(text, checkable=checkable)
        self.setMinimumHeight(FINGER)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a double click for what it is."""
        event.accept()


class RestingPlace(QLabel):
    """A heading that can hold the focus, so that no key presses anything; Tab passes over it."""

    def __init__(self, text: str) -> None:
        super().__init__(text, textFormat=Qt.TextFormat.PlainText)
        self.setObjectName("heading")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Underline the heading while it holds the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(look_of(self.palette()).accent), 2))
            width = min(self.fontMetrics().horizontalAdvance(self.text()), self.width())
            left = self.width() - width if self.isRightToLeft() else 0
            painter.drawLine(left, self.height() - 1, left + width, self.height() - 1)
            painter.end()
