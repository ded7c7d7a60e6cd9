"""The word that says how sure a result is: each rule in its turn, and none that overstates."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.estimate import Estimate
from model.analysis.progress import Progress, progress
from model.analysis.sureness_word import sure_word
from model.analysis.verdicts import VERDICTS
from model.records.treatment import CoTreatment
from tests.model.analysis.test_sureness import BEFORE, EMPTY, NOW, QUALITY, START, region
from tests.model.analysis.test_verdicts import FORBIDDEN, unmarked

LESS, OPEN, MORE = (
    Estimate(-40.0, -50.0, -30.0),
    Estimate(-10.0, -30.0, 20.0),
    Estimate(30.0, 10.0, 60.0),
)
NARROW = Estimate(-5.0, -29.9, 30.0)
NO_LIMIT = Estimate(-10.0, -60.0, None)
FAIR = (
    "Fairly sure: enough days are rated, the result is clear, and the comparison with the untreated"
    " regions shows the same."
)
FAIR_UNTREATED = "Fairly sure: enough days are rated, and the result is clear."
DIFFER = (
    "Partly sure: taken alone the result is clear, but the comparison with the untreated regions"
    " does not show the same."
)
ALONE = "Partly sure: the change is clear, but not whether untreated regions changed too."
NOT_COMPARED = (
    "Partly sure: the result is clear, but it could not be compared with untreated regions."
)
TOO_WIDE = "Not sure yet: the likely range is too wide to say what changed."
DOUBTFUL = "Partly sure: the result is clear, but something below makes it less sure."


def word(shown, snapshot=EMPTY, improved=("palm_left",)):
    said = sure_word(shown, Progress((shown,), 28, QUALITY, improved), snapshot)
    return None if said is None else str(said)


def clear(**fields):
    return region(**{"contrast": LESS, **fields})


def test_a_clear_change_beside_untreated_regions_is_fairly_sure():
    assert word(clear()) == FAIR


def test_what_is_so_far_or_provisional_is_not_sure_yet():
    assert word(clear(provisional=True)) == (
        "Not sure yet: fewer than 10 days are rated on one side."
    )
    assert word(clear(provisional=True, so_far=True)) == (
        "Not sure yet: the induction goes on, or too few days after it are rated."
    )


def test_a_range_that_holds_too_much_is_not_sure_yet():
    assert word(clear(verdict="cannot_tell", change=OPEN)) == TOO_WIDE


@pytest.mark.parametrize("treated", [True, False])
def test_a_range_that_may_be_much_more_is_not_clear(treated):
    for high, said in ((30.1, TOO_WIDE), (30.0, FAIR if treated else FAIR_UNTREATED)):
        same = clear(verdict="same", change=Estimate(5.0, -13.0, high), contrast=NARROW)
        assert word(replace(same, treated=treated)) == said


@pytest.mark.parametrize(
    ("verdict", "agrees"),
    [("partial", LESS), ("strong", LESS), ("almost_dry", LESS), ("more", MORE)],
)
def test_untreated_regions_have_to_show_the_same(verdict, agrees):
    for contrast in (LESS, OPEN, MORE, NO_LIMIT):
        said = word(clear(verdict=verdict, contrast=contrast))
        assert said == (FAIR if contrast is agrees else DIFFER)
    assert word(clear(verdict=verdict, contrast=None)) == ALONE


def test_about_the_same_asks_as_much_of_the_comparison():
    assert word(clear(verdict="same", contrast=NARROW)) == FAIR
    for contrast in (LESS, MORE, Estimate(10.0, 1.0, 20.0)):
        assert word(clear(verdict="same", contrast=contrast)) == (
            "Partly sure: on its own the change is not clear; against the untreated regions it is."
        )
    for low, high in ((-66.0, 81.0), (-30.0, 20.0), (-20.0, 30.1), (-20.0, None)):
        assert word(clear(verdict="same", contrast=Estimate(0.0, low, high))) == (
            "Partly sure: taken alone the result is clear, but the likely range of the comparison"
            " with the untreated regions is too wide to show the same."
        )


def test_of_what_is_about_the_same_no_change_is_called_clear():
    assert word(clear(verdict="same", contrast=None)) == NOT_COMPARED
    dry = clear(verdict="same", contrast=None, change=None)
    assert word(dry) == NOT_COMPARED


STARTS = range(14, 70, 3)
FELL = [7, 6] * 7 + [3, 4] * 28


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({}, ALONE),
        ({"upper_back": [None] * 14 + [4] * 56}, ALONE),
        ({"upper_back": [4] * 14 + [None] * 56}, ALONE),
        ({"upper_back": [1, 0] * 35}, NOT_COMPARED),
        (
            {"upper_back": [4] * 14 + [2] * 28 + [0] * 28},
            "Partly sure: taken alone the result is clear, but the untreated regions became dry in"
            " the same days.",
        ),
        ({"palm_left": [1] * 14 + [0] * 56, "upper_back": [4] * 70}, NOT_COMPARED),
    ],
)
def test_without_a_comparison_the_word_fits_the_reason(written, rows, said):
    snapshot = written({"palm_left": FELL, **rows}, {"palm_left": STARTS})
    found = progress(snapshot)
    assert str(sure_word(found.of("palm_left"), found, snapshot)) == said


def test_what_the_headline_does_not_count_is_partly_sure():
    assert word(clear(), improved=()) == (
        "Partly sure: the likely range leaves out 0, but not clearly enough to count in the"
        " headline."
    )
    assert word(clear(counts=False), improved=()) == FAIR, "its region counts for it"


@pytest.mark.parametrize(
    "fields",
    [
        {"now": replace(NOW, days=16)},
        {"baseline": replace(BEFORE, days=16)},
        {"baseline": replace(BEFORE, days=28), "now": replace(NOW, days=20)},
        {"days_since_last": 36},
        {"baseline": replace(BEFORE, ends=START + timedelta(9)), "baseline_chosen": True},
    ],
    ids=["missing now", "missing before", "shares differ", "a break", "chosen after the start"],
)
def test_each_doubt_of_the_list_makes_it_partly_sure(fields):
    assert word(clear(**fields)) == DOUBTFUL


def test_another_treatment_at_the_same_time_makes_it_partly_sure(written):
    beside = CoTreatment("aluminium_chloride", starts=START + timedelta(2), id="c")
    assert word(clear(), written({}, co_treatment=(beside,))) == DOUBTFUL


def test_late_entries_and_a_chosen_baseline_before_the_start_are_listed_only():
    assert word(clear(late_days=3, baseline_chosen=True)) == FAIR


def test_an_untreated_region_needs_no_untreated_ones():
    for contrast in (None, LESS, OPEN):
        said = word(replace(region(contrast=contrast), treated=False), improved=())
        assert said == FAIR_UNTREATED


def test_without_a_result_there_is_no_word():
    assert word(region(change=None, points=None)) is None


def test_a_diary_whose_untreated_region_changed_as_well_is_not_called_sure(written):
    fell = [8, 7] * 14 + [4, 5] * 40
    snapshot = written({"palm_left": fell, "upper_back": fell}, {"palm_left": range(28, 108, 4)})
    found = progress(snapshot)
    assert found.improved == ("palm_left",)
    assert str(sure_word(found.of("palm_left"), found, snapshot)) == DIFFER


@given(
    verdict=st.sampled_from(sorted(VERDICTS)),
    contrast=st.sampled_from([None, LESS, OPEN, MORE, NO_LIMIT]),
    flags=st.tuples(*[st.booleans()] * 4),
)
def test_no_word_promises_more_than_fairly(verdict, contrast, flags):
    so_far, provisional, treated, is_improved = flags
    shown = region(verdict=verdict, contrast=contrast, so_far=so_far)
    shown = replace(shown, provisional=so_far or provisional, treated=treated)
    improved = ("palm_left",) if is_improved else ()
    said = sure_word(shown, Progress((shown,), 28, QUALITY, improved), EMPTY)
    first, rest = str(said).split(": ")
    assert first in {"Fairly sure", "Partly sure", "Not sure yet"}
    assert first != "Fairly sure" or not (shown.provisional or verdict == "cannot_tell")
    assert not FORBIDDEN.search(rest)
    assert unmarked(said) == []
