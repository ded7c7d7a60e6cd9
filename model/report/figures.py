"""Figures that stay with their unit: no line of the page ends between the two."""

from __future__ import annotations

import re
from dataclasses import replace

from model.report.boxes import Sheet

NO_BREAK = "\N{NO-BREAK SPACE}"

# After a number its unit, or the word that is counted: "38 % less", "0.5 mA", "3 days", "22 Nov".
# Longer words may stand on the next line: a column may be too narrow for both.
_FIGURE = re.compile(r"(?<=\d) (?=%|[^\W\d_]{1,12}\b)")


def held(text: str) -> str:
    """Return text in which every figure is held to what follows it."""
    return _FIGURE.sub(NO_BREAK, text)


def held_in(sheet: Sheet) -> Sheet:
    """Return a table whose unit, notes and widest words hold their figures together.

    Other columns are as wide as they need: no line of theirs ends early.
    """
    return replace(
        sheet,
        unit=held(sheet.unit),
        rows=tuple(_held_words(row, sheet.words - 1) for row in sheet.rows),
        rest=tuple(_held_words(row, sheet.words - 1) for row in sheet.rest),
        notes=tuple(map(held, sheet.notes)),
    )


def _held_words(row: tuple[str, ...], at: int) -> tuple[str, ...]:
    return (*row[:at], held(row[at]), *row[at + 1 :])
