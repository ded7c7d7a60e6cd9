"""How complete a diary is: days rated of days possible, and how many on the day itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from model.records.snapshot import ENTERED_CODES, Snapshot


@dataclass(frozen=True)
class Quality:
    """What a span of a diary holds; `first_day` and `last_day` are None where nothing is rated.

    days_rated: days with at least one region rated 0-10; days_possible: calendar days of the
    span; days_timed: rated days whose time of entry is known (an import may not tell it);
    days_same_day: those of them on which every rating was entered the same day.
    """

    first_day: date | None
    last_day: date | None
    days_rated: int
    days_possible: int
    days_timed: int
    days_same_day: int


_NOTHING = Quality(None, None, 0, 0, 0, 0)


def quality(snapshot: Snapshot, first: date | None = None, last: date | None = None) -> Quality:
    """Count the rated days from `first` to `last`, by default from the first to the last rating."""
    whole = snapshot.span
    if whole is None:
        return _NOTHING
    begin, end = max(whole[0], first or whole[0]), last or whole[1]
    if end < begin:
        return _NOTHING
    rated = snapshot.severity >= 0
    span = slice((begin - snapshot.first_day).days, (end - snapshot.first_day).days + 1)
    some = rated[span].any(axis=1)
    known = rated[span] & (snapshot.entered[span] != ENTERED_CODES.index("imported"))
    late = known & (snapshot.entered[span] != ENTERED_CODES.index("same_day"))
    return Quality(
        begin,
        end,
        int(some.sum()),
        (end - begin).days + 1,
        int(known.any(axis=1).sum()),
        int((known.any(axis=1) & ~late.any(axis=1)).sum()),
    )
