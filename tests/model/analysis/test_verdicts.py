"""Each verdict at its limits, and what no sentence may say or leave untranslated."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import model
from model.analysis.estimate import Estimate
from model.analysis.sentences import Sentence
from model.analysis.verdicts import (
    IMPROVED,
    VERDICTS,
    direction,
    estimated_percent,
    four_points,
    halved,
    signed_estimate,
    verdict_of,
    whole_percent,
)

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
        # Dry before (0.7 - 0.2 = 0.5, or 1.0 - 0 = 1.0) and now: the same.
        (-0.3, 0.7, 0.7, "same"),
        (-1.0, 1.0, 1.0, "same"),
        (-1.0, 1.0, 1.01, "cannot_tell"),
        (-1.01, 1.0, 0.5, "cannot_tell"),
        (-1.0, 1.01, 0.5, "cannot_tell"),
        # Now 0.9, before 0.9 + 0.2 = 1.1.
        (-0.9, 0.5, 0.9, "cannot_tell"),
        (-0.5, 0.9, 1.2, "cannot_tell"),
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
    ("percent", "size"),
    [
        (-46.4, "46"),
        (9.6, "10"),
        (-0.26, "0.3"),
        (0.04, "0.04"),
        (-0.004, "0.004"),
        (-0.0004, "0"),
        (-0.0, "0"),
        (-49.7, "50"),
        (9.96, "10"),
    ],
)
def test_a_size_is_whole_unless_it_would_look_like_0(percent, size):
    assert str(whole_percent(percent)) == size


@pytest.mark.parametrize(
    ("percent", "size"),
    [
        (-0.26, "0.3"),
        (-49.4, "49"),
        (-49.5, "49.5"),
        (-49.7, "49.7"),
        (-49.99, "49.9"),
        (-50.0, "50"),
        (-50.4, "50"),
        (49.7, "50"),
    ],
)
def test_an_estimate_just_short_of_a_half_is_not_rounded_to_one(percent, size):
    assert str(estimated_percent(percent)) == size


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


def test_a_text_in_a_wrong_context_is_found():
    assert unmarked(Sentence("Partial improvement", context="Verdict")) == []
    wrong = Sentence("{a}", {"a": Sentence("Partial improvement")}, context="")
    assert unmarked(wrong) == [("Sentence", "Partial improvement")]


def test_the_forbidden_words_are_found():
    for text in ("It is cured.", "Caused by the current", "a significant change", "this is proof"):
        assert FORBIDDEN.search(text)


@pytest.mark.parametrize(
    ("percent", "shown"),
    [
        (-49.7, "−49.7"),  # whole, it would read as a half
        (-49.97, "−49.9"),
        (-49.2, "−49"),
        (-50.0, "−50"),
        (12.4, "+12"),
        (-0.3, "−0.3"),
        (0.0, "0"),
    ],
)
def test_an_estimate_with_its_sign_is_of_the_size_that_sentences_say(percent, shown):
    assert str(signed_estimate(percent)) == shown
