"""Stores what the dialog of my regions says, and shows it what the diary holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.link import Link
from ui.today.regions_dialog import RegionsDialog

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.person import FollowedRegion, OwnRegion
    from model.records.rules import Record
    from ui.today.day import Day


class MyRegions(QObject):
    """The dialog joined to the diary: every tick is stored at once."""

    closed = Signal()

    def __init__(self, link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        self._link = link
        self._is_open = True
        self._new: tuple[OwnRegion, ...] = ()
        self._own: set[str] = set()
        self._presses = 0
        link.writing.connect(self._was_pressed)
        self.dialog = RegionsDialog(parent)
        self.dialog.finished.connect(self._close)
        self.dialog.followed_chosen.connect(self._follow)
        self.dialog.own_region_put.connect(self._name)
        self.dialog.own_region_removed.connect(self._remove)

    def show_day(self, shown: Day, names: Mapping[str, str]) -> None:
        """Show what the diary holds, as it was last read for a day."""
        self._own = {region.id for region in shown.own}
        presses = self._presses

        def question(diary: Diary) -> frozenset[str]:
            rows = [row for row in shown.followed if row.region in self._own]
            return frozenset(diary.needed(*shown.own, *rows))

        def show(with_entries: frozenset[str]) -> None:
            if self._is_open and presses == self._presses:
                self.dialog.show_state(shown.followed, shown.listed, shown.own, with_entries, names)

        self._link.read(question, show)

    def _close(self) -> None:
        self._is_open = False
        self.dialog.deleteLater()
        self.deleteLater()
        self.closed.emit()

    def _was_pressed(self) -> None:
        self._presses += 1

    def _follow(self, rows: tuple[FollowedRegion, ...]) -> None:
        new, self._new = self._new, ()
        title = self.tr("My regions")
        if new:
            title = self.tr("Own region: {name}").format(name=new[0].name)
        self._link.put(lambda diary: (*new, *rows), title)

    def _name(self, region: OwnRegion) -> None:
        if region.id not in self._own:  # its place in the list follows at once: one step for both
            self._new = (region,)
            return
        title = self.tr("Own region: {name}").format(name=region.name)
        self._link.put(lambda diary: (region,), title)

    def _remove(self, records: tuple[Record, ...]) -> None:
        """Delete a region that nothing tells of, with its place in the list."""
        title = self.tr("Own region deleted")
        self._link.run(lambda diary: diary.remove(*records, title=title))
