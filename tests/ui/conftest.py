"""The command line called as a function, and diaries made by it."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from model.diary import Diary
from model.records.snapshot import Snapshot
from ui import command_line
from ui.link import Link

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 20, 15, tzinfo=timezone(timedelta(hours=1)))
RATINGS = "day,region,severity\n2026-11-20,palm_left,7\n2026-11-20,palm_right,\n"


def clock() -> datetime:
    return NOW


@pytest.fixture
def link(qtbot, tmp_path):
    """The crossing to a diary that is new."""
    made = Link(clock)
    with qtbot.waitSignal(made.opened):
        made.open(tmp_path / "d.drymap", create=True)
    yield made
    made.close()
    QApplication.processEvents()


def idle(qtbot, link):
    """Wait until no long work goes on, and what came of it is told."""
    qtbot.waitUntil(lambda: not link.is_working)
    QApplication.processEvents()


@pytest.fixture
def run(capsys):
    """Run the command line in this process; return the status, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        wish = command_line.parse([str(argument) for argument in arguments])
        status = command_line.run(wish, clock)
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def refused(run):
    """Run what must fail with status 1; return the one sentence it says."""

    def run_it(*arguments: object) -> str:
        status, out, err = run(*arguments)
        assert (status, out) == (1, "")
        assert err.endswith("\n")
        assert len(err.splitlines()) == 1
        return err.strip()

    return run_it


@pytest.fixture
def file(tmp_path, run) -> Path:
    """An empty diary."""
    path = tmp_path / "d.drymap"
    assert run("new", path)[0] == 0
    return path


@pytest.fixture
def demo(tmp_path, run) -> Path:
    """The sample diary."""
    path = tmp_path / "demo.drymap"
    assert run("demo", path)[0] == 0
    return path


def snapshot(path: Path) -> Snapshot:
    with Diary.open(path, clock) as diary:
        return diary.snapshot()


def add(file: Path, day="2026-11-20", region="palm_left", severity="7") -> tuple[object, ...]:
    return ("add", file, "--day", day, "--region", region, "--severity", severity)
