"""The dialog that asks under which name a file shall be saved; it adds the ending itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(
    parent: QWidget,
    title: str,
    name: Path,
    endings: dict[str, str],
    then: Callable[[Path], None],
    may_replace: bool = True,
) -> QFileDialog:
    """Open a save dialog and hand the chosen file to `then`.

    Args:
        parent: the page that asks.
        title: of the dialog.
        name: proposed file without its ending; a relative one starts where the user was last.
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
    if name.parent != Path():
        dialog.setDirectory(str(name.parent))
    dialog.selectFile(name.name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
