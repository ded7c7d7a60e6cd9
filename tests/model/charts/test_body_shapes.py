"""The shapes of the body: how the map is read, and what lies within its polygons."""

import subprocess
import sys
from pathlib import Path as File
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.path import Path

from model.charts.body_shapes import (
    BODYMAP,
    SVG,
    body_shapes,
    bounds_of,
    flattened,
    hatching,
    spot_in,
)

ROOT = File(__file__).parents[3]


def test_shapes_keep_few_corners_and_their_spot_lies_inside():
    for shape in body_shapes():
        if shape.region:
            assert len(shape.lines[0]) <= 70
            assert Path(shape.lines[0]).contains_point((shape.spot.x, shape.spot.y))


@pytest.mark.parametrize("slanted", [True, False])
def test_hatching_stays_inside_and_covers_from_edge_to_edge(slanted):
    square = np.array(((0.0, 0.0), (30.0, 0.0), (30.0, 30.0), (0.0, 30.0)))
    found = hatching(square, 3.0, slanted)
    ends = found[~np.isnan(found[:, 0])]
    assert ends.min() >= -1e-9
    assert ends.max() <= 30 + 1e-9
    on_the_edge = np.isclose(ends, 0) | np.isclose(ends, 30)
    assert on_the_edge.any(axis=1).all()
    assert len(ends) >= 2 * 9


def paths_of_the_map():
    return [each.get("d") for each in ElementTree.parse(BODYMAP).getroot().iter(f"{{{SVG}}}path")]


OTHERS = [
    "M10 10L30 10L30 20Z",  # does not come back by itself
    "M0 0L4 0L4 4L0 0ZL9 9L0 9",  # goes on after it was closed
    "M1 1L2 2",
    "M0 0C0 1 1 1 1 0L0 0ZM5 5L6 5L5 5Z",
]


@pytest.mark.parametrize("paths", [paths_of_the_map(), OTHERS], ids=["the map", "others"])
def test_a_path_is_read_as_a_parser_of_any_svg_reads_it(paths):
    for path in paths:
        any_way = path.replace("M", "M ", 1)  # not as the map writes it: fontTools reads it
        for steps in (0, 2):
            ours, theirs = flattened(path, steps), flattened(any_way, steps)
            assert len(ours) == len(theirs)
            for one, other in zip(ours, theirs, strict=True):
                assert np.array_equal(one, other), path


READS = """
import sys
from model.charts.body_shapes import body_shapes
print(len(body_shapes()), "fontTools.svgLib" in sys.modules)
"""


def test_the_map_itself_needs_no_other_parser():
    done = subprocess.run(
        [sys.executable, "-c", READS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(len(paths_of_the_map())), "False"]


@pytest.mark.parametrize(
    "path",
    ["m10 10l20 0l0 10z", "M10,10H30V20Z", "M 10 10 L 30 10 L 30 20 Z", "M1e1 10L30 10 30 20Z"],
)
def test_a_path_that_another_program_wrote_is_read_too(path):
    (line,) = flattened(path)
    assert line.tolist() == [[10, 10], [30, 10], [30, 20], [10, 10]]


def test_a_quadratic_curve_is_the_cubic_one_of_its_shape():
    (line,) = flattened("M0 0Q2 4 4 0", 2)
    assert line == pytest.approx(np.array([[0, 0], [2, 2], [4, 0]]))


def test_a_curve_becomes_as_many_lines_as_wanted():
    # Its four points are evenly spaced, so that the curve is a line and its pieces are alike.
    (line,) = flattened("M0 0L1 0C2 3 3 6 4 9L5 9L0 0Z", 3)
    ends = [[0, 0], [1, 0], [2, 3], [3, 6], [4, 9], [5, 9], [0, 0]]
    assert line == pytest.approx(np.array(ends))


def test_parts_of_a_path_stay_apart():
    one, other = flattened("M0 0L1 0L1 1L0 0Z M5 5L6 5L5 5Z")
    assert one.tolist() == [[0, 0], [1, 0], [1, 1], [0, 0]]
    assert other.tolist() == [[5, 5], [6, 5], [5, 5]]


def test_a_path_without_anything_is_no_line():
    assert flattened(" ") == ()


def test_every_shape_has_a_spot_one_with_a_tip_on_the_way_too():
    for shape in body_shapes():
        assert shape.bounds.left <= shape.spot.x <= shape.bounds.right
    tipped = np.array([(0, 0), (20, 0), (20, 90), (60, 50), (50, 100), (0, 100)], float)
    spot = spot_in(tipped, bounds_of([tipped]))
    assert Path(tipped).contains_point((spot.x, spot.y))
