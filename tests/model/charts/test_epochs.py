"""Periods of constant settings as a chart: rows by time, figures beside them, short ones apart."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from model.charts.epoch_rows import shown
from model.charts.epochs import EpochsChart, description, table
from model.charts.live import drawn as drawn_once
from model.charts.periods import numbered
from model.charts.style import LIGHT
from model.records.treatment import Course, Reaction, Session
from tests.model.charts.conftest import pixels, shown_on_canvas, view_of, words_of

PALM = "palm_left"
SESSIONS = [
    *((day, 8) for day in range(28, 88, 3)),
    *((day, 15) for day in range(88, 118, 3)),
    (118, 20),
]


@pytest.fixture
def treated(drawn, first):
    """Write a diary of the left palm: severities by day, sessions as (day, mA)."""

    def write(severities, sessions, **records):
        midnight = datetime(first.year, first.month, first.day, 19, tzinfo=UTC)
        done = tuple(
            Session(
                midnight + timedelta(day), (PALM,), ("hand_tray",), float(ma), 20.0, id=f"s{day}"
            )
            for day, ma in sessions
        )
        return view_of(drawn({PALM: severities}, session=done, **records))

    return write


@pytest.fixture
def two_currents(treated):
    """Four weeks before; 8 mA for 60 days with severity 6, 15 mA for 30 with 3; then 3 days."""
    rows = [8] * 28 + [6] * 60 + [3] * 30 + [1] * 6
    return treated(rows, SESSIONS)


def words(view, region=PALM, **look):
    return words_of(drawn_once(EpochsChart, view, region, **look))


def live(view, region=PALM, size=(7, 4)):
    return shown_on_canvas(EpochsChart, view, region, size)


def test_rows_stand_in_the_order_of_time_with_dates_and_settings(two_currents):
    named = [text for text in words(two_currents) if "Hand trays" in text]
    assert named == [
        "30 Mar – 28 May 2026  Hand trays, 8 mA, 20 min, 2.5 sessions a week",
        "29 May – 27 Jun 2026  Hand trays, 15 mA, 20 min, 2.5 sessions a week",
        "28 Jun – 3 Jul 2026  Hand trays, 20 mA, 20 min",
    ]


def test_the_lowest_mean_is_first_and_a_short_period_has_no_rank(two_currents):
    ranks = [row[-1] for row in table(two_currents, PALM).rows]
    assert [str(rank) for rank in ranks] == ["2", "1", "too short"]
    found = words(two_currents)
    assert "too short" in found
    assert "Rank 1: lowest mean. Too short to rank: under 14 days or 4 sessions." in found


def test_ranked_means_are_filled_and_others_hollow(two_currents):
    lines = drawn_once(EpochsChart, two_currents, PALM).axes[0].lines
    marks = {
        line.get_markerfacecolor(): list(line.get_xdata())
        for line in lines
        if line.get_marker() == "o" and min(line.get_xdata(), default=-1) >= 0  # not the keys
    }
    # 6, then 3; the short period has six days of 1.
    assert marks[LIGHT.mean] == [6, 3]
    assert marks[LIGHT.background] == [1]


def test_the_key_names_what_is_drawn_and_nothing_else(treated, two_currents):
    def keys(view):
        wanted = ("mean of", "middle half", "not ranked")
        return [text for text in words(view) if text.startswith(wanted)]

    firm, band, hollow = "mean of the period", "middle half of the days", "not ranked"
    assert sorted(keys(two_currents)) == [firm, band, hollow]
    assert sorted(keys(treated([8] * 28 + [6] * 60 + [3] * 30, SESSIONS[:-1]))) == [firm, band]
    single = treated([5] * 40, [(day, 8) for day in range(0, 40, 4)])
    assert sorted(keys(single)) == ["mean of the period, not ranked", band]
    lines = drawn_once(EpochsChart, single, PALM).axes[0].lines
    shown = [line for line in lines if line.get_visible() and len(line.get_xdata())]
    assert not any(line.get_color() == LIGHT.mean for line in shown)
    assert not any(line.get_color() == LIGHT.dot for line in shown)


def test_every_figure_of_a_period_is_in_the_table(treated, first):
    redness = Reaction("redness", 1, first + timedelta(34), None, PALM, "s34", id="r")
    plan = Course(
        "", (PALM,), "induction", None, first + timedelta(28), first + timedelta(49), (), 3, id="c"
    )
    view = treated(
        [8] * 28 + [4] * 13 + [None] + [6] * 8,
        [(day, 8) for day in (28, 31, 34, 37, 40, 43)],
        reaction=(redness,),
        course=(plan,),
    )
    (row,) = table(view, PALM).rows
    begins, ends = first + timedelta(28), first + timedelta(49)
    assert row[:3] == (begins, ends, 22)
    # Six sessions, days rated 21 of 22, all in the induction of 28 days.
    assert (row[4], row[6], row[7]) == (6, 21, 21)
    # 13 days of 4 and 8 of 6: 100 / 21; a quarter is 4, three quarters 6.
    assert row[8:12] == (pytest.approx(100 / 21), 4, 4, 6)
    assert (row[12], str(row[13])) == (1, "mostly induction")
    found = words(view)
    for figure in ("4.8", "21", f"6 / {row[5]}", "rated days in an induction: 21"):
        assert figure in found


def test_of_many_periods_the_latest_dozen_is_drawn_and_the_table_holds_all(treated):
    sessions = [(day, 5 + 4 * (day // 16 % 2)) for day in range(0, 240, 4)]
    view = treated([5] * 240, sessions)
    assert len(table(view, PALM).rows) == 15
    found = words(view)
    assert sum("Hand trays" in text for text in found) == 12
    assert "Earlier periods, in the table only: 3." in found
    assert any(text.startswith("12 Oct – 27 Oct 2026") for text in found)


def test_the_chart_grows_with_its_rows(two_currents, treated):
    one = treated([8] * 28 + [6] * 60, SESSIONS[:20])
    grown = EpochsChart.height_of(two_currents, PALM) - EpochsChart.height_of(one, PALM)
    assert grown == 2 * 34
    assert drawn_once(EpochsChart, two_currents, PALM, size_inches=(7, 1)).get_size_inches()[1] > 2


def test_the_row_under_the_pointer_says_all_of_its_period(two_currents):
    chart, canvas = live(two_currents)
    axes = canvas.figure.axes[0]
    marks = [
        point
        for line in axes.lines
        if line.get_marker() == "o" and line.get_transform() == axes.transData
        for point in line.get_xydata()
    ]
    marks.sort(key=lambda point: -point[1])
    told = [str(chart.at(*axes.transData.transform(point))) for point in marks]
    assert [text.split(":")[0] for text in told] == [
        "30 Mar 2026 – 28 May 2026",
        "29 May 2026 – 27 Jun 2026",
        "28 Jun 2026 – 3 Jul 2026",
    ]
    assert "mean 3.0 of 10, middle half 3 to 3" in told[1]
    assert "rank by mean: 1" in told[1]
    assert "not ranked: too short" in told[2]


def test_the_description_compares_the_lowest_with_the_highest(two_currents):
    assert str(description(two_currents, PALM)) == (
        "Left palm, constant settings, periods: 3, sessions: 31, 30 Mar 2026 – 3 Jul 2026; of 2"
        " periods long enough to compare, 29 May 2026 – 27 Jun 2026 (Hand trays, 15 mA, 20 min,"
        " 2.5 sessions a week; mean 3.0 of 10, days rated: 30) had the lowest mean and 30 Mar 2026"
        " – 28 May 2026 (Hand trays, 8 mA, 20 min, 2.5 sessions a week; mean 6.0 of 10, days"
        " rated: 60) the highest."
    )


def test_periods_with_the_same_printed_mean_are_no_lowest_and_highest(treated):
    # 6.00 and 6.03: both are said as 6.0.
    view = treated([8] * 28 + [6] * 60 + [7] + [6] * 29, SESSIONS[:-1])
    said = str(description(view, PALM))
    assert "the 2 periods long enough to compare have the same mean, 6.0 of 10." in said
    assert "highest" not in said


def test_a_period_that_lies_in_the_induction_says_so_in_place_of_a_rank(treated):
    currents = [(day, 8 if day < 52 else 15) for day in range(28, 112, 3)]
    view = treated([8] * 28 + [6] * 84, currents)
    assert [str(row[-1]) for row in table(view, PALM).rows] == [
        "mostly induction",
        "only one to compare",
    ]
    found = words(view)
    assert "mostly induction" in found
    assert "too short" not in found
    assert "Left out of the comparison, because mostly in an induction: 1." in found
    without = treated([8] * 28 + [6] * 60, [*SESSIONS[:19], (86, 20)])
    assert not any("because mostly" in text for text in words(without))
    grown = EpochsChart.height_of(view, PALM) - EpochsChart.height_of(without, PALM)
    assert grown == 11, "a line more below as many rows"


def test_a_single_period_that_could_be_compared_has_no_rank(treated):
    view = treated([8] * 28 + [6] * 60, [*SESSIONS[:19], (86, 20)])
    assert [str(row[-1]) for row in table(view, PALM).rows] == ["only one to compare", "too short"]
    found = words(view)
    said = "No ranks: fewer than two periods can be compared (at least 14 days and 4 sessions)."
    assert said in found
    assert not any("Rank 1" in text for text in found)
    assert "only one to compare" in found
    _, canvas = live(view)
    lines = canvas.figure.axes[0].lines
    marks = [line for line in lines if line.get_marker() == "o" and len(line.get_xdata())]
    inside = [line for line in marks if line.get_transform() == canvas.figure.axes[0].transData]
    assert {line.get_markerfacecolor() for line in inside} == {LIGHT.background}, "hollow"


def test_a_doctor_finds_the_numbers_of_the_time_chart(treated):
    sessions = [(day, 5 + 4 * (day // 16 % 2)) for day in range(0, 240, 4)]
    view = treated([5] * 240, sessions)
    for_doctor = replace(view, for_doctor=True)
    lane = numbered(shown(for_doctor, PALM).epochs)
    plain, numbers = table(view, PALM), table(for_doctor, PALM)
    assert (numbers.head[0], numbers.head[1:]) == ("No.", plain.head)
    assert [row[1:] for row in numbers.rows] == list(plain.rows)
    assert [row[:2] for row in numbers.rows] == [(it.number, it.epoch.starts) for it in lane]
    named = [text for text in words(for_doctor) if "Hand trays" in text]
    assert [text.split("  ")[0] for text in named] == [f"No. {number}" for number in range(4, 16)]
    assert not any(text.startswith("No. ") for text in words(view) if "Hand" in text)
    chart, canvas = live(for_doctor)
    axes = canvas.figure.axes[0]
    marks = [line for line in axes.lines if line.get_transform() == axes.transData]
    points = [point for line in marks if line.get_marker() == "o" for point in line.get_xydata()]
    first = max(points, key=lambda point: point[1])
    told = str(chart.at(*axes.transData.transform(first)))
    assert told.startswith(f"No. 4, {table(view, PALM).rows[3][0].day} ")


def test_a_single_period_is_told_without_a_comparison(treated):
    view = treated([5] * 40, [(day, 8) for day in range(0, 40, 4)])
    said = str(description(view, PALM))
    assert "the latest with a mean is" in said
    assert "lowest" not in said


def test_too_little_is_a_sentence_without_a_frame(drawn, treated):
    assert words(view_of(drawn({}))) == [
        "Left palm: no session has treated it, so there are no settings to compare."
    ]
    two_days = treated([6, 5], [(0, 8)])
    sentence = (
        "Left palm: the chart needs 5 rated days with the same settings; so far there are at"
        " most 2."
    )
    assert words(two_days) == [sentence]
    assert str(description(two_days, PALM)) == sentence
    assert EpochsChart.height_of(two_days, PALM) is None


def test_a_switch_of_region_gives_the_picture_of_a_full_draw(two_currents, drawn, months):
    chart, canvas = live(two_currents)
    for region in ("scalp", PALM):
        chart.show(two_currents, region)
        chart.redraw()
    fresh, other = live(two_currents)
    assert np.array_equal(pixels(canvas), pixels(other))
    other_diary = view_of(months)
    chart.show(other_diary, PALM)
    canvas.draw()
    fresh, other = live(other_diary)
    assert np.array_equal(pixels(canvas), pixels(other))
    assert fresh is not chart


def test_long_settings_are_cut_to_the_width_and_whole_in_the_table(two_currents):
    narrow = [text for text in words(two_currents, size_inches=(4.2, 3)) if "Hand trays" in text]
    assert narrow[0].endswith("…")
    assert str(table(two_currents, PALM).rows[0][3]).endswith("2.5 sessions a week")


def test_texts_are_in_the_readers_language(two_currents):
    german = {"too short": "zu kurz", "Mar": "Mär", "Hand trays": "Handwannen"}
    found = words(two_currents, translate=lambda context, text: german.get(text, text))
    assert "zu kurz" in found
    assert any("30 Mär" in text and "Handwannen" in text for text in found)
