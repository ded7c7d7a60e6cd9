"""The body map under pointer and keyboard, and as a screen reader sees it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from model.catalog.regions import REGIONS
from tests.ui.bodymap_window import NAMES, click, control, open_map, picture, press
from ui.widgets.region_control import RegionControl
from ui.widgets.severity import NOT_APPLICABLE, NOT_RECORDED


@pytest.fixture
def body(qtbot):
    return open_map(qtbot)


def select(body, region):
    click(body, body.point_of(region))


def test_a_click_names_the_region_under_the_pointer(body, qtbot):
    for region in REGIONS:
        body.setFocus()
        with qtbot.waitSignal(body.region_chosen) as chosen:
            qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=body.point_of(region).toPoint())
        assert chosen.args == [region]


def test_a_click_in_the_box_of_a_region_but_outside_its_shape_chooses_nothing(body, qtbot):
    box = control(body, "palm_right").geometry()
    corner = QPointF(box.right() - 1, box.bottom() - 1)
    assert body.region_at(corner) == ""
    select(body, "palm_right")
    with qtbot.waitSignal(body.region_chosen) as chosen:
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=corner.toPoint())
    assert chosen.args == [""], "a near miss leaves no region for the next digit"
    assert not control(body, "palm_right").hasFocus()
    assert body.chosen == []


def test_digits_set_delete_clears_and_n_is_not_applicable(body):
    select(body, "sole_left")
    for key in (Qt.Key.Key_0, Qt.Key.Key_7, Qt.Key.Key_Delete, Qt.Key.Key_N):
        press(QApplication.focusWidget(), key)
    values = [value for _, value in body.chosen]
    assert values == [0, 7, NOT_RECORDED, NOT_APPLICABLE]
    assert {region for region, _ in body.chosen} == {"sole_left"}


@pytest.mark.parametrize(("pause", "last"), [(400, 10), (2000, 0)])
def test_a_zero_soon_after_a_one_makes_ten(body, pause, last):
    select(body, "chest")
    press(QApplication.focusWidget(), Qt.Key.Key_1, at=5000)
    press(QApplication.focusWidget(), Qt.Key.Key_0, at=5000 + pause)
    assert [value for _, value in body.chosen] == [1, last]


def test_a_one_that_was_cleared_and_a_zero_are_no_ten(body):
    select(body, "chest")
    for key in (Qt.Key.Key_1, Qt.Key.Key_Delete, Qt.Key.Key_0):
        press(QApplication.focusWidget(), key, at=5000)
    assert [value for _, value in body.chosen] == [1, NOT_RECORDED, 0]


def test_a_shortcut_with_ctrl_is_no_digit(body, qtbot):
    select(body, "chest")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert body.chosen == []


def test_the_wheel_changes_nothing(body):
    body.show_values({"chest": 5}, frozenset())
    event = QWheelEvent(
        body.point_of("chest"),
        body.mapToGlobal(body.point_of("chest")),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(control(body, "chest"), event)
    assert not event.isAccepted()
    assert control(body, "chest").value() == 5
    assert body.chosen == []


def test_arrows_reach_every_region_of_the_map(body):
    """From the first tab stop every region can be walked to, over neighbours only."""
    select(body, "palm_right")
    seen, waiting = {"palm_right"}, ["palm_right"]
    while waiting:
        region = waiting.pop()
        for shape in body._body.of_region(region):
            for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
                click(body, body._picture.scale.map(body._picture.label(shape)))
                press(QApplication.focusWidget(), key)
                reached = QApplication.focusWidget().region
                if reached not in seen:
                    seen.add(reached)
                    waiting.append(reached)
    assert seen == set(REGIONS)


def test_the_map_is_one_tab_stop(body, qtbot):
    select(body, "forehead")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "after"
    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier
    )
    assert QApplication.focusWidget().region == "forehead"


def test_a_screen_reader_finds_every_region_with_name_value_and_words(body):
    body.show_values({"palm_left": 7, "chest": NOT_APPLICABLE, "nose": 0}, frozenset())
    words = {"palm_left": "7 of 10", "chest": "not applicable", "nose": "0 of 10"}
    for region, name in NAMES.items():
        seen = QAccessible.queryAccessibleInterface(control(body, region))
        assert seen.role() == QAccessible.Role.Slider
        assert seen.text(QAccessible.Text.Name) == name
        assert seen.text(QAccessible.Text.Description) == words.get(region, "not recorded")
    panel = QAccessible.queryAccessibleInterface(body)
    assert panel.text(QAccessible.Text.Name) == "Body map"


def test_a_screen_reader_can_set_a_value(body):
    QAccessible.queryAccessibleInterface(
        control(body, "palm_left")
    ).valueInterface().setCurrentValue(6)
    assert body.chosen == [("palm_left", 6)]


def test_what_a_screen_reader_hits_is_the_region(body):
    """Readers ask for the rectangle, and Qt's childAt for the mask within it."""
    for region in REGIONS:
        there = body.point_of(region).toPoint()
        assert control(body, region).geometry().contains(there), region
        for other in body.findChildren(RegionControl):
            inside = other.mask().contains(there - other.pos())
            assert inside == (other.region == region), (region, other.region)


def test_zero_missing_and_not_applicable_look_different(body):
    spot = body.point_of("abdomen").toPoint() + QPoint(16, 16)
    assert body.region_at(QPointF(spot)) == "abdomen"
    seen = {}
    for name, values, followed in (
        ("other", {}, frozenset()),
        ("zero", {"abdomen": 0}, frozenset({"abdomen"})),
        ("five", {"abdomen": 5}, frozenset({"abdomen"})),
        ("ten", {"abdomen": 10}, frozenset({"abdomen"})),
    ):
        body.show_values(values, followed)
        seen[name] = picture(body).pixelColor(spot).name()
    assert len(set(seen.values())) == 4, seen
    body.show_values({}, frozenset({"abdomen"}))
    hatched = picture(body)
    around = {hatched.pixelColor(spot + QPoint(x, y)).name() for x in range(9) for y in range(9)}
    assert len(around) > 1, "a followed region without a rating is hatched"


def test_a_partial_repaint_leaves_the_picture_that_a_full_one_makes(body):
    body.show_values({"palm_left": 3, "chest": 9}, frozenset({"chest"}))
    body.show_values({"palm_left": 8, "sole_right": 2}, frozenset({"palm_left", "nose"}))
    after = picture(body)
    body._picture.forget()
    whole = picture(body)
    assert after.size() == whole.size()
    for x in range(0, whole.width(), 2):
        for y in range(0, whole.height(), 2):
            one, other = after.pixelColor(x, y), whole.pixelColor(x, y)
            pairs = zip(one.getRgb(), other.getRgb(), strict=True)
            # Antialiasing rounds a little differently at the edge of a clip.
            assert max(abs(a - b) for a, b in pairs) <= 8, (x, y)
