"""The map as in a mirror and each view alone: what is stored never depends on what is seen."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from model.catalog.regions import REGIONS
from tests.ui.bodymap_window import (
    PAIRED,
    Repaints,
    beside,
    click,
    control,
    drag,
    fill,
    hover,
    let_go,
    mouse,
    open_map,
    picture,
    press,
    push,
    title_of,
)
from ui.look import LIGHT
from ui.widgets.region_control import RegionControl
from ui.widgets.titles import view_titles

VIEWS = tuple(view_titles())
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@pytest.fixture
def body(qtbot):
    return open_map(qtbot)


def points(body):
    """Return a point of the widget in every shape of every region, with region and view."""
    scale, label = body._picture.scale, body._picture.label
    return [(scale.map(label(s)), s.region, s.view) for s in body._body.shapes if s.region]


def test_the_same_point_is_the_other_side_in_a_mirror(body):
    places = points(body)
    body.set_mirrored(True)
    for point, region, _ in places:
        click(body, point)
        assert body.regions[-1] == (REGIONS[region].pair or region)
    body.set_mirrored(False)
    for point, region, _ in places:
        assert body.region_at(point) == region


def test_a_region_painted_in_the_mirror_is_told_by_its_own_side(body):
    body.set_brush(5)
    for mirrored in (False, True):
        body.set_mirrored(mirrored)
        for region in PAIRED:
            click(body, body.point_of(region))
    assert body.painted == [(region,) for region in PAIRED] * 2


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("view", ["", *VIEWS])
def test_the_nearest_letter_names_the_persons_own_side(body, view, mirrored):
    """Front and back are no exception: each prints R where the right side of the person is."""
    body.set_mirrored(mirrored)
    body.set_view(view)
    letters = [label for label in body._picture.titles.labels if label.side]
    assert {label.view for label in letters} == ({view} if view else set(VIEWS))
    seen = set()
    for point, region, where in points(body):
        if REGIONS[region].side:
            nearest = min(
                (label for label in letters if label.view == where),
                key=lambda label: abs(label.place.center().x() - point.x()),
            )
            assert nearest.side == REGIONS[region].side, (region, where)
            assert nearest.text == nearest.side[0].upper()
            seen.add(where)
    assert seen == ({view} if view else set(VIEWS))


def test_front_and_back_are_never_swapped(body):
    titles = body._picture.titles
    for mirrored in (False, True):
        body.set_mirrored(mirrored)
        assert abs(body.point_of("chest").x() - titles.place_of("front").center().x()) < 30
        assert abs(body.point_of("upper_back").x() - titles.place_of("back").center().x()) < 30


def test_values_and_readers_follow_the_mirror(body):
    body.show_values({"thigh_right": 9}, frozenset())
    place = body.point_of("thigh_right")
    body.set_mirrored(True)
    assert fill(body, "thigh_right") == LIGHT.severity(9).name()
    assert body.region_at(place) == "thigh_left"
    for region in REGIONS:
        there = body.point_of(region).toPoint()
        for other in body.findChildren(RegionControl):
            inside = other.mask().contains(there - other.pos())
            assert inside == (other.region == region), (region, other.region)


def test_the_region_with_the_focus_keeps_it_in_the_mirror(body):
    click(body, body.point_of("palm_right"))
    body.set_mirrored(True)
    assert control(body, "palm_right").hasFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget().region == "forearm_right"


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_alone_is_larger_and_has_its_regions_only(body, view):
    mine = {shape.region for shape in body._body.shapes if shape.view == view} - {""}
    before = body._picture.scale.m11()
    body.set_view(view)
    assert body._picture.scale.m11() > before
    clicked = set()
    for x in range(0, body.width(), 6):
        for y in range(0, body.height(), 6):
            clicked.add(body.region_at(QPointF(x, y)))
    assert clicked - {""} == mine
    for region in REGIONS:
        assert control(body, region).isVisible() == (region in mine)
        there = QAccessible.queryAccessibleInterface(control(body, region)).state()
        assert bool(there.invisible) == (region not in mine)
    for other in VIEWS:
        assert body._picture.titles.place_of(other).isNull() == (other != view)
    for label in body._picture.titles.labels:
        assert body.rect().contains(label.place.toRect()), label.text


@pytest.mark.parametrize("view", VIEWS)
def test_arrows_stay_in_the_view_and_reach_all_of_it(body, view):
    mine = {shape.region for shape in body._body.shapes if shape.view == view} - {""}
    body.set_view(view)
    first = body._current.region
    seen, waiting = {first}, [first]
    while waiting:
        region = waiting.pop()
        for key in ARROWS:
            click(body, body.point_of(region))
            press(QApplication.focusWidget(), key)
            reached = QApplication.focusWidget().region
            if reached not in seen:
                seen.add(reached)
                waiting.append(reached)
    assert seen == mine


def test_the_current_region_stays_if_the_view_has_it(body):
    click(body, body.point_of("palm_right"))
    body.set_view("palms")
    assert control(body, "palm_right").hasFocus()
    body.set_view("face")
    assert QApplication.focusWidget() is None, "nobody has chosen a region of this view"
    assert body.regions[-1] == ""
    assert not control(body, "palm_right").isVisible()
    body.set_view("")
    assert control(body, "palm_right").isVisible()


def test_a_view_is_chosen_by_its_title_and_left_by_it(body):
    for view in VIEWS:
        click(body, title_of(body, view))
        assert body.views[-1] == view
        click(body, title_of(body, view))
        assert body.views[-1] == ""


def test_the_second_click_of_a_double_click_on_a_title_hits_nothing(body):
    body.set_brush(4)
    for view in VIEWS:
        point = title_of(body, view)
        click(body, point)
        mouse(body, QEvent.Type.MouseButtonDblClick, point)
        let_go(body, point)
        assert body.views[-1] == view
        body.set_view("")
    assert body.painted == []


def test_a_double_click_beside_the_regions_zooms_in_and_out(body):
    corner = body._picture.scale.map(body._picture._views["soles"].topLeft() + QPointF(3, 3))
    assert body.region_at(corner) == ""
    mouse(body, QEvent.Type.MouseButtonDblClick, corner)
    assert body.views == ["soles"]
    mouse(body, QEvent.Type.MouseButtonDblClick, QPointF(4, 4))
    assert body.views == ["soles", ""]


def test_plus_and_minus_zoom_by_keyboard(body):
    click(body, body.point_of("chest"))
    press(QApplication.focusWidget(), Qt.Key.Key_Plus)
    press(QApplication.focusWidget(), Qt.Key.Key_Minus)
    assert body.views == ["front", ""]
    assert control(body, "chest").hasFocus()


def test_a_title_shows_that_it_can_be_clicked(body):
    hover(body, beside(body))
    calm = picture(body)
    hover(body, title_of(body, "palms"))
    assert body.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert body.toolTip() == "Show it larger"
    place = body._picture.titles.place_of("palms").toAlignedRect().adjusted(0, 0, 0, 3)
    assert picture(body).copy(place) != calm.copy(place), "it is underlined"
    hover(body, beside(body))
    assert picture(body).copy(place) == calm.copy(place)
    assert body.toolTip() == ""


def test_a_title_is_repainted_as_the_pointer_comes_and_goes(body):
    hover(body, beside(body))
    repaints, place = Repaints(body), body._picture.titles.place_of("palms").toRect()
    for point in (title_of(body, "palms"), beside(body)):
        assert repaints.since(hover, body, point).contains(place)


@pytest.mark.parametrize("size", [(340, 400), (400, 457), (560, 640), (1600, 900), (500, 1400)])
def test_every_word_fits_at_every_size(body, size):
    body.setFixedSize(*size)
    QApplication.processEvents()
    for view in ("", *VIEWS):
        body.set_view(view)
        labels = body._picture.titles.labels
        for label in labels:
            assert body.rect().contains(label.place.toRect()), (view, label)
        for one in labels:
            for other in labels:
                assert one is other or not one.place.intersects(other.place), (one, other)


def test_the_view_and_the_mirror_can_be_set_before_the_first_paint(qtbot):
    from ui.bodymap import BodyMap

    body = BodyMap(lambda: {region.id: region.name for region in REGIONS.values()})
    qtbot.addWidget(body)
    body.set_mirrored(True)
    body.set_view("palms")
    with qtbot.waitExposed(body):
        body.show()
    qtbot.waitUntil(lambda: bool(body.findChildren(RegionControl)))
    assert {shape.view for shape in body._body.shapes} == {"palms"}
    assert body.point_of("palm_right").x() > body.point_of("palm_left").x()


def test_a_drag_paints_in_a_view_alone(body):
    body.set_brush(6)
    body.set_view("face")
    push(body, body.point_of("forehead"))
    drag(body, body.point_of("chin"))
    let_go(body, body.point_of("chin"))
    assert body.painted[0][0] == "forehead"
    assert body.painted[0][-1] == "chin"
    assert "nose" in body.painted[0]
