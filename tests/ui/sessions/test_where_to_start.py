"""Where to start: the order is the patient's own, the question is asked once and changeable."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from model.analysis.reach import reach_of
from model.analysis.start import Rated, rule
from model.records.treatment import OwnedApplicator
from ui.sessions.where_to_start import WhereToStart
from ui.words import region_names

TODAY = date(2026, 11, 22)
LEFT = Qt.MouseButton.LeftButton
NAMES = region_names()
MINE = ("palm_right", "palm_left", "scalp")
TRAYS = [OwnedApplicator("hand_tray")]


@pytest.fixture
def card(qtbot):
    card = WhereToStart()
    qtbot.addWidget(card)
    card.resize(440, 600)
    with qtbot.waitExposed(card):
        card.show()
    return card


@pytest.fixture
def show(card):
    def show(bother=None, rated=None, mine=MINE):
        reach = {region: reach_of(region, TRAYS, TODAY) for region in mine}
        card.show_state(mine, rated or {}, bother or {}, reach, NAMES)
        QApplication.processEvents()

    return show


@pytest.fixture
def chosen(card):
    said = []
    card.bother_chosen.connect(lambda *told: said.append(told))
    return said


def press(qtbot, strip, value, keys=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(strip, LEFT, keys, strip.cell(value).center().toPoint())


def order(card):
    labels = [label for label in card.ranks.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels if label.text() in NAMES.values()]


def texts(card):
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_regions_stand_in_the_order_of_the_patients_own_numbers(card, show):
    show({"palm_left": 9, "scalp": 2}, {"palm_right": Rated(4, 20, TODAY)})
    assert order(card) == ["Left palm", "Right palm", "Scalp"]
    said = texts(card.ranks)
    assert said[said.index("Right palm") + 1] == (
        "Rated 4.0 on average over 20 days up to 22 Nov 2026, not asked yet how much it bothers."
        " Reached by what you have: Hand trays."
    )
    assert [text for text in said if text.endswith(".") and len(text) == 2] == ["1.", "2.", "3."]


def test_the_rule_is_said_and_it_gives_no_advice(card, show):
    show({"palm_left": 9})
    assert str(rule()) in texts(card)
    assert not [text for text in texts(card) if "should" in text.casefold()]


def test_a_caution_of_sources_stands_in_the_order_too(card, show):
    reach = reach_of("face", TRAYS, TODAY)
    show({"face": 5}, mine=("face",))
    assert str(reach.caution) in texts(card.ranks)
    show({"scalp": 5}, mine=("scalp",))
    assert str(reach.caution) not in texts(card.ranks)


@pytest.mark.parametrize(
    ("bother", "said"),
    [
        ({}, "There is nothing to put in order yet: rate a day, or say how much a region bothers"),
        ({"palm_left": 3}, "3 regions of 3 lack a number."),
    ],
)
def test_what_is_missing_is_said(card, show, bother, said):
    show(bother)
    assert card.missing.text().startswith(said)
    assert card.missing.isVisible()


def test_nothing_is_missing_where_all_is_known(card, show):
    show(dict.fromkeys(MINE, 3), dict.fromkeys(MINE, Rated(3, 28, TODAY)))
    assert not card.missing.isVisible()


def test_a_press_answers_and_the_same_press_takes_the_answer_back(qtbot, card, show, chosen):
    show()
    strip = card.question.strips["palm_left"]
    press(qtbot, strip, 7)
    assert (chosen, strip.value()) == ([("palm_left", 7)], 7)
    press(qtbot, strip, 7)
    assert chosen[1:] == [("palm_left", None)]
    press(qtbot, strip, 0)
    assert chosen[2:] == [("palm_left", 0)], "not at all is an answer"


def test_keys_answer_too_and_the_question_always_applies(qtbot, card, show, chosen):
    show()
    strip = card.question.strips["scalp"]
    assert strip.accessibleName() == "How much does it bother you: Scalp"
    strip.setFocus()
    qtbot.keyClicks(strip, "n4")
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert chosen == [("scalp", 4), ("scalp", None)]
    qtbot.keyClicks(strip, "10")
    assert chosen[-1] == ("scalp", 10)
    assert strip.value() == 10


def test_shift_answers_for_both_sides(qtbot, card, show, chosen):
    show()
    press(qtbot, card.question.strips["palm_left"], 5, Qt.KeyboardModifier.ShiftModifier)
    assert chosen == [("palm_left", 5), ("palm_right", 5)]


def test_no_strip_moves_or_loses_the_focus_when_the_order_changes(qtbot, card, show):
    show({"palm_left": 9, "scalp": 2})
    strips = card.question.strips
    places = {region: strip.mapTo(card, strip.rect().topLeft()) for region, strip in strips.items()}
    kept = dict(strips)
    strips["scalp"].setFocus()
    show({"palm_left": 1, "scalp": 10})
    assert order(card) == ["Scalp", "Left palm", "Right palm"]
    assert card.question.strips == kept
    assert places == {
        region: strip.mapTo(card, strip.rect().topLeft()) for region, strip in kept.items()
    }
    assert kept["scalp"].hasFocus()


def test_the_others_keep_their_strips_when_a_region_comes_or_goes(card, show):
    show()
    strip = card.question.strips["palm_left"]
    strip.setFocus()
    show(mine=("face", "palm_left"))
    assert list(card.question.strips) == ["face", "palm_left"]
    assert card.question.strips["palm_left"] is strip
    assert strip.hasFocus()
    assert [text for text in texts(card.question) if text in NAMES.values()] == [
        "Face",
        "Left palm",
    ]
    assert order(card) == ["Face", "Left palm"]


def test_the_question_is_open_until_it_was_answered_and_seen_again(qtbot, card, show):
    show()
    assert card.question.isVisible()
    show(dict.fromkeys(MINE, 4))
    assert card.question.isVisible(), "it does not fold away under the hand"
    card.hide()
    card.show()
    assert not card.question.isVisible()
    qtbot.mouseClick(card.fold, LEFT)
    assert card.question.isVisible()
    qtbot.mouseClick(card.fold, LEFT)
    assert not card.question.isVisible()


def test_a_question_that_was_put_off_stays_closed_until_a_new_region_comes(qtbot, card, show):
    show()
    qtbot.mouseClick(card.fold, LEFT)
    show({"palm_left": 2})
    assert not card.question.isVisible()
    show({"palm_left": 2}, mine=(*MINE, "face"))
    assert card.question.isVisible()


def test_who_follows_no_region_is_told_so(card, show):
    show(mine=())
    assert texts(card) == ["Where to start", "You follow no region yet. Choose them on Today."]
    show()
    assert not card.none.isVisible()


def test_what_nobody_rated_or_answered_has_no_place_yet(card, show):
    show({"palm_left": 9})
    places = [text for text in texts(card.ranks) if len(text) <= 2]
    assert places == ["1.", "\u2013", "\u2013"]
