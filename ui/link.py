"""The one crossing between screen and diary: a thread that owns the diary, and signals back.

Pages hand down a function of the diary; it runs on the diary's own thread, in order, so that a
slow disk never freezes the window. What it returns comes back on the window's thread.

Long work reads what it needs on that thread and goes on in a thread of its own: meanwhile ratings
are stored as ever.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.work import Work

if TYPE_CHECKING:
    from model.diary import Diary
    from model.files import Step
    from model.records.errors import Conflict, DiaryError
    from model.records.rules import Record
    from model.records.snapshot import Change, Snapshot

    Answered = Callable[[Change | None], None]

STORED, UNDONE, REDONE = "stored", "undone", "redone"
Clock = Callable[[], datetime]
Q = TypeVar("Q")
A = TypeVar("A")


class Link(QObject):
    """Runs reads and writes on the diary's thread and tells the pages what changed."""

    opening = Signal()  # another diary is being opened: nothing may be pressed until it is
    opened = Signal(object)  # Path of the diary that is open now
    writing = Signal()  # a write was asked for, which can be undone once it is stored
    changed = Signal(object, str)  # Change, and the deed: STORED, UNDONE or REDONE
    failed = Signal(object, bool)  # DiaryError, and whether it was a write
    future = Signal(object, object)  # FutureDay, and a function that stores it all the same
    unchanged = Signal()  # a write was answered that had nothing to change
    broke = Signal(object, bool)  # any other exception, our fault; and whether it was a write
    _returned = Signal(object)  # a function to call on the window's thread

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self.path: Path | None = None  # of the diary that is open
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._diary: Diary | None = None
        self._snapshot: Snapshot | None = None
        self._openings = 0
        self._works: dict[Work, threading.Thread | None] = {}  # a thread once it has begun
        self._untold: list[Work] = []  # ended, while no page was there to say so
        self._returned.connect(lambda call: call())
        self._thread = threading.Thread(target=self._work, name="diary", daemon=True)
        self._thread.start()

    def open(self, path: Path, create: bool = False) -> None:
        """Open a diary, or create it where `create` says so; then `opened` or `failed`."""
        self.opening.emit()

        def job() -> None:
            from model.diary import Diary

            old = self._diary
            if old is None or create or path.absolute() != old.path.absolute():
                self._diary = (Diary.create if create else Diary.open)(path, self.clock)
                if old is not None:
                    old.close()
            self._back(lambda: self._was_opened(path))

        self._queue(job)

    def run(
        self,
        write: Callable[[Diary], Change | None],
        then: Answered = lambda change: None,
        deed: str = STORED,
    ) -> None:
        """Write to the diary; `changed` is emitted once and `then` gets the change, or `failed`.

        Args:
            write: what to do, on the diary's thread.
            then: called on the window's thread once it is safe on disk.
            deed: what the status line says was done.
        """

        def job() -> None:
            change = write(self._open_diary())
            self._back(lambda: self._was_written(change, then, deed))

        self._queue(job, is_write=True)
        if deed == STORED:
            self.writing.emit()

    def put(
        self,
        records: Callable[[Diary], tuple[Record, ...]],
        title: str,
        then: Answered = lambda change: None,
        without: tuple[Record, ...] = (),
        allow_future: bool = False,
    ) -> None:
        """Store records and take others out in one write; a day to come is asked about first."""

        def job() -> None:
            from model.records.errors import FutureDay

            diary = self._open_diary()
            try:
                change = diary.put(
                    *records(diary), title=title, allow_future=allow_future, without=without
                )
            except FutureDay as error:
                self._ask(
                    lambda day: self.future.emit(
                        day, lambda: self.put(records, title, then, without, allow_future=True)
                    ),
                    error,
                )
                return
            self._back(lambda: self._was_written(change, then, STORED))

        self._queue(job, is_write=True)
        self.writing.emit()

    def read(self, question: Callable[[Diary], Any], then: Callable[[Any], None]) -> None:
        """Ask the diary something and pass the answer to `then` on the window's thread.

        What another diary would answer, because one was opened meanwhile, is dropped.
        """
        openings = self._openings

        def tell(answer: Any) -> None:
            if openings in (0, self._openings):  # else who asked showed another diary and is gone
                then(answer)

        def job() -> None:
            answer = question(self._open_diary())
            self._back(lambda: tell(answer))

        self._queue(job)

    def work(
        self,
        question: Callable[[Diary], Q],
        job: Callable[[Q, Step], A],
        then: Callable[[A], None],
        title: str,
    ) -> Work:
        """Do long work on what the diary answers to a question, in a thread of its own.

        What it returns is passed to `then` on the window's thread, unless it was cancelled or
        another diary was opened meanwhile (a file that it writes is written all the same). Errors
        come as `failed` or `broke`, as those of reads do.

        Args:
            question: asked on the diary's thread; its answer must not change, as a Snapshot.
            job: the work; it calls the step often, which ends it where it is no longer wanted.
            then: gets what the job returned.
            title: what is done, for the bar that shows it.
        """
        made, openings, found = Work(title, self), self._openings, list[A]()

        def finish() -> None:
            self._over(made, bool(found))
            if found and not made.is_cancelled and openings in (0, self._openings):
                then(found[0])

        def do(asked: Q) -> None:
            found.append(job(asked, made.step))

        return self._begin(made, question, do, lambda: self._back(finish))

    def work_and_write(
        self,
        question: Callable[[Diary], Q],
        job: Callable[[Q, Step], A],
        write: Callable[[Diary, A, Step], Change | None],
        then: Answered,
        title: str,
        on_conflict: Callable[[Conflict], None],
    ) -> Work:
        """Do long work as `work` does, and write what came of it to the diary it was asked of.

        `changed` is emitted once and `then` gets the change, also where it was cancelled too late;
        else the diary is as it was.

        Args:
            question: asked on the diary's thread; its answer must not change.
            job: the work; it calls the step often.
            write: what to do with its result, on the diary's thread; it calls the step too.
            then: called on the window's thread once it is safe on disk.
            title: what is done, for the bar that shows it.
            on_conflict: asked instead of `failed` where an import contradicts the diary.
        """
        made, whose, found = Work(title, self), list["Diary"](), list[A]()
        written = list["Change | None"]()

        def ask(diary: Diary) -> Q:
            whose.append(diary)
            return question(diary)

        def do(asked: Q) -> None:
            self._unless_in_conflict(lambda: found.append(job(asked, made.step)), on_conflict)

        def store() -> None:
            diary = self._open_diary()
            if diary is whose[0]:  # never into another one that was opened meanwhile
                made.step(0, 0)
                self._unless_in_conflict(
                    lambda: written.append(write(diary, found[0], made.step)), on_conflict
                )

        def finish() -> None:
            self._over(made, bool(written))
            if written:
                self._was_written(written[0], then, STORED)
            else:
                self.unchanged.emit()

        def done() -> None:
            if not found:
                self._back(finish)
                return
            self._back(self.writing.emit)
            self._queue(store, is_write=True)
            self._queue(lambda: self._back(finish))

        return self._begin(made, ask, do, done, is_write=True)

    def snapshot(self, then: Callable[[Snapshot], None]) -> None:
        """Pass the whole diary to `then`; it is loaded once and kept until something changes."""
        if self._snapshot is not None:
            then(self._snapshot)
            return

        def keep(snapshot: Snapshot) -> None:
            self._snapshot = snapshot
            then(snapshot)

        self.read(lambda diary: diary.snapshot(), keep)

    def undo(self) -> None:
        """Take the last change back."""
        self.run(lambda diary: diary.undo(), deed=UNDONE)

    def redo(self) -> None:
        """Make the last undone change again."""
        self.run(lambda diary: diary.redo(), deed=REDONE)

    def take_untold(self) -> tuple[Work, ...]:
        """Return works that write a file and of whose end nobody was told, for whoever tells it.

        They were asked for on a page that is no more; some of them may still go on.
        """
        ended, self._untold = tuple(self._untold), []
        return (*ended, *(work for work in self._works if work.file is not None))

    @property
    def is_working(self) -> bool:
        """Whether any long work is under way."""
        return bool(self._works)

    def when_done(self, then: Callable[[], None]) -> None:
        """Call `then` on the window's thread once everything asked so far has been answered.

        Long work is not waited for.
        """
        self._queue(lambda: self._back(then))

    def close(self) -> None:
        """Finish what is queued, break long work off, close the diary and end the threads."""

        def job() -> None:
            if self._diary is not None:
                self._diary.close()
                self._diary = None

        self.path = None
        for work in self._works:
            work.cancel()
        self._queue(job)
        self._jobs.put(None)
        self._thread.join()
        for thread in self._works.values():
            if thread is not None:
                thread.join()

    def _begin(
        self,
        made: Work,
        question: Callable[[Diary], Q],
        do: Callable[[Q], None],
        done: Callable[[], None],
        is_write: bool = False,
    ) -> Work:
        """Ask the diary, do the work in a thread of its own, and say there that it is done."""
        asked = list[Q]()
        self._works[made] = None

        def ask() -> None:
            if not made.is_cancelled:
                asked.append(question(self._open_diary()))

        def work() -> None:
            self._guarded(lambda: do(asked[0]), is_write)
            done()

        def begin() -> None:
            self._guarded(ask, is_write)
            if not asked:
                done()
                return
            thread = self._works[made] = threading.Thread(target=work, name="work", daemon=True)
            thread.start()

        self._queue(begin)
        return made

    def _over(self, work: Work, is_done: bool) -> None:
        self._works.pop(work, None)
        work.is_done, work.is_over = is_done, True
        work.ended.emit()
        if work.file is None or work.is_told:
            work.deleteLater()
        else:
            self._untold.append(work)

    def _unless_in_conflict(
        self, deed: Callable[[], None], on_conflict: Callable[[Conflict], None]
    ) -> None:
        from model.records.errors import Conflict

        try:
            deed()
        except Conflict as conflict:
            self._ask(on_conflict, conflict)

    def _open_diary(self) -> Diary:
        if self._diary is None:
            from model.records.errors import DiaryError
            from model.text import QT_TRANSLATE_NOOP

            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "No diary is open. Open or create one first.")
            )
        return self._diary

    def _ask(self, ask: Callable[[Any], None], error: DiaryError) -> None:
        self._back(lambda: ask(error))

    def _was_opened(self, path: Path) -> None:
        self._snapshot = None
        self._openings += 1
        self.path = path
        self.opened.emit(path)

    def _was_written(self, change: Change | None, then: Answered, deed: str) -> None:
        if change is not None and change.count:
            self._snapshot = None
            self.changed.emit(change, deed)
        else:
            self.unchanged.emit()
        then(change)

    def _back(self, call: Callable[[], None]) -> None:
        self._returned.emit(call)

    def _queue(self, job: Callable[[], None], is_write: bool = False) -> None:
        self._jobs.put(lambda: self._guarded(job, is_write))

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
