"""Diary: where it lies, ways out and in, backup, check, and the few facts the report prints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.link import Link
from ui.widgets.layout import card, heading, quiet, title
from ui.widgets.page import Page
from ui.widgets.saving import ask_where_to_save, documents
from ui.widgets.wheel import WheelGuard
from ui.words import sentence

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.errors import DiaryError
    from model.records.person import Profile
    from model.records.snapshot import Change

Keep = Literal["", "mine", "theirs"]
NO_YEAR = 1899  # value of the year's box while it is empty


class DiaryPage(Page):
    """Files and profile; nothing here ever leaves the computer by itself."""

    KINDS = frozenset({"profile"})

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._profile: Profile | None = None
        self._build()

    def refresh(self) -> None:
        """Read the profile and the state of the file again."""
        self._link.read(_state, self._show)

    def export_to(self, target: Path) -> None:
        """Write the complete diary as JSON, or as CSV files in a folder or zip."""
        self._link.read(lambda diary: _export(diary, target), self._exported)

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

    def back_up_to(self, target: Path) -> None:
        """Write a complete copy of the diary."""
        self._link.read(lambda diary: _back_up(diary, target), self._backed_up)

    def _build(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 16, 22, 16)
        page.setSpacing(12)
        page.addWidget(title(self.tr("Diary")))
        for part in (self._file_card(), self._ways_card(), self._profile_card()):
            page.addWidget(part)
        page.addStretch(1)

    def _file_card(self) -> QFrame:
        self._file = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said = quiet()
        self._said.setWordWrap(True)
        frame, box = card()
        box.addWidget(heading(self.tr("This diary")))
        box.addWidget(self._file)
        box.addWidget(quiet(self.tr("Nothing leaves this computer unless you hand it on.")))
        box.addWidget(self._said)
        return frame

    def _ways_card(self) -> QFrame:
        frame, box = card()
        box.addWidget(heading(self.tr("Export, import, backup")))
        grid = QGridLayout()
        for place, (text, deed) in enumerate(
            (
                (self.tr("&Export\u2026"), self._choose_export),
                (self.tr("&Import a file\u2026"), self._choose_import),
                (self.tr("Import a &folder\u2026"), self._choose_import_folder),
                (self.tr("&Back up\u2026"), self._choose_backup),
                (self.tr("Chec&k the file"), self._check),
                (self.tr("&Open another diary\u2026"), self._choose_other),
                (self.tr("&New diary\u2026"), self._choose_new),
            )
        ):
            button = QPushButton(text)
            button.clicked.connect(deed)
            grid.addWidget(button, place // 4, place % 4)
        box.addLayout(grid)
        return frame

    def _profile_card(self) -> QFrame:
        self.name = QLineEdit(maxLength=200)
        self.name.editingFinished.connect(self._store_profile)
        self.birth_year = QSpinBox(minimum=NO_YEAR, maximum=2199, specialValueText="\u2013")
        self.birth_year.editingFinished.connect(self._store_profile)
        self._wheel = WheelGuard(self)
        self._wheel.guard(self.birth_year)
        self.diagnosis = QLineEdit(maxLength=200)
        self.diagnosis.editingFinished.connect(self._store_profile)
        form = QFormLayout()
        form.addRow(self.tr("N&ame or initials"), self.name)
        form.addRow(self.tr("&Year of birth"), self.birth_year)
        form.addRow(self.tr("&Diagnosis, as your doctor put it"), self.diagnosis)
        frame, box = card()
        box.addWidget(heading(self.tr("On the doctor's report")))
        box.addWidget(quiet(self.tr("All of it may stay empty.")))
        box.addLayout(form)
        return frame

    def _show(self, answer: tuple[Path, DiaryError | None, Profile | None]) -> None:
        path, read_only, profile = answer
        self._file.setText(str(path))
        if read_only:
            self._said.setText(sentence(read_only))
        if profile == self._profile:
            return  # what is being typed stays as it is
        self._profile = profile
        year = profile.birth_year if profile else None
        if not self.name.hasFocus():
            self.name.setText(profile.name if profile else "")
        if not self.birth_year.hasFocus():
            self.birth_year.setValue(NO_YEAR if year is None else year)
        if not self.diagnosis.hasFocus():
            self.diagnosis.setText(profile.diagnosis if profile else "")

    def _store_profile(self) -> None:
        year = self.birth_year.value()
        fields: dict[str, Any] = {
            "name": self.name.text(),
            "birth_year": None if year == NO_YEAR else year,
            "diagnosis": self.diagnosis.text(),
        }

        def records(diary: Diary) -> tuple[Profile, ...]:
            from model.records.person import Profile

            stored = diary.of(Profile)
            before = stored[0] if stored else Profile()
            after = replace(before, **fields)
            return (after,) if after != before else ()

        self._link.put(records, self.tr("Profile"))

    def _choose_export(self) -> None:
        name = self.tr("Diary {day}", "file name").format(day=self._link.clock().date())
        endings = {
            self.tr("Complete diary (*.json)"): "json",
            self.tr("Tables (*.zip)"): "zip",
        }
        ask_where_to_save(self, self.tr("Export"), name, endings, self.export_to)

    def _choose_import(self) -> None:
        kinds = self.tr("Diary or CSV files (*.json *.zip)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), documents(), kinds)
        if chosen:
            self.import_from(Path(chosen))

    def _choose_import_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of CSV files"), documents())
        if chosen:
            self.import_from(Path(chosen))

    def _choose_backup(self) -> None:
        name = self.tr("Backup {day}", "file name").format(day=self._link.clock().date())
        endings = {self.tr("Diary (*.drymap)"): "drymap"}
        ask_where_to_save(
            self, self.tr("Back up"), name, endings, self.back_up_to, may_replace=False
        )

    def _choose_other(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open another diary"),
            documents(),
            self.tr("Diary (*.drymap);;All files (*)"),
        )
        if chosen:
            self._link.open(Path(chosen))

    def _choose_new(self) -> None:
        endings = {self.tr("Diary (*.drymap)"): "drymap"}
        ask_where_to_save(
            self,
            self.tr("New diary"),
            self.tr("diary", "file name"),
            endings,
            lambda file: self._link.open(file, create=True),
            may_replace=False,
        )

    def _check(self) -> None:
        self._link.read(lambda diary: diary.check(), self._checked)

    def _checked(self, faults: tuple[str, ...]) -> None:
        self._said.setText("\n".join(faults) or self.tr("The file is sound."))

    def _exported(self, target: Path) -> None:
        self._said.setText(self.tr("Exported to {file}").format(file=target))

    def _backed_up(self, target: Path) -> None:
        self._said.setText(self.tr("Backed up to {file}").format(file=target))

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
        self._said.setText(said)

    def _ask_whose(self, source: Path, conflict: DiaryError) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Drymap", sentence(conflict), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        mine = box.addButton(self.tr("Keep this diary's"), QMessageBox.ButtonRole.AcceptRole)
        theirs = box.addButton(self.tr("Take the file's"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        mine.clicked.connect(lambda: self.import_from(source, "mine"))
        theirs.clicked.connect(lambda: self.import_from(source, "theirs"))
        box.open()


def _state(diary: Diary) -> tuple[Path, DiaryError | None, Profile | None]:
    from model.records.person import Profile

    stored = diary.of(Profile)
    return diary.path, diary.read_only, stored[0] if stored else None


def _export(diary: Diary, target: Path) -> Path:
    from model.exports import write

    write(diary.snapshot(), target, replace=True)  # the file dialog has asked
    return target


def _back_up(diary: Diary, target: Path) -> Path:
    diary.backup(target)
    return target
