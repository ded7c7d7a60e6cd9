"""Questions for the next visit: asked on the page, printed, answered, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from model.records.person import Question
from tests.journeys.conftest import NOW


def test_a_question_is_asked_printed_and_marked_as_answered(page, qtbot, text, settled, stored):
    card = page.questions
    assert card.none.isVisible()
    card.line.setFocus()
    qtbot.keyClicks(card.line, "May I treat the armpits more often?")
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    settled()
    assert card.line.text() == ""
    assert not card.none.isVisible()
    assert "1. May I treat the armpits more often?" in text()
    (answered,) = (
        it for it in card.findChildren(QPushButton) if it.accessibleName().startswith("Answered: ")
    )
    qtbot.mouseClick(answered, Qt.MouseButton.LeftButton)
    settled()
    assert card.none.isVisible()
    assert "May I treat" not in text()
    (question,) = stored(lambda diary: diary.of(Question))
    assert question.answered == NOW.date()


def test_a_question_that_was_removed_comes_back_by_undo(page, qtbot, window, settled, stored):
    card = page.questions
    qtbot.keyClicks(card.line, "Is tap water enough?")
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    settled()
    (remove,) = (
        it for it in card.findChildren(QPushButton) if it.accessibleName().startswith("Remove: ")
    )
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    settled()
    assert card.none.isVisible()
    window.undo_action.trigger()
    settled()
    assert not card.none.isVisible()
    assert [it.text for it in stored(lambda diary: diary.of(Question))] == ["Is tap water enough?"]


def test_an_empty_question_is_not_stored(page, qtbot, settled, stored):
    qtbot.keyClicks(page.questions.line, "   ")
    qtbot.keyClick(page.questions.line, Qt.Key.Key_Return)
    settled()
    assert stored(lambda diary: diary.of(Question)) == ()
