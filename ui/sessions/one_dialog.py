"""The one dialog that a tab has open; it closes when its entry is in the diary, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from ui.widgets.entries import EntryDialog

if TYPE_CHECKING:
    from model.records.rules import Record
    from ui.sessions.own_applicator import OwnApplicatorDialog

    Dialog: TypeAlias = EntryDialog | OwnApplicatorDialog


class OneDialog(QObject):
    """Opens a dialog and remembers what it sent to be stored: a refusal loses nothing typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: Dialog | None = None
        self._sent: Record | None = None

    def open(self, dialog: Dialog) -> None:
        """Show a dialog above its tab."""
        self.shown, self._sent = dialog, None
        if isinstance(dialog, EntryDialog):
            dialog.waits = True
            dialog.entered.connect(self.sent)
        dialog.finished.connect(lambda: self._forget(dialog))
        dialog.open()

    def sent(self, record: Record) -> None:
        """Remember what is to be stored, and let it be sent once only."""
        self._sent = record
        if self.shown is not None:
            self.shown.ok.setEnabled(False)

    def stored(self, record: Record | None = None) -> None:
        """Close what is open if it sent `record`; None stands for whatever it sent."""
        if self.shown is not None and self._sent is not None and record in (None, self._sent):
            self.shown.stored()

    def may_press_again(self) -> None:
        """Let what was sent and refused be sent once more."""
        if self.shown is not None and self._sent is not None:
            self._sent = None
            self.shown.may_press_again()

    def _forget(self, dialog: Dialog) -> None:
        if self.shown is dialog:
            self.shown = self._sent = None
