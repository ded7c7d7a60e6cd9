"""What a chart is asked to show: a diary, what was found in it, and the days to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from model.analysis.phases import Span
from model.analysis.progress import Progress, progress
from model.catalog.scales import DRY_BELOW
from model.records.snapshot import Snapshot, day_number

FOR_DOCTOR, WET_AGAIN = "for_doctor", "threshold"
"""What the reader chooses of a View, by its field: a chart says which of them it shows."""


@dataclass(frozen=True, eq=False)
class View:
    """A snapshot with its results; charts of the same view share what was computed once.

    span: first and last day that charts with dates show, None for all that the diary holds; the
    windows that are compared stay. for_doctor: charts add what a doctor reads and a patient need
    not. threshold: severity 1-10 from which a region counts as sweating again.
    """

    snapshot: Snapshot
    progress: Progress
    span: Span | None = None
    for_doctor: bool = False
    threshold: int = DRY_BELOW

    @property
    def days(self) -> tuple[int, int]:
        """First and last day to show, days since 1970-01-01; (0, 0) where nothing is rated."""
        span = self.span or self.snapshot.span
        return (day_number(span[0]), day_number(span[1])) if span else (0, 0)

    def differs(self, other: View, reads: Iterable[str]) -> bool:
        """Tell whether a chart that reads some of the reader's choices may show another picture.

        The results stand for the snapshot: of the choices only the dry interval follows from the
        threshold, which charts compute from what they declare.
        """
        if self.snapshot is not other.snapshot or self.span != other.span:
            return True
        return any(getattr(self, choice) != getattr(other, choice) for choice in reads)


def view_of(snapshot: Snapshot, span: Span | None = None) -> View:
    """Return the view of a diary, computing what is found in it."""
    return View(snapshot, progress(snapshot), span)
