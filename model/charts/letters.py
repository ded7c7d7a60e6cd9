"""Words put together from letters that were rendered once: a word alone costs ten times a letter.

For scripts whose letters stand side by side. Advances are those of the hinted font, whole pixels;
a pair that is kerned moves by the nearest whole pixel.
"""

from __future__ import annotations

import threading
from functools import cache, lru_cache
from math import ceil
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import RendererAgg, get_hinting_flag
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font, Kerning

from model.charts.style import FONT

Cover = npt.NDArray[np.uint8]
"""How much of each pixel letters cover, 0..255, shape (height, width), highest row first."""

DEPTH = 0.25  # from the lowest letter to the base line, in sizes of the letters
TALL = 1.35  # all of the line, likewise
_ASIDE = 2  # pixels that a letter may reach beyond its place to the left, and to the right
_SIXTY_FOURTHS = 64  # of a pixel, in which FreeType counts
_of_thread = threading.local()


class Face(NamedTuple):
    """Letters as they are cut: size in points, weight, and pixels an inch."""

    size: float
    weight: str
    dpi: float

    @property
    def em(self) -> float:
        """Size of the letters in pixels."""
        return self.size * self.dpi / 72

    @property
    def height(self) -> int:
        """Height of a line in pixels."""
        return ceil(TALL * self.em)

    @property
    def foot(self) -> int:
        """Row of pixels, from the top of the line, on which the letters stand."""
        return self.height - round(DEPTH * self.em)


def cover_of(word: str, face: Face) -> Cover:
    """Return a word, its base line DEPTH above the lowest row; as wide as `width_of` says."""
    places, width = _places(word, face)
    drawn = np.zeros((face.height, width + 2 * _ASIDE), np.uint8)
    for sign, left in zip(word, places, strict=True):
        letter = _letter(sign, face)
        part = drawn[:, left : left + letter.shape[1]]
        np.maximum(part, letter[:, : part.shape[1]], out=part)
    return drawn[:, _ASIDE : _ASIDE + width]


def width_of(word: str, face: Face) -> int:
    """Return how many pixels a word takes, at least one."""
    return _places(word, face)[1]


def whole(word: str, face: Face, width: int) -> Cover:
    """Return a word that matplotlib sets as one, on a picture of `width` pixels."""
    renderer: Any = RendererAgg(width, face.height, face.dpi)
    if word:
        renderer.draw_text(renderer.new_gc(), 0, face.foot, word, properties(face), 0)
    covered: Cover = np.asarray(renderer.buffer_rgba())[:, :, 3].copy()
    return covered


@cache
def properties(face: Face) -> FontProperties:
    """Return what matplotlib looks a font up by."""
    return FontProperties(family=FONT, size=face.size, weight=face.weight)


def _places(word: str, face: Face) -> tuple[list[int], int]:
    """Return where each letter begins, in pixels from the first, and the width of all."""
    at, before, places = 0.0, "", []
    for sign in word:
        at += _kerning(before, sign, face) if before else 0.0
        places.append(max(round(at), 0))
        at += _advance(sign, face)
        before = sign
    return places, max(ceil(at), 1)


@lru_cache(maxsize=2048)
def _letter(sign: str, face: Face) -> Cover:
    """Return the pixels that `whole` would, in an eighth of its time."""
    font = _font(face)
    glyph = font.load_char(ord(sign), flags=get_hinting_flag())
    covered = np.zeros((face.height, ceil(_advance(sign, face)) + 2 * _ASIDE), np.uint8)
    top = ceil(glyph.bbox[3] / _SIXTY_FOURTHS)
    font.draw_glyph_to_bitmap(covered, _ASIDE, face.foot - top, glyph)
    return covered


@lru_cache(maxsize=2048)
def _advance(sign: str, face: Face) -> float:
    """Return how many pixels a letter takes."""
    advance: int = _font(face).load_char(ord(sign), flags=get_hinting_flag()).horiAdvance
    return advance / _SIXTY_FOURTHS


@lru_cache(maxsize=8192)
def _kerning(left: str, right: str, face: Face) -> float:
    """Return how many pixels a letter stands nearer to the one before, as a negative number."""
    font = _font(face)
    pair = font.get_char_index(ord(left)), font.get_char_index(ord(right))
    return font.get_kerning(*pair, Kerning.UNFITTED) / _SIXTY_FOURTHS


def _font(face: Face) -> FT2Font:
    """Return the font in that size; each thread has its own, which FreeType asks for.

    All are kept: the charts have a handful of sizes.
    """
    fonts: dict[Face, FT2Font] = vars(_of_thread).setdefault("fonts", {})
    found = fonts.get(face)
    if found is None:
        found = fonts[face] = FT2Font(_file(face.weight))
        found.set_size(face.size, face.dpi)
    return found


@cache
def _file(weight: str) -> str:
    return str(findfont(FontProperties(family=FONT, weight=weight)))
