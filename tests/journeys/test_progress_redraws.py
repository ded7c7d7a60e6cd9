"""A choice of the reader redraws the charts that show it, and no other."""

import pytest

from model.records.person import Profile
from tests.journeys import test_progress as sample
from ui.progress import found

path, page = sample.path, sample.page  # fixtures


@pytest.fixture
def draws(page, settled):
    """The ids of the charts at the top of the page, each as often as it was drawn whole."""
    decks = (page.change, page.body)
    for _ in range(3):
        settled()
    counted = []
    for deck in decks:
        name = deck.chart.id
        deck.canvas.mpl_connect("draw_event", lambda _, name=name: counted.append(name))
    return counted


def test_a_threshold_leaves_the_charts_alone_that_do_not_show_it(page, draws, settled):
    page.card.threshold.setValue(7)
    page.card.threshold.store()
    settled()
    assert page.found.view.threshold == 7
    assert draws == []


def test_the_doctors_switch_redraws_the_change_of_each_region(page, draws, settled):
    page.head.doctor.click()
    settled()
    assert page.found.view.for_doctor
    assert "change" in draws


def test_what_was_found_is_kept_for_the_same_diary_and_choices(page, window, settled):
    view = page.found.view
    asked = (page.period, view.for_doctor, page.found.today)
    assert found.find(view.snapshot, *asked) is page.found
    page.refresh()
    settled()
    assert page.found.view is view
    window.link.put(lambda diary: (Profile(name="another"),), "test")
    settled()
    assert page.found.view is not view
