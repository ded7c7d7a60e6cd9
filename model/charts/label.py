"""Texts of a chart that are set once, word by word, and then drawn from their kept pictures.

matplotlib 3.11 renders every letter of every text anew, 0.1 ms a letter: the words over a chart
cost more than its 20 years of data. Vector formats get the text itself.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from math import ceil
from typing import Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from model.charts.style import FONT

SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
SPACE = 0.318  # width of a blank in DejaVu Sans, in sizes of the letters
DEPTH = 0.25  # from the lowest letter to the base line, likewise
NO_LETTER = "\u25a1"
LATIN = "\u024f"  # up to here words stand from left to right, each as it would alone


class _Look(NamedTuple):
    size: float  # points
    weight: str
    color: str
    dpi: float

    @property
    def em(self) -> float:
        """Size of the letters in pixels."""
        return self.size * self.dpi / 72


class Label(Text):
    """One line of literal text that stands on its point (`va` is "bottom")."""

    def __init__(self, x: float, y: float, ha: str, **look: Any) -> None:
        super().__init__(
            x, y, "", ha=ha, va="bottom", fontfamily=FONT, parse_math=False, **look
        )  # fmt: skip

    def set_text(self, s: Any) -> None:
        """Set what is shown; signs that the font has not become a box, invisible ones nothing."""
        super().set_text(drawable(str(s or "")))

    def draw(self, renderer: Any) -> None:
        """Draw kept pictures on Agg, the text itself elsewhere."""
        if not isinstance(renderer, RendererAgg):
            super().draw(renderer)
        elif self.get_visible() and self.get_text():
            self._stamp(renderer)

    def _stamp(self, renderer: RendererAgg) -> None:
        look = _Look(
            float(self.get_fontsize()),
            str(self.get_fontweight()),
            str(self.get_color()),
            renderer.dpi,
        )
        pictures = _pictures(self.get_text(), look)
        width = _width(pictures, look)
        x, y = self.get_transform().transform(self.get_unitless_position())
        left = x - SHIFT[self.get_horizontalalignment()] * width
        context = renderer.new_gc()
        if self.get_clip_on():
            context.set_clip_rectangle(cast("Bbox | None", self.clipbox))
        for picture in pictures:
            renderer.draw_image(context, round(left), round(y), picture)
            left += picture.shape[1] + SPACE * look.em
        context.restore()


def width_in_points(text: str, size: float) -> float:
    """Return the width of a line of text of `size` points, give or take a point."""
    look = _Look(size, "normal", "#000000", 72)
    return _width(_pictures(drawable(text), look), look)


@lru_cache(maxsize=1024)
def drawable(text: str) -> str:
    """Return text that the font of charts has whole: people name things in every script.

    matplotlib warns of every letter that is missing, and a control sign makes an SVG unreadable.
    """
    letters = _letters()
    seen = (sign for sign in text if unicodedata.category(sign)[0] != "C")
    return "".join(sign if ord(sign) in letters else NO_LETTER for sign in seen)


@cache
def _letters() -> frozenset[int]:
    return frozenset(get_font(findfont(FONT)).get_charmap())


def _pictures(text: str, look: _Look) -> list[npt.NDArray[np.uint8]]:
    words = text.split(" ") if max(text, default="") <= LATIN else [text]
    return [_picture(word, look) for word in words]


def _width(pictures: list[npt.NDArray[np.uint8]], look: _Look) -> float:
    words = sum(int(each.shape[1]) for each in pictures)
    return words + SPACE * look.em * (len(pictures) - 1)


@lru_cache(maxsize=1024)
def _picture(word: str, look: _Look) -> npt.NDArray[np.uint8]:
    """Return a word as RGBA pixels, shape (height, width, 4), lowest row first."""
    drawn = Figure(dpi=look.dpi).text(
        0, 0, word, transform=None, va="baseline", parse_math=False, color=look.color,
        fontsize=look.size, fontweight=look.weight, fontfamily=FONT,
    )  # fmt: skip
    box = drawn.get_window_extent(RendererAgg(1, 1, look.dpi))
    height = 1.35 * look.em
    renderer = RendererAgg(max(ceil(box.width), 1), ceil(height), look.dpi)
    drawn.set_position((-box.x0, round(DEPTH * look.em)))
    drawn.draw(renderer)
    return np.asarray(renderer.buffer_rgba())[::-1].copy()
