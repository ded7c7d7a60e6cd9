"""Read the records of a diary, and find what a write would change in them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from sqlalchemy import bindparam, select

from model.records.day import Rating
from model.records.kinds import KINDS
from model.records.rules import Record
from model.storage.delta import Delta, Deltas, key_of, statement
from model.storage.ratings import row_of
from model.storage.rows import CODECS, Row
from model.storage.store import Store
from model.storage.tables import TABLES

R = TypeVar("R", bound=Record)

OTHER_KINDS = tuple(kind for kind in KINDS.values() if kind is not Rating)


def of(store: Store, kind: type[R]) -> tuple[R, ...]:
    """Return all records of a kind other than Rating, by key.

    A row that the disk has spoilt is left out, for one bad note must not make every day
    unreadable; `check` names it.
    """
    return tuple(record for _, record in read(store, kind) if record is not None)


def between(store: Store, kind: type[R], first: date, last: date) -> tuple[R, ...]:
    """Return the records of a kind with a `day` from `first` to `last`, by key."""
    found = store.rows(_of_days(kind.KIND), (str(first), str(last)))
    return tuple(record for _, record in _records(kind, found) if record is not None)


def read(store: Store, kind: type[R]) -> Iterator[tuple[Row, R | None]]:
    """Yield each row of a kind with its record, None where it cannot be read."""
    return _records(kind, rows(store, kind.KIND))


def _records(kind: type[R], found: Iterable[Row]) -> Iterator[tuple[Row, R | None]]:
    codec = CODECS[kind.KIND]
    for row in found:
        try:
            record = codec.record(row)
        except (ValueError, TypeError):
            yield row, None
        else:
            assert isinstance(record, kind)
            yield row, record


def rows(store: Store, kind: str) -> list[Row]:
    """Return all rows of a kind, by key and without their digests."""
    return store.rows(_all(kind))


def digests(store: Store, kind: str) -> list[bytes]:
    """Return the digests of all rows of a kind, by key."""
    return [digest for (digest,) in store.rows(_digests(kind))]


def row(record: Record, region_keys: dict[str, int]) -> Row:
    """Return the row of a checked record of any kind."""
    if isinstance(record, Rating):
        return row_of(record, region_keys)
    return CODECS[record.KIND].row(record)


def changes(
    store: Store,
    wanted: Iterable[tuple[str, Row]],
    unwanted: Iterable[tuple[str, Row]] = (),
) -> Deltas:
    """Return what has to change for the wanted rows, by kind, to stand in the diary, and for the
    unwanted ones to be gone; absent ones of these are ignored.
    """
    gone: dict[str, list[Row]] = {}
    new: dict[str, list[Row]] = {}
    for (kind, key), row in {(kind, key_of(kind, row)): row for kind, row in wanted}.items():
        old = store.rows(_one(kind), key)
        if old != [row]:
            gone.setdefault(kind, []).extend(old)
            new.setdefault(kind, []).append(row)
    for kind, key in {(kind, key_of(kind, row)) for kind, row in unwanted}:
        if rows := store.rows(_one(kind), key):
            gone.setdefault(kind, []).extend(rows)
    return {
        kind: Delta.of(gone.get(kind, []), new.get(kind, []))
        for kind in dict.fromkeys([*gone, *new])
    }


@functools.cache
def _all(kind: str) -> str:
    table = TABLES[kind]
    columns = [column for column in table.c if column.name != "digest"]
    return statement(select(*columns).order_by(*(table.c[name] for name in KINDS[kind].KEY)))


@functools.cache
def _of_days(kind: str) -> str:
    table = TABLES[kind]
    columns = [column for column in table.c if column.name != "digest"]
    within = table.c.day.between(bindparam("first"), bindparam("last"))
    keys = (table.c[name] for name in KINDS[kind].KEY)
    return statement(select(*columns).where(within).order_by(*keys))


@functools.cache
def _one(kind: str) -> str:
    table = TABLES[kind]
    columns = [column for column in table.c if column.name != "digest"]
    return statement(
        select(*columns).where(*(table.c[name] == bindparam(name) for name in KINDS[kind].KEY))
    )


@functools.cache
def _digests(kind: str) -> str:
    table = TABLES[kind]
    return statement(select(table.c.digest).order_by(*(table.c[name] for name in KINDS[kind].KEY)))
