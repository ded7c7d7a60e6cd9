"""The dialog that shows what an import would do; nothing is written before Import is pressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.diary.entry_words import EntryWords
from ui.widgets.layout import FINGER, Column, heading, named, quiet
from ui.widgets.wheel import WheelGuard
from ui.words import translated

if TYPE_CHECKING:
    from model.records.previews import Choice, Contradiction, ImportPreview, KindPreview

MOST_UNKNOWN = 12
"""Names of columns that are told; of more only the number."""


GAP = 6
"""Points between the words of one entry and of the next."""


class ImportDialog(QDialog):
    """Shows what is new, what is there and what contradicts, and asks whose word counts."""

    def __init__(
        self,
        source: str,
        preview: ImportPreview,
        own_regions: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Show a preview of the file called `source`; `own_regions` names those by their ids."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Import of {file}").format(file=source))
        self.finished.connect(self.deleteLater)
        self._words = EntryWords(own_regions)
        self._wheel = WheelGuard(self)
        self._boxes: dict[str, QComboBox] = {}
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(4, 4, 4, 4)
        self._inside.setSpacing(10)
        self._say(self.tr("Nothing has been written yet. Undo takes the whole import back."))
        self._show_numbers(preview)
        if preview.conflicts:
            self._ask(preview)
        if preview.unknown:
            self._say(self._left_out(preview.unknown))
        self._inside.addStretch(1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self.buttons.addButton(
            self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        named(self.take, "primary")
        self.take.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Column(inside), 1)
        column.addWidget(self.buttons)
        self.resize(self.sizeHint())
        (next(iter(self._boxes.values())) if self._boxes else self.take).setFocus()

    def choices(self) -> dict[str, Choice]:
        """Return whose word counts, for each kind that contradicts the diary."""
        return {kind: cast("Choice", box.currentData()) for kind, box in self._boxes.items()}

    def sizeHint(self) -> QSize:
        """Ask for room for three columns of words, no more than the screen has."""
        room, letters = self.screen().availableSize(), self.fontMetrics()
        wanted = QSize(100 * letters.averageCharWidth(), 38 * letters.height())
        return wanted.boundedTo(room - QSize(40, 60))

    def _say(self, text: str) -> QLabel:
        line = quiet(text)
        line.setWordWrap(True)
        self._inside.addWidget(line)
        return line

    def _show_numbers(self, preview: ImportPreview) -> None:
        columns = [self.tr("What"), self.tr("New"), self.tr("Here"), self.tr("Conflict")]
        completes = any(kind.completed for kind in preview.kinds)
        if completes:
            columns.insert(3, self.tr("Time added"))
        self.numbers = Numbers()
        _dress(self.numbers, columns, self.tr("What the import brings"))
        bringing = [kind for kind in preview.kinds if kind.brings]
        rows = [
            (_name(kind), kind.added, kind.held, kind.completed, kind.conflicts)
            for kind in bringing
        ]
        if others := sum(kind.held for kind in preview.kinds if not kind.brings):
            rows.append((self.tr("Everything else"), 0, others, 0, 0))
        for name, added, held, completed, conflicts in rows:
            counts = [added, held, *([completed] if completes else []), conflicts]
            cells = [name, *(self.locale().toString(count) for count in counts)]
            item = QTreeWidgetItem(self.numbers, cells)
            told = (f"{head}: {cell}" for head, cell in zip(columns, cells, strict=True))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, "; ".join(told))
            for place in range(1, len(cells)):
                item.setTextAlignment(place, Qt.AlignmentFlag.AlignRight)
        header = self.numbers.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place in range(1, len(columns)):
            self.numbers.headerItem().setTextAlignment(place, right)
        self._inside.addWidget(self.numbers)
        if completes:
            self._say(
                self.tr(
                    "Time added: the rating is the same; the file knows when it was made, this"
                    " diary does not."
                )
            )

    def _ask(self, preview: ImportPreview) -> None:
        self._inside.addWidget(heading(self.tr("Where the file contradicts this diary")))
        form = QFormLayout(
            fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow,
            rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows,
            verticalSpacing=8,
        )
        asked = [kind for kind in preview.kinds if kind.conflicts]
        for kind in asked:
            self._boxes[kind.kind] = box = self._choice(kind)
            form.addRow(
                self.tr("{kind} ({count})").format(kind=_name(kind), count=kind.conflicts), box
            )
        self._inside.addLayout(form)
        self._say(
            self.tr(
                "The newer one: that made later where a time is known, else the one that says more."
                " Two diaries of one person then become the same, whichever takes in the other."
            )
        )
        self.conflicts = Wrapped(
            [self.tr("Entry"), self.tr("This diary"), self.tr("The file")],
            self.tr("Entries in conflict"),
        )
        for kind in asked:
            for one in kind.shown:
                self._add(kind, one)
            if hidden := kind.conflicts - len(kind.shown):
                more = self.tr("{kind}: {count} more").format(kind=_name(kind), count=hidden)
                self.conflicts.add([more, "", ""])
        self._inside.addWidget(self.conflicts)

    def _choice(self, kind: KindPreview) -> QComboBox:
        box = QComboBox(
            sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon,
            minimumContentsLength=12,
            minimumHeight=FINGER,
            focusPolicy=Qt.FocusPolicy.StrongFocus,
            accessibleName=self.tr("{kind} in conflict: whose word counts").format(
                kind=_name(kind)
            ),
        )
        box.addItem(self.tr("Keep this diary's"), "mine")
        box.addItem(self.tr("Take the file's"), "theirs")
        box.addItem(self.tr("The newer one"), "newer")
        if kind.both_can_stay:
            box.addItem(self.tr("Keep both"), "both")
        self._wheel.guard(box)
        return box

    def _add(self, kind: KindPreview, one: Contradiction) -> None:
        entry = self.tr("{kind}: {entry}").format(
            kind=_name(kind), entry=self._words.which(one.mine)
        )
        fields = one.fields
        self.conflicts.add(
            [entry, self._words.said(one.mine, fields), self._words.said(one.theirs, fields)]
        )

    def _left_out(self, unknown: tuple[str, ...]) -> str:
        names = ", ".join(unknown[:MOST_UNKNOWN])
        if len(unknown) <= MOST_UNKNOWN:
            text = self.tr("Left out, since Drymap has no place for it: {names}")
            return text.format(names=names)
        text = self.tr("Left out, since Drymap has no place for it: {names} and {count} more")
        return text.format(names=names, count=len(unknown) - MOST_UNKNOWN)


class Wrapped(QTableWidget):
    """A table of words whose cells wrap to the width there is."""

    def __init__(self, columns: list[str], name: str) -> None:
        super().__init__(0, len(columns))
        self._columns = columns
        self.setHorizontalHeaderLabels(columns)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(12 * self.fontMetrics().height())

    def add(self, cells: list[str]) -> None:
        """Add a row; a screen reader hears all of its cells at each."""
        row = self.rowCount()
        self.insertRow(row)
        pairs = zip(self._columns, cells, strict=True)
        told = "; ".join(f"{head}: {cell}" for head, cell in pairs if cell)
        for place, cell in enumerate(cells):
            item = QTableWidgetItem(cell)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told.replace("\n", ", "))
            item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self.setItem(row, place, item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + GAP)


def _name(kind: KindPreview) -> str:
    from model.records.previews import KIND_NAMES

    return translated("Kind", KIND_NAMES[kind.kind])


class Numbers(QTreeWidget):
    """A short table that is as high as its rows."""

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        rows = self.topLevelItemCount()
        row = max(24, self.sizeHintForRow(0)) if rows else 24
        return QSize(320, self.header().sizeHint().height() + rows * row + 6)

    def minimumSizeHint(self) -> QSize:
        """Never scroll in itself; what it lies in does."""
        return QSize(240, self.sizeHint().height())


def _dress(tree: QTreeWidget, columns: list[str], name: str) -> None:
    tree.setHeaderLabels(columns)
    tree.setAccessibleName(name)
    tree.setRootIsDecorated(False)
    tree.setAlternatingRowColors(True)
    tree.setUniformRowHeights(False)
    tree.header().setSectionsMovable(False)
    tree.header().setStretchLastSection(False)
