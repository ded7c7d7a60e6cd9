"""The switches above the map: paint, both sides, whose view, which part of the body."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.bodymap import BodyMap
from ui.settings import settings

_MIRRORED = "map/mirrored"


class MapTools(QWidget):
    """A row of switches; whose view is shown is remembered for the next start."""

    def __init__(self, body: BodyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._view = ""
        self.paint = self._switch(
            self.tr("Paint"), self.tr("Pick a number, then click or drag over regions (P)")
        )
        self.both = self._switch(
            self.tr("Both sides"), self.tr("Rate the right and the left together (B, or Shift)")
        )
        self.mirrored = self._switch(
            self.tr("Mirror"), self.tr("Show me as in a mirror: my right hand is on the right")
        )
        self.part = QToolButton(text=self.tr("Zoom"))
        self.part.setToolTip(self.tr("Show one part of the body larger"))
        self.part.clicked.connect(self._offer_parts)
        self.both.toggled.connect(body.set_both_sides)
        self.mirrored.toggled.connect(self._mirror)
        body.view_chosen.connect(self.show_part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.paint, self.both):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.mirrored, self.part):
            row.addWidget(button)
        for button in (self.paint, self.both, self.mirrored, self.part):
            button.setFixedHeight(28)  # pressed ones have a wider border: the map must not move

    def show_painting(self, on: bool) -> None:
        """Show whether painting is on, without starting or ending it."""
        with QSignalBlocker(self.paint):
            self.paint.setChecked(on)

    def show_part(self, view: str) -> None:
        """Show one view of the map alone, "" for all of them."""
        self._view = view
        self._body.set_view(view)
        self.part.setText(self.tr("Whole body") if view else self.tr("Zoom"))

    def restore(self) -> None:
        """Show the map as it was last looked at."""
        self.mirrored.setChecked(bool(settings().value(_MIRRORED, False, bool)))

    def _mirror(self, on: bool) -> None:
        self._body.set_mirrored(on)
        settings().setValue(_MIRRORED, on)

    def _offer_parts(self) -> None:
        if self._view:
            self.show_part("")
            return
        from PySide6.QtWidgets import QMenu

        from ui.widgets.titles import view_titles

        menu = QMenu(self.part)
        menu.aboutToHide.connect(menu.deleteLater)
        for view, title in view_titles().items():
            menu.addAction(title).triggered.connect(lambda _=False, view=view: self.show_part(view))
        menu.popup(self.part.mapToGlobal(self.part.rect().bottomLeft()))

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(text=text, checkable=True, toolTip=tip)
        button.setAccessibleDescription(tip)
        return button
