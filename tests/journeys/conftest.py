"""A real window on a real diary file, with a clock that stands still."""

import contextlib
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QApplication

from model.diary import Diary
from ui.link import Link
from ui.window import Window

NOW = datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))


def clock():
    return NOW


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.drymap"


@contextlib.contextmanager
def open_window(qtbot, path, clock=clock):
    """Show the window on a diary, settled, and close both afterwards."""
    link = Link(clock)
    window = Window(link)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    with qtbot.waitSignal(link.opened):
        link.open(path)
    settle(window, qtbot)
    yield window
    link.close()
    window.close()
    QApplication.processEvents()


@pytest.fixture
def window(qtbot, path):
    """The window on `path`, which is created where a test has not filled it before."""
    if not path.exists():
        Diary.create(path, clock).close()
    with open_window(qtbot, path) as window:
        yield window


def settle(window, qtbot):
    """Wait until the diary's thread has answered all that was asked so far, and its answers too."""
    for _ in range(4):  # an answer may ask again: snapshot, then comparison
        answered = []
        window.link.when_done(lambda answered=answered: answered.append(True))
        qtbot.waitUntil(lambda answered=answered: bool(answered))
        qtbot.waitUntil(lambda: not window.link.is_working, timeout=30_000)
        QApplication.processEvents()


@pytest.fixture
def settled(window, qtbot):
    """Wait until what was pressed is on the disk and on the screen."""
    return lambda: settle(window, qtbot)


@pytest.fixture
def stored(window, path, settled):
    """Close the window's diary and read the file with a fresh one."""

    def read(question):
        settled()
        window.link.close()
        with Diary.open(path, clock) as diary:
            return question(diary)

    return read
