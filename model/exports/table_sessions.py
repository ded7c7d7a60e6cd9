"""The sessions of another program's table: each is kept, also where nothing tells two apart."""

from __future__ import annotations

import dataclasses
from collections import Counter
from hashlib import blake2b

from model.records.errors import DiaryError
from model.records.treatment import Session
from model.text import QT_TRANSLATE_NOOP


class TableSessions:
    """Gives an id of its own to each session of a table; `kept` holds them in the file's order.

    The first of several at the same start keeps the id that follows from what it says, so that one
    alone has it whatever the file; the others' follow from that and their place in the file.
    """

    def __init__(self, file: str, rows_repeat_them: bool) -> None:
        """Say whether a day has a row for each region, all of which tell of the same session."""
        self.kept: list[Session] = []
        self._file, self._rows_repeat_them = file, rows_repeat_them
        self._of_id: Counter[str] = Counter()
        self._timed: dict[str, tuple[int, Session]] = {}
        self._timeless: set[Session] = set()

    def add(self, line: int, session: Session, timed: bool) -> None:
        """Keep a session, unless its row says again what an earlier one said.

        Args:
            line: on which its row begins.
            session: with the id that follows from start, regions and applicators.
            timed: whether the file tells its time; two without one are two.

        Raises:
            DiaryError: an earlier row says something else of the same time.
        """
        if timed:
            first, earlier = self._timed.setdefault(session.id, (line, session))
            if earlier != session:
                raise self._contradiction(first, line, session)
            again = first != line
        else:
            again = self._rows_repeat_them and session in self._timeless
            self._timeless.add(session)
        if not again:
            self._keep(session)

    def _keep(self, session: Session) -> None:
        before = self._of_id[session.id]
        self._of_id[session.id] += 1
        if before:
            id_ = blake2b(f"{session.id} {before}".encode(), digest_size=16).hexdigest()
            session = dataclasses.replace(session, id=id_)
        self.kept.append(session)

    def _contradiction(self, first: int, line: int, session: Session) -> DiaryError:
        return DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{file}, lines {first} and {line} contradict each other about {what}."
                " Remove one of them.",
            ),
            file=self._file,
            first=first,
            line=line,
            what=f"{session.started_at:%Y-%m-%d %H:%M}",
        )
