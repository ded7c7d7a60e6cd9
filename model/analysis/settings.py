"""With which settings a region was treated: stretches of sessions alike, and their words."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, reduce
from itertools import pairwise
from math import inf
from typing import NamedTuple

from model.analysis.days import session_day
from model.analysis.phases import BREAK_DAYS
from model.analysis.sentences import Sentence
from model.catalog import terms
from model.records.snapshot import day_number
from model.records.treatment import Session
from model.text import QT_TRANSLATE_NOOP

# Rules of this project, no findings: what counts as the same.
CURRENT_BAND_MA = 2
RHYTHM_FACTOR = 2
RHYTHM_GAPS = 2

_WEEK = 7
_TERMS: dict[str, tuple[str, dict[str, str]]] = {  # field of a session -> context and names
    "water": ("Water", terms.WATERS),
    "additive": ("Additive", terms.ADDITIVES),
    "polarity": ("Polarity", terms.POLARITIES),
    "waveform": ("Waveform", terms.WAVEFORMS),
}


@dataclass(frozen=True)
class Settings:
    """What sessions have in common; None was stated in none of them.

    applicators: ids; current_low and current_high: mA as displayed, weakest and strongest session;
    minutes: whole ones, of sessions that were not stopped early; per_week: days with a session a
    week, None for a single day; gap_days: median of days between them; the others are keys of
    model.catalog.terms.
    """

    applicators: tuple[str, ...]
    minutes: float | None = None
    water: str | None = None
    additive: str | None = None
    polarity: str | None = None
    waveform: str | None = None
    current_low: float | None = None
    current_high: float | None = None
    per_week: float | None = None
    gap_days: float | None = None


@dataclass(frozen=True)
class Stretch:
    """Sessions in a row with the same settings, by time; days since 1970-01-01."""

    sessions: tuple[Session, ...]
    first: int
    last: int
    settings: Settings


def stretches(sessions: Sequence[Session], ends_at: int = 0) -> tuple[Stretch, ...]:
    """Split sessions where their settings or their rhythm changed.

    Args:
        sessions: of one region, by day and time as from `sessions_by_region`.
        ends_at: hour at which the patient's day ends.
    """
    return _stretches(_Same(tuple(sessions)), ends_at)


class _Same:
    """Sessions that are only equal to the very same tuple.

    Equal sessions may lie on other days: times are equal if they are one moment, in any zone.
    """

    def __init__(self, sessions: tuple[Session, ...]) -> None:
        self.sessions = sessions

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.sessions is other.sessions

    def __hash__(self) -> int:
        return id(self.sessions)


@lru_cache(maxsize=8)  # both palms, and both soles, are mostly treated with the very same sessions
def _stretches(same: _Same, ends_at: int) -> tuple[Stretch, ...]:
    days = _by_day(same.sessions, ends_at)
    found = []
    begin = 0
    while begin < len(days):
        end = _next_border(days, begin)
        found.append(_stretch(days[begin:end]))
        begin = end
    return tuple(found)


def in_words(settings: Settings, applicators: Sequence[Sentence | str]) -> Sentence:
    """Say settings, only what was stated, the names of the applicators first."""
    used = [reduce(_together, applicators)] if applicators else []
    stated = [*_amounts(settings), *_kinds(settings)]
    if not stated:
        unknown = Sentence(QT_TRANSLATE_NOOP("Sentence", "settings not entered"))
        return _listed(used[0], unknown) if used else unknown
    first, *others = stated
    return reduce(_listed, others, _listed(used[0], first) if used else first)


_Stated = tuple[object, ...]
"""The first six fields of Settings, None for what is not stated."""


class _Day(NamedTuple):
    """The sessions of one day, what they state, and their weakest and strongest current."""

    number: int
    sessions: tuple[Session, ...]
    stated: _Stated
    low: float | None
    high: float | None


class _Growing:
    """A stretch that still grows: what its days stated so far, and the gaps between them."""

    def __init__(self, day: _Day) -> None:
        self._stated = day.stated
        self._taken = {day.stated}
        self._low = _wider((inf, -inf), day.low)
        self._high = _wider((inf, -inf), day.high)
        self._gaps: list[int] = []  # by length, without the newest
        self._newest: int | None = None

    def takes(self, day: _Day) -> bool:
        """Tell whether the settings of a day fit."""
        if day.stated not in self._taken and any(
            mine is not None and its is not None and mine != its
            for mine, its in zip(self._stated, day.stated, strict=True)
        ):
            return False
        most = CURRENT_BAND_MA + 1e-9  # in floating point 4.4 - 2.4 is more than 2
        low, high = _wider(self._low, day.low), _wider(self._high, day.high)
        return low[1] - low[0] <= most and high[1] - high[0] <= most

    def is_new_rhythm(self, gap: int) -> bool:
        """Tell whether the newest gap and the one that follows it both leave the rhythm."""
        if self._newest is None or len(self._gaps) < RHYTHM_GAPS:
            return False
        usual = _median(self._gaps)
        shorter, longer = sorted((gap, self._newest))
        return shorter >= RHYTHM_FACTOR * usual or longer * RHYTHM_FACTOR <= usual

    def add(self, day: _Day, gap: int) -> None:
        """Take in a day that comes `gap` days after the one before."""
        if self._newest is not None:
            insort(self._gaps, self._newest)
        self._newest = gap
        if day.stated not in self._taken:
            self._taken.add(day.stated)
            self._stated = _joined(self._stated, day.stated)
        self._low, self._high = _wider(self._low, day.low), _wider(self._high, day.high)


def _next_border(days: Sequence[_Day], begin: int) -> int:
    """Return the place of the first day of the next stretch, or where all end.

    A new rhythm is only seen two days late, so no day is looked at more than three times.
    """
    growing = _Growing(days[begin])
    for place in range(begin + 1, len(days)):
        gap = days[place].number - days[place - 1].number
        if gap > BREAK_DAYS or not growing.takes(days[place]):
            return place
        if growing.is_new_rhythm(gap):
            return place - 2
        growing.add(days[place], gap)
    return len(days)


def _joined(first: _Stated, second: _Stated) -> _Stated:
    return tuple(its if mine is None else mine for mine, its in zip(first, second, strict=True))


def _wider(band: tuple[float, float], value: float | None) -> tuple[float, float]:
    return band if value is None else (min(band[0], value), max(band[1], value))


def _median(ascending: Sequence[int]) -> float:
    middle = len(ascending) // 2
    return (ascending[middle] + ascending[-middle - 1]) / 2


def _by_day(sessions: Sequence[Session], ends_at: int) -> list[_Day]:
    days: dict[date, list[Session]] = {}
    for session in sessions:
        days.setdefault(session_day(session, ends_at), []).append(session)
    return [_day(day_number(day), tuple(together)) for day, together in days.items()]


def _of_terms(session: Session) -> _Stated:
    return session.water, session.additive, session.polarity, session.waveform


def _day(number: int, sessions: tuple[Session, ...]) -> _Day:
    stated = reduce(_joined, map(_of_terms, sessions))
    applicators = tuple(sorted({id_ for session in sessions for id_ in session.applicators}))
    minutes = [s.minutes for s in sessions if s.minutes is not None and s.completed is not False]
    longest = float(round(max(minutes))) if minutes else None
    currents = [session.current_ma for session in sessions if session.current_ma is not None]
    low, high = (min(currents), max(currents)) if currents else (None, None)
    return _Day(number, sessions, (applicators, longest, *stated), low, high)


def _stretch(days: Sequence[_Day]) -> Stretch:
    stated = reduce(_joined, {day.stated: None for day in days})
    first, last = days[0].number, days[-1].number
    gaps = sorted(later.number - day.number for day, later in pairwise(days))
    amounts = (
        min((day.low for day in days if day.low is not None), default=None),
        max((day.high for day in days if day.high is not None), default=None),
        _WEEK * len(gaps) / (last - first) if gaps else None,
        _median(gaps) if gaps else None,
    )
    settings = Settings(*stated, *amounts)  # type: ignore[arg-type, call-arg]
    return Stretch(tuple(s for day in days for s in day.sessions), first, last, settings)


def _amounts(settings: Settings) -> list[Sentence]:
    """Say current, minutes and rhythm, as far as they are known."""
    said = []
    if settings.current_low is not None and settings.current_high is not None:
        one = settings.current_low == settings.current_high
        text = (
            QT_TRANSLATE_NOOP("Sentence", "{low:g} mA")
            if one
            else QT_TRANSLATE_NOOP("Sentence", "{low:g}–{high:g} mA")
        )
        said.append(Sentence(text, {"low": settings.current_low, "high": settings.current_high}))
    if settings.minutes is not None:
        text = QT_TRANSLATE_NOOP("Sentence", "{minutes:g} min")
        said.append(Sentence(text, {"minutes": settings.minutes}))
    if settings.per_week is not None and settings.gap_days is not None:
        said.append(_rhythm(settings.per_week, settings.gap_days))
    return said


def _rhythm(per_week: float, gap_days: float) -> Sentence:
    halves = round(2 * per_week) / 2
    if halves < 1:
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "a session every {days:g} days"), {"days": gap_days}
        )
    if halves == 1:
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "1 session a week"))
    return Sentence(QT_TRANSLATE_NOOP("Sentence", "{count:g} sessions a week"), {"count": halves})


def _kinds(settings: Settings) -> list[Sentence]:
    """Say water, additive, polarity and waveform, as far as they were stated."""
    said = []
    for field, (context, names) in _TERMS.items():
        key = getattr(settings, field)
        if key == "none" and field == "additive":
            continue
        if key in names:
            said.append(Sentence(names[key], context=context))
    return said


def _together(first: Sentence | str, second: Sentence | str) -> Sentence:
    text = QT_TRANSLATE_NOOP("Sentence", "{first} + {second}")
    return Sentence(text, {"first": first, "second": second})


def _listed(first: Sentence | str, second: Sentence | str) -> Sentence:
    text = QT_TRANSLATE_NOOP("Sentence", "{first}, {second}")
    return Sentence(text, {"first": first, "second": second})
