"""The shapes of resources/bodymap.svg as polygons, read once; the file says what each of them is.

y grows downwards, as in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import numpy as np
    import numpy.typing as npt

    Points = npt.NDArray[np.float64]
    """Corners of a line or polygon, shape (n, 2)."""

BODYMAP = Path(__file__).parent.parent.parent / "resources" / "bodymap.svg"
SVG = "http://www.w3.org/2000/svg"
FIGURES = ("front", "back")
CLOSE_UPS = ("face", "palms", "soles", "hand_backs", "foot_tops")
MOST_CORNERS = 60  # about, of one region: more cannot be seen and cost time
FINEST, COARSE = 4, 2  # lines that stand for one curve


@dataclass(frozen=True)
class Box:
    """A rectangle with y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Width times height."""
        return self.width * self.height

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles share a point."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Spot(NamedTuple):
    """A point inside a polygon, and how far the polygon reaches around it."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, eq=False)
class Shape:
    """One shape of one view: its lines, each an array of corners.

    region: "" for what is no region. outline: the contour of the whole view. filled: it is skin,
    not a mere line such as the gap between two fingers.
    """

    view: str
    region: str
    outline: bool
    filled: bool
    lines: tuple[Points, ...]
    bounds: Box

    @property
    def spot(self) -> Spot:
        """Where a numeral stands in it."""
        return _spot(self)


@cache
def body_shapes() -> tuple[Shape, ...]:
    """Return all shapes of the map that is shipped, in the order of painting."""
    from xml.etree import ElementTree

    root = ElementTree.parse(BODYMAP).getroot()
    return tuple(_shape(element) for element in root.iter(f"{{{SVG}}}path"))


@cache
def drawn_regions() -> frozenset[str]:
    """Return every region that the map shows."""
    return frozenset(shape.region for shape in body_shapes()) - {""}


@cache
def view_bounds(view: str) -> Box:
    """Return what the shapes of a view take."""
    return around(shape.bounds for shape in body_shapes() if shape.view == view)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest rectangle that holds others, of which there is at least one."""
    left, top, right, bottom = zip(
        *((box.left, box.top, box.right, box.bottom) for box in boxes), strict=True
    )
    return Box(min(left), min(top), max(right), max(bottom))


def bounds_of(lines: Iterable[Points]) -> Box:
    """Return the smallest rectangle that holds some lines."""
    return around(Box(*line.min(axis=0).tolist(), *line.max(axis=0).tolist()) for line in lines)


def flattened(path: str, steps: int = 0) -> tuple[Points, ...]:
    """Return the lines of an SVG path, its curves as `steps` straight pieces each.

    With 0 steps there are as many as MOST_CORNERS allow, 1 to FINEST.
    """
    import numpy as np
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    pen = RecordingPen()
    parse_path(path, pen)
    curves = sum(deed == "curveTo" for deed, _ in pen.value)
    steps = steps or min(max(MOST_CORNERS // max(curves, 1), 1), FINEST)
    smooth = _smooth(_controls(pen.value), steps)
    lines: list[list[Sequence[float]]] = []
    for deed, points in pen.value:
        if deed == "moveTo":
            lines.append([*points])
        elif deed == "curveTo":
            lines[-1] += next(smooth)
        else:
            lines[-1] += points
    return tuple(np.array(line, np.float64) for line in lines)


def spot_in(corners: Sequence[tuple[float, float]], box: Box) -> Spot:
    """Return a point well inside a polygon: of some on its middle lines the one with most room.

    Room is the distance to the border left, right, above and below; the centre wins a draw.
    """
    turned = [(y, x) for x, y in corners]
    best = Spot((box.left + box.right) / 2, (box.top + box.bottom) / 2, 0.0, 0.0)
    most = 0.0
    for share in sorted((n / 20 for n in range(2, 19)), key=lambda share: abs(share - 0.5)):
        y = box.top + share * box.height
        for left, right in chords(corners, y):
            if right - left <= 1.1 * most:
                continue  # no room above and below could make it the best
            x = (left + right) / 2
            above, below = next(ends for ends in chords(turned, x) if ends[0] <= y <= ends[1])
            tall = 2 * min(y - above, below - y)
            if min(right - left, tall) > 1.1 * most:
                best, most = Spot(x, y, right - left, tall), min(right - left, tall)
    return best


@cache
def _spot(shape: Shape) -> Spot:
    corners = shape.lines[0].tolist()
    return spot_in([(x, y) for x, y in corners], shape.bounds)


def hatching(corners: Points, pitch: float, slanted: bool) -> Points:
    """Return one line that hatches a polygon, broken by NaN; level or slanted by 45 degrees.

    The lines of all polygons are parts of the same pattern. In the units of the corners.
    """
    import numpy as np

    turn = np.sqrt(0.5) * np.array(((1.0, -1.0), (1.0, 1.0))) if slanted else np.eye(2)
    turned = corners @ turn
    listed = turned.tolist()
    first, last = turned[:, 1].min() // pitch + 1, turned[:, 1].max() // pitch
    found: list[tuple[float, float]] = []
    for level in np.arange(first, last + 1).tolist():
        for left, right in chords(listed, level * pitch):
            found += [(left, level * pitch), (right, level * pitch), (np.nan, np.nan)]
    return np.asarray(np.array(found, np.float64).reshape(-1, 2) @ turn.T, np.float64)


def chords(corners: Sequence[tuple[float, float]], y: float) -> list[tuple[float, float]]:
    """Return where a level line lies inside a polygon, as pairs of ends."""
    closed = [*corners, corners[0]]
    ends = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(closed)
        if (y1 <= y) != (y2 <= y)
    )
    return list(zip(ends[::2], ends[1::2], strict=True))


def _shape(element: Element) -> Shape:
    region = element.get("data-region", "")
    lines = flattened(element.get("d", ""), 0 if region else COARSE)
    return Shape(
        element.get("data-view", ""),
        region,
        element.get("class") == "outline",
        element.get("fill", "none") != "none",
        lines,
        bounds_of(lines),
    )


def _controls(
    deeds: Sequence[tuple[str, Sequence[Sequence[float]]]],
) -> list[list[Sequence[float]]]:
    """Return the four points that make each cubic curve of a path; it begins where the pen is."""
    found: list[list[Sequence[float]]] = []
    at: Sequence[float] = (0.0, 0.0)
    for deed, points in deeds:
        if deed == "curveTo":
            found.append([at, *points])
        at = points[-1] if points else at
    return found


def _smooth(
    controls: Sequence[Sequence[Sequence[float]]], steps: int
) -> Iterator[list[list[float]]]:
    """Yield `steps` points of each cubic curve, evenly along its way, the last at its end."""
    import numpy as np

    at = np.arange(1, steps + 1) / steps
    weights = np.stack([(1 - at) ** 3, 3 * (1 - at) ** 2 * at, 3 * (1 - at) * at**2, at**3])
    curves = np.array(controls, np.float64).reshape(-1, 4, 2)
    yield from np.einsum("cpx,ps->csx", curves, weights).tolist()
