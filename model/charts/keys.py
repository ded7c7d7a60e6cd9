"""The key of a chart: marks and their names in one row that ends at the axes' upper right corner.

matplotlib's own legend costs as much as an empty axes; this row has no layout to solve.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, ScaledTranslation

from model.analysis.smooth import SPAN_DAYS
from model.analysis.weeks import RATED_OF_WEEK, WEEK
from model.charts.label import Label, width_in_points
from model.charts.style import Palette
from model.text import QT_TRANSLATE_NOOP

MARK, GAP, APART, RAISED = 13.0, 4.0, 10.0, 4.2  # points

DAY_KEY = QT_TRANSLATE_NOOP("Chart", "one day")
MEAN_KEY = QT_TRANSLATE_NOOP("Chart", "mean of 7 days (≥ {least} rated)")
LONG_MEAN_KEY = QT_TRANSLATE_NOOP("Chart", "mean of 28 days (≥ {least} rated)")
BAND_KEY = QT_TRANSLATE_NOOP("Chart", "middle half of the days")
SMOOTH_KEY = QT_TRANSLATE_NOOP("Chart", "LOWESS per phase ({days} days)")
REACTION_KEY = QT_TRANSLATE_NOOP("Chart", "reaction")
SESSION_KEY = QT_TRANSLATE_NOOP("Chart", "session")


@dataclass(frozen=True)
class Key:
    """A mark, as properties of a line, and what it stands for; `dot` marks one point only."""

    name: str
    look: dict[str, Any] = field(hash=False)
    dot: bool = False


def keys_of(
    palette: Palette,
    width: int,
    said: Callable[[str], str],
    smooth: bool = False,
    reactions: bool = False,
) -> tuple[Key, ...]:
    """Return the keys of a time chart; `said` translates.

    `width` is that of its bins in days, `smooth` tells whether its line is LOWESS, `reactions`
    whether any are marked.
    """
    wide = width != WEEK
    least = -(-RATED_OF_WEEK * width // WEEK)
    mean = said(LONG_MEAN_KEY if wide else MEAN_KEY).format(least=least)
    if smooth:
        mean = said(SMOOTH_KEY).format(days=SPAN_DAYS)
    dot = {"color": palette.dot, "marker": "o", "ms": 4, "mew": 0}
    band = {"color": palette.dot, "alpha": 0.45, "lw": 6, "solid_capstyle": "butt"}
    tick = {"color": palette.session, "marker": "|", "ms": 7, "mew": 1.3}
    found = (
        Key(said(BAND_KEY), band) if wide else Key(said(DAY_KEY), dot, dot=True),
        Key(mean, {"color": palette.mean, "lw": 1.8}),
        Key(said(SESSION_KEY), tick, dot=True),
    )
    return (
        (*found, Key(said(REACTION_KEY), reaction_look(palette), dot=True)) if reactions else found
    )


def reaction_look(palette: Palette) -> dict[str, Any]:
    """Return how a reaction is marked: a hollow triangle that points down, at its first day."""
    return {
        "marker": "v", "ms": 5.0, "mfc": palette.background, "mec": palette.session, "mew": 1.1,
        "ls": "none",
    }  # fmt: skip


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
