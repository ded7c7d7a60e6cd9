"""Faults that a reader of Sessions found once: each stays mended."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from model.analysis.plan import sessions_of
from model.diary import Diary
from model.records.day import Moment, Rating
from model.records.treatment import Course, Reaction, Session
from tests.journeys.conftest import NOW, clock, open_window, settle
from ui.settings import settings

OLD = Session(NOW - timedelta(days=9), ("palm_left",), ("hand_tray",), 12.0, 20.0, id="s1")
TODAY = NOW.date()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(OLD, Rating(TODAY, "palm_left", 7))
    yield path
    settings().clear()


@pytest.fixture
def now():
    return [NOW]


@pytest.fixture
def page(qtbot, path, now):
    with open_window(qtbot, path, lambda: now[0]) as window:
        window.go_to("sessions")
        settle(window, qtbot)
        yield window.shown("sessions")


def press(qtbot, parent, text):
    found = next(
        each
        for each in parent.findChildren(QAbstractButton)
        if text in (each.text(), each.accessibleName()) and each.isVisible() and each.isEnabled()
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def run_timer(page, qtbot, now, minutes=7):
    press(qtbot, page.log.timer, "Start")
    now[0] += timedelta(minutes=minutes)
    press(qtbot, page.log.timer, "Stop early")
    settle(page.window(), qtbot)


def sessions(page, qtbot, path):
    settle(page.window(), qtbot)
    page.window().link.close()
    with Diary.open(path, clock) as diary:
        return [row for row in diary.of(Session) if row.id != "s1"]


def correct_the_old_one(page, qtbot):
    page.list.setCurrentItem(page.list.topLevelItem(0))
    page.form.note.setText("tingled")
    qtbot.mouseClick(page.form.log, Qt.MouseButton.LeftButton)
    settle(page.window(), qtbot)


def test_correcting_another_session_keeps_what_the_timer_counted(page, qtbot, path, now):
    run_timer(page, qtbot, now)
    correct_the_old_one(page, qtbot)
    assert page.log.timer.countdown is not None
    press(qtbot, page, "Back to what was half filled")
    assert page.form.minutes.amount == 7
    qtbot.mouseClick(page.form.log, Qt.MouseButton.LeftButton)
    settle(page.window(), qtbot)
    assert page.log.timer.countdown is None
    (timed,) = sessions(page, qtbot, path)
    assert timed.minutes == 7


def test_logging_one_count_leaves_the_next_timer_alone(page, qtbot, path, now):
    run_timer(page, qtbot, now)
    press(qtbot, page.log.timer, "New timer")
    press(qtbot, page.log.timer, "Start")
    qtbot.mouseClick(page.form.log, Qt.MouseButton.LeftButton)
    settle(page.window(), qtbot)
    assert page.log.timer.countdown is not None
    assert len(sessions(page, qtbot, path)) == 1


def test_a_half_filled_form_can_be_brought_back(page, qtbot):
    page.form.applicators["foot_tray"].click()
    page.form.minutes.show_amount(13)
    page.list.setCurrentItem(page.list.topLevelItem(0))
    assert page.form.minutes.amount == 20
    press(qtbot, page, "Back to what was half filled")
    assert page.form.applicators["foot_tray"].isChecked()
    assert page.form.minutes.amount == 13
    assert not page.log.drafts.isVisible()


def test_what_is_typed_while_another_session_is_being_stored_stays(page, qtbot, path):
    page.log._log(OLD, ())
    page.form.minutes.show_amount(13)
    settle(page.window(), qtbot)
    assert page.form.minutes.amount == 13


def test_a_press_on_another_page_while_sessions_is_read_leaves_it_filled(qtbot, path):
    with open_window(qtbot, path) as window:
        window.go_to("sessions")
        window.go_to("today")
        window.link.put(lambda diary: (Moment(NOW, TODAY, "nose", 3),), "")
        settle(window, qtbot)
        window.go_to("sessions")
        settle(window, qtbot)
        assert window.shown("sessions").logged is not None
        assert window.shown("sessions").list.topLevelItemCount() == 1


def test_repeating_does_not_count_for_a_course_that_is_over(page, qtbot, path):
    over = Course(
        "Old",
        ("palm_left",),
        "induction",
        starts=TODAY - timedelta(days=30),
        ends=TODAY - timedelta(days=1),
        interval_days=2,
        id="over",
    )
    runs = Course("New", ("palm_left",), "maintenance", starts=TODAY, interval_days=7, id="runs")
    last = Session(
        NOW - timedelta(days=2),
        ("palm_left",),
        ("hand_tray",),
        course="over",
        phase="induction",
        id="s2",
    )
    page._link.put(lambda diary: (over, runs, last), "")
    settle(page.window(), qtbot)
    qtbot.mouseClick(page.repeat, Qt.MouseButton.LeftButton)
    rows = sessions(page, qtbot, path)
    (fresh,) = (row for row in rows if row.id not in ("s1", "s2"))
    assert (fresh.course, fresh.phase) == (None, None)
    assert fresh in sessions_of(runs, (over, runs), rows)


def test_a_burn_is_answered_before_the_session_is_logged(page, qtbot):
    page.form.stop_and_ask.emit(Reaction("burn", 2, TODAY, id="r1"))
    assert page.urgent.isVisible()


def test_the_checklist_that_was_never_answered_is_named_where_one_logs(page, qtbot):
    assert page.before.isVisible()
    qtbot.mouseClick(page.before, Qt.MouseButton.LeftButton)
    assert page.tabs.currentIndex() == 3


def test_answers_for_pages_of_another_diary_are_dropped(page, qtbot, tmp_path):
    other = tmp_path / "other.drymap"
    Diary.create(other, clock).close()
    window = page.window()
    window.link.open(other)
    page.refresh()
    settle(window, qtbot)
    window.go_to("sessions")
    settle(window, qtbot)
    assert window.shown("sessions").logged.sessions == ()


def test_the_wheel_changes_nothing_while_the_form_is_scrolled(page, qtbot):
    page.form.fold.setVisible(True)
    for field in (page.form.water, page.form.waveform, page.form.completed):
        assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus, "the wheel gives no focus"


def test_repeating_leaves_the_focus_on_something_harmless(page, qtbot):
    page._link.put(lambda diary: (Reaction("blister", 1, TODAY, session="s1", id="r1"),), "")
    settle(page.window(), qtbot)
    assert page.urgent.isVisible()
    page.repeat.setFocus()
    qtbot.keyClick(page.repeat, Qt.Key.Key_Space)
    assert page.list.hasFocus()


def test_what_is_to_be_looked_at_is_counted_on_the_tab(page, qtbot):
    settings().setValue("ceiling/hand_tray", 10.0)
    page.refresh()
    settle(page.window(), qtbot)
    assert page.tabs.tabText(3) == "Safety (1)"
    blister = Reaction("blister", 1, TODAY, session="s1", id="r1")
    page._link.put(lambda diary: (blister,), "")
    settle(page.window(), qtbot)
    assert page.urgent.isVisible()
    assert page.tabs.tabText(3) == "Safety (1)", "what stands above the tabs is not counted again"


def test_today_says_that_a_timer_runs(page, qtbot):
    window = page.window()
    press(qtbot, page.log.timer, "Start")
    window.go_to("today")
    window.shown("today").refresh()
    settle(window, qtbot)
    due = window.shown("today").around.due
    assert due.isVisible()
    assert "timer" in due._said.text()
