"""Ratings as the file holds them: narrow rows of whole numbers, and the numbers of regions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
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

# Two whole numbers a row instead of six: half the time of a load goes into making Python's
# numbers. Each factor is wider than what the CHECKs of the table let through.
_REGION, _SEVERITY, _ENTERED, _OFFSET = 1 << 20, 1 << 4, 1 << 4, 1 << 12
_PACKED = (
    f"SELECT ((day * {_REGION} + region) * {_SEVERITY} + ifnull(severity, {_SEVERITY - 1}))"
    f" * {_ENTERED} + entered,"
    f" ifnull(recorded_at * {_OFFSET} + ifnull(utc_offset, 0) + {_OFFSET // 2}, {NEVER})"
    " FROM rating ORDER BY day, region"
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
    import numpy as np

    packed = np.fromiter(chain.from_iterable(store.cursor(_PACKED)), np.int64).reshape(-1, 2)
    cells, times = packed[:, 0], packed[:, 1]
    severity = (cells // _ENTERED) % _SEVERITY
    region = (cells // (_ENTERED * _SEVERITY)) % _REGION
    days = cells // (_ENTERED * _SEVERITY * _REGION)
    first = int(days[0]) if len(days) else 0
    names = {number: regions[number] for number in np.unique(region).tolist()}
    columns = {name: column for column, name in enumerate(sorted(names.values()))}
    column_of = np.zeros(max(names, default=0) + 1, np.int64)
    for number, name in names.items():
        column_of[number] = columns[name]
    size = int(days[-1]) - first + 1 if len(days) else 0

    def filled(values: Numbers, empty: int, kind: type[Kind]) -> npt.NDArray[Kind]:
        matrix: npt.NDArray[Kind] = np.full((size, len(columns)), empty, kind)
        matrix[days - first, column_of[region]] = values
        return matrix

    never = times == NEVER
    return Snapshot(
        day_of(first),
        tuple(columns),
        filled(np.where(severity == _SEVERITY - 1, NOT_APPLICABLE, severity), MISSING, np.int8),
        filled(cells % _ENTERED, 0, np.int8),
        filled(np.where(never, NEVER, times // _OFFSET), NEVER, np.int64),
        filled(np.where(never, 0, times % _OFFSET - _OFFSET // 2), 0, np.int16),
        {},
    )
