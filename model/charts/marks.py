"""What charts of coloured places share: fillings without a shade, and boxes with a name as keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D

from model.charts.body_shapes import hatching
from model.charts.label import width_in_points
from model.charts.style import Palette
from model.charts.texts import Texts, Words

if TYPE_CHECKING:
    from model.charts.body_shapes import Points

Side = Literal["left", "center", "right"]
MIDDLE = 0.615  # from the foot of a label to the middle of its digits, in sizes of the letters
BOX, WIDE, NARROW, APART = 8.0, 13.0, 6.0, 12.0  # points: height; widths; gap between two keys
HATCHED, DOTTED, LINED = "hatched", "dotted", "lined"
"""What fills a place without a shade: not rated, or not enough; more than before; not clear."""
PITCHES = {HATCHED: 3.2, DOTTED: 2.6, LINED: 2.4}  # points from line to line


def middled(
    x: float, y: float, text: str, color: str, size: float, side: Side = "center",
    bold: bool = False,
) -> Words:  # fmt: skip
    """Return a text whose digits have their middle at a height, not their foot."""
    return Words(x, y - MIDDLE * size, side, text, color, size, bold)


@dataclass(frozen=True)
class Swatch:
    """A key of one box or of several in a row, words at either side; in a box a mark may stand."""

    colors: tuple[str, ...]
    name: str
    before: str = ""
    hatch: str = ""
    mark: str = ""  # a marker of matplotlib

    def width(self, size: float) -> float:
        """Return what it takes with letters of a size, in points."""
        words = sum(width_in_points(text, size) + 3 for text in (self.before, self.name) if text)
        return words + len(self.colors) * (WIDE if len(self.colors) == 1 else NARROW)


def rows_of(swatches: Iterable[Swatch], width: float, size: float) -> list[list[Swatch]]:
    """Part keys into rows of at most `width` points, where a single one is not wider."""
    rows: list[list[Swatch]] = []
    for swatch in swatches:
        if rows and row_width([*rows[-1], swatch], size) <= width:
            rows[-1].append(swatch)
        else:
            rows.append([swatch])
    return rows


def row_width(swatches: Sequence[Swatch], size: float) -> float:
    """Return what a row of keys takes with letters of a size, in points."""
    return sum(swatch.width(size) + APART for swatch in swatches) - APART


class Swatches:
    """Keys of boxes on axes whose data are points, laid anew whenever the size changes."""

    def __init__(self, axes: Axes, palette: Palette, size: float) -> None:
        self._palette = palette
        self._size = size
        self._axes = axes
        self._texts = Texts(axes)
        self._made: list[Artist] = []

    def put(self, rows: Iterable[tuple[float, float, Sequence[Swatch]]]) -> None:
        """Show rows of keys, each from its left end and at the height of its middle."""
        for artist in self._made:
            artist.remove()
        self._made.clear()
        texts: list[Words] = []
        for x, y, swatches in rows:
            left = x
            for swatch in swatches:
                texts += self._boxes(swatch, left, y)
                left += swatch.width(self._size) + APART
        self._texts.put(texts)

    def _boxes(self, swatch: Swatch, left: float, y: float) -> list[Words]:
        faint, size = self._palette.faint, self._size
        texts = []
        if swatch.before:
            texts.append(middled(left, y, swatch.before, faint, size, "left"))
            left += width_in_points(swatch.before, size) + 3
        wide = WIDE if len(swatch.colors) == 1 else NARROW
        low, high = y - BOX / 2, y + BOX / 2
        ends = [left + wide * place for place in range(len(swatch.colors) + 1)]
        boxes = [((a, low), (b, low), (b, high), (a, high)) for a, b in pairwise(ends)]
        self._add(
            PolyCollection(
                boxes, facecolors=swatch.colors, edgecolors=self._palette.missing,
                linewidths=0.5,
            )
        )  # fmt: skip
        if swatch.hatch:
            line = Line2D([], [], **look_of(swatch.hatch, self._palette))
            fill(line, swatch.hatch, [np.array(box) for box in boxes])
            self._add(line)
        if swatch.mark:
            self._add(
                Line2D([(ends[0] + ends[-1]) / 2], [y], **mark_of(swatch.mark, self._palette, 3.2))
            )
        texts.append(middled(ends[-1] + 3, y, swatch.name, faint, size, "left"))
        return texts

    def _add(self, artist: Artist) -> None:
        artist.set_clip_on(False)
        self._axes.add_artist(artist)
        artist.set_transform(self._axes.transData)
        self._made.append(artist)


def look_of(hatch: str, palette: Palette) -> dict[str, Any]:
    """Return the look of a line that fills places: HATCHED, DOTTED or LINED."""
    if hatch != DOTTED:
        return {"color": palette.missing, "lw": 0.6 if hatch == HATCHED else 0.4}
    # In widths of the line.
    dots = {"ls": (0, (0.01, PITCHES[DOTTED] / 1.1)), "dash_capstyle": "round"}
    return {"color": palette.text, "lw": 1.1, **dots}


def fill(line: Line2D, hatch: str, polygons: Iterable[Points]) -> None:
    """Let a line fill polygons, whose corners are in points."""
    parts = [hatching(each, PITCHES[hatch], slanted=hatch == HATCHED) for each in polygons]
    all_parts = np.concatenate(parts) if parts else np.empty((0, 2))
    line.set_data(all_parts[:, 0], all_parts[:, 1])


def mark_of(marker: str, palette: Palette, size: float) -> dict[str, Any]:
    """Return the look of a mark in a box: a dot for a session, a dash for not applicable."""
    if marker == "_":
        return {"marker": "_", "ls": "none", "ms": 1.6 * size, "mew": 1.1, "color": palette.faint}
    return {
        "marker": marker, "ls": "none", "ms": size, "mew": 0.6,
        "mfc": palette.session, "mec": palette.background,
    }  # fmt: skip
