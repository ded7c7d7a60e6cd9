"""Work that takes its time off the window's thread: it tells how far it is and can be ended."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

TELL_EVERY_S = 0.1
"""Seconds between two tellings: more often nobody sees, and each one costs the window a moment."""


class Work(QObject):
    """One piece of work; `Link.work` makes it, runs it and ends it."""

    progressed = Signal(int)  # percent, 0..100
    ended = Signal()  # done, cancelled or failed; emitted once, on the window's thread

    def __init__(self, title: str, parent: QObject | None = None, is_write: bool = False) -> None:
        """Name the work as the bar shows it, and say whether it will be written to the diary."""
        super().__init__(parent)
        self.title = title
        self.is_write = is_write  # the user has agreed to it: only they may end it
        self.settled = threading.Event()  # of what writes: it has written, or never will
        self.opening = 0  # the number of the diary it was asked of
        self.is_done = False  # where it was cancelled too late, both are true
        self.file: Path | None = None  # that it writes: how it ended has to be told to somebody
        self.told_later = ""  # what to say once it is written, where its page is no more
        self.is_over = False
        self.is_told = False  # whether somebody saw how it ended
        self._unwanted = threading.Event()
        self._told_at = 0.0

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked for its end."""
        return self._unwanted.is_set()

    def cancel(self) -> None:
        """Ask for its end; what it wrote so far is taken away."""
        self._unwanted.set()

    def step(self, done: int, of: int) -> None:
        """Tell how far it is; called on the thread that works.

        Raises:
            Cancelled: it is no longer wanted.
        """
        if self._unwanted.is_set():
            from model.files import Cancelled  # kept off the way to the first window

            raise Cancelled
        now = time.monotonic()
        if now - self._told_at >= TELL_EVERY_S:
            self._told_at = now
            if of > 0:  # else nobody knows how far it is
                self.progressed.emit(100 * min(done, of) // of)
