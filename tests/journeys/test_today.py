"""The day in seconds: one press for a whole day, paint, both sides, moments, context, gaps."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from model.diary import Diary
from model.records.day import Assessment, DayContext, Moment, Rating
from model.records.person import FollowedRegion, Notice
from tests.journeys.conftest import NOW, clock, open_window, settle
from ui.settings import settings
from ui.widgets.severity import NOT_RECORDED
from ui.widgets.strip import RatingStrip

TODAY = date(2026, 11, 22)  # a Sunday
YESTERDAY = TODAY - timedelta(days=1)
MINE = ("palm_right", "palm_left", "sole_right", "sole_left")


@pytest.fixture
def path(tmp_path):
    """A diary that follows four regions; yesterday three of them were rated."""
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(*(FollowedRegion(region, True, n) for n, region in enumerate(MINE)))
        rows = zip(MINE, (5, 0, None), strict=False)
        diary.put(*(Rating(YESTERDAY, region, value, "same_day", NOW) for region, value in rows))
        diary.put(Notice("weekly_question", "hdss", NOW, NOW))  # not the matter of most tests
    return path


@pytest.fixture
def page(window):
    return window.shown("today")


def press(qtbot, button):
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def button(page, text):
    return next(
        each
        for each in page.findChildren(QAbstractButton)
        if text in (each.text(), each.accessibleName()) and each.isVisible()
    )


def point(page, region):
    return page.map.point_of(region).toPoint()


def cell(strip, value):
    return strip.cell(value).center().toPoint()


def of_day(day=TODAY):
    return lambda diary: {
        r.region: (r.severity, r.entered) for r in diary.ratings_between(day, day)
    }


# ---- One press for a whole day ------------------------------------------------------------------


def test_all_dry_is_one_press_and_one_undo(page, qtbot, settled, stored):
    page.rate("palm_left", 6)
    settled()
    press(qtbot, page.header.dry)
    settled()
    assert [page.strips.strip_of(region).value() for region in MINE] == [0, 6, 0, 0]
    assert not page.header.dry.isEnabled(), "nothing is left to fill"
    press(qtbot, page.header.undo)
    settled()
    assert [page.strips.strip_of(region).value() for region in MINE] == [-1, 6, -1, -1]
    assert stored(of_day()) == {"palm_left": (6, "same_day")}


def test_same_as_yesterday_is_one_press_marked_as_copied(page, qtbot, settled, stored):
    page.rate("palm_right", 7)
    settled()
    press(qtbot, page.header.same)
    assert stored(of_day()) == {
        "palm_right": (7, "same_day"),
        "palm_left": (0, "copied"),
        "sole_right": (None, "copied"),
    }


def test_yesterday_without_ratings_cannot_be_copied(page, settled):
    page.go_to(YESTERDAY)
    settled()
    assert not page.header.same.isEnabled()


def test_a_missed_day_is_caught_up_in_two_presses_and_late(page, qtbot, settled, stored):
    missed = TODAY - timedelta(days=2)
    dot = next(dot for dot in page.header.dots.dots if dot.day == missed)
    assert "nothing recorded" in dot.accessibleName()
    press(qtbot, dot)
    settled()
    press(qtbot, page.header.dry)
    settled()
    assert "later" in dot.accessibleName()
    assert stored(of_day(missed)) == dict.fromkeys(MINE, (0, "late"))


def test_dont_remember_is_an_answer(page, qtbot, settled, stored):
    missed = TODAY - timedelta(days=3)
    press(qtbot, next(dot for dot in page.header.dots.dots if dot.day == missed))
    settled()
    press(qtbot, button(page, "Don't remember"))
    settled()
    assert "not remembered" in page.header.dots.dots[-4].accessibleName()
    (context,) = stored(lambda diary: diary.of(DayContext))
    assert (context.day, context.state) == (missed, "not_remembered")


def test_dots_tell_each_day_apart(page, settled, qtbot):
    names = [dot.accessibleName() for dot in page.header.dots.dots]
    assert len(names) == 14
    assert "rated on the day" in names[-2]
    assert "nothing recorded" in names[-1]
    page.rate("palm_left", 3)
    settled()
    assert "in part" in page.header.dots.dots[-1].accessibleName()
    marks = {dot.grab().toImage().cacheKey(): None for dot in page.header.dots.dots}
    assert len(marks) == 14


def test_dots_are_walked_by_arrows(page, qtbot, settled):
    page.header.dots.dots[-1].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settled()
    assert page.day == YESTERDAY


# ---- Paint and both sides -----------------------------------------------------------------------


def test_pick_a_severity_then_click_regions(page, qtbot, settled, stored):
    palette = page.map_card.palette_strip
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=cell(palette, 6))
    for region in MINE:
        qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=point(page, region))
    assert stored(of_day()) == dict.fromkeys(MINE, (6, "same_day"))


def test_a_drag_over_regions_is_one_step(window, page, qtbot, settled, stored):
    page.map_card.paint_with(4)
    body = page.map
    start, end = (point(page, region) for region in ("chest", "abdomen"))
    qtbot.mousePress(body, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(body, end)
    qtbot.mouseRelease(body, Qt.MouseButton.LeftButton, pos=end)
    settled()
    assert {"chest", "abdomen"} <= page.values.keys()
    window.link.undo()
    assert stored(of_day()) == {}


def test_escape_puts_the_brush_away(page, qtbot, settled, stored):
    palette = page.map_card.palette_strip
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=cell(palette, 6))
    assert page.map_card.tools.paint.isChecked()
    qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert not page.map_card.tools.paint.isChecked()
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=point(page, "chest"))
    assert stored(of_day()) == {}


def test_the_eraser_takes_ratings_back(page, qtbot, settled, stored):
    page.rate_all(("chest", "abdomen", "palm_left"), 5)
    settled()
    press(qtbot, page.map_card.tools.paint)
    press(qtbot, page.map_card.clear)
    for region in ("chest", "abdomen"):
        qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=point(page, region))
    assert stored(of_day()) == {"palm_left": (5, "same_day")}


def test_another_page_puts_the_brush_away(window, page, qtbot):
    page.map_card.paint_with(4)
    window.go_to("sessions")
    window.go_to("today")
    assert not page.map_card.tools.paint.isChecked()


@pytest.mark.parametrize("how", ["toggle", "shift on the map", "shift on the strip"])
def test_both_sides_are_two_ratings_and_one_step(window, page, qtbot, settled, stored, how):
    shift = Qt.KeyboardModifier.ShiftModifier
    if how == "toggle":
        press(qtbot, page.map_card.tools.both)
        qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=point(page, "palm_right"))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_8)
    elif how == "shift on the map":
        qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, shift, point(page, "palm_right"))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_8)
    else:
        strip = page.strips.strip_of("palm_right")
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, shift, cell(strip, 8))
    settled()
    both = {region: page.values.get(region) for region in ("palm_right", "palm_left")}
    assert both == {"palm_right": 8, "palm_left": 8}
    window.link.undo()
    assert stored(of_day()) == {}


def test_ten_on_both_sides_is_one_step(window, page, qtbot, settled, stored):
    press(qtbot, page.map_card.tools.both)
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=point(page, "sole_left"))
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        qtbot.keyClick(QApplication.focusWidget(), key)
    settled()
    assert (page.values["sole_left"], page.values["sole_right"]) == (10, 10)
    window.link.undo()
    assert stored(of_day()) == {}


# ---- What other diaries were blamed for ---------------------------------------------------------


def test_each_region_has_a_severity_of_its_own(page, qtbot, settled, stored):
    for region, value in zip(MINE, (1, 4, 7, 10), strict=True):
        strip = page.strips.strip_of(region)
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=cell(strip, value))
        settled()
    assert {k: v for k, (v, _) in stored(of_day()).items()} == dict(
        zip(MINE, (1, 4, 7, 10), strict=True)
    )


def test_nothing_is_preselected_and_looking_stores_nothing(window, page, qtbot, settled, path):
    before = path.read_bytes()
    strips = page.findChildren(RatingStrip)
    assert len(strips) > len(MINE)
    assert {strip.value() for strip in strips} == {NOT_RECORDED}
    pressed = [b.text() for b in page.findChildren(QAbstractButton) if b.isChecked()]
    assert pressed == []
    for target in ("sessions", "today"):
        window.go_to(target)
        settled()
    page.go_to(YESTERDAY)
    settled()
    window.link.close()
    with Diary.open(path, clock) as diary:
        assert diary.undo_title == "Notice"
    assert len(path.read_bytes()) == len(before)


def test_a_press_is_seen_before_the_disk_has_answered(page, qtbot):
    page.rate("palm_left", 9)
    assert page.strips.strip_of("palm_left").value() == 9


def test_an_undo_right_after_a_press_waits_its_turn(window, page, qtbot, settled, stored):
    page.rate("palm_left", 9)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert page.strips.strip_of("palm_left").value() == NOT_RECORDED
    assert stored(of_day()) == {}


def test_a_refused_press_shows_what_is_stored(window, page, qtbot, settled):
    page.rate("palm_left", 4)
    settled()
    page.rate("palm_left", 99)  # no scale goes so far
    settled()
    assert page.strips.strip_of("palm_left").value() == 4


# ---- Moments ------------------------------------------------------------------------------------


def moment(severity, hour, region="palm_left"):
    return Moment(NOW.replace(hour=hour, minute=0), TODAY, region, severity)


def test_the_day_is_the_worst_of_its_moments(page, settled, stored):
    for each in (moment(3, 9), moment(8, 12), moment(5, 17)):
        page.around.moments.added.emit(each)
        settled()
    assert page.values["palm_left"] == 8
    assert stored(lambda diary: len(diary.of(Moment))) == 3


def test_the_patients_own_word_stands_over_the_moments(page, qtbot, settled, stored):
    page.rate("palm_left", 2)
    settled()
    page.around.moments.added.emit(moment(8, 12))
    settled()
    assert page.values["palm_left"] == 2
    press(qtbot, button(page, "Left palm: take 8 for the day"))
    settled()
    assert not page.around.moments.raise_day.isVisible()
    page._link.undo()
    assert stored(of_day()) == {"palm_left": (2, "same_day")}


def test_deleting_moments_takes_the_day_along(window, page, settled, stored):
    first, second = moment(3, 9), moment(8, 12)
    for each in (first, second):
        page.around.moments.added.emit(each)
        settled()
    page.around.moments.removed.emit(second)
    settled()
    assert page.values["palm_left"] == 3
    page.around.moments.removed.emit(first)
    settled()
    assert "palm_left" not in page.values
    window.link.undo()
    assert stored(of_day()) == {"palm_left": (3, "same_day")}


# ---- Around the map -----------------------------------------------------------------------------


def test_last_nights_sweat_and_a_note_are_stored_for_the_day(page, qtbot, settled, stored):
    press(qtbot, button(page, "Sweat last night: mild"))
    settled()
    around = page.around
    note = around.notes.findChildren(type(around.notes.note))[0]
    note.setFocus()
    qtbot.keyClicks(note, "hot bus")
    page.go_to(YESTERDAY)
    (context,) = stored(lambda diary: diary.of(DayContext))
    assert (context.day, context.night_sweat, context.note) == (TODAY, "mild", "hot bus")
    assert context.recorded_at == NOW


def test_taking_back_the_only_answer_leaves_no_answer(page, qtbot, settled, stored):
    for _ in range(2):
        press(qtbot, button(page, "Heat: hot"))
        settled()
    (context,) = stored(lambda diary: diary.of(DayContext))
    assert context.heat is None


# ---- HDSS once a week ---------------------------------------------------------------------------


@pytest.fixture
def monday(qtbot, tmp_path):
    """The first day of a week, in a diary with entries of the week before."""
    now = NOW + timedelta(days=1)
    path = tmp_path / "monday.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(Rating(TODAY, "palm_left", 3, "same_day", NOW))
    with open_window(qtbot, path, lambda: now) as window:
        yield window


def test_hdss_is_offered_in_the_first_entry_of_the_week_in_one_press(monday, qtbot):
    page = monday.shown("today")
    card = page.around.weekly
    assert card.isVisible()
    press(qtbot, card.answers[2])
    settle(monday, qtbot)
    assert card.answers[2].isChecked(), "it stays, so that nothing moves under the hand"
    press(qtbot, card.answers[3])
    settle(monday, qtbot)
    monday.link.close()
    with Diary.open(Path(monday._place.toolTip()), clock) as diary:
        (answer,) = diary.of(Assessment)
        assert (answer.instrument, answer.score, answer.day) == ("hdss", 3, date(2026, 11, 23))


def test_a_second_press_takes_the_answer_of_the_week_back(monday, qtbot):
    card = monday.shown("today").around.weekly
    for _ in range(2):
        press(qtbot, card.answers[2])
        settle(monday, qtbot)
    assert card.isVisible()
    assert not card.answers[2].isChecked()
    monday.link.close()
    with Diary.open(Path(monday._place.toolTip()), clock) as diary:
        assert diary.of(Assessment) == ()


def test_hdss_passed_over_is_not_offered_again_that_week(monday, qtbot):
    page = monday.shown("today")
    press(qtbot, button(page, "Not this week"))
    settle(monday, qtbot)
    assert not page.around.weekly.isVisible()
    page.rate("palm_left", 3)
    settle(monday, qtbot)
    assert not page.around.weekly.isVisible()


def test_hdss_is_not_asked_about_a_past_day(page, settled):
    page.go_to(YESTERDAY)
    settled()
    assert not page.around.weekly.isVisible()


# ---- Whose view ---------------------------------------------------------------------------------


def test_what_is_stored_does_not_depend_on_the_view(page, qtbot, settled, stored):
    where = point(page, "palm_right")
    press(qtbot, page.map_card.tools.mirrored)
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=where)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=point(page, "palm_right"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_9)
    assert point(page, "palm_right") != where
    assert stored(of_day()) == {"palm_left": (3, "same_day"), "palm_right": (9, "same_day")}


@pytest.fixture(autouse=True)
def _views_of_a_new_user():
    yield
    settings().clear()


def test_the_view_is_remembered(qtbot, path, window, page):
    press(qtbot, page.map_card.tools.mirrored)
    window.link.close()
    with open_window(qtbot, path) as again:
        body = again.shown("today").map
        assert body.point_of("palm_right").x() > body.point_of("palm_left").x()


# ---- My regions ---------------------------------------------------------------------------------


def test_a_region_rated_on_demand_joins_the_list(page, qtbot, settled):
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=point(page, "chest"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    settled()
    assert page.shown.listed == (*MINE, "chest")
    assert page.strips.strip_of("chest").value() == 2


def test_hover_tells_the_region_its_week_and_the_anchors(page, qtbot, settled):
    qtbot.mouseMove(page.map, QPoint(2, 2))
    qtbot.mouseMove(page.map, point(page, "palm_right"))
    band = page.map_card.band
    assert band.name.text() == "Right palm"
    assert band.value.text() == "not recorded (the day before: 5)"
    assert band.spark.accessibleName().endswith("none, 5, none")
    said = " ".join(label.text() for label in band.findChildren(type(band.name)))
    assert "dripping" in said
