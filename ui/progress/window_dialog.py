"""A dialog that sets days of a window for one region or all treated ones, or the usual ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QWidget

from ui.widgets.days_dialog import DaysDialog
from ui.widgets.entries import choice
from ui.widgets.layout import quiet

REASON_LIMIT = 200


@dataclass(frozen=True)
class Stands:
    """What stands for a region: days, whether the patient set them, start of its treatment."""

    region: str
    treated: bool
    days: tuple[date, date] | None
    chosen: bool
    treatment_began: date  # the first session of the treatment that is looked at


@dataclass(frozen=True)
class Chosen:
    """What was entered: the same days for each of these regions."""

    regions: tuple[str, ...]
    first: date
    last: date
    reason: str


class WindowDialog(DaysDialog):
    """Asks for which regions, which days and, if one likes, why."""

    chosen = Signal(object)  # a Chosen
    usual_wanted = Signal(object)  # tuple of the regions that go back to the usual days

    def __init__(
        self,
        standing: Sequence[Stands],
        names: Mapping[str, str],
        region: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Show what stands for `region`, or for all treated ones where it is not among them."""
        super().__init__("", today, parent)
        self.standing = {each.region: each for each in standing}
        self._treated = tuple(each.region for each in standing if each.treated)
        self.region: QComboBox = choice(
            self.tr("All treated regions"), {each: names[each] for each in self.standing}, region
        )
        if len(self._treated) < 2:
            self.region.removeItem(0)
        self.reason = QLineEdit(maxLength=REASON_LIMIT)
        self.add_field(self.tr("&Region"), self.region, 0)
        self.add_field(self.tr("&Why (optional)"), self.reason)
        self.usual = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self.usual.clicked.connect(self._go_back)
        self.region.currentIndexChanged.connect(self._show_region)
        self.dress()
        self._show_region()

    def dress(self) -> None:
        """Say what is asked and what is usual, with `explain`."""
        raise NotImplementedError

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions that are meant."""
        one = str(self.region.currentData() or "")
        return (one,) if one else self._treated

    @property
    def meant(self) -> list[Stands]:
        """What stands for the regions that are meant."""
        return [self.standing[region] for region in self.regions]

    def explain(self, title: str, text: str, back: str) -> None:
        """Say what is asked, what is usual, and name the button that goes back to that."""
        self.setWindowTitle(title)
        line = quiet(text)
        line.setWordWrap(True)
        self.add_line(line)
        self.usual.setText(back)

    def send(self, first: date, last: date) -> None:
        """Hand the choice on and close."""
        self.chosen.emit(Chosen(self.regions, first, last, self.reason.text().strip()))
        self.accept()

    def _show_region(self) -> None:
        days = [each.days for each in self.meant if each.days is not None]
        if days:
            self.show_days(min(first for first, _ in days), max(last for _, last in days))
        else:
            self.show_days(self._today, self._today)
        self.usual.setEnabled(any(each.chosen for each in self.meant))
        self.say("")

    def _go_back(self) -> None:
        self.usual_wanted.emit(tuple(each.region for each in self.meant if each.chosen))
        self.accept()
