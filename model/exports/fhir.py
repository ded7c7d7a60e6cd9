"""The diary as one FHIR R4 (4.0.1) Bundle, for a clinic's records; what is in it: docs/files.md.

Written only: what a clinic's system makes of it is no diary any more.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from model.exports import fhir_days, fhir_person, fhir_treatment
from model.exports.entries import in_order, rows_in_order
from model.exports.fhir_codes import Json, code_systems
from model.exports.fhir_values import Entry, Links, instant_text, urn_of
from model.files import Step, no_step, private_file
from model.records.day import DayContext, Rating
from model.records.kinds import KINDS
from model.records.person import OwnRegion, Profile
from model.records.rules import Record
from model.records.snapshot import RatingColumns, Snapshot, day_of, instant
from model.records.treatment import Device, OwnedApplicator, Session

LEFT_OUT: dict[str, str] = {
    "own_region": "stands in the body sites of what is told of it",
    "baseline": "a choice of how Drymap compares, no fact about the patient",
    "induction": "a choice of how Drymap compares, no fact about the patient",
    "course": "a plan; what was done stands in the sessions",
    "question": "the patient's own, asked face to face",
    "notice": "what the program said, no fact about the patient",
}
"""Kind of record -> why the Bundle does not hold it."""

_WRITERS: dict[str, Callable[[Any, Links], Iterator[Entry]]] = {
    "profile": fhir_person.profile,
    "followed_region": fhir_person.followed_region,
    "rating": fhir_days.rating,
    "moment": fhir_days.moment,
    "day_context": fhir_days.day_context,
    "assessment": fhir_days.assessment,
    "gravimetry": fhir_days.gravimetry,
    "device": fhir_treatment.device,
    "owned_applicator": fhir_treatment.owned_applicator,
    "session": fhir_treatment.session,
    "reaction": fhir_treatment.reaction,
    "co_treatment": fhir_treatment.co_treatment,
    "event": fhir_person.event,
    "contraindication_answer": fhir_person.contraindication_answer,
}
_STEP = 1000  # records
# Where address, day and time go: JSON holds no control character as it is, so no text is mistaken.
_URN, _DAY, _AT = "\1", "\2", "\3"
_text = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def write(snapshot: Snapshot, path: Path, step: Step = no_step, *, snomed: bool = False) -> None:
    """Write the diary as a new FHIR Bundle, one resource a line; the same diary, the same bytes.

    Args:
        snapshot: the diary.
        path: the new file.
        step: called with (records done, records in all) as work goes on; what it raises ends it.
        snomed: whether body sites carry SNOMED CT codes too; whoever uses them needs a licence.
    """
    columns = snapshot.columns()
    links = _links(snapshot, columns, snomed)
    of = len(columns) + sum(len(snapshot.of(KINDS[name])) for name in _WRITERS)
    forms: dict[object, str] = {}
    with private_file(path) as file, io.TextIOWrapper(file, "utf-8", newline="\n") as text:
        text.write(_head(snapshot, columns))
        before = ""
        for done, record in enumerate(_records(snapshot, columns)):
            if done % _STEP == 0:
                step(done, of)
            for line in _lines(record, links, forms):
                text.write(before + line)
                before = ",\n"
        for name, system in code_systems():
            text.write(f"{before}{_line(urn_of('', 'code_system', name), system)}")
            before = ",\n"
        text.write("\n]}\n")
    step(of, of)


def _lines(record: Record, links: Links, forms: dict[object, str]) -> Iterator[str]:
    if isinstance(record, Rating):
        yield _rating_line(record, links, forms)
        return
    for urn, resource in _WRITERS[record.KIND](record, links):
        yield _line(urn, resource)


def _rating_line(record: Rating, links: Links, forms: dict[object, str]) -> str:
    """Write a rating; all but its address, day and time is written once and kept in `forms`."""
    urn, day = links.urn(record.KIND, record.day, record.region), record.day.isoformat()
    at = "" if record.recorded_at is None else instant_text(record.recorded_at)
    known = (record.region, record.severity, record.entered, bool(at))
    if known not in forms:
        ((_, resource),) = fhir_days.rating(record, links)
        marks = {"effectiveDateTime": _DAY} | ({"issued": _AT} if at else {})
        form = _line(_URN, resource | marks)
        for mark in (_URN, _DAY, _AT):
            form = form.replace(_text(mark), f'"{mark}"')
        forms[known] = form
    return forms[known].replace(_URN, urn).replace(_DAY, day).replace(_AT, at)


def _line(urn: str, resource: Json) -> str:
    return _text({"fullUrl": urn, "resource": resource})


def _head(snapshot: Snapshot, columns: RatingColumns) -> str:
    """Open the Bundle; its time is that of the last entry, for no clock is read here."""
    head: Json = {"resourceType": "Bundle", "type": "collection"}
    times = _entered(snapshot, columns)
    if times:
        head["timestamp"] = instant_text(max(times))
    return f'{_text(head)[:-1]},"entry":[\n'


def _records(snapshot: Snapshot, columns: RatingColumns) -> Iterator[Record]:
    """Yield every record that has a place in the Bundle, kind by kind."""
    for name, kind in KINDS.items():
        if kind is Rating:
            for row in rows_in_order(columns):
                yield columns.record(row)
        elif name in _WRITERS:
            yield from in_order(snapshot.of(kind))


def _links(snapshot: Snapshot, columns: RatingColumns, snomed: bool) -> Links:
    seed = _seed(snapshot, columns)
    profiles = snapshot.of(Profile)
    known = any(fhir_person.patient_of(profile) for profile in profiles)
    subject = {"reference": urn_of(seed, "profile", "profile")} if known else _NAMELESS
    return Links(
        seed,
        subject,
        (subject,) if known else (),
        {region.id: region for region in snapshot.of(OwnRegion)},
        frozenset(
            (record.KIND, record.key[0])
            for kind in (Device, OwnedApplicator, Session)
            for record in snapshot.of(kind)
        ),
        {owned.applicator: owned.id for owned in reversed(snapshot.of(OwnedApplicator))},
        _told_until(snapshot, columns),
        snomed,
    )


_NAMELESS: Json = {"type": "Patient", "display": "The person who keeps the diary"}


def _seed(snapshot: Snapshot, columns: RatingColumns) -> str:
    """Return what tells this diary from those of other people and lasts while it grows.

    That is the time of its first entry, for what is added later is entered later. Ratings without
    a time (they were imported) are told apart by their first day.
    """
    times = _entered(snapshot, columns)
    if times:
        return str(int(min(times).timestamp()))
    first = min(columns.day, default=0)
    rows = [row for row in rows_in_order(columns) if columns.day[row] == first]
    return _text([[columns.day[row], columns.region[row], columns.severity[row]] for row in rows])


def _entered(snapshot: Snapshot, columns: RatingColumns) -> list[datetime]:
    """Return when the first and the last rating, and each day's context, were entered."""
    times = [
        (at, offset or 0)
        for at, offset in zip(columns.recorded_at, columns.offset_minutes, strict=True)
        if at is not None
    ]
    ends = [instant(*found) for found in (min(times), max(times))] if times else []
    contexts = (context.recorded_at for context in snapshot.of(DayContext))
    return ends + [at for at in contexts if at is not None]


def _told_until(snapshot: Snapshot, columns: RatingColumns) -> date | None:
    """Return the last day on which anything happened that the diary tells of."""
    days = [day_of(max(columns.day))] if len(columns) else []
    for kind in KINDS.values():
        if kind.HAPPENED:
            found = (getattr(record, kind.HAPPENED) for record in snapshot.of(kind))
            days += [when.date() if isinstance(when, datetime) else when for when in found]
    return max(days, default=None)
