"""What the buttons of a day write: functions of the diary, run on its own thread.

A day that is None is the one being lived: before the diary was read, nobody else knows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from model.text import QT_TRANSLATE_NOOP
from ui.widgets.severity import NOT_APPLICABLE

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.day import DayContext, Moment, Rating
    from model.records.rules import Record
    from model.records.snapshot import Change


def ratings(
    diary: Diary, day: date | None, regions: Sequence[str], severity: int
) -> tuple[Record, ...]:
    """Return the same severity for some regions; a day that is rated is no longer unknown."""
    from model.records.day import Rating

    day = day or diary.today()
    value = None if severity == NOT_APPLICABLE else severity
    entered, now = entered_on(diary, day), diary.now()
    rated = tuple(Rating(day, region, value, entered, now) for region in regions)
    return (*rated, *_without_state(diary, day))


def take_back(diary: Diary, day: date | None, regions: Sequence[str], title: str) -> Change | None:
    """Take the ratings of a day away: not recorded again."""
    day = day or diary.today()
    old = [r for r in diary.ratings_between(day, day) if r.region in regions]
    return diary.remove(*old, title=title) if old else None


def all_dry(diary: Diary, day: date | None, mine: Sequence[str]) -> tuple[Record, ...]:
    """Return an explicit 0 for each of my regions that has no rating yet."""
    from model.analysis import days

    day = day or diary.today()
    given = diary.ratings_between(day, day)
    dry = days.all_dry(day, mine, given, entered_on(diary, day), diary.now())
    return (*dry, *_without_state(diary, day))


def same_as_before(diary: Diary, day: date | None, left_out: frozenset[str]) -> tuple[Record, ...]:
    """Return copies of the ratings of the day before, marked as copied.

    `left_out` are regions that were retired or taken out of the list meanwhile.
    """
    from model.analysis import days

    day = day or diary.today()
    before, given = day - timedelta(days=1), diary.ratings_between(day, day)
    rated = [r for r in diary.ratings_between(before, before) if r.region not in left_out]
    return (*days.copied(day, rated, given, diary.now()), *_without_state(diary, day))


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
    entered = rating.entered if rating else entered_on(diary, moment.day)
    follows = days.from_moments(moment.day, (*before, moment), moment.region, entered)
    return (moment,) if follows is None or follows == rating else (moment, follows)


def without_moment(diary: Diary, moment: Moment, title: str) -> Change:
    """Take a moment away; a rating that followed the moments follows those that are left."""
    from model.analysis import days

    before, rating = _moments(diary, moment), _rating(diary, moment)
    if rating is None or not days.follows_moments(rating, before, moment.region):
        return diary.remove(moment, title=title)
    left = [each for each in before if each.id != moment.id]
    follows = days.from_moments(moment.day, left, moment.region, rating.entered)
    if follows is None:
        return diary.remove(moment, rating, title=title)
    return diary.put(follows, title=title, without=(moment,))


def day_that_ends_at(diary: Diary, hour: int) -> Change:
    """Let the day end at an hour from now on; what was entered since midnight goes along.

    It stays where the day before says something of the same region already.
    """
    from model.records.day import DayContext, Moment
    from model.records.person import Profile

    profile = next(iter(diary.of(Profile)), Profile())
    day = diary.now().date()
    before = day - timedelta(days=1)
    kept = {rating.region for rating in diary.ratings_between(before, before)}
    moving: list[Rating | Moment | DayContext] = [
        rating for rating in diary.ratings_between(day, day) if rating.region not in kept
    ]
    moving += diary.between(Moment, day, day)
    if not diary.between(DayContext, before, before):
        moving += diary.between(DayContext, day, day)
    moved = [replace(record, day=before) for record in moving]
    gone = [record for record in moving if "day" in record.KEY]
    title = QT_TRANSLATE_NOOP("Change", "End of the day")
    return diary.put(replace(profile, day_ends_at_hour=hour), *moved, title=title, without=gone)


def entered_on(diary: Diary, day: date) -> str:
    """Say how an entry for a day counts that is made now."""
    return "same_day" if day == diary.today() else "late"


def _moments(diary: Diary, moment: Moment) -> tuple[Moment, ...]:
    from model.records.day import Moment

    return diary.between(Moment, moment.day, moment.day)


def _without_state(diary: Diary, day: date) -> tuple[DayContext, ...]:
    return context(diary, day, {"state": None})


def _rating(diary: Diary, moment: Moment) -> Rating | None:
    rated = diary.ratings_between(moment.day, moment.day)
    return next((rating for rating in rated if rating.region == moment.region), None)
