"""Means of weeks: counted from the first session, four rated days at least, gaps left as gaps."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.phases import phases_of_region, session_days
from model.analysis.smooth import lowess
from model.analysis.weeks import bins, running_means, smooth_lines, stretches, weekly_means
from model.records.day import Rating
from model.records.snapshot import RatingColumns, day_number, snapshot_of
from model.records.treatment import Session


def test_no_week_lies_on_both_sides_of_the_first_session(written, first):
    # First session on day 10: weeks begin on day 10 - 14 = -4, 3, 10, 17.
    weeks = weekly_means(written({"palm_left": [5] * 20}, {"palm_left": [10]}), "palm_left")
    assert [week.starts for week in weeks] == [first + timedelta(n) for n in (-4, 3, 10, 17)]
    assert [week.phase for week in weeks] == ["before", "before", "induction", "induction"]
    assert [week.days for week in weeks] == [3, 7, 7, 3]


def test_a_week_is_cut_short_where_induction_ends_and_counted_anew(written, first):
    # Sessions on days 7 to 18: the 12th ends induction on day 18, in the middle of a week.
    weeks = weekly_means(written({"palm_left": [5] * 30}, {"palm_left": range(7, 19)}), "palm_left")
    spans = [((w.starts - first).days, (w.ends - first).days, w.phase) for w in weeks]
    assert spans == [
        (0, 6, "before"),
        (7, 13, "induction"),
        (14, 18, "induction"),
        (19, 25, "maintenance"),
        (26, 32, "maintenance"),
    ]


def test_a_mean_needs_four_rated_days(written):
    # 8 + 6 + 4 + 2 = 20, 20 / 4 = 5; three days give none, zeros are days.
    rows = [8, None, 6, None, 4, "n/a", 2, 9, 9, 9, None, None, None, None, 0, 0, 0, 0]
    weeks = weekly_means(written({"palm_left": rows}), "palm_left")
    assert [(week.days, week.mean) for week in weeks] == [(4, 5.0), (3, None), (4, 0.0)]


def test_an_untreated_region_is_counted_from_the_session_of_another(written, first):
    rows = {"scalp": [5] * 20, "palm_left": [5] * 20}
    weeks = weekly_means(written(rows, {"palm_left": [10]}), "scalp")
    assert weeks[2].starts == first + timedelta(10)


def test_without_sessions_weeks_are_counted_from_the_first_rating(written, first):
    weeks = weekly_means(written({"palm_left": [None, None, *[5] * 9]}), "palm_left")
    assert [week.starts for week in weeks] == [first + timedelta(2), first + timedelta(9)]
    assert {week.phase for week in weeks} == {"before"}


def test_a_region_that_was_never_rated_has_no_weeks(written):
    assert weekly_means(written({"palm_left": [5]}), "scalp") == ()
    assert weekly_means(written({"palm_left": ["n/a"] * 9}, {"palm_left": [3]}), "palm_left") == ()


def test_four_weeks_together_need_sixteen_rated_days(written):
    snapshot = written({"palm_left": [5] * 16 + [None] * 12 + [5] * 15 + [None] * 13 + [5]})
    assert [week.mean for week in weekly_means(snapshot, "palm_left", 28)] == [5.0, None, None]


def test_quartiles_are_those_of_the_rated_days(written):
    # Sorted 1, 2, 2, 4, 6, 8, 9: the lower quartile is the 2nd of 7 (share 0.25 reached at 2/7),
    # the upper the 6th (0.75 reached at 6/7).
    snapshot = written({"palm_left": [9, 1, 2, 8, 2, 6, 4]})
    windows = phases_of_region(snapshot, "palm_left", session_days(snapshot))
    found = bins(snapshot, "palm_left", 7, windows)
    assert (found.low.tolist(), found.high.tolist()) == ([2.0], [8.0])


def parted(snapshot, region="palm_left"):
    """Return rated days, severities and windows of a region."""
    return *snapshot.rated(region), phases_of_region(snapshot, region, session_days(snapshot))


def by_day(line, first):
    """Return the values of a line by the day that they stand at; gaps and breaks are left out."""
    pairs = zip((line[0] - day_number(first)).tolist(), line[1].tolist(), strict=True)
    return {day: value for day, value in pairs if not np.isnan(value)}


def test_treatment_that_is_taken_up_again_parts_the_days_anew(written, first):
    # Sessions on days 10 to 16 and, more than 35 days later, from day 80: two inductions of 28.
    sessions = {"palm_left": [10, 12, 14, 16, 80, 82]}
    snapshot = written({"palm_left": [5] * 120}, sessions)
    *_, windows = parted(snapshot)
    start = day_number(first)
    found = [
        (a - start, b - start, phase) for a, b, phase in stretches(windows, start, start + 119)
    ]
    assert found == [(0, 9, 0), (10, 37, 1), (38, 79, 2), (80, 107, 1), (108, 119, 2)]
    weeks = weekly_means(snapshot, "palm_left")
    starts = [(week.starts - first).days for week in weeks]
    assert {10, 38, 80, 108} <= set(starts)
    for week in weeks:
        for border in (10, 38, 80, 108):
            assert not (week.starts - first).days < border <= (week.ends - first).days
    assert len({int(part) for part in bins(snapshot, "palm_left", 7, windows).stretch}) == 5


def test_a_running_mean_takes_no_day_from_beyond_a_border(written, first):
    # 9 before, 3 in induction (12 sessions on days 10 to 21), 1 after: no mean lies between.
    rows = {"palm_left": [9] * 10 + [3] * 12 + [1] * 10}
    snapshot = written(rows, {"palm_left": range(10, 32)})
    line = running_means(*parted(snapshot))
    assert by_day(line, first) == dict(enumerate(rows["palm_left"]))
    assert np.flatnonzero(np.isnan(line[0])).tolist() == [10, 23]


def test_a_running_mean_needs_four_of_its_seven_days(written, first):
    # Day 3 sees days 0 to 6: 8 + 6 + 4 + 2 = 20 by four; every other day sees three at most.
    snapshot = written({"palm_left": [8, None, 6, None, 4, "n/a", 2, None, None, None]})
    assert by_day(running_means(*parted(snapshot)), first) == {3: 5.0}


def test_a_region_that_was_never_rated_has_no_lines(written):
    found = parted(written({"palm_left": [5]}), "scalp")
    assert [len(part) for part in (*running_means(*found), *smooth_lines(*found))] == [0] * 4


MONDAY = date(2026, 3, 2)


def diary(row, session):
    """Return a diary of one region with one session; a fixture would outlive the examples."""
    columns = RatingColumns.empty()
    for day, severity in enumerate(row):
        if severity is not None:
            columns.append(Rating(MONDAY + timedelta(day), "palm_left", severity))
    at = datetime(2026, 3, 2, 19, tzinfo=UTC) + timedelta(session)
    return snapshot_of(columns, {"session": (Session(at, ("palm_left",), ("hand_tray",)),)})


@given(st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=60), st.integers(0, 60))
def test_a_running_mean_lies_among_the_days_that_it_is_of(row, session):
    snapshot = diary(row, session)
    days, severities, windows = parted(snapshot)
    line = running_means(days, severities, windows)
    border = session if session < len(row) else None
    for day, mean in by_day(line, MONDAY).items():
        near = [
            value
            for at, value in enumerate(row)
            if value is not None and abs(at - day) <= 3
            and (border is None or (at < border) == (day < border))
        ]  # fmt: skip
        assert min(near) <= mean <= max(near)


def test_the_smooth_line_is_lowess_of_one_phase(written, first):
    # 40 days before, 20 of induction: 21 of 40 days and 21 of 20, that is all, are one line's.
    row = [(3 * day) % 8 for day in range(60)]
    found = by_day(smooth_lines(*parted(written({"palm_left": row}, {"palm_left": [40]}))), first)
    for begin, end in ((0, 40), (40, 60)):
        days = np.arange(begin, end, dtype=float)
        share = min(1.0, 21 / (end - begin))
        expected = lowess(days, np.array(row[begin:end], float), share)
        assert [found[day] for day in range(begin, end)] == pytest.approx(expected.tolist())


def test_the_smooth_line_breaks_where_a_week_was_not_rated(written, first):
    rows = {"palm_left": [5] * 20 + [None] * 7 + [5] * 20 + [None] * 6 + [5] * 9}
    x, y = smooth_lines(*parted(written(rows)))
    gaps = np.flatnonzero(np.isnan(y))
    assert [int(x[at - 1]) - day_number(first) for at in gaps] == [19, 61]
    few = smooth_lines(*parted(written({"palm_left": [5] * 4})))
    assert len(few[0]) == 0
