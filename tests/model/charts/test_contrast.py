"""A treated region beside the untreated ones: both in percent of what they were before."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.phases import session_days
from model.charts.contrast import ContrastChart, description, table
from model.charts.contrast_series import against, pairs
from model.charts.live import drawn as draw
from model.charts.style import DARK, LIGHT, PAPER, svg
from model.records.day import Rating
from model.records.snapshot import RatingColumns, day_number, day_of, snapshot_of
from model.records.treatment import Session
from tests.model.charts.conftest import course, on_canvas, pixels, view_of, with_sign, words_of

SIZE = (8, 3)
SESSIONS = range(28, 105, 3)


def flat(before, after, days=105):
    return [before] * 28 + [after] * (days - 28)


@pytest.fixture
def view(drawn):
    """Two regions, one of them treated, both steady before and after."""
    return view_of(drawn({"palm_left": flat(8, 4), "scalp": flat(5, 5)}, SESSIONS))


@pytest.fixture
def live():
    """A chart on a canvas of its own."""

    def make(palette=LIGHT, size=SIZE):
        return on_canvas(ContrastChart, size, palette)

    return make


def on(found, column, day):
    """Return the mean that is drawn at a day counted from the first of the diary."""
    (at,) = np.flatnonzero((found.x == day) & np.isfinite(column))
    return column[at]


def test_both_lines_are_percent_of_their_own_baseline(view, first):
    found = against(view, "palm_left")
    start = day_number(first)
    assert on(found, found.treated, start + 10) == pytest.approx(100)
    assert on(found, found.untreated, start + 10) == pytest.approx(100)
    assert on(found, found.treated, start + 90) == pytest.approx(50)
    assert on(found, found.untreated, start + 90) == pytest.approx(100)


def test_no_mean_reaches_across_the_first_session_or_the_end_of_induction(view, first):
    found = against(view, "palm_left")
    start = day_number(first)
    # A mean across the border would lie between 100 and 50.
    assert on(found, found.treated, start + 27) == pytest.approx(100)
    assert on(found, found.treated, start + 28) == pytest.approx(50)
    borders = found.shown.phases.inductions[0]
    for day in (borders[0], borders[1] + timedelta(days=1)):
        at = np.flatnonzero(found.x == day_number(day))
        assert np.isnan(found.treated[at]).any()
        assert np.isfinite(found.treated[at]).any()


def test_weather_that_moves_both_is_no_contrast(drawn):
    found = view_of(drawn({"palm_left": course(8, 4), "scalp": course(8, 4)}, SESSIONS))
    said = str(description(found, "palm_left"))
    assert "Left palm changed by \u221250 %, Scalp by \u221250 %; 0 % against Scalp" in said


def test_only_days_with_both_ratings_count(drawn, first):
    # On days 40 to 60 the untreated region was not rated; the treated one was 10 there.
    palm = [8] * 28 + [4] * 12 + [10] * 21 + [4] * 44
    scalp = [5] * 40 + [None] * 21 + [5] * 44
    found = against(view_of(drawn({"palm_left": palm, "scalp": scalp}, SESSIONS)), "palm_left")
    start = day_number(first)
    known = found.x[np.isfinite(found.treated)] - start
    assert not any(42 <= day <= 58 for day in known)
    assert np.nanmax(found.treated[found.x > start + 30]) == pytest.approx(50)


@pytest.mark.parametrize(("rated", "drawn_there"), [(4, True), (3, False)])
def test_a_mean_needs_four_of_seven_days(drawn, first, rated, drawn_there):
    scalp = [5] * 60 + [None] * 14 + [5] * 31
    for day in range(64, 64 + rated):
        scalp[day] = 5
    found = against(
        view_of(drawn({"palm_left": flat(8, 4), "scalp": scalp}, SESSIONS)), "palm_left"
    )
    at = np.flatnonzero(found.x == day_number(first) + 66)
    assert np.isfinite(found.treated[at]).all() == drawn_there


@given(st.integers(1, 4), st.integers(0, 4))
def test_the_scale_of_the_ratings_does_not_matter(before, after):
    session = Session(datetime(2024, 11, 1, tzinfo=UTC), ("palm_left",), ("hand_tray",), id="1")
    start = day_number(session.started_at.date()) - 28

    def line(factor):
        columns = RatingColumns.empty()
        for day in range(80):
            palm = factor * (before if day < 28 else after)
            columns.append(Rating(day_of(start + day), "palm_left", palm))
            columns.append(Rating(day_of(start + day), "scalp", 4))
        return against(view_of(snapshot_of(columns, {"session": (session,)})), "palm_left").treated

    once, twice = line(1), line(2)
    assert twice[-10] == pytest.approx(100 * after / before)
    if before >= 2:  # below, there is no percentage and no line
        assert once == pytest.approx(twice, nan_ok=True)


def test_the_contrast_and_its_interval_and_days_stand_above(view):
    result = view.progress.of("palm_left").contrast
    found = words_of(draw(ContrastChart, view, "palm_left"))
    assert (
        f"\u221250 % against Scalp, 95 % interval {with_sign(result.low)} %"
        f" to {with_sign(result.high)} %, 28 → 28 days" in found
    )
    for width in (4.3, 5.6):
        narrow = " ".join(words_of(draw(ContrastChart, view, "palm_left", size_inches=(width, 3))))
        for part in (
            "\u221250 %",
            f"{with_sign(result.low)} % to {with_sign(result.high)} %",
            "28 → 28 d",
        ):
            assert part in narrow


def test_both_lines_are_named_at_their_right_end(view, drawn):
    assert {"Left palm", "Scalp"} <= set(words_of(draw(ContrastChart, view, "palm_left")))
    more = {"palm_left": flat(8, 4), "scalp": flat(5, 5), "chest": flat(5, 5)}
    found = words_of(draw(ContrastChart, view_of(drawn(more, SESSIONS)), "palm_left"))
    assert "2 untreated regions" in found


def test_names_of_lines_that_end_together_do_not_touch(drawn):
    same = view_of(drawn({"palm_left": flat(6, 6), "scalp": flat(6, 6)}, SESSIONS))
    figure = draw(ContrastChart, same, "palm_left")
    found = re.findall(r'translate\(\S+ (\S+)\)">(Left palm|Scalp)<', svg(figure))
    found = found or re.findall(r'y="([\d.]+)"[^>]*>(Left palm|Scalp)<', svg(figure))
    heights = {name: float(y) for y, name in found}
    assert abs(heights["Left palm"] - heights["Scalp"]) >= 9


def test_the_lines_differ_in_style_not_only_in_colour(view):
    axes = draw(ContrastChart, view, "palm_left").axes[0]
    long = [line for line in axes.lines if len(line.get_xdata()) > 50]
    styles = {
        line.get_color(): line.get_linestyle() for line in long if line.get_linestyle() != "None"
    }
    assert styles[LIGHT.mean] == "-"
    assert styles[LIGHT.faint] == "--"


def test_the_phases_and_the_unit_are_named(view):
    found = words_of(draw(ContrastChart, view, "palm_left"))
    for part in (
        "baseline = 100 %",
        "first session",
        "100 %",
        "% of the baseline, worst of the day",
    ):
        assert part in found
    assert "mean of 7 days (≥ 4 rated)" in found


def test_a_dotted_line_stands_at_every_border_of_phases(view, first):
    axes = draw(ContrastChart, view, "palm_left").axes[0]
    (dotted,) = (line for line in axes.lines if line.get_linestyle() == ":" or _is_dotted(line))
    marked = sorted({float(x) for x in dotted.get_xdata() if np.isfinite(x)})
    phases = view.progress.of("palm_left").phases
    begins, ends = phases.inductions[0]
    assert marked == [day_number(begins) - 0.5, day_number(ends) + 0.5]
    assert begins == first + timedelta(28)


def _is_dotted(line):
    return (
        line.get_linestyle() == "--"
        and line.get_color() == LIGHT.faint
        and (line.get_linewidth() == 0.8)
    )


def test_a_control_that_is_treated_later_is_none_from_then_on(drawn, first):
    feet = tuple(
        Session(datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(day),
                ("sole_left",), ("foot_tray",), id=f"foot {day}")
        for day in range(95, 105, 3)
    )  # fmt: skip
    rows = {"palm_left": flat(8, 4), "sole_left": [5] * 95 + [1] * 10}
    snapshot = drawn(rows, SESSIONS)
    sessions = (*snapshot.of(Session), *feet)
    snapshot = replace(snapshot, records={**snapshot.records, Session.KIND: sessions})
    found = against(view_of(snapshot), "palm_left")
    assert found.empty is None
    assert set(found.untreated[np.isfinite(found.untreated)].tolist()) == {100.0}
    assert found.x[np.isfinite(found.untreated)].max() < day_number(first) + 95


def test_every_session_is_a_tick(view):
    found = against(view, "palm_left")
    assert len(found.sessions) == len(SESSIONS)
    axes = draw(ContrastChart, view, "palm_left").axes[0]
    (ticks,) = [
        line
        for line in axes.lines
        if line.get_color() == LIGHT.session and len(line.get_xdata()) > 1
    ]
    assert len(ticks.get_xdata()) == 3 * len(SESSIONS)


@pytest.mark.parametrize(
    ("rows", "sessions", "region", "said"),
    [
        ({}, (), "palm_left", "There is no session yet."),
        ({"palm_left": [5, 6]}, (), "palm_left", "There is no session yet."),
        ({"palm_left": [5, 6]}, (1,), "palm_left", "Left palm: Only 1 day was rated"),
        (
            {"palm_left": flat(8, 4)},
            SESSIONS,
            "palm_left",
            "Rate one or two regions that you do not treat: they show what weather and stress do",
        ),
        (
            {"palm_left": flat(8, 4), "scalp": [None] * 26 + [5] * 79},
            SESSIONS,
            "palm_left",
            "A comparison needs 5 days before the first session and 5 in the latest days",
        ),
        (
            {"palm_left": flat(8, 4), "scalp": [None] * 28 + [5] * 77},
            SESSIONS,
            "palm_left",
            "Left palm: The untreated regions were not rated before the first session, so",
        ),
        (
            {"palm_left": flat(8, 4), "scalp": flat(5, 0)},
            SESSIONS,
            "palm_left",
            "Left palm: The untreated regions became dry in the same days, so nothing can be",
        ),
        (
            {"palm_left": flat(8, 4), "scalp": flat(0, 5)},
            SESSIONS,
            "palm_left",
            "Left palm: The untreated regions were almost dry in the baseline, so they",
        ),
        (
            {"palm_left": flat(8, 4), "scalp": flat(5, 5)},
            SESSIONS,
            "scalp",
            "Scalp is not treated.",
        ),
    ],
)
def test_what_is_missing_is_said_in_place_of_a_frame(drawn, rows, sessions, region, said):
    found = view_of(drawn(rows, sessions))
    lines = words_of(draw(ContrastChart, found, region))
    assert said in " ".join(lines)
    assert said in str(description(found, region))
    assert "100 %" not in lines
    assert table(found, region).rows == ()


def test_untreated_regions_beside_a_treated_one_are_not_called_missing(drawn, first):
    forehead = tuple(
        Session(datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(day),
                ("forehead",), ("face_mask",), id=f"forehead {day}")
        for day in SESSIONS
    )  # fmt: skip
    snapshot = drawn({"forehead": flat(8, 4), "nose": flat(5, 5)}, ())
    view = view_of(replace(snapshot, records={**snapshot.records, Session.KIND: forehead}))
    assert str(description(view, "forehead")) == (
        "Forehead: The only untreated regions that are rated lie so near a treated one that they"
        " cannot show what weather and stress did in the same days."
    )


def test_the_sentence_says_what_when_how_many_and_which_way(view):
    result = view.progress.of("palm_left").contrast
    assert str(description(view, "palm_left")) == (
        "Left palm and Scalp in percent of their baselines, 2 Mar 2026 to 14 Jun 2026: Left palm"
        " changed by \u221250 %, Scalp by 0 %; \u221250 % against Scalp, 95 % interval"
        f" {with_sign(result.low)} % to {with_sign(result.high)} %, 28 → 28 days."
    )


def test_the_table_holds_both_windows_and_every_week(view):
    found = table(view, "palm_left")
    assert {len(row) for row in found.rows} == {len(found.head)}
    before, now, *weeks = found.rows
    assert before[3:6] == (28, 100, 100)
    assert now[3] == 28
    assert now[4:6] == pytest.approx((50, 100))
    result = view.progress.of("palm_left").contrast
    assert now[6:9] == (result.value, result.low, result.high)
    assert [row[3] for row in weeks[:4]] == [7] * 4
    assert [row[4] for row in weeks[:5]] == pytest.approx([100, 100, 100, 100, 50])
    assert sum(row[3] for row in weeks) == 105
    assert sum(row[-1] for row in weeks) == len(SESSIONS)


def test_hover_says_the_day_and_both_lines(view, live, first):
    chart, canvas = live()
    chart.show(view, "palm_left")
    canvas.draw()
    axes = canvas.figure.axes[0]
    x, y = axes.transData.transform((day_number(first) + 90, 50))
    assert str(chart.at(x, y)) == (
        "Mean of up to 7 days around 31 May 2026: Left palm 50 %, Scalp 100 % of baseline"
    )
    assert chart.day_at(x) == pytest.approx(day_number(first) + 90)
    assert chart.at(x, -10) is None


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_another_region_is_drawn_without_the_frame_even_on_another_scale(drawn, live, palette):
    snapshot = drawn(
        {"palm_left": flat(8, 4), "sole_left": flat(3, 9), "scalp": flat(5, 5)}, SESSIONS
    )
    foot = Session(datetime(2026, 3, 30, tzinfo=UTC), ("sole_left",), ("foot_tray",), id="foot")
    done = (*snapshot.records["session"], foot)
    view = view_of(replace(snapshot, records={**snapshot.records, "session": done}))
    chart, canvas = live(palette)
    chart.show(view, "palm_left")
    canvas.draw()
    before = pixels(canvas)
    frames = []
    canvas.mpl_connect("draw_event", frames.append)
    chart.show(view, "sole_left")
    chart.redraw()
    assert frames == []
    fresh, other = live(palette)
    fresh.show(view, "sole_left")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
    assert not np.array_equal(pixels(canvas), before)


def test_a_span_shows_its_days_and_leaves_the_result_alone(view, first):
    part = (first + timedelta(days=50), first + timedelta(days=80))
    shorter = replace(view, span=part)
    found = against(shorter, "palm_left")
    assert found.x.min() >= day_number(part[0]) - 1
    assert found.x.max() <= day_number(part[1]) + 1
    assert found.shown.contrast == view.progress.of("palm_left").contrast
    axes = draw(ContrastChart, shorter, "palm_left").axes[0]
    assert axes.get_xlim()[0] == pytest.approx(day_number(part[0]), abs=2)


def test_long_diaries_are_means_of_four_weeks(drawn):
    days = 7300
    rows = {"palm_left": flat(8, 4, days), "scalp": flat(5, 5, days)}
    found = against(view_of(drawn(rows, range(28, days, 7))), "palm_left")
    assert found.width == 28
    assert len(found.x) < 300
    assert np.nanmin(found.treated) == pytest.approx(50)
    assert set(np.round(found.treated[np.isfinite(found.treated)])) == {100, 50}
    assert "mean of 28 days (≥ 16 rated)" in words_of(
        draw(ContrastChart, view_of(drawn(rows, range(28, days, 7))), "palm_left")
    )


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("rated", [range(28), range(27, 105), range(0, 105, 2)])
def test_the_lines_are_of_the_skin_that_the_result_compares_with(drawn, rated):
    """A face and its forehead, which drifts away from it, are one piece of skin."""
    face = [value if day in rated else None for day, value in enumerate(course(6, 6))]
    rows = {"palm_left": course(8, 4), "face": face, "forehead": course(5, 8)}
    view = view_of(drawn({**rows, "upper_back": course(6, 5)}, SESSIONS))
    shown = view.progress.of("palm_left")
    found = pairs(view, shown, session_days(view.snapshot))
    before, now = (
        found.untreated[
            (found.days >= day_number(window.starts)) & (found.days <= day_number(window.ends))
        ].mean()
        for window in (shown.baseline, shown.now)
    )
    assert 100 * (now / before - 1) == pytest.approx(shown.untreated_change)
    assert len(shown.contrast_with) == 2
    assert ("face" in shown.contrast_with) == (len(rated) == 53)
