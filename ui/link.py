"""The one crossing between screen and diary: a thread that owns the diary, and signals back.

Pages hand down a function of the diary; it runs on the diary's own thread, in order, so that a
slow disk never freezes the window. What it returns comes back on the window's thread.

Long work reads what it needs on that thread and goes on in a thread of its own: meanwhile ratings
are stored as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.diary_thread import DiaryThread
from ui.work import Work
from ui.works import Works

if TYPE_CHECKING:
    from pathlib import Path

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


class Link(DiaryThread):
    """Runs reads and writes on the diary's thread and tells the pages what changed."""

    opening = Signal()  # another diary is being opened: nothing may be pressed until it is
    opened = Signal(object)  # Path of the diary that is open now
    writing = Signal()  # a write was asked for, which can be undone once it is stored
    changed = Signal(object, str)  # Change, and the deed: STORED, UNDONE or REDONE
    future = Signal(object, object)  # FutureDay, and a function that stores it all the same
    unchanged = Signal()  # a write was answered that had nothing to change
    storing = Signal()  # long work was agreed to: nothing can be undone until it is written
    waiting = Signal(str)  # the title of what is written first, before a diary is closed

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self.path: Path | None = None  # of the diary that is open
        self._snapshot: Snapshot | None = None
        self._openings = 0
        self._works = Works()

    def open(self, path: Path, create: bool = False) -> None:
        """Open a diary, or create it where `create` says so; then `opened` or `failed`.

        Long work that writes is written first. Where it cannot be, that is told and the diary
        stays open.
        """
        self._tell_waiting()
        self._works.when_written(lambda written: self._open_now(path, create) if written else None)

    def _open_now(self, path: Path, create: bool) -> None:
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
            self._works.over(made, bool(found))
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
        else the diary is as it was. Until then nothing is undone, and no diary closed.

        Args:
            question: asked on the diary's thread; its answer must not change.
            job: the work; it calls the step often.
            write: what to do with its result, on the diary's thread; it calls the step too.
            then: called on the window's thread once it is safe on disk.
            title: what is done, for the bar that shows it.
            on_conflict: asked instead of `failed` where an import contradicts the diary.
        """
        made, found = Work(title, self, is_write=True), list[A]()
        written = list["Change | None"]()

        def do(asked: Q) -> None:
            self._unless_in_conflict(lambda: found.append(job(asked, made.step)), on_conflict)

        def store() -> None:
            diary = self._open_diary()
            made.step(0, 0)
            self._unless_in_conflict(
                lambda: written.append(write(diary, found[0], made.step)), on_conflict
            )

        def finish() -> None:
            self._works.over(made, bool(written))
            if written:
                self._was_written(written[0], then, STORED)
            else:
                self.unchanged.emit()
            self._works.tell_waiting()

        def settle() -> None:
            made.settled.set()
            self._back(finish)

        def done() -> None:
            if found:
                self._back(self.writing.emit)  # what was read before tells of an older diary
                self._queue(store, is_write=True)
            self._queue(settle)

        begun = self._begin(made, question, do, done)
        self.storing.emit()
        return begun

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
        """Take the last change back, unless long work that will be written is the last one."""
        if not self.is_storing:
            self.run(lambda diary: diary.undo(), deed=UNDONE)

    def redo(self) -> None:
        """Make the last undone change again, unless long work will be written."""
        if not self.is_storing:
            self.run(lambda diary: diary.redo(), deed=REDONE)

    def take_untold(self) -> tuple[tuple[Work, Path], ...]:
        """Return works, each with the file it writes, for whoever tells how they end.

        They were asked for on a page that is no more; some of them may still go on.
        """
        return self._works.take_untold(self._openings)

    @property
    def is_working(self) -> bool:
        """Whether any long work is under way."""
        return bool(self._works)

    @property
    def is_storing(self) -> bool:
        """Whether long work is under way that will be written to the diary."""
        return self._works.written_next is not None

    def when_done(self, then: Callable[[], None]) -> None:
        """Call `then` on the window's thread once everything asked so far has been answered.

        Long work is not waited for.
        """
        self._queue(lambda: self._back(then))

    def when_stored(self, then: Callable[[bool], None]) -> None:
        """Call `then` as `when_done` does, once long work that writes has been written too.

        It gets whether all of that was written or cancelled; else the user was told or asked.
        """
        self._tell_waiting()
        self._works.when_written(lambda written: self.when_done(lambda: then(written)))

    def close(self) -> None:
        """Finish what writes, break other long work off, close the diary and end the threads."""
        self.path = None
        self._works.finish()
        self._end()
        self._works.join()

    def _tell_waiting(self) -> None:
        work = self._works.written_next
        if work is not None:
            self.waiting.emit(work.title)

    def _begin(
        self,
        made: Work,
        question: Callable[[Diary], Q],
        do: Callable[[Q], None],
        done: Callable[[], None],
    ) -> Work:
        """Ask the diary, do the work in a thread of its own, and say there that it is done."""
        asked = list[Q]()
        made.opening = self._openings
        self._works.add(made)

        def ask() -> None:
            if not made.is_cancelled:
                asked.append(question(self._open_diary()))

        def work() -> None:
            self._guarded(lambda: do(asked[0]), made.is_write)
            done()

        def begin() -> None:
            self._guarded(ask, made.is_write)
            if asked:
                self._works.start(made, work)
            else:
                done()

        self._queue(begin)
        return made

    def _unless_in_conflict(
        self, deed: Callable[[], None], on_conflict: Callable[[Conflict], None]
    ) -> None:
        from model.records.errors import Conflict

        try:
            deed()
        except Conflict as conflict:
            self._ask(on_conflict, conflict)

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
