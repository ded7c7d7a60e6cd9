"""What is planned for today and a timer that runs, said quietly; one press leads to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.due import DueCourse
from ui.widgets.layout import FINGER, Card, heading, quiet


class DueCard(Card):
    """Seen while a course is due."""

    sessions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = quiet()
        self._said.setWordWrap(True)
        self.open = QPushButton(self.tr("Open Sessions"), minimumHeight=FINGER)
        self.open.clicked.connect(self.sessions_wanted)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self.open)
        self.box.addWidget(heading(self.tr("Iontophoresis today")))
        self.box.addLayout(row)
        self.hide()

    def show_due(
        self,
        due: Sequence[DueCourse],
        names: Mapping[str, str],
        running_since: datetime | None = None,
    ) -> None:
        """Show the courses that are due, and a timer that runs."""
        self.setVisible(bool(due) or running_since is not None)
        lines = []
        if running_since is not None:
            at = QLocale().toString(
                QTime(running_since.hour, running_since.minute), QLocale.FormatType.ShortFormat
            )
            lines.append(self.tr("The timer was started at {time}.").format(time=at))
        for course in due:
            regions = ", ".join(names.get(region, region) for region in course.regions)
            text = (
                self.tr("{course}: not dry any more, as your plan says.")
                if course.why == "clammy"
                else self.tr("{course}: planned.")
            )
            lines.append(text.format(course=course.name or regions))
        self._said.setText("\n".join(lines))
