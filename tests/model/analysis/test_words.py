"""What was found, in words and as the object that the command line prints."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from model.analysis.estimate import Estimate
from model.analysis.phases import phases_of
from model.analysis.progress import RegionProgress, Window, progress
from model.analysis.sentences import Sentence, day_text, span_text
from model.analysis.verdicts import VERDICTS
from model.analysis.words import (
    change_in_words,
    name_in_sentence,
    progress_as_dict,
    region_name,
    standing,
)
from model.records.person import OwnRegion
from model.records.snapshot import RatingColumns, snapshot_of


def changed(percent, points):
    def around(value):
        return None if value is None else Estimate(value, value - 1, value + 1)

    return RegionProgress(
        "palm_left", True, 1, None, None, change=around(percent), points=around(points)
    )


@pytest.mark.parametrize(
    ("percent", "points", "words"),
    [
        (-46.4, -3.2, "46 % less than before the first session"),
        (12.6, 0.9, "13 % more than before the first session"),
        (-0.4, -0.1, "as much as before the first session (0 %)"),
        (None, -1.25, "1.2 points less than before the first session"),
        (None, 0.51, "0.5 points more than before the first session"),
        (None, 0.04, "as much as before the first session (0.0 points)"),
    ],
)
def test_a_change_is_said_as_a_plain_fact(percent, points, words):
    assert str(change_in_words(changed(percent, points))) == words


def test_a_change_just_short_of_a_half_is_not_said_to_be_one():
    assert str(change_in_words(changed(-49.7, -4.0))) == "49.7 % less than before the first session"


START = date(2026, 3, 30)
PHASES = phases_of((START,), START - timedelta(28), START + timedelta(60))


def region(**fields):
    eve = START - timedelta(1)
    windows = {
        "baseline": Window(START - timedelta(28), eve, 28, 28, 8.0),
        "now": Window(START + timedelta(14), START + timedelta(27), 14, 14, 4.0),
        "phases": PHASES,
    }
    return replace(changed(-50.0, -4.0), **{**windows, **fields})


@pytest.mark.parametrize(("beyond", "words"), [(1, "in the baseline chosen"), (0, None)])
def test_a_baseline_in_the_time_of_treatment_is_not_before_the_first_session(beyond, words):
    ends = START - timedelta(1) + timedelta(beyond)
    chosen = region(baseline=Window(ends, ends, 5, 5, 8.0), baseline_chosen=True)
    assert str(change_in_words(chosen)) == f"50 % less than {words or 'before the first session'}"
    in_points = replace(chosen, change=None)
    assert str(change_in_words(in_points)).startswith("4.0 points less than ")


def said(shown):
    return [str(each) for each in standing(shown)]


def test_so_far_says_whether_the_induction_goes_on():
    # One session: the induction ends on its 28th day, 26 April.
    assert said(region(so_far=True)) == ["So far: the induction still goes on."]
    over = Window(START + timedelta(18), START + timedelta(31), 14, 14, 4.0)
    assert said(region(so_far=True, now=over)) == [
        "So far: the induction ended on 26 Apr 2026, and fewer than 5 days after it are rated."
    ]


def test_from_ratings_to_so_far_after_the_induction(written):
    # Induction from day 28 to day 55; day 57 is the second day after it.
    shown = progress(written({"palm_left": [8] * 58}, {"palm_left": [28]})).of("palm_left")
    assert said(shown) == [
        "So far: the induction ended on 26 Apr 2026, and fewer than 5 days after it are rated."
    ]


def test_a_full_result_stands_alone_and_a_short_one_is_provisional():
    assert said(region()) == []
    assert said(region(provisional=True)) == ["Provisional: fewer than 10 rated days on one side."]


def test_a_chosen_baseline_is_said_even_where_a_number_is_missing():
    few = region(baseline_chosen=True, change=None, points=None, reason=Sentence("Rate more."))
    assert said(few) == ["The patient chose the days of the baseline."]
    assert said(region(baseline_chosen=True, so_far=True))[1:] == [
        "The patient chose the days of the baseline."
    ]


def test_without_a_change_there_are_no_words():
    assert change_in_words(changed(None, None)) is None


def test_the_object_has_iso_days_and_numbers(written):
    # 8 before and 4 now, ten days of 28 missing now; the back goes from 6 to 5 on the same days.
    palm = [8] * 14 + [9] * 28 + [4] * 17 + [None] * 10 + [4]
    back = [6] * 14 + [6] * 28 + [5] * 28
    snapshot = written({"palm_left": palm, "upper_back": back}, {"palm_left": [14, 40, 60]})
    found = progress_as_dict(progress(snapshot), snapshot)
    assert json.loads(json.dumps(found)) == found
    assert (found["treated"], found["improved"], found["sessions"]) == (1, 1, 3)
    assert found["headline"].startswith(
        "The treated region sweats less than before treatment: left palm, 50 % less."
    )
    assert found["quality"]["days_rated"] == 70
    palm, back = found["regions"]
    assert palm["baseline"] == {
        "from": "2026-03-02",
        "to": "2026-03-15",
        "days": 14,
        "days_possible": 14,
        "mean": 8.0,
    }
    assert palm["now"] == {
        "from": "2026-04-13",
        "to": "2026-05-10",
        "days": 18,
        "days_possible": 28,
        "mean": 4.0,
    }
    dates = {key: palm[key] for key in ("first_session", "last_session", "days_since_last")}
    assert dates == {
        "first_session": "2026-03-16",
        "last_session": "2026-05-01",
        "days_since_last": 9,
    }
    assert (palm["change_percent"], palm["points"], palm["nap"]) == (-50.0, -4.0, 1.0)
    assert palm["contrast_percent"] == pytest.approx(-40)
    assert palm["untreated_change_percent"] == pytest.approx(-100 / 6)
    assert palm["worst_case_percent"] == pytest.approx(-50 * 18 / 28)
    assert (palm["contrast_with"], palm["verdict"], palm["reason"]) == (
        ["upper_back"],
        "strong",
        None,
    )
    for name in ("change", "points", "contrast", "nap"):
        assert palm[f"{name}_low"] < palm[f"{name}_high"]
    assert (back["treated"], back["improved"], back["sessions"]) == (False, False, 0)


def test_every_field_of_the_object_stands_in_the_documents(written):
    snapshot = written({"palm_left": [8] * 70}, {"palm_left": [14]})
    found = progress_as_dict(progress(snapshot), snapshot)
    text = (Path(__file__).parents[3] / "docs" / "measuring.md").read_text(encoding="utf-8")
    fields = {*found, *found["regions"][0], *found["quality"], *found["regions"][0]["now"]}
    assert {field for field in fields if f"`{field}`" not in text} == set()
    assert {key for key in VERDICTS if f"`{key}`" not in text} == set()


def _first_region(snapshot):
    return progress_as_dict(progress(snapshot), snapshot)["regions"][0]


def test_the_object_has_null_and_a_reason_where_there_is_too_little(written):
    region = _first_region(written({"palm_left": [8, 7]}))
    assert (region["baseline"], region["now"], region["change_percent"]) == (None, None, None)
    assert region["reason"] == "Rate 3 more days before the first session."


def test_names_of_the_catalog_are_translated_and_ones_own_are_not(written):
    snapshot = written({}, own_region=(OwnRegion("{day} palm", "palm_left", id="own_1"),))

    def shout(context, text):
        return text.upper() if context else text

    assert region_name("palm_left", snapshot).said(shout) == "LEFT PALM"
    assert region_name("own_1", snapshot).said(shout) == "{day} palm"


def test_sentences_are_translated_through_and_through():
    german = {
        "{day} {month} {year}": "{day}. {month} {year}",
        "Mar": "März",
        "since {day}": "seit {day}",
    }
    said = Sentence("since {day}", {"day": date(2026, 3, 2)}).said(
        lambda context, text: german.get(text, text)
    )
    assert said == "seit 2. März 2026"


def test_spans_name_a_year_once():
    assert day_text(date(2026, 8, 3)) == "3 Aug 2026"
    assert span_text(date(2026, 8, 3), date(2026, 11, 22)) == "3 Aug – 22 Nov 2026"
    assert span_text(date(2025, 12, 3), date(2026, 1, 2)) == "3 Dec 2025 – 2 Jan 2026"
    assert span_text(date(2026, 8, 3), date(2026, 8, 3)) == "3 Aug 2026"


def test_a_name_amid_a_sentence_is_written_as_the_language_does():
    own = OwnRegion(name="Mole", parent="palm_left", id="own_1")
    snapshot = snapshot_of(RatingColumns.empty(), {OwnRegion.KIND: (own,)})
    german = {("Region", "Left palm"): "Handfläche links", ("Grammar", "a"): "A"}

    def in_german(context, text):
        return german.get((context, text), text)

    assert str(name_in_sentence("palm_left", snapshot)) == "left palm"
    assert name_in_sentence("palm_left", snapshot).said(in_german) == "Handfläche links"
    assert str(name_in_sentence("own_1", snapshot)) == "Mole", "who named it wrote it so"
