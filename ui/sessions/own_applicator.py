"""The dialog in which a patient names an applicator of their own and the regions it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.catalog.applicators import FORBIDDEN_REGIONS
from model.records.rules import NAME_LIMIT, OWN_PREFIX, new_id
from model.records.treatment import OwnedApplicator
from ui.widgets.layout import FINGER, named, quiet
from ui.widgets.region_rows import ID, WholeRow
from ui.words import sentence

if TYPE_CHECKING:
    from model.records.errors import DiaryError

AROUND = QSize(40, 60)  # points of the screen that a window's frame and the desktop's bars need


class OwnApplicatorDialog(QDialog):
    """Asks for a name and regions; `named` carries the applicator, new or corrected.

    It is checked and stored by whoever takes it; the dialog stays open until it is `stored`, or
    will `say` what is wrong. Sent twice it is the same applicator.
    """

    named = Signal(object)

    def __init__(
        self,
        names: Mapping[str, str],
        parent: QWidget | None = None,
        applicator: OwnedApplicator | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Another applicator"))
        self._applicator = applicator
        self._own = OWN_PREFIX + new_id(), new_id()  # by two presses of OK no second one is made
        self.name = QLineEdit(applicator.name if applicator else "", maxLength=NAME_LIMIT)
        self.regions = QListWidget()
        self.regions.setAccessibleName(self.tr("Regions that it reaches"))
        self.regions.setItemDelegate(WholeRow(self.regions))
        self._offer(names, applicator.regions if applicator else ())
        self.name.setMinimumHeight(FINGER)
        policy = self.regions.sizePolicy()
        policy.setVerticalStretch(1)  # a form gives its rows no more than they ask for without it
        self.regions.setSizePolicy(policy)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Reaches"), self.regions)
        hint = quiet(
            self.tr("The chest is not offered: a maker's manual forbids current through it.")
        )
        hint.setWordWrap(True)
        self.problem = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "banner")
        self.problem.setVisible(False)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form, 1)
        for part in (hint, self.problem, buttons):
            column.addWidget(part)
        room = self.screen().availableSize() - AROUND
        self.resize(QSize(460, 600).boundedTo(room))

    def say(self, error: DiaryError) -> None:
        """Say what is wrong, on the screen and to a screen reader."""
        self.problem.setText(sentence(error))
        self.problem.setVisible(True)
        QAccessible.updateAccessibility(QAccessibleEvent(self.problem, QAccessible.Event.Alert))

    def stored(self) -> None:
        """Close: the applicator is in the diary."""
        self.accept()

    def may_press_again(self) -> None:
        """Let it be sent once more, after it could not be stored."""
        self.ok.setEnabled(True)

    def _offer(self, names: Mapping[str, str], reached: tuple[str, ...]) -> None:
        # A region that was retired since is no longer named, and stays reached all the same.
        for region in dict.fromkeys((*names, *reached)):
            if region not in FORBIDDEN_REGIONS:
                item = QListWidgetItem(names.get(region, region), self.regions)
                item.setData(ID, region)
                item.setSizeHint(QSize(0, FINGER))
                on = region in reached
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _accept(self) -> None:
        items = [self.regions.item(row) for row in range(self.regions.count())]
        chosen = tuple(
            item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked
        )
        name = self.name.text().strip()
        if self._applicator is not None:
            self.named.emit(replace(self._applicator, name=name, regions=chosen))
        else:
            applicator, id_ = self._own
            self.named.emit(OwnedApplicator(applicator, name, chosen, id=id_))
