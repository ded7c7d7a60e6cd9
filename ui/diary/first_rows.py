"""The first rows of another program's table, as they stand in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

if TYPE_CHECKING:
    from model.exports.table import Table

ROWS_SHOWN = 5
MOST_LETTERS = 80  # of a cell


class FirstRows(QTableWidget):
    """Shows a few rows; it is as high as they are and scrolls only sideways."""

    def __init__(self, table: Table) -> None:
        super().__init__(min(ROWS_SHOWN, len(table.rows)), len(table.header))
        self.setHorizontalHeaderLabels([name.strip() for name in table.header])
        self.setAccessibleName(self.tr("First rows of the file"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setVerticalHeaderLabels([str(line) for line in table.lines[:ROWS_SHOWN]])
        self.setTabKeyNavigation(False)
        for number in range(self.rowCount()):
            for column, cell in enumerate(table.rows[number]):
                self.setItem(number, column, QTableWidgetItem(cell[:MOST_LETTERS]))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the heights of the rows, and of all of them: the style is known only now."""
        super().showEvent(event)
        self.resizeRowsToContents()
        high = sum(self.rowHeight(number) for number in range(self.rowCount()))
        parts = self.horizontalHeader(), self.horizontalScrollBar()
        self.setFixedHeight(high + sum(part.sizeHint().height() for part in parts) + 4)
