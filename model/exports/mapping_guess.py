"""A first guess at what the columns of a table mean, and a mapping kept for the next time."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping

from model.catalog.regions import REGIONS
from model.exports.dates import ORDERS, orders_of
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
    names_in,
)
from model.exports.table import Table

_CALLED: dict[str, tuple[str, ...]] = {
    DAY: ("day", "date", "datum", "tag"),
    REGION: ("region", "area", "bodypart", "site", "location", "körperstelle", "stelle"),
    SEVERITY: ("severity", "rating", "score", "sweat", "sweating", "level", "hdss", "stärke"),
    TIME: ("time", "uhrzeit", "zeit", "start"),
    MINUTES: ("minutes", "min", "duration", "durationmin", "dauer", "dauermin", "minuten"),
    CURRENT: ("ma", "current", "currentma", "strom", "stromma", "stromstärke"),
}


def guessed(table: Table, names: Mapping[str, str]) -> ColumnMapping:
    """Return a first mapping by what the columns are called; it is shown before it is used.

    Args:
        table: as its file holds it.
        names: id of a region -> its name in the user's language.
    """
    known = {_plain(region.id): region.id for region in REGIONS.values()}
    known |= {_plain(region.name): region.id for region in REGIONS.values()}
    known |= {_plain(name): region for region, name in names.items()}
    meanings: list[str] = []
    for place, header in enumerate(table.header):
        meaning = known.get(_plain(header)) or _meaning(header)
        if not meaning and DAY not in meanings and orders_of(t for _, t in table.cells(place)):
            meaning = DAY
        meanings.append(meaning if meaning not in meanings else IGNORED)
    mapping = ColumnMapping(tuple(meanings))
    regions = tuple((name, known.get(_plain(name), "")) for name in names_in(table, mapping))
    return dataclasses.replace(mapping, regions=regions)


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
