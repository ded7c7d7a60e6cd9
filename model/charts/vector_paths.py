"""Paths as the drawings of a page write them: in hundredths of a point, from above, and short."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

FINE = 100  # parts of a point, in which paths are written
LETTERS = {Path.MOVETO: "m", Path.LINETO: "l", Path.CURVE3: "q", Path.CURVE4: "c"}
CURVES = {Path.CURVE3: 1, Path.CURVE4: 2}  # further points of each

Points = npt.NDArray[np.float64]


class Line(NamedTuple):
    """A path after its first corner, as SVG writes it, and how far it reaches from there."""

    text: str
    west: int
    north: int
    east: int
    south: int


Piece = tuple[int, int, Line]
"""A path that begins at x, y, in hundredths of a point from the upper left corner."""


@lru_cache(maxsize=1024)  # a body is drawn with the same paths on every page
def kept_piece(path: Path, matrix: bytes, size: tuple[float, float], is_line: bool) -> Piece:
    """Return what can be seen of a path that stays; `matrix` holds the bytes of its transform."""
    return seen_piece(path, Affine2D(np.frombuffer(matrix).reshape(3, 3)), size, is_line)


def seen_piece(path: Path, transform: Transform, size: tuple[float, float], is_line: bool) -> Piece:
    """Return what can be seen of a path: without gaps, and without bends too fine."""
    codes: Any = path.codes
    found = path.cleaned(
        transform,
        remove_nans=True,
        clip=(-1.0, -1.0, size[0] + 1, size[1] + 1) if is_line else None,
        simplify=codes is None or bool(np.max(codes) <= Path.LINETO),
        curves=True,
    )
    return piece(np.asarray(found.vertices, np.float64), found.codes, size[1])


def piece(corners: Points, codes: Any, height: float) -> Piece:
    """Return a path whose corners are in points from below."""
    places = fine(corners, height)
    x, y = places[0].tolist()
    return x, y, _commands(codes.tobytes(), (places - places[0]).tobytes())


def fine(corners: Points, height: float) -> npt.NDArray[np.int32]:
    """Return places in hundredths of a point from the upper left corner."""
    return np.rint(FINE * (corners * (1, -1) + (0, height))).astype(np.int32)


@lru_cache(maxsize=2048)  # the shapes of a body are those of the next page, in another place
def _commands(codes: bytes, corners: bytes) -> Line:
    """Return a path from its first corner on, every line from where the last one ended."""
    places = np.frombuffer(corners, np.int32).reshape(-1, 2)
    kinds = np.frombuffer(codes, Path.code_type)
    seen = places[(kinds != Path.STOP) & (kinds != Path.CLOSEPOLY)]
    if len(seen) < 2:
        return Line("", 0, 0, 0, 0)
    found, letter, start, at = [], "", (0, 0), (0, 0)
    ends = 0  # points that are left of a curve
    for kind, (x, y) in zip(kinds[1:].tolist(), places[1:].tolist(), strict=True):
        if kind == Path.STOP:
            break
        if kind == Path.CLOSEPOLY:
            found.append("z")
            letter, at = "z", start
            continue
        again = " " if LETTERS[kind] == letter else LETTERS[kind]
        found.append(f"{again}{x - at[0]} {y - at[1]}")
        letter = LETTERS[kind]
        ends = ends - 1 if ends else CURVES.get(kind, 0)
        if not ends:
            at = x, y
        if kind == Path.MOVETO:
            start = x, y
    return Line("".join(found), *seen.min(axis=0).tolist(), *seen.max(axis=0).tolist())
