"""Change per region: what stands on the chart, where it stands, and what a click finds."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backend_bases import ResizeEvent
from matplotlib.colors import to_rgb

from model.charts.change import BESIDE, ChangeChart, description, table
from model.charts.live import drawn as draw
from model.charts.style import DARK, LIGHT, PAPER
from model.records.person import BaselineChoice, OwnRegion
from tests.model.charts.conftest import (
    course,
    on_canvas,
    pixels,
    view_of,
    with_sign,
    words_of,
)

SIZE = (8, 4.6)
PAIRS = ("palm", "sole", "axilla", "thigh")
EIGHT = tuple(f"{name}_{side}" for name in PAIRS for side in ("left", "right"))


@pytest.fixture
def view(drawn):
    """One treated region that halved, two untreated ones, one nearly dry, one rarely rated."""
    rows = {
        "palm_left": course(8, 4),
        "axilla_left": course(6, 6),
        "scalp": course(5, 4),
        "nose": course(1, 0),
        "chest": [None] * 25 + [5] * 80,
    }
    return view_of(drawn(rows, range(28, 105, 3)))


@pytest.fixture
def live():
    """A chart on a canvas of its own."""

    def make(palette=LIGHT, size=SIZE):
        return on_canvas(ChangeChart, size, palette)

    return make


def middle_of(chart, canvas, region):
    """Return the height in pixels of the middle of a region's row."""
    width, height = canvas.get_width_height()
    rows = [y for y in range(height) if chart.region_at(width / 2, y) == region]
    return (rows[0] + rows[-1]) / 2


def color_at(chart, canvas, percent, y):
    """Return the colour 0..1 of a point of a row."""
    axes = canvas.figure.axes[0]
    x, _ = axes.transData.transform((percent, 0))
    rows = pixels(canvas)
    return rows[round(rows.shape[0] - 1 - y), round(x), :3] / 255


def is_near(color, wanted, by=0.12):
    return np.abs(color - np.array(to_rgb(wanted))).max() < by


def shown(view, region):
    return view.progress.of(region)


def test_treated_regions_come_first_under_their_heading(view):
    found = words_of(draw(ChangeChart, view))
    order = ["Treated", "Left palm", "Not treated", "Left armpit"]
    assert set(order) <= set(found)
    assert str(table(view).rows[0][0]) == "Left palm"
    assert found.index("Left palm") < found.index("Left armpit")


def test_the_number_and_the_days_behind_it_stand_beside_the_mark(view):
    found = words_of(draw(ChangeChart, view))
    # About 8 before and about 4 after.
    assert "\u221250 %" in found
    assert "28 → 28 d" in found
    assert f"{with_sign(shown(view, 'palm_left').change.value)} %" == "\u221250 %"


def test_the_band_of_the_trials_is_named_and_its_source_is_said(view):
    found = " ".join(words_of(draw(ChangeChart, view)))
    assert "on sham or vehicle" in found
    assert "fell by 31–58 % (ATMOS, Kim 2017, CARDIGAN)" in found
    assert "association, not proof of effect" in found


def test_a_baseline_below_two_is_given_in_points_and_has_no_mark(view, live):
    nose = shown(view, "nose")
    assert nose.change is None
    assert f"{with_sign(nose.points.value, 1)} points" in words_of(draw(ChangeChart, view))
    chart, canvas = live()
    chart.show(view)
    canvas.draw()
    axes = canvas.figure.axes[0]
    y = middle_of(chart, canvas, "nose")
    row = pixels(canvas)[round(canvas.get_width_height()[1] - 1 - y)]
    left, right = (round(axes.transData.transform((at, 0))[0]) for at in (-98, 58))
    marks = {tuple(each) for each in row[left:right, :3].tolist()}
    strong = [each for each in marks if is_near(np.array(each) / 255, LIGHT.mean)]
    assert strong == []


def test_a_region_without_result_says_how_many_days_it_has(view):
    assert "3 of 5 days in the 28 before the first session" in words_of(draw(ChangeChart, view))
    assert shown(view, "chest").points is None


def test_treated_marks_are_filled_and_untreated_ones_hollow(view, live):
    chart, canvas = live()
    chart.show(view)
    canvas.draw()
    for region, fill in (("palm_left", LIGHT.mean), ("scalp", LIGHT.background)):
        y = middle_of(chart, canvas, region)
        at = shown(view, region).change.value
        assert is_near(color_at(chart, canvas, at, y), fill)
    edge = color_at(chart, canvas, shown(view, "scalp").change.high - 0.6, y)
    assert is_near(edge, LIGHT.faint)


def test_the_band_lies_where_the_groups_of_the_trials_fell(view, live):
    chart, canvas = live()
    chart.show(view)
    canvas.draw()
    y = middle_of(chart, canvas, "axilla_left") + 8
    for percent, wanted in ((-45, LIGHT.grid), (-70, "#ffffff"), (-25, "#ffffff")):
        assert is_near(color_at(chart, canvas, percent, y), wanted, by=0.01)


def test_an_interval_without_upper_limit_ends_in_an_arrow_at_the_edge(drawn, live):
    # Six days before, all 0 but one: the baseline mean itself could be 0.
    rows = {"palm_left": [0, 0, 10, 0, 10, 0, *course(4, 4, 70)], "scalp": course(5, 5, 76)}
    found = view_of(drawn(rows, range(6, 76, 3)))
    assert shown(found, "palm_left").change.high is None
    assert "no limit" in [str(cell) for cell in table(found).rows[0]]
    chart, canvas = live()
    chart.show(found)
    canvas.draw()
    y = middle_of(chart, canvas, "palm_left")
    assert is_near(color_at(chart, canvas, 59.5, y), LIGHT.mean)
    assert is_near(color_at(chart, canvas, 59.5, middle_of(chart, canvas, "scalp")), "#ffffff")
    assert "no upper limit" in str(chart.at(200, y))


def test_a_change_beyond_the_axis_is_an_arrow_and_a_number(drawn, live):
    rows = {"palm_left": course(3, 8), "scalp": course(5, 5)}
    found = view_of(drawn(rows, range(28, 105, 3)))
    assert shown(found, "palm_left").change.low > 60
    chart, canvas = live()
    chart.show(found)
    canvas.draw()
    y = middle_of(chart, canvas, "palm_left")
    beyond, inside = (color_at(chart, canvas, at, y) for at in (59.5, 50))
    assert is_near(beyond, LIGHT.mean)
    assert is_near(inside, LIGHT.background)
    assert is_near(color_at(chart, canvas, 63, y), LIGHT.background)
    number = f"{with_sign(shown(found, 'palm_left').change.value)} %"
    assert number in words_of(canvas.figure)


def test_a_provisional_interval_is_broken_and_in_the_key(drawn, view, live):
    found = view_of(drawn({"palm_left": course(8, 4, 45)}, range(28, 45, 3)))
    assert shown(found, "palm_left").provisional
    assert "provisional" in words_of(draw(ChangeChart, found))
    assert "provisional" not in words_of(draw(ChangeChart, view))
    runs = []
    for each in (found, view):
        chart, canvas = live()
        chart.show(each)
        canvas.draw()
        change = shown(each, "palm_left").change
        y = middle_of(chart, canvas, "palm_left")
        steps = np.linspace(change.low + 1, change.high - 1, 200)
        dark = [is_near(color_at(chart, canvas, at, y), LIGHT.mean) for at in steps]
        runs.append(sum(a != b for a, b in pairwise(dark)))
    assert runs[0] > 2
    assert runs[1] == 0


def test_every_row_is_found_by_a_click_and_nothing_beside_them(view, live):
    chart, canvas = live()
    chart.show(view)
    canvas.draw()
    width, height = canvas.get_width_height()
    seen = [chart.region_at(width / 2, y) for y in range(height)]
    assert set(seen) == {"", *view.snapshot.regions}
    assert chart.region_at(width / 2, height - 1) == ""
    assert chart.region_at(width / 2, 1) == ""
    assert chart.region_at(-5, middle_of(chart, canvas, "scalp")) == ""
    for region in view.snapshot.regions:
        assert chart.region_at(20, middle_of(chart, canvas, region)) == region


def test_an_empty_chart_has_no_row_to_click(drawn, live):
    chart, canvas = live()
    chart.show(view_of(drawn({})))
    canvas.draw()
    assert {chart.region_at(x, 150) for x in (0, 100, 300)} == {""}
    assert chart.at(100, 150) is None


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_another_choice_moves_the_band_without_the_frame(view, live, palette):
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
    changed = (pixels(canvas) != before).any(axis=(1, 2))[::-1]
    middles = {each: round(middle_of(chart, canvas, each)) for each in view.snapshot.regions}
    assert {each for each, at in middles.items() if changed[at]} == {"palm_left", "scalp"}
    tinted = {
        each
        for each, at in middles.items()
        if not is_near(color_at(chart, canvas, 50, at), palette.background, by=0.01)
    }
    assert tinted == {"scalp"}


def test_a_file_looks_like_the_screen(view, live, tmp_path):
    from matplotlib.image import imread

    chart, canvas = live()
    chart.show(view, "scalp")
    canvas.draw()
    screen = pixels(canvas)[..., :3].astype(float)  # to save draws on the same canvas
    canvas.figure.savefig(tmp_path / "chart.png", dpi=80)
    kept = (imread(tmp_path / "chart.png")[..., :3] * 255).round()
    assert np.abs(kept - screen).max() <= 1


def test_a_doctor_sees_the_contrast_as_a_second_line(view):
    patient, doctor = (
        words_of(draw(ChangeChart, replace(view, for_doctor=on))) for on in (False, True)
    )
    assert "against untreated" in doctor
    assert "against untreated" not in patient
    number = f"{with_sign(shown(view, 'palm_left').contrast.value)} %"
    assert number in doctor
    assert doctor.count(number) > patient.count(number)


@pytest.mark.parametrize("on", [True, False])
def test_a_doctor_sees_its_interval_below_the_change(view, live, on):
    chart, canvas = live(size=(8, 6))
    chart.show(replace(view, for_doctor=on))
    canvas.draw()
    contrast = shown(view, "palm_left").contrast
    y = middle_of(chart, canvas, "palm_left") - BESIDE * 80 / 72
    between = np.linspace(contrast.low + 0.5, contrast.high - 0.5, 12)
    inked = [
        min(color_at(chart, canvas, at, y + row).max() for row in (-1, 0, 1)) < 0.7
        for at in between
    ]
    assert all(inked) if on else not any(inked)


def test_hover_says_the_row_with_its_interval_and_days(view, live):
    chart, canvas = live()
    chart.show(replace(view, for_doctor=True))
    canvas.draw()
    change = shown(view, "palm_left").change
    said = str(chart.at(200, middle_of(chart, canvas, "palm_left")))
    assert said.startswith(
        f"Left palm: \u221250 %, 95 % interval {with_sign(change.low)} %"
        f" to {with_sign(change.high)} %; 28 → 28 d"
    )
    assert "against untreated regions" in said
    assert "3 of 5 days" in str(chart.at(200, middle_of(chart, canvas, "chest")))


def test_the_sentence_says_what_how_many_when_and_which_way(view):
    treated = shown(view, "palm_left").change
    assert treated.high < 0
    assert str(description(view)) == (
        "Change per region against its baseline with 95 % interval, 2 Mar 2026 to 14 Jun 2026;"
        " treated regions with a percentage 1 of 1, from \u221250 % to \u221250 %, with the whole"
        " interval below 0: 1; regions not treated 2 of 4, from \u221220 % to 0 %, with the whole"
        " interval below 0: 1."
    )
    assert shown(view, "axilla_left").change.low < 0 < shown(view, "axilla_left").change.high


def test_the_table_holds_every_number_of_the_result(view):
    found = table(view)
    (row,) = [row for row in found.rows if str(row[0]) == "Left palm"]
    assert {len(each) for each in found.rows} == {len(found.head)}
    result = shown(view, "palm_left")
    assert row[4:8] == (28, 28, result.baseline.mean, result.now.mean)
    estimates = {1: result.change, 8: result.contrast, 11: result.points}
    for at, estimate in estimates.items():
        assert row[at : at + 3] == (estimate.value, estimate.low, estimate.high)
    assert row[14] == 26
    assert found.head[:4] == ("Region", "Change (%)", "from (%)", "to (%)")
    (rare,) = [row for row in found.rows if str(row[0]) == "Chest"]
    assert (rare[4], rare[6]) == (3, None)
    assert "Only 3 days were rated" in str(rare[-1])


def test_the_table_says_all_that_is_to_be_minded_of_a_result(drawn, first):
    choice = BaselineChoice("palm_left", first, first + timedelta(9))
    found = table(view_of(drawn({"palm_left": [1, 2] * 12}, [14, 18], baseline=(choice,))))
    (row,) = found.rows
    assert str(row[-1]) == (
        "The mean of the baseline was 1.5; below 2 of 10 a change is given in points only. So far:"
        " the induction still goes on. The patient chose the days of the baseline."
    )


@pytest.mark.parametrize(
    ("rows", "sessions", "said"),
    [
        ({}, (), "Nothing has been rated yet."),
        ({"palm_left": [5, 6]}, (), "There is no session yet"),
        ({"palm_left": [5, 6]}, (1,), "at most 1 in those 28 days and 1 after."),
    ],
)
def test_too_little_is_a_sentence_without_a_frame(drawn, rows, sessions, said):
    found = view_of(drawn(rows, sessions))
    lines = words_of(draw(ChangeChart, found))
    assert said in " ".join(lines)
    assert said in str(description(found))
    assert not any("%" in line for line in lines)
    assert ChangeChart.height_of(found, "") is None


def test_every_row_adds_to_the_height(view, drawn):
    one = view_of(drawn({"palm_left": course(8, 4)}, range(28, 105, 3)))
    two = view_of(drawn({"palm_left": course(8, 4), "palm_right": course(8, 8)}, range(28, 105, 3)))
    rows = [ChangeChart.height_of(each, "") for each in (one, two)]
    assert 16 <= rows[1] - rows[0] <= 36
    # The page shows the verdict below eight regions in a window 800 pixels high.
    eight = view_of(drawn({name: course(8, 4) for name in EIGHT}, range(28, 105, 3)))
    assert ChangeChart.height_of(eight, "") <= 280
    assert draw(ChangeChart, view, size_inches=(8, 1)).get_size_inches()[1] > 2


def test_after_a_resize_rows_are_where_a_click_finds_them(view, live):
    chart, canvas = live()
    chart.show(view, "scalp")
    canvas.draw()
    canvas.figure.set_size_inches(6, 5)
    canvas.callbacks.process("resize_event", ResizeEvent("resize_event", canvas))
    canvas.draw()
    fresh, other = live(size=(6, 5))
    fresh.show(view, "scalp")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
    assert middle_of(chart, canvas, "scalp") == middle_of(fresh, other, "scalp")


def test_a_long_name_is_cut_and_the_interval_keeps_its_room(drawn, live):
    own = OwnRegion("x" * 80, "palm_left", id="own_1")
    found = view_of(drawn({"own_1": course(8, 4)}, range(28, 105, 3), own_region=(own,)))
    (name,) = [word for word in words_of(draw(ChangeChart, found)) if "xx" in word]
    assert name.endswith("…")
    axes = draw(ChangeChart, found).axes[0]
    low, high = axes.get_xlim()
    assert 160 / (high - low) > 0.4


def test_words_are_in_the_readers_language(view):
    german = {
        "treated": "behandelt",
        "Left palm": "Linke Handfläche",
        "{change} %": "{change} v.H.",
    }
    found = words_of(
        draw(ChangeChart, view, translate=lambda context, text: german.get(text, text))
    )
    assert {"behandelt", "Linke Handfläche", "\u221250 v.H."} <= set(found)
