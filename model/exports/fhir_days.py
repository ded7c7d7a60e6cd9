"""What a patient notes about a day as FHIR Observations: ratings, moments, context, scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from model.catalog.terms import TRIGGERS
from model.exports.fhir_codes import Json, absent, concept
from model.exports.fhir_values import (
    Entry,
    Links,
    category,
    components,
    instant_text,
    issued,
    line,
    observation,
    score,
    value_of,
)
from model.records.day import Assessment, DayContext, Gravimetry, Moment, Rating

_CONTEXT = (
    "state",
    "stress",
    "heat",
    "activity",
    "night_sweat",
    "interference",
    "temperature_celsius",
    "clothes_changed",
    "showers",
    "note",
)
_SEVERITY = concept("observation", "severity")
_SEVERITY_NOW = concept("observation", "severity_now")
_TRIGGER = concept("observation", "trigger")
_NOT_APPLICABLE = {"dataAbsentReason": absent("not-applicable", "Not Applicable")}


def rating(record: Rating, links: Links) -> Iterator[Entry]:
    """Yield the severity of a region on a day; "not applicable" has a reason, never a number."""
    yield (
        links.urn(record.KIND, record.day, record.region),
        observation(
            links,
            _SEVERITY,
            record.day,
            issued(record.recorded_at),
            _NOT_APPLICABLE if record.severity is None else score(record.severity),
            {"bodySite": links.site(record.region)},
            {"method": concept("entered", record.entered)},
        ),
    )


def moment(record: Moment, links: Links) -> Iterator[Entry]:
    """Yield one entry of a day with those of its triggers that the catalog knows."""
    triggers = _triggers(record.triggers)
    yield (
        links.urn(record.KIND, record.id),
        observation(
            links,
            _SEVERITY_NOW,
            None,
            {"effectiveDateTime": instant_text(record.at)},
            score(record.severity),
            {"bodySite": links.site(record.region)},
            {"component": [{"code": _TRIGGER} | value for _, value in triggers]}
            if triggers
            else {},
        ),
    )


def day_context(record: DayContext, links: Links) -> Iterator[Entry]:
    """Yield an Observation for each thing noted of a day; the private note stays here."""
    for name in _CONTEXT:
        value = value_of(name, getattr(record, name))
        if value:
            yield _of_day(record.day, record.recorded_at, name, name, value, links)
    for trigger, value in _triggers(record.tags):
        yield _of_day(record.day, record.recorded_at, f"tag {trigger}", "trigger", value, links)


def assessment(record: Assessment, links: Links) -> Iterator[Entry]:
    """Yield the total of a questionnaire.

    An Observation and no QuestionnaireResponse: the diary holds totals, never the licensed items.
    """
    domains = components(record, ("domain_daily_life", "domain_psychosocial"))
    wording = line(record.wording)
    yield (
        links.urn(record.KIND, record.id),
        observation(
            links,
            concept("instrument", record.instrument),
            record.day,
            score(record.score),
            {"bodySite": links.site(record.region)} if record.region is not None else {},
            {"component": domains} if domains else {},
            {"method": {"text": wording}} if wording else {},
        ),
    )


def gravimetry(record: Gravimetry, links: Links) -> Iterator[Entry]:
    """Yield sweat weighed on paper, in mg, with the minutes it was gathered in."""
    paper = line(record.paper)
    yield (
        links.urn(record.KIND, record.id),
        observation(
            links,
            concept("observation", "mass_mg"),
            record.day,
            {"category": category("exam")},
            value_of("mass_mg", record.mass_mg),
            {"bodySite": links.site(record.region)},
            {"method": {"text": paper}} if paper else {},
            {
                "component": components(
                    record, ("minutes", "room_celsius", "rest_minutes", "at_clinic")
                )
            },
        ),
    )


def _of_day(
    day: date, at: datetime | None, part: str, code: str, value: Json, links: Links
) -> Entry:
    urn = links.urn(DayContext.KIND, day, part)
    return urn, observation(links, concept("observation", code), day, issued(at), value)


def _triggers(tags: tuple[str, ...]) -> list[tuple[str, Json]]:
    """Return the tags of the catalog; those of one's own are notes, and notes stay here."""
    return [
        (tag, {"valueCodeableConcept": concept("trigger", tag)}) for tag in tags if tag in TRIGGERS
    ]
