"""Heat and stress of every day as columns, for the result with both held even."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.catalog.terms import HEAT
from model.records.day import DayContext
from model.records.snapshot import Snapshot, day_number

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Surroundings = dict[str, npt.NDArray[np.float64]]

HEAT_LEVELS: dict[str, int] = {heat: level for level, heat in enumerate(HEAT)}
"""Felt heat in steps, the coolest first; the adjustment takes them as evenly spaced."""


def surroundings(snapshot: Snapshot) -> Surroundings:
    """Return "heat" (steps), "temperature" (°C) and "stress" (0-10) of every row of a snapshot.

    Each of the shape (days,), NaN where it was not noted; none at all where nothing ever was.
    """
    import numpy as np

    first, length = day_number(snapshot.first_day), len(snapshot.severity)
    found = {name: np.full(length, np.nan) for name in ("heat", "temperature", "stress")}
    for context in snapshot.of(DayContext):
        row = day_number(context.day) - first
        if 0 <= row < length:
            noted = {
                "heat": HEAT_LEVELS[context.heat] if context.heat else None,
                "temperature": context.temperature_celsius,
                "stress": context.stress,
            }
            for name, value in noted.items():
                if value is not None:
                    found[name][row] = value
    return found if any(np.isfinite(column).any() for column in found.values()) else {}


def on_days(
    columns: Surroundings, first_day: int, days: npt.NDArray[np.int64]
) -> dict[str, npt.NDArray[np.float64]]:
    """Return heat and stress on some days: degrees where they were noted, else steps.

    `first_day`: the day of row 0, since 1970-01-01.
    """
    import numpy as np

    rows = days - first_day
    degrees, steps = columns["temperature"][rows], columns["heat"][rows]
    measured = np.isfinite(degrees).sum() >= max(int(np.isfinite(steps).sum()), 1)
    return {"heat": degrees if measured else steps, "stress": columns["stress"][rows]}
