"""What is known of the person as FHIR: Patient, Condition, and Observations of what was asked."""

from __future__ import annotations

from collections.abc import Iterator

from model.exports.fhir_codes import Json, absent, concept, icd10_coding
from model.exports.fhir_values import Entry, Links, line, observation, period, value_of
from model.exports.fhir_values import score as score_value
from model.records.person import ContraindicationAnswer, Event, FollowedRegion, Profile

_FACTS = ("family_history", "stops_in_sleep", "symmetric", "episodes_per_week", "dominant_hand")
_UNKNOWN = {"dataAbsentReason": absent("asked-unknown", "Asked But Unknown")}


def patient_of(profile: Profile) -> Json | None:
    """Return the Patient, None where neither name nor year of birth nor sex is known."""
    patient: Json = {"resourceType": "Patient"}
    if line(profile.name):
        patient["name"] = [{"text": line(profile.name)}]
    if profile.sex is not None:
        patient["gender"] = profile.sex  # terms.SEXES are codes of FHIR's administrative gender
    if profile.birth_year is not None:
        patient["birthDate"] = str(profile.birth_year)
    return patient if len(patient) > 1 else None


def profile(record: Profile, links: Links) -> Iterator[Entry]:
    """Yield the Patient, the diagnosis where the user gave one, and what the profile says of it."""
    patient, condition = patient_of(record), _condition(record, links)
    if patient:
        yield links.urn("profile", record.id), patient
    if condition:
        yield links.urn("profile", "diagnosis"), condition
    names = _FACTS if condition and "onsetAge" in condition else ("onset_age", *_FACTS)
    for name in names:
        value = value_of(name, getattr(record, name))
        if value:
            fact = observation(links, concept("observation", name), None, value)
            yield links.urn("profile", name), fact


def followed_region(record: FollowedRegion, links: Links) -> Iterator[Entry]:
    """Yield how much a region bothers, where the user said so."""
    if record.bother is not None:
        yield (
            links.urn(record.KIND, record.region),
            observation(
                links,
                concept("observation", "bother"),
                None,
                score_value(record.bother),
                {"bodySite": links.site(record.region)},
            ),
        )


def event(record: Event, links: Links) -> Iterator[Entry]:
    """Yield something that may change sweating, with its title and regions."""
    kind, title = concept("event", record.kind), line(record.title)
    spans = record.until is not None and record.until > record.day
    found = observation(
        links,
        concept("observation", "event"),
        None if spans else record.day,
        {"effectivePeriod": period(record.day, record.until)} if spans else {},
        {"valueCodeableConcept": kind | ({"text": title} if title else {})},
    )
    if record.regions:
        found["component"] = [
            {
                "code": concept("observation", "region"),
                "valueCodeableConcept": links.site(region),
            }
            for region in record.regions
        ]
    yield links.urn(record.KIND, record.id), found


def contraindication_answer(record: ContraindicationAnswer, links: Links) -> Iterator[Entry]:
    """Yield an answer of the checklist as yes or no; "not sure" has a reason and no value."""
    yield (
        links.urn(record.KIND, record.item, record.day),
        observation(
            links,
            concept("contraindication", record.item),
            record.day,
            _UNKNOWN if record.answer == "unsure" else {"valueBoolean": record.answer == "yes"},
        ),
    )


def _condition(record: Profile, links: Links) -> Json | None:
    """Return the diagnosis in the user's words and code; whether it is confirmed is not known."""
    given, words = line(record.icd10), line(record.diagnosis)
    if not given and not words:
        return None
    found = icd10_coding(given)
    code: Json = {"text": words or given} | ({"coding": [found]} if found else {})
    condition: Json = {"resourceType": "Condition", "code": code, "subject": links.subject}
    if record.onset_age:  # R4 takes no age of 0
        condition["onsetAge"] = value_of("onset_age", record.onset_age)["valueQuantity"]
    return condition
