"""What a chart is asked to show: a diary, what was found in it, and the days to look at."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from model.analysis.phases import Span
from model.analysis.progress import Progress
from model.records.person import WetAgain
from model.records.rules import Record
from model.records.snapshot import Snapshot, day_number

FOR_DOCTOR, WET_AGAIN = "for_doctor", "threshold"
"""What the reader chooses of a View, by its field: a chart says which of them it shows."""


@dataclass(frozen=True, eq=False)
class View:
    """A snapshot with its results; charts of the same view share what was computed once.

    span: first and last day that charts with dates show, None for all that the diary holds; the
    windows that are compared stay. for_doctor: charts add what a doctor reads and a patient need
    not.
    """

    snapshot: Snapshot
    progress: Progress
    span: Span | None = None
    for_doctor: bool = False

    @property
    def threshold(self) -> int:
        """Severity 1-10 from which a region counts as sweating again."""
        return self.progress.wet_again_at

    @property
    def days(self) -> tuple[int, int]:
        """First and last day to show, days since 1970-01-01; (0, 0) where nothing is rated."""
        span = self.span or self.snapshot.span
        return (day_number(span[0]), day_number(span[1])) if span else (0, 0)

    def differs(self, other: View, reads: Iterable[str]) -> bool:
        """Tell whether a chart that reads some of the reader's choices may show another picture.

        The results stand for the snapshot: of the choices only the dry interval follows from the
        threshold, which charts compute from what they declare.
        """
        if self.span != other.span or not _is_like(self.snapshot, other.snapshot):
            return True
        return any(getattr(self, choice) != getattr(other, choice) for choice in reads)


def _is_like(one: Snapshot, other: Snapshot) -> bool:
    """Tell whether two snapshots hold the same, the threshold aside: that is a reader's choice.

    The answer is kept with `one`, for every chart of the page asks the same.
    """
    if one is other:
        return True
    before, like = vars(one).get("_like", (None, False))
    if before is None or before() is not other:
        like = _are_alike(one, other)
        vars(one)["_like"] = weakref.ref(other), like
    return bool(like)


def _are_alike(one: Snapshot, other: Snapshot) -> bool:
    import numpy as np

    rest = [
        {kind: rows for kind, rows in each.records.items() if rows and kind != WetAgain.KIND}
        for each in (one, other)
    ]
    return (
        (one.first_day, one.regions) == (other.first_day, other.regions)
        and all(np.array_equal(getattr(one, it), getattr(other, it)) for it in _MATRICES)
        and rest[0] == rest[1]
        and all(_have_same_clock(rows, rest[1][kind]) for kind, rows in rest[0].items())
    )


_MATRICES = ("severity", "entered", "recorded_at", "offset_minutes")


def _have_same_clock(ones: Sequence[Record], others: Sequence[Record]) -> bool:
    """Tell whether equal records have their times on the same clock, and so on the same days.

    Two datetimes of one moment are equal whatever their zones; the patient's day is not.
    """
    times = [each.name for each in fields(ones[0]) if "datetime" in str(each.type)]
    return all(
        _offset(getattr(one, name)) == _offset(getattr(other, name))
        for name in times
        for one, other in zip(ones, others, strict=True)
        if one is not other
    )


def _offset(time: datetime | None) -> timedelta | None:
    return time.utcoffset() if time else None
