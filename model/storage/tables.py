"""The tables of a diary, read off the records' rules: a new kind of record needs no line here.

The file itself is made by `migrations`, whose text never changes; a test compares the two.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, cast

from sqlalchemy import REAL, CheckConstraint, Column, Integer, LargeBinary, MetaData, Table
from sqlalchemy import Text as TextColumn
from sqlalchemy.types import TypeEngine

from model.catalog.scales import SEVERITY_MAX, SEVERITY_MIN
from model.records.day import Rating
from model.records.kinds import KINDS
from model.records.rules import (
    FIRST_DAY,
    LAST_DAY,
    Day,
    Flag,
    Instant,
    Number,
    Record,
    Rule,
    Text,
    Whole,
)
from model.records.snapshot import ENTERED_CODES, day_number

METADATA = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def _table(name: str, *columns: Column[object] | CheckConstraint, rowid: bool = True) -> Table:
    return Table(name, METADATA, *columns, sqlite_strict=True, sqlite_with_rowid=rowid)


def _between(column: str, low: object, high: object) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def _whole(name: str, key: bool = False, optional: bool = False) -> Column[object]:
    return Column(name, Integer, primary_key=key, nullable=optional, autoincrement=False)


REGION = _table(
    "region", _whole("key", key=True), Column("id", TextColumn, nullable=False, unique=True)
)
"""Number of a region in this file -> its id; filled as regions are rated, never emptied."""

RATING = _table(
    "rating",
    _whole("day", key=True),  # days since 1970-01-01
    _whole("region", key=True),  # key of `region`
    _whole("severity", optional=True),  # NULL is "not applicable"; not rated is no row
    _whole("entered"),  # index into ENTERED_CODES
    _whole("recorded_at", optional=True),  # seconds since 1970, UTC
    _whole("utc_offset", optional=True),  # minutes
    _between("day", day_number(FIRST_DAY), day_number(LAST_DAY)),
    CheckConstraint("region > 0", name="region"),
    _between("severity", SEVERITY_MIN, SEVERITY_MAX),
    _between("entered", 0, len(ENTERED_CODES) - 1),
    _between("recorded_at", -2208988800 - 86400, 7258118400 + 86400),  # 1900 to 2200
    _between("utc_offset", -1440, 1440),
    rowid=False,
)

RATING_DIGEST = _table("rating_digest", _whole("day", key=True), _whole("digest"))

JOURNAL = _table(
    "journal",
    _whole("id", key=True),
    Column("at", TextColumn, nullable=False),  # ISO, UTC
    Column("title", TextColumn, nullable=False),
    _whole("undone"),
    Column("body", LargeBinary, nullable=False),  # see delta.packed
    Column("digest", LargeBinary, nullable=False),
    _between("undone", 0, 1),
)


def _column(field: dataclasses.Field[object], key: bool) -> Column[object]:
    rule = cast(Rule, field.metadata["rule"])
    kind: type[TypeEngine[Any]] = TextColumn
    if isinstance(rule, Whole | Flag):
        kind = Integer
    elif isinstance(rule, Number):
        kind = REAL
    return Column(field.name, kind, primary_key=key, nullable=rule.optional, autoincrement=False)


def _ranges(kind: type[Record]) -> Iterator[CheckConstraint]:
    """Yield what SQLite can check for a few bytes; vocabularies would slow `quick_check` down."""
    for field in dataclasses.fields(kind):
        match field.metadata["rule"]:
            case Whole(low=low, high=high) | Number(low=low, high=high):
                yield _between(field.name, low, high)
            case Flag():
                yield _between(field.name, 0, 1)
            case Day():
                yield _between(field.name, f"'{FIRST_DAY}'", f"'{LAST_DAY}'")
            case Instant():
                yield _between(field.name, "'1900'", "'2200'")
            case Text(limit=limit):
                yield CheckConstraint(f"length({field.name}) <= {limit}", name=field.name)


def _record_table(kind: type[Record]) -> Table:
    return _table(
        kind.KIND,
        *(_column(field, field.name in kind.KEY) for field in dataclasses.fields(kind)),
        Column("digest", LargeBinary, nullable=False),
        *_ranges(kind),
        rowid=False,
    )


TABLES: dict[str, Table] = {
    name: RATING if kind is Rating else _record_table(kind) for name, kind in KINDS.items()
}
"""Kind of record -> its table; all but `rating` hold one text, number or list a field."""
