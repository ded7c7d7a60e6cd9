"""The canvas that hosts the time chart: the only place of ui that names matplotlib."""

from __future__ import annotations

from dataclasses import replace

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from model.charts.style import DARK, LIGHT, Palette
from model.charts.timeline import Timeline, description
from model.records.snapshot import Snapshot
from ui.look import look_of
from ui.words import translated


class TimelineCanvas(FigureCanvasQTAgg):
    """The time chart of one region; a screen reader reads its trend as one sentence."""

    _palette: Palette | None = None  # the base class changes the palette before ours is known

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Figure(figsize=(8, 3), dpi=100))  # type: ignore[no-untyped-call]
        self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: tuple[Snapshot, str] | None = None
        self._palette = _palette()
        self._timeline = self._new_timeline(self._palette)

    def show_region(self, snapshot: Snapshot, region: str) -> None:
        """Put a region on the chart."""
        self._shown = (snapshot, region)
        self._timeline.show(snapshot, region)
        self._timeline.redraw()
        self.setAccessibleName(self.tr("Time chart"))
        self.setAccessibleDescription(description(snapshot, region).said(translated))

    def sizeHint(self) -> QSize:
        """Ask for a chart three times as wide as high."""
        return QSize(900, 300)

    def minimumSizeHint(self) -> QSize:
        """Stay readable in a small window."""
        return QSize(360, 190)

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of a theme that changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._palette not in (None, _palette()):
            self._palette = _palette()
            self.figure.clear()
            self._timeline = self._new_timeline(self._palette)
            if self._shown is not None:
                self.show_region(*self._shown)

    def _new_timeline(self, palette: Palette) -> Timeline:
        return Timeline(self.figure, palette, translated)


def _palette() -> Palette:
    look = look_of(QApplication.palette())
    chosen = DARK if look.dark else LIGHT
    return replace(chosen, background=look.card, text=look.text, faint=look.quiet)
