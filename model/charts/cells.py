"""An image of small cells, set once and then drawn from its kept pixels.

matplotlib scales an image anew at every draw: on a high chart that costs as much as all the rest.
Vector formats get matplotlib's own image.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.image import AxesImage

Pixels = npt.NDArray[np.uint8]


class Cells(AxesImage):
    """Cells in data coordinates; none is blended with its neighbours."""

    def __init__(self, axes: Axes, zorder: float) -> None:
        super().__init__(axes, interpolation="nearest", origin="lower")
        self.set_zorder(zorder)
        self._cells: Pixels = np.zeros((1, 1, 4), np.uint8)
        self._kept: tuple[tuple[int, int], Pixels] | None = None
        self.set_data(self._cells)
        axes.add_image(self)

    def put(self, cells: Pixels, left: float, right: float, foot: float, top: float) -> None:
        """Show cells of shape (rows, columns, 4), RGBA, lowest row first, in a box of the data."""
        self._cells, self._kept = cells, None
        self.set_data(cells)
        self.set_extent((left, right, foot, top))

    def draw(self, renderer: Any) -> None:
        """Draw the kept pixels on Agg, the image itself elsewhere."""
        if not isinstance(renderer, RendererAgg):
            super().draw(renderer)
        elif self.get_visible():
            self._stamp(renderer)
            self.stale = False

    def _stamp(self, renderer: RendererAgg) -> None:
        axes: Any = self.axes
        left, right, foot, top = self.get_extent()
        corners = axes.transData.transform([(left, foot), (right, top)])
        (left, foot), (right, top) = np.round(corners).tolist()
        shape = max(int(top - foot), 1), max(int(right - left), 1)
        if self._kept is None or self._kept[0] != shape:
            self._kept = shape, _enlarged(self._cells, *shape)
        context = renderer.new_gc()
        context.set_clip_rectangle(axes.bbox)
        renderer.draw_image(context, left, foot, self._kept[1])
        context.restore()


def _enlarged(cells: Pixels, height: int, width: int) -> Pixels:
    """Return cells as so many pixels, each of the colour of the cell in which its middle lies."""
    rows = ((np.arange(height) + 0.5) * cells.shape[0] / height).astype(np.intp)
    columns = ((np.arange(width) + 0.5) * cells.shape[1] / width).astype(np.intp)
    return np.ascontiguousarray(cells[rows[:, None], columns])
