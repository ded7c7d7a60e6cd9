"""The period that the Progress page looks at, and the dialog that asks for days of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.progress.days_dialog import DaysDialog
from ui.widgets.layout import quiet

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

    def __init__(self, shown: Span, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Days to look at"), today, parent)
        self.show_days(*shown)
        said = quiet(
            self.tr(
                "Charts show these days. The results are those that were known at the end of the"
                " last day."
            )
        )
        said.setWordWrap(True)
        self.add_line(said)

    def send(self, first: date, last: date) -> None:
        """Hand the period on and close."""
        self.chosen.emit(Period(days=(first, last)))
        self.accept()
