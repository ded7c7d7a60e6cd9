"""The timer of a treatment as a value: it holds only instants, so a crash takes nothing from it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from model.records.rules import FIRST_DAY, LAST_DAY
from model.records.treatment import MINUTES_LIMIT

_VERSION = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NOTHING = timedelta()

Pause = tuple[datetime, datetime | None]
"""From when and until when it stood still; None = it still does."""


@dataclass(frozen=True)
class Countdown:
    """A treatment that runs since `started_at`; every instant is aware, every change a new value.

    minutes: how long it is to run, without its pauses; first_half_minutes: after how many of them
    the polarity is to be switched, None where it is not; pauses: in the order they were made;
    switched_at: when the patient said that the polarity was switched; ended_at: when it was
    stopped, whether it was done or not.

    Time is what passed between instants, whatever the clock on the wall shows: the change to
    summer time costs nothing. A clock that is set back makes intervals that would be negative;
    they count as nothing.
    """

    started_at: datetime
    minutes: float
    first_half_minutes: float | None = None
    pauses: tuple[Pause, ...] = ()
    switched_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def interruptions(self) -> int:
        """How often it was paused."""
        return len(self.pauses)

    @property
    def is_paused(self) -> bool:
        """Whether it stands still now and may be resumed."""
        return self.ended_at is None and bool(self.pauses) and self.pauses[-1][1] is None

    def elapsed(self, now: datetime) -> timedelta:
        """Return how long the treatment has run without its pauses, at most all its minutes."""
        start, end = _since_epoch(self.started_at), _since_epoch(now)
        if self.ended_at is not None:
            end = min(end, _since_epoch(self.ended_at))
        run = max(end - start, _NOTHING) - _stood_still(self.pauses, start, end)
        return min(run, timedelta(minutes=self.minutes))

    def remaining(self, now: datetime) -> timedelta:
        """Return how long it still has to run."""
        return timedelta(minutes=self.minutes) - self.elapsed(now)

    def minutes_done(self, now: datetime) -> float:
        """Return the minutes that it has run, to a tenth, as a session notes them."""
        return _minutes(self.elapsed(now))

    def first_half_done(self, now: datetime) -> float | None:
        """Return the minutes that ran before the switch, to a tenth; None without a switch."""
        if self.switched_at is None:
            return None
        return _minutes(min(self.elapsed(now), self.elapsed(self.switched_at)))

    def half(self, now: datetime) -> int:
        """Return 1, or 2 once the polarity was switched."""
        if self.switched_at is None:
            return 1
        return 2 if _since_epoch(now) >= _since_epoch(self.switched_at) else 1

    def is_switch_due(self, now: datetime) -> bool:
        """Tell whether the time to switch the polarity has come and nobody said it was done."""
        if self.first_half_minutes is None or self.switched_at is not None or self.is_done(now):
            return False
        return self.elapsed(now) >= timedelta(minutes=self.first_half_minutes)

    def is_done(self, now: datetime) -> bool:
        """Tell whether it was stopped or has run all its minutes."""
        return self.ended_at is not None or not self.remaining(now)

    def paused(self, now: datetime) -> Countdown:
        """Return it standing still from now; one that stands still or is done stays as it is."""
        if self.is_paused or self.is_done(now):
            return self
        return replace(self, pauses=(*self.pauses, (now, None)))

    def resumed(self, now: datetime) -> Countdown:
        """Return it running again from now; one that runs stays as it is."""
        if not self.is_paused:
            return self
        return replace(self, pauses=(*self.pauses[:-1], (self.pauses[-1][0], now)))

    def switched(self, now: datetime) -> Countdown:
        """Return it with the polarity switched now; the first switch stands."""
        if self.first_half_minutes is None or self.switched_at is not None or self.ended_at:
            return self
        return replace(self, switched_at=now)

    def stopped(self, now: datetime) -> Countdown:
        """Return it ended now; the first end stands."""
        return self if self.ended_at is not None else replace(self, ended_at=now)

    def as_text(self) -> str:
        """Return all of it as one line of text, to be kept where a crash does not reach it."""
        return json.dumps(
            {
                "version": _VERSION,
                "started_at": _written(self.started_at),
                "minutes": self.minutes,
                "first_half_minutes": self.first_half_minutes,
                "pauses": [[_written(start), _written(end)] for start, end in self.pauses],
                "switched_at": _written(self.switched_at),
                "ended_at": _written(self.ended_at),
            }
        )


def begun(now: datetime, minutes: float, first_half_minutes: float | None = None) -> Countdown:
    """Start a treatment now, to the second, as a session notes its start.

    Args:
        now: an aware time.
        minutes: above 0, at most MINUTES_LIMIT.
        first_half_minutes: between 0 and `minutes`, None where the polarity stays.
    """
    return Countdown(now.replace(microsecond=0), minutes, first_half_minutes)


def from_text(text: str) -> Countdown | None:
    """Return the countdown that `as_text` wrote, None for any other text."""
    try:
        return _read(json.loads(text))
    # RecursionError: brackets without end; OverflowError: a year that no clock shows.
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _read(kept: Any) -> Countdown:
    if not isinstance(kept, dict) or kept["version"] != _VERSION:
        raise ValueError("not of this version")
    pauses = tuple((_instant(start), _instant_or_none(end)) for start, end in kept["pauses"])
    if any(end is None for _, end in pauses[:-1]):
        raise ValueError("a pause that never ended before another one")
    minutes = _number(kept["minutes"], MINUTES_LIMIT)
    half = kept["first_half_minutes"]
    return Countdown(
        _instant(kept["started_at"]),
        minutes,
        None if half is None else _number(half, minutes),
        pauses,
        _instant_or_none(kept["switched_at"]),
        _instant_or_none(kept["ended_at"]),
    )


def _number(value: Any, limit: float) -> float:
    if type(value) not in (int, float) or not math.isfinite(value) or not 0 < value <= limit:
        raise ValueError(f"not a number of minutes up to {limit}")
    return cast(float, value)


def _instant(value: Any) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None or not FIRST_DAY <= at.date() <= LAST_DAY:
        raise ValueError("not an instant")
    return at


def _instant_or_none(value: Any) -> datetime | None:
    return None if value is None else _instant(value)


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _minutes(time: timedelta) -> float:
    return round(time / timedelta(minutes=1), 1)


def _since_epoch(at: datetime) -> timedelta:
    """Return an instant without its zone.

    Python subtracts and compares two times of the same zone by their wall clocks, so that an hour
    appears or is lost when summer time ends or begins.
    """
    return at - _EPOCH


def _stood_still(pauses: Iterable[Pause], start: timedelta, end: timedelta) -> timedelta:
    """Return how much of start..end lies in a pause; what lies in two of them counts once."""
    spans = sorted(
        (_since_epoch(begin), end if until is None else _since_epoch(until))
        for begin, until in pauses
    )
    still, reached = _NOTHING, start
    for begin, until in spans:
        first, last = max(begin, reached), min(until, end)
        if last > first:
            still, reached = still + (last - first), last
    return still
