"""Other treatments and events: what else may have changed sweating, since when and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from model.catalog.terms import EVENT_KINDS
from model.catalog.treatments import CO_TREATMENTS
from ui.sessions.event_dialog import Sides
from ui.sessions.one_dialog import OneDialog
from ui.widgets.entries import Entry, EntryDialog, EntryList
from ui.widgets.layout import Column, card, heading, quiet
from ui.words import date_text, translated

if TYPE_CHECKING:
    from model.records.person import Event
    from model.records.rules import Record
    from model.records.treatment import CoTreatment
    from ui.sessions.one_dialog import Dialog

    Other: TypeAlias = CoTreatment | Event

BESIDE = 700
"""Points in all from which the two cards stand side by side: narrower, their lines break up."""

GAP = 8
"""Points between two treatments."""


class OthersTab(QWidget):
    """The other treatments beside the events; whoever stores what it tells shows it again."""

    put = Signal(object)  # a CoTreatment or an Event, new or corrected
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._names: Mapping[str, str] = {}
        self._treatments: dict[str, CoTreatment] = {}
        self._events: dict[str, Event] = {}
        self._dialogs = OneDialog(self)
        self.add_treatment = QPushButton(self.tr("Add a treatment\u2026"), minimumHeight=32)
        self.add_treatment.clicked.connect(lambda: self._ask_treatment(None))
        self.add_event = QPushButton(self.tr("Add an event\u2026"), minimumHeight=32)
        self.add_event.clicked.connect(lambda: self._ask_event(None))
        self.treatments = RunningList(self.add_treatment)
        self.events = EntryList(self.add_event, correctable=True)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Column(Sides(self._treatments_card(), self._events_card(), BESIDE)))

    @property
    def dialog(self) -> Dialog | None:
        """The dialog that is open."""
        return self._dialogs.shown

    def show_state(
        self,
        co_treatments: Sequence[CoTreatment],
        events: Sequence[Event],
        names: Mapping[str, str],
        today: date,
    ) -> None:
        """Show what the diary holds, what is in use on `today` first; `names` are of regions."""
        self._today, self._names = today, names
        self._treatments = {item.id: item for item in co_treatments}
        self._events = {item.id: item for item in events}
        treated = sorted(co_treatments, key=lambda item: _treatment_place(item, today))
        happened = sorted(events, key=lambda item: _event_place(item, today))
        self.treatments.show_entries([self._treatment_row(item) for item in treated])
        self.events.show_entries([self._event_row(item) for item in happened])
        self._no_treatment.setVisible(not treated)
        self._no_event.setVisible(not happened)

    def stored(self, record: Record | None = None) -> None:
        """Close the dialog whose entry `record` is in the diary; None for what it sent last."""
        self._dialogs.stored(record)

    def may_press_again(self) -> None:
        """Let OK be pressed again after a refusal; what was typed stays."""
        self._dialogs.may_press_again()

    def _connect(self) -> None:
        self.treatments.removed.connect(lambda id_: self.removed.emit(self._treatments[id_]))
        self.treatments.reopened.connect(lambda id_: self._ask_treatment(self._treatments[id_]))
        self.treatments.ended.connect(self._end)
        self.events.removed.connect(lambda id_: self.removed.emit(self._events[id_]))
        self.events.reopened.connect(lambda id_: self._ask_event(self._events[id_]))

    def _treatments_card(self) -> QFrame:
        self._no_treatment = quiet(self.tr("None is noted."))
        hint = self.tr(
            "What else is used or was done against sweating, and medicines that may change it."
        )
        parts = (self._no_treatment, self.treatments, self.add_treatment)
        return _card(self.tr("Other treatments"), hint, *parts)

    def _events_card(self) -> QFrame:
        self._no_event = quiet(self.tr("None is noted."))
        hint = self.tr("What may have changed sweating in another way: travel, illness, surgery.")
        return _card(self.tr("Events"), hint, self._no_event, self.events, self.add_event)

    def _treatment_row(self, item: CoTreatment) -> RunningEntry:
        kind = translated("CoTreatment", CO_TREATMENTS[item.kind].name)
        text = self._named(kind, ", ".join(filter(None, (item.product, item.dose, item.rhythm))))
        said = (self._lasting(item), self._reach(item), _first_line(item.note))
        more = "; ".join(filter(None, said))
        can_end = self._today is not None and _can_end(item, self._today)
        return RunningEntry(item.id, text, text, more, running=can_end)

    def _event_row(self, item: Event) -> Entry:
        kind = translated("Event", EVENT_KINDS[item.kind])
        text = self._named(kind[:1].upper() + kind[1:], item.title)
        lasting = date_text(item.day)
        if item.until is not None and item.until != item.day:
            lasting = self._span(item.day, item.until)
        said = (lasting, self._named_regions(item.regions), _first_line(item.note))
        return Entry(item.id, text, text, "; ".join(filter(None, said)))

    def _named(self, kind: str, more: str) -> str:
        return self.tr("{kind}: {more}").format(kind=kind, more=more) if more else kind

    def _span(self, first: date, last: date) -> str:
        return self.tr("{first} to {last}").format(first=date_text(first), last=date_text(last))

    def _lasting(self, item: CoTreatment) -> str:
        """Return since when and until when; without a last day it is still used."""
        first, last = item.starts, item.ends
        if first is not None and last is not None:
            return date_text(first) if first == last else self._span(first, last)
        if last is not None:
            return self.tr("until {day}, first day not known").format(day=date_text(last))
        if CO_TREATMENTS[item.kind].lasting == "permanent":
            return self.tr("day not known") if first is None else date_text(first)
        if first is None:
            return self.tr("still used, first day not known")
        if self._today is not None and first > self._today:
            return self.tr("from {day}").format(day=date_text(first))
        return self.tr("since {day}, still used").format(day=date_text(first))

    def _reach(self, item: CoTreatment) -> str:
        where = self._named_regions(item.regions)
        if not item.systemic:
            return where or self.tr("regions not stated")
        if not where:
            return self.tr("all regions")
        return self.tr("{regions}; acts on all regions").format(regions=where)

    def _named_regions(self, regions: tuple[str, ...]) -> str:
        return ", ".join(self._names.get(region, region) for region in regions)

    def _end(self, id_: str) -> None:
        if self._today is not None:
            self.put.emit(replace(self._treatments[id_], ends=self._today))

    def _ask_treatment(self, treatment: CoTreatment | None) -> None:
        from ui.sessions.co_treatment_dialog import CoTreatmentDialog

        if self._today is not None:
            self._open(CoTreatmentDialog(self._today, self._names, treatment, self))

    def _ask_event(self, event: Event | None) -> None:
        from ui.sessions.event_dialog import EventDialog

        if self._today is not None:
            self._open(EventDialog(self._today, self._names, event, self))

    def _open(self, dialog: EntryDialog) -> None:
        self._dialogs.open(dialog)
        dialog.entered.connect(self.put)


@dataclass(frozen=True)
class RunningEntry(Entry):
    """A row with a button that ends what is `running`."""

    running: bool = False


class RunningList(EntryList):
    """Entries of which those that run can be ended by one press."""

    ended = Signal(str)

    def __init__(self, after: QWidget) -> None:
        super().__init__(after, correctable=True)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries with a gap below each, so that its button is seen to be its own."""
        super().show_entries(entries)
        last = 4 * len(entries) - 1
        for line in range(3, self._grid.rowCount() + 1, 4):
            self._grid.setRowMinimumHeight(line, GAP if line < last else 0)

    def _lay_out(self, row: int, entry: Entry) -> None:
        super()._lay_out(2 * row, entry)  # each second place is for the button below and the gap
        if isinstance(entry, RunningEntry) and entry.running:
            end = self._button(self.tr("Ended today"), self.tr("Ended today: {entry}"), entry)
            end.clicked.connect(lambda: self.ended.emit(entry.id))
            self._put(end, 2 * (2 * row + 1), 1, Qt.AlignmentFlag.AlignLeft)


def _card(name: str, says: str, *parts: QWidget) -> QFrame:
    frame, box = card()
    hint = quiet(says)
    hint.setWordWrap(True)
    box.addWidget(heading(name))
    box.addWidget(hint)
    for part in parts:
        is_button = isinstance(part, QPushButton)
        box.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0))
    box.addStretch(1)
    return frame


def _first_line(note: str) -> str:
    return next(iter(note.splitlines()), "")


def _can_end(item: CoTreatment, today: date) -> bool:
    """Tell whether a treatment is in use on a day and could be ended on it."""
    begun = item.starts is None or item.starts <= today
    if item.ends is None:
        return begun and CO_TREATMENTS[item.kind].lasting != "permanent"
    return begun and item.ends > today


def _treatment_place(item: CoTreatment, today: date) -> tuple[int, int, str]:
    """Return where a treatment stands: what lasts, what is to come, what is over; late first."""
    over = item.ends is not None and item.ends <= today
    to_come = item.starts is not None and item.starts > today
    day = (item.ends if over else item.starts) or date.min
    return (1 if to_come else 2 if over else 0), -day.toordinal(), item.id


def _event_place(item: Event, today: date) -> tuple[int, int, str]:
    """Return where an event stands: what goes on, what is yet to come, what is over; late first."""
    running = item.day <= today <= (item.until or item.day)
    return (0 if running else 1), -item.day.toordinal(), item.id
