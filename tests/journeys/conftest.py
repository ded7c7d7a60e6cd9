"""A real window on a real diary file, with a clock that stands still."""

import contextlib
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from model.diary import Diary
from model.exports.demo import sample_diary
from ui.link import Link
from ui.progress.warm import ChartsLoader
from ui.window import Window

NOW = datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))


def clock():
    return NOW


JANUARY = date(2026, 1, 1), date(2026, 1, 31)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.drymap"


@pytest.fixture
def sample_path(tmp_path):
    """The file of a diary that holds the sample; a journey on it overrides `path` with this."""
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.merge(sample_diary(clock()), "sample")
    return path


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
        loaders = window.findChildren(ChartsLoader)
        qtbot.waitUntil(lambda: not any(it.is_at_work for it in loaders), timeout=30_000)  # noqa: B023
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


# ---- of imports ----


@pytest.fixture
def tables(tmp_path):
    """Write a folder of CSV files with a table of ratings."""

    def write(rows):
        folder = tmp_path / "csv"
        folder.mkdir(exist_ok=True)
        (folder / "ratings.csv").write_text(f"day,region,severity,mood\n{rows}")
        return folder

    return write


@pytest.fixture
def shown(page, settled):
    """Wait for the one open dialog of a kind."""

    def find(kind):
        settled()
        (dialog,) = [d for d in page.findChildren(kind) if d.isVisible()]
        return dialog

    return find


@pytest.fixture
def press(qtbot, settled):
    def press_it(button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settled()

    return press_it


@pytest.fixture
def severities(stored):
    def read():
        return stored(
            lambda diary: {
                (r.day.day, r.region): r.severity for r in diary.ratings_between(*JANUARY)
            }
        )

    return read
