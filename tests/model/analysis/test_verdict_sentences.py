"""Every verdict of a region with its numbers, word for word."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from model.analysis.estimate import Estimate
from model.analysis.phases import phases_of
from model.analysis.progress import RegionProgress, Window, progress
from model.analysis.sentences import Sentence
from model.analysis.verdicts import verdict_name, verdict_sentence
from model.records.person import BaselineChoice
from tests.model.analysis.conftest import FIRST

DAY = date(2026, 8, 1)
NAMES = {
    "palm_right": Sentence("Right palm", context="Region"),
    "upper_back": Sentence("Upper back", context="Region"),
    "forehead": Sentence("Forehead", context="Region"),
}
PALM = NAMES["palm_right"]


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
            Estimate(-49.7, -71, -20),
            3.0,
            "Partial improvement. Right palm: 49.7 % less sweating than before treatment (likely"
            " between 20 % and 71 % less).",
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
            Estimate(100, -15, 30),
            4.0,
            "About the same. Right palm: an improvement of more than 30 % is unlikely (the change"
            " lies likely between 15 % less and 30 % more).",
        ),
        (
            Estimate(100, -15, 315),
            4.0,
            "No clear change. Right palm: an improvement of more than 30 % is unlikely; it may be"
            " more sweating: anything between 15 % less and 315 % more fits your diary.",
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
        (
            Estimate(-0.04, -0.3, 0.2),
            0.3,
            "Dry before and now. Right palm: on average 0.3 of 10 before treatment, 0.3 now (the"
            " change lies likely between 0.3 points less and 0.2 points more).",
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
            " sweating than before other regions were treated fits your diary.",
        ),
        (
            Estimate(100, -15, 315),
            "No clear change. Right palm, not treated: a fall of more than 30 % is unlikely; it may"
            " be more sweating: anything between 15 % less and 315 % more fits your diary.",
        ),
        (
            Estimate(-19, -41, None),
            "Cannot tell yet. Right palm, not treated: the days before other regions were treated"
            " are too few or differ too much to say how much has changed since.",
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


# ---- A baseline that the patient chose -----------------------------------------------------------

SESSIONS = tuple(DAY + timedelta(3 * number) for number in range(20))
PHASES = phases_of(SESSIONS, DAY - timedelta(30), DAY + timedelta(90))


def with_baseline(ends, is_chosen=True, **fields):
    shown = region(phases=PHASES, baseline_chosen=is_chosen, **fields)
    return replace(shown, baseline=Window(ends - timedelta(9), ends, 10, 10, 8.0))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"change": Estimate(-46, -58, -31)},
            "Partial improvement. Right palm: 46 % less sweating than in the baseline chosen"
            " (likely between 31 % and 58 % less).",
        ),
        (
            {"change": Estimate(20, 5, 40)},
            "More sweating. Right palm: 20 % more sweating than in the baseline chosen (likely"
            " between 5 % and 40 % more).",
        ),
        (
            {"change": Estimate(-19, -41, None)},
            "Cannot tell yet. Right palm: the days in the baseline chosen are too few or differ too"
            " much to say how much has changed since.",
        ),
        (
            {"points": Estimate(-0.9, -1.4, -0.4), "treated": False},
            "Less sweating. Right palm, not treated: 0.9 points of 10 less sweating than in the"
            " baseline chosen (likely between 0.4 and 1.4 points less).",
        ),
    ],
)
def test_a_baseline_in_the_time_of_treatment_is_not_called_before_it(fields, sentence):
    assert str(verdict_sentence(with_baseline(DAY, **fields), PALM)) == sentence


def test_a_baseline_chosen_before_the_first_session_is_before_treatment():
    change = Estimate(-46, -58, -31)
    eve = with_baseline(DAY - timedelta(1), change=change)
    assert "less sweating than before treatment" in str(verdict_sentence(eve, PALM))


def test_a_chosen_baseline_far_into_treatment_from_ratings_to_words(written):
    # Two courses: days 14 to 34, and from day 100 on; the baseline lies between them.
    choice = BaselineChoice("palm_right", FIRST + timedelta(70), FIRST + timedelta(99))
    row = [9] * 60 + [8, 7, 9, 8] * 10 + [4, 3, 5, 4] * 20
    sessions = {"palm_right": [*range(14, 35, 3), *range(100, 180, 3)]}
    shown = progress(written({"palm_right": row}, sessions, baseline=(choice,))).of("palm_right")
    text = str(verdict_sentence(shown, PALM))
    assert "50 % less sweating than in the baseline chosen" in text
    assert "treatment" not in text
