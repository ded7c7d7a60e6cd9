"""The severity from which a region is wet again: set once, the same for page, report and files."""

import json
import shutil

import pytest
from PySide6.QtCore import Qt

from model import exports
from model.diary import Diary
from model.records.person import WetAgain
from model.report.content import content
from model.report.options import EVERYTHING
from tests.journeys.conftest import NOW, clock
from ui import command_line


@pytest.fixture
def path(sample_path):
    return sample_path


@pytest.fixture
def page(window, settled):
    window.go_to("progress")
    settled()
    page = window.shown("progress")
    page.card.charts.go_to("wear_off")
    settled()
    return page


def choose(page, qtbot, settled, severity):
    page.card.threshold.setFocus()
    page.card.threshold.selectAll()
    qtbot.keyClicks(page.card.threshold, str(severity))
    qtbot.keyClick(page.card.threshold, Qt.Key.Key_Return)
    settled()


def drawn(page):
    """Return what the chart says to a screen reader; the first one takes a while."""
    canvas = page.card.charts.canvas
    return canvas.accessibleDescription() if canvas else ""


def told(path, capsys, *more):
    """Return what the command line says of a diary, as JSON."""
    capsys.readouterr()
    assert (
        command_line.run(command_line.parse(["progress", str(path), "--json", *more]), clock) == 0
    )
    return json.loads(capsys.readouterr().out)


def test_page_chart_report_and_json_take_the_one_that_was_set(
    page, qtbot, settled, stored, path, capsys
):
    region = page.region
    before = page.found.view.progress.of(region).dry_interval
    choose(page, qtbot, settled, 6)
    found = page.found.view.progress.of(region).dry_interval
    assert found != before, "or nothing is compared below"
    qtbot.waitUntil(lambda: f"at 6 or more: {found:g} days" in drawn(page), timeout=20_000)
    snapshot = stored(lambda diary: diary.snapshot())
    assert snapshot.of(WetAgain) == (WetAgain(6, clock()),)
    printed = content(snapshot, EVERYTHING, NOW.date()).table
    names = {row[0]: row[7] for row in printed.rows}
    assert names[page.said.names[region]] == f"day {found:g}"
    notes = " ".join(" ".join(printed.notes).split())  # a number is not parted from its word
    assert "first day after a session at 6 or more" in notes
    written = told(path, capsys)
    assert written["wet_again_at"] == 6
    intervals = {it["region"]: it["dry_interval_days"] for it in written["regions"]}
    assert intervals[region] == found
    assert told(path, capsys, "--wet-at", "3")["wet_again_at"] == 3


def test_it_is_undone_and_done_again_like_any_entry(page, qtbot, window, settled):
    choose(page, qtbot, settled, 6)
    assert window.undo_action.text() == "&Undo Severity of wet again"
    window.undo_action.trigger()
    settled()
    assert page.found.view.threshold == page.card.threshold.value() == 3
    window.redo_action.trigger()
    settled()
    assert page.found.view.threshold == page.card.threshold.value() == 6


def press_up(page, qtbot, times):
    page.card.threshold.setFocus()
    for _ in range(times):
        qtbot.keyClick(page.card.threshold, Qt.Key.Key_Up)


def test_presses_in_a_row_are_one_entry_and_nothing_jumps_back(page, qtbot, window, settled):
    press_up(page, qtbot, 3)
    page.refresh()
    qtbot.waitUntil(lambda: page.found.view.threshold == 6, timeout=20_000)
    assert page.card.threshold.value() == 6
    window.undo_action.trigger()
    settled()
    assert page.found.view.threshold == page.card.threshold.value() == 3


def test_what_was_pressed_just_before_is_stored_in_the_diary_that_is_left(
    page, qtbot, window, settled, path, tmp_path
):
    press_up(page, qtbot, 1)
    window.link.open(tmp_path / "other.drymap", create=True)
    settled()
    window.link.close()
    with Diary.open(path, clock) as diary:
        assert [it.severity for it in diary.of(WetAgain)] == [4]
    with Diary.open(tmp_path / "other.drymap", clock) as diary:
        assert not diary.of(WetAgain)


def test_what_was_pressed_just_before_the_window_closes_is_stored(page, qtbot, window, path):
    press_up(page, qtbot, 1)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.link.close()
    with Diary.open(path, clock) as diary:
        assert [it.severity for it in diary.of(WetAgain)] == [4]


def test_another_diary_has_its_own(page, qtbot, window, settled, tmp_path):
    choose(page, qtbot, settled, 6)
    window.link.open(tmp_path / "other.drymap", create=True)
    settled()
    window.link.open(tmp_path / "diary.drymap")
    settled()
    assert window.shown("progress").found.view.threshold == 6


def test_a_threshold_that_could_not_be_stored_is_not_shown(page, qtbot, settled, path, tmp_path):
    shutil.copy(path, tmp_path / "copy")
    (tmp_path / "copy").replace(path)  # as a synchronising program does: nothing is saved then
    choose(page, qtbot, settled, 6)
    assert page.card.threshold.value() == page.found.view.threshold == 3


def test_it_goes_through_every_file_that_comes_back(page, qtbot, settled, stored, tmp_path):
    choose(page, qtbot, settled, 4)
    snapshot = stored(lambda diary: diary.snapshot())
    for name in ("all.json", "tables.zip", "tables"):
        exports.write(snapshot, tmp_path / name)
        with Diary.create(tmp_path / f"{name}.drymap", clock) as other:
            other.merge(exports.read(tmp_path / name))
            assert other.snapshot() == snapshot
            assert other.of(WetAgain)[0].severity == 4
