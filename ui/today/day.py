"""What the page shows of one day, read in one go on the diary's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from ui.widgets.severity import NOT_APPLICABLE, NOT_RECORDED

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.day import Assessment, DayContext, Gravimetry, Moment, Rating
    from model.records.person import FollowedRegion, OwnRegion, Profile

RECENT_DAYS = 28
"""A region rated so few days before or after the day shown has a strip. A convention."""

DOTS = 14
"""Days in the strip of dots, today included (issue: the last 14 days)."""

SPARK_DAYS = 7
WEEKLY_QUESTION = "weekly_question"  # key of terms.NOTICES
TAG_DAYS = 90
"""Own tags of so many days are offered again. A convention."""


@dataclass(frozen=True)
class Day:
    """One day as the page shows it; severities 0..10, NOT_APPLICABLE, absent = not recorded."""

    day: date
    today: date
    now: datetime
    day_ends_at: int = 0  # hour
    values: Mapping[str, int] = field(default_factory=dict)
    ghosts: Mapping[str, int] = field(default_factory=dict)  # of the day before
    week: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # SPARK_DAYS up to `day`
    listed: tuple[str, ...] = ()
    marks: tuple[tuple[date, str], ...] = ()  # DOTS days up to today, keys of terms.DAY_MARKS
    followed: tuple[FollowedRegion, ...] = ()
    own: tuple[OwnRegion, ...] = ()
    context: DayContext | None = None
    known_tags: tuple[str, ...] = ()
    moments: tuple[Moment, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    weighings: tuple[Gravimetry, ...] = ()
    weekly_due: bool = False
    weekly_answer: Assessment | None = None  # given on the day shown
    undo_title: str | None = None
    left_out: frozenset[str] = frozenset()  # retired, or taken out of the list
    is_read: bool = False  # False while the diary has not answered


def read_day(diary: Diary, day: date) -> Day:
    """Read a day and what surrounds it; the whole diary is not looked at."""
    from model.analysis import days
    from model.catalog.regions import REGIONS
    from model.records.day import Assessment, DayContext, Gravimetry, Moment
    from model.records.person import FollowedRegion, OwnRegion, Profile

    today = diary.today()
    profile = next(iter(diary.of(Profile)), Profile())
    followed, own = diary.of(FollowedRegion), diary.of(OwnRegion)
    ratings = _by_day(diary, day, today)
    retired = {region.id for region in own if region.retired}
    recent = {
        rating.region
        for when, rows in ratings.items()
        if abs(when - day) <= timedelta(days=RECENT_DAYS)
        for rating in rows
    }
    given = {rating.region for rating in ratings.get(day, ())}
    listed = days.my_regions(
        [row for row in followed if row.region not in retired],
        recent - retired | given,
        given,
        tuple(REGIONS),
    )
    contexts = {
        row.day: row
        for row in (
            *diary.between(DayContext, today - timedelta(days=TAG_DAYS), today),
            *diary.between(DayContext, day, day),
        )
    }
    assessments = diary.between(Assessment, day, day)
    return Day(
        day,
        today,
        diary.now(),
        profile.day_ends_at_hour,
        _severities(ratings.get(day, ())),
        _severities(ratings.get(day - timedelta(days=1), ())),
        _week(ratings, day),
        listed,
        _marks(ratings, contexts, listed, today),
        followed,
        own,
        contexts.get(day),
        tuple(sorted({tag for row in contexts.values() for tag in row.tags})),
        diary.between(Moment, day, day),
        assessments,
        diary.between(Gravimetry, day, day),
        day == today
        and bool(listed)
        and _is_weekly_due(diary, today, profile, _rated_in_time(ratings)),
        next((row for row in assessments if row.instrument == "hdss" and day == today), None),
        diary.undo_title,
        frozenset(retired | {row.region for row in followed if not row.followed}),
        is_read=True,
    )


def _by_day(diary: Diary, day: date, today: date) -> dict[date, list[Rating]]:
    """Return the ratings around the day shown and around the days of the dots."""
    spans = [(day - timedelta(days=RECENT_DAYS), day + timedelta(days=RECENT_DAYS))]
    dots = (today - timedelta(days=DOTS + RECENT_DAYS), today)
    if dots[0] <= spans[0][1] + timedelta(days=1):  # they meet: one read
        spans = [(min(spans[0][0], dots[0]), max(spans[0][1], dots[1]))]
    else:
        spans.append(dots)
    found: dict[date, list[Rating]] = {}
    for first, last in spans:
        for rating in diary.ratings_between(first, last):
            found.setdefault(rating.day, []).append(rating)
    return found


def _marks(
    ratings: Mapping[date, list[Rating]],
    contexts: Mapping[date, DayContext],
    listed: tuple[str, ...],
    today: date,
) -> tuple[tuple[date, str], ...]:
    """Say of each of the last days how it was rated; a region counts from its first rating on."""
    from model.analysis import days

    since: dict[str, date] = {}
    for when in sorted(ratings):
        for rating in ratings[when]:
            since.setdefault(rating.region, when)
    marks = []
    for back in range(DOTS - 1, -1, -1):
        day = today - timedelta(days=back)
        mine = [region for region in listed if since.get(region, today) <= day]
        context = contexts.get(day)
        given = ratings.get(day, ())
        marks.append((day, days.mark(mine, given, context.state if context else None)))
    return tuple(marks)


def _is_weekly_due(diary: Diary, today: date, profile: Profile, rated: set[date]) -> bool:
    from model.analysis import days
    from model.records.day import Assessment
    from model.records.person import Notice

    start = days.week_start(today, profile.week_starts_on)
    answered = {
        row.day for row in diary.between(Assessment, start, today) if row.instrument == "hdss"
    }
    night = timedelta(hours=profile.day_ends_at_hour)
    passed_over = {
        (row.shown_at - night).date() for row in diary.of(Notice) if row.kind == WEEKLY_QUESTION
    }
    return days.is_weekly_due(today, profile.week_starts_on, rated, answered, passed_over)


def _rated_in_time(ratings: Mapping[date, list[Rating]]) -> set[date]:
    """Return the days with a rating of the day itself: one caught up is not the week's first."""
    return {day for day, rows in ratings.items() if any(r.entered == "same_day" for r in rows)}


def _week(ratings: Mapping[date, list[Rating]], day: date) -> dict[str, tuple[int, ...]]:
    days = [day - timedelta(days=back) for back in range(SPARK_DAYS - 1, -1, -1)]
    values = [_severities(ratings.get(when, ())) for when in days]
    regions = {region for one in values for region in one}
    return {region: tuple(one.get(region, NOT_RECORDED) for one in values) for region in regions}


def _severities(ratings: list[Rating] | tuple[()]) -> dict[str, int]:
    return {r.region: NOT_APPLICABLE if r.severity is None else r.severity for r in ratings}
