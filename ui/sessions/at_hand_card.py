"""The devices and applicators at hand: noted, ticked, ended; and the patient's own ceilings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.analysis.reach import applicator_name
from model.catalog.applicators import APPLICATORS
from model.catalog.regions import REGIONS
from model.catalog.sources import SOURCES
from model.catalog.terms import WAVEFORMS
from model.records.errors import DiaryError
from model.records.treatment import Device, OwnedApplicator
from ui.sessions.ceilings import Ceilings
from ui.sessions.one_dialog import OneDialog
from ui.widgets.entries import Entry, EntryList
from ui.widgets.layout import FINGER, Card, heading, quiet
from ui.widgets.region_rows import Box
from ui.words import date_text, translated

if TYPE_CHECKING:
    from model.catalog.applicators import Applicator
    from model.records.rules import Record
    from ui.sessions.one_dialog import Dialog
    from ui.sessions.own_applicator import OwnApplicatorDialog


GAP = 8
"""Points between two entries."""


class AtHandCard(Card):
    """Devices, applicators to tick, one's own ones, and a ceiling for each that is at hand."""

    put = Signal(object)  # a Device or an OwnedApplicator
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._names: Mapping[str, str] = {}
        self._devices: dict[str, Device] = {}
        self._owned: dict[str, OwnedApplicator] = {}
        self._used: frozenset[str] = frozenset()
        self._dialogs = OneDialog(self)
        self.add_device = QPushButton(self.tr("Add a device\u2026"), minimumHeight=32)
        self.devices = KeptList(self.add_device)
        self._no_device = quiet(self.tr("None is noted."))
        self.lines = {id_: ApplicatorLine(item) for id_, item in APPLICATORS.items()}
        self.add_own = QPushButton(self.tr("Add another applicator\u2026"), minimumHeight=32)
        self.own = KeptList(self.add_own)
        self.ceilings = Ceilings(self.add_own)
        self._lay_out()
        self._connect()

    @property
    def dialog(self) -> Dialog | None:
        """The dialog that is open."""
        return self._dialogs.shown

    def show_state(
        self,
        devices: Sequence[Device],
        owned: Sequence[OwnedApplicator],
        used: frozenset[str],
        names: Mapping[str, str],
        today: date,
        is_child: bool | None,
    ) -> None:
        """Show what the diary holds; see AtHandTab."""
        self._today, self._names, self._used = today, dict(names), used
        self._devices = {item.id: item for item in sorted(devices, key=_device_place)}
        self._owned = {item.id: item for item in owned}
        self.devices.show_entries([self._device_row(each) for each in self._devices.values()])
        self._no_device.setVisible(not devices)
        kept = {item.applicator for item in owned if is_kept(item, today)}
        for id_, line in self.lines.items():
            line.show_state(names, id_ in kept)
        self.own.show_entries([self._own_row(each) for each in self._own()])
        at_hand = {
            item.applicator: applicator_name(item).said(translated)
            for item in sorted(owned, key=_own_place)
            if item.applicator not in APPLICATORS and is_kept(item, today)
        }
        listed = {
            id_: translated("Applicator", APPLICATORS[id_].name)
            for id_ in APPLICATORS
            if id_ in kept
        }
        self.ceilings.show_applicators({**listed, **at_hand}, is_child)

    def stored(self, record: Record | None = None) -> None:
        """Close the dialog whose entry `record` is in the diary; None for what it sent last."""
        self._dialogs.stored(record)

    def may_press_again(self) -> None:
        """Let OK be pressed again after a refusal; what was typed stays."""
        self._dialogs.may_press_again()

    def _own(self) -> list[OwnedApplicator]:
        mine = (each for each in self._owned.values() if each.applicator not in APPLICATORS)
        return sorted(mine, key=_own_place)

    def _lay_out(self) -> None:
        hint = quiet(self.tr("Tick what you have; what makers say of it stands below."))
        hint.setWordWrap(True)
        left = Qt.AlignmentFlag.AlignLeft
        self.box.addWidget(heading(self.tr("Devices at hand")))
        self.box.addWidget(self._no_device)
        self.box.addWidget(self.devices)
        self.box.addWidget(self.add_device, 0, left)
        self.box.addSpacing(10)
        self.box.addWidget(heading(self.tr("Applicators at hand")))
        self.box.addWidget(hint)
        for line in self.lines.values():
            self.box.addWidget(line)
        self.box.addWidget(self.own)
        self.box.addWidget(self.add_own, 0, left)
        self.box.addSpacing(10)
        self.box.addWidget(self.ceilings)
        self.box.addStretch(1)

    def _connect(self) -> None:
        self.add_device.clicked.connect(lambda: self._ask_device(None))
        self.devices.reopened.connect(lambda id_: self._ask_device(self._devices[id_]))
        self.devices.removed.connect(lambda id_: self.removed.emit(self._devices[id_]))
        self.devices.turned.connect(lambda id_: self._turn(self._devices[id_]))
        for line in self.lines.values():
            line.turned.connect(self._tick)
        self.add_own.clicked.connect(lambda: self._ask_own(None))
        self.own.reopened.connect(lambda id_: self._ask_own(self._owned[id_]))
        self.own.removed.connect(lambda id_: self.removed.emit(self._owned[id_]))
        self.own.turned.connect(lambda id_: self._turn(self._owned[id_]))

    def _device_row(self, device: Device) -> KeptEntry:
        waveforms = [translated("Waveform", WAVEFORMS[each]) for each in device.waveforms]
        shows = {True: self.tr("shows mA"), False: self.tr("shows no mA"), None: ""}
        said = (
            device.maker,
            ", ".join(waveforms),
            shows[device.shows_current],
            self._lasting(device),
            next(iter(device.note.splitlines()), ""),
        )
        more = "; ".join(filter(None, said))
        return KeptEntry(device.id, device.name, device.name, more, ended=self._has_ended(device))

    def _own_row(self, item: OwnedApplicator) -> KeptEntry:
        reaches = self.tr("Reaches {regions}").format(regions=_listed(item.regions, self._names))
        more = "; ".join(filter(None, (reaches, self._lasting(item))))
        ended, may_go = self._has_ended(item), item.applicator not in self._used
        return KeptEntry(item.id, item.name, item.name, more, ended=ended, may_go=may_go)

    def _lasting(self, item: Device | OwnedApplicator) -> str:
        """Return since when and until when, as far as it is known."""
        first = date_text(item.since) if item.since else ""
        last = date_text(item.until) if item.until else ""
        if first and last:
            return self.tr("{first} to {last}").format(first=first, last=last)
        if last:
            return self.tr("until {day}").format(day=last)
        return self.tr("since {day}").format(day=first) if first else ""

    def _has_ended(self, item: Device | OwnedApplicator) -> bool:
        return self._today is not None and not is_kept(item, self._today)

    def _turn(self, item: Device | OwnedApplicator) -> None:
        """End the use of something today, or take back that it has ended."""
        if self._today is not None:
            self.put.emit(replace(item, until=None if self._has_ended(item) else self._today))

    def _tick(self, applicator: str, on: bool) -> None:
        """Tell at once; what is told is known here at once too, for a quick second press."""
        today = self._today
        if today is None:
            return
        mine = [item for item in self._owned.values() if item.applicator == applicator]
        if on:
            # A tick taken back on the same day was a slip. A new one says since when: the
            # checklist asks again after an applicator came to hand (model.analysis.notices).
            slips = [replace(item, until=None) for item in mine if item.until == today]
            for item in slips or [OwnedApplicator(applicator, since=today)]:
                self._owned[item.id] = item
                self.put.emit(item)
            return
        for item in mine:
            if not is_kept(item, today):
                continue
            if applicator in self._used:
                self._owned[item.id] = replace(item, until=today)
                self.put.emit(self._owned[item.id])
            else:
                del self._owned[item.id]
                self.removed.emit(item)

    def _ask_device(self, device: Device | None) -> None:
        from ui.sessions.device_dialog import DeviceDialog

        if self._today is None:
            return
        dialog = DeviceDialog(self._today, device, self)
        self._dialogs.open(dialog)
        dialog.entered.connect(self.put)

    def _ask_own(self, applicator: OwnedApplicator | None) -> None:
        from ui.sessions.own_applicator import OwnApplicatorDialog

        dialog = OwnApplicatorDialog(self._names, self, applicator)
        dialog.named.connect(lambda item: self._take_own(dialog, item))
        dialog.finished.connect(dialog.deleteLater)
        self._dialogs.open(dialog)

    def _take_own(self, dialog: OwnApplicatorDialog, item: OwnedApplicator) -> None:
        try:
            item.check()
        except DiaryError as error:
            dialog.say(error)
            return
        is_new = item.id not in self._owned
        item = replace(item, since=self._today) if is_new else item
        self._dialogs.sent(item)
        self.put.emit(item)


@dataclass(frozen=True)
class KeptEntry(Entry):
    """A row with a button that ends its use or takes that back; `may_go`: it can be deleted."""

    ended: bool = False
    may_go: bool = True


class KeptList(EntryList):
    """Entries that can be ended by one press, and used again by another on the same button."""

    turned = Signal(str)

    def __init__(self, after: QWidget) -> None:
        self._turns: dict[str, QToolButton] = {}
        super().__init__(after, correctable=True)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries with a gap below each, so that its button is seen to be its own."""
        pressed = next((id_ for id_, turn in self._turns.items() if turn.hasFocus()), "")
        if tuple(entries) != self._entries:
            self._turns = {}
        super().show_entries(entries)
        if pressed in self._turns:
            self._turns[pressed].setFocus()  # it says something else now, and takes that back
        last = 4 * len(entries) - 1
        for line in range(3, self._grid.rowCount() + 1, 4):
            self._grid.setRowMinimumHeight(line, GAP if line < last else 0)

    def _lay_out(self, row: int, entry: Entry) -> None:
        super()._lay_out(2 * row, entry)  # each second place is for the button below
        if not isinstance(entry, KeptEntry):
            return
        if not entry.may_go:
            self._buttons.pop().hide()
        texts = (
            (self.tr("Used again"), self.tr("Used again: {entry}"))
            if entry.ended
            else (self.tr("No longer used"), self.tr("No longer used: {entry}"))
        )
        turn = self._turns[entry.id] = self._button(*texts, entry)
        turn.clicked.connect(lambda: self.turned.emit(entry.id))
        self._put(turn, 2 * (2 * row + 1), 1, Qt.AlignmentFlag.AlignLeft)


class ApplicatorLine(QWidget):
    """An applicator of the catalog: a tick, what it reaches, and who says so."""

    turned = Signal(str, bool)

    def __init__(self, applicator: Applicator) -> None:
        super().__init__()
        self._applicator = applicator
        self._name = translated("Applicator", applicator.name)
        self.box = Box(self._name)
        self.box.setMinimumHeight(FINGER)
        self.box.clicked.connect(lambda on: self.turned.emit(applicator.id, on))
        self.more = QToolButton(focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.more.setMinimumHeight(FINGER)
        self.more.clicked.connect(lambda: self._show_sources(self.sources.isHidden()))
        self._reaches, self._evidence = quiet(), quiet(translated("Evidence", applicator.evidence))
        self.sources: QLabel = quiet("\n".join(SOURCES[source] for source in applicator.sources))
        line = QHBoxLayout()
        line.addWidget(self.box, 1)
        line.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addLayout(line)
        for label in (self._reaches, self._evidence, self.sources):
            label.setWordWrap(True)
            column.addWidget(label)
        self._show_sources(False)

    def show_state(self, names: Mapping[str, str], at_hand: bool) -> None:
        """Show whether the patient has it, and which regions it reaches."""
        regions = [region for region in REGIONS if region in self._applicator.regions]
        reaches = self.tr("Reaches {regions}.").format(regions=_listed(regions, names))
        self._reaches.setText(reaches)
        self.box.setAccessibleDescription(f"{reaches} {self._evidence.text()}")
        self.box.setChecked(at_hand)

    def _show_sources(self, shown: bool) -> None:
        says = (
            (self.tr("Hide sources"), self.tr("Hide sources: {applicator}"))
            if shown
            else (self.tr("Sources"), self.tr("Sources: {applicator}"))
        )
        self.more.setText(says[0])
        self.more.setAccessibleName(says[1].format(applicator=self._name))
        self.sources.setVisible(shown)


def is_kept(item: Device | OwnedApplicator, today: date) -> bool:
    """Tell whether something is still at hand after `today`: its last day is yet to come."""
    return item.until is None or item.until > today


def _listed(regions: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(region, region) for region in regions)


def _device_place(device: Device) -> tuple[date, str, str]:
    """Return where a device stands: what was had first comes first, whether it has ended or not."""
    return device.since or date.min, device.name.casefold(), device.id


def _own_place(item: OwnedApplicator) -> tuple[str, str]:
    return item.name.casefold(), item.id
