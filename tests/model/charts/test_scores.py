"""Questionnaire totals: each on its own range, always in points, changes beside what matters."""

import re
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from model.analysis.scores import score_changes
from model.catalog.scales import INSTRUMENTS
from model.charts.live import drawn as draw
from model.charts.score_panels import panels
from model.charts.scores import ScoresChart, description, table
from model.charts.style import DARK, LIGHT, PAPER, svg
from model.records.day import Assessment
from model.records.snapshot import day_number
from tests.model.charts.conftest import on_canvas, pixels, view_of, words_of

SIZE = (8, 6)


@pytest.fixture
def scored(drawn, first):
    """Write a diary of 105 days, treated from day 28 on, with totals by instrument and day."""

    def write(totals, sessions=range(28, 105, 3), regions=None, days=105):
        entries = tuple(
            Assessment(
                first + timedelta(day), name, score, region=region, id=f"{name}{day}{region}"
            )
            for (name, region), course in totals.items()
            for day, score in course.items()
        )
        rows = {"palm_left": [6] * days} if regions is None else regions
        return view_of(drawn(rows, sessions, assessment=entries))

    return write


@pytest.fixture
def view(scored):
    return scored(
        {
            ("hidroqol", None): {3: 28, 26: 27, 60: 22, 100: 19},
            ("hdss", None): {10: 4, 90: 2},
            ("dlqi", None): {20: 12, 95: 10},
            ("hdsm_ax", None): {20: 30, 95: 35},
            ("global_change", None): {95: 2},
        }
    )


@pytest.fixture
def live():
    """A chart on a canvas of its own."""

    def make(palette=LIGHT):
        return on_canvas(ScoresChart, SIZE, palette)

    return make


def placed(figure):
    """Return where every total stands: the points of the longest line, NaN left out."""
    line = max(
        (line for line in figure.axes[0].lines if line.get_color() == LIGHT.mean),
        key=lambda line: len(line.get_xdata()),
    )
    x, y = (np.asarray(column, float) for column in line.get_data())
    return x[np.isfinite(x)], y[np.isfinite(x)]


def said_of(figure):
    """Return what is written in a picture, changes without the days that are compared."""
    return [word.split(" · ")[-1] for word in words_of(figure)]


def test_the_days_that_are_compared_are_said_and_their_totals_bold(scored):
    course = {3: 4, 17: 3, 28: 4, 45: 3, 60: 2, 100: 3}
    figure = draw(ScoresChart, scored({("hdss", None): course}))
    # Day 28 is that of the first session: the total of day 17 is the last one before it.
    assert "19 Mar → 10 Jun 2026 · 3 → 3: no difference" in words_of(figure)
    drawn_bold = re.findall(r"<text[^>]*font-weight: bold[^>]*>([^<]+)</text>", svg(figure))
    assert [word for word in drawn_bold if word.isdigit()] == ["3", "3"]
    late = scored({("hdss", None): {40: 3, 500: 2}}, days=501)
    assert (
        "11 Apr 2026 → 15 Jul 2027 · 3 → 2: 1 point less (none before the first session)"
        in words_of(draw(ScoresChart, late))
    )
    asked = words_of(draw(ScoresChart, scored({("global_change", None): {60: 3, 95: 2}})))
    assert not any("→" in word for word in asked)
    alone = scored({("hidroqol", None): {3: 28}, ("hdss", None): {3: 4, 60: 3}})
    assert sum("→" in word for word in words_of(draw(ScoresChart, alone))) == 1


def test_changes_are_in_points_never_in_percent(view):
    found = said_of(draw(ScoresChart, view))
    assert "27 → 19: 8 points less; 4 or more matter to patients" in found
    assert "12 → 10: 2 points less; 4 or more matter to patients" in found
    assert "4 → 2: 2 points less" in found
    assert "30 → 35: 5 points more, that is worse" in found
    assert not any("%" in word for word in found)


def test_what_was_before_is_the_last_total_before_the_day_of_the_first_session(scored):
    # Day 28 is that of the first session and belongs to the induction.
    course = {3: 30, 27: 25, 28: 20, 100: 19}
    found = said_of(draw(ScoresChart, scored({("hidroqol", None): course})))
    assert any(word.startswith("25 → 19: 6 points less") for word in found)
    late = scored({("hidroqol", None): {40: 21, 100: 19}})
    assert (
        "21 → 19: 2 points less; 4 or more matter to patients (none before the first session)"
        in said_of(draw(ScoresChart, late))
    )


def test_the_chart_and_the_sentence_follow_the_same_rule(view, scored):
    late = scored({("hidroqol", None): {28: 21, 40: 12, 100: 19}})
    for each in (view, late):
        shown = {panel.instrument.id: panel.change for panel in panels(each)}
        found = {change.instrument: change for change in score_changes(each.snapshot)}
        assert shown == found


def test_one_point_and_no_difference_have_their_own_words(scored):
    totals = {("hdss", None): {1: 3, 90: 2}, ("dlqi", None): {1: 7, 90: 7}}
    found = said_of(draw(ScoresChart, scored(totals)))
    assert "3 → 2: 1 point less" in found
    assert "7 → 7: no difference; 4 or more matter to patients" in found


def test_a_question_about_change_is_answered_in_its_own_words(view, scored):
    twice = scored({("global_change", None): {60: 3, 95: 2}})
    for each in (view, twice):
        found = said_of(draw(ScoresChart, each))
        assert "2 = a little better" in found
        assert not any(word.startswith("3 →") for word in found)


def test_the_smallest_change_that_matters_has_its_source(view, scored):
    found = words_of(draw(ScoresChart, view))
    assert any("smallest meaningful change 4: Gabes 2021" in word for word in found)
    assert any("smallest meaningful change 4: Basra 2015" in word for word in found)
    assert found.count("4 points") == 2
    plain = words_of(draw(ScoresChart, scored({("hdss", None): {1: 3, 90: 2}})))
    assert not any("meaningful" in word or "matter" in word for word in plain)


def test_the_bracket_is_as_high_as_the_change_it_stands_for(scored):
    figure = draw(ScoresChart, scored({("hidroqol", None): {1: 28, 90: 19}}))
    _, (high, low) = placed(figure)
    (bracket,) = [
        line
        for line in figure.axes[0].lines
        if line.get_color() == LIGHT.text and len(line.get_xdata()) > 3
    ]
    y = np.asarray(bracket.get_ydata(), float)
    # 4 of its points, where 28 - 19 = 9 points lie between the totals.
    assert np.nanmax(y) - np.nanmin(y) == pytest.approx((high - low) * 4 / 9)
    assert np.nanmax(y) == pytest.approx(high)


def test_every_instrument_has_a_panel_with_its_own_range(view):
    found = words_of(draw(ScoresChart, view))
    for name in ("HDSS (1-4)", "HidroQoL", "DLQI", "HDSM-Ax"):
        assert name in found
    for instrument in ("hidroqol", "hdss", "dlqi", "hdsm_ax"):
        assert str(INSTRUMENTS[instrument].high) in found
    x, y = placed(draw(ScoresChart, view))
    assert len(x) == 11
    assert len(set(np.round(y, 3).tolist())) > 6


def test_a_total_stands_at_its_day_and_height(scored, first):
    figure = draw(ScoresChart, scored({("hidroqol", None): {5: 0, 50: 36, 90: 18}}))
    x, y = placed(figure)
    assert x.tolist() == [day_number(first) + day for day in (5, 50, 90)]
    (grid,) = [line for line in figure.axes[0].lines if line.get_color() == LIGHT.grid]
    ends = np.asarray(grid.get_ydata(), float)
    assert y == pytest.approx([np.nanmin(ends), np.nanmax(ends), np.nanmean(ends)])


def test_totals_of_two_regions_are_two_panels(scored):
    totals = {
        ("hdss", "palm_left"): {1: 4, 90: 2},
        ("hdss", "axilla_left"): {1: 3, 90: 3},
    }
    found = said_of(draw(ScoresChart, scored(totals)))
    assert {"HDSS (1-4), Left palm", "HDSS (1-4), Left armpit"} <= set(found)
    assert "4 → 2: 2 points less" in found
    assert "3 → 3: no difference" in found


def test_the_values_are_printed_and_crowded_ones_only_at_both_ends(scored):
    few = words_of(draw(ScoresChart, scored({("hidroqol", None): {1: 31, 50: 29, 90: 17}})))
    assert {"31", "29", "17"} <= set(few)
    many = {day: 20 + day % 9 for day in range(100)}
    crowded = words_of(draw(ScoresChart, scored({("hidroqol", None): many})))
    printed = [word for word in crowded if re.fullmatch(r"2\d", word)]
    assert printed == [str(many[27]), str(many[99])]


def test_the_first_session_is_marked(view, scored):
    assert "first session" in words_of(draw(ScoresChart, view))
    without = scored({("hdss", None): {1: 3, 90: 2}}, sessions=())
    assert "first session" not in words_of(draw(ScoresChart, without))


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ({}, "No questionnaire total has been entered."),
        (
            {("hidroqol", None): {3: 28}},
            "5 Mar 2026: HidroQoL 28 (range 0 to 36). A second total of the same questionnaire",
        ),
        (
            {("hdss", None): {3: 4}},
            "5 Mar 2026: HDSS (1-4) 4 (range 1 to 4), intolerable, always in the way. A second",
        ),
    ],
)
def test_too_little_is_a_sentence_without_a_frame(scored, totals, said):
    found = scored(totals)
    lines = words_of(draw(ScoresChart, found))
    assert said in " ".join(lines)
    assert said in str(description(found))
    assert "36" not in lines
    assert ScoresChart.height_of(found, "") is None


def test_totals_without_any_rating_are_drawn(scored):
    found = scored({("hidroqol", None): {3: 28, 60: 20}}, (), {})
    assert "28 → 20: 8 points less; 4 or more matter to patients" in said_of(
        draw(ScoresChart, found)
    )
    assert "5 Mar 2026 to 1 May 2026" in str(description(found))


def test_the_sentence_says_what_when_how_many_and_which_way(scored):
    found = scored({("hidroqol", None): {3: 28, 60: 20}, ("hdss", None): {3: 4, 60: 3}})
    assert str(description(found)) == (
        "Questionnaire totals, 2 Mar 2026 to 14 Jun 2026. HDSS (1-4): 4 on 5 Mar 2026, 3 on 1 May"
        " 2026: 1 point less. Totals shown: 2. HidroQoL: 28 on 5 Mar 2026, 20 on 1 May 2026: 8"
        " points less. The smallest change that matters to patients is 4 points: reached. Totals"
        " shown: 2."
    )


def test_a_total_alone_is_said_beside_others_with_a_course(scored):
    totals = {
        ("hidroqol", None): {3: 28},
        ("hdss", "palm_left"): {3: 4, 60: 3},
        ("global_change", None): {60: 2},
    }
    assert str(description(scored(totals))) == (
        "Questionnaire totals, 2 Mar 2026 to 14 Jun 2026. HDSS (1-4), Left palm: 4 on 5 Mar 2026, 3"
        " on 1 May 2026: 1 point less. Totals shown: 2. 5 Mar 2026: HidroQoL 28 (range 0 to 36)."
        " Totals shown: 1. Overall change since treatment began: a little better (1 May 2026)."
        " Totals shown: 1."
    )


def test_the_table_lists_every_total(view, first):
    found = table(view)
    assert len(found.rows) == 11
    assert {len(row) for row in found.rows} == {len(found.head)}
    totals = [row for row in found.rows if str(row[0]) == "HidroQoL"]
    assert [(row[1], row[2]) for row in totals] == [
        (first + timedelta(day), score) for day, score in ((3, 28), (26, 27), (60, 22), (100, 19))
    ]
    assert totals[0][3:5] == (0, 36)
    assert totals[0][8] == 4
    assert "Gabes 2021" in totals[0][9]
    (grade, _) = [row for row in found.rows if str(row[0]) == "HDSS (1-4)"]
    assert str(grade[5]) == "intolerable, always in the way"
    assert grade[8:] == (None, None)


def test_hover_says_the_total_with_its_day_and_meaning(view, live, first):
    chart, canvas = live()
    chart.show(view)
    canvas.draw()
    axes = canvas.figure.axes[0]
    x, y = placed(canvas.figure)
    seen = {str(chart.at(*axes.transData.transform(point))) for point in zip(x, y, strict=True)}
    assert "31 May 2026: HDSS (1-4) 2 (range 1 to 4), tolerable, sometimes in the way" in seen
    assert "10 Jun 2026: HidroQoL 19 (range 0 to 36)" in seen
    assert len(seen) == 11
    empty = axes.transData.transform((day_number(first) + 75, y[0]))
    assert chart.at(*empty) is None


def test_a_span_shows_its_totals_only(view, first):
    part = replace(view, span=(first + timedelta(days=50), first + timedelta(days=104)))
    found = said_of(draw(ScoresChart, part))
    # What is compared stays: the last total before the first session.
    assert any(word.startswith("27 → 19") for word in found)
    assert "28" not in found
    early = replace(view, span=(first, first + timedelta(days=70)))
    assert any(word.startswith("27 → 22") for word in said_of(draw(ScoresChart, early)))
    axes = draw(ScoresChart, part).axes[0]
    assert axes.get_xlim()[0] == pytest.approx(day_number(first) + 50, abs=2)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_another_diary_on_the_same_days_is_drawn_without_the_frame(view, scored, live, palette):
    other_totals = {
        ("hidroqol", None): {3: 20, 26: 21, 60: 30, 100: 31},
        ("hdss", None): {10: 2, 90: 3},
        ("dlqi", None): {20: 2, 95: 20},
        ("hdsm_ax", None): {20: 3, 95: 5},
        ("global_change", None): {95: 5},
    }
    changed = scored(other_totals)
    chart, canvas = live(palette)
    chart.show(view)
    canvas.draw()
    frames = []
    canvas.mpl_connect("draw_event", frames.append)
    chart.show(changed)
    chart.redraw()
    assert frames == []
    fresh, other = live(palette)
    fresh.show(changed)
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))


def test_every_panel_adds_to_the_height(scored):
    one = scored({("hdss", None): {1: 3, 90: 2}})
    two = scored({("hdss", None): {1: 3, 90: 2}, ("hdsm_ax", None): {1: 3, 90: 2}})
    heights = [ScoresChart.height_of(each, "") for each in (one, two)]
    assert heights[1] - heights[0] > 40
    assert draw(ScoresChart, two, size_inches=(8, 1)).get_size_inches()[1] > 2


def test_words_are_in_the_readers_language(view):
    german = {"first session": "erste Sitzung", "{points} points less": "{points} Punkte weniger"}
    found = said_of(draw(ScoresChart, view, translate=lambda context, text: german.get(text, text)))
    assert "erste Sitzung" in found
    assert "4 → 2: 2 Punkte weniger" in found
