"""How much a region sweated under each of its settings: stretches of sessions that are alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.analysis.days import days_of
from model.analysis.doses import (
    PlannedCourse,
    last_entry,
    planned_courses,
    sessions_by_region,
)
from model.analysis.phases import BREAK_DAYS, MIN_DAYS, day_ends_at, moved_inductions
from model.analysis.sentences import Sentence
from model.analysis.settings import Settings, Stretch, in_words, stretches
from model.analysis.wear_off import quartiles, since_session
from model.catalog.applicators import APPLICATORS
from model.catalog.scales import SEVERITY_MAX
from model.records.snapshot import Snapshot, day_number, day_of
from model.records.treatment import OwnedApplicator, Reaction, Session

# Rules of this project, no findings: what is too short to be compared.
RANKED_FROM_DAYS = 14
RANKED_FROM_SESSIONS = 4

_Span = tuple[int, int]
"""First and last day since 1970-01-01, both included."""


@dataclass(frozen=True)
class Epoch:
    """Sessions of a region with the same settings, and the days from the first of them on.

    ends: the day before the next epoch; without a next one, the last rated day of the diary; never
    more than BREAK_DAYS after its last session, and never before that. done: sessions; planned:
    appointments of its courses in these days, None where no plan covers any of them. rated: rated
    days, of which `in_induction` lie in an induction, when sweating still falls from session to
    session. mean, median, low and high (quartiles): severity 0-10, None below MIN_DAYS rated days.
    noted: ids of the reactions noted with one of its sessions or, without a session, for the region
    in these days. rank: 1 = lowest mean, equal ones share it; None where it is not compared, see
    `epochs`. applicators: as people read them.
    """

    region: str
    starts: date
    ends: date
    settings: Settings
    applicators: tuple[Sentence | str, ...]
    done: int
    planned: int | None
    rated: int
    in_induction: int
    mean: float | None
    median: float | None
    low: float | None
    high: float | None
    noted: frozenset[str]
    rank: int | None = None

    @property
    def reactions(self) -> int:
        """How many reactions were noted."""
        return len(self.noted)

    @property
    def days(self) -> int:
        """Calendar days of the epoch, the first and the last included."""
        return (self.ends - self.starts).days + 1

    @property
    def comparable(self) -> bool:
        """Tell whether enough is known to compare it: days, sessions and rated days."""
        long = self.days >= RANKED_FROM_DAYS and self.done >= RANKED_FROM_SESSIONS
        return long and self.mean is not None

    @property
    def settled(self) -> bool:
        """Tell whether at least half of its rated days lie after an induction."""
        return 2 * self.in_induction <= self.rated

    @property
    def ranked(self) -> bool:
        """Tell whether it is compared with others."""
        return self.rank is not None


def epochs(
    snapshot: Snapshot,
    region: str,
    sessions: Mapping[str, Sequence[Session]] | None = None,
    today: date | None = None,
) -> tuple[Epoch, ...]:
    """Split the sessions of a region where their settings or their rhythm changed, by time.

    A new epoch begins with the first day whose settings do not fit those before: other
    applicators, a current that would make the epoch span more than CURRENT_BAND_MA, other whole
    minutes, water, additive, polarity or waveform. What a session does not state fits anything,
    as do the minutes of one that was stopped early. It begins as well after more than BREAK_DAYS
    without a session, and where two gaps in a row between days with a session are each at least
    RHYTHM_FACTOR times the median gap so far (of RHYTHM_GAPS gaps at least), or at most the median
    divided by it: with the session before the first of the two.

    Sessions of one day are one day of the rhythm and never parted: their applicators count
    together, the longest minutes, the weakest and the strongest current each within the band, and
    of the rest what is stated first.

    Those that are `comparable` are ranked by their mean. In an induction sweating still falls from
    session to session, whatever the settings: an epoch is only ranked if at least half of its
    rated days lie after one. Where that holds of none of them, those within an induction are
    ranked among themselves. A single one has no rank. A rule of this project, no finding.

    Args:
        snapshot: the diary.
        region: id.
        sessions: as from `sessions_by_region`, where it is at hand.
        today: day up to which plans are counted; the last entry by default.
    """
    treating = (sessions_by_region(snapshot) if sessions is None else sessions).get(region, ())
    parts = stretches(treating, day_ends_at(snapshot))
    if not parts:
        return ()
    spans = _spans(parts, snapshot.last_day)
    plans = planned_courses(snapshot, region, today or last_entry(snapshot))
    own = {item.applicator: item.name for item in snapshot.of(OwnedApplicator) if item.name}
    severities = _severities(snapshot, region, spans, treating)
    reactions = _reactions(snapshot, region, parts, spans)
    found = [
        Epoch(
            region,
            day_of(span[0]),
            day_of(span[1]),
            part.settings,
            tuple(_applicator(id_, own) for id_ in part.settings.applicators),
            len(part.sessions),
            _planned(plans, span),
            *severity,
            ids,
        )
        for part, span, severity, ids in zip(parts, spans, severities, reactions, strict=True)
    ]
    return _with_ranks(found)


def settings_in_words(epoch: Epoch) -> Sentence:
    """Say with which settings the region was treated in an epoch, only what was stated."""
    return in_words(epoch.settings, epoch.applicators)


def _spans(parts: Sequence[Stretch], last_rated: date | None) -> list[_Span]:
    """Return the first and the last day of every epoch."""
    end = parts[-1].last if last_rated is None else day_number(last_rated)
    nexts = [*(part.first - 1 for part in parts[1:]), end]
    return [
        (part.first, max(part.last, min(until, part.last + BREAK_DAYS)))
        for part, until in zip(parts, nexts, strict=True)
    ]


_Severity = tuple[int, int, float | None, float | None, float | None, float | None]
"""Rated days, those in an induction, mean, median, lower and upper quartile."""


def _severities(
    snapshot: Snapshot, region: str, spans: Sequence[_Span], treating: Sequence[Session]
) -> list[_Severity]:
    """Sum up the rated days of every epoch."""
    import numpy as np

    days, severities = snapshot.rated(region)
    starts, ends = np.array(spans).T
    place = np.searchsorted(starts, days, side="right") - 1
    inside = (place >= 0) & (days <= ends[place])
    values = SEVERITY_MAX + 1
    cells = place[inside] * values + severities[inside]
    counts = np.bincount(cells, minlength=len(spans) * values).reshape(-1, values)
    moved = moved_inductions(snapshot).get(region)
    _, settled = since_session(days, days_of(treating, day_ends_at(snapshot)), moved)
    induction = np.bincount(place[inside & ~settled], minlength=len(spans))
    found: list[_Severity] = []
    columns = (induction, counts.sum(axis=1), counts @ np.arange(values), *quartiles(counts))
    for begun, n, total, low, median, high in zip(*(c.tolist() for c in columns), strict=True):
        enough = n >= MIN_DAYS
        middle = (total / n, median, low, high) if enough else (None, None, None, None)
        found.append((n, begun, *middle))
    return found


def _reactions(
    snapshot: Snapshot, region: str, parts: Sequence[Stretch], spans: Sequence[_Span]
) -> list[frozenset[str]]:
    """Return the ids of the reactions of every epoch."""
    noted = snapshot.of(Reaction)
    if not noted:
        return [frozenset()] * len(spans)
    known = {session.id for session in snapshot.of(Session)}
    place = {session.id: number for number, part in enumerate(parts) for session in part.sessions}
    starts = [first for first, _ in spans]
    found: list[set[str]] = [set() for _ in spans]
    for reaction in noted:
        epoch: int | None = None
        if reaction.session in known:
            # A session of hands and feet may have hurt the feet alone: the region is then said.
            if reaction.region in {None, region}:
                epoch = place.get(reaction.session or "")
        elif reaction.region == region:
            began = day_number(reaction.began)
            near = bisect_right(starts, began) - 1
            epoch = near if near >= 0 and began <= spans[near][1] else None
        if epoch is not None:
            found[epoch].add(reaction.id)
    return list(map(frozenset, found))


def _planned(plans: Sequence[PlannedCourse], span: _Span) -> int | None:
    first, last = span
    covering = [plan for plan in plans if plan.days[0] <= last and plan.days[-1] >= first]
    if not covering:
        return None
    return sum(int(((plan.days >= first) & (plan.days <= last)).sum()) for plan in covering)


def _applicator(id_: str, own: Mapping[str, str]) -> Sentence | str:
    if id_ in APPLICATORS:
        return own.get(id_) or Sentence(APPLICATORS[id_].name, context="Applicator")
    return own.get(id_, id_)


def _with_ranks(found: Sequence[Epoch]) -> tuple[Epoch, ...]:
    """Give every epoch that is compared its place by mean severity."""
    comparable = [epoch for epoch in found if epoch.comparable]
    settled = any(epoch.settled for epoch in comparable)
    compared = [epoch for epoch in comparable if epoch.settled or not settled]
    if len(compared) < 2:
        return tuple(found)  # a rank of one among one says nothing
    means = sorted(epoch.mean for epoch in compared if epoch.mean is not None)
    places = {
        epoch.starts: means.index(epoch.mean) + 1 for epoch in compared if epoch.mean is not None
    }
    return tuple(replace(epoch, rank=places.get(epoch.starts)) for epoch in found)
