"""Follows the pointer while it paints over the body map."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from ui.widgets.shapes import Shape

STEP = 3.0
"""Points between two looks at the way of a fast pointer; no region is narrower on the screen."""


class Stroke:
    """The regions that one drag has touched, each once and in order."""

    def __init__(self) -> None:
        self._last: QPointF | None = None
        self._touched: dict[str, Shape] = {}

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions touched so far, in the order touched."""
        return tuple(self._touched)

    @property
    def last_shape(self) -> Shape | None:
        """The shape by which the last of them was touched."""
        return next(reversed(self._touched.values()), None)

    def move_to(self, point: QPointF, shape_at: Callable[[QPointF], Shape | None]) -> None:
        """Touch what lies on the straight way to a point; the system leaves out points between."""
        start = self._last or point
        way = point - start
        steps = max(1, ceil(hypot(way.x(), way.y()) / STEP))
        for step in range(1, steps + 1):
            shape = shape_at(start + way * (step / steps))
            if shape is not None:
                self._touched.setdefault(shape.region, shape)
        self._last = point
