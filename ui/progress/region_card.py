"""The region that was chosen: what can be said of it, how sure that is, and its charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.progress.deck import ChartDeck
from ui.progress.threshold import ThresholdBox
from ui.widgets.layout import FINGER, Card, quiet
from ui.widgets.wheel import WheelGuard

if TYPE_CHECKING:
    from model.charts.view import View

WEAR_OFF = "wear_off"


class RegionCard(Card):
    """One region, chosen by its name here or by a click on a chart."""

    region_chosen = Signal(str)
    threshold_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wheel = WheelGuard(self)
        self.region = QComboBox(minimumHeight=FINGER)
        self.region.setAccessibleName(self.tr("Region"))
        self.region.setToolTip(self.tr("Choose another region"))
        self.region.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        font = self.region.font()
        font.setBold(True)
        font.setPointSizeF(1.15 * font.pointSizeF())
        self.region.setFont(font)
        self.region.activated.connect(self._tell)
        self.sure = Sure()
        self.verdict = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        larger = self.verdict.font()
        larger.setPointSizeF(1.15 * larger.pointSizeF())
        self.verdict.setFont(larger)
        self.doctors_line = quiet()
        self.doctors_line.setWordWrap(True)
        self.doctors_line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.doctors_key = quiet(
            self.tr(
                "A: baseline. B: the days compared with it. d: rated days. Mean: severity 0 to 10."
                " The 95 % intervals allow for days in a row that are alike. NAP: of all pairs of"
                " one day in A and one in B the share in which B is drier; 0.50 is no difference."
            )
        )
        self.doctors_key.setWordWrap(True)
        self.charts = ChartDeck(self.tr("Charts of this region"))
        self.charts.tabs.currentChanged.connect(self._ask_threshold)
        self.charts.foot.insertWidget(0, self._threshold_line())
        top = QHBoxLayout()
        top.addWidget(self.region)
        top.addStretch(1)
        top.addWidget(self.sure.button)
        self.box.addLayout(top)
        for part in (self.verdict, self.doctors_line, self.doctors_key, self.sure, self.charts):
            self.box.addWidget(part)
        self._wheel.guard(self.region, self.threshold)

    def show_regions(self, names: Mapping[str, str], region: str) -> None:
        """List the regions under their names, with the one that is chosen."""
        with QSignalBlocker(self.region):
            self.region.clear()
            for id_, name in names.items():
                self.region.addItem(name, id_)
            self.region.setCurrentIndex(self.region.findData(region))

    def show_region(
        self, region: str, verdict: Sequence[str], sure: Sequence[str], doctors_line: str
    ) -> None:
        """Show what can be said of a region; the doctor's line only where it is wanted."""
        with QSignalBlocker(self.region):
            self.region.setCurrentIndex(self.region.findData(region))
        self.verdict.setText("\n".join(verdict))
        self.sure.show_lines(sure)
        self.doctors_line.setText(doctors_line)
        for part in (self.doctors_line, self.doctors_key):
            part.setVisible(bool(doctors_line))

    def show_charts(self, view: View, region: str) -> None:
        """Show the charts of a region."""
        self.threshold.show_held(view.threshold)
        self._ask_threshold()
        self.charts.show_view(view, region)

    def _threshold_line(self) -> QWidget:
        self.threshold = ThresholdBox()
        self.threshold.setMinimumHeight(FINGER)
        self.threshold.chosen.connect(self.threshold_chosen)
        name = QLabel(self.tr("&Wet again from a severity of"))
        name.setBuddy(self.threshold)
        self._wet = QWidget()
        row = QHBoxLayout(self._wet)
        row.setContentsMargins(QMargins())
        row.addWidget(name)
        row.addWidget(self.threshold)
        self._wet.hide()
        return self._wet

    def _ask_threshold(self) -> None:
        """Ask for the threshold beside the chart that shows it."""
        chart = self.charts.chart
        self._wet.setVisible(chart is not None and chart.id == WEAR_OFF)

    def _tell(self) -> None:
        self.region_chosen.emit(str(self.region.currentData()))


class Sure(QWidget):
    """The second level for patients: how sure a result is, opened by a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(self.tr("How sure is this?"), checkable=True)
        self.button.setMinimumHeight(FINGER)
        self.button.toggled.connect(self._open)
        self._lines: tuple[str, ...] = ()
        self.labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(3)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show one line for each thing to know."""
        self._lines = tuple(lines)
        while len(self.labels) < len(lines):
            label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
            if not self.labels:  # the word that sums the others up
                font = label.font()
                font.setBold(True)
                label.setFont(font)
            self.labels.append(label)
            self._column.addWidget(label)
        for place, label in enumerate(self.labels):
            label.setText(lines[place] if place < len(lines) else "")
            label.setVisible(place < len(lines))
        self.button.setVisible(bool(lines))
        self._open(self.button.isChecked())

    def _open(self, on: bool) -> None:
        self.setVisible(on and bool(self._lines))
