"""The headline word for word: counts, what cannot be compared yet, and the untreated regions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.estimate import Estimate
from model.analysis.headline import bothers_most, headline
from model.analysis.progress import Progress, RegionProgress, Window, progress
from model.analysis.quality import Quality
from model.analysis.sentences import Sentence
from model.records.person import FollowedRegion
from tests.model.analysis.test_verdicts import FORBIDDEN, unmarked

DAY = date(2026, 8, 1)
WINDOW = Window(DAY, DAY, 28, 28, 4.0)
RATED = Quality(DAY, DAY, 40, 60, 0, 0)
REGIONS = ("palm_left", "palm_right", "sole_left", "sole_right", "axilla_left", "upper_back")
NAMES = {region: Sentence(region.replace("_", " ").capitalize(), context="") for region in REGIONS}


def shown(region, change=None, verdict=None, treated=True, **fields):
    points = None if change is None else Estimate(change / 20, -9.0, 9.0)
    percent = None if change is None else Estimate(change, change - 10, change + 10)
    fields = {"change": percent, "points": points, "verdict": verdict, **fields}
    return RegionProgress(region, treated, 9, DAY, DAY, baseline=WINDOW, now=WINDOW, **fields)


def found(*regions, improved=(), quality=RATED):
    return Progress(regions, 9, quality, improved)


FOUR = tuple(shown(region, -10.0 * at) for at, region in enumerate(REGIONS[:4], 1))


def test_some_of_several_are_counted():
    assert str(headline(found(*FOUR, improved=REGIONS[1:4]))) == (
        "3 of 4 treated regions sweat less than before treatment."
    )
    assert str(headline(found(*FOUR, improved=REGIONS[1:2]))) == (
        "1 of 4 treated regions sweats less than before treatment."
    )


def test_none_of_several_is_said_without_blame():
    assert str(headline(found(*FOUR), NAMES)) == (
        "None of 4 treated regions clearly sweats less than before treatment."
    )


def test_one_region_alone_is_not_counted():
    assert str(headline(found(FOUR[0], improved=REGIONS))) == (
        "The treated region sweats less than before treatment."
    )
    assert str(headline(found(FOUR[0]))) == (
        "The treated region does not clearly sweat less than before treatment."
    )


def test_what_has_no_result_is_not_counted_but_named():
    waiting = shown("axilla_left")
    assert str(headline(found(*FOUR, waiting, improved=REGIONS[:2]))) == (
        "2 of 4 treated regions sweat less than before treatment. 1 treated region cannot be"
        " compared yet."
    )
    others = (waiting, shown("upper_back"))
    assert str(headline(found(FOUR[0], *others))).endswith(
        " 2 treated regions cannot be compared yet."
    )
    assert str(headline(found(*others))) == "None of 2 treated regions can be compared yet."
    assert str(headline(found(waiting))) == "The treated region cannot be compared yet."


def test_so_far_comes_before_provisional():
    so_far = shown("palm_left", -40.0, so_far=True, provisional=True)
    provisional = shown("palm_right", -40.0, provisional=True)
    both = found(so_far, provisional, improved=("palm_left",))
    assert str(headline(both)) == (
        "So far: 1 of 2 treated regions sweats less than before treatment."
    )
    assert str(headline(found(FOUR[0], provisional))) == (
        "Provisional: None of 2 treated regions clearly sweats less than before treatment."
    )


def test_the_largest_improvement_is_said_with_its_percent():
    # sole_right fell most but is not among those that improved.
    assert str(headline(found(*FOUR, improved=REGIONS[:3]), NAMES)) == (
        "3 of 4 treated regions sweat less than before treatment. Largest fall: Sole left,"
        " 30 % less sweating."
    )


def test_a_region_without_percent_is_said_in_points():
    low = shown("palm_left", points=Estimate(-1.25, -2.0, -0.5), verdict="partial")
    assert str(headline(found(low, improved=("palm_left",)), NAMES)).endswith(
        " Largest fall: Palm left, 1.2 points of 10 less sweating."
    )


def test_percent_comes_before_points():
    low = shown("palm_left", points=Estimate(-99.0, -99.5, -98.5), verdict="partial")
    everything = found(low, *FOUR[1:], improved=REGIONS[:2])
    assert str(headline(everything, NAMES)).endswith(
        " Largest fall: Palm right, 20 % less sweating."
    )


def test_of_regions_in_points_the_one_that_fell_most_is_named():
    two = [
        shown(region, points=Estimate(-by, -2.0, -0.1), verdict="partial")
        for region, by in (("palm_left", 0.5), ("palm_right", 0.9))
    ]
    assert str(headline(found(*two, improved=REGIONS), NAMES)).endswith(
        " Largest fall: Palm right, 0.9 points of 10 less sweating."
    )


@pytest.mark.parametrize(
    ("matters", "ending"),
    [
        (
            "palm_left",
            " Of those that bother most, Palm left: 10 % less sweating. Largest fall: Sole"
            " left, 30 % less sweating.",
        ),
        ("sole_left", " Of those that bother most, Sole left: 30 % less sweating."),
        (
            "sole_right",
            " Of those that bother most, Sole right: Partial improvement. Largest fall: Sole"
            " left, 30 % less sweating.",
        ),
        ("upper_back", " Largest fall: Sole left, 30 % less sweating."),
    ],
)
def test_the_region_that_bothers_most_is_said_whatever_it_did(matters, ending):
    said = str(headline(found(*FOUR, improved=REGIONS[:3]), NAMES, matters))
    assert said == "3 of 4 treated regions sweat less than before treatment." + ending


@pytest.mark.parametrize(
    ("verdicts", "ending"),
    [
        (["same"], "The untreated region did not change clearly."),
        (["same", "cannot_tell"], "The 2 untreated regions did not change clearly."),
        (["same", "partial"], "1 of 2 untreated regions sweats less as well."),
        (["strong", "almost_dry"], "2 of 2 untreated regions sweat less as well."),
        (["more", "same"], "1 of 2 untreated regions sweats more."),
        (
            ["more", "more", "partial"],
            "1 of 3 untreated regions sweats less as well. 2 of 3 untreated regions sweat more.",
        ),
    ],
)
def test_what_the_untreated_regions_did_follows_their_verdicts(verdicts, ending):
    untreated = [
        shown(region, -3.0, verdict, treated=False)
        for region, verdict in zip(REGIONS[1:], verdicts, strict=False)
    ]
    everything = found(FOUR[0], *untreated, shown("nose", treated=False), improved=("palm_left",))
    assert str(headline(everything, NAMES)) == (
        "The treated region sweats less than before treatment. Largest fall: Palm left,"
        f" 10 % less sweating. {ending}"
    )
    assert "untreated" not in str(headline(everything))


def test_before_there_is_anything_to_count(written):
    assert str(headline(progress(written({})))) == "Nothing has been rated yet."
    assert str(headline(progress(written({"palm_left": [5]})))) == "No session yet; 1 day is rated."
    assert str(headline(progress(written({"palm_left": [5] * 3})))) == (
        "No session yet; 3 days are rated."
    )


def test_from_ratings_to_the_headline(written):
    rows = {
        "palm_left": [8, 7, 9, 8] * 7 + [4, 3, 5, 4] * 14,
        "upper_back": [5, 6, 4, 5] * 21,
    }
    diary = written(rows, {"palm_left": range(28, 84, 3)})
    assert str(headline(progress(diary), NAMES)) == (
        "The treated region sweats less than before treatment. Largest fall: Palm left,"
        " 50 % less sweating. The untreated region did not change clearly."
    )


@pytest.mark.parametrize(
    ("bothers", "most"),
    [
        ({"palm_left": 7, "sole_left": 3}, "palm_left"),
        ({"palm_left": 7, "sole_left": 7}, ""),
        ({"palm_left": 0, "sole_left": None}, ""),
        ({}, ""),
    ],
)
def test_which_region_bothers_most(written, bothers, most):
    followed = tuple(FollowedRegion(region, bother=bother) for region, bother in bothers.items())
    dropped = FollowedRegion("nose", followed=False, bother=10)
    assert bothers_most(written({}, followed_region=(*followed, dropped))) == most


VERDICT = st.sampled_from(["almost_dry", "strong", "partial", "same", "cannot_tell", "more"])


@given(
    st.lists(st.tuples(VERDICT, st.booleans(), st.booleans(), st.booleans()), max_size=6),
    st.sampled_from(["", *REGIONS]),
)
def test_no_headline_claims_a_cause(regions, matters):
    listed = [
        shown(region, -30.0 if has_result else None, verdict, treated, so_far=so_far)
        for region, (verdict, treated, so_far, has_result) in zip(REGIONS, regions, strict=False)
    ]
    said = headline(found(*listed, improved=REGIONS[::2]), NAMES, matters)
    assert not FORBIDDEN.search(str(said)), said
    assert unmarked(said) == []
