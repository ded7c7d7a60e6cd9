"""The period that the Progress page looks at, and the dialog that asks for days of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.days_dialog import DaysDialog
from ui.widgets.layout import quiet
from ui.words import date_text

Span = tuple[date, date]
"""First and last day, both included."""

WEEKS = (4, 12, 26, 52)


@dataclass(frozen=True)
class Period:
    """The last `weeks` of the diary, or the `days` that were chosen; neither is all of it."""

    weeks: int | None = None
    days: Span | None = None

    def span_in(self, whole: Span | None) -> Span | None:
        """Return its first and last day, None for all of a diary whose rated days are `whole`."""
        if whole is None or self == ALL:
            return None
        if self.days is not None:
            return self.days
        return max(whole[0], whole[1] - timedelta(days=7 * (self.weeks or 0) - 1)), whole[1]


ALL = Period()


class PeriodDialog(DaysDialog):
    """Asks for the first and the last day of a period."""

    chosen = Signal(object)  # a Period

    def __init__(
        self, shown: Span | None, whole: Span, today: date, parent: QWidget | None = None
    ) -> None:
        """Start from the days that are shown; `whole` are the rated days of the diary."""
        super().__init__(self.tr("Days to look at"), today, parent)
        self._whole = whole
        self.show_days(*(shown or whole))
        said = quiet(
            self.tr(
                "Charts show these days. The results are those that were known on the last of them."
            )
        )
        said.setWordWrap(True)
        self.add_line(said)

    def refusal(self, first: date, last: date) -> str:
        """Refuse days on which nothing can be rated: there would be nothing to see."""
        if problem := super().refusal(first, last):
            return problem
        if last < self._whole[0] or first > self._whole[1]:
            return self.tr(
                "Nothing is rated on these days: the diary goes from {first} to {last}."
            ).format(first=date_text(self._whole[0]), last=date_text(self._whole[1]))
        return ""

    def send(self, first: date, last: date) -> None:
        """Hand the period on and close."""
        self.chosen.emit(Period(days=(first, last)))
        self.accept()
