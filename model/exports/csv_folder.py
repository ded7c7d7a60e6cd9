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
from model.exports.entries import fields_of, in_order, rows_in_order
from model.exports.values import text_of
from model.files import private_file, private_folder
from model.records.day import Rating
from model.records.kinds import KINDS
from model.records.rules import Record
from model.records.snapshot import (
    ENTERED_CODES,
    Contents,
    RatingColumns,
    Snapshot,
    day_of,
    instant,
)

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell: the same diary, the same bytes


def write(snapshot: Snapshot, path: Path) -> None:
    """Write the diary as a new folder of CSV files."""
    private_folder(path)
    for kind in KINDS.values():
        with private_file(path / file_of(kind)) as file:
            _write_kind(snapshot, kind, file)


def write_zip(snapshot: Snapshot, path: Path) -> None:
    """Write the diary as a new zip archive of CSV files."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    with private_file(path) as file, ZipFile(file, "w") as archive:
        for kind in KINDS.values():
            info = ZipInfo(file_of(kind), _ZIP_TIME)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            with archive.open(info, "w") as member:
                _write_kind(snapshot, kind, member)


def read(path: Path, now: datetime | None = None) -> Contents:
    """Read a folder or zip archive of CSV files, all or nothing; `now` as in `exports.read`.

    Raises:
        DiaryError: with the file and line of the first row that cannot be understood.
    """
    with source_of(path) as source:
        return contents(source, now)


def _write_kind(snapshot: Snapshot, kind: type[Record], file: IO[bytes]) -> None:
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(columns_of(kind))
    if kind is Rating:
        writer.writerows(_rating_rows(snapshot.columns()))
    else:
        writer.writerows(_rows(kind, in_order(snapshot.of(kind))))
    text.detach()  # flushes; the file itself stays open for its owner


def _rows(kind: type[Record], records: Iterable[Record]) -> Iterator[list[str]]:
    fields = fields_of(kind).values()
    for record in records:
        yield [text_of(getattr(record, field.name), field.rule) for field in fields]


def _rating_rows(columns: RatingColumns) -> Iterator[tuple[str, ...]]:
    days = {number: day_of(number).isoformat() for number in set(columns.day)}
    for row in rows_in_order(columns):
        severity, at = columns.severity[row], columns.recorded_at[row]
        yield (
            days[columns.day[row]],
            columns.region[row],
            "" if severity is None else str(severity),
            ENTERED_CODES[columns.entered[row]],
            "" if at is None else instant(at, columns.offset_minutes[row] or 0).isoformat(),
        )
