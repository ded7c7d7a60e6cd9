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
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from model.charts.style import FONT

SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
SPACE = 0.318  # width of a blank in DejaVu Sans, in sizes of the letters
DEPTH = 0.25  # from the lowest letter to the base line, likewise
NO_LETTER = "\u25a1"
LATIN = "\u024f"  # up to here words stand from left to right, each as it would alone


class Look(NamedTuple):
    """How words look: size in points, weight, colour, and pixels an inch."""

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
            x, y = self.get_transform().transform(self.get_unitless_position())
            clip = cast("Bbox | None", self.clipbox) if self.get_clip_on() else None
            look = Look(
                float(self.get_fontsize()),
                str(self.get_fontweight()),
                str(self.get_color()),
                renderer.dpi,
            )
            stamp(renderer, self.get_text(), look, x, y, self.get_horizontalalignment(), clip)


def stamp(
    renderer: RendererAgg, text: str, look: Look, x: float, y: float, side: str,
    clip: Bbox | None = None,
) -> None:  # fmt: skip
    """Draw kept pictures of words at a place in pixels from the lower left corner.

    The text is one that `drawable` returns; `side` is the end of it that stands on x.
    """
    pictures = [_picture(word, look) for word in _words(text)]
    width = _total([picture.shape[1] for picture in pictures], look)
    left = x - SHIFT[side] * width
    context = renderer.new_gc()
    if clip is not None:
        context.set_clip_rectangle(clip)
    for picture in pictures:
        renderer.draw_image(context, round(left), round(y), picture)
        left += picture.shape[1] + SPACE * look.em
    context.restore()


def width_in_points(text: str, size: float) -> float:
    """Return the width of a line of text of `size` points, give or take a point."""
    look = Look(size, "normal", "#000000", 72)
    return _total([_width(word, look) for word in _words(drawable(text))], look)


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


def _words(text: str) -> list[str]:
    return text.split(" ") if max(text, default="") <= LATIN else [text]


def _total(widths: list[int], look: Look) -> float:
    return sum(widths) + SPACE * look.em * (len(widths) - 1)


@lru_cache(maxsize=4096)
def _width(word: str, look: Look) -> int:
    """Return the width of a word in pixels."""
    renderer: Any = RendererAgg(1, 1, look.dpi)
    font = _font(look.size, look.weight)
    width: float = renderer.get_text_width_height_descent(word, font, ismath=False)[0]
    return max(ceil(width), 1)


@lru_cache(maxsize=2048)
def _picture(word: str, look: Look) -> npt.NDArray[np.uint8]:
    """Return a word as RGBA pixels, shape (height, width, 4), lowest row first."""
    height = ceil(1.35 * look.em)
    renderer = RendererAgg(_width(word, look), height, look.dpi)
    context = renderer.new_gc()
    context.set_foreground(look.color)
    foot = height - round(DEPTH * look.em)  # from the top, as the renderer counts
    if word:
        renderer.draw_text(context, 0, foot, word, _font(look.size, look.weight), 0)
    return np.asarray(renderer.buffer_rgba())[::-1].copy()


@cache
def _font(size: float, weight: str) -> FontProperties:
    return FontProperties(family=FONT, size=size, weight=weight)
