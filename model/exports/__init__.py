"""The formats in which a diary leaves and enters: one file a format, one line in the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.exports import csv_folder, fhir, json_file, xlsx
from model.files import Step, no_step, put_whole
from model.records.errors import DiaryError
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.records.snapshot import Contents, Snapshot


@dataclass(frozen=True)
class Format:
    """A format: its ending ("" = a folder), how to write a new file, and to read one if it can."""

    name: str
    ending: str
    write: Callable[[Snapshot, Path, Step], None]
    read: Callable[[Path, datetime | None, Step], Contents] | None = None  # None: it only leads out


FORMATS: tuple[Format, ...] = (
    Format(
        QT_TRANSLATE_NOOP("Format", "Complete diary (.json)"),
        ".json",
        json_file.write,
        json_file.read,
    ),
    Format(QT_TRANSLATE_NOOP("Format", "Excel workbook (.xlsx)"), ".xlsx", xlsx.write),
    Format(
        QT_TRANSLATE_NOOP("Format", "CSV tables in one archive (.zip)"),
        ".zip",
        csv_folder.write_zip,
        csv_folder.read,
    ),
    Format(
        QT_TRANSLATE_NOOP("Format", "CSV tables in a folder"),
        "",
        csv_folder.write,
        csv_folder.read,
    ),
    Format(QT_TRANSLATE_NOOP("Format", "FHIR R4 bundle (.fhir.json)"), ".fhir.json", fhir.write),
)
"""In the order in which they are offered."""


def write(
    snapshot: Snapshot,
    path: Path,
    replace: bool = False,
    step: Step = no_step,
    chosen: Format | None = None,
) -> None:
    """Write the diary to a file or folder, whole or not at all.

    Args:
        snapshot: the diary.
        path: where to; a name with the ending of a format, or a folder.
        replace: whether an earlier export may be replaced there.
        step: called with (done, of) as work goes on; what it raises ends the work, and nothing of
            it is left.
        chosen: the format; None is that of the ending.

    Raises:
        DiaryError: the ending is not known, or something is there already.
        CannotWrite: the place is read-only, full or missing.
        Cancelled: `step` raised it.
    """
    chosen = chosen or format_of(path)
    with put_whole(path, replace) as part:
        chosen.write(snapshot, part, step)


def read(path: Path, now: datetime | None = None, step: Step = no_step) -> Contents:
    """Read and check a file or folder in the format of its ending, all or nothing.

    Args:
        path: the file or folder.
        now: the patient's time; where it is given, entries of days to come are refused with their
            place. (The diary refuses them in any case, but no longer knows the place.)
        step: called with (done, of) as work goes on; what it raises ends the work.

    Raises:
        DiaryError: it is missing, not of a format that can be read, or holds what a diary may not
            hold.
        FutureDay: it tells of a day after `now`.
    """
    reader = format_of(path).read
    if reader is None:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{name} is a file for other programs: Drymap writes such files and cannot read"
                " them. Choose the complete diary (.json) or its CSV files instead.",
            ),
            name=path.name,
        )
    return reader(path, now, step)


def format_of(path: Path) -> Format:
    """Return the format of a path by its ending; an existing folder is one whatever its name."""
    endings = [""] if path.is_dir() else ["".join(path.suffixes[-2:]), path.suffix]
    for ending in endings:  # .fhir.json before .json
        for known in FORMATS:
            if known.ending == ending.lower():
                return known
    raise DiaryError(
        QT_TRANSLATE_NOOP(
            "DiaryError",
            "{name}: Drymap knows {endings} and folders of CSV files. Choose one of them"
            " (a single CSV file goes into a folder).",
        ),
        name=path.name,
        endings=", ".join(known.ending for known in FORMATS if known.ending),
    )
