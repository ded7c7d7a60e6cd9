"""What the time chart shows, before a single pixel is drawn."""

from datetime import timedelta

import numpy as np
import pytest

from model.charts import CHARTS
from model.charts.live import drawn as picture
from model.charts.series import series
from model.charts.timeline import description, table
from model.records.person import BaselineChoice
from model.records.snapshot import day_number
from tests.model.charts.conftest import view_of


def days(found, column):
    return (column - day_number(found)).tolist()


def test_every_rated_day_is_a_dot_and_nothing_else_is(drawn, first):
    # Zero is a value; missing and not applicable are none.
    found = series(view_of(drawn({"palm_left": [0, None, "n/a", 7, 10]})), "palm_left")
    assert days(first, found.x) == [0, 3, 4]
    assert found.y.tolist() == [0, 7, 10]


def test_the_mean_line_breaks_at_the_borders_of_phases(drawn, first):
    # Sessions on days 14, 15 ...: before is days 0 to 13, induction 14 to 25, then maintenance.
    rows = {"palm_left": [8] * 14 + [4] * 12 + [1] * 14}
    found = series(view_of(drawn(rows, range(14, 40))), "palm_left")
    breaks = np.flatnonzero(np.isnan(found.mean_x)).tolist()
    assert breaks == [14, 27]
    assert days(first, np.delete(found.mean_x, breaks)) == list(range(40))
    # No mean is of both sides: each stays what it is up to the border.
    assert np.delete(found.mean_y, breaks).tolist() == rows["palm_left"]


def test_a_mean_is_of_the_seven_days_around_and_needs_four(drawn, first):
    # Day 3: (7 + 0 + 7) / 3 is too little; day 4: (7 + 0 + 7 + 2) / 4.
    found = series(
        view_of(drawn({"palm_left": [None, 7, 0, None, None, 7, None, 2, None, 3]})), "palm_left"
    )
    means = dict(zip(days(first, found.mean_x), found.mean_y.tolist(), strict=True))
    assert sorted(means) == list(range(1, 10))
    assert {day: mean for day, mean in means.items() if not np.isnan(mean)} == {4: 4.0}


def test_a_week_with_too_few_days_is_a_gap_in_the_line(drawn):
    found = series(view_of(drawn({"palm_left": [5] * 7 + [None] * 5 + [5] * 9})), "palm_left")
    # Around day 8 lie three rated days, 5 to 7 being the last with four; likewise before day 12.
    assert np.flatnonzero(np.isnan(found.mean_y)).tolist() == [7, 8, 9, 10, 11]


def test_the_axis_is_that_of_the_diary_for_every_region(drawn, first):
    found = series(view_of(drawn({"palm_left": [5] * 30, "scalp": [None] * 9 + [5] * 4})), "scalp")
    assert (found.first, found.last) == (day_number(first), day_number(first) + 29)


def test_two_sessions_of_a_day_are_one_tick_and_count_twice(drawn, first):
    snapshot = drawn({"palm_left": [5] * 30}, [10, 20])
    (done,) = (records for kind, records in snapshot.records.items() if kind == "session")
    snapshot.records["session"] = (*done, done[0])
    found = series(view_of(snapshot), "palm_left")
    assert days(first, found.sessions) == [10, 20]
    assert str(found.detail) == "30 of 30 days rated, sessions: 3"


def test_a_stretch_of_days_shows_only_what_lies_in_it(drawn, first):
    snapshot = drawn({"palm_left": [8] * 20 + [4] * 30}, range(20, 50, 5))
    found = series(view_of(snapshot, (first + timedelta(30), first + timedelta(39))), "palm_left")
    assert str(found.detail) == "10 of 10 days rated, sessions: 2"
    # The windows that are compared stay those of the diary.
    assert found.progress == series(view_of(snapshot), "palm_left").progress


def test_a_diary_of_twenty_years_is_shown_in_bins_of_four_weeks(drawn):
    row = [(day // 9) % 11 for day in range(7300)]
    found = series(view_of(drawn({"palm_left": row}, [60])), "palm_left")
    assert (found.width, len(found.mean_x) < 300) == (28, True)
    assert sum(len(run[0]) for run in found.band) == np.isfinite(found.mean_y).sum()
    for x, low, high in found.band:
        assert len(x) == len(low) == len(high)
        assert (low <= high).all()


def test_the_band_is_parted_where_days_are_missing(drawn):
    row = [5] * 600 + [None] * 200 + [5] * 600
    assert len(series(view_of(drawn({"palm_left": row})), "palm_left").band) == 2


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ([], "Left palm has not been rated yet."),
        (["n/a"] * 5, "Left palm has not been rated yet."),
        ([5], "Left palm was rated on 1 day; the chart needs 3."),
        ([5, 6], "Left palm was rated on 2 days; the chart needs 3."),
    ],
)
def test_too_little_to_draw_is_a_sentence(drawn, row, sentence):
    snapshot = drawn({"palm_left": row})
    assert str(series(view_of(snapshot), "palm_left").empty) == sentence
    assert str(description(view_of(snapshot), "palm_left")) == sentence


def test_the_trend_is_said_in_one_sentence(drawn):
    # Baseline 8 on 14 days, 4 in the last 28: 50 % less.
    snapshot = drawn({"palm_left": [8] * 14 + [4] * 56}, [14, 40, 60])
    assert str(description(view_of(snapshot), "palm_left")) == (
        "Left palm, 2 Mar 2026 to 10 May 2026: 70 of 70 days rated, sessions: 3; mean severity 8.0"
        " of 10 before the first session (days rated: 14) and 4.0 in the latest days (days rated:"
        " 28), 50 % less than before the first session."
    )


def test_without_sessions_the_sentence_says_the_mean(drawn):
    assert str(description(view_of(drawn({"scalp": [4, 5, 6]})), "scalp")) == (
        "Scalp, 2 Mar 2026 to 4 Mar 2026: 3 of 3 days rated, sessions: 0; mean severity 5.0 of 10."
    )


def test_the_table_has_the_weeks_of_the_chart(drawn, first):
    shown = table(view_of(drawn({"palm_left": [8] * 7 + [4] * 3}, [7, 8])), "palm_left")
    assert len(shown.head) == 5
    assert [row[2:] for row in shown.rows] == [(7, 8.0, 0), (3, None, 2)]
    assert shown.rows[0][0] == first


@pytest.mark.parametrize("chart", CHARTS.values(), ids=lambda chart: chart.id)
def test_every_chart_of_the_registry_draws_says_and_lists(chart, months, drawn):
    for snapshot in (months, drawn({}), drawn({"palm_left": [5, 6]})):
        view = view_of(snapshot)
        assert picture(chart.live, view, "palm_left").axes
        assert str(chart.description(view, "palm_left")).endswith(".")
        shown = chart.table(view, "palm_left")
        assert all(len(row) == len(shown.head) for row in shown.rows)
    assert chart.name


@pytest.mark.parametrize(
    ("days", "remark"),
    [
        (38, "So far: the induction still goes on."),
        (50, "Provisional: fewer than 10 rated days on one side."),
    ],
)
def test_a_trend_that_is_not_firm_yet_says_so(drawn, days, remark):
    # Sessions from day 14 on, so that induction ends on day 41: eight days after it are too few.
    snapshot = drawn({"palm_left": [8] * 14 + [4] * (days - 14)}, [14])
    said = str(description(view_of(snapshot), "palm_left"))
    assert said.endswith(f"before the first session. {remark}")


def test_the_words_for_a_stretch_of_days_tell_of_no_other_day(drawn, first):
    # 20 days of 8, 70 of 4: the last ten are all of 4, with the sessions of days 80 and 85. They
    # hold neither the baseline nor all of the latest 28 days: the change is not theirs to tell.
    snapshot = drawn({"palm_left": [8] * 20 + [4] * 70}, range(20, 90, 5))
    stretch = (first + timedelta(80), first + timedelta(89))
    assert str(description(view_of(snapshot, stretch), "palm_left")) == (
        "Left palm, 21 May 2026 to 30 May 2026: 10 of 10 days rated, sessions: 2; mean severity"
        " 4.0 of 10."
    )


def test_a_baseline_chosen_from_before_the_first_rating_is_told_too(drawn, first):
    choice = BaselineChoice("palm_left", first - timedelta(9), first + timedelta(11))
    rows = {"palm_left": [8] * 14 + [4] * 56}
    said = str(description(view_of(drawn(rows, [14], baseline=(choice,))), "palm_left"))
    assert "8.0 of 10 before the first session (days rated: 12)" in said
    assert said.endswith("before the first session. The patient chose the days of the baseline.")


def test_a_baseline_chosen_amid_the_treatment_is_not_called_the_time_before_it(drawn, first):
    # Treated, a pause of two months, treated again; the baseline is the end of the pause.
    choice = BaselineChoice("palm_left", first + timedelta(80), first + timedelta(113))
    rows = {"palm_left": [8] * 14 + [4] * 100 + [3] * 40}
    sessions = [*range(14, 54, 3), *range(114, 154, 3)]
    said = str(description(view_of(drawn(rows, sessions, baseline=(choice,))), "palm_left"))
    assert "mean severity 4.0 of 10 in the baseline chosen (days rated: 34) and 3.0 in" in said
    assert "before the first session" not in said
