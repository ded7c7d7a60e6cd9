"""The patient's regions in the order of the patient's own numbers, each with its line."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.reach import reach_of
from model.analysis.start import Rated, ranking, recent, rule, what_is_missing
from model.catalog.regions import REGIONS
from model.records.treatment import OwnedApplicator

TODAY = date(2026, 11, 22)
TRAYS = OwnedApplicator("hand_tray", id="trays")
ADVICE = ("should", "must", "recommend", "need to", "best")


def rated(mean, days=12):
    return Rated(mean, days, TODAY)


def reaches(*regions, owned=(TRAYS,), **parents):
    return {region: reach_of(region, owned, TODAY, parents) for region in regions}


def ranked(severities, bother, **given):
    return ranking(
        {region: rated(mean) for region, mean in severities.items()},
        bother,
        reaches(*severities, *bother, **given),
    )


def order(ranks):
    return [rank.region for rank in ranks]


def test_severity_and_bother_count_alike():
    ranks = ranked({"palm_left": 8.0, "sole_left": 5.0}, {"palm_left": 2, "sole_left": 7})
    assert [(rank.place, rank.region, rank.score) for rank in ranks] == [
        (1, "sole_left", 6.0),
        (2, "palm_left", 5.0),
    ]


def test_one_number_stands_for_both_where_the_other_is_missing():
    ranks = ranked({"palm_left": 6.0, "sole_left": 7.0}, {"palm_left": None, "axilla_left": 5})
    assert [(rank.region, rank.score) for rank in ranks] == [
        ("sole_left", 7.0),
        ("palm_left", 6.0),
        ("axilla_left", 5.0),
    ]


def test_what_nothing_is_known_of_comes_last_even_behind_a_zero():
    ranks = ranked({"sole_left": 0.0}, {"palm_left": None})
    assert order(ranks) == ["sole_left", "palm_left"]
    assert ranks[1].score is None


def test_ties_go_from_head_to_foot_and_own_regions_behind_their_own():
    ranks = ranked(
        {"own_tip": 4.0, "sole_right": 4.0, "palm_left": 4.0, "axilla_left": 4.0},
        {},
        own_tip="palm_left",
    )
    assert order(ranks) == ["axilla_left", "palm_left", "own_tip", "sole_right"]


def test_means_that_differ_by_less_than_can_be_seen_tie():
    ranks = ranked({"sole_right": 0.1 + 0.2, "palm_left": 0.3}, {})
    assert order(ranks) == ["palm_left", "sole_right"]


def test_what_can_be_reached_is_marked_and_changes_no_place():
    numbers = {"chest": 9.0, "sole_left": 6.0, "palm_left": 3.0}, {}
    with_trays, without = ranked(*numbers), ranked(*numbers, owned=())
    assert order(with_trays) == order(without) == ["chest", "sole_left", "palm_left"]
    assert [rank.is_reachable for rank in with_trays] == [False, False, True]
    assert [rank.reach.kind for rank in without] == ["forbidden", "sold", "sold"]


def test_each_place_is_explained_in_one_line():
    ranks = ranked({"palm_left": 6.44, "chest": 2.0}, {"palm_left": 8, "sole_left": None})
    assert [str(rank.explanation) for rank in ranks] == [
        "Rated 6.4 on average over 12 days up to 22 Nov 2026, bothers 8 of 10."
        " Reached by what you have: Hand trays.",
        "Rated 2.0 on average over 12 days up to 22 Nov 2026, not asked yet how much it bothers."
        " A maker's manual (Hidrex DP450) forbids current through the chest."
        " Ask your doctor.",
        "Not rated yet, not asked yet how much it bothers."
        " Nothing you have reaches it; for sale: Foot trays.",
    ]


def test_a_single_day_is_no_average():
    ranks = ranking({"palm_left": rated(6.0, 1)}, {}, reaches("palm_left"))
    assert str(ranks[0].explanation).startswith("Rated 6.0 on 1 day, 22 Nov 2026, not asked yet")


def test_what_is_missing_is_said_by_region_and_of_the_whole():
    ranks = ranked({"palm_left": 6.0, "sole_left": 5.0}, {"palm_left": 8, "axilla_left": 3})
    missing = {rank.region: [str(each) for each in rank.missing] for rank in ranks}
    assert missing == {
        "palm_left": [],
        "sole_left": ["You have not said how much this region bothers you."],
        "axilla_left": ["This region was never rated."],
    }
    assert str(what_is_missing(ranks)) == "2 regions of 3 lack a number."
    assert str(what_is_missing(ranks[:2])) == "1 region of 2 lacks a number."
    assert what_is_missing(ranks[:1]) is None


@pytest.mark.parametrize("bother", [{}, {"palm_left": None}])
def test_without_any_number_there_is_nothing_to_put_in_order(bother):
    ranks = ranked({}, bother)
    assert len(ranks) == len(bother)
    assert str(what_is_missing(ranks)).startswith("There is nothing to put in order yet")


def test_nothing_sounds_like_advice():
    owned = tuple(OwnedApplicator(key, id=key) for key in ("hand_tray", "axilla_pads"))
    ranks = ranked(dict.fromkeys(REGIONS, 5.0), {"palm_left": 8}, owned=owned)
    said = [rule(), what_is_missing(ranks), *(rank.explanation for rank in ranks)]
    said += [each for rank in ranks for each in rank.missing]
    assert [str(each) for each in said if any(word in str(each) for word in ADVICE)] == []


def test_the_rule_is_said_with_its_number_of_days():
    assert "last 28 rated days" in str(rule())


numbers = st.dictionaries(
    st.sampled_from(list(REGIONS)), st.tuples(st.floats(0, 10) | st.none(), st.integers(0, 10))
)


@given(numbers, st.randoms())
def test_the_order_falls_and_does_not_depend_on_the_order_of_entry(numbers, chance):
    severities = {key: rated(mean) for key, (mean, _) in numbers.items() if mean is not None}
    bother = {key: None if many == 0 else many for key, (_, many) in numbers.items()}
    shuffled = list(bother.items())
    chance.shuffle(shuffled)
    ranks = ranking(severities, bother, reaches(*bother))
    assert ranks == ranking(severities, dict(shuffled), reaches(*bother))
    scores = [-1 if rank.score is None else round(rank.score, 6) for rank in ranks]
    assert scores == sorted(scores, reverse=True)
    assert {*order(ranks)} == {*bother}


def test_the_mean_is_of_the_last_28_rated_days(written, first):
    snapshot = written({"palm_left": [9] * 5 + [None] * 40 + [2, None, "n/a"] * 14 + [4] * 14})
    found = recent(snapshot, first + timedelta(100))
    last = first + timedelta(5 + 40 + 42 + 13)
    assert found == {"palm_left": Rated(3.0, 28, last)}


def test_days_to_come_and_regions_without_a_rating_do_not_count(written, first):
    snapshot = written({"palm_left": [2, 4, 9], "sole_left": ["n/a", "n/a"], "nose": [None, 3]})
    assert recent(snapshot, first + timedelta(1)) == {
        "palm_left": Rated(3.0, 2, first + timedelta(1)),
        "nose": Rated(3.0, 1, first + timedelta(1)),
    }
    assert recent(snapshot, first - timedelta(1)) == {}
    assert recent(written({}), first) == {}
