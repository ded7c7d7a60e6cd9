"""The ways into a diary: files of Drymap and folders of CSV files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMessageBox, QPushButton, QWidget

from ui.link import Link
from ui.widgets.layout import Card, heading
from ui.widgets.saving import documents
from ui.words import sentence

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.errors import DiaryError
    from model.records.snapshot import Change

Keep = Literal["", "mine", "theirs"]


class ImportsCard(Card):
    """Reads files into the diary; what contradicts it is asked about."""

    said = Signal(str)  # how it ended, in one or two sentences

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.box.addWidget(heading(self.tr("Import")))
        row = QHBoxLayout()
        for text, deed in (
            (self.tr("&Import a file\u2026"), self._choose_file),
            (self.tr("Import a &folder\u2026"), self._choose_folder),
        ):
            button = QPushButton(text)
            button.clicked.connect(deed)
            row.addWidget(button)
        row.addStretch(1)
        self.box.addLayout(row)

    def import_from(self, source: Path, keep: Keep = "") -> None:
        """Merge a file into the diary; a contradiction is asked about, nothing is overwritten."""
        title_text = self.tr("Import of {file}").format(file=source.name)
        ignored: list[str] = []

        def write(diary: Diary) -> Change:
            from model.exports import read

            contents = read(source, diary.now())
            ignored.extend(contents.unknown_columns)
            return diary.merge(contents, title_text, keep)

        self._link.run(
            write,
            lambda change: self._imported(source, change, ignored),
            lambda conflict: self._ask_whose(source, conflict),
        )

    def _choose_file(self) -> None:
        kinds = self.tr("Diary or CSV files (*.json *.zip)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), documents(), kinds)
        if chosen:
            self.import_from(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of CSV files"), documents())
        if chosen:
            self.import_from(Path(chosen))

    def _imported(self, source: Path, change: Change | None, ignored: list[str]) -> None:
        count = change.count if change else 0
        text = self.tr("Entries added from {file}: {count}. Undo takes them back.")
        if not count:
            text = self.tr("{file} holds nothing that this diary does not hold already.")
        said = text.format(count=count, file=source)
        if ignored:
            said += "\n" + self.tr("Left out, since they are not known here: {columns}").format(
                columns=", ".join(ignored)
            )
        self.said.emit(said)

    def _ask_whose(self, source: Path, conflict: DiaryError) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Drymap", sentence(conflict), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        mine = box.addButton(self.tr("Keep this diary's"), QMessageBox.ButtonRole.AcceptRole)
        theirs = box.addButton(self.tr("Take the file's"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        mine.clicked.connect(lambda: self.import_from(source, "mine"))
        theirs.clicked.connect(lambda: self.import_from(source, "theirs"))
        box.open()
