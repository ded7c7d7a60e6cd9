"""The preview is drawn once for what was chosen last, and hinders nothing else."""

import threading
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from model.records.day import Rating
from tests.journeys.conftest import NOW
from tests.journeys.report.conftest import (
    PREVIEW_PPI,
    drawn_by_the_model,
    sheets,
    works,
)


def test_a_page_that_cannot_be_drawn_is_told_and_the_old_one_goes(page, window, settled):
    page.choose(replace(page.choice, language="xx"))
    settled()
    assert page.state.text() == "The page could not be drawn."
    assert sheets(page) == []
    assert page.pictures == ()
    assert "no translation of the page" in window.findChild(QMessageBox).text()
    page.choose(replace(page.choice, language="de"))
    settled()
    drawn = len(sheets(page))
    assert drawn
    assert page.state.text() == f"The file as it will be saved. Pages: {drawn}"


def test_a_drawing_that_is_cancelled_is_told_and_can_be_had_again(page, settled, qtbot, window):
    page.panel.appendix["days"].setChecked(True)
    qtbot.waitUntil(lambda: window.link.is_working)
    page.working.cancel.click()
    settled()
    assert page.state.text() == "The page was not drawn. Choose less of an appendix."
    assert sheets(page) == []
    page.panel.appendix["days"].setChecked(False)
    settled()
    assert len(sheets(page)) == len(page.pictures) > 0


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
