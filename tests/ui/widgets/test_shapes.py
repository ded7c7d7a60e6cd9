"""The drawn body map keeps its laws: complete, tiled, mirrored, and clickable where it is drawn."""

import itertools
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from model.catalog.regions import REGIONS, pair_of
from ui.widgets.shapes import BODYMAP, body_shapes, label_point
from ui.widgets.titles import view_titles

VIEWS = tuple(view_titles())
SVG = "{http://www.w3.org/2000/svg}"
BODY = body_shapes()
SLIVER = 0.5  # square units of rounding along a shared border; the map has 896 x 1000 units


def area(path: QPainterPath) -> float:
    total = 0.0
    for polygon in path.toSubpathPolygons():
        points = [polygon.at(i) for i in range(polygon.size())]
        twice = sum(a.x() * b.y() - b.x() * a.y() for a, b in itertools.pairwise(points))
        total += abs(twice) / 2
    return total


def regions_of(view):
    return [shape for shape in BODY.shapes if shape.view == view and shape.region]


def test_every_view_is_drawn_and_has_its_label():
    assert {shape.view for shape in BODY.shapes} == set(VIEWS)


def test_every_region_has_a_shape_and_every_shape_a_region():
    assert {shape.region for shape in BODY.shapes if shape.region} == set(REGIONS)


def test_every_id_is_its_region_or_its_region_and_view():
    for element in ElementTree.parse(BODYMAP).getroot().iter(f"{SVG}path"):
        region, view = element.get("data-region"), element.get("data-view")
        if region:
            assert element.get("id") in (region, f"{region}.{view}")


@pytest.mark.parametrize("view", VIEWS)
def test_no_two_regions_of_a_view_overlap(view):
    for one, other in itertools.combinations(regions_of(view), 2):
        if one.bounds.intersects(other.bounds):
            common = area(one.path.intersected(other.path))
            assert common < SLIVER, (one.region, other.region)


@pytest.mark.parametrize("view", VIEWS)
def test_the_regions_of_a_view_fill_its_outline(view):
    (outline,) = (s for s in BODY.shapes if s.view == view and s.outline)
    filled = sum(area(shape.path) for shape in regions_of(view))
    assert filled == pytest.approx(area(outline.path), abs=2 * SLIVER)


@pytest.mark.parametrize("view", VIEWS)
def test_left_and_right_are_exact_mirrors(view):
    shapes = {shape.region: shape.path for shape in regions_of(view)}
    pairs = [name.removesuffix("_right") for name in shapes if name.endswith("_right")]
    axes = set()
    for stem in pairs:
        left, right = shapes[f"{stem}_left"], shapes[f"{stem}_right"]
        centres = left.boundingRect().center().x() + right.boundingRect().center().x()
        axes.add(round(10 * centres))
        mirrored = {(round(10 * centres) - x, y) for x, y in points(right)}
        assert points(left) == mirrored, stem
    assert len(axes) <= 1, "one axis a view"


def points(path):
    """Return the points of a path in tenths of a unit, as the file gives them."""
    elements = [path.elementAt(i) for i in range(path.elementCount())]
    return {(round(10 * point.x), round(10 * point.y)) for point in elements}


@pytest.mark.parametrize("view", VIEWS)
def test_the_patients_right_is_where_the_labels_say(view):
    middle = QSvgRenderer(str(BODYMAP)).boundsOnElement(f"view.{view}").center().x()
    for shape in regions_of(view):
        if shape.region.endswith(("_left", "_right")):
            on_the_left = shape.bounds.center().x() < middle
            right_is_left = view != "back"
            assert on_the_left == (shape.region.endswith("_right") == right_is_left), shape.region


def test_what_is_clickable_is_what_is_drawn():
    """Qt's own picture of the file, each region in a colour of its own, agrees with the paths."""
    regions = sorted(REGIONS)
    tree = ElementTree.parse(BODYMAP)
    for element in tree.getroot().iter(f"{SVG}path"):
        region = element.get("data-region")
        element.set("stroke", "none")
        element.set("fill", f"#{0x10 + regions.index(region):02x}0000" if region else "none")
    image = QImage(896, 1000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(ElementTree.tostring(tree.getroot()))).render(painter)
    painter.end()
    scale = 896 / image.width()  # the view box of the file is 896 x 1000
    seen = set()
    for x in range(2, image.width() - 2, 3):
        for y in range(2, image.height() - 2, 3):
            around = {image.pixel(x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1)}
            if len(around) > 1:
                continue  # on a border, where the picture blends two colours
            red = QColor(around.pop()).red()
            drawn = regions[red - 0x10] if red else ""
            hit = BODY.at(QPointF((x + 0.5) * scale, (y + 0.5) * scale))
            assert (hit.region if hit else "") == drawn, (x, y)
            seen.add(drawn)
    assert seen == {*regions, ""}


def test_a_numeral_stands_well_inside_its_region():
    for shape in BODY.shapes:
        if shape.region:
            assert shape.path.contains(label_point(shape.path)), shape.region


@pytest.mark.parametrize("view", VIEWS)
def test_a_mirror_changes_the_sides_of_every_view_and_nothing_else(view):
    drawn, mirrored = BODY.seen(view, False), BODY.seen(view, True)
    assert {shape.view for shape in drawn.shapes} == {view}
    for one, other in zip(drawn.shapes, mirrored.shapes, strict=True):
        assert other.path is one.path
        assert other.view == one.view
        pair = REGIONS[one.region].pair if one.region else ""
        assert other.region == (pair or one.region)
        assert pair == pair_of(one.region)


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_not_paired_stands_on_the_axis_so_that_a_mirror_moves_nothing(view):
    axis = sum(s.bounds.center().x() for s in BODY.shapes if s.view == view and s.outline)
    for shape in regions_of(view):
        if not REGIONS[shape.region].pair:
            assert shape.bounds.center().x() == pytest.approx(axis, abs=SLIVER), shape.region


def test_the_file_is_flat_and_light():
    text = BODYMAP.read_text("utf-8")
    assert len(text) < 80_000
    for word in ("transform", "<g", "<style", "<script", "<text", "<image"):
        assert word not in text, word
