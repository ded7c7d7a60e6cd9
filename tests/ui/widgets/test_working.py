"""The bar of long work: seen only when it takes a while, ended by its button or by Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from model.files import Cancelled
from ui.widgets.working import Working
from ui.work import Work


@pytest.fixture
def page(qtbot):
    page = QWidget()
    page.button = QPushButton("Export")
    page.working = Working(page.button)
    column = QVBoxLayout(page)
    column.addWidget(page.button)
    column.addWidget(page.working)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.button.setFocus()
    return page


@pytest.fixture
def work():
    return Work("Export to diary.json")


def seen(page, qtbot, work):
    page.working.watch(work)
    qtbot.waitUntil(page.working.isVisible)


def is_wanted(work):
    try:
        work.step(0, 0)
    except Cancelled:
        return False
    return True


def test_short_work_shows_no_bar(page, qtbot, work):
    page.working.watch(work)
    work.ended.emit()
    later = Working()
    qtbot.addWidget(later)
    another = Work("Other")
    later.watch(another)  # its bar comes after the first one would have
    qtbot.waitUntil(later.isVisible)
    assert not page.working.isVisible()
    assert page.button.isEnabled()
    another.ended.emit()


def test_the_bar_is_busy_until_it_is_known_how_far_the_work_is(page, qtbot, work):
    seen(page, qtbot, work)
    assert (page.working.bar.minimum(), page.working.bar.maximum()) == (0, 0)
    work.step(42, 100)
    assert page.working.bar.text() == "42%"
    assert page.working.title.text() == "Export to diary.json"
    work.ended.emit()
    assert not page.working.isVisible()


def test_the_button_that_asked_rests_meanwhile_and_gets_the_keys_back(page, qtbot, work):
    seen(page, qtbot, work)
    assert not page.button.isEnabled()
    assert page.working.cancel.hasFocus()
    work.ended.emit()
    assert page.button.isEnabled()
    assert page.button.hasFocus()


def test_the_button_ends_the_work(page, qtbot, work):
    seen(page, qtbot, work)
    assert is_wanted(work)
    qtbot.mouseClick(page.working.cancel, Qt.MouseButton.LeftButton)
    assert not is_wanted(work)
    work.ended.emit()


def test_esc_ends_the_work(page, qtbot, work):
    seen(page, qtbot, work)
    qtbot.keyClick(page.working.cancel, Qt.Key.Key_Escape)
    assert not is_wanted(work)
    work.ended.emit()


def test_a_screen_reader_says_what_is_done(page, qtbot, work):
    seen(page, qtbot, work)
    for part in (page.working.bar, page.working.cancel):
        said = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        assert "Export to diary.json" in said
    work.ended.emit()


def test_of_two_works_the_later_one_is_shown(page, qtbot, work):
    page.working.watch(work)
    later = Work("Export to diary.zip")
    seen(page, qtbot, later)
    work.step(99, 100)
    work.ended.emit()
    assert page.working.isVisible()
    assert page.working.title.text() == "Export to diary.zip"
    assert page.working.bar.maximum() == 0
    later.ended.emit()
    assert not page.working.isVisible()
