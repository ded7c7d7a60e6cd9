"""All regions below each other: one scale, one calendar, numbers at the right."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from model.charts.live import drawn as picture
from model.charts.overview import OverviewChart, description, table
from model.charts.overview_rows import overview
from model.charts.style import DARK, LIGHT, PAPER, svg
from model.records.person import OwnRegion, Profile
from model.records.snapshot import day_number
from model.records.treatment import Session
from tests.model.charts.conftest import on_canvas, pixels, view_of, words_of


@pytest.fixture
def live():
    """An overview on a canvas of its own."""

    def make(palette=LIGHT, size=(7, 3)):
        return on_canvas(OverviewChart, size, palette)

    return make


def words(view, **look):
    return words_of(picture(OverviewChart, view, **look))


def point(canvas, day, row, rows):
    """Return the pixel of a day, amid a row counted from the top."""
    box = canvas.figure.axes[0].bbox
    x, _ = canvas.figure.axes[0].transData.transform((day, 0))
    return x, box.y1 - (row + 0.6) * (box.y1 - box.y0) / rows


def test_treated_regions_come_first_and_all_have_their_means_and_days(months):
    found = words(view_of(months))
    # Sessions from day 28 on: 28 days before, the last 28 of 105 now.
    names = ["Left palm", "Right palm", "Scalp"]
    assert [word for word in found if word in names] == names
    at = found.index("Left palm")
    assert found[at + 1 : at + 5] == ["6.9", "28 days", "4.1", "28 days"]
    assert {"baseline", "now", "0", "10", "105 of 105 days rated, sessions: 26"} <= set(found)
    assert "mean of 7 days (≥ 4 rated)" in found


def test_rows_share_one_scale(drawn, live):
    chart, canvas = live()
    chart.show(view_of(drawn({"palm_left": [0, 10] * 5, "scalp": [4] * 10}, [5])))
    canvas.draw()
    dots = next(x for x in canvas.figure.axes[0].lines if x.get_marker() == "o" and x.get_visible())
    heights = np.asarray(dots.get_ydata())
    first, second = heights[:10], heights[11:21]
    assert first.max() - first.min() == 10
    assert first.min() == -10.5  # 14 units a row, 3.5 of them under its 0
    # 4 of the second row lies a row below 4 of the first: 14 units of the scale.
    assert first.max() - 6 - second[0] == pytest.approx(14)


def test_each_row_needs_height(drawn):
    heights = [
        OverviewChart.height_of(view_of(drawn({name: [5] * 9 for name in names})), "")
        for names in (["palm_left"], ["palm_left", "scalp", "nose"])
    ]
    assert heights[1] - heights[0] == pytest.approx(2 * 34)
    many = picture(OverviewChart, view_of(drawn({f"own_{n}": [5] * 9 for n in range(30)})))
    assert many.get_size_inches()[1] > 30 * 30 / 72


def test_a_point_says_region_day_and_severity(drawn, live, first):
    chart, canvas = live()
    chart.show(view_of(drawn({"palm_left": [7, None, 3, 4], "scalp": [5] * 4}, [2])))
    canvas.draw()
    day = day_number(first)
    said = [str(chart.at(*point(canvas, day + n, 0, 2))) for n in (0, 1, 2)]
    assert said == [
        "Left palm, 2 Mar 2026: severity 7 of 10",
        "Left palm, 3 Mar 2026: not rated",
        "Left palm, 4 Mar 2026: severity 3 of 10; sessions: 1",
    ]
    assert str(chart.at(*point(canvas, day, 1, 2))) == "Scalp, 2 Mar 2026: severity 5 of 10"
    assert chart.at(1, 1) is None


def test_a_point_of_a_long_diary_says_the_mean_and_its_days(drawn, live, first):
    row = [5] * 700 + [None] * 28 + [2] * 772
    chart, canvas = live()
    chart.show(view_of(drawn({"scalp": row, "nose": [None] * 800 + [4] * 700})))
    canvas.draw()
    day = day_number(first)
    assert str(chart.at(*point(canvas, day + 30, 1, 2))) == "Nose, 1 Apr 2026: not rated"
    assert str(chart.at(*point(canvas, day + 30, 0, 2))) == (
        "Scalp, 30 Mar 2026 to 26 Apr 2026: mean 5.0 of 10 (28 of 28 days rated)"
    )
    assert str(chart.at(*point(canvas, day + 710, 0, 2))).endswith(
        "0 of 28 days rated, too few for a mean"
    )


def test_a_name_at_the_left_is_the_region_to_choose(months, live):
    chart, canvas = live()
    chart.show(view_of(months))
    canvas.draw()
    _, y = point(canvas, 0, 2, 3)
    inside = canvas.figure.axes[0].bbox.x0 + 5
    assert (chart.region_at(5, y), chart.region_at(inside, y)) == ("scalp", "")


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_another_choice_moves_only_its_mark(months, live, palette):
    view = view_of(months)
    chart, canvas = live(palette)
    chart.show(view, "palm_left")
    canvas.draw()
    before = pixels(canvas)
    frames = []
    canvas.mpl_connect("draw_event", frames.append)
    chart.show(view, "scalp")
    chart.redraw()
    assert frames == []
    fresh, other = live(palette)
    fresh.show(view, "scalp")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
    assert not np.array_equal(pixels(canvas), before)


def test_other_ratings_are_drawn_anew(months, drawn, live):
    chart, canvas = live()
    chart.show(view_of(months))
    canvas.draw()
    other = view_of(drawn({"scalp": [9] * 30}))
    chart.show(other)
    chart.redraw()
    fresh, second = live()
    fresh.show(other)
    second.draw()
    assert np.array_equal(pixels(canvas), pixels(second))


@pytest.mark.parametrize(("years", "width", "points"), [(1, 1, 365), (3, 7, 160), (20, 28, 270)])
def test_the_longer_the_diary_the_wider_the_bins(drawn, years, width, points):
    found = overview(view_of(drawn({"scalp": [day % 11 for day in range(365 * years)]})))
    assert found.width == width
    assert 0.9 * points < len(found.rows[0].mean_x) < 1.1 * points


def test_a_stretch_of_a_long_diary_shows_its_days(drawn, first):
    view = view_of(drawn({"scalp": [day % 11 for day in range(3000)]}, range(60, 3000, 9)))
    days = (first + timedelta(1000), first + timedelta(1059))
    found = overview(replace(view, span=days))
    assert found.width == 1
    assert found.rows[0].x.tolist() == list(range(found.first, found.last + 1))
    assert str(found.detail) == "60 of 60 days rated, sessions: 7"  # days 1005, 1014 ... 1059


def test_cells_of_a_long_diary_lie_where_its_dots_would(drawn, live):
    # 1500 days of 8 on the upper row, of 2 on the lower one.
    chart, canvas = live(size=(7, 4))
    chart.show(view_of(drawn({"palm_left": [8] * 1500, "scalp": [2] * 1500}, [700])))
    canvas.draw()
    axes = canvas.figure.axes[0]
    shown = pixels(canvas)[::-1, :, :3].astype(int)
    across = int(axes.transData.transform((chart._found.first + 300, 0))[0])
    for zero, severity in ((-10.5, 8), (-24.5, 2)):
        line, empty = (
            shown[int(axes.transData.transform((0, zero + at))[1]), across]
            for at in (severity + 0.4, severity - 3.5)
        )
        assert line.sum() < empty.sum() == 3 * 255


def test_the_image_of_a_long_diary_is_part_of_a_vector_file(drawn):
    found = svg(picture(OverviewChart, view_of(drawn({"scalp": [5] * 1500}))))
    assert found.count("<image") == 1


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ([], "No region has been rated yet."),
        (["n/a"] * 9, "No region has been rated yet."),
        ([5], "Regions were rated on 1 day; the chart needs 3."),
        ([5, 6], "Regions were rated on 2 days; the chart needs 3."),
    ],
)
def test_too_little_to_draw_is_a_sentence(drawn, row, sentence):
    view = view_of(drawn({"palm_left": row}))
    assert words(view) == [sentence]
    assert str(description(view)) == sentence
    assert OverviewChart.height_of(view, "") is None


def test_one_sentence_says_what_the_overview_shows(drawn):
    # Baseline of 14 days, now the last 28; the scalp is compared over the same days.
    rows = {"palm_left": [8] * 14 + [4] * 56, "scalp": [6] * 70, "nose": [None] * 60 + [5]}
    assert str(description(view_of(drawn(rows, [14, 40, 60])))) == (
        "Regions: 3, 2 Mar 2026 to 10 May 2026: 70 of 70 days rated, sessions: 3; mean severity of"
        " 10 in the baseline and in the latest days: Left palm 8.0 and 4.0; Scalp 6.0 and 6.0."
    )


def test_the_table_has_a_row_a_region_with_its_days(drawn):
    rows = {"palm_left": [8] * 14 + [4] * 20, "scalp": [6] * 34}
    shown = table(view_of(drawn(rows, [14, 20])))
    # 34 days: the induction from day 14 still goes on; its last 14 days are "so far".
    assert [tuple(map(str, row)) for row in shown.rows] == [
        ("Left palm", "34", "2", "8.0", "14", "4.0", "14", "so far"),
        ("Scalp", "34", "0", "6.0", "14", "6.0", "14", "so far"),
    ]
    assert {len(row) for row in shown.rows} == {len(shown.head)}


def test_a_long_name_of_ones_own_leaves_the_rows_their_width(drawn):
    own = OwnRegion("x" * 99, "palm_left", id="own_1")
    figure = picture(OverviewChart, view_of(drawn({"own_1": [5] * 9}, own_region=(own,))))
    assert figure.axes[0].get_position().width > 0.45
    (name,) = [word for word in re.findall(r">([^<]+)<", svg(figure)) if "xx" in word]
    assert name.endswith("…")


def test_a_session_after_midnight_counts_on_the_patients_day(drawn, first):
    # The day ends at 4: the session at half past midnight belongs to the last rated day.
    night = datetime(first.year, first.month, first.day, 0, 30, tzinfo=UTC)
    done = tuple(
        Session(night + timedelta(day), ("palm_left",), ("hand_tray",), id=str(day))
        for day in (11, 14, 17, 20)
    )
    records = {"session": done, "profile": (Profile(day_ends_at_hour=4),)}
    view = view_of(drawn({"palm_left": [5] * 20}, **records))
    assert "20 of 20 days rated, sessions: 4;" in str(description(view))
    assert table(view).rows[0][2] == 4
