"""The doctor's report in the window: what is chosen is seen, saved and printed alike."""

from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from model.diary import Diary
from model.exports.demo import sample_diary
from model.records.person import Event, Profile, Question
from tests.journeys.conftest import NOW, clock
from ui.settings import settings


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.merge(sample_diary(clock()), "sample")
        diary.put(Profile("Ada B.", 1994))
        diary.remove(*diary.of(Question))
    return path


@pytest.fixture(autouse=True)
def nothing_chosen():
    """Forget what another test chose, before and after."""
    settings().remove("report")
    yield
    settings().remove("report")


@pytest.fixture
def page(window, settled):
    window.go_to("report")
    settled()
    return window.shown("report")


@pytest.fixture
def text(page, settled, tmp_path):
    """Save the page as it is chosen now and read its text."""

    def read():
        page.save(tmp_path / "report.pdf")
        settled()
        return " ".join(
            " ".join(
                sheet.extract_text() for sheet in PdfReader(tmp_path / "report.pdf").pages
            ).split()
        )

    return read


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def sheets(page):
    return [
        label for label in page.findChildren(QLabel) if "of the report" in label.accessibleName()
    ]


def test_preview_and_file_are_one_page(page, text, tmp_path):
    said = text()
    assert len(sheets(page)) == len(PdfReader(tmp_path / "report.pdf").pages)
    assert sheets(page)[0].pixmap().width() > 500
    assert "Left palm" in said
    assert page.saved.isVisible()
    assert page.saved.open.isVisible()
    assert page.saved.show_in_folder.isVisible()


def test_a_shorter_period_changes_preview_and_file(page, text, settled):
    whole, before = text(), page.pictures
    choose(page.panel.period, "4")
    settled()
    assert page.pictures != before
    assert "26 Oct – 22 Nov 2026" in text()
    assert "26 Oct – 22 Nov 2026 · printed" not in whole


def test_the_language_of_the_page_is_not_that_of_the_program(page, text, settled):
    choose(page.panel.language, "de")
    settled()
    assert "Left palm" not in text()
    assert page.save_button.text() == "Save as PDF\u2026"


def test_the_name_is_left_out_where_it_is_not_wanted(page, text, settled):
    assert "Ada B., born 1994" in text()
    page.panel.named.setChecked(False)
    settled()
    assert "Ada" not in text()


def test_a_section_is_left_out_and_that_is_said(page, text, settled):
    assert "Periods of constant settings" in text()
    page.panel.sections["epochs"].setChecked(False)
    settled()
    assert "Left out by the patient's choice: Periods of constant settings." in text()


def test_an_appendix_adds_sheets(page, settled):
    before = len(sheets(page))
    page.panel.appendix["sessions"].setChecked(True)
    settled()
    assert len(sheets(page)) > before


def test_another_paper_is_another_size(page, text, settled, tmp_path):
    choose(page.panel.paper, "us-letter")
    settled()
    text()
    sheet = PdfReader(tmp_path / "report.pdf").pages[0]
    assert [round(side) for side in sheet.mediabox[2:]] == [612, 792]


def test_since_the_last_visit_begins_with_that_day(page, text, settled, window):
    assert "none noted" in page.panel.period.itemText(1)
    visit = Event("visit", date(2026, 10, 5), id="v")
    window.link.put(lambda diary: (visit,), "visit")
    settled()
    assert "5 Oct 2026" in page.panel.period.itemText(1)
    choose(page.panel.period, "visit")
    settled()
    assert "5 Oct – 22 Nov 2026" in text()


def test_days_of_ones_own_are_asked_for(page, qtbot, text, settled):
    choose(page.panel.period, "own")
    page.dialog.show_days(date(2026, 9, 1), date(2026, 9, 30))
    qtbot.mouseClick(page.dialog.ok, Qt.MouseButton.LeftButton)
    settled()
    assert page.dialog is None
    assert "1 Sep – 30 Sep 2026" in text()


def test_a_cancelled_dialog_leaves_the_period_as_it_was(page, settled):
    before = page.pictures
    choose(page.panel.period, "own")
    page.dialog.reject()
    settled()
    assert page.panel.period.currentData() == "whole"
    assert page.pictures == before


def test_what_was_chosen_is_remembered(page, settled):
    from ui.report.choice import remembered

    choose(page.panel.paper, "us-letter")
    page.panel.sections["body"].setChecked(False)
    settled()
    kept = remembered()
    assert (kept.paper, kept.left_out) == ("us-letter", ("body",))


def test_the_printer_gets_the_pages_of_the_preview(page, settled, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.print_on(printer)
    settled()
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == len(sheets(page))
    assert page.saved.said.text() == "Sent to the printer."
    assert not page.saved.open.isVisible()


def test_a_rating_can_be_stored_while_the_page_is_drawn(page, window, settled, stored):
    from model.records.day import Rating

    page.panel.appendix["days"].setChecked(True)
    day = NOW.date() - timedelta(400)
    window.link.put(lambda diary: (Rating(day, "nose", 7),), "rating")
    settled()
    assert stored(lambda diary: diary.ratings_between(day, day))[0].severity == 7


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
