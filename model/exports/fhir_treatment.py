"""What a patient treats with as FHIR: Device, Procedure, MedicationStatement, reactions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from model.catalog.applicators import APPLICATORS
from model.catalog.treatments import CO_TREATMENTS
from model.exports.fhir_codes import Json, concept
from model.exports.fhir_values import (
    Entry,
    Links,
    category,
    components,
    instant_text,
    line,
    observation,
    period,
    score,
)
from model.records.treatment import CoTreatment, Device, OwnedApplicator, Reaction, Session

_SETTINGS = (
    "current_ma",
    "current_end_ma",
    "volts",
    "dose_level",
    "minutes",
    "first_half_minutes",
    "waveform",
    "pulse_percent",
    "polarity",
    "water",
    "water_celsius",
    "additive",
    "additive_dose",
    "sensation",
    "cover_used",
    "interruptions",
    "phase",
)
_PROCEDURES = frozenset({"botulinum_toxin", "microwave", "sympathectomy", "other"})
"""Co-treatments that are done to the body; all others are medicines or antiperspirants."""

_PROCEDURE_STATUS = {"active": "in-progress", "intended": "preparation"}


def device(record: Device, links: Links) -> Iterator[Entry]:
    """Yield a power unit with its maker and waveforms."""
    found: Json = {
        "resourceType": "Device",
        "type": concept("iontophoresis", "power_unit"),
        "patient": links.subject,
    }
    if line(record.name):
        found["deviceName"] = [{"name": line(record.name), "type": "user-friendly-name"}]
    if line(record.maker):
        found["manufacturer"] = line(record.maker)
    if record.waveforms:
        values = [concept("waveform", waveform) for waveform in record.waveforms]
        found["property"] = [
            {"type": concept("iontophoresis", "waveforms"), "valueCode": values},
        ]
    yield links.urn(record.KIND, record.id), found


def owned_applicator(record: OwnedApplicator, links: Links) -> Iterator[Entry]:
    """Yield an applicator, as part of its device where that is known."""
    known, name = record.applicator in APPLICATORS, line(record.name)
    parent = links.reference(Device.KIND, record.device)
    found: Json = {
        "resourceType": "Device",
        "type": concept("applicator", record.applicator)
        if known
        else concept("iontophoresis", "applicator"),
        "patient": links.subject,
    }
    if name:
        found["deviceName"] = [{"name": name, "type": "user-friendly-name"}]
    if parent:
        found["parent"] = parent
    yield links.urn(record.KIND, record.id), found


def session(record: Session, links: Links) -> Iterator[Entry]:
    """Yield a session as a Procedure and its settings as one Observation that is part of it.

    A session that does not say how it ended counts as completed, as everywhere in the program.
    """
    urn = links.urn(record.KIND, record.id)
    early = record.ended_early
    found: Json = {
        "resourceType": "Procedure",
        "status": "stopped" if early else "completed",
        "code": concept("iontophoresis", "session"),
        "subject": links.subject,
        "performedPeriod": _performed(record),
    }
    if early and record.stop_reason is not None:
        found["statusReason"] = concept("stop_reason", record.stop_reason)
    found |= links.sites(record.regions) | _used(record, links)
    yield urn, found
    settings = components(record, _SETTINGS)
    settings += [
        {"code": concept("observation", pole), "valueCodeableConcept": links.site(region)}
        for pole, regions in (("anode", record.anode), ("cathode", record.cathode))
        for region in regions
    ]
    if settings:
        yield (
            links.urn(record.KIND, record.id, "settings"),
            observation(
                links,
                concept("observation", "settings"),
                None,
                {"effectiveDateTime": instant_text(record.started_at)},
                {"category": category("therapy"), "partOf": [{"reference": urn}]},
                {"component": settings},
            ),
        )


def reaction(record: Reaction, links: Links) -> Iterator[Entry]:
    """Yield a reaction of the skin as an Observation, part of its session where that is known.

    No AdverseEvent: R4's has no body site, and asks what is suspected to be behind it.
    """
    part_of = links.reference(Session.KIND, record.session)
    spans = record.gone is not None and record.gone > record.began
    yield (
        links.urn(record.KIND, record.id),
        observation(
            links,
            concept("reaction", record.kind),
            None if spans else record.began,
            {"effectivePeriod": period(record.began, record.gone)} if spans else {},
            {"partOf": [part_of]} if part_of else {},
            score(record.severity),
            {"bodySite": links.site(record.region)} if record.region is not None else {},
        ),
    )


def co_treatment(record: CoTreatment, links: Links) -> Iterator[Entry]:
    """Yield a medicine or antiperspirant as MedicationStatement, anything else as Procedure."""
    kind, product = concept("co_treatment", record.kind), line(record.product)
    kind |= {"text": product} if product else {}
    when = period(record.starts, record.ends)
    if record.kind in _PROCEDURES:
        found: Json = {
            "resourceType": "Procedure",
            "status": _procedure_status(record, links),
            "code": kind,
            "subject": links.subject,
        }
        found |= links.sites(record.regions) | ({"performedPeriod": when} if when else {})
    else:
        found = {
            "resourceType": "MedicationStatement",
            "status": _status(record, links),
            "medicationCodeableConcept": kind,
            "subject": links.subject,
        }
        dosage = _dosage(record, links)
        found |= {"effectivePeriod": when} if when else {}
        found |= {"dosage": dosage} if dosage else {}
    yield links.urn(record.KIND, record.id), found


def _performed(record: Session) -> Json:
    found = {"start": instant_text(record.started_at)}
    if record.minutes is not None:
        length = timedelta(seconds=round(record.minutes * 60))
        found["end"] = instant_text(record.started_at + length)
    return found


def _used(record: Session, links: Links) -> Json:
    """Return what a session was done with: devices by reference, applicators sold by their code."""
    own = (links.applicators.get(name) for name in record.applicators if name not in APPLICATORS)
    references = [
        links.reference(Device.KIND, record.device),
        *(links.reference(OwnedApplicator.KIND, found) for found in own),
    ]
    given = [reference for reference in references if reference]
    sold = [concept("applicator", name) for name in record.applicators if name in APPLICATORS]
    return ({"usedReference": given} if given else {}) | ({"usedCode": sold} if sold else {})


def _dosage(record: CoTreatment, links: Links) -> list[Json]:
    """Return dose and rhythm in the user's words, once for each region it is put on."""
    words: Json = {}
    if line(record.dose):
        words["text"] = line(record.dose)
    if line(record.rhythm):
        words["timing"] = {"code": {"text": line(record.rhythm)}}
    sites = [{"site": links.site(region)} for region in record.regions]
    return [words | site for site in sites] or ([words] if words else [])


def _status(record: CoTreatment, links: Links) -> str:
    """Return how far a co-treatment had come on the last day that the diary tells of."""
    today, starts, ends = links.told_until, record.starts, record.ends
    if today is None or (starts is None and ends is None):
        return "unknown"
    if starts is not None and starts > today:
        return "intended"
    return "completed" if ends is not None and ends <= today else "active"


def _procedure_status(record: CoTreatment, links: Links) -> str:
    status = _status(record, links)
    if status == "active" and CO_TREATMENTS[record.kind].lasting != "ongoing":
        return "completed"  # given on a day: it is done, however long it lasts
    return _PROCEDURE_STATUS.get(status, status)
