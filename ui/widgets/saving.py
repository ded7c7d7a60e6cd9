"""The dialog that asks under which name a file shall be saved; it adds the ending itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> str:
    """Return the folder in which the user keeps documents: where file dialogs begin."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def ask_where_to_save(
    parent: QWidget,
    title: str,
    name: str,
    endings: dict[str, str],
    then: Callable[[Path], None],
    may_replace: bool = True,
) -> QFileDialog:
    """Open a save dialog and hand the chosen file to `then`.

    Args:
        parent: the page that asks.
        title: of the dialog.
        name: proposed name without its ending; the dialog begins among the user's documents.
        endings: what a file of that ending is called -> the ending, without its dot.
        then: gets the file, with an ending.
        may_replace: ask whether an existing file shall be replaced, instead of leaving it to
            `then` to refuse it.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(endings))
    dialog.setDefaultSuffix(next(iter(endings.values())))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings[chosen]))
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not may_replace)
    dialog.setDirectory(documents())
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
