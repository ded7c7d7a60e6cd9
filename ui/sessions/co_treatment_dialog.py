"""The dialog for another treatment: what, how much, since when, until when and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from model.catalog.cautions import SWEAT_DRUGS
from model.catalog.sources import SOURCES
from model.catalog.treatments import CO_TREATMENTS
from model.records.rules import NAME_LIMIT, NOTE_LIMIT
from model.text import QT_TRANSLATE_NOOP
from ui.sessions.event_dialog import (
    DayField,
    RegionsEntryDialog,
    RegionTicks,
    refuse_backwards,
    refuse_unreadable,
)
from ui.widgets.entries import choice
from ui.widgets.layout import FINGER, quiet
from ui.widgets.region_rows import Box
from ui.words import translated

if TYPE_CHECKING:
    from model.catalog.treatments import CoTreatmentKind
    from model.records.treatment import CoTreatment

LISTED_FOR = "other_medicine"
"""The kind for which medicines are offered that a source names as causes of sweating."""


class LastDay(QWidget):
    """Still used, or ended on a day; until one of the two is ticked it is not said."""

    def __init__(self, proposed: date) -> None:
        super().__init__()
        self.still = Box(self.tr("Still used"))
        self.still.setMinimumHeight(FINGER)
        self.ended = DayField(self.tr("Last day"), self.tr("Ended on"), proposed)
        self.still.toggled.connect(lambda on: self._only(self.ended.box, on))
        self.ended.box.toggled.connect(lambda on: self._only(self.still, on))
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(2)
        column.addWidget(self.still)
        column.addWidget(self.ended)
        self.setFocusProxy(self.still)

    @property
    def said(self) -> bool:
        """Whether one of the two is ticked."""
        return self.still.isChecked() or self.ended.day is not None

    def show_end(self, day: date | None) -> None:
        """Show what the diary holds; None is still used."""
        self.ended.show_day(day)
        self.still.setChecked(day is None)

    def _only(self, other: Box, on: bool) -> None:
        if on:
            other.setChecked(False)


class CoTreatmentDialog(RegionsEntryDialog):
    """Asks for one treatment; only its kind and its end must be said. `entered`: a CoTreatment."""

    def __init__(
        self,
        today: date,
        names: Mapping[str, str],
        treatment: CoTreatment | None = None,
        parent: QWidget | None = None,
    ) -> None:
        name = self.tr("Regions on which it is used")
        super().__init__(RegionTicks(name, names, treatment.regions if treatment else ()), parent)
        self.setWindowTitle(self.tr("Other treatment"))
        self._treatment = treatment
        self._make_fields(today)
        self._lay_out()
        if treatment is not None:
            self._fill(treatment)
        self._ask_of_kind()
        self.kind.currentIndexChanged.connect(self._take_kind)
        self._shown = self._values()
        self.kind.setFocus()

    def record(self) -> CoTreatment:
        """Return the treatment; of one that is corrected, only what was changed is touched."""
        from model.records.treatment import CoTreatment

        refuse_unreadable(self.first, self.last.ended)
        values = self._values()
        self._refuse_unsaid()
        if self._treatment is None:
            treatment = CoTreatment(**values)
        else:
            changed = {k: value for k, value in values.items() if value != self._shown[k]}
            treatment = replace(self._treatment, **changed)
        refuse_backwards(treatment.starts, treatment.ends)
        return treatment

    def _make_fields(self, today: date) -> None:
        kinds = {kind.id: translated("CoTreatment", kind.name) for kind in CO_TREATMENTS.values()}
        drugs = {drug: translated("Drug", drug) for drug in SWEAT_DRUGS.items}
        self.kind = choice(self.tr("Choose a treatment"), kinds)
        self.listed = choice(self.tr("Choose, or type its name below"), drugs)
        self.listed.activated.connect(self._take_listed)
        self.product = QLineEdit(maxLength=NAME_LIMIT)
        self.dose = QLineEdit(maxLength=NAME_LIMIT)
        self.rhythm = QLineEdit(maxLength=NAME_LIMIT)
        self.first = DayField(self.tr("First day"), self.tr("Known"), today)
        self.last = LastDay(today)
        self.systemic = Box(self.tr("Acts on all regions"))
        self.note = QLineEdit(maxLength=NOTE_LIMIT)
        self.fact = quiet()
        self.fact.setWordWrap(True)

    def _lay_out(self) -> None:
        self._add(self.tr("&What"), self.kind)
        self.form.addRow(self.fact)
        self._add(self.tr("&From the list"), self.listed)
        self._add(self.tr("&Product"), self.product)
        self._add(self.tr("&Dose"), self.dose)
        self._add(self.tr("&How often"), self.rhythm)
        self._first_label = QLabel()
        self._add_day(self._first_label, self.first)
        self._wheel.guard(self.last.ended.date)
        self.last.ended.date.setMinimumHeight(FINGER)
        self.form.addRow(self.tr("&Last day"), self.last)
        self._add(self.tr("&Reach"), self.systemic)
        self._add(self.tr("&Note"), self.note)
        self._tab_on_from(self.note)

    def _fill(self, treatment: CoTreatment) -> None:
        self.kind.setCurrentIndex(max(0, self.kind.findData(treatment.kind)))
        self.product.setText(treatment.product)
        self.dose.setText(treatment.dose)
        self.rhythm.setText(treatment.rhythm)
        self.first.show_day(treatment.starts)
        self.last.show_end(treatment.ends)
        self.systemic.setChecked(treatment.systemic)
        self.note.setText(treatment.note)

    def _values(self) -> dict[str, Any]:
        kind = self.kind.currentData()
        ends = self.last.ended.day
        if not self._asks_end():
            ends = self.first.day if _lasting(kind) == "one_day" else None
        return {
            "kind": kind,
            "product": self.product.text().strip(),
            "dose": self.dose.text().strip(),
            "rhythm": self.rhythm.text().strip(),
            "starts": self.first.day,
            "ends": ends,
            "regions": self.ticks.regions,
            "systemic": self.systemic.isChecked(),
            "note": self.note.text(),
        }

    def _asks_end(self) -> bool:
        """Tell whether the end is asked: also where the diary holds one that the kind has not."""
        kind, old = self.kind.currentData(), self._treatment
        kept = old if old is not None and old.kind == kind else None
        lasting = _lasting(kind)
        if lasting == "one_day":
            return kept is not None and kept.ends != kept.starts
        return lasting == "ongoing" or (kept is not None and kept.ends is not None)

    def _refuse_unsaid(self) -> None:
        """Raise DiaryError where no end was said: in the diary, none means still used."""
        from model.records.errors import DiaryError

        if self._asks_end():
            if not self.last.said:
                raise DiaryError(
                    QT_TRANSLATE_NOOP(
                        "DiaryError", "Say that it is still used, or on which day it ended."
                    )
                )
        elif _lasting(self.kind.currentData()) == "one_day" and self.first.day is None:
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "Say on which day the treatment was given.")
            )

    def _take_kind(self) -> None:
        """Ask what the newly chosen kind needs; on what it acts is what its sources say."""
        kind = CO_TREATMENTS.get(self.kind.currentData())
        self.systemic.setChecked(kind is not None and kind.systemic)
        self._ask_of_kind()

    def _ask_of_kind(self) -> None:
        id_ = self.kind.currentData()
        kind = CO_TREATMENTS.get(id_)
        self.ok.setEnabled(kind is not None)
        self.fact.setText(self._fact_of(kind) if kind else "")
        self.form.setRowVisible(self.fact, bool(self.fact.text()))
        self.form.setRowVisible(self.listed, id_ == LISTED_FOR)
        self.form.setRowVisible(self.last, self._asks_end())
        once = _lasting(id_) != "ongoing" and not self._asks_end()
        name = self.tr("Day of treatment") if once else self.tr("First day")
        self._first_label.setText(name)
        self.first.rename(name)
        self.problem.setVisible(False)
        self._fit()

    def _fact_of(self, kind: CoTreatmentKind) -> str:
        """Return what sources say of a kind, and which; nothing where there is only our word."""
        cited = [SOURCES[source] for source in kind.sources if source != "drymap"]
        if not cited:
            return ""
        return self.tr("{fact} Source: {source}.").format(
            fact=translated("CoTreatment", kind.fact), source="; ".join(cited)
        )

    def _take_listed(self) -> None:
        if self.listed.currentData():
            self.product.setText(self.listed.currentText())


def _lasting(kind: str | None) -> str:
    """Return how long a kind lasts; as long as none is chosen, like most of them."""
    return CO_TREATMENTS[kind].lasting if kind in CO_TREATMENTS else "ongoing"
