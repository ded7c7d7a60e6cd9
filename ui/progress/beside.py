"""Two cards side by side, or one below the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Beside(QWidget):
    """Two parts of the same width; both are as high as the higher one."""

    def __init__(self, left: QWidget, right: QWidget, room: int) -> None:
        """Lay the parts out; they stand side by side from a width of `room` points."""
        super().__init__()
        self._room, self._parts = room, (left, right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(QMargins())
        self._box.setSpacing(14)
        for part in self._parts:
            self._box.addWidget(part, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the wider part only."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts beside each other where both fit."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        wide = event.size().width() >= self._room
        self._box.setDirection(way.LeftToRight if wide else way.TopToBottom)
