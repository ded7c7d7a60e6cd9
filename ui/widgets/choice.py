"""Small questions answered by one press: a choice of a few words, a counter, lines that wrap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.widgets.layout import FINGER

MOST = 99
"""The highest count that a diary takes (model.records.day.DayContext)."""


class Flow(QLayout):
    """Parts side by side in as many lines as the width asks for; none is ever cut off."""

    def __init__(self, parent: QWidget | None = None, across: int = 4, down: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._across * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Need no more than the widest part."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        """Fill line after line; a part that is too wide gets a line for itself."""
        lines: list[list[tuple[QLayoutItem, int]]] = []
        left = -1
        for item in self._shown():
            needed = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append((item, needed))
            left -= needed + self._across
        return lines

    def _arrange(self, rect: QRect, move: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            free = rect.width() - sum(w for _, w in line) - self._across * (len(line) - 1)
            wide = [(item, w + free if _stretches(item) else w) for item, w in line]
            high = max(_height(item, width) for item, width in wide)
            if move:
                self._place(wide, QRect(rect.left(), top, rect.width(), high))
            top += high + self._down
        return max(0, top - self._down - rect.top())

    def _place(self, line: list[tuple[QLayoutItem, int]], room: QRect) -> None:
        parent, left = self.parentWidget(), room.left()
        mirrored = parent is not None and parent.isRightToLeft()
        for item, width in line:
            height = _height(item, width)
            # Not by QStyle.visualRect: to load QStyle alone takes Python longer than this file.
            across = room.left() + room.right() + 1 - left - width if mirrored else left
            corner = QPoint(across, room.top() + (room.height() - height) // 2)
            item.setGeometry(QRect(corner, QSize(width, height)))
            left += width + self._across


class ChoiceButton(QPushButton):
    """A button with room for its text in bold, so that nothing moves when it is chosen."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)  # a single & would name a key
        self.setObjectName("choice")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._stand_out)

    def sizeHint(self) -> QSize:
        """Ask for what a finger can hit."""
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        width = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(max(FINGER, width + 14), max(FINGER, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Never cut the text off."""
        return self.sizeHint()

    def _stand_out(self, on: bool) -> None:
        font = self.font()
        font.setBold(on)
        self.setFont(font)


class Choice(QWidget):
    """One of a few words or none of them; pressing the chosen one again takes it back."""

    chosen = Signal(object)  # id of a term, or None

    def __init__(
        self,
        name: str,
        terms: Mapping[str, str],
        short: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out a button for each of `terms` (id -> text); `short` replaces long texts."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._terms = terms
        self._label = _label()
        self._buttons: dict[str, ChoiceButton] = {}
        flow = Flow(self)
        flow.addWidget(self._label)
        for term, text in terms.items():
            button = ChoiceButton((short or {}).get(term, text))
            button.setCheckable(True)
            if short and term in short:
                button.setToolTip(text)
            button.clicked.connect(lambda on, term=term: self._press(term if on else None))
            button.installEventFilter(self)
            flow.addWidget(button)
            self._buttons[term] = button
        self._stop_at(next(iter(self._buttons.values())))
        self.rename(name)

    def rename(self, name: str) -> None:
        """Ask the same under another name."""
        self.setAccessibleName(name)
        self._label.setText(name)
        for term, button in self._buttons.items():
            button.setAccessibleName(
                self.tr("{question}: {answer}").format(question=name, answer=self._terms[term])
            )

    def show_value(self, value: str | None) -> None:
        """Show what the diary holds; None is not recorded."""
        for term, button in self._buttons.items():
            button.setChecked(term == value)
        if value in self._buttons and not any(b.hasFocus() for b in self._buttons.values()):
            self._stop_at(self._buttons[value])

    def button(self, term: str) -> QPushButton:
        """Return the button of a term."""
        return self._buttons[term]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move the focus, and only that: in a QButtonGroup they would choose."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self._stop_at(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _step(event.key(), self.isRightToLeft())
            buttons = list(self._buttons.values())
            if step and watched in buttons:
                place = buttons.index(watched) + step
                buttons[max(0, min(place, len(buttons) - 1))].setFocus(
                    Qt.FocusReason.TabFocusReason
                )
                return True
        return super().eventFilter(watched, event)

    def _stop_at(self, stop: QPushButton) -> None:
        """Make one button the tab stop of all: Tab goes from question to question."""
        for button in self._buttons.values():
            only_clicked = Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else only_clicked)

    def _press(self, term: str | None) -> None:
        self.show_value(term)
        self.chosen.emit(term)


class Counter(QWidget):
    """How often something was done, 0 to 99; below 0 lies not recorded, shown as a dash."""

    chosen = Signal(object)  # int or None

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._name = name
        self._count: int | None = None
        self.less, self.more = ChoiceButton("\u2212"), ChoiceButton("+")
        self.less.setAccessibleName(self.tr("{what}: one less").format(what=name))
        self.more.setAccessibleName(self.tr("{what}: one more").format(what=name))
        self.less.clicked.connect(self._decrease)
        self.more.clicked.connect(self._increase)
        self.shown = _label()
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setMinimumWidth(self.shown.fontMetrics().horizontalAdvance("000"))
        stepper = QWidget()
        row = QHBoxLayout(stepper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self.less, self.shown, self.more):
            row.addWidget(part)
        flow = Flow(self)
        flow.addWidget(_label(name))
        flow.addWidget(stepper)
        self.show_value(None)

    def show_value(self, count: int | None) -> None:
        """Show what the diary holds; None is not recorded, 0 is none."""
        self._count = count
        self.shown.setText("\u2013" if count is None else str(count))
        font = self.shown.font()
        font.setBold(count is not None)
        self.shown.setFont(font)
        value = self.tr("not recorded") if count is None else str(count)
        said = self.tr("{question}: {answer}").format(question=self._name, answer=value)
        self.setAccessibleName(said)
        self.shown.setAccessibleName(said)
        for button in (self.less, self.more):
            button.setAccessibleDescription(value)

    def _increase(self) -> None:
        self._count_to(1 if self._count is None else min(MOST, self._count + 1))

    def _decrease(self) -> None:
        self._count_to(0 if self._count is None else self._count - 1 if self._count else None)

    def _count_to(self, count: int | None) -> None:
        if count != self._count:
            self.show_value(count)
            self.chosen.emit(count)


def _label(text: str = "") -> QLabel:
    return QLabel(text, textFormat=Qt.TextFormat.PlainText)


def _step(key: int, right_to_left: bool) -> int:
    """Return where an arrow key leads in a row: 1 to the next, -1 to the one before, else 0."""
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return 1 if key == Qt.Key.Key_Down else -1
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return 1 if (key == Qt.Key.Key_Right) != right_to_left else -1
    return 0


def _stretches(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
