"""The real window on a real screen: keyboard, mouse and screen reader, down to the diary's file."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from ui.widgets.shapes import BodyShapes, body_shapes, label_point

MAP = "Body map"
WHEEL_UP, WHEEL_DOWN = 4, 5


class OnMap:
    """Where a region is on the screen: its shapes, fitted into the box that a reader is told."""

    def __init__(self, program, shapes: BodyShapes, region: str, name: str) -> None:
        self.thing = program.find(role="slider", name=name, within=MAP)
        self._shapes = shapes
        self._mine = shapes.of_region(region)
        self._bounds = QRectF()
        for shape in self._mine:
            self._bounds |= shape.bounds

    @property
    def within(self) -> tuple[float, float]:
        """A point well inside the region."""
        return self._on_screen(label_point(self._mine[0].path))

    @property
    def beside(self) -> list[tuple[float, float]]:
        """Points inside a box around one of its shapes, and in no region's shape."""
        corners = [
            corner + (box.center() - corner) * 0.06
            for box in (shape.bounds for shape in self._mine)
            for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
        ]
        regions = [shape.path for shape in self._shapes.shapes if shape.region]
        free = [point for point in corners if not any(path.contains(point) for path in regions)]
        assert len(free) >= 4, "this region fills its boxes"
        return [self._on_screen(point) for point in free]

    def _on_screen(self, point: QPointF) -> tuple[float, float]:
        left, top, width, height = self.thing["box"]
        return (
            left + (point.x() - self._bounds.left()) * width / self._bounds.width(),
            top + (point.y() - self._bounds.top()) * height / self._bounds.height(),
        )


@pytest.fixture
def right_palm(program) -> OnMap:
    return OnMap(program, body_shapes(), "palm_right", "Right palm")


@pytest.fixture
def left_palm(program) -> OnMap:
    return OnMap(program, body_shapes(), "palm_left", "Left palm")


def rate(program, region: OnMap, key: str) -> None:
    """Click a region, press a digit and wait until a reader is told of it."""
    program.click(*region.within)
    program.wait(region.thing, state="focused")
    program.press(key)
    program.wait(region.thing, value=int(key), description=f"{key} of 10")


def middle_of(thing) -> tuple[float, float]:
    x, y, width, height = thing["box"]
    return x + width / 2, y + height / 2


def test_the_right_palm_is_found_by_name_and_rated_by_keyboard_alone(program):
    palm = program.find(role="slider", name="Right palm", within=MAP)
    assert (palm["value"], palm["description"]) == (-1, "not recorded")
    program.tab_to(palm)
    program.press("7")
    program.wait(palm, value=7, description="7 of 10", state="focused")
    assert program.ratings() == {"palm_right": 7}


def test_a_screen_reader_sets_a_value_and_hears_it_back(program):
    palm = program.find(role="slider", name="Right palm", within=MAP)
    program.set(palm, 4)
    program.wait(palm, value=4, description="4 of 10")
    assert program.ratings() == {"palm_right": 4}


def test_a_click_in_the_box_of_a_region_but_beside_its_shape_changes_nothing(
    program, right_palm, left_palm
):
    rate(program, right_palm, "7")
    for point in right_palm.beside:
        program.click(*right_palm.within)
        program.wait(right_palm.thing, state="focused")
        program.click(*point)
        program.press("3")  # for no region: none is chosen now
    rate(program, left_palm, "5")  # everything before it has been seen to by then
    assert program.now(right_palm.thing)["value"] == 7
    assert program.ratings() == {"palm_right": 7, "palm_left": 5}


def test_a_brush_beside_every_shape_paints_nothing(program, right_palm, left_palm):
    program.click(*middle_of(program.find(name="Paint")))
    program.set(program.find(role="slider", name="Severity to paint"), 3)
    program.find(name="Painting: 3")
    for point in right_palm.beside:
        program.click(*point)
    program.click(*left_palm.within)
    program.wait(left_palm.thing, value=3)
    assert program.now(right_palm.thing)["value"] == -1
    assert program.ratings() == {"palm_left": 3}


def test_scrolling_over_the_map_and_the_strips_changes_nothing(program, right_palm, left_palm):
    rate(program, right_palm, "7")
    strip = program.find(role="slider", name="Right palm", outside=MAP)
    for button in (WHEEL_UP, WHEEL_DOWN):
        program.click(*right_palm.within, button, times=3)
        program.click(*right_palm.beside[0], button, times=3)
        program.click(*middle_of(strip), button, times=3)
    rate(program, left_palm, "5")
    assert program.now(right_palm.thing)["value"] == 7
    assert program.ratings() == {"palm_right": 7, "palm_left": 5}


def test_a_misclick_is_taken_back_by_ctrl_z_and_done_again_by_ctrl_shift_z(program, right_palm):
    rate(program, right_palm, "7")
    program.find(role="menu item", name="Undo Right palm: 7")
    program.press("ctrl+z")
    program.wait(right_palm.thing, value=-1, description="not recorded")
    program.find(role="menu item", name="Redo Right palm: 7")
    program.press("ctrl+shift+z")
    program.wait(right_palm.thing, value=7, description="7 of 10")
    program.find(role="menu item", name="Undo Right palm: 7")
    program.press("ctrl+z")
    program.wait(right_palm.thing, value=-1)
    assert program.ratings() == {}
