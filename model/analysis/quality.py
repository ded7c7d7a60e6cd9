"""How complete a diary is: days rated of days possible, and how many on the day itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from model.records.snapshot import ENTERED_CODES, Snapshot


@dataclass(frozen=True)
class Quality:
    """What a span of a diary holds; `first_day` and `last_day` are None where nothing is rated.

    days_rated: days with at least one region rated 0-10; days_possible: calendar days of the
    span; same_day_share: 0-1, of the days whose time of entry is known those on which every
    rating was entered the same day, None where no time of entry is known (imported).
    """

    first_day: date | None
    last_day: date | None
    days_rated: int
    days_possible: int
    same_day_share: float | None


def quality(snapshot: Snapshot, first: date | None = None, last: date | None = None) -> Quality:
    """Count the rated days from `first` to `last`, by default from the first to the last rating."""
    import numpy as np

    rated = snapshot.severity >= 0
    rows = np.flatnonzero(rated.any(axis=1))
    if not len(rows):
        return Quality(None, None, 0, 0, None)
    begin = snapshot.first_day + timedelta(days=int(rows[0]))
    end = snapshot.first_day + timedelta(days=int(rows[-1]))
    begin, end = max(begin, first or begin), last or end
    if end < begin:
        return Quality(None, None, 0, 0, None)
    span = slice((begin - snapshot.first_day).days, (end - snapshot.first_day).days + 1)
    some = rated[span].any(axis=1)
    known = rated[span] & (snapshot.entered[span] != ENTERED_CODES.index("imported"))
    late = known & (snapshot.entered[span] != ENTERED_CODES.index("same_day"))
    with_time = int(known.any(axis=1).sum())
    same_day = with_time - int(late.any(axis=1).sum())
    return Quality(
        begin,
        end,
        int(some.sum()),
        (end - begin).days + 1,
        same_day / with_time if with_time else None,
    )
