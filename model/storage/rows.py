"""Records to rows and back: what SQLite holds of a field, by its rule."""

from __future__ import annotations

import dataclasses
import functools
import json
import operator
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, cast

from model.records.day import Rating
from model.records.kinds import KINDS
from model.records.rules import Day, Flag, Instant, Number, Record, Rule, Several

Row = tuple[Any, ...]
"""A row of any table, in the order of its columns and without its digest."""


Tx = sqlite3.Connection
"""The driver's connection inside a transaction that `Store.write` began. Core begins, commits and
words the statements; to run each of them through Core would cost a third of a small commit."""


def digest_of(row: Row) -> bytes:
    """Return 8 bytes that a changed row does not have.

    The ASCII text of Python's plain numbers and strings is what is summed: it is quick to make and
    the same in every version (`repr` is not: it follows the Unicode tables).
    """
    return blake2b(ascii(row).encode(), digest_size=8).digest()


@dataclasses.dataclass(frozen=True)
class Codec:
    """The rows of one kind: `key` are the places of the fields that identify one.

    `readers` are those of the fields that the file holds in another form, by their places.
    """

    kind: type[Record]
    fields: Callable[[Record], Row]
    writers: tuple[Callable[[Any], Any] | None, ...]
    readers: tuple[tuple[int, Callable[[Any], Any]], ...]
    key: tuple[int, ...]

    def row(self, record: Record) -> Row:
        """Return the row of a checked record."""
        return tuple(
            value if write is None or value is None else write(value)
            for value, write in zip(self.fields(record), self.writers, strict=True)
        )

    def record(self, row: Row) -> Record:
        """Return the record of a row; raises ValueError where the file was damaged."""
        values = list(row)
        for place, read in self.readers:
            if values[place] is not None:
                values[place] = read(values[place])
        return self.kind(*values)

    def key_of(self, row: Row) -> Row:
        """Return the values that identify the row."""
        return tuple(row[place] for place in self.key)


@functools.lru_cache(maxsize=1024)  # thousands of sessions list the same few regions
def _list(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _text(items: Iterable[str]) -> str:
    return json.dumps(list(items), ensure_ascii=False)


def _writer(rule: Rule) -> Callable[[Any], Any] | None:
    match rule:
        case Day():
            return date.isoformat
        case Instant():
            return datetime.isoformat
        case Flag():
            return int
        case Number():
            return float
        case Several():
            return _text
    return None


def _reader(rule: Rule) -> Callable[[Any], Any] | None:
    match rule:
        case Day():
            return date.fromisoformat
        case Instant():
            return datetime.fromisoformat
        case Flag():
            return bool
        case Several():
            return _list
    return None


def _codec(kind: type[Record]) -> Codec:
    fields = dataclasses.fields(kind)
    rules = [cast(Rule, field.metadata["rule"]) for field in fields]
    names = [field.name for field in fields]
    return Codec(
        kind,
        operator.attrgetter(*names),
        tuple(map(_writer, rules)),
        tuple((place, read) for place, rule in enumerate(rules) if (read := _reader(rule))),
        tuple(names.index(name) for name in kind.KEY),
    )


CODECS: dict[str, Codec] = {
    name: _codec(kind) for name, kind in KINDS.items() if kind is not Rating
}
"""Kind -> codec; ratings are numbers and have their own in `ratings`."""
