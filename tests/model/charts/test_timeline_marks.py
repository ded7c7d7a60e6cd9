"""What the time chart marks and says: inductions, reactions, single days, stretches of days."""

import re
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from model.charts.label import width_in_points
from model.charts.live import drawn as picture
from model.charts.period_lane import PeriodLane
from model.charts.style import LIGHT, svg
from model.charts.timeline import Timeline, description, table
from model.charts.view import FOR_DOCTOR
from model.records.person import Event
from model.records.snapshot import day_number
from model.records.treatment import Reaction
from tests.model.charts.conftest import view_of


@pytest.fixture
def live():
    """A time chart on a canvas of its own."""
    canvas = FigureCanvasAgg(Figure((7, 2.6), dpi=80))
    return Timeline(canvas.figure), canvas


def figure(snapshot, region, for_doctor=False, span=None, **look):
    view = replace(view_of(snapshot, span), for_doctor=for_doctor)
    return picture(Timeline, view, region, **look)


def words(found):
    return re.findall(r"<text[^>]*>([^<]+)</text>", found)


def line(found, color, marker="None"):
    """Return x and y of the one line of a colour, ticks and keys left aside."""
    (drawn,) = (
        each
        for each in found.axes[0].lines
        if each.get_color() == color
        and each.get_marker() == marker
        and each.get_linestyle() in ("-", "None")
        and each.get_transform() == found.axes[0].transData
    )
    return np.asarray(drawn.get_xdata()), np.asarray(drawn.get_ydata())


def test_every_induction_is_marked_and_the_ones_with_room_are_named(drawn, first):
    # Sessions on days 60 to 66 and, after a break, from day 160: inductions of 28 days each.
    sessions = [*range(60, 68, 2), *range(160, 168, 2)]
    snapshot = drawn({"palm_left": [5] * 240}, sessions)
    named = [
        words(svg(figure(snapshot, "palm_left", size_inches=(width, 3)))).count("induction")
        for width in (12, 8)
    ]
    assert named == [2, 0]
    borders, _ = dashes(figure(snapshot, "palm_left"))
    days = np.unique(borders[~np.isnan(borders)]) - day_number(first)
    assert days.tolist() == [59.5, 87.5, 159.5, 187.5]


def dashes(found):
    """Return x and y of the borders of phases."""
    (drawn,) = (
        each for each in found.axes[0].lines if each.is_dashed() and each.get_color() == LIGHT.faint
    )
    return np.asarray(drawn.get_xdata(), float), np.asarray(drawn.get_ydata(), float)


@pytest.fixture
def reacted(months, first):
    """Three months with reactions: of the palm, of its session, of the scalp, and none left."""
    reactions = (
        Reaction("redness", 2, first + timedelta(40), first + timedelta(42), "palm_left", id="1"),
        Reaction("itch", 1, first + timedelta(61), session="61", id="2"),
        Reaction("burn", 3, first + timedelta(70), region="scalp", id="3"),
        Reaction("itch", 0, first + timedelta(80), region="palm_left", id="4"),
    )
    return replace(months, records={**months.records, "reaction": reactions})


def test_reactions_are_marks_of_their_own_at_their_first_day(reacted, first):
    found = figure(reacted, "palm_left")
    triangles = [mark for mark in found.axes[0].lines if mark.get_marker() == "v"]
    (days,) = (mark.get_xdata() for mark in triangles if len(mark.get_xdata()) == 2)
    assert [day - day_number(first) for day in days] == [40, 61]
    assert "reaction" in words(svg(found))


def test_without_reactions_there_is_no_key_for_them(months):
    assert "reaction" not in words(svg(figure(months, "palm_left")))


def test_reactions_are_told_and_listed(reacted):
    view = view_of(reacted)
    assert str(description(view, "palm_left")).endswith(
        "Reactions: redness, severity 2 of 3 (11 Apr 2026 to 13 Apr 2026); itch, severity 1 of 3"
        " (2 May 2026)."
    )
    assert "Reactions" not in str(description(view, "palm_right"))
    also = [str(row[-1]) for row in table(view, "palm_left").rows]
    assert also.count("redness, severity 2 of 3") == 2  # days 40, 41 and 42: a border lies between
    assert also.count("itch, severity 1 of 3") == 1


def test_a_doctor_sees_lowess_and_no_running_mean(months):
    patient, doctor = (figure(months, "palm_left", for_doctor=on) for on in (False, True))
    assert "LOWESS per phase (21 days)" in words(svg(doctor))
    assert not any("mean of 7 days" in word for word in words(svg(doctor)))
    heights = [line(found, LIGHT.mean)[1] for found in (patient, doctor)]
    # The wave of five days goes through the mean of seven and not through the smooth line.
    ripple = [np.nanmax(np.abs(np.diff(height[60:80]))) for height in heights]
    assert ripple[1] < 0.2 < ripple[0]


def test_the_smooth_line_stands_in_the_doctors_table(months):
    view = replace(view_of(months), for_doctor=True)
    plain, full = table(view_of(months), "palm_left"), table(view, "palm_left")
    smooth = full.head.index("LOWESS, mean of the week")
    assert "LOWESS, mean of the week" not in plain.head
    assert {len(row) for row in full.rows} == {len(full.head)}
    for row in full.rows[7:]:
        assert float(row[smooth]) == pytest.approx(4, abs=0.5)


def test_a_point_says_its_day(reacted, live, first):
    event = Event("travel", first + timedelta(39), first + timedelta(41), (), "Lisbon", id="1")
    timeline, canvas = live
    timeline.show(
        view_of(replace(reacted, records={**reacted.records, "event": (event,)})), "palm_left"
    )
    canvas.draw()
    axes = canvas.figure.axes[0]

    def said(day):
        x, y = axes.transData.transform((day_number(first) + day, 5))
        return str(timeline.at(x, y))

    # Severity 5 + day % 5, three less from day 41 on; sessions from day 28 on, every third day.
    assert said(30) == "1 Apr 2026: severity 5 of 10"
    assert said(31) == "2 Apr 2026: severity 6 of 10; sessions: 1"
    assert said(40) == (
        "11 Apr 2026: severity 5 of 10; sessions: 1; redness, severity 2 of 3; travel: Lisbon"
    )
    assert timeline.at(0, 0) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [(None, "3 Mar 2026: not rated"), ("n/a", "3 Mar 2026: not applicable")],
)
def test_a_point_says_that_a_day_was_not_rated(drawn, live, first, given, said):
    timeline, canvas = live
    timeline.show(view_of(drawn({"palm_left": [5, given, 5, 5]})), "palm_left")
    canvas.draw()
    x, y = canvas.figure.axes[0].transData.transform((day_number(first) + 1, 5))
    assert str(timeline.at(x, y)) == said


def test_a_stretch_of_days_fills_the_axis_and_brings_the_dots_back(drawn, first):
    snapshot = drawn({"palm_left": [day % 11 for day in range(3000)]}, range(60, 3000, 9))
    days = first + timedelta(2000), first + timedelta(2029)
    found = figure(snapshot, "palm_left", span=days)
    low, high = found.axes[0].get_xlim()
    numbers = [day_number(day) for day in days]
    assert low < numbers[0] < low + 2
    assert high - 2 < numbers[1] < high
    x, y = line(found, LIGHT.dot, "o")
    assert x.tolist() == list(range(numbers[0], numbers[1] + 1))
    assert y.tolist() == [day % 11 for day in range(2000, 2030)]
    told = words(svg(found))
    assert "30 of 30 days rated, sessions: 3" in told  # days 2004, 2013 and 2022
    assert not any("baseline" in word or "now" in word for word in told)


def test_days_without_a_rating_keep_their_frame(drawn, first, live):
    snapshot = drawn({"palm_left": [5] * 40 + [None] * 40 + [5] * 20, "scalp": [4] * 100})
    timeline, canvas = live
    timeline.show(view_of(snapshot, (first + timedelta(50), first + timedelta(60))), "palm_left")
    canvas.draw()
    assert "not rated in these days" in words(svg(canvas.figure))
    assert timeline.day_at(7 * 40) == pytest.approx(day_number(first) + 55, abs=1)
    view = view_of(snapshot, (first + timedelta(50), first + timedelta(60)))
    assert str(description(view, "palm_left")) == (
        "Left palm, 21 Apr 2026 to 1 May 2026: 0 of 11 days rated, sessions: 0."
    )


def test_names_of_windows_never_cover_each_other(drawn):
    # The baseline ends 8 days before the end: both names want the right end of the axis.
    snapshot = drawn({"palm_left": [5] * 108}, range(100, 108, 3))
    found = figure(snapshot, "palm_left", size_inches=(7, 2))
    axes = found.axes[0]
    names = [
        text
        for text in axes.texts
        if text.get_visible() and text.get_text().startswith(("baseline", "so far", "induction"))
    ]
    places = sorted(
        (72 / 100 * axes.transData.transform(text.get_position())[0], text.get_text())
        for text in names
    )
    assert [name.split()[0] for _, name in places] == ["baseline", "so"]
    (begins, name), (other, last) = places
    assert begins + width_in_points(name, 8) < other
    assert other + width_in_points(last, 8) < 7 * 72


# ---- Periods of constant settings ----------------------------------------------------------------


@pytest.fixture
def settings(drawn, first):
    """Eighteen weeks of three settings: too short to rank, then two that are compared."""
    days = [*range(28, 34, 3), *range(34, 91, 3), *range(91, 127, 3)]
    snapshot = drawn({"palm_left": [5] * 127, "scalp": [4] * 127}, days)
    minutes = [10.0 if day < 34 else 20.0 if day < 91 else 30.0 for day in days]
    done = tuple(
        replace(session, minutes=long)
        for session, long in zip(snapshot.records["session"], minutes, strict=True)
    )
    return replace(snapshot, records={**snapshot.records, "session": done})


def doctors(snapshot, span=None):
    return replace(view_of(snapshot, span), for_doctor=True)


def lane(found):
    """The colours and the ends (in points from the axes' corner) of the brackets that are drawn."""
    (drawn,) = (each for each in found.axes[0].get_children() if isinstance(each, PeriodLane))
    return {
        line.get_color(): list(zip(line.get_xdata()[::5], line.get_xdata()[2::5], strict=True))
        for line in drawn.spans
    }


def test_a_doctor_sees_numbered_periods_and_a_patient_none(settings):
    shown, hidden = (
        words(svg(figure(settings, "palm_left", for_doctor=on))) for on in (True, False)
    )
    found = [text for text in shown if text in {"No.", "1", "2", "3", "settings"}]
    assert sorted(found) == ["1", "2", "3", "No.", "settings"]
    assert not {"No.", "1", "2", "3", "settings"} & set(hidden)


def test_periods_that_are_not_ranked_are_lighter(settings):
    drawn = lane(figure(settings, "palm_left", for_doctor=True))
    assert [len(drawn[color]) for color in (LIGHT.text, LIGHT.missing)] == [2, 1]
    (short,), (second, third) = drawn[LIGHT.missing], drawn[LIGHT.text]
    assert short[1] < second[0] < second[1] < third[0], "in the order of time, none over another"
    # Six days, 57 and 36.
    wide = [end - begin + 1 for begin, end in (short, second, third)]
    assert wide[1] / wide[0] == pytest.approx(9.5, rel=0.03)
    assert wide[2] / wide[0] == pytest.approx(6, rel=0.03)


def test_a_region_without_sessions_has_no_periods_and_no_room_for_them(settings):
    alone = [figure(settings, region, for_doctor=True) for region in ("palm_left", "scalp")]
    heights = [found.get_size_inches()[1] * 72 for found in alone]
    assert heights[0] - heights[1] >= 11
    assert "No." not in words(svg(alone[1]))


def test_a_switch_to_a_region_without_sessions_moves_nothing(settings, live):
    timeline, canvas = live
    places = []
    for region in ("palm_left", "scalp"):
        timeline.show(doctors(settings), region)
        canvas.draw()
        places.append(canvas.figure.axes[0].get_position().bounds)
    assert places[0] == places[1]


def test_a_stretch_of_days_keeps_the_numbers_of_the_whole_diary(settings, first):
    span = (first + timedelta(100), first + timedelta(126))
    shown = words(svg(figure(settings, "palm_left", for_doctor=True, span=span)))
    assert "3" in shown
    assert not {"1", "2"} & set(shown)


def test_spans_too_narrow_for_a_number_have_none_but_every_tenth_and_the_last(drawn):
    days = [*range(28, 28 + 47 * 14, 2)]
    snapshot = drawn({"palm_left": [5] * (28 + 47 * 14)}, days)
    done = tuple(
        replace(session, minutes=10.0 + 5 * (number // 7 % 2))
        for number, session in enumerate(snapshot.records["session"])
    )
    many = replace(snapshot, records={**snapshot.records, "session": done})
    shown = words(svg(figure(many, "palm_left", for_doctor=True, size_inches=(2.4, 2))))
    assert [text for text in shown if text.isdigit() and int(text) in range(11, 60)] == [
        "20", "30", "40", "47",
    ]  # fmt: skip
    wide = words(svg(figure(many, "palm_left", for_doctor=True, size_inches=(14, 2))))
    assert {str(number) for number in range(1, 48)} <= set(wide)


def test_periods_are_said_in_the_description_the_table_and_under_the_pointer(settings, live, first):
    view = doctors(settings)
    assert str(description(view, "palm_left")).endswith(
        "Periods of constant settings, the latest first:"
        " 3, 1 Jun 2026 to 6 Jul 2026: Hand trays, 30 min, 2.5 sessions a week;"
        " 2, 5 Apr 2026 to 31 May 2026: Hand trays, 20 min, 2.5 sessions a week;"
        " 1, 30 Mar 2026 to 4 Apr 2026: Hand trays, 10 min, 2.5 sessions a week (not ranked)."
    )
    assert "Periods" not in str(description(view_of(settings), "palm_left"))
    told = table(view, "palm_left")
    assert told.head[-1] == "Settings, by number of the period"
    also = [str(row[-1]) for row in told.rows]
    assert also[0] == ""
    assert also[-1] == "period 3: Hand trays, 30 min, 2.5 sessions a week"
    assert any(text.startswith("period 1: ") and "; period 2: " in text for text in also)
    assert told.head[-1] not in table(view_of(settings), "palm_left").head
    assert told.head[-1] not in table(view, "scalp").head
    timeline, canvas = live
    timeline.show(view, "palm_left")
    canvas.draw()
    x, y = canvas.figure.axes[0].transData.transform((day_number(first) + 100, 5))
    assert str(timeline.at(x, y)).endswith("; period 3: Hand trays, 30 min, 2.5 sessions a week")


def test_the_chart_reads_the_doctors_switch(settings):
    assert FOR_DOCTOR in Timeline.reads
    assert doctors(settings).differs(view_of(settings), Timeline.reads)


def test_a_key_more_stands_beside_the_unit_and_takes_no_row(months, reacted):
    size = (5.15, 1.74)  # inches, as on paper: one row is too short for five keys
    few, more = (
        figure(snapshot, "palm_left", for_doctor=True, size_inches=size, titled=False)
        for snapshot in (months, reacted)
    )
    assert {"one day", "session", "settings"} <= set(words(svg(few)))
    assert {"one day", "session", "settings", "reaction"} <= set(words(svg(more)))
    assert few.get_size_inches()[1] == more.get_size_inches()[1]
