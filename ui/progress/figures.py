"""Every figure of every region in one table, for the doctor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeView, QTreeWidgetItem, QWidget

from ui.progress.table import NONE, WideTable
from ui.widgets.layout import Card, heading, quiet
from ui.words import date_text, number_text, translated

if TYPE_CHECKING:
    from datetime import date

    from model.analysis.estimate import Estimate
    from model.analysis.progress import RegionProgress, Window
    from model.charts.view import View

ID = Qt.ItemDataRole.UserRole
MOST_ROWS = 12
"""Rows beyond which the table scrolls by itself."""


class FrozenTable(WideTable):
    """A table whose first column stays where it is while the others are scrolled sideways.

    The column is shown by a second view of the same rows that lies over the first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frozen = QTreeView(
            self,
            rootIsDecorated=False,
            alternatingRowColors=True,
            uniformRowHeights=True,
            focusPolicy=Qt.FocusPolicy.NoFocus,
            frameShape=QFrame.Shape.NoFrame,
            horizontalScrollBarPolicy=Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
            verticalScrollBarPolicy=Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
        )
        self.frozen.setModel(self.model())
        self.frozen.setSelectionModel(self.selectionModel())
        self.frozen.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.frozen.header().setStretchLastSection(False)
        self.verticalScrollBar().valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self.frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.header().sectionResized.connect(self._place)
        self.header().geometriesChanged.connect(self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the first column over itself."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width, edge = self.columnWidth(0), self.frameWidth()
        for column in range(1, self.columnCount()):
            self.frozen.setColumnHidden(column, True)
        self.frozen.setColumnWidth(0, width)
        height = self.header().height() + self.viewport().height()
        self.frozen.setGeometry(edge, edge, min(width, self.viewport().width()), height)


class FiguresCard(Card):
    """A row a region, a column a figure."""

    region_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = self._all_columns()
        self.table = FrozenTable()
        self.table.setAccessibleName(self.tr("All figures"))
        self.table.setColumnCount(1 + len(self._columns))
        self.table.currentItemChanged.connect(self._tell)
        self.shared = quiet()
        self.shared.setWordWrap(True)
        self.box.addWidget(heading(self.tr("All figures")))
        self.box.addWidget(self.table)
        self.box.addWidget(self.shared)

    def show_view(self, view: View, names: Mapping[str, str]) -> None:
        """Show the figures of all regions."""
        progress = view.progress
        with QSignalBlocker(self.table):
            self.table.clear()
            self.table.setHeaderLabels(self._head(view.threshold))
            self.table.addTopLevelItems([self._row(it, names) for it in progress.regions])
        self._take_height(len(progress.regions))
        self.shared.setVisible(any(it.points for it in progress.regions))
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

    def _head(self, threshold: int) -> list[str]:
        """Return the head of each column; one figure depends on what counts as wet."""
        columns = [name.format(threshold=threshold) for name in self._columns]
        return [self.tr("Region"), *columns]

    def _all_columns(self) -> dict[str, Callable[[RegionProgress], str]]:
        """Return the head of each column with what stands in it; what is read first comes first."""
        return {
            self.tr("Change % (interval)"): lambda it: self._estimate(it.change, 0),
            self.tr("Against untreated % (interval)"): lambda it: self._estimate(it.contrast, 0),
            self.tr("NAP (interval)"): lambda it: self._estimate(it.nap, 2, signed=False),
            self.tr("Points (interval)"): lambda it: self._estimate(it.points, 1),
            self.tr("Days before"): lambda it: self._rated(it.baseline),
            self.tr("Days now"): lambda it: self._rated(it.now),
            self.tr("Mean before"): lambda it: _mean(it.baseline),
            self.tr("Mean now"): lambda it: _mean(it.now),
            self.tr("Verdict"): _verdict,
            self.tr("Standing"): self._standing,
            self.tr("Before"): lambda it: self._span(it.baseline, it.baseline_chosen),
            self.tr("Now"): lambda it: self._span(it.now, chosen=False),
            self.tr("Sessions"): lambda it: str(it.sessions),
            self.tr("First session"): lambda it: _day(it.first_session),
            self.tr("Last session"): lambda it: _day(it.last_session),
            self.tr("Days since the last"): lambda it: _whole(it.days_since_last),
            self.tr("Untreated %"): lambda it: _signed(it.untreated_change, 0),
            self.tr("At least halved"): lambda it: self._answer(it.halved),
            self.tr("At least 4 points"): lambda it: self._answer(it.four_points),
            self.tr("Loss of late, points"): lambda it: self._estimate(it.loss, 1),
            self.tr("Worst case %"): lambda it: _signed(it.worst_case, 0),
            self.tr("Entered late, days"): lambda it: str(it.late_days),
            self.tr("Without late %"): lambda it: self._estimate(it.without_late, 0),
            self.tr("Heat and stress even %"): lambda it: self._estimate(it.adjusted, 0),
            self.tr("Dry interval, days until {threshold} or more"): self._dry,
            self.tr("p of the change"): lambda it: self._p(it.change or it.points),
        }

    def _dry(self, shown: RegionProgress) -> str:
        return _number(shown.dry_interval, 1)

    def _rated(self, window: Window | None) -> str:
        if window is None:
            return NONE
        text = self.tr("{days} of {possible}")
        return text.format(days=window.days, possible=window.days_possible)

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


def _verdict(shown: RegionProgress) -> str:
    from model.analysis.verdicts import verdict_name

    if shown.points is None:  # a verdict needs a result
        return NONE
    return verdict_name(shown).said(translated)


def _mean(window: Window | None) -> str:
    return NONE if window is None else _number(window.mean, 1)


def _day(day: date | None) -> str:
    return date_text(day) if day else NONE


def _whole(number: int | None) -> str:
    return NONE if number is None else str(number)


def _number(value: float | None, digits: int) -> str:
    return NONE if value is None else number_text(value, digits)


def _signed(value: float | None, digits: int) -> str:
    return NONE if value is None else number_text(value, digits, signed=True)
