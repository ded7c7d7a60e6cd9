"""What the benchmarks of store and day share: years of ratings, and a bare table of them."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from bench.pictures import in_turn, milliseconds, ratio
from model.catalog.regions import REGIONS
from model.records.snapshot import RatingColumns, day_number

__all__ = ["NOON", "SETTINGS", "bare_table", "columns", "in_turn", "milliseconds", "ratio"]

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
YEARS, COUNT = 20, 30
SETTINGS = ("journal_mode = TRUNCATE", "synchronous = EXTRA", "secure_delete = ON")
"""What the store asks of SQLite, asked of a bare connection too."""
_IMPORTED = 3


def columns(times: bool = False, years: float = YEARS) -> RatingColumns:
    """Make 30 regions rated on every day of some years, with or without the time of entry."""
    drawn, made = random.Random(20), RatingColumns.empty()
    regions = [region for region in REGIONS if not region.startswith("upper_arm")][:COUNT]
    last = day_number(NOON.date())
    for day in range(last - round(365.25 * years) + 1, last + 1):
        evening = day * 86_400 + 75_600 + drawn.randrange(3_600)
        for number, region in enumerate(regions):
            made.day.append(day)
            made.region.append(region)
            made.severity.append(drawn.choice((None, *range(11), 0, 2, 3, 5)))
            made.entered.append(int(drawn.random() < 0.1) if times else _IMPORTED)
            made.recorded_at.append(evening + 3 * number if times else None)
            made.offset_minutes.append(60 if times else None)
    return made


def bare_table(file: Path, made: RatingColumns) -> sqlite3.Connection:
    """Put the ratings into the leanest table that can hold day, region and severity."""
    keys = {region: key for key, region in enumerate(dict.fromkeys(made.region), 1)}
    raw = sqlite3.connect(file, isolation_level=None)
    raw.execute(
        "CREATE TABLE rating (day INTEGER, region INTEGER, severity INTEGER,"
        " PRIMARY KEY (day, region)) WITHOUT ROWID, STRICT"
    )
    raw.execute("BEGIN")
    rows = zip(made.day, map(keys.__getitem__, made.region), made.severity, strict=True)
    raw.executemany("INSERT INTO rating VALUES (?, ?, ?)", rows)
    raw.execute("COMMIT")
    return raw
