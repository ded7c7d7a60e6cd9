"""What the buttons of a day write: functions of the diary, run on its own thread.

A day that is None is the one being lived: before the diary was read, nobody else knows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ui.widgets.severity import NOT_APPLICABLE

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.day import DayContext, Moment, Rating
    from model.records.rules import Record
    from model.records.snapshot import Change


def ratings(
    diary: Diary, day: date | None, regions: Sequence[str], severity: int
) -> tuple[Rating, ...]:
    """Return what stands in the diary after the same severity was given to some regions."""
    from model.records.day import Rating

    day = day or diary.today()
    value = None if severity == NOT_APPLICABLE else severity
    entered, now = entered_on(diary, day), diary.now()
    return tuple(Rating(day, region, value, entered, now) for region in regions)


def take_back(diary: Diary, day: date | None, regions: Sequence[str], title: str) -> Change | None:
    """Take the ratings of a day away: not recorded again."""
    day = day or diary.today()
    old = [r for r in diary.ratings_between(day, day) if r.region in regions]
    return diary.remove(*old, title=title) if old else None


def all_dry(diary: Diary, day: date | None, mine: Sequence[str]) -> tuple[Rating, ...]:
    """Return an explicit 0 for each of my regions that has no rating yet."""
    from model.analysis import days

    day = day or diary.today()
    given = diary.ratings_between(day, day)
    return days.all_dry(day, mine, given, entered_on(diary, day), diary.now())


def same_as_before(diary: Diary, day: date | None) -> tuple[Rating, ...]:
    """Return copies of the ratings of the day before, marked as copied."""
    from model.analysis import days

    day = day or diary.today()
    before, given = day - timedelta(days=1), diary.ratings_between(day, day)
    return days.copied(day, diary.ratings_between(before, before), given, diary.now())


def context(diary: Diary, day: date | None, fields: Mapping[str, Any]) -> tuple[DayContext, ...]:
    """Return the day's context with some fields set anew, nothing where that changes nothing."""
    from model.records.day import DayContext

    day = day or diary.today()
    before = next(iter(diary.between(DayContext, day, day)), DayContext(day))
    after = replace(before, **fields)
    if after == before:
        return ()
    now = diary.now()
    return (replace(after, recorded_at=now, zone=now.tzname()),)


def with_moment(diary: Diary, moment: Moment) -> tuple[Record, ...]:
    """Return a moment, and the day's rating where that follows the worst of its moments."""
    from model.analysis import days

    before, rating = _moments(diary, moment), _rating(diary, moment)
    if not days.follows_moments(rating, before, moment.region):
        return (moment,)
    worst = days.worst((*before, moment), moment.region)
    if worst is None or (rating is not None and rating.severity == worst):
        return (moment,)
    return (moment, *ratings(diary, moment.day, (moment.region,), worst))


def without_moment(diary: Diary, moment: Moment, title: str) -> Change:
    """Take a moment away; a rating that followed the moments follows those that are left."""
    from model.analysis import days

    before, rating = _moments(diary, moment), _rating(diary, moment)
    if rating is None or not days.follows_moments(rating, before, moment.region):
        return diary.remove(moment, title=title)
    left = [each for each in before if each.id != moment.id]
    worst = days.worst(left, moment.region)
    if worst is None:
        return diary.remove(moment, rating, title=title)
    follows = replace(rating, severity=worst)
    return diary.put(follows, title=title, without=(moment,))


def entered_on(diary: Diary, day: date) -> str:
    """Say how an entry for a day counts that is made now."""
    return "same_day" if day == diary.today() else "late"


def _moments(diary: Diary, moment: Moment) -> tuple[Moment, ...]:
    from model.records.day import Moment

    return diary.between(Moment, moment.day, moment.day)


def _rating(diary: Diary, moment: Moment) -> Rating | None:
    rated = diary.ratings_between(moment.day, moment.day)
    return next((rating for rating in rated if rating.region == moment.region), None)
