"""The end of an induction is moved on the page, seen, undone and put back in one press."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from model.records.person import InductionChoice
from tests.journeys import test_progress as sample

path, page = sample.path, sample.page  # fixtures


def move(page, qtbot, settled, text, every=True):
    """Move the end for all treated regions, or for the one that is shown."""
    page.head.induction.trigger()
    if every:
        page.dialog.region.setCurrentIndex(0)
    page.dialog.last.text.selectAll()
    qtbot.keyClicks(page.dialog.last.text, text)
    qtbot.keyClicks(page.dialog.reason, "as my doctor planned")
    qtbot.mouseClick(page.dialog.ok, Qt.MouseButton.LeftButton)
    settled()


def moved(page):
    return {it.region for it in page.found.view.progress.regions if it.induction_moved}


def test_a_moved_end_is_stored_seen_and_undone(page, qtbot, window, settled, stored):
    treated = {it.region for it in page.found.view.progress.regions if it.treated}
    before = page.found.view.progress.of(page.region)
    move(page, qtbot, settled, "20 Oct 2026")
    assert moved(page) == treated
    after = page.found.view.progress.of(page.region)
    assert after.phases.induction_ends == date(2026, 10, 20)
    assert after.baseline == before.baseline
    said = page.head.moved_induction.text.text()
    assert said.startswith("Induction: its end was moved to 20 Oct 2026 for ")
    assert "(end of induction moved)" in page.card.region.currentText()
    window.undo_action.trigger()
    settled()
    assert not page.head.moved_induction.isVisible()
    assert page.found.view.progress.of(page.region) == before
    window.redo_action.trigger()
    records = stored(lambda diary: diary.of(InductionChoice))
    assert {(it.region, it.ends, it.reason) for it in records} == {
        (region, date(2026, 10, 20), "as my doctor planned") for region in treated
    }


def test_the_usual_end_comes_back_in_one_press(page, qtbot, settled, stored):
    move(page, qtbot, settled, "20 Oct 2026", every=False)
    assert moved(page) == {page.region}
    page.head.moved_induction.back.setFocus()
    qtbot.keyClick(page.head.moved_induction.back, Qt.Key.Key_Space)
    settled()
    assert not page.head.moved_induction.isVisible()
    assert page.window().focusWidget() is page.head.windows
    assert stored(lambda diary: diary.of(InductionChoice)) == ()


def test_an_end_before_the_first_session_is_refused(page, qtbot, settled, stored):
    began = page.found.view.progress.of(page.region).first_session
    move(page, qtbot, settled, f"{began - timedelta(1):%d %b %Y}", every=False)
    assert "This treatment began on" in page.dialog.problem.text()
    assert stored(lambda diary: diary.of(InductionChoice)) == ()
    page.dialog.reject()
