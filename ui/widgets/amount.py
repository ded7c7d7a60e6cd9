"""A number that may stay unstated and takes either decimal mark; the diary checks its range."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QValidator
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QWidget

MOST = 99_999.0
"""More than any diary accepts: what is out of range is refused in words, never cut short."""


class Amount(QDoubleSpinBox):
    """A spin box whose lowest value means not stated; `amount` is a number or None."""

    def __init__(
        self, decimals: int, step: float, unit: str, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, decimals=decimals, singleStep=step)
        locale = QLocale()
        locale.setNumberOptions(
            QLocale.NumberOption.OmitGroupSeparator | QLocale.NumberOption.RejectGroupSeparator
        )
        self.setLocale(locale)
        self.setRange(-step, MOST)  # one step below zero
        self.setSuffix(unit)
        self.setSpecialValueText(nothing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(QComboBox().sizeHint().height())
        self.show_amount(None)

    @property
    def amount(self) -> float | None:
        """The number, None while it is not stated."""
        return None if self.value() < 0 else self.value()

    def show_amount(self, amount: float | None) -> None:
        """Show a number that the diary holds."""
        self.setValue(self.minimum() if amount is None else amount)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let what is typed take the place of what stands there, "not stated" above all."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)  # after the click has put its cursor

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take the other decimal mark for the one of the locale."""
        return super().validate(self._local(text), position)

    def valueFromText(self, text: str) -> float:
        """Read the number with either decimal mark."""
        return super().valueFromText(self._local(text))

    def _local(self, text: str) -> str:
        mark = self.locale().decimalPoint()
        number = text.removesuffix(self.suffix())
        return number.replace("," if mark == "." else ".", mark) + text[len(number) :]
