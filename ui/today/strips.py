"""The list beside the map: each of my regions with its strip 0-10, yesterday's value as a ghost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.widgets.severity import NOT_RECORDED
from ui.widgets.strip import RatingStrip


class Strips(QWidget):
    """One row a region: name, strip and the value in words."""

    chosen = Signal(str, int)
    chosen_both = Signal(str, int)
    completed = Signal(str, int)
    focused = Signal(str)
    day_stepped = Signal(int)  # -1 the day before, 1 the day after

    def __init__(
        self, names: Mapping[str, str], after: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._after = after  # Tab comes from there
        self._rows: dict[str, tuple[QLabel, RatingStrip]] = {}
        self._grid = QGridLayout(self, contentsMargins=QMargins(), verticalSpacing=6)
        self._grid.setColumnStretch(1, 1)

    def show_rows(
        self, regions: Sequence[str], values: Mapping[str, int], ghosts: Mapping[str, int]
    ) -> None:
        """Show the strips of these regions in this order."""
        if tuple(regions) != tuple(self._rows):
            self._lay_out(regions)
        for region, (label, strip) in self._rows.items():
            if label.text() != self._names[region]:
                self._name(label, strip, self._names[region])
            strip.set_value(values.get(region, NOT_RECORDED))
            strip.set_ghost(ghosts.get(region, NOT_RECORDED))

    def mark(self, region: str) -> None:
        """Stand out the row of the current region."""
        for name, (label, _) in self._rows.items():
            font = label.font()
            font.setBold(name == region)
            label.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the page keys before the column around takes them for scrolling."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.day_stepped.emit(step)

    def strip_of(self, region: str) -> RatingStrip:
        """Return the strip of a region that is shown."""
        return self._rows[region][1]

    def _lay_out(self, regions: Sequence[str]) -> None:
        kept = {region: self._rows.pop(region) for region in regions if region in self._rows}
        orphaned = any(strip.hasFocus() for _, strip in self._rows.values())
        for label, strip in self._rows.values():
            label.deleteLater()
            strip.deleteLater()
        self._rows = {}
        for row, region in enumerate(regions):
            label, strip = kept.get(region) or self._row(region)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(strip, row, 1)
            self._rows[region] = (label, strip)
        strips = [strip for _, strip in self._rows.values()]
        if strips and orphaned:  # the row that had the focus is gone
            strips[-1].setFocus()
        for before, after in pairwise([self._after, *strips]):
            QWidget.setTabOrder(before, after)

    def _name(self, label: QLabel, strip: RatingStrip, name: str) -> None:
        label.setText(name)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(name + "MM"))
        strip.setAccessibleName(name)

    def _row(self, region: str) -> tuple[QLabel, RatingStrip]:
        label, strip = QLabel(textFormat=Qt.TextFormat.PlainText), RatingStrip("")
        self._name(label, strip, self._names[region])
        label.setBuddy(strip)
        strip.chosen.connect(lambda value: self.chosen.emit(region, value))
        strip.chosen_both.connect(lambda value: self.chosen_both.emit(region, value))
        strip.completed.connect(lambda value: self.completed.emit(region, value))
        strip.focused.connect(lambda: self.focused.emit(region))
        return label, strip
