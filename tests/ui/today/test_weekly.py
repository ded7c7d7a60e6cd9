"""The weekly HDSS: one press answers it, one press passes it over, nothing is preselected."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from model.catalog.scales import INSTRUMENTS
from ui.today.weekly import WeeklyCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(qtbot):
    card = WeeklyCard()
    qtbot.addWidget(card)
    card.resize(330, 300)
    with qtbot.waitExposed(card):
        card.show()
    return card


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_one_press_answers(qtbot, card, number):
    with qtbot.waitSignal(card.answered) as answered:
        qtbot.mouseClick(card.answers[number], LEFT)
    assert answered.args == [number]
    assert card.isVisible()  # the page decides when the question goes


def test_a_press_on_the_words_within_a_button_answers_too(qtbot, card):
    words = card.answers[2].findChildren(QLabel)[-1]
    at = words.mapTo(card, words.rect().center())
    hit = card.childAt(at)
    with qtbot.waitSignal(card.answered) as answered:
        qtbot.mouseClick(hit, LEFT, pos=hit.mapFrom(card, at))
    assert answered.args == [2]


def test_it_is_answered_by_keyboard(qtbot, card):
    card.answers[1].setFocus()
    qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(card.answered) as answered:
        qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Space)
    assert answered.args == [2]


def test_it_is_passed_over_with_one_press(qtbot, card):
    with qtbot.waitSignal(card.passed_over), qtbot.assertNotEmitted(card.answered):
        qtbot.mouseClick(card.pass_over, LEFT)


def test_nothing_is_preselected(card):
    buttons = card.findChildren(QPushButton)
    assert len(buttons) == 5
    assert not any(button.isChecked() or button.isDefault() for button in buttons)


def test_each_answer_shows_and_says_its_number_and_words(card):
    for number, words in INSTRUMENTS["hdss"].answers.items():
        button = card.answers[number]
        assert [x.text() for x in button.findChildren(QLabel)] == [str(number), words]
        assert button.accessibleName() == f"Past week, HDSS {number}: {words}"


def test_the_answers_wrap_where_the_column_is_narrow(qtbot, card):
    assert card.minimumSizeHint().width() <= 330
    wide = card.answers[1].height()
    card.resize(card.minimumSizeHint().width(), card.heightForWidth(card.minimumSizeHint().width()))
    for button in card.answers.values():
        words = button.findChildren(QLabel)[-1]
        assert words.height() >= words.heightForWidth(words.width())
        assert button.height() > wide
