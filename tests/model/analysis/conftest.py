"""Small diaries written by hand: one row of severities a region, sessions by day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

import pytest

from model.records.day import Rating
from model.records.snapshot import RatingColumns, Snapshot, snapshot_of
from model.records.treatment import Session

FIRST = date(2026, 3, 2)
SUMMER = timezone(timedelta(hours=2))


@pytest.fixture
def first() -> date:
    """Day 0 of every diary written by hand."""
    return FIRST


@pytest.fixture
def written() -> Callable[..., Snapshot]:
    """Write a diary: `None` is a day without a row, "n/a" one that was not applicable."""

    def write(
        ratings: Mapping[str, Sequence[int | str | None]],
        sessions: Mapping[str, Sequence[int]] | None = None,
        **records: tuple,
    ) -> Snapshot:
        columns = RatingColumns.empty()
        for region, row in ratings.items():
            for day, severity in enumerate(row):
                if severity is not None:
                    given = None if severity == "n/a" else severity
                    columns.append(Rating(FIRST + timedelta(day), region, given))
        done = tuple(
            Session(at(day), (region,), ("hand_tray",), id=f"{region}{number}")
            for region, days in (sessions or {}).items()
            for number, day in enumerate(days)
        )
        return snapshot_of(columns, {"session": done, **records})

    return write


def at(day: int, hour: int = 19) -> datetime:
    midnight = datetime(FIRST.year, FIRST.month, FIRST.day, hour, tzinfo=SUMMER)
    return midnight + timedelta(day)
