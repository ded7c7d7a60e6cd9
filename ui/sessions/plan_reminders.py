"""How to be reminded of the plan: settings of this computer, kept at every press."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.reminder import DISCREET, NOTIFY, TIME, UNSET_TIME
from ui.settings import settings
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, Card, heading, quiet
from ui.widgets.region_rows import Box
from ui.widgets.when import TimeBox, time_in


class Reminders(Card):
    """How to be reminded; every press is kept at once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        store = settings()
        self.own_time = Box(self.tr("At a &time of my own"))
        self.time = TimeBox(self.tr("Time of the reminder"))
        self.discreet = Box(self.tr("&Discreet wording: it says nothing but Drymap"))
        self.notify = Box(self.tr("&Remind me while Drymap runs"))
        self.export = QPushButton(self.tr("Calendar file with alarms (.ics)\u2026"))
        at = time_in(str(store.value(TIME, "")))
        self.own_time.setChecked(at is not None)
        self.time.show_time(at or UNSET_TIME)
        # Hidden while it does not count: a time in grey would look like one that was set.
        kept = self.time.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.time.setSizePolicy(kept)
        self.time.setVisible(at is not None)
        self.discreet.setChecked(bool(store.value(DISCREET, True, bool)))
        self.notify.setChecked(bool(store.value(NOTIFY, False, bool)))
        hint = quiet(
            self.tr(
                "A calendar that imports the file reminds while Drymap is closed. Importing it"
                " again moves its entries and doubles none. Its alarms ring at {time} until a time"
                " is set above."
            ).format(time=f"{UNSET_TIME:%H:%M}")
        )
        hint.setWordWrap(True)
        self._lay_out(hint)
        self.own_time.toggled.connect(self._keep_time)
        self.time.edited.connect(self._keep_time)
        self.discreet.toggled.connect(lambda on: self._keep(DISCREET, on))
        self.notify.toggled.connect(lambda on: self._keep(NOTIFY, on))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes to, in this order."""
        return (self.own_time, self.time, self.discreet, self.notify, self.export)

    def _lay_out(self, hint: QLabel) -> None:
        line = QHBoxLayout()
        line.addWidget(self.own_time)
        line.addWidget(self.time)
        line.addStretch(1)
        buttons = QWidget()
        Flow(buttons).addWidget(self.export)
        for part in (self.own_time, self.discreet, self.notify, self.export):
            part.setMinimumHeight(FINGER)
        self.box.addWidget(heading(self.tr("Reminders")))
        self.box.addLayout(line)
        for widget in (self.discreet, self.notify, hint, buttons):
            self.box.addWidget(widget)

    def _keep_time(self) -> None:
        """Keep the time while it is a whole one; a half-typed one changes nothing."""
        on, at = self.own_time.isChecked(), self.time.time
        self.time.setVisible(on)
        if not on:
            self._keep(TIME, None)
        elif at is not None:
            self._keep(TIME, f"{at:%H:%M}")

    def _keep(self, key: str, value: str | bool | None) -> None:
        store = settings()
        if value is None:
            store.remove(key)
        elif store.value(key, None) != value:
            store.setValue(key, value)
        else:
            return
        self.changed.emit()
