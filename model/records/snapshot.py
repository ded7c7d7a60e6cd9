"""A whole diary at once: ratings as matrices days x regions, everything else as records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from model.catalog.terms import ENTERED
from model.records.day import Rating
from model.records.rules import Record

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MISSING, NOT_APPLICABLE = -1, -2
"""Cells of `Snapshot.severity` without a value: no row in the diary, or not applicable."""

NEVER = -(2**62)
"""Cell of `Snapshot.recorded_at` where the time of entry is unknown."""

ENTERED_CODES: tuple[str, ...] = tuple(ENTERED)
"""Code of `Snapshot.entered` and of the file -> how the rating was entered; append only."""

_EPOCH = date(1970, 1, 1).toordinal()
_A = TypeVar("_A")
_R = TypeVar("_R", bound=Record)


def day_number(day: date) -> int:
    """Count the days from 1970-01-01 to `day`; negative before it."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """Return the day that lies `number` days after 1970-01-01."""
    return date.fromordinal(number + _EPOCH)


@dataclass(frozen=True)
class Change:
    """What a write touched: kinds of records, a title for people, how many records."""

    kinds: frozenset[str]
    title: str
    count: int = 1


@dataclass(frozen=True)
class RatingColumns:
    """Many ratings as parallel lists of equal length, in any order, one a (day, region).

    day: days since 1970-01-01; severity: 0..10 or None (not applicable); entered: index into
    ENTERED_CODES; recorded_at: seconds since 1970 in UTC or None; offset_minutes: of that time
    from UTC or None.
    """

    day: list[int]
    region: list[str]
    severity: list[int | None]
    entered: list[int]
    recorded_at: list[int | None]
    offset_minutes: list[int | None]

    def __len__(self) -> int:
        return len(self.day)

    @classmethod
    def empty(cls) -> RatingColumns:
        """Return columns without rows."""
        return cls([], [], [], [], [], [])

    def append(self, rating: Rating) -> None:
        """Add one checked rating as the last row."""
        at = rating.recorded_at
        offset = at.utcoffset() if at else None
        self.day.append(day_number(rating.day))
        self.region.append(rating.region)
        self.severity.append(rating.severity)
        self.entered.append(ENTERED_CODES.index(rating.entered))
        self.recorded_at.append(int(at.timestamp()) if at else None)
        self.offset_minutes.append(
            int(offset.total_seconds() // 60) if offset is not None else None
        )

    def record(self, row: int) -> Rating:
        """Return one row as a Rating."""
        at, offset = self.recorded_at[row], self.offset_minutes[row]
        return Rating(
            day_of(self.day[row]),
            self.region[row],
            self.severity[row],
            ENTERED_CODES[self.entered[row]],
            None if at is None else instant(at, offset or 0),
        )


@dataclass(frozen=True)
class Contents:
    """What a file holds, read and checked, before it is merged into a diary."""

    ratings: RatingColumns
    records: tuple[Record, ...] = ()
    unknown_columns: tuple[str, ...] = ()  # columns or fields that were ignored, to be reported


def instant(seconds: int, offset_minutes: int) -> datetime:
    """Return the local time of `seconds` since 1970 (UTC) at an offset in minutes."""
    zone = timezone(timedelta(minutes=offset_minutes)) if offset_minutes else UTC
    return datetime.fromtimestamp(seconds, UTC).astimezone(zone)


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Every fact of a diary at one moment; nothing in it may be changed.

    Row d of the matrices is the day `first_day` + d; column r is `regions[r]`. All four have the
    shape (days, regions): severity int8 0..10, MISSING or NOT_APPLICABLE; entered int8, an index
    into ENTERED_CODES; recorded_at int64, seconds since 1970 or NEVER; offset_minutes int16.
    """

    first_day: date
    regions: tuple[str, ...]
    severity: npt.NDArray[np.int8]
    entered: npt.NDArray[np.int8]
    recorded_at: npt.NDArray[np.int64]
    offset_minutes: npt.NDArray[np.int16]
    records: Mapping[str, tuple[Record, ...]]

    def of(self, kind: type[_R]) -> tuple[_R, ...]:
        """Return all records of a kind other than Rating, in the order of their keys."""
        return cast("tuple[_R, ...]", self.records.get(kind.KIND, ()))

    def once(self, question: Hashable, answer: Callable[[], _A]) -> _A:
        """Return what follows from the snapshot alone; what was asked before is known.

        The answer goes with the snapshot, so that nothing holds a diary that was closed. All who
        ask share it: nobody may change it.
        """
        if question not in self._answers:
            self._answers[question] = answer()
        return cast("_A", self._answers[question])

    @cached_property
    def _answers(self) -> dict[Hashable, object]:
        return {}

    def rated(self, region: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return the rated days of a region and their severities.

        Returns:
            Days since 1970-01-01, ascending, and severities 0..10, both of shape (n,), not to be
            written to; days not rated and days marked not applicable are left out.
        """
        return self.once(("rated", region), lambda: self._take_out(region))

    def _take_out(self, region: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        import numpy as np

        if region in self.regions:
            column = self.severity[:, self.regions.index(region)]
            rows = np.flatnonzero(column >= 0)
            found = rows + day_number(self.first_day), column[rows].astype(np.int64)
        else:
            found = np.empty(0, np.int64), np.empty(0, np.int64)
        for each in found:
            each.flags.writeable = False
        return found

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and last day on which any region was rated 0..10, None where none was.

        `first_day` may lie before it: on days that were marked not applicable.
        """
        import numpy as np

        rows = np.flatnonzero(np.any(self.severity >= 0, axis=1))
        if not len(rows):
            return None
        first, last = (self.first_day + timedelta(days=int(rows[end])) for end in (0, -1))
        return first, last

    @property
    def last_day(self) -> date | None:
        """The last day on which any region was rated 0..10, None where none was."""
        span = self.span
        return span[1] if span else None

    def columns(self) -> RatingColumns:
        """Return all ratings as columns, by day and then by region."""
        rows, cols = (self.severity != MISSING).nonzero()
        severity = [None if s < 0 else s for s in self.severity[rows, cols].tolist()]
        at = [None if s == NEVER else s for s in self.recorded_at[rows, cols].tolist()]
        offsets = self.offset_minutes[rows, cols].tolist()
        return RatingColumns(
            (rows + day_number(self.first_day)).tolist(),
            [self.regions[c] for c in cols.tolist()],
            severity,
            self.entered[rows, cols].tolist(),
            at,
            [None if when is None else offset for when, offset in zip(at, offsets, strict=True)],
        )

    def ratings(self) -> Iterator[Rating]:
        """Yield every rating as a record, by day and then by region."""
        columns = self.columns()
        return (columns.record(row) for row in range(len(columns)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Snapshot):
            return NotImplemented
        mine = {(r.day, r.region): r for r in self.ratings()}
        theirs = {(r.day, r.region): r for r in other.ratings()}
        filled = {kind: rows for kind, rows in self.records.items() if rows}
        return mine == theirs and filled == {k: rows for k, rows in other.records.items() if rows}

    __hash__ = None  # type: ignore[assignment]


def snapshot_of(
    columns: RatingColumns, records: Mapping[str, tuple[Record, ...]] | None = None
) -> Snapshot:
    """Build a snapshot from rating columns and the other records by kind."""
    import numpy as np

    regions = tuple(sorted(set(columns.region)))
    place = {region: index for index, region in enumerate(regions)}
    days = np.array(columns.day, dtype=np.int64)
    first = int(days.min()) if len(days) else 0
    shape = (int(days.max()) - first + 1 if len(days) else 0, len(regions))
    severity = np.full(shape, MISSING, np.int8)
    entered = np.zeros(shape, np.int8)
    recorded_at = np.full(shape, NEVER, np.int64)
    offsets = np.zeros(shape, np.int16)
    cells = (days - first, np.array([place[region] for region in columns.region], dtype=np.int64))
    severity[cells] = [NOT_APPLICABLE if s is None else s for s in columns.severity]
    entered[cells] = columns.entered
    recorded_at[cells] = [NEVER if s is None else s for s in columns.recorded_at]
    offsets[cells] = [o or 0 for o in columns.offset_minutes]
    return Snapshot(
        day_of(first), regions, severity, entered, recorded_at, offsets, dict(records or {})
    )
