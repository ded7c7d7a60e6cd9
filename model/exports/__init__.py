"""The formats in which a diary leaves and enters: one file a format, one line in the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.exports import csv_folder, json_file
from model.files import put_whole
from model.records.errors import DiaryError
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.records.snapshot import Contents, Snapshot


@dataclass(frozen=True)
class Format:
    """A format: its ending ("" = a folder), and how to write a new file and read one."""

    name: str
    ending: str
    write: Callable[[Snapshot, Path], None]
    read: Callable[[Path, datetime | None], Contents]


FORMATS: tuple[Format, ...] = (
    Format(
        QT_TRANSLATE_NOOP("Format", "Complete diary (JSON)"),
        ".json",
        json_file.write,
        json_file.read,
    ),
    Format(
        QT_TRANSLATE_NOOP("Format", "Tables (CSV) in one archive"),
        ".zip",
        csv_folder.write_zip,
        csv_folder.read,
    ),
    Format(
        QT_TRANSLATE_NOOP("Format", "Tables (CSV) in a folder"),
        "",
        csv_folder.write,
        csv_folder.read,
    ),
)


def write(snapshot: Snapshot, path: Path, replace: bool = False) -> None:
    """Write the diary to a file or folder in the format of its ending, whole or not at all.

    Args:
        snapshot: the diary.
        path: where to; `.json`, `.zip`, or a folder.
        replace: whether an earlier export may be replaced there.

    Raises:
        DiaryError: the ending is not known, or something is there already.
        CannotWrite: the place is read-only, full or missing.
    """
    chosen = format_of(path)
    with put_whole(path, replace) as part:
        chosen.write(snapshot, part)


def read(path: Path, now: datetime | None = None) -> Contents:
    """Read and check a file or folder in the format of its ending, all or nothing.

    Args:
        path: the file or folder.
        now: the patient's time; where it is given, entries of days to come are refused with their
            place. (The diary refuses them in any case, but no longer knows the place.)

    Raises:
        DiaryError: it is missing, not of a known format, or holds what a diary may not hold.
        FutureDay: it tells of a day after `now`.
    """
    return format_of(path).read(path, now)


def format_of(path: Path) -> Format:
    """Return the format of a path by its ending; an existing folder is one whatever its name."""
    ending = "" if path.is_dir() else path.suffix.lower()
    for known in FORMATS:
        if known.ending == ending:
            return known
    raise DiaryError(
        QT_TRANSLATE_NOOP(
            "DiaryError",
            "{name}: Drymap knows .json, .zip and folders of CSV files. Choose one of them"
            " (a single CSV file goes into a folder).",
        ),
        name=path.name,
    )
