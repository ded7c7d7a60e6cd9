"""The patient's own highest current for each applicator at hand, beside what sources name."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from model.analysis.notices import ceiling_by_default
from model.catalog.cautions import PATIENTS, ceilings_seen
from model.records.treatment import CURRENT_LIMIT_MA
from ui.sessions.findings import source_text
from ui.settings import settings
from ui.widgets.amount import Amount
from ui.widgets.layout import heading, quiet
from ui.widgets.wheel import WheelGuard
from ui.words import translated


class Ceilings(QWidget):
    """A field in mA for each applicator; what is entered is stored in the settings at once."""

    chosen = Signal(str, object)  # applicator, float or None: has been stored

    def __init__(self, after: QWidget) -> None:
        """Begin without an applicator; Tab comes here from `after`."""
        super().__init__()
        self._after = after
        self._lines: dict[str, CeilingLine] = {}
        self._wheel = WheelGuard(self)
        hint = quiet(
            self.tr(
                "Your own ceiling; the program only points out a session above it. What sources"
                " name stands beside it and is no recommendation for you."
            )
        )
        hint.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.addWidget(heading(self.tr("Your own ceiling, in mA")))
        self._column.addWidget(hint)
        self.setVisible(False)

    def show_applicators(self, names: Mapping[str, str], is_child: bool | None) -> None:
        """Show a field for each of these applicators; those shown before keep theirs."""
        for gone in self._lines.keys() - names.keys():
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        before = self._after
        for place, (id_, name) in enumerate(names.items(), 2):
            line = self._lines.get(id_) or self._line(id_)
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
            line.show_state(name, own_ceiling(id_), is_child)
            QWidget.setTabOrder(before, line.amount)
            before = line.amount
        self.setVisible(bool(names))

    def amount(self, applicator: str) -> Amount:
        """Return the field of an applicator."""
        return self._lines[applicator].amount

    def _line(self, applicator: str) -> CeilingLine:
        line = self._lines[applicator] = CeilingLine(applicator)
        self._wheel.guard(line.amount)
        line.amount.valueChanged.connect(lambda: self._store(applicator))
        return line

    def _store(self, applicator: str) -> None:
        line = self._lines[applicator]
        amount = line.amount.amount
        key = f"ceiling/{applicator}"
        if amount is None:
            settings().remove(key)
        else:
            settings().setValue(key, amount)
        line.say()
        self.chosen.emit(applicator, amount)


class CeilingLine(QWidget):
    """The field of one applicator, and below it what sources name for it."""

    def __init__(self, applicator: str) -> None:
        super().__init__()
        self._applicator = applicator
        self._is_child: bool | None = None
        self._name = QLabel(wordWrap=True)
        self.amount = Amount(1, 1.0, self.tr(" mA"), self.tr("none set"))
        self.amount.setMaximum(CURRENT_LIMIT_MA)
        self.amount.setKeyboardTracking(False)  # the 1 of 15 is no ceiling
        self._seen = quiet()
        self._seen.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(self.amount)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._seen)

    def show_state(self, name: str, ceiling: float | None, is_child: bool | None) -> None:
        """Show the ceiling that is stored; what is being typed is no value yet, and stays."""
        self._is_child = is_child
        self._name.setText(name)
        self.amount.setAccessibleName(self.tr("Your own ceiling: {name}").format(name=name))
        if ceiling != self.amount.amount:
            self.amount.blockSignals(True)
            self.amount.show_amount(ceiling)
            self.amount.blockSignals(False)
        self.say()

    def say(self) -> None:
        """Say what sources name, and what counts while none is set."""
        said = " ".join(filter(None, (self._named(), self._counts())))
        self._seen.setText(said)
        self.amount.setAccessibleDescription(said)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what was typed when the window closes with the field still open."""
        self.amount.interpretText()
        super().hideEvent(event)

    def _named(self) -> str:
        seen = ceilings_seen(self._applicator)
        if not seen:
            return self.tr("No reliable number was read for this applicator.")
        figures = [
            self.tr("{current} mA ({who}; {source})").format(
                current=str(each.current_ma),
                who=translated("Patients", PATIENTS[each.who]),
                source="; ".join(map(source_text, each.sources)),
            )
            for each in seen
        ]
        return self.tr("Highest currents that sources name: {figures}.").format(
            figures=", ".join(figures)
        )

    def _counts(self) -> str:
        """Say what a session is compared with while the patient has set no ceiling."""
        if self.amount.amount is not None:
            return ""
        seen = ceiling_by_default(self._applicator, self._is_child)
        if seen is None:
            return self.tr("While you set none, nothing is pointed out.")
        said = self.tr("While you set none, a session above {current} mA ({who}) is pointed out.")
        return said.format(
            current=str(seen.current_ma), who=translated("Patients", PATIENTS[seen.who])
        )


def own_ceiling(applicator: str) -> float | None:
    """Return the ceiling in mA that the patient set for an applicator, None where there is none."""
    stored = settings().value(f"ceiling/{applicator}")
    try:
        ceiling = float(str(stored))
    except ValueError:  # none, or a line of the file that somebody broke
        return None
    return ceiling if math.isfinite(ceiling) and 0 <= ceiling <= CURRENT_LIMIT_MA else None
