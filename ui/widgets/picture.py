"""Paints the body map into a picture that is kept: fills, numerals, hatching and printed words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QRegion,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer

from ui import RESOURCES
from ui.look import Look, look_of
from ui.widgets.severity import NOT_RECORDED
from ui.widgets.titles import Titles, view_titles

if TYPE_CHECKING:
    from ui.widgets.shapes import BodyShapes, Shape

DRAWN_IN = ("#f3f1ec", "#d2ccc1", "#8f887b", "#b9b1a3")
"""The file's own colours: skin, borders of regions, outline, details."""
MARGIN = 12  # points around a view that is shown alone
OUTLINE, HALO = 4.0, 3.0  # points; the widest line around a region, and what parts it from others
MANY = 8  # shapes; to repaint more of them one by one takes longer than all at once
BOLDEST = 2.0  # points a unit from which on lines grow no wider


class BodyPicture:
    """The map as it looks with the values of a day; `scale` maps its units to the widget.

    Until `body` has been read, the file is drawn by Qt itself: that is quick enough for the first
    paint of the window, reading the shapes for clicks is not.
    """

    def __init__(self, font: QFont) -> None:
        self.body: BodyShapes | None = None  # what is seen of it
        self.scale = QTransform()
        self.view = ""
        self.mirrored = False
        self.titles = Titles(font)
        self._values: Mapping[str, int] = {}
        self._tried: Mapping[str, int] = {}
        self._followed: frozenset[str] = frozenset()
        self._ghosts: Mapping[str, int] = {}
        self._font = font
        self._look = look_of(QPalette())
        self._svg = (RESOURCES / "bodymap.svg").read_text("utf-8")
        plain = QSvgRenderer(QByteArray(self._svg.encode()))
        self._whole = plain.viewBoxF()
        self._views = {view: plain.boundsOnElement(f"view.{view}") for view in view_titles()}
        self._labels: dict[int, QPointF] = {}  # by path: a mirrored shape shares it
        self._extents: dict[int, QRect] = {}
        self._size, self._ratio = QSize(), 1.0
        self._pixmap = QPixmap()

    def fit(self, size: QSize, ratio: float) -> None:
        """Fit the map into a widget of `size` on a screen with `ratio` pixels to a point."""
        self._size, self._ratio = size, ratio
        self._lay_out()

    def see(self, view: str, mirrored: bool) -> None:
        """Show one view alone or, with "", all of them; as in a mirror or as drawn."""
        self.view, self.mirrored = view, mirrored
        self._lay_out()

    def forget(self) -> None:
        """Paint everything anew at the next paint."""
        self._pixmap = QPixmap()

    def show(
        self, values: Mapping[str, int], followed: frozenset[str], ghosts: Mapping[str, int]
    ) -> QRegion:
        """Take the values of a day, repaint what changed, and return where that lies."""
        before = self._faces()
        self._values, self._followed, self._ghosts = dict(values), followed, dict(ghosts)
        return self._repaint_changed(before)

    def try_on(self, values: Mapping[str, int]) -> QRegion:
        """Show values that are not in the diary in place of those that are; {} shows the diary."""
        before = self._faces()
        self._tried = dict(values)
        return self._repaint_changed(before)

    def value_of(self, region: str) -> int:
        """Return what is shown of a region, NOT_RECORDED for no value."""
        return self._tried.get(region, self._values.get(region, NOT_RECORDED))

    def paint(self, painter: QPainter, look: Look) -> None:
        """Bring the picture to the screen."""
        if self._pixmap.isNull() or look is not self._look:
            self._look = look
            self._pixmap = QPixmap(self._size * self._ratio)
            self._pixmap.setDevicePixelRatio(self._ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            self._draw(QRegion())
        painter.drawPixmap(0, 0, self._pixmap)

    def draw_outline(self, painter: QPainter, shape: Shape, width: float) -> None:
        """Draw a line `width` points wide around a shape, parted from any colour around."""
        look, points = self._look, 1 / self.scale.m11()
        painter.save()
        painter.setTransform(self.scale, combine=True)
        painter.strokePath(shape.path, QPen(QColor(look.card), (width + HALO) * points))
        painter.strokePath(shape.path, QPen(QColor(look.accent), width * points))
        painter.restore()
        self._draw_content(painter, shape)  # the outline may lie on it

    def label(self, shape: Shape) -> QPointF:
        """Return the point of a shape at which its numeral stands, in units of the map."""
        if id(shape.path) not in self._labels:
            from ui.widgets.shapes import label_point

            self._labels[id(shape.path)] = label_point(shape.path)
        return self._labels[id(shape.path)]

    def extent(self, shape: Shape) -> QRect:
        """Return all that a shape, its outline and its numeral cover, in points of the widget."""
        if id(shape.path) not in self._extents:
            more = (OUTLINE + HALO) / 2 + 1
            drawn = self.scale.mapRect(shape.bounds).adjusted(-more, -more, more, more)
            if shape.region:
                from ui.widgets.numerals import box

                drawn |= box(self.scale.map(self.label(shape)), self._room(shape))
            # Whole points, or the edge of the part would shine through.
            self._extents[id(shape.path)] = drawn.toAlignedRect()
        return self._extents[id(shape.path)]

    def view_at(self, point: QPointF) -> str:
        """Return the view that is shown at a point of the widget, "" between all of them."""
        there = self.scale.inverted()[0].map(point)
        for view, box in self._views.items():
            if view == self.view or (not self.view and box.contains(there)):
                return view
        return ""

    @property
    def _thin(self) -> float:
        """How much narrower lines are than in the file, so that a close-up is not all lines."""
        return min(1.0, BOLDEST / (self.scale.m11() or 1.0))

    def _lay_out(self) -> None:
        width, height = self._size.width(), self._size.height()
        if self.view:
            box = self._views[self.view]
            words = self.titles.lines_height(1.0)
            high = height - 2 * MARGIN - words
            factor = max(0.1, min((width - 2 * MARGIN) / box.width(), high / box.height()))
            top = MARGIN + (high - factor * box.height()) / 2 - factor * box.top()
            left = width / 2 - factor * box.center().x()
        else:
            factor = self.titles.room_for(QSizeF(width, height), self._whole.size())
            left, top = (width - factor * self._whole.width()) / 2, 0.0
        self.scale = QTransform().translate(left, top).scale(factor, factor)
        self._extents = {}
        shown = {self.view: self._views[self.view]} if self.view else self._views
        self.titles.lay_out(shown, self.scale, width, bool(self.view), self.mirrored)
        self.forget()

    def _face(self, region: str) -> tuple[int, bool, int]:
        """Return all that decides how a region looks."""
        ghost = self._ghosts.get(region, NOT_RECORDED)
        return self.value_of(region), region in self._followed, ghost

    def _faces(self) -> dict[str, tuple[int, bool, int]]:
        known = {*self._values, *self._tried, *self._followed, *self._ghosts}
        return {region: self._face(region) for region in known}

    def _repaint_changed(self, before: Mapping[str, tuple[int, bool, int]]) -> QRegion:
        blank, after = (NOT_RECORDED, False, NOT_RECORDED), self._faces()
        touched = [
            region
            for region in {*before, *after}
            if before.get(region, blank) != after.get(region, blank)
        ]
        if self.body is None or self._pixmap.isNull() or not touched:
            return QRegion()
        shapes = [shape for region in touched for shape in self.body.of_region(region)]
        if len(shapes) > MANY:
            self.forget()
            return QRegion(QRect(QPoint(), self._size))
        part = QRegion()
        for shape in shapes:
            part |= QRegion(self.extent(shape))
        if shapes:
            self._draw(part)
        return part

    def _draw(self, part: QRegion) -> None:
        """Paint into the kept picture; `part` limits it, in points of the widget."""
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not part.isEmpty():
            painter.setClipRegion(part)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(part.boundingRect(), Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self.body is None:
            self._draw_unread(painter)
        else:
            shapes = self.body.shapes
            if not part.isEmpty():
                shapes = tuple(s for s in shapes if part.intersects(self.extent(s)))
            self._draw_shapes(painter, shapes)
        self.titles.draw(painter, self._look, QRectF(part.boundingRect()))
        painter.end()

    def _draw_unread(self, painter: QPainter) -> None:
        svg, look = self._svg, self._look
        for drawn, shown in zip(
            DRAWN_IN, (look.skin, look.edge, look.line, look.line), strict=True
        ):
            svg = svg.replace(drawn, shown)
        painter.save()
        painter.setTransform(self.scale)
        if self.view:
            painter.setClipRect(self._views[self.view])
        QSvgRenderer(QByteArray(svg.encode())).render(painter, self._whole)
        painter.restore()

    def _draw_shapes(self, painter: QPainter, shapes: Iterable[Shape]) -> None:
        look, thin = self._look, self._thin
        painter.save()
        painter.setTransform(self.scale)
        for shape in shapes:
            if shape.region:
                self._draw_region(painter, shape)
            else:
                painter.setPen(QPen(QColor(look.line), (1.5 if shape.outline else 1.0) * thin))
                painter.setBrush(QBrush(QColor(look.skin)) if shape.filled else QBrush())
                painter.drawPath(shape.path)
        for shape in shapes:
            if shape.region in self._followed:  # over the calm borders of the regions around it
                painter.strokePath(shape.path, QPen(QColor(look.quiet), 1.8 * thin))
        painter.restore()
        for shape in shapes:
            if shape.region:
                self._draw_content(painter, shape)

    def _draw_region(self, painter: QPainter, shape: Shape) -> None:
        look, value = self._look, self.value_of(shape.region)
        painter.setPen(QPen(QColor(look.edge), self._thin))
        painter.setBrush(look.severity(value) if value >= 0 else QColor(look.skin))
        painter.drawPath(shape.path)
        if value == NOT_RECORDED and shape.region in self._followed:
            hatch = QBrush(QColor(look.line), Qt.BrushStyle.BDiagPattern)
            hatch.setTransform(self.scale.inverted()[0])
            painter.fillPath(shape.path, hatch)

    def _draw_content(self, painter: QPainter, shape: Shape) -> None:
        """Draw the numeral of a region that has a value, else the ghost of one that had one."""
        value, _, ghost = self._face(shape.region)
        if value == NOT_RECORDED == ghost:
            return
        from ui.widgets.numerals import draw_ghost, draw_value  # the first paint shows none

        draw, number = (draw_ghost, ghost) if value == NOT_RECORDED else (draw_value, value)
        middle = self.scale.map(self.label(shape))
        draw(painter, middle, self._room(shape), number, self._look, self._font)

    def _room(self, shape: Shape) -> float:
        return min(shape.bounds.width(), shape.bounds.height()) * self.scale.m11()
