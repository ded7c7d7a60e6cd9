"""Long work whose result is written: once, whole, to the diary it was asked of, or not at all."""

import threading

import pytest
from PySide6.QtWidgets import QApplication

from model.diary import Diary
from model.files import Cancelled
from model.records.day import Rating
from model.records.errors import Conflict, DiaryError
from tests.ui.conftest import NOW, clock
from ui.link import STORED, Link

PATIENCE_S = 20  # a test that fails must not keep its thread for ever
RATING = Rating(NOW.date(), "palm_left", 7)
OTHER = Rating(NOW.date(), "sole_left", 2)


@pytest.fixture
def link(qtbot, tmp_path):
    made = Link(clock)
    with qtbot.waitSignal(made.opened):
        made.open(tmp_path / "d.drymap", create=True)
    yield made
    made.close()
    QApplication.processEvents()


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


def idle(qtbot, link):
    qtbot.waitUntil(lambda: not link.is_working)
    QApplication.processEvents()


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
def test_never_is_it_written_to_another_diary(when, qtbot, link, task, tmp_path):
    Diary.create(tmp_path / "other.drymap", clock).close()
    task.begin()
    if when == "at_write":
        task.work_on.set()
    qtbot.waitUntil(getattr(task, when).is_set)
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "other.drymap")
        if when == "at_write":  # the diary's thread is busy with it
            task.go_on()
    task.go_on()
    idle(qtbot, link)
    assert ratings(qtbot, link) == set()
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "d.drymap")
    assert ratings(qtbot, link) == ({"palm_left"} if when == "at_write" else set())


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


@pytest.mark.parametrize("when", ["at_work", "at_write"])
def test_closing_ends_it_and_writes_nothing(when, qtbot, tmp_path):
    link = Link(clock)
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "d.drymap", create=True)
    task = Import(link)

    def write(diary, rating, step):
        task.at_write.set()
        while True:  # until the step raises
            step(1, 2)

    def job(today, step):
        task.at_work.set()
        while when == "at_work":
            step(1, 2)
        return RATING

    task.begin(job, write)
    qtbot.waitUntil(getattr(task, when).is_set)
    link.close()
    assert not {"work", "diary"} & {thread.name for thread in threading.enumerate()}
    with Diary.open(tmp_path / "d.drymap", clock) as diary:
        assert diary.ratings_between(NOW.date(), NOW.date()) == ()
    QApplication.processEvents()


def test_of_a_file_that_is_written_somebody_is_told_in_the_end(qtbot, link, tmp_path):
    go_on = threading.Event()
    work = link.work(lambda diary: None, lambda _, step: go_on.wait(PATIENCE_S), print, "Export")
    work.file, work.diary = tmp_path / "all.json", "d.drymap"
    assert link.take_untold() == (work,), "it goes on"
    go_on.set()
    idle(qtbot, link)
    assert link.take_untold() == (work,), "it ended while nobody looked"
    assert link.take_untold() == ()


def test_cancelled_is_an_error_of_no_kind(qtbot, link, task):
    def end(*_):
        raise Cancelled

    task.begin(write=end)
    task.go_on()
    idle(qtbot, link)
    assert task.told == ["unchanged"]
