"""Look at a file's first bytes before SQLite does: what must be refused is never opened."""

from __future__ import annotations

import struct
from pathlib import Path

from model.records.errors import DiaryError, NewerDiary, NotADiary
from model.storage.failures import damaged
from model.storage.places import journal_of
from model.text import QT_TRANSLATE_NOOP

APPLICATION_ID = 0x4472796D  # "Drym", at byte 68 of the header of every diary
FORMAT = 3
"""Version of the file's layout, at byte 60 of its header; equals the newest migration's number."""

SCHEMA = "0c81a0ed8827b793"
"""Digest of the tables of that layout; a flipped bit in their description, or a trigger that
someone else planted, makes another. See `store.schema_digest`."""

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100  # https://www.sqlite.org/fileformat2.html, section 1.3


def format_of(path: Path) -> int:
    """Return the layout version of the diary at `path` without changing a byte.

    Raises:
        DiaryError: there is no file, or it may not be read.
        NotADiary, DamagedDiary, NewerDiary: the file must not be opened.
    """
    header = _header(path)
    if not header:
        raise damaged(path, QT_TRANSLATE_NOOP("Damage", "it is empty"))
    if not header.startswith(_MAGIC[: len(header)]):
        raise _not_a_diary(path)
    if len(header) < _HEADER_BYTES:
        raise damaged(path, QT_TRANSLATE_NOOP("Damage", "its end is missing"))
    version, application = struct.unpack_from(">i", header, 60)[0], header[68:72]
    if application != APPLICATION_ID.to_bytes(4, "big") or version < 1:
        raise _not_a_diary(path)
    if version > FORMAT:
        raise NewerDiary(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "'{name}' was written by a newer Drymap. Update this program to open it;"
                " the file was left as it is.",
            ),
            name=path.name,
        )
    _refuse_wrong_size(path, header)
    return int(version)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "There is no diary at '{path}'. Check the name, or make a new one."
            ),
            path=path,
        ) from None
    except OSError as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "'{path}' cannot be read ({reason})."),
            path=path,
            reason=error.strerror,
        ) from error


def _refuse_wrong_size(path: Path, header: bytes) -> None:
    """Refuse a file that is shorter than its header says, unless a write was cut off in it."""
    page = struct.unpack_from(">H", header, 16)[0]
    pages = struct.unpack_from(">I", header, 28)[0]
    size = path.stat().st_size
    unfinished = journal_of(path)
    if unfinished.exists() and unfinished.stat().st_size > 0:
        return  # SQLite puts the old pages back when it opens the file
    if header[24:28] == header[92:96] and size < pages * (65536 if page == 1 else page):
        raise damaged(path, QT_TRANSLATE_NOOP("Damage", "its end is missing"))


def _not_a_diary(path: Path) -> NotADiary:
    return NotADiary(
        QT_TRANSLATE_NOOP(
            "DiaryError", "'{name}' is not a diary of Drymap. It was left as it is; choose another."
        ),
        name=path.name,
    )
