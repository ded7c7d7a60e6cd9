"""What is chosen for the page, kept in the settings, and what it means for a diary of today."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ui.settings import settings

if TYPE_CHECKING:
    from model.records.snapshot import Snapshot
    from model.report.options import Options

WHOLE, SINCE_VISIT, OWN = "whole", "visit", "own"
WEEKS = (4, 12, 26)

_KEY = "report/{name}"


@dataclass(frozen=True)
class Choice:
    """What is chosen: a period by its name, so that it moves with the days, and the rest.

    period: WHOLE, SINCE_VISIT, OWN or a number of WEEKS as text; days: first and last of OWN;
    left_out and appendix: keys of model.report.options.
    """

    period: str = WHOLE
    days: tuple[date, date] | None = None
    named: bool = True
    language: str = "en"
    paper: str = "a4"
    left_out: tuple[str, ...] = ()
    appendix: tuple[str, ...] = ()

    def span_of(self, snapshot: Snapshot, today: date) -> tuple[date, date] | None:
        """Return first and last day of the period, None for the whole diary."""
        if self.period == OWN:
            return self.days
        if self.period == SINCE_VISIT:
            visit = last_visit(snapshot, today)
            return (visit, today) if visit else None
        if self.period == WHOLE:
            return None
        return today - timedelta(days=7 * int(self.period) - 1), today

    def options(self, snapshot: Snapshot, today: date) -> Options:
        """Return what the page is asked for."""
        from model.report.options import Options

        return Options(
            self.span_of(snapshot, today),
            self.named,
            self.language,
            self.paper,
            frozenset(self.left_out),
            frozenset(self.appendix),
        )


def last_visit(snapshot: Snapshot, today: date) -> date | None:
    """Return the day of the last visit to the doctor before today, None where none is noted."""
    from model.records.person import Event

    days = [it.day for it in snapshot.of(Event) if it.kind == "visit" and it.day < today]
    return max(days, default=None)


def remembered() -> Choice:
    """Return what was chosen last, for the whole diary where days of one's own were."""
    kept, found = settings(), Choice()
    for field in fields(Choice):
        value = kept.value(_KEY.format(name=field.name))
        if value is None or field.name == "days":
            continue
        usual = getattr(found, field.name)
        if isinstance(usual, bool):
            value = value in (True, "true")
        elif isinstance(usual, tuple):
            value = tuple(part for part in str(value).split(",") if part)
        found = replace(found, **{field.name: value})
    known = {WHOLE, SINCE_VISIT, *map(str, WEEKS)}
    return found if found.period in known else replace(found, period=WHOLE)


def remember(choice: Choice) -> None:
    """Keep what was chosen for the next time; nothing of it is of the diary."""
    kept = settings()
    for field in fields(Choice):
        value = getattr(choice, field.name)
        if field.name != "days":
            shown = ",".join(value) if isinstance(value, tuple) else value
            kept.setValue(_KEY.format(name=field.name), shown)
