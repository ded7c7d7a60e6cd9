"""The dialog in which a patient names an applicator of their own and the regions it reaches."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.catalog.applicators import FORBIDDEN_REGIONS
from model.records.rules import NAME_LIMIT, OWN_PREFIX, new_id
from model.records.treatment import OwnedApplicator
from ui.widgets.layout import quiet

ID = Qt.ItemDataRole.UserRole


class OwnApplicatorDialog(QDialog):
    """Asks for a name and regions; `named` carries the applicator, which is checked when stored."""

    named = Signal(object)

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Another applicator"))
        self.name = QLineEdit(maxLength=NAME_LIMIT)
        self.regions = QListWidget()
        self.regions.setAccessibleName(self.tr("Regions that it reaches"))
        for region, name in names.items():
            if region not in FORBIDDEN_REGIONS:
                item = QListWidgetItem(name, self.regions)
                item.setData(ID, region)
                item.setCheckState(Qt.CheckState.Unchecked)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Reaches"), self.regions)
        hint = quiet(
            self.tr("The chest is not offered: a maker's manual forbids current through it.")
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(buttons)

    def _accept(self) -> None:
        items = [self.regions.item(row) for row in range(self.regions.count())]
        chosen = [item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked]
        self.named.emit(
            OwnedApplicator(OWN_PREFIX + new_id(), self.name.text().strip(), tuple(chosen))
        )
