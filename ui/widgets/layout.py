"""Cards, headings and quiet lines: the few parts from which every page is laid out."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

W = TypeVar("W", bound=QWidget)

FINGER = 30
"""Points: what a wet finger can hit."""


class Card(QFrame):
    """A card; its parts go into the column `box`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 14, 16, 14)


def card() -> tuple[QFrame, QVBoxLayout]:
    """Return a card and the column into which its parts go."""
    frame = Card()
    return frame, frame.box


def named(widget: W, name: str) -> W:
    """Give a widget the name by which the style sheet knows it."""
    widget.setObjectName(name)
    return widget


class Column(QScrollArea):
    """A column that scrolls up and down on the colour of its card, never sideways."""

    def __init__(self, inside: QWidget) -> None:
        # The style sheet makes it see-through: asking Qt for the viewport would load the Python
        # class of every widget there is, to find out which one it has.
        super().__init__(widgetResizable=True)
        inside.setObjectName("inside")
        self._inside = inside
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside takes the keys
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of what is inside, so that nothing is cut off at the side."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, 120)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask again when what is inside has changed; Qt lets a scroll area watch that."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def title(text: str = "") -> QLabel:
    """Return the title of a page."""
    return _label(text, "title")


def header(name: QLabel, state: QLabel, *parts: QWidget) -> QHBoxLayout:
    """Return the head of a page: its title above its state, and its buttons at the right."""
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(name)
    words.addWidget(state)
    row = QHBoxLayout()
    row.addLayout(words, 1)
    for part in parts:
        row.addWidget(part)
    return row


def heading(text: str = "") -> QLabel:
    """Return the heading of a card."""
    return _label(text, "heading")


def quiet(text: str = "") -> QLabel:
    """Return a line of explanation."""
    return _label(text, "quiet")


def _label(text: str, name: str) -> QLabel:
    # Plain text only: rich text would load local files named in a note.
    return named(QLabel(text, textFormat=Qt.TextFormat.PlainText), name)
