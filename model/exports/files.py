"""What files are read from: regular ones, no further than a limit."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import IO, BinaryIO

from model.records.errors import DiaryError
from model.text import QT_TRANSLATE_NOOP

FILE_LIMIT = 200_000_000
"""Bytes of one source, unpacked: 20 years of 30 regions are 8 MB as CSV and 35 MB as JSON."""


def opened(path: Path) -> BinaryIO:
    """Open a file to read it; raise OSError where it cannot be, for `files.readable`.

    Raises:
        DiaryError: it is a device or a pipe, which may never end.
    """
    kind = path.stat().st_mode
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):  # a folder has its own sentence
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "{path} is a device or a pipe, not a file. Choose a file."
            ),
            path=path,
        )
    return path.open("rb")


def bounded(stream: IO[bytes], name: str) -> bytes:
    """Read a stream to its end; raise DiaryError beyond FILE_LIMIT, whatever size it claims."""
    data = stream.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise too_large(name)
    return data


def too_large(name: str) -> DiaryError:
    """Return the error of a source beyond FILE_LIMIT."""
    return DiaryError(
        QT_TRANSLATE_NOOP(
            "DiaryError",
            "{name} is too large to be a diary: more than {limit} million bytes. Choose another.",
        ),
        name=name,
        limit=FILE_LIMIT // 1_000_000,
    )
