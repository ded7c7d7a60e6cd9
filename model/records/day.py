"""What a patient notes about a day: ratings, moments, context, assessments, gravimetry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from model.catalog import scales, terms
from model.catalog.scales import INSTRUMENTS
from model.records.errors import DiaryError
from model.records.rules import (
    NAME_LIMIT,
    Day,
    Flag,
    Instant,
    Number,
    OneOf,
    Record,
    RegionId,
    Several,
    Text,
    Whole,
    by,
    identity,
)
from model.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Rating(Record):
    """The worst sweating of one region in the 24 hours of one day, 0 (dry) to 10.

    `severity` None means not applicable; a day without a rating has no Rating at all.
    Scale: model.catalog.scales (sources ses, asdd).
    """

    KIND: ClassVar[str] = "rating"
    KEY: ClassVar[tuple[str, ...]] = ("day", "region")
    HAPPENED: ClassVar[str] = "day"

    day: date = by(Day(QT_TRANSLATE_NOOP("Field", "Day")))
    region: str = by(RegionId(QT_TRANSLATE_NOOP("Field", "Region")))
    severity: int | None = by(
        Whole(
            QT_TRANSLATE_NOOP("Field", "Severity"), True, scales.SEVERITY_MIN, scales.SEVERITY_MAX
        )
    )
    entered: str = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "How it was entered"), False, terms.ENTERED), "same_day"
    )
    recorded_at: datetime | None = by(
        Instant(QT_TRANSLATE_NOOP("Field", "Time of entry"), True), None
    )


@dataclass(frozen=True)
class Moment(Record):
    """One of several entries of a day: a time, a region, its severity and what set it off."""

    KIND: ClassVar[str] = "moment"
    HAPPENED: ClassVar[str] = "day"

    at: datetime = by(Instant(QT_TRANSLATE_NOOP("Field", "Time")))
    day: date = by(Day(QT_TRANSLATE_NOOP("Field", "Day")))
    region: str = by(RegionId(QT_TRANSLATE_NOOP("Field", "Region")))
    severity: int = by(
        Whole(
            QT_TRANSLATE_NOOP("Field", "Severity"), False, scales.SEVERITY_MIN, scales.SEVERITY_MAX
        )
    )
    triggers: tuple[str, ...] = by(
        Several(
            QT_TRANSLATE_NOOP("Field", "Triggers"),
            False,
            Text("Trigger", limit=NAME_LIMIT, filled=True),
        ),
        (),
    )
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()


@dataclass(frozen=True)
class DayContext(Record):
    """What surrounded a day; every field but the day may be left out."""

    KIND: ClassVar[str] = "day_context"
    KEY: ClassVar[tuple[str, ...]] = ("day",)
    HAPPENED: ClassVar[str] = "day"

    day: date = by(Day(QT_TRANSLATE_NOOP("Field", "Day")))
    state: str | None = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "State of the day"), True, terms.DAY_STATES), None
    )
    stress: int | None = by(Whole(QT_TRANSLATE_NOOP("Field", "Stress"), True, 0, 10), None)
    heat: str | None = by(OneOf(QT_TRANSLATE_NOOP("Field", "Heat"), True, terms.HEAT), None)
    activity: str | None = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "Activity"), True, terms.ACTIVITY), None
    )
    night_sweat: str | None = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "Night sweat"), True, terms.NIGHT_SWEAT), None
    )
    interference: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Interference"), True, 0, 10), None
    )
    temperature_celsius: float | None = by(
        Number(QT_TRANSLATE_NOOP("Field", "Temperature"), True, -60, 60), None
    )
    clothes_changed: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Clothes changed"), True, 0, 99), None
    )
    showers: int | None = by(Whole(QT_TRANSLATE_NOOP("Field", "Showers"), True, 0, 99), None)
    tags: tuple[str, ...] = by(
        Several(
            QT_TRANSLATE_NOOP("Field", "Tags"), False, Text("Tag", limit=NAME_LIMIT, filled=True)
        ),
        (),
    )
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note for the doctor")), "")
    private_note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Private note")), "")
    zone: str | None = by(
        Text(QT_TRANSLATE_NOOP("Field", "Time zone"), True, limit=NAME_LIMIT), None
    )
    recorded_at: datetime | None = by(
        Instant(QT_TRANSLATE_NOOP("Field", "Time of entry"), True), None
    )


@dataclass(frozen=True)
class Assessment(Record):
    """The total of a questionnaire on a day, with its domain scores where it has two."""

    KIND: ClassVar[str] = "assessment"
    HAPPENED: ClassVar[str] = "day"

    day: date = by(Day(QT_TRANSLATE_NOOP("Field", "Day")))
    instrument: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Questionnaire"), False, INSTRUMENTS))
    score: int = by(Whole(QT_TRANSLATE_NOOP("Field", "Score"), False, 0, 100))
    domain_daily_life: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Daily life score"), True, 0, 100), None
    )
    domain_psychosocial: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Psychosocial score"), True, 0, 100), None
    )
    region: str | None = by(RegionId(QT_TRANSLATE_NOOP("Field", "Region"), True), None)
    wording: str = by(Text(QT_TRANSLATE_NOOP("Field", "Wording"), limit=NAME_LIMIT), "")
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()

    def check_together(self) -> None:
        """Refuse a total outside the range of its questionnaire."""
        scale = INSTRUMENTS[self.instrument]
        if not scale.low <= self.score <= scale.high:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "The total of {name} goes from {low} to {high}, not {value}."
                ),
                name=scale.name,
                low=scale.low,
                high=scale.high,
                value=self.score,
            )


@dataclass(frozen=True)
class Gravimetry(Record):
    """Sweat weighed on paper: `mass_mg` in `minutes` on one region."""

    KIND: ClassVar[str] = "gravimetry"
    HAPPENED: ClassVar[str] = "day"

    day: date = by(Day(QT_TRANSLATE_NOOP("Field", "Day")))
    region: str = by(RegionId(QT_TRANSLATE_NOOP("Field", "Region")))
    mass_mg: float = by(Number(QT_TRANSLATE_NOOP("Field", "Mass"), False, 0, 100_000))
    minutes: float = by(Number(QT_TRANSLATE_NOOP("Field", "Minutes"), False, 0.5, 120))
    paper: str = by(Text(QT_TRANSLATE_NOOP("Field", "Paper"), limit=NAME_LIMIT), "")
    room_celsius: float | None = by(
        Number(QT_TRANSLATE_NOOP("Field", "Room temperature"), True, -20, 60), None
    )
    rest_minutes: float | None = by(
        Number(QT_TRANSLATE_NOOP("Field", "Minutes of rest"), True, 0, 240), None
    )
    at_clinic: bool | None = by(Flag(QT_TRANSLATE_NOOP("Field", "At the clinic"), True), None)
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()
