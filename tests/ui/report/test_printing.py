"""Printing: sheet by sheet while the window answers, the pages that were asked for, to its end."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter

from tests.ui.report.test_sheets import png
from ui.report.printing import Printing, wanted_of

PICTURES = [png(number) for number in range(10, 60, 10)]


@pytest.fixture
def printer(qapp, tmp_path):
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


@pytest.fixture
def ended(qtbot):
    """Print to the end, whatever it is."""

    def wait(printing):
        with qtbot.waitSignal(printing.work.ended):
            printing.begin()
        return printing.work.is_done, printing.work.is_cancelled

    return wait


def colours(file):
    """The red of each sheet's middle: which picture it is."""
    found = []
    for sheet in PdfReader(file).pages:
        (image,) = sheet.images
        picture = image.image.convert("RGB")
        found.append(picture.getpixel((picture.width // 2, picture.height // 2))[0])
    return found


def test_every_picture_is_a_sheet_of_its_own_in_order(printer, ended, tmp_path):
    assert ended(Printing(PICTURES, printer, "Printing")) == (True, False)
    assert colours(tmp_path / "printed.pdf") == pytest.approx([10, 20, 30, 40, 50], abs=2)


def test_the_window_answers_between_two_sheets(printer, ended):
    turns = []
    other = QTimer(interval=0)
    other.timeout.connect(lambda: turns.append(True))
    other.start()
    ended(Printing(PICTURES, printer, "Printing"))
    other.stop()
    assert len(turns) >= len(PICTURES) - 1


def test_it_can_be_ended_between_two_sheets(printer, ended, tmp_path):
    printing = Printing(PICTURES, printer, "Printing")
    printing.work.progressed.connect(lambda _: printing.work.cancel())  # told before the first
    assert ended(printing) == (False, True)
    assert colours(tmp_path / "printed.pdf") == pytest.approx([10], abs=2)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_told(printer, ended, tmp_path):
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    assert ended(Printing(PICTURES, printer, "Printing")) == (False, False)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [("", [1, 2, 3, 4, 5]), ("2-3", [2, 3]), ("1,4-9", [1, 4, 5]), ("6", [])],
)
def test_the_pages_of_the_dialog_are_wanted_and_no_others(printer, asked, numbers):
    printer.setPageRanges(QPageRanges.fromString(asked))
    wanted = wanted_of(printer)
    every = range(1, 6)
    assert [it for it in every if wanted is None or wanted(it)] == numbers


def test_first_and_last_page_are_a_range(printer):
    printer.setFromTo(2, 4)
    assert [it for it in range(1, 6) if wanted_of(printer)(it)] == [2, 3, 4]
    printer.setFromTo(0, 0)  # as the dialog says "all"
    assert wanted_of(printer) is None
