"""What the calendar of a region shows, as plain grids; the same for screen, paper and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan
from typing import TYPE_CHECKING

from model.analysis.phases import session_days
from model.analysis.sentences import Sentence, counted
from model.analysis.weeks import RATED_OF_WEEK, WEEK
from model.analysis.words import region_name
from model.charts.series import LEAST_DAYS
from model.charts.table import Cell, Table
from model.charts.view import View
from model.records.person import Profile
from model.records.snapshot import MISSING, NOT_APPLICABLE, day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from model.records.snapshot import Snapshot

OUTSIDE = -3
"""A place of the grid that is no day of the diary: before its first or after its last one."""

AHEAD, LEAST_SPAN = 28, 91  # days: after the last day, while the first year is not full; at least
WEEKS = 53  # that may begin in a year


@dataclass(frozen=True, eq=False)
class Calendar:
    """The days of a region from `first` to `last`, counted from 1970-01-01, one a place.

    states: severity 0-10, MISSING, NOT_APPLICABLE, or OUTSIDE for days after or before the diary,
    shape (days,); sessions: how many on each day, likewise. years: the first and last day of each
    part that the picture has; one for a year, more for a longer span. week_starts_on: 1 (Monday)
    to 7. empty: the sentence that stands in place of the picture.
    """

    name: Sentence
    first: int
    last: int
    states: npt.NDArray[np.int64]
    sessions: npt.NDArray[np.int64]
    years: tuple[tuple[int, int], ...]
    week_starts_on: int
    empty: Sentence | None

    @property
    def detail(self) -> Sentence:
        """How much stands behind the picture, and its period."""
        inside = self.states != OUTSIDE
        days = inside.nonzero()[0]
        fields: dict[str, object] = {
            "first": day_of(self.first + int(days[0])) if len(days) else day_of(self.first),
            "last": day_of(self.first + int(days[-1])) if len(days) else day_of(self.last),
            "rated": int((self.states >= 0).sum()),
            "possible": int(inside.sum()),
            "apart": int((self.states == NOT_APPLICABLE).sum()),
            "sessions": int(self.sessions.sum()),
        }
        return Sentence(_DETAIL, fields, "Chart")

    def state(self, day: int) -> int:
        """Return what is known of a day, OUTSIDE for days that are not on the calendar."""
        inside = self.first <= day <= self.last
        return int(self.states[day - self.first]) if inside else OUTSIDE

    def sessions_on(self, day: int) -> int:
        """Return how many sessions a day had."""
        return int(self.sessions[day - self.first]) if self.first <= day <= self.last else 0

    def weekday(self, day: int) -> int:
        """Return the place of a day in its week, 0 for the first."""
        return (day + 3 - (self.week_starts_on - 1)) % WEEK  # 1970-01-01 was a Thursday

    def week_start(self, day: int) -> int:
        """Return the first day of the week that holds a day."""
        return day - self.weekday(day)

    def first_week(self, year: int) -> int:
        """Return the first day of the first week that begins in a year."""
        return self.week_start(day_number(date(year, 1, WEEK)))


@dataclass(frozen=True, eq=False)
class Weeks:
    """The same in weeks: one row a year, one column a week; arrays of shape (years, WEEKS).

    A week is a part of the year in which it begins. years: what the rows are. means: NaN where
    fewer than RATED_OF_WEEK days were rated. apart: no day was rated and one marked not
    applicable. inside: at least one day of the diary.
    """

    years: tuple[int, ...]
    means: npt.NDArray[np.float64]
    rated: npt.NDArray[np.int64]
    apart: npt.NDArray[np.bool_]
    inside: npt.NDArray[np.bool_]
    sessions: npt.NDArray[np.int64]


def calendar(
    view: View, region: str, sessions: Mapping[str, Sequence[date]] | None = None
) -> Calendar:
    """Collect what the calendar of a region shows: the latest 12 months, or the view's span.

    A diary younger than a year begins with its first month and has some weeks left to fill.
    `sessions` is what `session_days` returns, when it is at hand.
    """
    import numpy as np

    snapshot = view.snapshot
    name = region_name(region, snapshot)
    profile = next(iter(snapshot.of(Profile)), Profile())
    first, last = _span(view)
    states = np.full(last - first + 1, OUTSIDE, np.int64)
    began, ended = (day_number(day) for day in snapshot.span or (day_of(1), day_of(0)))
    begins, ends = max(began, first), min(ended, last)
    if begins <= ends:
        states[begins - first : ends - first + 1] = _column(snapshot, region, begins, ends)
    sessions = session_days(snapshot) if sessions is None else sessions
    treated = [day_number(day) for day in sessions.get(region, ())]
    inside = np.array([day - first for day in treated if first <= day <= last], np.int64)
    enough = (states >= 0).sum() >= LEAST_DAYS
    return Calendar(
        name,
        first,
        last,
        states,
        np.bincount(inside, minlength=last - first + 1),
        _years(first, last),
        profile.week_starts_on,
        None if enough else _empty(name, view, region),
    )


def weeks(found: Calendar) -> Weeks:
    """Put the days of a calendar into weeks."""
    import numpy as np

    opening = found.week_start(found.first)
    last_year = day_of(found.last).year
    years = tuple(range(day_of(opening).year, last_year + 1))
    starts = np.array([found.first_week(year) for year in years])
    begins = opening + (np.arange(found.first, found.last + 1) - opening) // WEEK * WEEK
    row = np.searchsorted(starts, begins, side="right") - 1
    place = row * WEEKS + (begins - starts[row]) // WEEK

    def sums(values: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
        summed = np.bincount(place, values.astype(np.float64), minlength=len(years) * WEEKS)
        return summed.astype(np.float64).reshape(len(years), WEEKS)

    rated = sums(found.states >= 0)
    total = sums(np.where(found.states >= 0, found.states, 0))
    return Weeks(
        years,
        np.where(rated >= RATED_OF_WEEK, total / np.maximum(rated, 1), np.nan),
        rated.astype(np.int64),
        (rated == 0) & (sums(found.states == NOT_APPLICABLE) > 0),
        sums(found.states != OUTSIDE) > 0,
        sums(found.sessions).astype(np.int64),
    )


def day_said(found: Calendar, day: int) -> Sentence | None:
    """Say what is known of a day, None where it is no day of the diary."""
    state = found.state(day)
    if state == OUTSIDE:
        return None
    text = {MISSING: _NOT_RATED, NOT_APPLICABLE: _NOT_APPLICABLE, 0: _DRY}.get(state, _SEVERITY)
    said = Sentence(text, {"day": day_of(day), "severity": state}, "Chart")
    return _with_sessions(said, found.sessions_on(day))


def week_said(found: Weeks, row: int, column: int, day: date) -> Sentence | None:
    """Say what is known of the week from a day on, None where it has no day of the diary."""
    if not found.inside[row, column]:
        return None
    mean, rated = float(found.means[row, column]), int(found.rated[row, column])
    text = _WEEK_MEAN if not isnan(mean) else _WEEK_FEW
    if found.apart[row, column]:
        text = _WEEK_APART
    said = Sentence(text, {"day": day, "mean": mean, "rated": rated}, "Chart")
    return _with_sessions(said, int(found.sessions[row, column]))


def description(view: View, region: str = "") -> Sentence:
    """Say what the calendar of a region shows, for those who cannot see it."""
    found = calendar(view, region)
    if found.empty:
        return found.empty
    rated = found.states[found.states >= 0]
    fields: dict[str, object] = {
        "region": found.name,
        "detail": found.detail,
        "mean": float(rated.mean()),
        "dry": int((rated == 0).sum()),
        "strong": int((rated >= view.threshold).sum()),
        "threshold": view.threshold,
    }
    return Sentence(_DESCRIBED, fields, "Chart")


def table(view: View, region: str = "") -> Table:
    """Return one row a week: the severity of each day, or a word for what stands in its place."""
    found = calendar(view, region)
    names = (found.week_starts_on - 1 + n for n in range(WEEK))
    head = (_WEEK_OF, *(WEEKDAY_NAMES[name % WEEK] for name in names), *_SUMS)
    rows = []
    for start in range(found.week_start(found.first), found.last + 1, WEEK):
        states = [found.state(start + n) for n in range(WEEK)]
        if all(state == OUTSIDE for state in states):
            continue
        rated = [state for state in states if state >= 0]
        mean = sum(rated) / len(rated) if len(rated) >= RATED_OF_WEEK else None
        done = sum(found.sessions_on(start + n) for n in range(WEEK))
        rows.append((day_of(start), *map(_cell, states), len(rated), mean, done))
    return Table(head, tuple(rows))


def _span(view: View) -> tuple[int, int]:
    if view.span is not None:
        return view.days
    began, ended = (day_of(day) for day in view.days)
    opening = began.replace(day=1)
    filled = _a_year_on(opening) - timedelta(1)
    if ended <= filled:
        wanted = max(ended + timedelta(AHEAD), opening + timedelta(LEAST_SPAN - 1))
        return day_number(opening), day_number(min(wanted, filled))
    return day_number(_a_year_on(ended, -1) + timedelta(1)), day_number(ended)


def _a_year_on(day: date, years: int = 1) -> date:
    """Return the same day of another year; 29 February becomes the 28th."""
    last = day.day if (day.month, day.day) != (2, 29) else 28
    return day.replace(year=day.year + years, day=last)


def _years(first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Part a span into its calendar years, unless it fits into one row of weeks."""
    if last - first < 366:
        return ((first, last),)
    ends = [day_number(date(year, 12, 31)) for year in range(day_of(first).year, day_of(last).year)]
    starts = [first, *(end + 1 for end in ends)]
    return tuple(zip(starts, [*ends, last], strict=True))


def _column(snapshot: Snapshot, region: str, first: int, last: int) -> npt.NDArray[np.int64]:
    """Return the cells of a region for days that all lie within the diary."""
    import numpy as np

    if region not in snapshot.regions:
        return np.full(last - first + 1, MISSING, np.int64)
    row = first - day_number(snapshot.first_day)
    column = snapshot.severity[:, snapshot.regions.index(region)]
    return column[row : row + last - first + 1].astype(np.int64)


def _empty(name: Sentence, view: View, region: str) -> Sentence:
    ever = len(view.snapshot.rated(region)[0])
    never = _NEVER if region else _NO_REGION
    text = never if not ever else _TOO_FEW if ever < LEAST_DAYS else _FEW_HERE
    fields: dict[str, object] = {"region": name, "count": ever, "needed": LEAST_DAYS}
    return Sentence(text, fields, "Chart")


def _with_sessions(said: Sentence, count: int) -> Sentence:
    if not count:
        return said
    text = counted(_SESSION, _SESSIONS, count).text
    return Sentence(text, {"said": said, "count": count}, "Chart")


def _cell(state: int) -> Cell:
    if state == NOT_APPLICABLE:
        return Sentence(_APART, context="Chart")
    return state if state >= 0 else None


_DETAIL = QT_TRANSLATE_NOOP(
    "Chart",
    "{first} to {last}: {rated} of {possible} days rated, not applicable: {apart}, sessions:"
    " {sessions}",
)
_NOT_RATED = QT_TRANSLATE_NOOP("Chart", "{day}: not rated")
_NOT_APPLICABLE = QT_TRANSLATE_NOOP("Chart", "{day}: not applicable")
_DRY = QT_TRANSLATE_NOOP("Chart", "{day}: dry (0 of 10)")
_SEVERITY = QT_TRANSLATE_NOOP("Chart", "{day}: {severity} of 10")
_SESSION = QT_TRANSLATE_NOOP("Chart", "{said}, {count} session")
_SESSIONS = QT_TRANSLATE_NOOP("Chart", "{said}, {count} sessions")
_WEEK_MEAN = QT_TRANSLATE_NOOP("Chart", "Week from {day}: mean {mean:.1f} of {rated} days")
_WEEK_FEW = QT_TRANSLATE_NOOP("Chart", "Week from {day}: too few days rated ({rated})")
_WEEK_APART = QT_TRANSLATE_NOOP("Chart", "Week from {day}: not applicable")
_NO_REGION = QT_TRANSLATE_NOOP("Chart", "No region has been rated yet.")
_NEVER = QT_TRANSLATE_NOOP("Chart", "{region} has not been rated yet.")
_TOO_FEW = QT_TRANSLATE_NOOP(
    "Chart", "{region}: days rated so far: {count}. The calendar begins with {needed}."
)
_FEW_HERE = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}: fewer than {needed} days were rated in this period; days rated in all: {count}.",
)
_DESCRIBED = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}, a calendar from {detail}; mean severity {mean:.1f} of 10, dry days: {dry}, days at"
    " {threshold} or more: {strong}.",
)
_APART = QT_TRANSLATE_NOOP("Chart", "not applicable")
_WEEK_OF = QT_TRANSLATE_NOOP("Chart", "Week from")
WEEKDAY_NAMES = (
    QT_TRANSLATE_NOOP("Chart", "Mon"),
    QT_TRANSLATE_NOOP("Chart", "Tue"),
    QT_TRANSLATE_NOOP("Chart", "Wed"),
    QT_TRANSLATE_NOOP("Chart", "Thu"),
    QT_TRANSLATE_NOOP("Chart", "Fri"),
    QT_TRANSLATE_NOOP("Chart", "Sat"),
    QT_TRANSLATE_NOOP("Chart", "Sun"),
)
_SUMS = (
    QT_TRANSLATE_NOOP("Chart", "Days rated"),
    QT_TRANSLATE_NOOP("Chart", "Mean severity (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Sessions"),
)
