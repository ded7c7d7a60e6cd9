"""Join what a file holds to what the diary holds; neither overwrites the other unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from model.files import Step, no_step
from model.records.errors import Conflict, DiaryError
from model.records.kinds import KINDS
from model.records.previews import (
    MOST_SHOWN,
    TWINS,
    Choice,
    Contradiction,
    ImportPreview,
    Keep,
    KindPreview,
)
from model.records.rules import Record
from model.records.snapshot import ENTERED_CODES, RatingColumns, day_of
from model.storage import facts, newer, ratings
from model.storage.delta import Delta, Deltas, Rows, key_of
from model.storage.rows import CODECS, Row
from model.storage.store import Store
from model.text import QT_TRANSLATE_NOOP

_RATING = "rating"
_IMPORTED = ENTERED_CODES.index("imported")
_REGIONS = 1 << 20  # more than a file can number; makes one number of a day and a region
_STEP = 2_000  # rows between two words about progress: a few milliseconds

T = TypeVar("T")


@dataclass(frozen=True)
class Held:
    """What a diary holds of the days and kinds of which a file tells, as it is at one moment.

    It can be weighed against the file in any thread. `keys`: region id -> number, for every region
    that the ratings of either name.
    """

    ratings: tuple[Row, ...]
    records: Mapping[str, tuple[Row, ...]]
    keys: dict[str, int]


@dataclass
class _Join:
    """What of one kind replaces what, and what nobody but the user can decide."""

    kind: str
    choice: Choice
    gone: list[Row] = field(default_factory=list)
    new: list[Row] = field(default_factory=list)
    conflicts: list[tuple[Row, Row]] = field(default_factory=list)
    held: int = 0  # entries that the diary and the file agree on

    def join(self, held: Mapping[Row, Row], incoming: Mapping[Row, Row], told: _Told) -> None:
        """Weigh everything that the file holds of the kind against what the diary holds."""
        if self.choice == "newer" and self.kind != _RATING:
            standing = newer.resolved(self.kind, held, incoming)
            for key, row in standing.items():
                self._put(held.get(key), row)
            return
        for key, theirs in told.through(incoming.items()):
            mine = held.get(key)
            if mine is None or mine == theirs:
                self._put(mine, theirs)
            else:
                self._weigh(mine, theirs, held)

    def _weigh(self, mine: Row, theirs: Row, held: Mapping[Row, Row]) -> None:
        chosen = self._chosen(mine, theirs)
        if chosen == "both":
            moved = newer.twin(self.kind, theirs)
            while held.get(key_of(self.kind, moved), moved) != moved:
                moved = newer.twin(self.kind, moved)
            self._put(held.get(key_of(self.kind, moved)), moved)
        elif chosen:
            self._put(mine, mine if chosen == "mine" else theirs)
        else:
            self.conflicts.append((mine, theirs))

    def _put(self, mine: Row | None, row: Row) -> None:
        if mine == row:
            self.held += 1
            return
        if mine is not None:
            self.gone.append(mine)
        self.new.append(row)

    def _chosen(self, mine: Row, theirs: Row) -> Choice:
        """Prefer, of two ratings that say the same, the one that knows when it was made."""
        if self.kind == _RATING:
            if mine[2] == theirs[2] and _timeless(theirs):
                return "mine"
            if mine[2] == theirs[2] and _timeless(mine):
                return "theirs"
            if self.choice == "newer":
                return "mine" if newer.newer_rating(mine, theirs) == mine else "theirs"
        return "" if self.choice == "both" and self.kind not in TWINS else self.choice


class _Told:
    """Tells how far the work is as rows go by; each row goes by twice."""

    def __init__(self, columns: RatingColumns, records: tuple[Record, ...], step: Step) -> None:
        self._step, self._done, self._of = step, 0, 2 * (len(columns) + len(records))
        step(0, self._of)

    def still(self) -> None:
        """Tell that the work goes on, though no row has gone by."""
        self._step(self._done, self._of)

    def through(self, rows: Iterable[T]) -> Iterator[T]:
        """Yield the rows; what the step raises ends the work."""
        for row in rows:
            yield row
            self._done += 1
            if not self._done % _STEP:
                self._step(self._done, self._of)


def held_of(
    store: Store, columns: RatingColumns, records: Iterable[Record], keys: dict[str, int]
) -> Held:
    """Take down what the diary holds of what a file tells of.

    Args:
        store: the diary; it is only read.
        columns: ratings of the file.
        records: everything else of the file.
        keys: region id -> number, for every region of the diary and of the ratings.
    """
    kinds = dict.fromkeys(record.KIND for record in records)
    found: list[Row] = []
    if len(columns):
        found = ratings.between(store, day_of(min(columns.day)), day_of(max(columns.day)))
    return Held(tuple(found), {kind: tuple(facts.rows(store, kind)) for kind in kinds}, keys)


def changes(
    held: Held,
    columns: RatingColumns,
    records: tuple[Record, ...],
    keep: Keep,
    step: Step = no_step,
) -> Deltas:
    """Return what a file's checked contents change in the diary.

    Args:
        held: what the diary holds of it.
        columns: ratings of the file, checked.
        records: everything else of the file, checked.
        keep: whose word counts.
        step: called with (rows done, rows in all); what it raises ends the work.

    Raises:
        Conflict: they contradict each other and `keep` does not say whose word counts.
        DiaryError: the file contradicts itself.
    """
    told = _Told(columns, records, step)
    if not held.ratings and not _repeats(columns, held.keys):
        deltas = {_RATING: Delta(Rows(), Rows(ratings.columns_of(columns, held.keys)))}
        joins = []
    else:
        deltas, joins = {}, [_joined_ratings(held, columns, keep, told)]
    joins += _joined_records(held, records, keep, told)
    if any(join.conflicts for join in joins):
        raise _conflict(joins, _regions(held.keys))
    for join in joins:
        told.still()
        deltas[join.kind] = Delta.of(join.gone, join.new)
    return {kind: delta for kind, delta in deltas.items() if len(delta.new)}


def preview(
    held: Held, columns: RatingColumns, records: tuple[Record, ...], step: Step = no_step
) -> ImportPreview:
    """Return what `changes` would find, in numbers, and whatever has to be chosen; as there."""
    told = _Told(columns, records, step)
    rated = [_joined_ratings(held, columns, "", told)] if len(columns) else []
    regions = _regions(held.keys)
    found = {
        join.kind: _preview_of(join, regions)
        for join in rated + _joined_records(held, records, "", told)
    }
    return ImportPreview(tuple(found[kind] for kind in KINDS if kind in found))


def _preview_of(join: _Join, regions: dict[int, str]) -> KindPreview:
    return KindPreview(
        join.kind,
        added=len(join.new) - len(join.gone),
        held=join.held,
        completed=len(join.gone),
        conflicts=len(join.conflicts),
        shown=_shown(join, _reader(join.kind, regions)),
    )


def _shown(join: _Join, read: Callable[[Row], Record]) -> tuple[Contradiction, ...]:
    shown: list[Contradiction] = []
    for mine, theirs in sorted(join.conflicts, key=lambda pair: key_of(join.kind, pair[0])):
        if len(shown) == MOST_SHOWN:
            break
        try:
            shown.append(Contradiction(read(mine), read(theirs)))
        except (ValueError, TypeError):  # the disk has spoilt the diary's: `check` names it
            continue
    return tuple(shown)


def _reader(kind: str, regions: dict[int, str]) -> Callable[[Row], Record]:
    if kind == _RATING:
        return lambda row: ratings.rating_of(row, regions)
    return CODECS[kind].record


def _regions(keys: Mapping[str, int]) -> dict[int, str]:
    return {number: region for region, number in keys.items()}


def _repeats(columns: RatingColumns, keys: Mapping[str, int]) -> bool:
    pairs = zip(columns.day, map(keys.__getitem__, columns.region), strict=True)
    return len({day * _REGIONS + region for day, region in pairs}) < len(columns)


def _joined_ratings(held: Held, columns: RatingColumns, keep: Keep, told: _Told) -> _Join:
    join = _Join(_RATING, _choice(keep, _RATING))
    rows = Rows(ratings.columns_of(columns, held.keys))
    incoming = _by_key(_RATING, told.through(rows))
    told.still()
    join.join({row[:2]: row for row in held.ratings}, incoming, told)
    return join


def _joined_records(held: Held, records: Iterable[Record], keep: Keep, told: _Told) -> list[_Join]:
    rows: dict[str, list[Row]] = {}
    for record in told.through(records):
        rows.setdefault(record.KIND, []).append(CODECS[record.KIND].row(record))
    joins = []
    for kind, incoming in rows.items():
        join = _Join(kind, _choice(keep, kind))
        mine = {key_of(kind, row): row for row in held.records[kind]}
        join.join(mine, _by_key(kind, incoming), told)
        joins.append(join)
    return joins


def _choice(keep: Keep, kind: str) -> Choice:
    return keep if isinstance(keep, str) else keep.get(kind, "")


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
