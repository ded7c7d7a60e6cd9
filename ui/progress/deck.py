"""One or more charts on a card: their tabs, what they say, their tables, and how they are saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTabBar,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ui.progress.copying import CopyButton
from ui.progress.table import ChartTable
from ui.progress.zoom import STEP
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, quiet
from ui.words import translated

if TYPE_CHECKING:
    from model.charts import Chart
    from model.charts.table import Table
    from model.charts.view import View
    from ui.progress.canvas import ChartCanvas

HEIGHT = 250
"""Points that a chart is high where it does not ask for more."""


class ChartDeck(QWidget):
    """Charts of which one is shown; a canvas is made when its chart is first looked at."""

    region_chosen = Signal(str)
    region_stepped = Signal(int)
    save_wanted = Signal(object)  # the Chart whose picture is to be saved

    def __init__(
        self,
        name: str,
        height: int = HEIGHT,
        is_narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Name the charts; a narrow deck has no room below for what lies under the pointer."""
        super().__init__(parent)
        self._height, self._is_narrow, self._is_table = height, is_narrow, False
        self._charts: tuple[Chart, ...] = ()
        self._shown: tuple[View, str] | None = None
        self._fresh: set[str] = set()
        self.canvases: dict[str, ChartCanvas] = {}
        self.tabs = Tabs(drawBase=False, expanding=False)
        self.tabs.setAccessibleName(name)
        self.tabs.currentChanged.connect(self._turn_to)
        self.table = ChartTable()
        self.table.region_chosen.connect(self.region_chosen)
        self.table.hide()
        self._make_tools()
        self.said = quiet()
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.addWidget(self.tabs)
        self._place = QVBoxLayout()
        self._place.addWidget(self.table)
        self._place.addWidget(self._make_waiting())
        column.addLayout(self._place, 1)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self.said, 1)
        self.foot.addWidget(self._tools)
        column.addStretch(0)
        column.addLayout(self.foot)

    @property
    def chart(self) -> Chart | None:
        """The chart that is looked at."""
        at = self.tabs.currentIndex()
        return self._charts[at] if 0 <= at < len(self._charts) else None

    @property
    def canvas(self) -> ChartCanvas | None:
        """The canvas of the chart that is looked at."""
        return self.canvases.get(self.chart.id) if self.chart else None

    def set_charts(self, charts: Sequence[Chart]) -> None:
        """Say which charts there are, in the order of their tabs; they stay the same ones."""
        self.setVisible(bool(charts))
        if self._charts:
            return
        self._charts = tuple(charts)
        self.tabs.blockSignals(True)
        for chart in charts:
            self.tabs.addTab(translated("Chart", chart.name))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(charts) > 1)

    def go_to(self, chart: str) -> None:
        """Look at a chart by its id."""
        self.tabs.setCurrentIndex([each.id for each in self._charts].index(chart))

    def show_view(self, view: View, region: str) -> None:
        """Show a diary and a region; charts that do not depend on what changed stay untouched."""
        shown = (view, region)
        self._fresh = {
            each.id
            for each in self._charts
            if each.id in self._fresh and self._shown and not _differ(each, self._shown, shown)
        }
        self._shown = shown
        self._turn_to()

    def region_of(self, chart: Chart) -> str:
        """Return the region that a chart shows or marks, "" for one of the whole diary."""
        depends = chart.of_region or chart.live.has_regions
        return self._shown[1] if depends and self._shown else ""

    def say(self, text: str) -> None:
        """Say something below the chart, "" for nothing."""
        self.said.setText(text)

    def show_waiting(self, failed: bool = False) -> None:
        """Say in place of the first chart that it is on its way, or that it cannot come."""
        self.waiting.setText(
            self.tr(
                "The charts could not be loaded. They are tried again with the next entry; if that"
                " does not help, close Drymap and open it again."
            )
            if failed
            else self.tr("Charts are being drawn\u2026")
        )

    def _make_waiting(self) -> QWidget:
        """Return what stands in the place of the first chart until it can be drawn."""
        self.waiting = quiet("")
        self.show_waiting()
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setMinimumHeight(self._height)
        return self.waiting

    def _make_tools(self) -> None:
        self.farther, self.nearer = _small("\u2212"), _small("+")
        self.farther.setToolTip(self.tr("Show more days"))
        self.nearer.setToolTip(self.tr("Show fewer days"))
        self.whole = QPushButton(self.tr("Whole"))
        self.whole.setToolTip(self.tr("Show all days"))
        self.farther.clicked.connect(lambda: self._zoom(1 / STEP))
        self.nearer.clicked.connect(lambda: self._zoom(STEP))
        self.whole.clicked.connect(self._show_whole)
        self.as_table = QPushButton(self.tr("Show as table"))
        self.as_table.clicked.connect(self._switch)
        self.save = QPushButton(self.tr("Save picture\u2026"))
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.chart))
        self.copy = CopyButton(self._table_of_chart, self.table)
        self.copy.copied.connect(self.say)
        self._zooms = (self.farther, self.nearer, self.whole)
        self._tools = QWidget()
        flow = Flow(self._tools, across=6)
        for part in (*self._zooms, self.as_table, self.copy, self.save):
            part.setMinimumHeight(FINGER)
            part.setAccessibleName(self._said_of_charts(part.toolTip() or part.text()))
            flow.addWidget(part)
            part.hide()

    def _said_of_charts(self, text: str) -> str:
        """Say of which charts a button is: every card has the same ones."""
        return self.tr("{button}: {charts}").format(button=text, charts=self.tabs.accessibleName())

    def _turn_to(self) -> None:
        """Show the chart of the tab, as picture or as table."""
        chart = self.chart
        if chart is None or self._shown is None:
            return
        as_table = self._is_table
        canvas = self._canvas_of(chart)
        parts: list[QWidget] = [*self.canvases.values(), self.table]
        focused = any(part.hasFocus() for part in parts)
        for each in self.canvases.values():
            each.setVisible(each is canvas and not as_table)
        self.table.setVisible(as_table)
        if chart.id not in self._fresh:
            self._fresh.add(chart.id)
            canvas.show_view(self._shown[0], self.region_of(chart))
        if as_table:
            self._fill_table(chart)
            self.table.setMinimumHeight(canvas.minimumHeight())  # what stands beside stays
        self._show_tools()
        if focused:
            (self.table if as_table else canvas).setFocus()
        self.say("")

    def _table_of_chart(self) -> Table | None:
        if self.chart is None or self._shown is None:
            return None
        return self.chart.table(self._shown[0], self.region_of(self.chart))

    def _fill_table(self, chart: Chart) -> None:
        from model.analysis.words import names_of

        if self._shown is None:
            return
        view, region = self._shown[0], self.region_of(chart)
        names = names_of(view.progress, view.snapshot) if chart.live.has_regions else {}
        self.table.show_table(
            chart.table(view, region),
            translated("Chart", chart.name),
            {name.said(translated): id_ for id_, name in names.items()},
            region,
        )

    def _show_tools(self) -> None:
        """Offer what can be done with the chart: with a sentence in its place, nothing can."""
        if self.chart is None or self.canvas is None:
            return
        as_table, has_data = self._is_table, self.canvas.has_data
        for part in self._zooms:
            part.setVisible(self.chart.live.dated and has_data and not as_table)
        self.as_table.setVisible(has_data or as_table)
        self.copy.setVisible(has_data or as_table)
        self.save.setVisible(has_data)

    def _switch(self) -> None:
        """Show the table, or the chart again; the button says what it will do."""
        self._is_table = not self._is_table
        text = self.tr("Show as chart") if self._is_table else self.tr("Show as table")
        self.as_table.setText(text)
        self.as_table.setAccessibleName(self._said_of_charts(text))
        self._turn_to()

    def _canvas_of(self, chart: Chart) -> ChartCanvas:
        if chart.id in self.canvases:
            return self.canvases[chart.id]
        from ui.progress.canvas import ChartCanvas

        made = self.canvases[chart.id] = ChartCanvas(chart, self._height)
        made.has_data_changed.connect(self._show_tools)
        made.said.connect(self._tip if self._is_narrow else self.say)
        made.region_chosen.connect(self.region_chosen)
        made.region_stepped.connect(self.region_stepped)
        if not self._is_narrow:
            made.setToolTip(self._how(chart))
        self._place.insertWidget(0, made)
        self.waiting.hide()
        QWidget.setTabOrder(self.tabs, made)
        return made

    def _how(self, chart: Chart) -> str:
        """Say what pointer and keys do, where that cannot be seen."""
        if chart.live.dated:
            return self.tr(
                "Ctrl and wheel, or + and \u2212: zoom. Drag, or the arrow keys: earlier and later."
                " 0: all days. Ctrl and an arrow key: day by day."
            )
        if chart.live.has_regions:
            return self.tr("Click a region, or press the arrow keys up and down, to choose it.")
        return ""

    def _tip(self, text: str) -> None:
        """Say at the pointer what lies under it."""
        QToolTip.showText(QCursor.pos(), text, self)

    def _zoom(self, factor: float) -> None:
        if self.canvas is not None:
            self.canvas.zoom(factor)

    def _show_whole(self) -> None:
        if self.canvas is not None:
            self.canvas.show_whole()


class Tabs(QTabBar):
    """Tabs that the wheel passes over: it scrolls the page and chooses nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def write_picture(content: bytes, target: Path) -> None:
    """Write a picture beside its place and put it there once it is whole.

    Raises:
        CannotWrite: the place is read-only, full or missing.
    """
    from model.files import private_file, put_whole

    with put_whole(target, replace=True) as part, private_file(part) as file:
        file.write(content)


def _differ(chart: Chart, before: tuple[View, str], now: tuple[View, str]) -> bool:
    """Tell whether a chart of one view and region may look other than of another."""
    depends = chart.of_region or chart.live.has_regions
    return now[0].differs(before[0], chart.live.reads) or (depends and now[1] != before[1])


def _small(sign: str) -> QToolButton:
    made = QToolButton(text=sign, focusPolicy=Qt.FocusPolicy.StrongFocus)
    made.setMinimumSize(FINGER, FINGER)
    return made
