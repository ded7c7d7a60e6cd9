"""What else happened stands under the time chart, in its words and in its table."""

from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backend_bases import ResizeEvent

from model.catalog.regions import REGIONS
from model.catalog.sources import SOURCES
from model.catalog.treatments import CO_TREATMENTS
from model.charts.beside import all_beside, concerning, listed
from model.charts.lanes import MOST, Axis, Lanes, placed, places_of
from model.charts.live import drawn as picture
from model.charts.style import DARK, LIGHT, PAPER, svg
from model.charts.timeline import Timeline, description, table
from model.records.person import Event, OwnRegion
from model.records.snapshot import day_number
from model.records.treatment import CoTreatment
from tests.model.charts.conftest import on_canvas, pixels, view_of, words_of

DAYS = 60
WEEKS = {"palm_left": [6] * DAYS, "axilla_left": [5] * DAYS}


@pytest.fixture
def day(first):
    """Return the day that lies so many days after the first rating."""
    return lambda number: first + timedelta(number)


@pytest.fixture
def noted(drawn):
    """Write a diary of two rated regions with co-treatments and events."""

    def write(*records, **more):
        kinds = {CoTreatment: "co_treatment", Event: "event"}
        found = {
            name: tuple(item for item in records if type(item) is kind)
            for kind, name in kinds.items()
        }
        return drawn(WEEKS, **found, **more)

    return write


@pytest.fixture
def around(day):
    """Name what concerns a region on the days that were rated."""

    def names(snapshot, region="palm_left"):
        found = concerning(all_beside(snapshot), region, snapshot, day(0), day(DAYS - 1))
        return [str(item.said) for item in found]

    return names


def figure(snapshot, region, palette=LIGHT, **look):
    return picture(Timeline, view_of(snapshot), region, palette, **look)


def lanes_of(axes):
    (lanes,) = (artist for artist in axes.artists if isinstance(artist, Lanes))
    return lanes


def words(snapshot, region="palm_left", **look):
    return words_of(figure(snapshot, region, **look))


def lines(snapshot, region="palm_left", **look):
    """Return the marks of the lanes: spans, arrows to the left and right, days."""
    axes = figure(snapshot, region, **look).axes[0]
    lanes = lanes_of(axes)
    return {
        name: np.asarray(getattr(lanes, f"_{name}").get_xdata(), float)
        for name in ("spans", "before", "beyond", "days")
    }


@pytest.mark.parametrize(
    ("regions", "systemic", "concerned"),
    [
        (("palm_left",), False, ["palm_left", "own_thumb"]),
        (("axilla_left",), False, ["axilla_left"]),
        (("axilla_left",), True, ["palm_left", "axilla_left", "own_thumb"]),
        ((), False, ["palm_left", "axilla_left", "own_thumb"]),
        (("own_thumb",), False, ["own_thumb"]),
    ],
)
def test_only_what_acts_on_the_region_or_what_holds_it_is_shown(
    noted, around, day, regions, systemic, concerned
):
    own = OwnRegion("Thumb", "palm_left", id="own_thumb")
    item = CoTreatment("other", "", "", "", day(3), None, regions, systemic, id="1")
    snapshot = noted(item, own_region=(own,))
    shown = [r for r in ("palm_left", "axilla_left", "own_thumb") if around(snapshot, r)]
    assert shown == concerned


def test_a_larger_region_holds_its_parts(noted, around, day):
    part = next(region for region in REGIONS.values() if region.parent)
    snapshot = noted(Event("other", day(3), None, (part.parent,), id="1"))
    assert around(snapshot, part.id)
    assert not around(snapshot, "palm_left")


@pytest.mark.parametrize(
    ("kind", "starts", "ends", "said"),
    [
        ("oxybutynin", 3, 9, "Oxybutynin tablets (5 Mar 2026 to 11 Mar 2026)"),
        ("oxybutynin", 3, None, "Oxybutynin tablets (since 5 Mar 2026)"),
        ("oxybutynin", None, 9, "Oxybutynin tablets (until 11 Mar 2026)"),
        ("oxybutynin", None, None, "Oxybutynin tablets"),
        ("oxybutynin", -9, -1, None),
        ("oxybutynin", DAYS, None, None),
        ("botulinum_toxin", 3, 3, "Botulinum toxin (5 Mar 2026)"),
        ("botulinum_toxin", 3, None, "Botulinum toxin (5 Mar 2026)"),
        ("botulinum_toxin", -3, None, None),
        ("microwave", 3, None, "Microwave treatment (5 Mar 2026)"),
        ("microwave", -365, None, "Microwave treatment (2 Mar 2025)"),
        ("sympathectomy", None, None, "Sympathectomy"),
    ],
)
def test_a_treatment_lasts_as_its_kind_does(noted, around, day, kind, starts, ends, said):
    starts, ends = (None if n is None else day(n) for n in (starts, ends))
    item = CoTreatment(kind, "", "", "", starts, ends, (), True, id="1")
    assert around(noted(item)) == ([said] if said else [])


def test_how_long_a_kind_lasts_has_a_source():
    for kind in CO_TREATMENTS.values():
        assert kind.lasting in {"ongoing", "one_day", "permanent"}
        if kind.lasting != "ongoing":
            assert set(kind.sources) - {"drymap"}
            assert set(kind.sources) <= set(SOURCES)


def test_treatments_come_before_events_and_what_still_lasts_before_what_is_over(noted, around, day):
    snapshot = noted(
        Event("travel", day(5), day(9), (), "Lisbon", id="1"),
        CoTreatment("oxybutynin", "", "5 mg", "", day(3), day(9), (), True, id="1"),
        CoTreatment("other_medicine", "Sertraline", "", "", day(2), None, (), True, id="2"),
    )
    assert around(snapshot) == [
        "Sertraline (since 4 Mar 2026)",
        "Oxybutynin tablets, 5 mg (5 Mar 2026 to 11 Mar 2026)",
        "travel: Lisbon (7 Mar 2026 to 11 Mar 2026)",
    ]


def test_the_sentence_for_a_chart_says_it_and_counts_the_rest(noted, day):
    one = noted(Event("illness", day(3), id="1"))
    said = str(description(view_of(one), "palm_left"))
    assert said.endswith("of 10. Also noted: illness (5 Mar 2026).")
    many = noted(*(Event("visit", day(n), id=str(n)) for n in range(9)))
    assert str(description(view_of(many), "palm_left")).endswith("(5 Mar 2026); and 3 more.")
    assert "noted" not in str(description(view_of(noted()), "palm_left"))


def test_nothing_listed_is_nothing_to_say():
    assert listed([]) is None


def test_the_table_says_in_which_weeks(noted, day):
    assert len(table(view_of(noted()), "palm_left").head) == 5
    shown = table(view_of(noted(Event("illness", day(6), day(8), id="1"))), "palm_left")
    assert shown.head[-1] == "Also"
    assert [str(row[-1]) for row in shown.rows][:3] == ["illness", "illness", ""]
    assert {len(row) for row in shown.rows} == {6}


def test_a_span_has_two_ends_and_an_open_one_an_arrow(noted, day):
    inside = lines(noted(CoTreatment("other", "A", "", "", day(3), day(9), id="1")))
    assert (len(inside["spans"]), len(inside["before"]), len(inside["beyond"])) == (5, 0, 0)
    open_ = lines(noted(CoTreatment("other", "A", id="1")))
    assert (len(open_["spans"]), len(open_["before"]), len(open_["beyond"])) == (5, 1, 1)
    assert np.nanmax(open_["spans"]) > 5 * np.nanmax(inside["spans"]) / 2


def test_an_event_and_what_is_permanent_are_marks_at_their_day(noted, day):
    marks = lines(
        noted(
            Event("visit", day(3), id="1"),
            CoTreatment("microwave", "", "", "", day(20), None, id="1"),
        )
    )
    assert (len(marks["days"]), len(marks["spans"])) == (2, 0)
    before = lines(noted(CoTreatment("microwave", "", "", "", day(-20), None, id="1")))
    assert (len(before["days"]), len(before["before"])) == (0, 1)


def test_an_axis_puts_its_days_where_the_chart_does(noted, day):
    snapshot = noted(Event("visit", day(30), id="1"))
    axes = figure(snapshot, "palm_left").axes[0]
    lanes = lanes_of(axes)
    (x,) = lanes._days.get_xdata()
    drawn = lanes._to_pixels.transform((x, 0))[0]
    assert drawn == pytest.approx(axes.transData.transform((day_number(day(30)), 0))[0], abs=0.01)


def test_many_at_once_stay_in_three_lanes_and_the_rest_is_counted(noted, day):
    many = [
        CoTreatment("other", f"Cream {n}", "", "", day(3), day(40), (), True, id=str(n))
        for n in range(5)
    ]
    found = words(noted(*many))
    assert sum("Cream" in word for word in found) == MOST
    assert "+2" in found


def test_no_two_labels_touch_and_none_leaves_the_axes(noted, day):
    records = [Event("visit", day(n), id=str(n)) for n in range(0, DAYS, 3)]
    snapshot = noted(*records)
    axis = Axis(day_number(day(0)), day_number(day(DAYS - 1)), 500)
    places = [places_of(item, axis, lambda _, text: text) for item in all_beside(snapshot)]
    found, left_out = placed(places, MOST)
    assert len(found) + left_out == len(records)
    for lane in range(MOST):
        row = sorted((each.low, each.high) for each, at in found if at == lane)
        assert row
        assert all(high < low for (_, high), (low, _) in pairwise(row))
        assert row[0][0] >= 0
        assert row[-1][1] <= axis.width


def test_a_label_gives_up_its_dose_before_its_place(noted, day):
    dosed = {"dose": "7.5 mg", "systemic": True}
    late = CoTreatment("oxybutynin", starts=day(30), id="1", **dosed)
    early = CoTreatment("oxybutynin", starts=day(10), ends=day(15), id="2", **dosed)
    # Five points a day: the earlier one has 100 points for its label, the later one as many as
    # it likes.
    axis = Axis(day_number(day(0)), day_number(day(DAYS - 1)), 300)
    beside = all_beside(noted(early, late))
    found, left_out = placed([places_of(item, axis, lambda _, text: text) for item in beside], 1)
    assert left_out == 0
    assert [each.text for each, _ in found] == ["Oxybutynin tablets, 7.5 mg", "Oxybutynin tablets"]


def test_a_long_name_of_ones_own_is_cut(noted, day):
    (label,) = [w for w in words(noted(Event("other", day(3), None, (), "x" * 99))) if "xx" in w]
    assert len(label) == 30
    assert label.endswith("…")


def test_a_chart_alone_grows_by_its_lanes(noted, day):
    bare, one = noted(), noted(Event("visit", day(3), None, ("palm_left",), id="1"))
    size = [figure(s, "palm_left").get_size_inches()[1] for s in (bare, one)]
    assert size[0] == 3
    assert size[1] > 3
    assert figure(one, "axilla_left").get_size_inches()[1] == 3


@pytest.fixture
def live():
    """A time chart on a canvas of its own."""

    def make(size=(7, 3), palette=LIGHT):
        return on_canvas(Timeline, size, palette)

    return make


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_a_switch_of_region_keeps_the_frame_and_changes_the_lanes(live, noted, day, palette):
    snapshot = noted(
        CoTreatment("aluminium_chloride", "", "", "", day(3), day(9), ("axilla_left",), id="1"),
        Event("visit", day(30), None, ("palm_left",), id="1"),
    )
    switched, canvas = live(palette=palette)
    switched.show(view_of(snapshot), "palm_left")
    canvas.draw()
    before = pixels(canvas)
    frames = []
    canvas.mpl_connect("draw_event", frames.append)
    switched.show(view_of(snapshot), "axilla_left")
    switched.redraw()
    assert frames == []
    fresh, other = live(palette=palette)
    fresh.show(view_of(snapshot), "axilla_left")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
    assert not np.array_equal(pixels(canvas)[-40:], before[-40:])


def test_a_low_chart_keeps_its_ratings_and_opens_one_lane(live, noted, day):
    many = [CoTreatment("other", f"Cream {n}", id=str(n)) for n in range(3)]
    high, low = live((7, 3)), live((4, 1.9))
    for timeline, canvas in (high, low):
        timeline.show(view_of(noted(*many)), "palm_left")
        canvas.draw()
    room = [
        canvas.figure.axes[0].get_position().height * 72 * canvas.figure.get_size_inches()[1]
        for _, canvas in (high, low)
    ]
    assert room[0] > room[1] > 55  # its keys have a row of their own


@pytest.mark.parametrize("title", ["汗", "न", "😀", "\x01\x85", "a\u0301"])
def test_a_name_in_any_script_is_drawn_without_a_warning(live, noted, day, title):
    timeline, canvas = live()
    timeline.show(view_of(noted(Event("other", day(3), None, (), title, id="1"))), "palm_left")
    canvas.draw()
    assert svg(canvas.figure).startswith("<?xml")


def test_a_record_noted_later_moves_the_frame(live, noted, day):
    timeline, canvas = live()
    timeline.show(view_of(noted()), "palm_left")
    canvas.draw()
    timeline.show(view_of(noted(Event("visit", day(3), id="1"))), "palm_left")
    timeline.redraw()
    fresh, other = live()
    fresh.show(view_of(noted(Event("visit", day(3), id="1"))), "palm_left")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))


def test_after_a_resize_everything_stands_at_its_day_again(live, noted, day):
    snapshot = noted(Event("visit", day(40), id="1"), CoTreatment("oxybutynin", "", "5 mg", id="1"))
    timeline, canvas = live()
    timeline.show(view_of(snapshot), "palm_left")
    canvas.draw()
    canvas.figure.set_size_inches(9, 4)
    canvas.callbacks.process("resize_event", ResizeEvent("resize_event", canvas))
    canvas.draw()
    fresh, other = live((9, 4))
    fresh.show(view_of(snapshot), "palm_left")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
