"""What else happened to a region, by day: other treatments, events, reactions of the skin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from model.analysis.phases import parents_of
from model.analysis.sentences import Sentence
from model.analysis.skin import regions_around
from model.catalog.terms import EVENT_KINDS, REACTIONS
from model.catalog.treatments import CO_TREATMENTS
from model.records.person import Event
from model.records.snapshot import Snapshot
from model.records.treatment import CoTreatment, Reaction, Session
from model.text import QT_TRANSLATE_NOOP

MOST_SAID = 6  # in the sentence for a chart; the rest is counted


@dataclass(frozen=True)
class Beside:
    """A treatment, an event or a reaction beside the sessions.

    name, more: what it is, shortly and with its dose or kind; since, until: first and last day,
    None where it is not known or has no end; at_once: it has a day, not a span; regions: on which
    it acts, empty for all.
    """

    name: Sentence
    more: Sentence
    since: date | None
    until: date | None
    at_once: bool
    regions: frozenset[str]
    event: bool

    def touches(self, first: date, last: date) -> bool:
        """Tell whether it lies in a stretch of days or still lasts in it."""
        begun = self.since is None or self.since <= last
        return begun and (self.until is None or self.until >= first)

    @property
    def said(self) -> Sentence:
        """What it is, and when."""
        fields: dict[str, object] = {"what": self.more, "first": self.since, "last": self.until}
        if self.since is None:
            return Sentence(_UNTIL, fields, "Chart") if self.until else self.more
        if self.until is None:
            return Sentence(_ON if self.at_once else _SINCE, fields, "Chart")
        return Sentence(_ON if self.since == self.until else _FROM_TO, fields, "Chart")


_ON = QT_TRANSLATE_NOOP("Chart", "{what} ({first})")
_SINCE = QT_TRANSLATE_NOOP("Chart", "{what} (since {first})")
_UNTIL = QT_TRANSLATE_NOOP("Chart", "{what} (until {last})")
_FROM_TO = QT_TRANSLATE_NOOP("Chart", "{what} ({first} to {last})")
_NEXT = QT_TRANSLATE_NOOP("Chart", "{said}; {next}")
_MORE = QT_TRANSLATE_NOOP("Chart", "{said}; and {count} more")
_TITLED = QT_TRANSLATE_NOOP("Chart", "{kind}: {title}")
_DOSED = QT_TRANSLATE_NOOP("Chart", "{name}, {dose}")
_GRADED = QT_TRANSLATE_NOOP("Chart", "{name}, severity {severity} of 3")


def all_beside(snapshot: Snapshot) -> tuple[Beside, ...]:
    """Return every co-treatment and event, the most telling first.

    Treatments come before events, what still lasts before what is over, late before early.
    """
    made = [
        *(_treatment(item) for item in snapshot.of(CoTreatment)),
        *(_event(item) for item in snapshot.of(Event)),
    ]
    return tuple(sorted(made, key=_place))


def all_reactions(snapshot: Snapshot) -> tuple[Beside, ...]:
    """Return every reaction, early before late; one of severity 0 is none.

    One that names no region is where its session was, or where any session was. Without a last day
    it is known of its first day only.
    """
    treated = {item.id: item.regions for item in snapshot.of(Session)}
    anywhere = tuple({region for regions in treated.values() for region in regions})
    made = []
    for item in snapshot.of(Reaction):
        where = (item.region,) if item.region else treated.get(item.session or "", anywhere)
        name = Sentence(REACTIONS[item.kind], context="Reaction")
        graded = Sentence(_GRADED, {"name": name, "severity": item.severity}, "Chart")
        until = item.gone or item.began
        if item.severity:
            made.append(
                Beside(
                    name, graded, item.began, until, until == item.began, frozenset(where),
                    event=False,
                )
            )  # fmt: skip
    return tuple(sorted(made, key=lambda item: item.since or date.min))


def concerning(
    beside: Iterable[Beside], region: str, snapshot: Snapshot, first: date, last: date
) -> tuple[Beside, ...]:
    """Return what acts on a region, or on a larger one that holds it, in a stretch of days."""
    around = _with_parents(region, snapshot)
    return tuple(
        item
        for item in beside
        if item.touches(first, last) and (not item.regions or item.regions & around)
    )


def listed(items: Iterable[Sentence], most: int = MOST_SAID) -> Sentence | None:
    """Return some sentences as one, None without any; what is beyond `most` is counted."""
    found = list(items)
    if not found:
        return None
    said = found[0]
    for each in found[1:most]:
        said = Sentence(_NEXT, {"said": said, "next": each}, "Chart")
    left = len(found) - most
    return Sentence(_MORE, {"said": said, "count": left}, "Chart") if left > 0 else said


def _treatment(item: CoTreatment) -> Beside:
    kind = CO_TREATMENTS[item.kind]
    name = Sentence(kind.name, context="CoTreatment")
    if item.kind in ("other", "other_medicine") and item.product.strip():
        name = _own_words(item.product)
    since, until = item.starts, item.ends
    given = kind.lasting == "one_day" and (since is None or until is None)
    if given:  # one of its days alone is the day
        since = until = since or until
    at_once = (kind.lasting == "permanent" and until is None) or since == until is not None
    return Beside(
        name, _dosed(name, item.dose), since, until, at_once,
        frozenset() if item.systemic else frozenset(item.regions), event=False,
    )  # fmt: skip


def _event(item: Event) -> Beside:
    name = more = Sentence(EVENT_KINDS[item.kind], context="Event")
    if item.title.strip():
        name = _own_words(item.title)
        more = Sentence(_TITLED, {"kind": more, "title": name}, "Chart")
    until = item.until or item.day
    return Beside(
        name, more, item.day, until, until == item.day, frozenset(item.regions), event=True
    )


def _own_words(words: str) -> Sentence:
    return Sentence("{name}", {"name": " ".join(words.split())}, "")


def _dosed(name: Sentence, dose: str) -> Sentence:
    dose = " ".join(dose.split())
    return Sentence(_DOSED, {"name": name, "dose": dose}, "Chart") if dose else name


def _place(item: Beside) -> tuple[bool, int, int]:
    return (
        item.event,
        -(item.until or date.max).toordinal(),
        -(item.since or date.min).toordinal(),
    )


def _with_parents(region: str, snapshot: Snapshot) -> frozenset[str]:
    """Return a region and those that hold it; a spot of one's own lies within one."""
    return regions_around(region, parents_of(snapshot)) | {region}
