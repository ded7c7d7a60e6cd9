"""What the Progress page shows, computed on the diary's thread: results, and the words for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from ui.progress.period import Period, Span
from ui.settings import settings

if TYPE_CHECKING:
    from model.analysis.progress import Progress, RegionProgress
    from model.analysis.sentences import Sentence
    from model.charts.view import View
    from model.records.snapshot import Snapshot

T = TypeVar("T")

FOR_DOCTOR = "progress/for_doctor"
"""Name of the setting that says who reads the page."""


@dataclass(frozen=True, eq=False)
class Found:
    """A diary as it was known at the end of a period, and what was found in it.

    whole: first and last rated day of the diary. span: the period that was chosen, None for all
    of it. headline, quality, together: what may be said of all regions. plan: what to know before
    the first session, () after it. is_simulated: the profile says so.
    """

    view: View
    whole: Span | None
    span: Span | None
    today: date
    headline: Sentence
    quality: Sentence
    together: tuple[Sentence, ...]
    plan: tuple[Sentence, ...]
    is_simulated: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing is rated yet."""
        return self.whole is None


def find(snapshot: Snapshot, period: Period, for_doctor: bool, today: date) -> Found:
    """Compare baseline and now in what was known at the end of a period.

    The last answer is kept with the snapshot, and goes with it: the page asks what the warm-up
    has asked before.

    Args:
        snapshot: all of the diary.
        period: the days to look at.
        for_doctor: whether charts show what a doctor reads.
        today: the patient's day.
    """
    asked = period, for_doctor, today
    return _kept(snapshot, "_found", asked, lambda: _found(snapshot, *asked))


def _kept(snapshot: Snapshot, name: str, asked: object, answer: Callable[[], T]) -> T:
    """Return an answer, the last one of that name where the same was asked of the snapshot.

    It lies in the snapshot, as its cached properties do: a cache of this module would hold all of
    a diary in memory after another one was opened.
    """
    kept: tuple[object, T] | None = vars(snapshot).get(name)
    if kept is None or kept[0] != asked:
        kept = vars(snapshot)[name] = asked, answer()
    return kept[1]


def _found(snapshot: Snapshot, period: Period, for_doctor: bool, today: date) -> Found:
    from model.analysis.planning import planning
    from model.analysis.progress import progress
    from model.analysis.quality import quality_line, sessions_planned
    from model.analysis.words import said_headline
    from model.charts.view import View
    from model.records.person import Profile

    whole = snapshot.span
    span = period.span_in(whole)
    known = _known(snapshot, span[1]) if span and whole and span[1] < whole[1] else snapshot
    end = span[1] if span else today
    shown = progress(known)
    profile = next(iter(snapshot.of(Profile)), Profile())
    return Found(
        View(known, shown, span, for_doctor),
        whole,
        span,
        today,
        said_headline(shown, known),
        quality_line(shown, sessions_planned(known, end)),
        _together(known, shown, for_doctor),
        planning(snapshot, today),  # of the days to come: a period has no say in it
        "simulated" in profile.name.casefold(),
    )


def _known(snapshot: Snapshot, last: date) -> Snapshot:
    """Return what was known on a day; one object, so that charts see when it stays the same."""
    from model.analysis.phases import until

    return _kept(snapshot, "_known", last, lambda: until(snapshot, last))


def first_region(progress: Progress) -> str:
    """Return the region to begin with: of the improved ones that which fell most, else the first.

    A change in percent goes before one that can be told in points only; "" without any region.
    """

    def fall(shown: RegionProgress) -> tuple[bool, float]:
        found = shown.change or shown.points
        return shown.change is None, found.value if found else 0.0

    improved = [each for each in progress.regions if each.region in progress.improved]
    if improved:
        return min(improved, key=fall).region
    return progress.regions[0].region if progress.regions else ""


def _together(snapshot: Snapshot, shown: Progress, for_doctor: bool) -> tuple[Sentence, ...]:
    """Say how all regions changed as one, the sum of severities to the doctor; who is left out."""
    from model.analysis.headline import uncounted_sentences
    from model.analysis.phases import parents_of
    from model.analysis.together import (
        burden,
        burden_sentences,
        together,
        together_sentence,
    )
    from model.analysis.words import names_of

    as_one = together(snapshot, shown)
    whole = burden(shown, parents_of(snapshot)) if for_doctor else None
    aside = uncounted_sentences(shown, names_of(shown, snapshot)) if shown.sessions else ()
    return (
        *([together_sentence(as_one)] if as_one else []),
        *(burden_sentences(whole) if whole else ()),
        *aside,
    )


def is_for_doctor() -> bool:
    """Return whether the page shows every figure."""
    return settings().value(FOR_DOCTOR, False, bool) is True
