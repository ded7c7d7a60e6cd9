"""The time chart as it is drawn: kept frame, swapped data, the same picture either way."""

import re
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from matplotlib.backend_bases import ResizeEvent

from model.charts.live import drawn as picture
from model.charts.style import DARK, LIGHT, PAPER, svg
from model.charts.timeline import Timeline
from model.records.person import BaselineChoice, OwnRegion
from model.records.snapshot import day_number
from model.records.treatment import Reaction
from tests.model.charts.conftest import on_canvas, pixels, view_of

SIZE = (7, 2.6)


@pytest.fixture
def live():
    """A time chart on a canvas of its own."""

    def make(palette=LIGHT, size=SIZE):
        return on_canvas(Timeline, size, palette)

    return make


def figure(snapshot, region, palette=LIGHT, **look):
    return picture(Timeline, view_of(snapshot), region, palette, **look)


def words(found):
    return re.findall(r"<text[^>]*>([^<]+)</text>", found)


def test_a_switch_of_region_gives_the_picture_of_a_full_draw(live, months):
    switched, canvas = live()
    switched.show(view_of(months), "palm_left")
    canvas.draw()
    left = pixels(canvas)
    switched.show(view_of(months), "scalp")
    switched.redraw()
    fresh, other = live()
    fresh.show(view_of(months), "scalp")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
    assert not np.array_equal(pixels(canvas), left)


def test_a_switch_draws_the_data_without_the_frame(live, months, monkeypatch):
    timeline, canvas = live()
    timeline.show(view_of(months), "palm_left")
    canvas.draw()
    frames = []
    canvas.mpl_connect("draw_event", frames.append)
    timeline.show(view_of(months), "palm_right")
    timeline.redraw()
    assert frames == []


def test_a_region_with_too_little_is_a_sentence_on_a_chart_that_was_full(live, months):
    timeline, canvas = live()
    timeline.show(view_of(months), "palm_left")
    canvas.draw()
    timeline.show(view_of(months), "nose")
    timeline.redraw()
    fresh, other = live()
    fresh.show(view_of(months), "nose")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))


def test_a_full_region_after_an_empty_one_has_no_sentence_left(live, months):
    timeline, canvas = live()
    timeline.show(view_of(months), "nose")
    canvas.draw()
    timeline.show(view_of(months), "palm_left")
    timeline.redraw()
    fresh, other = live()
    fresh.show(view_of(months), "palm_left")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
    assert "Nose has not been rated yet." not in words(svg(canvas.figure))


def test_after_a_resize_the_data_are_drawn_on_the_new_frame(live, months):
    timeline, canvas = live()
    timeline.show(view_of(months), "palm_left")
    canvas.draw()
    canvas.figure.set_size_inches(9, 4)
    canvas.callbacks.process("resize_event", ResizeEvent("resize_event", canvas))
    canvas.draw()
    fresh, other = live(size=(9, 4))
    fresh.show(view_of(months), "palm_left")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))


def test_a_cleared_figure_takes_another_chart(live, months):
    old, canvas = live()
    old.show(view_of(months), "palm_left")
    canvas.draw()
    canvas.figure.clear()
    new = Timeline(canvas.figure, DARK)
    new.show(view_of(months), "scalp")
    canvas.draw()
    fresh, other = live(DARK)
    fresh.show(view_of(months), "scalp")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
    assert old is not new


@pytest.mark.parametrize(("width", "kept"), [(7.0, True), (3.0, False)])
def test_a_narrow_and_low_chart_keeps_region_unit_and_keys(months, width, kept):
    found = words(svg(figure(months, "palm_left", size_inches=(width, 2))))
    assert {"Left palm", "Worst of the day, 0 = dry to 10"} <= set(found)
    assert "one day" in found
    assert any("days rated, sessions" in word for word in found) == kept


def test_another_diary_on_the_same_chart_moves_the_dates(live, months, drawn):
    timeline, canvas = live()
    timeline.show(view_of(months), "palm_left")
    canvas.draw()
    short = drawn({"palm_left": [5] * 20})
    timeline.show(view_of(short), "palm_left")
    timeline.redraw()
    fresh, other = live()
    fresh.show(view_of(short), "palm_left")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))


def test_all_sessions_are_one_line(months):
    drawn = figure(months, "palm_left")
    ticks = [line for line in drawn.axes[0].lines if line.get_color() == LIGHT.session]
    long = [line for line in ticks if len(line.get_xdata()) > 1]
    assert len(long) == 1
    # 26 sessions, each two ends and a break.
    assert len(long[0].get_xdata()) == 3 * 26


def test_a_chart_names_region_unit_days_and_windows(months):
    text = " ".join(words(svg(figure(months, "palm_left"))))
    for part in (
        "Left palm",
        "105 of 105 days rated, sessions: 26",
        "Worst of the day, 0 = dry to 10",
        "baseline 6.9 (28 days)",  # (5 x (5 + 6 + 7 + 8 + 9) + 5 + 6 + 7) / 28 = 6.89
        "now 4.1 (28 days)",
        "induction",
        "mean of 7 days (≥ 4 rated)",
        "2 Mar 2026",
    ):
        assert part in text


def test_on_paper_the_page_names_the_region(months):
    assert "Left palm" not in words(svg(figure(months, "palm_left", PAPER, titled=False)))


def test_on_paper_only_what_is_drawn_has_a_key(drawn, first):
    itch = Reaction("itch", 1, first + timedelta(9), region="palm_left", id="1")
    rows = {"palm_left": [5] * 40, "scalp": [5] * 40}
    diary = drawn(rows, range(20, 40, 4), reaction=(itch,))
    assert {"session", "reaction"} <= set(words(svg(figure(diary, "palm_left"))))
    assert not {"session", "reaction"} & set(words(svg(figure(diary, "scalp"))))


def test_an_empty_diary_is_a_sentence_without_a_frame(drawn):
    assert words(svg(figure(drawn({}), "palm_left"))) == ["Left palm has not been rated yet."]


def test_the_same_figure_is_the_same_svg_without_a_date(months):
    one, two = (svg(figure(months, "palm_left")) for _ in range(2))
    assert one == two
    assert "dc:date" not in one


def test_a_name_of_ones_own_is_literal_text(drawn):
    name = r"$\frac{ \$ #x <b>"
    own = OwnRegion(name, "palm_left", id="own_1")
    found = svg(figure(drawn({"own_1": [5] * 9}, own_region=(own,)), "own_1"))
    assert r"$\frac{ \$ #x &lt;b&gt;" in words(found)


def test_a_name_in_another_script_is_drawn_whole(drawn, live):
    own = OwnRegion("Δεξί χέρι", "palm_left", id="own_1")
    timeline, canvas = live()
    timeline.show(view_of(drawn({"own_1": [5] * 9}, own_region=(own,))), "own_1")
    canvas.draw()
    assert (pixels(canvas) != 255).any()


@pytest.mark.parametrize(("word", "top_heavy"), [("T", True), ("L", False), ("TT TT", True)])
def test_kept_words_stand_upright(word, top_heavy, drawn, live):
    own = OwnRegion(word, "palm_left", id="own_1")
    timeline, canvas = live()
    timeline.show(view_of(drawn({"own_1": [5] * 9}, own_region=(own,))), "own_1")
    canvas.draw()
    # The title stands in the upper left corner: 15 points of 80 dpi.
    ink = (255 - pixels(canvas)[:16, : pixels(canvas).shape[1] // 3, 0]).sum(axis=1).tolist()
    rows = [row for row in ink if row]
    half = len(rows) // 2
    assert (sum(rows[:half]) > sum(rows[-half:])) == top_heavy


def test_texts_and_months_are_in_the_readers_language(months):
    german = {"session": "Sitzung", "Mar": "März", "Left palm": "Linke Handfläche"}
    drawn = figure(months, "palm_left", translate=lambda context, text: german.get(text, text))
    found = words(svg(drawn))
    assert {"Sitzung", "2 März 2026", "Linke Handfläche"} <= set(found)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_every_palette_paints_its_background(palette, live, months):
    timeline, canvas = live(palette)
    timeline.show(view_of(months), "palm_left")
    canvas.draw()
    corner = "#" + "".join(f"{part:02x}" for part in pixels(canvas)[0, 0][:3])
    assert corner == palette.background


def test_twenty_years_draw_few_points(drawn):
    row = [day % 11 for day in range(7300)]
    found = figure(drawn({"palm_left": row}, range(60, 7300, 4)), "palm_left")
    dots, *_ = [line for line in found.axes[0].lines if line.get_linestyle() == "None"]
    assert not dots.get_visible()
    assert found.axes[0].collections


def test_a_baseline_that_the_patient_chose_is_called_so(months, first):
    chosen = BaselineChoice("palm_left", first, first + timedelta(9))
    records = {**months.records, "baseline": (chosen,)}
    text = words(svg(figure(replace(months, records=records), "palm_left")))
    assert "chosen baseline 7.0 (10 days)" in text  # 5, 6, 7, 8, 9 twice


def test_the_name_of_a_baseline_from_before_the_first_rating_stays_on_the_chart(months, first):
    chosen = BaselineChoice("palm_left", first - timedelta(20), first + timedelta(9))
    records = {**months.records, "baseline": (chosen,)}
    axes = figure(replace(months, records=records), "palm_left").axes[0]
    (name,) = (text for text in axes.texts if "chosen" in text.get_text())
    assert axes.get_xlim()[0] < name.get_position()[0]


def test_the_name_of_a_short_baseline_ends_with_it_and_leaves_room_for_the_next(months, first):
    chosen = BaselineChoice("palm_left", first + timedelta(18), first + timedelta(27))
    records = {**months.records, "baseline": (chosen,)}
    axes = figure(replace(months, records=records), "palm_left").axes[0]
    (name,) = (text for text in axes.texts if "chosen" in text.get_text())
    # 130 points of letters over ten days of 5 points each: it begins days before its window.
    assert name.get_position()[0] < day_number(chosen.starts) - 5


def test_another_sentence_replaces_the_one_that_stood_there(live, drawn):
    view = view_of(drawn({"palm_left": [5, 6]}))
    timeline, canvas = live()
    timeline.show(view, "nose")
    canvas.draw()
    timeline.show(view, "palm_left")
    timeline.redraw()
    fresh, other = live()
    fresh.show(view, "palm_left")
    other.draw()
    assert np.array_equal(pixels(canvas), pixels(other))
