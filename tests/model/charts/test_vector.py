"""What a page gets of a figure: the picture of the screen, small, with its words as words."""

import io
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import typst
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from PIL import Image

from model.charts import CHARTS
from model.charts.body_shapes import drawn_regions
from model.charts.live import drawn as draw
from model.charts.style import PAPER, svg
from model.records.person import OwnRegion
from model.report.fonts import files_in, shipped
from tests.model.charts.conftest import view_of

SETTER = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""
FINE = 3  # pixels a point
NAMESPACE = "{http://www.w3.org/2000/svg}"


def set_by_typst(found, coarse=1):
    made = typst.compile(
        SETTER,
        sys_inputs={"svg": found},
        font_paths=files_in(shipped().folders),
        ignore_system_fonts=True,
        format="png",
        ppi=72 * FINE,
    )
    return grey(Image.open(io.BytesIO(made)).convert("RGB"), coarse)


def on_the_screen(figure, coarse=1):
    """Return what Agg draws, which draws the screen and PNG files."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=72 * FINE)
    return grey(Image.open(file).convert("RGB"), coarse)


def grey(picture, coarse=1):
    """Return a picture in which each pixel is a point, or `coarse` points wide and high."""
    return np.asarray(picture.convert("L").reduce(FINE * coarse), float)


@pytest.fixture
def busy(drawn):
    """A diary of all regions: falls, rises and what did not change clearly."""
    rows = {
        region: [7, 6, 8] * 10 + [3 + number % 9] * 60
        for number, region in enumerate(sorted(drawn_regions()))
    }
    return view_of(drawn(rows, range(30, 90, 3)))


@pytest.mark.parametrize("chart", ["body", "timeline", "wear_off", "change"])
def test_the_page_shows_what_the_screen_shows(busy, chart):
    figure = draw(CHARTS[chart].live, busy, "palm_left", PAPER, (9, 3.5))
    # Letters are set by another program, a third of a point away: they are blurred.
    printed, shown = set_by_typst(svg(figure), 4), on_the_screen(figure, 4)
    assert printed.shape == shown.shape
    assert shown.std() > 10  # something is drawn
    assert abs(printed - shown).mean() < 1.6  # of 255
    assert np.corrcoef(printed.ravel(), shown.ravel())[0, 1] > 0.97


@pytest.mark.parametrize("chart", sorted(CHARTS))
def test_every_chart_can_stand_on_a_page(busy, chart):
    found = svg(draw(CHARTS[chart].live, busy, "palm_left", PAPER, (9, 3.5)))
    root = ET.fromstring(found)
    assert root.get("viewBox").startswith("0 0 648 ")
    assert list(root.iter(f"{NAMESPACE}text"))


def test_a_body_with_every_region_is_small(busy):
    found = svg(draw(CHARTS["body"].live, busy, "", PAPER, (9, 2.25), titled=False))
    assert len(found) < 200_000
    assert found.count("<path") < 260


def test_words_are_never_markup(drawn):
    own = OwnRegion('<b>"&', "palm_left", id="own_1")
    view = view_of(drawn({"own_1": [5] * 9}, own_region=(own,)))
    root = ET.fromstring(svg(draw(CHARTS["timeline"].live, view, "own_1")))
    assert any('<b>"&' in (each.text or "") for each in root.iter(f"{NAMESPACE}text"))


def test_a_figure_can_be_drawn_on_the_screen_after_it_was_written(busy):
    figure = draw(CHARTS["body"].live, busy, "", PAPER, (9, 2.25))
    before = on_the_screen(figure)
    size, canvas = tuple(figure.get_size_inches()), figure.canvas
    assert svg(figure) == svg(figure)
    assert tuple(figure.get_size_inches()) == size
    assert figure.canvas is canvas
    assert np.array_equal(on_the_screen(figure), before)


def test_what_reaches_beyond_the_axes_is_cut_off_there():
    figure = Figure((2, 2))
    axes = figure.add_axes((0.25, 0.25, 0.5, 0.5))
    axes.set_axis_off()
    axes.fill([-1, 2, 2, -1], [-1, -1, 2, 2], "black")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    printed = set_by_typst(svg(figure))
    assert printed[38:106, 38:106].max() < 10
    assert min(printed[:34].min(), printed[110:].min(), printed[:, :34].min()) > 245


def test_marks_stand_where_they_were_put_and_keep_their_shape():
    figure = Figure((2, 2))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, 144)
    axes.set_ylim(0, 144)
    axes.plot([36, np.nan, 108], [108, 50, 36], ls="none", marker="s", ms=20, mew=0, color="black")
    printed = set_by_typst(svg(figure)) < 128
    rows, columns = printed.nonzero()
    assert printed.sum() == pytest.approx(2 * 20 * 20, rel=0.06)
    assert {(int(y) // 72, int(x) // 72) for y, x in zip(rows, columns, strict=True)} == {
        (0, 0),
        (1, 1),
    }


def test_two_grounds_of_one_colour_leave_no_hole_where_they_meet():
    figure = Figure((2, 2))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, 3)
    axes.set_ylim(0, 3)
    one, other = [(0, 0), (2, 0), (2, 2), (0, 2)], [(1, 1), (1, 3), (3, 3), (3, 1)]
    axes.add_collection(PolyCollection([one, other], facecolors="black", edgecolors="none"))
    assert set_by_typst(svg(figure))[72, 72] == 0
