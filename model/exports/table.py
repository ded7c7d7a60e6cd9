"""A table of another program as it stands in its file: rows of text, nothing understood yet."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from model.exports.dates import is_day
from model.exports.files import bounded, opened
from model.exports.steps import part, passing
from model.files import Step, no_step, readable
from model.records.errors import DiaryError
from model.text import QT_TRANSLATE_NOOP

CELL_LIMIT = 200_000  # characters; a note of Drymap has 20,000
MOST_COLUMNS = 300  # a few for each region; a spreadsheet may have 16,384
_DELIMITERS = ",;\t|"
_LOOKED_AT = 100  # rows from which the delimiter is found
_STEP = 500  # rows between two words about progress
_MARKS = (  # UTF-32 is not written by any spreadsheet
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Table:
    """The cells of a file: `header` names the columns, `lines` are those on which rows begin.

    Every row has as many cells as the header; blank rows are left out.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    delimiter: str

    @property
    def signature(self) -> str:
        """The same for every file whose columns are called the same, in the same order."""
        names = "\x1f".join(name.strip().lower() for name in self.header)
        return blake2b(names.encode("utf-8", "replace"), digest_size=12).hexdigest()

    def cells(self, column: int) -> Iterator[tuple[int, str]]:
        """Yield the line and the text, without outer blanks, of each cell of a column."""
        return (
            (line, row[column].strip()) for line, row in zip(self.lines, self.rows, strict=True)
        )


def read_table(path: Path, step: Step = no_step) -> Table:
    """Read a CSV file of whatever program: its encoding and delimiter are found, not asked for.

    Args:
        path: the file.
        step: called with (done, of) as work goes on; what it raises ends the work.

    Raises:
        DiaryError: it cannot be read, holds no table, or a row has more cells than there are
            columns.
    """
    with readable(path), opened(path) as stream:
        text = _text(bounded(stream, path.name))
    first, _, rest = text.partition("\n")
    if first.strip().lower() in {f"sep={mark}" for mark in _DELIMITERS}:  # Excel's own hint
        return _table(path.name, rest, first.strip()[-1], 2, step)
    return _table(path.name, text, _delimiter(text), 1, step)


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    zeros = data[:2000].count(0), data[1:2000:2].count(0)
    if zeros[0] * 4 > len(data[:2000]):  # Latin letters in UTF-16 without its mark
        return data.decode("utf-16-le" if zeros[1] * 2 > zeros[0] else "utf-16-be", "replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")  # knows every byte


def _delimiter(text: str) -> str:
    """Return what parts most rows into the same number of cells, the more cells the better."""

    def fit(delimiter: str) -> tuple[int, int]:
        lines = io.StringIO(text[:CELL_LIMIT], newline="")
        counts: Counter[int] = Counter()
        try:
            for row in csv.reader(lines, delimiter=delimiter):
                if sum(counts.values()) == _LOOKED_AT:
                    break
                counts[len(row)] += len(row) > 1
        except csv.Error:
            return 0, 0
        width, rows = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return rows, width

    return max(_DELIMITERS, key=fit)


def _table(name: str, text: str, delimiter: str, first_line: int, step: Step) -> Table:
    rows = list(_numbered(name, text, delimiter, first_line, part(step, 0, 0.8)))
    widths = Counter(_filled_to(row) for _, row in rows[:_LOOKED_AT])
    width = max(widths, key=lambda count: (widths[count], count), default=0)
    while rows and _is_title(rows, width):
        rows.pop(0)
    if len(rows) < 2 and not any(map(is_day, rows[0][1] if rows else ())):
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "{file} holds no table with a row of names and rows below it."
            ),
            file=name,
        )
    header: Iterable[str] = rows[0][1]
    if any(map(is_day, rows[0][1])):  # its first row is a day already: nothing names the columns
        header = [f"({number})" for number in range(1, max(width, len(rows[0][1])) + 1)]
    else:
        rows.pop(0)
    names = tuple(header)
    if len(names) > MOST_COLUMNS:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{file} has {count} columns, and each has to be asked about: {most} at most can be."
                " Remove those that tell nothing of sweating.",
            ),
            file=name,
            count=len(names),
            most=MOST_COLUMNS,
        )
    numbered = passing(rows, part(step, 0.8, 1), len(rows))
    return Table(
        name,
        names,
        tuple(_of_width(name, line, row, len(names)) for line, row in numbered),
        tuple(line for line, _ in rows),
        delimiter,
    )


def _is_title(rows: list[tuple[int, list[str]]], width: int) -> bool:
    """Tell whether the first row stands above the table: it is narrower and no day is lost by it.

    A row of names may be narrower than what it names, but it has more than one and days follow it.
    """
    row = rows[0][1]
    if any(map(is_day, row)) or _filled_to(row) >= width:
        return False
    days_follow = len(rows) > 1 and any(map(is_day, rows[1][1]))
    return not days_follow or sum(bool(cell.strip()) for cell in row) < 2


def _filled_to(row: list[str]) -> int:
    """Return how many cells a row has up to its last filled one; a comma may end each."""
    return max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)


def _numbered(
    name: str, text: str, delimiter: str, line: int, step: Step
) -> Iterator[tuple[int, list[str]]]:
    # Strict, because otherwise an open quote swallows the rest of the file in silence.
    stream = io.StringIO(text, newline="")
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    offset = line
    try:
        for number, row in enumerate(reader):
            if not number % _STEP:
                step(stream.tell(), len(text))
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + offset
    except csv.Error as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{file}, line {line}: this is not sound CSV ({reason}). Look at its quotes.",
            ),
            file=name,
            line=line,
            reason=error,
        ) from error


def _of_width(name: str, line: int, row: list[str], width: int) -> tuple[str, ...]:
    if any(cell.strip() for cell in row[width:]):
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{file}, line {line}: it has {count} cells, but there are {width} columns. Look at"
                " its quotes.",
            ),
            file=name,
            line=line,
            count=len(row),
            width=width,
        )
    return tuple([*row, *[""] * (width - len(row))][:width])
