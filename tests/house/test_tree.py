"""What lies in the tree: nothing unexpected at the top, and locks that name no place."""

import re

import pytest

LOCKS = ["requirements.lock", "requirements-dev.lock"]
TOP = {
    "CHANGELOG.md",
    "Makefile",
    "README.md",
    "bench",
    "docs",
    "main.py",
    "model",
    "pyproject.toml",
    "requirements-dev.lock",
    "requirements.lock",
    "resources",
    "tests",
    "ui",
}
LEFT_BEHIND = {"__pycache__", "build", "dist"}  # by tools; git ignores them


def test_the_top_of_the_tree_holds_what_the_map_of_the_house_names(root):
    there = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    assert there - LEFT_BEHIND == TOP


def test_no_test_folder_is_a_package(root):
    # tests/model/__init__.py would be a second package of the name `model`.
    assert list((root / "tests").glob("**/__init__.py")) == []


def pins(lock: str) -> list[list[str]]:
    """Split a lock into its requirements, each as its lines without continuation marks."""
    lines = [line.rstrip(" \\") for line in lock.splitlines() if not line.lstrip().startswith("#")]
    found: list[list[str]] = []
    for line in lines:
        if line.startswith(" "):
            found[-1].append(line.strip())
        elif line:
            found.append([line])
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place(name, root):
    lock = (root / name).read_text("utf-8")
    places = re.findall(r".*(?:://|https?|www\.|pypi|pythonhosted|index-url|find-links).*", lock)
    assert places == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_of_a_lock_is_pinned_by_version_and_hash(name, root):
    requirements = pins((root / name).read_text("utf-8"))
    assert len(requirements) > 10
    for pin, *hashes in requirements:
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?", pin)
        assert hashes, f"{pin} has no hash"
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in hashes), pin


def test_what_runs_is_what_was_tested(root):
    run, tested = (
        {pin: hashes for pin, *hashes in pins((root / name).read_text("utf-8"))} for name in LOCKS
    )
    assert run.items() <= tested.items()


def test_pyside_that_drops_references_is_locked_out(root):
    pinned = [pin for pin, *_ in pins((root / LOCKS[0]).read_text("utf-8"))]
    assert any(pin.startswith("pyside6-essentials==") for pin in pinned)
    assert "pyside6-essentials==6.12.0" not in pinned
