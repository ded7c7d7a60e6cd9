"""The calendar of a region: four states that are never mixed, and years that stay readable."""

import io
import re
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.image import imread

from model.charts.calendar import CalendarChart, description, table
from model.charts.calendar_days import calendar, weeks
from model.charts.live import drawn as drawn_chart
from model.charts.style import DARK, LIGHT, PAPER, severity_color
from model.records.day import Rating
from model.records.person import Profile
from model.records.snapshot import RatingColumns, day_of, snapshot_of
from tests.model.charts.conftest import pixels, shown_on_canvas, view_of, words_of

SIZE = (9, 3.2)
ROW = [5, 0, None, "n/a", 10, 3, 7, 8]  # from Monday, 2 March 2026


def live(view, region="palm_left", palette=LIGHT, size=SIZE):
    return shown_on_canvas(CalendarChart, view, region, size, palette, dpi=72)


def said(chart, canvas):
    """Return what the pointer says, and the middle of where it says so, in pixels."""
    width, height = canvas.get_width_height()
    found = {}
    for x in range(0, width, 4):
        for y in range(0, height, 4):
            if sentence := chart.at(x, y):
                found.setdefault(str(sentence), []).append((x, y))
    return {text: tuple(np.median(places, axis=0)) for text, places in found.items()}


def color_at(canvas, place, reach=(2, 3)):
    """Return the colours around a point that is given from the lower left."""
    x, y = (int(value) for value in place)
    picture, (across, up) = pixels(canvas), reach
    row = picture.shape[0] - y
    part = picture[row - up : row + up, x - across : x + across + 1, :3]
    return {"#" + "".join(f"{v:02x}" for v in color) for color in part.reshape(-1, 3).tolist()}


def beside(place):
    """Return a point left of the number in the middle of a place."""
    return place[0] - 12, place[1]


def test_the_pointer_says_each_state_in_words_and_nothing_outside_the_diary(drawn):
    chart, canvas = live(view_of(drawn({"palm_left": ROW}, [1, 1, 6])))
    assert set(said(chart, canvas)) == {
        "2 Mar 2026: 5 of 10",
        "3 Mar 2026: dry (0 of 10), 2 sessions",
        "4 Mar 2026: not rated",
        "5 Mar 2026: not applicable",
        "6 Mar 2026: 10 of 10",
        "7 Mar 2026: 3 of 10",
        "8 Mar 2026: 7 of 10, 1 session",
        "9 Mar 2026: 8 of 10",
    }


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_dry_is_a_shade_not_rated_is_hatched_not_applicable_a_dash(drawn, palette):
    chart, canvas = live(view_of(drawn({"palm_left": ROW})), palette=palette)
    places = said(chart, canvas)
    dry = color_at(canvas, beside(places["3 Mar 2026: dry (0 of 10)"]))
    assert dry == {severity_color(0, palette)}
    missing = color_at(canvas, places["4 Mar 2026: not rated"])
    assert palette.background in missing
    assert len(missing) > 1
    apart = color_at(canvas, places["5 Mar 2026: not applicable"])
    assert palette.baseline in apart
    assert palette.faint in apart
    strong = color_at(canvas, beside(places["6 Mar 2026: 10 of 10"]))
    assert strong == {severity_color(10, palette)}


def luminance(color):
    """Return the relative luminance of '#rrggbb' (WCAG 2.2)."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda palette: palette.name)
def test_each_number_can_be_read_on_its_shade(drawn, palette):
    view = view_of(drawn({"palm_left": range(11)}))
    chart, canvas = shown_on_canvas(CalendarChart, view, "palm_left", SIZE, palette, dpi=144)
    for text, place in said(chart, canvas).items():
        found = re.search(r": (?:dry \()?(\d+) of 10", text)
        ground = luminance(severity_color(int(found[1]), palette))
        inks = [luminance(color) for color in color_at(canvas, place, (10, 10))]
        ratios = [(max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) for ink in inks]
        assert max(ratios) >= 3.5, text


@pytest.mark.parametrize(
    ("days", "size", "has_numbers"),
    [
        (90, (9, 3.2), True),
        (400, (13, 4), True),
        (400, (9, 3.2), False),  # 11.5 points wide
        (90, (9, 2), False),  # 10.9 points high
        (7300, (13, 6), False),  # means of weeks
    ],
)
def test_days_have_their_number_where_they_are_large_enough(drawn, days, size, has_numbers):
    view = view_of(drawn({"palm_left": [4, "n/a", None, 7] * (days // 4)}))
    if days > 1000:
        view = replace(view, span=view.snapshot.span)
    words = words_of(drawn_chart(CalendarChart, view, "palm_left", size_inches=size))
    found = [word for word in words if word.isdigit() and 0 < int(word) < 10]
    shown = table(view, "palm_left").rows
    there = [cell for row in shown for cell in row[1:8] if isinstance(cell, int)]
    assert len(found) == (len(there) if has_numbers else 0)
    assert found.count("4") == (there.count(4) if has_numbers else 0)


def test_a_session_is_marked_beside_the_number_of_its_day(drawn):
    view = view_of(drawn({"palm_left": [10] * 90}, [60]))
    pictures = [pixels(live(each, size=(9, 3.2))[1]) for each in (
        view, view_of(drawn({"palm_left": [10] * 90}))
    )]  # fmt: skip
    chart, canvas = live(view)
    x, y = said(chart, canvas)["1 May 2026: 10 of 10, 1 session"]
    changed = (pictures[0] != pictures[1]).any(axis=2)
    height = changed.shape[0]
    middle = np.s_[height - int(y) - 4 : height - int(y) + 4, int(x) - 6 : int(x) + 6]
    assert not changed[middle].any()
    around = np.s_[height - int(y) - 12 : height - int(y) + 12, int(x) - 17 : int(x) + 17]
    assert changed[around].any()


def test_weeks_are_columns_and_begin_with_the_chosen_day(drawn):
    for starts_on, top, bottom in ((1, "Mon", "Sun"), (7, "Sun", "Sat")):
        profile = (Profile(week_starts_on=starts_on),)
        view = view_of(drawn({"palm_left": ROW}, profile=profile))
        names = [word for word in words_of(drawn_chart(CalendarChart, view, "palm_left")) if
                 word in {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}]  # fmt: skip
        assert (names[0], names[-1]) == (top, bottom)
        chart, canvas = live(view)
        places = said(chart, canvas)
        monday, sunday = places["2 Mar 2026: 5 of 10"], places["8 Mar 2026: 7 of 10"]
        same_week = abs(monday[0] - sunday[0]) < 4
        assert same_week == (starts_on == 1)
        assert (monday[1] > sunday[1]) == (starts_on == 1)


def test_a_young_diary_leaves_four_weeks_to_fill(months):
    found = calendar(view_of(months), "palm_left")
    assert found.years == ((found.first, found.last),)
    assert (day_of(found.first), day_of(found.last)) == (date(2026, 3, 1), date(2026, 7, 12))
    named = words_of(drawn_chart(CalendarChart, view_of(months), "palm_left", size_inches=(12, 3)))
    assert {"Mar 2026", "Apr", "May", "Jun"} <= set(named)
    assert "Jul" not in named  # the diary ends in June: no day of July is on it


@pytest.mark.parametrize(
    ("rated", "ends"),
    [(10, date(2026, 5, 30)), (350, date(2027, 2, 28))],
    ids=["a quarter at least", "a year at most"],
)
def test_a_first_year_is_neither_shorter_than_a_quarter_nor_longer_than_12_months(
    drawn, rated, ends
):
    found = calendar(view_of(drawn({"palm_left": [4] * rated})), "palm_left")
    assert day_of(found.last) == ends


def test_an_older_diary_shows_its_latest_12_months(drawn, first):
    view = view_of(drawn({"palm_left": [4] * 800}))
    chart, canvas = live(view, size=(13, 3.2))
    days = said(chart, canvas)
    last = first + timedelta(799)
    assert len(days) == 366  # with 29 February 2028
    assert f"{last.day} May 2028: 4 of 10" in days
    assert "10 May 2027: 4 of 10" in days  # 9 May 2028 is the last one
    assert "9 May 2027: 4 of 10" not in days


def test_a_chosen_span_is_shown_and_nothing_else(months):
    span = (date(2026, 4, 6), date(2026, 4, 19))
    chart, canvas = live(replace(view_of(months), span=span))
    days = said(chart, canvas)
    assert len(days) == 14
    assert all("Apr 2026" in day for day in days)


def test_a_few_years_stand_below_each_other_day_by_day(drawn):
    view = view_of(drawn({"palm_left": [4] * 800}))
    view = replace(view, span=view.snapshot.span)
    chart, canvas = live(view, size=(13, 5))
    days = said(chart, canvas)
    assert len(days) == 800
    new_years = [days[f"1 Jan {year}: 4 of 10"][1] for year in (2027, 2028)]
    assert new_years[0] > new_years[1] + 30
    assert {"Mar 2026", "Jan 2027", "Jan 2028"} <= set(words_of(canvas.figure))


@pytest.mark.parametrize("days", [90, 350, 800], ids=["months", "a year", "three years"])
def test_the_screen_shows_what_a_file_shows_with_the_names_of_months(drawn, days):
    view = view_of(drawn({"palm_left": [4] * days}, range(40, days, 3)))
    chart, canvas = live(replace(view, span=view.snapshot.span), size=(13, 5))
    screen = pixels(canvas)
    file = io.BytesIO()
    canvas.figure.savefig(file, format="png", dpi=72)
    file.seek(0)
    printed = np.rint(255 * imread(file)).astype(int)
    assert np.abs(screen - printed).max() <= 1
    row = screen[:, :, :3][int(said(chart, canvas)["2 Mar 2026: 4 of 10"][1]) :]
    assert (row < 150).any()


def months_parted(figure):
    """Return the days at which lines part months, by the column of each line's foot."""
    (line,) = (
        each
        for each in figure.axes[0].lines
        if each.get_color() == LIGHT.faint and each.get_linewidth() == 0.8
    )
    x = line.get_xdata()
    return int(np.isnan(x).sum())


@pytest.mark.parametrize(
    ("span", "names", "lines"),
    [
        ((date(2024, 10, 1), date(2026, 12, 31)), ["Mar 2026", "Apr", "May", "Jun"], 3),
        ((date(2026, 2, 1), date(2026, 9, 30)), ["Mar 2026", "Apr", "May", "Jun"], 3),
        ((date(2026, 3, 20), date(2026, 5, 12)), ["Mar 2026", "Apr", "May"], 2),
        ((date(2026, 6, 10), date(2027, 8, 2)), ["Jun 2026"], 0),
    ],
    ids=["years around it", "months around it", "within it", "its end"],
)
def test_months_without_a_day_of_the_diary_have_no_line_and_no_name(months, span, names, lines):
    view = replace(view_of(months), span=span)
    figure = drawn_chart(CalendarChart, view, "palm_left", size_inches=(13, 5))
    is_month = re.compile(r"[A-Z][a-z]{2}( \d{4})?$")
    weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
    assert [w for w in words_of(figure) if is_month.match(w) and w not in weekdays] == names
    assert months_parted(figure) == lines


def test_the_unit_is_that_of_the_places_whatever_was_drawn_before(drawn):
    view = view_of(drawn({"palm_left": [4] * 800}))
    view = replace(view, span=view.snapshot.span)
    chart, canvas = live(view, size=(13, 5))

    def units():
        return {text.split(" ")[0] for text in words_of(canvas.figure)} & {"Means", "Worst"}

    assert units() == {"Worst"}
    for height, unit in ((2.6, "Means"), (5, "Worst"), (2.6, "Means")):
        canvas.figure.set_size_inches(13, height)
        chart.show(replace(view), "palm_left")
        canvas.callbacks.process("resize_event", None)
        assert units() == {unit}
        canvas.draw()
        starts_with_a_week = any(text.startswith("Week") for text in said(chart, canvas))
        assert starts_with_a_week == (unit == "Means")


def test_twenty_years_are_weeks_and_say_so(drawn):
    view = view_of(drawn({"palm_left": [day % 7 for day in range(7300)]}, range(60, 7300, 7)))
    view = replace(view, span=view.snapshot.span)
    chart, canvas = live(view, size=(9, 4.6))
    texts = words_of(canvas.figure)
    assert any(text.startswith("Means of weeks (\u2265 4 rated)") for text in texts)
    assert {"2026", "2036", "2046"} <= set(texts)
    found = said(chart, canvas)
    assert "Week from 9 Mar 2026: mean 3.0 of 7 days" in found  # (0 + 1 + ... + 6) / 7
    assert any(text.endswith("7 days, 1 session") for text in found)
    whole_years = weeks(calendar(view, "palm_left")).rated[1:-1].sum(axis=1)
    assert set(whole_years.tolist()) == {52 * 7, 53 * 7}


def test_a_week_with_too_few_days_has_no_mean(drawn):
    few, apart = [5, 5, 5, None, None, None, "n/a"], ["n/a"] * 7
    view = view_of(drawn({"palm_left": [5] * 399 + few + apart + [5] * 1197}))
    found = weeks(calendar(replace(view, span=view.snapshot.span), "palm_left"))
    assert np.isnan(found.means[found.inside]).sum() == 2
    assert np.isnan(found.means[found.rated == 3]).all()
    assert found.apart.sum() == 1
    assert found.rated[found.apart] == [0]


ratings = st.lists(
    st.one_of(st.none(), st.integers(0, 10), st.just("n/a")), min_size=10, max_size=60
)


@given(ratings, st.integers(1, 7), st.dates(date(1999, 1, 1), date(2030, 1, 1)))
def test_weeks_hold_every_day_once(row, starts_on, first):
    columns = RatingColumns.empty()
    for day, severity in enumerate([5, 5, 5, *([None] * 350), *row, 5]):
        if severity is not None:
            given_ = None if severity == "n/a" else severity
            columns.append(Rating(first + timedelta(day), "palm_left", given_))
    profile = Profile(week_starts_on=starts_on)
    view = view_of(snapshot_of(columns, {"profile": (profile,)}))
    view = replace(view, span=view.snapshot.span)
    found = weeks(calendar(view, "palm_left"))
    rated = [s for s in columns.severity if s is not None]
    assert found.rated.sum() == len(rated)
    assert found.rated.max() <= 7
    full = ~np.isnan(found.means)
    assert (found.means[full] * found.rated[full]).sum() <= sum(rated) + 1e-6


def test_another_region_gives_the_picture_of_a_full_draw(months):
    view = view_of(months)
    chart, canvas = live(view)
    left, frames = pixels(canvas), []
    canvas.mpl_connect("draw_event", frames.append)
    chart.show(view, "scalp")
    chart.redraw()
    _, fresh = live(view, "scalp")
    assert frames == []
    assert np.array_equal(pixels(canvas), pixels(fresh))
    assert not np.array_equal(pixels(canvas), left)


def test_title_unit_period_and_key_are_printed(months):
    found = words_of(drawn_chart(CalendarChart, view_of(months), "palm_left", size_inches=(12, 3)))
    assert {"Left palm", "Worst of the day, 0 = dry to 10", "0", "10"} <= set(found)
    assert {"not rated", "not applicable", "session"} <= set(found)
    assert (
        "2 Mar 2026 to 14 Jun 2026: 105 of 105 days rated, not applicable: 0, sessions: 26" in found
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ({}, "Left palm has not been rated yet."),
        (
            {"palm_left": [6, 7]},
            "Left palm: days rated so far: 2. The calendar begins with 3.",
        ),
    ],
)
def test_too_little_is_a_sentence(drawn, rows, sentence):
    view = view_of(drawn(rows))
    shown = words_of(drawn_chart(CalendarChart, view, "palm_left"))
    assert " ".join(shown) == sentence
    assert str(description(view, "palm_left")) == sentence


def test_a_span_without_ratings_says_how_many_there_are(months):
    view = replace(view_of(months), span=(date(2020, 1, 1), date(2020, 6, 1)))
    assert "in this period; days rated in all: 105" in str(description(view, "palm_left"))


def test_the_description_counts_dry_and_strong_days(drawn):
    found = str(description(view_of(drawn({"palm_left": ROW})), "palm_left"))
    # 5, 0, 10, 3, 7 and 8 are rated; their mean is 5.5.
    assert "6 of 8 days rated, not applicable: 1" in found
    assert "mean severity 5.5 of 10, dry days: 1, days at 3 or more: 5" in found


def test_the_table_has_one_row_a_week_and_a_word_for_what_has_no_number(drawn, first):
    found = table(view_of(drawn({"palm_left": ROW}, [1, 6])), "palm_left")
    monday, then = found.rows
    assert found.head[:2] == ("Week from", "Mon")
    assert [str(cell) for cell in monday[:8]] == [
        str(first), "5", "0", "None", "not applicable", "10", "3", "7",
    ]  # fmt: skip
    assert monday[8:] == (5, 5.0, 2)  # (5 + 0 + 10 + 3 + 7) / 5
    assert then[8:] == (1, None, 0)
