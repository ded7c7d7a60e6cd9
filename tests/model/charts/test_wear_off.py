"""The days after a session as a chart: medians that are firm, those that are not, dry interval."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from matplotlib.backend_bases import ResizeEvent

from model.analysis.wear_off import CourseInterval, DryInterval
from model.charts.live import drawn as drawn_once
from model.charts.style import LIGHT
from model.charts.wear_off import WearOffChart, description, table
from model.charts.wear_off_curve import (
    courses_in_words,
    interval_in_short,
    interval_in_words,
    shown,
)
from model.records.person import WetAgain
from model.records.treatment import Course, Session
from tests.model.charts.conftest import pixels, shown_on_canvas, view_of, words_of

PALM = "palm_left"
INDUCTION = range(0, 24, 2)  # twelve sessions: the induction ends on day 22


@pytest.fixture
def weekly(drawn):
    """An induction, then a session every week whose days are rated 1 1 2 3 4 5 6."""
    rows = [7] * 24 + [1, 1, 2, 3, 4, 5, 6] * 6
    return view_of(drawn({PALM: rows, "scalp": [5] * len(rows)}, [*INDUCTION, *range(24, 66, 7)]))


def words(view, region=PALM, **look):
    return words_of(drawn_once(WearOffChart, view, region, **look))


def live(view, region=PALM, size=(7, 2.6)):
    return shown_on_canvas(WearOffChart, view, region, size)


def line(view, look, region=PALM):
    """Return the data of the one line within the axes whose marks have a face of this colour."""
    lines = drawn_once(WearOffChart, view, region).axes[0].lines
    inside = [each for each in lines if each.get_transform() == each.axes.transData]
    (found,) = [
        each for each in inside if each.get_marker() == "o" and each.get_markerfacecolor() == look
    ]
    return np.asarray(found.get_xdata()).tolist(), np.asarray(found.get_ydata()).tolist()


def test_the_line_goes_through_the_median_of_every_day(weekly):
    days, medians = line(weekly, LIGHT.mean)
    assert days[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert medians[:7] == [1, 1, 2, 3, 4, 5, 6]
    assert np.isnan(medians[7:]).all()


def test_days_with_fewer_than_three_values_are_hollow_and_not_joined(drawn):
    # Two intervals of nine days: days 7 and 8 have two values each.
    rows = [7] * 24 + [1, 1, 2, 3, 4, 5, 6] * 3 + [1, 1, 2, 3, 4, 5, 6, 7, 8] * 2
    view = view_of(drawn({PALM: rows}, [*INDUCTION, 24, 31, 38, 45, 54]))
    _, medians = line(view, LIGHT.mean)
    assert np.isnan(medians[7:]).all()
    assert line(view, LIGHT.background) == ([7, 8], [7, 8])
    few = [str(row[5]) for row in table(view, PALM).rows[:9]]
    assert few == [""] * 7 + ["rated on fewer than 3 days"] * 2


def test_n_of_every_day_and_the_days_stand_below_the_axis(weekly):
    found = words(weekly)
    assert found.count("6") == 6 + 1  # n of six days, and day 6
    assert found.count("7") == 1  # n of day 1: day 23 follows the last session of the induction
    assert {"0", "3", "n", "Days since the last session (0 = its day), n = rated days"} <= set(
        found
    )


def test_title_period_unit_and_counts_are_named(weekly):
    found = words(weekly)
    assert "Left palm: after a session" in found
    # The induction ends on day 22; day 23 follows its last session.
    said = "rated days: 43 after 7 of 18 sessions, the induction left out, 25 Mar 2026 – 6 May 2026"
    assert said in found
    assert "Worst of the day, 0 = dry to 10" in found


def test_the_threshold_is_the_users_and_moves_the_dry_interval(weekly):
    for threshold in (3, 5):
        chosen = {**weekly.snapshot.records, "wet_again": (WetAgain(threshold),)}
        found = words(view_of(replace(weekly.snapshot, records=chosen)))
        assert f"threshold {threshold}" in found
        assert (
            f"first day at {threshold} or more: {threshold} days after a session (median; reached"
            " after 7 of 7 sessions)"
        ) in found


def test_a_region_that_stays_wet_is_said_to_be_so_on_the_first_day(drawn):
    # Severity 7 throughout: no dry day that an interval in days could mean.
    view = view_of(drawn({PALM: [7] * 66}, [*INDUCTION, *range(24, 66, 7)]))
    told = (
        "at 3 or more already on the first day after a session (median; reached after 7 of 7"
        " sessions)"
    )
    assert told in words(view)
    assert told in str(description(view, PALM))
    assert told in [str(row[-1]) for row in table(view, PALM).rows]


def test_a_narrow_chart_says_it_in_short_and_whole(weekly):
    found = words(weekly, size_inches=(4.5, 3))
    assert "first at 3 or more: day 3 (median of 7)" in found


def test_a_narrow_chart_does_not_let_a_wet_day_of_the_session_pass_for_dry(drawn):
    view = view_of(drawn({PALM: [7] * 66}, [*INDUCTION, *range(24, 66, 7)]))
    found = words(view, size_inches=(4.5, 3))
    assert "at 3 or more already on day 1 (median of 7)" in found


@pytest.mark.parametrize("height", [1.5, 1.9, 2.6, 4])
def test_n_has_a_row_of_its_own_below_the_line_however_low_the_chart(weekly, height):
    figure = drawn_once(WearOffChart, weekly, PALM, size_inches=(4, height), titled=False)
    (axes,) = figure.axes
    (_, foot), (_, zero) = axes.transData.transform([(0, axes.get_ylim()[0]), (0, 0)])
    assert (zero - foot) * 72 / figure.dpi >= 9
    dotted = [each for each in axes.lines if list(each.get_xdata()) == [3, 3]]
    assert [min(each.get_ydata()) for each in dotted] == [0]


def test_a_curve_of_one_day_is_told_once(drawn):
    rows = [7] * 24 + [6, None] * 6
    view = view_of(drawn({PALM: rows}, [*INDUCTION, *range(24, 36, 2)]))
    said = str(description(view, PALM))
    assert "median severity 6 of 10 on day 0 after a session; " in said
    assert said.count("day 0") == 1


def test_the_mark_stands_on_the_threshold_at_the_dry_interval(weekly):
    lines = drawn_once(WearOffChart, weekly, PALM).axes[0].lines
    (mark,) = [each for each in lines if each.get_marker() == "D"]
    assert (list(mark.get_xdata()), list(mark.get_ydata())) == ([3], [3])


def test_a_dry_interval_that_was_not_reached_has_words_and_no_mark(drawn):
    view = view_of(drawn({PALM: [7] * 24 + [1] * 42}, [*INDUCTION, *range(24, 66, 7)]))
    (told,) = [text for text in words(view) if "or more" in text]
    assert told == (
        "first day at 3 or more: none in the median session (reached after 1 of 7 sessions; longest"
        " below: 7 d)"
    )
    lines = drawn_once(WearOffChart, view, PALM).axes[0].lines
    assert [len(each.get_xdata()) for each in lines if each.get_marker() == "D"] == [0]


def test_days_of_an_induction_alone_are_marked_as_such(drawn):
    view = view_of(drawn({PALM: [7] * 12}, range(0, 12, 2)))
    assert any(text.startswith("induction so far; rated days: 12") for text in words(view))


@pytest.fixture
def courses(drawn, first):
    """Two courses after an induction: dry for two days in the first, for four in the second."""
    midnight = datetime(first.year, first.month, first.day, 19, tzinfo=UTC)
    days = [*INDUCTION, *range(24, 66, 7), *range(66, 108, 7)]
    done = tuple(
        Session(
            midnight + timedelta(day), (PALM,), ("hand_tray",), id=f"s{day}",
            course="one" if day < 66 else "two",
        )
        for day in days
    )  # fmt: skip
    named = (
        Course("Spring", (PALM,), "induction", id="one"),
        Course("Summer", (PALM,), "maintenance", id="two"),
    )
    rows = [7] * 24 + [1, 1, 5, 5, 5, 5, 5] * 6 + [1, 1, 1, 1, 5, 5, 5] * 6
    return view_of(drawn({PALM: rows}, session=done, course=named))


def test_how_the_dry_interval_went_over_the_courses_stands_below(courses):
    told = "First day at 3 or more, by course: Mar 2026 2 d (n 7) · May 2026 4 d (n 6)"
    assert told in words(courses)
    assert "first course Mar 2026 2 d (n 7), latest May 2026 4 d (n 6)" in str(
        description(courses, PALM)
    )


def test_a_course_that_has_room_alone_is_compared_with_nothing_and_left_out(courses):
    told = [
        [text for text in words(courses, size_inches=(width, 3)) if text.startswith("First")]
        for width in (6.5, 4.8, 3.6, 1.9)
    ]
    assert told == [
        ["First day at 3 or more, by course: Mar 2026 2 d (n 7) · May 2026 4 d (n 6)"],
        ["First ≥ 3, by course: Mar 2026 2 d (n 7) · May 2026 4 d (n 6)"],
        [],
        [],
    ]


def test_the_table_holds_every_day_and_every_course(courses, first):
    rows = table(courses, PALM).rows
    assert [str(row[0]) for row in rows[:7]] == [f"Severity on day {day}" for day in range(7)]
    assert rows[2][1:5] == (12, 3, 1, 5)  # six days of 5 and six of 1
    names = [str(row[0]) for row in rows[7:]]
    assert names == [
        "Days to the first at 3 or more (median), all sessions that count",
        "Days to the first at 3 or more (median), Spring, 2 Mar 2026 – 30 Apr 2026",
        "Days to the first at 3 or more (median), Summer, 7 May 2026 – 11 Jun 2026",
    ]
    assert [row[1:3] for row in rows[8:]] == [(7, 2), (6, 4)]


def test_one_course_is_not_listed(weekly):
    assert not any("by course" in text for text in words(weekly))


def test_the_pointer_reads_the_nearest_day(weekly):
    chart, canvas = live(weekly)
    box = canvas.figure.axes[0].bbox
    width = (box.x1 - box.x0) / 7
    said = str(chart.at(box.x0 + 4.4 * width, (box.y0 + box.y1) / 2))
    assert said == "Day 4 after a session: median 4, middle half 4 to 4 (rated days: 6)"
    assert chart.at(box.x0 - 5, box.y0 + 5) is None


def test_the_description_tells_the_course_of_the_days(weekly):
    assert str(description(weekly, PALM)) == (
        "Left palm, rated days: 43 after 7 of 18 sessions, the induction left out, 25 Mar 2026 –"
        " 6 May 2026: median severity 1 of 10 on day 0 after a session and 6 on day 6; first day at"
        " 3 or more: 3 days after a session (median; reached after 7 of 7 sessions)."
    )


@pytest.mark.parametrize(
    ("rows", "sessions", "sentence"),
    [
        ([], [], "Left palm has not been rated yet."),
        (
            [5, 5, 5],
            [],
            "Left palm: no session has treated it, so there are no days after one.",
        ),
        (
            [5, 5],
            [0],
            "Left palm: the chart needs 3 rated days that lie equally long after a session; so far"
            " there are at most 1.",
        ),
    ],
)
def test_too_little_is_a_sentence_without_a_frame(drawn, rows, sessions, sentence):
    view = view_of(drawn({PALM: rows}, sessions))
    assert words(view) == [sentence]
    assert str(description(view, PALM)) == sentence
    assert table(view, PALM).rows == ()
    assert live(view)[0].at(200, 100) is None


def test_a_switch_of_region_gives_the_picture_of_a_full_draw(weekly, courses):
    chart, canvas = live(weekly)
    for view, region in ((weekly, "scalp"), (courses, PALM), (weekly, PALM)):
        chart.show(view, region)
        chart.redraw()
        if view is courses:
            canvas.draw()
    canvas.draw()
    _, other = live(weekly)
    assert np.array_equal(pixels(canvas), pixels(other))


def test_after_a_resize_words_stand_where_a_fresh_chart_has_them(courses):
    _, canvas = live(courses)
    canvas.figure.set_size_inches(9, 4)
    canvas.callbacks.process("resize_event", ResizeEvent("resize_event", canvas))
    canvas.draw()
    _, other = live(courses, size=(9, 4))
    assert np.array_equal(pixels(canvas), pixels(other))


def test_texts_and_months_are_in_the_readers_language(courses):
    german = {("Month", "May"): "Mai", ("Chart", "n"): "Zahl", ("Chart", "median"): "Mitte"}
    found = words(courses, translate=lambda context, text: german.get((context, text), text))
    assert {"Zahl", "Mitte"} <= set(found)
    assert any("Mai 2026 4 d" in text for text in found)


@pytest.mark.parametrize(
    ("after", "told", "short"),
    [
        ([2, 2, 5, 5], "3 days after a session (median; reached after 1 of 1 session)", "day 3"),
        ([7, 7, 7, 7], "after a session (median; reached after 1 of 1 session)", "day 1"),
        ([1, 1, 1, 1], "(reached after 0 of 1 session; longest below:", "0 of 1 session"),
    ],
)
def test_one_session_is_not_called_several(drawn, after, told, short):
    view = view_of(
        drawn({PALM: [7] * 23 + after}, INDUCTION)
    )  # the last ends the induction and counts
    found = interval_in_words(shown(view, PALM).interval)
    assert told in str(found)
    in_short = str(interval_in_short(shown(view, PALM).interval))
    assert short in in_short
    assert "1 sessions" not in f"{found} {in_short}"


def test_a_curve_after_the_only_session_is_said_so(drawn):
    said = str(shown(view_of(drawn({PALM: [7] * 30}, [20])), PALM).detail)
    assert said.startswith("induction so far; rated days: 10 after 1 of 1 session, 22 Mar 2026")


def test_courses_that_begin_in_one_month_are_named_by_their_days():
    def course(starts):
        found = DryInterval(2.0, 4, 5, 3, threshold=3)
        return CourseInterval(None, "", starts, starts, found)

    march, later, may = (
        course(date(2026, 3, 2)),
        course(date(2026, 3, 23)),
        course(date(2026, 5, 4)),
    )
    apart = [str(each) for each in courses_in_words([march, may])]
    assert apart == ["Mar 2026 2 d (n 5)", "May 2026 2 d (n 5)"]
    together = [str(each) for each in courses_in_words([march, later, may])]
    assert together[:2] == ["2 Mar 2026 2 d (n 5)", "23 Mar 2026 2 d (n 5)"]
