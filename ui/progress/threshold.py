"""The severity of "wet again": stored once the patient has stopped choosing, not at each press."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from model.catalog.scales import SEVERITY_MAX

PAUSE_MS = 600
"""Without another press for so long, what was chosen is stored."""


class ThresholdBox(QSpinBox):
    """A number that is told after a pause, by Enter, or when the box is left or hidden."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(1, SEVERITY_MAX)
        self.setKeyboardTracking(False)
        self._held = self.value()  # by the diary, as far as the box was told
        self._asked = 0  # writes that were not answered yet
        self._is_typed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.store)
        self.valueChanged.connect(self._wait)
        self.lineEdit().textEdited.connect(self._type)
        self.editingFinished.connect(self.store)

    def show_held(self, value: int) -> None:
        """Show what the diary holds, unless the patient chose something that is not stored yet."""
        if self._asked:
            return  # it answers an earlier question
        self._held = value
        if not (self._is_typed or self._pause.isActive()):
            self._show(value)

    def store(self) -> None:
        """Tell what was chosen, if that is not told yet; what was typed counts."""
        self._pause.stop()
        if self._is_typed:
            self._is_typed = False
            with QSignalBlocker(self):
                self.interpretText()
        if self.value() != self._held:
            self._held = self.value()
            self._asked += 1
            self.chosen.emit(self._held)

    def answered(self) -> None:
        """Learn that a write was answered."""
        self._asked = max(self._asked - 1, 0)

    def refused(self, held: int) -> None:
        """Show what the diary holds: a write failed, and what was chosen is not stored."""
        if self._asked:
            self._asked = 0
            self._pause.stop()
            self._is_typed = False
            self._held = held
            self._show(held)

    def hideEvent(self, event: QHideEvent) -> None:
        """Store what was chosen."""
        self.store()
        super().hideEvent(event)

    def _wait(self) -> None:
        self._pause.start()

    def _type(self) -> None:
        self._is_typed = True

    def _show(self, value: int) -> None:
        with QSignalBlocker(self):
            self.setValue(value)
