"""What is pointed out can be read with its days and sources, and is dismissed by real presses."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from model.analysis.notices import finding
from model.analysis.sentences import Sentence
from model.catalog.sources import SOURCES
from ui.sessions.findings import FindingsCard, runs

LEFT = Qt.MouseButton.LeftButton


def day(number):
    return date(2026, 11, number)


def short(number):
    at = day(number)
    return finding("short_session", f"s{number}", [at], day=at, minutes=6, least=10)


def stop(number=2):
    blister = Sentence("small blisters", context="Reaction")
    return finding("skin_reaction", f"r{number}", [day(number)], day=day(number), reaction=blister)


NIGHTS = finding(
    "nights",
    "2026-11-02",
    [day(2), day(3), day(4), day(9)],
    count=4,
    first=day(2),
    last=day(9),
)
ONSET = finding("onset", "31", (), age=31, limit=25)


@pytest.fixture
def window(qtbot):
    """A window with another button above and below, onto which the focus must not slip."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    window.before, window.after = QPushButton("before"), QPushButton("after")
    window.resize(600, 700)
    return window


@pytest.fixture
def show(qtbot, window):
    def show(card):
        for part in (window.before, card, window.after):
            window.layout().addWidget(part)
        window.layout().addStretch(1)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        card.heard = []
        card.dismissed.connect(card.heard.append)
        return card

    return show


@pytest.fixture
def card(show):
    return show(FindingsCard("There is nothing."))


def press(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def boxes(card):
    return [box for box in card.boxes.values() if box.isVisible()]


def reasons(card):
    return [box.finding.reason for box in boxes(card)]


def texts(part):
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_stop_and_ask_stands_first_and_then_the_latest(card):
    card.show_findings([ONSET, NIGHTS, short(5), stop(), short(12)])
    assert reasons(card) == [
        "skin_reaction:r2",
        "short_session:s12",
        "nights:2026-11-02",
        "short_session:s5",
        "onset:31",
    ]


def test_a_box_says_what_it_is_and_names_its_days_and_sources_in_words(card):
    card.show_findings([NIGHTS])
    title, said, days, sources = texts(boxes(card)[0])
    assert title == "Something to show a doctor"
    assert said == str(NIGHTS.text)
    assert days == "Days: 2 Nov – 4 Nov 2026; 9 Nov 2026"
    assert sources == (
        f"Sources: {SOURCES['walling2011']}; {SOURCES['gponline']}; {SOURCES['gponline_nights']};"
        " Drymap's own wording or convention"
    )
    assert boxes(card)[0].accessibleName() == said


def test_a_day_that_the_sentence_names_is_not_said_twice(card):
    card.show_findings([short(5)])
    assert [text for text in texts(card) if "5 Nov 2026" in text] == [str(short(5).text)]
    card.show_findings([ONSET])
    assert not any(text.startswith("Days") for text in texts(card))


def test_stop_and_ask_differs_by_words_sign_and_frame_and_not_by_colour(card):
    card.show_findings([stop(), short(5)])
    urgent, plain = boxes(card)
    assert texts(urgent)[0] == "Stop and ask"
    assert "ask your doctor or clinic before the next session" in texts(urgent)[1]
    assert SOURCES["nhs_wpr26540"] in texts(urgent)[2]

    def ink(box, x, y):
        return box.grab().toImage().pixelColor(x, y).lightness()

    ground = ink(plain, 60, 6)
    assert abs(ink(urgent, 18, 21) - ground) > 100  # the sign
    assert abs(ink(urgent, urgent.width() // 2, 2) - ground) > 100  # the thick frame
    assert abs(ink(plain, plain.width() // 2, 2) - ground) < 20
    assert abs(ink(plain, 18, 5) - ground) < 20


def test_it_is_said_in_the_language_of_the_window(card):
    card.show_findings([stop()], lambda context, text: f"{context}|{text}")
    assert texts(boxes(card)[0])[1].startswith("Caution|Noted for Date|2 Month|Nov 2026: Reaction|")


def test_one_press_dismisses_one_and_a_second_finds_nothing(qtbot, card):
    card.show_findings([short(5), short(6)])
    newest = boxes(card)[0]
    press(qtbot, newest.dismiss)
    press(qtbot, newest.dismiss)
    assert card.heard == [(short(6),)]
    assert not newest.dismiss.isEnabled()
    assert boxes(card)[1].dismiss.isEnabled()


def test_several_of_a_kind_are_dismissed_together_and_only_those_that_are_seen(qtbot, card):
    card.show_findings([NIGHTS, stop(18), *map(short, range(10, 20))])
    (together,) = [box.together for box in boxes(card) if box.together.isVisible()]
    assert together.text() == "Dismiss these 4 together"
    assert together.accessibleName() == "Dismiss these 4 together: Short session"
    press(qtbot, together)
    assert card.heard == [tuple(map(short, (19, 18, 17, 16)))]


def test_what_was_dismissed_alone_is_not_dismissed_again_with_the_others(qtbot, card):
    card.show_findings([short(5), short(6), short(7)])
    press(qtbot, boxes(card)[1].dismiss)
    press(qtbot, boxes(card)[0].together)
    assert card.heard == [(short(6),), (short(7), short(5))]


def test_kinds_that_stand_once_offer_nothing_to_be_dismissed_together(card):
    card.show_findings([NIGHTS, short(5), stop()])
    assert [box.together.isVisible() for box in boxes(card)] == [False] * 3


def test_five_are_shown_at_once_and_the_others_at_a_press(qtbot, card):
    card.show_findings(list(map(short, range(10, 15))))
    assert len(boxes(card)) == 5
    assert not card.more.isVisible()
    card.show_findings(list(map(short, range(10, 17))))
    assert len(boxes(card)) == 5
    assert card.more.text() == "Show 2 more"
    card.more.setFocus()
    qtbot.keyClick(card.more, Qt.Key.Key_Space)
    assert len(boxes(card)) == 7
    assert (card.more.text(), card.more.hasFocus()) == ("Show fewer", True)
    press(qtbot, card.more)
    assert len(boxes(card)) == 5


@pytest.mark.parametrize("left", [[], [short(5)]])
def test_after_dismissing_no_key_presses_anything_else(qtbot, card, window, left):
    card.show_findings([short(6), *left])
    for part in (window.before, window.after):
        part.clicked.connect(lambda: card.heard.append("slipped"))
    boxes(card)[0].dismiss.setFocus()
    qtbot.keyClick(boxes(card)[0].dismiss, Qt.Key.Key_Space)
    for shown in (None, left):
        if shown is not None:
            card.show_findings(shown)
            QApplication.processEvents()
        assert window.focusWidget() is card.heading
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert card.heard == [(short(6),)]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    after = boxes(card)[0].dismiss if left else window.after
    assert window.focusWidget() is after


def test_a_card_that_goes_leaves_the_focus_to_the_place_that_was_named(qtbot, show, window):
    window.rest = QLabel("rest")
    window.layout().addWidget(window.rest)
    card = show(FindingsCard(rest=window.rest))
    assert card.isHidden()
    card.show_findings([stop()])
    boxes(card)[0].dismiss.setFocus()
    press(qtbot, boxes(card)[0].dismiss)
    assert window.focusWidget() is window.rest
    card.show_findings([])
    assert card.isHidden()
    assert window.focusWidget() is window.rest


def test_a_card_that_goes_takes_the_focus_with_it_where_no_place_was_named(qtbot, show, window):
    card = show(FindingsCard())
    card.show_findings([stop()])
    boxes(card)[0].dismiss.setFocus()
    card.show_findings([])  # dismissed in another place
    assert card.isHidden()
    assert not window.before.hasFocus()
    assert not window.after.hasFocus()


def test_the_focus_stays_where_it_was_when_something_else_comes_or_goes(card):
    card.show_findings([short(5), short(6)])
    kept = boxes(card)[1].dismiss
    kept.setFocus()
    card.show_findings([short(5), short(7), NIGHTS])
    assert kept.hasFocus()
    assert boxes(card)[-1].dismiss is kept or kept.isVisible()


def test_the_focus_leaves_a_button_that_is_not_offered_any_more(card):
    card.show_findings([short(5), short(6)])
    boxes(card)[0].together.setFocus()
    card.show_findings([short(6)])
    assert card.heading.hasFocus()


def test_a_double_click_does_not_dismiss_what_moves_up(qtbot, card):
    card.show_findings([stop(3), stop(2)])
    first = boxes(card)[0]
    place = first.dismiss.mapTo(card, QPoint(5, 5))
    press(qtbot, first.dismiss)
    card.show_findings([stop(2)])
    QApplication.processEvents()
    beneath = boxes(card)[0].dismiss
    qtbot.waitUntil(lambda: card.childAt(place) is beneath)
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        at = QPointF(5, 5)
        event = QMouseEvent(kind, at, at, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(beneath, event)  # the second press of a double click
    assert card.heard == [(stop(3),)]


def test_what_could_not_be_stored_is_dismissed_once_more(qtbot, card):
    card.show_findings([short(5)])
    press(qtbot, boxes(card)[0].dismiss)
    card.show_findings([short(5)])  # read again before it was stored
    assert not boxes(card)[0].dismiss.isEnabled()
    card.may_press_again()
    press(qtbot, boxes(card)[0].dismiss)
    assert card.heard == [(short(5),)] * 2


def test_where_nothing_stands_the_card_says_so_or_is_hidden(card, show):
    card.show_findings([])
    assert "There is nothing." in texts(card)
    card.show_findings([short(5)])
    assert "There is nothing." not in texts(card)


def test_tab_goes_from_the_first_box_to_the_last(qtbot, card, window):
    card.show_findings(list(map(short, range(10, 16))))
    window.before.setFocus()
    shown = boxes(card)
    way = [shown[0].dismiss, shown[0].together, *(box.dismiss for box in shown[1:])]
    for part in (*way, card.more, window.after):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is part


def test_no_word_is_so_long_that_it_widens_the_card(card):
    name = Sentence("{name}", {"name": "x" * 400}, "")
    wide = finding(
        "ceiling", "s", [day(5)], day=day(5), current_ma=3.0, ceiling_ma=2.0, applicator=name
    )
    card.show_findings([wide, short(5)])
    assert card.minimumSizeHint().width() < 330


# ---- A compact card ------------------------------------------------------------------------------


@pytest.fixture
def compact(show):
    return show(FindingsCard(compact=True))


def test_a_compact_card_says_all_in_a_few_lines_with_its_button_beside_them(compact):
    compact.show_findings([stop()])
    QApplication.processEvents()
    (box,) = boxes(compact)
    said, sources = texts(box)
    assert said == f"Stop and ask: {stop().text}"
    assert SOURCES["nhs_wpr26540"] in sources
    assert compact.height() < 90
    assert not compact.heading.isVisible()
    for label in box.findChildren(QLabel):
        assert label.geometry().right() < box.dismiss.geometry().left()
        assert label.height() >= label.heightForWidth(label.width())


def test_a_compact_card_shows_one_after_the_other_in_the_same_place(qtbot, compact):
    compact.show_findings([stop(2), stop(3), NIGHTS])
    assert reasons(compact) == ["skin_reaction:r3"]
    assert compact.more.text() == "Show the next (1 of 3)"
    for reason in ("skin_reaction:r2", "nights:2026-11-02", "skin_reaction:r3"):
        compact.more.setFocus()
        qtbot.keyClick(compact.more, Qt.Key.Key_Space)
        assert reasons(compact) == [reason]
        assert compact.more.hasFocus()
    press(qtbot, compact.more)
    compact.show_findings([stop(2), stop(3), NIGHTS, stop(4)])
    assert reasons(compact) == ["skin_reaction:r4"], "what is new is seen first"


def test_after_dismissing_in_a_compact_card_no_key_presses_anything_else(qtbot, compact, window):
    compact.show_findings([stop(2), stop(3)])
    boxes(compact)[0].dismiss.setFocus()
    qtbot.keyClick(boxes(compact)[0].dismiss, Qt.Key.Key_Space)
    assert compact.heard == [(stop(3),)]
    assert window.focusWidget() is compact.heading
    compact.show_findings([stop(2)])
    QApplication.processEvents()
    assert QApplication.focusWidget() is window
    boxes(compact)[0].dismiss.setFocus()
    qtbot.keyClick(boxes(compact)[0].dismiss, Qt.Key.Key_Space)
    compact.show_findings([])
    assert compact.isHidden()
    assert not window.before.hasFocus()
    assert not window.after.hasFocus()


def test_the_focus_goes_to_no_place_that_is_not_seen(qtbot, show, window):
    window.rest = QLabel("in another tab", window)
    window.rest.hide()
    card = show(FindingsCard(rest=window.rest, compact=True))
    card.show_findings([stop()])
    boxes(card)[0].dismiss.setFocus()
    qtbot.keyClick(boxes(card)[0].dismiss, Qt.Key.Key_Space)
    card.show_findings([])
    assert QApplication.focusWidget() is window


def test_buttons_of_two_boxes_have_names_of_their_own(card):
    blister = Sentence("small blisters", context="Reaction")
    still = finding("reaction_open", "r2", [day(2)], day=day(2), reaction=blister, severity=2)
    card.show_findings([stop(), still, short(5), short(6)])
    names = [box.dismiss.accessibleName() for box in boxes(card)]
    assert len(set(names)) == 4
    assert names[0].startswith("Dismiss: Noted for 2 Nov 2026: small blisters")


def test_days_in_a_row_are_told_as_one_span():
    assert runs([day(2), day(3), day(5)]) == [(day(2), day(3)), (day(5), day(5))]
    assert runs([]) == []
