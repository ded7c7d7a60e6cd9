"""How sweating of one region comes back after a session, by days since it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from model.analysis.phases import session_days
from model.analysis.sentences import MONTHS, Sentence, counted
from model.analysis.wear_off import (
    FIRM_VALUES,
    CourseInterval,
    DryInterval,
    WearOff,
    dry_interval,
    dry_intervals_by_course,
    wear_off,
)
from model.analysis.words import region_name
from model.charts.chosen import moved_said
from model.charts.table import Cell, Table
from model.charts.view import View
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import date

    from model.records.treatment import Session

DETAIL = QT_TRANSLATE_NOOP(
    "Chart",
    "rated days: {rated} after {sessions} of {all} sessions, the induction left out,"
    " {first} – {last}",
)
SO_FAR = QT_TRANSLATE_NOOP(
    "Chart",
    "induction so far; rated days: {rated} after {sessions} of {all} sessions, {first} – {last}",
)
DETAIL_OF_ONE = QT_TRANSLATE_NOOP(
    "Chart",
    "rated days: {rated} after {sessions} of {all} session, the induction left out,"
    " {first} – {last}",
)
SO_FAR_OF_ONE = QT_TRANSLATE_NOOP(
    "Chart",
    "induction so far; rated days: {rated} after {sessions} of {all} session, {first} – {last}",
)
FEW_KEY = QT_TRANSLATE_NOOP("Chart", "rated on fewer than {needed} days")


@dataclass(frozen=True, eq=False)
class Shown:
    """What the chart shows of a region: the curve, the dry interval, that of each course.

    treated: days with a session of the region, those of an induction included. empty: the sentence
    that stands in place of a chart. moved: says that the patient moved the end of an induction,
    whose days are left out.
    """

    name: Sentence
    wear: WearOff
    interval: DryInterval
    courses: tuple[CourseInterval, ...]
    treated: int
    empty: Sentence | None
    moved: Sentence | None = None

    @property
    def last(self) -> int:
        """The most days since a session on which the region was rated."""
        return int(self.wear.days[self.wear.rated > 0][-1])

    @property
    def detail(self) -> Sentence:
        """How much stands behind it: rated days, sessions, first and last of these days."""
        wear = self.wear
        fields = {
            "rated": int(wear.rated.sum()),
            "sessions": wear.sessions,
            "all": self.treated,
            "first": wear.starts,
            "last": wear.ends,
        }
        texts = (SO_FAR_OF_ONE, SO_FAR) if wear.so_far else (DETAIL_OF_ONE, DETAIL)
        return Sentence(counted(*texts, self.treated).text, fields, "Chart")

    @property
    def compared(self) -> tuple[CourseInterval, ...]:
        """The courses, where there are at least two of which something is known."""
        known = tuple(each for each in self.courses if each.interval.sessions)
        return known if len(known) > 1 else ()


def shown(
    view: View,
    region: str,
    days: Mapping[str, Sequence[date]] | None = None,
    sessions: Mapping[str, Sequence[Session]] | None = None,
) -> Shown:
    """Collect what the chart of a region shows.

    `days` and `sessions` are what `session_days` and `sessions_by_region` return, when they are
    at hand.
    """
    snapshot, threshold = view.snapshot, view.threshold
    days = session_days(snapshot) if days is None else days
    wear, treated = wear_off(snapshot, region, days), len(set(days.get(region, ())))
    name = region_name(region, snapshot)
    return Shown(
        name,
        wear,
        dry_interval(snapshot, region, threshold, sessions=days),
        dry_intervals_by_course(snapshot, region, threshold, sessions),
        treated,
        _lack(name, wear, len(snapshot.rated(region)[0]), treated),
        moved_said(view, region),
    )


def _lack(name: Sentence, wear: WearOff, rated: int, treated: int) -> Sentence | None:
    fields: dict[str, object] = {"region": name}
    if not wear.region:
        text = QT_TRANSLATE_NOOP("Chart", "No region has been rated yet.")
    elif not rated:
        text = QT_TRANSLATE_NOOP("Chart", "{region} has not been rated yet.")
    elif not treated:
        text = QT_TRANSLATE_NOOP(
            "Chart", "{region}: no session has treated it, so there are no days after one."
        )
    elif not wear.firm.any():
        fields |= {"needed": FIRM_VALUES, "count": int(wear.rated.max())}
        text = QT_TRANSLATE_NOOP(
            "Chart",
            "{region}: the chart needs {needed} rated days that lie equally long after a session;"
            " so far there are at most {count}.",
        )
    else:
        return None
    return Sentence(text, fields, "Chart")


def description(view: View, region: str = "") -> Sentence:
    """Say how sweating of a region comes back after a session, for those who cannot see it."""
    found = shown(view, region)
    if found.empty:
        return found.empty
    wear = found.wear
    firm = wear.days[wear.firm].tolist()
    fields: dict[str, object] = {
        "region": found.name,
        "detail": found.detail,
        "begin": firm[0],
        "end": firm[-1],
        "before": float(wear.median[firm[0]]),
        "after": float(wear.median[firm[-1]]),
        "interval": interval_in_words(found.interval),
    }
    said = Sentence(_DESCRIBED if len(firm) > 1 else _ONE_DAY, fields, "Chart")
    if found.compared:
        first, *_, last = courses_in_words(found.compared)
        said = Sentence(_BY_COURSE, {"said": said, "first": first, "last": last}, "Chart")
    return Sentence(_ENDED, {"said": said}, "Chart")


_DESCRIBED = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}, {detail}: median severity {before:g} of 10 on day {begin} after a session and"
    " {after:g} on day {end}; {interval}",
)
_ONE_DAY = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}, {detail}: median severity {before:g} of 10 on day {begin} after a session;"
    " {interval}",
)
_BY_COURSE = QT_TRANSLATE_NOOP("Chart", "{said}; first course {first}, latest {last}")
_ENDED = QT_TRANSLATE_NOOP("Chart", "{said}.")
_BACK = (
    QT_TRANSLATE_NOOP(
        "Chart",
        "first day at {threshold} or more: {days:g} days after a session (median; reached after"
        " {reached} of {sessions} session)",
    ),
    QT_TRANSLATE_NOOP(
        "Chart",
        "first day at {threshold} or more: {days:g} days after a session (median; reached after"
        " {reached} of {sessions} sessions)",
    ),
)
_BACK_AT_ONCE = (
    QT_TRANSLATE_NOOP(
        "Chart",
        "at {threshold} or more already on the first day after a session (median; reached after"
        " {reached} of {sessions} session)",
    ),
    QT_TRANSLATE_NOOP(
        "Chart",
        "at {threshold} or more already on the first day after a session (median; reached after"
        " {reached} of {sessions} sessions)",
    ),
)
_NOT_BACK = (
    QT_TRANSLATE_NOOP(
        "Chart",
        "first day at {threshold} or more: none in the median session (reached after {reached} of"
        " {sessions} session; longest below: {longest} d)",
    ),
    QT_TRANSLATE_NOOP(
        "Chart",
        "first day at {threshold} or more: none in the median session (reached after {reached} of"
        " {sessions} sessions; longest below: {longest} d)",
    ),
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Chart", "first day at {threshold} or more: unknown, no day after a session was rated"
)
_COURSE = QT_TRANSLATE_NOOP("Chart", "{month} {days:g} d (n {sessions})")
_COURSE_NOT_BACK = QT_TRANSLATE_NOOP("Chart", "{month} not reached (n {sessions})")
_MONTH = QT_TRANSLATE_NOOP("Date", "{month} {year}")
_TWO = QT_TRANSLATE_NOOP("Chart", "{first} · {second}")


def interval_in_words(found: DryInterval) -> Sentence:
    """Say on which day the threshold is met again in the median session, and for how many.

    It is the first single day, which the curve of medians need not show: "dry interval" beside a
    median above the threshold reads as a contradiction.
    """
    fields: dict[str, object] = {"threshold": found.threshold}
    if not found.sessions:
        return Sentence(_UNKNOWN, fields, "Chart")
    fields |= {
        "days": found.median,
        "reached": found.reached,
        "sessions": found.sessions,
        "longest": found.longest_dry,
    }
    back = _BACK_AT_ONCE if found.median == 1 else _BACK
    texts = _NOT_BACK if found.median is None else back
    return Sentence(counted(*texts, found.sessions).text, fields, "Chart")


def interval_in_short(found: DryInterval) -> Sentence:
    """Say it for a narrow chart; the description and the table have it in full.

    "day 1" alone would read as dry on day 0, that of the session, where nobody asks.
    """
    fields = vars(found) | {"days": found.median}
    back = _SHORT_AT_ONCE if found.median == 1 else _SHORT
    none = counted(*_SHORT_NONE, found.sessions).text
    return Sentence(none if found.median is None else back, fields, "Chart")


_SHORT = QT_TRANSLATE_NOOP(
    "Chart", "first at {threshold} or more: day {days:g} (median of {sessions})"
)
_SHORT_AT_ONCE = QT_TRANSLATE_NOOP(
    "Chart", "at {threshold} or more already on day 1 (median of {sessions})"
)
_SHORT_NONE = (
    QT_TRANSLATE_NOOP("Chart", "at {threshold} or more after {reached} of {sessions} session"),
    QT_TRANSLATE_NOOP("Chart", "at {threshold} or more after {reached} of {sessions} sessions"),
)


def courses_in_words(found: Sequence[CourseInterval]) -> list[Sentence]:
    """Say the dry interval of each course in few letters: the courses stand in one line.

    A course is named by its month, or by its day where two begin in one month.
    """
    months = [(each.starts.year, each.starts.month) for each in found]
    by_day = len({*months}) < len(months)
    return [_course_in_words(each, by_day) for each in found]


def _course_in_words(found: CourseInterval, by_day: bool) -> Sentence:
    fields = {
        "month": found.starts if by_day else _month(found.starts),
        "days": found.interval.median,
        "sessions": found.interval.sessions,
    }
    return Sentence(_COURSE_NOT_BACK if found.interval.median is None else _COURSE, fields, "Chart")


def _month(day: date) -> Sentence:
    month = Sentence(MONTHS[day.month - 1], context="Month")
    return Sentence(_MONTH, {"month": month, "year": day.year}, "Date")


def listed(said: Iterable[Sentence]) -> Sentence:
    """Put what is said of several courses into one line."""
    return reduce(lambda one, two: Sentence(_TWO, {"first": one, "second": two}, "Chart"), said)


def table(view: View, region: str = "") -> Table:
    """Return the days since a session as rows, then the dry interval, of all and by course."""
    found = shown(view, region)
    if found.empty:
        return Table(_HEAD, ())
    wear = found.wear
    rows: list[tuple[Cell, ...]] = []
    for day in range(found.last + 1):
        rated, few = int(wear.rated[day]), not wear.firm[day]
        remark = Sentence(FEW_KEY, {"needed": FIRM_VALUES}, "Chart") if few else ""
        middle = (float(column[day]) for column in (wear.median, wear.low, wear.high))
        values = tuple(middle) if rated else (None,) * 3
        rows.append((Sentence(_DAY, {"day": day}, "Chart"), rated, *values, remark))
    at = {"threshold": found.interval.threshold}
    rows.append(_row(Sentence(_ALL, at, "Chart"), found.interval))
    for each in found.courses:
        fields: dict[str, object] = {
            "name": each.name,
            "first": each.starts,
            "last": each.ends,
            **at,
        }
        rows.append(_row(Sentence(_OF_COURSE, fields, "Chart"), each.interval))
    return Table(_HEAD, tuple(rows))


_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "After a session"),
    QT_TRANSLATE_NOOP("Chart", "Rated days, or sessions"),
    QT_TRANSLATE_NOOP("Chart", "Median"),
    QT_TRANSLATE_NOOP("Chart", "Lower quartile"),
    QT_TRANSLATE_NOOP("Chart", "Upper quartile"),
    QT_TRANSLATE_NOOP("Chart", "Remark"),
)
_DAY = QT_TRANSLATE_NOOP("Chart", "Severity on day {day}")
_ALL = QT_TRANSLATE_NOOP(
    "Chart", "Days to the first at {threshold} or more (median), all sessions that count"
)
_OF_COURSE = QT_TRANSLATE_NOOP(
    "Chart", "Days to the first at {threshold} or more (median), {name}, {first} – {last}"
)


def _row(name: Sentence, found: DryInterval) -> tuple[Cell, ...]:
    return name, found.sessions, found.median, None, None, interval_in_words(found)
