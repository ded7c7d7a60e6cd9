"""Too early until 28 days and 10 sessions, whichever comes later; then time to talk, or not."""

from datetime import UTC, date, datetime, timedelta

import pytest

from model.analysis.judgement import (
    JUDGEMENTS,
    LEAST_DAYS,
    LEAST_SESSIONS,
    Told,
    days_treated,
    judge,
    told,
)
from model.analysis.progress import Progress, RegionProgress, progress
from model.analysis.quality import Quality
from model.catalog.sources import SOURCES
from model.records.person import BaselineChoice
from model.records.treatment import Course, Session

FIRST = date(2026, 10, 1)
TOLD = ("changed", "not_changed", "not_known", "beside")


def kind(days, sessions, told="not_changed"):
    return judge(FIRST, sessions, FIRST + timedelta(days), Told(told)).kind


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


@pytest.mark.parametrize("told", TOLD)
def test_what_the_ratings_tell_decides_once_it_is_not_too_early(told):
    assert kind(27, 40, told) == "too_early"
    assert kind(28, 10, told) == told


def test_while_nothing_was_compared_yet_it_is_not_known():
    assert judge(FIRST, 10, FIRST + timedelta(28), None).kind == "not_known"


def test_without_a_session_there_is_nothing_to_judge():
    tomorrow = FIRST + timedelta(1)
    for judged in (judge(None, 0, FIRST, None), judge(tomorrow, 3, FIRST, Told())):
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
    found = [
        judge(FIRST, sessions, FIRST + timedelta(days), Told(told))
        for days, sessions in ((0, 0), (1, 1), (60, 20))
        for told in TOLD
    ]
    assert {judged.kind for judged in found} == JUDGEMENTS.keys()
    for judged in found:
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


def kind_told(course, shown):
    return told(course, shown).kind


@pytest.mark.parametrize("improved", ["almost_dry", "strong", "partial"])
def test_one_region_that_improved_is_a_success(improved):
    assert kind_told(BOTH, said_of(palm_left=improved)) == "changed"
    assert kind_told(BOTH, said_of(palm_left=improved, sole_left="more")) == "changed"
    assert kind_told(BOTH, said_of(palm_left=improved, sole_left="cannot_tell")) == "changed"


def test_no_success_only_if_every_region_stayed_the_same_or_sweats_more():
    assert kind_told(BOTH, said_of(palm_left="same", sole_left="more")) == "not_changed"
    assert kind_told(BOTH, said_of(palm_left="same", sole_left=None)) == "not_changed"
    assert kind_told(BOTH, said_of(palm_left="same", sole_left="cannot_tell")) == "not_known"


def test_it_cannot_be_told_where_nothing_can_be_compared():
    assert kind_told(BOTH, said_of(palm_left="cannot_tell")) == "not_known"
    assert kind_told(BOTH, said_of(palm_left=None)) == "not_known"
    assert kind_told(BOTH, said_of()) == "not_known"


def test_regions_of_other_courses_do_not_count():
    assert kind_told(BOTH, said_of(nose="strong")) == "not_known"
    assert kind_told(BOTH, said_of(nose="strong", palm_left="same")) == "not_changed"


def test_a_region_that_was_always_dry_has_not_failed(written):
    sessions = {"palm_left": range(10, 38, 2)}
    shown = progress(written({"palm_left": [0] * 70}, sessions))
    assert shown.of("palm_left").verdict == "same"
    assert kind_told(Course("Hands", ("palm_left",), "induction", id="c"), shown) == "not_known"


# ---- Than when -----------------------------------------------------------------------------------

# 8 before the first course, 3 to 4 in it; 60 days later it has come back to 4, the second course
# does nothing. The days are those of the sessions.
FALLEN = [8, 7, 8, 9, 8, 7, 8] * 2 + [4, 3, 3, 4, 3] * 8 + [4, 5, 4, 3] * 26
DAY_0 = date(2026, 3, 2)
EARLIER, LATER = range(14, 54, 3), range(114, 154, 3)


def said_after(written, rows, sessions, course, days, **records):
    shown = progress(written(rows, sessions, **records))
    own = {DAY_0 + timedelta(day) for day in days}
    found = told(course, shown, own)
    return str(judge(min(own), len(own), DAY_0 + timedelta(158), found).sentence())


@pytest.fixture
def twice():
    return {"palm_left": [*EARLIER, *LATER]}


def test_the_course_that_came_first_is_compared_with_the_time_before_it(written, twice):
    said = said_after(written, {"palm_left": FALLEN}, twice, BOTH, EARLIER)
    assert said.endswith("The ratings show less sweating than before the first session.")


def test_a_later_course_says_that_it_is_compared_with_the_time_before_all_treatment(written, twice):
    said = said_after(written, {"palm_left": FALLEN}, twice, BOTH, LATER)
    assert said.endswith(
        "The ratings show less sweating than before the first treatment (2 Mar 2026 to 15 Mar"
        " 2026)."
    )


def test_a_later_course_that_failed_says_than_when_too(written, twice):
    said = said_after(written, {"palm_left": [7, 8] * 79}, twice, BOTH, LATER)
    assert said.startswith("Time to talk to your dermatologist.")
    assert said.endswith(
        "do not show less sweating than before the first treatment (2 Mar 2026 to 15 Mar 2026)."
    )


@pytest.mark.parametrize("days", [EARLIER, LATER])
def test_a_baseline_from_amid_the_treatment_is_no_reason_to_see_the_dermatologist(
    written, twice, days
):
    pause = BaselineChoice("palm_left", DAY_0 + timedelta(86), DAY_0 + timedelta(113))
    records = {"baseline": (pause,)}
    assert progress(written({"palm_left": FALLEN}, twice, **records)).regions[0].verdict == "same"
    said = said_after(written, {"palm_left": FALLEN}, twice, BOTH, days, **records)
    assert said.endswith(
        "The baseline chosen reaches into the treatment, so the ratings are not compared with the"
        " time before it."
    )
    assert "dermatologist" not in said


def test_another_region_still_tells_where_one_has_such_a_baseline(written, twice):
    pause = BaselineChoice("palm_left", DAY_0 + timedelta(86), DAY_0 + timedelta(113))
    rows = {"palm_left": FALLEN, "sole_left": [8, 7] * 57 + [4, 3] * 22}
    sessions = {**twice, "sole_left": LATER}
    said = said_after(written, rows, sessions, BOTH, LATER, baseline=(pause,))
    assert said.endswith("The ratings show less sweating than before the first session.")


def test_what_the_course_itself_did_is_said_before_what_an_earlier_one_did(written, twice):
    rows = {"palm_left": FALLEN, "sole_left": [8, 7] * 57 + [4, 3] * 22}
    sessions = {**twice, "sole_left": LATER}
    said = said_after(written, rows, sessions, BOTH, LATER)
    assert said.endswith("The ratings show less sweating than before the first session.")


def test_regions_that_were_first_treated_on_other_days_are_not_lumped_together(written, twice):
    rows = {"palm_left": [7, 8] * 79, "sole_left": [8, 7] * 79}
    sessions = {**twice, "sole_left": LATER}
    said = said_after(written, rows, sessions, BOTH, LATER)
    assert said.endswith("than before the first treatment of the same region.")
    both_earlier = {**twice, "sole_left": [20, *LATER]}
    said = said_after(written, rows, both_earlier, BOTH, LATER)
    assert said.endswith("than before the first treatment of the same region.")
