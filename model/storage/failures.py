"""Turn what SQLite and the disk complain of into one sentence for the user."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from model.records.errors import CannotWrite, DamagedDiary, DiaryError, DiaryInUse
from model.storage.places import backups_of
from model.text import QT_TRANSLATE_NOOP

READ_ONLY = QT_TRANSLATE_NOOP(
    "DiaryError",
    "'{name}' lies where nothing can be written: the file, its folder or the disk is read-only."
    " It can be read; to write, copy it to a place of your own.",
)
DISK_FULL = QT_TRANSLATE_NOOP(
    "DiaryError",
    "The disk that holds '{name}' is full or cannot be written. Nothing was saved and nothing was"
    " lost; make room and try again.",
)
_NOT_CLOSED = QT_TRANSLATE_NOOP(
    "DiaryError",
    "'{name}' was not closed properly and lies where nothing can be written. Copy it, together with"
    " '{name}-journal', to a place of your own and open it there.",
)
IN_USE = QT_TRANSLATE_NOOP(
    "DiaryError",
    "'{name}' is open already, perhaps in another Drymap window ({holder}). Close it there first.",
)

_FULL_ERRORS = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_READ_ONLY_ERRORS = {errno.EACCES, errno.EPERM, errno.EROFS}
_PRIMARY = 0xFF  # SQLite keeps the kind of error in the low byte of its extended codes
_FULL = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
}


def unwritable(path: Path, error: OSError) -> CannotWrite:
    """Return the refusal for a file or folder that the system would not let us write."""
    if error.errno in _READ_ONLY_ERRORS:
        return CannotWrite(READ_ONLY, name=path.name)
    if error.errno in _FULL_ERRORS:
        return CannotWrite(DISK_FULL, name=path.name)
    return CannotWrite(
        QT_TRANSLATE_NOOP(
            "DiaryError", "'{path}' cannot be written ({reason}). Choose another place."
        ),
        path=path,
        reason=error.strerror,
    )


@contextlib.contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Raise DiaryError for what the user can mend; what is our own fault rises unchanged."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        sentence = _sentence(path, error.orig)
        if sentence is None:
            raise
        raise sentence from error
    except sqlite3.Error as error:
        sentence = _sentence(path, error)
        if sentence is None:
            raise
        raise sentence from error
    except UnicodeDecodeError as error:
        # SQLite names what it does not understand, and Python cannot decode its spoilt name.
        raise damaged(path, QT_TRANSLATE_NOOP("Damage", "it holds unreadable text")) from error


def damaged(path: Path, reason: str) -> DamagedDiary:
    """Return the refusal of a damaged diary; it names the newest backup where there is one."""
    backups = backups_of(path)
    if not backups:
        text = QT_TRANSLATE_NOOP(
            "DiaryError",
            "'{name}' is damaged ({reason}). It was left as it is; open a backup if you have one.",
        )
        return DamagedDiary(text, name=path.name, reason=reason)
    text = QT_TRANSLATE_NOOP(
        "DiaryError",
        "'{name}' is damaged ({reason}). It was left as it is; the newest backup is '{backup}'.",
    )
    return DamagedDiary(text, name=path.name, reason=reason, backup=backups[-1])


def _sentence(path: Path, error: sqlite3.Error) -> DiaryError | None:
    """Return the sentence for an error of the file or the disk, None for an error of ours."""
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & _PRIMARY
    if extended == sqlite3.SQLITE_READONLY_ROLLBACK:
        return CannotWrite(_NOT_CLOSED, name=path.name)
    if code == sqlite3.SQLITE_READONLY:
        return CannotWrite(READ_ONLY, name=path.name)
    if code in _FULL:
        return CannotWrite(DISK_FULL, name=path.name)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return DiaryInUse(IN_USE, name=path.name, holder="SQLite")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return damaged(path, str(error))
    return None
