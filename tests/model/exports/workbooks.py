"""Small diaries as workbooks, read back with openpyxl."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl

from model.exports import xlsx
from model.records.day import Rating
from model.records.snapshot import RatingColumns
from model.records.treatment import Session

FIRST = date(2026, 1, 5)  # a Monday


def written(snapshot, folder, name="diary.xlsx"):
    path = Path(folder, name)
    xlsx.write(snapshot, path)
    return openpyxl.load_workbook(path)


def rows_of(sheet) -> list[dict]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def days(*severities, region="palm_left", first=FIRST):
    """Make a diary of one region; "-" is a day without a rating."""
    columns = RatingColumns.empty()
    for place, severity in enumerate(severities):
        if severity != "-":
            columns.append(Rating(first + timedelta(place), region, severity, "late"))
    return columns


def session(day: date, *regions):
    at = datetime(day.year, day.month, day.day, 19, tzinfo=UTC)
    return Session(at, regions, ("hand_tray",), id=f"{day}{regions}")
