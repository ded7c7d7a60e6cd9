"""A day is logged with mouse and keys, stored at once, and can be taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from model.diary import Diary
from model.records.day import Rating
from tests.journeys.conftest import NOW, clock
from ui.widgets.severity import NOT_APPLICABLE, NOT_RECORDED

TODAY = date(2026, 11, 22)


def click(window, qtbot, region):
    body = window.shown("today").map
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=body.point_of(region).toPoint())


def type_keys(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def ratings(diary):
    return {
        (r.day, r.region): r.severity
        for r in diary.ratings_between(date(2026, 1, 1), date(2026, 12, 31))
    }


def test_a_click_and_a_digit_store_a_rating_with_day_and_time(window, qtbot, stored):
    click(window, qtbot, "palm_left")
    type_keys(qtbot, Qt.Key.Key_7)
    rows = stored(lambda diary: diary.ratings_between(TODAY, TODAY))
    assert rows == (Rating(TODAY, "palm_left", 7, "same_day", NOW),)


def test_arrow_and_digit_rate_without_a_mouse(window, qtbot, stored):
    click(window, qtbot, "palm_right")
    type_keys(qtbot, Qt.Key.Key_4, Qt.Key.Key_Up, Qt.Key.Key_6)
    assert stored(ratings) == {(TODAY, "palm_right"): 4, (TODAY, "forearm_right"): 6}


def test_strip_and_palette_store_as_well(window, qtbot, settled, stored):
    click(window, qtbot, "sole_right")
    page = window.shown("today")
    palette = page.map_card.palette_strip
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.cell(10).center().toPoint())
    settled()
    strip = page.strips.strip_of("sole_right")
    assert strip.value() == 10
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell(0).center().toPoint())
    assert stored(ratings) == {(TODAY, "sole_right"): 0}


def test_missing_zero_and_not_applicable_stay_apart(window, qtbot, settled, stored):
    for region, keys in (
        ("palm_left", (Qt.Key.Key_0,)),
        ("chest", (Qt.Key.Key_N,)),
        ("abdomen", (Qt.Key.Key_5, Qt.Key.Key_Delete)),
    ):
        click(window, qtbot, region)
        type_keys(qtbot, *keys)
    settled()
    strips = window.shown("today").strips
    assert strips.strip_of("palm_left").value() == 0
    assert strips.strip_of("chest").value() == NOT_APPLICABLE
    assert window.shown("today").map_card.palette_strip.value() == NOT_RECORDED
    assert stored(ratings) == {(TODAY, "palm_left"): 0, (TODAY, "chest"): None}


def test_undo_and_redo_by_their_keys(window, qtbot, settled, stored):
    click(window, qtbot, "palm_left")
    type_keys(qtbot, Qt.Key.Key_7)
    settled()
    type_keys(qtbot, Qt.Key.Key_3)
    settled()
    assert window.undo_action.isEnabled()
    assert "Left palm: 3" in window.undo_action.text()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert window.shown("today").strips.strip_of("palm_left").value() == 7
    window.redo_action.trigger()
    assert stored(ratings) == {(TODAY, "palm_left"): 3}


def test_a_past_day_is_stored_as_late(window, qtbot, settled, stored):
    page = window.shown("today")
    qtbot.mouseClick(page.header.earlier, Qt.MouseButton.LeftButton)
    settled()
    click(window, qtbot, "nose")
    type_keys(qtbot, Qt.Key.Key_2)
    (row,) = stored(lambda diary: diary.ratings_between(date(2026, 11, 21), TODAY))
    assert (row.day, row.severity, row.entered) == (date(2026, 11, 21), 2, "late")


def test_the_day_after_today_is_not_offered(window, settled):
    page = window.shown("today")
    assert not page.header.later.isEnabled()
    page.go_to(date(2026, 11, 23))
    assert page.day == TODAY


def test_yesterdays_value_is_a_ghost_and_no_value(window, qtbot, settled, stored):
    page = window.shown("today")
    page.go_to(date(2026, 11, 21))
    click(window, qtbot, "palm_left")
    type_keys(qtbot, Qt.Key.Key_8)
    page.go_to(TODAY)
    settled()
    strip = page.strips.strip_of("palm_left")
    assert (strip.value(), strip._ghost) == (NOT_RECORDED, 8)
    assert (TODAY, "palm_left") not in stored(ratings)


def test_what_is_stored_is_there_at_the_next_start(window, qtbot, settled, path):
    click(window, qtbot, "axilla_left")
    type_keys(qtbot, Qt.Key.Key_9)
    settled()
    window.link.close()
    with Diary.open(path, clock) as diary:
        assert ratings(diary) == {(TODAY, "axilla_left"): 9}


@pytest.mark.parametrize("store_anyway", [True, False])
def test_a_day_in_the_future_is_asked_about(window, qtbot, settled, stored, store_anyway):
    tomorrow = date(2026, 11, 23)
    window.link.put(lambda diary: (Rating(tomorrow, "nose", 1),), "test")
    settled()
    (box,) = window.findChildren(QMessageBox)
    assert "clock" in box.informativeText()
    wanted = "Store it" if store_anyway else "Cancel"
    button = next(b for b in box.buttons() if b.text().replace("&", "") == wanted)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stored(ratings) == ({(tomorrow, "nose"): 1} if store_anyway else {})
