"""What was measured on a day: totals of questionnaires and sweat weighed on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.widgets.entries import Entry, EntryDialog, EntryList
from ui.widgets.layout import heading, named
from ui.words import number_text, translated

if TYPE_CHECKING:
    from model.records.day import Assessment, Gravimetry


class MeasurementsCard(QFrame):
    """The day's assessments and weighings, to be added, corrected and deleted."""

    added = Signal(object)  # an Assessment or a Gravimetry, new or corrected
    removed = Signal(object)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "card")
        self._clock = clock
        self._day: date | None = None
        self._names: Mapping[str, str] = {}
        self._region = ""
        self._assessments: dict[str, Assessment] = {}
        self._weighings: dict[str, Gravimetry] = {}
        self.dialog: EntryDialog | None = None
        self.retired: frozenset[str] = frozenset()  # regions that are named, but not offered
        self.add_score = QPushButton(self.tr("Questionnaire total\u2026"), minimumHeight=32)
        self.add_score.clicked.connect(lambda: self._ask_score(None))
        self.add_weighing = QPushButton(self.tr("Weighing\u2026"), minimumHeight=32)
        self.add_weighing.clicked.connect(lambda: self._ask_weighing(None))
        self.list = EntryList(self.add_score, correctable=True)
        self.list.removed.connect(self._remove)
        self.list.reopened.connect(self._reopen)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.addWidget(heading(self.tr("Measurements")))
        box.addWidget(self.list)
        box.addWidget(self.add_score, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.add_weighing, 0, Qt.AlignmentFlag.AlignLeft)

    def show_measurements(
        self,
        day: date,
        assessments: Sequence[Assessment],
        weighings: Sequence[Gravimetry],
        names: Mapping[str, str],
        region: str = "",
    ) -> None:
        """Show what was measured on a day; the next weighing is proposed for `region`."""
        self._day, self._names, self._region = day, names, region
        self._assessments = {item.id: item for item in assessments}
        self._weighings = {item.id: item for item in weighings}
        rows = [self._score_row(item) for item in assessments]
        self.list.show_entries([*rows, *(self._weighing_row(item) for item in weighings)])

    def _score_row(self, item: Assessment) -> Entry:
        from model.catalog.scales import INSTRUMENTS

        scale = INSTRUMENTS[item.instrument]
        name = translated("Scale", scale.name)
        if item.score in scale.answers:
            answer = translated("Scale", scale.answers[item.score])
            text = self.tr("{name}: {score}, {answer}").format(
                name=name, score=item.score, answer=answer
            )
        else:
            text = self.tr("{name}: {score} of {high}").format(
                name=name, score=item.score, high=scale.high
            )
        return Entry(item.id, text, text, ", ".join(self._said_of_score(item)))

    def _said_of_score(self, item: Assessment) -> list[str]:
        said = []
        if item.domain_daily_life is not None:
            said.append(self.tr("daily life {score}").format(score=item.domain_daily_life))
        if item.domain_psychosocial is not None:
            said.append(self.tr("psychosocial {score}").format(score=item.domain_psychosocial))
        return [*said, *filter(None, [item.note])]

    def _weighing_row(self, item: Gravimetry) -> Entry:
        text = self.tr("{region}: {mass} mg in {minutes} min = {rate} mg/min").format(
            region=self._names.get(item.region, item.region),
            mass=_short(item.mass_mg),
            minutes=_short(item.minutes),
            rate=_short(item.mass_mg / item.minutes),
        )
        return Entry(item.id, text, text, ", ".join(self._said_of_weighing(item)))

    def _said_of_weighing(self, item: Gravimetry) -> list[str]:
        said = [item.paper]
        if item.room_celsius is not None:
            said.append(self.tr("room {degrees} \u00b0C").format(degrees=_short(item.room_celsius)))
        if item.rest_minutes is not None:
            said.append(self.tr("{minutes} min of rest").format(minutes=_short(item.rest_minutes)))
        if item.at_clinic is not None:
            said.append(
                self.tr("at the clinic") if item.at_clinic else self.tr("not at the clinic")
            )
        return [*filter(None, [*said, item.note])]

    def _remove(self, id_: str) -> None:
        self.removed.emit(self._assessments.get(id_) or self._weighings[id_])

    def _reopen(self, id_: str) -> None:
        if id_ in self._assessments:
            self._ask_score(self._assessments[id_])
        else:
            self._ask_weighing(self._weighings[id_])

    def _ask_score(self, assessment: Assessment | None) -> None:
        from ui.today.score_dialog import ScoreDialog  # most days nobody opens it

        if self._day is not None:
            today = self._clock().date()
            self._open(ScoreDialog(self._day, today, assessment, self))

    def _ask_weighing(self, weighing: Gravimetry | None) -> None:
        from ui.today.weighing_dialog import WeighingDialog

        names = {id_: name for id_, name in self._names.items() if id_ not in self.retired}
        if self._day is not None:
            self._open(WeighingDialog(self._day, names, self._region, weighing, self))

    def _open(self, dialog: EntryDialog) -> None:
        dialog.entered.connect(self.added)
        dialog.waits = True
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None


def _short(value: float) -> str:
    """Return a number with at most one decimal, none where it is whole."""
    rounded = round(float(value), 1)
    return number_text(rounded, 0 if rounded.is_integer() else 1)
