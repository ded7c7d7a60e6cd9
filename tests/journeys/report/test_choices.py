"""What is chosen for the page is seen, saved and remembered alike."""

from datetime import date

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from model.records.person import Event
from tests.journeys.report.conftest import PREVIEW_PPI, choose, drawn_by_the_model, sheets


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
