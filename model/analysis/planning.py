"""What a diary needs before the first session: days, regions left untreated, staggered starts.

Source: the simulation study of the project's method note (section 5.2) for the days; single-case
standards of the What Works Clearinghouse (Kratochwill et al. 2010) for staggered starts. Facts
about evidence only: nothing here says how to treat.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from model.analysis.phases import BASELINE_DAYS, MIN_DAYS, parents_of
from model.analysis.reasons import FIRM_DAYS
from model.analysis.sentences import Sentence, counted
from model.catalog.regions import REGIONS, pair_of
from model.records.person import FollowedRegion
from model.records.snapshot import Snapshot, day_number
from model.records.treatment import Course, Session
from model.text import QT_TRANSLATE_NOOP

RECOMMENDED_DAYS = 14
"""Rated days before the first session that are recommended (method note, sections 0 and 2.3)."""
SEEN_OF_A_THIRD: dict[int, float] = {5: 0.32, 7: 0.42, 10: 0.61, 14: 0.75, 21: 0.87, 28: 0.91}
"""Days of baseline -> share of simulated patients in whom a true fall of 31 % was seen (source:
own simulation, method note, section 5.2: 28 days of maintenance, 15 % of the days missing)."""

_CONTEXT = "Planning"
_GOALS: tuple[tuple[int, str, str], ...] = (
    (
        MIN_DAYS,
        QT_TRANSLATE_NOOP(
            "Planning",
            "Rate {count} more day before the first session: with fewer than {goal} rated days no"
            " change can be given.",
        ),
        QT_TRANSLATE_NOOP(
            "Planning",
            "Rate {count} more days before the first session: with fewer than {goal} rated days no"
            " change can be given.",
        ),
    ),
    (
        FIRM_DAYS,
        QT_TRANSLATE_NOOP(
            "Planning",
            "Rate {count} more day before the first session: with fewer than {goal} rated days a"
            " change stays provisional.",
        ),
        QT_TRANSLATE_NOOP(
            "Planning",
            "Rate {count} more days before the first session: with fewer than {goal} rated days a"
            " change stays provisional.",
        ),
    ),
    (
        RECOMMENDED_DAYS,
        QT_TRANSLATE_NOOP(
            "Planning",
            "Rate {count} more day before the first session to reach the {goal} days that are"
            " recommended.",
        ),
        QT_TRANSLATE_NOOP(
            "Planning",
            "Rate {count} more days before the first session to reach the {goal} days that are"
            " recommended.",
        ),
    ),
)
_ENOUGH = QT_TRANSLATE_NOOP(
    "Planning",
    "{goal} days or more are rated before the first session, as recommended; further days narrow"
    " the likely range.",
)
_RATED = QT_TRANSLATE_NOOP("Planning", "Rated in the last {span} days: {count}.")
_RATED_RANGE = QT_TRANSLATE_NOOP(
    "Planning", "Rated in the last {span} days: {fewest} to {most}, depending on the region."
)
_WHY_DAYS = QT_TRANSLATE_NOOP(
    "Planning",
    "With {enough} days before the first session an improvement of a third is seen 3 times out of"
    " 4; with {few} days less than half of the time (simulated diaries).",
)
_ONE_RATED = QT_TRANSLATE_NOOP(
    "Planning",
    "Only one region is rated. One or two more that stay untreated would show what weather and"
    " stress do in the same days.",
)
_ALL_PLANNED = QT_TRANSLATE_NOOP(
    "Planning",
    "Every rated region is planned for treatment. One or two rated regions that stay untreated"
    " would show what weather and stress do in the same days.",
)
_KEEP = QT_TRANSLATE_NOOP(
    "Planning",
    "One or two regions that are rated and stay untreated show what weather and stress do in the"
    " same days.",
)
_STAGGERED = QT_TRANSLATE_NOOP(
    "Planning",
    "Regions can begin one after the other, for example the palms first and the soles {days} days"
    " later. Until the later one begins, the earlier one can be compared with it as with an"
    " untreated region; after that only regions that stay untreated show what weather and stress"
    " do. A change that follows each start is stronger evidence than one start; standards for"
    " single cases ask for three (multiple-baseline design, Kratochwill et al. 2010).",
)
STAGGER_DAYS = 10
"""Days between two starts in the example (method note, section 2.6).

The comparison ends with the later start: `phases.control_until`. Three starts: the standards ask
for six phases, a baseline and a treatment of each (Kratochwill et al. 2010; method note, 1)."""


def planning(snapshot: Snapshot, today: date) -> tuple[Sentence, ...]:
    """Say what would make a later result surer; () once there is a session.

    Args:
        snapshot: the diary.
        today: the last day that can belong to the baseline; only the days up to BASELINE_DAYS
            before the first session will count.
    """
    if snapshot.of(Session):
        return ()
    counts = _rated_days(snapshot, today)
    regions = _regions(snapshot, counts)
    said = [_how_many(counts), _still_missing(min(counts.values(), default=0)), _why_days()]
    parents = parents_of(snapshot)
    if regions:
        said.append(_untreated(regions, _planned(regions, snapshot, parents, today)))
    if _can_be_staggered(regions, parents):
        said.append(Sentence(_STAGGERED, {"days": STAGGER_DAYS}, context=_CONTEXT))
    return tuple(said)


def _rated_days(snapshot: Snapshot, today: date) -> dict[str, int]:
    """Count the rated days of each region that could be its baseline; regions without any drop."""
    first, last = day_number(today - timedelta(days=BASELINE_DAYS - 1)), day_number(today)
    counts = {}
    for region in snapshot.regions:
        days, _ = snapshot.rated(region)
        counts[region] = int(((days >= first) & (days <= last)).sum())
    return {region: count for region, count in counts.items() if count}


def _regions(snapshot: Snapshot, counts: Collection[str]) -> frozenset[str]:
    """Return the regions that are followed, or rated lately."""
    followed = {each.region: each.followed for each in snapshot.of(FollowedRegion)}
    return frozenset(region for region in {*followed, *counts} if followed.get(region, True))


def _planned(
    regions: Collection[str], snapshot: Snapshot, parents: Mapping[str, str], today: date
) -> frozenset[str]:
    """Return those of the regions that the courses that are not over will treat."""
    courses = [each for each in snapshot.of(Course) if each.ends is None or each.ends >= today]
    named = {region for each in courses for region in each.regions}
    return frozenset(region for region in regions if _is_treated_with(region, named, parents))


def _is_treated_with(region: str, named: Collection[str], parents: Mapping[str, str]) -> bool:
    """Tell whether a region is named or lies in one that is; a face mask leaves some parts out."""
    while region and region not in named:
        part = REGIONS.get(region)
        outer = part.parent if part and part.reach != "none" else ""
        region = parents.get(region, outer)
    return bool(region)


def _how_many(counts: dict[str, int]) -> Sentence:
    fewest, most = min(counts.values(), default=0), max(counts.values(), default=0)
    if fewest == most:
        return Sentence(_RATED, {"span": BASELINE_DAYS, "count": most}, context=_CONTEXT)
    fields = {"span": BASELINE_DAYS, "fewest": fewest, "most": most}
    return Sentence(_RATED_RANGE, fields, context=_CONTEXT)


def _still_missing(rated: int) -> Sentence:
    for goal, one, many in _GOALS:
        if rated < goal:
            found = counted(one, many, goal - rated, goal=goal)
            return Sentence(found.text, found.fields, context=_CONTEXT)
    return Sentence(_ENOUGH, {"goal": RECOMMENDED_DAYS}, context=_CONTEXT)


def _why_days() -> Sentence:
    """Return the planning line; the words for the shares hold for these two counts of days."""
    return Sentence(_WHY_DAYS, {"enough": RECOMMENDED_DAYS, "few": 7}, context=_CONTEXT)


def _untreated(regions: frozenset[str], planned: frozenset[str]) -> Sentence:
    if len(regions) == 1:
        return Sentence(_ONE_RATED, context=_CONTEXT)
    return Sentence(_ALL_PLANNED if regions <= planned else _KEEP, context=_CONTEXT)


def _can_be_staggered(regions: frozenset[str], parents: Mapping[str, str]) -> bool:
    """Tell whether two regions could begin on different days; left and right begin together."""
    places = {parents.get(region, region) for region in regions}
    places = {place for place in places if place in REGIONS}
    treatable = {place for place in places if REGIONS[place].reach in {"applicator", "special"}}
    return len({min(place, pair_of(place) or place) for place in treatable}) > 1
