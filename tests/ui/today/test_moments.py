"""Moments of a day: several entries, each with its time and what set it off, none preselected."""

import time as system_time
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.catalog.terms import TRIGGERS
from model.records.day import Moment
from ui.today.moments import MomentsCard, aware, local_time
from ui.widgets.severity import NOT_RECORDED
from ui.words import region_names

CET = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 22, 21, 14, 37, tzinfo=CET)
DAY = NOW.date()
LEFT = Qt.MouseButton.LeftButton


class Clock:
    """A clock that can be set."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def card(qtbot, clock):
    card = MomentsCard(clock)
    qtbot.addWidget(card)
    card.resize(330, 300)
    card.show_moments(DAY, (), region_names(), "palm_left")
    with qtbot.waitExposed(card):
        card.show()
    return card


@pytest.fixture
def added(card):
    """Everything the card has asked to store."""
    moments = []
    card.added.connect(moments.append)
    return moments


@pytest.fixture
def ask(qtbot, card):
    """Open the dialog by its button."""

    def ask():
        qtbot.mouseClick(card.add, LEFT)
        QApplication.processEvents()  # until it is laid out
        return card.dialog

    return ask


def texts(card):
    return [label.text() for label in card.list.findChildren(QLabel) if not label.isHidden()]


def visible_texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def deletes(card):
    return [b for b in card.list.findChildren(QToolButton) if not b.isHidden()]


def activate(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def type_time(qtbot, dialog, digits):
    """Tab to the time and type over it."""
    activate(qtbot, dialog)
    dialog.severity.setFocus()
    qtbot.keyClick(dialog.severity, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.time
    qtbot.keyClicks(dialog.time, digits)


def moment(hour, region="palm_left", severity=5, **fields):
    return Moment(datetime(2026, 11, 22, hour, 30, tzinfo=CET), DAY, region, severity, **fields)


def test_a_button_a_digit_and_enter_note_a_moment_of_now(qtbot, ask, added):
    dialog = ask()
    assert dialog.focusWidget() is dialog.severity
    qtbot.keyClick(dialog.focusWidget(), "7")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.ok.isEnabled()
    assert dialog.isVisible(), "open until it is stored"
    dialog.may_press_again()
    assert dialog.ok.isEnabled()
    dialog.stored()
    assert dialog.isHidden()
    [stored] = added
    stored.check()
    assert (stored.at, stored.day) == (NOW.replace(second=0), DAY)
    assert (stored.region, stored.severity, stored.triggers) == ("palm_left", 7, ())


def test_nothing_is_preselected_and_nothing_stored_without_a_severity(qtbot, ask, added):
    dialog = ask()
    assert dialog.severity.value() == NOT_RECORDED
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog.severity, Qt.Key.Key_Return)
    assert (added, dialog.isVisible()) == ([], True)
    place = dialog.severity.cell(3).center().toPoint()
    qtbot.mouseClick(dialog.severity, LEFT, pos=place)
    assert dialog.ok.isEnabled()
    qtbot.mouseClick(dialog.severity, LEFT, pos=place)  # what is chosen is taken back
    assert dialog.severity.value() == NOT_RECORDED
    assert not dialog.ok.isEnabled()


@pytest.mark.parametrize(("typed", "severity"), [("0", 0), ("10", 10)])
def test_dry_is_a_value_and_ten_is_typed_as_one_and_zero(qtbot, ask, added, typed, severity):
    dialog = ask()
    qtbot.keyClicks(dialog.severity, typed)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].severity == severity


def test_a_moment_is_never_not_applicable(qtbot, ask):
    dialog = ask()
    qtbot.keyClick(dialog.severity, Qt.Key.Key_N)
    assert dialog.severity.value() == NOT_RECORDED


def test_no_region_is_proposed_where_none_is_chosen_on_the_map(qtbot, card, ask):
    card.show_moments(DAY, (), region_names(), "")
    dialog = ask()
    assert dialog.region.currentData() == ""
    assert not dialog.ok.isEnabled()
    assert dialog.focusWidget() is dialog.region
    qtbot.keyClicks(dialog.severity, "4")
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog.region, Qt.Key.Key_Down)
    assert dialog.ok.isEnabled()


@pytest.mark.parametrize("way", ["Escape", "Cancel"])
def test_a_dialog_that_is_left_stores_nothing(qtbot, ask, added, way):
    dialog = ask()
    qtbot.keyClicks(dialog.severity, "7")
    if way == "Escape":
        qtbot.keyClick(dialog.severity, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel), LEFT)
    assert dialog.isHidden()
    assert added == []


def test_a_trigger_of_the_list_is_stored_by_its_id(qtbot, ask, added):
    dialog = ask()
    qtbot.keyClicks(dialog.severity, "7")
    for _ in range(2):
        qtbot.keyClick(dialog.trigger, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].triggers == (list(TRIGGERS)[1],)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  my boss ", ("my boss",)),
        ("Spicy Food", ("spicy_food",)),
        ("caff", ("caff",)),
        ("", ()),
    ],
)
def test_a_trigger_may_be_typed_in_ones_own_words(qtbot, ask, added, typed, stored):
    dialog = ask()
    qtbot.keyClicks(dialog.severity, "7")
    activate(qtbot, dialog)
    dialog.trigger.setFocus()
    qtbot.keyClicks(dialog.trigger.lineEdit(), typed)
    qtbot.keyClick(dialog.trigger.lineEdit(), Qt.Key.Key_Return)
    assert added[0].triggers == stored


def test_no_trigger_can_be_chosen_again_and_then_types_nothing(qtbot, ask, added):
    dialog = ask()
    qtbot.keyClicks(dialog.severity, "7")
    qtbot.keyClick(dialog.trigger, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.trigger, Qt.Key.Key_Up)
    assert dialog.trigger.currentText() == ""
    assert dialog.trigger.lineEdit().placeholderText() == "no trigger noted"
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].triggers == ()


def test_the_time_is_typed_over(qtbot, ask, added):
    dialog = ask()
    qtbot.keyClicks(dialog.severity, "7")
    type_time(qtbot, dialog, "0905")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].at == datetime(2026, 11, 22, 9, 5, tzinfo=CET)


@pytest.mark.parametrize("typed", ["0905", "9:05", "09.05"])
def test_a_click_into_the_time_lets_it_be_typed_over(qtbot, ask, added, typed):
    dialog = ask()
    words = dialog.time.lineEdit()
    qtbot.mouseClick(words, LEFT, pos=QPoint(words.width() - 4, words.height() // 2))
    qtbot.waitUntil(words.hasSelectedText)
    qtbot.keyClicks(dialog.time, typed)
    assert dialog.time.time == time(9, 5)


def test_what_is_no_time_is_refused_in_one_sentence(qtbot, ask, added):
    dialog = ask()
    qtbot.keyClicks(dialog.severity, "7")
    type_time(qtbot, dialog, "soon")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added == []
    assert "soon" in dialog.problem.text()


def test_a_past_day_proposes_noon_of_that_day(qtbot, card, ask, added):
    card.show_moments(date(2026, 11, 20), (), region_names(), "palm_left")
    dialog = ask()
    assert dialog.time.time == time(12, 0)
    qtbot.keyClicks(dialog.severity, "7")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].at == datetime(2026, 11, 20, 12, 0, tzinfo=CET)
    assert added[0].day == date(2026, 11, 20)


def test_an_entry_at_half_past_one_belongs_to_the_day_that_has_not_ended(
    qtbot, card, clock, ask, added
):
    clock.now = datetime(2026, 11, 23, 1, 30, tzinfo=CET)
    card.show_moments(DAY, (), region_names(), "palm_left", 4)
    dialog = ask()
    assert dialog.time.time == time(1, 30)
    assert "In the night to 23 Nov 2026" in visible_texts(dialog)
    qtbot.keyClicks(dialog.severity, "7")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (added[0].at, added[0].day) == (clock.now, DAY)


def test_without_an_end_of_day_half_past_one_is_the_morning(qtbot, ask, added):
    dialog = ask()
    type_time(qtbot, dialog, "0130")
    assert not [text for text in visible_texts(dialog) if "night" in text]
    qtbot.keyClicks(dialog.severity, "7")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].at == datetime(2026, 11, 22, 1, 30, tzinfo=CET)


def test_a_time_yet_to_come_is_refused_in_one_sentence(qtbot, ask, added):
    dialog = ask()
    qtbot.keyClicks(dialog.severity, "7")
    type_time(qtbot, dialog, "2359")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (added, dialog.isVisible()) == ([], True)
    assert "23:59 on 22 Nov 2026 is yet to come" in dialog.problem.text()
    assert dialog.problem.isVisible()
    assert dialog.problem.height() >= dialog.problem.heightForWidth(dialog.problem.width())


def test_moments_stand_in_the_order_of_the_clock_with_all_that_was_said(card):
    late = Moment(datetime(2026, 11, 23, 1, 0, tzinfo=CET), DAY, "palm_right", 10)
    moments = [late, moment(14, severity=0), moment(9, triggers=("public", "stairs"), note="bus")]
    card.show_moments(DAY, moments, region_names(), "")
    assert texts(card) == [
        "Left palm: 5 of 10",
        "09:30",
        "public situation, stairs, bus",
        "Left palm: 0 of 10",
        "14:30",
        "Right palm: 10 of 10",
        "01:00",
        "after midnight",
    ]


def test_each_moment_has_a_delete_button_that_says_which(qtbot, card):
    moments = [moment(14), moment(9, "palm_right")]
    card.show_moments(DAY, moments, region_names(), "")
    first, second = deletes(card)
    assert first.accessibleName() == "Delete: moment at 09:30, Right palm"
    assert second.accessibleName() == "Delete: moment at 14:30, Left palm"
    with qtbot.waitSignal(card.removed) as removed:
        qtbot.mouseClick(second, LEFT)
    assert removed.args == [moments[0]]


def test_the_focus_stays_in_the_list_when_a_moment_is_deleted(card):
    early, middle, late = moment(9), moment(14), moment(20)
    card.show_moments(DAY, [early, middle, late], region_names(), "")
    deletes(card)[1].setFocus()
    card.show_moments(DAY, [early, late], region_names(), "")
    assert card.focusWidget() is deletes(card)[1]
    card.show_moments(DAY, [early], region_names(), "")
    assert card.focusWidget() is deletes(card)[0]
    card.show_moments(DAY, (), region_names(), "")
    assert card.focusWidget() is card.add
    assert card.list.isHidden()


def test_tab_walks_the_page_from_top_to_bottom(qtbot, card):
    page = QWidget()
    qtbot.addWidget(page)
    above, below = QPushButton(), QPushButton()
    column = QVBoxLayout(page)
    for part in (above, card, below):
        column.addWidget(part)
    with qtbot.waitExposed(page):
        page.show()
    card.show_moments(DAY, [moment(9)], region_names(), "")
    rated = {"palm_right": 10, "palm_left": 10}  # more than any moment: no further button
    card.show_moments(DAY, [moment(9), moment(14)], region_names(), "", values=rated)
    above.setFocus()
    order = []
    for _ in range(4):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        order.append(page.focusWidget())
    card.setParent(None)  # it belongs to the fixture
    assert order == [*deletes(card), card.add, below]


def test_the_wheel_changes_no_field_in_passing(ask):
    dialog = ask()
    before = (dialog.region.currentData(), dialog.time.time, dialog.trigger.currentIndex())
    for field in (dialog.region, dialog.severity, dialog.time, dialog.trigger):
        turn_wheel(field)
    after = (dialog.region.currentData(), dialog.time.time, dialog.trigger.currentIndex())
    assert after == before
    assert dialog.severity.value() == NOT_RECORDED


def turn_wheel(field):
    nowhere = QPointF(field.rect().center())
    event = QWheelEvent(
        nowhere,
        field.mapToGlobal(nowhere),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


def test_the_card_fits_330_points_and_the_dialog_its_words(qtbot, card, ask):
    card.show_moments(DAY, [moment(9, triggers=("tight_clothing",))], region_names(), "")
    assert card.minimumSizeHint().width() <= 330
    dialog = ask()
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    for field in (dialog.region, dialog.time, dialog.severity, dialog.trigger):
        assert field.height() >= 30
        assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
    assert min(button.height() for button in deletes(card)) >= 30


@pytest.fixture
def berlin(monkeypatch):
    """A computer in Berlin."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    system_time.tzset()
    yield
    monkeypatch.undo()
    system_time.tzset()


@pytest.mark.parametrize(
    "now", [NOW, NOW.replace(tzinfo=None), NOW.astimezone(ZoneInfo("Europe/Berlin"))]
)
def test_a_past_summer_day_has_the_offset_of_summer(berlin, now):
    found = local_time(date(2026, 7, 1), time(12), aware(now))
    assert found.isoformat() == "2026-07-01T12:00:00+02:00"


def test_a_traveller_keeps_the_offset_of_the_clock(berlin):
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    found = local_time(date(2026, 7, 1), time(12), tokyo)
    assert found.isoformat() == "2026-07-01T12:00:00+09:00"


@pytest.mark.parametrize("hours", [1, 2])
def test_now_is_known_also_in_the_hour_that_comes_twice(berlin, hours):
    now = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=hours)))
    assert local_time(now.date(), time(2, 30), now).utcoffset() == timedelta(hours=hours)
