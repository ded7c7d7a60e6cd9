"""Means of weeks: counted from the first session, four rated days at least, gaps left as gaps."""

from datetime import timedelta

from model.analysis.phases import phases_of_region, session_days
from model.analysis.weeks import bins, weekly_means


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
