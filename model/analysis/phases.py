"""Baseline, induction and maintenance of a region as windows of calendar days.

Source of all windows and lengths: the project's method note, section 2.1 (end of induction after
10-12 sessions: Hölzle & Alberti 1987, PubMed 3653460).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from model.catalog.regions import REGIONS
from model.records.person import BaselineChoice, OwnRegion
from model.records.snapshot import Snapshot, day_of
from model.records.treatment import Session

BASELINE_DAYS = 28
INDUCTION_SESSIONS = 12
INDUCTION_DAYS = 28  # day 1 is the day of the first session
MAINTENANCE_DAYS = 28
SO_FAR_DAYS = 14

Span = tuple[date, date]
"""First and last day, both included."""


@dataclass(frozen=True)
class Phases:
    """The windows of one region; a window that has no day yet is None.

    baseline: before the first session; now: the end of maintenance or, with `so_far`, the last
    days of an induction that still goes on; chosen: the patient set the baseline. The induction
    goes from `first_session` to `induction_ends`; it is drawn and never part of a result.
    """

    first_session: date
    induction_ends: date
    baseline: Span | None
    now: Span | None
    so_far: bool
    chosen: bool = False


def phases_of(
    sessions: tuple[date, ...],
    first_rated: date | None,
    last_day: date | None,
    chosen: Span | None = None,
) -> Phases:
    """Lay the windows around the sessions of a region.

    Args:
        sessions: calendar day of every session, ascending, at least one.
        first_rated: first day on which the region itself was rated.
        last_day: last entry of the diary, that is the last day on which any region was rated.
        chosen: the patient's own baseline; the first session ends it like the usual one, so that
            no treated day is ever compared with itself.
    """
    first = sessions[0]
    induction_ends = first + timedelta(days=INDUCTION_DAYS - 1)
    if len(sessions) >= INDUCTION_SESSIONS:
        induction_ends = min(induction_ends, sessions[INDUCTION_SESSIONS - 1])
    baseline = _baseline(first, first_rated, chosen)
    if last_day is None or last_day < first:
        return Phases(first, induction_ends, baseline, None, so_far=False, chosen=bool(chosen))
    so_far = last_day <= induction_ends
    earliest = first if so_far else induction_ends + timedelta(days=1)
    length = SO_FAR_DAYS if so_far else MAINTENANCE_DAYS
    now = (max(earliest, last_day - timedelta(days=length - 1)), last_day)
    return Phases(first, induction_ends, baseline, now, so_far, chosen=bool(chosen))


def _baseline(first: date, first_rated: date | None, chosen: Span | None) -> Span | None:
    """Return the chosen window, else the usual one, up to the day before the first session."""
    eve = first - timedelta(days=1)
    if chosen is not None:
        return (chosen[0], min(chosen[1], eve)) if chosen[0] <= eve else None
    if first_rated is None or first_rated > eve:
        return None
    return max(first_rated, first - timedelta(days=BASELINE_DAYS)), eve


def session_days(snapshot: Snapshot) -> dict[str, tuple[date, ...]]:
    """Return the calendar day of every session of each treated region, ascending.

    A session belongs to the day of its own clock. A patient's own spot lies within its region of
    the catalog and is treated with it.
    """
    spots: dict[str, list[str]] = {}
    for own in snapshot.of(OwnRegion):
        spots.setdefault(own.parent, []).append(own.id)
    days: dict[str, list[date]] = {}
    for session in snapshot.of(Session):
        wetted = {spot for region in session.regions for spot in spots.get(region, ())}
        for region in wetted.union(session.regions):
            days.setdefault(region, []).append(session.started_at.date())
    return {region: tuple(sorted(found)) for region, found in days.items()}


def compared_sessions(region: str, sessions: Mapping[str, tuple[date, ...]]) -> tuple[date, ...]:
    """Return the sessions that part a region's time into before and after; () without any.

    A change needs a border in time. An untreated region has none of its own and takes that of
    the region whose treatment began first, so that both are compared over the same days.
    """
    if region in sessions:
        return sessions[region]
    return min(sessions.values(), key=lambda days: days[0], default=())


def phases_of_region(
    snapshot: Snapshot, region: str, sessions: Mapping[str, tuple[date, ...]]
) -> Phases | None:
    """Return the windows of a region, None where no session parts its time.

    `sessions` is what `session_days` returns for this snapshot.
    """
    border = compared_sessions(region, sessions)
    if not border:
        return None
    days, _ = snapshot.rated(region)
    first_rated = day_of(int(days[0])) if len(days) else None
    choices = {choice.region: choice for choice in snapshot.of(BaselineChoice)}
    choice = choices.get(region)
    chosen = (choice.starts, choice.ends) if choice else None
    return phases_of(border, first_rated, snapshot.last_day, chosen)


def until(snapshot: Snapshot, last: date) -> Snapshot:
    """Return the diary as it was known at the end of the day `last`: ratings and sessions."""
    rows = max((last - snapshot.first_day).days + 1, 0)
    sessions = tuple(s for s in snapshot.of(Session) if s.started_at.date() <= last)
    return replace(
        snapshot,
        severity=snapshot.severity[:rows],
        entered=snapshot.entered[:rows],
        recorded_at=snapshot.recorded_at[:rows],
        offset_minutes=snapshot.offset_minutes[:rows],
        records={**snapshot.records, Session.KIND: sessions},
    )


def region_order(region: str) -> tuple[int, str]:
    """Return a key that sorts regions from head to foot, a patient's own regions last."""
    return (list(REGIONS).index(region) if region in REGIONS else len(REGIONS), region)
