"""The words printed on the body map: the name of each view, and R and L on the person's sides."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QRegion, QTransform

from ui.look import Look

LINE = 20  # units of the map; height of a line of words when the whole map is shown
MIN_PIXELS, MAX_PIXELS = 11, 20
NARROW_VIEW = 250  # units; a view this narrow has its name on a line of its own
RISE = 14  # units by which the words reach into the box of their view
translate = QCoreApplication.translate


class Label(NamedTuple):
    """One printed word; `place` is its box in points of the widget."""

    view: str
    side: str  # "right" or "left" of the person, "" for the name of the view
    text: str
    place: QRectF


class Titles:
    """Where the words of the views that are shown stand; the name of a view can be clicked."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._zoomed, self._width, self._glass = False, 0.0, True
        self.labels: tuple[Label, ...] = ()

    def lines_height(self, units: float) -> float:
        """Return the height in points of the two lines below a view, at `units` points a unit."""
        return 2.4 * _pixels(units)

    def room_for(self, widget: QSizeF, whole: QSizeF) -> float:
        """Return the points a unit at which the whole map and its words fit into a widget."""
        factor = min(widget.width() / whole.width(), widget.height() / (whole.height() + 2 * LINE))
        words = self.lines_height(factor)  # which shrink less than the map does
        return max(0.1, min(factor, (widget.height() - words) / (whole.height() - RISE)))

    def lay_out(
        self,
        views: Mapping[str, QRectF],
        scale: QTransform,
        width: float,
        zoomed: bool,
        mirrored: bool,
    ) -> None:
        """Place the words of `views`, their boxes in units, in a widget `width` points wide."""
        self._zoomed, self._width = zoomed, width
        self._font.setPixelSize(_pixels(scale.m11()))
        if zoomed:
            self._shrink_to_fit(*(_way_back(view_titles()[view]) for view in views))
        boxes = {view: scale.mapRect(box) for view, box in views.items()}
        for self._glass in (True, False):  # a small map has no room for the glasses
            self.labels = tuple(
                label
                for view, box in boxes.items()
                for label in self._of_view(view, box, scale.m11(), mirrored)
            )
            if not self._crowded():
                break

    def at(self, point: QPointF) -> str:
        """Return the view whose name is under a point of the widget, "" beside all of them."""
        for label in self.labels:
            if not label.side and label.place.adjusted(-4, -4, 4, 4).contains(point):
                return label.view
        return ""

    def place_of(self, view: str) -> QRectF:
        """Return the box of a view's name in points of the widget."""
        places = (label.place for label in self.labels if label.view == view and not label.side)
        return next(places, QRectF())

    def extent(self) -> QRegion:
        """Return where the names of the views stand."""
        places = QRegion()
        for label in self.labels:
            if not label.side:
                places |= QRegion(label.place.toAlignedRect().adjusted(-2, -2, 2, 2))
        return places

    def draw(self, painter: QPainter, look: Look, part: QRectF) -> None:
        """Print the words that lie in a part of the widget; all of them if it is empty."""
        painter.setFont(self._font)
        painter.setPen(QColor(look.quiet))
        for label in self.labels:
            if part.isEmpty() or label.place.intersects(part):
                painter.drawText(
                    label.place,
                    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                    label.text,
                )
                if not label.side and self._glass:
                    self._draw_glass(painter, label.place)

    def draw_hover(self, painter: QPainter, look: Look, view: str) -> None:
        """Underline the name of a view under the pointer."""
        place = self.place_of(view)
        painter.setPen(QPen(QColor(look.accent), 2))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _of_view(self, view: str, box: QRectF, units: float, mirrored: bool) -> list[Label]:
        height = 1.2 * self._font.pixelSize()
        top = box.bottom() - (0 if self._zoomed else RISE * units)
        title = view_titles()[view]
        name = _way_back(title) if self._zoomed else title
        right_is_left = (view != "back") != mirrored  # as the map is drawn, R of the back is right
        sides = {"right": translate("BodyMap", "R"), "left": translate("BodyMap", "L")}
        labels = []
        for side, text in sides.items():
            shift = -0.25 if (side == "right") == right_is_left else 0.25
            middle = box.center().x() + shift * box.width()
            labels.append(Label(view, side, text, self._box(text, middle, top, height)))
        if self._zoomed or box.width() < NARROW_VIEW * units:
            top += height
        glass = 1.1 * self._font.pixelSize() if self._glass else 0
        place = self._box(name, box.center().x(), top, height, glass)
        return [*labels, Label(view, "", name, place)]

    def _box(self, text: str, middle: float, top: float, height: float, more: float = 0) -> QRectF:
        width = QFontMetricsF(self._font).horizontalAdvance(text) + 2 + more
        left = min(middle - width / 2, self._width - width - 1)  # the feet stand close to the edge
        return QRectF(max(1.0, left), top, width, height)

    def _crowded(self) -> bool:
        places = [label.place for label in self.labels if not label.side]
        return any(one.intersects(other) for one, other in combinations(places, 2))

    def _shrink_to_fit(self, *texts: str) -> None:
        size = self._font.pixelSize()
        widest = max(self._box(text, 0, 0, 0, 1.1 * size).width() for text in texts)
        if widest > self._width - 4:
            self._font.setPixelSize(max(MIN_PIXELS, int(size * (self._width - 4) / widest)))

    def _draw_glass(self, painter: QPainter, place: QRectF) -> None:
        """Draw a magnifying glass behind a name, with + or, where it leads back, with -."""
        radius = 0.3 * self._font.pixelSize()
        centre = QPointF(place.right() - 2 * radius, place.center().y() - 0.1 * radius)
        pen = painter.pen()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(pen.color(), 1.3))
        painter.drawEllipse(centre, radius, radius)
        slant = QPointF(radius, radius)
        painter.drawLine(centre + slant * 0.75, centre + slant * 1.5)
        across, up = QPointF(radius / 2, 0), QPointF(0, radius / 2)
        painter.drawLine(centre - across, centre + across)
        if not self._zoomed:
            painter.drawLine(centre - up, centre + up)
        painter.setPen(pen)


def view_titles() -> dict[str, str]:
    """Return the printed name of every view, by its id."""
    return {
        "front": translate("BodyMap", "Front"),
        "back": translate("BodyMap", "Back"),
        "face": translate("BodyMap", "Face"),
        "palms": translate("BodyMap", "Palms"),
        "hand_backs": translate("BodyMap", "Backs of hands"),
        "soles": translate("BodyMap", "Soles"),
        "foot_tops": translate("BodyMap", "Tops of feet"),
    }


def _way_back(title: str) -> str:
    return translate("BodyMap", "{view}: back to the whole body").format(view=title)


def _pixels(units: float) -> int:
    """Return the size of the words; Qt takes whole pixels."""
    return round(min(max(LINE * units, MIN_PIXELS), MAX_PIXELS))
