"""Long work whose result is written: once, whole, to the diary it was asked of, or not at all."""

import threading

import pytest
from PySide6.QtWidgets import QApplication

from model.diary import Diary
from model.files import Cancelled
from model.records.day import Rating
from model.records.errors import Conflict, DiaryError
from tests.ui.conftest import NOW, clock, idle
from ui.link import STORED, Link

PATIENCE_S = 20  # a test that fails must not keep its thread for ever
RATING = Rating(NOW.date(), "palm_left", 7)
OTHER = Rating(NOW.date(), "sole_left", 2)


class Import:
    """Work that waits twice until it is let go on: before it is done, and before it is written."""

    def __init__(self, link):
        self.link, self.told, self.conflicts = link, [], []
        self.at_work, self.work_on = threading.Event(), threading.Event()
        self.at_write, self.write_on = threading.Event(), threading.Event()
        link.changed.connect(lambda change, deed: self.told.append(("changed", deed)))
        link.failed.connect(lambda error, is_write: self.told.append((str(error), is_write)))
        link.unchanged.connect(lambda: self.told.append("unchanged"))

    def begin(self, work=None, write=None):
        self.work = self.link.work_and_write(
            lambda diary: diary.today(),
            work or self.job,
            write or self.write,
            lambda change: self.told.append(change.count),
            "Import",
            self.conflicts.append,
        )
        return self.work

    def job(self, today, step):
        self.at_work.set()
        self.work_on.wait(PATIENCE_S)
        step(1, 2)
        return RATING

    def write(self, diary, rating, step):
        self.at_write.set()
        self.write_on.wait(PATIENCE_S)
        step(2, 2)
        return diary.put(rating, title="Import")

    def go_on(self):
        self.work_on.set()
        self.write_on.set()


@pytest.fixture
def task(link):
    made = Import(link)
    yield made
    made.go_on()


def ratings(qtbot, link):
    found = []
    link.read(lambda diary: diary.ratings_between(NOW.date(), NOW.date()), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return {rating.region for rating in found[0]}


def test_what_came_of_it_is_written_once_and_told_once(qtbot, link, task):
    work = task.begin()
    task.go_on()
    idle(qtbot, link)
    assert task.told == [("changed", STORED), 1]
    assert (work.is_done, work.is_over) == (True, True)
    assert ratings(qtbot, link) == {"palm_left"}


def test_a_rating_is_stored_while_the_work_goes_on(qtbot, link, task):
    task.begin()
    qtbot.waitUntil(task.at_work.is_set)
    stored = []
    link.put(lambda diary: (OTHER,), "Rating", stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    assert link.is_working
    task.go_on()
    idle(qtbot, link)
    assert ratings(qtbot, link) == {"palm_left", "sole_left"}


@pytest.mark.parametrize("when", ["at_work", "at_write"])
def test_cancelled_before_it_is_on_the_disk_it_leaves_the_diary_as_it_was(when, qtbot, link, task):
    work = task.begin()
    if when == "at_write":
        task.work_on.set()
    qtbot.waitUntil(getattr(task, when).is_set)
    work.cancel()
    task.go_on()
    idle(qtbot, link)
    assert task.told == ["unchanged"]
    assert not work.is_done
    assert ratings(qtbot, link) == set()


def test_cancelled_too_late_it_is_told_as_written(qtbot, link, task):
    work = task.begin(write=lambda diary, rating, step: (diary.put(rating), work.cancel())[0])
    task.go_on()
    idle(qtbot, link)
    assert task.told == [("changed", STORED), 1]
    assert (work.is_done, work.is_cancelled) == (True, True)


@pytest.mark.parametrize("when", ["at_work", "at_write"])
def test_another_diary_is_opened_once_it_is_written_to_the_one_it_was_asked_of(
    when, qtbot, link, task, tmp_path
):
    Diary.create(tmp_path / "other.drymap", clock).close()
    task.begin()
    if when == "at_write":
        task.work_on.set()
    qtbot.waitUntil(getattr(task, when).is_set)
    openings, waited = [], []
    link.opening.connect(lambda: openings.append(list(task.told)))
    link.waiting.connect(waited.append)
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "other.drymap")
        assert (openings, waited) == ([], ["Import"])
        task.go_on()
    assert openings == [[("changed", STORED), 1]]
    assert ratings(qtbot, link) == set()
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "d.drymap")
    assert ratings(qtbot, link) == {"palm_left"}


@pytest.mark.parametrize("problem", [DiaryError("The disk is full."), Conflict("It contradicts.")])
def test_what_was_agreed_to_and_cannot_be_written_keeps_the_diary_open(
    problem, qtbot, link, task, tmp_path
):
    def refuse(*_):
        task.at_work.set()
        task.work_on.wait(PATIENCE_S)
        raise problem

    task.begin(refuse)
    qtbot.waitUntil(task.at_work.is_set)
    stored, opened = [], []
    link.opening.connect(lambda: opened.append(True))
    link.when_stored(stored.append)
    link.open(tmp_path / "other.drymap", create=True)
    task.go_on()
    qtbot.waitUntil(lambda: bool(stored))
    assert (stored, opened, link.path) == ([False], [], tmp_path / "d.drymap")
    link.when_stored(stored.append)
    qtbot.waitUntil(lambda: len(stored) > 1)
    assert stored == [False, True], "it was told: the next time nothing is in the way"


def test_who_waits_for_what_is_written_goes_on_where_it_was_cancelled(qtbot, link, task):
    stored = []
    work = task.begin()
    qtbot.waitUntil(task.at_work.is_set)
    link.when_stored(stored.append)
    work.cancel()
    task.go_on()
    qtbot.waitUntil(lambda: bool(stored))
    assert stored == [True]
    assert ratings(qtbot, link) == set()


@pytest.mark.parametrize("deed", ["undo", "redo"])
def test_nothing_else_is_taken_back_while_it_goes_on(deed, qtbot, link, task):
    stored = []
    link.put(lambda diary: (OTHER,), "Rating", stored.append)
    if deed == "redo":
        link.undo()
    kept = {"sole_left"} if deed == "undo" else set()
    assert ratings(qtbot, link) == kept
    task.begin()
    qtbot.waitUntil(task.at_work.is_set)
    assert link.is_storing
    getattr(link, deed)()
    task.go_on()
    idle(qtbot, link)
    assert not link.is_storing
    assert ratings(qtbot, link) == kept | {"palm_left"}
    link.undo()
    assert ratings(qtbot, link) == kept


@pytest.mark.parametrize("where", ["work", "write"])
def test_a_contradiction_is_asked_about_wherever_it_is_found(where, qtbot, link, task):
    conflict = Conflict("The file contradicts the diary.")

    def refuse(*_):
        raise conflict

    task.begin(**{where: refuse})
    task.go_on()
    idle(qtbot, link)
    assert task.conflicts == [conflict]
    assert task.told == ["unchanged"]


@pytest.mark.parametrize("where", ["work", "write"])
def test_what_the_patient_can_mend_is_told_as_of_any_write(where, qtbot, link, task):
    def refuse(*_):
        raise DiaryError("The disk is full.")

    task.begin(**{where: refuse})
    task.go_on()
    idle(qtbot, link)
    assert task.told == [("The disk is full.", True), "unchanged"]


@pytest.mark.parametrize("when", ["asked", "at_work", "at_write"])
def test_closing_writes_what_was_agreed_to(when, qtbot, tmp_path):
    link = Link(clock)
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "d.drymap", create=True)
    task = Import(link)
    task.begin()
    if when == "at_write":
        task.work_on.set()
    if when != "asked":
        qtbot.waitUntil(getattr(task, when).is_set)
    closing = threading.Thread(target=task.go_on)  # the window's thread waits from here on
    closing.start()
    link.close()
    closing.join()
    assert not {"work", "diary"} & {thread.name for thread in threading.enumerate()}
    with Diary.open(tmp_path / "d.drymap", clock) as diary:
        assert diary.ratings_between(NOW.date(), NOW.date()) == (RATING,)
    QApplication.processEvents()


def test_of_a_file_that_is_written_somebody_is_told_in_the_end(qtbot, link, tmp_path):
    go_on = threading.Event()
    work = link.work(lambda diary: None, lambda _, step: go_on.wait(PATIENCE_S), print, "Export")
    work.file = tmp_path / "all.json"
    assert link.take_untold() == (), "its own page is there to tell it"
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "other.drymap", create=True)
    assert link.take_untold() == ((work, work.file),), "it goes on"
    go_on.set()
    idle(qtbot, link)
    with qtbot.waitSignal(work.destroyed):
        assert link.take_untold() == ((work, tmp_path / "all.json"),), "it ended unseen"
    assert link.take_untold() == ()


def test_cancelled_is_an_error_of_no_kind(qtbot, link, task):
    def end(*_):
        raise Cancelled

    task.begin(write=end)
    task.go_on()
    idle(qtbot, link)
    assert task.told == ["unchanged"]
