"""Every figure of every region in one table, for the doctor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.widgets.layout import Card, heading, quiet
from ui.words import date_text, number_text

if TYPE_CHECKING:
    from datetime import date

    from model.analysis.estimate import Estimate
    from model.analysis.progress import Progress, RegionProgress, Window

ID = Qt.ItemDataRole.UserRole
NONE = "\u2013"
MOST_ROWS = 12
"""Rows beyond which the table scrolls by itself."""


class FiguresCard(Card):
    """A row a region, a column a figure."""

    region_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = self._all_columns()
        self.table = QTreeWidget(rootIsDecorated=False, alternatingRowColors=True)
        self.table.setAccessibleName(self.tr("All figures"))
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHeaderLabels([self.tr("Region"), *self._columns])
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.currentItemChanged.connect(self._tell)
        self.shared = quiet()
        self.shared.setWordWrap(True)
        self.box.addWidget(heading(self.tr("All figures")))
        self.box.addWidget(self.table)
        self.box.addWidget(self.shared)

    def show_progress(self, progress: Progress, names: Mapping[str, str]) -> None:
        """Show the figures of all regions."""
        with QSignalBlocker(self.table):
            self.table.clear()
            self.table.addTopLevelItems([self._row(it, names) for it in progress.regions])
        self._take_height(len(progress.regions))
        self.shared.setText(
            self.tr(
                "Intervals are 95 %. Autocorrelation of two days in a row, pooled over all regions:"
                " {rho}. Improved after Holm's correction for several regions: {improved}."
            ).format(
                rho=number_text(progress.rho, 2),
                improved=", ".join(names[it] for it in progress.improved) or self.tr("none"),
            )
        )

    def show_region(self, region: str) -> None:
        """Stand on the row of a region."""
        with QSignalBlocker(self.table):
            for row in range(self.table.topLevelItemCount()):
                item = self.table.topLevelItem(row)
                if item is not None and item.data(0, ID) == region:
                    self.table.setCurrentItem(item)

    def _row(self, shown: RegionProgress, names: Mapping[str, str]) -> QTreeWidgetItem:
        texts = [figure(shown) for figure in self._columns.values()]
        item = QTreeWidgetItem([names[shown.region], *texts])
        item.setData(0, ID, shown.region)
        for column in range(1, len(texts) + 1):
            item.setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        return item

    def _take_height(self, rows: int) -> None:
        row = self.table.sizeHintForRow(0) if rows else 0
        bar = self.table.horizontalScrollBar().sizeHint().height()
        head = self.table.header().sizeHint().height()
        self.table.setFixedHeight(head + min(rows, MOST_ROWS) * row + bar + 4)

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.region_chosen.emit(str(item.data(0, ID)))

    def _all_columns(self) -> dict[str, Callable[[RegionProgress], str]]:
        """Return the head of each column with what stands in it."""
        return {
            self.tr("Sessions"): lambda it: str(it.sessions),
            self.tr("First session"): lambda it: _day(it.first_session),
            self.tr("Last session"): lambda it: _day(it.last_session),
            self.tr("Days since the last"): lambda it: _whole(it.days_since_last),
            self.tr("Baseline mean (days)"): lambda it: self._window(it.baseline),
            self.tr("Baseline days"): lambda it: self._span(it.baseline, it.baseline_chosen),
            self.tr("Now mean (days)"): lambda it: self._window(it.now),
            self.tr("Now days"): lambda it: self._span(it.now, chosen=False),
            self.tr("Change %"): lambda it: self._estimate(it.change, 0),
            self.tr("Points"): lambda it: self._estimate(it.points, 1),
            self.tr("Against untreated %"): lambda it: self._estimate(it.contrast, 0),
            self.tr("Untreated %"): lambda it: _signed(it.untreated_change, 0),
            self.tr("NAP"): lambda it: self._estimate(it.nap, 2, signed=False),
            self.tr("At least halved"): lambda it: self._answer(it.halved),
            self.tr("At least 4 points"): lambda it: self._answer(it.four_points),
            self.tr("Loss of late, points"): lambda it: self._estimate(it.loss, 1),
            self.tr("Worst case %"): lambda it: _signed(it.worst_case, 0),
            self.tr("Entered late, days"): lambda it: str(it.late_days),
            self.tr("Without late %"): lambda it: self._estimate(it.without_late, 0),
            self.tr("Heat and stress even %"): lambda it: self._estimate(it.adjusted, 0),
            self.tr("Dry interval, days"): lambda it: _number(it.dry_interval, 1),
            self.tr("p of the change"): lambda it: self._p(it.change or it.points),
            self.tr("Standing"): self._standing,
        }

    def _window(self, window: Window | None) -> str:
        if window is None:
            return NONE
        return self.tr("{mean} ({days} of {possible})").format(
            mean=_number(window.mean, 1), days=window.days, possible=window.days_possible
        )

    def _span(self, window: Window | None, chosen: bool) -> str:
        if window is None:
            return NONE
        text = self.tr("{first} \u2013 {last}")
        if chosen:
            text = self.tr("{first} \u2013 {last} (chosen)")
        return text.format(first=date_text(window.starts), last=date_text(window.ends))

    def _estimate(self, found: Estimate | None, digits: int, signed: bool = True) -> str:
        if found is None:
            return NONE
        text = self.tr("{value} ({low} to {high})")
        if found.high is None:
            text = self.tr("{value} ({low} or more)")
        return text.format(
            value=number_text(found.value, digits, signed),
            low=number_text(found.low, digits, signed),
            high=number_text(found.high or 0.0, digits, signed),
        )

    def _answer(self, found: str | None) -> str:
        words = {
            "yes": self.tr("yes"),
            "no": self.tr("no"),
            "uncertain": self.tr("not certain"),
        }
        return words.get(found or "", NONE)

    def _p(self, found: Estimate | None) -> str:
        if found is None or found.p is None:
            return NONE
        if found.p < 0.001:
            return self.tr("below {least}").format(least=number_text(0.001, 3))
        return number_text(found.p, 3)

    def _standing(self, shown: RegionProgress) -> str:
        if shown.so_far:
            return self.tr("so far")
        return self.tr("provisional") if shown.provisional else NONE


def _day(day: date | None) -> str:
    return date_text(day) if day else NONE


def _whole(number: int | None) -> str:
    return NONE if number is None else str(number)


def _number(value: float | None, digits: int) -> str:
    return NONE if value is None else number_text(value, digits)


def _signed(value: float | None, digits: int) -> str:
    return NONE if value is None else number_text(value, digits, signed=True)
