"""A session is logged, repeated, corrected and deleted in the window."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from model.records.treatment import Reaction, Session
from tests.journeys.conftest import NOW


def open_page(window, settled):
    window.go_to("sessions")
    settled()
    return window.shown("sessions")


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def log_palms(page, current=12.0):
    page.form.applicators["hand_tray"].setChecked(True)
    page.form.current.setValue(current)
    page.form.minutes.setValue(20)


def note_reaction(page, qtbot, kind):
    press(qtbot, page.form.reactions.add)
    dialog = page.form.reactions.dialog
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    press(qtbot, dialog.severity.button("1"))
    press(qtbot, dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


def test_logging_takes_applicator_current_minutes(window, qtbot, settled, stored):
    page = open_page(window, settled)
    log_palms(page)
    press(qtbot, page.form.log)
    (session,) = stored(lambda diary: diary.of(Session))
    assert session.started_at.replace(tzinfo=None) == NOW.replace(tzinfo=None)
    assert session.started_at.utcoffset() is not None
    assert session.applicators == ("hand_tray",)
    assert set(session.regions) == {"palm_left", "palm_right"}
    assert (session.current_ma, session.minutes) == (12.0, 20.0)
    assert session.waveform is None, "what was not stated stays unknown"
    assert session.completed is None


def test_only_regions_that_the_applicator_reaches_can_be_chosen(window, qtbot, settled):
    form = open_page(window, settled).form
    assert not form.regions
    form.applicators["neck_cushion"].setChecked(True)
    assert list(form.regions) == ["neck_back"]
    form.applicators["foot_tray"].setChecked(True)
    assert set(form.regions) == {"neck_back", "sole_left", "sole_right"}
    form.applicators["neck_cushion"].setChecked(False)
    assert set(form.regions) == {"sole_left", "sole_right"}


def test_an_applicator_of_ones_own_reaches_the_regions_it_was_given(window, qtbot, settled, stored):
    from PySide6.QtWidgets import QMessageBox

    page = open_page(window, settled)
    page.form.applicator_wanted.emit()
    dialog = page.log.dialog
    offered = {dialog.regions.item(row).text(): row for row in range(dialog.regions.count())}
    assert "Chest" not in offered
    qtbot.keyClicks(dialog.name, "Sponge pads")
    dialog._accept()
    settled()
    (box,) = window.findChildren(QMessageBox)
    assert "Say which regions" in box.text()
    assert dialog.isVisible(), "a refused dialog keeps what was typed"
    dialog.regions.item(offered["Upper back"]).setCheckState(Qt.CheckState.Checked)
    dialog._accept()
    settled()
    assert not dialog.isVisible()
    (own,) = (box for box in page.form.applicators.values() if box.text() == "Sponge pads")
    own.setChecked(True)
    assert list(page.form.regions) == ["upper_back"]
    press(qtbot, page.form.log)
    (session,) = stored(lambda diary: diary.of(Session))
    assert session.regions == ("upper_back",)


def test_an_empty_form_says_what_is_missing_and_stores_nothing(window, qtbot, settled, stored):
    from PySide6.QtWidgets import QMessageBox

    page = open_page(window, settled)
    press(qtbot, page.form.log)
    settled()
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == "Say which applicator was used."
    page.form.note.setText("typed in vain?")
    press(qtbot, page.form.log)
    settled()
    assert page.form.note.text() == "typed in vain?", "a refused form keeps what was typed"
    assert stored(lambda diary: diary.of(Session)) == ()


def test_repeat_last_is_one_press(window, qtbot, settled, stored):
    page = open_page(window, settled)
    page.form.start.day.text.selectAll()
    qtbot.keyClicks(page.form.start.day.text, "20 Nov 2026")
    log_palms(page)
    press(qtbot, page.form.log)
    settled()
    press(qtbot, page.repeat)
    first, second = sorted(stored(lambda diary: diary.of(Session)), key=lambda s: s.started_at)
    assert second.started_at == NOW
    assert (second.current_ma, second.regions) == (first.current_ma, first.regions)
    assert first.id != second.id


def test_a_session_can_be_corrected_and_the_correction_undone(window, qtbot, settled, stored):
    page = open_page(window, settled)
    log_palms(page)
    press(qtbot, page.form.log)
    settled()
    page.list.setCurrentItem(page.list.topLevelItem(0))
    assert page.form.current.value() == 12.0
    page.form.current.setValue(9.5)
    press(qtbot, page.form.log)
    settled()
    assert page.list.topLevelItemCount() == 1
    assert page.list.topLevelItem(0).text(3) == "9.5"
    window.undo_action.trigger()
    (session,) = stored(lambda diary: diary.of(Session))
    assert session.current_ma == 12.0


def test_a_reaction_can_be_taken_back_in_a_correction(window, qtbot, settled, stored):
    page = open_page(window, settled)
    log_palms(page)
    note_reaction(page, qtbot, "itch")
    press(qtbot, page.form.log)
    settled()
    page.list.setCurrentItem(page.list.topLevelItem(0))
    (row,) = page.form.reactions.rows.values()
    assert "itch" in row.words.text()
    press(qtbot, row.delete)
    press(qtbot, page.form.log)
    assert stored(lambda diary: diary.of(Reaction)) == ()


def test_a_deleted_session_takes_its_reaction_along_and_undo_brings_both_back(
    window, qtbot, settled, stored
):
    page = open_page(window, settled)
    log_palms(page)
    note_reaction(page, qtbot, "redness")
    page.form.completed.setCurrentIndex(2)
    press(qtbot, page.form.log)
    settled()
    assert "redness" in page.list.topLevelItem(0).text(5)
    assert "stopped early" in page.list.topLevelItem(0).text(5)
    page.list.setCurrentItem(page.list.topLevelItem(0))
    press(qtbot, page.form.delete)
    settled()
    assert page.list.topLevelItemCount() == 0
    window.undo_action.trigger()
    sessions, reactions = stored(lambda diary: (diary.of(Session), diary.of(Reaction)))
    assert [r.session for r in reactions] == [s.id for s in sessions]
    assert reactions[0].began == date(2026, 11, 22)
