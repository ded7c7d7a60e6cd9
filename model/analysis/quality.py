"""How complete a diary is: days rated of days possible, how many on the day itself, gaps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from model.analysis import plan
from model.analysis.days import session_day
from model.analysis.planned import is_readable
from model.analysis.sentences import MONTHS, Sentence, counted
from model.records.person import Profile
from model.records.snapshot import ENTERED_CODES, Snapshot
from model.records.treatment import Course, Session
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from model.analysis.progress import Progress, RegionProgress, Window

# Source of both: the simulation study of the project's method note, section 2.3.
MISSING_FROM = 0.4
"""Share of the days of a window above which the missing ones are a reason to doubt."""
MISSING_DIFFERS_FROM = 0.25
"""Difference of these shares, between baseline and now, above which it is one too."""

_CONTEXT = "Quality"
_COMPARED = QT_TRANSLATE_NOOP(
    "Quality",
    "Baseline {baseline} ({before} of {before_possible} days rated) · now {latest} ({now} of"
    " {now_possible} days) · {sessions}",
)
_SO_FAR = QT_TRANSLATE_NOOP(
    "Quality",
    "Baseline {baseline} ({before} of {before_possible} days rated) · so far {latest} ({now} of"
    " {now_possible} days) · {sessions}",
)
_WHOLE = QT_TRANSLATE_NOOP("Quality", "{span} ({rated} of {possible} days rated) · {sessions}")
_WHOLE_DAY = QT_TRANSLATE_NOOP("Quality", "{span} (1 day rated) · {sessions}")
_NOTHING_RATED = QT_TRANSLATE_NOOP("Quality", "no day rated · {sessions}")
_PLANNED = QT_TRANSLATE_NOOP("Quality", "{done} of {planned} planned sessions")
_PLANNED_ONE = QT_TRANSLATE_NOOP("Quality", "{done} of 1 planned session")
_ONE_DONE = QT_TRANSLATE_NOOP("Quality", "1 session")
_DONE = QT_TRANSLATE_NOOP("Quality", "{done} sessions")
_ENTRY = QT_TRANSLATE_NOOP(
    "Quality", "Days entered on the day itself: {same_day} of {timed} · {gap}"
)
_GAP = QT_TRANSLATE_NOOP("Quality", "longest gap without a rating: {count} days")
_GAP_ONE = QT_TRANSLATE_NOOP("Quality", "longest gap without a rating: 1 day")
_GAP_ALONE = QT_TRANSLATE_NOOP("Quality", "Longest gap without a rating: {count} days")
_GAP_ALONE_ONE = QT_TRANSLATE_NOOP("Quality", "Longest gap without a rating: 1 day")


@dataclass(frozen=True)
class Quality:
    """What a span of a diary holds; `first_day` and `last_day` are None where nothing is rated.

    days_rated: days with at least one region rated 0-10; days_possible: calendar days of the
    span; days_timed: rated days whose time of entry is known (an import may not tell it);
    days_same_day: those of them on which every rating was entered the same day; longest_gap: most
    days in a row without any rating.
    """

    first_day: date | None
    last_day: date | None
    days_rated: int
    days_possible: int
    days_timed: int
    days_same_day: int
    longest_gap: int = 0


_NOTHING = Quality(None, None, 0, 0, 0, 0)


def quality(snapshot: Snapshot, first: date | None = None, last: date | None = None) -> Quality:
    """Count the rated days from `first` to `last`, by default from the first to the last rating."""
    import numpy as np

    whole = snapshot.span
    if whole is None:
        return _NOTHING
    begin, end = max(whole[0], first or whole[0]), last or whole[1]
    if end < begin:
        return _NOTHING
    span = slice((begin - snapshot.first_day).days, (end - snapshot.first_day).days + 1)
    rated, entered = snapshot.severity[span] >= 0, snapshot.entered[span]
    some = rated.any(axis=1)
    known = rated & (entered != ENTERED_CODES.index("imported"))
    timed = known.any(axis=1)
    late = known & (entered != ENTERED_CODES.index("same_day"))
    return Quality(
        begin,
        end,
        int(some.sum()),
        (end - begin).days + 1,
        int(timed.sum()),
        int((timed & ~late.any(axis=1)).sum()),
        _longest_gap(np.flatnonzero(some), (end - begin).days + 1),
    )


def missing_share(window: Window) -> float:
    """Return the share 0..1 of the days of a window that have no rating."""
    return (window.days_possible - window.days) / window.days_possible


def missing_differs(before: Window, now: Window) -> bool:
    """Tell whether so many more days are missing on one side that the change may be off."""
    difference = abs(missing_share(before) - missing_share(now))
    return round(difference, 9) > MISSING_DIFFERS_FROM


def since_first_rating(window: Window, first: date | None) -> Window:
    """Return a window from the first rating `first` of a diary on; None leaves it as it is.

    A baseline may be chosen to begin before. Nothing could be rated there, so nothing is missing.
    """
    if first is None or not window.starts < first <= window.ends:
        return window
    return replace(window, starts=first, days_possible=(window.ends - first).days + 1)


def sessions_planned(
    snapshot: Snapshot, today: date, since: date | None = None
) -> tuple[int, int] | None:
    """Return how many sessions of all courses were done, and of how many planned up to `today`.

    Of a period that begins with `since` those are counted whose planned day lies in it. None where
    no course plans any.
    """
    ends_at = next((profile.day_ends_at_hour for profile in snapshot.of(Profile)), 0)
    sessions = snapshot.of(Session)
    courses = [each for each in snapshot.of(Course) if is_readable(each)]
    by_course = plan.sessions_by_course(courses, sessions, ends_at)
    first = min((session_day(each, ends_at) for each in sessions), default=today)
    done = planned = 0
    for course in courses:
        if course.planned_days or course.interval_days:
            begin = max(min(first, course.starts or first), since or date.min)
            counts = plan.done_of_planned(
                course, by_course[course.id], begin, today, today, ends_at
            )
            done, planned = done + counts[0], planned + counts[1]
    return (done, planned) if planned else None


def quality_line(progress: Progress, planned: tuple[int, int] | None = None) -> Sentence:
    """Say which days are compared, how many of them were rated, and what came of the plan.

    The days are those of the region treated first; before anything can be compared, those of the
    whole diary.

    Args:
        progress: what was found.
        planned: as from `sessions_planned`; without it the sessions done are counted.
    """
    shown = _treated_first(progress)
    sessions = _sessions(progress, planned)
    if shown is None or shown.baseline is None or shown.now is None:
        return _of_diary(progress.quality, sessions)
    first = progress.quality.first_day if shown.baseline_chosen else None
    before, now = since_first_rating(shown.baseline, first), shown.now
    return Sentence(
        _SO_FAR if shown.so_far else _COMPARED,
        {
            "baseline": _span(before.starts, before.ends),
            "before": before.days,
            "before_possible": before.days_possible,
            "latest": _span(now.starts, now.ends),
            "now": now.days,
            "now_possible": now.days_possible,
            "sessions": sessions,
        },
        context=_CONTEXT,
    )


def entry_line(quality: Quality) -> Sentence | None:
    """Say how many days were entered on the day itself, and the longest gap; None without any.

    Where no time of entry is known (an import may not tell it), only the gap.
    """
    if not quality.days_rated:
        return None
    one, many = (_GAP_ONE, _GAP) if quality.days_timed else (_GAP_ALONE_ONE, _GAP_ALONE)
    gap = replace(counted(one, many, quality.longest_gap), context=_CONTEXT)
    if not quality.days_timed:
        return gap
    fields = {"same_day": quality.days_same_day, "timed": quality.days_timed, "gap": gap}
    return Sentence(_ENTRY, fields, context=_CONTEXT)


def _longest_gap(rated: npt.NDArray[np.intp], length: int) -> int:
    """Return the most days in a row without a rating, of `length` days from 0 on."""
    import numpy as np

    borders = np.concatenate(([-1], rated, [length]))
    return int(np.diff(borders).max()) - 1


def _treated_first(progress: Progress) -> RegionProgress | None:
    """Return the treated region with the earliest session that can be compared."""
    compared = [
        each
        for each in progress.regions
        if each.treated and all(w and w.mean is not None for w in (each.baseline, each.now))
    ]
    return min(compared, key=lambda each: each.first_session or date.max, default=None)


def _sessions(progress: Progress, planned: tuple[int, int] | None) -> Sentence:
    if planned is not None and planned[1] == 1:
        return Sentence(_PLANNED_ONE, {"done": planned[0]}, context=_CONTEXT)
    if planned is not None:
        fields = {"done": planned[0], "planned": planned[1]}
        return Sentence(_PLANNED, fields, context=_CONTEXT)
    if progress.sessions == 1:
        return Sentence(_ONE_DONE, context=_CONTEXT)
    return Sentence(_DONE, {"done": progress.sessions}, context=_CONTEXT)


def _of_diary(found: Quality, sessions: Sentence) -> Sentence:
    if found.first_day is None or found.last_day is None:
        return Sentence(_NOTHING_RATED, {"sessions": sessions}, context=_CONTEXT)
    return Sentence(
        _WHOLE_DAY if found.days_possible == 1 else _WHOLE,
        {
            "span": _span(found.first_day, found.last_day),
            "rated": found.days_rated,
            "possible": found.days_possible,
            "sessions": sessions,
        },
        context=_CONTEXT,
    )


def _span(first: date, last: date) -> Sentence | date:
    """Return a span of days as words, the year once where it is the same; one day stands once."""
    if first == last:
        return first
    begin: object = first
    if first.year == last.year:
        month = Sentence(MONTHS[first.month - 1], context="Month")
        fields = {"day": first.day, "month": month}
        begin = Sentence(QT_TRANSLATE_NOOP("Date", "{day} {month}"), fields, context="Date")
    fields = {"first": begin, "last": last}
    return Sentence(QT_TRANSLATE_NOOP("Date", "{first} – {last}"), fields, context="Date")
