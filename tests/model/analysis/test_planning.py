"""What is said before the first session: days still missing, regions kept untreated, starts."""

from datetime import timedelta

import pytest

from model.analysis.planning import RECOMMENDED_DAYS, SEEN_OF_A_THIRD, planning
from model.records.person import FollowedRegion, OwnRegion
from model.records.treatment import Course
from tests.model.analysis.conftest import FIRST
from tests.model.analysis.test_verdicts import FORBIDDEN, unmarked

STAGGERED = (
    "Regions can begin one after the other, for example the palms first and the soles 10 days"
    " later. Until the later one begins, the earlier one can be compared with it as with an"
    " untreated region; after that only regions that stay untreated show what weather and stress"
    " do. A change that follows each start is stronger evidence than one start; standards for"
    " single cases ask for three (multiple-baseline design, Kratochwill et al. 2010)."
)
KEEP = (
    "One or two regions that are rated and stay untreated show what weather and stress do in the"
    " same days."
)
ALL_PLANNED = (
    "Every rated region is planned for treatment. One or two rated regions that stay untreated"
    " would show what weather and stress do in the same days."
)


def said(diary, day):
    return [str(each) for each in planning(diary, FIRST + timedelta(day))]


def rated(written, days, **records):
    return written({"palm_left": [5] * days, "upper_back": [5] * days}, **records)


@pytest.mark.parametrize(
    ("days", "line"),
    [
        (
            1,
            "Rate 4 more days before the first session: with fewer than 5 rated days no change can"
            " be given.",
        ),
        (
            4,
            "Rate 1 more day before the first session: with fewer than 5 rated days no change can"
            " be given.",
        ),
        (
            5,
            "Rate 5 more days before the first session: with fewer than 10 rated days a change"
            " stays provisional.",
        ),
        (
            9,
            "Rate 1 more day before the first session: with fewer than 10 rated days a change stays"
            " provisional.",
        ),
        (
            10,
            "Rate 4 more days before the first session to reach the 14 days that are recommended.",
        ),
        (
            13,
            "Rate 1 more day before the first session to reach the 14 days that are recommended.",
        ),
        (
            14,
            "14 days or more are rated before the first session, as recommended; further days"
            " narrow the likely range.",
        ),
    ],
)
def test_the_days_still_missing_are_counted_to_the_next_goal(written, days, line):
    found = said(rated(written, days), days - 1)
    assert found[:2] == [f"Rated in the last 28 days: {days}.", line]


def test_the_region_rated_least_decides(written):
    diary = written({"palm_left": [5] * 20, "upper_back": [None] * 12 + [5] * 8})
    assert said(diary, 19)[:2] == [
        "Rated in the last 28 days: 8 to 20, depending on the region.",
        "Rate 2 more days before the first session: with fewer than 10 rated days a change stays"
        " provisional.",
    ]


def test_days_that_will_lie_too_far_back_do_not_count(written):
    diary = written({"palm_left": [5] * 10 + [None] * 40})
    assert said(diary, 36)[0] == "Rated in the last 28 days: 1."
    assert said(diary, 37)[0] == "Rated in the last 28 days: 0."
    assert said(diary, 37)[1].startswith("Rate 5 more days ")
    # What is not applicable is not rated.
    assert said(written({"palm_left": ["n/a", 5]}), 1)[0] == "Rated in the last 28 days: 1."


def test_the_planning_line_says_what_the_simulation_found(written):
    assert said(written({}), 0) == [
        "Rated in the last 28 days: 0.",
        "Rate 5 more days before the first session: with fewer than 5 rated days no change can be"
        " given.",
        "With 14 days before the first session an improvement of a third is seen 3 times out of 4;"
        " with 7 days less than half of the time (simulated diaries).",
    ]
    assert SEEN_OF_A_THIRD[RECOMMENDED_DAYS] == 3 / 4
    assert SEEN_OF_A_THIRD[7] < 1 / 2
    assert [*SEEN_OF_A_THIRD.values()] == sorted(SEEN_OF_A_THIRD.values())


def test_one_rated_region_alone_has_nothing_to_be_compared_with(written):
    assert said(written({"palm_left": [5] * 14}), 13)[3:] == [
        "Only one region is rated. One or two more that stay untreated would show what weather and"
        " stress do in the same days."
    ]


def course(*regions, **fields):
    return Course("Plan", regions, "induction", id="c", **fields)


def test_where_every_region_is_planned_none_is_left_to_compare_with(written):
    both = course("palm_left", "upper_back")
    assert ALL_PLANNED in said(rated(written, 14, course=(both,)), 13)
    assert KEEP in said(rated(written, 14, course=(course("palm_left"),)), 13)
    over = course("palm_left", "upper_back", ends=FIRST + timedelta(12))
    assert KEEP in said(rated(written, 14, course=(over,)), 13)
    assert ALL_PLANNED in said(rated(written, 14, course=(over,)), 12)


def test_parts_of_a_planned_region_are_planned_but_for_those_that_the_mask_leaves_out(written):
    face = {"course": (course("face"),), "own_region": (OwnRegion("Spot", "chin", id="own_1"),)}
    assert ALL_PLANNED in said(written({"forehead": [5], "own_1": [5]}, **face), 0)
    assert KEEP in said(written({"forehead": [5], "nose": [5]}, **face), 0)


def test_regions_that_are_no_longer_followed_are_not_asked_for(written):
    dropped = FollowedRegion("upper_back", followed=False)
    assert said(rated(written, 14, followed_region=(dropped,)), 13)[3].startswith("Only one region")
    followed = FollowedRegion("sole_left")
    found = said(written({"palm_left": [5] * 14}, followed_region=(followed,)), 13)
    assert found[3:] == [KEEP, STAGGERED]


@pytest.mark.parametrize(
    ("regions", "can_be"),
    [
        (("palm_left", "sole_left"), True),
        (("palm_left", "palm_right"), False),
        (("palm_left", "palm_right", "axilla_left"), True),
        (("palm_left", "scalp"), False),
        (("palm_left", "chest"), False),
        (("palm_left", "own_1"), False),
        (("sole_left", "own_1"), True),
        (("palm_left",), False),
    ],
)
def test_starts_can_be_staggered_where_two_regions_can_be_treated(written, regions, can_be):
    spot = OwnRegion("Spot", "palm_right", id="own_1")
    diary = written({region: [5] * 14 for region in regions}, own_region=(spot,))
    assert (STAGGERED in said(diary, 13)) is can_be


def test_once_there_is_a_session_nothing_is_planned(written):
    assert said(written({"palm_left": [5] * 14}, {"palm_left": [14]}), 14) == []


def test_no_advice_claims_a_cause_or_names_a_dose(written):
    for found in planning(rated(written, 14), FIRST + timedelta(13)):
        assert unmarked(found) == []
    text = " ".join(said(rated(written, 14), 13))
    assert not FORBIDDEN.search(text)
    assert not {"mA", "minutes", "current"} & {*text.split()}
