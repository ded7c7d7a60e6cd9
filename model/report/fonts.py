"""The letters of the page: those of matplotlib, and the machine's where they lack a sign."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.charts.style import FONT

if TYPE_CHECKING:
    from typst import FontInfo

REGULAR = 400  # weight of plain letters
MOST_FAMILIES = 8  # that one page takes from the machine
NO_LETTERS = "lastresort"  # fonts that have a box for every sign there is


@dataclass(frozen=True)
class Fonts:
    """What typst sets with: families in the order in which it looks for a sign; where they lie."""

    families: tuple[str, ...]
    folders: tuple[str, ...]


@dataclass(frozen=True)
class _Family:
    """A family of the machine: its file with plain letters, and the place of them in there."""

    name: str
    path: str
    index: int


@functools.cache
def letters() -> frozenset[str]:
    """Return every letter and sign that the page's own font has, plain and bold."""
    from matplotlib.ft2font import FT2Font

    files = (_folder() / name for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))
    return frozenset(map(chr, set.intersection(*(set(FT2Font(f).get_charmap()) for f in files))))


@functools.cache
def shipped() -> Fonts:
    """Return the fonts that come with matplotlib: the same page on every machine."""
    return Fonts((FONT,), (str(_folder()),))


@functools.lru_cache(maxsize=4)
def fonts_for(lacking: frozenset[str], folder: Path | None = None) -> Fonts:
    """Return the shipped fonts and those of the machine that have signs which these lack.

    The fewest families are taken, in an order of their own: on one machine the same page is the
    same file.

    Args:
        lacking: signs that `letters` are without.
        folder: where fonts are looked for instead of where the system has them.
    """
    left, chosen = set(lacking), list[_Family]()
    having = {family: found for family in _families(folder) if (found := _signs(family, lacking))}
    while left and having and len(chosen) < MOST_FAMILIES:
        best = min(having, key=lambda one: (-len(having[one] & left), *_rank(one)))
        if not having[best] & left:
            break
        chosen.append(best)
        left -= having.pop(best)
    if not chosen:
        return shipped()
    folders = dict.fromkeys(str(Path(family.path).parent) for family in chosen)
    # The first folder goes first: the machine may have another DejaVu.
    return Fonts((FONT, *(family.name for family in chosen)), (str(_folder()), *folders))


def _rank(family: _Family) -> tuple[bool, str]:
    return "sans" not in family.name.lower(), family.name


def _signs(family: _Family, asked: frozenset[str]) -> frozenset[str]:
    """Return which signs a family has, none where its file cannot be read."""
    from matplotlib.ft2font import FT2Font

    try:
        found = FT2Font(family.path, face_index=family.index).get_charmap()
    except (OSError, RuntimeError):
        return frozenset()
    return frozenset(sign for sign in asked if ord(sign) in found)


@functools.lru_cache(maxsize=4)
def _families(folder: Path | None) -> tuple[_Family, ...]:
    """Return the families of the machine or of a folder, by their plainest file."""
    import typst

    found = typst.Fonts(
        include_system_fonts=folder is None,
        include_embedded_fonts=False,
        font_paths=[] if folder is None else [str(folder)],
    )
    plainest: dict[str, FontInfo] = {}
    for font in sorted(found.fonts(), key=_plainness):
        plainest.setdefault(font.family, font)
    return tuple(
        _Family(name, font.path, font.index)
        for name, font in sorted(plainest.items())
        if font.path and name != FONT and NO_LETTERS not in name.lower().replace(" ", "")
    )


def _plainness(font: FontInfo) -> tuple[object, ...]:
    aside = abs(font.weight - REGULAR), abs(font.stretch - 1)
    return font.style != "normal", *aside, font.path or "", font.index


@functools.lru_cache(maxsize=8)
def files_in(folders: Sequence[str]) -> Any:
    """Return what typst takes for the fonts that lie in some folders."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=list(folders))


def _folder() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path(), "fonts", "ttf")
