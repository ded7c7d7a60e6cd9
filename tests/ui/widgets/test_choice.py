"""Choices and counters: one press answers, another takes it back, and the keys do as the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.look import LIGHT, style_sheet
from ui.widgets.choice import Choice, Counter

HEAT = {"cool": "cool", "warm": "warm", "hot": "hot & humid"}


def shown(qtbot, part, width=420):
    """Show a part between two buttons; return the window."""
    window = QWidget()
    window.setStyleSheet(style_sheet(LIGHT))
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.before, window.after = QPushButton("before"), QPushButton("after")
    for widget in (window.before, part, window.after):
        column.addWidget(widget)
    column.addStretch(1)
    window.resize(width, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    part.heard = []
    part.chosen.connect(part.heard.append)
    part.window_of_test = window  # Python would delete it with everything in it
    return window


@pytest.fixture
def heat(qtbot):
    choice = Choice("Heat", HEAT)
    shown(qtbot, choice)
    return choice


@pytest.fixture
def showers(qtbot):
    counter = Counter("Showers")
    shown(qtbot, counter)
    return counter


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def ticked(choice):
    return [term for term in HEAT if choice.button(term).isChecked()]


def test_nothing_is_preselected(heat):
    assert ticked(heat) == []
    assert heat.heard == []


def test_a_press_chooses_and_the_same_press_takes_it_back(heat, qtbot):
    click(qtbot, heat.button("warm"))
    click(qtbot, heat.button("hot"))
    assert ticked(heat) == ["hot"]
    click(qtbot, heat.button("hot"))
    assert ticked(heat) == []
    assert heat.heard == ["warm", "hot", None]


def test_what_the_diary_holds_is_shown_and_not_said_to_be_chosen(heat):
    heat.show_value("hot")
    assert ticked(heat) == ["hot"]
    heat.show_value(None)
    assert ticked(heat) == []
    assert heat.heard == []


def test_the_group_is_one_tab_stop_and_arrows_move_in_it_without_choosing(heat, qtbot):
    window = heat.window_of_test
    window.before.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert heat.button("cool").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert heat.button("warm").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert heat.button("warm").hasFocus()
    assert heat.heard == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert heat.heard == ["warm"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert window.after.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert heat.button("warm").hasFocus()
    for _ in range(3):  # ends at the last one
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert heat.button("hot").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert heat.button("warm").hasFocus()


def test_tab_arrives_at_what_is_chosen(heat, qtbot):
    heat.show_value("hot")
    heat.window_of_test.before.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert heat.button("hot").hasFocus()


def test_arrows_follow_the_writing_direction(heat, qtbot):
    heat.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    heat.button("cool").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert heat.button("warm").hasFocus()


def test_a_screen_reader_hears_question_answer_and_state(heat):
    heat.show_value("warm")
    read = QAccessible.queryAccessibleInterface(heat.button("warm"))
    assert read.text(QAccessible.Text.Name) == "Heat: warm"
    assert read.role() == QAccessible.Role.CheckBox
    assert read.state().checked
    assert not QAccessible.queryAccessibleInterface(heat.button("cool")).state().checked


def test_the_chosen_one_is_bold_and_moves_nothing(heat, qtbot):
    before = [heat.button(term).geometry() for term in HEAT]
    click(qtbot, heat.button("cool"))
    QApplication.processEvents()
    assert [heat.button(term).font().bold() for term in HEAT] == [True, False, False]
    assert [heat.button(term).geometry() for term in HEAT] == before


def test_a_long_text_has_room_in_bold(qtbot):
    long = "a good deal of illimitable words"
    choice = Choice("Heat", HEAT | {"hot": long})
    shown(qtbot, choice, 600)
    button = choice.button("hot")
    click(qtbot, button)
    assert button.fontMetrics().horizontalAdvance(long) + 8 <= button.width()


def test_a_text_is_shown_literally(heat):
    assert heat.button("hot").text() == "hot && humid"  # && is how Qt writes a plain &


def test_a_short_text_stands_for_a_long_one_that_is_still_told(qtbot):
    choice = Choice("Heat", HEAT, short={"hot": "hot"})
    shown(qtbot, choice)
    assert choice.button("hot").text() == "hot"
    assert choice.button("hot").toolTip() == "hot & humid"
    assert choice.button("hot").accessibleName() == "Heat: hot & humid"


@pytest.mark.parametrize("width", [130, 220, 600])
@pytest.mark.parametrize(
    "way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"]
)
def test_buttons_wrap_into_lines_and_none_is_cut_or_covers_another(qtbot, width, way):
    choice = Choice("Heat", HEAT)
    choice.setLayoutDirection(way)
    shown(qtbot, choice, width)
    places = [choice.button(term).geometry() for term in HEAT]
    for place, term in zip(places, HEAT, strict=True):
        assert choice.rect().contains(place), term
        assert place.width() >= choice.button(term).sizeHint().width()
        assert place.height() >= 30
        assert not any(place.intersects(other) for other in places if other is not place)
    lines = {place.top() for place in places}
    assert (len(lines) == 1) == (width == 600)
    if width == 600:
        lefts = [place.left() for place in places]
        assert lefts == sorted(lefts, reverse=choice.isRightToLeft())


def test_a_count_begins_at_not_recorded_which_is_not_none(showers, qtbot):
    assert showers.shown.text() == "\u2013"
    click(qtbot, showers.more)
    click(qtbot, showers.more)
    assert showers.shown.text() == "2"
    for _ in range(3):
        click(qtbot, showers.less)
    assert showers.shown.text() == "\u2013"
    assert showers.heard == [1, 2, 1, 0, None]


def test_one_less_than_not_recorded_is_an_explicit_none(showers, qtbot):
    click(qtbot, showers.less)
    assert showers.shown.text() == "0"
    assert showers.heard == [0]


def test_a_count_ends_at_99(showers, qtbot):
    showers.show_value(98)
    click(qtbot, showers.more)
    click(qtbot, showers.more)
    assert showers.shown.text() == "99"
    assert showers.heard == [99]


def test_a_count_is_set_by_keys_and_read_out(showers, qtbot):
    showers.window_of_test.before.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert showers.less.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert showers.heard == [1]
    more = QAccessible.queryAccessibleInterface(showers.more)
    assert more.text(QAccessible.Text.Name) == "Showers: one more"
    assert more.text(QAccessible.Text.Description) == "1"
    assert showers.less.accessibleName() == "Showers: one less"
    assert showers.shown.accessibleName() == "Showers: 1"
    showers.show_value(None)
    assert showers.shown.accessibleName() == "Showers: not recorded"
