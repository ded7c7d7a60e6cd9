"""The small parts of the picture of a body: paths, lines to numbers, and grounds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.path import Path

    from model.charts.body_layout import Number, Placed
    from model.charts.body_shapes import Points, Shape
    from model.charts.texts import Words


@lru_cache(maxsize=4)  # the next diary is drawn on the same bodies
def outlines(
    placed: tuple[Placed, ...], corners: tuple[tuple[float, float], ...]
) -> tuple[tuple[Shape, int, Path], ...]:
    """Return every shape of some views on each of the bodies, whose lower left ends are given."""
    import numpy as np

    from model.charts.body_shapes import body_shapes

    views = {each.view: each for each in placed}
    found = []
    for shape in body_shapes():
        if shape.view in views:
            lines = [views[shape.view].points(line) for line in shape.lines]
            for part, corner in enumerate(corners):
                moved = [line + np.array(corner) for line in lines]
                found.append((shape, part, path_of(moved, shape)))
    return tuple(found)


def path_of(lines: Sequence[Points], shape: Shape) -> Path:
    """Return one path of all lines; those of a region and an outline are closed."""
    import numpy as np
    from matplotlib.path import Path

    if shape.region:
        return Path(lines[0], closed=False)
    codes = [np.full(len(line), Path.LINETO, Path.code_type) for line in lines]
    for each in codes:
        each[0] = Path.MOVETO
    return Path(np.concatenate(lines), np.concatenate(codes))


def leader(number: Number, text: Words, corner: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the line from a region to the near side of its number."""
    from model.charts.label import width_in_points

    left, low = corner
    start = left + number.from_x, low + number.from_y
    half, rise = width_in_points(text.text, text.size) / 2 + 1, 0.5 * text.size
    x = min(max(start[0], text.x - half), text.x + half)
    middle = low + number.y
    y = min(max(start[1], middle - rise), middle + rise)
    return [start, (x, y)]


def plate(text: Words, tall: float = 0.6) -> list[tuple[float, float]]:
    """Return a plain ground for a number on a filled one; `tall` in sizes of its letters."""
    from model.charts.label import width_in_points
    from model.charts.marks import MIDDLE

    half = 0.55 * width_in_points(text.text, text.size) + 1
    return [
        (text.x + across * half, text.y + (MIDDLE + tall * up) * text.size)
        for across, up in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
