"""Reminders are off until they are wanted; each press is kept for the next start."""

import pytest
from PySide6.QtCore import Qt

from ui.sessions.plan_reminders import DISCREET, NOTIFY, TIME, Reminders
from ui.settings import settings

KEY = Qt.Key


@pytest.fixture(autouse=True)
def nothing_set():
    settings().remove("reminder")
    yield
    settings().remove("reminder")


@pytest.fixture
def reminders(qtbot):
    def make():
        card = Reminders()
        qtbot.addWidget(card)
        card.show()
        return card

    return make


def test_reminders_are_off_and_discreet_until_said_otherwise(reminders):
    card = reminders()
    assert not card.own_time.isChecked()
    assert not card.time.isVisible()
    assert not card.notify.isChecked()
    assert card.discreet.isChecked()
    assert settings().value(TIME, None) is None


def test_each_press_is_kept_at_once_and_found_at_the_next_start(qtbot, reminders):
    card = reminders()
    told = []
    card.changed.connect(lambda: told.append(settings().value(TIME, None)))
    for box in (card.own_time, card.discreet, card.notify):
        box.setFocus()
        qtbot.keyClick(box, KEY.Key_Space)
    assert settings().value(TIME) == "19:00"
    assert len(told) == 3
    line = card.time.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "7")
    assert settings().value(TIME) == "19:00"
    line.selectAll()
    qtbot.keyClicks(line, "20:45")
    again = reminders()
    assert again.time.currentText() == "20:45"
    assert again.own_time.isChecked()
    assert not again.discreet.isChecked()
    assert again.notify.isChecked()
    assert (settings().value(DISCREET, True, bool), settings().value(NOTIFY, False, bool)) == (
        False,
        True,
    )


def test_a_time_that_is_taken_back_leaves_none(qtbot, reminders):
    card = reminders()
    card.own_time.setFocus()
    qtbot.keyClick(card.own_time, KEY.Key_Space)
    qtbot.keyClick(card.own_time, KEY.Key_Space)
    assert settings().value(TIME, None) is None
