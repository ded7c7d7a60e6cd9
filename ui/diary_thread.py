"""The thread that owns the diary: one job after the other, and nothing ends it silently."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from model.diary import Diary


class DiaryThread(QObject):
    """Runs jobs on the diary's thread, and what they bring back on the window's."""

    failed = Signal(object, bool)  # DiaryError, and whether it was a write
    broke = Signal(object, bool)  # any other exception, our fault; and whether it was a write
    _returned = Signal(object)  # a function to call on the window's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._diary: Diary | None = None
        self._returned.connect(lambda call: call())
        self._thread = threading.Thread(target=self._work, name="diary", daemon=True)
        self._thread.start()

    def _open_diary(self) -> Diary:
        if self._diary is None:
            from model.records.errors import DiaryError
            from model.text import QT_TRANSLATE_NOOP

            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "No diary is open. Open or create one first.")
            )
        return self._diary

    def _back(self, call: Callable[[], None]) -> None:
        self._returned.emit(call)

    def _queue(self, job: Callable[[], None], is_write: bool = False) -> None:
        self._jobs.put(lambda: self._guarded(job, is_write))

    def _end(self) -> None:
        """Finish what is queued, close the diary and end the thread."""

        def job() -> None:
            if self._diary is not None:
                self._diary.close()
                self._diary = None

        self._queue(job)
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _guarded(self, job: Callable[[], None], is_write: bool) -> None:
        try:
            job()
        except Exception as error:  # the last resort of this thread: nothing may end it silently
            from model.files import Cancelled
            from model.records.errors import DiaryError

            if isinstance(error, Cancelled):
                return
            if isinstance(error, DiaryError):
                self.failed.emit(error, is_write)
            else:
                import logging

                logging.getLogger("drymap").exception("unexpected error off the window's thread")
                self.broke.emit(error, is_write)
