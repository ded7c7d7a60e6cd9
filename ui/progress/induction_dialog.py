"""The dialog in which the patient moves the end of an induction, or goes back to the usual one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ui.progress.window_dialog import Stands, WindowDialog
from ui.words import date_text

if TYPE_CHECKING:
    from model.analysis.progress import Progress

AHEAD = 366  # days


def inductions(progress: Progress) -> list[Stands]:
    """Return the induction of the latest treatment of each treated region."""
    return [
        Stands(
            shown.region,
            True,
            shown.phases.inductions[-1],
            shown.induction_moved,
            shown.phases.episode_starts,
        )
        for shown in progress.regions
        if shown.treated and shown.phases is not None
    ]


class InductionDialog(WindowDialog):
    """Asks for the last day of the induction; the first is that of the first session."""

    def dress(self) -> None:
        """Say what is asked and what is usual."""
        self.first.setEnabled(False)
        self.explain(
            self.tr("End of the induction"),
            self.tr(
                "Usual end: the 12th session or the 28th day, whichever comes first. Days up to the"
                " end do not count in the results, and it is said that you moved it."
            ),
            self.tr("Back to the usual end"),
        )

    @property
    def latest(self) -> date:
        """A day to come may be chosen: some go on with the induction for longer than usual."""
        return self._today + timedelta(days=AHEAD)

    def refusal(self, first: date, last: date) -> str:
        """Refuse an end before the first session."""
        begins = max(each.treatment_began for each in self.meant)
        if last < begins:
            said = self.tr("This treatment began on {day}. Choose that day or a later one.")
            return said.format(day=date_text(begins))
        return ""
