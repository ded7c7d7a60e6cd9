"""What charts say of a baseline or an end of induction that the patient chose: daggers, notes."""

from __future__ import annotations

from collections.abc import Iterable

from model.analysis.progress import RegionProgress
from model.analysis.sentences import Sentence
from model.charts.view import View
from model.text import QT_TRANSLATE_NOOP

DAGGER = "\u2020"
DOUBLE_DAGGER = "\u2021"
_CHOSEN = QT_TRANSLATE_NOOP("Chart", "\u2020 baseline chosen by the patient")
_MOVED = QT_TRANSLATE_NOOP("Chart", "\u2021 end of the induction moved by the patient")
_MOVED_TO = QT_TRANSLATE_NOOP("Chart", "The patient moved the end of an induction to {day}.")


def mark_of(shown: RegionProgress) -> str:
    """Return what follows the name of a region: daggers, or nothing where its result is usual.

    The end of an induction is part of a result where the latest days follow it.
    """
    marks = DAGGER * shown.baseline_chosen + DOUBLE_DAGGER * shown.now_moved
    return f"\u00a0{marks}" if marks else ""


def notes_on(regions: Iterable[RegionProgress]) -> list[str]:
    """Return the texts that say what the daggers of these regions mean."""
    regions = list(regions)
    notes = []
    if any(shown.baseline_chosen for shown in regions):
        notes.append(_CHOSEN)
    if any(shown.now_moved for shown in regions):
        notes.append(_MOVED)
    return notes


def moved_said(view: View, region: str) -> Sentence | None:
    """Say to which day the end of any induction of a region was moved, None where none was.

    For charts that leave out or count the days of all inductions.
    """
    shown = view.progress.of(region)
    if shown is None or not shown.induction_moved or shown.phases is None:
        return None
    return Sentence(_MOVED_TO, {"day": shown.phases.moved}, "Chart")
