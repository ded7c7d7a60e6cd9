"""The dialog for sweat weighed on paper: how much, in how long, on which region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.amount import Amount
from ui.widgets.entries import EntryDialog, choice, region_choice
from ui.widgets.layout import quiet
from ui.words import date_text

if TYPE_CHECKING:
    from model.records.day import Gravimetry

PLACES = {"yes": True, "no": False}


class WeighingDialog(EntryDialog):
    """Asks for one weighing; region, mass and minutes must be said. `entered`: a Gravimetry."""

    def __init__(
        self,
        day: date,
        names: Mapping[str, str],
        region: str = "",
        weighing: Gravimetry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._day = weighing.day if weighing else day
        self._weighing = weighing
        self.setWindowTitle(self.tr("Weighing of {day}").format(day=date_text(self._day)))
        self._make_fields(names, weighing.region if weighing else region)
        self._lay_out()
        if weighing is not None:
            self._fill(weighing)
        self._look()
        self._shown = self._values()
        (self.mass if self.region.currentData() else self.region).setFocus()

    def record(self) -> Gravimetry:
        """Return the weighing; of one that is corrected, only what was changed is touched."""
        from model.records.day import Gravimetry

        values = self._values()
        if self._weighing is None:
            return Gravimetry(day=self._day, **values)
        # What a field rounds or cannot show, such as frost in a room, stays as it was stored.
        changed = {k: value for k, value in values.items() if value != self._shown[k]}
        return replace(self._weighing, **changed)

    def _make_fields(self, names: Mapping[str, str], region: str) -> None:
        nothing = self.tr("not stated")
        self.region = region_choice(names, region)
        self.mass = Amount(1, 1, self.tr(" mg"), nothing)
        self.minutes = Amount(1, 1, self.tr(" min"), nothing)
        self.paper = QLineEdit(maxLength=200)
        self.room = Amount(1, 1, self.tr(" \u00b0C"), nothing)
        self.rest = Amount(0, 1, self.tr(" min"), nothing)
        self.clinic = choice(nothing, {"yes": self.tr("yes"), "no": self.tr("no")})
        self.note = QLineEdit(maxLength=20_000)
        self.region.currentIndexChanged.connect(self._look)
        self.mass.valueChanged.connect(self._look)
        self.minutes.valueChanged.connect(self._look)

    def _lay_out(self) -> None:
        # FACTS, gravimetry: 5 minutes in the trials of PMC6516143 (ATMOS) and of Lowe 2007; other
        # authors weigh for other periods; a coffee filter will do (German S1 guideline).
        hint = quiet(
            self.tr(
                "Weigh a paper filter before and after it lay on the skin. Trials at the armpit"
                " often took 5 minutes (Lowe 2007, ATMOS), but no period is standard; the German"
                " guideline is content with a coffee filter, a stop-watch and a fine scale."
            )
        )
        hint.setWordWrap(True)
        self._add(self.tr("&Region"), self.region)
        self._add(self.tr("&Sweat"), self.mass)
        self._add(self.tr("&Minutes"), self.minutes)
        self._add(self.tr("&Paper"), self.paper)
        self._add(self.tr("R&oom temperature"), self.room)
        self._add(self.tr("R&est before"), self.rest)
        self._add(self.tr("&At the clinic"), self.clinic)
        self._add(self.tr("&Note"), self.note)
        self.form.addRow(hint)

    def _fill(self, weighing: Gravimetry) -> None:
        self.mass.show_amount(weighing.mass_mg)
        self.minutes.show_amount(weighing.minutes)
        self.paper.setText(weighing.paper)
        self.room.show_amount(weighing.room_celsius)
        self.rest.show_amount(weighing.rest_minutes)
        place = (
            {True: "yes", False: "no"}.get(weighing.at_clinic)
            if weighing.at_clinic is not None
            else ""
        )
        self.clinic.setCurrentIndex(self.clinic.findData(place))
        self.note.setText(weighing.note)

    def _values(self) -> dict[str, Any]:
        return {
            "region": self.region.currentData(),
            "mass_mg": self.mass.amount,
            "minutes": self.minutes.amount,
            "paper": self.paper.text().strip(),
            "room_celsius": self.room.amount,
            "rest_minutes": self.rest.amount,
            "at_clinic": PLACES.get(self.clinic.currentData()),
            "note": self.note.text(),
        }

    def _look(self) -> None:
        stated = self.mass.amount is not None and self.minutes.amount is not None
        self.ok.setEnabled(stated and bool(self.region.currentData()))
