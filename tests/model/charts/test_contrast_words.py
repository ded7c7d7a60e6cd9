"""What a contrast says in words: its result, the phases, and what lies under the pointer."""

import re
from itertools import combinations

import numpy as np
import pytest

from model.charts.contrast import ContrastChart
from model.charts.contrast_series import against
from model.charts.label import width_in_points
from model.charts.live import drawn as draw
from model.charts.style import svg
from model.records.snapshot import day_number, day_of
from tests.model.charts.conftest import shown_on_canvas, view_of, words_of

SESSIONS = range(28, 105, 3)


def flat(before, after, days=105):
    return [before] * 28 + [after] * (days - 28)


@pytest.mark.parametrize("width", [4.3, 5.6, 6.5, 8, 12])
def test_a_narrow_chart_says_what_its_interval_is_and_against_what(drawn, width):
    view = view_of(drawn({"palm_left": flat(8, 4), "scalp": flat(5, 5)}, SESSIONS))
    _, canvas = shown_on_canvas(ContrastChart, view, "palm_left", (width, 2.6))
    (line,) = (text for text in words_of(canvas.figure) if "28 → 28 d" in text)
    assert "95 %" in line
    assert "against" in line


def hovered(chart, canvas, days):
    """Return what is said over each of some days, None where nothing is."""
    axes = canvas.figure.axes[0]
    places = [axes.transData.transform((day, 50)) for day in days]
    return [(said := chart.at(x, y)) and str(said) for x, y in places]


def test_hover_says_nothing_on_a_day_without_a_mean(drawn, first):
    begins, start = 10, day_number(first)
    palm = [6] * begins + [8] * 18 + [4] * 77
    scalp = [None] * begins + [5] * 40 + [None] * 20 + [5] * 35
    view = view_of(drawn({"palm_left": palm, "scalp": scalp}, SESSIONS))
    chart, canvas = shown_on_canvas(ContrastChart, view, "palm_left", (8, 3))
    found = against(view, "palm_left")
    drawn_on = set(found.x[np.isfinite(found.treated)].astype(int).tolist())
    days = range(start, start + 105)
    said = hovered(chart, canvas, days)
    assert {day for day, text in zip(days, said, strict=True) if text} == drawn_on
    assert start not in drawn_on  # before both were rated
    assert start + 60 not in drawn_on  # in the gap
    for day, text in zip(days, said, strict=True):
        if text:
            at = np.flatnonzero((found.x == day) & np.isfinite(found.treated))[0]
            assert f" {found.treated[at]:.0f} %, Scalp" in text
            assert text.startswith(f"Mean of up to 7 days around {day_of(day).day} ")


def test_hover_over_means_of_four_weeks_names_the_middle_of_theirs(drawn, first):
    days, start = 3000, day_number(first)
    scalp = [5] * 1500 + [None] * 200 + [5] * (days - 1700)
    rows = {"palm_left": flat(8, 4, days), "scalp": scalp}
    view = view_of(drawn(rows, range(28, days, 7)))
    chart, canvas = shown_on_canvas(ContrastChart, view, "palm_left", (8, 3))
    found = against(view, "palm_left")
    middle = found.x[np.isfinite(found.treated)][-5]
    near = hovered(chart, canvas, (middle - 8, middle, middle + 8))
    assert len(set(near)) == 1
    assert near[0].startswith("Mean of up to 28 days around ")
    assert set(hovered(chart, canvas, range(start + 1530, start + 1670))) == {None}


NAMES = ("baseline = 100 %", "first session", "induction ends")


def names_of_phases(figure):
    """Return the names of phases: where each begins and ends and how high it stands, in points."""
    said = re.findall(
        r'text-anchor: (\w+);[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)</text>', svg(figure)
    )
    found = {}
    for anchor, x, y, text in said:
        if text in NAMES:
            wide = width_in_points(text, 8)
            left = float(x) - (wide if anchor == "end" else 0)
            found[text] = left, left + wide, float(y)
    return found


@pytest.mark.parametrize("width", [4.3, 5.6, 7.9, 10.6, 16])
@pytest.mark.parametrize("days", [60, 105, 270, 365, 720, 2400])
def test_no_name_of_a_phase_covers_another(drawn, days, width):
    rows = {"palm_left": flat(8, 7, days), "scalp": flat(5, 5, days)}
    view = view_of(drawn(rows, range(28, days, 3)))
    figure = draw(ContrastChart, view, "palm_left", size_inches=(width, 2.6))
    found = names_of_phases(figure)
    assert {"baseline = 100 %", "first session"} <= set(found)
    for one, other in combinations(found.values(), 2):
        assert one[1] < other[0] or other[1] < one[0] or abs(one[2] - other[2]) >= 10
    right = figure.axes[0].get_position().x1 * 72 * width
    assert all(end <= right + 1 for _, end, _ in found.values())
    low, high = figure.axes[0].get_ylim()
    share = figure.axes[0].get_position()
    level = 72 * 2.6 * (1 - share.y0 - (100 - low) / (high - low) * share.height)
    assert all(y < level - 4 for *_, y in found.values())  # above both lines


@pytest.mark.parametrize(("days", "width"), [(105, 5.6), (270, 8), (365, 16)])
def test_the_end_of_induction_is_named_where_there_is_room(drawn, days, width):
    rows = {"palm_left": flat(8, 4, days), "scalp": flat(5, 5, days)}
    view = view_of(drawn(rows, range(28, days, 3)))
    figure = draw(ContrastChart, view, "palm_left", size_inches=(width, 2.6))
    assert "induction ends" in names_of_phases(figure)
