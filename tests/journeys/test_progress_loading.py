"""Progress asked for before anything is warm: its words first, its charts as soon as they can."""

import gc
import threading

import pytest

from ui.progress import warm
from ui.progress.warm import ChartsLoader


@pytest.fixture
def path(sample_path):
    return sample_path


@pytest.fixture
def slow(monkeypatch):
    """Hold back what draws charts; the call lets it come."""
    monkeypatch.setattr(warm, "_loaded", type(warm._loaded)())
    start = ChartsLoader.start
    begun = []

    def hold(loader):
        begun.append(loader)

    monkeypatch.setattr(ChartsLoader, "start", hold)

    def let_come():
        assert begun, "nobody asked for the charts"
        for loader in begun:
            start(loader)

    return let_come


def test_the_words_stand_before_the_charts_can_be_drawn(slow, window, settled):
    window.go_to("progress")
    settled()
    page = window.shown("progress")
    assert "treated region" in page.head.headline.text()
    assert page.card.verdict.text()
    for deck in (page.change, page.body, page.card.charts, page.all):
        assert deck.waiting.isVisibleTo(page)
        assert deck.canvas is None
        assert not deck.save.isVisibleTo(page)
        assert not deck.as_table.isVisibleTo(page)
    assert page.card.charts.tabs.count() == 5


def test_a_tab_and_a_region_chosen_meanwhile_are_those_that_come(slow, window, settled):
    window.go_to("progress")
    settled()
    page = window.shown("progress")
    page.card.charts.go_to("calendar")
    other = next(region for region in page.said.names if region != page.region)
    page.choose_region(other)
    slow()
    settled()
    assert page.card.charts.canvas is not None
    assert page.card.charts.chart.id == "calendar"
    assert page.card.charts.canvas.isVisibleTo(page)
    assert not page.card.charts.waiting.isVisibleTo(page)
    assert page.region == other
    assert page.change.canvas.isVisibleTo(page)
    assert page.change.save.isVisibleTo(page)


@pytest.fixture
def searching(monkeypatch):
    """Tell of each part that is loaded whether Python looks for garbage meanwhile."""
    found = []
    load = warm._import_charts

    def look():
        found.append(gc.isenabled())
        load()

    monkeypatch.setattr(warm, "_loaded", threading.Event())
    monkeypatch.setattr(warm, "_import_charts", look)
    before = gc.get_threshold()
    gc.set_threshold(700)
    yield found
    gc.unfreeze()  # the garbage of other tests among it
    gc.set_threshold(*before)


def test_nobody_looks_for_garbage_among_what_is_loaded(searching, qtbot):
    before = gc.get_freeze_count()
    loader = ChartsLoader()
    with qtbot.waitSignal(loader.loaded):
        loader.start()
    qtbot.waitUntil(lambda: not loader.is_at_work)
    assert searching == [False]
    assert gc.isenabled(), "only as long as it is loaded"
    assert 700 < gc.get_threshold()[0] < 50_000
    assert gc.get_freeze_count() > before
    kept = gc.get_freeze_count()
    with qtbot.waitSignal(loader.loaded):
        loader.start()
    qtbot.waitUntil(lambda: not loader.is_at_work)
    assert searching == [False], "once is enough"
    assert gc.get_freeze_count() <= kept


def test_charts_that_cannot_be_loaded_are_not_waited_for(monkeypatch, window, settled, qtbot):
    def broken():
        raise ImportError("no matplotlib")

    load = warm._import_charts
    faults = []
    monkeypatch.setattr(threading, "excepthook", lambda fault: faults.append(fault.exc_value))
    monkeypatch.setattr(warm, "_loaded", threading.Event())
    monkeypatch.setattr(warm, "_import_charts", broken)
    frozen = gc.get_freeze_count()
    window.go_to("progress")
    settled()
    page = window.shown("progress")
    assert [str(each) for each in faults] == ["no matplotlib"]
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen, "nothing was loaded"
    assert "treated region" in page.head.headline.text(), "the words do not need them"
    for deck in (page.change, page.body, page.card.charts, page.all):
        assert deck.waiting.isVisibleTo(page)
        assert "could not be loaded" in deck.waiting.text()
    monkeypatch.setattr(warm, "_import_charts", load)
    page.refresh()
    assert "being drawn" in page.change.waiting.text()
    settled()
    assert page.change.canvas.isVisibleTo(page), "they can be tried again"
    gc.unfreeze()
