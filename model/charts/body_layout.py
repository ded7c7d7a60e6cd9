"""Where the views of the body stand in a picture, and where the numbers of the regions stand.

Places are in points with y upwards, from the lower left corner of the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from model.charts.body_shapes import FIGURES, Shape, body_shapes, chords, view_bounds

if TYPE_CHECKING:
    from model.charts.body_shapes import Points
    from model.charts.marks import Swatch

NAME = 9.0  # height of a line of words below a view, in points
APART = 20.0  # between two views, in units of the map
GAP = 4.0  # likewise, in points
LEAST_LARGER, MOST_LARGER = 1.25, 2.4  # how many times larger a close-up is than the figures
AS_LARGE = 0.97  # of the largest figures: so large, another order of the close-ups is as good
MOST_AIR = 12.0  # between two rows, in points
LETTER, DIGITS = 0.78, 2.15  # height and width of a number like -46, in sizes of the letters
INSIDE = 0.9  # of a number that has to fit into a region, to stand there
GRAIN = 0.5  # points: how finely the ground is looked at for free places
LIKE_A_NUMBER = 1000.0  # cost of a place that is taken or outside the picture
REACHES = (2.0, 6.0, 11.0, 17.0, 24.0)  # from a region to its number, in points


@dataclass(frozen=True)
class Placed:
    """A view in the picture: points of the map's units, and its upper left corner there."""

    view: str
    scale: float
    left: float
    top: float

    @property
    def width(self) -> float:
        """From the outermost left to the outermost right."""
        return self.scale * view_bounds(self.view).width

    @property
    def bottom(self) -> float:
        """The lowest point."""
        return self.top - self.scale * view_bounds(self.view).height

    def points(self, found: Points) -> Points:
        """Return corners of the map as places in the picture."""
        import numpy as np

        box = view_bounds(self.view)
        turned = np.array((self.scale, -self.scale))
        corner: Points = np.array((self.left, self.top)) - turned * (box.left, box.top)
        return np.asarray(found * turned + corner, np.float64)


@dataclass(frozen=True)
class Number:
    """Where the number of a region stands: its middle; inside the region or at the end of a line.

    x, y: middle of the number. from_x, from_y: a point in the region, where the line begins.
    """

    region: str
    x: float
    y: float
    inside: bool
    from_x: float
    from_y: float


@dataclass(frozen=True)
class Cells:
    """Where the three bodies stand: the size of their rooms and the lower left corner of each.

    heads: the lines above each body. keys: left end, number of the row from above, and the keys.
    """

    width: float
    height: float
    corners: tuple[tuple[float, float], ...]
    heads: Sequence[Sequence[str]]
    keys: Sequence[tuple[float, int, list[Swatch]]]

    @property
    def rows(self) -> int:
        """How many rows of keys there are below all."""
        return 1 + max(row for _, row, _ in self.keys)


@dataclass(frozen=True)
class _Plan:
    """Rows of close-ups below the figures, or columns of them beside."""

    below: bool
    groups: tuple[tuple[str, ...], ...]


def arrange(width: float, height: float, close_ups: Sequence[str]) -> tuple[Placed, ...]:
    """Place the figures and some close-ups in a picture, the figures as large as they can be.

    Of the orders in which they are, the one with the largest close-ups is taken.
    """
    return _arranged(width, height, tuple(close_ups))


@lru_cache(maxsize=8)
def _arranged(width: float, height: float, close_ups: tuple[str, ...]) -> tuple[Placed, ...]:
    plans = [_Plan(True, ())]
    if close_ups:
        counts = range(1, min(len(close_ups), 3) + 1)
        plans = [_Plan(below, _dealt(close_ups, n)) for n in counts for below in (True, False)]
    scales = {plan: _scale(plan, width, height, LEAST_LARGER) for plan in plans}
    good = [plan for plan in plans if scales[plan] >= AS_LARGE * max(scales.values())]
    sizes = {plan: scales[plan] * _larger(plan, width, height, scales[plan]) for plan in good}
    plan = max(good, key=sizes.__getitem__)
    return _placed(plan, width, height, scales[plan], sizes[plan])


def _larger(plan: _Plan, width: float, height: float, scale: float) -> float:
    """Return how many times larger the close-ups may be than figures of a scale."""
    larger = LEAST_LARGER
    while larger < MOST_LARGER and _scale(plan, width, height, larger + 0.05) >= scale:
        larger += 0.05
    return larger


def _scale(plan: _Plan, width: float, height: float, larger: float) -> float:
    """Return how many points a unit of the map may take."""
    wide, tall = _size_of_row(FIGURES)
    fits = [width / wide, (height - NAME) / tall]
    rows = [_size_of_row(group) for group in plan.groups]
    if plan.below and rows:
        fits += [width / (larger * row[0]) for row in rows]
        words = NAME + len(rows) * (NAME + GAP)
        fits.append((height - words) / (tall + larger * sum(row[1] for row in rows)))
    elif rows:
        columns = [_size_of_column(group) for group in plan.groups]
        gaps = GAP * len(columns)
        fits.append((width - gaps) / (wide + larger * sum(column[0] for column in columns)))
        fits += [
            (height - len(group) * (NAME + GAP) + GAP) / (larger * column[1])
            for group, column in zip(plan.groups, columns, strict=True)
        ]
    return max(min(fits), 0.01)


def _placed(
    plan: _Plan, width: float, height: float, scale: float, large: float
) -> tuple[Placed, ...]:
    wide, tall = (scale * side for side in _size_of_row(FIGURES))
    if plan.below:
        rows = [large * _size_of_row(group)[1] + NAME + GAP for group in plan.groups]
        spare = max(height - tall - NAME - sum(rows), 0) / (len(rows) + 1)
        spare = min(spare, MOST_AIR)
        placed = _row(FIGURES, scale, width / 2, height)
        top = height - tall - NAME - GAP - spare
        for group, row in zip(plan.groups, rows, strict=True):
            placed += _row(group, large, width / 2, top)
            top -= row + spare
        return tuple(placed)
    columns = [large * _size_of_column(group)[0] for group in plan.groups]
    spare = max(width - wide - sum(columns), 0) / (len(columns) + 1)
    middle = (height + tall + NAME) / 2
    placed = _row(FIGURES, scale, spare / 2 + wide / 2, middle)
    left = spare / 2 + wide + spare
    for group, column in zip(plan.groups, columns, strict=True):
        high = sum(large * view_bounds(view).height + NAME + GAP for view in group) - GAP
        top = (height + high) / 2
        for view in group:
            placed += _row((view,), large, left + column / 2, top)
            top -= large * view_bounds(view).height + NAME + GAP
        left += column + spare
    return tuple(placed)


def _row(views: Sequence[str], scale: float, middle: float, top: float) -> list[Placed]:
    wide, tall = _size_of_row(views)
    left = middle - scale * wide / 2
    placed = []
    for view in views:  # all of them stand on one line
        lower = scale * (tall - view_bounds(view).height)
        placed.append(Placed(view, scale, left, top - lower))
        left += scale * (view_bounds(view).width + APART)
    return placed


def _size_of_row(views: Sequence[str]) -> tuple[float, float]:
    boxes = [view_bounds(view) for view in views]
    return sum(box.width + APART for box in boxes) - APART, max(box.height for box in boxes)


def _size_of_column(views: Sequence[str]) -> tuple[float, float]:
    boxes = [view_bounds(view) for view in views]
    return max(box.width for box in boxes), sum(box.height for box in boxes)


def _dealt(views: Sequence[str], groups: int) -> tuple[tuple[str, ...], ...]:
    size = -(-len(views) // groups)
    return tuple(tuple(views[at : at + size]) for at in range(0, len(views), size))


def numbers(
    placed: Sequence[Placed], regions: Iterable[str], width: float, height: float, letters: float,
    dearest: float = LIKE_A_NUMBER,
) -> tuple[Number, ...]:  # fmt: skip
    """Place one number a region: inside its roomiest shape or, in none, beside the largest.

    A number beside keeps clear of others and of the regions that have one too; where there is no
    room the region gets none.

    Args:
        placed: as from `arrange`.
        regions: those with a number, of the map.
        width: of the picture in points.
        height: likewise.
        letters: size of the letters in points.
        dearest: what a place beside may cost: distance in points, and three for each corner of a
            rated region that the number covers.
    """
    return _numbers(tuple(placed), frozenset(regions), (width, height), letters, dearest)


@lru_cache(maxsize=8)  # the search for free places costs more than to draw the bodies
def _numbers(
    placed: tuple[Placed, ...],
    wanted: frozenset[str],
    room: tuple[float, float],
    letters: float,
    dearest: float,
) -> tuple[Number, ...]:
    import numpy as np

    views = {each.view: each for each in placed}
    shapes: dict[str, list[Shape]] = {}
    for shape in body_shapes():
        if shape.region in wanted and shape.view in views:
            shapes.setdefault(shape.region, []).append(shape)
    size = DIGITS * letters, LETTER * letters
    found: list[Number] = []
    beside: list[tuple[str, Shape]] = []
    for region, drawn in shapes.items():
        share = {shape: _share(shape, views[shape.view].scale, size) for shape in drawn}
        best = max(drawn, key=lambda shape: share[shape])
        if share[best] >= INSIDE:
            x, y = _spot_of(best, views[best.view])
            found.append(Number(region, x, y, True, x, y))
        else:
            beside.append((region, max(drawn, key=lambda s: s.bounds.area * views[s.view].scale)))
    ink = [views[shape.view].points(_ink(shape)) for drawn in shapes.values() for shape in drawn]
    names = np.concatenate([_name(each) for each in placed])
    search = _Search(np.concatenate((*ink, names)), size, room, dearest)
    search.taken += [(x, y) for x, y in names.tolist()]
    search.taken += [(number.x, number.y) for number in found]
    for region, shape in beside:
        at = search.place(shape, views[shape.view])
        if at is not None:
            found.append(Number(region, *at, False, *_spot_of(shape, views[shape.view])))
    return tuple(found)


class _Search:
    """Finds free places: `ink` are points to keep clear of, `taken` the middles of numbers."""

    def __init__(
        self, ink: Points, size: tuple[float, float], room: tuple[float, float], dearest: float
    ) -> None:
        self._dearest = min(dearest, LIKE_A_NUMBER)
        self._sums = _sums(ink, room)
        self._size = size
        self._room = room
        self.taken: list[tuple[float, float]] = []

    def place(self, shape: Shape, view: Placed) -> tuple[float, float] | None:
        """Take the cheapest place around a shape; None where none is free."""
        import numpy as np

        tries = np.array(self._tries(shape, view))
        x, y = tries[:, :1], tries[:, 1:2]
        wide, tall = self._size
        reach = np.array((wide / 2 + 0.5, tall / 2 + 0.5))
        covered = self._covered(tries[:, :2] - reach, tries[:, :2] + reach)
        cost = 3.0 * covered + tries[:, 2]
        others = np.array(self.taken).reshape(-1, 2)
        meets = (abs(others[:, 0] - x) < wide + 1) & (abs(others[:, 1] - y) < tall + 1)
        cost += LIKE_A_NUMBER * meets.any(axis=1)
        outside = abs(tries[:, :2] - np.array(self._room) / 2) + np.array(self._size) / 2
        cost += LIKE_A_NUMBER * (outside > np.array(self._room) / 2 + 2).any(axis=1)
        best = int(cost.argmin())
        if cost[best] >= self._dearest:
            return None
        at = float(tries[best, 0]), float(tries[best, 1])
        self.taken.append(at)
        return at

    def _covered(self, low: Points, high: Points) -> Points:
        """Return how much ink lies in boxes, of each its lower left and upper right corner."""
        import numpy as np

        most = np.array(self._sums.shape) - 1
        left, foot = np.rint(low / GRAIN).astype(np.intp).clip(0, most).T
        right, top = np.rint(high / GRAIN).astype(np.intp).clip(0, most).T
        sums = self._sums
        found: Points = sums[right, top] - sums[left, top] - sums[right, foot] + sums[left, foot]
        return found

    def _tries(self, shape: Shape, view: Placed) -> list[tuple[float, float, float]]:
        """Return places around a shape as x, y and their price: far and inwards is dearer."""
        corners = view.points(shape.lines[0])
        (left, bottom), (right, top) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        x, y = _spot_of(shape, view)
        wide, tall = self._size
        to_the_left = x < view.left + view.width / 2
        found = []
        for reach in REACHES:
            for step in (0, 1, -1, 2, -2, 3, -3):
                price = reach + 1.5 * abs(step)
                beside = y + step * 0.7 * tall
                found.append((right + reach + wide / 2, beside, price + 3 * to_the_left))
                found.append((left - reach - wide / 2, beside, price + 3 * (not to_the_left)))
                across = x + step * 0.4 * wide
                found.append((across, top + reach + tall / 2, price + 4))
                found.append((across, bottom - reach - tall / 2, price + 4))
        return found


def _sums(ink: Points, room: tuple[float, float]) -> Points:
    """Return how much ink lies to the left of and below each corner of a fine grid."""
    import numpy as np

    across, up = (int(side / GRAIN) + 2 for side in room)
    found, _, _ = np.histogram2d(
        ink[:, 0], ink[:, 1], (across, up), ((0, GRAIN * across), (0, GRAIN * up))
    )
    return np.pad(found.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))


def _share(shape: Shape, scale: float, size: tuple[float, float]) -> float:
    """Return how many times a number fits into a shape."""
    return min(scale * shape.spot.width / size[0], scale * shape.spot.height / size[1])


def _spot_of(shape: Shape, view: Placed) -> tuple[float, float]:
    import numpy as np

    x, y = view.points(np.array([[shape.spot.x, shape.spot.y]]))[0].tolist()
    return x, y


def _name(view: Placed) -> Points:
    """Return points where the name of a view stands, and R and L beside it."""
    import numpy as np

    share = 0.3 if view.view in FIGURES else 0.5
    middle, half = view.left + view.width / 2, share * view.width
    x = np.linspace(middle - half, middle + half, 8)
    return np.column_stack((x, np.full(8, view.bottom - NAME / 2)))


@cache
def _ink(shape: Shape) -> Points:
    """Return points all over a shape: its corners, and others at most 10 units apart inside."""
    import numpy as np

    levels = np.arange(shape.bounds.top + 5, shape.bounds.bottom, 10).tolist()
    inside = [
        (left + share * (right - left), y)
        for y, left, right in chords(shape.lines[0], levels)
        for share in (0.2, 0.4, 0.6, 0.8)
    ]
    return np.concatenate((shape.lines[0], np.array(inside).reshape(-1, 2)))
