"""The other pages on the sample diary: progress, report, and the ways out of and into the diary."""

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from model.diary import Diary
from model.exports.demo import sample_diary
from model.records.person import Profile
from tests.journeys.conftest import clock


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.merge(sample_diary(clock()), "sample")
    return path


def open_page(window, settled, page):
    window.go_to(page)
    settled()
    return window.shown(page)


def rows(tree):
    return [
        [tree.topLevelItem(n).text(column) for column in range(tree.columnCount())]
        for n in range(tree.topLevelItemCount())
    ]


def test_preview_and_file_are_one_page(window, qtbot, settled, tmp_path):
    page = open_page(window, settled, "report")
    assert len(page._labels) >= 1
    assert page._labels[0].pixmap().width() > 500
    target = tmp_path / "report.pdf"
    page.save(target)
    settled()
    pdf = PdfReader(target)
    assert len(pdf.pages) == len(page._labels)
    assert "Left palm" in pdf.pages[0].extract_text()
    assert page.open_button.isVisible()


def test_a_shorter_period_changes_the_page(window, settled):
    page = open_page(window, settled, "report")
    whole = page._pictures
    page.period.setCurrentIndex(page.period.findData(4))
    settled()
    assert page._pictures != whole


def test_export_and_import_bring_the_same_diary_back(window, settled, tmp_path, path):
    page = open_page(window, settled, "diary")
    for name in ("all.json", "all.zip"):
        page.exports.export_to(tmp_path / name)
    settled()
    window.link.close()
    with Diary.open(path, clock) as diary:
        original = diary.snapshot()
    from model.exports import read

    for name in ("all.json", "all.zip"):
        with Diary.create(tmp_path / f"{name}.drymap", clock) as diary:
            diary.merge(read(tmp_path / name))
            assert diary.snapshot() == original, name


def test_an_import_can_be_undone_and_a_second_one_adds_nothing(
    window, qtbot, settled, tmp_path, path
):
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "ratings.csv").write_text(
        "day,region,severity,mood\n2026-01-05,nose,4,good\n2026-01-06,nose,,bad\n"
    )
    page = open_page(window, settled, "diary")
    page.imports.import_from(tmp_path / "csv")
    settled()
    assert ": 2." in page._said.text()
    assert "mood" in page._said.text(), "an ignored column is reported"
    page.imports.import_from(tmp_path / "csv")
    settled()
    assert "nothing" in page._said.text()
    window.undo_action.trigger()
    settled()
    window.link.close()
    with Diary.open(path, clock) as diary:
        assert not diary.ratings_between(date(2026, 1, 1), date(2026, 1, 31))


def test_a_contradiction_is_asked_about(window, qtbot, settled, tmp_path, path):
    (tmp_path / "csv").mkdir()
    file = tmp_path / "csv" / "ratings.csv"
    file.write_text("day,region,severity\n2026-01-05,nose,4\n")
    page = open_page(window, settled, "diary")
    page.imports.import_from(tmp_path / "csv")
    settled()
    file.write_text("day,region,severity\n2026-01-05,nose,9\n")
    page.imports.import_from(tmp_path / "csv")
    settled()
    (box,) = window.findChildren(QMessageBox)
    theirs = next(b for b in box.buttons() if "file" in b.text())
    qtbot.mouseClick(theirs, Qt.MouseButton.LeftButton)
    settled()
    window.link.close()
    with Diary.open(path, clock) as diary:
        day = date(2026, 1, 5)
        assert [r.severity for r in diary.ratings_between(day, day)] == [9]


def test_backup_and_check(window, settled, tmp_path):
    page = open_page(window, settled, "diary")
    page.back_up_to(tmp_path / "copy.drymap")
    page._check()
    settled()
    assert page._said.text() == "The file is sound."
    with Diary.open(tmp_path / "copy.drymap", clock) as copy:
        assert len(copy.snapshot().regions) > 4


def test_what_is_being_typed_is_stored_when_the_window_closes(window, qtbot, settled, path):
    page = open_page(window, settled, "diary")
    page.diagnosis.setFocus()
    page.diagnosis.selectAll()
    qtbot.keyClicks(page.diagnosis, "palms, since 1999")
    window.close()
    window.link.close()
    with Diary.open(path, clock) as diary:
        assert diary.of(Profile)[0].diagnosis == "palms, since 1999"


def test_an_export_over_an_older_one_replaces_it(window, settled, tmp_path):
    page = open_page(window, settled, "diary")
    target = tmp_path / "all.json"
    target.write_text("an older export")
    page.exports.export_to(target)
    settled()
    assert target.read_text("utf-8").startswith("{")


def test_the_profile_is_stored_when_a_field_is_left(window, qtbot, settled, path):
    page = open_page(window, settled, "diary")
    page.name.setFocus()
    page.name.selectAll()
    qtbot.keyClicks(page.name, "A. B.")
    page.birth_year.setFocus()
    settled()
    page.birth_year.setValue(1994)
    page.diagnosis.setFocus()
    settled()
    window.link.close()
    with Diary.open(path, clock) as diary:
        (profile,) = diary.of(Profile)
    assert (profile.name, profile.birth_year) == ("A. B.", 1994)
