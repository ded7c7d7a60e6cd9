"""Each verdict at its limits, and each sentence word for word."""

import ast
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import model
from model.analysis.estimate import Estimate
from model.analysis.progress import RegionProgress, Window
from model.analysis.sentences import Sentence
from model.analysis.verdicts import (
    IMPROVED,
    VERDICTS,
    contrast_sentence,
    direction,
    four_points,
    halved,
    verdict_name,
    verdict_of,
    verdict_sentence,
    whole_percent,
)

DAY = date(2026, 8, 1)
NAMES = {
    "palm_right": Sentence("Right palm", context="Region"),
    "upper_back": Sentence("Upper back", context="Region"),
    "forehead": Sentence("Forehead", context="Region"),
}
PALM = NAMES["palm_right"]
FORBIDDEN = re.compile(
    r"\b(cured?|caus\w*|significan\w*|prov(?:en|ed|es)|proof|effective)\b", re.IGNORECASE
)


@cache
def marked():
    """Return (context, text) of every text of the model that is collected for translation."""
    trees = [ast.parse(path.read_text("utf-8")) for path in Path(*model.__path__).rglob("*.py")]
    return {
        tuple(ast.literal_eval(part) for part in node.args)
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "QT_TRANSLATE_NOOP"
        if all(isinstance(part, ast.Constant) for part in node.args)
    }


def unmarked(sentence):
    """Return what a sentence looks up that was never collected in the context it names."""
    asked = []
    sentence.said(lambda context, text: asked.append((context, text)) or text)
    return [
        (context, text) for context, text in asked if context and (context, text) not in marked()
    ]


def region(change=None, points=None, now=4.0, **fields):
    window = Window(DAY, DAY, 28, 28, now)
    given_points = points or Estimate(0.0, -1.0, 1.0)
    fields = {"treated": True, "change": change, "points": given_points, **fields}
    treated = fields.pop("treated")
    return RegionProgress(
        "palm_right", treated, 12, DAY, DAY, baseline=window, now=window, **fields
    )


def said(*args, **fields):
    return str(verdict_sentence(region(*args, **fields), PALM))


@pytest.mark.parametrize(
    ("value", "low", "high", "mean", "verdict"),
    [
        (-46, -58, -31, 4.0, "partial"),
        (-49.99, -60, -31, 4.0, "partial"),
        (-50, -60, -31, 4.0, "strong"),
        (-50, -60, -31, 1.0, "almost_dry"),
        (-50, -60, -31, 1.01, "strong"),
        (-20, -35, -0.01, 0.2, "almost_dry"),
        (-20, -35, 0, 0.2, "cannot_tell"),
        (-10, -29.99, 0, 4.0, "same"),
        (-10, -30, 9, 4.0, "cannot_tell"),
        (-10, -29.99, 9, 0.5, "same"),
        (0, 0, 0, 4.0, "same"),
        (9, 0, 20, 4.0, "same"),
        (9, 0.01, 20, 4.0, "more"),
        (-46, -58, None, 0.5, "cannot_tell"),
        (9, 0.01, None, 4.0, "cannot_tell"),
    ],
)
def test_the_interval_in_percent_decides(value, low, high, mean, verdict):
    # Points that say the opposite do not matter where there is a percent.
    against = Estimate(-value, -9.0, 9.0)
    assert verdict_of(Estimate(value, low, high), against, mean) == verdict


@pytest.mark.parametrize(
    ("low", "high", "mean", "verdict"),
    [
        (-1.5, -0.1, 1.0, "almost_dry"),
        (-1.5, -0.1, 1.01, "partial"),
        (-1.5, 0.0, 0.2, "cannot_tell"),
        (-0.1, 0.1, 1.5, "cannot_tell"),
        (0.0, 1.0, 3.0, "cannot_tell"),
        (0.1, 1.0, 3.0, "more"),
    ],
)
def test_without_a_percent_the_points_decide(low, high, mean, verdict):
    assert verdict_of(None, Estimate((low + high) / 2, low, high), mean) == verdict


def test_without_any_number_nothing_can_be_told():
    assert verdict_of(None, None, 0.0) == "cannot_tell"


limits = st.floats(-100, 400)
estimates = st.builds(
    lambda found, has_high: Estimate(found[1], found[0], found[2] if has_high else None),
    st.tuples(limits, limits, limits).map(sorted),
    st.booleans(),
)
RANK = {"almost_dry": 0, "strong": 0, "partial": 1, "same": 2, "cannot_tell": 2, "more": 3}


@given(estimates, st.floats(0, 10), st.floats(0, 100))
def test_a_verdict_is_always_one_of_the_six_and_never_better_for_more_sweating(found, mean, shift):
    assert verdict_of(found, None, mean) in VERDICTS
    worse = Estimate(
        found.value + shift, found.low + shift, None if found.high is None else found.high + shift
    )
    if found.high is not None:
        ranks = [RANK[verdict_of(each, None, mean)] for each in (found, worse)]
        assert ranks[0] <= ranks[1]


@given(estimates, st.floats(0, 10))
def test_an_improvement_is_said_only_where_the_interval_leaves_out_0(found, mean):
    improved = verdict_of(found, None, mean) in IMPROVED
    assert improved == (found.high is not None and found.high < 0)
    assert improved == (direction(found) == "less")


@pytest.mark.parametrize(
    ("low", "high", "way"),
    [
        (-9, -0.1, "less"),
        (-9, 0, "open"),
        (0, 9, "open"),
        (0.1, 9, "more"),
        (0.1, None, "no_limit"),
    ],
)
def test_a_direction_is_clear_only_where_the_interval_leaves_out_0(low, high, way):
    assert direction(Estimate(0.0, low, high)) == way


@pytest.mark.parametrize(
    ("percent", "size"), [(-46.4, "46"), (9.6, "10"), (-0.26, "0.3"), (0.04, "0"), (0.0, "0")]
)
def test_a_size_is_whole_unless_it_would_be_0(percent, size):
    assert str(whole_percent(percent)) == size


@pytest.mark.parametrize(
    ("low", "high", "reached"),
    [
        (-70, -50, "yes"),
        (-70, -49.9, "uncertain"),
        (-50, -40, "uncertain"),
        (-49.9, 10, "no"),
        (-70, None, "uncertain"),
        (-49.9, None, "no"),
    ],
)
def test_halved_is_decided_by_both_limits(low, high, reached):
    assert halved(Estimate(-60, low, high)) == reached


@pytest.mark.parametrize(
    ("low", "high", "baseline", "reached"),
    [
        (-6, -4, 7.0, "yes"),
        (-6, -3.9, 7.0, "uncertain"),
        (-4, -3, 7.0, "uncertain"),
        (-3.9, -3, 7.0, "no"),
        (-6, -4, 4.0, "yes"),
        (-6, -4, 3.99, None),
    ],
)
def test_four_points_are_asked_only_where_they_can_be_lost(low, high, baseline, reached):
    assert four_points(Estimate(-5, low, high), baseline) == reached


@pytest.mark.parametrize(
    ("change", "now", "sentence"),
    [
        (
            Estimate(-46.4, -58, -31),
            4.0,
            "Partial improvement. Right palm: 46 % less sweating than before treatment (likely"
            " between 31 % and 58 % less).",
        ),
        (
            Estimate(-62, -71, -49.9),
            3.0,
            "Strong improvement. Right palm: 62 % less sweating than before treatment (likely"
            " between 50 % and 71 % less).",
        ),
        (
            Estimate(-62, -71, -50),
            3.0,
            "Strong improvement. Right palm: sweating is at least halved, 62 % less than before"
            " treatment (likely between 50 % and 71 % less).",
        ),
        (
            Estimate(-90, -95, -80),
            0.64,
            "Almost dry. Right palm: now 0.6 of 10 on average, 90 % less sweating than before"
            " treatment (likely between 80 % and 95 % less).",
        ),
        (
            Estimate(-8, -22, 9),
            4.0,
            "About the same. Right palm: an improvement of more than 30 % is unlikely (the change"
            " lies likely between 22 % less and 9 % more).",
        ),
        (
            Estimate(-19, -41, 9),
            4.0,
            "Cannot tell yet. Right palm: anything between 41 % less and 9 % more sweating than"
            " before treatment fits your diary.",
        ),
        (
            Estimate(-19, -41, None),
            4.0,
            "Cannot tell yet. Right palm: the days before treatment are too few or differ too much"
            " to say how much has changed since.",
        ),
        (
            Estimate(20, 5, 40),
            6.0,
            "More sweating than before. Right palm: 20 % more sweating than before treatment"
            " (likely between 5 % and 40 % more).",
        ),
        (
            Estimate(-3, -6, -0.3),
            4.0,
            "Partial improvement. Right palm: 3 % less sweating than before treatment (likely"
            " between 0.3 % and 6 % less).",
        ),
    ],
)
def test_each_verdict_in_percent(change, now, sentence):
    assert said(change, now=now) == sentence


@pytest.mark.parametrize(
    ("points", "now", "sentence"),
    [
        (
            Estimate(-0.9, -1.4, -0.4),
            1.1,
            "Partial improvement. Right palm: 0.9 points of 10 less sweating than before treatment"
            " (likely between 0.4 and 1.4 points less).",
        ),
        (
            Estimate(-0.9, -1.4, -0.4),
            0.8,
            "Almost dry. Right palm: 0.9 points of 10 less sweating than before treatment"
            " (likely between 0.4 and 1.4 points less).",
        ),
        (
            Estimate(-0.3, -1.4, 0.4),
            1.1,
            "Cannot tell yet. Right palm: anything between 1.4 points less and 0.4 points more"
            " sweating than before treatment fits your diary.",
        ),
        (
            Estimate(0.9, 0.4, 1.4),
            2.5,
            "More sweating than before. Right palm: 0.9 points of 10 more sweating than before"
            " treatment (likely between 0.4 and 1.4 points more).",
        ),
    ],
)
def test_each_verdict_in_points(points, now, sentence):
    assert said(points=points, now=now) == sentence


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            Estimate(-62, -71, -50),
            "Less sweating. Right palm, not treated: 62 % less sweating than before other regions"
            " were treated (likely between 50 % and 71 % less).",
        ),
        (
            Estimate(-8, -22, 9),
            "About the same. Right palm, not treated: a fall of more than 30 % is unlikely (the"
            " change lies likely between 22 % less and 9 % more).",
        ),
        (
            Estimate(-19, -41, 9),
            "Cannot tell yet. Right palm, not treated: anything between 41 % less and 9 % more"
            " sweating fits your diary.",
        ),
        (
            Estimate(20, 5, 40),
            "More sweating than before. Right palm, not treated: 20 % more sweating than before"
            " other regions were treated (likely between 5 % and 40 % more).",
        ),
    ],
)
def test_of_an_untreated_region_no_treatment_and_no_improvement_is_spoken(change, sentence):
    assert said(change, treated=False) == sentence
    assert "improvement" not in sentence


def test_a_result_so_far_or_provisional_says_so():
    change = Estimate(-46, -58, -31)
    assert said(change, so_far=True, provisional=True).startswith("So far: Partial improvement. ")
    assert said(change, provisional=True).startswith("Provisional: Partial improvement. ")
    assert said(change).startswith("Partial improvement. ")


def test_without_a_change_the_reason_stands_for_itself():
    reason = Sentence("Rate {count} more days before the first session.", {"count": 3})
    empty = RegionProgress("palm_right", True, 1, DAY, DAY, reason=reason)
    assert verdict_sentence(empty, PALM) is reason
    nothing = RegionProgress("palm_right", True, 1, DAY, DAY)
    assert str(verdict_sentence(nothing, PALM)) == "There is nothing to compare yet."


def test_a_verdict_alone_has_the_words_of_its_region():
    change = Estimate(-46, -58, -31)
    assert str(verdict_name(region(change))) == "Partial improvement"
    assert str(verdict_name(region(change, treated=False))) == "Less sweating"
    assert str(verdict_name(region(change, now=0.9, treated=False))) == "Almost dry"


# ---- Against the untreated regions ---------------------------------------------------------------

LESS, MORE, OPEN = Estimate(-46, -58, -31), Estimate(20, 5, 40), Estimate(-19, -41, 9)


def compared(change, contrast, moved, among=("upper_back",)):
    shown = region(change, contrast=contrast, contrast_with=among, untreated_change=moved)
    found = contrast_sentence(shown, NAMES)
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("change", "contrast", "moved", "sentence"),
    [
        (
            LESS,
            Estimate(-44, -56, -28),
            -4.4,
            "Upper back (not treated) changed by -4 % in the same days; compared with that, Right"
            " palm sweats 44 % less (likely between 28 % and 56 % less).",
        ),
        (
            LESS,
            OPEN,
            -4.6,
            "Upper back (not treated) changed by -5 % in the same days as well, so weather or"
            " stress may be the reason; compared with that, anything between 41 % less and 9 % more"
            " sweating fits your diary.",
        ),
        (
            LESS,
            OPEN,
            -4.4,
            "Upper back (not treated) changed by -4 % in the same days; compared with that,"
            " anything between 41 % less and 9 % more sweating fits your diary, so weather or"
            " stress cannot be ruled out.",
        ),
        (
            MORE,
            OPEN,
            12.0,
            "Upper back (not treated) changed by +12 % in the same days as well, so weather or"
            " stress may be the reason; compared with that, anything between 41 % less and 9 % more"
            " sweating fits your diary.",
        ),
        (
            OPEN,
            OPEN,
            -30.0,
            "Upper back (not treated) changed by -30 % in the same days; compared with that,"
            " anything between 41 % less and 9 % more sweating fits your diary.",
        ),
        (
            OPEN,
            LESS,
            20.0,
            "On its own, the change is not clear. Upper back (not treated) changed by +20 % in the"
            " same days; compared with that, Right palm sweats 46 % less (likely between 31 % and"
            " 58 % less).",
        ),
        (
            LESS,
            MORE,
            -60.0,
            "On its own, the change goes the other way. Upper back (not treated) changed by -60 %"
            " in the same days; compared with that, Right palm sweats 20 % more (likely between 5 %"
            " and 40 % more).",
        ),
        (
            LESS,
            Estimate(-44, -56, None),
            0.4,
            "Upper back (not treated) changed by 0 % in the same days; how that compares cannot be"
            " told yet.",
        ),
    ],
)
def test_what_the_untreated_regions_did_in_the_same_days(change, contrast, moved, sentence):
    assert compared(change, contrast, moved) == sentence


def test_two_untreated_regions_are_named_and_more_are_counted():
    two = compared(LESS, LESS, -4.0, ("upper_back", "forehead"))
    assert two.startswith("Upper back and Forehead (not treated) changed by -4 % ")
    three = compared(LESS, LESS, -4.0, ("upper_back", "forehead", "nose"))
    assert three.startswith("3 regions that were not treated changed by -4 % ")


def test_without_untreated_regions_nothing_is_said_of_them():
    assert compared(LESS, None, None, ()) is None
    assert compared(LESS, LESS, None) is None


@given(
    estimates | st.none(),
    estimates | st.none(),
    estimates | st.none(),
    st.floats(0, 10) | st.none(),
    st.booleans(),
    st.booleans(),
    st.floats(-100, 400),
)
def test_whatever_the_numbers_a_sentence_can_be_said_and_claims_no_cause(
    change, points, contrast, now, treated, so_far, moved
):
    shown = region(
        change,
        points,
        now,
        treated=treated,
        so_far=so_far,
        contrast=contrast,
        contrast_with=("upper_back",),
        untreated_change=moved,
    )
    for found in (verdict_sentence(shown, PALM), contrast_sentence(shown, NAMES)):
        text = str(found) if found else ""
        assert not FORBIDDEN.search(text), text
        assert not found or unmarked(found) == []
        assert "None" not in text
        assert "-0 %" not in text
        assert treated or "before treatment" not in text


def test_a_text_in_a_wrong_context_is_found():
    assert unmarked(Sentence("Partial improvement", context="Verdict")) == []
    wrong = Sentence("{a}", {"a": Sentence("Partial improvement")}, context="")
    assert unmarked(wrong) == [("Sentence", "Partial improvement")]


def test_the_forbidden_words_are_found():
    for text in ("It is cured.", "Caused by the current", "a significant change", "this is proof"):
        assert FORBIDDEN.search(text)
