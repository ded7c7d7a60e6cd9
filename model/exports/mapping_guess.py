"""A first guess at what the columns of a table mean, and a mapping kept for the next time."""

from __future__ import annotations

import dataclasses
import json

from model.exports.dates import ORDERS
from model.exports.mapping import (
    CURRENT,
    DAY,
    IGNORED,
    MINUTES,
    REGION,
    SCALES,
    SEVERITY,
    TIME,
    ColumnMapping,
    orders_in,
)
from model.exports.region_words import RegionWords
from model.exports.steps import passing, quiet
from model.exports.table import Table
from model.files import Step, no_step

_CALLED: dict[str, tuple[str, ...]] = {
    DAY: ("day", "date", "datum", "tag"),
    REGION: ("region", "area", "bodypart", "site", "location", "körperstelle", "stelle"),
    SEVERITY: ("severity", "rating", "score", "sweat", "sweating", "level", "hdss", "stärke"),
    TIME: ("time", "uhrzeit", "zeit", "start"),
    MINUTES: ("minutes", "min", "duration", "durationmin", "dauer", "dauermin", "minuten"),
    CURRENT: ("ma", "current", "currentma", "strom", "stromma", "stromstärke"),
}


def guessed(table: Table, words: RegionWords, step: Step = no_step) -> ColumnMapping:
    """Return a first mapping by what the columns are called; it is shown before it is used.

    Args:
        table: as its file holds it.
        words: how regions are called.
        step: called with (columns done, columns in all); what it raises ends the work.
    """
    meanings: list[str] = []
    for place, header in enumerate(passing(table.header, step, len(table.header))):
        meaning = _meaning(header) or words.region(header)
        if not meaning and DAY not in meanings and orders_in(table, place, quiet(step)):
            meaning = DAY
        meanings.append(meaning if meaning not in meanings else IGNORED)
    return ColumnMapping(tuple(meanings))


def as_text(mapping: ColumnMapping) -> str:
    """Write a mapping down, to be remembered."""
    return json.dumps(dataclasses.asdict(mapping), ensure_ascii=True)


def of_text(text: str) -> ColumnMapping | None:
    """Read a remembered mapping, None where it is none (any more)."""
    try:
        known = json.loads(text)
        mapping = ColumnMapping(
            tuple(map(str, known["columns"])),
            str(known["order"]),
            str(known["scale"]),
            tuple((str(name), str(region)) for name, region in known["regions"]),
            str(known["applicator"]),
            tuple(map(str, known["treated"])),
        )
    except (ValueError, TypeError, LookupError):
        return None
    return mapping if mapping.scale in SCALES and mapping.order in {"", *ORDERS} else None


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _meaning(header: str) -> str:
    plain = _plain(header)
    return next((meaning for meaning, names in _CALLED.items() if plain in names), IGNORED)
