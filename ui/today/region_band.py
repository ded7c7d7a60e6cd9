"""The band below the map: the region under the pointer, its last week, what the numbers mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import look_of
from ui.widgets.layout import heading, quiet
from ui.words import translated


class Sparkline(QWidget):
    """Seven severities 0..10 as a small line, broken where a day has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_values(self, values: Sequence[int]) -> None:
        """Show severities, oldest first; a value below 0 is a gap."""
        self._values = tuple(values)
        known = [self.tr("none") if value < 0 else str(value) for value in values]
        text = self.tr("Last {days} days: {values}")
        self.setAccessibleName(text.format(days=len(known), values=", ".join(known)))
        self.setToolTip(self.accessibleName() if values else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of two lines of text."""
        return QSize(112, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between its floor 0 and its ceiling 10."""
        if not self._values:
            return
        look = look_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        painter.setPen(QPen(QColor(look.edge), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        step = room.width() / max(1, len(self._values) - 1)
        line = QPolygonF()
        painter.setPen(QPen(QColor(look.accent), 1.6))
        for place, value in enumerate((*self._values, -1)):
            if value < 0:
                painter.drawPolyline(line)
                line = QPolygonF()
                continue
            line.append(
                QPointF(room.left() + place * step, room.bottom() - room.height() * value / 10)
            )
        painter.setBrush(QColor(look.accent))
        for place, value in enumerate(self._values):
            x = room.left() + place * step
            if value >= 0:
                painter.drawEllipse(QPointF(x, room.bottom() - room.height() * value / 10), 2, 2)
            else:  # a gap is a tick below the floor, never a 0
                painter.drawLine(QPointF(x, room.bottom() + 1), QPointF(x, room.bottom() + 4))
        painter.end()


class RegionBand(QWidget):
    """Name and value of one region, its sparkline, and the anchors of the scale in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.value, self.spark = heading(), quiet(), Sparkline()
        self._anchors = quiet()
        self._anchors.setWordWrap(True)
        self._anchors.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        for label in (self.name, self.value):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.value)
        top = QHBoxLayout()
        top.addStrut(self.spark.sizeHint().height())  # the map keeps its size as it comes and goes
        top.addLayout(words, 1)
        top.addWidget(self.spark)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(top)
        box.addWidget(self._anchors)

    def show_hint(self, name: str, hint: str) -> None:
        """Say what to do while no region is looked at."""
        self._show(name, hint, ())

    def show_region(self, name: str, value: str, week: Sequence[int]) -> None:
        """Show a region with its value in words and its last days."""
        self._show(name, value, week)

    def _show(self, name: str, value: str, week: Sequence[int]) -> None:
        if not self._anchors.text():
            self._anchors.setText(_anchors())
        for label, text in ((self.name, name), (self.value, value)):
            label.setText(text)
            label.setToolTip(text)
        self.spark.show_values(week)
        self.spark.setVisible(bool(week))


def anchor_lines() -> dict[int, str]:
    """Return what can be seen at the severities that have a description."""
    from model.catalog.scales import SEVERITY_ANCHORS

    return {value: translated("Scale", text) for value, text in SEVERITY_ANCHORS.items()}


def _anchors() -> str:
    return "  \u00b7  ".join(f"{value}\u00a0{text}" for value, text in anchor_lines().items())
