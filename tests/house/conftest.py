"""What the tests of the house itself look at: its files, and the Python that runs them."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the tree."""
    return ROOT


@pytest.fixture(scope="session")
def sources() -> dict[str, ast.Module]:
    """Every module that is shipped, by its path: main.py, model and ui."""
    files = [ROOT / "main.py", *ROOT.glob("model/**/*.py"), *ROOT.glob("ui/**/*.py")]
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(files)
    }


@pytest.fixture
def python() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the tests' own Python in a process of its own, from the top of the tree or elsewhere."""

    def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd,
            env=os.environ | {"COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
