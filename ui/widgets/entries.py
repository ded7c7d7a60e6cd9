"""What lists of entries share: rows that can be deleted, and a dialog that stays open until what
it asks for can be stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMargins, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.layout import FINGER, named, quiet
from ui.widgets.wheel import WheelGuard
from ui.words import sentence

if TYPE_CHECKING:
    from model.records.errors import DiaryError
    from model.records.rules import Record


DELETE = "\u00d7"


@dataclass(frozen=True)
class Entry:
    """A row of a list: `name` is what its buttons call it, `more` stands below its text."""

    id: str
    name: str
    text: str
    more: str = ""
    time: str = ""


class EntryList(QWidget):
    """Entries one below the other, each with a button that deletes it and, if wanted, corrects it.

    `after` is the control below the list: Tab goes there last, and so does the focus when the
    last entry is gone.
    """

    removed = Signal(str)
    reopened = Signal(str)

    def __init__(self, after: QWidget, correctable: bool = False) -> None:
        super().__init__()
        self._after = after
        self._correctable = correctable
        self._entries: tuple[Entry, ...] = ()
        self._parts: list[QWidget] = []
        self._buttons: list[QToolButton] = []
        self._grid = QGridLayout(self, contentsMargins=QMargins(), verticalSpacing=4)
        self._grid.setColumnStretch(1, 1)
        self.setVisible(False)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; the focus stays where it was, for they may be read again."""
        if tuple(entries) == self._entries:
            return
        at = next((place for place, part in enumerate(self._buttons) if part.hasFocus()), None)
        pressed = None if at is None else self._buttons[at]
        old = self._parts
        self._entries, self._parts, self._buttons = tuple(entries), [], []
        for row, entry in enumerate(entries):
            self._lay_out(row, entry)
        self.setVisible(bool(entries))
        if at is not None and pressed is not None:
            self._heir(pressed, at).setFocus()
        for part in old:
            part.hide()
            part.deleteLater()
        self._order_tabs()

    def _heir(self, pressed: QToolButton, at: int) -> QWidget:
        """Return what has the focus next: the same button, else never one that deletes unasked."""
        name, deletes = pressed.accessibleName(), pressed.text() == DELETE
        same = [button for button in self._buttons if button.accessibleName() == name]
        if same:
            return same[0]
        if deletes and self._buttons:
            return self._buttons[min(at, len(self._buttons) - 1)]
        return self._after

    def _lay_out(self, row: int, entry: Entry) -> None:
        top = Qt.AlignmentFlag.AlignTop
        words = QLabel(entry.text, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        time = QLabel(entry.time, textFormat=Qt.TextFormat.PlainText)
        if not entry.more:  # one line stands at the middle of its buttons
            words.setMinimumHeight(FINGER)
            time.setMinimumHeight(FINGER)
        self._put(words, 2 * row, 1)
        if entry.time:  # an empty column would still be as wide as its margin
            self._put(time, 2 * row, 0, top)
        if entry.more:
            more = quiet(entry.more)
            more.setWordWrap(True)
            self._put(more, 2 * row + 1, 1, top)
        if self._correctable:
            correct = self._button(self.tr("Correct"), self.tr("Correct: {entry}"), entry)
            correct.clicked.connect(lambda: self.reopened.emit(entry.id))
            self._put(correct, 2 * row, 2, top, rows=2)
        delete = self._button(DELETE, self.tr("Delete: {entry}"), entry)
        delete.clicked.connect(lambda: self.removed.emit(entry.id))
        self._put(delete, 2 * row, 3, top, rows=2)

    def _button(self, text: str, says: str, entry: Entry) -> QToolButton:
        button = QToolButton(text=text, focusPolicy=Qt.FocusPolicy.StrongFocus)
        button.setMinimumSize(FINGER, FINGER)
        button.setAccessibleName(says.format(entry=entry.name))
        button.setToolTip(button.accessibleName())
        self._buttons.append(button)
        return button

    def _put(
        self,
        part: QWidget,
        row: int,
        column: int,
        align: Qt.AlignmentFlag | None = None,
        rows: int = 1,
    ) -> None:
        self._grid.addWidget(part, row, column, rows, 1, align or Qt.AlignmentFlag(0))
        part.show()  # now, not with the next event: it may be given the focus
        self._parts.append(part)

    def _order_tabs(self) -> None:
        """Let Tab come here before it comes to what stands below, though that was made first."""
        before: QWidget = self._after
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button
        if self._buttons:  # and from the last one to what stands below
            QWidget.setTabOrder(before, self._after)


class EntryDialog(QDialog):
    """A form with OK and Cancel; `entered` carries a record that may stand in the diary.

    With `waits` it stays open until `stored` is called: nothing typed is lost if storing fails.
    """

    entered = Signal(object)
    waits = False

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.finished.connect(self.deleteLater)
        self._wheel = WheelGuard(self)
        self.form = QFormLayout(
            fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow,
            rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows,
            verticalSpacing=10,
        )
        self.problem = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "banner")
        self.problem.setVisible(False)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setEnabled(False)
        self.buttons.accepted.connect(self._send)
        self.buttons.rejected.connect(self.reject)
        column = self._column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)

    def record(self) -> Record:
        """Return what was entered; raises DiaryError where that cannot be stored."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped lines need."""
        super().showEvent(event)
        self._fit()

    def _add(self, label: str, field: QWidget) -> None:
        """Add a row; the wheel changes its field only where that has the focus."""
        field.setMinimumHeight(FINGER)
        self._wheel.guard(field)
        self.form.addRow(label, field)

    def _fit(self) -> None:
        """Grow or shrink to what is shown: by itself a dialog does not ask wrapped lines."""
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _send(self) -> None:
        from model.records.errors import DiaryError

        try:
            record = self.record()
            record.check()
        except DiaryError as error:
            self._say(error)
            return
        if not self.waits:
            self.entered.emit(record)
            self.accept()
            return
        self.ok.setEnabled(False)  # until it is stored: a double click is one entry
        self.entered.emit(record)

    def stored(self) -> None:
        """Close: what was entered is in the diary."""
        self.accept()

    def may_press_again(self) -> None:
        """Let what was entered be sent once more, after it could not be stored."""
        self.ok.setEnabled(True)

    def _say(self, error: DiaryError) -> None:
        """Say what is wrong, on the screen and to a screen reader."""
        self.problem.setText(sentence(error))
        self.problem.setVisible(True)
        self._fit()
        QAccessible.updateAccessibility(QAccessibleEvent(self.problem, QAccessible.Event.Alert))


def choice(nothing: str, choices: Mapping[str, str], chosen: str = "") -> QComboBox:
    """Return a combo box of id -> name below `nothing`, whose data is the empty string."""
    box = QComboBox(
        sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon,
        minimumContentsLength=12,
        focusPolicy=Qt.FocusPolicy.StrongFocus,
    )
    box.addItem(nothing, "")
    for id_, name in choices.items():
        box.addItem(name, id_)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def region_choice(names: Mapping[str, str], chosen: str) -> QComboBox:
    """Return a combo box of all regions; where none is chosen, none is proposed."""
    nothing = QCoreApplication.translate("EntryDialog", "Choose a region")
    if chosen and chosen not in names:  # a region of one's own that was retired
        names = {chosen: chosen, **names}
    return choice(nothing, names, chosen)
