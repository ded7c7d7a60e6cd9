"""The shapes of resources/bodymap.svg as polygons, read once; the file says what each of them is.

y grows downwards, as in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
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

_NUMBER = r"-?\d+(?:\.\d+)?"
_POINT = f"{_NUMBER} {_NUMBER}"
_STEP = f"(?:L{_POINT}|C{_POINT} {_POINT} {_POINT})"
_CLOSED = rf"(?:L|C{_POINT} {_POINT} )\1Z *"
_PLAIN = re.compile(f"(?:M({_POINT}){_STEP}*(?:{_CLOSED})?)+")
"""A path as the map holds it: absolute, a letter before each step, a blank between two numbers; Z
only where a part has come back to its start."""

_LETTER = re.compile("[MLCZ]")
_POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}
_LETTERS = {
    "moveTo": "M", "lineTo": "L", "curveTo": "C", "qCurveTo": "C", "closePath": "Z", "endPath": "Z"
}  # fmt: skip


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
    paths = (element for element in root.iter(f"{{{SVG}}}path") if element.get("d", "").strip())
    return tuple(map(_shape, paths))


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

    if not path.strip():
        return ()
    letters, points = _plain(path) if _PLAIN.fullmatch(path) else _drawn(path)
    curves = letters.count("C")
    steps = steps or min(max(MOST_CORNERS // max(curves, 1), 1), FINEST)
    given = np.array([_POINTS[letter] for letter in letters])
    corners = np.array([steps if letter == "C" else _POINTS[letter] for letter in letters])
    ends, places = given.cumsum(), corners.cumsum()  # of each letter: its last point, its last row
    found = np.empty((places[-1], 2))
    straight = (given == 1).nonzero()[0]
    found[places[straight] - 1] = points[ends[straight] - 1]
    if curves:
        curved = (given == 3).nonzero()[0]
        rows = places[curved][:, None] - np.arange(steps, 0, -1)
        found[rows] = _smooth(points[ends[curved][:, None] - np.arange(4, 0, -1)], steps)
    begins = [
        place - 1 for place, letter in zip(places.tolist(), letters, strict=True) if letter == "M"
    ]
    return tuple(np.split(found, begins[1:]))


def spot_in(corners: Points, box: Box) -> Spot:
    """Return a point well inside a polygon: of some on its middle lines the one with most room.

    Room is the distance to the border left, right, above and below; the centre wins a draw.
    """
    best = Spot((box.left + box.right) / 2, (box.top + box.bottom) / 2, 0.0, 0.0)
    most = 0.0
    shares = sorted((n / 20 for n in range(2, 19)), key=lambda share: abs(share - 0.5))
    across = chords(corners, [box.top + share * box.height for share in shares])
    middles = [(left + right) / 2 for _, left, right in across]
    upright: dict[float, list[tuple[float, float]]] = {}
    for x, above, below in chords(corners[:, ::-1], middles):
        upright.setdefault(x, []).append((above, below))
    for (y, left, right), x in zip(across, middles, strict=True):
        if right - left <= 1.1 * most:
            continue  # no room above and below could make it the best; a mere tip has none
        above, below = next(ends for ends in upright[x] if ends[0] <= y <= ends[1])
        wide, tall = right - left, 2 * min(y - above, below - y)
        if min(wide, tall) > 1.1 * most:
            best, most = Spot(x, y, wide, tall), min(wide, tall)
    return best


@cache
def _spot(shape: Shape) -> Spot:
    return spot_in(shape.lines[0], shape.bounds)


def hatching(corners: Points, pitch: float, slanted: bool) -> Points:
    """Return one line that hatches a polygon, broken by NaN; level or slanted by 45 degrees.

    The lines of all polygons are parts of the same pattern. In the units of the corners.
    """
    import numpy as np

    turn = np.sqrt(0.5) * np.array(((1.0, -1.0), (1.0, 1.0))) if slanted else np.eye(2)
    turned = corners @ turn
    first, last = turned[:, 1].min() // pitch + 1, turned[:, 1].max() // pitch
    found: list[tuple[float, float]] = []
    for level, left, right in chords(turned, (pitch * np.arange(first, last + 1)).tolist()):
        found += [(left, level), (right, level), (np.nan, np.nan)]
    return np.asarray(np.array(found, np.float64).reshape(-1, 2) @ turn.T, np.float64)


def chords(corners: Points, levels: Sequence[float]) -> list[tuple[float, float, float]]:
    """Return where level lines lie inside a polygon: of each piece its level and both ends.

    They come as the levels do, and those of one level from left to right.
    """
    import numpy as np

    nexts = np.concatenate((corners[1:], corners[:1]))
    at = np.array(levels)[:, None]
    rows, edges = np.nonzero((corners[:, 1] <= at) != (nexts[:, 1] <= at))
    (x1, y1), (x2, y2), y = corners[edges].T, nexts[edges].T, at[rows, 0]
    ends = x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    ends = ends[np.lexsort((ends, rows))]
    return list(zip(y[::2].tolist(), ends[::2].tolist(), ends[1::2].tolist(), strict=True))


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


def _plain(path: str) -> tuple[str, Points]:
    """Return the same as `_drawn`, in a tenth of its time, of a path as the map holds it."""
    import numpy as np

    numbers = np.fromstring(_LETTER.sub(" ", path), np.float64, sep=" ")
    return "".join(_LETTER.findall(path)), numbers.reshape(-1, 2)


def _drawn(path: str) -> tuple[str, Points]:
    """Return the letters of any SVG path in terms of M, L, C and Z, and all their points."""
    import numpy as np
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    pen = RecordingPen()
    parse_path(path, pen)
    letters = ""
    points: list[tuple[float, float]] = [(0.0, 0.0)]
    for deed, given in pen.value:
        letters += _LETTERS[deed]
        if deed == "qCurveTo":
            (x, y), end = given
            points += [((a + 2 * x) / 3, (b + 2 * y) / 3) for a, b in (points[-1], end)] + [end]
        else:
            points += given
    return letters, np.array(points[1:], np.float64).reshape(-1, 2)


def _smooth(controls: Points, steps: int) -> Points:
    """Return points of cubic curves, evenly along their way, the last at the end.

    controls: shape (curves, 4, 2). Returns: shape (curves, steps, 2).
    """
    import numpy as np

    at = np.arange(1, steps + 1) / steps
    weights = np.stack([(1 - at) ** 3, 3 * (1 - at) ** 2 * at, 3 * (1 - at) * at**2, at**3])
    found: Points = np.einsum("cpx,ps->csx", controls, weights)
    return found
