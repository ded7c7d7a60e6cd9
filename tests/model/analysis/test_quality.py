"""Days rated of days possible, and the share entered on the day itself."""

from datetime import timedelta

import pytest

from model.analysis.quality import quality
from model.records.day import Rating
from model.records.snapshot import RatingColumns, snapshot_of


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
