"""The one crossing between screen and diary: a thread that owns the diary, and signals back.

Pages hand down a function of the diary; it runs on the diary's own thread, in order, so that a
slow disk never freezes the window. What it returns comes back on the window's thread.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.errors import DiaryError
    from model.records.rules import Record
    from model.records.snapshot import Change, Snapshot

STORED, UNDONE, REDONE = "stored", "undone", "redone"
Clock = Callable[[], datetime]


class Link(QObject):
    """Runs reads and writes on the diary's thread and tells the pages what changed."""

    opened = Signal(object)  # Path of the diary that is open now
    changed = Signal(object, str)  # Change, and the deed: STORED, UNDONE or REDONE
    failed = Signal(object)  # DiaryError, for what the user can mend
    future = Signal(object, object)  # FutureDay, and a function that stores it all the same
    broke = Signal(object)  # any other exception: our fault
    _returned = Signal(object)  # a function to call on the window's thread

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self.path: Path | None = None  # of the diary that is open
        self._diary: Diary | None = None
        self._snapshot: Snapshot | None = None
        self._returned.connect(lambda call: call())
        self._thread = threading.Thread(target=self._work, name="diary", daemon=True)
        self._thread.start()

    def open(self, path: Path, create: bool = False) -> None:
        """Open a diary, or create it where `create` says so; then `opened` or `failed`."""

        def job() -> None:
            from model.diary import Diary

            fresh = (Diary.create if create else Diary.open)(path, self.clock)
            if self._diary is not None:
                self._diary.close()
            self._diary = fresh
            self._back(lambda: self._was_opened(path))

        self._jobs.put(lambda: self._guarded(job))

    def run(
        self,
        write: Callable[[Diary], Change | None],
        then: Callable[[], None] = lambda: None,
        deed: str = STORED,
    ) -> None:
        """Write to the diary and call `then`; `changed` is emitted once, or `failed`."""

        def job() -> None:
            change = write(self._open_diary())
            self._back(lambda: self._was_written(change, then, deed))

        self._jobs.put(lambda: self._guarded(job))

    def put(
        self,
        records: Callable[[Diary], tuple[Record, ...]],
        title: str,
        then: Callable[[], None] = lambda: None,
        allow_future: bool = False,
    ) -> None:
        """Store records, then call `then`; a day after today is asked about through `future`."""

        def job() -> None:
            from model.records.errors import FutureDay

            diary = self._open_diary()
            try:
                change = diary.put(*records(diary), title=title, allow_future=allow_future)
            except FutureDay as error:
                self._ask_about(error, lambda: self.put(records, title, then, allow_future=True))
                return
            self._back(lambda: self._was_written(change, then))

        self._jobs.put(lambda: self._guarded(job))

    def read(self, question: Callable[[Diary], Any], then: Callable[[Any], None]) -> None:
        """Ask the diary something and pass the answer to `then` on the window's thread."""

        def job() -> None:
            answer = question(self._open_diary())
            self._back(lambda: then(answer))

        self._jobs.put(lambda: self._guarded(job))

    def snapshot(self, then: Callable[[Snapshot], None]) -> None:
        """Pass the whole diary to `then`; it is loaded once and kept until something changes."""
        if self._snapshot is not None:
            then(self._snapshot)
            return

        def keep(snapshot: Snapshot) -> None:
            self._snapshot = snapshot
            then(snapshot)

        self.read(lambda diary: diary.snapshot(), keep)

    def announce(self, change: Change) -> None:
        """Tell the pages of a change that a `read` made on its way to its own answer."""
        self._has_changed(change)

    def undo(self) -> None:
        """Take the last change back."""
        self.run(lambda diary: diary.undo(), deed=UNDONE)

    def redo(self) -> None:
        """Make the last undone change again."""
        self.run(lambda diary: diary.redo(), deed=REDONE)

    def close(self) -> None:
        """Finish what is queued, close the diary and end the thread."""

        def job() -> None:
            if self._diary is not None:
                self._diary.close()
                self._diary = None

        self._jobs.put(lambda: self._guarded(job))
        self._jobs.put(None)
        self._thread.join()

    def _open_diary(self) -> Diary:
        if self._diary is None:
            from model.records.errors import DiaryError
            from model.text import QT_TRANSLATE_NOOP

            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "No diary is open. Open or create one first.")
            )
        return self._diary

    def _ask_about(self, error: DiaryError, store_anyway: Callable[[], None]) -> None:
        self._back(lambda: self.future.emit(error, store_anyway))

    def _was_opened(self, path: Path) -> None:
        self._snapshot = None
        self.path = path
        self.opened.emit(path)

    def _was_written(
        self, change: Change | None, then: Callable[[], None], deed: str = STORED
    ) -> None:
        if change is not None and change.count:
            self._has_changed(change, deed)
        then()

    def _has_changed(self, change: Change, deed: str = STORED) -> None:
        self._snapshot = None
        self.changed.emit(change, deed)

    def _back(self, call: Callable[[], None]) -> None:
        self._returned.emit(call)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _guarded(self, job: Callable[[], None]) -> None:
        try:
            job()
        except Exception as error:  # the last resort of this thread: nothing may end it silently
            from model.records.errors import DiaryError

            if isinstance(error, DiaryError):
                self.failed.emit(error)
            else:
                import logging

                logging.getLogger("drymap").exception("unexpected error on the diary's thread")
                self.broke.emit(error)
