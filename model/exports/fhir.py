"""The diary as one FHIR R4 (4.0.1) Bundle, for a clinic's records; what is in it: docs/files.md.

Written only: what a clinic's system makes of it is no diary any more.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from model.exports import fhir_days, fhir_person, fhir_treatment
from model.exports.entries import rows_in_order
from model.exports.fhir_codes import Json, code_systems
from model.exports.fhir_values import Entry, Links, instant_text, urn_of
from model.exports.watched import Watched, parts_of
from model.files import Step, no_step, private_file
from model.records.day import DayContext, Rating
from model.records.kinds import KINDS
from model.records.person import OwnRegion, Profile
from model.records.rules import Record
from model.records.snapshot import MISSING, NEVER, RatingColumns, Snapshot, instant
from model.records.treatment import Device, OwnedApplicator, Session

LEFT_OUT: dict[str, str] = {
    "own_region": "stands in the body sites of what is told of it",
    "baseline": "a choice of how Drymap compares, no fact about the patient",
    "induction": "a choice of how Drymap compares, no fact about the patient",
    "wet_again": "a choice of how Drymap compares, no fact about the patient",
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
    entries = Watched(snapshot, step)
    links = _links(snapshot, snomed)
    forms: dict[object, str] = {}
    with private_file(path) as file, io.TextIOWrapper(file, "utf-8", newline="\n") as text:
        text.write(_head(snapshot))
        before = ""
        for record in _records(entries):
            for line in _lines(record, links, forms):
                text.write(before + line)
                before = ",\n"
        for name, system in code_systems():
            text.write(f"{before}{_line(urn_of('', 'code_system', name), system)}")
            before = ",\n"
        text.write("\n]}\n")
    entries.end()


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


def _head(snapshot: Snapshot) -> str:
    """Open the Bundle; its time is that of the last entry, for no clock is read here."""
    head: Json = {"resourceType": "Bundle", "type": "collection"}
    times = _entered(snapshot)
    if times:
        head["timestamp"] = instant_text(max(times))
    return f'{_text(head)[:-1]},"entry":[\n'


def _records(entries: Watched) -> Iterator[Record]:
    """Yield every record that has a place in the Bundle, kind by kind."""
    for name, kind in KINDS.items():
        if kind is Rating:
            for part in entries.parts():
                for row in rows_in_order(part):
                    yield part.record(row)
        elif name in _WRITERS:
            yield from entries.records(kind)


def _links(snapshot: Snapshot, snomed: bool) -> Links:
    seed = _seed(snapshot)
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
        _told_until(snapshot),
        snomed,
    )


_NAMELESS: Json = {"type": "Patient", "display": "The person who keeps the diary"}


def _seed(snapshot: Snapshot) -> str:
    """Return what tells this diary from those of other people and lasts while it grows.

    That is the time of its first entry, for what is added later is entered later. Ratings without
    a time (they were imported) are told apart by their first day.
    """
    times = _entered(snapshot)
    if times:
        return str(int(min(times).timestamp()))
    first = next((part for part in parts_of(snapshot) if len(part)), RatingColumns.empty())
    day = min(first.day, default=0)
    rows = [row for row in rows_in_order(first) if first.day[row] == day]
    return _text([[first.day[row], first.region[row], first.severity[row]] for row in rows])


def _entered(snapshot: Snapshot) -> list[datetime]:
    """Return when the first and the last rating, and each day's context, were entered."""
    known = (snapshot.severity != MISSING) & (snapshot.recorded_at != NEVER)
    at, offsets = snapshot.recorded_at[known], snapshot.offset_minutes[known]
    ends: list[datetime] = []
    if len(at):
        first, last = at.min(), at.max()
        pairs = (first, offsets[at == first].min()), (last, offsets[at == last].max())
        ends = [instant(int(seconds), int(offset)) for seconds, offset in pairs]
    contexts = (context.recorded_at for context in snapshot.of(DayContext))
    return ends + [at for at in contexts if at is not None]


def _told_until(snapshot: Snapshot) -> date | None:
    """Return the last day on which anything happened that the diary tells of."""
    rated = (snapshot.severity != MISSING).any(axis=1).nonzero()[0]
    days = [snapshot.first_day + timedelta(days=int(rated[-1]))] if len(rated) else []
    for kind in KINDS.values():
        if kind.HAPPENED:
            found = (getattr(record, kind.HAPPENED) for record in snapshot.of(kind))
            days += [when.date() if isinstance(when, datetime) else when for when in found]
    return max(days, default=None)
