"""Progress: baseline, now and change of each region with its days, and its time chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.link import Link
from ui.widgets.layout import card, header, quiet, title
from ui.widgets.page import Page
from ui.words import date_text, number_text, region_names, translated

if TYPE_CHECKING:
    from model.analysis.progress import Progress, RegionProgress, Window
    from model.diary import Diary
    from model.records.snapshot import Snapshot
    from ui.progress.canvas import TimelineCanvas

ID = Qt.ItemDataRole.UserRole


class ProgressPage(Page):
    """The table of regions above the time chart of the one that is chosen."""

    KINDS = frozenset({"rating", "session", "own_region", "baseline", "co_treatment", "event"})

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._names = region_names()
        self._snapshot: Snapshot | None = None
        self._region = ""
        self._canvas: TimelineCanvas | None = None
        self._build()

    def refresh(self) -> None:
        """Read the whole diary again and compare baseline and now."""
        self._link.snapshot(self._compare)

    def show_region(self, region: str) -> None:
        """Show the time chart of a region."""
        for row in range(self.regions.topLevelItemCount()):
            item = self.regions.topLevelItem(row)
            if item is not None and item.data(0, ID) == region:
                self.regions.setCurrentItem(item)

    @property
    def canvas(self) -> TimelineCanvas:
        """The time chart, made when it is first needed: matplotlib is slow to load."""
        if self._canvas is None:
            from ui.progress.canvas import TimelineCanvas

            self._canvas = TimelineCanvas()
            self._pictures.insertWidget(0, self._canvas)
            if not self.as_table.isChecked():
                self._pictures.setCurrentIndex(0)
        return self._canvas

    def _build(self) -> None:
        self._quality = quiet()
        self._quality.setWordWrap(True)
        self._parts = parts = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        parts.addWidget(self._table_card())
        parts.addWidget(self._chart_card())
        parts.setSizes([300, 400])
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 16, 22, 16)
        page.addLayout(header(title(self.tr("Progress")), self._quality, self.as_table))
        page.addWidget(parts, 1)
        page.addStretch()

    def _table_card(self) -> QWidget:
        self.regions = _table(
            self.tr("Regions"),
            [
                self.tr("Region"),
                self.tr("Sessions"),
                self.tr("Baseline mean (days)"),
                self.tr("Now mean (days)"),
                self.tr("Change"),
                self.tr("Remarks"),
            ],
        )
        self.regions.currentItemChanged.connect(self._chosen)
        self._footnote = quiet(
            self.tr(
                "Baseline: up to 28 days before the first session. Now: the last 28 days after"
                " the induction. Means of the days rated; a day without a rating is left out,"
                " never counted as dry. A change is an association, not proof of an effect."
            )
        )
        self._footnote.setWordWrap(True)
        frame, box = card()
        box.addWidget(self.regions, 1)
        box.addWidget(self._footnote)
        return frame

    def _chart_card(self) -> QWidget:
        self.as_table = QPushButton(self.tr("Show as table"), checkable=True)
        self.as_table.toggled.connect(self._toggle_table)
        self.weeks = _table(self.tr("Weeks of the region"), [])
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self.weeks)
        frame, box = card()
        box.addWidget(self._pictures, 1)
        return frame

    def _compare(self, snapshot: Snapshot) -> None:
        def question(diary: Diary) -> Progress:
            from model.analysis.progress import progress

            del diary  # only its thread is needed: the first comparison imports numpy
            return progress(snapshot)

        self._link.read(question, lambda found: self._show(snapshot, found))

    def _show(self, snapshot: Snapshot, found: Progress) -> None:
        from model.records.person import OwnRegion

        self._snapshot = snapshot
        self._names.update({region.id: region.name for region in snapshot.of(OwnRegion)})
        self._quality.setText(self._quality_text(found))
        keep = self._region
        self.regions.blockSignals(True)
        self.regions.clear()
        self.regions.addTopLevelItems([self._row(shown) for shown in found.regions])
        self.regions.blockSignals(False)
        known = [shown.region for shown in found.regions]
        self._region = ""
        if known:
            self.show_region(keep if keep in known else known[0])
        self._parts.setVisible(bool(known))
        self.as_table.setVisible(bool(known))

    def _quality_text(self, found: Progress) -> str:
        quality = found.quality
        if quality.first_day is None or quality.last_day is None:
            return self.tr(
                "Nothing is rated yet. Rate your regions on the Today page, best for 14 days"
                " before the first session."
            )
        return self.tr(
            "{first} to {last}: {rated} of {possible} days rated, {sessions} sessions"
        ).format(
            first=date_text(quality.first_day),
            last=date_text(quality.last_day),
            rated=quality.days_rated,
            possible=quality.days_possible,
            sessions=found.sessions,
        )

    def _row(self, shown: RegionProgress) -> QTreeWidgetItem:
        from model.analysis.words import standing

        item = QTreeWidgetItem(
            [
                self._names.get(shown.region, shown.region),
                str(shown.sessions) if shown.sessions else self.tr("none"),
                self._window(shown.baseline),
                self._window(shown.now),
                self._change(shown),
                " ".join(sentence.said(translated) for sentence in standing(shown)),
            ]
        )
        item.setData(0, ID, shown.region)
        return item

    def _window(self, window: Window | None) -> str:
        if window is None:
            return "\u2013"
        if window.mean is None:
            return self.tr("\u2013 ({days} of {possible})").format(
                days=window.days, possible=window.days_possible
            )
        return self.tr("{mean} ({days} of {possible})").format(
            mean=number_text(window.mean, 1), days=window.days, possible=window.days_possible
        )

    def _change(self, shown: RegionProgress) -> str:
        if shown.change_percent is not None:
            text = self.tr("{percent} %").format(percent=number_text(shown.change_percent, 0, True))
        elif shown.change_points is not None:
            text = self.tr("{points} points").format(
                points=number_text(shown.change_points, 1, True)
            )
        else:
            return shown.reason.said(translated) if shown.reason else "\u2013"
        return text

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is None or self._snapshot is None:
            return
        self._region = item.data(0, ID)
        self.canvas.show_region(self._snapshot, self._region)
        if self.as_table.isChecked():
            self._fill_weeks()

    def _toggle_table(self, on: bool) -> None:
        if on:
            self._fill_weeks()
        self._pictures.setCurrentWidget(self.weeks if on else self.canvas)

    def _fill_weeks(self) -> None:
        from model.charts.timeline import table

        if self._snapshot is None or not self._region:
            return
        found = table(self._snapshot, self._region)
        self.weeks.setHeaderLabels([translated("Chart", name) for name in found.head])
        self.weeks.clear()
        self.weeks.addTopLevelItems(
            [QTreeWidgetItem([_cell(value) for value in row]) for row in found.rows]
        )


def _table(name: str, header: list[str]) -> QTreeWidget:
    table = QTreeWidget(rootIsDecorated=False, alternatingRowColors=True)
    table.setAccessibleName(name)
    table.setUniformRowHeights(True)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHeaderLabels(header)
    table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _cell(value: object) -> str:
    from datetime import date

    from model.analysis.sentences import Sentence

    if value is None:
        return "\u2013"
    if isinstance(value, Sentence):
        return value.said(translated)
    if isinstance(value, date):
        return date_text(value)
    return number_text(value, 1) if isinstance(value, float) else str(value)
