"""My regions: which regions one follows, in which order, and the regions of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.catalog.regions import REGIONS, pair_of
from model.records.person import FollowedRegion, OwnRegion
from ui.today.own_regions import OwnRegions
from ui.widgets.layout import Column, card, heading, quiet
from ui.widgets.region_rows import ROW_HEIGHT, Box, RegionTree, Rows

LAST_PLACE = 999
"""The last place in the list that a FollowedRegion may have."""


class RegionsDialog(QDialog):
    """Every press is told at once; whoever stores it calls `show_state` with what then holds."""

    followed_chosen = Signal(object)  # FollowedRegions to be put, as a tuple
    own_region_put = Signal(object)  # an OwnRegion
    own_region_removed = Signal(object)  # an OwnRegion and its FollowedRegion if any, as a tuple

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("My regions"))
        self._stored: dict[str, FollowedRegion] = {}
        self._listed: list[str] = []
        self._own: dict[str, OwnRegion] = {}
        self._with_entries: frozenset[str] = frozenset()
        self._names: dict[str, str] = {}
        self._said = quiet()
        self._build()

    def show_state(
        self,
        followed: Sequence[FollowedRegion],
        listed: Sequence[str],
        own: Sequence[OwnRegion],
        own_with_entries: frozenset[str],
        names: Mapping[str, str],
    ) -> None:
        """Show what the diary holds; `listed` is the list of Today, in its order."""
        self._stored = {record.region: record for record in followed}
        self._listed = list(listed)
        self._own = {region.id: region for region in own}
        self._with_entries = own_with_entries
        self._names = dict(names)
        self._show()

    def mine(self) -> tuple[str, ...]:
        """Return the regions in my list, in its order; what was taken out or retired is not."""
        return tuple(
            region
            for region in self._listed
            if (region not in self._stored or self._stored[region].followed)
            and not (region in self._own and self._own[region].retired)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus with Enter; elsewhere Enter closes nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()

    def _build(self) -> None:
        hint = quiet(
            self.tr(
                "Two to eight regions are enough: those that bother you most. Each takes a moment"
                " every day."
            )
        )
        for label in (hint, self._said):
            label.setWordWrap(True)
        right = QWidget()
        cards = QVBoxLayout(right)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.addWidget(self._list_card(), 3)
        self.own = OwnRegions()
        self.own.added.connect(self._add_own)
        self.own.changed.connect(self._put_own)
        self.own.deleted.connect(self._delete_own)
        cards.addWidget(self.own, 2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # Enter in the search field shall not close the dialog
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(Column(_Sides(self._tree_card(), right)), 1)
        column.addLayout(foot)
        room = self.screen().availableSize() - QSize(40, 60)
        self.resize(QSize(880, 640).boundedTo(room))
        self.search.setFocus()

    def _tree_card(self) -> QFrame:
        self.search = QLineEdit(
            placeholderText=self.tr("Search, for instance hand"), clearButtonEnabled=True
        )
        self.search.setAccessibleName(self.tr("Search for a region"))
        self.search.setMinimumHeight(ROW_HEIGHT)
        # Most who sweat too much do so on both sides alike; that both get their tick is seen
        # at once, and a tick is taken back on its own side only.
        self.both = Box(self.tr("&Tick both sides together"), checked=True)
        self.tree = RegionTree(self.tr("All regions"))
        self._none_found = quiet(self.tr("No region has this name."))
        self._none_found.hide()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._go_to_first_found)
        self.tree.ticked.connect(self._tick)
        frame, box = card()
        box.addWidget(heading(self.tr("All regions")))
        for part in (self.search, self.both, self._none_found):
            box.addWidget(part)
        box.addWidget(self.tree, 1)
        return frame

    def _list_card(self) -> QFrame:
        self.list = Rows(self.tr("My list"))
        self.up = QPushButton(self.tr("Move &up"), toolTip=self.tr("Alt+Up"))
        self.down = QPushButton(self.tr("Move &down"), toolTip=self.tr("Alt+Down"))
        self.remove = QPushButton(self.tr("Re&move from my list"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(lambda: self._unfollow(self.list.current()))
        frame, box = card()
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), frame)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))
        steps = QHBoxLayout()
        steps.addWidget(self.up)
        steps.addWidget(self.down)
        self._stays = quiet()
        self._stays.setWordWrap(True)
        self._my_heading = heading()
        box.addWidget(self._my_heading)
        box.addWidget(self.list, 1)
        box.addLayout(steps)
        box.addWidget(self.remove)
        box.addWidget(self._stays)
        for button in (self.up, self.down, self.remove):
            button.setAutoDefault(False)
            button.setMinimumHeight(ROW_HEIGHT)
        return frame

    def _show(self, current: str = "") -> None:
        mine = self.mine()
        own = [region for region in self._own.values() if not region.retired]
        self.tree.show_regions(self._names, own, frozenset(mine))
        self._filter(self.search.text())
        self.list.show_rows([(region, self._name(region)) for region in mine], current)
        self._my_heading.setText(self.tr("My list ({count})").format(count=len(mine)))
        self._stays.setText(
            self.tr("What you have rated stays in the diary.")
            if mine
            else self.tr("Nothing yet. What you tick in All regions stands here.")
        )
        for button in (self.up, self.down, self.remove):
            button.setEnabled(bool(mine))
        self.own.show_state(tuple(self._own.values()), self._with_entries, self._names)

    def _name(self, region: str) -> str:
        own = self._own.get(region)
        return own.name if own else self._names.get(region, region)

    def _filter(self, text: str) -> None:
        self._none_found.setVisible(not self.tree.show_only(text))

    def _go_to_first_found(self) -> None:
        if self.tree.go_to_first():
            self.tree.setFocus()

    def _tick(self, region: str, on: bool) -> None:
        if not on:
            self._unfollow(region)
            return
        self._follow(self._with_pair(region))

    def _with_pair(self, region: str) -> tuple[str, ...]:
        """Return a region and, if both sides are wanted, its other side, right before left."""
        pair = pair_of(region)
        if not pair or not self.both.isChecked():
            return (region,)
        sides = (known for known in REGIONS if known in (region, pair))
        return tuple(side for side in sides if side not in self.mine())

    def _follow(self, regions: Sequence[str]) -> None:
        self._put(added(self.mine(), self._stored, regions), regions[-1])
        self._say(self.tr("Added: {regions}"), regions)

    def _unfollow(self, region: str) -> None:
        record = self._stored.get(region) or FollowedRegion(region)
        self._put((replace(record, followed=False),))
        self._say(self.tr("Removed: {regions}"), (region,))

    def _move(self, step: int) -> None:
        region = self.list.current()
        if region:
            self._put(moved(self.mine(), self._stored, region, step), region)

    def _add_own(self, region: OwnRegion) -> None:
        self._put_own(region)
        self._follow((region.id,))

    def _put_own(self, region: OwnRegion) -> None:
        self._own[region.id] = region
        self._names[region.id] = region.name
        self._show()
        self.own_region_put.emit(region)

    def _delete_own(self, region: OwnRegion) -> None:
        """Take a region out with its place in the list: the diary lets no such place be left."""
        del self._own[region.id]
        self._listed = [known for known in self._listed if known != region.id]
        place = self._stored.pop(region.id, None)
        self._show()
        self.own_region_removed.emit((region,) if place is None else (region, place))

    def _put(self, records: tuple[FollowedRegion, ...], current: str = "") -> None:
        """Show at once what will hold, so that a quick second press builds on the first."""
        if not records:
            return
        self._stored |= {record.region: record for record in records}
        known = dict.fromkeys((*self._listed, *(record.region for record in records)))
        self._listed = sorted(known, key=self._place)
        self._show(current)
        self.followed_chosen.emit(records)

    def _place(self, region: str) -> int:
        record = self._stored.get(region)
        return record.position if record and record.followed else LAST_PLACE + 1

    def _say(self, text: str, regions: Iterable[str]) -> None:
        # Isolated: a name written from right to left turns nothing around it.
        names = ", ".join(f"\u2068{self._name(region)}\u2069" for region in regions)
        self._said.setText(text.format(regions=names))


class _Sides(QWidget):
    """Two parts side by side, or one below the other where the window is narrow."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._parts = (left, right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in self._parts:
            self._box.addWidget(part, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the wider part only."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts beside each other where both fit."""
        super().resizeEvent(event)
        both = sum(part.minimumSizeHint().width() for part in self._parts) + self._box.spacing()
        beside = event.size().width() >= both
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)


def added(
    mine: Sequence[str], stored: Mapping[str, FollowedRegion], regions: Sequence[str]
) -> tuple[FollowedRegion, ...]:
    """Return the records that add regions: new ones at the end, known ones at their old place."""
    places = [stored[region].position for region in mine if region in stored]
    end = max(places, default=-1) + 1
    if end + len(regions) > LAST_PLACE + 1:  # a file may bring any place up to the last
        return in_order((*mine, *regions), stored)
    new = iter(range(end, LAST_PLACE + 1))
    return tuple(
        replace(stored[region], followed=True)
        if region in stored
        else FollowedRegion(region, position=next(new))
        for region in regions
    )


def moved(
    mine: Sequence[str], stored: Mapping[str, FollowedRegion], region: str, step: int
) -> tuple[FollowedRegion, ...]:
    """Return the records that change when a region moves up (-1) or down (1) in the list.

    What is listed only because it was rated lately stands below all that is followed, so whatever
    comes to stand above a followed region becomes followed itself.
    """
    place = mine.index(region)
    if not 0 <= place + step < len(mine):
        return ()
    order = list(mine)
    order.insert(place + step, order.pop(place))
    last = max(at for at, known in enumerate(order) if known == region or known in stored)
    return in_order(order[: last + 1], stored)


def in_order(
    order: Sequence[str], stored: Mapping[str, FollowedRegion]
) -> tuple[FollowedRegion, ...]:
    """Return the records that differ once the regions are followed in this order."""
    wanted = (
        replace(stored.get(region) or FollowedRegion(region), followed=True, position=place)
        for place, region in enumerate(order)
    )
    return tuple(record for record in wanted if record != stored.get(record.region))
