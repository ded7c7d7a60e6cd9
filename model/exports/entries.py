"""From the values of one entry of a file to a checked record; how kinds and fields are called."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from model.catalog.applicators import APPLICATORS
from model.exports.values import json_of, missing
from model.records.day import Rating
from model.records.kinds import KINDS
from model.records.person import OwnRegion
from model.records.rules import OWN_PREFIX, Record, Rule, Several, shown
from model.records.snapshot import RatingColumns, day_number
from model.records.treatment import Session

_IRREGULAR = {"profile": "profile", "wet_again": "wet_again"}
_IRREGULAR |= {"day_context": "context", "gravimetry": "gravimetry"}

PLURALS: dict[str, str] = {kind: _IRREGULAR.get(kind, f"{kind}s") for kind in KINDS}
"""Kind -> what its list is called in a JSON file and, with `.csv`, its file in a folder."""

KIND_OF: dict[str, type[Record]] = {PLURALS[kind]: KINDS[kind] for kind in KINDS}
"""Name of the list or file -> its kind, in the order of `KINDS`."""


@dataclasses.dataclass(frozen=True)
class FieldOf:
    """One field of a kind: its rule, and whether an entry must give it."""

    name: str
    rule: Rule
    default: Any
    required: bool


def fields_of(kind: type[Record]) -> dict[str, FieldOf]:
    """Return the fields of a kind by name, in the order of the dataclass."""
    return _FIELDS[kind.KIND]


def record_of(kind: type[Record], values: Mapping[str, Any]) -> Record:
    """Build and check a record from the values of its fields; fields left out have defaults.

    Raises:
        DiaryError: a field is missing or may not hold what it holds.
    """
    filled = dict(values)
    if kind is Rating:
        filled.setdefault("entered", "imported")
    for field in fields_of(kind).values():
        if field.required and field.name not in filled:
            raise missing(field.rule)
        if isinstance(field.rule, Several) and not isinstance(filled.get(field.name, ()), tuple):
            field.rule.check(filled[field.name])  # records count on a tuple before they check it
    drawn = fields_of(kind).get("id")
    nameless = drawn is not None and drawn.default is dataclasses.MISSING and not filled.get("id")
    if nameless:
        filled["id"] = OWN_PREFIX
    record = kind(**filled)
    record.check()
    if isinstance(record, Session) and not any(map(_is_own, record.applicators)):
        record.check_reach({})  # with an own applicator only the diary knows what it reaches
    return dataclasses.replace(record, id=derived_id(record)) if nameless else record  # type: ignore[call-arg]


def is_ahead(ratings: RatingColumns, now: datetime | None) -> bool:
    """Tell whether any rating is of a day after `now` (None = any day will do)."""
    return now is not None and max(ratings.day, default=0) > day_number(now.date())


def derived_id(record: Record) -> str:
    """Derive the id of a record that was given none: the same entry always gets the same id.

    A session is known by its start, regions and applicators; any other record by all it says.
    """
    import hashlib

    values = {name: getattr(record, name) for name in fields_of(type(record))}
    if isinstance(record, Session):
        told = {name: values[name] for name in ("started_at", "regions", "applicators")}
    else:
        fields = fields_of(type(record))
        told = {
            name: value
            for name, value in values.items()
            if name != "id" and value != fields[name].default
        }
    facts = [record.KIND, *sorted((name, _plain(value)) for name, value in told.items())]
    digest = hashlib.blake2b(json.dumps(facts).encode(), digest_size=16).hexdigest()
    return OWN_PREFIX + digest[:28] if isinstance(record, OwnRegion) else digest


class OnePerKey:
    """Keeps the entries of one kind: repeats fall together, contradictions are refused."""

    def __init__(self) -> None:
        self._seen: dict[tuple[Any, ...], tuple[int, Record]] = {}

    def add(self, record: Record, place: int) -> int | None:
        """Add a record that stands at `place`, the line or number of its entry.

        Returns:
            The place of an earlier entry that says something else of the same thing, or None.
        """
        first, earlier = self._seen.setdefault(record.key, (place, record))
        return None if earlier == record else first

    def __iter__(self) -> Iterator[Record]:
        return (record for _, record in self._seen.values())


def in_order(records: Iterable[Record]) -> list[Record]:
    """Sort records of one kind by their key, so that the same diary gives the same file."""
    return sorted(records, key=lambda record: record.key)


def rows_in_order(columns: RatingColumns) -> list[int]:
    """Return the rows of ratings by day and then by region."""
    days, regions = columns.day, columns.region
    return sorted(range(len(columns)), key=lambda row: (days[row], regions[row]))


def described(record: Record) -> str:
    """Return what identifies a record as text for a sentence."""
    return shown(", ".join(str(json_of(part)) for part in record.key))


def _fields(kind: type[Record]) -> dict[str, FieldOf]:
    return {
        field.name: FieldOf(
            field.name,
            field.metadata["rule"],
            field.default,
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(kind)
    }


_FIELDS = {kind.KIND: _fields(kind) for kind in KINDS.values()}


def _is_own(applicator: object) -> bool:
    return applicator not in APPLICATORS and str(applicator).startswith(OWN_PREFIX)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()  # the same moment in whatever zone it is written
    return sorted(map(str, value)) if isinstance(value, tuple) else json_of(value)
