"""The report of a diary that holds the sample: its page, settled, and what the file says."""

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from model.diary import Diary
from model.exports.demo import sample_diary
from model.records.person import Profile, Question
from model.report.layout import page_pngs
from tests.journeys.conftest import NOW, clock, settle
from ui.report.page import FINER, PAGE_WIDTH, PAPER_INCHES
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
