"""Regions are painted by click and drag, on both sides if wanted, and a drag can be taken back."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from model.catalog.regions import REGIONS
from tests.ui.bodymap_window import (
    PAIRED,
    SHIFT,
    Repaints,
    area,
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
    spot,
)
from ui.look import LIGHT
from ui.widgets.severity import NOT_APPLICABLE, NOT_RECORDED

SEVEN = LIGHT.severity(7).name()
SKIN = QColor(LIGHT.skin).name()
ARM = ("upper_arm_right", "elbow_crease_right", "forearm_right", "palm_right")


@pytest.fixture
def body(qtbot):
    body = open_map(qtbot)
    body.set_brush(7)
    return body


def test_a_click_with_a_brush_paints_one_region_and_makes_it_current(body):
    click(body, body.point_of("chest"))
    assert body.painted == [("chest",)]
    assert control(body, "chest").hasFocus()
    assert body.regions[-1] == "chest"
    assert body.chosen == [], "the page puts what was painted"


def test_a_drag_paints_each_region_once_in_the_order_touched(body):
    push(body, body.point_of(ARM[0]))
    for region in (*ARM[1:], *reversed(ARM)):
        drag(body, body.point_of(region))
    let_go(body, body.point_of(ARM[0]))
    assert body.painted == [ARM]
    assert control(body, "palm_right").hasFocus(), "the last one touched is current"


def test_a_fast_drag_jumps_over_no_region(body):
    push(body, body.point_of("upper_arm_right"))
    let_go(body, body.point_of("palm_right"))
    assert body.painted == [ARM]


def test_a_drag_is_shown_at_once_and_belongs_to_the_diary_only_when_put_there(body):
    push(body, body.point_of("thigh_right"))
    drag(body, body.point_of("thigh_left"))
    assert fill(body, "thigh_right") == fill(body, "thigh_left") == SEVEN
    assert control(body, "thigh_left").value() == NOT_RECORDED
    let_go(body, body.point_of("thigh_left"))
    assert fill(body, "thigh_left") == SKIN, "nobody put it into the diary"


def test_what_the_owner_puts_when_told_is_shown_without_a_gap(body):
    body.regions_painted.connect(
        lambda regions: body.show_values(dict.fromkeys(regions, 7), frozenset())
    )
    click(body, body.point_of("thigh_left"))
    assert fill(body, "thigh_left") == SEVEN


def test_a_refresh_from_the_diary_keeps_the_drag_in_view(body):
    push(body, body.point_of("thigh_right"))
    body.show_values({"abdomen": 3}, frozenset({"chest"}))
    assert fill(body, "thigh_right") == SEVEN
    assert fill(body, "abdomen") == LIGHT.severity(3).name()
    let_go(body, body.point_of("thigh_right"))
    assert body.painted == [("thigh_right",)]


def test_the_eraser_and_not_applicable_are_brushes_too(body):
    body.show_values({"thigh_right": 7}, frozenset())
    body.set_brush(NOT_RECORDED)
    push(body, body.point_of("thigh_right"))
    assert fill(body, "thigh_right") == SKIN
    let_go(body, body.point_of("thigh_right"))
    body.set_brush(NOT_APPLICABLE)
    push(body, body.point_of("thigh_right"))
    assert fill(body, "thigh_right") == SKIN
    let_go(body, body.point_of("thigh_right"))
    assert body.painted == [("thigh_right",)] * 2


def test_beside_all_regions_nothing_is_painted(body):
    push(body, beside(body))
    drag(body, beside(body) + QPointF(3, 40))
    let_go(body, beside(body))
    assert body.painted == []


def escape(body):
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)


def right_button(body):
    push(body, body.point_of("chest"), button=Qt.MouseButton.RightButton)


def another_brush(body):
    body.set_brush(2)


def lost_focus(body):
    QApplication.focusWidget().clearFocus()


def lost_release(body):
    hover(body, body.point_of("chest"))


def left_window(body):
    QApplication.sendEvent(body.kept, QEvent(QEvent.Type.WindowDeactivate))
    QApplication.sendEvent(body, QEvent(QEvent.Type.ActivationChange))


def disabled(body):
    body.setEnabled(False)
    body.setEnabled(True)


def hidden(body):
    body.hide()
    body.show()


def another_view(body):
    body.set_view("front")


def mirrored(body):
    body.set_mirrored(True)


@pytest.mark.parametrize("start", ["on a region", "beside all"])
@pytest.mark.parametrize(
    "end",
    [
        escape,
        right_button,
        another_brush,
        lost_focus,
        lost_release,
        left_window,
        disabled,
        hidden,
        another_view,
        mirrored,
    ],
)
def test_a_drag_that_is_broken_off_leaves_nothing(body, end, start):
    point = body.point_of("abdomen") if start == "on a region" else beside(body)
    push(body, point)
    drag(body, body.point_of("thigh_right"))
    assert fill(body, "thigh_right") == SEVEN
    end(body)
    assert fill(body, "thigh_right") == SKIN
    drag(body, body.point_of("thigh_left"))
    let_go(body, body.point_of("thigh_left"))
    assert body.painted == []
    assert body.drops == []


def test_escape_takes_back_the_drag_then_the_brush_then_the_zoom(body):
    body.set_view("front")
    push(body, body.point_of("abdomen"))
    escape(body)
    assert (body.drops, body.views) == ([], [])
    escape(body)
    assert (body.drops, body.views) == (["dropped"], [])
    escape(body)
    assert (body.drops, body.views) == (["dropped"], [""])
    click(body, body.point_of("chest"))
    assert body.painted == [], "without a brush a click chooses"


def test_the_cursor_shows_the_brush(body):
    hover(body, body.point_of("chest"))
    assert body.cursor().shape() == Qt.CursorShape.CrossCursor
    body.set_brush(None)
    assert body.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(body, beside(body))
    assert body.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_two_quick_clicks_paint_twice(body):
    point = body.point_of("chest")
    click(body, point)
    mouse(body, QEvent.Type.MouseButtonDblClick, point)
    let_go(body, point)
    assert body.painted == [("chest",), ("chest",)]


@pytest.mark.parametrize("how", ["toggle", "Shift"])
def test_both_sides_are_shown_and_one_is_told(body, how):
    body.set_both_sides(how == "toggle")
    held = SHIFT if how == "Shift" else Qt.KeyboardModifier.NoModifier
    push(body, body.point_of("thigh_right"), modifier=held)
    assert fill(body, "thigh_right") == fill(body, "thigh_left") == SEVEN
    let_go(body, body.point_of("thigh_right"))
    assert body.painted == [("thigh_right",)]
    assert body.both_sides_wanted
    body.set_both_sides(False)
    click(body, body.point_of("chest"))
    assert not body.both_sides_wanted


def changed(body, before, region):
    """Tell whether the outline of a region came or went since a picture was taken."""
    now = picture(body)
    for shape in body._body.of_region(region):
        box = body._picture.scale.mapRect(shape.bounds).toRect()
        if now.copy(box) != before.copy(box):
            return True
    return False


@pytest.mark.parametrize("how", ["toggle", "Shift"])
@pytest.mark.parametrize("region", ["axilla_right", "hand_back_left"])
def test_hovering_outlines_the_pair_where_both_sides_are_meant(body, how, region):
    pair, held = REGIONS[region].pair, Qt.KeyboardModifier.NoModifier
    body.set_brush(None)
    hover(body, beside(body))
    calm = picture(body)
    hover(body, body.point_of(region))
    assert changed(body, calm, region)
    assert not changed(body, calm, pair)
    if how == "toggle":
        body.set_both_sides(True)
    else:
        held = SHIFT
    hover(body, body.point_of(region) + QPointF(1, 0), modifier=held)
    assert changed(body, calm, pair)
    body.set_both_sides(False)
    hover(body, beside(body))
    assert not changed(body, calm, region)
    assert not changed(body, calm, pair)


def covers(body, repainted, region):
    """Tell whether all shapes of a region were repainted."""
    return all(
        repainted.contains(point.toPoint()) and repainted.contains(corner)
        for shape in body._body.of_region(region)
        for point in [body._picture.scale.map(body._picture.label(shape))]
        for corner in [body._picture.scale.mapRect(shape.bounds).toRect().topLeft()]
    )


def test_hovering_repaints_what_the_pointer_leaves_and_enters_and_no_more(body):
    hover(body, beside(body))
    repaints = Repaints(body)
    entered = repaints.since(hover, body, body.point_of("axilla_right"))
    assert covers(body, entered, "axilla_right")
    moved = repaints.since(hover, body, body.point_of("forearm_left"))
    assert covers(body, moved, "axilla_right")
    assert covers(body, moved, "forearm_left")
    left = repaints.since(hover, body, beside(body))
    assert covers(body, left, "forearm_left")
    assert not covers(body, left, "axilla_right")
    for region in (entered, moved, left):
        assert area(region) < body.width() * body.height() / 8


def test_a_drag_and_a_value_repaint_what_they_change_and_no_more(body):
    hover(body, body.point_of("axilla_right"))
    repaints = Repaints(body)
    for part, deed, *arguments in (
        ("axilla_right", push, body, body.point_of("axilla_right")),
        ("upper_arm_right", drag, body, body.point_of("upper_arm_right")),
        ("axilla_right", escape, body),
        ("sole_left", body.show_values, {"sole_left": 4}, frozenset()),
    ):
        repainted = repaints.since(deed, *arguments)
        assert covers(body, repainted, part)
        assert not covers(body, repainted, "lower_leg_left")
        assert area(repainted) < body.width() * body.height() / 8


def test_shift_by_key_outlines_the_pair_of_the_region_under_the_pointer(body, qtbot):
    body.set_brush(None)
    click(body, body.point_of("abdomen"))
    hover(body, body.point_of("axilla_right"))
    before = picture(body)
    qtbot.keyPress(QApplication.focusWidget(), Qt.Key.Key_Shift)
    assert changed(body, before, "axilla_left")
    qtbot.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Shift)
    assert not changed(body, before, "axilla_left")


def test_shift_at_the_click_holds_for_the_digit_and_ends_with_the_next_arrow(body):
    body.set_brush(None)
    click(body, body.point_of("palm_right"), modifier=SHIFT)
    press(QApplication.focusWidget(), Qt.Key.Key_7)
    assert body.chosen == [("palm_right", 7)]
    assert body.both_sides_wanted
    press(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert not body.both_sides_wanted
    press(QApplication.focusWidget(), Qt.Key.Key_Up, modifier=SHIFT)
    assert body.both_sides_wanted


def test_shift_at_a_click_says_nothing_of_a_region_that_a_screen_reader_sets(body):
    body.set_brush(None)
    click(body, body.point_of("palm_right"), modifier=SHIFT)
    control(body, "sole_left").setValue(4)
    assert body.chosen == [("sole_left", 4)]
    assert not body.both_sides_wanted


def test_every_pair_is_previewed_on_its_own_other_side(body):
    body.set_both_sides(True)
    for region in PAIRED:
        push(body, body.point_of(region))
        assert body._picture.value_of(REGIONS[region].pair) == 7
        let_go(body, body.point_of(region))
    assert body.painted == [(region,) for region in PAIRED]


def test_a_ghost_is_no_value(body):
    """It leaves the fill alone, is gone once there is a value, and tells a reader nothing."""
    body.show_values({}, frozenset(), {"abdomen": 8, "chest": 8})
    assert fill(body, "abdomen") == SKIN
    assert control(body, "abdomen").value() == NOT_RECORDED
    ghostly = picture(body)
    body.show_values({"chest": 3}, frozenset(), {"abdomen": 8, "chest": 8})
    with_ghost = picture(body)
    body.show_values({"chest": 3}, frozenset())
    without = picture(body)
    near = body.point_of("abdomen").toPoint()
    assert with_ghost.copy(near.x() - 9, near.y() - 9, 18, 18) != without.copy(
        near.x() - 9, near.y() - 9, 18, 18
    )
    near = body.point_of("chest").toPoint()
    part = (near.x() - 12, near.y() - 12, 24, 24)
    assert with_ghost.copy(*part) == without.copy(*part)
    assert ghostly.copy(*part) != without.copy(*part)


def test_a_ghost_is_never_as_strong_as_a_value(body):
    middle = body.point_of("abdomen").toPoint()

    def darkest():
        part = picture(body).copy(middle.x() - 14, middle.y() - 14, 28, 28)
        return min(part.pixelColor(x, y).lightness() for x in range(28) for y in range(28))

    body.show_values({}, frozenset(), {"abdomen": 1})
    ghost = darkest()
    assert ghost >= QColor(LIGHT.quiet).lightness() - 2
    body.show_values({"abdomen": 1}, frozenset())
    assert darkest() < ghost - 40


def test_a_followed_region_stands_out(body):
    edge = control(body, "abdomen").geometry()
    body.show_values({"abdomen": 5}, frozenset())
    before = picture(body).copy(edge)
    body.show_values({"abdomen": 5}, frozenset({"abdomen"}))
    followed = picture(body).copy(edge)

    def darkest(image):
        half = image.height() // 2
        return min(image.pixelColor(x, half).lightness() for x in range(12))

    assert darkest(followed) < darkest(before) - 20
    middle = spot(body, "abdomen") - edge.topLeft()
    assert followed.pixelColor(middle) == before.pixelColor(middle)
