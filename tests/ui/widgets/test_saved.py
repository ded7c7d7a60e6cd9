"""What was saved is opened, or shown in its folder, by one press."""

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from ui.widgets.saved import Saved


class Opener(QObject):
    """Stands for the programs of the system."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open_url(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener():
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "open_url")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def saved(qtbot):
    made = Saved()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("name", ["Diary #1 100 %.json", "Tagebuch ä 汗.zip"])
def test_one_press_opens_the_file_and_one_its_folder(name, saved, opener, qtbot, tmp_path):
    file = tmp_path / name
    file.write_text("x")
    saved.show_file(file, "Saved.")
    assert saved.isVisible()
    assert saved.said.text() == "Saved."
    qtbot.mouseClick(saved.open, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(saved.show_in_folder, Qt.MouseButton.LeftButton)
    assert opener.opened == [str(file), str(tmp_path)]
    assert name in saved.open.accessibleName()


def test_a_file_that_is_gone_is_told(saved, opener, qtbot, tmp_path):
    saved.show_file(tmp_path / "gone.json", "Saved.")
    qtbot.mouseClick(saved.open, Qt.MouseButton.LeftButton)
    assert opener.opened == []
    assert saved.said.text() == f"{tmp_path / 'gone.json'} is no longer there."
    assert not saved.open.isVisible()


def test_where_nothing_was_saved_there_is_nothing_to_open(saved, tmp_path):
    saved.show_file(tmp_path, "Saved.")
    saved.say("Cancelled.")
    assert saved.said.text() == "Cancelled."
    assert not saved.open.isVisible()
    assert not saved.show_in_folder.isVisible()


def test_a_long_name_does_not_widen_the_page(saved, tmp_path):
    saved.show_file(tmp_path / "a", "a")
    width = saved.minimumSizeHint().width()
    saved.show_file(tmp_path / "a", "a" * 255)
    assert saved.minimumSizeHint().width() == width
