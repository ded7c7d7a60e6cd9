"""What all charts share: regions to click, the sentence in place of a chart, and their words."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from model.analysis.sentences import Sentence
from model.charts import CHARTS
from model.charts.label import Label, width_in_points
from model.charts.live import LiveChart
from model.charts.live import drawn as draw
from model.charts.style import LIGHT
from model.charts.texts import Texts, Words
from tests.model.charts.conftest import shown_on_canvas, view_of, words_of

LONG = "Nothing can be shown here before a few more days have been rated in the diary. " * 3


class Lacking(LiveChart):
    """A chart that never has enough."""

    def _collect(self, view, region):
        del view, region
        return Sentence(LONG, context="")

    def _artists(self):
        return {}


def shown(chart, view, region="", size=(6, 3)):
    figure = Figure(size, dpi=100)
    canvas = FigureCanvasAgg(figure)
    made = chart(figure)
    made.show(view, region)
    canvas.draw()
    return made, np.asarray(canvas.buffer_rgba())[:, :, :3]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=lambda chart: chart.id)
def test_a_chart_has_a_region_to_click_where_it_says_so(months, chart):
    size = (6, 7)
    made, picture = shown(chart.live, view_of(months), "palm_left", size)
    height, width, _ = picture.shape
    found = {made.region_at(x, y) for x in range(0, width, 6) for y in range(0, height, 4)} - {""}
    assert bool(found) == chart.live.has_regions
    assert found <= {"palm_left", "palm_right", "scalp"}


@pytest.mark.parametrize("width", [3, 6, 12])
def test_the_sentence_in_place_of_a_chart_stays_inside_and_in_the_middle(months, width):
    _, picture = shown(Lacking, view_of(months), size=(width, 3))
    inked = (picture < 200).any(axis=2)
    rows, columns = (np.flatnonzero(inked.any(axis=axis)) for axis in (1, 0))
    assert columns[0] >= 10
    assert picture.shape[1] - columns[-1] > 10
    assert columns[-1] - columns[0] > 0.6 * picture.shape[1] or width == 12
    assert abs((rows[0] + rows[-1]) / 2 - 150) < 12
    assert abs((columns[0] + columns[-1]) / 2 - 50 * width) < 12


@pytest.mark.parametrize("width", [5.2, 5.9, 7])
@pytest.mark.parametrize(
    ("chart", "behind"),
    [
        ("change", "2 Mar 2026 to 14 Jun 2026"),
        ("timeline", "105 of 105 days rated, sessions: 26"),
        ("contrast", "28 → 28 d"),
        ("wear_off", "after 17 of 26 sessions, the induction left out, 27 Apr 2026"),
        ("calendar", "2 Mar 2026 to 14 Jun 2026: 105 of 105 days rated, not applicable: 0, sess"),
        ("doses", "sessions: 26, 30 Mar 2026"),
        ("epochs", "sessions: 26, 30 Mar 2026"),
        ("overview", "105 of 105 days rated, sessions: 26"),
    ],
)
def test_a_chart_says_what_is_behind_it_however_low_and_narrow(months, chart, behind, width):
    view = view_of(months)
    _, canvas = shown_on_canvas(CHARTS[chart].live, view, "palm_left", (width, 2.4))
    (line,) = [text for text in words_of(canvas.figure) if behind in text]
    assert width_in_points(line, 8) < 72 * width


@pytest.mark.parametrize("for_doctor", [True, False])
@pytest.mark.parametrize("chart", CHARTS.values(), ids=lambda chart: chart.id)
def test_no_key_is_left_out_of_a_narrow_chart(months, chart, for_doctor):
    view = replace(view_of(months), for_doctor=for_doctor)
    wide, narrow = (
        draw(chart.live, view, "palm_left", size_inches=(width, 4)) for width in (16, 5)
    )
    edge = 72 * 5
    (names, _), (kept, ends) = (_keys(figure) for figure in (wide, narrow))
    assert kept == names
    assert all(begin >= 0 and end <= edge for _, begin, end in ends)
    # In a row from left to right, none begins before the one on its left has ended.
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(sorted(ends)))


def _keys(figure):
    """Return the names above the axes, and from where to where they reach, in points."""
    figure.canvas.draw()
    above = figure.axes[0].bbox.y1
    found = [
        (label.get_text(), round(place[1]), 72 * place[0] / figure.dpi)
        for label in figure.axes[0].texts
        if label.get_visible() and label.get_text() and not label.get_animated()
        for place in [label.get_transform().transform(label.get_unitless_position())]
        if place[1] >= above - 1
    ]
    ends = [(row, x, x + width_in_points(name, 8)) for name, row, x in found]
    return {name for name, *_ in found}, ends


def test_words_drawn_together_are_the_words_drawn_one_by_one():
    said = [(0.2, 3.0, "left", "ab cd"), (0.71, 7.3, "right", "Ég"), (0.5, 5.5, "center", "-46 %")]
    pictures = []
    for together in (True, False):
        figure = Figure((3, 2), dpi=100)
        canvas = FigureCanvasAgg(figure)
        axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
        axes.set_ylim(0, 10)
        if together:
            Texts(axes).put(Words(*place, LIGHT.text) for place in said)
        else:
            for x, y, side, text in said:
                label = Label(x, y, side, color=LIGHT.text, fontsize=8)
                label.set_text(text)
                axes.add_artist(label)
                label.set_transform(axes.transData)
        canvas.draw()
        pictures.append(np.asarray(canvas.buffer_rgba()).copy())
    assert np.array_equal(*pictures)
    assert (pictures[0][:, :, :3] < 100).sum() > 200


@pytest.mark.parametrize("chart", CHARTS.values(), ids=lambda chart: chart.id)
def test_no_sentence_begins_with_the_name_of_no_region(drawn, chart):
    said = str(chart.description(view_of(drawn({})), ""))
    assert said[0].isupper()
