"""The headline word for word: counts, what cannot be compared yet, and the untreated regions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.estimate import Estimate
from model.analysis.headline import bothers_most, headline, uncounted, uncounted_sentences
from model.analysis.phases import phases_of
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
        "2 of 4 treated regions sweat less than before treatment. 1 more treated region cannot be"
        " compared yet."
    )
    others = (waiting, shown("upper_back"))
    assert str(headline(found(FOUR[0], *others))) == (
        "The one treated region that can be compared does not clearly sweat less than before"
        " treatment. 2 more treated regions cannot be compared yet."
    )
    assert str(headline(found(*others))) == "None of 2 treated regions can be compared yet."
    assert str(headline(found(waiting))) == "The treated region cannot be compared yet."


# ---- Less sweating, but not clearly enough to be counted -----------------------------------------

UNCLEAR = tuple(shown(region, -40.0, "partial") for region in REGIONS[:3])


def test_what_improved_by_its_verdict_alone_is_explained():
    rest = shown("sole_right", -2.0, "same")
    assert str(headline(found(*UNCLEAR, rest, improved=REGIONS[:1]))) == (
        "1 of 4 treated regions sweats less than before treatment. 2 more show less sweating, but"
        " not clearly enough to be counted."
    )
    assert str(headline(found(*UNCLEAR, rest, improved=REGIONS[:2]))).endswith(
        " 1 more shows less sweating, but not clearly enough to be counted."
    )
    assert str(headline(found(*UNCLEAR, rest))) == (
        "None of 4 treated regions clearly sweats less than before treatment. 3 show less sweating,"
        " but not clearly enough to be counted."
    )
    assert str(headline(found(UNCLEAR[0], rest))).endswith(
        " 1 shows less sweating, but not clearly enough to be counted."
    )


def test_of_one_region_chance_is_what_is_not_ruled_out():
    assert str(headline(found(UNCLEAR[0]), NAMES)) == (
        "The treated region shows less sweating, but not clearly enough to rule out chance."
    )


def test_regions_that_sweat_more_are_said():
    more = [shown(region, 30.0, "more") for region in REGIONS[3:5]]
    assert str(headline(found(*UNCLEAR, *more, improved=REGIONS[:3]), NAMES)).endswith(
        " 2 treated regions sweat more."
    )
    assert str(headline(found(UNCLEAR[0], more[0], improved=REGIONS[:1]), NAMES)) == (
        "1 of 2 treated regions sweats less than before treatment: Palm left, 40 % less. 1 treated"
        " region sweats more."
    )
    assert str(headline(found(more[0]), NAMES)) == (
        "The treated region sweats more than before treatment: Sole right, 30 % more."
    )
    assert str(headline(found(more[0]))) == (
        "The treated region sweats more than before treatment."
    )
    points = shown("palm_left", points=Estimate(1.24, 0.5, 2.0), verdict="more")
    assert str(headline(found(points), NAMES)).endswith(": Palm left, 1.2 points of 10 more.")


def test_a_baseline_in_the_time_of_treatment_is_not_called_before_it():
    later = {"phases": phases_of((DAY,), DAY, DAY), "baseline_chosen": True}
    chosen = shown("palm_left", -40.0, "partial", **later)
    assert str(headline(found(chosen, improved=REGIONS), NAMES)) == (
        "The treated region sweats less than in the baseline: Palm left, 40 % less."
    )
    assert str(headline(found(chosen, *FOUR[1:], improved=REGIONS))) == (
        "4 of 4 treated regions sweat less than in the baseline."
    )
    before = shown("palm_left", -40.0, "partial", **{**later, "baseline_chosen": False})
    assert "before treatment" in str(headline(found(before, improved=REGIONS)))


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


# ---- The largest fall, and the region that bothers most ------------------------------------------


def test_the_largest_fall_is_said_with_its_percent():
    assert str(headline(found(*FOUR, improved=REGIONS[:3]), NAMES)) == (
        "3 of 4 treated regions sweat less than before treatment. Largest fall: Sole left,"
        " 30 % less sweating."
    )


def test_a_larger_fall_that_is_not_counted_is_not_passed_over_in_silence():
    larger = shown("sole_right", -45.0, "partial")
    assert str(headline(found(*FOUR[:3], larger, improved=REGIONS[:3]), NAMES)) == (
        "3 of 4 treated regions sweat less than before treatment. Largest fall of those counted:"
        " Sole left, 30 % less sweating. 1 more shows less sweating, but not clearly enough to be"
        " counted."
    )


def test_one_region_has_its_number_in_the_count_and_no_largest():
    assert str(headline(found(*FOUR, improved=REGIONS[1:2]), NAMES)) == (
        "1 of 4 treated regions sweats less than before treatment: Palm right, 20 % less."
    )
    low = shown("palm_left", points=Estimate(-1.25, -2.0, -0.5), verdict="partial")
    assert str(headline(found(low, improved=("palm_left",)), NAMES)) == (
        "The treated region sweats less than before treatment: Palm left, 1.2 points of 10 less."
    )
    assert str(headline(found(low, FOUR[1], improved=("palm_left",)), NAMES)) == (
        "1 of 2 treated regions sweats less than before treatment: Palm left, 1.2 points of 10"
        " less."
    )


def test_a_fall_just_short_of_a_half_is_not_said_to_be_one():
    short = shown("palm_left", -49.7, "partial")
    assert str(headline(found(short, improved=REGIONS), NAMES)).endswith(
        ": Palm left, 49.7 % less."
    )


def test_percent_and_points_are_not_compared_with_each_other():
    low = shown("palm_left", points=Estimate(-1.9, -2.0, -1.8), verdict="partial")
    everything = found(low, *FOUR[1:], improved=REGIONS[:3])
    assert str(headline(everything, NAMES)).endswith(
        " Largest fall in percent of those counted: Sole left, 30 % less sweating."
    )


def test_of_regions_in_points_the_one_that_fell_most_is_named():
    two = [
        shown(region, points=Estimate(-by, -2.0, -0.1), verdict="partial")
        for region, by in (("palm_left", 0.5), ("palm_right", 0.9))
    ]
    assert str(headline(found(*two, improved=REGIONS), NAMES)).endswith(
        " Largest fall: Palm right, 0.9 points of 10 less sweating."
    )
    third = shown("sole_left", points=Estimate(-1.5, -2.0, -0.1), verdict="partial")
    assert " Largest fall of those counted: Palm right, 0.9 points of 10 less sweating." in str(
        headline(found(*two, third, improved=REGIONS[:2]), NAMES)
    )


@pytest.mark.parametrize(
    ("matters", "ending"),
    [
        (
            "palm_left",
            " The one that bothers most, Palm left: 10 % less sweating. Largest fall: Sole"
            " left, 30 % less sweating.",
        ),
        ("sole_left", " The one that bothers most, Sole left: 30 % less sweating."),
        (
            "sole_right",
            " The one that bothers most, Sole right: no clear change. Largest fall: Sole"
            " left, 30 % less sweating.",
        ),
        ("upper_back", " Largest fall: Sole left, 30 % less sweating."),
    ],
)
def test_the_region_that_bothers_most_is_said_whatever_it_did(matters, ending):
    said = str(headline(found(*FOUR, improved=REGIONS[:3]), NAMES, matters))
    assert said == "3 of 4 treated regions sweat less than before treatment." + ending


@pytest.mark.parametrize(
    ("change", "points", "verdict", "said"),
    [
        (40.0, None, "more", "40 % more sweating."),
        (None, 0.8, "more", "0.8 points of 10 more sweating."),
        (-20.0, None, "partial", "20 % less sweating, but not clearly enough to be counted."),
        (
            None,
            -0.8,
            "almost_dry",
            "0.8 points of 10 less sweating, but not clearly enough to be counted.",
        ),
        (-4.0, None, "same", "no clear change."),
        (-4.0, None, "cannot_tell", "no clear change."),
    ],
)
def test_what_the_region_that_bothers_most_did_without_being_counted(change, points, verdict, said):
    fields = {"points": Estimate(points, -1.0, 1.0)} if points else {}
    most = shown("sole_right", change, verdict, **fields)
    everything = found(*FOUR[:3], most, improved=REGIONS[:3])
    assert f" The one that bothers most, Sole right: {said}" in str(
        headline(everything, NAMES, "sole_right")
    )


def test_a_region_in_points_that_bothers_most_and_is_counted():
    low = shown("palm_left", points=Estimate(-1.25, -2.0, -0.5), verdict="partial")
    assert " The one that bothers most, Palm left: 1.2 points of 10 less sweating." in str(
        headline(found(low, *FOUR[1:], improved=REGIONS), NAMES, "palm_left")
    )


def test_a_region_that_the_count_names_is_not_named_again():
    assert str(headline(found(*FOUR, improved=REGIONS[1:2]), NAMES, "palm_right")) == (
        "1 of 4 treated regions sweats less than before treatment: Palm right, 20 % less. It is the"
        " one that bothers most."
    )
    assert str(headline(found(FOUR[0]), NAMES, "palm_left")) == (
        "The treated region does not clearly sweat less than before treatment. It is the one that"
        " bothers most."
    )


# ---- The untreated regions -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdicts", "ending"),
    [
        (["same"], "The untreated region did not change clearly."),
        (["same", "cannot_tell"], "The 2 untreated regions did not change clearly."),
        (["partial"], "The untreated region sweats less as well."),
        (["more"], "The untreated region sweats more."),
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
    treated = shown("palm_left", -10.0, "partial")
    everything = found(treated, *untreated, shown("nose", treated=False), improved=("palm_left",))
    assert str(headline(everything, NAMES)) == (
        f"The treated region sweats less than before treatment: Palm left, 10 % less. {ending}"
    )
    assert "untreated" not in str(headline(everything))
    # Where no treated region fell, the untreated ones do not fall "as well".
    same = found(shown("palm_left", -1.0, "same"), *untreated)
    assert str(headline(same, NAMES)) == (
        "The treated region does not clearly sweat less than before treatment."
        f" {ending.replace(' as well', '')}"
    )


def test_a_region_beside_a_treated_one_is_not_among_the_untreated():
    nose = shown("sole_left", -30.0, "partial", treated=False, beside_treated=True)
    back = shown("upper_back", -3.0, "same", treated=False)
    treated = shown("palm_left", -10.0, "partial")
    assert str(headline(found(treated, nose, back, improved=("palm_left",)), NAMES)).endswith(
        " The untreated region did not change clearly."
    )
    assert "untreated" not in str(headline(found(treated, nose), NAMES))


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
        "The treated region sweats less than before treatment: Palm left, 50 % less. The untreated"
        " region did not change clearly."
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
    # The doctor's page prints the same sentence and judges nothing.
    assert "improve" not in str(said).lower()
    assert unmarked(said) == []


def test_rows_that_the_headline_leaves_out_are_named_with_the_reason():
    part = shown("sole_left", -40.0, "partial", counts=False)
    near = shown("upper_back", -5.0, "same", treated=False, beside_treated=True)
    unknown = shown("sole_right", counts=False)
    progress = found(*FOUR[:2], part, near, unknown)
    assert uncounted(progress) == (("sole_left",), ("upper_back",))
    assert [str(each) for each in uncounted_sentences(progress, NAMES)] == [
        "Not counted in the headline, part of another region: Sole left.",
        "Not counted in the headline, too near a treated region: Upper back.",
    ]
    assert uncounted_sentences(found(*FOUR), NAMES) == ()
