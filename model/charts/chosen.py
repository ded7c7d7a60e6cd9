"""The mark of a region whose baseline the patient chose: its figure is drawn with a dagger."""

from __future__ import annotations

from collections.abc import Iterable

from model.analysis.progress import RegionProgress
from model.text import QT_TRANSLATE_NOOP

DAGGER = "\u2020"
CHOSEN_NOTE = QT_TRANSLATE_NOOP("Chart", "\u2020 baseline chosen by the patient")


def mark_of(shown: RegionProgress) -> str:
    """Return what follows the name of a region: a dagger, or nothing for the usual baseline."""
    return f"\u00a0{DAGGER}" if shown.baseline_chosen else ""


def any_chosen(regions: Iterable[RegionProgress]) -> bool:
    """Tell whether a note has to say what the dagger means."""
    return any(shown.baseline_chosen for shown in regions)
