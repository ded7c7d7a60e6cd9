"""Days rated of days possible, and the share entered on the day itself."""

from datetime import timedelta

import pytest

from model.analysis.progress import Window, progress
from model.analysis.quality import (
    entry_line,
    missing_differs,
    missing_share,
    quality,
    quality_line,
    sessions_planned,
)
from model.records.day import Rating
from model.records.person import BaselineChoice
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Course
from tests.model.analysis.conftest import FIRST
from tests.model.analysis.test_verdicts import unmarked


def entered(first, *days):
    """Write one day for each entry: how its regions were entered."""
    columns = RatingColumns.empty()
    for number, ways in enumerate(days):
        for region, way in zip(("palm_left", "palm_right"), ways, strict=False):
            columns.append(Rating(first + timedelta(number), region, 5, way))
    return snapshot_of(columns)


def test_days_are_counted_once_whatever_the_number_of_regions(written, first):
    # Rated on days 1, 2 and 5; day 3 is not applicable: three of the five days from 1 to 5.
    rows = {"palm_left": [None, 5, 5, "n/a", None, 0], "scalp": [None, 4, None, None, None, None]}
    found = quality(written(rows))
    assert (found.first_day, found.last_day) == (first + timedelta(1), first + timedelta(5))
    assert (found.days_rated, found.days_possible) == (3, 5)


def test_a_day_counts_as_same_day_if_all_of_it_was(first):
    # Four days: same + same, same + late, copied, same: two of four.
    ways = (("same_day", "same_day"), ("same_day", "late"), ("copied",), ("same_day",))
    found = quality(entered(first, *ways))
    assert (found.days_same_day, found.days_timed) == (2, 4)


def test_imported_days_have_no_known_time_of_entry(first):
    assert quality(entered(first, ("imported",), ("imported",))).days_timed == 0
    # One of two days is known, and it was entered late.
    found = quality(entered(first, ("imported",), ("late",)))
    assert (found.days_same_day, found.days_timed) == (0, 1)


def test_a_period_bounds_what_is_possible(written, first):
    snapshot = written({"palm_left": [5] * 10})
    found = quality(snapshot, first + timedelta(4), first + timedelta(19))
    assert (found.days_rated, found.days_possible) == (6, 16)
    # A diary that begins within the period could not be kept before.
    assert quality(snapshot, first - timedelta(50)).days_possible == 10


@pytest.mark.parametrize("row", [[], ["n/a"]])
def test_nothing_rated_has_no_days(written, row):
    found = quality(written({"palm_left": row}))
    assert (found.first_day, found.days_rated, found.days_possible) == (None, 0, 0)


def test_a_period_before_the_diary_holds_nothing(written, first):
    found = quality(written({"palm_left": [5] * 3}), None, first - timedelta(1))
    assert (found.first_day, found.days_possible) == (None, 0)


@pytest.mark.parametrize(
    ("row", "gap"),
    [
        ([5, None, None, 5, None, 5], 2),
        ([5, 5, 5], 0),
        ([5], 0),
        ([5, "n/a", None, 5, None], 2),
        ([None, None, None, 5, None, 5], 1),
    ],
)
def test_the_longest_gap_lies_between_the_first_and_the_last_rating(written, row, gap):
    assert quality(written({"palm_left": row})).longest_gap == gap


def test_a_day_with_any_region_rated_ends_a_gap(written):
    rows = {"palm_left": [5, None, None, None, 5], "scalp": [None, None, 4]}
    assert quality(written(rows)).longest_gap == 1


def test_a_period_asked_for_has_gaps_at_its_ends_as_well(written, first):
    snapshot = written({"palm_left": [5, 5, None, 5, 5, None, None, 5]})
    assert quality(snapshot, first + timedelta(1), first + timedelta(19)).longest_gap == 12


def window(days, possible):
    return Window(FIRST, FIRST + timedelta(possible - 1), days, possible, 5.0)


def test_missing_days_are_a_share_of_those_possible():
    assert missing_share(window(12, 20)) == 0.4
    assert missing_share(window(28, 28)) == 0.0


@pytest.mark.parametrize(
    ("before", "now", "differ"), [(20, 15, False), (20, 14, True), (14, 20, True), (19, 14, False)]
)
def test_more_than_25_points_of_difference_in_missing_days_count(before, now, differ):
    assert missing_differs(window(before, 20), window(now, 20)) is differ


# ---- The line ------------------------------------------------------------------------------------


def test_the_line_names_both_windows_and_what_was_planned(written):
    row = [None, *[8] * 13, *[4] * 42, None, *[4] * 13]
    diary = written({"palm_left": row, "upper_back": [5] * 70}, {"palm_left": range(14, 70, 7)})
    assert str(quality_line(progress(diary), (15, 17))) == (
        "Baseline 3 Mar – 15 Mar 2026 (13 of 13 days rated) · now 13 Apr – 10 May 2026 (27 of 28"
        " days) · 15 of 17 planned sessions"
    )
    assert str(quality_line(progress(diary))).endswith(" · 8 sessions")
    assert unmarked(quality_line(progress(diary), (15, 17))) == []


def test_the_line_takes_the_region_treated_first(written):
    rows = {"palm_left": [9] * 70, "sole_left": [5] * 70}
    diary = written(rows, {"palm_left": [30, 40], "sole_left": [20, 40]})
    assert str(quality_line(progress(diary))).startswith(
        "Baseline 2 Mar – 21 Mar 2026 (20 of 20 days rated)"
    )


def test_a_line_so_far_and_one_across_the_new_year(written):
    # Day 300 after 2 March is 27 December.
    diary = written({"palm_left": [8] * 310}, {"palm_left": [300]})
    assert str(quality_line(progress(diary))) == (
        "Baseline 29 Nov – 26 Dec 2026 (28 of 28 days rated) · so far 27 Dec 2026 – 5 Jan 2027"
        " (10 of 10 days) · 1 session"
    )


def test_without_a_comparison_the_line_is_of_the_whole_diary(written):
    assert str(quality_line(progress(written({"palm_left": [5, None, 5]})))) == (
        "2 Mar – 4 Mar 2026 (2 of 3 days rated) · 0 sessions"
    )
    assert str(quality_line(progress(written({})))) == "no day rated · 0 sessions"
    assert str(quality_line(progress(written({"palm_left": [5]})))) == (
        "2 Mar 2026 (1 day rated) · 0 sessions"
    )


def test_a_region_without_a_mean_on_both_sides_gives_no_windows(written):
    # The sole is treated first, but only 3 days of it are rated before.
    rows = {"sole_left": [None] * 17 + [5] * 53, "palm_left": [9] * 70}
    diary = written(rows, {"sole_left": [20, 40], "palm_left": [30, 40]})
    assert str(quality_line(progress(diary))).startswith(
        "Baseline 4 Mar – 31 Mar 2026 (28 of 28 days rated)"
    )
    alone = written({"sole_left": rows["sole_left"]}, {"sole_left": [20, 40]})
    assert str(quality_line(progress(alone))) == (
        "19 Mar – 10 May 2026 (53 of 53 days rated) · 2 sessions"
    )


def test_a_chosen_baseline_counts_from_the_first_rating_of_the_diary_on(written, first):
    choice = BaselineChoice("palm_left", first - timedelta(300), first + timedelta(10))
    diary = written({"palm_left": [8] * 70}, {"palm_left": [14]}, baseline=(choice,))
    assert str(quality_line(progress(diary))).startswith(
        "Baseline 2 Mar – 12 Mar 2026 (11 of 11 days rated)"
    )


def test_one_planned_session_is_one(written):
    found = progress(written({"palm_left": [5]}))
    assert str(quality_line(found, (0, 1))).endswith(" · 0 of 1 planned session")
    assert str(quality_line(found, (1, 2))).endswith(" · 1 of 2 planned sessions")


def test_when_days_were_entered_and_the_longest_gap(first):
    ways = (("same_day",), ("late",), ("imported",), (), (), ("same_day",))
    found = entry_line(quality(entered(first, *ways)))
    assert str(found) == (
        "Days entered on the day itself: 2 of 3 · longest gap without a rating: 2 days"
    )
    assert unmarked(found) == []
    imported = entry_line(quality(entered(first, ("imported",), (), ("imported",))))
    assert str(imported) == "Longest gap without a rating: 1 day"
    assert unmarked(imported) == []
    longer = entry_line(quality(entered(first, ("imported",), (), (), ("imported",))))
    assert str(longer) == "Longest gap without a rating: 2 days"
    one = entry_line(quality(entered(first, ("same_day",), (), ("late",))))
    assert (
        str(one) == "Days entered on the day itself: 1 of 2 · longest gap without a rating: 1 day"
    )
    for each in (longer, one):
        assert unmarked(each) == []
    assert entry_line(quality(entered(first))) is None


def test_planned_sessions_of_all_courses_are_counted_up_to_today(written, first):
    days = tuple(str(first + timedelta(number)) for number in (10, 12, 14, 16))
    palms = Course("Palms", ("palm_left",), "induction", planned_days=days, id="p")
    weekly = Course("Soles", ("sole_left",), "maintenance", starts=first, interval_days=7, id="s")
    by_need = Course("Forehead", ("forehead",), "maintenance", id="f")
    unreadable = Course("Old", ("scalp",), "induction", planned_days=("now and then",), id="o")
    sessions = {"palm_left": [10, 12], "sole_left": [0, 7]}
    diary = written({}, sessions, course=(palms, weekly, by_need, unreadable))
    # Palms: 10, 12 done, 14 missed. Soles: 0, 7 done, 14 due.
    assert sessions_planned(diary, first + timedelta(14)) == (4, 6)
    assert sessions_planned(written({}, sessions, course=(by_need,)), first) is None
    assert sessions_planned(written({}), first) is None
