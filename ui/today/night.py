"""After midnight: which day is meant, and at which hour the patient's own day ends."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.layout import Card, quiet
from ui.words import qdate

NIGHT_ENDS_AT = 4
"""Hour until which an entry may belong to the evening before (SCREENS: 00:00 to 04:00)."""


class NightCard(Card):
    """Seen only between midnight and NIGHT_ENDS_AT, while the day ends at midnight."""

    still_wanted = Signal()  # the day before
    hour_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = quiet()
        self._said.setWordWrap(True)
        self.still = QPushButton()
        self.still.clicked.connect(self.still_wanted)
        self.always = QPushButton(
            self.tr("My days end at {hour}").format(
                hour=QLocale().toString(QTime(NIGHT_ENDS_AT, 0), QLocale.FormatType.ShortFormat)
            )
        )
        self.always.clicked.connect(lambda: self.hour_chosen.emit(NIGHT_ENDS_AT))
        row = QHBoxLayout()
        row.addWidget(self.still)
        row.addWidget(self.always)
        row.addStretch(1)
        self.box.addWidget(self._said)
        self.box.addLayout(row)
        self.hide()

    def show_time(self, now: datetime, day: date, day_ends_at: int) -> None:
        """Ask which day is meant, where that is in doubt."""
        in_doubt = now.hour < NIGHT_ENDS_AT and not day_ends_at and day == now.date()
        self.setVisible(in_doubt)
        if in_doubt:
            locale, before = QLocale(), qdate(day - timedelta(days=1))
            self._said.setText(
                self.tr("It is after midnight: entries here count for {day}.").format(
                    day=locale.toString(qdate(day), "dddd")
                )
            )
            self.still.setText(self.tr("Still {day}").format(day=locale.toString(before, "dddd")))
