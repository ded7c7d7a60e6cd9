"""A made-up diary of 16 weeks to try the program with; every name and note in it says simulated.

No patient stands behind it: daily ratings come from a small simulation with noise that lasts from
day to day, heat and stress that all regions share, gaps, and an effect that sessions build up and
days without them wear off.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from model.catalog.scales import SEVERITY_MAX
from model.catalog.treatments import CONTRAINDICATIONS
from model.exports.entries import record_of
from model.records.day import Assessment, DayContext, Rating
from model.records.person import (
    ContraindicationAnswer,
    Event,
    FollowedRegion,
    Profile,
    Question,
)
from model.records.rules import Record
from model.records.snapshot import Contents, RatingColumns
from model.records.treatment import (
    CoTreatment,
    Course,
    Device,
    OwnedApplicator,
    Reaction,
    Session,
)

DAYS, BASELINE_DAYS, INDUCTION_DAYS = 112, 28, 28

_SEED = 3
_SIMULATED = "Simulated, no patient's data."
_GAP_BEGINS, _GAP_LASTS = 0.08, 0.5  # chance of a day without entries after one with, without
_ILL, _TRAVEL, _STOPPED = 66, (88, 92), 7  # days of the diary; number of the session broken off

# Half of the effect is gone after 28 days without a session: 51 % less sweat at the end of
# treatment, 26 % four weeks later (Chan 1999, hkmj.org/abstracts/v5n2/191.htm). How much of the
# way one session goes is made up.
_WEAR_OFF_DAYS, _GAIN = 28, 0.35


@dataclass(frozen=True)
class _Region:
    """A simulated region: its usual severity and how much of it sessions can take away."""

    usual: float
    effect: float = 0.0


# Palms: 51 % (Chan 1999, as above). For soles alone no figure was found; less is made up, as are
# all usual severities and the two hands' difference.
_REGIONS: dict[str, _Region] = {
    "palm_right": _Region(7.6, 0.51),
    "palm_left": _Region(7.2, 0.51),
    "sole_right": _Region(6.6, 0.40),
    "sole_left": _Region(6.4, 0.40),
    "axilla_right": _Region(5.6),
    "axilla_left": _Region(5.4),
    "forehead": _Region(3.6),
}

_HANDS, _FEET = ("palm_right", "palm_left"), ("sole_right", "sole_left")

_NOTES = {
    3: "Simulated note: shook hands all day, kept a towel in the pocket.",
    24: "Simulated note: device arrived, read the instructions.",
    41: "Simulated note: first day I could use the touch screen without wiping it.",
    67: "Simulated note: fever, stayed in bed yesterday.",
    101: "Simulated note: almost forgot that palms can be wet.",
}


def sample_diary(now: datetime) -> Contents:
    """Make the sample diary of the 16 weeks that end on the day of `now` (aware, to the second).

    The same `now` always gives the same diary.
    """
    return _Sample(now).contents()


class _Sample:
    """The simulated days, drawn once, and the records that tell of them."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._first = now.date() - timedelta(days=DAYS - 1)
        self._random = random.Random(_SEED)
        self._heat, self._stress, shared = self._series(0.75), self._series(0.4), self._series(0.3)
        common = [
            0.10 * heat + 0.06 * stress + 0.10 * rest
            for heat, stress, rest in zip(self._heat, self._stress, shared, strict=True)
        ]
        self._severities = {name: self._simulated(_REGIONS[name], common) for name in _REGIONS}
        self._written = list(self._days_with_entries())

    def contents(self) -> Contents:
        """Return everything that the sample holds."""
        ratings = RatingColumns.empty()
        for rating in self._ratings():
            ratings.append(rating)
        records = [
            *_person(self._day(0), self._day(BASELINE_DAYS - 1)),
            *self._contexts(),
            *self._assessments(),
            *self._treatment(),
        ]
        return Contents(ratings, tuple(records))

    def _day(self, number: int) -> date:
        return self._first + timedelta(days=number)

    def _at(self, number: int, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(self._day(number), time(hour, minute), self._now.tzinfo)

    def _series(self, memory: float) -> list[float]:
        """Draw a stationary series of mean 0 and variance 1 that remembers the day before."""
        values = [self._random.gauss(0, 1)]
        for _ in range(DAYS - 1):
            fresh = math.sqrt(1 - memory**2) * self._random.gauss(0, 1)
            values.append(memory * values[-1] + fresh)
        return values

    def _simulated(self, region: _Region, common: list[float]) -> list[int]:
        own = self._series(0.3)
        return [
            min(SEVERITY_MAX, round(region.usual * math.exp(level) * (1 - region.effect * dose)))
            for level, dose in (
                (shared + 0.13 * alone, dose)
                for shared, alone, dose in zip(common, own, _doses(), strict=True)
            )
        ]

    def _days_with_entries(self) -> Iterator[int]:
        gap = False
        for number in range(DAYS):
            gap = self._random.random() < (_GAP_LASTS if gap else _GAP_BEGINS)
            if not gap or number in (0, _ILL, DAYS - 1) or number in _NOTES:
                yield number

    def _ratings(self) -> Iterator[Rating]:
        for number in self._written:
            late = number < DAYS - 2 and self._random.random() < 0.12
            minute = self._random.randrange(60)
            at = self._at(number + 1, 7, minute) if late else self._at(number, 21, minute)
            for region in _REGIONS:
                severity = None if number == _ILL else self._severities[region][number]
                yield Rating(
                    self._day(number),
                    region,
                    severity,
                    "late" if late else "same_day",
                    min(at, self._now),
                )

    def _contexts(self) -> Iterator[Record]:
        for number in self._written:
            heat = self._heat[number]
            yield DayContext(
                self._day(number),
                state="not_applicable" if number == _ILL else None,
                stress=max(0, min(10, round(4.5 + 2 * self._stress[number]))),
                heat="cool" if heat < -0.6 else "hot" if heat > 0.8 else "warm",
                activity=self._random.choice(["rest", "usual", "usual", "hard"]),
                tags=("presentation",) if self._stress[number] > 1.6 else (),
                note=_NOTES.get(number, ""),
            )

    def _assessments(self) -> Iterator[Record]:
        for number in range(0, DAYS, 14):
            week = self._severities["palm_right"][max(0, number - 6) : number + 1]
            # Made up for the sample: no published rule turns a 0-10 rating into HDSS.
            score = 1 + sum(sum(week) / len(week) >= limit for limit in (2.0, 4.2, 7.0))
            yield _made(
                Assessment,
                day=self._day(number),
                instrument="hdss",
                score=score,
                note=_SIMULATED,
            )

    def _treatment(self) -> list[Record]:
        device = _made(
            Device, name="Simulated device", waveforms=("dc",), shows_current=True, note=_SIMULATED
        )
        trays = [
            _made(OwnedApplicator, applicator=tray, device=device.key[0], since=self._day(24))
            for tray in ("hand_tray", "foot_tray")
        ]
        courses = [
            self._course("Induction", "induction", 28, self._day(55), schedule="mwf_4_weeks"),
            self._course("Maintenance", "maintenance", 56, None, interval_days=7),
        ]
        sessions = list(self._sessions(device, courses))
        return [device, *trays, *courses, *sessions, *self._happenings(sessions)]

    def _course(
        self, name: str, phase: str, begins: int, ends: date | None, **plan: object
    ) -> Record:
        return _made(
            Course,
            name=f"{name} (simulated)",
            regions=_HANDS + _FEET,
            phase=phase,
            starts=self._day(begins),
            ends=ends,
            **plan,
        )

    def _sessions(self, device: Record, courses: list[Record]) -> Iterator[Record]:
        # Minutes: UK protocol, hands 20, feet 30 (source: idrostar). Currents rise to comfort and
        # stay below 20 mA, the most that an NHS leaflet names for adults (source: nhs_wpr26540).
        for count, number in enumerate(_session_days()):
            induction = number < BASELINE_DAYS + INDUCTION_DAYS
            stopped = count == _STOPPED
            for regions, tray, hour, minutes, current in (
                (_HANDS, "hand_tray", 19, 20.0, min(12.0, 7.0 + 0.5 * count)),
                (_FEET, "foot_tray", 20, 30.0, min(16.0, 9.0 + 0.5 * count)),
            ):
                yield _made(
                    Session,
                    started_at=self._at(number, hour),
                    regions=regions,
                    applicators=(tray,),
                    current_ma=current,
                    minutes=minutes / 2 if stopped else minutes,
                    waveform="dc",
                    polarity="mid_session",
                    water="tap",
                    additive="none",
                    completed=not stopped,
                    stop_reason="time" if stopped else None,
                    phase="induction" if induction else "maintenance",
                    course=courses[0 if induction else 1].key[0],
                    device=device.key[0],
                    note=_SIMULATED if count == 0 else "",
                )

    def _happenings(self, sessions: list[Record]) -> Iterator[Record]:
        after = _session_days()[5]
        yield _made(
            Reaction,
            kind="redness",
            severity=1,
            began=self._day(after),
            gone=self._day(after + 3),
            region="palm_left",
            session=sessions[2 * 5].key[0],
            note=f"{_SIMULATED} At the water line.",
        )
        yield _made(
            CoTreatment,
            kind="aluminium_chloride",
            product="Roll-on (simulated)",
            rhythm="some nights",
            starts=self._day(-60),
            regions=("axilla_left", "axilla_right"),
            note=_SIMULATED,
        )
        yield _made(
            Event,
            kind="travel",
            day=self._day(_TRAVEL[0]),
            until=self._day(_TRAVEL[1]),
            title="A week away (simulated)",
        )


def _session_days() -> list[int]:
    """Three sessions a week for four weeks, then one a week."""
    weeks = range(BASELINE_DAYS, BASELINE_DAYS + INDUCTION_DAYS, 7)
    induction = [week + day for week in weeks for day in (0, 2, 4)]
    return induction + list(range(BASELINE_DAYS + INDUCTION_DAYS, DAYS, 7))


def _doses() -> Iterator[float]:
    """Yield for each day the share of the full effect that is there, 0 to 1."""
    treated, dose = set(_session_days()), 0.0
    for number in range(DAYS):
        yield dose  # a session acts from the next day on
        dose *= 0.5 ** (1 / _WEAR_OFF_DAYS)
        if number in treated:
            dose += _GAIN * (1 - dose)


def _person(first: date, asked: date) -> Iterator[Record]:
    yield Profile(
        name="Simulated example",
        birth_year=first.year - 30,
        onset_age=13,
        family_history=True,
        stops_in_sleep=True,
        symmetric=True,
        diagnosis="Focal hyperhidrosis of palms, soles and armpits (simulated)",
        dominant_hand="right",
    )
    for position, (region, facts) in enumerate(_REGIONS.items()):
        yield FollowedRegion(region, True, position, round(facts.usual))
    for item in CONTRAINDICATIONS:
        yield ContraindicationAnswer(item, asked, "no")
    yield _made(
        Question, text="Would one session every two weeks be enough? (simulated)", asked=asked
    )


def _made(made: type[Record], /, **values: Any) -> Record:
    return record_of(made, values)
