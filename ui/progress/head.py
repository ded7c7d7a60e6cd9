"""The head of the Progress page: the headline, how complete the diary is, and what was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.progress.found import Found, is_for_doctor
from ui.progress.period import ALL, WEEKS, Period, Span
from ui.widgets.layout import FINGER, quiet, title
from ui.words import date_text


class Head(QWidget):
    """The sentence that sums everything up, beside its buttons; what completes it lies below."""

    period_chosen = Signal(object)  # a Period
    own_days_wanted = Signal()
    baseline_wanted = Signal()
    usual_wanted = Signal()  # all regions back to the usual baseline
    induction_wanted = Signal()
    usual_end_wanted = Signal()  # all regions back to the usual end of the induction
    doctor_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = title(self.tr("Progress"))
        self.headline.setWordWrap(True)
        self.more = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.quality = quiet()
        self.quality.setWordWrap(True)
        self._make_buttons()
        self.chosen_period = Chosen(self.tr("Whole diary"), self.period)
        self.chosen_period.back.clicked.connect(lambda: self.period_chosen.emit(ALL))
        self.chosen_baseline = Chosen(self.tr("Usual baseline"), self.windows)
        self.chosen_baseline.back.clicked.connect(self.usual_wanted)
        self.moved_induction = Chosen(self.tr("Usual end of the induction"), self.windows)
        self.moved_induction.back.clicked.connect(self.usual_end_wanted)
        row = QHBoxLayout()
        row.addWidget(self.headline, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self.period, self.windows, self.doctor):
            button.setMinimumHeight(FINGER)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.more)
        words.addWidget(self.quality)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.addLayout(row)
        column.addLayout(words)
        column.addWidget(self.chosen_period)
        column.addWidget(self.chosen_baseline)
        column.addWidget(self.moved_induction)

    def show_loading(self) -> None:
        """Offer nothing before the diary was read."""
        for button in (self.period, self.windows, self.doctor):
            button.setVisible(False)

    def show_found(self, found: Found, headline: str, more: str, quality: Sequence[str]) -> None:
        """Show what was found."""
        self.headline.setText(headline)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.quality.setText("\n".join(quality))
        for button in (self.period, self.windows, self.doctor):
            button.setVisible(not found.is_empty)
        self.windows.setVisible(any(each.phases for each in found.view.progress.regions))
        period = ""
        if found.span is not None:
            period = self.tr(
                "Period: {first} \u2013 {last} (chosen). Charts show these days; the results are"
                " those known on {last}."
            ).format(first=date_text(found.span[0]), last=date_text(found.span[1]))
        self.chosen_period.show_text(period)

    def show_baselines(self, names: Mapping[Span, Sequence[str]]) -> None:
        """Say for which regions the patient chose which days of the baseline."""
        text = self.tr("Baseline: chosen days for {regions}: {first} \u2013 {last}")
        self.chosen_baseline.show_text(
            "\n".join(
                text.format(
                    regions=", ".join(regions), first=date_text(days[0]), last=date_text(days[1])
                )
                for days, regions in names.items()
            )
        )

    def show_inductions(self, names: Mapping[date, Sequence[str]]) -> None:
        """Say for which regions the patient moved the end of the induction to which day."""
        text = self.tr("Induction: its end was moved to {day} for {regions}")
        self.moved_induction.show_text(
            "\n".join(
                text.format(day=date_text(day), regions=", ".join(regions))
                for day, regions in names.items()
            )
        )

    def show_period(self, period: Period) -> None:
        """Tick what was chosen."""
        self._actions.get(period, self._own).setChecked(True)

    def _make_buttons(self) -> None:
        self.period = QPushButton(self.tr("Period"))
        self.menu = QMenu(self.period)
        group = QActionGroup(self.menu)
        self._actions: dict[Period, QAction] = {}
        names = {ALL: self.tr("Whole diary")}
        for weeks in WEEKS:
            names[Period(weeks)] = self.tr("Last {weeks} weeks").format(weeks=weeks)
        for period, name in names.items():
            action = self._actions[period] = self.menu.addAction(name)
            action.triggered.connect(lambda _=False, it=period: self.period_chosen.emit(it))
        self.menu.addSeparator()
        self._own = self.menu.addAction(self.tr("Days of your own\u2026"))
        self._own.triggered.connect(self.own_days_wanted)
        for action in (*self._actions.values(), self._own):
            action.setCheckable(True)
            group.addAction(action)
        self._actions[ALL].setChecked(True)
        self.period.setMenu(self.menu)
        self.windows = QPushButton(self.tr("Compared days"))
        self.windows.setToolTip(self.tr("Choose the days that the results are made of"))
        compared = QMenu(self.windows)
        self.baseline = compared.addAction(self.tr("Baseline\u2026"))
        self.baseline.triggered.connect(self.baseline_wanted)
        self.induction = compared.addAction(self.tr("End of the induction\u2026"))
        self.induction.triggered.connect(self.induction_wanted)
        self.windows.setMenu(compared)
        self.doctor = QPushButton(self.tr("For the doctor"), checkable=True)
        self.doctor.setToolTip(self.tr("Show every figure"))
        self.doctor.setChecked(is_for_doctor())
        self.doctor.clicked.connect(self.doctor_chosen)


class Chosen(QWidget):
    """A line that says what was chosen, and a button that takes it back."""

    def __init__(self, back: str, heir: QWidget) -> None:
        """Name the button; `heir` has the focus once the line is gone."""
        super().__init__()
        self._heir = heir
        self.text = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.back = QPushButton(back, minimumHeight=FINGER)
        row = QHBoxLayout(self)
        row.setContentsMargins(QMargins())
        row.addWidget(self.text, 1)
        row.addWidget(self.back)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show what was chosen; nothing hides the line."""
        if not text and self.window().focusWidget() is self.back:
            self._heir.setFocus()
        self.text.setText(text)
        self.setVisible(bool(text))
