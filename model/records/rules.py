"""What a field may hold, said once: the check of a record, the columns of the store and the
schema of the export all read it here.
"""

from __future__ import annotations

import dataclasses
import math
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, cast

from model.catalog.regions import REGIONS
from model.records.errors import DiaryError, FutureDay
from model.text import QT_TRANSLATE_NOOP

NOTE_LIMIT = 20_000  # characters; longer notes slow every page down (STORAGE: Text)
NAME_LIMIT = 200
OWN_PREFIX = "own_"
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True)
class Rule:
    """One field's rule: `label` is its name for people, `optional` allows None."""

    label: str
    optional: bool = False

    def check(self, value: Any) -> None:
        """Raise DiaryError unless `value` (not None) may stand in this field."""
        raise NotImplementedError


@dataclass(frozen=True)
class Whole(Rule):
    """A whole number from `low` to `high`."""

    low: int = 0
    high: int = 10

    def check(self, value: Any) -> None:
        """Refuse bool, fractions and anything out of range."""
        if type(value) is not int or not self.low <= value <= self.high:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "{what} must be a whole number from {low} to {high}, not {value}."
                ),
                what=self.label,
                low=self.low,
                high=self.high,
                value=shown(value),
            )


@dataclass(frozen=True)
class Number(Rule):
    """A finite number from `low` to `high`, in the unit of the field's name."""

    low: float = 0
    high: float = 100

    def check(self, value: Any) -> None:
        """Refuse bool, NaN, infinities and anything out of range."""
        good = type(value) in (int, float) and math.isfinite(value)
        if not good or not self.low <= value <= self.high:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "{what} must be a number from {low} to {high}, not {value}."
                ),
                what=self.label,
                low=self.low,
                high=self.high,
                value=shown(value),
            )


@dataclass(frozen=True)
class Flag(Rule):
    """Yes or no."""

    def check(self, value: Any) -> None:
        """Refuse everything but True and False."""
        if type(value) is not bool:
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "{what} must be yes or no, not {value}."),
                what=self.label,
                value=shown(value),
            )


@dataclass(frozen=True)
class Text(Rule):
    """Literal text of at most `limit` characters; `filled` refuses blank text."""

    limit: int = NOTE_LIMIT
    filled: bool = False

    def check(self, value: Any) -> None:
        """Refuse NUL, broken characters, too long and, where `filled`, blank text."""
        if not isinstance(value, str) or (self.filled and not value.strip()):
            text = QT_TRANSLATE_NOOP("DiaryError", "{what} must hold some text.")
        elif len(value) > self.limit:
            text = QT_TRANSLATE_NOOP(
                "DiaryError",
                "{what} is too long: {count} characters, at most {limit}. Shorten it.",
            )
        elif "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            text = QT_TRANSLATE_NOOP(
                "DiaryError", "{what} holds characters that cannot be stored. Retype it."
            )
        else:
            return
        count = len(value) if isinstance(value, str) else 0
        raise DiaryError(text, what=self.label, count=count, limit=self.limit)


@dataclass(frozen=True)
class OneOf(Rule):
    """One of a small vocabulary of the catalog."""

    choices: Collection[str] = ()

    def check(self, value: Any) -> None:
        """Refuse anything that the vocabulary does not list."""
        if not isinstance(value, str) or value not in self.choices:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "{what} cannot be '{value}'. Use one of: {choices}."
                ),
                what=self.label,
                value=shown(value),
                choices=", ".join(self.choices),
            )


@dataclass(frozen=True)
class RegionId(Rule):
    """A region of the catalog, or one of the patient's own (`own_...`)."""

    def check(self, value: Any) -> None:
        """Refuse ids that no catalog region has and no own region can have."""
        if isinstance(value, str) and (value in REGIONS or value.startswith(OWN_PREFIX)):
            Text("", limit=NAME_LIMIT).check(value)
            return
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "There is no region '{value}'. Use an id from the list of regions{hint}.",
            ),
            value=shown(value),
            hint=_nearest(value),
        )


@dataclass(frozen=True)
class Day(Rule):
    """A calendar day of the patient."""

    def check(self, value: Any) -> None:
        """Refuse what is not a plain date between FIRST_DAY and LAST_DAY."""
        if type(value) is not date or not FIRST_DAY <= value <= LAST_DAY:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "{what} must be a day like 2026-11-22, not {value}."
                ),
                what=self.label,
                value=shown(value),
            )


@dataclass(frozen=True)
class Instant(Rule):
    """A local time with its offset from UTC, to the second."""

    def check(self, value: Any) -> None:
        """Refuse times without an offset in whole minutes, with parts of a second, out of range."""
        offset = value.utcoffset() if isinstance(value, datetime) else None
        good = offset is not None and not offset.total_seconds() % 60
        if not good or value.microsecond or not FIRST_DAY <= value.date() <= LAST_DAY:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "{what} must be a time with its offset like 2026-11-22T19:00:00+01:00,"
                    " not {value}.",
                ),
                what=self.label,
                value=shown(value),
            )


@dataclass(frozen=True)
class Several(Rule):
    """A tuple without repeats whose every item follows `item`; `filled` refuses an empty one."""

    item: Rule = dataclasses.field(default_factory=lambda: Text(""))
    filled: bool = False

    def check(self, value: Any) -> None:
        """Refuse repeats, and an empty tuple where one item is needed."""
        if not isinstance(value, tuple) or (self.filled and not value):
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "{what}: choose at least one."), what=self.label
            )
        for item in value:
            self.item.check(item)
        if len(set(value)) != len(value):
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "{what}: each may be named only once."),
                what=self.label,
            )


@dataclass(frozen=True)
class Record:
    """One fact of a diary; `KIND` names its table, `KEY` the fields that identify it.

    `HAPPENED` names the field that tells when it was; a plan, such as a course, has none, for it
    may lie ahead.
    """

    KIND: ClassVar[str] = ""
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    HAPPENED: ClassVar[str] = ""

    def check(self) -> None:
        """Raise DiaryError with one sentence if a field may not hold what it holds."""
        for field in dataclasses.fields(self):
            rule = cast(Rule, field.metadata["rule"])
            value = getattr(self, field.name)
            if value is not None or not rule.optional:
                rule.check(value)
        self.check_together()

    def check_together(self) -> None:
        """Check what several fields say of each other; most kinds have nothing to add."""

    def check_past(self, now: datetime) -> None:
        """Raise FutureDay where the record tells of a day after that of `now`."""
        when = getattr(self, self.HAPPENED) if self.HAPPENED else None
        if isinstance(when, datetime):
            when = when.date() if when > now else None
        if when is not None and when > now.date():
            raise future_day(when)

    @property
    def key(self) -> tuple[Any, ...]:
        """The values that identify the record in every diary of this person."""
        return tuple(getattr(self, name) for name in self.KEY)


def by(rule: Rule, default: Any = dataclasses.MISSING) -> Any:
    """Declare a dataclass field that follows `rule`."""
    return dataclasses.field(default=default, metadata={"rule": rule})


def new_id() -> str:
    """Draw an id of 32 hexadecimal digits that no other diary has."""
    return os.urandom(16).hex()


def identity(label: str = "id") -> Any:
    """Declare the id field of a record; a new one is drawn where none is given."""
    rule = Text(label, limit=64, filled=True)
    return dataclasses.field(default_factory=new_id, metadata={"rule": rule})


def future_day(day: date) -> FutureDay:
    """Return the refusal of a day that is yet to come."""
    return FutureDay(
        QT_TRANSLATE_NOOP(
            "DiaryError", "{day} is in the future. Check the day and the clock of this computer."
        ),
        day=day,
    )


def shown(value: object) -> str:
    """Return `value` as short text for a sentence."""
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "..."


def _nearest(value: object) -> str:
    import difflib  # only on the way to an error; kept off the way to the first window

    close = difflib.get_close_matches(str(value)[:60], REGIONS, n=1)
    return f" ({close[0]}?)" if close else ""
