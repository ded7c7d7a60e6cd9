"""The box of "wet again": tells once what was chosen, and is not set back meanwhile."""

import pytest
from PySide6.QtCore import Qt

from ui.progress.threshold import ThresholdBox


@pytest.fixture
def box(qtbot):
    made = ThresholdBox()
    qtbot.addWidget(made)
    made.show_held(3)
    made.told = []
    made.chosen.connect(made.told.append)
    with qtbot.waitExposed(made):
        made.show()
    return made


def up(box, qtbot, times=1):
    for _ in range(times):
        qtbot.keyClick(box, Qt.Key.Key_Up)


def test_presses_without_a_pause_are_told_once(box, qtbot):
    up(box, qtbot, 3)
    assert box.told == []
    qtbot.waitUntil(lambda: box.told == [6])


def test_presses_that_lead_back_are_not_told(box, qtbot):
    up(box, qtbot)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    box.store()
    assert box.told == []


@pytest.mark.parametrize("leave", [ThresholdBox.hide, ThresholdBox.store, ThresholdBox.close])
@pytest.mark.parametrize("is_typed", [False, True])
def test_what_was_chosen_is_told_when_the_box_is_left(box, qtbot, leave, is_typed):
    if is_typed:
        box.selectAll()
        qtbot.keyClicks(box, "4")
    else:
        up(box, qtbot)
    leave(box)
    assert box.told == [4]


def test_what_is_not_stored_yet_stays_when_the_diary_is_read_again(box, qtbot):
    up(box, qtbot)
    box.show_held(3)
    assert box.value() == 4, "pressed a moment ago"
    box.store()
    up(box, qtbot)
    box.store()
    box.answered()
    box.show_held(4)
    assert box.value() == 5, "the second write is on its way"
    box.answered()
    box.show_held(5)
    box.show_held(3)
    assert (box.value(), box.told) == (3, [4, 5]), "undone elsewhere"


def test_typed_letters_stay_when_the_diary_is_read_again(box, qtbot):
    box.selectAll()
    qtbot.keyClicks(box, "1")
    box.show_held(7)
    qtbot.keyClicks(box, "0")
    assert box.text() == "10"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.told == [10]


def test_a_write_that_failed_shows_what_the_diary_holds(box, qtbot):
    up(box, qtbot)
    box.refused(3)
    assert box.value() == 4, "another write failed: this one was not asked for yet"
    box.store()
    box.refused(3)
    assert box.value() == 3
    up(box, qtbot)
    box.store()
    assert box.told == [4, 4]
