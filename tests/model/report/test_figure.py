"""The body on paper: filled, numbered, hatched where there are too few days."""

from xml.etree import ElementTree as ET

import pytest

from model.charts.style import PAPER, severity_color
from model.report.figure import BODYMAP, FACE_PARTS, SVG, body

MAP = ET.fromstring(BODYMAP.read_text("utf-8"))
PLAIN = MAP.find("*[@id='chest']").get("fill")


def fills(found, region):
    return {s.get("fill") for s in ET.fromstring(found).iter() if s.get("data-region") == region}


def numbers(found):
    return [text.text for text in ET.fromstring(found).iter(f"{{{SVG}}}text")]


def test_every_shape_of_a_region_has_the_colour_of_its_mean():
    found = body({"thigh_left": 7.2})
    assert fills(found, "thigh_left") == {severity_color(7.2, PAPER)}
    assert fills(found, "thigh_right") == {PLAIN}


def test_too_few_days_are_hatched_and_have_no_number():
    found = body({"palm_left": None})
    assert fills(found, "palm_left") == {"url(#no-data)"}
    assert ET.fromstring(found).find(".//*[@id='no-data']") is not None
    assert set(numbers(found)) == {"R", "L"}


def test_dry_is_a_colour_and_a_number_not_no_data():
    found = body({"palm_left": 0.0})
    assert fills(found, "palm_left") == {severity_color(0, PAPER)}
    assert "0.0" in numbers(found)


def test_each_region_has_its_number_once():
    found = numbers(body({"palm_left": 7.5, "sole_right": 6.4, "upper_back": 5.5, "scalp": 3.2}))
    assert sorted(set(found) - {"R", "L"}) == ["3.2", "5.5", "6.4", "7.5"]
    assert len(found) == 4 + 4


def test_numbers_do_not_lie_on_each_other():
    regions = {shape.get("data-region"): 5.0 for shape in MAP if shape.get("data-region")}
    texts = [t for t in ET.fromstring(body(regions)).iter(f"{{{SVG}}}text") if t.text == "5.0"]
    places = [(float(t.get("x")), float(t.get("y")), float(t.get("font-size"))) for t in texts]
    assert len(places) > 15
    for number, (x, y, size) in enumerate(places):
        for other_x, other_y, _ in places[:number]:
            assert abs(x - other_x) >= 1.5 * size or abs(y - other_y) >= 0.8 * size


@pytest.mark.parametrize("part", sorted(FACE_PARTS))
def test_the_face_is_shown_close_up_where_the_figures_cannot_show_a_part(part):
    assert fills(body({part: 5.0}), part) == {severity_color(5, PAPER)}


def test_without_such_a_part_there_is_no_close_up():
    views = {shape.get("data-view") for shape in ET.fromstring(body({"forehead": 5.0})).iter()}
    assert views == {"front", "back", None}


def test_the_shipped_map_is_left_alone():
    before = BODYMAP.read_bytes()
    body({"palm_left": 3.0})
    assert BODYMAP.read_bytes() == before


def test_a_map_without_the_frame_of_a_view_is_refused():
    with pytest.raises(ValueError, match=r"view\.front"):
        body({}, f'<svg xmlns="{SVG}"/>')


@pytest.mark.parametrize(
    ("region", "figure", "side"),
    [
        ("palm_right", 0, "R"),
        ("palm_left", 0, "L"),
        ("axilla_left", 0, "L"),
        ("chest", 0, ""),
        ("sole_right", 1, "R"),
        ("sole_left", 1, "L"),
        ("upper_back", 1, ""),
    ],
)
def test_front_and_back_right_and_left_are_not_swapped_in_print(region, figure, side):
    texts = [
        (text.text, float(text.get("x")))
        for text in ET.fromstring(body({region: 5.0})).iter(f"{{{SVG}}}text")
    ]
    sides = [(text, x) for text, x in texts if text in "RL"]
    at = next(x for text, x in texts if text == "5.0")
    middle = [(first[1] + second[1]) / 2 for first, second in (sides[:2], sides[2:])]
    assert min((0, 1), key=lambda number: abs(middle[number] - at)) == figure
    if side:
        nearest = min(sides[2 * figure : 2 * figure + 2], key=lambda one: abs(one[1] - at))
        assert nearest[0] == side
