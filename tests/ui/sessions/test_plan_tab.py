"""The plan shows each course's days, what is next and what was done; it is changed by presses."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel

from model.analysis.judgement import Told
from model.analysis.plan import sessions_by_course
from model.analysis.planned import induction_days
from model.catalog.sources import SOURCES
from model.catalog.treatments import SCHEDULES
from model.records.treatment import Course, Session
from ui.sessions.plan_tab import PlanTab
from ui.sessions.plan_words import planned_of
from ui.settings import settings
from ui.words import region_names

TODAY = date(2026, 11, 22)  # a Sunday
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
NAMES = region_names()
PALMS, SOLES = ("palm_right", "palm_left"), ("sole_right", "sole_left")


def day_of_november(number):
    return date(2026, 11, number)


def session(day, regions=PALMS):
    started = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    return Session(started, regions, ("hand_tray",), id=f"{day} {regions[0]}")


def dated(*days, **fields):
    texts = tuple(day.isoformat() for day in days)
    values = {"schedule": "uk_7", "starts": days[0], "planned_days": texts, "id": "palms"}
    return Course("Palms", PALMS, "induction", **(values | fields))


N = day_of_november
NOT_CHANGED = Told("not_changed")
PALMS_COURSE = dated(N(16), N(18), N(20), N(25), date(2026, 12, 2))
CLAMMY = Course("Soles", SOLES, "maintenance", "uk_7", N(1), id="soles")


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    settings().remove("reminder")
    yield
    QLocale.setDefault(before)


@pytest.fixture
def tab(qtbot):
    tab = PlanTab()
    qtbot.addWidget(tab)
    tab.resize(900, 600)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


@pytest.fixture
def show(tab):
    """Show courses and sessions; return the card of the first course."""

    def show(*courses, sessions=(), clammy=None, told=None, today=TODAY):
        tab.show_state(courses, sessions, NAMES, today, clammy or {}, told or {}, 0)
        QApplication.processEvents()
        return tab.cards[courses[0].id] if courses else None

    return show


@pytest.fixture
def put(tab):
    records = []
    tab.put.connect(records.append)
    return records


@pytest.fixture
def removed(tab):
    records = []
    tab.removed.connect(records.append)
    return records


def marks(card):
    return {cell.day: cell.states for cell in card.strip.days if cell.states}


def test_without_a_course_there_is_one_sentence_and_one_button(tab, show):
    show()
    assert tab.state.text().startswith("No course is planned.")
    assert tab.new_course.isVisible()
    assert not tab.reminders.isVisible()
    assert not tab.legend.isVisible()


def test_each_day_says_what_was_planned_and_done(show):
    card = show(PALMS_COURSE, sessions=[session(N(16)), session(N(20)), session(N(22))])
    assert marks(card) == {
        N(16): ("done",),
        N(18): ("missed",),
        N(20): ("done",),
        N(22): ("extra",),
        N(25): ("planned",),
        date(2026, 12, 2): ("planned",),
    }
    said = {cell.day: cell.accessibleName() for cell in card.strip.days}
    assert said[N(25)] == "Wed 25 Nov: planned"
    assert said[N(18)] == "Wed 18 Nov: not done"
    assert said[N(22)] == "Sun 22 Nov, today: extra"
    assert said[N(23)] == "Mon 23 Nov: nothing planned"
    assert "missed" not in " ".join(said.values())


def test_marks_differ_by_shape_and_not_by_colour_alone(show):
    due = dated(N(12), N(16), N(22), N(24))
    card = show(due, sessions=[session(N(16)), session(N(14))])
    shapes = {}
    for cell in card.strip.days:
        if len(cell.states) == 1:
            picture = cell.grab().toImage()
            middle = picture.width() // 2
            dark = frozenset(
                (x - middle, y)
                for x in range(middle - 7, middle + 8)
                for y in range(picture.height() - 19, picture.height() - 4)
                if picture.pixelColor(x, y).lightness() < 128
            )
            shapes.setdefault(cell.states[0], set()).add(dark)
    assert set(shapes) == {"planned", "due", "done", "missed", "extra"}
    drawn = [frozenset(found) for found in shapes.values()]
    assert len(set(drawn)) == len(drawn)
    assert all(mark for found in drawn for mark in found)


@pytest.mark.parametrize(
    ("course", "clammy", "line"),
    [
        (PALMS_COURSE, None, "Next: Wednesday 25 November"),
        (dated(TODAY, N(24)), None, "Due today"),
        (dated(N(16)), None, "No further session is planned."),
        (dated(date(2027, 1, 4)), None, "Next: Monday 4 January 2027"),
        (CLAMMY, N(20), "Due: a region was rated 3 or more on Friday 20 November"),
        (CLAMMY, None, "Next: as soon as clammy. No region was rated 3 or more."),
        (replace(CLAMMY, interval_days=7, starts=N(19)), None, "Due since Thursday 19 November"),
        (replace(CLAMMY, starts=N(30)), None, "Begins Monday 30 November"),
        (replace(PALMS_COURSE, ends=N(20)), None, "Ended 20 Nov 2026"),
    ],
)
def test_what_is_next_stands_in_one_line(show, course, clammy, line):
    card = show(course, clammy={course.id: clammy})
    assert card.next.text() == line


def test_done_is_counted_against_what_was_planned_until_today(show):
    card = show(PALMS_COURSE, sessions=[session(N(16)), session(N(20)), session(N(22))])
    assert card.done.text() == "Done: 2 of 3 planned until today, and 1 extra."
    card = show(CLAMMY, sessions=[session(N(3), SOLES)])
    assert card.done.text() == "Done: 1."


def test_it_says_when_it_is_too_early_to_judge_and_where_that_was_read(show):
    card = show(PALMS_COURSE, sessions=[session(N(16))], told={"palms": NOT_CHANGED})
    assert card.judged.text().startswith("Too early to judge. Days since the first session: 6")
    for source in ("sweatless", "holzle1987", "idrostar"):
        assert SOURCES[source] in card.sources.text()


def test_hands_and_then_feet_on_a_day_are_one_of_the_sessions_before_a_judgement(show):
    days = [N(22) - timedelta(days=6 * place) for place in range(6)]
    course = replace(dated(*sorted(days)), regions=PALMS + SOLES)
    done = [session(day, where) for day in days for where in (PALMS, SOLES)]
    said = show(course, sessions=done, told={"palms": NOT_CHANGED}).judged.text()
    assert said.startswith("Too early to judge.")
    assert "Days with a session of the same region: 6, at least 10 are needed." in said


def test_what_is_said_of_a_course_is_the_same_where_its_sessions_are_at_hand():
    courses = (PALMS_COURSE, CLAMMY)
    done = [session(N(16)), session(N(16), SOLES), session(N(20)), session(N(22))]
    found = sessions_by_course(courses, done)
    for each in courses:
        asked = planned_of(each, courses, done, TODAY, None, None, 0)
        assert planned_of(each, (), (), TODAY, None, None, 0, found[each.id]) == asked
        assert asked.last_session is not None


def test_after_a_month_without_change_it_is_time_to_talk(show):
    days = [N(1) - timedelta(days=3 * place) for place in range(12)]
    course = dated(*sorted(days))
    done = [session(day) for day in days]
    assert "Time to talk to your dermatologist." in (
        show(course, sessions=done, told={"palms": NOT_CHANGED}).judged.text()
    )
    drier = {"palms": Told("changed")}
    assert "less sweating" in show(course, sessions=done, told=drier).judged.text()


def test_maintenance_is_not_called_too_early(show):
    card = show(CLAMMY, sessions=[session(N(16), SOLES)])
    assert not card.judged.isVisible()
    assert SOURCES["ses"] in card.rhythm.text()


def test_courses_that_run_stand_first_and_those_that_are_over_have_no_calendar(tab, show):
    over = dated(date(2026, 3, 2), ends=date(2026, 3, 9), id="over")
    later = dated(date(2026, 12, 14), id="later")
    show(over, later, PALMS_COURSE)
    shown = sorted(tab.cards.values(), key=lambda card: card.y())
    assert [card.planned.course.id for card in shown] == ["palms", "later", "over"]
    assert not tab.cards["over"].strip.isVisible()
    assert not tab.cards["over"].end.isVisible()
    assert tab.cards["palms"].strip.isVisible()


def test_a_course_is_ended_and_the_focus_does_not_slip_to_delete(qtbot, show, put, removed):
    card = show(PALMS_COURSE)
    card.end.setFocus()
    qtbot.keyClick(card.end, KEY.Key_Space)
    assert put == [replace(PALMS_COURSE, ends=N(21))]
    show(put[0])
    assert card.edit.hasFocus()
    assert not card.end.isVisible()
    assert removed == []


def test_a_session_of_today_stays_in_the_course_that_is_ended(qtbot, show, put):
    card = show(PALMS_COURSE, sessions=[session(TODAY)])
    qtbot.mouseClick(card.end, LEFT)
    assert put[0].ends == TODAY


def test_a_course_that_has_not_begun_cannot_be_ended(show):
    assert not show(dated(date(2026, 12, 14))).end.isVisible()


def test_a_course_is_deleted_and_the_next_one_has_the_focus(qtbot, tab, show, removed):
    card = show(PALMS_COURSE, CLAMMY)
    card.delete.setFocus()
    qtbot.mouseClick(card.delete, LEFT)
    assert removed == [PALMS_COURSE]
    show(CLAMMY)
    assert tab.cards["soles"].edit.hasFocus()
    show()
    assert tab.new_course.hasFocus()


def test_a_card_that_goes_takes_no_focus_from_elsewhere(tab, show):
    card = show(PALMS_COURSE, CLAMMY)
    card.edit.setFocus()
    tab.new_course.setFocus()
    show(CLAMMY)
    assert tab.new_course.hasFocus()


def test_one_session_is_moved_and_the_rest_stays(qtbot, tab, show, put):
    card = show(PALMS_COURSE, sessions=[session(N(16))])
    qtbot.mouseClick(card.move_one, LEFT)
    dialog = tab.dialog
    offered = [dialog.day.itemData(place) for place in range(dialog.day.count())]
    assert offered == ["", "2026-11-18", "2026-11-20", "2026-11-25", "2026-12-02"]
    assert not dialog.ok.isEnabled()
    assert not dialog.rest.isChecked()
    dialog.day.setCurrentIndex(3)
    dialog.to.text.selectAll()
    qtbot.keyClicks(dialog.to.text, "26 Nov 2026")
    qtbot.mouseClick(dialog.ok, LEFT)
    days = ("2026-11-16", "2026-11-18", "2026-11-20", "2026-11-26", "2026-12-02")
    assert put == [replace(PALMS_COURSE, planned_days=days)]


@pytest.mark.parametrize(
    ("starts", "ends", "offered"),
    [
        (N(2), None, False),
        (None, date(2026, 12, 24), False),
        (N(2), date(2026, 12, 24), True),
    ],
)
def test_moving_is_offered_only_where_it_can_be_done(qtbot, tab, show, put, starts, ends, offered):
    weekly = Course("Palms", PALMS, "maintenance", "uk_7", starts, ends, ("mon", "thu"), id="p")
    card = show(weekly)
    assert card.move_one.isVisible() is offered
    if offered:
        qtbot.mouseClick(card.move_one, LEFT)
        tab.dialog.day.setCurrentIndex(1)
        day = date.fromisoformat(tab.dialog.day.currentData())
        tab.dialog.to.show_day(day + timedelta(days=1), date(2027, 1, 1))
        qtbot.mouseClick(tab.dialog.ok, LEFT)
        assert (day + timedelta(days=1)).isoformat() in put[0].planned_days


def test_the_dialog_stays_until_its_course_is_stored(qtbot, tab, show, put):
    card = show(PALMS_COURSE)
    qtbot.mouseClick(card.edit, LEFT)
    dialog = tab.dialog
    dialog.note.setFocus()
    qtbot.keyClicks(dialog.note, "evenings")
    qtbot.mouseClick(dialog.ok, LEFT)
    tab.may_press_again()
    assert (dialog.isVisible(), dialog.note.text()) == (True, "evenings")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == [replace(PALMS_COURSE, note="evenings")] * 2
    tab.stored(put[1])
    assert not dialog.isVisible()


def test_the_calendar_is_one_tab_stop(qtbot, tab, show):
    card = show(PALMS_COURSE)
    tab.new_course.setFocus()
    qtbot.keyClick(tab.new_course, KEY.Key_Tab)
    assert QApplication.focusWidget() is card.strip.day_of(TODAY)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert card.move_one.hasFocus()


def test_tab_goes_through_the_cards_as_they_stand(qtbot, tab, show):
    show(CLAMMY)
    show(CLAMMY, PALMS_COURSE)
    tab.new_course.setFocus()
    qtbot.keyClick(tab.new_course, KEY.Key_Tab)
    assert QApplication.focusWidget() is tab.cards["palms"].strip.day_of(TODAY)


def test_arrows_go_from_day_to_day_and_beyond_the_edge(qtbot, show):
    card = show(PALMS_COURSE)
    card.strip.day_of(TODAY).setFocus()

    def press(key):
        qtbot.keyClick(QApplication.focusWidget(), key)
        return QApplication.focusWidget().day

    assert press(KEY.Key_Right) == N(23)
    assert press(KEY.Key_Down) == N(30)
    assert press(KEY.Key_Up) == N(23)
    assert press(KEY.Key_Left) == N(22)
    first = card.strip.days[0].day
    assert first == N(16)  # the week in which the course begins
    assert press(KEY.Key_Up) == N(15)
    assert card.strip.days[0].day == N(9)
    assert press(KEY.Key_Home) == TODAY
    assert press(KEY.Key_PageDown) == date(2026, 12, 20)
    assert len({cell.focusPolicy() for cell in card.strip.days}) == 2


def test_the_weeks_turn_by_mouse_and_stay_when_the_plan_changes(qtbot, show):
    card = show(PALMS_COURSE)
    qtbot.mouseClick(card.strip.later, LEFT)
    assert card.strip.days[0].day == date(2026, 12, 14)
    show(replace(PALMS_COURSE, note="x"))
    assert card.strip.days[0].day == date(2026, 12, 14)
    show(PALMS_COURSE, today=N(23))
    assert card.strip.day_of(N(23)) is not None


def test_a_course_with_an_unreadable_day_says_so_and_leaves_the_others_alone(tab, show, removed):
    broken = replace(CLAMMY, planned_days=("someday",), id="broken")
    card = show(broken, PALMS_COURSE)
    assert card.next.text().startswith("A course cannot be planned for 'someday'.")
    assert not card.strip.isVisible()
    assert tab.cards["palms"].next.text() == "Next: Wednesday 25 November"
    card.delete.click()
    assert removed == [broken]


def test_a_course_without_a_name_is_called_after_its_regions(show):
    card = show(replace(CLAMMY, name=""))
    assert card.name.text() == "Right sole, Left sole: maintenance"
    assert card.edit.accessibleName() == "Edit: Right sole, Left sole: maintenance"


def test_a_long_induction_is_seen_from_today_on(show):
    days = induction_days(SCHEDULES["three_weekly_6_weeks"], date(2026, 10, 12))
    card = show(dated(*days, schedule="three_weekly_6_weeks"))
    assert card.strip.days[0].day == N(2)
    far = show(dated(date(2027, 3, 3), id="far"))
    assert far.strip.days[0].day == date(2027, 3, 1)


def test_nothing_is_cut_off_in_a_narrow_window(tab, show):
    tab.resize(520, 500)
    card = show(PALMS_COURSE, sessions=[session(N(16))])
    QApplication.processEvents()
    for label in card.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.width() >= label.sizeHint().width(), label.text()
    assert tab.width() == 520  # it was not made wider by what is inside


def test_the_file_is_asked_for_by_its_button(qtbot, tab, show):
    show(PALMS_COURSE)
    with qtbot.waitSignal(tab.export_wanted, timeout=1000):
        tab.reminders.export.setFocus()
        qtbot.keyClick(tab.reminders.export, KEY.Key_Space)
