"""One file a format: what a release wrote, every later one must write and read alike.

To change a golden file on purpose, run the tests with DRYMAP_WRITE_GOLDEN=1 and look at the
difference before you commit it.
"""

import os
import re
import shutil
from datetime import datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from model import exports
from model.exports.plan_ics import Reminder, plan_calendar
from model.records.treatment import Course
from model.version import VERSION

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture(autouse=True)
def _rewritten(small):
    if "DRYMAP_WRITE_GOLDEN" in os.environ:
        exports.write(small, GOLDEN / "diary.json", replace=True)
        shutil.rmtree(GOLDEN / "tables", ignore_errors=True)
        exports.write(small, GOLDEN / "tables")
        (GOLDEN / "plan.ics").write_bytes(calendar())


def calendar():
    """Return the calendar of a small plan, made at a moment that never changes."""
    made_at = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))
    hands = Course("Hands; both, =1+1", ("palm_left", "palm_right"), "induction", id="hands")
    days = tuple(made_at.date() + timedelta(day) for day in (1, 3, 6))
    reminder = Reminder(time(19), discreet=False)
    return plan_calendar((hands,), {"hands": days}, made_at, reminder)


def without_version(data: bytes) -> bytes:
    return re.sub(rb'"program": "Drymap [^"]*"', b'"program": "Drymap"', data)


def test_json_is_written_as_ever(small, tmp_path):
    exports.write(small, tmp_path / "diary.json")
    written = (tmp_path / "diary.json").read_bytes()
    assert f'"program": "Drymap {VERSION}"'.encode() in written
    assert without_version(written) == without_version((GOLDEN / "diary.json").read_bytes())


def test_tables_are_written_as_ever(small, tmp_path):
    exports.write(small, tmp_path / "tables")
    exports.write(small, tmp_path / "tables.zip")
    shutil.unpack_archive(tmp_path / "tables.zip", tmp_path / "unpacked")
    expected = {path.name: path.read_bytes() for path in (GOLDEN / "tables").iterdir()}
    for folder in ("tables", "unpacked"):
        written = {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        assert written == expected


@pytest.mark.parametrize("name", ["diary.json", "tables"])
def test_what_was_written_once_is_read_as_ever(name, small, as_snapshot):
    contents = exports.read(GOLDEN / name)
    assert contents.unknown_columns == ()
    assert as_snapshot(contents) == small


def test_the_same_diary_gives_the_same_archive(small, tmp_path):
    for name in ("a.zip", "b.zip"):
        exports.write(small, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_calendar_is_written_as_ever():
    assert calendar() == (GOLDEN / "plan.ics").read_bytes()
