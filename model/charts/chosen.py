"""The marks of a region whose baseline or end of induction the patient chose: daggers."""

from __future__ import annotations

from collections.abc import Iterable

from model.analysis.progress import RegionProgress
from model.text import QT_TRANSLATE_NOOP

DAGGER = "\u2020"
DOUBLE_DAGGER = "\u2021"
_CHOSEN = QT_TRANSLATE_NOOP("Chart", "\u2020 baseline chosen by the patient")
_MOVED = QT_TRANSLATE_NOOP("Chart", "\u2021 end of the induction moved by the patient")


def mark_of(shown: RegionProgress) -> str:
    """Return what follows the name of a region: daggers, or nothing where all is as usual."""
    marks = DAGGER * shown.baseline_chosen + DOUBLE_DAGGER * shown.induction_moved
    return f"\u00a0{marks}" if marks else ""


def notes_on(regions: Iterable[RegionProgress]) -> list[str]:
    """Return the texts that say what the daggers of these regions mean."""
    regions = list(regions)
    notes = []
    if any(shown.baseline_chosen for shown in regions):
        notes.append(_CHOSEN)
    if any(shown.induction_moved for shown in regions):
        notes.append(_MOVED)
    return notes
