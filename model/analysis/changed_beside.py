"""What else changed near a border of the comparison: other treatments and events, by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from model.analysis.phases import parents_of
from model.analysis.progress import RegionProgress, Window
from model.analysis.sentences import Sentence
from model.analysis.skin import regions_around
from model.catalog.terms import EVENT_KINDS
from model.catalog.treatments import CO_TREATMENTS
from model.records.person import Event
from model.records.snapshot import Snapshot
from model.records.treatment import CoTreatment
from model.text import QT_TRANSLATE_NOOP

NEAR_BORDER_DAYS = 14
"""Days around a border of phases in which another change counts as at the same time (issue 5)."""

_CONTEXT = "Sureness"
_AT_THE_SAME_TIME = QT_TRANSLATE_NOOP(
    "Sureness", "Something else changed at the same time: {what}, {day}."
)
_BEGAN = QT_TRANSLATE_NOOP(
    "Sureness", "Another treatment changed at the same time: {what}, begun on {day}."
)
_ENDED = QT_TRANSLATE_NOOP(
    "Sureness", "Another treatment changed at the same time: {what}, ended on {day}."
)
_ONLY_NOW = QT_TRANSLATE_NOOP(
    "Sureness", "Another treatment was used now and not before: {what}, begun on {day}."
)
_ONLY_BEFORE = QT_TRANSLATE_NOOP(
    "Sureness", "Another treatment was used before and not now: {what}, ended on {day}."
)


def changed_beside(
    shown: RegionProgress, before: Window, now: Window, snapshot: Snapshot
) -> Iterator[Sentence]:
    """Name other treatments and events that could be behind the change, by day."""
    places = _places(shown.region, snapshot)
    borders = _borders(shown, now)
    found: list[tuple[date, Sentence]] = []
    for treatment in snapshot.of(CoTreatment):
        if treatment.systemic or not treatment.regions or places.intersection(treatment.regions):
            found += _treatment_changes(treatment, borders, before, now)
    for event in snapshot.of(Event):
        concerns = not event.regions or places.intersection(event.regions)
        if event.kind != "visit" and concerns and _is_near(event.day, borders):
            title = event.title.strip()
            what = _literal(title) if title else Sentence(EVENT_KINDS[event.kind], context="Event")
            found.append((event.day, _say(_AT_THE_SAME_TIME, what=what, day=event.day)))
    yield from (said for _, said in sorted(found, key=lambda each: each[0]))


def _treatment_changes(
    treatment: CoTreatment, borders: Sequence[date], before: Window, now: Window
) -> list[tuple[date, Sentence]]:
    product = treatment.product.strip()
    kind = Sentence(CO_TREATMENTS[treatment.kind].name, context="CoTreatment")
    what = _literal(product) if product else kind
    changes = [(treatment.starts, _BEGAN), (treatment.ends, _ENDED)]
    near = [(day, text) for day, text in changes if day and _is_near(day, borders)]
    if not near:
        used_before, used_now = (_is_used(treatment, window) for window in (before, now))
        if used_now and not used_before and treatment.starts:
            near = [(treatment.starts, _ONLY_NOW)]
        elif used_before and not used_now and treatment.ends:
            near = [(treatment.ends, _ONLY_BEFORE)]
    return [(day, _say(text, what=what, day=day)) for day, text in near]


def _is_used(treatment: CoTreatment, window: Window) -> bool:
    return (treatment.starts or date.min) <= window.ends and (
        treatment.ends or date.max
    ) >= window.starts


def _is_near(day: date, borders: Sequence[date]) -> bool:
    return any(abs((day - border).days) <= NEAR_BORDER_DAYS for border in borders)


def _borders(shown: RegionProgress, now: Window) -> tuple[date, ...]:
    """Return the days on which a phase of the comparison begins or ends."""
    phases = shown.phases
    if phases is None:
        return (now.starts,)
    return phases.first_session, phases.episode_starts, phases.induction_ends, now.starts


def _places(region: str, snapshot: Snapshot) -> set[str]:
    """Return a region and all that it lies in."""
    return {region, *regions_around(region, parents_of(snapshot))}


def _say(text: str, **fields: object) -> Sentence:
    return Sentence(text, fields, context=_CONTEXT)


def _literal(text: str) -> Sentence:
    return Sentence("{name}", {"name": text}, context="")
