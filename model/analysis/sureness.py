"""How sure a change is: what it rests on and what speaks against it, in words and as one line.

Source of the rules: the project's method note, sections 2.1, 2.3 and 2.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from model.analysis.changed_beside import changed_beside
from model.analysis.estimate import Estimate
from model.analysis.measures import LATE_DAYS
from model.analysis.phases import BREAK_DAYS, session_days
from model.analysis.progress import CHANCE, Progress, RegionProgress, Window
from model.analysis.quality import (
    MISSING_FROM,
    missing_differs,
    missing_share,
    since_first_rating,
)
from model.analysis.sentences import Sentence, counted, signed
from model.analysis.verdicts import IMPROVED, after_treatment_began, signed_estimate
from model.analysis.without_contrast import lack_of_contrast, reason_without_contrast
from model.catalog.trials import SHAM_IMPROVED
from model.records.snapshot import Snapshot
from model.text import QT_TRANSLATE_NOOP

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
_CHOSEN = QT_TRANSLATE_NOOP("Sureness", "The patient chose the days of the baseline.")
_MOVED = QT_TRANSLATE_NOOP(
    "Sureness",
    "The patient moved the end of the induction to {day}; the days up to it do not count.",
)
_MOVED_SO_FAR = QT_TRANSLATE_NOOP(
    "Sureness", "The patient moved the end of the induction to {day}."
)
_CHOSEN_LATER = QT_TRANSLATE_NOOP(
    "Sureness",
    "The patient chose the days of the baseline; they reach beyond the first session ({day}), so"
    " this is no comparison with the time before treatment.",
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

_ONE_NOT_COUNTED = QT_TRANSLATE_NOOP(
    "Sureness",
    "The likely range leaves out 0, but by the p of the change chance alone would do as much in"
    " {chance} of 100 such diaries or more, so the headline does not count this region.",
)

_PART = QT_TRANSLATE_NOOP(
    "Sureness",
    "This region is part of another one that the headline counts, so it is not counted there itself"
    " (the same skin would count twice).",
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
_WITHOUT_LATE_ONE = QT_TRANSLATE_NOOP(
    "Sureness", "{late} Without it the change is {percent} %, with it {all} %."
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
_POINTS = QT_TRANSLATE_NOOP("Doctor", "{value} points (95 % CI {low}..{high})")
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
        *_chosen(shown),
        _say(_INTERVAL),
        *doubts(shown, snapshot),
        *_without_contrast(shown, snapshot),
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
        *_missing(_kept(shown, before, snapshot), now),
        *_late(shown),
        *changed_beside(shown, before, now, snapshot),
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
        parts.append(_in_points(shown.points))
    elif shown.reason:
        parts.append(shown.reason)
    if shown.contrast:
        parts.append(_percent(shown.contrast, _CONTRAST, _CONTRAST_OPEN))
    if shown.nap:
        parts.append(_share(shown.nap))
    if shown.provisional:
        parts.append(Sentence(_PROVISIONAL, context=_DOCTOR))
    return Sentence(_LINE, {"name": name, "found": _in_a_row(parts)}, context=_DOCTOR)


def _say(text: str, **fields: object) -> Sentence:
    return Sentence(text, fields, context=_CONTEXT)


def _several(shown: RegionProgress, progress: Progress) -> list[Sentence]:
    """Say what the headline asks for beyond a verdict: of several regions, and of one left out."""
    if not shown.counts:
        return [_say(_PART)]
    count = sum(each.treated and each.counts and each.has_result for each in progress.regions)
    left_out = shown.verdict in IMPROVED and shown.region not in progress.improved
    if count < 2:
        return [_say(_ONE_NOT_COUNTED, chance=round(100 * CHANCE))] if left_out else []
    return [_say(_NOT_COUNTED if left_out else _SEVERAL, count=count)]


def _chosen(shown: RegionProgress) -> Iterator[Sentence]:
    if shown.phases and after_treatment_began(shown):
        yield _say(_CHOSEN_LATER, day=shown.phases.first_session)
    elif shown.baseline_chosen:
        yield _say(_CHOSEN)
    if shown.induction_moved and shown.phases:
        moved = shown.phases.moved
        compared = shown.now is not None and moved is not None and shown.now.starts <= moved
        yield _say(_MOVED_SO_FAR if compared else _MOVED, day=moved)


def _without_contrast(shown: RegionProgress, snapshot: Snapshot) -> Iterator[Sentence]:
    """Say why a treated region is not compared with untreated ones."""
    lack = lack_of_contrast(shown, snapshot)
    if lack:
        yield reason_without_contrast(lack)


def _kept(shown: RegionProgress, before: Window, snapshot: Snapshot) -> Window:
    first = snapshot.span[0] if snapshot.span and shown.baseline_chosen else None
    return since_first_rating(before, first)


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
        without, together = map(signed_estimate, (shown.without_late.value, shown.change.value))
        text = _WITHOUT_LATE_ONE if shown.late_days == 1 else _WITHOUT_LATE
        yield _say(text, late=late, percent=without, all=together)


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


def _window(window: Window | None, full: str, few: str) -> Sentence:
    if window is None or window.mean is None:
        return Sentence(few, {"days": window.days if window else 0}, context=_DOCTOR)
    return Sentence(full, {"days": window.days, "mean": window.mean}, context=_DOCTOR)


def _percent(found: Estimate, closed: str, no_upper: str) -> Sentence:
    fields = {"value": signed_estimate(found.value), "low": signed(found.low)}
    if found.high is None:
        return Sentence(no_upper, fields, context=_DOCTOR)
    return Sentence(closed, {**fields, "high": signed(found.high)}, context=_DOCTOR)


def _in_points(found: Estimate) -> Sentence:
    high = found.value if found.high is None else found.high
    fields = {"value": found.value, "low": found.low, "high": high}
    with_signs = {name: signed(value, 1) for name, value in fields.items()}
    return Sentence(_POINTS, with_signs, context=_DOCTOR)


def _share(found: Estimate) -> Sentence:
    high = found.value if found.high is None else found.high
    return Sentence(_NAP, {"value": found.value, "low": found.low, "high": high}, context=_DOCTOR)


def _in_a_row(parts: Sequence[Sentence]) -> Sentence:
    if len(parts) == 1:
        return parts[0]
    return Sentence(_PARTS, {"first": parts[0], "others": _in_a_row(parts[1:])}, context=_DOCTOR)
