"""The entries of a diary in the order of a file; whoever waits is told as they go by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from model.exports.entries import in_order, rows_in_order
from model.files import Step
from model.records.kinds import KINDS
from model.records.rules import Record
from model.records.snapshot import (
    ENTERED_CODES,
    MISSING,
    RatingColumns,
    Snapshot,
    day_of,
    instant,
)

_CELLS = 500  # of the matrices in one block: a few milliseconds
_RECORDS = 100  # a record may hold notes of 40,000 characters


class Watched:
    """Hands out what a diary holds, part by part, and calls a step between the parts."""

    def __init__(self, snapshot: Snapshot, step: Step) -> None:
        """Count what there is.

        Args:
            snapshot: the diary.
            step: called with (entries handed out, entries in all); what it raises ends the work.
        """
        self._snapshot, self._step = snapshot, step
        self._done = 0
        self._of = int((snapshot.severity != MISSING).sum()) + sum(
            len(snapshot.of(kind)) for kind in KINDS.values()
        )
        step(0, self._of)

    def ratings(self) -> Iterator[tuple[str, str, int | None, str, str | None]]:
        """Yield the fields of every rating by day and region, days and times as ISO text."""
        for columns in self.parts():
            yield from _texts(columns)

    def parts(self) -> Iterator[RatingColumns]:
        """Yield all ratings as `parts_of` does.

        What is made of a part has to be done with before the next one is asked for.
        """
        for columns in parts_of(self._snapshot):
            yield columns
            self._tell(len(columns))

    def records(self, kind: type[Record]) -> Iterator[Record]:
        """Yield the records of a kind other than ratings by their key."""
        records = in_order(self._snapshot.of(kind))
        for begin in range(0, len(records), _RECORDS):
            part = records[begin : begin + _RECORDS]
            yield from part
            self._tell(len(part))

    def end(self) -> None:
        """Tell that everything was handed out, also what this file has no place for."""
        self._step(self._of, self._of)

    def _tell(self, count: int) -> None:
        self._done += count
        self._step(self._done, self._of)


def parts_of(whole: Snapshot) -> Iterator[RatingColumns]:
    """Yield all ratings, a few days at a time, by day; rows of a day as the snapshot has them.

    To lay out all of them at once would take tenths of a second in which nothing could stop it.
    """
    days = max(1, _CELLS // max(1, len(whole.regions)))
    for begin in range(0, len(whole.severity), days):
        part = slice(begin, begin + days)
        yield replace(
            whole,
            first_day=whole.first_day + timedelta(days=begin),
            severity=whole.severity[part],
            entered=whole.entered[part],
            recorded_at=whole.recorded_at[part],
            offset_minutes=whole.offset_minutes[part],
        ).columns()


def _texts(columns: RatingColumns) -> Iterator[tuple[str, str, int | None, str, str | None]]:
    days = {number: day_of(number).isoformat() for number in set(columns.day)}
    for row in rows_in_order(columns):
        at = columns.recorded_at[row]
        yield (
            days[columns.day[row]],
            columns.region[row],
            columns.severity[row],
            ENTERED_CODES[columns.entered[row]],
            None if at is None else instant(at, columns.offset_minutes[row] or 0).isoformat(),
        )
