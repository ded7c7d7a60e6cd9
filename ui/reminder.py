"""Reminds of a planned treatment at a chosen time while the program runs; silent when done."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QObject, QTime, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from ui.due import DueCourse, read_due
from ui.link import Link
from ui.settings import settings

LOOK_EVERY_MS = 30_000
TIME, DISCREET, NOTIFY = "reminder/time", "reminder/discreet", "reminder/notify"
"""Keys of the settings."""

UNSET_TIME = time(19)
"""When to remind where the patient has chosen no time; a convention."""


def reminder_time() -> time:
    """Return the time of day of reminders."""
    chosen = QTime.fromString(str(settings().value(TIME, "")), "HH:mm")
    return time(chosen.hour(), chosen.minute()) if chosen.isValid() else UNSET_TIME


class Reminder(QObject):
    """Looks at the clock; once a day, at the chosen time, it asks whether something is due."""

    def __init__(self, link: Link, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._told: date | None = None
        self._icon: QSystemTrayIcon | None = None
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)
        self._look.start()

    def look(self) -> None:
        """Remind now, if it is wanted, the time has come and today nothing was said yet."""
        store, now = settings(), self._link.clock()
        if store.value(NOTIFY, False, bool) is not True or self._link.path is None:
            return
        at = reminder_time()
        if (now.hour, now.minute) >= (at.hour, at.minute) and self._told != now.date():
            self._link.read(read_due, lambda due: self._tell(due, now.date()))

    def _tell(self, due: tuple[DueCourse, ...], today: date) -> None:
        if due and self._told != today and QSystemTrayIcon.isSystemTrayAvailable():
            self._told = today
            discreet = settings().value(DISCREET, True, bool) is True
            self.message(
                self.tr("Something is planned for today.")
                if discreet
                else self.tr("Iontophoresis is planned for today.")
            )

    def message(self, text: str) -> None:
        """Show a notification where the desktop has a place for it."""
        if self._icon is None:
            self._icon = QSystemTrayIcon(QIcon.fromTheme("appointment-soon"), self)
        self._icon.show()
        self._icon.showMessage("Drymap", text, self._icon.icon())
