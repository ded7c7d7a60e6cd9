"""Fields of the session form that may stay unstated: numbers, choices, and a part that folds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QToolButton, QVBoxLayout, QWidget

from ui.settings import settings
from ui.widgets.amount import Amount


class StatedAmount(Amount):
    """An amount that a screen reader never hears as a number below zero."""

    def __init__(self, decimals: int, step: float, unit: str = "") -> None:
        self._nothing = ""
        super().__init__(decimals, step, unit, self.tr("not stated"))
        self._nothing = self.specialValueText()
        self.setMinimumHeight(30)
        self.valueChanged.connect(self._describe)
        self._describe()

    def textFromValue(self, value: float) -> str:
        """Return what a reader is told: Qt asks for the value also while it is not stated."""
        return self._nothing if value < 0 and self._nothing else super().textFromValue(value)

    @property
    def whole(self) -> int | None:
        """The amount of a field without decimals."""
        return None if self.amount is None else int(self.amount)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._nothing if self.amount is None else "")


class Choices(QComboBox):
    """One of a few terms or "not stated", which is the first; it stays as narrow as its column."""

    def __init__(self, terms: Mapping[str, str], nothing: str = "") -> None:
        super().__init__(
            sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon,
            minimumContentsLength=10,
        )
        self._nothing = nothing or self.tr("not stated")
        self.setMinimumHeight(30)
        self.offer(terms)

    @property
    def chosen(self) -> str | None:
        """The id of the chosen term, None while nothing is stated."""
        chosen: str | None = self.currentData()
        return chosen

    def offer(self, terms: Mapping[str, str]) -> None:
        """Offer other terms and keep what is chosen."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem(self._nothing, None)
        for term, name in terms.items():
            self.addItem(name, term)
        self.pick(chosen)
        self.blockSignals(False)

    def pick(self, term: str | None) -> None:
        """Show a term; one that is not offered any more is shown as such and kept."""
        row = 0 if term is None else self.findData(term)
        if row < 0:
            row = self.count()
            self.addItem(self.tr("no longer listed"), term)
        self.setCurrentIndex(row)


class Fold(QWidget):
    """A button that opens and closes what is below it; it remembers from one start to the next."""

    toggled = Signal(bool)

    def __init__(self, name: str, counted: str, setting: str, inside: QWidget) -> None:
        """Fold `inside`; `counted` is the name once {count} of it is stated."""
        super().__init__()
        self._name, self._counted = name, counted
        self._setting, self._inside = setting, inside
        self._count = 0
        self.is_open = False
        self.button = QToolButton(autoRaise=True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setMinimumHeight(30)
        self.button.clicked.connect(lambda: self._open(not self.is_open))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(inside)
        self._show(bool(settings().value(setting, False, bool)))

    def say_count(self, count: int) -> None:
        """Say on the button how much is stated inside, for what is closed cannot be seen."""
        self._count = count
        self._show(self.is_open)

    def _open(self, is_open: bool) -> None:
        settings().setValue(self._setting, is_open)
        self._show(is_open)
        self.toggled.emit(is_open)

    def _show(self, is_open: bool) -> None:
        self.is_open = is_open
        self._inside.setVisible(is_open)
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        counted = self._counted.format(count=self._count)
        self.button.setText(counted if self._count else self._name)
        self.button.setAccessibleDescription(self.tr("open") if is_open else self.tr("closed"))
