"""An import that was agreed to: nothing but Cancel keeps it from being written."""

import threading
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog

from model.diary import Diary
from model.records.day import Rating
from tests.journeys.conftest import JANUARY, clock
from tests.journeys.test_imports import numbers
from ui.diary.import_dialog import ImportDialog

PATIENCE_S = 20  # a test that fails must not keep its thread for ever


@pytest.fixture
def page(window, settled):
    window.go_to("diary")
    settled()
    return window.shown("diary")


@pytest.fixture
def gate(window):
    """Keeps the diary's thread busy until it is opened."""
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture
def agree(window, gate, page, tables, shown, qtbot):
    """Agree to the import of a rating, or of others, which then waits for the diary."""

    def press(rows="2026-01-05,nose,4,good\n"):
        page.imports.import_from(tables(rows))
        dialog = shown(ImportDialog)
        window.link.read(lambda diary: gate.wait(PATIENCE_S), lambda _: None)
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    return press


def january(path):
    with Diary.open(path, clock) as diary:
        return {rating.region: rating.severity for rating in diary.ratings_between(*JANUARY)}


class Leaving(QObject):
    """Notes, when a window goes, whether something was still to be written."""

    def __init__(self, window):
        super().__init__(window)
        self.window, self.left = window, []
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Hide:
            self.left.append(self.window.link.is_storing)
        return False


def test_the_window_closes_once_it_is_written(agree, gate, window, qtbot, path):
    leaving = Leaving(window)
    agree()
    window.close()
    assert window.isVisible()
    assert window.statusBar().currentMessage() == "Import of csv is finished first."
    gate.set()
    qtbot.waitUntil(window.isHidden)
    assert leaving.left == [False]
    window.link.close()
    assert january(path) == {"nose": 4}


def test_the_window_stays_where_it_has_to_be_asked_about(agree, gate, window, shown, qtbot):
    stored = []
    agree()
    rating = Rating(date(2026, 1, 5), "nose", 9)
    window.link.put(lambda diary: (rating,), "Rating", stored.append)
    window.close()
    gate.set()
    qtbot.waitUntil(lambda: bool(stored))
    assert numbers(shown(ImportDialog))["Ratings"][2] == "1"
    assert window.isVisible()


def test_another_diary_is_opened_once_it_is_written(
    agree, gate, window, qtbot, path, settled, tmp_path
):
    agree()
    with qtbot.waitSignal(window.link.opened):
        window.link.open(tmp_path / "other.drymap", create=True)
        assert window.statusBar().currentMessage() == "Import of csv is finished first."
        gate.set()
    settled()
    assert january(path) == {"nose": 4}


def test_until_it_is_written_nothing_is_undone(agree, gate, window, qtbot, settled, severities):
    stored = []
    window.link.put(lambda diary: (Rating(JANUARY[0], "scalp", 7),), "Rating", stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    today = window.shown("today")
    settled()
    assert window.undo_action.isEnabled()
    agree()
    assert not window.undo_action.isEnabled()
    assert not today.header.undo.isEnabled()
    window.link.undo()
    seen = []
    window.link.unchanged.emit()  # as after any other press: what can be undone is asked
    window.link.read(lambda diary: None, lambda _: seen.append(window.undo_action.isEnabled()))
    gate.set()
    settled()
    assert seen == [False]
    assert window.undo_action.isEnabled()
    assert window.undo_action.text() == "&Undo Import of csv"
    assert severities() == {(1, "scalp"): 7, (5, "nose"): 4}


def test_no_other_import_is_begun_meanwhile(agree, gate, page, tables, settled, severities):
    agree()
    assert not any(button.isEnabled() for button in page.imports.buttons), "from the first moment"
    page.imports.import_from(tables("2026-01-06,nose,5,good\n"))
    page.imports.import_table(tables("2026-01-06,nose,5,good\n") / "ratings.csv")
    gate.set()
    settled()
    assert all(button.isEnabled() for button in page.imports.buttons)
    assert not [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]
    assert severities() == {(5, "nose"): 4}


def test_cancel_ends_it(agree, gate, page, qtbot, settled, severities):
    agree()
    qtbot.waitUntil(page.imports.working.isVisible)
    qtbot.mouseClick(page.imports.working.cancel, Qt.MouseButton.LeftButton)
    gate.set()
    settled()
    assert page._said.text() == "Cancelled. Nothing was imported."
    assert severities() == {}


def test_the_bar_never_runs_backwards(agree, gate, page, window, qtbot, settled, monkeypatch):
    monkeypatch.setattr("ui.work.TELL_EVERY_S", 0)
    percents, stored, day = [], [], date(2026, 1, 31)
    window.link.put(lambda diary: (Rating(day, "scalp", 7),), "Rating", stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    agree("".join(f"{day - timedelta(days=n)},nose,4,good\n" for n in range(3000)))
    page.imports._work.progressed.connect(percents.append)
    gate.set()
    settled()
    assert percents == sorted(percents)
    assert len(set(percents)) > 2
    assert percents[-1] == 100
