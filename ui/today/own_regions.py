"""Regions of one's own: a named spot within a region is added, renamed, retired or deleted."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.catalog.regions import REGIONS
from model.records.errors import DiaryError
from model.records.person import OwnRegion
from model.records.rules import NAME_LIMIT, OWN_PREFIX, new_id
from ui.look import look_of
from ui.widgets.layout import card, heading, quiet
from ui.widgets.region_rows import ROW_HEIGHT, Rows
from ui.widgets.wheel import WheelGuard
from ui.words import sentence


class OwnRegions(QWidget):
    """The card with the list of one's own regions and what can be done with them."""

    added = Signal(object)  # an OwnRegion
    changed = Signal(object)  # an OwnRegion
    deleted = Signal(object)  # an OwnRegion

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: dict[str, OwnRegion] = {}
        self._with_entries: frozenset[str] = frozenset()
        self._names: Mapping[str, str] = {}
        self.rows = Rows(self.tr("Regions of my own"))
        self.rows.currentItemChanged.connect(self._offer)
        self.add = QPushButton(self.tr("&Add a region\u2026"))
        self.rename = QPushButton(self.tr("Re&name\u2026"))
        self.retire = QPushButton()
        self.delete = QPushButton(self.tr("D&elete"))
        self._why = quiet()
        for button, deed in (
            (self.add, self._ask_new),
            (self.rename, self._ask_name),
            (self.retire, self._retire_or_take_back),
            (self.delete, lambda: self.deleted.emit(self._own[self.rows.current()])),
        ):
            button.clicked.connect(deed)
        self._build()
        self._offer()

    def show_state(
        self, own: Sequence[OwnRegion], with_entries: frozenset[str], names: Mapping[str, str]
    ) -> None:
        """Show the patient's own regions, those in use first; `names` has every region's."""
        in_use_first = sorted(own, key=lambda region: (region.retired, region.name.casefold()))
        fresh = [r.id for r in in_use_first if self._own and r.id not in self._own]
        self._own = {region.id: region for region in in_use_first}
        self._with_entries, self._names = with_entries, names
        self.rows.show_rows(
            [(region.id, self._text(region)) for region in in_use_first], *fresh[:1]
        )
        grey = QBrush(QColor(look_of(self.palette()).quiet))
        for place, region in enumerate(in_use_first):
            item = self.rows.topLevelItem(place)
            if region.retired and item is not None:
                item.setForeground(0, grey)
        self.rows.setVisible(bool(own))
        tall = QSizePolicy.Policy.Preferred if own else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self._offer()

    def _build(self) -> None:
        frame, box = card()
        about = quiet(self.tr("A named spot within a region, such as a scar on the right palm."))
        for label in (about, self._why):
            label.setWordWrap(True)
        buttons = QGridLayout()
        for place, button in enumerate((self.add, self.rename, self.retire, self.delete)):
            button.setAutoDefault(False)
            button.setMinimumHeight(ROW_HEIGHT)
            buttons.addWidget(button, place // 2, place % 2)
        box.addWidget(heading(self.tr("Regions of my own")))
        box.addWidget(about)
        box.addWidget(self.rows, 1)
        box.addLayout(buttons)
        box.addWidget(self._why)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)

    def _text(self, region: OwnRegion) -> str:
        """Return a name and, on a line of its own for either direction of writing, where it is."""
        where = self._names.get(region.parent, region.parent)
        if region.retired:
            where = self.tr("{region} \u2013 retired").format(region=where)
        return "\n".join((region.name, where))

    def _offer(self) -> None:
        region = self._own.get(self.rows.current())
        used = region is not None and region.id in self._with_entries
        retired = region is not None and region.retired
        self.rename.setEnabled(region is not None)
        self.retire.setEnabled(region is not None)
        self.delete.setEnabled(region is not None and not used)
        self.retire.setText(self.tr("Take bac&k") if retired else self.tr("&Retire"))
        self._why.setVisible(used)
        self._why.setText(
            self.tr("Its entries need its name, so it is kept.")
            if retired
            else self.tr("Its entries need its name, so it can only be retired.")
        )

    def _retire_or_take_back(self) -> None:
        region = self._own[self.rows.current()]
        self.changed.emit(replace(region, retired=not region.retired))

    def _ask_new(self) -> None:
        asked = OwnRegionDialog(None, self._taken(), self._names, self)
        asked.chosen.connect(self.added)
        asked.open()

    def _ask_name(self) -> None:
        region = self._own[self.rows.current()]
        asked = OwnRegionDialog(region, self._taken() - {plain(region.name)}, self._names, self)
        asked.chosen.connect(self.changed)
        asked.open()

    def _taken(self) -> frozenset[str]:
        own = (region.name for region in self._own.values())
        return frozenset(plain(name) for name in (*self._names.values(), *own))


class OwnRegionDialog(QDialog):
    """Asks for the name of a spot and, if it is new, for the region in which it lies."""

    chosen = Signal(object)  # an OwnRegion

    def __init__(
        self,
        region: OwnRegion | None,
        taken: Collection[str],
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._region, self._taken = region, taken
        self.setWindowTitle(self.tr("Rename a region") if region else self.tr("A region of my own"))
        self.name = QLineEdit(region.name if region else "", maxLength=NAME_LIMIT)
        self.name.inputRejected.connect(self._say_too_long)
        self.name.textEdited.connect(self._forget_said)
        self.parent_region = QComboBox()
        self.parent_region.addItem(self.tr("Choose a region"), "")
        for known in REGIONS:
            self.parent_region.addItem(names.get(known, known), known)
        self.parent_region.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.parent_region.setMinimumContentsLength(18)
        self._wheel = WheelGuard(self)
        self._wheel.guard(self.parent_region)
        self.said = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())  # room for a sentence
        self._build(names)

    def _build(self, names: Mapping[str, str]) -> None:
        form = QFormLayout(rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Name"), self.name)
        if self._region is None:
            form.addRow(self.tr("&Lies in"), self.parent_region)
        else:  # what was recorded there stays where it was
            where = names.get(self._region.parent, self._region.parent)
            form.addRow(self.tr("Lies in"), QLabel(where, textFormat=Qt.TextFormat.PlainText))
            self.parent_region.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.setMinimumWidth(320)
        self.name.setFocus()
        self.name.selectAll()

    def accept(self) -> None:
        """Hand the region on, or say in one sentence what is missing and stay."""
        name = self.name.text().strip()
        if not plain(name):
            self._say(self.tr("Give the region a name."), self.name)
        elif plain(name) in self._taken:
            self._say(self.tr("There is a region of this name already. Choose another."), self.name)
        elif self._region is None and not self.parent_region.currentData():
            self._say(self.tr("Choose the region in which it lies."), self.parent_region)
        else:
            self._hand_on(name)

    def _hand_on(self, name: str) -> None:
        if self._region is None:
            where = str(self.parent_region.currentData())
            region = OwnRegion(name, where, id=OWN_PREFIX + new_id())
        else:
            region = replace(self._region, name=name)
        try:
            region.check()
        except DiaryError as error:
            self._say(sentence(error), self.name)
            return
        if region != self._region:
            self.chosen.emit(region)
        super().accept()

    def _forget_said(self) -> None:
        if len(self.name.text()) < NAME_LIMIT:  # a name cut short when pasted is edited as well
            self.said.clear()

    def _say_too_long(self) -> None:
        self.said.setText(
            self.tr("A name has at most {count} characters.").format(count=NAME_LIMIT)
        )

    def _say(self, text: str, field: QWidget) -> None:
        self.said.setText(text)
        field.setAccessibleDescription(text)
        field.setFocus()


def plain(name: str) -> str:
    """Return a name without what the eye does not tell apart; "" if there is nothing to see."""
    seen = "".join(
        letter
        for letter in unicodedata.normalize("NFKC", name)
        if letter.isprintable() or letter.isspace()
    )
    return " ".join(seen.casefold().split())
