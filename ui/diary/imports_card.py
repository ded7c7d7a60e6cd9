"""The ways into a diary: files of Drymap, folders of CSV files, tables of other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from ui.link import Link
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, Card, heading
from ui.widgets.saving import documents
from ui.widgets.working import SHOWN_AFTER_MS, Working
from ui.work import Work

if TYPE_CHECKING:
    from datetime import datetime

    from model.diary import Diary
    from model.exports.mapping import ColumnMapping
    from model.exports.region_words import RegionWords
    from model.exports.table import Table
    from model.files import Step
    from model.records.previews import ImportPreview, Keep
    from model.records.snapshot import Change, Contents

    Own = dict[str, str]
    """Id of a region of the patient's own -> its name."""

READ = 0.75
"""Share of the time until the preview that goes into reading, the rest into comparing."""


class ImportsCard(Card):
    """Reads files, shows what they would bring, and writes it once that was agreed to."""

    said = Signal(str)  # how it ended, in one or two sentences

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._dialog: QDialog | None = None
        self._work: Work | None = None
        self._begun = QElapsedTimer()
        link.opening.connect(self._give_up)  # what is asked about belongs to the old diary
        self.box.addWidget(heading(self.tr("Import")))
        row = Flow(across=6, down=6)
        self.buttons: list[QPushButton] = []
        for text, deed in (
            (self.tr("&Import a file\u2026"), self._choose_file),
            (self.tr("Import a &folder\u2026"), self._choose_folder),
            (self.tr("CSV from another &program\u2026"), self._choose_table),
        ):
            button = QPushButton(text, minimumHeight=FINGER)
            button.clicked.connect(deed)
            row.addWidget(button)
            self.buttons.append(button)
        self.working = Working(*self.buttons)
        self.box.addLayout(row)
        self.box.addWidget(self.working)

    def import_from(self, source: Path) -> None:
        """Read a file or folder of Drymap's and show what it would bring.

        While an import is written nothing else is begun.
        """
        if self._is_writing:
            return

        def read(now: datetime, step: Step) -> Contents:
            from model.exports import read
            from model.exports.steps import part

            return read(source, now, part(step, 0, READ))

        self._begin()
        self._watch(
            self._link.work(
                lambda diary: diary.now(),
                read,
                lambda contents: self._compare(source, contents, READ),
                self._title(source),
            )
        )

    def import_table(self, source: Path) -> None:
        """Read a table of another program, ask what its columns mean, and show what it brings.

        While an import is written nothing else is begun.
        """
        if self._is_writing:
            return

        def read(own: Own, step: Step) -> tuple[Table, RegionWords, ColumnMapping, Own]:
            from model.exports.mapping_guess import guessed
            from model.exports.table import read_table

            table, words = read_table(source, step), _words(own)
            return table, words, guessed(table, words, step), own

        self._begin()
        self._watch(
            self._link.work(
                _own_regions,
                read,
                lambda answer: self._ask_columns(source, *answer),
                self._title(source),
            )
        )

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

    def _ask_columns(
        self, source: Path, table: Table, words: RegionWords, guess: ColumnMapping, own: Own
    ) -> None:
        from ui.diary.mapping_dialog import MappingDialog

        dialog = MappingDialog(self._link, table, words, guess, own, self)
        dialog.read.connect(lambda contents: self._compare(source, contents))
        self._open(dialog)

    def _compare(self, source: Path, contents: Contents, done: float = 0) -> None:
        """Find what the contents of a file would bring; `done` of the work lies behind, 0..1."""

        def look(diary: Diary) -> tuple[Callable[[Step], ImportPreview], Own]:
            return diary.compare(contents).preview, _own_regions(diary)

        def preview(
            asked: tuple[Callable[[Step], ImportPreview], Own], step: Step
        ) -> tuple[ImportPreview, Own]:
            from model.exports.steps import part

            return asked[0](part(step, done, 1)), asked[1]

        if not done:
            self._begin()
        self._watch(
            self._link.work(
                look,
                preview,
                lambda seen: self._show(source, contents, *seen),
                self._title(source),
            )
        )

    def _show(self, source: Path, contents: Contents, preview: ImportPreview, own: Own) -> None:
        if preview.brings_nothing:
            text = self.tr("{file} holds nothing that this diary does not hold already.")
            self._say(text.format(file=source), contents)
            return
        from ui.diary.import_dialog import ImportDialog

        dialog = ImportDialog(source.name, preview, own | _named(contents), self)
        dialog.accepted.connect(lambda: self._write(source, contents, dialog.choices()))
        self._open(dialog)

    def _write(self, source: Path, contents: Contents, keep: Keep) -> None:
        from model.exports.steps import part

        title = self._title(source)
        self._begin()
        self._watch(
            self._link.work_and_write(
                lambda diary: diary.compare(contents),
                lambda comparison, step: comparison.decided(keep, part(step, 0, 0.5)),
                lambda diary, decided, step: diary.take_in(decided, title, part(step, 0.5, 1)),
                lambda change: self._imported(source, contents, change),
                title,
                # The diary has changed since it was compared: what holds now is shown.
                lambda _: self._compare(source, contents),
            )
        )

    @property
    def _is_writing(self) -> bool:
        return self._work is not None and self._work.is_write

    def _title(self, source: Path) -> str:
        return self.tr("Import of {file}").format(file=source.name)

    def _begin(self) -> None:
        """Make an end of an import that goes on, and begin to measure how long this one takes."""
        self._give_up()
        self._begun.start()

    def _watch(self, work: Work) -> None:
        self._work = work
        work.ended.connect(self._ended)
        self.working.watch(work, at_once=self._begun.elapsed() >= SHOWN_AFTER_MS)

    def _ended(self) -> None:
        work = self.sender()
        if work is not self._work or not isinstance(work, Work):
            return  # another import was begun since
        self._work = None
        if work.is_cancelled and not (work.is_write and work.is_done):  # else it was imported
            self.said.emit(self.tr("Cancelled. Nothing was imported."))

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
        work, self._work = self._work, None
        if work is not None and not work.is_write:  # that was agreed to: only Cancel ends it
            work.cancel()
        if self._dialog is not None:
            self._dialog.reject()


def _own_regions(diary: Diary) -> dict[str, str]:
    from model.records.person import OwnRegion

    return {region.id: region.name for region in diary.of(OwnRegion)}


def _words(own: Own) -> RegionWords:
    """Return what regions are called in every language that Drymap has, and by the patient."""
    from model.catalog.regions import REGIONS
    from model.exports.region_words import RegionWords
    from model.records.errors import DiaryError
    from model.report.languages import languages, translate_into

    names = [(name, id_) for id_, name in own.items()]
    for code in languages():
        try:
            translate = translate_into(code)
        except DiaryError:  # a file that cannot be read: its names are not known then
            continue
        names += [(translate("Region", item.name), item.id) for item in REGIONS.values()]
    return RegionWords(names)


def _named(contents: Contents) -> dict[str, str]:
    from model.records.person import OwnRegion

    return {each.id: each.name for each in contents.records if isinstance(each, OwnRegion)}
