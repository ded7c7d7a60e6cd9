"""What a region on the map and its strip in the list share: a severity that keys can set."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

NOT_RECORDED, NOT_APPLICABLE = -1, -2
TEN_WITHIN_MS = 1000
"""A 0 typed this soon after a 1 makes 10."""


class SeverityControl(QAbstractSlider):
    """A control whose value is a severity 0..10, NOT_RECORDED or, where it may, NOT_APPLICABLE.

    It is a slider to a screen reader, which so reads and sets the number; the words for the two
    other states stand in its description. It never changes under the mouse wheel.
    """

    chosen = Signal(int)  # by key or by a screen reader, never by set_value
    completed = Signal(int)  # 10, typed as 1 and 0: it takes the place of the 1 chosen just before

    def __init__(self, parent: QWidget | None = None, may_not_apply: bool = True) -> None:
        super().__init__(parent)
        self._may_not_apply = may_not_apply
        self.setRange(NOT_APPLICABLE if may_not_apply else NOT_RECORDED, 10)
        self._told = False
        self._one_at: int | None = None
        self.set_value(NOT_RECORDED)
        self.valueChanged.connect(self._was_set)

    def set_value(self, value: int) -> None:
        """Show a value that the diary holds."""
        if value != self.value():
            self._told = True
            self.setValue(value)
            self._told = False
            self.update()
        words = self.words()  # a screen reader may have set the value before the diary held it
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def words(self) -> str:
        """Return the value in words."""
        if self.value() == NOT_RECORDED:
            return self.tr("not recorded")
        if self.value() == NOT_APPLICABLE:
            return self.tr("not applicable")
        return self.tr("{severity} of 10").format(severity=self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whatever scrolls, so that scrolling never changes the diary."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits set, Delete clears, N marks not applicable; other keys go on to the parent."""
        key = event.key()
        if not Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._one_at = None  # 1, something else, 0 is no 10
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digit(key - Qt.Key.Key_0, event.timestamp())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit(NOT_RECORDED)
        elif key == Qt.Key.Key_N and self._may_not_apply:
            self.chosen.emit(NOT_APPLICABLE)
        else:
            event.ignore()

    def _digit(self, digit: int, at: int) -> None:
        ten = digit == 0 and self._one_at is not None and at - self._one_at <= TEN_WITHIN_MS
        self._one_at = at if digit == 1 else None
        if ten:
            self.completed.emit(10)
        else:
            self.chosen.emit(digit)

    def _was_set(self, value: int) -> None:
        if not self._told:
            self.chosen.emit(value)
