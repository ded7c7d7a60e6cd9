"""What is known of the person and asked once: profile, regions that matter, events, questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from model.catalog import terms
from model.catalog.regions import REGIONS
from model.catalog.scales import SEVERITY_MAX
from model.catalog.treatments import CONTRAINDICATIONS
from model.records.errors import DiaryError
from model.records.rules import (
    NAME_LIMIT,
    OWN_PREFIX,
    Day,
    Flag,
    Instant,
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
class Profile(Record):
    """The one profile of a diary; every field may be left out."""

    KIND: ClassVar[str] = "profile"

    name: str = by(Text(QT_TRANSLATE_NOOP("Field", "Name or initials"), limit=NAME_LIMIT), "")
    birth_year: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Year of birth"), True, 1900, 2199), None
    )
    sex: str | None = by(OneOf(QT_TRANSLATE_NOOP("Field", "Sex"), True, terms.SEXES), None)
    onset_age: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Age when it began"), True, 0, 120), None
    )
    family_history: bool | None = by(
        Flag(QT_TRANSLATE_NOOP("Field", "Others in the family"), True), None
    )
    stops_in_sleep: bool | None = by(
        Flag(QT_TRANSLATE_NOOP("Field", "Stops during sleep"), True), None
    )
    symmetric: bool | None = by(Flag(QT_TRANSLATE_NOOP("Field", "Both sides alike"), True), None)
    episodes_per_week: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Episodes a week"), True, 0, 999), None
    )
    diagnosis: str = by(Text(QT_TRANSLATE_NOOP("Field", "Diagnosis"), limit=NAME_LIMIT), "")
    icd10: str = by(Text(QT_TRANSLATE_NOOP("Field", "ICD-10 code"), limit=16), "")
    dominant_hand: str | None = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "Dominant hand"), True, terms.HANDS), None
    )
    day_ends_at_hour: int = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Hour at which the day ends"), False, 0, 6), 0
    )
    week_starts_on: int = by(
        Whole(QT_TRANSLATE_NOOP("Field", "First day of the week"), False, 1, 7), 1
    )
    hdss_wording: str = by(
        Text(QT_TRANSLATE_NOOP("Field", "Wording of the HDSS"), limit=NAME_LIMIT), ""
    )
    id: str = by(OneOf("id", False, ("profile",)), "profile")


@dataclass(frozen=True)
class FollowedRegion(Record):
    """A region that the patient follows, its place in the list and how much it bothers (0-10)."""

    KIND: ClassVar[str] = "followed_region"
    KEY: ClassVar[tuple[str, ...]] = ("region",)

    region: str = by(RegionId(QT_TRANSLATE_NOOP("Field", "Region")))
    followed: bool = by(Flag(QT_TRANSLATE_NOOP("Field", "Followed")), True)
    position: int = by(Whole(QT_TRANSLATE_NOOP("Field", "Place in the list"), False, 0, 999), 0)
    bother: int | None = by(Whole(QT_TRANSLATE_NOOP("Field", "Bother"), True, 0, 10), None)


@dataclass(frozen=True)
class OwnRegion(Record):
    """A named spot within a region of the catalog; retired, never deleted under ratings."""

    KIND: ClassVar[str] = "own_region"

    name: str = by(Text(QT_TRANSLATE_NOOP("Field", "Name"), limit=NAME_LIMIT, filled=True))
    parent: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Region"), False, REGIONS))
    retired: bool = by(Flag(QT_TRANSLATE_NOOP("Field", "Retired")), False)
    id: str = identity()

    def check_together(self) -> None:
        """Refuse an id that could be mistaken for a region of the catalog."""
        if not self.id.startswith(OWN_PREFIX):
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "The id of an own region begins with 'own_'.")
            )


@dataclass(frozen=True)
class BaselineChoice(Record):
    """A baseline that the patient set instead of the usual window, never silently."""

    KIND: ClassVar[str] = "baseline"
    KEY: ClassVar[tuple[str, ...]] = ("region",)

    region: str = by(RegionId(QT_TRANSLATE_NOOP("Field", "Region")))
    starts: date = by(Day(QT_TRANSLATE_NOOP("Field", "First day")))
    ends: date = by(Day(QT_TRANSLATE_NOOP("Field", "Last day")))
    set_at: datetime | None = by(Instant(QT_TRANSLATE_NOOP("Field", "Time of entry"), True), None)
    reason: str = by(Text(QT_TRANSLATE_NOOP("Field", "Reason")), "")

    def check_together(self) -> None:
        """Refuse a window that ends before it begins."""
        if self.ends < self.starts:
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "The last day comes before the first day.")
            )


@dataclass(frozen=True)
class InductionChoice(Record):
    """The last day of an induction that the patient set instead of the usual one, never silently.

    It counts for the episode of treatment that had begun when it was set; without `set_at`, for
    that in which `ends` lies. A region has one at a time: a later choice replaces it.
    """

    KIND: ClassVar[str] = "induction"
    KEY: ClassVar[tuple[str, ...]] = ("region",)

    region: str = by(RegionId(QT_TRANSLATE_NOOP("Field", "Region")))
    ends: date = by(Day(QT_TRANSLATE_NOOP("Field", "Last day of the induction")))
    set_at: datetime | None = by(Instant(QT_TRANSLATE_NOOP("Field", "Time of entry"), True), None)
    reason: str = by(Text(QT_TRANSLATE_NOOP("Field", "Reason")), "")


@dataclass(frozen=True)
class WetAgain(Record):
    """The severity from which the patient counts a region as sweating again after a session.

    There is one at most; without it `model.catalog.scales.DRY_BELOW` holds.
    """

    KIND: ClassVar[str] = "wet_again"

    severity: int = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Wet again from a severity of"), False, 1, SEVERITY_MAX)
    )
    set_at: datetime | None = by(Instant(QT_TRANSLATE_NOOP("Field", "Time of entry"), True), None)
    id: str = by(OneOf("id", False, ("wet_again",)), "wet_again")


@dataclass(frozen=True)
class Event(Record):
    """Something that may change sweating: surgery, travel, illness, a new device or medicine."""

    KIND: ClassVar[str] = "event"

    kind: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Kind"), False, terms.EVENT_KINDS))
    day: date = by(Day(QT_TRANSLATE_NOOP("Field", "Day")))
    until: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Until"), True), None)
    regions: tuple[str, ...] = by(
        Several(QT_TRANSLATE_NOOP("Field", "Regions"), False, RegionId("")), ()
    )
    title: str = by(Text(QT_TRANSLATE_NOOP("Field", "Title"), limit=NAME_LIMIT), "")
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()


@dataclass(frozen=True)
class ContraindicationAnswer(Record):
    """An answer of the checklist on a day; asked again, never overwritten."""

    KIND: ClassVar[str] = "contraindication_answer"
    KEY: ClassVar[tuple[str, ...]] = ("item", "day")

    item: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Contraindication"), False, CONTRAINDICATIONS))
    day: date = by(Day(QT_TRANSLATE_NOOP("Field", "Day")))
    answer: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Answer"), False, terms.ANSWERS))
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")


@dataclass(frozen=True)
class Question(Record):
    """A question for the next visit."""

    KIND: ClassVar[str] = "question"

    text: str = by(Text(QT_TRANSLATE_NOOP("Field", "Question"), limit=1000, filled=True))
    asked: date = by(Day(QT_TRANSLATE_NOOP("Field", "Day")))
    answered: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Answered"), True), None)
    answer: str = by(Text(QT_TRANSLATE_NOOP("Field", "Answer")), "")
    id: str = identity()


@dataclass(frozen=True)
class Notice(Record):
    """A warning that was shown, with its reason and when it was dismissed."""

    KIND: ClassVar[str] = "notice"

    kind: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Kind"), False, terms.NOTICES))
    reason: str = by(Text(QT_TRANSLATE_NOOP("Field", "Reason"), limit=1000))
    shown_at: datetime = by(Instant(QT_TRANSLATE_NOOP("Field", "Shown")))
    dismissed_at: datetime | None = by(Instant(QT_TRANSLATE_NOOP("Field", "Dismissed"), True), None)
    id: str = identity()
