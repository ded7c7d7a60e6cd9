"""What was saved and where, with a button that opens it and one that shows it in its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.layout import FINGER, quiet
from ui.work import Work


class Saved(QWidget):
    """How saving ended, in one sentence; nothing of it is seen before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: Path | None = None
        self._work: Work | None = None
        self._wanted: tuple[Path, str] | None = None
        self.said: QLabel = quiet()
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QPushButton(self.tr("Open"), minimumHeight=FINGER)
        self.open.clicked.connect(self._open_file)
        self.show_in_folder = QPushButton(self.tr("Show in folder"), minimumHeight=FINGER)
        self.show_in_folder.clicked.connect(self._open_folder)
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(1)  # a long name has no place to break: it must not widen all
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addWidget(self.show_in_folder)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addLayout(row)
        self.hide()

    def follow(self, work: Work, file: Path, said: str) -> None:
        """Tell how work that writes a file ends; what was said of an earlier one goes.

        Where it was cancelled too late the file stands, and that is told. Why it failed is said
        by the link.

        Args:
            work: writes the file, or has written it; one that was followed before is told of no
                more.
            file: where it writes to.
            said: what to say once it is written.
        """
        self.hide()
        if self._work is not None:
            self._work.ended.disconnect(self._tell_end)
        self._work, self._wanted = work, (file, said)
        # A method of this object, and no lambda: the link may outlive the page.
        work.ended.connect(self._tell_end)
        if work.is_over:
            self._tell_end()

    def show_file(self, file: Path, said: str) -> None:
        """Say in a sentence what was saved, and offer to open it."""
        self._say(said, file)

    def say(self, said: str) -> None:
        """Say how else it ended: there is nothing to open."""
        self._say(said, None)

    def _tell_end(self) -> None:
        work, wanted = self._work, self._wanted
        self._work = None
        if work is None or wanted is None:
            return
        work.is_told = True
        if work.is_done:  # also where it was cancelled too late
            self.show_file(*wanted)
        elif work.is_cancelled:
            self.say(self.tr("Cancelled. Nothing was written."))

    def _say(self, said: str, file: Path | None) -> None:
        self.file = file
        self.said.setText(said)
        self.said.setToolTip(str(file) if file else "")
        for button in (self.open, self.show_in_folder):
            button.setVisible(file is not None)
            if file is not None:
                text = self.tr("{button}: {file}").format(button=button.text(), file=file.name)
                button.setAccessibleName(text)
        self.show()

    def _open_file(self) -> None:
        if self.file is not None:
            self._open(self.file)

    def _open_folder(self) -> None:
        if self.file is not None:
            self._open(self.file.parent)

    def _open(self, path: Path) -> None:
        """Hand a file to the program that the system has for it."""
        if not path.exists():
            self.say(self.tr("{file} is no longer there.").format(file=path))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.setText(
                self.tr("No program is known here that opens {file}.").format(file=path)
            )
