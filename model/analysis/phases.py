"""Baseline, induction and maintenance of a region as windows of calendar days.

Source of all windows and lengths: the project's method note, section 2.1 (end of induction after
10-12 sessions: Hölzle & Alberti 1987, PubMed 3653460).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from model.analysis.days import days_of, session_day
from model.catalog.regions import REGIONS
from model.records.person import BaselineChoice, Event, InductionChoice, OwnRegion, Profile
from model.records.rules import Record
from model.records.snapshot import Snapshot, day_number, day_of
from model.records.treatment import CoTreatment, Reaction, Session

BASELINE_DAYS = 28
INDUCTION_SESSIONS = 12
INDUCTION_DAYS = 28  # day 1 is the day of the first session
MAINTENANCE_DAYS = 28
SO_FAR_DAYS = 14
BREAK_DAYS = 35
"""Days without a session after which an episode of treatment has ended: the mean remission after
8 sessions (Karakoç 2002, source karakoc2002; method note, section 1)."""
MIN_DAYS = 5
"""Rated days that a window needs before anything is said of it, after the single-case standards
of the What Works Clearinghouse (Kratochwill et al. 2010; method note, section 2.3)."""

Span = tuple[date, date]
"""First and last day, both included."""


@dataclass(frozen=True)
class MovedEnd:
    """The last day of an induction as the patient set it, and the day on which that was done.

    set_on is None where it is not known: then the episode counts in which `ends` lies.
    """

    ends: date
    set_on: date | None = None


@dataclass(frozen=True)
class Phases:
    """The windows of one region; a window that has no day yet is None.

    baseline: before the first session; now: the end of maintenance or, with `so_far`, the last
    days while there is no maintenance to speak of; chosen: the patient set the baseline; moved: the
    last day of an induction where the patient set it to another than the usual one.
    inductions: one for every episode of treatment, first session to its end; they are drawn and
    never part of a result.
    """

    inductions: tuple[Span, ...]
    baseline: Span | None
    now: Span | None
    so_far: bool
    chosen: bool = False
    moved: date | None = None

    @property
    def first_session(self) -> date:
        """The day of the first session of all."""
        return self.inductions[0][0]

    @property
    def episode_starts(self) -> date:
        """The day of the first session of the latest episode."""
        return self.inductions[-1][0]

    @property
    def induction_ends(self) -> date:
        """The last day of the induction of the latest episode."""
        return self.inductions[-1][1]


def phases_of(
    sessions: tuple[date, ...],
    first_rated: date | None,
    last_day: date | None,
    chosen: Span | None = None,
    moved: MovedEnd | None = None,
) -> Phases:
    """Lay the windows around the sessions of a region.

    Args:
        sessions: calendar day of every session, ascending, at least one.
        first_rated: first day on which the region itself was rated.
        last_day: last entry of the diary, that is the last day on which any region was rated.
        chosen: the patient's own baseline; the first session of the latest episode ends it, so
            that no day is compared with itself.
        moved: the patient's own last day of an induction; see `inductions_of`.
    """
    inductions = inductions_of(sessions, moved)
    first, (latest, induction_ends) = sessions[0], inductions[-1]
    baseline = _baseline(first, first_rated) if chosen is None else _chosen(chosen, latest)
    found = Phases(
        inductions,
        baseline,
        None,
        so_far=False,
        chosen=bool(chosen),
        moved=_moved(inductions, inductions_of(sessions)) if moved else None,
    )
    if last_day is None or last_day < latest:
        return found
    if last_day <= induction_ends:
        return replace(found, now=_so_far(latest, last_day), so_far=True)
    begins = last_day - timedelta(days=MAINTENANCE_DAYS - 1)
    return replace(found, now=(max(induction_ends + timedelta(days=1), begins), last_day))


def _moved(inductions: tuple[Span, ...], usual: tuple[Span, ...]) -> date | None:
    """Return the end that is not the usual one, None where all are."""
    pairs = zip(inductions, usual, strict=True)
    return next((found[1] for found, other in pairs if found != other), None)


def episodes(sessions: tuple[date, ...]) -> list[tuple[date, ...]]:
    """Part session days (ascending) where more than BREAK_DAYS passed without one."""
    borders = [
        at for at in range(1, len(sessions)) if (sessions[at] - sessions[at - 1]).days > BREAK_DAYS
    ]
    return [
        sessions[begin:end]
        for begin, end in zip([0, *borders], [*borders, len(sessions)], strict=True)
    ]


def inductions_of(sessions: tuple[date, ...], moved: MovedEnd | None = None) -> tuple[Span, ...]:
    """Return first and last day of the induction of every episode, ascending.

    Args:
        sessions: calendar day of every session, ascending.
        moved: the patient's own last day. It counts for the episode that had begun when it was
            set, so that a restart does not take it over, and ends before the next one begins; one
            before the first session counts for none.
    """
    usual = _inductions(sessions) if sessions else ()
    if moved is None or not usual or moved.ends < usual[0][0]:
        return usual
    begun = min(moved.ends, moved.set_on or moved.ends)
    at = max(sum(starts <= begun for starts, _ in usual) - 1, 0)
    following = usual[at + 1 :]
    ends = min(moved.ends, following[0][0] - timedelta(days=1)) if following else moved.ends
    return (*usual[:at], (usual[at][0], ends), *following)


@lru_cache(maxsize=64)  # all untreated regions share the sessions of one
def _inductions(sessions: tuple[date, ...]) -> tuple[Span, ...]:
    return tuple(_induction(episode) for episode in episodes(sessions))


def _induction(episode: tuple[date, ...]) -> Span:
    """Return the first day of an episode, and its 12th session or day 28 if that comes first."""
    ends = episode[0] + timedelta(days=INDUCTION_DAYS - 1)
    if len(episode) >= INDUCTION_SESSIONS:
        ends = min(ends, episode[INDUCTION_SESSIONS - 1])
    return episode[0], ends


def _so_far(latest: date, last_day: date) -> Span:
    return max(latest, last_day - timedelta(days=SO_FAR_DAYS - 1)), last_day


def _baseline(first: date, first_rated: date | None) -> Span | None:
    """Return the usual window, up to the day before the first session."""
    eve = first - timedelta(days=1)
    if first_rated is None or first_rated > eve:
        return None
    return max(first_rated, first - timedelta(days=BASELINE_DAYS)), eve


def _chosen(chosen: Span, latest: date) -> Span | None:
    """Return what of a chosen window lies before the latest episode."""
    eve = latest - timedelta(days=1)
    return (chosen[0], min(chosen[1], eve)) if chosen[0] <= eve else None


def session_days(snapshot: Snapshot) -> Mapping[str, tuple[date, ...]]:
    """Return the patient's day of every session of each treated region, ascending.

    A patient's own spot lies within its region of the catalog and is treated with it. A mask for
    the face reaches forehead, cheeks and chin; it leaves out nose and lips (source bindner_face).
    """
    return snapshot.once("session_days", lambda: _session_days(snapshot))


def _session_days(snapshot: Snapshot) -> dict[str, tuple[date, ...]]:
    within = _within(snapshot)
    ends_at = day_ends_at(snapshot)
    sessions = snapshot.of(Session)
    by_regions: dict[tuple[str, ...], list[date]] = {}
    for session, day in zip(sessions, days_of(sessions, ends_at), strict=True):
        by_regions.setdefault(session.regions, []).append(day)
    days: dict[str, list[date]] = {}
    for regions, found in by_regions.items():
        for region in _wetted(regions, within):
            days.setdefault(region, []).extend(found)
    return {region: tuple(sorted(found)) for region, found in days.items()}


def control_until(
    snapshot: Snapshot, sessions: Mapping[str, tuple[date, ...]]
) -> dict[str, date | None]:
    """Return the rated regions with the day on which each stops being a control, None for never.

    A region is a control until a session reaches it. One that holds a treated region, or lies
    beside it within the same face, stops with that: water and current know no borders.
    `sessions` is what `session_days` returns.
    """
    parents = parents_of(snapshot)
    reached: dict[str, date] = {}
    for region, days in sessions.items():
        place = outermost(region, parents)
        reached[place] = min(days[0], reached.get(place, days[0]))
    return {region: reached.get(outermost(region, parents)) for region in snapshot.regions}


def parents_of(snapshot: Snapshot) -> dict[str, str]:
    """Return the region of the catalog in which each own spot of the patient lies."""
    return {own.id: own.parent for own in snapshot.of(OwnRegion)}


def day_ends_at(snapshot: Snapshot) -> int:
    """Return the hour at which the patient's day ends."""
    return next((profile.day_ends_at_hour for profile in snapshot.of(Profile)), 0)


def _within(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Return what else is treated with a region: parts that an applicator reaches, own spots."""
    found: dict[str, list[str]] = {}
    for region in REGIONS.values():
        if region.parent and region.reach != "none":
            found.setdefault(region.parent, []).append(region.id)
    for own in snapshot.of(OwnRegion):
        found.setdefault(own.parent, []).append(own.id)
    return {region: tuple(parts) for region, parts in found.items()}


def _wetted(regions: tuple[str, ...], within: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the regions of a session and all that is treated with them."""
    found: set[str] = set()
    waiting = list(regions)
    while waiting:
        region = waiting.pop()
        if region not in found:
            found.add(region)
            waiting += within.get(region, ())
    return found


def outermost(region: str, parents: Mapping[str, str]) -> str:
    """Return the region of the catalog without a parent in which a region lies.

    `parents` is what `parents_of` returns.
    """
    region = parents.get(region, region)
    while region in REGIONS and REGIONS[region].parent:
        region = REGIONS[region].parent
    return region


def compared_with(region: str, sessions: Mapping[str, tuple[date, ...]]) -> str:
    """Return the region whose sessions part a region's time into before and after; "" = none.

    A change needs a border in time. An untreated region has none of its own and takes that of
    the region whose treatment began first, so that both are compared over the same days.
    """
    if region in sessions:
        return region
    return min(sessions, key=lambda other: (sessions[other][0], region_order(other)), default="")


def moved_inductions(snapshot: Snapshot) -> dict[str, MovedEnd]:
    """Return the end of an induction of each region for which the patient set one."""
    return {
        choice.region: MovedEnd(choice.ends, choice.set_at.date() if choice.set_at else None)
        for choice in snapshot.of(InductionChoice)
    }


def phases_of_region(
    snapshot: Snapshot, region: str, sessions: Mapping[str, tuple[date, ...]]
) -> Phases | None:
    """Return the windows of a region, None where no session parts its time.

    Maintenance counts once MIN_DAYS of it are rated; until then, for SO_FAR_DAYS at most, the
    result is still "so far". `sessions` is what `session_days` returns for this snapshot.
    """
    border = compared_with(region, sessions)
    if not border:
        return None
    days, _ = snapshot.rated(region)
    first_rated = day_of(int(days[0])) if len(days) else None
    choices = {choice.region: choice for choice in snapshot.of(BaselineChoice)}
    choice = choices.get(region)
    chosen = (choice.starts, choice.ends) if choice else None
    moved = moved_inductions(snapshot).get(border)
    found = phases_of(sessions[border], first_rated, snapshot.last_day, chosen, moved)
    if found.now is None or found.so_far:
        return found
    ends = found.now[1]
    begin, end = days.searchsorted([day_number(found.now[0]), day_number(ends) + 1]).tolist()
    if end - begin < MIN_DAYS and (ends - found.induction_ends).days <= SO_FAR_DAYS:
        return replace(found, now=_so_far(found.episode_starts, ends), so_far=True)
    return found


def until(snapshot: Snapshot, last: date) -> Snapshot:
    """Return the diary as it was known at the end of the day `last`.

    What began or happened later is left out; choices and what belongs to no day stay.
    """
    rows = max((last - snapshot.first_day).days + 1, 0)
    ends_at = day_ends_at(snapshot)
    sessions = tuple(s for s in snapshot.of(Session) if session_day(s, ends_at) <= last)
    known = {
        kind: tuple(record for record in records if _is_known(record, last))
        for kind, records in snapshot.records.items()
    }
    return replace(
        snapshot,
        severity=snapshot.severity[:rows],
        entered=snapshot.entered[:rows],
        recorded_at=snapshot.recorded_at[:rows],
        offset_minutes=snapshot.offset_minutes[:rows],
        records={**known, Session.KIND: sessions},
    )


def _is_known(record: Record, last: date) -> bool:
    begins = {CoTreatment.KIND: "starts", Reaction.KIND: "began", Event.KIND: "day"}
    field = begins.get(record.KIND) or record.HAPPENED
    happened = getattr(record, field) if field else None
    return not (type(happened) is date and happened > last)


def region_order(region: str) -> tuple[int, str]:
    """Return a key that sorts regions from head to foot, a patient's own regions last."""
    return (_PLACES.get(region, len(_PLACES)), region)


_PLACES = {region: place for place, region in enumerate(REGIONS)}
