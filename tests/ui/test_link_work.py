"""Long work beside the diary's thread: it can be watched and ended, and holds nothing up."""

import threading

import pytest

from model.diary import Diary
from model.records.day import Rating
from model.records.errors import DiaryError
from tests.ui.conftest import NOW, clock, idle
from ui.link import Link

PATIENCE_S = 20  # a test that fails must not keep its thread for ever
RATING = Rating(NOW.date(), "palm_left", 7)


@pytest.fixture
def told(link):
    """Every signal that tells of something that failed."""
    told = []
    link.failed.connect(lambda error, is_write: told.append((error, is_write)))
    link.broke.connect(lambda error, is_write: told.append((error, is_write)))
    return told


def until_cancelled(_, step):
    while True:
        step(1, 2)


def test_a_rating_is_stored_while_work_goes_on(qtbot, link):
    begun, go_on, stored, answers = threading.Event(), threading.Event(), [], []

    def job(snapshot, step):
        begun.set()
        go_on.wait(PATIENCE_S)
        return len(snapshot.regions)

    link.work(lambda diary: diary.snapshot(), job, answers.append, "Export")
    qtbot.waitUntil(begun.is_set)
    link.put(lambda diary: (RATING,), "Rating", stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    assert link.is_working
    assert answers == []
    go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [0]  # as the diary was when the work was asked for


def test_the_question_is_asked_on_the_diarys_thread_and_the_work_done_on_another(qtbot, link):
    answers = []
    link.work(
        lambda diary: threading.current_thread().name,
        lambda asked, step: (asked, threading.current_thread().name),
        lambda found: answers.append((*found, threading.current_thread().name)),
        "Export",
    )
    idle(qtbot, link)
    assert answers == [("diary", "work", threading.main_thread().name)]


def test_how_far_it_is_comes_in_percent_and_not_too_often(qtbot, link):
    percents, watched = [], threading.Event()

    def job(_, step):
        watched.wait(PATIENCE_S)
        for done in range(100_001):
            step(done, 100_000)
        step(5, 0)

    work = link.work(lambda diary: None, job, lambda _: None, "Export")
    work.progressed.connect(percents.append)
    watched.set()
    idle(qtbot, link)
    assert percents == sorted(percents)
    assert set(percents) <= set(range(101))
    assert 0 < len(percents) < 100


def test_cancelled_work_ends_and_nobody_is_told_that_it_failed(qtbot, link, told):
    answers = []
    work = link.work(lambda diary: None, until_cancelled, answers.append, "Export")
    with qtbot.waitSignal(work.progressed):
        pass
    with qtbot.waitSignal(work.ended):
        work.cancel()
    assert (answers, told, link.is_working) == ([], [], False)
    assert not work.is_done


def test_work_that_is_cancelled_before_its_turn_is_never_begun(qtbot, link, told):
    go_on, begun = threading.Event(), []
    link.read(lambda diary: go_on.wait(PATIENCE_S), lambda _: None)
    work = link.work(begun.append, until_cancelled, lambda _: None, "Export")
    work.cancel()
    go_on.set()
    idle(qtbot, link)
    assert (begun, told) == ([], [])


def test_of_work_that_was_cancelled_too_late_it_is_known_that_it_was_done(qtbot, link):
    answers, begun, go_on = [], threading.Event(), threading.Event()

    def job(_, step):
        begun.set()
        go_on.wait(PATIENCE_S)
        return "written"

    work = link.work(lambda diary: None, job, answers.append, "Export")
    qtbot.waitUntil(begun.is_set)
    work.cancel()
    go_on.set()
    idle(qtbot, link)
    assert work.is_done
    assert work.is_cancelled
    assert answers == []


@pytest.mark.parametrize("where", ["question", "job"])
def test_what_the_patient_can_mend_is_told_as_of_any_read(where, qtbot, link, told):
    problem, ended = DiaryError("The disk is full."), []

    def fail(*_):
        raise problem

    question, job = (fail, None) if where == "question" else (lambda diary: None, fail)
    work = link.work(question, job, ended.append, "Export")
    work.ended.connect(lambda: ended.append("ended"))
    idle(qtbot, link)
    assert told == [(problem, False)]
    assert ended == ["ended"]


@pytest.mark.expects_log("unexpected error")
def test_a_fault_of_ours_is_told_and_the_work_is_over(qtbot, link, told):
    work = link.work(lambda diary: None, lambda _, step: 1 / 0, lambda _: None, "Export")
    with qtbot.waitSignal(work.ended):
        pass
    ((error, is_write),) = told
    assert isinstance(error, ZeroDivisionError)
    assert not is_write


def test_closing_ends_the_work_and_waits_for_it(qtbot, tmp_path):
    link, ended = Link(clock), threading.Event()
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "d.drymap", create=True)

    def job(_, step):
        try:
            until_cancelled(_, step)
        finally:
            ended.set()

    work = link.work(lambda diary: None, job, lambda _: None, "Export")
    with qtbot.waitSignal(work.progressed):
        pass
    link.close()
    assert ended.is_set()
    assert "work" not in {thread.name for thread in threading.enumerate()}


def test_of_another_diary_nobody_is_told(qtbot, link, tmp_path):
    go_on, answers = threading.Event(), []
    Diary.create(tmp_path / "other.drymap", clock).close()
    link.read(lambda diary: None, lambda _: None)
    link.work(lambda diary: None, lambda _, step: go_on.wait(PATIENCE_S), answers.append, "Export")
    with qtbot.waitSignal(link.opened):
        link.open(tmp_path / "other.drymap")
    go_on.set()
    idle(qtbot, link)
    assert answers == []
