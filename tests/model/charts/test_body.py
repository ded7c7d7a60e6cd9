"""The body before, now and its change: what stands where, and what is hatched."""

import re
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from model.analysis.estimate import Estimate
from model.analysis.sentences import signed
from model.charts.body import BodyChart, description, table
from model.charts.body_faces import kind_of_change
from model.charts.body_shapes import (
    drawn_regions,
)
from model.charts.live import drawn as drawn_chart
from model.charts.style import DARK, LIGHT, PAPER, severity_color, svg
from model.charts.view import View
from model.records.person import BaselineChoice, OwnRegion
from tests.model.charts.conftest import pixels, shown_on_canvas, view_of, words_of

NARROW, WIDE, TALL = (6.25, 4.6), (13.9, 4.2), (4.85, 9.0)


def live(view, region="", palette=LIGHT, size=NARROW):
    return shown_on_canvas(BodyChart, view, region, size, palette, dpi=72)


def with_change(view, region, **fields):
    """Return a view whose result for one region is another one."""
    regions = tuple(
        replace(shown, **fields) if shown.region == region else shown
        for shown in view.progress.regions
    )
    return View(view.snapshot, replace(view.progress, regions=regions))


def test_every_region_has_its_number_on_all_three_bodies(months):
    found = words_of(drawn_chart(BodyChart, view_of(months), size_inches=NARROW))
    # Left palm 193 / 28 = 6.9 and 115 / 28 = 4.1; the right one a day behind.
    assert {"6.9", "4.1", "\u221240"} <= set(found)
    assert found.count("4.0") == 3  # the scalp before and now, the right palm now
    assert "0" in found


def test_headings_name_the_days_that_all_regions_share(months):
    found = words_of(drawn_chart(BodyChart, view_of(months), size_inches=WIDE))
    assert {"Baseline", "Now", "Change in %", "3 regions, treated: 1"} <= set(found)
    assert "2 Mar \u2013 29 Mar 2026, 28 days" in found


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_pointer_finds_each_rated_region_on_the_patients_own_side(months, size):
    chart, canvas = live(view_of(months), size=size)
    width, height = canvas.get_width_height()
    found = {}
    for x in range(0, width, 5):
        for y in range(0, height, 4):
            if region := chart.region_at(x, y):
                found.setdefault(region, []).append(x)
    assert set(found) == {"palm_left", "palm_right", "scalp"}
    thirds = [[x for x in found[name] if x < width / 3] for name in ("palm_right", "palm_left")]
    assert max(thirds[0]) < max(thirds[1])
    assert min(thirds[0]) < min(thirds[1])


def standing(figure):
    """Return where each heading begins, in pixels from the left and from the top."""
    texts = re.findall(r'<text[^>]* x="([0-9.]+)" y="([0-9.]+)"[^>]*>([^<]+)</text>', svg(figure))
    return {said: (float(x), float(y)) for x, y, said in texts}


def test_in_a_tall_picture_the_bodies_stand_one_above_the_other_and_are_larger(months):
    heads = ["Baseline", "Now", "Change in %"]
    beside = [
        standing(drawn_chart(BodyChart, view_of(months), size_inches=NARROW))[it] for it in heads
    ]
    above = [
        standing(drawn_chart(BodyChart, view_of(months), size_inches=TALL))[it] for it in heads
    ]
    assert len({y for _, y in beside}) == 1
    assert [x for x, _ in beside] == sorted({x for x, _ in beside})
    assert len({x for x, _ in above}) == 1
    assert [y for _, y in above] == sorted({y for _, y in above})


def test_a_pointer_finds_the_regions_of_bodies_that_stand_above_each_other(months):
    chart, canvas = live(view_of(months), size=TALL)
    width, height = canvas.get_width_height()
    found = {}
    for x in range(0, width, 4):
        for y in range(0, height, 4):
            if region := chart.region_at(x, y):
                found.setdefault(region, []).append(y)
    assert set(found) == {"palm_left", "palm_right", "scalp"}
    for ys in found.values():
        assert {3 * y // height for y in ys} == {0, 1, 2}


def test_hover_says_both_means_and_the_interval(months):
    chart, canvas = live(view_of(months))
    width, height = canvas.get_width_height()
    said = {
        str(sentence)
        for x in range(0, width, 5)
        for y in range(0, height, 4)
        if (sentence := chart.at(x, y))
    }
    (palm,) = (each for each in said if each.startswith("Left palm"))
    assert palm.startswith(
        "Left palm: before 6.9 (28 days), now 4.1 (28 days), change \u221240 % ("
    )
    assert len(said) == 3


def test_another_region_is_an_outline_and_the_picture_of_a_full_draw(months):
    view = view_of(months)
    chart, canvas = live(view, "palm_left")
    left, frames = pixels(canvas), []
    canvas.mpl_connect("draw_event", frames.append)
    chart.show(view, "scalp")
    chart.redraw()
    _, fresh = live(view, "scalp")
    assert frames == []
    assert np.array_equal(pixels(canvas), pixels(fresh))
    assert not np.array_equal(pixels(canvas), left)


def test_the_outline_lies_around_the_chosen_region_alone(months):
    view = view_of(months)
    (_, none), (_, scalp) = live(view), live(view, "scalp")
    rows, _ = (pixels(none) != pixels(scalp)).any(axis=2).nonzero()
    assert len(rows) > 100
    assert rows.max() < 0.4 * len(pixels(none))  # the palms lie below, the close-ups too


def colors_in(canvas, third):
    picture = pixels(canvas)
    part = picture.shape[1] // 3
    return {
        "#" + "".join(f"{value:02x}" for value in color)
        for color in np.unique(
            picture[:, part * third : part * (third + 1), :3].reshape(-1, 3), axis=0
        ).tolist()
    }


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_a_shade_is_the_mean_before_and_now_and_the_fall_beside(months, palette):
    view = view_of(months)
    _, canvas = live(view, palette=palette)
    shown = view.progress.of("palm_left")
    assert severity_color(shown.baseline.mean, palette) in colors_in(canvas, 0)
    assert severity_color(shown.now.mean, palette) in colors_in(canvas, 1)
    assert severity_color(-shown.change.value / 10, palette) in colors_in(canvas, 2)


def drawn_points(canvas, style, color):
    lines = canvas.figure.axes[0].lines
    alike = [line for line in lines if (line.get_linestyle(), line.get_color()) == (style, color)]
    return sum(len(line.get_xdata()) for line in alike)


@pytest.mark.parametrize(
    ("unknown", "left_out", "left"),
    [
        ({"baseline": None}, "6.9", "\u221240"),
        ({"change": None, "points": None}, "\u221240", "6.9"),
    ],
)
def test_without_data_a_region_is_hatched_and_has_no_number(months, unknown, left_out, left):
    _, full = live(view_of(months))
    _, canvas = live(with_change(view_of(months), "palm_left", **unknown))
    assert left_out not in words_of(canvas.figure)
    assert {left, "4.1"} <= set(words_of(canvas.figure))
    hatched = [drawn_points(each, "-", LIGHT.missing) for each in (full, canvas)]
    assert hatched[1] > hatched[0] + 30  # the key has some, too


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (Estimate(-46.0, -58.0, -31.0), "less"),
        (Estimate(12.0, 3.0, 22.0), "more"),
        (Estimate(-20.0, -44.0, 7.0), "unclear"),
        (Estimate(-20.0, -44.0, 0.0), "unclear"),
        (Estimate(-20.0, -44.0, None), "unclear"),
        (None, "no data"),
    ],
)
def test_a_change_counts_only_where_its_interval_leaves_0_out(months, change, kind):
    view = with_change(view_of(months), "palm_left", change=change, points=None)
    assert kind_of_change(view.progress.of("palm_left")) == kind


def test_an_unclear_change_has_its_number_and_no_shade(months):
    view = with_change(view_of(months), "palm_left", change=Estimate(-46.0, -80.0, 9.0))
    _, canvas = live(view)
    assert "\u221246" in words_of(canvas.figure)
    assert severity_color(4.6) not in colors_in(canvas, 2)


def test_a_rise_is_dotted(months):
    plain, dotted = (
        with_change(view_of(months), "palm_left", change=Estimate(20.0, low, 40.0))
        for low in (-1.0, 1.0)
    )
    canvases = [live(view)[1] for view in (plain, dotted)]
    dots = [drawn_points(canvas, "--", LIGHT.text) for canvas in canvases]
    assert dots[1] > dots[0] + 30


def test_no_clear_change_is_lined_so_that_it_is_no_pale_shade_in_grey(months):
    view = view_of(months)
    fall, unclear = (
        with_change(view, "palm_left", change=Estimate(-4.0, -8.0, high)) for high in (-1.0, 3.0)
    )
    canvases = [live(each, palette=PAPER)[1] for each in (fall, unclear)]
    lines = [drawn_points(canvas, "-", PAPER.missing) for canvas in canvases]
    assert lines[1] > lines[0] + 15
    assert "no clear change" in " ".join(words_of(canvases[0].figure))


def test_a_low_baseline_shows_points_with_their_unit(months):
    view = with_change(
        view_of(months), "palm_left", change=None, points=Estimate(-0.84, -1.5, -0.2)
    )
    assert "\u22120.8 pts" in words_of(drawn_chart(BodyChart, view, size_inches=NARROW))


def test_right_is_on_the_left_in_front_and_on_the_right_behind(months):
    found = svg(drawn_chart(BodyChart, view_of(months), size_inches=NARROW))
    placed = re.findall(r'<text [^>]*transform="translate\(([\d.]+)[^>]*>([^<]+)</text>', found)
    placed = placed or re.findall(r'<text [^>]*\bx="([\d.]+)"[^>]*>([^<]+)</text>', found)
    row = [(float(x), text) for x, text in placed if text in {"R", "L", "Front", "Back", "Palms"}]
    order = [text for _, text in sorted(row, key=lambda one: one[0]) if text in {"Front", "Back"}]
    assert order == ["Front", "Back"] * 3
    names = [text for _, text in row]
    for at, name in enumerate(names):
        if name in {"Front", "Back"}:
            (first_x, first), (second_x, second) = row[at + 1 : at + 3]
            assert first_x < row[at][0] < second_x
            assert first + second == ("RL" if name == "Front" else "LR")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ({}, "Nothing has been rated yet, so the body stays blank."),
        (
            {"palm_left": [6, 7]},
            "There is no session yet. The body is compared once 5 days are rated before the first"
            " session and 5 since.",
        ),
    ],
)
def test_a_diary_that_is_too_young_is_a_sentence(drawn, rows, sentence):
    view = view_of(drawn(rows))
    assert " ".join(words_of(drawn_chart(BodyChart, view, size_inches=NARROW))) == sentence
    assert str(description(view)) == sentence


def test_the_description_counts_what_changed(months):
    said = str(description(view_of(months)))
    assert "Regions: 3" in said
    assert "less sweating: 2; more: 0; no clear change: 1" in said
    assert said.endswith("The largest fall: Right palm, \u221243 %.")


def test_a_baseline_chosen_amid_the_treatment_is_not_called_the_body_before(drawn, first):
    rows = {"palm_left": [8] * 14 + [4] * 100 + [3] * 40}
    sessions = [*range(14, 54, 3), *range(114, 154, 3)]
    choice = BaselineChoice("palm_left", first + timedelta(80), first + timedelta(113))
    usual, chosen = (
        str(description(view_of(drawn(rows, sessions, **records))))
        for records in ({}, {"baseline": (choice,)})
    )
    assert usual.startswith("The body before the first session and now. Regions: 1; with a mean")
    assert chosen.startswith(
        "The body in the baseline and now. Regions: 1; with a mean in the baseline: 1 (34 days);"
    )
    assert "before" not in chosen


def test_the_table_says_all_that_is_to_be_minded_of_a_result(drawn, first):
    choice = BaselineChoice("palm_left", first, first + timedelta(9))
    found = table(view_of(drawn({"palm_left": [1, 2] * 12}, [14, 18], baseline=(choice,))))
    (row,) = found.rows
    assert str(row[-1]) == (
        "The mean of the baseline was 1.5; below 2 of 10 a change is given in points only. So far:"
        " the induction still goes on. The patient chose the days of the baseline."
    )


def test_the_table_has_every_number_with_its_days(months, first):
    found = table(view_of(months))
    rows = {str(row[0]): dict(zip(found.head, row, strict=True)) for row in found.rows}
    palm = rows["Left palm"]
    assert str(palm["Treatment"]) == "treated"
    assert palm["Baseline from"] == first
    assert palm["Baseline to"] == first + timedelta(27)
    assert (palm["Baseline days rated"], palm["Now days rated"]) == (28, 28)
    assert palm["Change (%)"] == pytest.approx(-40.4)
    assert palm["Change, 95 % from"] < palm["Change (%)"] < palm["Change, 95 % to"] < 0


def test_a_spot_without_a_shape_is_counted_and_in_the_table(months, drawn):
    own = OwnRegion("Wrist", "forearm_left", id="own_1")
    view = view_of(drawn({"own_1": [5] * 60, "palm_left": [5] * 60}, range(28, 60, 3),
                         own_region=(own,)))  # fmt: skip
    found = " ".join(words_of(drawn_chart(BodyChart, view, size_inches=WIDE)))
    assert "in the table only: 1" in found
    assert "Wrist" in {str(row[0]) for row in table(view).rows}


def test_a_sign_is_a_real_minus_and_0_has_none():
    found = [str(signed(value, 0)) for value in (-46.4, 12.0, -0.3, -0.0)]
    assert found == ["\u221246", "+12", "\u22120.3", "0"]


SCREENS = [(4.85, 3.9), (4.85, 4.6), (4.85, 9.0), (3.1, 4.2), (3.1, 9.0), (9.0, 4.2)]


@pytest.mark.parametrize("size", SCREENS, ids=str)
@pytest.mark.parametrize("of", ["few", "all"])
def test_nothing_is_cut_off_at_the_sides(months, drawn, size, of):
    rows = {region: [7] * 30 + [3] * 60 for region in drawn_regions()}
    snapshot = months if of == "few" else drawn(rows, range(28, 90, 3))
    figure = Figure(size, dpi=100)  # of the page in a window of 1280 x 800, and of others
    canvas = FigureCanvasAgg(figure)
    BodyChart(figure, LIGHT).show(view_of(snapshot), "palm_left")
    canvas.draw()
    seen = pixels(canvas)[:, :, :3]
    assert (seen[:, :2] == 255).all()
    assert (seen[:, -2:] == 255).all()
    said = " ".join(words_of(figure))
    assert {"shaded:", "without", "more", "no", "clear", "change"} <= set(said.split())
