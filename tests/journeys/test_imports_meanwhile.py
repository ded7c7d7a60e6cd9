"""Meanwhile: an import that takes its time is watched, ended, and holds nothing up."""

import threading
from datetime import date

import pytest
from PySide6.QtCore import Qt

from model import exports
from model.diary import Diary
from model.exports import json_file
from model.records.day import Rating
from model.records.person import OwnRegion
from model.records.snapshot import RatingColumns, snapshot_of
from tests.journeys.conftest import JANUARY, clock
from tests.journeys.test_imports import choose, numbers
from ui.diary.import_dialog import ImportDialog
from ui.diary.mapping_dialog import MappingDialog


@pytest.fixture
def page(window, settled):
    window.go_to("diary")
    settled()
    return window.shown("diary")


class Slow:
    """A format that is read until it is told to go on, or cancelled."""

    def __init__(self):
        self.reading, self.go_on = threading.Event(), threading.Event()
        self.format = exports.Format("Slow", ".slow", json_file.write, self.read)

    def read(self, path, now, step):
        self.reading.set()
        for _ in range(4000):  # 20 seconds: a test that fails must not keep its thread for ever
            if self.go_on.wait(0.005):
                break
            step(50, 100)
        return json_file.read(path, now, step)


@pytest.fixture
def slow(monkeypatch, page, qtbot, tmp_path):
    """An import of a rating that is being read."""
    slow = Slow()
    monkeypatch.setattr(exports, "FORMATS", (*exports.FORMATS, slow.format))
    columns = RatingColumns.empty()
    columns.append(Rating(JANUARY[0], "nose", 4))
    json_file.write(snapshot_of(columns), tmp_path / "all.slow")
    page.imports.import_from(tmp_path / "all.slow")
    qtbot.waitUntil(slow.reading.is_set)
    yield slow
    slow.go_on.set()


def test_a_bar_tells_how_far_reading_is_and_the_preview_follows(slow, page, qtbot, shown):
    working = page.imports.working
    qtbot.waitUntil(working.isVisible)
    assert working.title.text() == "Import of all.slow"
    qtbot.waitUntil(lambda: working.bar.value() == 37)  # half of reading, before comparing
    assert not any(button.isEnabled() for button in page.imports.buttons)
    slow.go_on.set()
    assert numbers(shown(ImportDialog)) == {"Ratings": ["1", "0", "0"]}
    assert not working.isVisible()
    assert all(button.isEnabled() for button in page.imports.buttons)


def test_a_cancelled_import_shows_nothing_and_writes_nothing(
    slow, page, qtbot, settled, severities
):
    qtbot.waitUntil(page.imports.working.isVisible)
    qtbot.mouseClick(page.imports.working.cancel, Qt.MouseButton.LeftButton)
    settled()
    assert page._said.text() == "Cancelled. Nothing was imported."
    assert not page.imports.findChildren(ImportDialog)
    assert not page.imports.working.isVisible()
    assert severities() == {}


def test_an_import_that_is_cancelled_as_its_last_row_is_read_is_told(
    page, settled, monkeypatch, tmp_path
):
    def read(path, now, step):
        contents = json_file.read(path, now)
        page.imports._work.cancel()
        return contents

    known = exports.Format("Late", ".late", json_file.write, read)
    monkeypatch.setattr(exports, "FORMATS", (*exports.FORMATS, known))
    json_file.write(snapshot_of(RatingColumns.empty()), tmp_path / "all.late")
    page.imports.import_from(tmp_path / "all.late")
    settled()
    assert page._said.text() == "Cancelled. Nothing was imported."


def test_a_rating_is_stored_while_a_file_is_read(
    slow, page, qtbot, window, shown, press, severities
):
    stored = []
    window.link.put(lambda diary: (Rating(JANUARY[0], "scalp", 7),), "Rating", stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    assert window.link.is_working
    slow.go_on.set()
    press(shown(ImportDialog).take)
    assert severities() == {(1, "scalp"): 7, (1, "nose"): 4}


def test_closing_the_window_ends_an_import(slow, qtbot, window, path):
    window.close()
    qtbot.waitUntil(window.isHidden)
    window.link.close()
    assert "work" not in {thread.name for thread in threading.enumerate()}
    with Diary.open(path, clock) as diary:
        assert diary.ratings_between(*JANUARY) == ()


def test_another_import_ends_the_one_before_it(slow, page, tables, shown):
    page.imports.import_from(tables("2026-01-05,nose,4,good\n2026-01-06,nose,5,good\n"))
    assert numbers(shown(ImportDialog)) == {"Ratings": ["2", "0", "0"]}
    assert page._said.text() == ""


def test_another_diary_ends_an_import(slow, page, qtbot, window, settled, tmp_path):
    Diary.create(tmp_path / "other.drymap", clock).close()
    with qtbot.waitSignal(window.link.opened):
        window.link.open(tmp_path / "other.drymap")
    slow.go_on.set()
    settled()
    assert not window.findChildren(ImportDialog)
    assert not window.link.is_working


def test_a_rating_that_came_before_the_yes_is_asked_about(
    page, tables, shown, press, window, qtbot, severities
):
    page.imports.import_from(tables("2026-01-05,nose,4,good\n"))
    dialog = shown(ImportDialog)
    stored = []
    window.link.put(lambda diary: (Rating(date(2026, 1, 5), "nose", 9),), "Rating", stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    press(dialog.take)
    again = shown(ImportDialog)
    assert numbers(again) == {"Ratings": ["0", "0", "1"]}
    press(again.take)
    assert severities() == {(5, "nose"): 9}


def test_continue_waits_until_the_table_is_read_as_it_is_mapped_now(
    page, tmp_path, shown, qtbot, settled
):
    source = tmp_path / "tracker.csv"
    source.write_text("Date,Left palm,Other\n2026-01-05,4,6\n2026-01-06,2,1\n")
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    choose(mapping.columns[2], "sole_left")
    qtbot.mouseClick(mapping.go_on, Qt.MouseButton.LeftButton)  # at once
    assert numbers(shown(ImportDialog)) == {"Ratings": ["4", "0", "0"]}


def test_what_a_mapping_dialog_reads_ends_with_it(page, tmp_path, shown, press, window, settled):
    source = tmp_path / "tracker.csv"
    source.write_text("Date,Left palm,Other\n2026-01-05,4,6\n2026-01-06,2,1\n")
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    choose(mapping.columns[2], "sole_left")
    mapping._look()
    work = mapping._looking
    mapping.reject()
    assert work.is_cancelled
    settled()
    assert not page.imports.findChildren(MappingDialog)
    assert not window.link.is_working


@pytest.mark.expects_log("unexpected error")
def test_continue_reads_again_what_broke(page, tmp_path, shown, qtbot, settled, monkeypatch):
    source = tmp_path / "tracker.csv"
    source.write_text("Date,Left palm\n2026-01-05,4\n2026-01-06,2\n")
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    with monkeypatch.context() as broken:
        broken.setattr("ui.diary.mapping_dialog.look", lambda *_: 1 / 0)
        mapping._look()
        qtbot.mouseClick(mapping.go_on, Qt.MouseButton.LeftButton)
        settled()
    assert mapping.isVisible()
    assert not mapping.working.isVisible()
    qtbot.mouseClick(mapping.go_on, Qt.MouseButton.LeftButton)
    assert numbers(shown(ImportDialog)) == {"Ratings": ["2", "0", "0"]}


def test_regions_are_known_by_their_german_names_and_by_ones_own(
    page, tmp_path, shown, window, settled, qtbot
):
    wrist, stored = OwnRegion("Wrist; left", "forearm_left", id="own_w"), []
    window.link.put(lambda diary: (wrist,), "Region", stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    source = tmp_path / "tracker.csv"
    source.write_text("Tag;Handfläche links;Fußsohle (re);left wrist;Hand\n05.01.2026;4;6;1;2\n")
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    assert [box.currentData() for box in mapping.columns] == [
        "day",
        "palm_left",
        "sole_right",
        "own_w",
        "",
    ]
