"""Sessions and dose as bars: done within planned, dose below, longer spans in wider bars."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from matplotlib.collections import PolyCollection

from model.charts.doses import DosesChart, description, table
from model.charts.live import drawn as drawn_once
from model.records.snapshot import day_number
from model.records.treatment import Course, Session
from tests.model.charts.conftest import shown_on_canvas, view_of, words_of

PALM = "palm_left"


@pytest.fixture
def treated(drawn, first):
    """Write a diary from a Monday on: sessions as (day, mA or None, region)."""

    def write(days, sessions, **records):
        midnight = datetime(first.year, first.month, first.day, 19, tzinfo=UTC)
        done = tuple(
            Session(
                midnight + timedelta(day), (region,),
                ("hand_tray" if region == PALM else "foot_tray",), ma, 20.0, id=f"s{number}",
            )
            for number, (day, ma, region) in enumerate(sessions)
        )  # fmt: skip
        return view_of(drawn({PALM: [5] * days}, session=done, **records))

    return write


@pytest.fixture
def four_weeks(treated, first):
    """Three, two, no and one session of four times three planned; the last without mA."""
    plan = Course(
        "", (PALM,), "induction", None, first, first + timedelta(27), ("mon", "wed", "fri"), id="c"
    )
    sessions = [(0, 10.0), (2, 10.0), (4, 12.0), (7, 10.0), (9, None), (21, None)]
    return treated(28, [(day, ma, PALM) for day, ma in sessions], course=(plan,))


def words(view, region="", **look):
    return words_of(drawn_once(DosesChart, view, region, **look))


def live(view, region="", size=(7, 3)):
    return shown_on_canvas(DosesChart, view, region, size)


def boxes(view, region=""):
    """Return the heights of the bars of dose and of sessions, relative to the highest of them."""
    axes = drawn_once(DosesChart, view, region).axes[0]
    found = []
    for bars in (each for each in axes.collections if isinstance(each, PolyCollection)):
        tall = [float(np.ptp(path.vertices[:, 1])) for path in bars.get_paths()]
        found.append([height / max(tall) for height in tall])
    return found


def test_a_week_is_a_row_with_done_planned_and_dose(four_weeks, first):
    rows = table(four_weeks).rows
    monday = [first + timedelta(7 * week) for week in range(4)]
    assert [row[:2] for row in rows] == [(day, day + timedelta(6)) for day in monday]
    assert [row[3] for row in rows] == [3, 2, 0, 1]
    assert [row[4:6] for row in rows] == [(3, 3), (2, 3), (0, 3), (1, 3)]
    # 20 min x (10 + 10 + 12) mA; one of two stated; none done; none stated.
    assert [row[6] for row in rows] == [640, 200, 0, None]
    assert [row[7] for row in rows] == [0, 1, 0, 1]


def test_bars_are_as_high_as_what_they_stand_for(four_weeks):
    dose, sessions = boxes(four_weeks)
    assert sessions == pytest.approx([1, 2 / 3, 1 / 3])
    assert dose == pytest.approx([1, 200 / 640])


def test_weeks_without_a_stated_dose_have_a_mark_and_a_key(four_weeks, first):
    lines = drawn_once(DosesChart, four_weeks).axes[0].lines
    (marks,) = [
        each for each in lines if each.get_marker() == "o" and min(each.get_xdata(), default=0) > 0
    ]
    middles = [day_number(first) + 7 * week + 3 for week in (1, 3)]
    assert list(marks.get_xdata()) == middles
    assert "mA or minutes not stated" in words(four_weeks)


def test_without_a_plan_nothing_is_said_of_one(treated):
    view = treated(28, [(day, 10.0, PALM) for day in range(0, 28, 3)])
    found = words(view)
    assert not any("planned" in text or "stated" in text for text in found)
    assert "sessions: 10, 2 Mar 2026 – 29 Mar 2026 (2.5 per whole week)" in found
    assert [row[4:6] for row in table(view).rows] == [(None, None)] * 4


def test_title_units_and_counts_are_named(four_weeks):
    found = words(four_weeks)
    for text in (
        "Sessions and dose",
        "Sessions a week",
        "Dose a week, mA × min as the device displayed",
        "planned sessions done: 6 of 12; in all: 6, 2 Mar 2026 – 29 Mar 2026 (1.5 per whole week)",
    ):
        assert text in found
    assert "Left palm: sessions and dose" in words(four_weeks, PALM)


def test_a_region_counts_its_own_sessions(treated):
    mixed = [(day, 10.0, PALM if day % 2 else "sole_left") for day in range(28)]
    view = treated(28, mixed)
    assert sum(row[3] for row in table(view).rows) == 28
    assert sum(row[3] for row in table(view, PALM).rows) == 14
    assert str(description(view, PALM)).startswith(
        "Left palm: sessions and dose: sessions: 14, 2 Mar"
    )


@pytest.mark.parametrize(
    ("weeks", "width", "unit"),
    [(80, 1, "Sessions a week"), (81, 4, "Sessions in 4 weeks"), (330, 13, "Sessions in 13 weeks")],
)
def test_longer_diaries_have_wider_bars_with_their_sums(treated, weeks, width, unit):
    view = treated(
        7 * weeks, [(7 * week + day, 10.0, PALM) for week in range(weeks) for day in (1, 4)]
    )
    rows = table(view).rows
    assert len(rows) == -(-weeks // width)
    assert rows[0][2:4] == (width, 2 * width)
    assert rows[0][6] == 2 * width * 200
    assert sum(row[3] for row in rows) == 2 * weeks
    assert unit in words(view)


def test_a_stretch_of_days_shows_its_weeks_alone(treated, first):
    view = treated(7 * 100, [(7 * week, 10.0, PALM) for week in range(100)])
    chosen = replace(view, span=(first + timedelta(70), first + timedelta(90)))
    rows = table(chosen).rows
    assert [row[0] for row in rows] == [first + timedelta(7 * week) for week in (10, 11, 12)]
    axes = drawn_once(DosesChart, chosen).axes[0]
    low, high = axes.get_xlim()
    assert day_number(first) + 69 < low < day_number(first) + 70
    assert day_number(first) + 90 < high < day_number(first) + 92


def test_a_stretch_without_a_session_says_so(treated, first):
    view = treated(100, [(day, 10.0, PALM) for day in (0, 7, 14)])
    chosen = replace(view, span=(first + timedelta(60), first + timedelta(69)))
    assert words(chosen) == ["No session from 1 May 2026 to 10 May 2026, none planned."]


def test_the_pointer_reads_the_week_under_it(four_weeks):
    chart, canvas = live(four_weeks)
    axes = canvas.figure.axes[0]
    day = day_number(four_weeks.snapshot.first_day)
    said = []
    for at in (day + 3, day + 10, day + 24, day - 0.7):
        x, y = axes.transData.transform((at, 5))
        said.append(str(chart.at(x, y)))
    assert said == [
        "2 Mar 2026 – 8 Mar 2026: sessions: 3; planned sessions done: 3 of 3; 640 mA × min",
        "9 Mar 2026 – 15 Mar 2026: sessions: 2; planned sessions done: 2 of 3; 200 mA × min; mA or"
        " minutes not stated: 1",
        "23 Mar 2026 – 29 Mar 2026: sessions: 1; planned sessions done: 1 of 3; mA or minutes not"
        " stated: 1",
        "None",
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (28, "sessions: 8, 2 Mar 2026 – 29 Mar 2026 (2.0 per whole week)"),
        (29, "sessions: 10, 2 Mar 2026 – 30 Mar 2026 (2.0 per whole week)"),
        (34, "sessions: 10, 2 Mar 2026 – 4 Apr 2026 (2.0 per whole week)"),
        (35, "sessions: 10, 2 Mar 2026 – 5 Apr 2026 (2.0 per whole week)"),
    ],
)
def test_a_week_that_has_only_begun_is_left_out_of_the_rate(treated, days, said):
    # Two sessions on each Monday, the last on day 28.
    mondays = [day for day in range(0, min(days, 29), 7) for _ in range(2)]
    view = treated(days, [(day, 10.0, PALM) for day in mondays])
    assert said in words(view)
    rates = "2.0 a week in the first half of these weeks and 2.0 in the second"
    assert rates in str(description(view))


def test_a_week_begun_within_a_bar_of_more_weeks_is_left_out_as_well(treated):
    # 82 weeks of two sessions, one Monday more: the last bar holds two whole weeks and a day.
    mondays = [7 * week for week in range(83) for _ in range(2)]
    view = treated(7 * 82 + 1, [(day, 10.0, PALM) for day in mondays])
    assert table(view).rows[-1][2:4] == (3, 6)
    assert "sessions: 166, 2 Mar 2026 – 27 Sep 2027 (2.0 per whole week)" in words(view)


def test_a_dose_is_a_whole_number_in_the_table_as_under_the_pointer(treated):
    view = treated(28, [(0, 10.125, PALM), (8, 10.0, PALM), (15, 0.01, PALM)])
    assert [repr(row[6]) for row in table(view).rows] == ["202", "200", "0.2", "0"]
    chart, canvas = live(view)
    day = day_number(view.snapshot.first_day)
    said = str(chart.at(*canvas.figure.axes[0].transData.transform((day + 3, 5))))
    assert said.endswith("; 202 mA × min")


def test_the_description_tells_how_the_rate_changed(four_weeks):
    assert str(description(four_weeks)) == (
        "Sessions and dose: planned sessions done: 6 of 12; in all: 6, 2 Mar 2026 – 29 Mar"
        " 2026 (1.5 per whole week); 2.5 a week in the first half of these weeks and 0.5 in the"
        " second; on average 210 mA × min a session (sessions that state it: 4)."
    )


def test_too_little_is_a_sentence_without_a_frame(drawn, treated):
    empty = view_of(drawn({}))
    assert words(empty) == ["No session has been entered yet."]
    assert words(empty, PALM) == ["Left palm: no session has treated it yet."]
    two_days = treated(2, [(0, 10.0, PALM), (1, 10.0, PALM)])
    sentence = "Sessions so far: 2; the chart needs 3 calendar weeks."
    assert words(two_days) == [sentence]
    assert str(description(two_days)) == sentence


def test_dose_never_looks_like_zero_where_none_was_stated(treated):
    view = treated(28, [(day, None, PALM) for day in range(0, 28, 3)])
    assert [row[6] for row in table(view).rows] == [None] * 4
    said = str(description(view))
    assert "on average" not in said
    assert "mA × min" not in said


def test_a_switch_of_region_gives_the_picture_of_a_full_draw(treated):
    view = treated(28, [(day, 10.0, PALM if day % 2 else "sole_left") for day in range(28)])
    chart, canvas = live(view)
    for region in (PALM, "sole_left", ""):
        chart.show(view, region)
        chart.redraw()
    canvas.draw()
    _, other = live(view)
    one, two = (np.asarray(each.buffer_rgba()) for each in (canvas, other))
    assert np.array_equal(one, two)


def test_texts_are_in_the_readers_language(four_weeks):
    german = {"planned": "geplant", "Sessions a week": "Sitzungen je Woche"}
    found = words(four_weeks, translate=lambda context, text: german.get(text, text))
    assert {"geplant", "Sitzungen je Woche"} <= set(found)


def test_one_week_and_a_small_dose_are_said_as_they_are(treated, first):
    view = treated(28, [(0, 0.01, PALM), (8, 10.0, PALM), (15, 10.0, PALM)])
    week = replace(view, span=(first, first + timedelta(6)))
    said = str(description(week, PALM))
    assert "sessions: 1, 2 Mar 2026 – 8 Mar 2026; on average" in said
    assert "on average 0.2 mA × min a session (sessions that state it: 1)" in said
