"""Where the views of a body and the numbers of its regions stand."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from model.charts.body_layout import DIGITS, LETTER, arrange, numbers
from model.charts.body_shapes import CLOSE_UPS, FIGURES, body_shapes, drawn_regions

sizes = st.tuples(st.floats(110, 420), st.floats(130, 420))
views = st.sets(st.sampled_from(CLOSE_UPS)).map(lambda found: [v for v in CLOSE_UPS if v in found])
few = st.sets(st.sampled_from(sorted(drawn_regions())), min_size=1, max_size=4)


@given(sizes, views)
def test_views_lie_side_by_side_within_their_room(size, close_ups):
    placed = arrange(*size, close_ups)
    assert [each.view for each in placed][:2] == list(FIGURES)
    assert {each.view for each in placed} == {*FIGURES, *close_ups}
    for each in placed:
        assert each.left >= -0.01
        assert each.left + each.width <= size[0] + 0.01
        assert each.top <= size[1] + 0.01
        assert each.bottom >= -0.01
    for one, other in combinations(placed, 2):
        apart = one.left + one.width <= other.left or other.left + other.width <= one.left
        assert apart or one.top <= other.bottom or other.top <= one.bottom


@given(st.sets(st.sampled_from(sorted(drawn_regions()))))
def test_numbers_never_lie_on_each_other(regions):
    placed = arrange(146, 250, CLOSE_UPS)
    found = numbers(placed, regions, 146, 250, 6.5)
    assert {number.region for number in found} <= regions
    for one, other in combinations(found, 2):
        beside = abs(one.x - other.x) >= 0.9 * DIGITS * 6.5
        assert beside or abs(one.y - other.y) >= 0.9 * LETTER * 6.5


def test_a_full_body_loses_few_numbers_even_when_narrow():
    placed = arrange(146, 250, CLOSE_UPS)
    found = numbers(placed, drawn_regions(), 146, 250, 6.5)
    assert len(found) >= 0.8 * len(drawn_regions())
    inside = {number.region for number in found if number.inside}
    assert {"chest", "abdomen", "palm_left", "palm_right"} <= inside


def test_in_a_crowd_a_number_far_from_its_region_is_left_out():
    placed = arrange(203, 97, CLOSE_UPS[:4])
    views = {each.view: each for each in placed}
    every = numbers(placed, drawn_regions(), 203, 97, 7.5)
    found = numbers(placed, drawn_regions(), 203, 97, 7.5, 20.0)
    assert 12 < len(found) < len(every)
    assert {n.region for n in every if n.inside} == {n.region for n in found if n.inside}
    for number in found:
        shapes = [s for s in body_shapes() if s.region == number.region and s.view in views]
        corners = np.concatenate([views[shape.view].points(shape.lines[0]) for shape in shapes])
        gaps = np.maximum(abs(corners - (number.x, number.y)) - (DIGITS * 3.75, LETTER * 3.75), 0)
        assert number.inside or np.hypot(*gaps.T).min() < 20


def test_hands_and_feet_stand_close_below_the_figures():
    for height in (200, 260, 320):
        figures, *others = (
            [each for each in arrange(104, height, ("palms", "soles")) if each.view in names]
            for names in (FIGURES, ("palms", "soles"))
        )
        below = max(each.top for each in others[0])
        assert min(each.bottom for each in figures) - below <= 30


@given(few)
def test_a_number_beside_its_region_lies_on_no_other_number_or_rated_skin(regions):
    from matplotlib.path import Path

    placed = {each.view: each for each in arrange(146, 250, CLOSE_UPS)}
    for number in numbers(tuple(placed.values()), regions, 146, 250, 6.5):
        if not number.inside:
            for shape in body_shapes():
                if shape.region in regions:
                    skin = Path(placed[shape.view].points(shape.lines[0]))
                    assert not skin.contains_point((number.x, number.y))
