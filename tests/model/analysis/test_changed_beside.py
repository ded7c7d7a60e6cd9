"""What else changed near a border of the comparison is named, by day."""

from datetime import timedelta

import pytest

from model.analysis.progress import Window
from model.records.person import Event, OwnRegion
from model.records.treatment import CoTreatment
from tests.model.analysis.conftest import FIRST
from tests.model.analysis.test_sureness import (
    BEFORE,
    LAST,
    NOW,
    PHASES,
    START,
    doubted,
    region,
)


@pytest.mark.parametrize(
    ("day", "is_near"),
    [
        (START - timedelta(14), True),
        (START - timedelta(15), False),
        (PHASES.induction_ends + timedelta(14), True),
        (PHASES.induction_ends + timedelta(15), False),
        (NOW.starts - timedelta(14), True),
        (LAST, False),
    ],
)
def test_an_event_near_a_border_of_phases_is_named_with_its_day(written, day, is_near):
    # Borders: the first session, the end of the induction, the first day of those compared now.
    event = Event("drug_change", day, title="Sertraline", id="e")
    said = [f"Something else changed at the same time: Sertraline, {day.day} {day:%b} 2026."]
    assert doubted(written, event=(event,)) == (said if is_near else [])


def test_events_elsewhere_and_visits_are_no_reason_to_doubt(written):
    visit = Event("visit", START, id="a")
    elsewhere = Event("surgery", START, regions=("sole_left",), id="b")
    assert doubted(written, event=(visit, elsewhere)) == []


def test_an_event_without_a_title_is_named_by_its_kind(written):
    here = Event("surgery", START, regions=("palm_left",), id="a")
    assert doubted(written, event=(here,)) == [
        "Something else changed at the same time: surgery, 30 Mar 2026."
    ]


def test_another_treatment_begun_or_ended_near_a_border_is_named(written):
    began = CoTreatment("oxybutynin", starts=START + timedelta(2), systemic=True, id="a")
    ended = CoTreatment(
        "aluminium_chloride",
        "Driclor",
        ends=START - timedelta(3),
        regions=("palm_left",),
        id="b",
    )
    assert doubted(written, co_treatment=(began, ended)) == [
        "Another treatment changed at the same time: Driclor, ended on 27 Mar 2026.",
        "Another treatment changed at the same time: Oxybutynin tablets, begun on 1 Apr 2026.",
    ]


def test_a_treatment_of_other_regions_does_not_count_but_one_around_it_does(written):
    soles = CoTreatment("other", "Powder", starts=START, regions=("sole_left",), id="a")
    face = CoTreatment("other", "Wipes", starts=START, regions=("face",), id="b")
    own = OwnRegion("Spot", "forehead", id="own_1")
    said = ["Another treatment changed at the same time: Wipes, begun on 30 Mar 2026."]
    everything = {"co_treatment": (soles, face), "own_region": (own,)}
    assert doubted(written, **everything) == []
    assert doubted(written, region("forehead"), **everything) == said
    assert doubted(written, region("own_1"), **everything) == said


def test_a_treatment_used_on_one_side_only_is_named_wherever_it_began(written):
    # A diary of a year: day 200 is far from every border.
    later = Window(FIRST + timedelta(340), FIRST + timedelta(367), 28, 28, 4.0)
    shown = region(now=later)
    far = FIRST + timedelta(200)
    now_only = CoTreatment("oxybutynin", starts=far, systemic=True, id="a")
    before_only = CoTreatment("other", "Powder", ends=far, id="b")
    throughout = CoTreatment("other", "Talc", id="c")
    between = CoTreatment("other", "Wipes", starts=far, ends=far + timedelta(9), id="d")
    assert doubted(written, shown, co_treatment=(now_only, before_only, throughout, between)) == [
        "Another treatment was used now and not before: Oxybutynin tablets, begun on 18 Sep 2026.",
        "Another treatment was used before and not now: Powder, ended on 18 Sep 2026.",
    ]


def test_a_treatment_counts_from_its_first_to_its_last_day(written):
    later = Window(FIRST + timedelta(340), FIRST + timedelta(367), 28, 28, 4.0)
    for days, is_named in ((0, True), (1, False)):
        began = CoTreatment("other", "Talc", starts=later.ends + timedelta(days), id="a")
        ended = CoTreatment("other", "Powder", ends=BEFORE.starts - timedelta(days), id="b")
        found = doubted(written, region(now=later), co_treatment=(began, ended))
        assert len(found) == (2 if is_named else 0)
