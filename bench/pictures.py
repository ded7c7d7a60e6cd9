"""What the benchmarks of charts and of the page share: a long diary, and times taken in turn."""

from __future__ import annotations

import math
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from model.catalog.regions import REGIONS
from model.records.snapshot import RatingColumns, Snapshot, day_number, snapshot_of
from model.records.treatment import Session

FIRST = date(2006, 11, 23)
TREATED = ("palm_left", "palm_right", "sole_left", "sole_right")


def diary(years: float, regions: int = 30) -> Snapshot:
    """Make a diary with every region rated on nine days of ten, palms and soles treated."""
    drawn, ratings = random.Random(20), RatingColumns.empty()
    names = [*TREATED, *(region for region in REGIONS if region not in TREATED)][:regions]
    for day in range(round(365.25 * years)):
        if drawn.random() < 0.1:
            continue
        wave = 1.5 * math.sin(day / 300)
        for region in names:
            level = 7 + wave - (3 if region in TREATED and day > 60 else 0)
            ratings.day.append(day_number(FIRST) + day)
            ratings.region.append(region)
            ratings.severity.append(min(max(round(drawn.gauss(level, 1.3)), 0), 10))
            ratings.entered.append(0)
            ratings.recorded_at.append(None)
            ratings.offset_minutes.append(None)
    return snapshot_of(ratings, {Session.KIND: sessions(round(365.25 * years))})


def sessions(days: int) -> tuple[Session, ...]:
    """Make three sessions a week from day 60 on, then one a week after the twelfth."""
    made: list[Session] = []
    day = 60
    while day < days:
        at = datetime(FIRST.year, FIRST.month, FIRST.day, 19, tzinfo=UTC) + timedelta(day)
        tray = "hand_tray" if len(made) % 2 else "foot_tray"
        reached = TREATED[:2] if tray == "hand_tray" else TREATED[2:]
        made.append(Session(at, reached, (tray,), 10.0, 20.0, id=str(len(made))))
        day += 2 if len(made) < 24 else 4
    return tuple(made)


def in_turn(sides: dict[str, Callable[[], object]], runs: int) -> dict[str, list[float]]:
    """Time every side once a round, in seconds; the first round warms up and is not counted."""
    seen: dict[str, list[float]] = {name: [] for name in sides}
    for run in range(runs + 1):
        for name, work in sides.items():
            started = time.perf_counter()
            work()
            if run:
                seen[name].append(time.perf_counter() - started)
    return seen


def ratio(seen: dict[str, list[float]], ours: str, other: str) -> str:
    """Say how many times as long ours took: median of the pairs, and their spread."""
    pairs = [a / b for a, b in zip(seen[ours], seen[other], strict=True)]
    return f"{statistics.median(pairs):.2f}  ({min(pairs):.2f} to {max(pairs):.2f})"


def milliseconds(times: list[float]) -> str:
    """Say the median of times in ms."""
    return f"{1000 * statistics.median(times):.1f} ms"
