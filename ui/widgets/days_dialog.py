"""A small dialog that asks for a first and a last day and takes only days that can be."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.layout import FINGER, named
from ui.widgets.wheel import WheelGuard
from ui.widgets.when import DayField, day_refusal


class DaysDialog(QDialog):
    """Asks for two days with OK and Cancel; what is wrong stands in it as a sentence."""

    def __init__(self, title: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.finished.connect(self.deleteLater)
        self._today = today
        self._wheel = WheelGuard(self)
        self.first = DayField(self.tr("First day"))
        self.last = DayField(self.tr("Last day"))
        self.form = QFormLayout(
            fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow,
            rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows,
            verticalSpacing=10,
        )
        self.form.addRow(self.tr("&First day"), self.first)
        self.form.addRow(self.tr("&Last day"), self.last)
        self.problem = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "banner")
        self.problem.setVisible(False)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.accepted.connect(self._check)
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self.form)
        self._column.addWidget(self.problem)
        self._column.addWidget(self.buttons)

    @property
    def latest(self) -> date:
        """The last day that can be entered."""
        return self._today

    def send(self, first: date, last: date) -> None:
        """Hand on what was entered; it has been checked."""
        raise NotImplementedError

    def refusal(self, first: date, last: date) -> str:
        """Return in one sentence why these days cannot be taken, "" where they can."""
        return self.tr("The last day comes before the first day.") if last < first else ""

    def show_days(self, first: date, last: date) -> None:
        """Show two days to start from."""
        self.first.show_day(first, self.latest)
        self.last.show_day(last, self.latest)

    def add_line(self, line: QWidget) -> None:
        """Put a line of explanation below the fields."""
        self._column.insertWidget(1, line)

    def add_field(self, label: str, field: QWidget, row: int = -1) -> None:
        """Add a field; the wheel changes it only where it has the focus."""
        field.setMinimumHeight(FINGER)
        self._wheel.guard(field)
        self.form.insertRow(self.form.rowCount() if row < 0 else row, label, field)

    def say(self, problem: str) -> None:
        """Say what is wrong, on the screen and to a screen reader."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._fit()
        if problem:
            QAccessible.updateAccessibility(QAccessibleEvent(self.problem, QAccessible.Event.Alert))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped lines need."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Grow or shrink to what is shown: by itself a dialog does not ask wrapped lines."""
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _check(self) -> None:
        for field in (self.first, self.last):
            if problem := day_refusal(field, self.latest):
                self._refuse(field, problem)
                return
        first, last = self.first.day, self.last.day
        if first is None or last is None:  # refused above
            return
        if problem := self.refusal(first, last):
            self._refuse(self.first, problem)
            return
        self.send(first, last)

    def _refuse(self, field: DayField, problem: str) -> None:
        self.say(problem)
        field.setFocus()
