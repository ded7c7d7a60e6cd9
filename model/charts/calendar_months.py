"""Which months a calendar names and parts: those that hold a day of the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.charts.calendar_days import OUTSIDE
from model.charts.calendar_grid import first_of_months
from model.records.snapshot import day_number, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.charts.calendar_days import Calendar
    from model.charts.calendar_grid import Column, Grid


def written_days(found: Calendar) -> tuple[int, int]:
    """Return the first and the last day of the diary on a calendar, (1, 0) where there is none."""
    days = (found.states != OUTSIDE).nonzero()[0]
    return (found.first + int(days[0]), found.first + int(days[-1])) if len(days) else (1, 0)


def months_within(part: tuple[int, int], written: tuple[int, int]) -> list[int]:
    """Return where the months of a part begin, the earliest with the diary; none without it."""
    first, last = max(part[0], written[0]), min(part[1], written[1])
    return first_of_months(first, last) if first <= last else []


def opening(found: Calendar, part: int) -> int:
    """Return the day in the first place of a part: years stand week under week."""
    first, _ = found.years[part]
    if len(found.years) > 1:
        first = day_number(day_of(first).replace(month=1, day=1))
    return found.week_start(first)


def month_lines(
    grid: Grid, found: Calendar, written: tuple[int, int], tops: Sequence[float]
) -> tuple[Column, Column]:
    """Return one broken line along the first day of every month, none between weeks.

    `tops` are the upper edges of the parts, in points. A line parts two months of the diary.
    """
    import numpy as np

    x: list[float] = []
    y: list[float] = []
    for part, top in enumerate(() if grid.weekly else tops):
        foot = top - grid.rows * grid.tall
        for day in months_within(found.years[part], written)[1:]:
            left = (day - opening(found, part)) // grid.rows * grid.wide
            level = top - found.weekday(day) * grid.tall
            x += [left, left]
            y += [foot, level]
            if level < top:
                x += [left + grid.wide, left + grid.wide]
                y += [level, top]
            x.append(np.nan)
            y.append(np.nan)
    return np.array(x), np.array(y)
