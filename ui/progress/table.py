"""Numbers in rows: a chart as a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.words import date_text, number_text, translated

if TYPE_CHECKING:
    from model.charts.table import Cell, Table

NONE = "\u2013"
NOTCH = 120  # angle that Qt gives one notch of a wheel


class WideTable(QTreeWidget):
    """Rows of one line; what is too wide is scrolled sideways with Shift and the wheel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, rootIsDecorated=False, alternatingRowColors=True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)

    def updateGeometries(self) -> None:
        """Give the last column what room is left; Qt's own stretching would cut it to the view."""
        last = self.columnCount() - 1
        wanted = max(self.sizeHintForColumn(last), self.header().sectionSizeHint(last))
        room = self.viewport().width() - self.header().sectionPosition(last)
        if self.header().stretchLastSection() != (wanted <= room):
            self.header().setStretchLastSection(wanted <= room)
        super().updateGeometries()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways with Shift, also where the end is reached: the page stays."""
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event)
            return
        event.accept()
        bar, turned = self.horizontalScrollBar(), event.angleDelta()
        notches = (turned.y() or turned.x()) / NOTCH
        bar.setValue(
            bar.value() - round(notches * QApplication.wheelScrollLines() * bar.singleStep())
        )


class ChartTable(WideTable):
    """The numbers of a chart in rows; where each row is a region, a row chooses its region."""

    region_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regions: Mapping[str, str] = {}
        self._shown: tuple[list[str], list[list[str]]] = ([], [])
        self.currentItemChanged.connect(self._tell)

    def show_table(
        self, found: Table, name: str, regions: Mapping[str, str] | None = None, region: str = ""
    ) -> None:
        """Show a table under a name.

        Args:
            found: head and rows.
            name: of the chart.
            regions: the ids of the regions by their names, as they stand in the first column.
            region: id of the one that is chosen: the table stands on its row.
        """
        self._regions = regions or {}
        with QSignalBlocker(self):
            self.setAccessibleName(self.tr("{chart}: table").format(chart=name))
            head = [translated("Chart", each) for each in found.head]
            rows = [[cell_text(cell) for cell in row] for row in found.rows]
            self._fill(*_without_empty_columns(head, rows))
            self._stand_on(region)

    def _fill(self, head: list[str], rows: list[list[str]]) -> None:
        # A row that was just chosen must not be taken away while Qt still tells of it.
        if (head, rows) == self._shown:
            return
        self._shown = (head, rows)
        self.clear()
        self.setColumnCount(len(head))
        self.setHeaderLabels(head)
        self.addTopLevelItems([QTreeWidgetItem(row) for row in rows])

    def _stand_on(self, region: str) -> None:
        rows = range(self.topLevelItemCount())
        there = [row for row in rows if region and self._region_of(self._row(row)) == region]
        if there or (rows and self.currentItem() is None):
            self.setCurrentItem(self._row(there[0] if there else 0))

    def _row(self, row: int) -> QTreeWidgetItem:
        return cast(QTreeWidgetItem, self.topLevelItem(row))

    def _region_of(self, item: QTreeWidgetItem) -> str:
        return self._regions.get(item.text(0), "")

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and (region := self._region_of(item)):
            self.region_chosen.emit(region)


def _without_empty_columns(
    head: list[str], rows: list[list[str]]
) -> tuple[list[str], list[list[str]]]:
    """Leave out a column of remarks where there is none; where nothing is known stands NONE."""
    kept = [at for at in range(len(head)) if not rows or any(row[at] for row in rows)]
    return [head[at] for at in kept], [[row[at] for at in kept] for row in rows]


def cell_text(cell: Cell) -> str:
    """Return a cell as it is read."""
    from model.analysis.sentences import Sentence

    if cell is None:
        return NONE
    if isinstance(cell, Sentence):
        return cell.said(translated)
    if isinstance(cell, date):
        return date_text(cell)
    return number_text(cell, 1) if isinstance(cell, float) else str(cell)
