"""The code systems of the FHIR export: Drymap's own, spelt out in every Bundle, and public ones.

Names of codes are English in every language of the program, as the ids in the other formats are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from model.catalog import scales, terms
from model.catalog.applicators import APPLICATORS
from model.catalog.regions import REGIONS
from model.catalog.scales import INSTRUMENTS
from model.catalog.treatments import CO_TREATMENTS, CONTRAINDICATIONS

Json = dict[str, Any]
"""A JSON object; FHIR's own types are the schema, and the tests hold three validators to it."""

OWN = "urn:drymap:fhir:"
"""Begins the address of each of our code systems; a name, no place to look anything up."""

SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
ICD10 = "http://hl7.org/fhir/sid/icd-10"
ICD10_CM = "http://hl7.org/fhir/sid/icd-10-cm"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"

UNIT_NAMES: dict[str, str] = {
    "{score}": "score",
    "{count}": "count",
    "mA": "mA",
    "V": "V",
    "min": "min",
    "mg": "mg",
    "%": "%",
    "Cel": "°C",
    "a": "years",
    "/wk": "per week",
}
"""UCUM code -> how it is shown."""

UNIT_OF: dict[str, str] = {
    "stress": "{score}",
    "interference": "{score}",
    "sensation": "{score}",
    "clothes_changed": "{count}",
    "showers": "{count}",
    "interruptions": "{count}",
    "temperature_celsius": "Cel",
    "water_celsius": "Cel",
    "room_celsius": "Cel",
    "current_ma": "mA",
    "current_end_ma": "mA",
    "volts": "V",
    "minutes": "min",
    "first_half_minutes": "min",
    "rest_minutes": "min",
    "pulse_percent": "%",
    "mass_mg": "mg",
    "domain_daily_life": "{score}",
    "domain_psychosocial": "{score}",
    "onset_age": "a",
    "episodes_per_week": "/wk",
}
"""Field of a record -> UCUM code of its unit."""

VOCABULARY_OF: dict[str, str] = {
    "state": "day_state",
    "heat": "heat",
    "activity": "activity",
    "night_sweat": "night_sweat",
    "phase": "phase",
    "waveform": "waveform",
    "polarity": "polarity",
    "water": "water",
    "additive": "additive",
    "dominant_hand": "hand",
}
"""Field of a record -> the code system of its values."""

OBSERVATIONS: dict[str, str] = {
    "severity": scales.SEVERITY_QUESTION,
    "severity_now": "Sweating at that moment",
    "bother": "How much sweating of the region bothers",
    "trigger": "What set sweating off, or was there",
    "state": "State of the day",
    "stress": "Stress",
    "heat": "Heat",
    "activity": "Activity",
    "night_sweat": "Night sweat",
    "interference": "Interference of sweating with the day",
    "temperature_celsius": "Temperature of the day",
    "clothes_changed": "Clothes changed",
    "showers": "Showers",
    "note": "Note for the doctor",
    "domain_daily_life": "Daily life score",
    "domain_psychosocial": "Psychosocial score",
    "mass_mg": "Sweat weighed on paper",
    "minutes": "Minutes",
    "room_celsius": "Room temperature",
    "rest_minutes": "Minutes of rest before",
    "at_clinic": "At the clinic",
    "settings": "Settings of an iontophoresis session",
    "current_ma": "Current as the device displayed it",
    "current_end_ma": "Current at the end as the device displayed it",
    "volts": "Volts",
    "dose_level": "Dose level of the device",
    "first_half_minutes": "Minutes of the first half",
    "waveform": "Waveform",
    "pulse_percent": "Pulse width",
    "polarity": "Polarity",
    "water": "Water",
    "water_celsius": "Water temperature",
    "additive": "Additive",
    "additive_dose": "Dose of the additive",
    "sensation": "Sensation under the current",
    "cover_used": "Skin cover used",
    "interruptions": "Interruptions",
    "phase": "Phase of the treatment",
    "anode": "Region at the anode",
    "cathode": "Region at the cathode",
    "event": "Event that may change sweating",
    "region": "Region",
    "onset_age": "Age when hyperhidrosis began",
    "family_history": "Others in the family have it",
    "stops_in_sleep": "Stops during sleep",
    "symmetric": "Both sides alike",
    "episodes_per_week": "Episodes a week",
    "dominant_hand": "Dominant hand",
}
"""What an Observation or a component of one is about; where a record has a field, its name."""

_IONTOPHORESIS = {
    "session": "Iontophoresis session",
    "power_unit": "Iontophoresis power unit",
    "applicator": "Iontophoresis applicator",
    "waveforms": "Waveforms of the power unit",
}

VOCABULARIES: dict[str, Mapping[str, str]] = {
    "region": {region.id: region.name for region in REGIONS.values()},
    "observation": OBSERVATIONS,
    "instrument": {item.id: item.name for item in INSTRUMENTS.values()},
    "iontophoresis": _IONTOPHORESIS,
    "applicator": {item.id: item.name for item in APPLICATORS.values()},
    "co_treatment": {item.id: item.name for item in CO_TREATMENTS.values()},
    "contraindication": {item.id: item.name for item in CONTRAINDICATIONS.values()},
    "reaction": terms.REACTIONS,
    "event": terms.EVENT_KINDS,
    "entered": terms.ENTERED,
    "trigger": terms.TRIGGERS,
    "day_state": terms.DAY_STATES,
    "heat": terms.HEAT,
    "activity": terms.ACTIVITY,
    "night_sweat": terms.NIGHT_SWEAT,
    "phase": terms.PHASES,
    "waveform": terms.WAVEFORMS,
    "polarity": terms.POLARITIES,
    "water": terms.WATERS,
    "additive": terms.ADDITIVES,
    "stop_reason": terms.STOP_REASONS,
    "hand": terms.HANDS,
}
"""Code system (without OWN) -> its codes and their names."""

_ANCHORS = ", ".join(f"{number} {words}" for number, words in scales.SEVERITY_ANCHORS.items())
_DEFINITIONS: dict[tuple[str, str], str] = {
    ("observation", "severity"): f"Told by the patient, whole numbers: {_ANCHORS}.",
    ("observation", "severity_now"): f"Told by the patient, whole numbers: {_ANCHORS}.",
    ("observation", "stress"): "Told by the patient, 0 to 10.",
    ("observation", "interference"): "Told by the patient, 0 to 10.",
    ("observation", "bother"): "Told by the patient, 0 to 10.",
    ("observation", "sensation"): "Told by the patient, 0 to 10.",
} | {
    ("instrument", item.id): f"Total from {item.low} to {item.high}."
    for item in INSTRUMENTS.values()
}
_REACTION_SCALE = "Severity told by the patient: 0 (none left) to 3 (severe)."

_ICD10 = re.compile(r"[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?", re.ASCII)
_ONLY_CM = re.compile(r"R61|L74\.5.*")
"""What ICD-10-CM has and the WHO's ICD-10 has not: there R61 goes on (R61.0, R61.1, R61.9) and
L74 knows no .5 (source: FACTS section 8, looked up in both lists)."""


def coding(vocabulary: str, code: str) -> Json:
    """Return a code of one of our systems with its name."""
    return {
        "system": OWN + vocabulary,
        "code": code,
        "display": VOCABULARIES[vocabulary][code],
    }


def concept(vocabulary: str, code: str) -> Json:
    """Return a CodeableConcept of one of our codes."""
    return {"coding": [coding(vocabulary, code)]}


def absent(reason: str, name: str) -> Json:
    """Return why an Observation has no value, in HL7's own codes."""
    return {"coding": [{"system": ABSENT, "code": reason, "display": name}]}


def icd10_coding(code: str) -> Json | None:
    """Return a diagnosis code with the list that it stands in, None where it is no such code."""
    code = code.upper()
    if not _ICD10.fullmatch(code):
        return None
    return {"system": ICD10_CM if _ONLY_CM.fullmatch(code) else ICD10, "code": code}


def code_systems() -> Iterator[tuple[str, Json]]:
    """Yield each of our code systems as its name and a complete CodeSystem resource."""
    for name, codes in VOCABULARIES.items():
        title = f"Drymap: {name.replace('_', ' ')}"
        system: Json = {
            "resourceType": "CodeSystem",
            "url": OWN + name,
            "version": "1",
            "name": f"Drymap{name.title().replace('_', '')}",
            "title": title,
            "status": "active",
            "experimental": False,
            "publisher": "Drymap",
            "caseSensitive": True,
            "content": "complete",
            "count": len(codes),
        }
        if name == "region":
            system |= {"hierarchyMeaning": "part-of", "concept": list(_region_concepts(""))}
        else:
            system["concept"] = [_concept_of(name, code) for code in codes]
        yield name, system


def _concept_of(vocabulary: str, code: str) -> Json:
    found = {"code": code, "display": VOCABULARIES[vocabulary][code]}
    definition = _DEFINITIONS.get((vocabulary, code), "")
    if vocabulary == "reaction":
        definition = _REACTION_SCALE
    return found | ({"definition": definition} if definition else {})


def _region_concepts(parent: str) -> Iterator[Json]:
    for region in REGIONS.values():
        if region.parent == parent:
            parts = list(_region_concepts(region.id))
            yield _concept_of("region", region.id) | ({"concept": parts} if parts else {})
