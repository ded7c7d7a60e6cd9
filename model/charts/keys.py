"""The key of a chart: marks and their names, in a row that ends at the axes' upper right corner.

matplotlib's own legend costs as much as an empty axes; here is no layout to solve. Where the unit
leaves too little of that row, the keys have rows of their own below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, ScaledTranslation

from model.analysis.smooth import SPAN_DAYS
from model.analysis.weeks import RATED_OF_WEEK, WEEK
from model.charts.label import Label, width_in_points
from model.charts.style import Palette
from model.text import QT_TRANSLATE_NOOP

MARK, GAP, APART, RAISED = 13.0, 4.0, 10.0, 4.2  # points
ROW = 11.0  # height of a row of keys of their own, in points

DAY_KEY = QT_TRANSLATE_NOOP("Chart", "one day")
MEAN_KEY = QT_TRANSLATE_NOOP("Chart", "mean of 7 days (≥ {least} rated)")
LONG_MEAN_KEY = QT_TRANSLATE_NOOP("Chart", "mean of 28 days (≥ {least} rated)")
BAND_KEY = QT_TRANSLATE_NOOP("Chart", "middle half of the days")
SMOOTH_KEY = QT_TRANSLATE_NOOP("Chart", "LOWESS per phase ({days} days)")
REACTION_KEY = QT_TRANSLATE_NOOP("Chart", "reaction")
SESSION_KEY = QT_TRANSLATE_NOOP("Chart", "session")
PERIOD_KEY = QT_TRANSLATE_NOOP("Chart", "settings")


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
    periods: bool = False,
    sessions: bool = True,
) -> tuple[Key, ...]:
    """Return the keys of a time chart; `said` translates.

    `width` is that of its bins in days, `smooth` tells whether its line is LOWESS, `reactions`,
    `periods` (of constant settings) and `sessions` whether any are marked.
    """
    wide = width != WEEK
    mean = said(SMOOTH_KEY).format(days=SPAN_DAYS) if smooth else mean_name(width, said)
    dot = {"color": palette.dot, "marker": "o", "ms": 4, "mew": 0}
    found: tuple[Key, ...] = (
        band_key(palette, said) if wide else Key(said(DAY_KEY), dot, dot=True),
        Key(mean, {"color": palette.mean, "lw": 1.8}),
    )
    if sessions:
        found = (*found, session_key(palette, said))
    if reactions:
        found = (*found, Key(said(REACTION_KEY), reaction_look(palette), dot=True))
    return (*found, period_key(palette, said)) if periods else found


def mean_name(width: int, said: Callable[[str], str]) -> str:
    """Name a mean of bins of `width` days, and how many of them have to be rated."""
    least = -(-RATED_OF_WEEK * width // WEEK)
    return said(LONG_MEAN_KEY if width != WEEK else MEAN_KEY).format(least=least)


def band_key(palette: Palette, said: Callable[[str], str]) -> Key:
    """Return the key of a band from the lower to the upper quartile."""
    look = {"color": palette.dot, "alpha": 0.45, "lw": 6, "solid_capstyle": "butt"}
    return Key(said(BAND_KEY), look)


def session_key(palette: Palette, said: Callable[[str], str]) -> Key:
    """Return the key of a session, an upright tick."""
    look = {"color": palette.session, "marker": "|", "ms": 7, "mew": 1.3}
    return Key(said(SESSION_KEY), look, dot=True)


def period_key(palette: Palette, said: Callable[[str], str]) -> Key:
    """Return the key of a period of constant settings, a line that ends where it ends."""
    look = {"color": palette.text, "lw": 1.3, "marker": "|", "ms": 4, "mew": 1.3}
    return Key(said(PERIOD_KEY), look)


def hollow_look(color: str, palette: Palette, size: float, edge: float) -> dict[str, Any]:
    """Return the look of a hollow dot, of what is not stated or too little."""
    return {"color": color, "marker": "o", "ms": size, "mfc": palette.background, "mew": edge}


def reaction_look(palette: Palette) -> dict[str, Any]:
    """Return how a reaction is marked: a hollow triangle that points down, at its first day."""
    return {
        "marker": "v", "ms": 5.0, "mfc": palette.background, "mec": palette.session, "mew": 1.1,
        "ls": "none",
    }  # fmt: skip


class KeyRows:
    """Keys above the axes: in a row with the unit, or below it where that row is too short.

    Marks tell treated from untreated and a session from a reaction: they are never left out.
    """

    def __init__(self, axes: Axes, color: str, size: float) -> None:
        """Stand above an axes, in letters of a colour and a size in points."""
        self._axes = axes
        self._look: dict[str, Any] = {"color": color, "fontsize": size}
        self._made: list[tuple[Label, Line2D, float]] = []  # with the width in points
        # Points to the right of and above the upper right corner of the axes.
        figure: Any = axes.get_figure(root=True)
        corner: Any = axes.transAxes
        inches = Affine2D().scale(1 / 72) + figure.dpi_scale_trans
        self._place = inches + ScaledTranslation(1, 1, corner)

    def put(self, keys: Sequence[Key]) -> None:
        """Show these keys in place of those before; `arrange` gives them their places."""
        for artist in (artist for *pair, _ in self._made for artist in pair):
            artist.remove()
        self._made = []
        for key in keys:
            name = Label(0.0, 0.0, "left", **self._look)
            name.set_text(key.name)
            mark = Line2D([0.0] if key.dot else [0.0, MARK], [0.0] * (2 - key.dot), **key.look)
            for artist in (name, mark):
                self._axes.add_artist(artist)
                artist.set_transform(self._place)
                artist.set_clip_on(False)
            wide = MARK + GAP + width_in_points(key.name, self._look["fontsize"])
            self._made.append((name, mark, wide))

    def arrange(self, unit: float, room: float) -> float:
        """Place the keys and return how many points their own rows raise the unit by.

        Args:
            unit: width of the unit in points, which begins at the left end of the row.
            room: width of the row, which ends with the axes.
        """
        beside = unit + sum(wide + APART for _, _, wide in self._made)
        if beside <= room:
            self._set_row(self._made, unit + APART - beside, 0)
            return 0
        rows = _rows(self._made, room)
        for count in range(1, len(self._made)):
            first, others = self._made[:count], _rows(self._made[count:], room)
            aside = sum(wide + APART for _, _, wide in first)
            if unit + aside <= room and len(others) < len(rows):  # the unit's row has room for it
                rows = others
                self._set_row(first, APART - aside, len(rows) * ROW)
                break
        for number, row in enumerate(reversed(rows)):
            self._set_row(row, -room, number * ROW)
        return len(rows) * ROW

    def _set_row(self, row: Sequence[tuple[Label, Line2D, float]], left: float, up: float) -> None:
        for name, mark, wide in row:
            name.set_position((left + MARK + GAP, up))
            dot = len(mark.get_xdata(orig=True)) == 1  # type: ignore[arg-type]
            ends = [left + MARK / 2] if dot else [left, left + MARK]
            mark.set_data(ends, [up + RAISED] * len(ends))
            left += wide + APART


def _rows(
    made: Sequence[tuple[Label, Line2D, float]], room: float
) -> list[list[tuple[Label, Line2D, float]]]:
    """Part keys into rows of `room` points; one that is wider has a row of its own."""
    rows: list[list[tuple[Label, Line2D, float]]] = []
    left = room
    for each in made:
        if not rows or left + each[2] > room:
            rows.append([])
            left = 0
        rows[-1].append(each)
        left += each[2] + APART
    return rows
