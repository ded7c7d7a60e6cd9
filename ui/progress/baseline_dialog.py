"""The dialog in which the patient chooses the days of a baseline, or goes back to the usual one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QWidget

from ui.progress.days_dialog import DaysDialog
from ui.widgets.entries import choice
from ui.widgets.layout import quiet
from ui.words import date_text

if TYPE_CHECKING:
    from model.analysis.progress import Progress

REASON_LIMIT = 200


@dataclass(frozen=True)
class Baseline:
    """What stands for a region: its days, whether they were chosen, and what ends them."""

    region: str
    treated: bool
    days: tuple[date, date] | None
    chosen: bool
    ends_before: date | None  # the first session of the treatment that is looked at


@dataclass(frozen=True)
class Chosen:
    """What was entered: the same days for each of these regions."""

    regions: tuple[str, ...]
    first: date
    last: date
    reason: str


def baselines(progress: Progress) -> list[Baseline]:
    """Return what stands for each region whose time a session parts into before and after."""
    return [
        Baseline(
            shown.region,
            shown.treated,
            shown.phases.baseline,
            shown.baseline_chosen,
            shown.phases.episode_starts,
        )
        for shown in progress.regions
        if shown.phases is not None
    ]


class BaselineDialog(DaysDialog):
    """Asks for which regions, which days and, if one likes, why."""

    chosen = Signal(object)  # a Chosen
    usual_wanted = Signal(object)  # tuple of the regions that go back to the usual baseline

    def __init__(
        self,
        baselines: Sequence[Baseline],
        names: Mapping[str, str],
        region: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Baseline"), today, parent)
        self._baselines = {each.region: each for each in baselines}
        treated = tuple(each.region for each in baselines if each.treated)
        self.region: QComboBox = choice(
            self.tr("All treated regions"), {each: names[each] for each in self._baselines}, region
        )
        if len(treated) < 2:
            self.region.removeItem(0)
        self._treated = treated
        self.reason = QLineEdit(maxLength=REASON_LIMIT)
        self.add_field(self.tr("&Region"), self.region, 0)
        self.add_field(self.tr("&Why (optional)"), self.reason)
        self._usual = quiet(
            self.tr(
                "Usual baseline: up to 28 days before the first session. The results are compared"
                " with the days that you choose here, and it is said that you chose them."
            )
        )
        self._usual.setWordWrap(True)
        self.add_line(self._usual)
        self.usual = self.buttons.addButton(
            self.tr("Back to the usual baseline"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.usual.clicked.connect(self._go_back)
        self.region.currentIndexChanged.connect(self._show_region)
        self._show_region()

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions that are meant."""
        one = str(self.region.currentData() or "")
        return (one,) if one else self._treated

    def send(self, first: date, last: date) -> None:
        """Hand the choice on and close."""
        self.chosen.emit(Chosen(self.regions, first, last, self.reason.text().strip()))
        self.accept()

    def refusal(self, first: date, last: date) -> str:
        """Refuse days that are treated already: nothing is left to compare with."""
        if problem := super().refusal(first, last):
            return problem
        begins = [
            each.ends_before
            for region in self.regions
            if (each := self._baselines[region]).ends_before is not None
        ]
        if begins and last >= min(begins):
            return self.tr(
                "The baseline lies before the treatment that began on {day}. Choose earlier days."
            ).format(day=date_text(min(begins)))
        return ""

    def _show_region(self) -> None:
        meant = [self._baselines[region] for region in self.regions]
        days = [each.days for each in meant if each.days is not None]
        if days:
            self.show_days(min(first for first, _ in days), max(last for _, last in days))
        else:
            self.show_days(self._today, self._today)
        self.usual.setEnabled(any(each.chosen for each in meant))
        self.say("")

    def _go_back(self) -> None:
        self.usual_wanted.emit(
            tuple(region for region in self.regions if self._baselines[region].chosen)
        )
        self.accept()
