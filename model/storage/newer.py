"""Which of two entries stands where one person kept two diaries; never by whose diary it was.

The rule, entry by entry, so that two diaries become the same whichever takes in the other:
a rating: the one made later; a time counts for more than none, then the higher severity.
A kind that notes when it was entered or set: the later; a time counts for more than none.
Any other: the one that says more (fewer fields left empty), and of two that say as much the one
whose text comes later. Where the other says something beyond it and its kind is one of TWINS, it
stays too, with an id that follows from what it says; what names the id means the one that kept it.
The reach of an own applicator becomes all that either says, for sessions of both rely on it.
"""

from __future__ import annotations

import dataclasses
import heapq
import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any

from model.records.kinds import KINDS
from model.records.previews import TWINS
from model.storage.rows import CODECS, Row

_TIMES = ("recorded_at", "set_at")
_EMPTY = (None, "", "[]")  # an empty list is "[]" in a row
_APPLICATOR = "owned_applicator"

_Losers = list[tuple[Row, str, Row]]
"""A heap of what has to move: the key it wants, an order among those that want one, the row."""


def newer_rating(mine: Row, theirs: Row) -> Row:
    """Return the rating that counts of two for one day and region."""
    return max(mine, theirs, key=_rating_order)


def resolved(kind: str, held: Mapping[Row, Row], incoming: Mapping[Row, Row]) -> dict[Row, Row]:
    """Return the rows that stand at every key that either side's entries need, by key.

    The result depends on the two sides together and not on which of them is which.
    """
    standing = dict(incoming)
    losers: _Losers = []
    for key in sorted(held.keys() & incoming.keys()):
        standing[key] = _settled(kind, held[key], incoming[key], losers)
    while losers:
        key, _, row = heapq.heappop(losers)
        there = standing.get(key, held.get(key))
        standing[key] = row if there is None else _settled(kind, there, row, losers)
    return standing


def twin(kind: str, row: Row) -> Row:
    """Return the row under a new id, which follows from what it says."""
    place = _places(kind).index("id")
    new_id = blake2b(ascii((kind, row)).encode(), digest_size=16).hexdigest()
    return (*row[:place], new_id, *row[place + 1 :])


def _settled(kind: str, one: Row, other: Row, losers: _Losers) -> Row:
    if one == other:
        return one
    loser, winner = sorted((one, other), key=lambda row: _order(kind, row))
    if kind == _APPLICATOR and winner[_place("applicator")] == loser[_place("applicator")]:
        return _with_joint_reach(winner, loser)
    if (kind in TWINS or kind == _APPLICATOR) and not _covers(winner, loser):
        moved = twin(kind, loser)
        heapq.heappush(losers, (CODECS[kind].key_of(moved), ascii(moved), moved))
    return winner


def _order(kind: str, row: Row) -> tuple[Any, ...]:
    at = _time(kind, row)
    if kind == _APPLICATOR:
        row = _without_reach(row)
    filled = sum(value not in _EMPTY for value in row)
    return (at is not None, at or 0.0, filled, ascii(row))


def _covers(winner: Row, loser: Row) -> bool:
    """Tell whether the loser says nothing that the winner does not say."""
    pairs = zip(winner, loser, strict=True)
    return all(theirs in _EMPTY for mine, theirs in pairs if mine != theirs)


def _time(kind: str, row: Row) -> float | None:
    for name in _TIMES:
        if name in _places(kind):
            try:
                return datetime.fromisoformat(row[_places(kind).index(name)]).timestamp()
            except (ValueError, TypeError):  # none, or one that the disk has spoilt
                return None
    return None


def _rating_order(row: Row) -> tuple[Any, ...]:
    _, _, severity, entered, at, offset = row
    return (at is not None, at or 0, -1 if severity is None else severity, entered, offset or 0)


def _places(kind: str) -> list[str]:
    return [field.name for field in dataclasses.fields(KINDS[kind])]


def _without_reach(row: Row) -> Row:
    place = _place("regions")
    return (*row[:place], *row[place + 1 :])


def _with_joint_reach(winner: Row, loser: Row) -> Row:
    place = _place("regions")
    reach = sorted({*json.loads(winner[place]), *json.loads(loser[place])})
    return (*winner[:place], json.dumps(reach, ensure_ascii=False), *winner[place + 1 :])


def _place(name: str) -> int:
    return _places(_APPLICATOR).index(name)
