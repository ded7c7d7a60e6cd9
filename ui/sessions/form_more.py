"""What a session may also tell: poles, dose, water, how it felt and ended; nothing is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.catalog import terms
from model.records.rules import NAME_LIMIT, NOTE_LIMIT
from model.records.treatment import Course, Device, Session
from ui.sessions.form_fields import Choices, StatedAmount
from ui.widgets.choice import Choice
from ui.widgets.layout import quiet
from ui.widgets.severity import NOT_RECORDED
from ui.widgets.strip import RatingStrip
from ui.widgets.wheel import WheelGuard
from ui.words import vocabulary


class MoreFields(QWidget):
    """The part of the form that can be folded away; `changed` says that a field was touched."""

    changed = Signal()

    def __init__(self, wheel: WheelGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.poles = PoleFields()
        self.poles.changed.connect(self.changed)
        self._make_amounts()
        self._make_choices()
        self._make_texts()
        self._make_feelings()
        self._lay_out()
        self._listen(wheel)

    def offer(self, devices: Sequence[Device], courses: Sequence[Course]) -> None:
        """Offer the patient's devices and courses."""
        self.device.offer({device.id: device.name for device in devices})
        phases = vocabulary("Phase", terms.PHASES)
        self.course.offer({each.id: each.name or phases.get(each.phase, "") for each in courses})

    def show_regions(self, regions: Sequence[str], names: Mapping[str, str]) -> None:
        """Ask for the pole of these regions; what was answered of them before stays."""
        self.poles.show_regions(regions, names)

    def show_session(self, session: Session | None) -> None:
        """Show what a session holds, or nothing; its regions must be shown already."""
        self.poles.show_poles(session.anode if session else (), session.cathode if session else ())
        for name, amount in self._amounts.items():
            amount.show_amount(getattr(session, name, None))
        for name, choice in self._choices.items():
            choice.pick(getattr(session, name, None))
        for name, text in self._texts.items():
            text.setText(getattr(session, name, ""))
        ending = (session.completed, session.stop_reason) if session else (None, None)
        rows = range(self.completed.count())
        self.completed.setCurrentIndex(
            next((row for row in rows if tuple(self.completed.itemData(row)) == ending), 0)
        )
        self._show_cover(session.cover_used if session else None)
        felt = session.sensation if session else None
        self.sensation.set_value(NOT_RECORDED if felt is None else felt)

    def values(self) -> dict[str, Any]:
        """Return what the fields say, by the names of a session's fields."""
        completed, reason = self.completed.currentData()
        felt = self.sensation.value()
        amounts: dict[str, Any] = {name: each.amount for name, each in self._amounts.items()}
        return {
            **self.poles.values(),
            **amounts,
            "pulse_percent": self.pulse_percent.whole,
            "interruptions": self.interruptions.whole,
            **{name: each.chosen for name, each in self._choices.items()},
            **{name: each.text() for name, each in self._texts.items()},
            "completed": completed,
            "stop_reason": reason,
            "cover_used": self._cover_used,
            "sensation": None if felt == NOT_RECORDED else felt,
        }

    @property
    def stated(self) -> int:
        """How many of the fields state something; the poles are one of them."""
        values = self.values()
        values["anode"] = values["anode"] or values.pop("cathode", ())
        values.pop("stop_reason")
        values.pop("cathode", None)
        return sum(value not in (None, "", ()) for value in values.values())

    def _make_amounts(self) -> None:
        self.current_end = StatedAmount(1, 0.5, self.tr(" mA"))
        self.first_half = StatedAmount(1, 1, self.tr(" min"))
        self.volts = StatedAmount(1, 1, self.tr(" V"))
        self.pulse_percent = StatedAmount(0, 1, self.tr(" %"))
        self.water_celsius = StatedAmount(1, 1, self.tr(" \u00b0C"))
        self.interruptions = StatedAmount(0, 1)
        self._amounts = {
            "current_end_ma": self.current_end,
            "first_half_minutes": self.first_half,
            "volts": self.volts,
            "pulse_percent": self.pulse_percent,
            "water_celsius": self.water_celsius,
            "interruptions": self.interruptions,
        }

    def _make_choices(self) -> None:
        self.waveform = Choices(vocabulary("Waveform", terms.WAVEFORMS))
        self.polarity = Choices(vocabulary("Polarity", terms.POLARITIES))
        self.water = Choices(vocabulary("Water", terms.WATERS))
        self.additive = Choices(vocabulary("Additive", terms.ADDITIVES))
        self.phase = Choices(vocabulary("Phase", terms.PHASES))
        self.device, self.course = Choices({}), Choices({})
        self._choices = {
            "waveform": self.waveform,
            "polarity": self.polarity,
            "water": self.water,
            "additive": self.additive,
            "phase": self.phase,
            "device": self.device,
            "course": self.course,
        }
        self.completed = QComboBox(
            sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon,
            minimumContentsLength=10,
        )
        self.completed.setMinimumHeight(30)
        self.completed.addItem(self.tr("not stated"), (None, None))
        self.completed.addItem(self.tr("completed"), (True, None))
        for reason, name in vocabulary("StopReason", terms.STOP_REASONS).items():
            self.completed.addItem(
                self.tr("stopped early: {reason}").format(reason=name), (False, reason)
            )
        self.completed.addItem(self.tr("stopped early: reason not stated"), (False, None))

    def _make_texts(self) -> None:
        nothing = self.tr("not stated")
        hint = self.tr("where no mA is shown")
        self.dose_level = QLineEdit(maxLength=NAME_LIMIT, placeholderText=hint)
        self.dose_level.setAccessibleDescription(hint)
        self.additive_dose = QLineEdit(maxLength=NAME_LIMIT, placeholderText=nothing)
        self.note = QLineEdit(maxLength=NOTE_LIMIT)
        self._texts = {
            "dose_level": self.dose_level,
            "additive_dose": self.additive_dose,
            "note": self.note,
        }
        for text in self._texts.values():
            text.setMinimumHeight(30)

    def _make_feelings(self) -> None:
        self._cover_used: bool | None = None
        self.cover = Choice(
            self.tr("Skin cover (petroleum jelly)"),
            {"yes": self.tr("used"), "no": self.tr("not used")},
        )
        self.cover.chosen.connect(self._set_cover)
        self.sensation = RatingStrip(self.tr("Sensation"), may_not_apply=False)
        self.sensation.chosen.connect(self._set_sensation)
        self.sensation.completed.connect(self._set_sensation)

    def _lay_out(self) -> None:
        form = QFormLayout(
            fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow,
            rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows,
            verticalSpacing=8,
        )
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.poles)
        form.addRow(self.tr("Current at the end"), self.current_end)
        form.addRow(self.tr("First half lasted"), self.first_half)
        form.addRow(self.tr("&Volts"), self.volts)
        form.addRow(self.tr("Dose &level"), self.dose_level)
        form.addRow(self.tr("&Waveform"), self.waveform)
        form.addRow(self.tr("Pulse width"), self.pulse_percent)
        form.addRow(self.tr("P&olarity"), self.polarity)
        form.addRow(self.tr("W&ater"), self.water)
        form.addRow(self.tr("Water temperature"), self.water_celsius)
        form.addRow(self.tr("A&dditive"), self.additive)
        form.addRow(self.tr("Dose of the additive"), self.additive_dose)
        form.addRow(self.cover)
        anchors = quiet(self.tr("Sensation: 0 nothing felt, 10 the strongest imaginable"))
        anchors.setWordWrap(True)
        form.addRow(anchors)
        form.addRow(self.sensation)
        form.addRow(self.tr("&Ended"), self.completed)
        form.addRow(self.tr("&Interruptions"), self.interruptions)
        form.addRow(self.tr("P&hase"), self.phase)
        form.addRow(self.tr("Device"), self.device)
        form.addRow(self.tr("Course"), self.course)
        form.addRow(self.tr("&Note (not printed)"), self.note)
        self.setLayout(form)

    def _listen(self, wheel: WheelGuard) -> None:
        for amount in self._amounts.values():
            amount.valueChanged.connect(lambda _: self.changed.emit())
        for choice in (*self._choices.values(), self.completed):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for text in self._texts.values():
            text.textChanged.connect(lambda _: self.changed.emit())
        wheel.guard(*self._amounts.values(), *self._choices.values(), self.completed)

    def _show_cover(self, used: bool | None) -> None:
        self._cover_used = used
        self.cover.show_value({True: "yes", False: "no"}.get(used) if used is not None else None)

    def _set_cover(self, answer: str | None) -> None:
        self._cover_used = None if answer is None else answer == "yes"
        self.changed.emit()

    def _set_sensation(self, felt: int) -> None:
        self.sensation.set_value(felt)
        self.changed.emit()


class PoleFields(QWidget):
    """For each treated region: at the anode (+), at the cathode (-), or not stated."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, Choice] = {}
        self._poles: dict[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self, spacing=4)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._hint = quiet(self.tr("At which pole; neither pressed is not stated"))
        self._hint.setWordWrap(True)
        self._column.addWidget(self._hint)

    def show_regions(self, regions: Sequence[str], names: Mapping[str, str]) -> None:
        """Show a row for each of these regions."""
        self.setVisible(bool(regions))
        if tuple(regions) == tuple(self.rows):
            return
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for region in regions:
            row = Choice(
                names.get(region, region),
                {"anode": self.tr("+ anode"), "cathode": self.tr("\u2212 cathode")},
            )
            row.show_value(self._poles.get(region))
            row.chosen.connect(lambda pole, region=region: self._set(region, pole))
            self._column.addWidget(row)
            self.rows[region] = row

    def show_poles(self, anode: Sequence[str], cathode: Sequence[str]) -> None:
        """Show which of the regions lay at which pole."""
        self._poles = dict.fromkeys(anode, "anode") | dict.fromkeys(cathode, "cathode")
        for region, row in self.rows.items():
            row.show_value(self._poles.get(region))

    def values(self) -> dict[str, tuple[str, ...]]:
        """Return the regions at each pole; a region that is not treated lies at none."""
        return {
            pole: tuple(each for each in self.rows if self._poles.get(each) == pole)
            for pole in ("anode", "cathode")
        }

    def _set(self, region: str, pole: str | None) -> None:
        self._poles.pop(region, None)
        if pole is not None:
            self._poles[region] = pole
        self.changed.emit()
