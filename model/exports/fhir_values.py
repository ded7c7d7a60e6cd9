"""Values as FHIR R4 can hold them: texts, times, quantities, periods, and what they refer to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from model.catalog.regions import REGIONS
from model.exports.fhir_codes import (
    CATEGORY,
    SNOMED,
    UCUM,
    UNIT_NAMES,
    UNIT_OF,
    VOCABULARY_OF,
    Json,
    coding,
    concept,
)
from model.records.person import OwnRegion

Entry = tuple[str, Json]
"""Address of a resource within the Bundle, and the resource."""

_NAMESPACE = UUID("6a0f4d0e-6a5e-5f0c-9d0a-2b8d5c1c7f31")
"""Drawn once for all diaries; what was written before would get other addresses by another one."""

_TEXT_LIMIT = 1_000_000  # R4: a string shall not exceed 1 MB
_WIDEST_OFFSET = timedelta(hours=14)  # R4 knows no time zone beyond
_DIGITS = 6  # of a millionth: no device and no scale shows as much
_CATEGORIES = {"survey": "Survey", "exam": "Exam", "therapy": "Therapy"}


@dataclass(frozen=True)
class Links:
    """What the resources of one Bundle refer to.

    seed: tells this diary from others, so that two patients' ratings of one day differ.
    subject: the reference to the patient; `performer` the same where there is a Patient resource.
    held: (kind, id) of every record that may be referred to and is in the diary.
    applicators: own applicator (`own_...`) -> id of its record.
    told_until: the last day that the diary tells of, None where it tells of none.
    """

    seed: str
    subject: Json
    performer: tuple[Json, ...]
    own_regions: Mapping[str, OwnRegion]
    held: frozenset[tuple[str, str]]
    applicators: Mapping[str, str]
    told_until: date | None
    snomed: bool
    _sites: dict[str, Json] = field(default_factory=dict)

    def urn(self, kind: str, *key: Any) -> str:
        """Return the address of a record, or of a part of one; always the same for the same key."""
        return urn_of(self.seed, kind, *key)

    def reference(self, kind: str, record_id: str | None) -> Json | None:
        """Return a reference to a record, None where the diary does not hold it."""
        if record_id is None or (kind, record_id) not in self.held:
            return None
        return {"reference": self.urn(kind, record_id)}

    def site(self, region: str) -> Json:
        """Return a region as a body site; an own one by its parent's code and its own name."""
        if region not in self._sites:
            self._sites[region] = self._site(region)
        return self._sites[region]

    def sites(self, regions: Iterable[str]) -> Json:
        """Return the element `bodySite` of a resource that takes many, {} where there is none."""
        found = [self.site(region) for region in regions]
        return {"bodySite": found} if found else {}

    def _site(self, region: str) -> Json:
        own = self.own_regions.get(region)
        known = REGIONS.get(own.parent if own else region)
        name = own.name if own else known.name if known else ""
        site: Json = {"text": text(name) or "a region of the patient's own"}
        if known:
            site["coding"] = [coding("region", known.id)]
            if self.snomed and known.snomed:
                site["coding"].append({"system": SNOMED, "code": known.snomed})
        return site


def urn_of(seed: str, kind: str, *key: Any) -> str:
    """Return the address of a record of the diary with this seed."""
    # No text of a diary holds a NUL, so no two keys give the same name.
    name = "\0".join((seed, kind, *map(str, key)))
    return f"urn:uuid:{uuid5(_NAMESPACE, name)}"


def text(value: str) -> str:
    """Return a text as R4 allows it, "" where nothing is left to say.

    R4 forbids control characters but tab and line ends; some validators count every blank of
    Unicode among them, so those become spaces. XML, the other form of FHIR, knows no U+FFFE.
    """
    clean = value if value.isascii() and value.isprintable() else "".join(map(_letter, value))
    return clean[:_TEXT_LIMIT].strip()


def line(value: str) -> str:
    """Return a text on one line, without repeated blanks, as names and codes have to be."""
    return " ".join(text(value).split())


def instant_text(at: datetime) -> str:
    """Return a time with its offset; in UTC where R4 does not know the offset."""
    offset = at.utcoffset() or timedelta()
    return (at if abs(offset) <= _WIDEST_OFFSET else at.astimezone(UTC)).isoformat()


def period(starts: date | None, ends: date | None) -> Json:
    """Return a Period; an end before the start is left out, for R4 refuses it."""
    found: Json = {} if starts is None else {"start": starts.isoformat()}
    if ends is not None and (starts is None or ends >= starts):
        found["end"] = ends.isoformat()
    return found


def quantity(value: float, unit: str) -> Json:
    """Return a Quantity in a UCUM unit."""
    shown = round(value, _DIGITS)
    number = int(shown) if shown == int(shown) else shown
    return {"value": number, "unit": UNIT_NAMES[unit], "system": UCUM, "code": unit}


def score(value: int) -> Json:
    """Return a point of a scale as the value of an Observation."""
    return {"valueQuantity": quantity(value, "{score}")}


def value_of(name: str, value: Any) -> Json:
    """Return the value of a field as an Observation holds it, {} where it says nothing."""
    if value is None:
        return {}
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if name in VOCABULARY_OF:
        return {"valueCodeableConcept": concept(VOCABULARY_OF[name], value)}
    if isinstance(value, str):
        return {"valueString": text(value)} if text(value) else {}
    return {"valueQuantity": quantity(value, UNIT_OF[name])}


def components(record: object, names: Iterable[str]) -> list[Json]:
    """Return those fields of a record that say something as components of an Observation."""
    found = ((name, value_of(name, getattr(record, name))) for name in names)
    return [{"code": concept("observation", name)} | value for name, value in found if value]


def observation(links: Links, code: Json, day: date | None, *more: Json) -> Json:
    """Return an Observation that the patient made; `more` are further elements of it."""
    found: Json = {
        "resourceType": "Observation",
        "status": "final",
        "category": category("survey"),
        "code": code,
        "subject": links.subject,
    }
    if links.performer:
        found["performer"] = list(links.performer)
    if day is not None:
        found["effectiveDateTime"] = day.isoformat()
    for part in more:
        found |= part
    return found


def category(code: str) -> list[Json]:
    """Return the category of an Observation, in HL7's own codes."""
    return [{"coding": [{"system": CATEGORY, "code": code, "display": _CATEGORIES[code]}]}]


def issued(at: datetime | None) -> Json:
    """Return the element that says when something was entered, {} where that is not known."""
    return {} if at is None else {"issued": instant_text(at)}


def _letter(letter: str) -> str:
    if letter in " \t\r\n":
        return letter
    if letter.isspace() or letter == "\ufeff" or unicodedata.category(letter) == "Cc":
        return " "
    return "\ufffd" if letter in "\ufffe\uffff" or "\ud800" <= letter <= "\udfff" else letter
