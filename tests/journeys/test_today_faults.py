"""Faults that a reader of Today found once: each stays mended."""

import threading
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from model.diary import Diary
from model.records.day import DayContext, Moment, Rating
from model.records.person import FollowedRegion, Notice, OwnRegion, Profile
from tests.journeys.conftest import NOW, clock, open_window, settle
from ui.widgets.severity import NOT_RECORDED

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(FollowedRegion("palm_left"), Notice("weekly_question", "hdss", NOW, NOW))
        diary.put(Rating(YESTERDAY, "palm_left", 5, "same_day", NOW))
        diary.put(DayContext(YESTERDAY, note="stored note", tags=("caffeine",), clothes_changed=3))
    return path


@pytest.fixture
def page(window):
    return window.shown("today")


@pytest.fixture
def slow(window):
    """Hold the diary's thread until the function that is returned is called."""
    gate = threading.Event()
    window.link.read(lambda diary: gate.wait(20), lambda _: None)
    yield gate.set
    gate.set()


def contexts(diary):
    return {row.day: row for row in diary.of(DayContext)}


def test_a_day_chosen_before_the_diary_was_read_is_the_day_of_a_press(qtbot, path):
    from ui.link import Link
    from ui.window import Window

    link = Link(clock)
    window = Window(link)
    qtbot.addWidget(window)
    window.show()
    gate = threading.Event()
    page = window.shown("today")
    link._jobs.put(lambda: gate.wait(20))
    link.open(path)
    page.go_to(YESTERDAY)
    page.rate("sole_left", 7)
    gate.set()
    settle(window, qtbot)
    link.close()
    with Diary.open(path, clock) as diary:
        (rating,) = (r for r in diary.ratings_between(YESTERDAY, TODAY) if r.region == "sole_left")
        assert (rating.day, rating.entered) == (YESTERDAY, "late")
    window.close()


def test_nothing_of_a_day_can_be_overwritten_before_it_was_read(page, slow, settled, stored):
    page.go_to(YESTERDAY)
    assert not page.around.isEnabled()
    slow()
    settled()
    assert page.around.isEnabled()
    assert page.around.notes.note.note() == "stored note"
    assert stored(contexts)[YESTERDAY].tags == ("caffeine",)


def test_quick_presses_on_a_counter_all_count(page, qtbot, settled, stored):
    for _ in range(3):
        qtbot.mouseClick(page.around.context.showers.more, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    assert stored(contexts)[TODAY].showers == 3


def test_writing_goes_on_after_another_diary_was_opened(window, qtbot, settled, tmp_path):
    other = tmp_path / "other.drymap"
    Diary.create(other, clock).close()
    window.link.open(other)
    settled()
    window.shown("today").rate("nose", 4)
    settled()
    assert window.shown("today").values == {"nose": 4}


def test_the_dialog_of_my_regions_may_be_closed_while_the_diary_is_slow(page, slow, settled):
    page._open_regions()
    page.regions.dialog.reject()
    slow()
    settled()
    assert page.regions is None


def test_undo_takes_a_typed_note_out_of_its_field(page, qtbot, settled, stored):
    note = page.around.notes.note
    note.setFocus()
    qtbot.keyClicks(note, "hello")
    qtbot.mouseClick(page.header.undo, Qt.MouseButton.LeftButton)
    settled()
    assert note.note() == ""
    page.around.leave_day()
    assert TODAY not in stored(contexts)


def test_deleting_moments_leaves_the_patients_own_word(page, settled, stored):
    page.rate("nose", 4)
    settled()
    moments = [
        Moment(NOW.replace(hour=hour), TODAY, "nose", value) for hour, value in ((9, 4), (10, 6))
    ]
    for moment in moments:
        page.around.moments.added.emit(moment)
    for moment in moments:
        page.around.moments.removed.emit(moment)
    rows = stored(lambda diary: diary.ratings_between(TODAY, TODAY))
    assert rows == (Rating(TODAY, "nose", 4, "same_day", NOW),)


def test_a_retired_or_left_out_region_is_neither_copied_nor_offered(page, settled, stored):
    own = OwnRegion("Scar", "palm_right", id="own_scar")
    records = (own, FollowedRegion("nose", followed=False))
    rated = [Rating(YESTERDAY, region, 3, "same_day", NOW) for region in ("own_scar", "nose")]
    page._link.put(
        lambda diary: (*records, *rated, OwnRegion("Scar", "palm_right", True, own.id)), ""
    )
    settled()
    page.same_as_before()
    settled()
    assert page.values == {"palm_left": 5}
    page.around.moments.add.click()
    assert page.around.moments.dialog.region.findData("own_scar") < 0
    page.around.moments.dialog.reject()


def test_a_renamed_region_is_renamed_in_its_row(page, settled):
    for name in ("Scar", "Old scar"):
        own = OwnRegion(name, "palm_right", id="own_scar")
        page._link.put(lambda diary, own=own: (own, FollowedRegion("own_scar", True, 5)), "")
        settled()
    assert page.strips.strip_of("own_scar").accessibleName() == "Old scar (Right palm)"


@pytest.mark.parametrize("how", ["double click", "right button"])
def test_a_slip_of_the_finger_on_a_row_changes_nothing(page, qtbot, settled, stored, how):
    strip = page.strips.strip_of("palm_left")
    where = strip.cell(7).center().toPoint()
    if how == "double click":
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=where)
        qtbot.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=where)
    else:
        qtbot.mouseClick(strip, Qt.MouseButton.RightButton, pos=where)
    found = stored(lambda diary: [r.severity for r in diary.ratings_between(TODAY, TODAY)])
    assert found == ([7] if how == "double click" else [])


def test_entries_of_the_night_go_along_when_the_day_ends_later(qtbot, path):
    night = NOW.replace(day=23, hour=0, minute=30)
    with open_window(qtbot, path, lambda: night) as window:
        page = window.shown("today")
        page.rate("palm_left", 7)
        settle(window, qtbot)
        assert page.around.night.isVisible()
        qtbot.mouseClick(page.around.night.always, Qt.MouseButton.LeftButton)
        settle(window, qtbot)
        assert (page.day, page.values) == (TODAY, {"palm_left": 7})
        assert not page.around.night.isVisible()
        window.link.undo()
        settle(window, qtbot)
        assert page.day == night.date()
        assert page.values == {"palm_left": 7}
        window.link.close()
    with Diary.open(path, clock) as diary:
        assert diary.of(Profile) == ()
        assert diary.check() == ()


def test_a_rated_day_is_no_longer_unknown(page, settled, stored):
    page.go_to(YESTERDAY - timedelta(days=1))
    settled()
    page.set_state("not_remembered")
    settled()
    page.rate("nose", 2)
    settled()
    assert "rated" in page.header.dots.dots[-3].accessibleName()
    assert stored(contexts)[YESTERDAY - timedelta(days=1)].state is None


def test_the_focus_stays_in_the_list_when_a_row_goes(page, qtbot, settled):
    page.rate("nose", 2)
    settled()
    strip = page.strips.strip_of("nose")
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    settled()
    assert QApplication.focusWidget() is page.strips.strip_of("palm_left")


def test_page_keys_change_the_day_from_a_row(page, qtbot, settled):
    strip = page.strips.strip_of("palm_left")
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_PageUp)
    settled()
    assert page.day == YESTERDAY
    assert page.strips.strip_of("palm_left").value() == 5


def test_the_brush_paints_by_space_where_the_focus_is(page, qtbot, settled, stored):
    where = page.map.point_of("nose").toPoint()
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=where)
    page.map_card.paint_with(6)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    found = stored(
        lambda diary: {r.region: r.severity for r in diary.ratings_between(TODAY, TODAY)}
    )
    assert found == {"nose": 6}


def test_a_typed_ten_of_stress_is_one_step(page, qtbot, settled, stored):
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        qtbot.keyClick(page.around.context.stress, key)
    settled()
    assert page.around.context.stress.value() == 10
    page._link.undo()
    settled()
    assert page.around.context.stress.value() == NOT_RECORDED


def test_tab_comes_to_the_rows_before_the_day(page, qtbot):
    page.choose_regions.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.strips.strip_of("palm_left")


def test_the_focus_does_not_slip_to_another_button(page, qtbot, settled):
    page.go_to(YESTERDAY - timedelta(days=1))
    settled()
    page.header.dry.setFocus()
    qtbot.keyClick(page.header.dry, Qt.Key.Key_Space)
    settled()
    assert not page.header.dry.isEnabled()
    assert QApplication.focusWidget() in page.header.dots.dots


def test_buttons_of_a_day_keep_their_places(page, settled):
    def places():
        return [button.x() for button in (page.header.dry, page.header.same)]

    today = places()
    page.go_to(YESTERDAY)
    settled()
    QApplication.processEvents()
    assert places() == today


def test_an_undo_says_which_day_it_is_about(window, page, settled):
    page.go_to(YESTERDAY)
    page.rate("nose", 9)
    settled()
    assert "Nose: 9, 21 Nov 2026" in window.undo_action.text()


def test_zooming_in_chooses_no_region(page, qtbot, settled, stored):
    where = page.map.point_of("palm_left").toPoint()
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=where)
    page.map_card.tools.show_part("face")
    assert page.map_card.current == ""
    assert page.map.hasFocus() is False
    qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_7)
    assert stored(lambda diary: diary.ratings_between(TODAY, TODAY)) == ()


def test_the_brush_is_put_away_when_the_day_changes(page, settled):
    page.map_card.paint_with(4)
    page.go_to(YESTERDAY)
    assert not page.map_card.tools.paint.isChecked()


def test_a_total_can_be_typed_over_not_stated(page, qtbot, settled):
    page.around.measurements.add_score.click()
    dialog = page.around.measurements.dialog
    dialog.instrument.setCurrentIndex(dialog.instrument.findData("dlqi"))
    qtbot.mouseClick(dialog.score.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.score.lineEdit().hasSelectedText)
    qtbot.keyClicks(QApplication.focusWidget(), "12")
    assert dialog.score.amount == 12
    dialog.reject()
