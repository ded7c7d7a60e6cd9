"""The doctor's report in the window: what is chosen is seen, saved and printed alike."""

import threading
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from model.diary import Diary
from model.exports.demo import sample_diary
from model.records.day import Rating
from model.records.person import Event, Profile, Question
from model.report.layout import page_pngs
from tests.journeys.conftest import NOW, clock, settle
from ui.report.page import FINER, PAGE_WIDTH, PAPER_INCHES
from ui.report.printing import PRINTER_PPI
from ui.settings import settings
from ui.work import Work

PREVIEW_PPI = FINER * PAGE_WIDTH / PAPER_INCHES


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
def settled(window, qtbot):
    """Wait until what was chosen is drawn too, and what was sent to a printer is printed."""

    def wait():
        settle(window, qtbot)
        page = window.shown("report")
        qtbot.waitUntil(
            lambda: not (page.is_drawing or page.saving.is_busy or window.link.is_working),
            timeout=30_000,
        )
        settle(window, qtbot)

    return wait


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


def works(window):
    return window.link.findChildren(Work)


def drawn_by_the_model(page, window, ppi):
    """The pages of the options that are chosen now, without the window."""
    known = []
    window.link.snapshot(known.append)  # the page has asked for it: it is at hand
    options = page.choice.options(known[0], NOW.date())
    return page_pngs(known[0], options, NOW.date(), ppi)


def grey(picture):
    """A PNG picture as a matrix of greys, row by row."""
    drawn = QImage.fromData(picture).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(drawn.constBits(), np.uint8).reshape(drawn.height(), -1)
    return rows[:, : drawn.width()].astype(float)


def test_the_preview_shows_the_pages_of_the_file(page, window):
    assert page.pictures == drawn_by_the_model(page, window, PREVIEW_PPI)
    assert len(sheets(page)) == len(page.pictures)
    for sheet, picture in zip(sheets(page), page.pictures, strict=True):
        wanted = QImage.fromData(picture).scaled(
            sheet.size(), mode=Qt.TransformationMode.SmoothTransformation
        )
        assert sheet.width() > 500
        seen = sheet.grab().toImage().convertToFormat(wanted.format())
        assert seen == wanted


def test_preview_and_file_are_one_page(page, text, tmp_path):
    said = text()
    assert len(sheets(page)) == len(PdfReader(tmp_path / "report.pdf").pages)
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


@pytest.fixture
def printer(tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def printed(tmp_path):
    """The sheets that were printed, as they would lie on the table."""
    images = [sheet.images[0].image for sheet in PdfReader(tmp_path / "printed.pdf").pages]
    return [np.asarray(image.convert("L"), float) for image in images]


def apart(one, other):
    """How far two pictures are apart: 0 the same, 255 black and white."""
    return abs(one - other).mean()


def test_the_printer_gets_the_pages_of_the_file(page, window, settled, printer, tmp_path):
    page.print_on(printer)
    settled()
    wanted = [grey(picture) for picture in drawn_by_the_model(page, window, PRINTER_PPI)]
    got = printed(tmp_path)
    assert [sheet.shape for sheet in got] == [sheet.shape for sheet in wanted]
    # Qt prints pictures as JPEG.
    assert max(map(apart, got, wanted)) < 1 < apart(got[0], wanted[1])
    assert page.saved.said.text() == "Sent to the printer."
    assert not page.saved.open.isVisible()


def test_only_the_chosen_pages_are_printed(page, window, settled, printer, tmp_path):
    printer.setFromTo(2, 2)
    page.print_on(printer)
    settled()
    (got,) = printed(tmp_path)
    assert apart(got, grey(drawn_by_the_model(page, window, PRINTER_PPI)[1])) < 1


def test_pages_that_are_not_there_are_not_printed_and_that_is_said(
    page, settled, printer, tmp_path
):
    printer.setFromTo(7, 9)
    page.print_on(printer)
    settled()
    assert not (tmp_path / "printed.pdf").exists()
    assert page.saved.said.text() == "None of the chosen pages is there. Pages: 2"


def test_a_cancelled_print_is_told(page, settled, printer, tmp_path):
    page.print_on(printer)
    page.saving.cancel.click()
    settled()
    assert not (tmp_path / "printed.pdf").exists()
    assert page.saved.said.text() == "Cancelled. Nothing was printed."


def test_both_buttons_rest_while_the_page_is_printed(page, qtbot, window, settled, printer):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.print_button.setFocus()
    page.print_on(printer)
    qtbot.waitUntil(page.saving.isVisible)
    assert not page.print_button.isEnabled()
    assert not page.save_button.isEnabled()
    assert page.saving.cancel.hasFocus()
    settled()
    assert page.print_button.isEnabled()
    assert page.save_button.isEnabled()
    assert page.print_button.hasFocus()


def test_a_save_that_is_cancelled_leaves_nothing_and_is_told(page, settled, tmp_path):
    page.save(tmp_path / "report.pdf")
    page.saving.cancel.click()
    settled()
    assert not list(tmp_path.glob("report*"))
    assert page.saved.said.text() == "Cancelled. Nothing was written."
    assert not page.saved.open.isVisible()


def test_a_save_that_is_cancelled_too_late_is_told_as_saved(page, settled, qtbot, tmp_path):
    def at_work():
        # One that is just being started is listed too, and cannot be waited for yet.
        return [it for it in threading.enumerate() if it.name == "work" and it.is_alive()]

    page.save(tmp_path / "report.pdf")
    qtbot.waitUntil(lambda: bool(at_work()))
    for thread in at_work():
        thread.join()  # the file stands, and this thread, the window's, has not heard of it yet
    page.saving.cancel.click()
    settled()
    assert PdfReader(tmp_path / "report.pdf").pages
    assert page.saved.said.text() == f"Saved as {tmp_path / 'report.pdf'}"
    assert page.saved.open.isVisible()


def test_of_two_saves_at_once_the_first_is_done(page, settled, tmp_path):
    page.save(tmp_path / "first.pdf")
    page.save(tmp_path / "second.pdf")
    settled()
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["first.pdf"]
    assert page.saved.file == tmp_path / "first.pdf"


def test_a_page_that_cannot_be_drawn_is_told_and_the_old_one_goes(page, window, settled):
    page.choose(replace(page.choice, language="xx"))
    settled()
    assert page.state.text() == "The page could not be drawn."
    assert sheets(page) == []
    assert page.pictures == ()
    assert "no translation of the page" in window.findChild(QMessageBox).text()
    page.choose(replace(page.choice, language="de"))
    settled()
    assert page.state.text() == "The file as it will be saved. Pages: 2"
    assert len(sheets(page)) == 2


def test_a_drawing_that_is_cancelled_is_told_and_can_be_had_again(page, settled, qtbot, window):
    page.panel.appendix["days"].setChecked(True)
    qtbot.waitUntil(lambda: window.link.is_working)
    page.working.cancel.click()
    settled()
    assert page.state.text() == "The page was not drawn. Choose less of an appendix."
    assert sheets(page) == []
    page.panel.appendix["days"].setChecked(False)
    settled()
    assert len(sheets(page)) == 2


def test_four_boxes_ticked_in_a_row_are_drawn_once(page, window, settled, qtbot):
    for box in page.panel.sections.values():
        box.setChecked(False)
        QApplication.processEvents()
        assert page.state.text() == "Drawing the page\u2026"
        assert works(window) == []
    qtbot.waitUntil(lambda: window.link.is_working)
    assert len(works(window)) == 1
    settled()
    assert page.pictures == drawn_by_the_model(page, window, PREVIEW_PPI)


def test_no_two_drawings_are_at_work_at_once(page, window, settled, qtbot):
    def typst():
        return [it for it in threading.enumerate() if it.name.startswith("typst")]

    def look():
        most.append(len(typst()))
        if page.is_drawing:
            said.add(page.state.text())

    most, said = [], set()
    watch = QTimer(interval=1)
    watch.timeout.connect(look)
    page.panel.appendix["days"].setChecked(True)
    qtbot.waitUntil(lambda: bool(typst()))
    watch.start()
    page.panel.appendix["sessions"].setChecked(True)
    settled()
    watch.stop()
    assert max(most) == 1
    assert said == {"Drawing the page\u2026"}, "what is out of date was shown"
    assert page.pictures == drawn_by_the_model(page, window, PREVIEW_PPI)


def test_another_diary_is_opened_while_the_page_is_drawn_and_saved(
    page, window, settled, qtbot, tmp_path, caplog
):
    page.panel.appendix["days"].setChecked(True)
    qtbot.waitUntil(lambda: window.link.is_working)
    page.save(tmp_path / "report.pdf")
    with qtbot.waitSignal(window.link.opened):
        window.link.open(tmp_path / "other.drymap", create=True)
    settled()
    assert window.shown("report") is not page
    assert window.shown("report").state.text() == "The file as it will be saved. Pages: 2"
    assert (tmp_path / "report.pdf").exists()
    assert not window.findChild(QMessageBox)
    assert not caplog.records


def test_a_rating_can_be_stored_while_the_page_is_drawn(page, window, settled, stored, qtbot):
    for box in page.panel.appendix.values():
        box.setChecked(True)
    qtbot.waitUntil(lambda: window.link.is_working)
    (work,) = works(window)
    day, ended, answered = NOW.date() - timedelta(400), [], []
    work.ended.connect(lambda: ended.append(True))
    window.link.put(
        lambda diary: (Rating(day, "nose", 7),), "rating", lambda _: answered.append(bool(ended))
    )
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [False], "the rating's answer came only after the drawing"
    assert window.link.is_working
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
