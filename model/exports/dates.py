"""Days and times as other programs write them; which of two orders is meant is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time

from model.exports.steps import passing
from model.files import Step, no_step
from model.text import QT_TRANSLATE_NOOP

ORDERS: dict[str, str] = {
    "ymd": QT_TRANSLATE_NOOP("DateOrder", "year, month, day (2026-12-31)"),
    "dmy": QT_TRANSLATE_NOOP("DateOrder", "day, month, year (31.12.2026)"),
    "mdy": QT_TRANSLATE_NOOP("DateOrder", "month, day, year (12/31/2026)"),
}
"""Order of the parts of a day -> its name for people."""

_DAY = re.compile(
    r"(\d{1,4})([-./])\s?(\d{1,2})\2\s?(\d{1,4})(?:[T,\s]+(\S.*))?", re.ASCII | re.DOTALL
)
_TIME = re.compile(
    r"(\d{1,2})[:.](\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?\s*(?:Z|[+-]\d\d:?\d\d)?",
    re.ASCII | re.IGNORECASE,
)


def is_day(text: str) -> bool:
    """Tell whether a text is a day in any order."""
    return any(day_in(text, order) is not None for order in ORDERS)


def day_in(text: str, order: str) -> date | None:
    """Return the day of a text whose parts stand in an order of ORDERS; a time may follow.

    A year first is always year, month, day, and dots are never month first: nobody writes so.
    """
    found = _DAY.fullmatch(text.strip())
    if found is None or (found[5] and time_in(found[5]) is None):
        return None
    parts = dict(zip(_order_of(found, order), (found[1], found[3], found[4]), strict=True))
    if any(len(parts[part]) > 2 for part in "md") or len(parts["y"]) not in (2, 4):
        return None
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    try:
        return date(year, int(parts["m"]), int(parts["d"]))
    except ValueError:  # the 31st of a month that has 30 days
        return None


def time_after_day(text: str) -> time | None:
    """Return the time that follows the day in a text, None where none does."""
    found = _DAY.fullmatch(text.strip())
    return time_in(found[5]) if found and found[5] else None


def time_in(text: str) -> time | None:
    """Return the time of day of a text like 21:14, 21.14.05 or 9:14 PM, None where it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, half = int(found[1]), (found[4] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None


def orders_of(texts: Iterable[str], step: Step = no_step) -> tuple[str, ...]:
    """Return the orders in which every one of these texts is a day; empty ones are passed over.

    Two orders mean that the texts do not tell (03/04/2026) and somebody has to be asked. The step
    is called with (texts done, texts in all) for each order anew; what it raises ends the work.
    """
    filled = [text for text in dict.fromkeys(texts) if text.strip()]
    # Where both read every day alike, as with 2026-12-31 and 31.12.2026, there is nothing to ask.
    distinct: dict[tuple[date, ...], str] = {}
    for order in ORDERS:
        days = _days(filled, order, step)
        if days:
            distinct.setdefault(days, order)
    return tuple(distinct.values())


def _days(texts: list[str], order: str, step: Step) -> tuple[date, ...]:
    """Return the days of texts in an order, none where any of them is no day in it."""
    days = []
    for text in passing(texts, step, len(texts)):
        day = day_in(text, order)
        if day is None:
            return ()
        days.append(day)
    return tuple(days)


def _order_of(found: re.Match[str], order: str) -> str:
    if len(found[1]) > 2:
        return "ymd"
    if found[2] == ".":
        return "dmy"
    return order
