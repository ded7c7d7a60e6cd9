"""A workbook that is written row by row; the only module that knows XlsxWriter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from types import TracebackType
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from model.exports.values import text_of
from model.exports.xlsx_cells import Cell, Column
from model.files import Step
from model.records.rules import Text
from model.version import VERSION

LAST_ROW = 1_048_575
"""The last row of a sheet, counted from 0 ("Excel specifications and limits", Microsoft)."""

STEP_CELLS, STEP_BYTES = 5000, 1 << 16
"""How much is written between two words about progress."""

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # a fixed one: the same diary, the same bytes
_ANY_TEXT = Text("")

# ECMA-376, part 1, 22.9.2.19: a character that XML cannot hold is written _xHHHH_, and so is a `_`
# that would otherwise be read as the beginning of one.
_UNFIT = "\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff"
_ESCAPED = re.compile(f"[{_UNFIT}]|_(?=x[0-9a-fA-F]{{4}}[_{_UNFIT}])")


class Book:
    """A workbook under way; it is whole when the `with` block ends without an error."""

    def __init__(self, file: IO[bytes], scratch: str, rows: int, step: Step) -> None:
        """Begin a workbook.

        Args:
            file: where to write it.
            scratch: a folder for scratch files.
            rows: how many rows it will have.
            step: called with (rows done, rows in all).
        """
        self._done, self._rows, self._step = 0, rows, step
        self._untold = 0  # cells
        self._target = _Target(file, self._tell)
        self._book = Workbook(
            self._target,
            {
                "constant_memory": True,
                "tmpdir": scratch,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._book.set_properties({"created": _CREATED, "comments": f"Drymap {VERSION}"})
        self._header = self._book.add_format({"bold": True})
        self._quoted_header = self._book.add_format({"bold": True, "quote_prefix": True})
        self._quoted = self._book.add_format({"quote_prefix": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._time = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def __enter__(self) -> Book:
        self._tell()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._tell()
                self._book.close()
        except FileCreateError as problem:
            raise problem.args[0] from problem  # the OSError: the disk is full
        finally:
            self._target.let_go()
            for sheet in self._book.worksheets():
                sheet.row_data_fh.close()

    def add_sheet(
        self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], frozen: int = 0
    ) -> Any:
        """Write a sheet with a frozen bold header and a filter; return its first worksheet.

        Rows that Excel has no room for go on in further sheets, `name (2)` and so on.

        Args:
            name: its name, at most 26 characters.
            columns: its columns.
            rows: their cells.
            frozen: how many columns stay in sight.
        """
        first = sheet = self._new(name, columns, frozen)
        row, sheets = 0, 1
        for cells in rows:
            if row == LAST_ROW:
                self._finish(sheet, row, columns)
                row, sheets = 0, sheets + 1
                sheet = self._new(f"{name} ({sheets})", columns, frozen)
            row += 1
            for column, cell in enumerate(cells):
                if cell is not None and cell != "":
                    self._put(sheet, row, column, cell)
            self._done += 1
            self._untold += len(cells)
            if self._untold >= STEP_CELLS:
                self._untold = 0
                self._tell()
        self._finish(sheet, row, columns)
        return first

    def add_line_chart(self) -> Any:
        """Return a new line chart, to be put into a sheet."""
        return self._book.add_chart({"type": "line"})

    def _tell(self) -> None:
        self._step(self._done, self._rows)

    def _new(self, name: str, columns: Sequence[Column], frozen: int) -> Any:
        sheet = self._book.add_worksheet(name, _Sheet)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
            quoted = _is_risky(column.title)
            style = self._quoted_header if quoted else self._header
            sheet.write_string(0, number, column.title, style)
        sheet.freeze_panes(1, frozen)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        return sheet

    def _finish(self, sheet: Any, last_row: int, columns: Sequence[Column]) -> None:
        sheet.autofilter(0, 0, last_row, len(columns) - 1)

    def _put(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            sheet.write_string(row, column, cell, self._quoted if _is_risky(cell) else None)
        elif isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, datetime):
            sheet.write_datetime(row, column, cell, self._time)
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, cell, self._day)
        else:
            sheet.write_number(row, column, cell)


class _Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet whose texts come back as they were.

    WORKAROUND (XlsxWriter 3.3): a text `<r>...</r>` is taken for markup of its own, and of two
    `_xHHHH_` that share a `_` only the first is escaped.
    """

    @staticmethod
    def _escape_control_characters(data: Any) -> Any:
        if not isinstance(data, str):  # the 1 or 0 of a yes or no
            return data
        return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", data)

    def _xml_rich_inline_string(self, string: str, attributes: Sequence[tuple[str, Any]]) -> None:
        self._xml_inline_string(string, True, attributes)


class _Target:
    """The file of a workbook, which lets work be broken off between two writes.

    A zip archive that was broken off still writes its end when it is forgotten; that goes nowhere.
    """

    def __init__(self, file: IO[bytes], tell_progress: Callable[[], None]) -> None:
        self._file: IO[bytes] | None = file
        self._place = 0
        self._tell_progress = tell_progress
        self._untold = 0

    def let_go(self) -> None:
        """Write nothing any more."""
        self._file = None

    def write(self, data: bytes) -> int:
        """Write to the file as long as it is there."""
        if self._file:
            self._untold += len(data)
            if self._untold >= STEP_BYTES:
                self._untold = 0
                self._tell_progress()
            self._file.write(data)
        self._place += len(data)
        return len(data)

    def seek(self, place: int) -> int:
        """Go to a place, counted from the beginning."""
        if self._file:
            self._file.seek(place)
        self._place = place
        return place

    def tell(self) -> int:
        """Return the place in the file."""
        return self._place

    def flush(self) -> None:
        """Hand on what waits to be written."""
        if self._file:
            self._file.flush()


def _is_risky(text: str) -> bool:
    """Tell whether a text would become a formula once somebody edits its cell."""
    return text_of(text, _ANY_TEXT) != text
