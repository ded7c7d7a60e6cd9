"""The other pages on the sample diary: progress, report, and the ways out of and into the diary."""

import pytest
from PySide6.QtCore import Qt

from model.diary import Diary
from model.records.person import Profile
from tests.journeys.conftest import clock


@pytest.fixture
def path(sample_path):
    return sample_path


def open_page(window, settled, page):
    window.go_to(page)
    settled()
    return window.shown(page)


def rows(tree):
    return [
        [tree.topLevelItem(n).text(column) for column in range(tree.columnCount())]
        for n in range(tree.topLevelItemCount())
    ]


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
    page.profile.diagnosis.setFocus()
    page.profile.diagnosis.selectAll()
    qtbot.keyClicks(page.profile.diagnosis, "palms, since 1999")
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
    page.profile.name.setFocus()
    page.profile.name.selectAll()
    qtbot.keyClicks(page.profile.name, "A. B.")
    page.profile.birth_year.setFocus()
    settled()
    page.profile.birth_year.setValue(1994)
    page.profile.diagnosis.setFocus()
    settled()
    window.link.close()
    with Diary.open(path, clock) as diary:
        (profile,) = diary.of(Profile)
    assert (profile.name, profile.birth_year) == ("A. B.", 1994)


def test_the_facts_of_the_diagnosis_are_stored_and_shown_again(window, qtbot, settled, path):
    page = open_page(window, settled, "diary")
    card = page.profile
    card.icd10.setFocus()
    qtbot.keyClicks(card.icd10, "L74.512")
    card.onset_age.setFocus()
    card.onset_age.selectAll()
    qtbot.keyClicks(card.onset_age, "13")
    for field, place in ((card.stops_in_sleep, 1), (card.family_history, 2), (card.sex, 1)):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Home)
        for _ in range(place):
            qtbot.keyClick(field, Qt.Key.Key_Down)
        field.activated.emit(field.currentIndex())
    settled()
    window.undo_action.trigger()
    settled()
    assert card.sex.currentData() is None
    window.redo_action.trigger()
    settled()
    assert card.sex.currentData() is not None
    window.link.close()
    with Diary.open(path, clock) as diary:
        (profile,) = diary.of(Profile)
    assert (profile.icd10, profile.onset_age) == ("L74.512", 13)
    assert (profile.stops_in_sleep, profile.family_history) == (True, False)
    assert profile.sex is not None
