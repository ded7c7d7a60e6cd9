"""Long works under way: their threads, who waits for them, and of whose end nobody was told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from ui.work import Work

WhenWritten = Callable[[bool], None]


class Works:
    """Knows each work from when it is asked for until it is over, on the window's thread."""

    def __init__(self) -> None:
        self._threads: dict[Work, threading.Thread | None] = {}  # a thread once it has begun
        self._untold: list[Work] = []  # ended, while no page was there to say so
        self._waiting: list[WhenWritten] = []
        self._all_written = True  # of what has ended while somebody waits

    def __bool__(self) -> bool:
        return bool(self._threads)

    @property
    def written_next(self) -> Work | None:
        """The work that goes on and will be written to the diary, the oldest of several."""
        return next((work for work in self._threads if work.is_write), None)

    def add(self, work: Work) -> None:
        """Take down work that was asked for."""
        self._threads[work] = None

    def start(self, work: Work, deed: Callable[[], None]) -> None:
        """Do it in a thread of its own; may be called on any thread."""
        thread = self._threads[work] = threading.Thread(target=deed, name="work", daemon=True)
        thread.start()

    def over(self, work: Work, is_done: bool) -> None:
        """Say that a work has ended; one that nobody is told of is kept for `take_untold`."""
        self._threads.pop(work, None)
        work.is_done, work.is_over = is_done, True
        if work.is_write and not (is_done or work.is_cancelled):
            self._all_written = False
        work.ended.emit()
        if work.file is None or work.is_told:
            work.deleteLater()
        else:
            self._untold.append(work)

    def when_written(self, then: WhenWritten) -> None:
        """Call `then` once no work goes on that will be written; at once where there is none.

        It gets False where something the user agreed to was not written though nobody cancelled
        it: the user is told why, or asked.
        """
        if not self._waiting:
            self._all_written = True
        self._waiting.append(then)
        self.tell_waiting()

    def tell_waiting(self) -> None:
        """Call those who wait, if there is nothing more to wait for."""
        if self.written_next is None:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then(self._all_written)

    def take_untold(self, opening: int) -> tuple[tuple[Work, Path], ...]:
        """Return works, each with the file it writes, whose end no page of theirs can tell.

        Args:
            opening: the number of the diary that is open; pages of earlier ones are gone.
        """
        ended, self._untold = self._untold, []
        for work in ended:
            work.deleteLater()  # who takes it tells it before anything else happens
        going = [work for work in self._threads if work.opening != opening]
        return tuple((work, work.file) for work in (*ended, *going) if work.file is not None)

    def finish(self) -> None:
        """Break off what only reads, and wait until the rest is written."""
        for work in tuple(self._threads):
            if work.is_write:
                work.settled.wait()
            else:
                work.cancel()

    def join(self) -> None:
        """Wait until every thread has ended."""
        for thread in tuple(self._threads.values()):
            if thread is not None:
                thread.join()
