"""What a start maps into memory, and a Qt that can be trusted with None."""

import json
import sys
import tomllib

import pytest

HEAVY = {"PIL", "alembic", "matplotlib", "numpy", "pandas", "scipy", "sqlalchemy", "typst"}
QT = {"PySide6", "shiboken6"}

TELL = "import json, sys; print(json.dumps(sorted(m.partition('.')[0] for m in sys.modules)))"
RUN_MAIN = """
import contextlib, runpy, sys
sys.argv = ["main.py", "{argument}"]
with contextlib.suppress(SystemExit):
    runpy.run_path("main.py", run_name="__main__")
"""


def mapped(python, program: str) -> set[str]:
    """Run a program and tell the packages that are mapped at its end."""
    result = python("-c", f"{program}\n{TELL}")
    assert result.returncode == 0, result.stderr
    return set(json.loads(result.stdout.splitlines()[-1]))


def test_the_version_is_told_without_qt(python, root):
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    result = python("main.py", "--version")
    assert (result.returncode, result.stderr) == (0, "")
    assert version in result.stdout.split()
    assert mapped(python, RUN_MAIN.format(argument="--version")).isdisjoint(QT | HEAVY)


def test_the_command_line_starts_without_qt(python):
    assert mapped(python, "import ui.command_line").isdisjoint(QT | HEAVY)


def test_the_regions_are_told_without_qt(python):
    assert mapped(python, RUN_MAIN.format(argument="regions")).isdisjoint(QT | HEAVY)


@pytest.mark.parametrize("room", ["model", "model.catalog", "model.records", "model.charts"])
def test_the_way_to_the_first_window_maps_nothing_heavy(room, python):
    assert mapped(python, f"import {room}").isdisjoint(QT | HEAVY)


def test_a_chart_brings_what_draws_it_when_it_is_asked_for(python):
    named = "from model.charts import CHARTS; [each.name for each in CHARTS.values()]"
    assert mapped(python, named).isdisjoint(QT | HEAVY)
    drawn = mapped(python, f"{named}; CHARTS['change'].live")
    assert "matplotlib" in drawn
    assert drawn.isdisjoint(QT)


def test_the_window_maps_nothing_heavy(python):
    packages = mapped(python, "import ui.window")
    assert "PySide6" in packages
    assert packages.isdisjoint(HEAVY)


def test_qt_keeps_the_references_to_none():
    # PySide 6.12.0 on Python 3.11 drops one with each call that returns nothing, and the process
    # aborts after some thousands of them.
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    before = sys.getrefcount(None)
    for _ in range(100):
        path.clear()
    assert sys.getrefcount(None) > before - 50
