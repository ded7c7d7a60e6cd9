"""The calendar of a region: four states that are never mixed, and years that stay readable."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def color_at(canvas, place):
    """Return the colours around a point that is given from the lower left."""
    x, y = (int(value) for value in place)
    picture = pixels(canvas)
    part = picture[picture.shape[0] - y - 3 : picture.shape[0] - y + 3, x - 2 : x + 3, :3]
    return {"#" + "".join(f"{v:02x}" for v in color) for color in part.reshape(-1, 3).tolist()}


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
    dry = color_at(canvas, places["3 Mar 2026: dry (0 of 10)"])
    assert dry == {severity_color(0, palette)}
    missing = color_at(canvas, places["4 Mar 2026: not rated"])
    assert palette.background in missing
    assert len(missing) > 1
    apart = color_at(canvas, places["5 Mar 2026: not applicable"])
    assert palette.baseline in apart
    assert palette.faint in apart
    assert color_at(canvas, places["6 Mar 2026: 10 of 10"]) == {severity_color(10, palette)}


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
    assert {"Mar 2026", "Apr", "Jun", "Jul"} <= set(named)
    assert "Aug" not in named


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
