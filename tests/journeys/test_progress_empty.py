"""Progress where there is nothing to compare yet: an empty diary, and one before any session."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from model.diary import Diary
from model.records.day import Rating
from tests.journeys.conftest import clock, open_window, settle
from tests.journeys.test_progress import text_of


def opened(window, qtbot):
    window.go_to("progress")
    settle(window, qtbot)
    return window.shown("progress")


def test_an_empty_diary_says_what_to_do_and_shows_no_empty_card(window, qtbot, settled):
    page = opened(window, qtbot)
    assert "14 days before the first session" in page.head.quality.text()
    for part in (page.top, page.card, page.all_card, page.plan, page.head.period):
        assert not part.isVisible()
    qtbot.mouseClick(page.to_today, Qt.MouseButton.LeftButton)
    assert window.page == "today"


def test_before_any_session_the_page_says_what_makes_a_result_surer(qtbot, tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        days = [date(2026, 11, 10) + timedelta(number) for number in range(6)]
        diary.put(*(Rating(day, "palm_left", 6) for day in days))
    with open_window(qtbot, path) as window:
        page = opened(window, qtbot)
        assert page.plan.isVisible()
        assert "14 days before the first session" in text_of(page.plan)
        assert not page.top.isVisible(), "there is no change to show"
        assert not page.head.baseline.isVisible()
        assert page.card.isVisible()
        assert page.card.charts.canvas.isVisible()


def test_a_diary_of_two_days_draws_no_empty_frame(qtbot, tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(*(Rating(date(2026, 11, day), "palm_left", 6) for day in (20, 21)))
    with open_window(qtbot, path) as window:
        page = opened(window, qtbot)
        for deck in (page.card.charts, page.all):
            for tab in range(deck.tabs.count()):
                deck.tabs.setCurrentIndex(tab)
                settle(window, qtbot)
                assert deck.canvas.accessibleDescription(), deck.chart.id
