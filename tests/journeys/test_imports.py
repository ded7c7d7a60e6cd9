"""Into the diary: what a file would bring is shown first, and nothing is written before a yes."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from model.exports.mapping_look import NAMES_ASKED
from model.records.treatment import Session
from ui.diary.import_dialog import ImportDialog
from ui.diary.mapping_dialog import MappingDialog

TRACKER = "Datum;Linke Hand;Right palm;Laune\n05.01.2026;4;6;gut\n06.01.2026;2;;schlecht\n"


@pytest.fixture
def path(sample_path):
    return sample_path


@pytest.fixture
def page(window, settled):
    window.go_to("diary")
    settled()
    return window.shown("diary")


def numbers(dialog):
    tree = dialog.numbers
    return {
        tree.topLevelItem(row).text(0): [
            tree.topLevelItem(row).text(n) for n in range(1, tree.columnCount())
        ]
        for row in range(tree.topLevelItemCount())
    }


def choose(box, data):
    assert box.findData(data) >= 0
    box.setCurrentIndex(box.findData(data))


def test_an_import_is_shown_first_and_can_be_undone(page, tables, shown, press, window, severities):
    page.imports.import_from(tables("2026-01-05,nose,4,good\n2026-01-06,nose,,bad\n"))
    dialog = shown(ImportDialog)
    assert numbers(dialog) == {"Ratings": ["2", "0", "0"]}
    assert any("mood" in label.text() for label in dialog.findChildren(type(page._said)))
    press(dialog.take)
    assert ": 2." in page._said.text()
    assert "mood" in page._said.text(), "an ignored column is reported"
    window.undo_action.trigger()
    assert severities() == {}


def test_nothing_is_written_where_the_preview_is_cancelled(
    page, tables, shown, press, window, severities
):
    title = window.undo_action.text()
    page.imports.import_from(tables("2026-01-05,nose,4,good\n"))
    dialog = shown(ImportDialog)
    assert window.undo_action.text() == title
    press(dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel))
    assert not page.imports.findChildren(ImportDialog)
    assert severities() == {}


def test_a_file_that_brings_nothing_says_so_without_a_dialog(page, tables, shown, press, settled):
    folder = tables("2026-01-05,nose,4,good\n")
    page.imports.import_from(folder)
    press(shown(ImportDialog).take)
    page.imports.import_from(folder)
    settled()
    assert "nothing" in page._said.text()
    assert not page.imports.findChildren(ImportDialog)


@pytest.mark.parametrize(("choice", "left"), [("mine", 4), ("theirs", 9)])
def test_a_contradiction_is_shown_and_asked_about(
    choice, left, page, tables, shown, press, severities
):
    page.imports.import_from(tables("2026-01-05,nose,4,good\n"))
    press(shown(ImportDialog).take)
    page.imports.import_from(tables("2026-01-05,nose,9,good\n2026-01-07,nose,1,good\n"))
    dialog = shown(ImportDialog)
    assert numbers(dialog) == {"Ratings": ["1", "0", "1"]}
    assert [dialog.conflicts.item(0, n).text() for n in range(3)] == [
        "Ratings: 5 Jan 2026, Nose",
        "Severity: 4",
        "Severity: 9",
    ]
    (box,) = dialog._boxes.values()
    assert "Ratings" in box.accessibleName()
    assert box.currentData() == "mine", "nothing of the diary is overwritten unasked"
    choose(box, choice)
    press(dialog.take)
    assert severities() == {(5, "nose"): left, (7, "nose"): 1}


def test_both_sessions_can_be_kept(page, shown, press, stored, tmp_path, settled):
    source = tmp_path / "all.json"
    page.exports.export_to(source)
    settled()
    text = json.loads(source.read_text("utf-8"))
    text["sessions"][0]["minutes"] = 99.0
    source.write_text(json.dumps(text), "utf-8")
    page.imports.import_from(source)
    dialog = shown(ImportDialog)
    assert numbers(dialog)["Sessions"] == ["0", "39", "1"]
    assert numbers(dialog).keys() == {"Sessions", "Everything else"}
    assert "Minutes: 99" in dialog.conflicts.item(0, 2).text()
    choose(dialog._boxes["session"], "both")
    press(dialog.take)
    sessions = stored(lambda diary: diary.of(Session))
    assert len(sessions) == 41
    assert len({session.id for session in sessions}) == 41
    assert max(session.minutes for session in sessions) == 99


def test_the_keyboard_alone_imports(page, tables, shown, qtbot, settled, severities):
    page.imports.import_from(tables("2026-01-05,nose,4,good\n"))
    dialog = shown(ImportDialog)
    assert dialog.take.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settled()
    assert severities() == {(5, "nose"): 4}


def test_a_table_of_another_program_is_mapped_shown_and_remembered(
    page, tmp_path, shown, press, severities, settled
):
    source = tmp_path / "tracker.csv"
    source.write_bytes(TRACKER.encode("cp1252"))
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    assert [box.currentData() for box in mapping.columns] == ["day", "", "palm_right", ""]
    assert mapping.told.text() == "To be read: 1 days, 1 ratings, 0 sessions."
    choose(mapping.columns[1], "palm_left")
    settled()
    assert mapping.told.text() == "To be read: 2 days, 3 ratings, 0 sessions."
    press(mapping.go_on)
    dialog = shown(ImportDialog)
    assert numbers(dialog) == {"Ratings": ["3", "0", "0"]}
    press(dialog.take)
    page.imports.import_table(source)
    again = shown(MappingDialog)
    assert [box.currentData() for box in again.columns] == ["day", "palm_left", "palm_right", ""]
    press(again.buttons.button(QDialogButtonBox.StandardButton.Cancel))
    assert severities() == {(5, "palm_left"): 4, (5, "palm_right"): 6, (6, "palm_left"): 2}


def test_a_cell_that_cannot_be_read_stops_the_import_with_its_place(
    page, tmp_path, shown, press, settled
):
    source = tmp_path / "bad.csv"
    source.write_text("Date,Left palm\n2026-01-05,4\n2026-01-06,lots\n")
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    assert mapping.told.text() == "bad.csv, line 3, column Left palm: 'lots' is not a number."
    assert not mapping.go_on.isEnabled()
    choose(mapping.columns[1], "")
    settled()
    assert "Say which columns hold severities" in mapping.told.text()


def test_an_order_of_days_that_the_file_does_not_tell_is_asked(
    page, tmp_path, shown, press, severities, settled
):
    source = tmp_path / "days.csv"
    source.write_text("Date,Left palm\n03/01/2026,4\n04/01/2026,5\n")
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    assert mapping.order.isVisible()
    assert "in which order" in mapping.told.text()
    choose(mapping.order, "dmy")
    settled()
    press(mapping.go_on)
    press(shown(ImportDialog).take)
    assert severities() == {(3, "palm_left"): 4, (4, "palm_left"): 5}


def test_regions_named_in_a_column_are_asked_about_one_by_one(
    page, tmp_path, shown, press, severities, settled
):
    source = tmp_path / "long.csv"
    source.write_text("Date,Area,Score\n2026-01-05,Left palm,2\n2026-01-05,L. foot,4\n")
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    assert {name: box.currentData() for name, box in mapping.names.items()} == {
        "Left palm": "palm_left",
        "L. foot": "",
    }
    choose(mapping.names["L. foot"], "sole_left")
    choose(mapping.scale, "0-4")
    settled()
    assert "4 becomes 10" in mapping._rule.text()
    press(mapping.go_on)
    press(shown(ImportDialog).take)
    assert severities() == {(5, "palm_left"): 5, (5, "sole_left"): 10}


def test_of_more_regions_than_can_be_asked_about_the_rest_is_left_out_and_told(
    page, tmp_path, shown, press, severities, settled
):
    names = ["Left palm", *(f"spot {number}" for number in range(1, NAMES_ASKED + 3))]
    source = tmp_path / "long.csv"
    source.write_text("Date,Area,Severity\n" + "".join(f"2026-01-05,{it},7\n" for it in names))
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    assert list(mapping.names) == names[:NAMES_ASKED]
    assert mapping.told.text() == (
        "To be read: 1 days, 1 ratings, 0 sessions.\n"
        "The column names 103 regions. The first 100 are asked about; rows of the others are"
        " left out."
    )
    choose(mapping.names["spot 1"], "sole_left")
    settled()
    press(mapping.go_on)
    dialog = shown(ImportDialog)
    assert numbers(dialog) == {"Ratings": ["2", "0", "0"]}
    press(dialog.take)
    said = page._said.text()
    assert "spot 2, " in said
    assert "names of regions after the first 100: 3" in said
    assert "spot 100" not in said
    page.imports.import_table(source)
    again = shown(MappingDialog)
    assert again.names["spot 1"].currentData() == "sole_left"
    assert "3 ratings" not in again.told.text()
    press(again.buttons.button(QDialogButtonBox.StandardButton.Cancel))
    assert severities() == {(5, "palm_left"): 7, (5, "sole_left"): 7}


def test_sessions_of_a_table_need_to_be_told_with_what_and_where(
    page, tmp_path, shown, press, stored, settled
):
    source = tmp_path / "sessions.csv"
    source.write_text("Date;Time;Duration;mA\n05.01.2026;19:30;20;7,5\n")
    page.imports.import_table(source)
    mapping = shown(MappingDialog)
    assert "with what and where" in mapping.told.text()
    choose(mapping.applicator, "foot_tray")
    settled()
    press(mapping.go_on)
    press(shown(ImportDialog).take)
    (session,) = stored(
        lambda diary: [s for s in diary.of(Session) if s.started_at.date() == date(2026, 1, 5)]
    )
    assert (session.regions, session.minutes, session.current_ma) == (
        ("sole_left", "sole_right"),
        20,
        7.5,
    )
    assert f"{session.started_at:%H:%M}" == "19:30"
