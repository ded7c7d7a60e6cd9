"""Numbers in rows: a chart as a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.words import date_text, number_text, translated

if TYPE_CHECKING:
    from model.charts.table import Cell, Table

NONE = "\u2013"


class ChartTable(QTreeWidget):
    """The numbers of a chart in rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, rootIsDecorated=False, alternatingRowColors=True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_table(self, found: Table, name: str) -> None:
        """Show a table under a name."""
        self.setAccessibleName(self.tr("{chart}: table").format(chart=name))
        self.setColumnCount(len(found.head))
        self.setHeaderLabels([translated("Chart", each) for each in found.head])
        self.clear()
        self.addTopLevelItems(
            [QTreeWidgetItem([cell_text(cell) for cell in row]) for row in found.rows]
        )
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)


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
