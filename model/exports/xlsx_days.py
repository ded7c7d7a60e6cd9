"""The two sheets of a workbook made for people: every day beside every region, and a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from model.analysis.days import week_start
from model.analysis.weeks import RATED_OF_WEEK, WEEK
from model.exports.xlsx_cells import Cell, Column, day_cell
from model.records.person import FollowedRegion, OwnRegion, Profile
from model.records.snapshot import MISSING, NOT_APPLICABLE, Snapshot
from model.records.treatment import Session

if TYPE_CHECKING:
    from model.exports.xlsx_book import Book

DAYS, CHART = "Days", "Chart"
NOT_APPLICABLE_TEXT = "n/a"
MOST_DAYS = 8 * WEEK
"""A longer diary is drawn in weekly means: 7,000 days are no line but a band."""

# Colours for every eye (Okabe & Ito 2008), dashes for grey paper.
_LOOKS = (
    ("#0072B2", "solid"),
    ("#D55E00", "dash"),
    ("#009E73", "round_dot"),
    ("#000000", "long_dash_dot"),
)
MOST_LINES = len(_LOOKS)  # more cannot be told apart in grey
_WIDTH, _HEIGHT = 1100, 480  # pixels


@dataclass(frozen=True)
class Drawing:
    """What the chart draws: titles of the columns, a day or week first, and a row each."""

    weekly: bool
    titles: list[str]
    rows: list[list[Cell]]


def add_days(book: Book, snapshot: Snapshot) -> None:
    """Add a sheet with a row a day and a column a region, from the first to the last rating."""
    regions = _regions(snapshot)
    names = _names(snapshot, regions)
    columns = [Column("day", 12), *(_column(names[region]) for region in regions)]
    book.add_sheet(DAYS, columns, _days(snapshot, regions), frozen=1)


def drawing_of(snapshot: Snapshot) -> Drawing:
    """Return what the chart draws: the regions most treated, by days or, in long diaries, weeks.

    A week has a mean where RATED_OF_WEEK of its days were rated; where none has, days are drawn.
    """
    regions = _drawn(snapshot)
    long = regions and len(snapshot.severity) > MOST_DAYS
    weeks = list(_weeks(snapshot, regions)) if long else []
    weekly = any(cell is not None for row in weeks for cell in row[1:])
    rows = weeks if weekly else list(_days(snapshot, regions, ""))
    names = _names(snapshot, regions)
    titles = ["week from" if weekly else "day", *(names[region] for region in regions)]
    return Drawing(weekly, titles, rows if regions else [])


def add_chart(book: Book, drawing: Drawing) -> None:
    """Add a sheet with the numbers of a drawing and the chart of them, one line a region."""
    columns = [_column(title) for title in drawing.titles]
    sheet = book.add_sheet(CHART, columns, drawing.rows, frozen=1)
    if not drawing.rows:
        return
    chart, last = book.add_line_chart(), len(drawing.rows)
    for column, (colour, dash) in enumerate(_LOOKS[: len(columns) - 1], 1):
        chart.add_series(
            {
                "name": [CHART, 0, column],
                "categories": [CHART, 1, 0, last, 0],
                "values": [CHART, 1, column, last, column],
                "line": {"color": colour, "width": 1.5, "dash_type": dash},
                # Without it a value between two gaps would not be drawn at all.
                "marker": _marker(colour, 2 if drawing.weekly else 5),
            }
        )
    _dress(chart, _title(drawing.weekly))
    place = {"description": _title(drawing.weekly), "object_position": 3}
    sheet.insert_chart(1, len(columns) + 1, chart, place)


def _column(title: str) -> Column:
    return Column(title, min(max(len(title) + 3, 12), 40))


def _dress(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_x_axis({"date_axis": True, "num_format": "yyyy-mm-dd", "label_position": "low"})
    chart.set_y_axis({"min": 0, "max": 10, "major_unit": 2, "name": "Severity"})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})
    chart.show_blanks_as("gap")


def _title(weekly: bool) -> str:
    if weekly:
        return "Severity from 0 (dry) to 10, means of weeks"
    return "Severity from 0 (dry) to 10, every day"


def _marker(colour: str, size: int) -> dict[str, object]:
    fill = {"color": colour}
    return {"type": "circle", "size": size, "fill": fill, "border": fill}


def _regions(snapshot: Snapshot) -> list[str]:
    """Return the followed regions in the patient's order, then all others that were rated."""
    chosen = sorted(snapshot.of(FollowedRegion), key=lambda each: (each.position, each.region))
    followed = [each.region for each in chosen if each.followed]
    return list(dict.fromkeys([*followed, *snapshot.regions]))


def _drawn(snapshot: Snapshot) -> list[str]:
    """Return the few regions most often treated, then most often rated, 0 to 10."""
    treated = Counter(region for each in snapshot.of(Session) for region in each.regions)
    counts = (snapshot.severity >= 0).sum(axis=0).tolist()
    rated = dict(zip(snapshot.regions, counts, strict=True))
    found = [region for region in _regions(snapshot) if rated.get(region)]
    return sorted(found, key=lambda region: (-treated[region], -rated[region]))[:MOST_LINES]


def _names(snapshot: Snapshot, regions: list[str]) -> dict[str, str]:
    """Return titles for columns: ids of the catalog, the patient's own names, none twice."""
    own = {each.id: each.name for each in snapshot.of(OwnRegion)}
    names = {region: own.get(region, region) for region in regions}
    common = Counter([*names.values(), "day", "week from"])
    return {
        region: f"{name} ({region})" if common[name] > 1 and region in own else name
        for region, name in names.items()
    }


def _days(
    snapshot: Snapshot, regions: list[str], not_applicable: str = NOT_APPLICABLE_TEXT
) -> Iterator[list[Cell]]:
    cells: dict[int, Cell] = {MISSING: None, NOT_APPLICABLE: not_applicable}
    places = [snapshot.regions.index(each) if each in snapshot.regions else -1 for each in regions]
    day = snapshot.first_day
    for row in snapshot.severity.tolist():
        values = [row[place] if place >= 0 else MISSING for place in places]
        yield [day_cell(day), *(cells.get(value, value) for value in values)]
        day += timedelta(days=1)


def _weeks(snapshot: Snapshot, regions: list[str]) -> Iterator[list[Cell]]:
    """Yield the first day of every week and the mean severity of each region in it."""
    import numpy as np

    starts = next((each.week_starts_on for each in snapshot.of(Profile)), 1)
    first = week_start(snapshot.first_day, starts)
    ahead = (snapshot.first_day - first).days
    places = [snapshot.regions.index(region) for region in regions]
    severity = snapshot.severity[:, places]
    behind = -(ahead + len(severity)) % WEEK
    padded = np.pad(severity, ((ahead, behind), (0, 0)), constant_values=MISSING)
    weeks = padded.reshape(-1, WEEK, len(regions))
    rated = (weeks >= 0).sum(axis=1)
    sums = np.where(weeks >= 0, weeks, 0).sum(axis=1)
    day = first
    for counts, totals in zip(rated.tolist(), sums.tolist(), strict=True):
        means: list[Cell] = [
            total / count if count >= RATED_OF_WEEK else None
            for count, total in zip(counts, totals, strict=True)
        ]
        yield [day_cell(day), *means]
        day += timedelta(days=WEEK)
