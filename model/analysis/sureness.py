"""How sure a change is: what it rests on and what speaks against it, in words and as one line.

Source of the rules: the project's method note, sections 2.1, 2.3 and 2.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from model.analysis.estimate import Estimate
from model.analysis.measures import LATE_DAYS
from model.analysis.phases import BREAK_DAYS, session_days
from model.analysis.progress import Progress, RegionProgress, Window
from model.analysis.quality import (
    MISSING_FROM,
    missing_differs,
    missing_share,
)
from model.analysis.sentences import Sentence, counted
from model.analysis.verdicts import IMPROVED
from model.catalog.regions import REGIONS
from model.catalog.terms import EVENT_KINDS
from model.catalog.treatments import CO_TREATMENTS
from model.catalog.trials import SHAM_IMPROVED
from model.records.person import Event, OwnRegion
from model.records.snapshot import Snapshot
from model.records.treatment import CoTreatment
from model.text import QT_TRANSLATE_NOOP

NEAR_BORDER_DAYS = 14
"""Days around a border of phases in which another change counts as at the same time (issue 5)."""

_CONTEXT = "Sureness"
_COMPARED = QT_TRANSLATE_NOOP(
    "Sureness",
    "Compared: {before} rated days from {first} to {eve} with {now} rated days from {starts} to"
    " {ends}.",
)
_INTERVAL = QT_TRANSLATE_NOOP(
    "Sureness",
    "The likely range is a 95 % interval: of 100 ranges found this way, about 95 hold the true"
    " change. Days in a row resemble each other, so they count as fewer days.",
)
_ONE_DIARY = QT_TRANSLATE_NOOP(
    "Sureness",
    "This is one diary, kept by somebody who knew of each session. It shows what changed, not why.",
)
_SHAM = QT_TRANSLATE_NOOP(
    "Sureness",
    "In a sham-controlled trial, {percent:.1f} % of those who got a sham treatment improved too"
    " ({trial}).",
)
_SPILL_OVER = QT_TRANSLATE_NOOP(
    "Sureness",
    "Untreated regions may improve a little as well; the comparison with them then shows too"
    " little.",
)
_SEVERAL = QT_TRANSLATE_NOOP(
    "Sureness",
    "Of {count} treated regions one may look better by chance, so the count in the headline asks"
    " for more (Holm's correction).",
)
_NOT_COUNTED = QT_TRANSLATE_NOOP(
    "Sureness",
    "Of {count} treated regions one may look better by chance, so the count in the headline asks"
    " for more (Holm's correction); this region is not counted there.",
)

_MISSING_BEFORE = QT_TRANSLATE_NOOP(
    "Sureness",
    "Before: {missing} of {possible} days are without a rating. Above {limit} % the result is less"
    " sure.",
)
_MISSING_NOW = QT_TRANSLATE_NOOP(
    "Sureness",
    "Now: {missing} of {possible} days are without a rating. Above {limit} % the result is less"
    " sure.",
)
_MISSING_DIFFERS = QT_TRANSLATE_NOOP(
    "Sureness",
    "Before, {before} % of the days are without a rating, now {now} %. If good or bad days were"
    " passed over, the change comes out too large or too small.",
)
_LATE_ONE = QT_TRANSLATE_NOOP(
    "Sureness", "{count} of the days compared was entered more than {late} days later."
)
_LATE = QT_TRANSLATE_NOOP(
    "Sureness", "{count} of the days compared were entered more than {late} days later."
)
_WITHOUT_LATE = QT_TRANSLATE_NOOP(
    "Sureness", "{late} Without them the change is {percent} %, with them {all} %."
)
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
_EARLIER = QT_TRANSLATE_NOOP(
    "Sureness",
    "A session on {day} may still have acted in the days before that are compared; the improvement"
    " is then underestimated.",
)
_BREAK = QT_TRANSLATE_NOOP(
    "Sureness",
    "No session for {days} days up to the last entry: what is compared is no longer the time of"
    " treatment.",
)

_DOCTOR = "Doctor"
_LINE = QT_TRANSLATE_NOOP("Doctor", "{name}: {found}")
_PARTS = QT_TRANSLATE_NOOP("Doctor", "{first} | {others}")
_BEFORE = QT_TRANSLATE_NOOP("Doctor", "A {days} d mean {mean:.1f}")
_BEFORE_FEW = QT_TRANSLATE_NOOP("Doctor", "A {days} d")
_NOW = QT_TRANSLATE_NOOP("Doctor", "B {days} d mean {mean:.1f}")
_NOW_FEW = QT_TRANSLATE_NOOP("Doctor", "B {days} d")
_NOW_SO_FAR = QT_TRANSLATE_NOOP("Doctor", "B (so far) {days} d mean {mean:.1f}")
_CHANGE = QT_TRANSLATE_NOOP("Doctor", "{value} % (95 % CI {low}..{high})")
_CHANGE_OPEN = QT_TRANSLATE_NOOP("Doctor", "{value} % (95 % CI {low}.., no upper limit)")
_POINTS = QT_TRANSLATE_NOOP("Doctor", "{value:+.1f} points (95 % CI {low:+.1f}..{high:+.1f})")
_CONTRAST = QT_TRANSLATE_NOOP("Doctor", "vs untreated {value} % ({low}..{high})")
_CONTRAST_OPEN = QT_TRANSLATE_NOOP("Doctor", "vs untreated {value} % ({low}.., no upper limit)")
_NAP = QT_TRANSLATE_NOOP("Doctor", "NAP {value:.2f} ({low:.2f}..{high:.2f})")
_PROVISIONAL = QT_TRANSLATE_NOOP("Doctor", "provisional")


def how_sure(shown: RegionProgress, progress: Progress, snapshot: Snapshot) -> tuple[Sentence, ...]:
    """Say what the change of a region rests on and what limits it; for patients.

    Where nothing can be compared, only the reason.
    """
    before, now = shown.baseline, shown.now
    if before is None or now is None or (shown.change is None and shown.points is None):
        return (shown.reason,) if shown.reason else ()
    said = [
        _say(
            _COMPARED,
            before=before.days,
            first=before.starts,
            eve=before.ends,
            now=now.days,
            starts=now.starts,
            ends=now.ends,
        ),
        _say(_INTERVAL),
        *doubts(shown, snapshot),
        _say(_ONE_DIARY),
    ]
    if shown.treated:
        said.append(_say(_SHAM, percent=SHAM_IMPROVED.percent, trial=SHAM_IMPROVED.trial))
        said += [_say(_SPILL_OVER)] if shown.contrast else []
        said += _several(shown, progress)
    return tuple(said)


def doubts(shown: RegionProgress, snapshot: Snapshot) -> tuple[Sentence, ...]:
    """Return what makes the result of a region less sure, () where no rule finds anything."""
    before, now = shown.baseline, shown.now
    if before is None or now is None or (shown.change is None and shown.points is None):
        return ()
    return (
        *_missing(before, now),
        *_late(shown),
        *_changed_beside(shown, before, now, snapshot),
        *_earlier_session(shown, before, snapshot),
        *_break(shown),
    )


def doctor_line(shown: RegionProgress, name: Sentence) -> Sentence:
    """Return the figures of a region as one line: days, means, changes with 95 % CI, NAP."""
    parts = [
        _window(shown.baseline, _BEFORE, _BEFORE_FEW),
        _window(shown.now, _NOW_SO_FAR if shown.so_far else _NOW, _NOW_FEW),
    ]
    if shown.change:
        parts.append(_percent(shown.change, _CHANGE, _CHANGE_OPEN))
    elif shown.points:
        parts.append(_plain(shown.points, _POINTS))
    elif shown.reason:
        parts.append(shown.reason)
    if shown.contrast:
        parts.append(_percent(shown.contrast, _CONTRAST, _CONTRAST_OPEN))
    if shown.nap:
        parts.append(_plain(shown.nap, _NAP))
    if shown.provisional:
        parts.append(Sentence(_PROVISIONAL, context=_DOCTOR))
    return Sentence(_LINE, {"name": name, "found": _in_a_row(parts)}, context=_DOCTOR)


def _say(text: str, **fields: object) -> Sentence:
    return Sentence(text, fields, context=_CONTEXT)


def _several(shown: RegionProgress, progress: Progress) -> list[Sentence]:
    """Say that the headline asks for more than a verdict, where several regions are treated."""
    count = sum(
        each.treated and (each.change or each.points) is not None for each in progress.regions
    )
    if count < 2:
        return []
    left_out = shown.verdict in IMPROVED and shown.region not in progress.improved
    return [_say(_NOT_COUNTED if left_out else _SEVERAL, count=count)]


def _missing(before: Window, now: Window) -> Iterator[Sentence]:
    for window, text in ((before, _MISSING_BEFORE), (now, _MISSING_NOW)):
        if missing_share(window) > MISSING_FROM:
            yield _say(
                text,
                missing=window.days_possible - window.days,
                possible=window.days_possible,
                limit=round(100 * MISSING_FROM),
            )
    if missing_differs(before, now):
        shares = [round(100 * missing_share(window)) for window in (before, now)]
        yield _say(_MISSING_DIFFERS, before=shares[0], now=shares[1])


def _late(shown: RegionProgress) -> Iterator[Sentence]:
    if not shown.late_days:
        return
    late = counted(_LATE_ONE, _LATE, shown.late_days, late=LATE_DAYS)
    late = Sentence(late.text, late.fields, context=_CONTEXT)
    if shown.without_late is None or shown.change is None:
        yield late
    else:
        without, together = _signed(shown.without_late.value), _signed(shown.change.value)
        yield _say(_WITHOUT_LATE, late=late, percent=without, all=together)


def _changed_beside(
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
    parents = {own.id: own.parent for own in snapshot.of(OwnRegion)}
    places = {region}
    region = parents.get(region, region)
    while region:
        places.add(region)
        region = REGIONS[region].parent if region in REGIONS else ""
    return places


def _earlier_session(
    shown: RegionProgress, before: Window, snapshot: Snapshot
) -> Iterator[Sentence]:
    """Say that an earlier session lies less than BREAK_DAYS before a day of the baseline."""
    if shown.first_session is None or shown.first_session >= before.ends:
        return
    reach = timedelta(days=BREAK_DAYS)
    days = session_days(snapshot).get(shown.region, ())
    earlier = [day for day in days if day < before.ends and before.starts < day + reach]
    if earlier:
        yield _say(_EARLIER, day=earlier[-1])


def _break(shown: RegionProgress) -> Iterator[Sentence]:
    if shown.days_since_last is not None and shown.days_since_last > BREAK_DAYS:
        yield _say(_BREAK, days=shown.days_since_last)


def _literal(text: str) -> Sentence:
    return Sentence("{name}", {"name": text}, context="")


def _signed(percent: float) -> str:
    whole = round(percent)
    return f"{whole:+d}" if whole else "0"


def _window(window: Window | None, full: str, few: str) -> Sentence:
    if window is None or window.mean is None:
        return Sentence(few, {"days": window.days if window else 0}, context=_DOCTOR)
    return Sentence(full, {"days": window.days, "mean": window.mean}, context=_DOCTOR)


def _percent(found: Estimate, closed: str, no_upper: str) -> Sentence:
    fields = {"value": _signed(found.value), "low": _signed(found.low)}
    if found.high is None:
        return Sentence(no_upper, fields, context=_DOCTOR)
    return Sentence(closed, {**fields, "high": _signed(found.high)}, context=_DOCTOR)


def _plain(found: Estimate, text: str) -> Sentence:
    high = found.value if found.high is None else found.high
    return Sentence(text, {"value": found.value, "low": found.low, "high": high}, context=_DOCTOR)


def _in_a_row(parts: Sequence[Sentence]) -> Sentence:
    if len(parts) == 1:
        return parts[0]
    return Sentence(_PARTS, {"first": parts[0], "others": _in_a_row(parts[1:])}, context=_DOCTOR)
