"""A course is asked for, its days are seen before OK, and one of its sessions is moved."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from model.analysis.planned import UNTIL_DRY_SESSIONS, induction_days
from model.catalog.applicators import FORBIDDEN_REGIONS
from model.catalog.sources import SOURCES
from model.catalog.treatments import SCHEDULES
from model.records.treatment import Course
from ui.sessions.course_dialog import CourseDialog, MoveDialog
from ui.sessions.plan_words import laid_out
from ui.words import region_names

TODAY = date(2026, 11, 22)  # a Sunday
MONDAY = date(2026, 11, 23)
LEFT = Qt.MouseButton.LeftButton
NAMES = region_names()
PALMS = ("palm_right", "palm_left")
UK_DAYS = induction_days(SCHEDULES["uk_7"], MONDAY)


def iso(days):
    return tuple(day.isoformat() for day in days)


UK = Course("Hands", PALMS, "induction", "uk_7", MONDAY, None, iso(UK_DAYS), note="n", id="uk")


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def ask(qtbot):
    """Open the dialog, for a new course or to edit one."""

    def ask(course=None, kind=CourseDialog, *more):
        dialog = kind(course, *more, TODAY) if kind is MoveDialog else kind(TODAY, NAMES, course)
        qtbot.addWidget(dialog)
        dialog.sent = []
        dialog.entered.connect(dialog.sent.append)
        dialog.open()
        QApplication.processEvents()
        return dialog

    return ask


@pytest.fixture
def choose(qtbot):
    """Choose in a combo box by keys, as a person does."""

    def choose(box, id_):
        box.setFocus()
        way = box.findData(id_) - box.currentIndex()
        for _ in range(abs(way)):
            qtbot.keyClick(box, Qt.Key.Key_Down if way > 0 else Qt.Key.Key_Up)
        assert box.currentData() == id_

    return choose


@pytest.fixture
def type_day(qtbot):
    def type_day(field, text):
        field.text.selectAll()
        qtbot.keyClicks(field.text, text)

    return type_day


@pytest.fixture
def fill(qtbot, choose, type_day):
    """Fill in a new course from the next Monday on; the palms are found by searching."""

    def fill(dialog, phase, schedule):
        choose(dialog.phase, phase)
        choose(dialog.schedule, schedule)
        type_day(dialog.first, "23 Nov 2026")
        dialog.ticks.search.setFocus()
        qtbot.keyClicks(dialog.ticks.search, "palm")
        qtbot.keyClick(dialog.ticks.search, Qt.Key.Key_Return)
        qtbot.keyClick(dialog.ticks.tree, Qt.Key.Key_Space)
        return dialog

    return fill


@pytest.fixture
def said(qtbot):
    """Press OK on what cannot be stored; return the one sentence that is said."""

    def said(dialog):
        qtbot.mouseClick(dialog.ok, LEFT)
        assert dialog.isVisible()
        assert dialog.sent == []
        assert dialog.problem.isVisible()
        return dialog.problem.text()

    return said


def test_nothing_is_preselected_and_what_is_missing_is_said(ask, said, choose):
    dialog = ask()
    assert (dialog.phase.currentData(), dialog.schedule.currentData()) == ("", "")
    assert dialog.ticks.regions == ()
    assert not any(button.isChecked() for button in dialog.weekdays.buttons.values())
    assert dialog.name.text() == ""
    assert said(dialog) == "Tick the regions of this course."
    dialog.ticks.tree.ticked.emit("forehead", True)
    assert said(dialog) == "Choose a phase."
    choose(dialog.phase, "maintenance")
    assert said(dialog) == "Choose a schedule, or a rhythm of your own."
    choose(dialog.schedule, "own")
    assert said(dialog) == "Choose a rhythm."
    choose(dialog.rhythm, "weekdays")
    assert said(dialog) == "Choose at least one weekday."
    choose(dialog.rhythm, "interval")
    assert said(dialog) == "Say how many days after a session the next one is."


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_each_schedule_is_offered_with_its_source_and_its_days(qtbot, ask, fill, schedule):
    dialog = fill(ask(), "induction", schedule)
    for source in SCHEDULES[schedule].sources:
        assert SOURCES[source] in dialog.fact.text()
    days = induction_days(SCHEDULES[schedule], MONDAY)
    assert dialog.preview.text().startswith(f"Planned days: {len(days)}. Mon 23 Nov, ")
    shown = dialog.preview.text().count(", ") + 1
    assert shown == len(days)
    qtbot.mouseClick(dialog.ok, LEFT)
    (course,) = dialog.sent
    expected = Course(
        "Right palm, Left palm: induction", PALMS, "induction", schedule, MONDAY, None, iso(days)
    )
    assert replace(course, id="") == replace(expected, id="")
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        ("uk_7", "Induction: days 1, 2, 4, 7, 10, 15, 22, 7 sessions in all."),
        ("three_weekly_3_weeks", "Induction: 3 a week, 9 sessions in all."),
        ("dermadry", "Induction: 3 to 5 a week, until dry."),
        ("fischer", "Induction: 2 to 4 a week, 5 to 10 sessions in all."),
    ],
)
def test_the_rhythm_is_told_in_words(ask, fill, schedule, words):
    assert fill(ask(), "induction", schedule).fact.text().startswith(words)


def test_until_dry_tells_whose_number_is_laid_out(ask, fill):
    dialog = fill(ask(), "induction", "dermadry")
    assert dialog.count.value() == UNTIL_DRY_SESSIONS.value
    for source in UNTIL_DRY_SESSIONS.sources:
        assert SOURCES[source] in dialog.fact.text()


def test_weekdays_and_the_number_of_sessions_can_be_changed(qtbot, ask, fill):
    dialog = fill(ask(), "induction", "three_weekly_3_weeks")
    for weekday in (2, 4):
        dialog.weekdays.buttons[weekday].setFocus()
        qtbot.keyClick(dialog.weekdays.buttons[weekday], Qt.Key.Key_Space)
    dialog.count.setFocus()
    dialog.count.selectAll()
    qtbot.keyClicks(dialog.count, "4")
    assert dialog.preview.text() == "Planned days: 4. Tue 24 Nov, Thu 26 Nov, Tue 1 Dec, Thu 3 Dec."
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.sent[0].starts == date(2026, 11, 24)
    assert dialog.sent[0].planned_days == ("2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03")


def test_more_sessions_go_on_in_the_same_rhythm():
    schedule = SCHEDULES["three_weekly_3_weeks"]
    nine = induction_days(schedule, MONDAY)
    twelve = laid_out(schedule, MONDAY, (), 12)
    assert twelve[:9] == nine
    assert [day.isoweekday() for day in twelve[9:]] == [day.isoweekday() for day in nine[:3]]
    assert laid_out(SCHEDULES["uk_7"], MONDAY, (), 3) == UK_DAYS


def test_too_many_weekdays_are_refused_in_a_sentence(qtbot, ask, fill, said):
    dialog = fill(ask(), "induction", "three_weekly_3_weeks")
    for weekday in (1, 2, 3, 4):
        qtbot.mouseClick(dialog.weekdays.buttons[weekday], LEFT)
    assert dialog.preview.text().startswith("This schedule has at most 3 sessions a week.")
    assert said(dialog).startswith("This schedule has at most 3 sessions a week.")


def test_days_that_are_none_are_refused(qtbot, ask, fill, type_day, said):
    dialog = fill(ask(), "induction", "uk_7")
    type_day(dialog.first, "31 Nov 2026")
    assert said(dialog) == "'31 Nov 2026' is no day of the calendar. Write it like 22 Nov 2026."


def test_a_region_that_no_session_may_treat_is_refused(ask, fill, said):
    dialog = fill(ask(), "induction", "uk_7")
    dialog.ticks.tree.ticked.emit(next(iter(FORBIDDEN_REGIONS)), True)
    assert "cannot be put in a session" in said(dialog)


@pytest.mark.parametrize(
    ("rhythm", "expected", "words"),
    [
        ("weekdays", {"planned_days": ("mon", "fri")}, "Every Mon, Fri, from 23 Nov 2026 on."),
        ("interval", {"interval_days": 7}, "7 days after each session, from 23 Nov 2026 on."),
        ("clammy", {}, "As soon as clammy: when one of its regions is rated 3 or more"),
    ],
)
def test_a_rhythm_of_ones_own(qtbot, ask, fill, choose, rhythm, expected, words):
    dialog = fill(ask(), "maintenance", "own")
    choose(dialog.rhythm, rhythm)
    if rhythm == "weekdays":
        for weekday in (1, 5):
            qtbot.mouseClick(dialog.weekdays.buttons[weekday], LEFT)
    if rhythm == "interval":
        dialog.interval.setFocus()
        dialog.interval.selectAll()
        qtbot.keyClicks(dialog.interval, "7")
    assert dialog.preview.text().startswith(words)
    qtbot.mouseClick(dialog.ok, LEFT)
    course = Course("Right palm, Left palm: maintenance", PALMS, "maintenance", None, MONDAY)
    assert replace(dialog.sent[0], id="") == replace(course, id="", **expected)


def test_as_soon_as_clammy_names_the_source_of_its_number(ask, fill, choose):
    dialog = fill(ask(), "maintenance", "own")
    choose(dialog.rhythm, "clammy")
    assert SOURCES["ses"] in dialog.preview.text()


def test_maintenance_by_a_source_is_told_in_its_words(ask, fill):
    text = fill(ask(), "maintenance", "uk_7").fact.text()
    assert "one as soon as clammy: twice a week to monthly" in text
    assert SOURCES["idrostar"] in text


def test_a_name_of_ones_own_is_kept(qtbot, ask, fill, choose):
    dialog = ask()
    dialog.name.setFocus()
    qtbot.keyClicks(dialog.name, "My hands")
    fill(dialog, "induction", "uk_7")
    assert dialog.name.text() == "My hands"


def test_editing_the_name_leaves_moved_days_alone(qtbot, ask):
    moved = replace(UK, planned_days=("2026-11-23", "2026-11-27", "2026-12-05"))
    dialog = ask(moved)
    assert "Fri 27 Nov" in dialog.preview.text()
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "Palms")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.sent == [replace(moved, name="Palms")]


def test_another_first_day_lays_the_days_out_anew(qtbot, ask, type_day):
    dialog = ask(UK)
    type_day(dialog.first, "24 Nov 2026")
    qtbot.mouseClick(dialog.ok, LEFT)
    days = iso(induction_days(SCHEDULES["uk_7"], date(2026, 11, 24)))
    assert dialog.sent == [replace(UK, starts=date(2026, 11, 24), planned_days=days)]


@pytest.mark.parametrize(
    "course",
    [
        UK,
        replace(UK, ends=date(2026, 11, 30)),
        replace(UK, schedule=None),
        replace(UK, schedule=None, planned_days=("mon", "thu"), phase="maintenance"),
        replace(UK, planned_days=(), interval_days=9, phase="maintenance"),
        replace(UK, planned_days=(), phase="top_up", starts=None),
    ],
)
def test_pressing_ok_at_once_changes_nothing(qtbot, ask, course):
    dialog = ask(course)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.sent == [course]


def test_days_of_ones_own_stay_in_another_phase(qtbot, ask, choose):
    mine = replace(UK, schedule=None)
    dialog = ask(mine)
    assert dialog.rhythm.currentData() == "kept"
    choose(dialog.phase, "maintenance")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.sent == [replace(mine, phase="maintenance")]


def test_an_ended_course_can_go_on(qtbot, ask):
    ended = replace(UK, ends=date(2026, 11, 30))
    dialog = ask(ended)
    assert dialog.last.isVisible()
    dialog.last.box.setFocus()
    qtbot.keyClick(dialog.last.box, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.sent == [replace(ended, ends=None)]


def test_a_last_day_before_the_first_is_refused(qtbot, ask, fill, choose, said):
    dialog = fill(ask(), "maintenance", "own")
    choose(dialog.rhythm, "clammy")
    dialog.last.box.setFocus()
    qtbot.keyClick(dialog.last.box, Qt.Key.Key_Space)
    assert said(dialog) == "The last day comes before the first day."


def test_a_day_that_a_file_brought_in_and_is_none_is_named(qtbot, ask, choose):
    dialog = ask(replace(UK, planned_days=("someday",)))
    assert "someday" in dialog.preview.text()
    choose(dialog.schedule, "three_weekly_3_weeks")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.sent[0].planned_days[0] == "2026-11-23"


def test_cancel_stores_nothing(qtbot, ask, fill):
    dialog = fill(ask(), "induction", "uk_7")
    cancel = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    qtbot.mouseClick(cancel, LEFT)
    assert dialog.sent == []
    assert not dialog.isVisible()


def test_the_later_sessions_move_only_if_that_is_ticked(qtbot, ask, choose, type_day):
    for ticked in (False, True):
        dialog = ask(UK, MoveDialog, UK_DAYS)
        choose(dialog.day, "2026-11-29")
        type_day(dialog.to, "30 Nov 2026")
        if ticked:
            dialog.rest.setFocus()
            qtbot.keyClick(dialog.rest, Qt.Key.Key_Space)
        qtbot.mouseClick(dialog.ok, LEFT)
        days = ["2026-11-23", "2026-11-24", "2026-11-26", "2026-11-30"]
        rest = ["2026-12-02", "2026-12-07", "2026-12-14"]
        later = ["2026-12-03", "2026-12-08", "2026-12-15"]
        assert dialog.sent == [replace(UK, planned_days=tuple(days + (later if ticked else rest)))]


def test_moving_onto_another_session_is_refused_with_the_day_in_words(ask, choose, type_day, said):
    dialog = ask(UK, MoveDialog, UK_DAYS)
    choose(dialog.day, "2026-11-26")
    assert said(dialog) == "Say to which other day, like 27 Nov 2026."
    type_day(dialog.to, "29 Nov 2026")
    assert said(dialog) == ("A session is already planned on 29 Nov 2026. Choose another day.")


def test_no_session_is_proposed_for_moving(ask):
    dialog = ask(UK, MoveDialog, UK_DAYS)
    assert dialog.day.currentData() == ""
    assert not dialog.ok.isEnabled()
    assert not dialog.rest.isChecked()
