"""Ratings as the file holds them: narrow rows of whole numbers, and the numbers of regions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from model.records.day import Rating
from model.records.snapshot import (
    ENTERED_CODES,
    MISSING,
    NEVER,
    NOT_APPLICABLE,
    RatingColumns,
    Snapshot,
    day_number,
    day_of,
    instant,
)
from model.storage.rows import Row, Tx
from model.storage.store import Store

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]
    Kind = TypeVar("Kind", bound=np.integer[Any])

_COLUMNS = "day, region, severity, entered, recorded_at, utc_offset"
BETWEEN = f"SELECT {_COLUMNS} FROM rating WHERE day BETWEEN ? AND ? ORDER BY day, region"

# One text a column instead of six of Python's numbers a row: a third less time, and half of what is
# left is SQLite's own, in which other threads go on.
_TEXTS = (
    "SELECT group_concat(day, ' '), group_concat(region, ' '),"
    f" group_concat(ifnull(severity, {NOT_APPLICABLE}), ' '), group_concat(entered, ' '),"
    f" group_concat(ifnull(recorded_at, {NEVER}), ' '), group_concat(ifnull(utc_offset, 0), ' ')"
    " FROM rating"
)


class RegionKeys:
    """The number of each region in this file; read once, added to as regions are rated."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._keys: dict[str, int] | None = None

    def by_id(self) -> dict[str, int]:
        """Return region id -> number."""
        if self._keys is None:
            self._keys = dict(self._store.rows("SELECT id, key FROM region"))
        return self._keys

    def by_number(self) -> dict[int, str]:
        """Return number -> region id."""
        return {key: region for region, key in self.by_id().items()}

    def add(self, tx: Tx, regions: Iterable[str]) -> dict[str, int]:
        """Give a number to each region that has none; return region id -> number.

        The caller holds the transaction. What it may yet take back is not remembered here.
        """
        keys = self.by_id()
        new = [region for region in dict.fromkeys(regions) if region not in keys]
        rows = list(enumerate(new, max(keys.values(), default=0) + 1))
        if rows:
            tx.executemany("INSERT INTO region (key, id) VALUES (?, ?)", rows)
            self._keys = None
        return keys | {region: key for key, region in rows}


def row_of(rating: Rating, keys: dict[str, int]) -> Row:
    """Return the row of a checked rating."""
    at = rating.recorded_at
    offset = at.utcoffset() if at else None
    return (
        day_number(rating.day),
        keys[rating.region],
        rating.severity,
        ENTERED_CODES.index(rating.entered),
        None if at is None else int(at.timestamp()),
        None if offset is None else int(offset.total_seconds() // 60),
    )


def rating_of(row: Row, regions: dict[int, str]) -> Rating:
    """Return the rating of a row."""
    day, region, severity, entered, at, offset = row
    return Rating(
        day_of(day),
        regions[region],
        severity,
        ENTERED_CODES[entered],
        None if at is None else instant(at, offset or 0),
    )


def columns_of(columns: RatingColumns, keys: dict[str, int]) -> tuple[Sequence[int | None], ...]:
    """Return the columns of the table for many checked ratings."""
    return (
        columns.day,
        [keys[region] for region in columns.region],
        columns.severity,
        columns.entered,
        columns.recorded_at,
        columns.offset_minutes,
    )


def between(store: Store, first: date, last: date) -> list[Row]:
    """Return the rows of these days, by day and region number."""
    return store.rows(BETWEEN, (day_number(first), day_number(last)))


def matrices(store: Store, regions: dict[int, str]) -> Snapshot:
    """Return all ratings as a snapshot without other records, columns in the order of ids."""
    texts = next(iter(store.cursor(_TEXTS)))
    import numpy as np  # only now: meanwhile another thread may be importing it

    days, region, severity, entered, at, offset = (
        np.fromstring(text or "", np.int64, sep=" ") for text in texts
    )
    first, last = (int(days.min()), int(days.max())) if len(days) else (0, -1)
    names = {number: regions[number] for number in np.unique(region).tolist()}
    columns = {name: column for column, name in enumerate(sorted(names.values()))}
    column_of = np.zeros(max(names, default=0) + 1, np.int64)
    for number, name in names.items():
        column_of[number] = columns[name]
    cells = days - first, column_of[region]

    def filled(values: Numbers, empty: int, kind: type[Kind]) -> npt.NDArray[Kind]:
        matrix: npt.NDArray[Kind] = np.full((last - first + 1, len(columns)), empty, kind)
        matrix[cells] = values
        return matrix

    return Snapshot(
        day_of(first),
        tuple(columns),
        filled(severity, MISSING, np.int8),
        filled(entered, 0, np.int8),
        filled(at, NEVER, np.int64),
        filled(offset, 0, np.int16),
        {},
    )
