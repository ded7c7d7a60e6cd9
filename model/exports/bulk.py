"""Ratings in bulk: each distinct value is understood once, so that 20 years read in a blink."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from operator import le
from typing import Any

from model.exports.entries import fields_of
from model.records.day import Rating
from model.records.rules import Rule
from model.records.snapshot import ENTERED_CODES, RatingColumns, day_number, day_of

Reader = Callable[[Any, Rule], Any]
"""(what a cell holds, rule of its field) -> the value of the field."""

# More rows at once are slower: they leave the processor's cache and wake the garbage collector.
_ROWS_AT_ONCE = 500
_IMPORTED = ENTERED_CODES.index("imported")


class _Memo(dict[Any, Any]):
    """A dict that understands a value when it is first asked for it."""

    def __init__(self, understand: Callable[[Any], Any]) -> None:
        super().__init__()
        self._understand = understand

    def __missing__(self, cell: Any) -> Any:
        value = self[cell] = self._understand(cell)
        return value


def quick_ratings(
    rows: Iterator[Sequence[Any]], header: Sequence[str], read: Reader
) -> RatingColumns | None:
    """Read many ratings whose cells are hashable.

    Args:
        rows: the cells of one rating each.
        header: the field that each cell holds, "" for one that is not known.
        read: how a cell is understood.

    Returns:
        The ratings, or None where anything at all is unusual (a short or blank row, two rows for
        one day and region): then they must be read one by one.

    Raises:
        DiaryError: a cell holds what it may not hold; its place is not known here.
    """
    found: dict[str, list[Any]] = {name: [] for name in header if name}
    wanted = [
        (place, found[name], _Memo(_understanding(name, read)))
        for place, name in enumerate(header)
        if name
    ]
    while chunk := list(islice(rows, _ROWS_AT_ONCE)):
        try:
            cells = list(zip(*chunk, strict=True))
        except ValueError:  # rows of different lengths
            return None
        if len(cells) != len(header):
            return None
        for place, values, memo in wanted:
            values.extend(map(memo.__getitem__, cells[place]))
    return None if repeats(found["day"], found["region"]) else _columns(found)


def repeats(days: list[int], regions: list[str]) -> bool:
    """Tell whether any day and region stand there twice."""
    if not all(map(le, days, islice(days, 1, None))):
        return len(set(zip(days, regions, strict=True))) < len(days)
    start = 0  # mostly they go by day: then a small set for each day does, in a third of the time
    while start < len(days):
        end = bisect_right(days, days[start], start)
        if len(set(regions[start:end])) < end - start:
            return True
        start = end
    return False


def _columns(found: dict[str, list[Any]]) -> RatingColumns:
    count = len(found["day"])
    times = found.get("recorded_at")
    return RatingColumns(
        found["day"],
        found["region"],
        found["severity"],
        found.get("entered", [_IMPORTED] * count),
        [None] * count if times is None else [at for at, _ in times],
        [None] * count if times is None else [offset for _, offset in times],
    )


def _understanding(name: str, read: Reader) -> Callable[[Any], Any]:
    rule = fields_of(Rating)[name].rule
    stored = _STORED.get(name)

    def understand(cell: Any) -> Any:
        value = read(cell, rule)
        if value is not None or not rule.optional:
            rule.check(value)
        return stored(value) if stored else value

    return understand


def _moment(at: Any) -> tuple[int | None, int | None]:
    """Return a time as the two numbers that columns keep of it."""
    columns = RatingColumns.empty()
    columns.append(Rating(_ANY_DAY, "", None, "imported", at))
    return columns.recorded_at[0], columns.offset_minutes[0]


_ANY_DAY = day_of(0)
_STORED: dict[str, Callable[[Any], Any]] = {
    "day": day_number,
    "entered": ENTERED_CODES.index,
    "recorded_at": _moment,
}
