"""The diary as CSV files, one a kind of record, in a folder or a zip; columns: docs/files.md."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from model.exports.csv_names import columns_of, file_of
from model.exports.csv_reading import contents
from model.exports.csv_source import source_of
from model.exports.entries import fields_of
from model.exports.values import text_of
from model.exports.watched import Watched
from model.files import Step, no_step, private_file, private_folder
from model.records.day import Rating
from model.records.kinds import KINDS
from model.records.rules import Record
from model.records.snapshot import Contents, Snapshot

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell: the same diary, the same bytes


def write(snapshot: Snapshot, path: Path, step: Step = no_step) -> None:
    """Write the diary as a new folder of CSV files.

    Args:
        snapshot: the diary.
        path: the new folder.
        step: called with (entries done, entries in all) as work goes on; what it raises ends it.
    """
    entries = Watched(snapshot, step)
    private_folder(path)
    for kind in KINDS.values():
        with private_file(path / file_of(kind)) as file:
            _write_kind(entries, kind, file)


def write_zip(snapshot: Snapshot, path: Path, step: Step = no_step) -> None:
    """Write the diary as a new zip archive of CSV files; `step` as in `write`."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    entries = Watched(snapshot, step)
    with private_file(path) as file, ZipFile(file, "w") as archive:
        for kind in KINDS.values():
            info = ZipInfo(file_of(kind), _ZIP_TIME)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            with archive.open(info, "w") as member:
                _write_kind(entries, kind, member)


def read(path: Path, now: datetime | None = None, step: Step = no_step) -> Contents:
    """Read a folder or zip archive of CSV files, all or nothing; arguments as in `exports.read`.

    Raises:
        DiaryError: with the file and line of the first row that cannot be understood.
    """
    with source_of(path) as source:
        return contents(source, now, step)


def _write_kind(entries: Watched, kind: type[Record], file: IO[bytes]) -> None:
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    try:
        writer = csv.writer(text, quoting=csv.QUOTE_ALL)
        writer.writerow(columns_of(kind))
        if kind is Rating:
            writer.writerows(entries.ratings())  # None becomes an empty cell
        else:
            writer.writerows(_rows(kind, entries.records(kind)))
    finally:
        text.detach()  # flushes; the file itself stays open for its owner


def _rows(kind: type[Record], records: Iterable[Record]) -> Iterator[list[str]]:
    fields = fields_of(kind).values()
    for record in records:
        yield [text_of(getattr(record, field.name), field.rule) for field in fields]
