"""The numbers of a chart on the clipboard: as text, as a table and as CSV, for any program."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from ui.progress.table import cell_text
from ui.words import translated

if TYPE_CHECKING:
    from model.charts.table import Cell, Table


class CopyButton(QPushButton):
    """Copies the table of the chart that is looked at; so does Ctrl+C where the table is seen."""

    copied = Signal(str)  # what was done, in one sentence

    def __init__(self, table: Callable[[], Table | None], seen: QWidget) -> None:
        """Take where the table comes from, and the widget that shows it."""
        super().__init__(self.tr("Copy as table"))
        self._table = table
        self.clicked.connect(self.copy)
        # Of the table's own Ctrl+C, which copies one cell, nobody has anything.
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), seen)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.copy)

    def copy(self) -> None:
        """Put all of the table on the clipboard."""
        table = self._table()
        if table is not None:
            QGuiApplication.clipboard().setMimeData(mime_of(table))
            said = self.tr("Copied as a table. Rows: {count}").format(count=len(table.rows))
            self.copied.emit(said)


def mime_of(table: Table) -> QMimeData:
    """Return a table as text parted by tabs, as HTML and as CSV, numbers for a spreadsheet."""
    rows = [[translated("Chart", head) for head in table.head]]
    rows += [[_guarded(cell) for cell in row] for row in table.rows]
    made = QMimeData()
    made.setText("\n".join("\t".join(row) for row in rows))
    made.setHtml(_html(rows))
    made.setData("text/csv", _csv(rows).encode())
    return made


def _guarded(cell: Cell) -> str:
    """Return a cell in one line; a spreadsheet runs a text that begins like a formula.

    It takes no number with a true minus for a number: there it gets a hyphen.
    """
    from model.analysis.sentences import MINUS, Sentence
    from model.exports.values import text_of
    from model.records.rules import Text

    text = " ".join(cell_text(cell).split())
    if isinstance(cell, (str, Sentence)):
        return text_of(text, Text(""))
    return text.replace(MINUS, "-") if isinstance(cell, float) else text


def _html(rows: Sequence[Sequence[str]]) -> str:
    lines = []
    for number, row in enumerate(rows):
        tag = "td" if number else "th"
        cells = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
        lines.append(f"<tr>{cells}</tr>")
    return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'


def _csv(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()
