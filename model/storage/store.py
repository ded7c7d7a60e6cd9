"""The only module that opens a diary's file: settings, reads, and one transaction a write."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import sqlalchemy
from sqlalchemy.pool import StaticPool

from model.records.errors import CannotWrite, DiaryError
from model.storage import backup, migrations, preflight
from model.storage.failures import DISK_FULL, READ_ONLY, damaged, sentences, unwritable
from model.storage.lock import Lock
from model.storage.places import (
    make_durable,
    make_private_file,
    make_private_folder,
    take_name,
)
from model.storage.rows import Row, Tx, digest_of
from model.text import QT_TRANSLATE_NOOP

_SETTINGS = (  # each with its reason in STORAGE of the design
    "foreign_keys = ON",
    "synchronous = EXTRA",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "mmap_size = 0",
)
_BUSY_SECONDS = 5
_REPLACED = QT_TRANSLATE_NOOP(
    "DiaryError",
    "'{name}' was moved or replaced by another program while it was open. Nothing was saved; close"
    " the diary and open it again.",
)
_OLDER = QT_TRANSLATE_NOOP(
    "DiaryError",
    "'{name}' comes from an older Drymap and has to be converted, but lies where nothing can be"
    " written. Copy it to a place of your own and open it there.",
)


class Store:
    """One diary, held open by one connection; `read_only` says why nothing can be written."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        """Open the diary at `path` after every check that can be made without changing it.

        Args:
            path: the file; links are followed, a missing file is never made.
            now: names the copy that is put aside before an older file is changed.

        Raises:
            DiaryError: one of its kinds in model.records.errors; the file is as it was.
        """
        self.path = path.absolute()
        self._now = now
        self._real = self.path.resolve()  # one lock a file, whatever links lead to it
        version = preflight.format_of(self._real)
        self.read_only: DiaryError | None = None
        with contextlib.ExitStack() as undo:
            self._lock = self._locked()
            undo.callback(self._unlock)
            self._core, self._driver = self._connected()
            undo.callback(self._disconnect)
            self._prepare(version)
            undo.pop_all()

    @classmethod
    def create(cls, path: Path, now: Callable[[], datetime]) -> Store:
        """Make an empty diary that appears whole or not at all, and open it."""
        real = path.absolute().resolve()
        if real.exists():
            raise _exists(path)
        try:
            make_private_folder(real.parent)
            lock = Lock(real)
            try:
                _make(real)
            finally:
                lock.release()
        except FileExistsError:
            raise _exists(path) from None
        except OSError as error:
            raise unwritable(real, error) from error
        return cls(path, now)

    def close(self) -> None:
        """Leave one file at rest and give it back."""
        self._disconnect()
        self._unlock()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a SELECT; no read stays open, for it would block every save."""
        with sentences(self._real):
            return self._driver.execute(sql, values).fetchall()

    def cursor(self, sql: str) -> sqlite3.Cursor:
        """Return a cursor that the caller reads to its end at once."""
        with sentences(self._real):
            return self._driver.execute(sql)

    @contextlib.contextmanager
    def write(self) -> Iterator[Tx]:
        """Open one transaction: all of it is on disk afterwards, or none after an exception.

        Raises:
            CannotWrite: the place is read-only, full, or no longer holds this file.
        """
        if not self.writable and self.read_only is not None:
            raise self.read_only
        self._refuse_replaced()
        with sentences(self._real), self._core.begin():
            yield self._driver
        self.read_only = None  # there is room again

    def copy_to(self, target: Path) -> None:
        """Make a checked copy at `target`, which must not exist; see `backup.copy`."""
        backup.copy(self._driver, self._real, target)

    def newest_copy(self) -> date | None:
        """Return the day of the newest automatic backup."""
        return backup.newest_day(self._real)

    def keep_copy(self) -> None:
        """Add an automatic backup; see `backup.keep`."""
        backup.keep(self._driver, self._real, self._now)

    def _locked(self) -> Lock | None:
        try:
            lock = Lock(self._real)
        except OSError as error:
            self.read_only = unwritable(self._real, error)
            return None
        try:
            lock.sign()
        except OSError:
            self.read_only = CannotWrite(DISK_FULL, name=self.path.name)
        return lock

    def _disconnect(self) -> None:
        with contextlib.suppress(sqlite3.Error):  # a full or vanished disk: nothing is lost by it
            self._driver.execute("PRAGMA journal_mode = DELETE")
        self._core.close()
        self._core.engine.dispose()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _connected(self) -> tuple[sqlalchemy.Connection, sqlite3.Connection]:
        self.writable = self._lock is not None and os.access(self._real, os.W_OK)
        if not self.writable and self.read_only is None:
            self.read_only = CannotWrite(READ_ONLY, name=self.path.name)
        with sentences(self._real):
            tx = connect(self._real, "rw" if self.writable else "ro")
        driver = tx.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self._identity = self._real.stat()
        return tx, driver

    def _prepare(self, version: int) -> None:
        with sentences(self._real):
            # The first read puts back what a killed program left half written.
            fault = self._fault()
            if fault:
                raise damaged(self._real, fault)
            if self.writable:
                self._driver.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
        if version < preflight.FORMAT:
            self._migrate()
        if schema_digest(self._driver) != preflight.SCHEMA:
            raise damaged(self._real, QT_TRANSLATE_NOOP("Damage", "its tables are not a diary's"))

    def _fault(self) -> str:
        """Return what quick_check finds wrong with the file, "" where it is sound."""
        try:
            ((verdict,),) = self._driver.execute("PRAGMA quick_check(1)").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            verdict = str(error)  # a flipped bit in the text of a table: it cannot be understood
        return "" if verdict == "ok" else str(verdict)

    def _migrate(self) -> None:
        """Bring an older file to today's layout, after a copy of it was put aside.

        Raises:
            CannotWrite: no copy could be made, or the file cannot be written.
        """
        if not self.writable:
            raise CannotWrite(_OLDER, name=self.path.name)
        backup.keep(self._driver, self._real, self._now)
        self._driver.execute("PRAGMA foreign_keys = OFF")  # a rebuilt table would empty others
        with self.write():
            migrations.upgrade(self._core)
            if self.rows("PRAGMA foreign_key_check"):
                raise damaged(self._real, QT_TRANSLATE_NOOP("Damage", "entries lost their owner"))
        self._driver.execute("PRAGMA foreign_keys = ON")

    def _refuse_replaced(self) -> None:
        """Refuse to write into a file that a synchronising program has put aside meanwhile."""
        try:
            same = os.path.samestat(self._identity, self._real.stat())
        except OSError:
            same = False
        if not same:
            raise CannotWrite(_REPLACED, name=self.path.name)


def schema_digest(driver: sqlite3.Connection) -> str:
    """Return what tells the description of the tables from any other; compare preflight.SCHEMA."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    return digest_of(tuple(driver.execute(query).fetchall())).hex()


def connect(path: Path, mode: str) -> sqlalchemy.Connection:
    """Open the one connection to an existing file; `mode` is SQLite's, "rw" or "ro"."""

    def opened() -> sqlite3.Connection:
        driver = sqlite3.connect(
            f"{path.as_uri()}?mode={mode}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
        )
        # One bad byte in a note must not make every day unreadable.
        driver.text_factory = lambda data: data.decode("utf-8", "replace")
        for setting in _SETTINGS:
            driver.execute(f"PRAGMA {setting}")
        return driver

    engine = sqlalchemy.create_engine("sqlite://", creator=opened, poolclass=StaticPool)
    sqlalchemy.event.listen(engine, "begin", _begin)
    return engine.connect()


def _begin(tx: sqlalchemy.Connection) -> None:
    # sqlite3 begins too late and too weakly by itself; with isolation_level None it leaves that to
    # this event (SQLAlchemy's documented recipe for SQLite). IMMEDIATE: a plain BEGIN failed 19 of
    # 120 saves with two writers.
    tx.exec_driver_sql("BEGIN IMMEDIATE")


def _make(path: Path) -> None:
    """Build the empty diary under another name, so that no kill leaves half of one behind."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)  # of a killed program; the lock is ours
    make_private_file(part)
    try:
        with sentences(path):
            tx = connect(part, "rw")
            try:
                with tx.begin():
                    migrations.create(tx)
            finally:
                tx.close()
                tx.engine.dispose()
        make_durable(part)
        take_name(part, path)
    finally:
        part.unlink(missing_ok=True)


def _exists(path: Path) -> DiaryError:
    return DiaryError(
        QT_TRANSLATE_NOOP(
            "DiaryError", "There is a file at '{path}' already. Open it, or choose another name."
        ),
        path=path,
    )
