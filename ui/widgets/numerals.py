"""Draws what stands in a region of the body map: today's value, or yesterday's as a ghost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.look import Look
from ui.widgets.severity import NOT_APPLICABLE

MIN_PIXELS, MAX_PIXELS = 9, 32
NARROW = 0.7
"""Share of its region's narrower side over which a numeral may touch the border."""
GHOST_ROOM = 18  # points; a narrower region has no room for a ghost that could be read
translate = QCoreApplication.translate


def draw_value(
    painter: QPainter, middle: QPointF, room: float, value: int, look: Look, font: QFont
) -> None:
    """Draw the numeral of a region whose narrower side has `room` points."""
    font = QFont(font)
    font.setPixelSize(_pixels(room))
    font.setBold(True)
    text, metrics = _text(value), QFontMetricsF(font)
    width = metrics.horizontalAdvance(text)
    letters = QPainterPath()
    rise = (metrics.ascent() - metrics.descent()) / 2
    letters.addText(middle + QPointF(-width / 2, rise), font, text)
    ground, ink = QColor(look.skin), QColor(look.text)
    if value >= 0:
        ground, ink = look.severity(value), look.on_severity(value)
    if width > NARROW * room:  # it reaches over the border: on its own ground it is still read
        painter.strokePath(letters, QPen(ground, 3))
    painter.fillPath(letters, ink)


def draw_ghost(
    painter: QPainter, middle: QPointF, room: float, value: int, look: Look, font: QFont
) -> None:
    """Draw yesterday's value small, slanted and in a dashed ring: nobody takes it for a value."""
    if room < GHOST_ROOM:
        return
    font = QFont(font)
    size = round(min(max(room * 0.3, MIN_PIXELS), 15))
    font.setPixelSize(size)
    font.setItalic(True)
    text = _text(value)
    ring = QRectF(0, 0, size * max(1.7, 0.75 * len(text) + 0.4), size * 1.7)
    ring.moveCenter(middle)
    painter.setPen(QPen(QColor(look.quiet), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(look.skin))  # as any region without a value; it clears the hatching
    painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
    painter.setFont(font)
    painter.setPen(QColor(look.quiet))
    painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, text)


def box(middle: QPointF, room: float) -> QRectF:
    """Return what the widest text needs, in points of the widget."""
    size, letters = _pixels(room), len(_text(NOT_APPLICABLE))
    found = QRectF(0, 0, size * 0.8 * letters + 4, max(size, MIN_PIXELS) * 1.7 + 4)
    found.moveCenter(middle)
    return found


def _text(value: int) -> str:
    return translate("BodyMap", "n/a") if value == NOT_APPLICABLE else str(value)


def _pixels(room: float) -> int:
    return round(min(max(room * 0.45, MIN_PIXELS), MAX_PIXELS))
