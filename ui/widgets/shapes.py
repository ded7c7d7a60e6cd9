"""Reads resources/bodymap.svg into painter paths; the file says how views and regions are named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ui import RESOURCES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

BODYMAP = RESOURCES / "bodymap.svg"
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, eq=False)
class Shape:
    """One closed shape of one view; `region` is empty for outlines and decoration."""

    view: str
    region: str
    path: QPainterPath
    bounds: QRectF
    filled: bool
    outline: bool = False


@dataclass(frozen=True, eq=False)
class BodyShapes:
    """Every shape of the map, in its own units."""

    shapes: tuple[Shape, ...]  # in painting order

    def at(self, point: QPointF) -> Shape | None:
        """Return the region's shape that contains a point, None beside all of them."""
        for shape in self.shapes:
            if shape.region and shape.bounds.contains(point) and shape.path.contains(point):
                return shape
        return None

    def of_region(self, region: str) -> tuple[Shape, ...]:
        """Return every shape of a region, the one on the figure first."""
        return self._by_region.get(region, ())

    def seen(self, view: str, mirrored: bool) -> BodyShapes:
        """Return what is seen of it: one view or, with "", all; as in a mirror or as drawn."""
        shapes = (shape for shape in self.shapes if view in ("", shape.view))
        return BodyShapes(tuple(map(_mirrored, shapes) if mirrored else shapes))

    @cached_property
    def _by_region(self) -> dict[str, tuple[Shape, ...]]:
        found: dict[str, tuple[Shape, ...]] = {}
        for shape in self.shapes:
            if shape.region:
                found[shape.region] = (*found.get(shape.region, ()), shape)
        return found


def body_shapes(file: Path = BODYMAP) -> BodyShapes:
    """Read the body map."""
    from xml.etree import ElementTree  # like fontTools slow to load: after the first paint

    root = ElementTree.parse(file).getroot()
    return BodyShapes(tuple(_shape(element) for element in root.iter(f"{_SVG}path")))


def label_point(path: QPainterPath) -> QPointF:
    """Return a point well inside a path: of some points on its middle lines the one with most room.

    Room is the distance to the border left, right, above and below; the centre wins a draw.
    """
    polygon = path.toFillPolygon()
    points = [(polygon.at(i).x(), polygon.at(i).y()) for i in range(polygon.size())]
    turned = [(y, x) for x, y in points]
    box = path.boundingRect()
    best, most = box.center(), 0.0
    for share in sorted((n / 20 for n in range(2, 19)), key=lambda share: abs(share - 0.5)):
        y = box.top() + share * box.height()
        for left, right in _chords(points, y):
            if right - left <= most * 1.1:
                continue  # no room above and below could make it the best
            x = (left + right) / 2
            above, below = next(c for c in _chords(turned, x) if c[0] <= y <= c[1])
            room = min(right - left, 2 * (y - above), 2 * (below - y))
            if room > most * 1.1:
                best, most = QPointF(x, y), room
    return best


def _mirrored(shape: Shape) -> Shape:
    """Flip a view left to right: its halves are exact mirrors, so only the names change places."""
    from model.catalog.regions import pair_of  # after the first paint, which needs no catalog

    pair = pair_of(shape.region)
    return replace(shape, region=pair) if pair else shape


def _chords(points: list[tuple[float, float]], y: float) -> list[tuple[float, float]]:
    """Return where a level line lies inside a polygon, as pairs of ends."""
    ends = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(points)
        if (y1 <= y) != (y2 <= y)
    )
    return list(zip(ends[::2], ends[1::2], strict=False))


def _shape(element: Element) -> Shape:
    from fontTools.pens.qtPen import QtPen
    from fontTools.svgLib.path.parser import parse_path

    path = QPainterPath()
    parse_path(element.get("d", ""), QtPen(None, path))
    return Shape(
        element.get("data-view", ""),
        element.get("data-region", ""),
        path,
        path.boundingRect(),
        filled=element.get("fill", "none") != "none",
        outline=element.get("class") == "outline",
    )
