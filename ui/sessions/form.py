"""The form in which a session is logged or corrected; only regions that can be reached appear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.catalog import terms
from model.catalog.applicators import APPLICATORS
from model.records.treatment import OwnedApplicator, Reaction
from model.records.treatment import Session as IontophoresisSession
from ui.widgets.amount import Amount
from ui.widgets.layout import Column, card, heading, named, quiet
from ui.widgets.wheel import WheelGuard
from ui.words import translated, vocabulary


class SessionForm(QFrame):
    """Fields of one session; `logged` carries it with its reactions."""

    logged = Signal(object, object)
    deleted = Signal(object)
    applicator_wanted = Signal()
    abandoned = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._session: IontophoresisSession | None = None
        self.shown_reactions: tuple[Reaction, ...] = ()  # the form shows one, and leaves the rest
        self._shown: dict[str, Any] = {}
        self._starts_now = True
        self._wheel = WheelGuard(self)
        self._reach: dict[str, Sequence[str]] = {}
        self._names: Mapping[str, str] = {}
        self.applicators: dict[str, QCheckBox] = {}
        self.regions: dict[str, QCheckBox] = {}
        self._build()
        self.start_new()

    def offer(self, owned: Sequence[OwnedApplicator], names: Mapping[str, str]) -> None:
        """Offer the applicators of the catalog, those at hand first, and the patient's own."""
        self._names = names
        own = [item for item in owned if item.applicator not in APPLICATORS]
        at_hand = {item.applicator for item in owned}
        known = sorted(APPLICATORS.values(), key=lambda item: item.id not in at_hand)
        self._reach = {item.applicator: item.regions for item in own}
        self._reach |= {
            item.id: [region for region in names if region in item.regions] for item in known
        }
        labels = {item.applicator: item.name for item in own}
        labels |= {item.id: translated("Applicator", item.name) for item in known}
        if labels.keys() != self.applicators.keys():
            self._lay_out_applicators(labels)

    def start_new(self) -> None:
        """Empty the form for a new session that starts now; nothing is preselected."""
        self._session, self.shown_reactions = None, ()
        self.log.setEnabled(True)
        self._heading.setText(self.tr("Log a session"))
        self.log.setText(self.tr("Log session"))
        self.delete.setVisible(False)
        self.cancel.setVisible(False)
        self._fill(None)
        self.abandoned.emit()

    def start_now(self) -> None:
        """Move the start of a new session to this minute, as long as nobody has set it."""
        if self._session is None and self._starts_now:
            self._show_start(self._clock())

    def correct(self, session: IontophoresisSession, reactions: tuple[Reaction, ...]) -> None:
        """Show a session that was logged before, to be corrected or deleted."""
        self._session, self.shown_reactions = session, reactions[:1]
        self.log.setEnabled(True)
        self._heading.setText(self.tr("Correct this session"))
        self.log.setText(self.tr("Store correction"))
        self.delete.setVisible(True)
        self.cancel.setVisible(True)
        self._fill(session)

    def _build(self) -> None:
        self._heading = heading()
        self._make_fields()
        form = QFormLayout(
            fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow,
            rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows,
            verticalSpacing=10,
        )
        form.setContentsMargins(0, 4, 12, 4)
        form.addRow(self.tr("&Start"), self.start)
        form.addRow(self.tr("A&pplicator"), self._applicator_box())
        form.addRow(self.tr("Regions"), self._region_box())
        form.addRow(self.tr("&Current, as displayed"), self.current)
        form.addRow(self.tr("&Duration"), self.minutes)
        form.addRow(self.tr("&Waveform"), self.waveform)
        form.addRow(self.tr("P&olarity"), self.polarity)
        form.addRow(self.tr("W&ater"), self.water)
        form.addRow(self.tr("A&dditive"), self.additive)
        form.addRow(self.tr("&Ended"), self.completed)
        form.addRow(self.tr("Skin &reaction"), self._reaction_row())
        form.addRow(self.tr("&Note (not printed)"), self.note)
        inside = QWidget()
        inside.setLayout(form)
        frame, box = card()
        box.addWidget(self._heading)
        box.addWidget(Column(inside), 1)
        box.addLayout(self._buttons())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _make_fields(self) -> None:
        self.start = QDateTimeEdit(calendarPopup=True, displayFormat="d MMM yyyy  HH:mm")
        self.start.dateTimeChanged.connect(self._start_was_set)
        self.current = Amount(1, 0.5, self.tr(" mA"), self.tr("not stated"))
        self.minutes = Amount(1, 1, self.tr(" min"), self.tr("not stated"))
        self.waveform = self._choice("Waveform", terms.WAVEFORMS)
        self.polarity = self._choice("Polarity", terms.POLARITIES)
        self.water = self._choice("Water", terms.WATERS)
        self.additive = self._choice("Additive", terms.ADDITIVES)
        self.completed = self._choice("", {})
        self.completed.clear()
        self.completed.addItem(self.tr("not stated"), (None, None))
        self.completed.addItem(self.tr("completed"), (True, None))
        for reason, name in vocabulary("StopReason", terms.STOP_REASONS).items():
            self.completed.addItem(
                self.tr("stopped early: {reason}").format(reason=name), (False, reason)
            )
        self.note = QLineEdit(maxLength=20_000)
        self._wheel.guard(self.start, self.current, self.minutes, self.completed)

    def _buttons(self) -> QHBoxLayout:
        self.log = named(QPushButton(), "primary")
        self.log.clicked.connect(self._send)
        self.delete = QPushButton(self.tr("Delete"))
        self.delete.clicked.connect(lambda: self.deleted.emit(self._session))
        self.cancel = QPushButton(self.tr("New session"))
        self.cancel.clicked.connect(self.start_new)
        row = QHBoxLayout()
        row.addWidget(self.delete)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.log)
        return row

    def _applicator_box(self) -> QWidget:
        box = QWidget()
        self._applicator_grid = QGridLayout()
        another = self._another = QPushButton(self.tr("Another applicator\u2026"))
        another.clicked.connect(self.applicator_wanted)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._applicator_grid)
        column.addWidget(another, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _region_box(self) -> QWidget:
        box = QWidget()
        self._region_grid = QGridLayout(box)
        self._region_grid.setContentsMargins(0, 0, 0, 0)
        self._no_region = quiet(
            self.tr(
                "Choose an applicator; the regions it reaches appear here. No device treats the"
                " whole body at once."
            )
        )
        self._no_region.setWordWrap(True)
        self._region_grid.addWidget(self._no_region, 0, 0, 1, 2)
        return box

    def _reaction_row(self) -> QWidget:
        self.reaction = self._choice("Reaction", terms.REACTIONS, self.tr("none noted"))
        self.reaction_severity = QComboBox()
        for severity, name in (
            (1, self.tr("1 mild")),
            (2, self.tr("2 moderate")),
            (3, self.tr("3 severe")),
        ):
            self.reaction_severity.addItem(name, severity)
        self.reaction_severity.setAccessibleName(self.tr("Severity of the reaction"))
        self.reaction_severity.setEnabled(False)
        self.reaction.currentIndexChanged.connect(
            lambda index: self.reaction_severity.setEnabled(index > 0)
        )
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.reaction, 1)
        line.addWidget(self.reaction_severity)
        return row

    def _choice(
        self, context: str, choices: dict[str, str], nothing: str | None = None
    ) -> QComboBox:
        box = QComboBox(
            sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon,
            minimumContentsLength=12,
        )
        box.addItem(nothing or self.tr("not stated"), None)
        for key, name in vocabulary(context, choices).items():
            box.addItem(name, key)
        self._wheel.guard(box)
        return box

    def _lay_out_applicators(self, labels: Mapping[str, str]) -> None:
        for box in self.applicators.values():
            box.deleteLater()
        self.applicators = {}
        for place, (applicator, label) in enumerate(labels.items()):
            box = QCheckBox(label)
            box.toggled.connect(
                lambda on, applicator=applicator: self._applicator_toggled(applicator, on)
            )
            self._applicator_grid.addWidget(box, place // 2, place % 2)
            self.applicators[applicator] = box
        self._order_tabs()

    def _applicator_toggled(self, applicator: str, on: bool) -> None:
        self._lay_out_regions()
        reached = self._reach[applicator]
        if on and len(reached) <= 2:  # trays and pads: taking them is choosing their regions
            for region in reached:
                self.regions[region].setChecked(True)

    def _lay_out_regions(self) -> None:
        checked = {region for region, box in self.regions.items() if box.isChecked()}
        for box in self.regions.values():
            box.deleteLater()
        self.regions = {}
        reached = {
            region
            for applicator, box in self.applicators.items()
            if box.isChecked()
            for region in self._reach[applicator]
        }
        ordered = [region for region in self._names if region in reached]
        for place, region in enumerate(ordered):
            box = QCheckBox(self._names[region])
            box.setChecked(region in checked)
            self._region_grid.addWidget(box, 1 + place // 2, place % 2)
            self.regions[region] = box
        self._no_region.setVisible(not ordered)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab walk the form from top to bottom, also through boxes that came later."""
        way = [
            self.start,
            *self.applicators.values(),
            self._another,
            *self.regions.values(),
            self.current,
        ]
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)

    def _fill(self, session: IontophoresisSession | None) -> None:
        self._show_start(session.started_at if session else self._clock())
        self._starts_now = session is None
        for applicator, box in self.applicators.items():
            box.setChecked(session is not None and applicator in session.applicators)
        self._lay_out_regions()
        for region, box in self.regions.items():
            box.setChecked(session is not None and region in session.regions)
        self.current.show_amount(session.current_ma if session else None)
        self.minutes.show_amount(session.minutes if session else None)
        for choice, value in (
            (self.waveform, session.waveform if session else None),
            (self.polarity, session.polarity if session else None),
            (self.water, session.water if session else None),
            (self.additive, session.additive if session else None),
            (self.reaction, self.shown_reactions[0].kind if self.shown_reactions else None),
        ):
            choice.setCurrentIndex(max(0, choice.findData(value)))
        ending = (session.completed, session.stop_reason) if session else (None, None)
        self.completed.setCurrentIndex(_place_of(self.completed, ending))
        severity = self.shown_reactions[0].severity if self.shown_reactions else 1
        self.reaction_severity.setCurrentIndex(max(0, severity - 1))
        self.note.setText(session.note if session else "")
        self._shown = self._values()

    def _values(self) -> dict[str, Any]:
        """Return what the fields say; the start as they show it, without an offset."""
        completed, reason = self.completed.currentData()
        return {
            "started_at": self.start.dateTime().toPython(),
            "regions": tuple(r for r, box in self.regions.items() if box.isChecked()),
            "applicators": tuple(a for a, box in self.applicators.items() if box.isChecked()),
            "current_ma": self.current.amount,
            "minutes": self.minutes.amount,
            "waveform": self.waveform.currentData(),
            "polarity": self.polarity.currentData(),
            "water": self.water.currentData(),
            "additive": self.additive.currentData(),
            "completed": completed,
            "stop_reason": reason,
            "note": self.note.text(),
        }

    def _send(self) -> None:
        """Hand the session on; the button waits for the answer, so that a double click is one."""
        self.log.setEnabled(False)
        self.start_now()
        session = self._entered()
        self.logged.emit(session, self._entered_reaction(session))

    def _entered(self) -> IontophoresisSession:
        """Return the session; in a correction only the fields that were changed are touched."""
        values = self._values()
        local = values["started_at"]
        if self._session is None:
            return IontophoresisSession(**{**values, "started_at": local.astimezone()})
        changed = {name: value for name, value in values.items() if value != self._shown[name]}
        if "started_at" in changed:  # the offset at which it was stored still holds
            changed["started_at"] = local.replace(tzinfo=self._session.started_at.tzinfo)
        for name in ("regions", "applicators"):
            if set(values[name]) == set(self._shown[name]):
                changed.pop(name, None)
        return replace(self._session, **changed)

    def _entered_reaction(self, session: IontophoresisSession) -> tuple[Reaction, ...]:
        kind = self.reaction.currentData()
        if kind is None:
            return ()
        severity = self.reaction_severity.currentData()
        if self.shown_reactions:
            return (replace(self.shown_reactions[0], kind=kind, severity=severity),)
        return (Reaction(kind, severity, session.started_at.date(), session=session.id),)

    def _show_start(self, start: datetime) -> None:
        self.start.blockSignals(True)
        self.start.setDateTime(QDateTime(start.replace(tzinfo=None, second=0)))
        self.start.blockSignals(False)

    def _start_was_set(self) -> None:
        self._starts_now = False


def _place_of(box: QComboBox, data: object) -> int:
    return next((row for row in range(box.count()) if box.itemData(row) == data), 0)
