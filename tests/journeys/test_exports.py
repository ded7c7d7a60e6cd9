"""The ways out of the diary: chosen by name, watched, cancelled, opened with one press."""

import json
import threading
import zipfile
from datetime import date

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QScrollArea

from model import exports
from model.diary import Diary
from model.exports import json_file
from model.records.day import Rating
from model.report import layout
from tests.journeys.conftest import clock
from ui.diary.exports_card import with_ending
from ui.widgets.saved import Saved

LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def path(sample_path):
    return sample_path


@pytest.fixture
def page(window, settled):
    window.go_to("diary")
    settled()
    return window.shown("diary")


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def entries(page):
    """The entries of the menu, as they are read."""
    page.exports.formats.aboutToShow.emit()  # an offscreen Qt has no popups
    return {action.text(): action for action in page.exports.formats.actions() if action.text()}


def save_as(page, entry, name):
    """Choose an entry of the menu and a name in its dialog."""
    entries(page)[entry].trigger()
    dialog = page.findChild(QFileDialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.selectFile(str(name))
    dialog.accept()


def names(folder):
    return {path.name for path in folder.iterdir()}


def snapshot_in(path):
    with Diary.open(path, clock) as diary:
        return diary.snapshot()


def test_one_button_names_every_format_in_words(page):
    assert list(entries(page)) == [
        "Complete diary (.json)\u2026",
        "Excel workbook (.xlsx)\u2026",
        "CSV tables in one archive (.zip)\u2026",
        "CSV tables in a folder\u2026",
        "FHIR R4 bundle (.fhir.json)\u2026",
        "Calendar of the plan (.ics)\u2026",
    ]
    assert list(entries(page)) == list(entries(page))  # opened twice, it names none twice


@pytest.mark.parametrize(
    ("entry", "name", "written"),
    [
        ("Complete diary (.json)\u2026", "Diary 22.11.2026", "Diary 22.11.2026.json"),
        ("CSV tables in one archive (.zip)\u2026", "Diary", "Diary.zip"),
        ("CSV tables in a folder\u2026", "Diary 22.11.2026", "Diary 22.11.2026"),
    ],
)
def test_what_was_chosen_is_written_under_the_name_that_was_given(
    entry, name, written, page, stored, out, as_diary
):
    save_as(page, entry, out / name)
    original = stored(lambda diary: diary.snapshot())
    assert names(out) == {written}
    assert page.exports.saved.said.text() == f"Exported to {written}"
    assert page.exports.saved.file == out / written
    assert as_diary(out / written) == original


@pytest.fixture
def as_diary(tmp_path):
    """Read an export into an empty diary."""

    def read(export):
        with Diary.create(tmp_path / "again.drymap", clock) as diary:
            diary.merge(exports.read(export))
            return diary.snapshot()

    return read


def test_the_bundle_for_a_clinic_has_its_double_ending(page, settled, out):
    save_as(page, "FHIR R4 bundle (.fhir.json)\u2026", out / "clinic")
    settled()
    assert names(out) == {"clinic.fhir.json"}
    assert json.loads((out / "clinic.fhir.json").read_text())["resourceType"] == "Bundle"


def test_the_workbook_is_one(page, settled, out):
    pytest.importorskip("xlsxwriter")
    save_as(page, "Excel workbook (.xlsx)\u2026", out / "diary")
    settled()
    with zipfile.ZipFile(out / "diary.xlsx") as book:
        assert "xl/workbook.xml" in book.namelist()


@pytest.mark.parametrize(
    ("given", "ending", "name"),
    [
        ("a", ".json", "a.json"),
        ("a.json", ".json", "a.json"),
        ("A.JSON", ".json", "A.JSON"),
        ("1.2", ".zip", "1.2.zip"),
        ("a.json", ".fhir.json", "a.fhir.json"),
        ("a.fhir.json", ".fhir.json", "a.fhir.json"),
        ("22.11.2026", "", "22.11.2026"),
    ],
)
def test_a_name_gets_the_ending_of_its_format(given, ending, name, out):
    assert with_ending(out / given, ending) == out / name


def test_a_file_that_the_dialog_did_not_ask_about_is_not_replaced(page, settled, window, out):
    (out / "1.2.json").write_text("mine")
    save_as(page, "Complete diary (.json)\u2026", out / "1.2")
    settled()
    assert (out / "1.2.json").read_text() == "mine"
    assert "exists already" in window.findChild(QMessageBox).text()
    assert not page.exports.saved.isVisible()


def test_the_plan_goes_into_a_calendar(page, settled, out):
    save_as(page, "Calendar of the plan (.ics)\u2026", out / "plan")
    settled()
    calendar = Calendar.from_ical((out / "plan.ics").read_bytes())
    assert calendar.events
    assert {str(event.summary) for event in calendar.events} == {"Drymap"}
    assert page.exports.saved.said.text() == "Exported to plan.ics"


class Slow:
    """A format that writes half a file and goes on until it is told to, or cancelled."""

    def __init__(self):
        self.half_written, self.go_on = threading.Event(), threading.Event()
        self.ignores_cancel = False
        self.format = exports.Format("Slow", ".slow", self.write)

    def write(self, snapshot, path, step):
        path.write_bytes(b"half a file")
        self.half_written.set()
        for _ in range(4000):  # 20 seconds: a test that fails must not keep its thread for ever
            if self.go_on.wait(0.005):
                break
            if not self.ignores_cancel:
                step(len(snapshot.regions), 100)
        json_file.write(snapshot, path.with_name("whole"))
        path.with_name("whole").replace(path)


@pytest.fixture
def slow(page, qtbot, out):
    """An export that is half written."""
    slow = Slow()
    page.exports.export_to(out / "all.slow", slow.format)
    qtbot.waitUntil(slow.half_written.is_set)
    assert names(out) == {"all.slow.part"}
    yield slow
    slow.go_on.set()


def test_a_cancelled_export_leaves_nothing(slow, page, qtbot, settled, out):
    qtbot.waitUntil(page.exports.working.isVisible)
    assert page.exports.working.title.text() == "Export to all.slow"
    qtbot.mouseClick(page.exports.working.cancel, Qt.MouseButton.LeftButton)
    settled()
    assert names(out) == set()
    assert not page.exports.working.isVisible()
    assert page.exports.saved.said.text() == "Cancelled. Nothing was written."
    assert not page.exports.saved.open.isVisible()


def test_an_export_that_is_cancelled_too_late_is_told_as_written(slow, page, qtbot, settled, out):
    qtbot.waitUntil(page.exports.working.isVisible)
    slow.ignores_cancel = True
    qtbot.keyClick(page.exports.working.cancel, Qt.Key.Key_Escape)
    slow.go_on.set()
    settled()
    assert names(out) == {"all.slow"}
    assert page.exports.saved.said.text() == "Exported to all.slow"


def test_closing_the_window_ends_an_export_and_leaves_nothing(slow, qtbot, window, out):
    window.close()
    qtbot.waitUntil(window.isHidden)
    window.link.close()
    assert names(out) == set()
    assert "work" not in {thread.name for thread in threading.enumerate()}


def test_a_rating_is_stored_while_an_export_goes_on(slow, qtbot, window, settled, path, out):
    done = []
    rating = Rating(LONG_AGO, "palm_left", 7)
    window.link.put(lambda diary: (rating,), "Rating", done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert window.link.is_working
    slow.go_on.set()
    settled()
    assert str(LONG_AGO) not in (out / "all.slow").read_text()  # as the diary was before
    window.link.close()
    assert snapshot_in(path).first_day == LONG_AGO


def open_other(window, qtbot, tmp_path):
    Diary.create(tmp_path / "other.drymap", clock).close()
    with qtbot.waitSignal(window.link.opened):
        window.link.open(tmp_path / "other.drymap")


def test_an_export_that_ends_after_another_diary_was_opened_is_told(
    slow, qtbot, window, settled, out, tmp_path
):
    open_other(window, qtbot, tmp_path)
    exports_card = window.shown("diary").exports
    qtbot.waitUntil(exports_card.working.isVisible)  # it can still be watched and cancelled
    assert exports_card.working.title.text() == "Export to all.slow"
    slow.go_on.set()
    settled()
    assert exports_card.saved.said.text() == "diary.drymap was exported to all.slow"
    assert exports_card.saved.file == out / "all.slow"
    assert exports_card.saved.isVisible()
    assert names(out) == {"all.slow"}


def test_it_can_be_cancelled_from_the_other_diary(slow, qtbot, window, settled, out, tmp_path):
    open_other(window, qtbot, tmp_path)
    exports_card = window.shown("diary").exports
    qtbot.waitUntil(exports_card.working.isVisible)
    qtbot.mouseClick(exports_card.working.cancel, Qt.MouseButton.LeftButton)
    settled()
    assert exports_card.saved.said.text() == "Cancelled. Nothing was written."
    assert names(out) == set()


def test_an_export_that_ended_while_no_page_was_there_is_told_when_there_is_one(
    slow, qtbot, window, settled, out, tmp_path
):
    window.go_to("today")
    open_other(window, qtbot, tmp_path)
    slow.go_on.set()
    settled()
    window.go_to("diary")
    settled()
    saved = window.shown("diary").exports.saved
    assert saved.said.text() == "diary.drymap was exported to all.slow"
    open_other(window, qtbot, tmp_path / "out")
    assert not window.shown("diary").exports.saved.isVisible(), "it is told once"


def test_of_two_exports_that_ended_unseen_both_are_told(
    slow, page, qtbot, window, settled, out, tmp_path
):
    second = Slow()
    page.exports.export_to(out / "second.slow", second.format)
    qtbot.waitUntil(second.half_written.is_set)
    window.go_to("today")
    open_other(window, qtbot, tmp_path)
    slow.go_on.set()
    qtbot.waitUntil(lambda: "all.slow" in names(out))  # both write a file beside theirs first
    second.go_on.set()
    settled()
    window.go_to("diary")
    settled()
    told = [each for each in window.shown("diary").exports.findChildren(Saved) if each.isVisible()]
    assert {(each.said.text(), each.file) for each in told} == {
        ("diary.drymap was exported to all.slow", out / "all.slow"),
        ("diary.drymap was exported to second.slow", out / "second.slow"),
    }


def test_a_report_that_ends_after_another_diary_was_opened_is_told(
    window, qtbot, settled, out, tmp_path, monkeypatch
):
    window.go_to("report")
    settled()
    go_on, write = threading.Event(), layout.write_pdf

    def write_late(*asked, **more):
        assert go_on.wait(30)
        write(*asked, **more)

    monkeypatch.setattr(layout, "write_pdf", write_late)
    window.shown("report").save(out / "report.pdf")
    window.go_to("diary")
    assert not window.shown("diary").exports.saved.isVisible(), "the report's page tells it"
    window.go_to("today")
    open_other(window, qtbot, tmp_path)
    go_on.set()
    settled()
    window.go_to("diary")
    settled()
    saved = window.shown("diary").exports.saved
    assert saved.said.text() == "The report of diary.drymap was saved as report.pdf"
    assert saved.file == out / "report.pdf"


def test_why_it_failed_is_told_after_another_diary_was_opened_too(
    slow, qtbot, window, settled, out, tmp_path
):
    open_other(window, qtbot, tmp_path)
    (out / "all.slow").mkdir()
    (out / "all.slow" / "letter").touch()
    slow.go_on.set()
    settled()
    assert "all.slow" in window.findChild(QMessageBox).text()
    assert not window.shown("diary").exports.saved.isVisible()
    assert names(out) == {"all.slow"}


@pytest.mark.parametrize(
    "name", ['it\'s "mine".json', "a\nb.json", "🖐🏽 Tagebuch.json", "<b>x & %n.json"]
)
def test_a_name_with_odd_letters_is_written_and_told_as_it_is(name, page, settled, out):
    page.exports.export_to(out / name)
    settled()
    assert names(out) == {name}
    assert page.exports.saved.said.text() == f"Exported to {name}"
    assert page.exports.saved.said.textFormat() == Qt.TextFormat.PlainText


def test_a_folder_in_the_place_of_the_file_is_told_and_stays(page, settled, window, out):
    (out / "all.json").mkdir()
    (out / "all.json" / "letter").touch()
    page.exports.export_to(out / "all.json")
    settled()
    assert "holds something else" in window.findChild(QMessageBox).text()
    assert names(out) == {"all.json"}
    assert names(out / "all.json") == {"letter"}
    assert not page.exports.saved.isVisible()


def test_an_export_that_fails_says_why_and_leaves_no_bar(page, settled, window, out):
    page.exports.export_to(out / "nowhere" / "all.json")
    settled()
    assert "could not be written" in window.findChild(QMessageBox).text()
    assert not page.exports.working.isVisible()
    assert not page.exports.saved.isVisible()


def test_an_export_changes_nothing_in_the_diary(page, settled, window, path, out):
    window.link.close()
    before = path.read_bytes()
    with Diary.open(path, clock) as diary:
        for name in ("all.json", "all.zip", "tables", "all.fhir.json"):
            exports.write(diary.snapshot(), out / name)
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", [(1024, 700), (900, 620)])
def test_every_part_of_the_page_can_be_scrolled_to(size, page, window, settled):
    window.resize(*size)
    page.exports.saved.say("x " * 400)
    settled()
    area = page.findChild(QScrollArea)
    for field in (page.exports.button, page.profile.episodes_per_week):
        area.ensureWidgetVisible(field)
        settled()
        shown = field.visibleRegion().boundingRect()
        assert shown == field.rect()
    assert area.widget().width() <= area.viewport().width()
