"""What to know before the first session, in a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.layout import Card, heading


class PlanCard(Card):
    """A card that is there only before the first session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels: list[QLabel] = []
        self.box.addWidget(heading(self.tr("Before the first session")))
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show one line for each thing to know; without any the card is not there."""
        while len(self.labels) < len(lines):
            label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
            self.labels.append(label)
            self.box.addWidget(label)
        for place, label in enumerate(self.labels):
            label.setText(lines[place] if place < len(lines) else "")
            label.setVisible(place < len(lines))
        self.setVisible(bool(lines))
