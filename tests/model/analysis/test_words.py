"""What was found, in words and as the object that the command line prints."""

import json
from datetime import date

import pytest

from model.analysis.progress import RegionProgress, progress
from model.analysis.sentences import Sentence, day_text, span_text
from model.analysis.words import change_in_words, progress_as_dict, region_name
from model.records.person import OwnRegion


def changed(percent, points):
    return RegionProgress(
        "palm_left", True, 1, None, None, change_percent=percent, change_points=points
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


def test_without_a_change_there_are_no_words():
    assert change_in_words(changed(None, None)) is None


def test_the_object_has_iso_days_and_numbers(written):
    snapshot = written({"palm_left": [8] * 14 + [4] * 56}, {"palm_left": [14, 60]})
    found = progress_as_dict(progress(snapshot))
    assert json.loads(json.dumps(found)) == found
    assert found["regions"] == [
        {
            "region": "palm_left",
            "treated": True,
            "sessions": 2,
            "first_session": "2026-03-16",
            "last_session": "2026-05-01",
            "baseline": {
                "from": "2026-03-02",
                "to": "2026-03-15",
                "days": 14,
                "days_possible": 14,
                "mean": 8.0,
            },
            "now": {
                "from": "2026-04-13",
                "to": "2026-05-10",
                "days": 28,
                "days_possible": 28,
                "mean": 4.0,
            },
            "so_far": False,
            "provisional": False,
            "baseline_chosen": False,
            "change_percent": -50.0,
            "points": -4.0,
            "reason": None,
        }
    ]
    assert (found["treated"], found["sessions"]) == (1, 2)
    assert found["quality"]["days_rated"] == 70


def test_the_object_has_null_and_a_reason_where_there_is_too_little(written):
    region = progress_as_dict(progress(written({"palm_left": [8, 7]})))["regions"][0]
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
