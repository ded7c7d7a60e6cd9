"""The workbook, read back with openpyxl: every value in its sheet, with its type, intact."""

import math
import os
import tempfile
import time
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from model.exports import xlsx, xlsx_book
from model.exports.csv_names import columns_of
from model.exports.entries import PLURALS, fields_of, in_order
from model.exports.values import split
from model.files import Cancelled, put_whole
from model.records.day import DayContext, Rating
from model.records.errors import CannotWrite
from model.records.kinds import KINDS
from model.records.rules import Day, Instant, Number, Several
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Session
from tests.model.exports.workbooks import FIRST, days, rows_of, written

GOLDEN = Path(__file__).parents[2] / "golden" / "diary.xlsx.txt"
HOSTILE = [
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1",
    "@SUM(1)",
    "{=1+1}",
    "＝1+1",
    "'=1",
    "https://example.org/?a=1&b=2",
    "<r>bold?</r>",
    "<r><t>&amp;</t></r>",
    "]]><c><v>1</v></c>&lt;",
    "_x0041_",
    "_x0041_x0042_",
    "_x0041\x01x",
    "_x005F_x0041_",
    "__x000d__",
    " \t two blanks \n\r\n",
    "a\rb\r\nc\nd\x0b\x1f\x7f\x85\u2028",
    "\ufffe\uffff\ufdd0",
    "שלום — مرحبا \u202eabc\u202c",
    "👩🏽‍🚀 🖐 e\u0301",
    "1e5",
    "007",
    "2026-11-22",
    "TRUE",
    "#N/A",
]


# ---- Writing and reading back ----


def text_in(row: dict, title: str) -> str:
    parts = [row[title]] + [row[name] for name in row if name.startswith(f"{title} (")]
    assert all(part is None or isinstance(part, str) for part in parts)
    # openpyxl leaves _xHHHH_ of texts in cells as they are; Excel reads them.
    return "".join(unescape(part) for part in parts if part is not None)


def value_in(row: dict, title: str, rule: object) -> object:
    cell = row[title]
    match rule:
        case Day():
            if isinstance(cell, str):
                return date.fromisoformat(cell)
            return None if cell is None else cell.date()
        case Instant():
            if cell is None or isinstance(cell, str):
                return cell if cell is None else datetime.fromisoformat(cell)
            offset = timedelta(minutes=row[f"{title} (minutes from UTC)"])
            return cell.replace(tzinfo=timezone(offset))
        case Several():
            return split(text_in(row, title))
    return cell if cell is None or not isinstance(cell, str) else text_in(row, title)


def same(value: object, told: object, rule: object) -> bool:
    if isinstance(rule, Number) and value is not None:
        return type(told) in (int, float) and math.isclose(told, value, rel_tol=1e-15, abs_tol=0)
    if isinstance(value, datetime):
        return told == value and told.utcoffset() == value.utcoffset()
    if value == "":
        return told is None  # an empty text is an empty cell
    return told == value and type(told) is type(value)


def records_of(snapshot, kind):
    return list(snapshot.ratings()) if kind is Rating else in_order(snapshot.of(kind))


def noted(text: str, tags=()):
    return snapshot_of(days(1), {"day_context": (DayContext(FIRST, note=text, tags=tags),)})


@given(data=st.data())
@settings(max_examples=10)
def test_every_value_of_any_diary_stands_in_its_cell(diaries, data):
    snapshot = data.draw(diaries)
    with tempfile.TemporaryDirectory() as folder:
        book = written(snapshot, folder)
    for kind in KINDS.values():
        rows, records = rows_of(book[PLURALS[kind.KIND]]), records_of(snapshot, kind)
        assert len(rows) == len(records)
        for row, record in zip(rows, records, strict=True):
            for title, name in columns_of(kind).items():
                rule, value = fields_of(kind)[name].rule, getattr(record, name)
                assert same(value, value_in(row, title, rule), rule), (kind, name)


@settings(max_examples=25)
@given(st.text("_x0041FBr<>/&\x01\r\n \ufffe🖐=", max_size=30))
@example("_x0041_x0042_")
@example("<r>&</r>")
def test_any_text_comes_back_as_it_was(text):
    with tempfile.TemporaryDirectory() as folder:
        (row,) = rows_of(written(noted(text), folder)["context"])
    assert text_in(row, "note") == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_note_stays_the_text_it_is(text, tmp_path):
    book = written(noted(text, (text.strip(),)), tmp_path)
    (row,) = rows_of(book["context"])
    assert text_in(row, "note") == text
    assert split(text_in(row, "tags")) == (text.strip(),)
    note = book["context"].cell(2, list(row).index("note") + 1)
    assert note.data_type == "s"
    assert note.hyperlink is None
    # Else Excel makes a formula of it as soon as somebody edits the cell and leaves it.
    assert note.quotePrefix == (text.lstrip("'")[0] in "=+-@＝")


@pytest.mark.parametrize(
    "text", ["=" * 50_000, "ab\r\n" * 12_500, "🖐" * 50_000, "x" + "🖐" * 16_384, "_x0041_" * 7200]
)
def test_a_text_too_long_for_a_cell_goes_on_in_further_columns(text, tmp_path):
    book = written(noted(text), tmp_path)
    (row,) = rows_of(book["context"])
    assert text_in(row, "note") == text
    titles = list(row)
    assert titles[titles.index("note") + 1] == "note (2)"
    cells = [unescape(value) for title, value in row.items() if title.startswith("note") and value]
    assert all(len(cell.encode("utf-16-le")) <= 2 * 32_767 for cell in cells)
    assert all("\ufffd" not in cell for cell in cells)


def test_a_long_list_goes_on_too(tmp_path):
    tags = tuple(f"{number:05}" + "x" * 195 for number in range(400))
    (row,) = rows_of(written(noted("", tags), tmp_path)["context"])
    assert len(row["tags (3)"])
    assert split(text_in(row, "tags")) == tags


def test_no_further_column_where_every_text_has_room(tmp_path):
    (row,) = rows_of(written(noted("x" * 32_767), tmp_path)["context"])
    assert "note (2)" not in row
    assert row["note"] == "x" * 32_767


# ---- Cells and sheets ----


def test_cells_have_the_types_of_their_values(small, tmp_path):
    book = written(small, tmp_path)
    (made,) = rows_of(book["sessions"])
    assert made["started_at"] == datetime(2026, 11, 20, 21, 5)
    assert made["started_at (minutes from UTC)"] == 60
    assert made["current_ma"] == 1.5
    assert made["completed"] is True
    assert made["regions"] == "palm_right;palm_left"
    ratings = book["ratings"]
    assert [cell.data_type for cell in ratings[2]] == ["d", "s", "n", "s", "d", "n"]
    assert (ratings["A2"].number_format, ratings["E2"].number_format) == (
        "yyyy-mm-dd",
        "yyyy-mm-dd hh:mm:ss",
    )
    assert book["sessions"]["A2"].is_date


def test_days_that_excel_counts_wrongly_are_text(tmp_path):
    columns = days(3, 4, first=date(1900, 2, 28))
    at = datetime(1900, 2, 28, 23, tzinfo=timezone(timedelta(hours=1)))
    made = Session(at, ("palm_left",), ("hand_tray",), id="1")
    book = written(snapshot_of(columns, {"session": (made,)}), tmp_path)
    assert [row["day"] for row in rows_of(book["ratings"])] == [
        "1900-02-28",
        datetime(1900, 3, 1),
    ]
    assert [row["day"] for row in rows_of(book["Days"])] == ["1900-02-28", datetime(1900, 3, 1)]
    (row,) = rows_of(book["sessions"])
    assert row["started_at"] == "1900-02-28T23:00:00+01:00"
    assert row["started_at (minutes from UTC)"] == 60


def test_a_sheet_for_people_comes_first_then_one_for_every_kind(small, tmp_path):
    book = written(small, tmp_path)
    assert book.sheetnames == ["Days", "Chart", *(PLURALS[kind] for kind in KINDS)]
    for kind in KINDS.values():
        header = [cell.value for cell in book[PLURALS[kind.KIND]][1]]
        assert [title for title in header if "(" not in title] == list(columns_of(kind))


def test_an_empty_diary_has_all_sheets_and_columns(tmp_path):
    book = written(snapshot_of(RatingColumns.empty()), tmp_path)
    assert book.sheetnames == ["Days", "Chart", *(PLURALS[kind] for kind in KINDS)]
    for kind in KINDS.values():
        assert {cell.value for cell in book[PLURALS[kind.KIND]][1]} >= columns_of(kind).keys()
        assert book[PLURALS[kind.KIND]].max_row == 1
    assert book["Chart"]._charts == []


def test_every_sheet_has_a_bold_frozen_header_that_filters(small, tmp_path):
    book = written(small, tmp_path)
    for sheet in book:
        wide = sheet.title in ("Days", "Chart")
        assert sheet.freeze_panes == ("B2" if wide else "A2")
        assert sheet.auto_filter.ref == sheet.dimensions
        for cell in sheet[1]:
            assert cell.font.b
            assert width_of(cell) >= len(cell.value) + 2
        assert not any(cell.font.b for row in sheet.iter_rows(min_row=2) for cell in row)


def width_of(cell) -> float:
    """Return the width of a column in characters; neighbours of one width share an entry."""
    sizes = cell.parent.column_dimensions.values()
    (width,) = (size.width for size in sizes if size.min <= cell.column <= size.max)
    return width


def test_rows_beyond_the_last_of_a_sheet_go_on_in_another(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_book, "LAST_ROW", 3)
    snapshot = snapshot_of(days(1, 2, 3, 4, 5, 6, 7))
    book = written(snapshot, tmp_path)
    parts = [book[name] for name in ("ratings", "ratings (2)", "ratings (3)")]
    found = [row["severity"] for sheet in parts for row in rows_of(sheet)]
    assert found == [1, 2, 3, 4, 5, 6, 7]
    assert [sheet.auto_filter.ref for sheet in parts] == ["A1:F4", "A1:F4", "A1:F2"]


# ---- The file ----


def test_the_same_diary_gives_the_same_bytes_wherever_it_is_written(small, tmp_path, monkeypatch):
    xlsx.write(small, tmp_path / "a.xlsx")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        xlsx.write(small, tmp_path / "b.xlsx")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert (tmp_path / "a.xlsx").stat().st_mode & 0o777 == 0o600


def rendition(book) -> str:
    """Return every cell of a workbook as a line of text: sheet, place, type and value."""
    lines = []
    for sheet in book:
        lines.append(f"== {sheet.title} {sheet.dimensions}, frozen {sheet.freeze_panes}")
        cells = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
        lines += [f"{cell.coordinate} {cell.data_type} {cell.value!r}" for cell in cells]
        for chart in sheet._charts:
            lines += [f"chart {line.tx.strRef.f} {line.val.numRef.f}" for line in chart.series]
    return "\n".join(lines) + "\n"


def test_the_workbook_is_written_as_ever(small, tmp_path):
    found = rendition(written(small, tmp_path))
    if "DRYMAP_WRITE_GOLDEN" in os.environ:
        GOLDEN.write_text(found, "utf-8", newline="\n")
    assert found == GOLDEN.read_text("utf-8")


def test_progress_goes_on_to_the_end(tmp_path):
    snapshot = snapshot_of(days(*([5] * 4000)))
    told = []
    xlsx.write(snapshot, tmp_path / "diary.xlsx", lambda done, of: told.append((done, of)))
    totals = {of for _, of in told}
    assert len(totals) == 1
    total = totals.pop()
    assert told[0] == (0, total)
    assert told[-1] == (total, total)
    steps = [after[0] - before[0] for before, after in pairwise(told)]
    assert all(0 <= step <= xlsx_book.STEP_CELLS / 2 for step in steps)  # of two columns
    assert total > 8000


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_work_that_is_broken_off_leaves_nothing(share, tmp_path):
    snapshot = snapshot_of(days(*([5] * 4000)))

    def stop(done: int, of: int) -> None:
        if done >= share * of:
            raise Cancelled

    with pytest.raises(Cancelled), put_whole(tmp_path / "diary.xlsx") as part:
        xlsx.write(snapshot, part, stop)
    assert list(tmp_path.iterdir()) == []


def test_work_may_be_broken_off_while_the_sheets_are_packed(small, tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_book, "STEP_BYTES", 1000)
    ends = []

    def stop(done: int, of: int) -> None:
        ends.extend([done] if done == of else [])
        if len(ends) == 2:  # the first is told before the packing begins
            raise Cancelled

    with pytest.raises(Cancelled), put_whole(tmp_path / "diary.xlsx") as part:
        xlsx.write(small, part, stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [5000, 12_000])  # full by the scratch files, by the workbook
def test_a_full_disk_is_told_and_leaves_nothing(room, small, tmp_path):
    resource = pytest.importorskip("resource", reason="Windows has no limit of this kind")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, usual[1]))
    try:
        with pytest.raises(CannotWrite), put_whole(tmp_path / "diary.xlsx") as part:
            xlsx.write(small, part)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert list(tmp_path.iterdir()) == []
