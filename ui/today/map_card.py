"""The map with its switches, the band that explains a region, and the palette below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.bodymap import BodyMap
from ui.today.day import SPARK_DAYS, Day
from ui.today.region_band import RegionBand
from ui.today.tools import MapTools
from ui.widgets.layout import Card
from ui.widgets.severity import NOT_APPLICABLE, NOT_RECORDED
from ui.widgets.strip import RatingStrip


class MapCard(Card):
    """Rates by click and digit, by the palette, or by the brush; the page stores."""

    rated = Signal(object, int, bool)  # regions, severity, whether both sides are meant
    completed = Signal(str, int, bool)  # 10 in place of the 1 given just before
    region_chosen = Signal(str)

    def __init__(
        self,
        names: Mapping[str, str],
        names_when_painted: Callable[[], Mapping[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._values: Mapping[str, int] = {}
        self._shown: Day | None = None
        self.current = ""
        self._hinted = ""
        self._brush: int | None = None
        self._build(names_when_painted)
        self._explain("")

    def show_values(self, values: Mapping[str, int], listed: Sequence[str], shown: Day) -> None:
        """Show the severities of a day, pressed ones included."""
        self._values, self._shown = values, shown
        self.map.show_values(values, frozenset(listed), shown.ghosts)
        self._show_palette()
        self._explain(self._hinted)

    def choose(self, region: str) -> None:
        """Let the palette and the band be about a region, "" for none."""
        if region != self.current:
            self.current = region
            self._show_palette()
            self._explain(self._hinted)
            self.region_chosen.emit(region)

    def paint_with(self, brush: int | None) -> None:
        """Paint with a severity, NOT_APPLICABLE or the eraser NOT_RECORDED; None ends it."""
        self._brush = brush
        self.map.set_brush(brush)
        self.tools.show_painting(brush is not None)
        self._show_palette()
        self._explain(self._hinted)

    def _build(self, names: Callable[[], Mapping[str, str]]) -> None:
        self.map = BodyMap(names)
        self.map.region_chosen.connect(self.choose)
        self.map.region_hovered.connect(self._explain)
        self.map.severity_chosen.connect(
            lambda region, value: self.rated.emit((region,), value, self.map.both_sides_wanted)
        )
        self.map.severity_completed.connect(
            lambda region, value: self.completed.emit(region, value, self.map.both_sides_wanted)
        )
        self.map.regions_painted.connect(self._painted)
        self.map.brush_dropped.connect(lambda: self.paint_with(None))
        self.tools = MapTools(self.map)
        self.tools.restore()
        self.tools.paint.toggled.connect(self._start_or_end_painting)
        self.band = RegionBand()
        self.palette_strip = RatingStrip(self.tr("Severity"))
        self.palette_strip.chosen.connect(self._pick)
        self.palette_strip.completed.connect(lambda value: self._pick(value, completed=True))
        self.not_applicable = QToolButton(text=self.tr("n/a"), checkable=True)
        self.not_applicable.setAccessibleName(self.tr("Not applicable"))
        self.not_applicable.setToolTip(self.tr("Not applicable (N)"))
        self.not_applicable.clicked.connect(lambda: self._pick(NOT_APPLICABLE))
        self.clear = QToolButton(text=self.tr("Clear"))
        self.clear.setToolTip(self.tr("Take the rating back (Delete)"))
        self.clear.clicked.connect(self._clear)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.palette_strip, 1)
        line.addWidget(self.not_applicable)
        line.addWidget(self.clear)
        self.box.setContentsMargins(12, 8, 12, 10)
        self.box.setSpacing(4)
        self.box.addWidget(self.tools)
        self.box.addWidget(self.map, 1)
        self.box.addWidget(self.band)
        self.box.addLayout(line)

    def _show_palette(self) -> None:
        painting = self.tools.paint.isChecked()
        value = self._values.get(self.current, NOT_RECORDED)
        if painting:
            value = NOT_RECORDED if self._brush is None else self._brush
        ghost = NOT_RECORDED if painting else self._ghost(self.current)
        self.palette_strip.set_value(value)
        self.palette_strip.set_ghost(ghost)
        self.palette_strip.setAccessibleName(
            self.tr("Severity to paint")
            if painting or not self.current
            else self.tr("Severity: {region}").format(region=self._names[self.current])
        )
        self.not_applicable.setChecked(value == NOT_APPLICABLE)
        for button in (self.not_applicable, self.clear):
            button.setEnabled(painting or bool(self.current))

    def _pick(self, value: int, completed: bool = False) -> None:
        """Rate the chosen region; without one, or while painting, take the value as the brush."""
        if self.tools.paint.isChecked() or not self.current:
            self.paint_with(None if value == NOT_RECORDED else value)
        elif completed:
            self.completed.emit(self.current, value, self.tools.both.isChecked())
        else:
            self.rated.emit((self.current,), value, self.tools.both.isChecked())

    def _clear(self) -> None:
        """Take the rating back; while painting, take the eraser."""
        if self.tools.paint.isChecked():
            self.paint_with(NOT_RECORDED)
        else:
            self._pick(NOT_RECORDED)

    def _start_or_end_painting(self, on: bool) -> None:
        if not on:
            self.paint_with(None)
        else:
            self._show_palette()
            self._explain("")

    def _painted(self, regions: tuple[str, ...]) -> None:
        if self._brush is not None:
            self.rated.emit(regions, self._brush, self.map.both_sides_wanted)

    def _explain(self, region: str) -> None:
        self._hinted = region
        region = region or self.current
        if self.tools.paint.isChecked():
            self.band.show_hint(*self._painting_hint())
        elif not region:
            self.band.show_hint(
                self.tr("No region chosen"),
                self.tr("Click a region, press 0 to 10. Or pick a number, then click."),
            )
        else:
            self.band.show_region(self._names[region], *self._told(region))

    def _painting_hint(self) -> tuple[str, str]:
        if self._brush is None:
            return self.tr("Painting"), self.tr("Pick a number below, then click or drag.")
        return (
            self.tr("Painting: {value}").format(value=in_words(self._brush)),
            self.tr("Click regions, or drag over them. Esc ends painting."),
        )

    def _told(self, region: str) -> tuple[str, tuple[int, ...]]:
        """Return the value of a region beside that of the day before, and its last days."""
        value = self._values.get(region, NOT_RECORDED)
        said = self.tr("{value} (the day before: {before})").format(
            value=in_words(value),
            before=in_words(self._ghost(region)),
        )
        none = (NOT_RECORDED,) * SPARK_DAYS
        week = self._shown.week.get(region, none) if self._shown else none
        return said, (*week[:-1], value)

    def _ghost(self, region: str) -> int:
        return self._shown.ghosts.get(region, NOT_RECORDED) if self._shown else NOT_RECORDED


def in_words(value: int) -> str:
    """Return a severity, or why there is none."""
    if value == NOT_RECORDED:
        return QCoreApplication.translate("MapCard", "not recorded")
    if value == NOT_APPLICABLE:
        return QCoreApplication.translate("MapCard", "not applicable")
    return str(value)
