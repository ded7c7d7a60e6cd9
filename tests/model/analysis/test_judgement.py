"""Too early until 28 days and 10 sessions, whichever comes later; then time to talk, or not."""

from datetime import UTC, date, datetime, timedelta

import pytest

from model.analysis.judgement import (
    JUDGEMENTS,
    LEAST_DAYS,
    LEAST_SESSIONS,
    days_treated,
    drier,
    judge,
)
from model.analysis.progress import Progress, RegionProgress, progress
from model.analysis.quality import Quality
from model.catalog.sources import SOURCES
from model.records.treatment import Course, Session

FIRST = date(2026, 10, 1)


def kind(days, sessions, changed=False):
    return judge(FIRST, sessions, FIRST + timedelta(days), changed).kind


def test_the_rule_is_the_one_that_was_read_and_says_where():
    assert (LEAST_DAYS.value, LEAST_SESSIONS.value) == (28, 10)
    for rule in (LEAST_DAYS, LEAST_SESSIONS):
        assert rule.sources
        assert {*rule.sources} <= SOURCES.keys()


@pytest.mark.parametrize(
    ("days", "sessions", "said"),
    [
        (0, 1, "too_early"),
        (27, 10, "too_early"),
        (28, 9, "too_early"),
        (14, 30, "too_early"),
        (200, 9, "too_early"),
        (28, 10, "not_changed"),
        (200, 40, "not_changed"),
    ],
)
def test_both_limits_must_be_reached(days, sessions, said):
    assert kind(days, sessions) == said


@pytest.mark.parametrize("changed", [True, False, None])
def test_a_change_is_not_asked_for_while_it_is_too_early(changed):
    assert kind(27, 40, changed) == "too_early"


def test_what_the_ratings_tell_decides_afterwards():
    assert kind(28, 10, changed=True) == "changed"
    assert kind(28, 10, changed=None) == "not_known"


def test_without_a_session_there_is_nothing_to_judge():
    tomorrow = FIRST + timedelta(1)
    for judged in (judge(None, 0, FIRST, None), judge(tomorrow, 3, FIRST, False)):
        assert (judged.kind, judged.days, judged.sessions) == ("not_begun", 0, 0)


def test_the_dermatologist_is_named_only_when_it_is_time():
    for key, text in JUDGEMENTS.items():
        assert ("dermatologist" in text) == (key == "not_changed")


def test_a_judgement_is_said_with_its_counts_and_its_sources():
    judged = judge(FIRST, 7, FIRST + timedelta(20), None)
    said = str(judged.sentence())
    assert said.startswith("Too early to judge.")
    assert "session: 20, at least 28" in said
    assert "same region: 7, at least 10" in said
    assert {"sweatless", "sweatfree", "holzle1987", "reinauer1995"} == {*judged.sources}


def test_every_kind_can_be_said():
    found = {
        judge(FIRST, sessions, FIRST + timedelta(days), changed).kind: judge(
            FIRST, sessions, FIRST + timedelta(days), changed
        )
        for days, sessions in ((0, 0), (1, 1), (60, 20))
        for changed in (True, False, None)
    }
    assert found.keys() == JUDGEMENTS.keys()
    for judged in found.values():
        assert "{" not in str(judged.sentence())
        assert judged.sources


# ---- How many sessions ---------------------------------------------------------------------------

HANDS, FEET = ("palm_left", "palm_right"), ("sole_left", "sole_right")
BOTH = Course("Hands and feet", HANDS + FEET, "induction", id="c")


def session(number, regions, hour=19):
    return Session(datetime(2026, 10, 1 + number, hour, tzinfo=UTC), regions, ("hand_tray",))


def test_hands_and_then_feet_on_a_day_are_one():
    done = [session(number, where) for number in range(5) for where in (HANDS, FEET)]
    assert days_treated(BOTH, done) == 5


def test_a_region_has_one_a_day_at_most():
    done = [session(number, HANDS, hour) for number in range(5) for hour in (8, 19)]
    assert days_treated(BOTH, done) == 5


def test_hands_and_feet_on_different_days_do_not_add_up():
    done = [session(number, FEET if number % 3 else HANDS) for number in range(12)]
    assert days_treated(BOTH, done) == 8
    assert days_treated(BOTH, done + done) == 8


def test_the_days_are_those_of_the_patient():
    done = [session(0, HANDS, 20), session(1, HANDS, 1)]
    assert (days_treated(BOTH, done), days_treated(BOTH, done, ends_at=2)) == (2, 1)


def test_what_else_a_session_treats_does_not_count_unless_there_is_nothing_else():
    hands = Course("Hands", HANDS, "induction", id="c")
    feet = [session(number, FEET) for number in range(9)]
    assert days_treated(hands, [*feet, session(9, HANDS + FEET)]) == 1
    assert days_treated(hands, feet) == 9
    assert days_treated(hands, []) == 0


# ---- Drier or not --------------------------------------------------------------------------------


def said_of(**verdicts):
    regions = [
        RegionProgress(region, True, 12, FIRST, FIRST, verdict=verdict)
        for region, verdict in verdicts.items()
    ]
    return Progress(tuple(regions), 12, Quality(None, None, 0, 0, 0, 0))


@pytest.mark.parametrize("improved", ["almost_dry", "strong", "partial"])
def test_one_region_that_improved_is_a_success(improved):
    assert drier(BOTH, said_of(palm_left=improved)) is True
    assert drier(BOTH, said_of(palm_left=improved, sole_left="more")) is True
    assert drier(BOTH, said_of(palm_left=improved, sole_left="cannot_tell")) is True


def test_no_success_only_if_every_region_stayed_the_same_or_sweats_more():
    assert drier(BOTH, said_of(palm_left="same", sole_left="more")) is False
    assert drier(BOTH, said_of(palm_left="same", sole_left=None)) is False
    assert drier(BOTH, said_of(palm_left="same", sole_left="cannot_tell")) is None


def test_it_cannot_be_told_where_nothing_can_be_compared():
    assert drier(BOTH, said_of(palm_left="cannot_tell")) is None
    assert drier(BOTH, said_of(palm_left=None)) is None
    assert drier(BOTH, said_of()) is None


def test_regions_of_other_courses_do_not_count():
    assert drier(BOTH, said_of(nose="strong")) is None
    assert drier(BOTH, said_of(nose="strong", palm_left="same")) is False


def test_a_region_that_was_always_dry_has_not_failed(written):
    sessions = {"palm_left": range(10, 38, 2)}
    shown = progress(written({"palm_left": [0] * 70}, sessions))
    assert shown.of("palm_left").verdict == "same"
    assert drier(Course("Hands", ("palm_left",), "induction", id="c"), shown) is None
