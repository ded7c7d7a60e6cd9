"""What a change rests on and what speaks against it: each rule at its limit, word for word."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis import reasons
from model.analysis.estimate import Estimate
from model.analysis.phases import phases_of
from model.analysis.progress import Progress, RegionProgress, Window, progress
from model.analysis.quality import Quality
from model.analysis.sentences import Sentence
from model.analysis.sureness import doctor_line, doubts, how_sure
from model.analysis.without_contrast import Lack, reason_without_contrast
from model.catalog.trials import SHAM_IMPROVED
from model.records.person import BaselineChoice, InductionChoice
from model.records.snapshot import RatingColumns, snapshot_of
from tests.model.analysis.conftest import FIRST
from tests.model.analysis.test_verdicts import FORBIDDEN, unmarked

START = FIRST + timedelta(28)  # the first session
SESSIONS = tuple(START + timedelta(3 * number) for number in range(38))
LAST = START + timedelta(111)
PHASES = phases_of(SESSIONS, FIRST, LAST)
BEFORE = Window(FIRST, START - timedelta(1), 26, 28, 8.0)
NOW = Window(LAST - timedelta(27), LAST, 25, 28, 4.0)
QUALITY = Quality(FIRST, LAST, 100, 112, 0, 0)
PALM = Sentence("Left palm", context="Region")
EMPTY = snapshot_of(RatingColumns.empty())


def region(name="palm_left", **fields):
    numbers = {
        "change": Estimate(-46.0, -58.0, -31.0),
        "points": Estimate(-3.7, -4.6, -2.5),
        "verdict": "partial",
        "phases": PHASES,
        "baseline": BEFORE,
        "now": NOW,
        "days_since_last": 2,
    }
    return RegionProgress(name, True, 28, SESSIONS[0], SESSIONS[-1], **{**numbers, **fields})


def doubted(written, shown=None, **records):
    return [str(said) for said in doubts(shown or region(), written({}, **records))]


def test_a_full_diary_raises_no_doubt(written):
    assert doubted(written) == []


# ---- Days that are missing, or entered late ------------------------------------------------------


def test_many_missing_days_on_a_side_are_named(written):
    few = region(baseline=replace(BEFORE, days=16), now=replace(NOW, days=16))
    assert doubted(written, few) == [
        "Before: 12 of 28 days are without a rating. Above 40 % the result is less sure.",
        "Now: 12 of 28 days are without a rating. Above 40 % the result is less sure.",
    ]
    enough = region(baseline=replace(BEFORE, days=17), now=replace(NOW, days=17))
    assert doubted(written, enough) == []
    limit = region(
        baseline=replace(BEFORE, days=12, days_possible=20),
        now=replace(NOW, days=12, days_possible=20),
    )
    assert doubted(written, limit) == []


def test_days_before_the_first_rating_of_the_diary_are_not_missing(written):
    # The diary begins on 2 March; the baseline chosen begins 300 days before it.
    row = {"palm_left": [8] * 112}
    long = Window(FIRST - timedelta(300), FIRST + timedelta(10), 11, 311, 8.0)
    shown = region(baseline=long, baseline_chosen=True)
    assert [str(said) for said in doubts(shown, written(row))] == []
    # 5 of the 11 days from the first rating on: 6 missing.
    few = replace(shown, baseline=replace(long, days=5))
    assert [str(said) for said in doubts(few, written(row))] == [
        "Before: 6 of 11 days are without a rating. Above 40 % the result is less sure.",
        "Before, 55 % of the days are without a rating, now 11 %. If good or bad days were passed"
        " over, the change comes out too large or too small.",
    ]


def test_a_difference_in_missing_days_is_named(written):
    # 0 of 28 missing against 8 of 28: 28.6 points; against 7: 25 points.
    more = region(baseline=replace(BEFORE, days=28), now=replace(NOW, days=20))
    assert doubted(written, more) == [
        "Before, 0 % of the days are without a rating, now 29 %. If good or bad days were passed"
        " over, the change comes out too large or too small."
    ]
    limit = region(baseline=replace(BEFORE, days=28), now=replace(NOW, days=21))
    assert doubted(written, limit) == []


def test_late_entries_are_counted_and_the_change_without_them_is_said(written):
    late = region(late_days=3, without_late=Estimate(-38.4, -50.0, -20.0))
    assert doubted(written, late) == [
        "3 of the days compared were entered more than 2 days later. Without them the change is"
        " −38 %, with them −46 %."
    ]
    one = region(late_days=1, without_late=Estimate(-38.4, -50.0, -20.0))
    assert doubted(written, one) == [
        "1 of the days compared was entered more than 2 days later. Without it the change is"
        " −38 %, with it −46 %."
    ]
    assert doubted(written, region(late_days=1)) == [
        "1 of the days compared was entered more than 2 days later."
    ]


# ---- Sessions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("session", "acts"), [(5, True), (16, True), (39, True), (4, False)])
def test_a_session_shortly_before_the_baseline_may_still_act(written, session, acts):
    # A baseline from day 39 on, chosen between two episodes: day 5 lies 34 days before it.
    later = Window(FIRST + timedelta(39), FIRST + timedelta(60), 22, 22, 8.0)
    diary = written({}, {"palm_left": [session, 61]})
    day = FIRST + timedelta(session)
    said = [str(each) for each in doubts(region(baseline=later), diary)]
    assert (
        said
        == [
            f"A session on {day.day} {day:%b} 2026 may still have acted in the days before that are"
            " compared; the improvement is then underestimated."
        ]
        * acts
    )


def test_the_first_baseline_has_no_session_before_it(written):
    assert list(doubts(region(), written({}, {"palm_left": [28, 31]}))) == []


def test_a_break_is_named_after_35_days(written):
    assert doubted(written, region(days_since_last=35)) == []
    assert doubted(written, region(days_since_last=36)) == [
        "No session for 36 days up to the last entry: what is compared is no longer the time of"
        " treatment."
    ]


# ---- How sure is this? ---------------------------------------------------------------------------


def asked(written, shown, *others, improved=("palm_left",)):
    everything = Progress((shown, *others), 28, QUALITY, improved)
    return [str(said) for said in how_sure(shown, everything, written({}))]


def test_the_whole_answer(written):
    shown = region(days_since_last=40, contrast=Estimate(-40.0, -50.0, -30.0))
    assert asked(written, shown, region("palm_right")) == [
        "Compared: 26 rated days from 2 Mar 2026 to 29 Mar 2026 with 25 rated days from 22 Jun 2026"
        " to 19 Jul 2026.",
        "The likely range is a 95 % interval: of 100 ranges found this way, about 95 hold the true"
        " change. Days in a row resemble each other, so they count as fewer days.",
        "No session for 40 days up to the last entry: what is compared is no longer the time of"
        " treatment.",
        "This is one diary, kept by somebody who knew of each session. It shows what changed, not"
        " why.",
        "In a sham-controlled trial, 38.5 % of those who got a sham treatment improved too (Kim"
        " 2017).",
        "Untreated regions may improve a little as well; the comparison with them then shows too"
        " little.",
        "Of 2 treated regions one may look better by chance, so the count in the headline asks for"
        " more (Holm's correction).",
    ]


def test_a_baseline_that_the_patient_chose_is_said(written):
    before = asked(written, region(baseline_chosen=True))
    assert before[1] == "The patient chose the days of the baseline."
    later = Window(START + timedelta(40), START + timedelta(60), 20, 21, 8.0)
    assert asked(written, region(baseline=later, baseline_chosen=True))[1] == (
        "The patient chose the days of the baseline; they reach beyond the first session (30 Mar"
        " 2026), so this is no comparison with the time before treatment."
    )


BACK = replace(region("upper_back"), treated=False)
FELL = [7, 6] * 7 + [3, 4] * 28
DRY = [1, 0] * 35  # a mean of 0.5
NEVER = [None] * 14
NO_COMPARISON = {str(reason_without_contrast(lack)) for lack in Lack}
NONE_LEFT, TOO_FEW = (str(reasons.no_contrast(some_untreated=some)) for some in (False, True))


def from_diary(snapshot, name="palm_left"):
    found = progress(snapshot)
    return [str(said) for said in how_sure(found.of(name), found, snapshot)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({}, "No rated region was left untreated, so it cannot be told"),
        ({"sole_left": ["n/a"] * 70}, "No rated region was left untreated, so it cannot be told"),
        (
            {"upper_back": NEVER + [4] * 56},
            "The untreated regions were not rated before the first session, so they cannot show"
            " what weather and stress did in the same days.",
        ),
        ({"upper_back": [4] * 14 + NEVER * 4}, "A comparison with the untreated regions needs 5"),
        ({"upper_back": NEVER[4:] + [4] * 60}, "A comparison with the untreated regions needs 5"),
        ({"upper_back": DRY}, "The untreated regions were almost dry in the baseline, so they"),
        (
            {"upper_back": DRY, "scalp": NEVER[4:] + [5] * 60},
            "The untreated regions that were rated on enough of the same days were almost dry in"
            " the baseline, so they cannot show what weather and stress did.",
        ),
        ({"upper_back": DRY[:14] + NEVER * 4}, "A comparison with the untreated regions needs 5"),
        (
            {"upper_back": [4] * 14 + [2] * 28 + [0] * 28},
            "The untreated regions became dry in the same days, so nothing can be predicted from"
            " them; weather or stress may be the reason.",
        ),
        (
            {"upper_back": [4] * 14 + [0] * 56, "scalp": [4] * 14 + NEVER * 4},
            "The untreated regions became dry in the same days",
        ),
        (
            {"palm_left": [0] * 5 + [9] * 9 + [4] * 56, "scalp": [4] * 5 + NEVER[5:] + [4] * 56},
            "On the days of the baseline on which untreated regions were rated too, this region was"
            " dry, so there is nothing to compare.",
        ),
        (
            {"palm_left": [1] * 14 + [0] * 56, "upper_back": [4] * 70},
            "A change that is given in points only is not compared with the untreated regions.",
        ),
        ({"palm_left": [1] * 14 + [0] * 56}, "No rated region was left untreated, so it"),
    ],
)
def test_why_there_is_no_comparison_with_untreated_regions_is_said(written, rows, said):
    found = from_diary(written({"palm_left": FELL, **rows}, {"palm_left": range(14, 70, 3)}))
    given = [each for each in found if each in NO_COMPARISON]
    assert [each.startswith(said) for each in given] == [True], given


def test_an_untreated_region_beside_a_treated_one_is_not_passed_over(written):
    rows = {"face": FELL, "nose": [6] * 70}
    said = from_diary(written(rows, {"face": range(14, 70, 3)}), "face")
    assert (
        "The only untreated regions that are rated lie so near a treated one that they cannot show"
        " what weather and stress did in the same days." in said
    )
    # A sole that was treated later is none that was left untreated.
    both = {"palm_left": range(14, 70, 3), "sole_left": range(20, 70, 3)}
    treated = from_diary(written({"palm_left": FELL, "sole_left": FELL}, both))
    assert NONE_LEFT in treated


def test_an_untreated_region_rated_in_a_chosen_baseline_is_not_called_rated_later(written):
    rows = {"palm_left": FELL, "upper_back": NEVER + [4] * 3 + [None] * 40 + [4] * 13}
    chosen = BaselineChoice("palm_left", FIRST, FIRST + timedelta(20))
    sessions = {"palm_left": [14, 60, 63, 66, 69]}
    assert TOO_FEW in from_diary(written(rows, sessions, baseline=(chosen,)))


def test_a_moved_end_counts_the_days_up_to_it_only_where_they_are_compared(written):
    def moved_to(day, days=70):
        ends = InductionChoice("palm_left", FIRST + timedelta(day))
        row = {"palm_left": FELL[:days]}
        found = from_diary(written(row, {"palm_left": range(14, days, 3)}, induction=(ends,)))
        return [each for each in found if "moved" in each]

    assert moved_to(50, 44) == ["The patient moved the end of the induction to 21 Apr 2026."]
    assert moved_to(42, 44) == ["The patient moved the end of the induction to 13 Apr 2026."]
    assert moved_to(50) == [
        "The patient moved the end of the induction to 21 Apr 2026; the days up to it do not count."
    ]


def test_where_there_is_a_comparison_none_is_missed(written):
    with_one = asked(written, region(contrast=Estimate(-40.0, -50.0, -30.0)))
    untreated = asked(written, BACK)
    for said in (*with_one, *untreated):
        assert "was left untreated" not in said
        assert "needs 5 days" not in said


def test_one_region_that_the_headline_does_not_count_says_why(written):
    assert asked(written, region(), improved=())[-1] == (
        "The likely range leaves out 0, but by the p of the change chance alone would do as much in"
        " 5 of 100 such diaries or more, so the headline does not count this region."
    )
    assert "headline" not in asked(written, region(verdict="same"), improved=())[-1]


def test_a_region_that_the_headline_leaves_out_says_so(written):
    said = asked(written, region(), region("palm_right"), improved=("palm_right",))
    assert said[-1].endswith("(Holm's correction); this region is not counted there.")
    same = asked(written, region(verdict="same"), region("palm_right"), improved=("palm_right",))
    assert same[-1].endswith("(Holm's correction).")


def test_a_region_in_points_only_is_answered_for_as_well(written):
    low = region(change=None, days_since_last=36)
    said = asked(written, low, region("palm_right", change=None))
    assert said[0].startswith("Compared: 26 rated days ")
    assert "No session for 36 days" in said[2]
    assert said[-1].startswith("Of 2 treated regions ")


def test_one_treated_region_alone_needs_no_correction(written):
    others = (region("sole_left", change=None, points=None), replace(region("nose"), treated=False))
    assert not any("Holm" in said for said in asked(written, region(), *others))


def test_of_an_untreated_region_no_sham_is_spoken(written):
    said = asked(written, replace(region(), treated=False))
    assert not any("sham" in each or "Untreated" in each for each in said)


def test_without_a_comparison_only_the_reason_is_said(written):
    waiting = region(change=None, points=None, reason=Sentence("Rate more."), late_days=9)
    assert asked(written, waiting) == ["Rate more."]
    assert doubted(written, waiting) == []
    assert asked(written, region(change=None, points=None)) == []


def test_the_share_of_sham_treated_patients_is_the_published_one():
    assert f"{SHAM_IMPROVED.percent:.1f}" == "38.5"


def test_from_ratings_to_doubts(written):
    row = [8, 7, 9, None] * 7 + [4, None, None, None, 5] * 14
    diary = written({"palm_left": row}, {"palm_left": range(28, 60, 3)})
    # The last session is on day 58, the last entry on day 97.
    shown = progress(diary).of("palm_left")
    said = [str(each) for each in doubts(shown, diary)]
    assert [each.split(":")[0].split(",")[0] for each in said] == [
        "Now",
        "Before",
        "No session for 39 days up to the last entry",
    ]


# ---- The doctor's line ---------------------------------------------------------------------------

FULL = region(
    contrast=Estimate(-40.2, -47.0, -31.0),
    nap=Estimate(0.981, 0.84, 1.0),
    now=replace(NOW, mean=3.2),
)


def line(shown):
    return str(doctor_line(shown, PALM))


def test_the_line_of_a_doctor_in_full():
    assert line(FULL) == (
        "Left palm: A 26 d mean 8.0 | B 25 d mean 3.2 | −46 % (95 % CI −58..−31) | vs untreated"
        " −40 % (−47..−31) | NAP 0.98 (0.84..1.00)"
    )


def test_the_line_says_so_far_provisional_and_no_upper_limit():
    open_ended = region(
        change=Estimate(-0.2, -60.0, None),
        contrast=Estimate(5.0, -20.0, None),
        so_far=True,
        provisional=True,
    )
    assert line(open_ended) == (
        "Left palm: A 26 d mean 8.0 | B (so far) 25 d mean 4.0 | −0.2 % (95 % CI −60.., no upper"
        " limit) | vs untreated +5 % (−20.., no upper limit) | provisional"
    )


def test_a_limit_that_leaves_out_0_does_not_look_as_if_it_reached_it():
    near = region(change=Estimate(-5.8, -10.3, -0.4))
    assert "| −6 % (95 % CI −10..−0.4)" in line(near)


def test_the_line_in_points_and_without_a_result():
    low = region(change=None, points=Estimate(-0.84, -1.4, 0.1), baseline=replace(BEFORE, mean=1.5))
    assert line(low) == (
        "Left palm: A 26 d mean 1.5 | B 25 d mean 4.0 | −0.8 points (95 % CI −1.4..+0.1)"
    )
    nothing = region(change=None, points=Estimate(-0.04, -1.4, 0.04))
    assert line(nothing).endswith("| −0.04 points (95 % CI −1.4..+0.04)")
    few = RegionProgress(
        "palm_left",
        True,
        1,
        START,
        START,
        baseline=Window(FIRST, START, 3, 28, None),
        reason=Sentence("Only 3 days."),
    )
    assert line(few) == "Left palm: A 3 d | B 0 d | Only 3 days."


limits = st.tuples(st.floats(-100, 300), st.floats(-100, 300), st.floats(-100, 300)).map(sorted)
estimates = st.builds(
    lambda found, has_high: Estimate(found[1], found[0], found[2] if has_high else None),
    limits,
    st.booleans(),
)


@given(estimates | st.none(), estimates | st.none(), st.integers(0, 28), st.integers(0, 400))
def test_no_answer_claims_a_cause(change, contrast, late, since):
    shown = region(change=change, contrast=contrast, late_days=late, days_since_last=since)
    everything = Progress((shown, region("nose")), 28, QUALITY)
    said = [*how_sure(shown, everything, EMPTY), doctor_line(shown, PALM)]
    for each in said:
        assert not FORBIDDEN.search(str(each)), each
        assert unmarked(each) == []
