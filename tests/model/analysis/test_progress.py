"""Change per region against arithmetic done by hand."""

from datetime import timedelta

import numpy as np
import pytest

from model.analysis.progress import Window, progress
from model.records.person import BaselineChoice

WEEKLY = range(14, 70, 7)  # eight sessions from day 14 on: induction ends on day 14 + 27 = 41


def only(snapshot, region="palm_left"):
    return progress(snapshot).of(region)


def test_change_is_the_current_mean_over_the_baseline_mean(written, first):
    # Baseline: 14 days, 7 and 9 in turn: mean 8. Induction: 28 days of 0, drawn, never counted.
    # Now: 28 days, 3 and 5 in turn: mean 4. 4 / 8 - 1 = -50 %, 4 - 8 = -4 points.
    row = [7, 9] * 7 + [0] * 28 + [3, 5] * 14
    found = only(written({"palm_left": row}, {"palm_left": WEEKLY}))
    assert found.baseline == Window(first, first + timedelta(13), 14, 14, 8.0)
    assert found.now == Window(first + timedelta(42), first + timedelta(69), 28, 28, 4.0)
    assert (found.change_percent, found.change_points) == (-50.0, -4.0)
    assert (found.provisional, found.so_far, found.reason) == (False, False, None)
    assert (found.treated, found.sessions) == (True, 8)
    assert found.first_session == first + timedelta(14)
    assert found.last_session == first + timedelta(63)


def test_the_day_of_the_first_session_is_not_in_the_baseline(written):
    # Ten days of 6, then the day of the first session with 0: the baseline stays 6.
    row = [6] * 10 + [0] + [3] * 40
    assert only(written({"palm_left": row}, {"palm_left": [10]})).baseline.mean == 6.0


def test_only_the_last_28_days_before_the_first_session_count(written):
    # 20 days of 10 lie before the window of 28 days of 5.
    row = [10] * 20 + [5] * 28 + [5] * 60
    found = only(written({"palm_left": row}, {"palm_left": [48]}))
    assert (found.baseline.mean, found.baseline.days_possible) == (5.0, 28)


def test_days_without_a_rating_are_left_out_and_zero_is_a_value(written):
    # Baseline 4, 0, missing, not applicable, 4, 4, 8: five rated days, (4 + 0 + 4 + 4 + 8) / 5 = 4.
    row = [4, 0, None, "n/a", 4, 4, 8, *[2] * 40]
    found = only(written({"palm_left": row}, {"palm_left": [7]}))
    assert (found.baseline.mean, found.baseline.days, found.baseline.days_possible) == (4.0, 5, 7)


def test_adding_a_day_that_is_not_applicable_changes_nothing(written):
    row = [8] * 10 + [4] * 40
    marked = [*row[:10], "n/a", *row[10:]]
    spread = [*row[:10], None, *row[10:]]
    sessions = {"palm_left": [11]}
    assert progress(written({"palm_left": marked}, sessions)) == progress(
        written({"palm_left": spread}, sessions)
    )


@pytest.mark.parametrize(
    ("rated", "reason"),
    [
        (0, "No day was rated in the 28 days before the first session; 5 are needed."),
        (1, "Only 1 day was rated in the 28 days before the first session; 5 are needed."),
        (4, "Only 4 days were rated in the 28 days before the first session; 5 are needed."),
    ],
)
def test_too_short_a_baseline_says_so_and_gives_no_mean(written, rated, reason):
    row = [None] * (5 - rated) + [8] * rated + [4] * 60
    found = only(written({"palm_left": row}, {"palm_left": [5]}))
    assert str(found.reason) == reason
    assert (found.change_percent, found.change_points, found.provisional) == (None, None, False)
    assert found.baseline is None if rated == 0 else found.baseline.mean is None


def test_five_rated_days_are_enough_and_provisional(written):
    row = [8] * 5 + [4] * 60
    found = only(written({"palm_left": row}, {"palm_left": [5]}))
    assert (found.change_percent, found.provisional) == (-50.0, True)


def test_ten_rated_days_on_both_sides_are_no_longer_provisional(written):
    row = [8] * 10 + [4] * 28 + [4] * 10
    assert not only(written({"palm_left": row}, {"palm_left": [10]})).provisional
    assert only(written({"palm_left": row[:-1]}, {"palm_left": [10]})).provisional


def test_days_missing_after_the_border_are_counted(written):
    # Two days rated since the first session: three more are needed.
    found = only(written({"palm_left": [8] * 10 + [4] * 2}, {"palm_left": [10]}))
    assert str(found.reason) == (
        "Rate 3 more days to compare with the time before the first session."
    )


def test_an_induction_that_goes_on_gives_a_provisional_result_so_far(written):
    # 20 days of induction, 6 in the first six, 3 in the last 14: -50 % of 6.
    row = [6] * 10 + [6] * 6 + [3] * 14
    found = only(written({"palm_left": row}, {"palm_left": [10]}))
    assert (found.so_far, found.provisional, found.change_percent) == (True, True, -50.0)


def test_a_region_given_up_after_induction_says_since_when(written):
    # The other palm goes on to day 69, so the window is day 42 to 69 = 13 Apr to 10 May 2026.
    rows = {"palm_left": [8] * 14 + [4] * 20, "palm_right": [5] * 70}
    found = only(written(rows, {"palm_left": [14]}))
    assert str(found.reason) == "This region was not rated from 13 Apr 2026 to 10 May 2026."
    assert (found.now, found.change_percent) == (None, None)
    assert found.baseline.mean == 8.0


@pytest.mark.parametrize(("mean", "percent"), [(2, -50.0), (1, None)])
def test_percent_only_from_a_baseline_mean_of_2_on(written, mean, percent):
    row = [mean] * 10 + [mean // 2] * 60
    found = only(written({"palm_left": row}, {"palm_left": [10]}))
    assert found.change_percent == percent
    assert found.change_points == mean // 2 - mean
    assert (found.reason is None) == (percent is not None)


def test_an_untreated_region_is_compared_over_the_days_of_the_region_treated_first(written, first):
    # Palms begin on day 14, soles on day 24; the back is compared across day 14.
    rows = {region: [6] * 14 + [3] * 60 for region in ("palm_left", "sole_left", "upper_back")}
    shown = progress(written(rows, {"sole_left": [24], "palm_left": [14]}))
    back, sole = shown.of("upper_back"), shown.of("sole_left")
    assert (back.treated, back.sessions, back.first_session) == (False, 0, None)
    assert back.baseline == shown.of("palm_left").baseline
    assert back.change_percent == -50.0
    # Days 0 to 23: 14 of 6 and 10 of 3, (84 + 30) / 24 = 4.75.
    assert (sole.baseline.mean, sole.baseline.days) == (4.75, 24)
    assert sole.first_session == first + timedelta(24)


def test_without_a_session_there_is_nothing_to_compare(written):
    found = only(written({"palm_left": [5] * 20}))
    assert (found.baseline, found.now, found.treated) == (None, None, False)
    assert str(found.reason) == "There is no session yet, so there is nothing to compare with."


@pytest.mark.parametrize(
    ("rated", "reason"),
    [
        (1, "Rate 4 more days before the first session."),
        (2, "Rate 3 more days before the first session."),
        (4, "Rate 1 more day before the first session."),
    ],
)
def test_before_the_first_session_the_missing_days_are_named(written, rated, reason):
    assert str(only(written({"palm_left": [5] * rated})).reason) == reason


def test_ratings_older_than_a_baseline_do_not_count_towards_it(written):
    # Nine days, but seven of them more than 28 days before the last: two count, three are missing.
    row = [5] * 7 + [None] * 40 + [5] * 2
    assert str(only(written({"palm_left": row})).reason) == (
        "Rate 3 more days before the first session."
    )


def test_a_treated_region_without_ratings_is_listed(written):
    shown = progress(written({"palm_right": [5] * 20}, {"palm_left": [10]}))
    assert str(shown.of("palm_left").reason) == "This region was never rated."


def test_no_rating_since_the_first_session(written):
    found = only(written({"palm_left": [5] * 20}, {"palm_left": [25]}))
    assert str(found.reason) == "No day has been rated since the first session."


def test_treated_regions_come_first_and_the_largest_baseline_leads(written):
    rows = {
        "upper_back": [9] * 60,
        "palm_left": [5] * 60,
        "palm_right": [7] * 60,
        "sole_left": [None] * 30 + [9] * 30,
    }
    sessions = {region: [20] for region in ("palm_left", "palm_right", "sole_left")}
    shown = progress(written(rows, sessions))
    assert [found.region for found in shown.regions] == [
        "palm_right",
        "palm_left",
        "sole_left",  # no baseline, so it is the last of the treated
        "upper_back",
    ]


def test_an_empty_diary_has_no_regions(written):
    shown = progress(written({}))
    assert (shown.regions, shown.sessions, shown.quality.days_rated) == ((), 0, 0)


def test_the_snapshot_is_left_as_it_was(written):
    snapshot = written({"palm_left": [7, None, "n/a", *[5] * 50]}, {"palm_left": [10]})
    before = [matrix.copy() for matrix in (snapshot.severity, snapshot.entered)]
    progress(snapshot)
    for matrix, kept in zip((snapshot.severity, snapshot.entered), before, strict=True):
        assert np.array_equal(matrix, kept)


def chosen(first, starts, ends, region="palm_left"):
    return BaselineChoice(region, first + timedelta(starts), first + timedelta(ends))


def test_a_baseline_chosen_by_the_patient_is_compared_and_says_so(written, first):
    # Ten days of 6, then ten of 9, sessions from day 20 on, 3 at the end. The usual baseline has
    # the mean (10 x 6 + 10 x 9) / 20 = 7.5; the first ten days alone 6: 3 / 6 - 1 = -50 %.
    rows = {region: [6] * 10 + [9] * 10 + [3] * 60 for region in ("palm_left", "palm_right")}
    sessions = {"palm_left": [20], "palm_right": [20]}
    shown = progress(written(rows, sessions, baseline=(chosen(first, 0, 9),)))
    left, right = shown.of("palm_left"), shown.of("palm_right")
    assert left.baseline == Window(first, first + timedelta(9), 10, 10, 6.0)
    assert (left.change_percent, left.baseline_chosen) == (-50.0, True)
    assert (right.baseline.mean, right.baseline_chosen) == (7.5, False)
    assert left.now == right.now


def test_a_baseline_chosen_with_too_few_ratings_says_so(written, first):
    row = {"palm_left": [6] * 20 + [3] * 60}
    found = only(written(row, {"palm_left": [20]}, baseline=(chosen(first, 17, 40),)))
    assert str(found.reason) == (
        "Rated days before the first session in the baseline that the patient chose: 3; 5 are"
        " needed."
    )
    assert (found.baseline.days, found.change_points, found.baseline_chosen) == (3, None, True)
