"""What is planned is said quietly: on Today, and at a chosen time where the desktop has a place."""

import sqlite3
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from model.diary import Diary
from model.records.day import Rating
from model.records.treatment import Course, Session
from tests.journeys.conftest import NOW, clock, open_window, settle
from ui.settings import settings

TODAY = NOW.date()


def course(**fields):
    return Course("Palms", ("palm_left", "palm_right"), "induction", id="c1", **fields)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(course(planned_days=(str(TODAY), str(TODAY + timedelta(days=3)))))
    yield path
    settings().clear()


def due(window):
    return window.shown("today").around.due


def test_a_session_planned_for_today_is_said_until_it_is_done(window, qtbot, settled):
    assert due(window).isVisible()
    assert "Palms" in due(window).accessibleName() + " ".join(
        label.text() for label in due(window).findChildren(type(due(window)._said))
    )
    session = Session(NOW, ("palm_left",), ("hand_tray",))
    window.link.put(lambda diary: (session,), "")
    settled()
    assert not due(window).isVisible()
    window.link.undo()
    settled()
    assert due(window).isVisible()


def test_it_leads_to_the_page_where_it_is_logged(window, qtbot):
    qtbot.mouseClick(due(window).open, Qt.MouseButton.LeftButton)
    assert window.page == "sessions"


def test_a_plan_by_sweating_is_due_when_a_region_is_not_dry_any_more(window, settled):
    window.link.put(lambda diary: (course(), Rating(TODAY, "palm_left", 2)), "")
    settled()
    assert not due(window).isVisible()
    window.link.put(lambda diary: (Rating(TODAY, "palm_left", 3),), "")
    settled()
    assert due(window).isVisible()


@pytest.mark.parametrize(
    ("time", "notify", "done", "told"),
    [
        ("21:00", True, False, ["Something is planned for today."]),
        ("21:15", True, False, []),  # a minute too early
        ("21:00", False, False, []),
        ("", True, False, ["Something is planned for today."]),  # the evening, where none is set
        ("21:00", True, True, []),
    ],
)
def test_the_desktop_is_told_once_at_the_chosen_time(
    window, settled, monkeypatch, time, notify, done, told
):
    said = []
    monkeypatch.setattr(window.reminder, "message", said.append)
    monkeypatch.setattr("ui.reminder.QSystemTrayIcon.isSystemTrayAvailable", lambda: True)
    settings().setValue("reminder/time", time)
    settings().setValue("reminder/notify", notify)
    if done:
        window.link.put(lambda diary: (Session(NOW, ("palm_left",), ("hand_tray",)),), "")
    for _ in range(3):
        window.reminder.look()
        settled()
    assert said == told


def test_the_notification_is_discreet_unless_the_patient_allows_more(window, settled, monkeypatch):
    said = []
    monkeypatch.setattr(window.reminder, "message", said.append)
    monkeypatch.setattr("ui.reminder.QSystemTrayIcon.isSystemTrayAvailable", lambda: True)
    for key, value in (("time", "21:00"), ("notify", True), ("discreet", False)):
        settings().setValue(f"reminder/{key}", value)
    window.reminder.look()
    settled()
    assert said == ["Iontophoresis is planned for today."]


def test_a_course_of_an_older_diary_that_no_one_can_read_stops_nothing(qtbot, path):
    driver = sqlite3.connect(path)
    driver.execute("UPDATE course SET planned_days = '[\"soon\"]'")
    driver.commit()
    driver.close()
    with open_window(qtbot, path) as window:
        assert not due(window).isVisible()
        window.go_to("sessions")
        settle(window, qtbot)
        assert window.shown("sessions").logged.courses[0].planned_days == ("soon",)
        assert window.shown("sessions").before.isVisible(), "judged all the same"
        assert window.findChildren(QMessageBox) == []
