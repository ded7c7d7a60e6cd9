"""The key of a chart: marks and their names in one row that ends at the axes' upper right corner.

matplotlib's own legend costs as much as an empty axes; this row has no layout to solve.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, ScaledTranslation

from model.charts.label import Label, width_in_points

MARK, GAP, APART, RAISED = 13.0, 4.0, 10.0, 4.2  # points


@dataclass(frozen=True)
class Key:
    """A mark, as properties of a line, and what it stands for; `dot` marks one point only."""

    name: str
    look: dict[str, Any] = field(hash=False)
    dot: bool = False


def place_keys(
    axes: Axes, keys: Sequence[Key], color: str, size: float
) -> tuple[list[Artist], float]:
    """Add a row of keys above the axes; return its artists and its width in points."""
    # Points to the right of and above the upper right corner of the axes.
    figure: Any = axes.get_figure(root=True)
    corner: Any = axes.transAxes
    place = Affine2D().scale(1 / 72) + figure.dpi_scale_trans + ScaledTranslation(1, 1, corner)
    made: list[Artist] = []
    right = 0.0
    for key in reversed(keys):
        left = right - width_in_points(key.name, size)
        name = Label(left, 0.0, "left", color=color, fontsize=size)
        name.set_text(key.name)
        ends = [left - GAP - MARK / 2] if key.dot else [left - GAP - MARK, left - GAP]
        mark = Line2D(ends, [RAISED] * len(ends), **key.look)
        for artist in (name, mark):
            axes.add_artist(artist)
            artist.set_transform(place)
            artist.set_clip_on(False)
        made += [name, mark]
        right = left - GAP - MARK - APART
    return made, -right
