"""The dates under an axes as words: matplotlib draws the labels of ticks letter by letter."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.transforms import Affine2D, ScaledTranslation, blended_transform_factory

from model.charts.texts import Texts


def texts_below(axes: Axes) -> Texts:
    """Return words that stand under the axes: x in its data, y in points from its lower edge."""
    figure: Any = axes.get_figure(root=True)
    corner: Any = axes.transAxes
    points = Affine2D().scale(1 / 72) + figure.dpi_scale_trans + ScaledTranslation(0, 0, corner)
    axes.set_xticks([])
    return Texts(axes, blended_transform_factory(axes.transData, points))
