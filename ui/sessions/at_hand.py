"""What is at hand to treat with, what that reaches, and in which order regions come."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.analysis.reach import reach_of
from ui.sessions.at_hand_card import AtHandCard, is_kept
from ui.sessions.event_dialog import Sides
from ui.sessions.every_region import EveryRegion, in_order
from ui.sessions.where_to_start import WhereToStart
from ui.widgets.layout import Column

if TYPE_CHECKING:
    from model.analysis.start import Rated
    from model.records.person import FollowedRegion, OwnRegion
    from model.records.rules import Record
    from model.records.treatment import Device, OwnedApplicator

BESIDE = 88
"""Digits of the window's font, in all, from which the cards stand side by side: where there is
room for fewer, their lines break up."""


class AtHandTab(QWidget):
    """Three cards; every press is told at once, and whoever stores it shows the state again."""

    put = Signal(object)  # a Device or an OwnedApplicator, new or changed
    removed = Signal(object)
    bother_chosen = Signal(str, object)  # region, 0..10 or None
    ceiling_chosen = Signal(str, object)  # applicator, mA or None; stands in the settings already

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = AtHandCard()
        self.start = WhereToStart()
        self.regions = EveryRegion()
        self.tools.put.connect(self.put)
        self.tools.removed.connect(self.removed)
        self.tools.ceilings.chosen.connect(self.ceiling_chosen)
        self.start.bother_chosen.connect(self.bother_chosen)
        left, right = QWidget(), QWidget()
        for side, cards in ((left, (self.tools,)), (right, (self.start, self.regions))):
            box = QVBoxLayout(side)
            box.setContentsMargins(QMargins())
            box.setSpacing(14)
            for card in cards:
                box.addWidget(card)
            box.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        room = BESIDE * self.fontMetrics().horizontalAdvance("0")
        column.addWidget(Column(Sides(left, right, room)))

    def show_state(  # noqa: PLR0913 - each a part of the diary that is shown
        self,
        devices: Sequence[Device],
        owned: Sequence[OwnedApplicator],
        own_regions: Sequence[OwnRegion],
        followed: Sequence[FollowedRegion],
        rated: Mapping[str, Rated],
        used: frozenset[str],
        names: Mapping[str, str],
        today: date,
        *,
        is_child: bool | None = None,
    ) -> None:
        """Show what the diary holds; what is shown already stays as it is, with its focus.

        Args:
            devices: all of the diary, as are the next three.
            owned: at hand now or before.
            own_regions: retired ones too.
            followed: retired and unfollowed ones too.
            rated: region -> mean of the last days, see model.analysis.start.recent.
            used: applicators that sessions name; such a one is ended, never removed.
            names: of all regions.
            today: the patient's day.
            is_child: whether the figures for children count where the patient set no ceiling.
        """
        self.tools.show_state(devices, owned, used, names, today, is_child)
        kept = [item for item in owned if is_kept(item, today)]
        parents = {region.id: region.parent for region in own_regions}
        retired = {region.id for region in own_regions if region.retired}
        mine = my_regions(followed, rated, parents, retired)
        reach = {region: reach_of(region, kept, today, parents) for region in mine}
        bother = {each.region: each.bother for each in followed}
        self.start.show_state(mine, rated, bother, reach, names)
        shown = {region: parent for region, parent in parents.items() if region not in retired}
        self.regions.show_state(names, shown, mine, kept, today)

    def stored(self, record: Record | None = None) -> None:
        """Close the dialog whose entry `record` is in the diary; None for what it sent last."""
        self.tools.stored(record)

    def may_press_again(self) -> None:
        """Let OK be pressed again after a refusal; what was typed stays."""
        self.tools.may_press_again()


def my_regions(
    followed: Sequence[FollowedRegion],
    rated: Mapping[str, Rated],
    parents: Mapping[str, str],
    retired: Collection[str],
) -> tuple[str, ...]:
    """Return the patient's regions: those followed, as they stand in the list, then those rated.

    What was taken out of the list or retired is not among them, though it was rated.
    """
    listed = sorted(followed, key=lambda each: each.position)
    gone = {each.region for each in followed if not each.followed} | set(retired)
    known = dict.fromkeys((*(each.region for each in listed), *in_order(rated, parents)))
    return tuple(region for region in known if region not in gone)
