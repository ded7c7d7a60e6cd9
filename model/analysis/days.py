"""What the entries of one day say together: which regions are mine, what is still missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from model.records.day import Moment, Rating
from model.records.person import FollowedRegion

if TYPE_CHECKING:
    from model.records.treatment import Session

_WEEK = 7
_STATES = ("not_applicable", "not_remembered")  # of model.catalog.terms.DAY_STATES
_NOT_ON_THE_DAY = ("copied", "late", "imported")
"""Of terms.ENTERED, the most doubtful first: one such rating is enough to say so of the day."""


def my_regions(
    followed: Sequence[FollowedRegion],
    rated: Collection[str],
    today_rated: Collection[str],
    order: Sequence[str],
) -> tuple[str, ...]:
    """Return the regions that stand in the list of a day, each once.

    Args:
        followed: all that the diary holds, in any order, those no longer followed as well.
        rated: ids rated within the last weeks; they are listed unless no longer followed.
        today_rated: ids rated on the day shown; they are always listed.
        order: ids of the catalog from head to foot; other ids come last.

    Returns:
        The followed ones by position, then the others in `order`.
    """
    mine = [row.region for row in sorted(followed, key=lambda row: (row.position, row.region))]
    left = {row.region for row in followed if not row.followed}
    listed = [region for region in mine if region not in left]
    place = {region: number for number, region in enumerate(order)}
    others = ({*rated} - left | {*today_rated}) - {*listed}
    in_order = sorted(others, key=lambda region: (place.get(region, len(place)), region))
    return (*listed, *in_order)


def all_dry(
    day: date, mine: Iterable[str], given: Iterable[Rating], entered: str, now: datetime
) -> tuple[Rating, ...]:
    """Return an explicit 0 for each region of mine that has no rating yet.

    Args:
        day: the day that was dry.
        mine: region ids.
        given: the ratings of `day`; none of them is touched, not applicable included.
        entered: a key of model.catalog.terms.ENTERED.
        now: time of entry, with its offset.
    """
    has = {rating.region for rating in given}
    wanted = (region for region in dict.fromkeys(mine) if region not in has)
    return tuple(Rating(day, region, 0, entered, now) for region in wanted)


def copied(
    day: date, before: Iterable[Rating], given: Iterable[Rating], now: datetime
) -> tuple[Rating, ...]:
    """Return the day before once more, marked as copied, where there is no rating yet.

    Args:
        day: the day that was the same.
        before: the ratings of the day before, severities 0..10 or not applicable.
        given: the ratings of `day`; none of them is touched, not applicable included.
        now: time of entry, with its offset.
    """
    has = {rating.region for rating in given}
    wanted = (rating for rating in before if rating.region not in has)
    return tuple(Rating(day, rating.region, rating.severity, "copied", now) for rating in wanted)


def mark(mine: Collection[str], given: Collection[Rating], state: str | None) -> str:
    """Say in one word how a day was logged, for its dot.

    Args:
        mine: ids of the regions that were expected on that day; where there are none, the
            ratings that were given are all of it.
        given: the ratings of that day, of any region; not applicable is a rating.
        state: of the day's DayContext; it counts where no rating was given.

    Returns:
        A key of model.catalog.terms.DAY_MARKS.
    """
    if not given:
        return state if state in _STATES else "none"
    if not {*mine} <= {rating.region for rating in given}:
        return "partly"
    if all(rating.severity is None for rating in given):
        return "not_applicable"
    entered = {rating.entered for rating in given}
    return next((how for how in _NOT_ON_THE_DAY if how in entered), "same_day")


def follows_moments(rating: Rating | None, before: Iterable[Moment], region: str) -> bool:
    """Tell whether the day's severity is that of its moments, not the patient's own word.

    A rating that follows carries as its time of entry the time of the moment that it repeats (see
    `from_moments`), goes on with the worst of whatever moments there will be, and goes with the
    last of them. One that the patient set stays as it is, not applicable included.

    Args:
        rating: of the region on that day, None where there is none: the next moment gives one.
        before: the moments of that day before one is added, changed or removed.
        region: id.
    """
    return rating is None or any(
        moment.region == region
        and moment.severity == rating.severity
        and moment.at == rating.recorded_at
        for moment in before
    )


def from_moments(day: date, moments: Iterable[Moment], region: str, entered: str) -> Rating | None:
    """Return the rating that follows from the moments of a region, None where it has none.

    Its time of entry is that of the worst moment, the earliest of several: `follows_moments`
    knows it by that.
    """
    mine = [moment for moment in moments if moment.region == region]
    if not mine:
        return None
    most = min(mine, key=lambda moment: (-moment.severity, moment.at))
    return Rating(day, region, most.severity, entered, most.at)


def session_day(session: Session, ends_at: int = 0) -> date:
    """Return the patient's day of a session, by its own clock; days end at the hour `ends_at`."""
    started = session.started_at
    return (started - timedelta(hours=ends_at)).date() if ends_at else started.date()


def days_of(sessions: Sequence[Session], ends_at: int) -> tuple[date, ...]:
    """Return the patient's day of each session; asked again for the same tuple, it is known."""
    return _days_of(Same(tuple(sessions)), ends_at)


class Same:
    """A key for sessions that is only equal to that of the very same tuple.

    Equal sessions may lie on other days: times are equal if they are one moment, in any zone.
    """

    def __init__(self, sessions: tuple[Session, ...]) -> None:
        self.sessions = sessions

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.sessions is other.sessions

    def __hash__(self) -> int:
        return id(self.sessions)


@lru_cache(maxsize=8)  # those of a diary, the same in order, and those of its regions
def _days_of(same: Same, ends_at: int) -> tuple[date, ...]:
    return tuple(session_day(session, ends_at) for session in same.sessions)


def week_start(day: date, week_starts_on: int) -> date:
    """Return the first day of the week of `day`; weeks start on 1 (Monday) .. 7 (Sunday)."""
    return day - timedelta(days=(day.isoweekday() - week_starts_on) % _WEEK)


def is_weekly_due(
    day: date,
    week_starts_on: int,
    rated_days: Iterable[date],
    answered: Iterable[date],
    passed_over: Iterable[date],
) -> bool:
    """Tell whether the weekly question is offered on a day: once, in the week's first entry.

    Args:
        day: the day shown.
        week_starts_on: 1 (Monday) .. 7 (Sunday).
        rated_days: days with a rating; `day` itself and later ones do not count.
        answered: days with an answer, those of other weeks do not count.
        passed_over: days on which the question was passed over, likewise.
    """
    start = week_start(day, week_starts_on)
    end = start + timedelta(days=_WEEK)
    return not (
        any(start <= done < day for done in rated_days)
        or any(start <= done < end for done in (*answered, *passed_over))
    )
