"""Rows of regions that a finger can hit: plain lists, and the tree in which regions are ticked."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from model.catalog.regions import GROUPS, REGIONS
from model.records.person import OwnRegion
from model.records.rules import OWN_PREFIX
from ui.look import look_of
from ui.words import translated

ID = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 30
"""Points: what a wet finger hits."""


class Rows(QTreeWidget):
    """A list of regions, each in a row that a finger can hit."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, headerHidden=True, rootIsDecorated=False)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(WholeRow(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 4 * ROW_HEIGHT)

    def sizeHint(self) -> QSize:
        """Ask for little and take what there is: the dialog scrolls only where it must."""
        return self.minimumSize()

    def current(self) -> str:
        """Return the id of the current row, "" where there is none."""
        item = self.currentItem()
        return str(item.data(0, ID) or "") if item else ""

    def show_rows(self, rows: Sequence[tuple[str, str]], current: str = "") -> None:
        """Show ids with their texts; the current row, its place and the scrolling stay."""
        wanted, before = current or self.current(), self.currentItem()
        place = 0 if before is None else self.indexOfTopLevelItem(before)
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clear()
            items = {region: row(self.invisibleRootItem(), region, text) for region, text in rows}
            if items:
                beside = list(items.values())[min(place, len(items) - 1)]
                self.setCurrentItem(items.get(wanted, beside))
        self.verticalScrollBar().setValue(scrolled)
        if current in items:
            self.scrollToItem(items[current])


def row(parent: QTreeWidgetItem, region: str, text: str) -> QTreeWidgetItem:
    """Add a region below `parent`; its name is shown as it was typed, never as HTML."""
    item = QTreeWidgetItem(parent, [text])
    item.setData(0, ID, region)
    if region.startswith(OWN_PREFIX):  # may be too long for its row
        item.setToolTip(0, f"<span>{html.escape(text)}</span>")
    return item


class RegionTree(Rows):
    """All regions in their groups, each with a tick; the arrow keys pass over the groups."""

    ticked = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemsExpandable(False)
        self.setIndentation(14)
        self.setMinimumHeight(8 * ROW_HEIGHT)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups = {
            group: self._group(translated("RegionGroup", GROUPS[group])) for group in GROUPS
        }
        for region in REGIONS.values():
            self._add(region.id, self._groups[region.group])
        self._own = self._group(self.tr("Of my own"))
        self.go_to_first()
        self.itemChanged.connect(self._tell)

    def show_regions(
        self, names: Mapping[str, str], own: Sequence[OwnRegion], ticked: frozenset[str]
    ) -> None:
        """Show the names of all regions and which of them are in the list."""
        with QSignalBlocker(self):
            wanted = {region.id: region.name for region in own}
            known = {item.data(0, ID): item for item in _children(self._own)}
            for region, item in known.items():
                if region not in wanted:
                    self._own.removeChild(item)
                    del self._items[region]
            for region in wanted:
                if region not in known:
                    self._add(region, self._own)
            for region, item in self._items.items():
                item.setText(0, wanted.get(region) or names.get(region, region))
                on = region in ticked
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def show_only(self, text: str) -> bool:
        """Hide what has not every word of `text` in its name or its group's; False if all."""
        words = text.casefold().split()
        any_found = False
        for group in (*self._groups.values(), self._own):
            found = False
            for item in _children(group):
                searched = f"{item.text(0)} {group.text(0)}".casefold()
                matches = all(word in searched for word in words)
                item.setHidden(not matches)
                found |= matches
            group.setHidden(not found)
            any_found |= found
        return any_found

    def go_to_first(self) -> bool:
        """Make the first region that is shown the current one; False if there is none."""
        for group in (*self._groups.values(), self._own):
            for item in _children(group):
                if not item.isHidden():
                    self.setCurrentItem(item)
                    return True
        return False

    def moveCursor(self, action: Rows.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Pass over the groups, which cannot be ticked."""
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or index.parent().isValid():
            return index
        upwards = action in (Rows.CursorAction.MoveUp, Rows.CursorAction.MovePageUp)
        beyond = self.indexAbove(index) if upwards else self.indexBelow(index)
        return beyond if beyond.isValid() else self.currentIndex()

    def _group(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [name])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setExpanded(True)
        return item

    def _add(self, region: str, group: QTreeWidgetItem) -> None:
        item = row(group, region, "")
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(0, Qt.CheckState.Unchecked)
        self._items[region] = item

    def _tell(self, item: QTreeWidgetItem) -> None:
        self.ticked.emit(item.data(0, ID), item.checkState(0) == Qt.CheckState.Checked)


class Box(QCheckBox):
    """A check box whose frame is seen in the dark too."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        painter = QPainter(self)
        _paint_box(painter, self.style().subElementRect(part, option, self), self.isChecked(), self)
        painter.end()


class WholeRow(QStyledItemDelegate):
    """Ticks where the row is clicked anywhere, not only on its small box."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        view = self.parent()
        if state is None or not isinstance(view, QWidget):
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        place = view.style().subElementRect(part, whole, view)
        _paint_box(painter, place, Qt.CheckState(state) == Qt.CheckState.Checked, view)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if not isinstance(event, QMouseEvent) or state is None:
            return super().editorEvent(event, model, option, index)
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        # The second release of a double click never comes here: it ticks once, as was meant.
        if event.type() == QEvent.Type.MouseButtonRelease:
            ticked = Qt.CheckState(state) == Qt.CheckState.Checked
            turned = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)
        return False


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for place in range(item.childCount()) if (child := item.child(place))]


def _paint_box(painter: QPainter, place: QRect, ticked: bool, widget: QWidget) -> None:
    """Paint a box over the style's own, whose frame is lost on a dark card."""
    look = look_of(widget.palette())
    frame = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(look.accent if ticked else look.card))
    painter.setPen(QPen(QColor(look.accent if ticked else look.quiet), 1.2))
    painter.drawRoundedRect(frame, 2, 2)
    if ticked:
        painter.setPen(QPen(QColor(look.on_accent), 2))
        across, down = frame.width() / 12, frame.height() / 12
        corners = ((2.5, 6.2), (5, 9), (9.7, 3.4))
        painter.drawPolyline([frame.topLeft() + QPointF(x * across, y * down) for x, y in corners])
    painter.restore()
