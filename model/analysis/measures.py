"""Measures of one region beside the plain change: against the untreated, late entries, loss.

Source of all: the project's method note, sections 2.2 and 2.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.analysis.adjusted import adjusted
from model.analysis.estimate import (
    Contrast,
    Estimate,
    contrast,
    points,
    untreated_index,
    used_in_index,
)
from model.analysis.phases import (
    MAINTENANCE_DAYS,
    MIN_DAYS,
    Phases,
    Span,
    day_ends_at,
    region_order,
)
from model.analysis.surroundings import on_days
from model.records.snapshot import MISSING, NEVER, Snapshot, day_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import numpy as np
    import numpy.typing as npt

    from model.analysis.estimate import Days
    from model.analysis.surroundings import Surroundings

LATE_DAYS = 2
"""Days after which an entry is counted as made from memory (method note, section 2.3)."""
_DAY_SECONDS = 86_400


def against_untreated(
    snapshot: Snapshot,
    spans: tuple[Span, Span],
    sides: tuple[Days, Days],
    controls: Mapping[str, date | None],
    rho: float,
) -> tuple[Contrast, tuple[str, ...]] | None:
    """Compare a region with regions that no session has reached, on the same days.

    Args:
        snapshot: the diary.
        spans: baseline and current window of the region.
        sides: its rated days in them.
        controls: the regions to compare with, and the day from which each is none any more, as
            from `control_until`; those that were dry before are left out.
        rho: as from `pooled_rho`.

    Returns:
        The contrast and the regions behind it; None where a side has fewer than MIN_DAYS days in
        common with them.
    """
    columns = _columns(snapshot, controls, spans[1][1])
    if not columns:
        return None
    first = day_number(snapshot.first_day)
    begins = [max(day_number(span[0]), first) for span in spans]
    ends = [controls[snapshot.regions[at]] for at in columns]
    rows = [
        _until(
            snapshot.severity[begin - first : day_number(span[1]) - first + 1, columns], begin, ends
        )
        for begin, span in zip(begins, spans, strict=True)
    ]
    used = used_in_index(rows[0], rows[1])
    if any(ends):  # one that is a control on one side only would change what is compared with
        rows = [row[:, used] for row in rows]
    index = untreated_index(rows[0], rows[1])
    before, now = (
        column[days - begin] for column, (days, _), begin in zip(index, sides, begins, strict=True)
    )
    found = contrast(*sides, before, now, rho)
    if found is None or min(found.days_before, found.days_now) < MIN_DAYS:
        return None
    behind = [
        snapshot.regions[at] for at, is_used in zip(columns, used.tolist(), strict=True) if is_used
    ]
    return found, tuple(sorted(behind, key=region_order))


def _columns(snapshot: Snapshot, controls: Mapping[str, date | None], last: date) -> list[int]:
    """Return the columns to compare with: regions that no session reached up to the day `last`.

    Only where there is none, those that were reached later than the other: who is a control before
    and not after would make the days before look more alike than they are, and the interval too
    narrow (seen with bench.coverage).
    """
    listed = [
        (at, controls[region]) for at, region in enumerate(snapshot.regions) if region in controls
    ]
    throughout = [at for at, day in listed if day is None or day > last]
    return throughout or [at for at, _ in listed]


def _until(
    severity: npt.NDArray[np.int8], begin: int, ends: list[date | None]
) -> npt.NDArray[np.int8]:
    """Return severities (days, regions) without the days from which a region is no control."""
    if not any(ends):
        return severity
    kept = severity.copy()
    for column, day in enumerate(ends):
        if day is not None:
            kept[max(day_number(day) - begin, 0) :, column] = MISSING
    return kept


def in_time(snapshot: Snapshot, region: str, rated: Days) -> Days:
    """Return the days that were not entered more than LATE_DAYS later, by the patient's days.

    Where the time of entry is not known, a day counts as entered in time.
    """
    days, severities = rated
    rows, column = days - day_number(snapshot.first_day), snapshot.regions.index(region)
    at = snapshot.recorded_at[rows, column]
    offset = 60 * snapshot.offset_minutes[rows, column].astype(at.dtype)
    entered_on = (at + offset - 3600 * day_ends_at(snapshot)) // _DAY_SECONDS
    kept = (at == NEVER) | (entered_on - days <= LATE_DAYS)
    return days[kept], severities[kept]


def worst_case(change_percent: float, rated: int, possible: int) -> float:
    """Return the change in percent if every day missing now had been like the mean before."""
    return change_percent * rated / possible


def loss(windows: Phases, now: Days, rho: float) -> Estimate | None:
    """Compare the last 14 days of a whole maintenance window with the 14 before, in points.

    None before the window is whole, or where a half has fewer than MIN_DAYS rated days.
    """
    if windows.now is None or windows.so_far:
        return None
    first, last = map(day_number, windows.now)
    if last - first + 1 < MAINTENANCE_DAYS:
        return None
    days, severities = now
    cut = int(days.searchsorted(first + MAINTENANCE_DAYS // 2))
    if min(cut, len(days) - cut) < MIN_DAYS:
        return None
    return points((days[:cut], severities[:cut]), (days[cut:], severities[cut:]), rho)


def held_even(
    snapshot: Snapshot, around: Surroundings, sides: tuple[Days, Days], rho: float
) -> Estimate | None:
    """Return the change in percent with heat and stress held even, None where they do not tell."""
    if not around:
        return None
    first = day_number(snapshot.first_day)
    before, now = (on_days(around, first, days) for days, _ in sides)
    found = adjusted(*sides, {name: (before[name], now[name]) for name in before}, rho)
    return found.change if found else None
