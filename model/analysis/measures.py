"""Measures of one region beside the plain change: against the untreated, late entries, loss.

Source of all: the project's method note, sections 2.2 and 2.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from model.analysis.adjusted import adjusted
from model.analysis.estimate import (
    Contrast,
    Estimate,
    contrast,
    index_of,
    of_own_baseline,
    points,
)
from model.analysis.phases import (
    MAINTENANCE_DAYS,
    MIN_DAYS,
    Phases,
    Span,
    day_ends_at,
    parents_of,
    region_order,
)
from model.analysis.skin import once_each
from model.analysis.surroundings import on_days
from model.records.snapshot import MISSING, NEVER, Snapshot, day_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from model.analysis.estimate import Days, Relative
    from model.analysis.surroundings import Surroundings

LATE_DAYS = 2
"""Days after which an entry is counted as made from memory (method note, section 2.3)."""
_NEVER_REACHED = day_number(date.max)
"""Day from which a region is no control any more if no session ever reaches it."""
_DAY_SECONDS = 86_400


class Compared(NamedTuple):
    """A contrast and the regions behind it, from head to foot.

    treated_later: sessions reached them within the days that are compared; those before count.
    """

    contrast: Contrast
    regions: tuple[str, ...]
    treated_later: bool


class Untreated:
    """The regions to compare with, and what they did in each pair of windows.

    Most regions of a diary have the same windows: what is worked out for one serves them all.
    """

    def __init__(self, snapshot: Snapshot, controls: Mapping[str, date | None]) -> None:
        """Take the controls of a snapshot.

        Args:
            snapshot: the diary.
            controls: the regions to compare with, and the day from which each is none any more, as
                from `control_until`; those that were dry before are left out.
        """
        import numpy as np

        self._snapshot = snapshot
        self._names = sorted(controls.keys() & {*snapshot.regions}, key=region_order)
        ends = (controls[name] for name in self._names)
        self._ends = np.array([_NEVER_REACHED if end is None else day_number(end) for end in ends])
        self._parents = parents_of(snapshot)
        self._known: dict[tuple[Span, Span], _InWindows] = {}

    def compared(
        self, region: str, spans: tuple[Span, Span], sides: tuple[Days, Days], rho: float
    ) -> Compared | None:
        """Compare a region with the others that no session has reached, on the same days.

        Args:
            region: id; it is no control of itself.
            spans: its baseline and its current window.
            sides: its rated days in them.
            rho: as from `pooled_rho`.

        Returns:
            None where a side has fewer than MIN_DAYS days in common with them.
        """
        controls = self._controls(region, spans[1][1])
        if not controls.any():
            return None
        if spans not in self._known:
            self._known[spans] = self._in_windows(spans)
        others = self._known[spans]
        used = controls & others.used
        before, now = (
            index_of(relative, used)[days - begin]
            for relative, begin, (days, _) in zip(
                others.relative, others.begins, sides, strict=True
            )
        )
        found = contrast(*sides, before, now, rho)
        if found is None or min(found.days_before, found.days_now) < MIN_DAYS:
            return None
        names = tuple(self._names[at] for at in used.nonzero()[0].tolist())
        later = bool((self._ends[used] <= day_number(spans[1][1])).any())
        return Compared(found, names, later)

    def _controls(self, region: str, last: date) -> npt.NDArray[np.bool_]:
        """Tell which are controls of a region: those that no session reached up to the day `last`.

        Only where there is none, those that were reached later than the other: who is a control
        before and not after would make the days before look more alike than they are, and the
        interval too narrow (seen with bench.coverage).
        """
        import numpy as np

        others = np.array([name != region for name in self._names], bool)
        throughout = others & (self._ends > day_number(last))
        return throughout if throughout.any() else others

    def _in_windows(self, spans: tuple[Span, Span]) -> _InWindows:
        """Work out what each control did in two windows, for as long as it is one."""
        snapshot = self._snapshot
        first = day_number(snapshot.first_day)
        places = [snapshot.regions.index(name) for name in self._names]
        begins = [max(day_number(span[0]), first) for span in spans]
        rows = []
        for begin, (_, last) in zip(begins, spans, strict=True):
            severity = snapshot.severity[begin - first : day_number(last) - first + 1, places]
            for column, day in enumerate(self._ends.tolist()):
                severity[max(day - begin, 0) :, column] = MISSING
            rows.append(severity)
        before, now = of_own_baseline(rows[0], rows[1])
        used = once_each(before, now, self._names, self._parents)
        return _InWindows((begins[0], begins[1]), (before, now), used)


@dataclass(frozen=True, eq=False)
class _InWindows:
    """What each control did in a baseline and a current window.

    begins: number of the day of the first row of each. relative: as from `of_own_baseline`. used:
    which controls count, as from `once_each`: no other says anything in either window.
    """

    begins: tuple[int, int]
    relative: tuple[Relative, Relative]
    used: npt.NDArray[np.bool_]


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
