"""The ways into a diary: files of Drymap, folders of CSV files, tables of other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from ui.link import Link
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, Card, heading
from ui.widgets.saving import documents

if TYPE_CHECKING:
    from model.diary import Diary
    from model.exports.table import Table
    from model.records.previews import ImportPreview, Keep
    from model.records.snapshot import Change, Contents

    Seen = tuple[Contents, ImportPreview, dict[str, str]]


class ImportsCard(Card):
    """Reads files, shows what they would bring, and writes it once that was agreed to."""

    said = Signal(str)  # how it ended, in one or two sentences

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._dialog: QDialog | None = None
        link.opening.connect(self._give_up)  # what is asked about belongs to the old diary
        self.box.addWidget(heading(self.tr("Import")))
        row = Flow(across=6, down=6)
        for text, deed in (
            (self.tr("&Import a file\u2026"), self._choose_file),
            (self.tr("Import a &folder\u2026"), self._choose_folder),
            (self.tr("CSV from another &program\u2026"), self._choose_table),
        ):
            button = QPushButton(text, minimumHeight=FINGER)
            button.clicked.connect(deed)
            row.addWidget(button)
        self.box.addLayout(row)

    def import_from(self, source: Path) -> None:
        """Read a file or folder of Drymap's and show what it would bring."""

        def read(diary: Diary) -> Contents:
            from model.exports import read

            return read(source, diary.now())

        self._preview(source, read)

    def import_table(self, source: Path) -> None:
        """Read a table of another program, ask what its columns mean, and show what it brings."""

        def read(diary: Diary) -> tuple[Table, dict[str, str]]:
            from model.exports.table import read_table

            return read_table(source), _own_regions(diary)

        self._link.read(read, lambda answer: self._ask_columns(source, *answer))

    def _choose_file(self) -> None:
        kinds = self.tr("Diary or CSV files (*.json *.zip)")
        self._choose(kinds, self.import_from)

    def _choose_table(self) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        self._choose(kinds, self.import_table)

    def _choose(self, kinds: str, then: Callable[[Path], None]) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), documents(), kinds)
        if chosen:
            then(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of CSV files"), documents())
        if chosen:
            self.import_from(Path(chosen))

    def _ask_columns(self, source: Path, table: Table, own: dict[str, str]) -> None:
        from ui.diary.mapping_dialog import MappingDialog

        dialog = MappingDialog(table, own, self._link.clock(), self)
        dialog.read.connect(lambda contents: self._preview(source, lambda diary: contents))
        self._open(dialog)

    def _preview(self, source: Path, read: Callable[[Diary], Contents]) -> None:
        def look(diary: Diary) -> Seen:
            contents = read(diary)
            return contents, diary.preview(contents), _own_regions(diary)

        self._link.read(look, lambda seen: self._show(source, seen))

    def _show(self, source: Path, seen: Seen) -> None:
        contents, preview, own = seen
        if preview.brings_nothing:
            text = self.tr("{file} holds nothing that this diary does not hold already.")
            self._say(text.format(file=source), contents)
            return
        from ui.diary.import_dialog import ImportDialog

        dialog = ImportDialog(source.name, preview, own | _named(contents), self)
        dialog.accepted.connect(lambda: self._write(source, contents, dialog.choices()))
        self._open(dialog)

    def _write(self, source: Path, contents: Contents, keep: Keep) -> None:
        title = self.tr("Import of {file}").format(file=source.name)
        self._link.run(
            lambda diary: diary.merge(contents, title, keep),
            lambda change: self._imported(source, contents, change),
            # The diary has changed since it was compared: what holds now is shown.
            lambda _: self._preview(source, lambda diary: contents),
        )

    def _imported(self, source: Path, contents: Contents, change: Change | None) -> None:
        if change is not None and change.count:
            text = self.tr("Entries taken over from {file}: {count}. Undo takes them back.")
        else:
            text = self.tr("Nothing of {file} was taken over: this diary's entries were kept.")
        self._say(text.format(count=change.count if change else 0, file=source), contents)

    def _say(self, text: str, contents: Contents) -> None:
        if contents.unknown_columns:
            left = self.tr("Left out, since they are not known here: {columns}")
            text += "\n" + left.format(columns=", ".join(contents.unknown_columns))
        self.said.emit(text)

    def _open(self, dialog: QDialog) -> None:
        self._give_up()
        self._dialog = dialog
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        if dialog is self._dialog:
            self._dialog = None

    def _give_up(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()


def _own_regions(diary: Diary) -> dict[str, str]:
    from model.records.person import OwnRegion

    return {region.id: region.name for region in diary.of(OwnRegion)}


def _named(contents: Contents) -> dict[str, str]:
    from model.records.person import OwnRegion

    return {each.id: each.name for each in contents.records if isinstance(each, OwnRegion)}
