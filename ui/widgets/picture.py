"""Paints the body map into a picture that is kept: fills, numerals, hatching and side labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPalette, QPen, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from ui import RESOURCES
from ui.look import Look, look_of
from ui.widgets.severity import NOT_APPLICABLE

if TYPE_CHECKING:
    from ui.widgets.shapes import BodyShapes, Shape

LABEL_HEIGHT = 20  # units of the map
NARROW_VIEW = 250  # units; a view this narrow has its name on a line of its own
DRAWN_IN = ("#f3f1ec", "#d2ccc1", "#8f887b", "#b9b1a3")
"""The file's own colours: skin, borders of regions, outline, details."""
translate = QCoreApplication.translate
VIEWS = ("front", "back", "face", "palms", "hand_backs", "soles", "foot_tops")


class BodyPicture:
    """The map as it looks with the values of a day; `scale` maps its units to the widget.

    Until `body` has been read, the file is drawn by Qt itself: that is quick enough for the first
    paint of the window, reading the shapes for clicks is not.
    """

    def __init__(self, font: QFont) -> None:
        self.body: BodyShapes | None = None
        self.scale = QTransform()
        self.values: Mapping[str, int] = {}
        self.followed: frozenset[str] = frozenset()
        self._font = font
        self._look = look_of(QPalette())
        self._svg = (RESOURCES / "bodymap.svg").read_text("utf-8")
        plain = QSvgRenderer(QByteArray(self._svg.encode()))
        self._size = plain.viewBoxF()
        self._views = {view: plain.boundsOnElement(f"view.{view}") for view in VIEWS}
        self._labels: dict[int, QPointF] = {}
        self._pixmap = QPixmap()
        self._empty = QPixmap()

    def fit(self, size: QSize, ratio: float) -> None:
        """Fit the map into a widget of `size` on a screen with `ratio` pixels to a point."""
        whole = self._size.adjusted(0, 0, 0, 2 * LABEL_HEIGHT)
        factor = min(size.width() / whole.width(), size.height() / whole.height())
        left = (size.width() - factor * whole.width()) / 2
        self.scale = QTransform().translate(left, 0).scale(factor, factor)
        self._empty = QPixmap(size * ratio)
        self._empty.setDevicePixelRatio(ratio)
        self._empty.fill(Qt.GlobalColor.transparent)
        self.forget()

    def forget(self) -> None:
        """Paint everything anew at the next paint."""
        self._pixmap = QPixmap()

    def show(self, values: Mapping[str, int], followed: frozenset[str]) -> list[QRect]:
        """Take new values, repaint the regions that changed, and return where they lie."""
        touched = {
            region
            for region in {*values, *self.values, *followed, *self.followed}
            if values.get(region) != self.values.get(region)
            or (region in followed) != (region in self.followed)
        }
        self.values, self.followed = dict(values), followed
        if self.body is None or self._pixmap.isNull():
            return []
        return [self._repaint(shape) for region in touched for shape in self.body.of_region(region)]

    def paint(self, painter: QPainter, look: Look) -> None:
        """Bring the picture to the screen."""
        if self._pixmap.isNull() or look is not self._look:
            self._look = look
            self._pixmap = self._empty.copy()
            self._draw(QRectF())
        painter.drawPixmap(0, 0, self._pixmap)

    def label(self, shape: Shape) -> QPointF:
        """Return the point of a shape at which its numeral stands, in units of the map."""
        if id(shape) not in self._labels:
            from ui.widgets.shapes import label_point

            self._labels[id(shape)] = label_point(shape.path)
        return self._labels[id(shape)]

    def _repaint(self, shape: Shape) -> QRect:
        pixels = self.scale.mapRect(shape.bounds.adjusted(-3, -3, 3, 3)).toAlignedRect()
        # Whole pixels, or the edge of the part would shine through.
        self._draw(self.scale.inverted()[0].mapRect(QRectF(pixels)))
        return pixels

    def _draw(self, part: QRectF) -> None:
        """Paint into the kept picture; `part` limits it, in units of the map."""
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self.scale)
        if part.isValid():
            painter.setClipRect(part)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(part, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self.body is None:
            self._draw_unread(painter)
        else:
            self._draw_shapes(painter, self.body, part)
        self._draw_labels(painter)
        painter.end()

    def _draw_unread(self, painter: QPainter) -> None:
        svg, look = self._svg, self._look
        for drawn, shown in zip(
            DRAWN_IN, (look.skin, look.edge, look.line, look.line), strict=True
        ):
            svg = svg.replace(drawn, shown)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, self._size)

    def _draw_shapes(self, painter: QPainter, body: BodyShapes, part: QRectF) -> None:
        look = self._look
        shown = [s for s in body.shapes if not part.isValid() or s.bounds.intersects(part)]
        for shape in shown:
            if shape.region:
                self._draw_region(painter, shape)
            else:
                painter.setPen(QPen(QColor(look.line), 1.5 if shape.outline else 1.0))
                painter.setBrush(QBrush(QColor(look.skin)) if shape.filled else QBrush())
                painter.drawPath(shape.path)
        for shape in shown:
            if shape.region in self.values:
                self.draw_value(painter, shape)

    def _draw_region(self, painter: QPainter, shape: Shape) -> None:
        look, value = self._look, self.values.get(shape.region)
        rated = value is not None and value >= 0
        painter.setPen(QPen(QColor(look.edge), 1.0))
        painter.setBrush(look.severity(value) if rated and value is not None else QColor(look.skin))
        painter.drawPath(shape.path)
        if value is None and shape.region in self.followed:
            hatch = QBrush(QColor(look.line), Qt.BrushStyle.BDiagPattern)
            hatch.setTransform(painter.transform().inverted()[0])
            painter.fillPath(shape.path, hatch)

    def draw_value(self, painter: QPainter, shape: Shape) -> None:
        """Draw the numeral of a region that has a value, in units of the map."""
        value, look = self.values[shape.region], self._look
        text = translate("BodyMap", "n/a") if value == NOT_APPLICABLE else str(value)
        room = min(shape.bounds.width(), shape.bounds.height())
        font = QFont(self._font)
        font.setPixelSize(int(max(15, min(30, room * 0.45))))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.text) if value < 0 else look.on_severity(value))
        box = QRectF(0, 0, 60, 40)
        box.moveCenter(self.label(shape))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_labels(self, painter: QPainter) -> None:
        """Print the name of each view, and R and L: always the person's own sides."""
        font = QFont(self._font)
        font.setPixelSize(LABEL_HEIGHT)
        painter.setFont(font)
        painter.setPen(QColor(self._look.quiet))
        titles = {
            "front": translate("BodyMap", "Front"),
            "back": translate("BodyMap", "Back"),
            "face": translate("BodyMap", "Face"),
            "palms": translate("BodyMap", "Palms"),
            "hand_backs": translate("BodyMap", "Backs of hands"),
            "soles": translate("BodyMap", "Soles"),
            "foot_tops": translate("BodyMap", "Tops of feet"),
        }
        for view, box in self._views.items():
            line = QRectF(box.left() - 12, box.bottom() - 14, box.width() + 24, LABEL_HEIGHT * 1.2)
            sides = (translate("BodyMap", "R"), translate("BodyMap", "L"))
            if view != "face":
                shifts = (0.25, -0.25) if view == "back" else (-0.25, 0.25)
                for side, shift in zip(sides, shifts, strict=True):
                    place = line.translated(shift * line.width(), 0)
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, side)
                if box.width() < NARROW_VIEW:
                    line.translate(0, LABEL_HEIGHT)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, titles[view])
