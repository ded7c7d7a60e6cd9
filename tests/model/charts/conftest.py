"""Diaries to draw: three months with sessions, and whatever rows a test needs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from model.records.day import Rating
from model.records.snapshot import RatingColumns, Snapshot, snapshot_of
from model.records.treatment import Session

FIRST = date(2026, 3, 2)


@pytest.fixture
def first() -> date:
    """Day 0 of every diary drawn here."""
    return FIRST


@pytest.fixture
def drawn() -> Callable[..., Snapshot]:
    """Write a diary to draw: rows of severities by region, sessions of the left palm by day."""

    def write(
        ratings: Mapping[str, Sequence[int | str | None]],
        sessions: Sequence[int] = (),
        **records: tuple,
    ) -> Snapshot:
        columns = RatingColumns.empty()
        for region, row in ratings.items():
            for day, severity in enumerate(row):
                if severity is not None:
                    given = None if severity == "n/a" else severity
                    columns.append(Rating(FIRST + timedelta(day), region, given))
        midnight = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
        done = tuple(
            Session(midnight + timedelta(day), ("palm_left",), ("hand_tray",), id=str(day))
            for day in sessions
        )
        return snapshot_of(columns, {"session": done, **records})

    return write


@pytest.fixture
def months(drawn) -> Snapshot:
    """Fifteen weeks: a baseline of four, then a session every third day."""
    wave = [5 + (day % 5) - (3 if day > 40 else 0) for day in range(105)]
    rows = {"palm_left": wave, "palm_right": [9, *wave[:-1]], "scalp": [4] * 105}
    return drawn(rows, range(28, 105, 3))
