"""The shapes of the body: how the map is read, and what lies within its polygons."""

from xml.etree import ElementTree

import numpy as np
import pytest

from model.charts.body_shapes import BODYMAP, SVG, body_shapes, flattened, hatching


def test_shapes_keep_few_corners_and_their_spot_lies_inside():
    from matplotlib.path import Path

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


def test_the_map_is_read_as_a_parser_of_any_svg_reads_it():
    paths = [each.get("d") for each in ElementTree.parse(BODYMAP).getroot().iter(f"{{{SVG}}}path")]
    assert len(paths) > 70
    for path in paths:
        any_way = path.replace("M", "M ", 1)  # no longer as the map writes it: fontTools reads it
        for steps in (0, 2):
            ours, theirs = flattened(path, steps), flattened(any_way, steps)
            assert len(ours) == len(theirs)
            for one, other in zip(ours, theirs, strict=True):
                assert np.array_equal(one, other)


@pytest.mark.parametrize(
    "path",
    ["m10 10l20 0l0 10z", "M10,10H30V20Z", "M 10 10 L 30 10 L 30 20 Z", "M1e1 10L30 10 30 20Z"],
)
def test_a_path_that_another_program_wrote_is_read_too(path):
    (line,) = flattened(path)
    assert line.tolist()[:3] == [[10, 10], [30, 10], [30, 20]]


def test_a_curve_becomes_as_many_lines_as_wanted():
    # Its four points are evenly spaced, so that the curve is a line and its pieces are alike.
    (line,) = flattened("M0 0L1 0C2 3 3 6 4 9L5 9Z", 3)
    assert line == pytest.approx(np.array([[0, 0], [1, 0], [2, 3], [3, 6], [4, 9], [5, 9]]))


def test_parts_of_a_path_stay_apart():
    one, other = flattened("M0 0L1 0L1 1Z M5 5L6 5Z")
    assert one.tolist() == [[0, 0], [1, 0], [1, 1]]
    assert other.tolist() == [[5, 5], [6, 5]]
