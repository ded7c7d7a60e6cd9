"""The dialog in which the patient chooses the days of a baseline, or goes back to the usual one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ui.progress.window_dialog import Stands, WindowDialog
from ui.words import date_text

if TYPE_CHECKING:
    from model.analysis.progress import Progress


def baselines(progress: Progress) -> list[Stands]:
    """Return what stands for each region whose time a session parts into before and after."""
    return [
        Stands(
            shown.region,
            shown.treated,
            shown.phases.baseline,
            shown.baseline_chosen,
            shown.phases.episode_starts,
        )
        for shown in progress.regions
        if shown.phases is not None
    ]


class BaselineDialog(WindowDialog):
    """Asks for the days with which the results are compared."""

    def dress(self) -> None:
        """Say what is asked and what is usual."""
        self.explain(
            self.tr("Baseline"),
            self.tr(
                "Usual baseline: up to 28 days before the first session. The results are compared"
                " with the days that you choose here, and it is said that you chose them."
            ),
            self.tr("Back to the usual baseline"),
        )

    def refusal(self, first: date, last: date) -> str:
        """Refuse days that are treated already: nothing is left to compare with."""
        if problem := super().refusal(first, last):
            return problem
        begins = min(each.treatment_began for each in self.meant)
        if last >= begins:
            return self.tr(
                "The baseline lies before the treatment that began on {day}. Choose earlier days."
            ).format(day=date_text(begins))
        return ""
