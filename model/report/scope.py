"""What a page is about: the diary as known at the end of a period, and the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from model.analysis.days import days_of, session_day
from model.analysis.phases import day_ends_at, until
from model.analysis.sentences import Sentence, Translate, day_text, number_text, span_text
from model.analysis.words import region_name
from model.records.snapshot import NOT_APPLICABLE, Snapshot
from model.records.treatment import Session

Period = tuple[date, date]
"""First and last day to report on; nothing after the last day is known to the page."""


@dataclass(frozen=True)
class Scope:
    """A diary cut at the end of the period, and how to say things of it."""

    snapshot: Snapshot
    period: Period | None
    printed_on: date
    translate: Translate

    @classmethod
    def of(
        cls, snapshot: Snapshot, period: Period | None, printed_on: date, translate: Translate
    ) -> Scope:
        """Cut a diary at the end of the period."""
        known = until(snapshot, period[1]) if period else snapshot
        return cls(known, period, printed_on, translate)

    @property
    def last_day(self) -> date:
        """The day at which the page looks back: the end of the period, or the day of printing."""
        return min(self.period[1], self.printed_on) if self.period else self.printed_on

    def holds(self, first: date, last: date | None = None) -> bool:
        """Tell whether something that lasted from `first` to `last` touches the period.

        Without `last` it lasted one day.
        """
        return not self.period or (first <= self.period[1] and (last or first) >= self.period[0])

    def sessions(self) -> tuple[Session, ...]:
        """Return the sessions of the period, by their start."""
        every = self.snapshot.of(Session)
        days = days_of(every, day_ends_at(self.snapshot))
        found = [each for each, day in zip(every, days, strict=True) if self.holds(day)]
        return tuple(sorted(found, key=lambda session: session.started_at))

    def day_of(self, session: Session) -> date:
        """Return the patient's day of a session."""
        return session_day(session, day_ends_at(self.snapshot))

    @property
    def treated(self) -> bool:
        """Whether there is any session to compare before and after."""
        return bool(self.snapshot.of(Session))

    def say(self, text: str, **fields: object) -> str:
        """Return a text marked in "Report", translated, with its fields filled in."""
        return Sentence(text, fields, "Report").said(self.translate)

    def term(self, context: str, text: str) -> str:
        """Return the translated name of something in the catalog."""
        return self.translate(context, text) if text else ""

    def region(self, region: str) -> str:
        """Return the name of a region."""
        return region_name(region, self.snapshot).said(self.translate)

    def regions(self, regions: tuple[str, ...]) -> str:
        """Return the names of several regions."""
        return ", ".join(self.region(region) for region in regions)

    def is_only_not_applicable(self, region: str | None = None) -> bool:
        """Tell whether a region, or any, has entries but none from 0 to 10."""
        known = self.snapshot
        severity = known.severity
        if region is not None:
            at = known.regions.index(region) if region in known.regions else len(known.regions)
            severity = severity[:, at : at + 1]
        return bool((severity == NOT_APPLICABLE).any() and not (severity >= 0).any())

    def day(self, day: date) -> str:
        """Return a day with its month in words."""
        return day_text(day, self.translate)

    def span(self, first: date, last: date) -> str:
        """Return first and last day as one text."""
        return span_text(first, last, self.translate)

    def number(self, value: float, decimals: int = 0, signed: bool = False) -> str:
        """Return a number as the page's language writes it."""
        return number_text(value, decimals, self.translate, signed)
