"""The diary as one Excel workbook, a sheet a kind, to look at and to count; docs/files.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from model.exports import xlsx_days
from model.exports.entries import PLURALS, in_order
from model.exports.watched import parts_of
from model.exports.xlsx_cells import Cell, Layout, day_cell, time_cells
from model.files import Step, no_step, private_file
from model.records.day import Rating
from model.records.kinds import KINDS
from model.records.rules import Record
from model.records.snapshot import ENTERED_CODES, MISSING, Snapshot, day_of, instant

if TYPE_CHECKING:
    from model.exports.xlsx_book import Book


def write(snapshot: Snapshot, path: Path, step: Step = no_step) -> None:
    """Write the diary as a new workbook; the same diary gives the same bytes.

    Args:
        snapshot: the diary.
        path: the new file; a folder of scratch files lies beside it until it is whole.
        step: called with (rows done, rows in all) as work goes on; what it raises ends the work.
    """
    from model.exports.xlsx_book import Book

    drawing = xlsx_days.drawing_of(snapshot)
    # Not in the folder of the system: what the diary says goes nowhere else but where it is sent.
    with (
        TemporaryDirectory(prefix=f"{path.name}.", dir=path.parent) as scratch,
        private_file(path) as file,
        Book(file, scratch, _rows(snapshot) + len(drawing.rows), step) as book,
    ):
        xlsx_days.add_days(book, snapshot)
        xlsx_days.add_chart(book, drawing)
        for kind in KINDS.values():
            _add_kind(book, snapshot, kind)


def _rows(snapshot: Snapshot) -> int:
    """Count the rows of all sheets but those of the chart, whose drawing tells."""
    ratings = int((snapshot.severity != MISSING).sum())
    others = sum(len(snapshot.of(kind)) for kind in KINDS.values())
    return len(snapshot.severity) + ratings + others


def _add_kind(book: Book, snapshot: Snapshot, kind: type[Record]) -> None:
    records = in_order(snapshot.of(kind))  # none of ratings, which travel as columns
    layout = Layout(kind, records)
    rows = _ratings(snapshot) if kind is Rating else map(layout.row, records)
    book.add_sheet(PLURALS[kind.KIND], layout.columns(), rows)


def _ratings(snapshot: Snapshot) -> Iterator[list[Cell]]:
    """Yield the cells of every rating, by day and then by region, without making records."""
    for columns in parts_of(snapshot):
        for row in range(len(columns)):
            at, offset = columns.recorded_at[row], columns.offset_minutes[row]
            yield [
                day_cell(day_of(columns.day[row])),
                columns.region[row],
                columns.severity[row],
                ENTERED_CODES[columns.entered[row]],
                *(time_cells(instant(at, offset or 0)) if at is not None else ()),
            ]
