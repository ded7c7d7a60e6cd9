"""The dialog for the total of a questionnaire that was filled in elsewhere; no item is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from ui.widgets.amount import Amount
from ui.widgets.entries import EntryDialog, choice
from ui.widgets.layout import FINGER, quiet
from ui.words import qdate, translated

if TYPE_CHECKING:
    from model.catalog.scales import Instrument
    from model.records.day import Assessment

DOMAINS_OF = "hidroqol"  # the one questionnaire of the catalog whose record has domain scores


class ScoreDialog(EntryDialog):
    """Asks which questionnaire, its total or answer, and the date; `entered`: an Assessment."""

    def __init__(
        self,
        day: date,
        today: date,
        assessment: Assessment | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Questionnaire total"))
        self._assessment = assessment
        self._make_fields(assessment.day if assessment else day, today)
        self._lay_out()
        if assessment is not None:
            self._fill(assessment)
        self._look()
        self._shown = self._values()
        self.instrument.setFocus()

    def record(self) -> Assessment:
        """Return the assessment; of one that is corrected, only what was changed is touched."""
        from model.records.day import Assessment

        values = self._values()
        if self._assessment is None:
            found = Assessment(**values)
        else:
            changed = {k: value for k, value in values.items() if value != self._shown[k]}
            found = replace(self._assessment, **changed)
        found.check_together()  # first: it names the range of this questionnaire, not of them all
        return found

    def _make_fields(self, day: date, today: date) -> None:
        from model.catalog.scales import INSTRUMENTS

        names = {item.id: translated("Scale", item.name) for item in INSTRUMENTS.values()}
        self.instrument = choice(self.tr("Choose a questionnaire"), names)
        self.instrument.currentIndexChanged.connect(self._ask_score)
        self.score = Amount(0, 1, "", self.tr("not stated"))
        self.daily_life = Amount(0, 1, "", self.tr("not stated"))
        self.psychosocial = Amount(0, 1, "", self.tr("not stated"))
        self.score.valueChanged.connect(self._look)
        self.score.setAccessibleName(self.tr("Total"))
        self.day = QDateEdit(
            qdate(day),
            calendarPopup=True,
            displayFormat="d MMM yyyy",
            maximumDate=qdate(max(day, today)),
        )
        self.note = QLineEdit(maxLength=20_000)
        self.answer = choice(self.tr("not stated"), {})
        self.answer.currentIndexChanged.connect(self._look)

    def _lay_out(self) -> None:
        self._range = quiet()
        self._total = QWidget()
        line = QHBoxLayout(self._total)
        line.setContentsMargins(QMargins())
        self.score.setMinimumHeight(FINGER)
        self._wheel.guard(self.score)
        line.addWidget(self.score, 1)
        line.addWidget(self._range)
        self._terms = quiet()
        self._terms.setWordWrap(True)
        self._add(self.tr("&Questionnaire"), self.instrument)
        total = QLabel(self.tr("&Total"))
        total.setBuddy(self.score)
        self.form.addRow(total, self._total)
        self._add(self.tr("&Answer"), self.answer)
        self._add(self.tr("Daily &life, if known"), self.daily_life)
        self._add(self.tr("&Psychosocial, if known"), self.psychosocial)
        self._add(self.tr("&Date"), self.day)
        self._add(self.tr("&Note"), self.note)
        self.form.addRow(self._terms)
        self._ask_score()

    def _chosen(self) -> Instrument | None:
        from model.catalog.scales import INSTRUMENTS

        return INSTRUMENTS.get(self.instrument.currentData())

    def _ask_score(self) -> None:
        """Ask for the total as the chosen questionnaire has it; nothing is carried over."""
        instrument = self._chosen()
        for field in (self.score, self.daily_life, self.psychosocial):
            field.show_amount(None)
        self._offer_answers(instrument)
        in_words = instrument is not None and bool(instrument.answers)
        self.form.setRowVisible(self.answer, in_words)
        self.form.setRowVisible(self._total, instrument is not None and not in_words)
        two_domains = instrument is not None and instrument.id == DOMAINS_OF
        self.form.setRowVisible(self.daily_life, two_domains)
        self.form.setRowVisible(self.psychosocial, two_domains)
        self._terms.setText(self._terms_of(instrument) if instrument else "")
        self.form.setRowVisible(self._terms, instrument is not None)
        if instrument is not None:
            self._range.setText(
                self.tr("from {low} to {high}").format(low=instrument.low, high=instrument.high)
            )
        self.problem.setVisible(False)
        self._look()
        self._fit()

    def _offer_answers(self, instrument: Instrument | None) -> None:
        while self.answer.count() > 1:
            self.answer.removeItem(1)
        for score, wording in instrument.answers.items() if instrument else ():
            text = self.tr("{score}: {wording}").format(
                score=score, wording=translated("Scale", wording)
            )
            self.answer.addItem(text, score)

    def _terms_of(self, instrument: Instrument) -> str:
        from model.catalog.sources import SOURCES

        licence = translated("Scale", instrument.licence)
        cited = [SOURCES[source] for source in instrument.sources if source != "drymap"]
        if not cited:
            return licence
        return self.tr("{licence} Source: {source}.").format(
            licence=licence, source="; ".join(cited)
        )

    def _fill(self, assessment: Assessment) -> None:
        self.instrument.setCurrentIndex(max(0, self.instrument.findData(assessment.instrument)))
        self.answer.setCurrentIndex(max(0, self.answer.findData(assessment.score)))
        self.score.show_amount(assessment.score)
        self.daily_life.show_amount(assessment.domain_daily_life)
        self.psychosocial.show_amount(assessment.domain_psychosocial)
        self.note.setText(assessment.note)

    def _score(self) -> int | None:
        instrument = self._chosen()
        if instrument is None:
            return None
        if instrument.answers:
            return self.answer.currentData() or None  # the scores of answers begin at 1
        return _whole(self.score)

    def _values(self) -> dict[str, Any]:
        day = self.day.date()
        return {
            "day": date(day.year(), day.month(), day.day()),
            "instrument": self.instrument.currentData(),
            "score": self._score(),
            "domain_daily_life": _whole(self.daily_life),
            "domain_psychosocial": _whole(self.psychosocial),
            "note": self.note.text(),
        }

    def _look(self) -> None:
        self.ok.setEnabled(self._score() is not None)


def _whole(field: Amount) -> int | None:
    return None if field.amount is None else round(field.amount)
