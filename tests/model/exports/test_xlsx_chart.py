"""The two sheets made for people: days beside each other, and the chart of them."""

from datetime import date, datetime, timedelta

import pytest
from openpyxl.utils import range_boundaries

from model.exports import xlsx
from model.records.day import Rating
from model.records.person import FollowedRegion, OwnRegion, Profile
from model.records.snapshot import RatingColumns, snapshot_of
from tests.model.exports.workbooks import FIRST, days, session, written


def test_days_stand_beside_each_other_region_by_region(tmp_path):
    columns = days(7, None, "-", 0)
    columns.append(Rating(FIRST, "own_1", 2, "late"))
    columns.append(Rating(FIRST, "own_2", 3, "late"))
    columns.append(Rating(FIRST, "sole_left", 4, "late"))
    records = {
        "followed_region": (
            FollowedRegion("sole_left", position=0),
            FollowedRegion("face", position=1),
            FollowedRegion("palm_left", position=2),
            FollowedRegion("palm_right", followed=False),
        ),
        "own_region": (
            OwnRegion("=Wrist", "forearm_left", id="own_1"),
            OwnRegion("=Wrist", "forearm_right", id="own_2"),
        ),
    }
    book = written(snapshot_of(columns, records), tmp_path)
    header = ["day", "sole_left", "face", "palm_left", "=Wrist (own_1)", "=Wrist (own_2)"]
    assert [list(row) for row in book["Days"].iter_rows(values_only=True)] == [
        header,
        [datetime(2026, 1, 5), 4, None, 7, 2, 3],
        [datetime(2026, 1, 6), None, None, "n/a", None, None],
        [datetime(2026, 1, 7), None, None, None, None, None],
        [datetime(2026, 1, 8), None, None, 0, None, None],
    ]
    assert book["Days"]["E1"].data_type == "s"
    assert book["Days"]["E1"].quotePrefix


def chart_of(book):
    """Return the only chart and, for each of its lines, title and (day, value) as in the cells."""
    (chart,) = book["Chart"]._charts
    assert not any(sheet._charts for sheet in book if sheet.title != "Chart")
    lines = {}
    for line in chart.series:
        cells = []
        for reference in (line.tx.strRef.f, line.cat.numRef.f, line.val.numRef.f):
            name, _, place = reference.partition("!")
            left, top, right, bottom = range_boundaries(place)
            assert left == right
            block = book[name].iter_rows(top, bottom, left, right, values_only=True)
            cells.append([value for (value,) in block])
        title, *columns = cells
        lines[title[0]] = list(zip(*columns, strict=True))
    return chart, lines


def test_a_short_diary_is_drawn_day_by_day_with_gaps(tmp_path):
    book = written(snapshot_of(days(7, None, "-", 0)), tmp_path)
    chart, lines = chart_of(book)
    # A text would be drawn as a 0.
    assert [value for _, value in lines["palm_left"]] == [7, None, None, 0]
    assert [day.date() for day, _ in lines["palm_left"]] == [
        FIRST + timedelta(place) for place in range(4)
    ]
    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max) == (0, 10)


def test_a_long_diary_without_any_severity_has_no_chart(tmp_path):
    book = written(snapshot_of(days(None, *(["-"] * 70), None)), tmp_path)
    assert book["Chart"]._charts == []
    assert book["Chart"].max_row == 1


def test_a_long_diary_is_drawn_in_means_of_its_weeks(tmp_path):
    # The first week has three rated days, the second four, the third none, the fourth seven.
    first = ["-"] * 4 + [9, 9, 9, 1, "-", 2, "-", 3, None, 4] + ["-"] * 7 + [5, 6, 7, 8, 5, 6, 7]
    columns = days(*first[2:], *([6] * 49), first=FIRST + timedelta(2))
    book = written(snapshot_of(columns), tmp_path)
    _, lines = chart_of(book)
    told = lines["palm_left"]
    assert [value for _, value in told[:4]] == [None, 2.5, None, pytest.approx(44 / 7)]
    assert [day.date() for day, _ in told] == [FIRST + timedelta(7 * week) for week in range(11)]
    assert len(book["Days"]["A"]) == len(first) - 4 + 49 + 1


def test_weeks_begin_on_the_patients_day(tmp_path):
    profile = Profile(week_starts_on=7)
    book = written(snapshot_of(days(*([6] * 70)), {"profile": (profile,)}), tmp_path)
    _, lines = chart_of(book)
    assert lines["palm_left"][0] == (datetime(2026, 1, 4), 6)
    assert len(lines["palm_left"]) == 11


def test_a_long_diary_rated_too_seldom_for_means_is_drawn_day_by_day(tmp_path):
    book = written(snapshot_of(days(*([6, "-", "-"] * 30))), tmp_path)
    _, lines = chart_of(book)
    assert sum(value == 6 for _, value in lines["palm_left"]) == 30


def test_the_chart_shows_the_regions_most_treated_then_most_rated(tmp_path):
    columns = RatingColumns.empty()
    counts = {"face": 9, "palm_left": 2, "palm_right": 3, "sole_left": 8, "sole_right": 7}
    for region, count in counts.items():
        for place in range(count):
            columns.append(Rating(FIRST + timedelta(place), region, 5, "late"))
    columns.append(Rating(FIRST, "axilla_left", None, "late"))
    treated = (session(FIRST, "palm_left", "axilla_left"), session(FIRST, "palm_right"))
    snapshot = snapshot_of(columns, {"session": (*treated, session(date(2026, 2, 1), "palm_left"))})
    _, lines = chart_of(written(snapshot, tmp_path))
    assert list(lines) == ["palm_left", "palm_right", "face", "sole_left"]


def test_the_chart_has_words_for_who_cannot_see_it(small, tmp_path):
    import zipfile

    xlsx.write(small, tmp_path / "diary.xlsx")
    with zipfile.ZipFile(tmp_path / "diary.xlsx") as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert 'descr="Severity from 0 (dry) to 10, every day"' in drawing
