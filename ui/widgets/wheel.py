"""Keeps the mouse wheel from changing a field that the pointer merely passes while scrolling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Lets a wheel event through only to a field that has the focus."""

    def guard(self, *fields: QWidget) -> None:
        """Watch over these fields."""
        for field in fields:
            if field.focusPolicy() == Qt.FocusPolicy.WheelFocus:  # else the wheel brings the focus
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel on to what scrolls."""
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        if watched.hasFocus():
            return False
        event.ignore()
        return True
