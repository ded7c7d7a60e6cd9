"""The options of the page: period, language, paper, name, sections and appendix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from ui.report.choice import OWN, SINCE_VISIT, WEEKS, WHOLE, Choice
from ui.widgets.days_dialog import DaysDialog
from ui.widgets.layout import FINGER, Card, heading, quiet
from ui.widgets.wheel import WheelGuard
from ui.words import date_text, translated


class OptionsPanel(Card):
    """Every change is shown in the preview at once."""

    changed = Signal(object)  # a Choice
    own_days_wanted = Signal()

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self._wheel = WheelGuard(self)
        self.period = self._combo(self.tr("Period of the report"))
        self.language = self._combo(self.tr("Language of the page"))
        self.paper = self._combo(self.tr("Paper"))
        self.named = QCheckBox(self.tr("With name and year of birth"))
        form = QFormLayout(rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Period"), self.period)
        form.addRow(self.tr("&Language of the page"), self.language)
        form.addRow(self.tr("P&aper"), self.paper)
        self.box.addWidget(heading(self.tr("Options")))
        self.box.addLayout(form)
        self.box.addWidget(self.named)
        self.box.addWidget(quiet(self.tr("On the page")))
        self.sections = self._boxes(_sections())
        self.box.addWidget(quiet(self.tr("Appendix")))
        self.appendix = self._boxes(_appendices())
        hint = quiet(self.tr("Private notes are never on the page."))
        hint.setWordWrap(True)
        self.box.addWidget(hint)
        self.box.addStretch(1)
        self._fill()
        self._connect()

    def show_visit(self, visit: date | None) -> None:
        """Offer the days since the last visit where one is noted, and say which day that was."""
        at = self.period.findData(SINCE_VISIT)
        text = self.tr("Since the last visit (none noted)")
        if visit is not None:
            text = self.tr("Since the last visit, {day}").format(day=date_text(visit))
        self.period.setItemText(at, text)

    def choose_days(self, first: date, last: date) -> None:
        """Look at days of one's own."""
        self._tell(replace(self.choice, period=OWN, days=(first, last)))

    def show_choice(self) -> None:
        """Show what stands, as after a dialog that was cancelled."""
        self.period.blockSignals(True)
        self.period.setCurrentIndex(max(0, self.period.findData(self.choice.period)))
        self.period.blockSignals(False)

    def _combo(self, name: str) -> QComboBox:
        made = QComboBox(minimumHeight=FINGER)
        made.setAccessibleName(name)
        self._wheel.guard(made)
        return made

    def _boxes(self, names: dict[str, str]) -> dict[str, QCheckBox]:
        made = {key: QCheckBox(text) for key, text in names.items()}
        for box in made.values():
            self.box.addWidget(box)
        return made

    def _fill(self) -> None:
        from model.report.languages import languages
        from model.report.options import PAPERS

        chosen = self.choice
        self.period.addItem(self.tr("Whole diary"), WHOLE)
        self.period.addItem("", SINCE_VISIT)
        self.show_visit(None)
        for weeks in WEEKS:
            text = self.tr("Last {weeks} weeks").format(weeks=weeks)
            self.period.addItem(text, str(weeks))
        self.period.addItem(self.tr("Days of your own\u2026"), OWN)
        for code, name in languages().items():
            self.language.addItem(name, code)
        for paper, name in PAPERS.items():
            self.paper.addItem(translated("Report", name), paper)
        pairs = (
            (self.period, chosen.period),
            (self.language, chosen.language),
            (self.paper, chosen.paper),
        )
        for combo, value in pairs:
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.named.setChecked(chosen.named)
        for key, box in self.sections.items():
            box.setChecked(key not in chosen.left_out)
        for key, box in self.appendix.items():
            box.setChecked(key in chosen.appendix)

    def _connect(self) -> None:
        self.period.activated.connect(self._choose_period)
        for combo in (self.language, self.paper):
            combo.activated.connect(self._collect)
        for box in (self.named, *self.sections.values(), *self.appendix.values()):
            box.toggled.connect(self._collect)

    def _choose_period(self) -> None:
        if self.period.currentData() == OWN:
            self.own_days_wanted.emit()
        else:
            self._collect()

    def _collect(self) -> None:
        period = str(self.period.currentData())
        self._tell(
            Choice(
                period,
                self.choice.days if period == OWN else None,
                self.named.isChecked(),
                str(self.language.currentData()),
                str(self.paper.currentData()),
                _keys((key, not box.isChecked()) for key, box in self.sections.items()),
                _keys((key, box.isChecked()) for key, box in self.appendix.items()),
            )
        )

    def _tell(self, choice: Choice) -> None:
        if choice != self.choice:
            self.choice = choice
            self.changed.emit(choice)


class ReportDaysDialog(DaysDialog):
    """Asks for the first and the last day that the page is about."""

    chosen = Signal(object, object)  # first and last day

    def __init__(self, today: date, days: tuple[date, date], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Days of the report"), today, parent)
        self.show_days(*days)

    def send(self, first: date, last: date) -> None:
        """Hand the days on and close."""
        self.chosen.emit(first, last)
        self.accept()


def _keys(chosen: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    return tuple(key for key, wanted in chosen if wanted)


def _sections() -> dict[str, str]:
    from model.report.options import SECTIONS

    return {key: translated("Report", text) for key, text in SECTIONS.items()}


def _appendices() -> dict[str, str]:
    from model.report.options import APPENDICES

    return {key: translated("Report", text) for key, text in APPENDICES.items()}
