"""A chart as rows, for those who would rather read numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from model.analysis.sentences import Sentence

Cell = date | int | float | str | Sentence | None
"""What a cell holds; None where too few days were rated."""


@dataclass(frozen=True)
class Table:
    """Column heads (translatable in "Chart") and rows of as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
