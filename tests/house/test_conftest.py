"""The harness itself: what it isolates, and that what should fail a test does fail it."""

import re
from pathlib import Path

import pytest

SUSPECTS = '''
"""Tests that the harness has to judge."""
import logging
import warnings

import pytest
from PySide6.QtCore import QObject, QTimer, qWarning


def test_stray_log():
    logging.getLogger("drymap").warning("the disk is slow")


def test_stray_python_warning():
    warnings.warn("old", DeprecationWarning)


def test_stray_qt_message(qapp):
    qWarning("QLayout: something is wrong")


def test_error_in_a_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)


@pytest.mark.expects_log("disk is slow")
def test_declared_log_that_never_comes():
    pass


@pytest.mark.expects_log("disk is slow")
def test_another_log_than_declared():
    logging.getLogger("drymap").warning("the disk is slow")
    logging.getLogger("drymap").error("the disk is gone")


@pytest.mark.expects_log("disk is slow")
def test_good_declared_log():
    logging.getLogger("drymap").warning("the disk is slow")


def test_good_quiet(qapp):
    logging.getLogger("drymap").info("opened")
    qWarning("This plugin does not support propagateSizeHints()")
'''


MISSPELT = """
import pytest


@pytest.mark.expects_lock("misspelt")
def test_unknown_mark():
    pass
"""


def judged(python, folder: Path, tests: str) -> tuple[dict[str, set[str]], str]:
    """Run tests under this harness; return what befell each of them, and what was printed."""
    (folder / "test_suspects.py").write_text(tests)
    settings = str(Path(__file__).parent.parent.parent / "pyproject.toml")
    run = ("-m", "pytest", "-c", settings, "--rootdir", str(folder), "-p", "tests.conftest")
    printed = python(*run, "-p", "no:cacheprovider", "-rA", str(folder)).stdout
    found: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) .*::(\w+)", printed, re.MULTILINE):
        found.setdefault(name, set()).add(outcome)
    return found, printed


def test_what_nobody_expected_fails_a_test_and_only_that(python, tmp_path):
    found, printed = judged(python, tmp_path, SUSPECTS)
    fine = {name for name, what in found.items() if what == {"PASSED"}}
    assert fine == {"test_good_declared_log", "test_good_quiet"}, printed
    assert len(found) == 8, printed


def test_a_misspelt_mark_is_refused(python, tmp_path):
    found, printed = judged(python, tmp_path, MISSPELT)
    assert "PASSED" not in str(found)
    assert "'expects_lock' not found in `markers`" in printed


@pytest.mark.parametrize("place", ["user_data_dir", "user_config_dir", "user_cache_dir"])
def test_no_test_reaches_the_users_own_diary(place):
    import platformdirs

    assert "drymap-tests-" in getattr(platformdirs, place)("drymap", appauthor=False)
    assert "drymap-tests-" in str(Path.home())


def test_every_picture_is_drawn_in_the_same_style_and_font(qapp):
    from PySide6.QtGui import QFontInfo

    assert qapp.platformName() == "offscreen"
    assert qapp.style().name().lower() == "fusion"
    assert QFontInfo(qapp.font()).family() == "DejaVu Sans"
