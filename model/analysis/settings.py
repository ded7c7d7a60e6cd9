"""With which settings a region was treated: stretches of sessions alike, and their words."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import pairwise
from math import inf
from operator import sub
from typing import NamedTuple

from model.analysis.days import Same, days_of
from model.analysis.phases import BREAK_DAYS
from model.analysis.sentences import Sentence
from model.catalog import terms
from model.records.snapshot import day_of
from model.records.treatment import Session
from model.text import QT_TRANSLATE_NOOP

# Rules of this project, no findings: what counts as the same.
CURRENT_BAND_MA = 2
RHYTHM_FACTOR = 2
RHYTHM_GAPS = 2

_WEEK = 7
_NO_ADDITIVE = "none"


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
    return _stretches(Same(tuple(sessions)), ends_at)


@lru_cache(maxsize=8)  # both palms, and both soles, are mostly treated with the very same sessions
def _stretches(same: Same, ends_at: int) -> tuple[Stretch, ...]:
    days = _by_day(same.sessions, ends_at)
    found = []
    begin = 0
    while begin < len(days.numbers):
        end = _next_border(days, begin)
        found.append(_stretch(same.sessions, days, begin, end))
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


class _Stated(NamedTuple):
    """What the sessions of a day state: fields of Settings, None for what is not stated.

    low and high: the weakest and the strongest current; both None, or none of them.
    """

    applicators: tuple[str, ...]
    minutes: float | None
    water: str | None
    additive: str | None
    polarity: str | None
    waveform: str | None
    low: float | None
    high: float | None

    @property
    def kinds(self) -> tuple[object, ...]:
        """All but the current, of which there may be more than one."""
        return self[:-2]


class _Days(NamedTuple):
    """Days with a session as columns: since 1970-01-01, and what their sessions state.

    places: of the first session of each day among all sessions, and in the end their number.
    """

    numbers: list[int]
    stated: list[_Stated]
    places: list[int]


class _Growing:
    """A stretch that still grows: what its days stated so far, and the gaps between them."""

    def __init__(self, stated: _Stated) -> None:
        self._stated = self._latest = stated
        self._low = _wider((inf, -inf), stated.low)
        self._high = _wider((inf, -inf), stated.high)
        self._gaps: list[int] = []  # by length, without the newest
        self._newest: int | None = None

    def takes(self, stated: _Stated) -> bool:
        """Tell whether the settings of a day fit."""
        if stated is self._latest:  # as nearly always
            return True
        if any(
            mine is not None and its is not None and mine != its
            for mine, its in zip(self._stated.kinds, stated.kinds, strict=True)
        ):
            return False
        most = CURRENT_BAND_MA + 1e-9  # in floating point 4.4 - 2.4 is more than 2
        low, high = _wider(self._low, stated.low), _wider(self._high, stated.high)
        return low[1] - low[0] <= most and high[1] - high[0] <= most

    def is_new_rhythm(self, gap: int) -> bool:
        """Tell whether the newest gap and the one that follows it both leave the rhythm."""
        if self._newest is None or len(self._gaps) < RHYTHM_GAPS:
            return False
        usual = _median(self._gaps)
        shorter, longer = (gap, self._newest) if gap < self._newest else (self._newest, gap)
        return shorter >= RHYTHM_FACTOR * usual or longer * RHYTHM_FACTOR <= usual

    def add(self, stated: _Stated, gap: int) -> None:
        """Take in a day that comes `gap` days after the one before."""
        if self._newest is not None:
            insort(self._gaps, self._newest)
        self._newest = gap
        if stated is not self._latest:
            self._latest, self._stated = stated, _joined(self._stated, stated)
            self._low = _wider(self._low, stated.low)
            self._high = _wider(self._high, stated.high)


def _next_border(days: _Days, begin: int) -> int:
    """Return the place of the first day of the next stretch, or where all end.

    A new rhythm is only seen two days late, so no day is looked at more than three times.
    """
    numbers, stated = days.numbers, days.stated
    growing = _Growing(stated[begin])
    for place in range(begin + 1, len(numbers)):
        gap = numbers[place] - numbers[place - 1]
        if gap > BREAK_DAYS or not growing.takes(stated[place]):
            return place
        if growing.is_new_rhythm(gap):
            return place - 2
        growing.add(stated[place], gap)
    return len(numbers)


def _joined(first: _Stated, second: _Stated) -> _Stated:
    """Return what either states, where both do what the first does; currents from low to high."""
    lows = [low for low in (first.low, second.low) if low is not None]
    highs = [high for high in (first.high, second.high) if high is not None]
    return _Stated(
        first.applicators,
        second.minutes if first.minutes is None else first.minutes,
        second.water if first.water is None else first.water,
        second.additive if first.additive is None else first.additive,
        second.polarity if first.polarity is None else first.polarity,
        second.waveform if first.waveform is None else first.waveform,
        min(lows, default=None),
        max(highs, default=None),
    )


def _wider(band: tuple[float, float], value: float | None) -> tuple[float, float]:
    return band if value is None else (min(band[0], value), max(band[1], value))


def _median(ascending: Sequence[int]) -> float:
    middle = len(ascending) // 2
    return (ascending[middle] + ascending[-middle - 1]) / 2


def _by_day(sessions: tuple[Session, ...], ends_at: int) -> _Days:
    zero = day_of(0).toordinal()
    numbers = [day.toordinal() - zero for day in days_of(sessions, ends_at)]
    each = [_stated_by(session) for session in sessions]
    begins = [at for at, day in enumerate(numbers) if not at or day != numbers[at - 1]]
    places = [*begins, len(numbers)]
    stated = [
        each[begin] if end - begin == 1 else _of_one_day(tuple(each[begin:end]))
        for begin, end in pairwise(places)
    ]
    return _Days([numbers[at] for at in begins], stated, places)


@lru_cache(maxsize=64)
def _of_one_day(each: tuple[_Stated, ...]) -> _Stated:
    """Return what the sessions of one day state together: every applicator, the longest minutes."""
    applicators = tuple(sorted({id_ for stated in each for id_ in stated.applicators}))
    longest = max((one.minutes for one in each if one.minutes is not None), default=None)
    return reduce(_joined, each)._replace(applicators=applicators, minutes=longest)


def _stated_by(session: Session) -> _Stated:
    return _stated(
        session.applicators,
        None if session.ended_early else session.minutes,
        session.water,
        session.additive,
        session.polarity,
        session.waveform,
        session.current_ma,
    )


@lru_cache(maxsize=256)  # thousands of sessions state the same few things
def _stated(
    applicators: tuple[str, ...],
    minutes: float | None,
    water: str | None,
    additive: str | None,
    polarity: str | None,
    waveform: str | None,
    current_ma: float | None,
) -> _Stated:
    used = tuple(sorted(set(applicators)))
    whole = None if minutes is None else float(round(minutes))
    return _Stated(used, whole, water, additive, polarity, waveform, current_ma, current_ma)


def _stretch(sessions: tuple[Session, ...], days: _Days, begin: int, end: int) -> Stretch:
    different = {id(stated): stated for stated in days.stated[begin:end]}
    stated = reduce(_joined, different.values())
    numbers = days.numbers[begin:end]
    first, last = numbers[0], numbers[-1]
    gaps = sorted(map(sub, numbers[1:], numbers))
    settings = Settings(
        applicators=stated.applicators,
        minutes=stated.minutes,
        water=stated.water,
        additive=stated.additive,
        polarity=stated.polarity,
        waveform=stated.waveform,
        current_low=stated.low,
        current_high=stated.high,
        per_week=_WEEK * len(gaps) / (last - first) if gaps else None,
        gap_days=_median(gaps) if gaps else None,
    )
    return Stretch(sessions[days.places[begin] : days.places[end]], first, last, settings)


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
    additive = None if settings.additive == _NO_ADDITIVE else settings.additive
    stated: tuple[tuple[str, dict[str, str], str | None], ...] = (
        ("Water", terms.WATERS, settings.water),
        ("Additive", terms.ADDITIVES, additive),
        ("Polarity", terms.POLARITIES, settings.polarity),
        ("Waveform", terms.WAVEFORMS, settings.waveform),
    )
    return [Sentence(names[key], context=context) for context, names, key in stated if key in names]


def _together(first: Sentence | str, second: Sentence | str) -> Sentence:
    text = QT_TRANSLATE_NOOP("Sentence", "{first} + {second}")
    return Sentence(text, {"first": first, "second": second})


def _listed(first: Sentence | str, second: Sentence | str) -> Sentence:
    text = QT_TRANSLATE_NOOP("Sentence", "{first}, {second}")
    return Sentence(text, {"first": first, "second": second})
