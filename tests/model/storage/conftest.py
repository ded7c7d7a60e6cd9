"""What the tests of the file look at it with: SQLite itself, and programs that die."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]

# Warnings are errors there too, but for one: a diary holds no thread when the program forks.
_PREAMBLE = """
import json, os, sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from model.diary import Diary
from model.records.day import Rating
from model.records.errors import *
from model.records.snapshot import Contents, RatingColumns
NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOON.date()
clock = lambda: NOON
path = Path(sys.argv[1])
"""


@pytest.fixture
def sql() -> Callable[..., list[tuple[Any, ...]]]:
    """Run a statement on a closed diary behind its back."""

    def run(path: Path, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path)) as file, file:
            return file.execute(statement, values).fetchall()

    return run


@pytest.fixture
def program() -> Callable[..., Any]:
    """Run a script in a process of its own; return what it printed as JSON."""

    def run(script: str, *arguments: object) -> Any:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", _PREAMBLE + script, *map(str, arguments)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
