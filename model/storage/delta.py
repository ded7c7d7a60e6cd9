"""What a write changes, for every kind alike: applied to go forward, turned round to go back."""

from __future__ import annotations

import functools
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Table, bindparam, delete, literal_column
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.expression import ClauseElement, ColumnElement

from model.storage import digests
from model.storage.rows import CODECS, Row, Tx, digest_of
from model.storage.tables import TABLES

_RATING = "rating"
_COMPRESS_ABOVE = 2_000  # bytes; below, zlib saves less than it costs in time
_BULK = 1_000  # rows from which it pays to look for columns that hold one value throughout


@dataclass(frozen=True)
class Rows:
    """Rows of one kind, kept by columns: 20 years of ratings then need no tuple of their own."""

    columns: tuple[Sequence[Any], ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Rows:
        """Turn rows into columns."""
        return cls(tuple(zip(*rows, strict=True)))

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    def __iter__(self) -> Iterator[Row]:
        return zip(*self.columns, strict=True)


@dataclass(frozen=True)
class Delta:
    """Rows of one kind that a write takes away and rows that it puts in their place or anew."""

    gone: Rows
    new: Rows

    @classmethod
    def of(cls, gone: Iterable[Row], new: Iterable[Row]) -> Delta:
        """Make a delta of plain rows."""
        return cls(Rows.of(gone), Rows.of(new))


Deltas = dict[str, Delta]
"""Kind of record -> its delta."""


def turned(deltas: Deltas) -> Deltas:
    """Return the deltas that undo these."""
    return {kind: Delta(delta.new, delta.gone) for kind, delta in deltas.items()}


def count_of(deltas: Deltas) -> int:
    """Count the records that are made, changed or removed."""
    return sum(
        len(_keys(kind, delta.gone) | _keys(kind, delta.new))
        if len(delta.gone) and len(delta.new)
        else len(delta.gone) + len(delta.new)
        for kind, delta in deltas.items()
    )


def key_of(kind: str, row: Row) -> Row:
    """Return the values that identify a row within its kind."""
    return row[:2] if kind == _RATING else CODECS[kind].key_of(row)


def apply(tx: Tx, deltas: Deltas) -> None:
    """Change the tables and their digests; the caller holds the transaction."""
    for kind, delta in deltas.items():
        if len(delta.gone):
            removed = _keys(kind, delta.gone) - _keys(kind, delta.new)
            tx.executemany(_removal(kind), removed)
        if len(delta.new):
            _insert(tx, kind, delta.new)
    if _RATING in deltas:
        sides = (deltas[_RATING].gone, deltas[_RATING].new)
        gone, new = (set(rows.columns[0]) if rows.columns else set() for rows in sides)
        digests.refresh_days(tx, gone, new)


def packed(deltas: Deltas) -> bytes:
    """Return the deltas as bytes: JSON by columns, which many equal ratings compress well in."""
    columns = {
        kind: [[_shortened(column) for column in rows.columns] for rows in (delta.gone, delta.new)]
        for kind, delta in deltas.items()
    }
    text = json.dumps(columns, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    return text if len(text) < _COMPRESS_ABOVE else zlib.compress(text, level=1)


def unpacked(body: bytes) -> Deltas:
    """Return the deltas of `packed` bytes; JSON begins with a brace and zlib never does."""
    columns = json.loads(body if body.startswith(b"{") else zlib.decompress(body))
    return {
        kind: Delta(*(Rows(_lengthened(rows)) for rows in sides)) for kind, sides in columns.items()
    }


def _shortened(column: Sequence[Any]) -> Sequence[Any]:
    """Keep one value of a column that holds no other, as most of an import do."""
    return column[:1] if column.count(column[0]) == len(column) else column


def _lengthened(columns: list[list[Any]]) -> tuple[list[Any], ...]:
    length = max(map(len, columns), default=0)
    return tuple(column * length if len(column) < length else column for column in columns)


def statement(clause: ClauseElement) -> str:
    """Return the SQL of a Core expression for the driver, with `?` where values go."""
    return str(clause.compile(dialect=_dialect()))


@functools.cache
def _dialect() -> Dialect:
    return sqlite.dialect(paramstyle="qmark")


def _keys(kind: str, rows: Rows) -> set[Row]:
    return {key_of(kind, row) for row in rows}


def _insert(tx: Tx, kind: str, rows: Rows) -> None:
    columns: list[Sequence[Any]] = list(rows.columns)
    fixed: tuple[tuple[int, int | None], ...] = ()
    if kind != _RATING:
        columns.append([digest_of(row) for row in rows])
    elif len(rows) >= _BULK:
        # An import without times says the same thing in three of six columns: not to hand it over
        # row by row halves the time.
        fixed = tuple(
            (place, column[0])
            for place, column in enumerate(columns)
            if column.count(column[0]) == len(column)
        )
        same = {place for place, _ in fixed}
        columns = [column for place, column in enumerate(columns) if place not in same]
    tx.executemany(_upsert(kind, fixed), zip(*columns, strict=True))


# Compiled once: Core's own way through a statement costs a fifth of a small commit.
@functools.lru_cache(maxsize=64)
def _upsert(kind: str, fixed: tuple[tuple[int, int | None], ...]) -> str:
    table = TABLES[kind]
    names, key, insert = table.columns.keys(), _key(table), sqlite.insert(table)
    values: dict[str, ColumnElement[Any]] = {name: bindparam(name) for name in names}
    for place, value in fixed:
        values[names[place]] = literal_column("NULL" if value is None else str(value))
    filled = insert.values(values)
    replaced = {name: insert.excluded[name] for name in names if name not in key}
    return statement(filled.on_conflict_do_update(index_elements=key, set_=replaced))


@functools.cache
def _removal(kind: str) -> str:
    table = TABLES[kind]
    return statement(delete(table).where(*(table.c[n] == bindparam(n) for n in _key(table))))


def _key(table: Table) -> list[str]:
    return [column.name for column in table.primary_key]
