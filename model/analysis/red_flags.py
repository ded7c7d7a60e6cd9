"""Signs that a diary can see and a doctor should: never a diagnosis, always with the days.

Which signs: Walling 2011 (415 charts). How a diary counts them is our own convention; every
number and text stands with its source in model.catalog.cautions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from model.analysis.days import days_of
from model.analysis.notices import Finding, finding
from model.analysis.sentences import Sentence
from model.catalog import cautions
from model.catalog.regions import REGIONS
from model.records.day import DayContext
from model.records.person import Profile
from model.records.snapshot import MISSING, Snapshot
from model.records.treatment import CoTreatment, Session

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Ratings = Mapping[str, Mapping[date, int]]
"""Region id -> day -> severity 0..10; days not rated or not applicable are absent."""

_DAY = timedelta(days=1)
_PAIRS = tuple((r.id, r.pair) for r in REGIONS.values() if r.pair)  # both ways round


@dataclass(frozen=True)
class _Diary:
    """What the rules look at; `treated` holds the day and regions of each session."""

    ratings: Ratings
    nights: frozenset[date]
    hot: frozenset[date]
    treated: tuple[tuple[date, frozenset[str]], ...]
    co_treatments: tuple[CoTreatment, ...]


class _Row(Mapping[date, int]):
    """The severities of one region by day, looked up where they lie.

    The rules look at weeks; a dict of 20 years takes longer to make than all of them to ask.
    """

    def __init__(self, first: int, severities: npt.NDArray[np.int8]) -> None:
        """Take the severities of each day from the day `first` (ordinal) on, below 0 for none."""
        self._first, self._severities = first, memoryview(severities.tobytes()).cast("b")

    def __getitem__(self, day: date) -> int:
        at = day.toordinal() - self._first
        severity = self._severities[at] if 0 <= at < len(self._severities) else MISSING
        if severity < 0:
            raise KeyError(day)
        return severity

    def __iter__(self) -> Iterator[date]:
        """Yield the rated days, ascending."""
        rated = (at for at, severity in enumerate(self._severities) if severity >= 0)
        return (date.fromordinal(self._first + at) for at in rated)

    def __len__(self) -> int:
        return sum(severity >= 0 for severity in self._severities)


def flags(
    ratings: Ratings,
    contexts: Iterable[DayContext],
    profile: Profile,
    sessions: Iterable[Session],
    today: date,
    co_treatments: Iterable[CoTreatment] = (),
) -> tuple[Finding, ...]:
    """Return the red flags that hold on a day; what was entered of later days is left out.

    A flag's reason names the first day of its episode, so that it is shown once however long it
    holds. Hand over the whole diary: with the last weeks only, every day would begin an episode.

    Args:
        ratings: severities 0..10, see `ratings_by_region`.
        contexts: of any days, in any order.
        profile: its age of onset and the hour at which its day ends are looked at.
        sessions: in any order.
        today: the calendar day of the patient.
        co_treatments: in any order; one of one side only may explain a difference.

    Source: walling2011 for the signs; the counting is a convention (cautions, "drymap").
    """
    contexts, done = tuple(contexts), tuple(sessions)
    nights = {c.day for c in contexts if c.night_sweat in cautions.DRENCHED.items}
    diary = _Diary(
        ratings,
        frozenset(nights),
        frozenset(c.day for c in contexts if c.heat in cautions.HOT.items),
        tuple(
            (day, frozenset(session.regions))
            for day, session in zip(days_of(done, profile.day_ends_at_hour), done, strict=True)
        ),
        tuple(co_treatments),
    )
    rules: list[Callable[[date], Finding | None]] = [
        lambda day: _drenching_nights(diary, day),
        *(_one_sided(diary, wetter, drier) for wetter, drier in _PAIRS),
        lambda day: _generalised(diary, day),
    ]
    found = [flag for rule in rules if (flag := _with_episode(rule, today))]
    return (*_late_onset(profile), *found)


def ratings_by_region(snapshot: Snapshot) -> Ratings:
    """Return the severities of every region of a diary by day, as `flags` takes them."""
    first = snapshot.first_day.toordinal()
    columns = zip(snapshot.regions, snapshot.severity.T, strict=True)
    return {region: _Row(first, column) for region, column in columns}


def _with_episode(rule: Callable[[date], Finding | None], today: date) -> Finding | None:
    """Return the flag of today with the first day of its episode in its reason."""
    flag = rule(today)
    if flag is None:
        return None
    since = day = today
    while (since - day).days < cautions.EPISODE_GAP.value:
        day -= _DAY
        if rule(day):
            since = day
    return replace(flag, reason=f"{flag.reason}{since}")


def _late_onset(profile: Profile) -> Iterator[Finding]:
    age, limit = profile.onset_age, cautions.ONSET_AFTER.value
    if age is not None and age > limit:
        yield finding("onset", str(age), (), age=age, limit=limit)


def _drenching_nights(diary: _Diary, today: date) -> Finding | None:
    within = _window(today, cautions.NIGHTS_WITHIN.value)
    nights = [day for day in within if day in diary.nights]
    if len(nights) < cautions.NIGHTS.value:
        return None
    return finding("nights", "", nights, count=len(nights), first=nights[0], last=nights[-1])


def _one_sided(diary: _Diary, wetter: str, drier: str) -> Callable[[date], Finding | None]:
    """Return the rule that one side has begun to sweat more than the other on most days."""
    wet, dry = diary.ratings.get(wetter, {}), diary.ratings.get(drier, {})
    span, points = cautions.SIDE_WITHIN.value, cautions.SIDE_POINTS.value

    def rated_and_apart(last: date) -> tuple[list[date], list[date]]:
        rated = [day for day in _window(last, span) if day in wet and day in dry]
        return rated, [day for day in rated if wet[day] - dry[day] >= points]

    def rule(today: date) -> Finding | None:
        rated, apart = rated_and_apart(today)
        before, apart_before = rated_and_apart(today - span * _DAY)
        if min(len(rated), len(before)) < cautions.SIDE_RATED.value:
            return None  # too little to compare, or nothing to call it new against
        new = _most(apart, rated) and not _most(apart_before, before)
        if not new or _explained(diary, wetter, drier, today):
            return None
        return finding(
            "one_sided",
            f"{wetter}:",
            apart,
            count=len(apart),
            rated=len(rated),
            first=rated[0],
            last=rated[-1],
            points=points,
            wetter=Sentence(REGIONS[wetter].name, context="Region"),
            drier=Sentence(REGIONS[drier].name, context="Region"),
        )

    return rule


def _most(some: Sequence[date], of: Sequence[date]) -> bool:
    return len(some) > len(of) - len(some)


def _explained(diary: _Diary, wetter: str, drier: str, today: date) -> bool:
    """Tell whether the drier side was treated, and the other not or far more seldom.

    A side that sweats more although it alone is treated is not explained by that.
    """
    span = cautions.SIDE_WITHIN.value + cautions.SIDE_TREATED_WITHIN.value
    first = today - (span - 1) * _DAY
    treated = [regions for day, regions in diary.treated if first <= day <= today]
    at_wetter, at_drier = (sum(_reached(side, r) for r in treated) for side in (wetter, drier))
    if at_drier > cautions.SIDE_TREATED_TIMES.value * at_wetter:
        return True
    return any(
        _reached(drier, item.regions)
        and not _reached(wetter, item.regions)
        and (item.starts is None or item.starts <= today)
        and (item.ends is None or item.ends >= first or item.kind in cautions.LASTING.items)
        for item in diary.co_treatments
    )


def _reached(region: str, regions: Collection[str]) -> bool:
    return region in regions or REGIONS[region].parent in regions


def _generalised(diary: _Diary, today: date) -> Finding | None:
    """Compare the means of each part of the body; days marked as hot are left out."""
    now = [d for d in _window(today, cautions.SPREAD_WITHIN.value) if d not in diary.hot]
    eve = today - cautions.SPREAD_WITHIN.value * _DAY
    before = [d for d in _window(eve, cautions.SPREAD_BEFORE.value) if d not in diary.hot]
    rises: dict[str, list[float]] = {}
    days: set[date] = set()
    for region, row in diary.ratings.items():
        recent, earlier = ([d for d in span if d in row] for span in (now, before))
        enough = min(len(recent), len(earlier)) >= cautions.SPREAD_RATED.value
        if enough and region in REGIONS:
            rise = fmean(row[d] for d in recent) - fmean(row[d] for d in earlier)
            rises.setdefault(REGIONS[region].group, []).append(rise)
            days.update(recent)
    risen = {group for group, of in rises.items() if fmean(of) >= cautions.SPREAD_POINTS.value}
    if len(risen) < cautions.SPREAD_GROUPS.value or "trunk" not in risen:
        return None
    return finding(
        "generalised",
        "",
        days,
        count=len(risen),
        first=min(days),
        last=max(days),
        points=cautions.SPREAD_POINTS.value,
        days=cautions.SPREAD_BEFORE.value,
    )


def _window(last: date, days: int) -> list[date]:
    """Return so many days that end with `last`, ascending."""
    return [last - back * _DAY for back in reversed(range(days))]
