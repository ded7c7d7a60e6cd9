"""Join what a file holds to what the diary holds; neither overwrites the other unasked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from model.records.errors import Conflict, DiaryError
from model.records.rules import Record
from model.records.snapshot import ENTERED_CODES, RatingColumns, day_of
from model.storage import facts, ratings
from model.storage.delta import Delta, Deltas, Rows, key_of
from model.storage.rows import CODECS, Row
from model.storage.store import Store
from model.text import QT_TRANSLATE_NOOP

Keep = Literal["", "mine", "theirs"]
"""Whose word counts where both say something: nobody's (refuse), the diary's or the file's."""

_RATING = "rating"
_IMPORTED = ENTERED_CODES.index("imported")
_REGIONS = 1 << 20  # more than a file can number; makes one number of a day and a region


@dataclass(frozen=True)
class _Join:
    """What of one kind replaces what, and what nobody but the user can decide."""

    kind: str
    keep: Keep
    gone: list[Row] = field(default_factory=list)
    new: list[Row] = field(default_factory=list)
    conflicts: list[tuple[Row, Row]] = field(default_factory=list)

    def add(self, mine: Row | None, theirs: Row) -> None:
        """Weigh what the diary holds of a key against what the file holds."""
        if mine is None:
            self.new.append(theirs)
        elif mine != theirs:
            keep = self._decided(mine, theirs)
            if keep == "theirs":
                self.gone.append(mine)
                self.new.append(theirs)
            elif not keep:
                self.conflicts.append((mine, theirs))

    def _decided(self, mine: Row, theirs: Row) -> Keep:
        """Prefer, of two ratings that say the same, the one that knows when it was made."""
        if self.kind == _RATING and mine[2] == theirs[2]:
            if _timeless(theirs):
                return "mine"
            if _timeless(mine):
                return "theirs"
        return self.keep


def changes(
    store: Store,
    columns: RatingColumns,
    records: Iterable[Record],
    keys: dict[str, int],
    keep: Keep,
) -> Deltas:
    """Return what a file's checked contents change in the diary.

    Raises:
        Conflict: they contradict each other and `keep` does not say whose word counts.
        DiaryError: the file contradicts itself.
    """
    held = _held(store, columns)
    if not held and not _repeats(columns, keys):
        deltas = {_RATING: Delta(Rows(), Rows(ratings.columns_of(columns, keys)))}
        joins = []
    else:
        deltas, joins = {}, [_joined_ratings(held, columns, keys, keep)]
    joins += _joined_records(store, records, keep)
    if any(join.conflicts for join in joins):
        raise _conflict(joins, {number: region for region, number in keys.items()})
    deltas |= {join.kind: Delta.of(join.gone, join.new) for join in joins}
    return {kind: delta for kind, delta in deltas.items() if len(delta.new)}


def _held(store: Store, columns: RatingColumns) -> dict[Row, Row]:
    if not len(columns):
        return {}
    first, last = day_of(min(columns.day)), day_of(max(columns.day))
    return {row[:2]: row for row in ratings.between(store, first, last)}


def _repeats(columns: RatingColumns, keys: dict[str, int]) -> bool:
    pairs = zip(columns.day, map(keys.__getitem__, columns.region), strict=True)
    return len({day * _REGIONS + region for day, region in pairs}) < len(columns)


def _joined_ratings(
    held: dict[Row, Row], columns: RatingColumns, keys: dict[str, int], keep: Keep
) -> _Join:
    join = _Join(_RATING, keep)
    for key, theirs in _by_key(_RATING, Rows(ratings.columns_of(columns, keys))).items():
        join.add(held.get(key), theirs)
    return join


def _joined_records(store: Store, records: Iterable[Record], keep: Keep) -> list[_Join]:
    rows: dict[str, list[Row]] = {}
    for record in records:
        rows.setdefault(record.KIND, []).append(CODECS[record.KIND].row(record))
    joins = []
    for kind, incoming in rows.items():
        held = {key_of(kind, row): row for row in facts.rows(store, kind)}
        join = _Join(kind, keep)
        for key, theirs in _by_key(kind, incoming).items():
            join.add(held.get(key), theirs)
        joins.append(join)
    return joins


def _by_key(kind: str, rows: Iterable[Row]) -> dict[Row, Row]:
    """Return key -> row; a file may repeat itself but not contradict itself."""
    found: dict[Row, Row] = {}
    for row in rows:
        if found.setdefault(key_of(kind, row), row) != row:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "The file says two different things about one entry: {entry}."
                ),
                entry=_name(kind, row),
            )
    return found


def _timeless(rating: Row) -> bool:
    return rating[3] == _IMPORTED and rating[4] is None


def _conflict(joins: list[_Join], regions: dict[int, str]) -> Conflict:
    count = sum(len(join.conflicts) for join in joins)
    join = next(join for join in joins if join.conflicts)
    mine, theirs = join.conflicts[0]
    if join.kind != _RATING:
        return Conflict(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "The file contradicts the diary in {count} entries, first in {entry}."
                " Nothing was imported; choose whose entries to keep.",
            ),
            count=count,
            entry=_name(join.kind, mine),
        )
    return Conflict(
        QT_TRANSLATE_NOOP(
            "DiaryError",
            "The file contradicts the diary in {count} entries, first in {region} on {day}:"
            " {mine} in the diary, {theirs} in the file. Nothing was imported; choose whose entries"
            " to keep.",
        ),
        count=count,
        region=regions[mine[1]],
        day=day_of(mine[0]),
        mine=_severity(mine),
        theirs=_severity(theirs),
    )


def _name(kind: str, row: Row) -> str:
    """Return a record's kind and key as a reader of the file would find them."""
    key = (day_of(row[0]),) if kind == _RATING else key_of(kind, row)
    return " ".join((kind, *map(str, key)))


def _severity(rating: Row) -> str:
    if rating[2] is None:
        return QT_TRANSLATE_NOOP("Rating", "not applicable")
    return str(rating[2])
