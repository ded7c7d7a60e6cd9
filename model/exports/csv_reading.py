"""From the rows of CSV files to checked records; the first bad row stops all with its line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, TextIOWrapper
from typing import Any, TextIO, TypeVar, cast

from model.exports.bulk import quick_ratings
from model.exports.csv_names import KIND_OF_FILE, columns_of
from model.exports.csv_source import Source, sentences
from model.exports.entries import (
    FieldOf,
    OnePerKey,
    described,
    fields_of,
    is_ahead,
    record_of,
)
from model.exports.values import missing, value_of
from model.files import Step, no_step
from model.records.day import Rating
from model.records.errors import DiaryError
from model.records.rules import Record, Several, Text
from model.records.snapshot import Contents, RatingColumns
from model.text import QT_TRANSLATE_NOOP

_STEP = 500  # rows between two words about progress
T = TypeVar("T")
HEADER_LIMIT = 100_000  # characters; a session's 29 columns need 400


@dataclass(frozen=True)
class _Sheet:
    """A CSV file: what parts its cells, and the field that each column holds."""

    file: str
    kind: type[Record]
    delimiter: str
    fields: tuple[str, ...]  # of each column; "" for a column that is not known
    unknown: tuple[str, ...]


class _Passed:
    """Tells how far reading is, by the bytes that went by."""

    def __init__(self, source: Source, step: Step) -> None:
        sizes = [source.size(name) for name in KIND_OF_FILE if name in source.files]
        self._before, self._done, self._of, self._step = 0, 0, max(1, sum(sizes)), step

    def file(self, size: int) -> None:
        """Say that a file of so many bytes was read whole."""
        self._before += size

    def rows(self, stream: TextIOWrapper, rows: Iterable[T]) -> Iterator[T]:
        """Yield rows that are read from a stream; what the step raises ends the work."""
        for number, row in enumerate(rows):
            if not number % _STEP:
                # Never back, where a file is read once more.
                self._done = max(self._done, self._before + cast("BytesIO", stream.buffer).tell())
                self._step(min(self._done, self._of), self._of)
            yield row


def contents(source: Source, now: datetime | None, step: Step = no_step) -> Contents:
    """Read and check every known file of a folder or archive; `step` as in `exports.read`."""
    if not KIND_OF_FILE.keys() & source.files.keys():
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{path} holds none of the files of a diary (ratings.csv, sessions.csv, ...)."
                " Choose the folder or archive that does.",
            ),
            path=source.path,
        )
    ratings = RatingColumns.empty()
    records: list[Record] = []
    unknown = [name for name in source.files if name not in KIND_OF_FILE]
    passed = _Passed(source, step)
    for name, kind in KIND_OF_FILE.items():
        if name not in source.files:
            continue
        if kind is Rating:
            ratings, strange = _ratings(source, name, now, passed)
        else:
            found, strange = _records(source, name, kind, now, passed)
            records.extend(found)
        passed.file(source.size(name))
        unknown.extend(f"{name}: {column}" for column in strange)
    return Contents(ratings, tuple(records), tuple(unknown))


def _ratings(
    source: Source, name: str, now: datetime | None, passed: _Passed
) -> tuple[RatingColumns, tuple[str, ...]]:
    with sentences(name), source.open(name) as stream:
        sheet = _sheet(stream, name, Rating)
        try:
            rows = passed.rows(stream, _reader(stream, sheet))
            quick = quick_ratings(rows, sheet.fields, value_of)
        except (DiaryError, csv.Error):
            quick = None
    if quick is not None and not is_ahead(quick, now):
        return quick, sheet.unknown
    # Something is unusual: row by row it is either understood or found, with its line.
    found, unknown = _records(source, name, Rating, now, passed)
    columns = RatingColumns.empty()
    for rating in found:
        assert isinstance(rating, Rating)
        columns.append(rating)
    return columns, unknown


def _records(
    source: Source, name: str, kind: type[Record], now: datetime | None, passed: _Passed
) -> tuple[Iterable[Record], tuple[str, ...]]:
    kept = OnePerKey()
    with sentences(name), source.open(name) as stream:
        sheet = _sheet(stream, name, kind)
        for line, row in _numbered(stream, sheet, passed):
            try:
                record = _record(sheet, row)
                if now is not None:
                    record.check_past(now)
            except DiaryError as problem:
                raise _bad_row(name, line, problem) from problem
            first = kept.add(record, line)
            if first is not None:
                raise DiaryError(
                    QT_TRANSLATE_NOOP(
                        "DiaryError",
                        "{file}, lines {first} and {line} contradict each other about {what}."
                        " Remove one of them.",
                    ),
                    file=name,
                    first=first,
                    line=line,
                    what=described(record),
                )
    return kept, sheet.unknown


def _sheet(stream: TextIO, name: str, kind: type[Record]) -> _Sheet:
    """Read the first line, which names the columns."""
    line = stream.readline(HEADER_LIMIT)
    delimiter = max(",;\t", key=line.count)  # a comma where none of them stands there
    try:
        header = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise _unsound(name, 1, error) from error
    known = columns_of(kind) | {field: field for field in fields_of(kind)}
    fields = tuple(known.get(column.strip().lower(), "") for column in header)
    sheet = _Sheet(name, kind, delimiter, fields, _unknown(header, fields))
    _check_columns(sheet)
    return sheet


def _unknown(header: list[str], fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        column.strip() or f"({number})"
        for number, (column, field) in enumerate(zip(header, fields, strict=True), 1)
        if not field
    )


def _check_columns(sheet: _Sheet) -> None:
    lacking = [
        column
        for column, field in columns_of(sheet.kind).items()
        if fields_of(sheet.kind)[field].required and field not in sheet.fields
    ]
    if lacking:
        text = QT_TRANSLATE_NOOP(
            "DiaryError",
            "{file} lacks columns that it must have: {columns}. Its first line names the columns.",
        )
        raise DiaryError(text, file=sheet.file, columns=", ".join(lacking))
    twice = sorted({field for field in sheet.fields if field and sheet.fields.count(field) > 1})
    if twice:
        text = QT_TRANSLATE_NOOP("DiaryError", "{file} has two columns for {columns}. Remove one.")
        raise DiaryError(text, file=sheet.file, columns=", ".join(twice))


def _reader(stream: TextIO, sheet: _Sheet) -> Any:
    # Strict, because otherwise an open quote swallows the rest of the file in silence.
    return csv.reader(stream, delimiter=sheet.delimiter, strict=True)


def _numbered(
    stream: TextIOWrapper, sheet: _Sheet, passed: _Passed
) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each row begins, and the row; blank rows are left out."""
    reader = _reader(stream, sheet)
    line = 2
    try:
        for row in passed.rows(stream, reader):
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 2
    except csv.Error as error:
        raise _unsound(sheet.file, line, error) from error


def _record(sheet: _Sheet, row: list[str]) -> Record:
    width = len(sheet.fields)
    if len(row) < width or any(cell.strip() for cell in row[width:]):
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "it has {count} cells, but the first line names {width} columns. Put cells that"
                " hold a '{delimiter}' in double quotes.",
            ),
            count=len(row),
            width=width,
            delimiter=sheet.delimiter,
        )
    fields = fields_of(sheet.kind)
    values: dict[str, Any] = {}
    for name, cell in zip(sheet.fields, row, strict=False):
        if name and not _left_out(fields[name], cell):
            values[name] = value_of(cell, fields[name].rule, sheet.delimiter != ",")
    return record_of(sheet.kind, values)


def _left_out(field: FieldOf, cell: str) -> bool:
    """Tell whether an empty cell stands for the field's default; refuse one that has none."""
    if cell.strip() or field.rule.optional or isinstance(field.rule, (Text, Several)):
        return False
    if field.required:
        raise missing(field.rule)
    return True


def _bad_row(file: str, line: int, problem: DiaryError) -> DiaryError:
    return type(problem)(
        QT_TRANSLATE_NOOP("DiaryError", "{file}, line {line}: {problem}"),
        file=file,
        line=line,
        problem=problem,
    )


def _unsound(file: str, line: int, error: csv.Error) -> DiaryError:
    return DiaryError(
        QT_TRANSLATE_NOOP(
            "DiaryError",
            "{file}, line {line}: this is not sound CSV ({reason}). Look at its quotes.",
        ),
        file=file,
        line=line,
        reason=error,
    )
