"""A file that cannot be opened is left as it is, and the window says what to do."""

import sqlite3

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMessageBox

from model.diary import Diary
from model.records.day import Rating
from tests.journeys.conftest import NOW, clock, settle
from ui.link import Link
from ui.window import Window


def text_file(path):
    path.write_text("Dear diary, today my hands were dry.\n" * 50)


def empty_file(path):
    path.touch()


def truncated_diary(path):
    with Diary.create(path, clock) as diary:
        diary.put(Rating(NOW.date(), "nose", 3))
    path.write_bytes(path.read_bytes()[:-3000])


def newer_diary(path):
    Diary.create(path, clock).close()
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version = 9999")
    file.close()


@pytest.fixture
def bare_window(qtbot):
    link = Link(clock)
    window = Window(link)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()
    link.close()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (text_file, "not a"),
        (empty_file, "empty"),
        (truncated_diary, "damaged"),
        (newer_diary, "newer"),
        (lambda path: None, "no diary"),
    ],
    ids=["text", "empty", "truncated", "newer", "missing"],
)
def test_a_file_that_is_no_sound_diary_is_refused_and_left_alone(
    bare_window, qtbot, path, spoil, words
):
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    with qtbot.waitSignal(bare_window.link.failed):
        bare_window.open_at_start(path)
    (box,) = bare_window.findChildren(QMessageBox)
    assert words in box.text().lower(), box.text()
    assert box.text().count("\n") == 0
    assert (path.read_bytes() if path.exists() else None) == before
    assert bare_window.page == "diary", "where another diary can be opened"
    assert len(bare_window.findChildren(QMessageBox)) == 1


def test_another_diary_can_be_opened_after_a_refusal(bare_window, qtbot, path, tmp_path):
    text_file(path)
    with qtbot.waitSignal(bare_window.link.failed):
        bare_window.open_at_start(path)
    good = tmp_path / "good.drymap"
    with qtbot.waitSignal(bare_window.link.opened):
        bare_window.link.open(good, create=True)
    settle(bare_window, qtbot)
    bare_window.go_to("today")
    bare_window.shown("today").rate("nose", 4)
    settle(bare_window, qtbot)
    bare_window.link.close()
    with Diary.open(good, clock) as diary:
        assert [r.severity for r in diary.ratings_between(NOW.date(), NOW.date())] == [4]


def test_what_is_pressed_before_the_diary_is_open_is_stored(bare_window, qtbot, path):
    Diary.create(path, clock).close()
    bare_window.open_at_start(path)
    page = bare_window.shown("today")
    assert page.isEnabled()
    assert page.map.isEnabled()
    page.rate("nose", 6)
    settle(bare_window, qtbot)
    assert page.strips.strip_of("nose").value() == 6


def test_the_usual_place_is_made_at_the_first_start(bare_window, qtbot):
    from ui.places import default_diary

    place = default_diary()
    assert not place.exists()
    with qtbot.waitSignal(bare_window.link.opened):
        bare_window.open_at_start(None)
    settle(bare_window, qtbot)
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700


class Shown(QObject):
    """Remembers of which widgets it was told that they are shown."""

    def __init__(self):
        super().__init__()
        self.names = []

    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Show:
            self.names.append(type(widget).__name__)
        return False


def test_no_page_of_the_diary_before_is_shown_again_when_another_is_opened(
    window, qtbot, settled, tmp_path
):
    Diary.create(tmp_path / "other.drymap", clock).close()
    for name in ("sessions", "report", "diary", "today"):
        window.go_to(name)
        settled()
    seen = Shown()
    old = [window.shown(name) for name in ("sessions", "report", "diary")]
    for page in old:
        page.installEventFilter(seen)
    with qtbot.waitSignal(window.link.opened):
        window.link.open(tmp_path / "other.drymap")
    settled()
    assert seen.names == []
