"""Texts of a chart that are set once, word by word, and then drawn from their kept pictures.

matplotlib 3.11 renders every letter of every text anew, 0.1 ms a letter: the words over a chart
cost more than its 20 years of data. Vector formats get the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from math import ceil
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import findfont, get_font
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from model.charts.letters import Face, cover_of, properties, whole, width_of
from model.charts.style import FONT
from model.charts.vector import SvgRenderer

SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
SPACE = 0.318  # width of a blank in DejaVu Sans, in sizes of the letters
NO_LETTER = "\u25a1"
# Scripts and signs whose letters stand side by side from left to right, each as it would alone.
_SIDE_BY_SIDE = re.compile("[\u0020-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u20cf\u2100-\u2bff]*")


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
        if not isinstance(renderer, RendererAgg | SvgRenderer):
            super().draw(renderer)
        elif self.get_visible() and self.get_text():
            x, y = self.get_transform().transform(self.get_unitless_position())
            clip = cast("Bbox | None", self.clipbox) if self.get_clip_on() else None
            if isinstance(renderer, SvgRenderer):
                self._write(renderer, x, y, clip)
                return
            face = Face(float(self.get_fontsize()), str(self.get_fontweight()), renderer.dpi)
            side, color = self.get_horizontalalignment(), str(self.get_color())
            stamp(renderer, self.get_text(), face, color, (x, y), side, clip)

    def _write(self, page: SvgRenderer, x: float, y: float, clip: Bbox | None) -> None:
        size, bold = float(self.get_fontsize()), self.get_fontweight() == "bold"
        side = self.get_horizontalalignment()
        page.write_line(x, y, self.get_text(), str(self.get_color()), size, bold, side, clip)


def stamp(
    renderer: RendererAgg, text: str, face: Face, color: str, at: tuple[float, float], side: str,
    clip: Bbox | None = None,
) -> None:  # fmt: skip
    """Draw kept pictures of words at a place in pixels from the lower left corner.

    The text is one that `drawable` returns; `side` is the end of it that stands on x.
    """
    pictures = [_picture(word, face, color) for word in _words(text)]
    width = _total([picture.shape[1] for picture in pictures], face)
    x, y = at
    left = x - SHIFT[side] * width
    context = renderer.new_gc()
    if clip is not None:
        context.set_clip_rectangle(clip)
    for picture in pictures:
        renderer.draw_image(context, round(left), round(y), picture)
        left += picture.shape[1] + SPACE * face.em
    context.restore()


def width_in_points(text: str, size: float) -> float:
    """Return the width of a line of text of `size` points, give or take a point."""
    face = Face(size, "normal", 72)
    return _total([_width(word, face) for word in _words(drawable(text))], face)


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
    return text.split(" ") if _is_side_by_side(text) else [text]


def _is_side_by_side(text: str) -> bool:
    return _SIDE_BY_SIDE.fullmatch(text) is not None


def _total(widths: list[int], face: Face) -> float:
    return sum(widths) + SPACE * face.em * (len(widths) - 1)


@lru_cache(maxsize=4096)
def _width(word: str, face: Face) -> int:
    """Return the width of a word in pixels."""
    if _is_side_by_side(word):
        return width_of(word, face)
    renderer: Any = RendererAgg(1, 1, face.dpi)
    found: float = renderer.get_text_width_height_descent(word, properties(face), ismath=False)[0]
    return max(ceil(found), 1)


@lru_cache(maxsize=2048)
def _picture(word: str, face: Face, color: str) -> npt.NDArray[np.uint8]:
    """Return a word as RGBA pixels, shape (height, width, 4), lowest row first."""
    covered = (
        cover_of(word, face) if _is_side_by_side(word) else whole(word, face, _width(word, face))
    )
    drawn = np.empty((*covered.shape, 4), np.uint8)
    red, green, blue, solid = to_rgba(color)
    drawn[:, :, :3] = [round(255 * each) for each in (red, green, blue)]
    drawn[:, :, 3] = covered if solid == 1 else covered * solid
    return drawn[::-1].copy()
