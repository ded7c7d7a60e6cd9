"""Progress where there is nothing to compare yet: an empty diary, and one before any session."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from model.diary import Diary
from model.records.day import Rating
from model.records.treatment import Session
from tests.journeys.conftest import NOW, clock, open_window, settle
from tests.journeys.test_progress import text_of
from ui.progress.period import Period
from ui.widgets.layout import Column
from ui.words import date_text


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
        assert not page.head.windows.isVisible()
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


def test_beside_a_sentence_in_place_of_a_chart_no_tool_is_offered(qtbot, tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(*(Rating(date(2026, 11, day), "palm_left", 6) for day in range(2, 22)))
    with open_window(qtbot, path) as window:
        page = opened(window, qtbot)
        deck, seen = page.card.charts, {}
        for tab in range(deck.tabs.count()):
            deck.tabs.setCurrentIndex(tab)
            page.findChild(Column).ensureWidgetVisible(deck.canvas)
            settle(window, qtbot)
            tools = (deck.nearer, deck.farther, deck.whole, deck.as_table, deck.save)
            seen[deck.chart.id] = sum(tool.isVisible() for tool in tools)
        assert seen["timeline"] == 5
        assert seen["contrast"] == seen["wear_off"] == 0


def test_before_any_session_a_period_changes_nothing_of_what_to_know(qtbot, tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        days = [date(2026, 10, 1) + timedelta(number) for number in range(40)]
        diary.put(*(Rating(day, "palm_left", 6) for day in days))
    with open_window(qtbot, path) as window:
        page = opened(window, qtbot)
        before = text_of(page.plan)
        page.choose_period(Period(days=(days[0], days[2])))
        settle(window, qtbot)
        assert text_of(page.plan) == before != ""


def test_a_period_before_the_first_session_tells_nobody_to_wait_for_it(qtbot, tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        days = [date(2026, 10, 1) + timedelta(number) for number in range(40)]
        diary.put(*(Rating(day, "palm_left", 6) for day in days))
        diary.put(Session(NOW - timedelta(20), ("palm_left",), ("hand_tray",)))
    with open_window(qtbot, path) as window:
        page = opened(window, qtbot)
        page.choose_period(Period(days=(days[0], days[5])))
        settle(window, qtbot)
        assert page.found.view.progress.sessions == 0
        assert not page.plan.isVisible()


def test_a_restart_may_be_compared_with_days_between_two_treatments(qtbot, tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        days = [NOW.date() - timedelta(number) for number in range(150)]
        diary.put(*(Rating(day, "palm_left", 6) for day in days))
        diary.put(
            *(
                Session(NOW - timedelta(ago), ("palm_left",), ("hand_tray",), id=str(ago))
                for ago in (120, 116, 112, 40, 36, 32)
            )
        )
    restart = NOW.date() - timedelta(40)
    with open_window(qtbot, path) as window:
        page = opened(window, qtbot)
        page.head.baseline.trigger()
        dialog = page.dialog
        dialog.show_days(restart - timedelta(20), restart)
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
        assert f"began on {date_text(restart)}" in dialog.problem.text()
        dialog.show_days(restart - timedelta(20), restart - timedelta(1))
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
        settle(window, qtbot)
        assert page.dialog is None
        shown = page.found.view.progress.of("palm_left")
        assert (shown.baseline.starts, shown.baseline.days) == (restart - timedelta(20), 20)
        assert date_text(restart - timedelta(20)) in page.head.chosen_baseline.text.text()
