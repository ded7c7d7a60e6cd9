"""The ways out of a diary: every format of `model.exports`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.link import Link
from ui.widgets.layout import Card, heading
from ui.widgets.saving import ask_where_to_save

if TYPE_CHECKING:
    from model.diary import Diary


class ExportsCard(Card):
    """Writes the diary to a file of the format that its name ends in."""

    said = Signal(str)  # how it ended, in one sentence

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.box.addWidget(heading(self.tr("Export")))
        button = QPushButton(self.tr("&Export\u2026"))
        button.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.box.addLayout(row)

    def export_to(self, target: Path) -> None:
        """Write the complete diary as JSON, or as CSV files in a folder or zip."""
        self._link.read(lambda diary: _export(diary, target), self._exported)

    def _choose_file(self) -> None:
        name = self.tr("Diary {day}", "file name").format(day=self._link.clock().date())
        endings = {
            self.tr("Complete diary (*.json)"): "json",
            self.tr("Tables (*.zip)"): "zip",
        }
        ask_where_to_save(self, self.tr("Export"), name, endings, self.export_to)

    def _exported(self, target: Path) -> None:
        self.said.emit(self.tr("Exported to {file}").format(file=target))


def _export(diary: Diary, target: Path) -> Path:
    from model.exports import write

    write(diary.snapshot(), target, replace=True)  # the file dialog has asked
    return target
