"""The printer gets the pages of the file, all or those chosen; a save or a print can be ended."""

import threading

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from tests.journeys.report.conftest import (
    drawn_by_the_model,
    grey,
)
from ui.report.printing import PRINTER_PPI


@pytest.fixture
def printer(tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


@pytest.fixture
def long_page(page, settled):
    """A page of several sheets."""
    page.panel.appendix["sessions"].setChecked(True)
    settled()
    assert len(page.pictures) > 1
    return page


def printed(tmp_path):
    """The sheets that were printed, as they would lie on the table."""
    images = [sheet.images[0].image for sheet in PdfReader(tmp_path / "printed.pdf").pages]
    return [np.asarray(image.convert("L"), float) for image in images]


def apart(one, other):
    """How far two pictures are apart: 0 the same, 255 black and white."""
    return abs(one - other).mean()


def test_the_printer_gets_the_pages_of_the_file(long_page, window, settled, printer, tmp_path):
    long_page.print_on(printer)
    settled()
    wanted = [grey(picture) for picture in drawn_by_the_model(long_page, window, PRINTER_PPI)]
    got = printed(tmp_path)
    assert [sheet.shape for sheet in got] == [sheet.shape for sheet in wanted]
    # Qt prints pictures as JPEG.
    assert max(map(apart, got, wanted)) < 1 < apart(got[0], wanted[1])
    assert long_page.saved.said.text() == "Sent to the printer."
    assert not long_page.saved.open.isVisible()


def test_only_the_chosen_pages_are_printed(long_page, window, settled, printer, tmp_path):
    printer.setFromTo(2, 2)
    long_page.print_on(printer)
    settled()
    (got,) = printed(tmp_path)
    first, second, *_ = map(grey, drawn_by_the_model(long_page, window, PRINTER_PPI))
    # Chosen pages are drawn from the file: edges of letters differ, and a sheet is full of them.
    assert apart(got, second) < 0.3 * apart(got, first)


def test_pages_that_are_not_there_are_not_printed_and_that_is_said(
    page, settled, printer, tmp_path
):
    printer.setFromTo(7, 9)
    page.print_on(printer)
    settled()
    assert not (tmp_path / "printed.pdf").exists()
    assert page.saved.said.text() == (
        f"None of the chosen pages is there. Pages: {len(page.pictures)}"
    )


def test_a_cancelled_print_is_told(page, settled, printer, tmp_path):
    page.print_on(printer)
    page.saving.cancel.click()
    settled()
    assert not (tmp_path / "printed.pdf").exists()
    assert page.saved.said.text() == "Cancelled. Nothing was printed."


def test_both_buttons_rest_while_the_page_is_printed(long_page, qtbot, window, settled, printer):
    page = long_page
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
