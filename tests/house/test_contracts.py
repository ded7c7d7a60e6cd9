"""The import contracts of pyproject.toml hold, and each of them was broken once to see it bite."""

import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PYPROJECT = tomllib.loads(
    (Path(__file__).parent.parent.parent / "pyproject.toml").read_text("utf-8")
)
CONTRACTS = [contract["name"] for contract in PYPROJECT["tool"]["importlinter"]["contracts"]]

# (contract, file of the copy that gets one more line, the line)
PLANTED = [
    ("main above ui above model", "model/records/planted.py", "import ui.widgets"),
    ("main above ui above model", "ui/widgets/planted.py", "import main"),
    ("main above ui above model", "model/catalog/planted.py", "import main"),
    ("The rooms of model stand on each other", "model/attic.py", '"""A room without a place."""'),
    ("The rooms of model stand on each other", "model/text.py", "import model.catalog"),
    ("The rooms of model stand on each other", "model/catalog/planted.py", "import model.records"),
    ("The rooms of model stand on each other", "model/records/planted.py", "import model.analysis"),
    ("The rooms of model stand on each other", "model/analysis/planted.py", "import model.charts"),
    ("The rooms of model stand on each other", "model/charts/planted.py", "import model.report"),
    ("The rooms of model stand on each other", "model/exports/planted.py", "import model.diary"),
    ("The rooms of model stand on each other", "model/exports/planted.py", "import model.report"),
    ("The rooms of model stand on each other", "model/files.py", "import model.storage"),
    ("The rooms of model stand on each other", "model/analysis/planted.py", "import model.files"),
    ("The rooms of model stand on each other", "model/storage/planted.py", "import model.diary"),
    ("Storage does not know what facts mean", "model/storage/planted.py", "import model.analysis"),
    (
        "What facts mean does not know how they are stored",
        "model/report/planted.py",
        "import model.storage",
    ),
    (
        "What facts mean does not know how they are stored",
        "model/exports/planted.py",
        "def late():\n    import model.storage",
    ),
    ("model knows no screen", "model/charts/planted.py", "from PySide6.QtCore import QObject"),
    ("model knows no screen", "model/text.py", "import shiboken6"),
    ("ui knows no SQL and no storage", "ui/today/planted.py", "import sqlite3"),
    ("ui knows no SQL and no storage", "ui/link.py", "def late():\n    import sqlalchemy"),
    ("ui knows no SQL and no storage", "ui/diary/planted.py", "from model import storage"),
    ("Analysis, records and catalog are pure", "model/records/planted.py", "import sqlite3"),
    ("Analysis, records and catalog are pure", "model/analysis/planted.py", "import matplotlib"),
    ("Analysis, records and catalog are pure", "model/catalog/planted.py", "import pathlib"),
    ("Analysis, records and catalog are pure", "model/analysis/planted.py", "import time"),
    ("Only storage names SQLAlchemy", "model/diary.py", "import sqlalchemy"),
    ("Only storage names SQLAlchemy", "ui/command_line.py", "import alembic"),
    (
        "Only charts, report and the progress page name matplotlib",
        "ui/today/planted.py",
        "import matplotlib",
    ),
    (
        "Only charts, report and the progress page name matplotlib",
        "model/exports/planted.py",
        "def late():\n    from matplotlib.figure import Figure",
    ),
    (
        "The program needs nothing that only its tests have",
        "model/analysis/planted.py",
        "def late():\n    from scipy.special import stdtr",
    ),
    ("The program needs nothing that only its tests have", "ui/link.py", "import pytest"),
    ("The command line needs no Qt", "ui/command_line.py", "import PySide6"),
    ("The command line needs no Qt", "ui/command_line.py", "def late():\n    import ui.window"),
]


def broken_contracts(python, tree: Path) -> tuple[set[str], str]:
    """Lint a tree and tell the names of the contracts it breaks, and what was printed."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = python("-c", program, "--no-cache", "--no-logo", cwd=tree)
    printed = result.stdout + result.stderr
    verdicts = dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", result.stdout, re.MULTILINE))
    assert set(verdicts) >= set(CONTRACTS), f"not every contract was looked at:\n{printed}"
    broken = {name for name, verdict in verdicts.items() if verdict == "BROKEN"}
    assert bool(broken) == bool(result.returncode), printed
    return broken, printed


@pytest.fixture(scope="module")
def tree_copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree's Python, without its data, for all plantings one after another."""
    copy = tmp_path_factory.mktemp("tree")
    for folder in ("model", "ui"):
        shutil.copytree(
            root / folder,
            copy / folder,
            ignore=lambda here, names: [
                name
                for name in names
                if name == "__pycache__" or not (Path(here, name).is_dir() or name.endswith(".py"))
            ],
        )
    shutil.copy(root / "main.py", copy)
    shutil.copy(root / "pyproject.toml", copy)
    return copy


@pytest.fixture
def plant(tree_copy: Path) -> Iterator[Callable[[str, str], None]]:
    """Add a line to a file of the copy, new or old; pull it up after the test."""
    before: dict[Path, str | None] = {}

    def add(file: str, line: str) -> None:
        path = tree_copy / file
        before[path] = path.read_text("utf-8") if path.exists() else None
        path.write_text(f"{before[path] or ''}\n{line}\n", "utf-8")

    yield add
    for path, text in before.items():
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")


def test_the_house_keeps_its_contracts(root, python):
    broken, printed = broken_contracts(python, root)
    assert not broken, printed


def test_every_contract_was_planted_against():
    assert {contract for contract, _, _ in PLANTED} == set(CONTRACTS)


@pytest.mark.parametrize(("contract", "file", "line"), PLANTED)
def test_a_planted_import_breaks_its_contract(contract, file, line, plant, tree_copy, python):
    plant(file, line)
    broken, printed = broken_contracts(python, tree_copy)
    assert contract in broken, printed


def test_what_was_planted_is_pulled_up_again(tree_copy, python):
    # Runs after the plantings: a line left behind would break a contract for those that follow.
    broken, printed = broken_contracts(python, tree_copy)
    assert not broken, printed
