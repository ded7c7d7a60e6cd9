"""The parts that a page is made of, as plain values: pictures, tables and lists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A drawing with its heading, and the same in words for whom it cannot be seen."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Section:
    """A heading and its lines; `rest` did not find room on the first page and follows later."""

    title: str
    lines: tuple[str, ...]
    rest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A table: its heading, what its numbers are, heads, rows and notes.

    rest: rows for a later page. strong: numbers of the rows whose `strong_column` is bold; faint:
    of those that stand back. words: how many columns, from the left, hold words and not numbers.
    widths: of a long table, shares of the room that is left by columns of 0, which take their own.
    """

    title: str
    unit: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    rest: tuple[tuple[str, ...], ...] = ()
    strong: tuple[int, ...] = ()
    strong_column: int = 0
    faint: tuple[int, ...] = ()
    words: int = 1
    widths: tuple[int, ...] = ()


def openly_cut(lines: list[str], most: int, more: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part lines into the first ones and the rest; `more` with {count} says how many follow."""
    left = len(lines) - most
    if left <= 0:
        return tuple(lines), ()
    return (*lines[:most], more.format(count=left)), tuple(lines[most:])
