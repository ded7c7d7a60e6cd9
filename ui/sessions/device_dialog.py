"""The dialog for a device: its name, maker and waveforms, and since when it is at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from model.catalog.terms import WAVEFORMS
from model.records.rules import NAME_LIMIT, NOTE_LIMIT
from ui.sessions.event_dialog import DayField, refuse_backwards, refuse_unreadable
from ui.widgets.entries import EntryDialog, choice
from ui.widgets.layout import FINGER
from ui.widgets.region_rows import Box
from ui.words import vocabulary

if TYPE_CHECKING:
    from model.records.treatment import Device

ANSWERS: dict[bool | None, str] = {None: "", True: "yes", False: "no"}
"""What a device's `shows_current` is called in the combo box; "" is not stated."""


class DeviceDialog(EntryDialog):
    """Asks for one device; only its name must be said. `entered`: a Device."""

    def __init__(
        self, today: date, device: Device | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Device"), parent)
        self._device = device
        self._make_fields(today)
        self._lay_out()
        if device is not None:
            self._fill(device)
        self.name.textChanged.connect(self._look)
        self._look()
        self._shown = self._values()
        self.name.setFocus()

    def record(self) -> Device:
        """Return the device; of one that is corrected, only what was changed is touched."""
        from model.records.treatment import Device

        refuse_unreadable(self.since, self.until)
        values = self._values()
        if self._device is None:
            device = Device(**values)
        else:
            changed = {k: value for k, value in values.items() if value != self._shown[k]}
            device = replace(self._device, **changed)
        refuse_backwards(device.since, device.until)
        return device

    def _make_fields(self, today: date) -> None:
        self.name = QLineEdit(maxLength=NAME_LIMIT)
        self.maker = QLineEdit(maxLength=NAME_LIMIT)
        self.waveforms: dict[str, Box] = {}
        for id_, text in vocabulary("Waveform", WAVEFORMS).items():
            box = self.waveforms[id_] = Box(text)
            box.setAccessibleName(self.tr("Waveform: {waveform}").format(waveform=text))
            box.setMinimumHeight(FINGER)
        answers = {"yes": self.tr("Yes"), "no": self.tr("No")}
        self.shows_current = choice(self.tr("Not stated"), answers)
        self.since = DayField(self.tr("At hand since"), self.tr("Known"), today)
        self.until = DayField(
            self.tr("Last day at hand"), self.tr("No longer used; last day"), today
        )
        self.note = QLineEdit(maxLength=NOTE_LIMIT)

    def _lay_out(self) -> None:
        waveforms = QWidget()
        column = QVBoxLayout(waveforms)
        column.setContentsMargins(QMargins())
        column.setSpacing(0)
        for box in self.waveforms.values():
            column.addWidget(box)
        waveforms.setFocusProxy(next(iter(self.waveforms.values())))
        self._add(self.tr("&Name"), self.name)
        self._add(self.tr("&Maker"), self.maker)
        self.form.addRow(self.tr("&Waveforms"), waveforms)
        self._add(self.tr("&Shows mA"), self.shows_current)
        for label, day in ((self.tr("&Since"), self.since), (self.tr("&Until"), self.until)):
            day.date.setMinimumHeight(FINGER)
            self._wheel.guard(day.date)
            self.form.addRow(label, day)
        self._add(self.tr("N&ote"), self.note)

    def _fill(self, device: Device) -> None:
        self.name.setText(device.name)
        self.maker.setText(device.maker)
        for id_, box in self.waveforms.items():
            box.setChecked(id_ in device.waveforms)
        answer = ANSWERS[device.shows_current]
        self.shows_current.setCurrentIndex(self.shows_current.findData(answer))
        self.since.show_day(device.since)
        self.until.show_day(device.until)
        self.note.setText(device.note)

    def _values(self) -> dict[str, Any]:
        said = {answer: value for value, answer in ANSWERS.items()}
        return {
            "name": self.name.text().strip(),
            "maker": self.maker.text().strip(),
            "waveforms": tuple(id_ for id_, box in self.waveforms.items() if box.isChecked()),
            "shows_current": said[self.shows_current.currentData()],
            "since": self.since.day,
            "until": self.until.day,
            "note": self.note.text(),
        }

    def _look(self) -> None:
        self.ok.setEnabled(bool(self.name.text().strip()))
