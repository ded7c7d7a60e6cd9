"""What a tired patient does: double clicks, scrolls, stays up late, closes in a hurry."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from model.diary import Diary
from model.records.day import Rating
from model.records.person import Profile
from model.records.treatment import Reaction, Session
from tests.journeys.conftest import NOW, clock, open_window, settle

CET = timezone(timedelta(hours=1))


class Watch:
    """A clock that a test can set."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


def boxes(window):
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_page_moves_on_at_midnight_and_leaves_the_old_day_alone(qtbot, path):
    watch = Watch(datetime(2026, 11, 22, 23, 50, tzinfo=CET))
    Diary.create(path, watch).close()
    with open_window(qtbot, path, watch) as window:
        page = window.shown("today")
        page.rate("nose", 2)
        settle(window, qtbot)
        watch.now += timedelta(hours=9)
        page._border.timeout.emit()
        settle(window, qtbot)
        assert page.day == date(2026, 11, 23)
        page.rate("nose", 9)
        settle(window, qtbot)
    with Diary.open(path, watch) as diary:
        rows = diary.ratings_between(date(2026, 11, 22), date(2026, 11, 23))
    assert [(r.day.day, r.severity, r.entered) for r in rows] == [
        (22, 2, "same_day"),
        (23, 9, "same_day"),
    ]


def test_the_day_ends_when_the_patient_says(qtbot, path):
    watch = Watch(datetime(2026, 11, 23, 0, 30, tzinfo=CET))
    with Diary.create(path, watch) as diary:
        diary.put(Profile(day_ends_at_hour=4))
    with open_window(qtbot, path, watch) as window:
        page = window.shown("today")
        assert page.day == date(2026, 11, 22)
        page.rate("nose", 2)
        settle(window, qtbot)
    with Diary.open(path, watch) as diary:
        (row,) = diary.ratings_between(date(2026, 11, 22), date(2026, 11, 23))
    assert (row.day.day, row.entered) == (22, "same_day")


@pytest.fixture
def session():
    return Session(
        NOW - timedelta(days=2, seconds=7),
        ("palm_right", "palm_left"),
        ("hand_tray",),
        12.25,
        12.5,
        sensation=4,
        dose_level="3",
    )


def test_a_correction_touches_only_what_was_changed(window, qtbot, settled, stored, session):
    reactions = (
        Reaction("redness", 1, NOW.date(), session=session.id),
        Reaction("itch", 2, NOW.date(), session=session.id),
    )
    window.link.put(lambda diary: (session, *reactions), "before")
    window.go_to("sessions")
    settled()
    page = window.shown("sessions")
    page.list.setCurrentItem(page.list.topLevelItem(0))
    page.form.note.setText("as before")
    press(qtbot, page.form.log)
    settled()
    kept, left = stored(lambda diary: (diary.of(Session), diary.of(Reaction)))
    assert kept == (replace(session, note="as before"),)
    assert set(left) == set(reactions)


def test_a_correction_with_its_reaction_is_one_step_back(window, qtbot, settled, stored, session):
    reaction = Reaction("itch", 2, NOW.date(), session=session.id)
    window.link.put(lambda diary: (session, reaction), "before")
    window.go_to("sessions")
    settled()
    page = window.shown("sessions")
    page.list.setCurrentItem(page.list.topLevelItem(0))
    page.form.note.setText("no itch after all")
    press(qtbot, page.form.reactions.rows[reaction.id].delete)
    press(qtbot, page.form.log)
    settled()
    window.undo_action.trigger()
    kept, left = stored(lambda diary: (diary.of(Session), diary.of(Reaction)))
    assert (kept, left) == ((session,), (reaction,))


def test_a_session_starts_when_it_is_logged_not_when_the_page_was_opened(qtbot, path):
    watch = Watch(NOW)
    Diary.create(path, watch).close()
    with open_window(qtbot, path, watch) as window:
        window.go_to("sessions")
        settle(window, qtbot)
        form = window.shown("sessions").form
        watch.now += timedelta(hours=26)
        form.applicators["hand_tray"].setChecked(True)
        press(qtbot, form.log)
        settle(window, qtbot)
    with Diary.open(path, watch) as diary:
        (session,) = diary.of(Session)
    assert session.started_at.replace(tzinfo=None) == watch.now.replace(tzinfo=None)


def test_a_double_click_logs_one_session(window, qtbot, settled, stored):
    window.go_to("sessions")
    settled()
    page = window.shown("sessions")
    assert not page.repeat.isEnabled(), "there is nothing to repeat"
    page.form.applicators["hand_tray"].setChecked(True)
    press(qtbot, page.form.log)
    press(qtbot, page.form.log)
    settled()
    press(qtbot, page.repeat)
    press(qtbot, page.repeat)
    assert len(stored(lambda diary: diary.of(Session))) == 2


def wheel_over(widget):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_scrolling_over_the_form_changes_nothing(window, qtbot, settled):
    window.go_to("sessions")
    settled()
    form = window.shown("sessions").form
    before = form.draft()
    window.navigation.setFocus()
    for field in (
        form.start.time,
        form.current,
        form.minutes,
        form.waveform,
        form.water,
        form.completed,
    ):
        wheel_over(field)
    assert form.draft() == before


def test_the_first_step_of_a_number_is_zero(window, qtbot, settled):
    window.go_to("sessions")
    settled()
    form = window.shown("sessions").form
    for field in (form.current, form.minutes):
        field.stepUp()
        assert field.value() == 0


def test_nothing_of_one_diary_reaches_another(window, qtbot, settled, tmp_path, session):
    window.link.put(lambda diary: (session, Profile(name="A. B.")), "before")
    window.go_to("diary")
    window.go_to("sessions")
    settled()
    page = window.shown("sessions")
    page.list.setCurrentItem(page.list.topLevelItem(0))
    other = tmp_path / "other.drymap"
    with qtbot.waitSignal(window.link.opened):
        window.link.open(other, create=True)
        assert not window._middle.isEnabled(), "nothing can be pressed meanwhile"
    settled()
    page = window.shown("sessions")
    assert page.list.topLevelItemCount() == 0
    assert page.form.log.text() == "Log session"
    window.go_to("diary")
    settled()
    assert window.shown("diary").profile.name.text() == ""
    window.shown("today").rate("nose", 3)
    settled()
    window.link.close()
    with Diary.open(other, clock) as diary:
        assert (diary.of(Session), diary.of(Profile)) == ((), ())
        assert len(diary.ratings_between(NOW.date(), NOW.date())) == 1


def test_the_diary_that_is_open_can_be_opened_again(window, qtbot, settled, path):
    with qtbot.waitSignal(window.link.opened):
        window.link.open(path)
    settled()
    assert boxes(window) == []


def test_a_file_that_goes_bad_is_told_once(window, qtbot, settled, path):
    told = []
    window.link.failed.connect(lambda error, is_write: told.append(error))
    path.write_bytes(b"\0" * path.stat().st_size)
    for page in ("sessions", "today", "sessions"):
        window.go_to(page)
        window.shown(page).refresh()
        settled()
    assert 1 <= len(told) <= 10, "a refusal asks for nothing again by itself"
    shown = [box.text() for box in boxes(window)]
    assert shown
    assert len(set(shown)) == len(shown)


def test_typing_on_is_not_disturbed_by_what_was_stored(window, qtbot, settled, stored):
    window.go_to("diary")
    settled()
    page = window.shown("diary")
    page.profile.name.setFocus()
    qtbot.keyClicks(page.profile.name, "A. B.")
    page.profile.diagnosis.setFocus()
    qtbot.keyClicks(page.profile.diagnosis, "palmar")
    settled()
    assert page.profile.diagnosis.text() == "palmar"
    page.profile.name.setFocus()
    (profile,) = stored(lambda diary: diary.of(Profile))
    assert (profile.name, profile.diagnosis) == ("A. B.", "palmar")


def test_walking_through_the_fields_stores_nothing(window, qtbot, settled):
    window.go_to("diary")
    settled()
    page = window.shown("diary")
    for field in (
        page.profile.name,
        page.profile.birth_year,
        page.profile.diagnosis,
        page.profile.name,
    ):
        field.setFocus()
    settled()
    assert not window.undo_action.isEnabled()


def test_a_window_that_closes_tells_of_a_write_that_failed(window, qtbot, settled):
    bad = Rating(NOW.date(), "own_nowhere", 3)
    window.link.put(lambda diary: (bad,), "bad")
    window.close()
    qtbot.waitUntil(lambda: bool(boxes(window)))
    assert window.isVisible()
    boxes(window)[0].close()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_window_that_closes_has_stored_everything(window, qtbot, path):
    window.shown("today").rate("nose", 7)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.link.close()
    with Diary.open(path, clock) as diary:
        assert len(diary.ratings_between(NOW.date(), NOW.date())) == 1


def click_region(page, qtbot, region):
    where = page.map.point_of(region).toPoint()
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=where)


def test_one_undo_takes_a_typed_ten_back(window, qtbot, settled, stored):
    page = window.shown("today")
    page.rate("palm_left", 8)
    settled()
    click_region(page, qtbot, "palm_left")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    settled()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    settled()
    assert page.strips.strip_of("palm_left").value() == 10
    window.undo_action.trigger()
    rows = stored(lambda diary: diary.ratings_between(NOW.date(), NOW.date()))
    assert [row.severity for row in rows] == [8]


def test_the_chosen_region_stays_chosen_on_another_day(window, qtbot, settled):
    page = window.shown("today")
    click_region(page, qtbot, "palm_left")
    settled()
    page.go_to(date(2026, 11, 20))
    settled()
    assert page.map_card.band.name.text() == "Left palm"
    assert page.map_card.palette_strip.isEnabled()


@pytest.mark.parametrize(("typed", "amount"), [("7,5", 7.5), ("7.5", 7.5), ("100", 100.0)])
def test_a_number_is_taken_as_it_was_typed(window, qtbot, settled, typed, amount):
    window.go_to("sessions")
    settled()
    for field in (window.shown("sessions").form.current, window.shown("sessions").form.minutes):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        assert field.amount == amount


def test_a_number_out_of_range_is_refused_in_words(window, qtbot, settled, stored):
    window.go_to("sessions")
    settled()
    form = window.shown("sessions").form
    form.applicators["hand_tray"].setChecked(True)
    form.current.show_amount(100)
    press(qtbot, form.log)
    settled()
    assert "from 0 to 60" in boxes(window)[0].text()
    assert stored(lambda diary: diary.of(Session)) == ()


def test_tab_walks_the_session_form_from_top_to_bottom(window, qtbot, settled):
    window.go_to("sessions")
    settled()
    form = window.shown("sessions").form
    form.applicators["hand_tray"].setChecked(True)
    settled()
    form.applicators["hand_tray"].setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is form.current:
            break
    boxes_seen = [widget.text() for widget in seen if isinstance(widget, QAbstractButton)]
    assert boxes_seen[0] == "Hand trays"
    assert boxes_seen[-3:-1] == ["Right palm", "Left palm"]
    assert len(boxes_seen) == 8 + 1 + 2 + 1, "the last opens the calendar of the start"


def test_a_ten_after_the_one_was_undone_takes_nothing_older_back(window, qtbot, settled, stored):
    page = window.shown("today")
    page.rate("nose", 5)
    settled()
    page.rate("palm_left", 1)
    settled()
    window.undo_action.trigger()
    page._complete("palm_left", 10)
    rows = stored(lambda diary: diary.ratings_between(NOW.date(), NOW.date()))
    assert {row.region: row.severity for row in rows} == {"nose": 5, "palm_left": 10}


def test_a_day_that_ended_while_another_page_was_shown_is_left_behind(qtbot, path):
    watch = Watch(datetime(2026, 11, 22, 23, 50, tzinfo=CET))
    Diary.create(path, watch).close()
    with open_window(qtbot, path, watch) as window:
        window.go_to("sessions")
        settle(window, qtbot)
        watch.now += timedelta(hours=9)
        window.go_to("today")
        settle(window, qtbot)
        assert window.shown("today").day == date(2026, 11, 23)
