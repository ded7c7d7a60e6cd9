"""Small whole numbers on coloured places, hundreds of them, drawn from their kept pictures.

Words drawn one by one each ask anew how they are parted, where they stand and what cuts them off.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg

from model.charts.letters import Face, cover_of
from model.charts.marks import MIDDLE, middled
from model.charts.style import rgb
from model.charts.texts import Texts

Column = npt.NDArray[Any]


class Numbers(Texts):
    """Draws numbers 0, 1, 2 ... whose middles are points of the data, each in its own colour."""

    def __init__(self, axes: Axes, size: float, colors: Sequence[str]) -> None:
        """Stand on an axes; `size` of the letters in points, `colors` by number."""
        super().__init__(axes)
        self._size, self._colors = size, tuple(colors)
        self._at: Column = np.empty((0, 2))
        self._values = np.empty(0, np.intp)

    def put_numbers(self, x: Column, y: Column, values: Column) -> None:
        """Show these numbers in place of all that were shown before; arrays of one length."""
        self._at = np.column_stack((x, y))
        self._values = values.astype(np.intp)

    def draw(self, renderer: Any) -> None:
        """Draw kept pictures on Agg, the numbers as text elsewhere."""
        if not isinstance(renderer, RendererAgg):
            self.put(
                middled(x, y, str(value), self._colors[value], self._size)
                for (x, y), value in zip(self._at.tolist(), self._values.tolist(), strict=True)
            )
            super().draw(renderer)
        elif self.get_visible() and self._values.size:
            self._stamp(renderer)
            self.stale = False

    def _stamp(self, renderer: RendererAgg) -> None:
        """Put all numbers into one picture: each alone takes as long as a row of them."""
        face = Face(self._size, "normal", renderer.dpi)
        pictures = [_picture(str(each), face, color) for each, color in enumerate(self._colors)]
        half = np.array([picture.shape[1] / 2 for picture in pictures])
        places = self._place.transform(self._at)
        left = np.rint(places[:, 0] - half[self._values]).astype(np.intp)
        foot = np.rint(places[:, 1] - MIDDLE * face.em).astype(np.intp)
        low = int(left.min()), int(foot.min())
        wide = int(left.max()) - low[0] + max(picture.shape[1] for picture in pictures)
        drawn = np.zeros((int(foot.max()) - low[1] + face.height, wide), np.uint32)
        corners = (foot - low[1]) * wide + left - low[0]
        for value, picture in enumerate(pictures):
            rows, columns = picture.shape
            inside = np.arange(rows)[:, None] * wide + np.arange(columns)
            drawn.put(corners[self._values == value][:, None] + inside.ravel(), picture)
        context = renderer.new_gc()
        renderer.draw_image(context, *low, drawn.view(np.uint8).reshape(*drawn.shape, 4))
        context.restore()


@lru_cache(maxsize=256)
def _picture(number: str, face: Face, color: str) -> npt.NDArray[np.uint32]:
    """Return a number, RGBA in one word a pixel, shape (height, width), lowest row first."""
    covered = cover_of(number, face)
    drawn = np.empty((*covered.shape, 4), np.uint8)
    drawn[:, :, :3] = rgb(color)
    drawn[:, :, 3] = covered
    return drawn[::-1].copy().view(np.uint32)[:, :, 0]
