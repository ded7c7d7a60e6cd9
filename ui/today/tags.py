"""Tags of a day: a button opens a list of triggers and own tags that stays open while ticking."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.choice import ChoiceButton, Flow
from ui.widgets.layout import Column, named
from ui.words import vocabulary

WIDTH, HIGHEST = 320, 330
"""Points that the list is wide, and high at most; a longer one scrolls."""


class TagsField(QWidget):
    """A button for the list of tags, and beside it the tags of the day in words."""

    changed = Signal(object)  # tuple of ids of triggers and of own tags

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._tags: tuple[str, ...] = ()
        self._known: tuple[str, ...] = ()
        self._list: TagList | None = None
        self.button = ChoiceButton(self.tr("Tags"))
        self.button.clicked.connect(self._open)
        self.shown = ElidedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.shown, 1)
        row.addWidget(self.button)

    def show_tags(self, tags: Sequence[str], known: Sequence[str]) -> None:
        """Show the tags of a day and offer those that were used before."""
        self._tags = tuple(tags)
        self._known = tuple(known)
        self._show()

    def _show(self) -> None:
        if self._tags and not self._names:
            self._names = _trigger_names()
        text = ", ".join(self._names.get(tag, tag) for tag in self._tags)
        self.shown.show_text(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button.setAccessibleDescription(text or self.tr("none chosen"))
        if self._list is not None:
            self._list.show_tags(self._tags)

    def _open(self) -> None:
        """Build the list when it is wanted: most days nobody opens it."""
        self._names = self._names or _trigger_names()
        self._list = TagList(self._names, self.button)
        self._list.offer(self._known)
        self._list.show_tags(self._tags)
        self._list.toggled.connect(self._toggle)
        self._list.closed.connect(self._forget)
        self._list.open_below(self.button)

    def _forget(self) -> None:
        if self._list is not None:
            self._list.deleteLater()
            self._list = None

    def _toggle(self, tag: str, on: bool) -> None:
        rest = tuple(each for each in self._tags if each != tag)
        self._tags = (*rest, tag) if on else rest
        self._show()
        self.changed.emit(self._tags)


class TagList(QFrame):
    """A popup of buttons to tick with a line for an own tag below them; Esc closes it."""

    toggled = Signal(str, bool)  # tag, and whether the day has it now
    closed = Signal()

    def __init__(self, names: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        # A click on the button closes the list; without this it would open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._names = names
        self.buttons: dict[str, QPushButton] = {}
        self.own = named(
            QLineEdit(maxLength=_name_limit(), placeholderText=self.tr("Own tag")), "tag"
        )
        self.own.setAccessibleName(self.tr("Own tag, Enter adds it"))
        self.own.setMinimumHeight(30)
        self.own.returnPressed.connect(self._add_own)
        inside = QWidget()
        self._flow = Flow(inside)
        self._column = Column(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self._column)
        box.addWidget(self.own)
        self.offer(tuple(names))

    def offer(self, tags: Sequence[str]) -> None:
        """Add a button for each tag that has none."""
        for tag in tags:
            if tag not in self.buttons:
                name = " ".join(self._names.get(tag, tag).split())
                text = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDTH - 60)
                button = ChoiceButton(text)
                button.setCheckable(True)
                button.setAccessibleName(name)
                button.setToolTip(_plain_tooltip(name) if text != name else "")
                button.clicked.connect(lambda on, tag=tag: self.toggled.emit(tag, on))
                button.installEventFilter(self)
                self._flow.addWidget(button)
                self.buttons[tag] = button
        for before, after in pairwise((*self.buttons.values(), self.own)):
            QWidget.setTabOrder(before, after)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Tick the tags of the day."""
        self.offer(tags)
        for tag, button in self.buttons.items():
            button.setChecked(tag in tags)

    def open_below(self, button: QWidget) -> None:
        """Show the list under its button, wholly on the screen."""
        self.ensurePolished()
        bar = self._column.verticalScrollBar().sizeHint().width()
        self._column.setFixedSize(WIDTH, min(self._flow.heightForWidth(WIDTH - bar), HIGHEST))
        self.adjustSize()
        screen = button.screen().availableGeometry()
        corner = button.mapToGlobal(button.rect().bottomRight()) - QPoint(self.width(), 0)
        right, bottom = screen.right() - self.width(), screen.bottom() - self.height()
        self.move(
            max(screen.left(), min(corner.x(), right)), max(screen.top(), min(corner.y(), bottom))
        )
        self.show()
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc without adding what was typed; keys that no part took end here."""
        if event.key() == Qt.Key.Key_Escape:
            self.own.clear()
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to the button that the keys have reached."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self._column.ensureWidgetVisible(watched, 0, 4)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Add what was typed, and say that the list is closed, however that came."""
        self._add_own()
        self.closed.emit()

    def _add_own(self) -> None:
        """Tick the tag that was typed, under whichever name it is known already."""
        typed = " ".join(self.own.text().split())
        if not typed:
            return
        self.own.clear()
        known = {button.accessibleName().casefold(): tag for tag, button in self.buttons.items()}
        tag = known.get(typed.casefold(), typed)
        self.offer((tag,))
        if not self.buttons[tag].isChecked():
            self.buttons[tag].setChecked(True)
            self.toggled.emit(tag, True)


class ElidedLabel(QLabel):
    """A line of plain text that ends in dots where the room ends, and tells all in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, alignment: Qt.AlignmentFlag) -> None:
        """Show the text, or as much of it as there is room for."""
        self._whole = " ".join(text.split())
        self.setAlignment(alignment)
        self.setAccessibleName(self._whole)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: the tooltip has the rest."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        text = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(0, self.width() - 2)
        )
        self.setText(text)
        self.setToolTip(_plain_tooltip(self._whole) if text != self._whole else "")


def _plain_tooltip(text: str) -> str:
    """Return a tooltip that shows the text literally: Qt takes what looks like HTML for HTML."""
    if "<" not in text:
        return text
    from html import escape  # seldom needed

    return f"<p>{escape(text)}</p>"


def _trigger_names() -> dict[str, str]:
    from model.catalog.terms import TRIGGERS

    return vocabulary("Trigger", TRIGGERS)


def _name_limit() -> int:
    from model.records.rules import NAME_LIMIT

    return NAME_LIMIT
