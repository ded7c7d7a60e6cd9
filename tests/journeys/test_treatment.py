"""Plan, timer, what is at hand and what to be careful about, in the real window on a real file."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from model.diary import Diary
from model.records.day import Rating
from model.records.person import ContraindicationAnswer, FollowedRegion, Notice
from model.records.treatment import Course, OwnedApplicator, Reaction, Session
from tests.journeys.conftest import NOW, clock, open_window, settle
from ui.sessions.timer import TimerCard
from ui.settings import settings

TODAY = NOW.date()
SESSION = Session(
    NOW - timedelta(days=2), ("palm_left", "palm_right"), ("hand_tray",), 12.0, 20.0, id="s1"
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(SESSION, *(Rating(TODAY, region, 7) for region in ("palm_left", "sole_left")))
    yield path
    settings().clear()


@pytest.fixture
def page(window, settled):
    window.go_to("sessions")
    settled()
    return window.shown("sessions")


def tab(page, settled, number):
    page.tabs.setCurrentIndex(number)
    settled()


def press(qtbot, button):
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def button(parent, text):
    return next(
        each
        for each in parent.findChildren(QAbstractButton)
        if text in (each.text(), each.accessibleName()) and each.isVisible()
    )


def test_a_session_like_the_last_is_two_presses_from_today(window, qtbot, settled, stored):
    window.go_to("sessions")  # the first press
    settled()
    press(qtbot, window.shown("sessions").repeat)
    rows = stored(lambda diary: diary.of(Session))
    assert len(rows) == 2
    (fresh,) = (row for row in rows if row.id != "s1")
    assert (fresh.started_at, fresh.regions, fresh.current_ma) == (NOW, SESSION.regions, 12.0)


def test_a_reaction_that_broke_the_skin_is_said_once_above_all_tabs(
    window, page, qtbot, settled, path
):
    blister = Reaction("blister", 1, TODAY, session="s1", id="r1")
    window.link.put(lambda diary: (blister,), "")
    settled()
    assert page.urgent.isVisible()
    press(qtbot, button(page.urgent, "Dismiss"))
    settled()
    assert not page.urgent.isVisible()
    window.link.close()
    with Diary.open(path, clock) as diary:
        (notice,) = diary.of(Notice)
        assert (notice.kind, notice.dismissed_at) == ("skin_reaction", NOW)
    with open_window(qtbot, path) as again:
        again.go_to("sessions")
        settle(again, qtbot)
        assert not again.shown("sessions").urgent.isVisible()


def test_a_yes_in_the_checklist_stays_in_sight(window, page, qtbot, settled, stored):
    assert not page.to_ask.isVisible()
    tab(page, settled, 3)
    press(qtbot, button(page.safety, "pacemaker or implanted defibrillator: yes"))
    settled()
    tab(page, settled, 0)
    assert page.to_ask.isVisible()
    (answer,) = stored(lambda diary: diary.of(ContraindicationAnswer))
    assert (answer.item, answer.day, answer.answer) == ("pacemaker", TODAY, "yes")


def test_how_much_a_region_bothers_is_asked_once_and_kept(page, qtbot, settled, stored):
    tab(page, settled, 2)
    page.at_hand.bother_chosen.emit("sole_left", 8)
    settled()
    (row,) = stored(lambda diary: diary.of(FollowedRegion))
    assert (row.region, row.followed, row.bother) == ("sole_left", True, 8)


def test_what_is_ticked_is_at_hand_at_once(page, qtbot, settled, stored):
    tab(page, settled, 2)
    box = button(page.at_hand, "Foot trays")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    (owned,) = stored(lambda diary: diary.of(OwnedApplicator))
    assert owned.applicator == "foot_tray"


def test_the_users_own_ceiling_decides_what_is_pointed_out(window, page, settled):
    assert not [one for one in page._judged.found if one.kind == "ceiling"]
    settings().setValue("ceiling/hand_tray", 10.0)
    page.refresh()
    settled()
    (found,) = (one for one in page._judged.found if one.kind == "ceiling")
    assert found.days == (SESSION.started_at.date(),)


def test_the_timer_fills_the_form_and_is_forgotten_once_stored(qtbot, path):
    now = [NOW]
    with open_window(qtbot, path, lambda: now[0]) as window:
        window.go_to("sessions")
        settle(window, qtbot)
        page = window.shown("sessions")
        press(qtbot, button(page.log.timer, "Start"))
        now[0] = NOW + timedelta(minutes=7)
        press(qtbot, button(page.log.timer, "Stop early"))
        settle(window, qtbot)
        assert page.form.minutes.amount == 7
        press(qtbot, page.form.log)
        settle(window, qtbot)
        assert page.log.timer.countdown is None
        window.link.close()
    with Diary.open(path, clock) as diary:
        (timed,) = (row for row in diary.of(Session) if row.id != "s1")
        assert timed.started_at.replace(tzinfo=None) == NOW.replace(tzinfo=None)
        assert (timed.minutes, timed.completed) == (7, False)
        assert set(timed.regions) == set(SESSION.regions)


def test_the_plan_is_written_as_a_calendar_and_updated(window, page, settled, tmp_path):
    from icalendar import Calendar

    days = tuple(str(TODAY + timedelta(days=n)) for n in (1, 3))
    course = Course("Palms", SESSION.regions, "induction", planned_days=days, id="c1")
    window.link.put(lambda diary: (course,), "")
    settled()
    tab(page, settled, 1)
    target = tmp_path / "plan.ics"
    for _ in range(2):
        page.write_calendar(target)
        settled()
    events = list(Calendar.from_ical(target.read_bytes()).walk("VEVENT"))
    assert [event["DTSTART"].dt.date() for event in events] == [
        TODAY + timedelta(days=n) for n in (1, 3)
    ]
    assert "sweat" not in target.read_text("utf-8").lower()
    assert page.findChildren(QFileDialog) == []


@pytest.mark.parametrize("number", range(5))
def test_every_tab_opens_on_an_empty_diary(qtbot, tmp_path, number):
    path = tmp_path / "empty.drymap"
    Diary.create(path, clock).close()
    with open_window(qtbot, path) as window:
        window.go_to("sessions")
        page = window.shown("sessions")
        page.tabs.setCurrentIndex(number)
        settle(window, qtbot)
        assert page.tabs.currentIndex() == number
        assert page.logged.today == date(2026, 11, 22)


def test_a_timer_that_still_runs_is_taken_up_when_the_diary_is_opened(qtbot, path):
    now = [NOW]
    with open_window(qtbot, path, lambda: now[0]) as window:
        window.go_to("sessions")
        settle(window, qtbot)
        press(qtbot, button(window.shown("sessions").log.timer, "Start"))
        window.link.close()
    now[0] = NOW + timedelta(minutes=5)
    with open_window(qtbot, path, lambda: now[0]) as window:
        assert window.page == "today"
        (timer,) = window.findChildren(TimerCard)
        assert timer.countdown.started_at == NOW
        assert timer.countdown.minutes_done(now[0]) == 5
