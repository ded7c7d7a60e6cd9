"""All regions together: which days and regions count, sums by hand, sentences word for word."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.estimate import Estimate
from model.analysis.phases import parents_of
from model.analysis.progress import progress
from model.analysis.together import (
    Burden,
    Together,
    burden,
    burden_sentences,
    together,
    together_sentence,
)
from model.catalog.regions import REGIONS
from model.records.person import BaselineChoice, OwnRegion
from tests.model.analysis.conftest import FIRST
from tests.model.analysis.test_verdicts import FORBIDDEN, unmarked

WEEKLY = range(14, 70, 7)  # induction ends on day 41, so that days 42 to 69 are compared


def together_of(diary, rho, regions=None):
    """Look at all regions of a diary as one, with an autocorrelation that is known."""
    return together(diary, replace(progress(diary), rho=rho), regions)


def rows(before, now, days=28):
    return [before] * 14 + [9] * 28 + [now] * days


def test_the_change_is_that_of_the_daily_mean(written):
    # Means of a day: (8 + 4) / 2 = 6 before, (4 + 2) / 2 = 3 now: -50 %.
    diary = written({"palm_left": rows(8, 4), "nose": rows(4, 2)}, {"palm_left": WEEKLY})
    found = together_of(diary, 0.3)
    assert (found.regions, found.days_before, found.days_now) == (("nose", "palm_left"), 14, 28)
    assert found.change.value == pytest.approx(-50.0)
    assert found.change.low < -50 < found.change.high
    assert not found.so_far


def test_only_days_on_which_every_region_was_rated_count(written):
    # The nose has 9 on the first four days, on which the palm was not rated.
    palm = [None] * 4 + rows(8, 4)[4:]
    nose = [9] * 4 + rows(4, 2)[4:-3] + [None, "n/a", None]
    found = together_of(written({"palm_left": palm, "nose": nose}, {"palm_left": WEEKLY}), 0.3)
    assert (found.days_before, found.days_now) == (10, 25)
    assert found.change.value == pytest.approx(-50.0)


def test_a_region_with_too_few_days_on_a_side_takes_no_part(written):
    rated = {"palm_left": rows(8, 4), "sole_left": rows(6, 2), "nose": rows(4, 2)[:46]}
    assert together_of(written(rated, {"palm_left": WEEKLY}), 0.3).regions == (
        "palm_left",
        "sole_left",
    )


@pytest.mark.parametrize(("days", "regions"), [(5, 2), (4, 0)])
def test_five_days_on_a_side_are_enough(written, days, regions):
    nose = [4] * days + [None] * (14 - days) + rows(4, 2)[14:]
    diary = written({"palm_left": rows(8, 4), "nose": nose}, {"palm_left": WEEKLY})
    found = together_of(diary, 0.3)
    assert (len(found.regions) if found else 0) == regions


def test_the_region_rated_least_is_left_out_until_enough_days_are_left(written):
    # Nose and chin share no day before; the chin has 6 days there, the nose 8.
    chin = [4] * 6 + [None] * 8 + rows(4, 2)[14:]
    nose = [None] * 6 + [4] * 8 + rows(4, 2)[14:]
    rated = {"palm_left": rows(8, 4), "nose": nose, "chin": chin}
    found = together_of(written(rated, {"palm_left": WEEKLY}), 0.3)
    assert (found.regions, found.days_before) == (("nose", "palm_left"), 8)


def test_of_regions_rated_equally_often_the_one_further_down_is_left_out(written):
    chin = [4] * 7 + [None] * 7 + rows(4, 2)[14:]
    nose = [None] * 7 + [4] * 7 + rows(4, 2)[14:]
    rated = {"chin": chin, "palm_left": rows(8, 4), "nose": nose}
    assert together_of(written(rated, {"palm_left": WEEKLY}), 0.3).regions == ("nose", "palm_left")


def test_the_windows_are_those_of_the_region_treated_first_that_is_rated(written):
    rated = {"palm_left": rows(8, 4), "sole_left": rows(6, 2)}
    sessions = {"sole_left": [30], "palm_left": WEEKLY, "axilla_left": [3]}
    assert together_of(written(rated, sessions), 0.3).days_before == 14


def test_some_regions_can_be_asked_for(written):
    rated = {region: rows(8, 4) for region in ("palm_left", "palm_right", "nose")}
    diary = written(rated, {"palm_left": WEEKLY})
    assert together_of(diary, 0.3, ("palm_left", "palm_right")).regions == (
        "palm_right",
        "palm_left",
    )
    assert together_of(diary, 0.3, ("palm_left",)) is None


def test_what_cannot_be_compared_is_none(written):
    both = {"palm_left": rows(8, 4), "nose": rows(4, 2)}
    assert together_of(written({}), 0.3) is None
    assert together_of(written(both), 0.3) is None
    assert together_of(written({"palm_left": rows(8, 4)}, {"palm_left": WEEKLY}), 0.3) is None
    # (2 + 1) / 2 = 1.5 of 10: no percent of that.
    low = {"palm_left": rows(2, 1), "nose": rows(1, 1)}
    assert together_of(written(low, {"palm_left": WEEKLY}), 0.3) is None
    # No day has been rated since the first session.
    assert (
        together_of(written({"palm_left": [8] * 14, "nose": [4] * 14}, {"palm_left": [20]}), 0.3)
        is None
    )


def test_percent_from_a_mean_of_2_on_and_0_is_a_rating(written):
    # (4 + 0) / 2 = 2 before, (2 + 0) / 2 = 1 now.
    low = {"palm_left": rows(4, 2), "nose": rows(0, 0)}
    found = together_of(written(low, {"palm_left": WEEKLY}), 0.3)
    assert (found.regions, found.days_before) == (("nose", "palm_left"), 14)
    assert found.change.value == pytest.approx(-50.0)


def test_an_induction_that_goes_on_is_so_far(written):
    diary = written(
        {"palm_left": rows(8, 4, 0), "nose": rows(4, 2, 0)}, {"palm_left": [14, 21, 28, 35]}
    )
    found = together_of(diary, 0.3)
    assert found.so_far
    assert str(together_sentence(found)).startswith("So far: 2 regions together: ")


def test_one_region_that_is_so_far_makes_all_of_it_so_far(written):
    rated = {"palm_left": rows(8, 4), "sole_left": rows(6, 2)}
    # The soles begin on day 50: their induction is not over on day 69.
    found = together_of(written(rated, {"palm_left": WEEKLY, "sole_left": [50, 60]}), 0.3)
    assert (found.regions, found.so_far) == (("palm_left", "sole_left"), True)
    alike = together_of(written(rated, {"palm_left": WEEKLY, "sole_left": WEEKLY}), 0.3)
    assert not alike.so_far
    assert not alike.provisional


@pytest.mark.parametrize(("rated", "provisional"), [(9, True), (10, False)])
def test_fewer_than_10_days_of_all_or_of_one_are_provisional(written, rated, provisional):
    nose = [None] * (14 - rated) + rows(4, 2)[14 - rated :]
    diary = written({"palm_left": rows(8, 4), "nose": nose}, {"palm_left": WEEKLY})
    found = together_of(diary, 0.3)
    assert (found.days_before, found.provisional, found.so_far) == (rated, provisional, False)
    start = "Provisional: 2 regions together: " if provisional else "2 regions together: "
    assert str(together_sentence(found)).startswith(start)


def test_a_part_and_its_whole_are_not_counted_twice(written):
    spots = (OwnRegion("Brow", "forehead", id="own_1"),)
    rated = {"face": rows(8, 4), "forehead": rows(6, 2), "own_1": rows(5, 1), "scalp": rows(4, 4)}
    diary = written(rated, {"face": WEEKLY}, own_region=spots)
    assert together_of(diary, 0.3).regions == ("scalp", "face")
    # A whole that is rated too rarely to take part leaves its parts in.
    rated["face"] = [8] * 4 + [None] * 66
    diary = written(rated, {"face": WEEKLY}, own_region=spots)
    assert together_of(diary, 0.3).regions == ("scalp", "forehead")


def test_a_baseline_in_the_time_of_treatment_is_not_called_before_it(written):
    choice = BaselineChoice("palm_left", FIRST + timedelta(20), FIRST + timedelta(40))
    rated = {"palm_left": rows(8, 4, 100), "nose": rows(4, 2, 100)}
    sessions = {"palm_left": [14, 17, *range(90, 130, 3)]}
    found = together_of(written(rated, sessions, baseline=(choice,)), 0.3)
    assert found.after_start
    assert "less sweating than in the baseline chosen (" in str(together_sentence(found))
    early = BaselineChoice("palm_left", FIRST, FIRST + timedelta(13))
    assert not together_of(written(rated, sessions, baseline=(early,)), 0.3).after_start
    usual = together_of(written(rated, sessions), 0.3)
    assert "less sweating than before treatment (" in str(together_sentence(usual))


def test_a_baseline_chosen_before_the_diary_began_does_not_wrap_around(written):
    choice = BaselineChoice("palm_left", FIRST - timedelta(9), FIRST + timedelta(9))
    diary = written(
        {"palm_left": rows(8, 4), "nose": rows(4, 2)}, {"palm_left": WEEKLY}, baseline=(choice,)
    )
    assert together_of(diary, 0.3).days_before == 10


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            Estimate(-24.0, -35.0, -11.0),
            "5 regions together: 24 % less sweating than before treatment (likely between 11 % and"
            " 35 % less; 14 days before, 28 days now).",
        ),
        (
            Estimate(-49.7, -55.0, -11.0),
            "5 regions together: 49.7 % less sweating than before treatment (likely between 11 %"
            " and 55 % less; 14 days before, 28 days now).",
        ),
        (
            Estimate(24.0, 11.0, 35.0),
            "5 regions together: 24 % more sweating than before treatment (likely between 11 % and"
            " 35 % more; 14 days before, 28 days now).",
        ),
        (
            Estimate(-4.0, -15.0, 11.0),
            "5 regions together: anything between 15 % less and 11 % more sweating than before"
            " treatment fits your diary (14 days before, 28 days now).",
        ),
        (
            Estimate(-4.0, -15.0, None),
            "5 regions together: how much has changed cannot be told yet (14 days before, 28 days"
            " now).",
        ),
    ],
)
def test_the_sentence_follows_the_interval(change, sentence):
    names = ("nose", "chin", "scalp", "face", "forehead")
    assert str(together_sentence(Together(names, 14, 28, change))) == sentence


# ---- Burden --------------------------------------------------------------------------------------


def burden_of(diary):
    return burden(progress(diary), parents_of(diary))


def test_the_burden_is_summed_and_weighted_by_glands(written):
    # Palm 518 glands per cm2, scalp 186: (8 x 518 + 4 x 186) / 704 = 6.943, now 3.207 + 1.057.
    diary = written({"palm_left": rows(8, 4), "scalp": rows(4, 4)}, {"palm_left": WEEKLY})
    found = burden_of(diary)
    assert (REGIONS["palm_left"].glands_per_cm2, REGIONS["scalp"].glands_per_cm2) == (518, 186)
    assert (found.regions, found.before, found.now) == (("scalp", "palm_left"), 12.0, 8.0)
    assert found.weighted_before == pytest.approx((8 * 518 + 4 * 186) / 704)
    assert found.weighted_now == pytest.approx(4.0)
    # An applicator is sold for the palm, none for the scalp: 8 of 12, then 4 of 8.
    assert found.treatable_before == pytest.approx(2 / 3)
    assert found.treatable_now == pytest.approx(1 / 2)


def test_a_forbidden_region_cannot_be_treated_and_a_special_one_can(written):
    rated = {"chest": rows(6, 6), "abdomen": rows(2, 2), "palm_left": rows(8, 4)}
    found = burden_of(written(rated, {"palm_left": WEEKLY}))
    assert found.treatable_before == pytest.approx(10 / 16)


def test_ones_own_region_takes_the_glands_and_the_reach_of_its_parent(written):
    spots = (OwnRegion("Thumb", "palm_left", id="own_1"), OwnRegion("Crown", "scalp", id="own_2"))
    rated = {"own_1": rows(8, 4), "own_2": rows(4, 4), "sole_left": rows(2, 2)}
    found = burden_of(written(rated, {"sole_left": WEEKLY}, own_region=spots))
    total = 518 + 186 + 497
    assert found.weighted_before == pytest.approx((8 * 518 + 4 * 186 + 2 * 497) / total)
    assert found.treatable_before == pytest.approx(10 / 14)


def test_a_spot_within_a_region_that_counts_is_not_counted_twice(written):
    spots = (OwnRegion("Brow", "forehead", id="own_1"),)
    rated = {"face": rows(8, 4), "forehead": rows(6, 2), "own_1": rows(5, 1), "scalp": rows(4, 4)}
    diary = written(rated, {"face": WEEKLY}, own_region=spots)
    assert burden_of(diary).regions == ("scalp", "face")
    del rated["face"]
    diary = written(rated, {"forehead": WEEKLY}, own_region=spots)
    assert burden_of(diary).regions == ("scalp", "forehead")


def test_regions_without_a_mean_on_both_sides_are_left_out(written):
    rated = {
        "palm_left": rows(8, 4),
        "nose": rows(4, 2)[:44],
        "chin": [None] * 11 + rows(4, 2)[11:],
    }
    assert burden_of(written(rated, {"palm_left": WEEKLY})).regions == ("palm_left",)
    assert burden_of(written({"palm_left": [5] * 9})) is None


def test_without_known_glands_or_without_sweat_there_is_no_mean_and_no_share(written):
    rated = {"genital": rows(4, 0), "nose": ["n/a"]}
    found = burden_of(written(rated, {"genital": WEEKLY}))
    assert (found.weighted_before, found.weighted_now) == (None, None)
    assert (found.treatable_before, found.treatable_now) == (0.0, None)
    assert [str(said) for said in burden_sentences(found)] == [
        "Mean of the one region: 4.0 in the baseline, 0.0 now (of 10). Not a validated score.",
        "Regions for which an applicator is sold carried 0 % of that sum in the baseline.",
    ]


def test_the_burden_in_words_is_labelled_as_not_validated():
    found = Burden(("a", "b", "c"), 19.04, 12.06, 6.94, 4.31, 0.624, 0.5)
    assert [unmarked(said) for said in burden_sentences(found)] == [[]] * 3
    assert [str(said) for said in burden_sentences(found)] == [
        "Sum of the means of 3 regions: 19.0 in the baseline, 12.1 now (of 30). Not a validated"
        " score.",
        "Weighted by the density of sweat glands: 6.9 in the baseline, 4.3 now (of 10). Not a"
        " validated score.",
        "Regions for which an applicator is sold carried 62 % of that sum in the baseline, 50 %"
        " now.",
    ]


@given(st.tuples(*[st.floats(-100, 300)] * 3).map(sorted), *[st.booleans()] * 4)
def test_no_sentence_claims_a_cause(found, has_high, so_far, provisional, after_start):
    change = Estimate(found[1], found[0], found[2] if has_high else None)
    said = together_sentence(
        Together(("nose", "chin"), 5, 5, change, so_far, provisional, after_start)
    )
    assert not FORBIDDEN.search(str(said))
    assert unmarked(said) == []
