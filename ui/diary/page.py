"""Diary: where it lies, ways out and in, backup, check, and the few facts the report prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.diary.exports_card import ExportsCard
from ui.diary.imports_card import ImportsCard
from ui.diary.profile_card import ProfileCard
from ui.link import Link
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, Column, card, header, heading, quiet, title
from ui.widgets.page import Page
from ui.widgets.saving import ask_where_to_save, documents
from ui.words import sentence

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.errors import DiaryError
    from model.records.person import Profile


class DiaryPage(Page):
    """Files and profile; nothing here ever leaves the computer by itself."""

    KINDS = frozenset({"profile"})

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._build()

    def refresh(self) -> None:
        """Read the profile and the state of the file again."""
        self._link.read(_state, self._show)

    def back_up_to(self, target: Path) -> None:
        """Write a complete copy of the diary."""
        self._link.read(lambda diary: _back_up(diary, target), self._backed_up)

    def _build(self) -> None:
        self._said = quiet()
        self._said.setWordWrap(True)
        self._said.setMinimumWidth(1)
        self.exports = ExportsCard(self._link)
        self.imports = ImportsCard(self._link)
        self.imports.said.connect(self._said.setText)
        self.profile = ProfileCard(self._link)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 8)
        column.setSpacing(12)
        for part in (
            self._file_card(),
            self.exports,
            self.imports,
            self._files_card(),
            self.profile,
        ):
            column.addWidget(part)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 16, 16, 0)
        page.setSpacing(12)
        # What it says stays in sight, wherever the button stands that was pressed.
        page.addLayout(header(title(self.tr("Diary")), self._said))
        page.addWidget(Column(inside), 1)

    def _file_card(self) -> QFrame:
        self._file = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._file.setMinimumWidth(1)  # a long path has no place to break: it must not widen all
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        frame, box = card()
        box.addWidget(heading(self.tr("This diary")))
        box.addWidget(self._file)
        box.addWidget(quiet(self.tr("Nothing leaves this computer unless you hand it on.")))
        return frame

    def _files_card(self) -> QFrame:
        frame, box = card()
        box.addWidget(heading(self.tr("Backup and other diaries")))
        buttons = QWidget()
        flow = Flow(buttons, across=6)
        for text, deed in (
            (self.tr("&Back up\u2026"), self._choose_backup),
            (self.tr("Chec&k the file"), self._check),
            (self.tr("&Open another diary\u2026"), self._choose_other),
            (self.tr("&New diary\u2026"), self._choose_new),
        ):
            button = QPushButton(text, minimumHeight=FINGER)
            button.clicked.connect(deed)
            flow.addWidget(button)
        box.addWidget(buttons)
        return frame

    def _show(self, answer: tuple[Path, DiaryError | None, Profile | None]) -> None:
        path, read_only, profile = answer
        self._file.setText(str(path))
        self._file.setToolTip(str(path))
        if read_only:
            self._said.setText(sentence(read_only))
        self.profile.show_profile(profile)

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

    def _backed_up(self, target: Path) -> None:
        self._said.setText(self.tr("Backed up to {file}").format(file=target))


def _state(diary: Diary) -> tuple[Path, DiaryError | None, Profile | None]:
    from model.records.person import Profile

    stored = diary.of(Profile)
    return diary.path, diary.read_only, stored[0] if stored else None


def _back_up(diary: Diary, target: Path) -> Path:
    diary.backup(target)
    return target
