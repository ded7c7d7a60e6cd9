"""The two notes: stored without a button, and no refresh ever takes away what is being typed."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from model.records.rules import NOTE_LIMIT
from ui.today.notes import PAUSE_MS, NotesCard

DAY, OTHER = date(2026, 11, 22), date(2026, 11, 21)
NEVER = 10**8


@pytest.fixture
def card(qtbot):
    return notes(qtbot, NEVER)


def notes(qtbot, pause_ms):
    window = QWidget()
    qtbot.addWidget(window)
    card = NotesCard(pause_ms=pause_ms)
    after = QPushButton("after")
    column = QVBoxLayout(window)
    column.addWidget(card)
    column.addWidget(after)
    window.resize(440, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    card.after, card.window_of_test = after, window
    card.heard = []
    card.changed.connect(lambda field, text: card.heard.append((field, text)))
    return card


def type_in(qtbot, field, text):
    field.setFocus()
    qtbot.keyClicks(field, text)


def paste(field, text):
    QApplication.clipboard().setText(text)
    field.paste()


def sentences(card):
    return [
        label.text()
        for label in card.findChildren(QLabel)
        if label.isVisible() and "at most" in label.text()
    ]


def test_a_note_is_stored_when_the_focus_leaves_and_only_once(card, qtbot):
    card.show_notes("", "", DAY)
    type_in(qtbot, card.note, "Hot room")
    assert card.heard == []
    card.private_note.setFocus()
    card.after.setFocus()
    card.note.setFocus()
    card.after.setFocus()
    assert card.heard == [("note", "Hot room")]


def test_tab_leaves_a_note_and_enter_is_a_new_line(card, qtbot):
    card.show_notes("", "", DAY)
    type_in(qtbot, card.private_note, "one")
    qtbot.keyClick(card.private_note, Qt.Key.Key_Return)
    qtbot.keyClicks(card.private_note, "two")
    qtbot.keyClick(card.private_note, Qt.Key.Key_Tab)
    assert card.after.hasFocus()
    assert card.heard == [("private_note", "one\ntwo")]


def test_a_note_is_stored_when_the_page_is_left(card, qtbot):
    card.show_notes("", "", DAY)
    type_in(qtbot, card.private_note, "mine")
    card.window_of_test.hide()
    assert card.heard == [("private_note", "mine")]


def test_text_dropped_into_a_field_without_the_focus_is_stored_when_the_page_is_left(card):
    card.show_notes("", "", DAY)
    card.after.setFocus()
    dropped = QMimeData()
    dropped.setText("from elsewhere")
    card.note.insertFromMimeData(dropped)
    card.window_of_test.hide()
    assert card.heard == [("note", "from elsewhere")]


def test_a_note_is_stored_after_a_pause(qtbot):
    card = notes(qtbot, 20)
    card.show_notes("", "", DAY)
    with qtbot.waitSignal(card.changed) as stored:
        type_in(qtbot, card.note, "Hot room")
    assert stored.args[0] == "note"
    assert card.note.hasFocus()
    assert PAUSE_MS == 3000


def test_finishing_stores_and_the_other_day_takes_its_place(card, qtbot):
    card.show_notes("", "", DAY)
    type_in(qtbot, card.note, "of the 22nd")
    card.finish()
    assert card.heard == [("note", "of the 22nd")]
    qtbot.keyClicks(card.note, "x")  # before the answer of the other day is there
    card.show_notes("of the 21st", "", OTHER)
    assert card.note.note() == "of the 21st"
    card.after.setFocus()
    assert card.heard == [("note", "of the 22nd")]


def test_finishing_makes_room_also_where_the_day_is_not_told(card, qtbot):
    card.show_notes("", "")
    type_in(qtbot, card.note, "of the 22nd")
    card.finish()
    card.show_notes("", "")
    assert card.note.note() == ""
    assert card.heard == [("note", "of the 22nd")]


def test_what_is_shown_is_not_said_to_be_changed(card):
    for text in ("Hot", "two\r\nlines\u00a0hard", ""):
        card.show_notes(text, text, DAY)
        card.note.setFocus()
        card.after.setFocus()
    assert card.heard == []


def test_a_refresh_leaves_what_is_being_typed_and_the_cursor(card, qtbot):
    card.show_notes("Hot", "", DAY)
    card.note.setFocus()
    qtbot.keyClick(card.note, Qt.Key.Key_End)
    qtbot.keyClicks(card.note, " room")
    qtbot.keyClick(card.note, Qt.Key.Key_Left)
    card.show_notes("Hot", "", DAY)
    assert card.note.note() == "Hot room"
    qtbot.keyClicks(card.note, "!")
    assert card.note.note() == "Hot roo!m"
    card.after.setFocus()
    assert card.heard == [("note", "Hot roo!m")]


def test_a_refresh_with_the_stored_text_leaves_selection_and_undo(card, qtbot):
    card.show_notes("", "", DAY)
    type_in(qtbot, card.note, "Hot")
    card.note.write()
    card.note.selectAll()
    for _ in range(2):
        card.show_notes("Hot", "", DAY)
    assert card.note.textCursor().selectedText() == "Hot"
    card.note.undo()
    assert card.note.note() == ""


def test_a_note_is_stored_as_it_was_typed_with_its_hard_spaces(card, qtbot):
    card.show_notes("20\u00a0mA\r\n", "", DAY)
    card.note.setFocus()
    card.note.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(card.note, "sore ")
    card.after.setFocus()
    assert card.heard == [("note", "20\u00a0mA\nsore ")]


def test_an_answer_that_is_late_takes_nothing_away(card, qtbot):
    card.show_notes("", "", DAY)
    type_in(qtbot, card.note, "Hot")
    card.note.write()
    card.show_notes("", "", DAY)  # was read before the note was stored
    assert card.note.note() == "Hot"
    card.show_notes("Hot", "", DAY)
    card.show_notes("", "", DAY)  # undone
    assert card.note.note() == ""
    assert card.heard == [("note", "Hot")]


def test_a_note_that_was_refused_stays_and_is_offered_again(card, qtbot):
    card.show_notes("", "", DAY)
    type_in(qtbot, card.note, "Hot")
    card.note.write()
    card.show_notes("", "", DAY)
    card.after.setFocus()
    assert card.heard == [("note", "Hot"), ("note", "Hot")]


def test_a_change_from_elsewhere_is_shown_in_a_field_with_the_cursor(card, qtbot):
    card.show_notes("Hot room", "", DAY)
    card.note.setFocus()
    qtbot.keyClick(card.note, Qt.Key.Key_Right)
    card.show_notes("Hut room", "", DAY)
    qtbot.keyClicks(card.note, "-")
    assert card.note.note() == "H-ut room"


def test_html_is_plain_text(card):
    card.show_notes("<b>Hot</b>", "", DAY)
    assert card.note.note() == "<b>Hot</b>"


def test_too_long_a_paste_is_refused_in_a_sentence_and_the_text_stays(card):
    card.show_notes("Hot", "", DAY)
    paste(card.note, "x" * (NOTE_LIMIT - 2))
    assert card.note.note() == "Hot"
    limit = QLocale().toString(NOTE_LIMIT)
    assert sentences(card) == [
        f"A note holds at most {limit} characters: nothing was added. Shorten it first."
    ]
    paste(card.note, "x" * (NOTE_LIMIT - 3))
    assert len(card.note.note()) == NOTE_LIMIT
    assert sentences(card) == []


def test_a_full_note_takes_no_letter_but_can_be_shortened_and_overwritten(card, qtbot):
    card.show_notes("x" * NOTE_LIMIT, "", DAY)
    type_in(qtbot, card.note, "y")
    qtbot.keyClick(card.note, Qt.Key.Key_Return)
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QApplication.sendEvent(card.note, composed)
    assert card.note.note() == "x" * NOTE_LIMIT
    assert len(sentences(card)) == 1
    qtbot.keyClick(card.note, Qt.Key.Key_Delete)
    assert sentences(card) == []
    qtbot.keyClicks(card.note, "y")
    card.note.selectAll()
    qtbot.keyClicks(card.note, "z")
    assert card.note.note() == "z"


def test_each_field_tells_who_will_see_it(card):
    assert card.note.accessibleName() == "Note for the doctor's page"
    assert card.note.accessibleDescription() == "may be printed"
    assert card.private_note.accessibleName() == "Private note"
    assert card.private_note.accessibleDescription() == "never printed, but in exports"
