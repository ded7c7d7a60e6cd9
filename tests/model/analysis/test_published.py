"""Published weekly series, realised as whole ratings 0-10, come out as they were printed.

A week of one region has 7 ratings, so its mean moves in steps of 1/7. Twenty regions stand for
the patients of a trial: with a baseline of 10 the mean of their weeks moves in steps of
100 / (7 * 20 * 10) = 0.07 %, finer than the digit that was printed.
"""

import csv
from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from statistics import mean

import pytest

from model.analysis.progress import progress
from model.analysis.weeks import weekly_means
from model.catalog.regions import REGIONS
from model.charts.series import series

PATIENTS = list(REGIONS)[:20]
BASELINE_DAYS = 28


def published() -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = defaultdict(dict)
    with Path(__file__).with_name("published.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found[f"{row['study']}, {row['measure']}"][int(row["week"])] = row[
                "improvement_percent"
            ]
    return found


SERIES = published()


def spread(total: int, cells: int) -> list[int]:
    """Part a total into whole ratings that differ by one at most."""
    return [total * (n + 1) // cells - total * n // cells for n in range(cells)]


def realised(improvements: dict[int, str], days: int) -> dict[str, list[int | None]]:
    """Write rows whose means over all patients lie as far below 10 as was printed.

    `improvements` gives the percentage of each period of `days` days, counted from 1.
    """
    rows: dict[str, list[int | None]] = {region: [10] * BASELINE_DAYS for region in PATIENTS}
    for number in range(1, max(improvements) + 1):
        cells = days * len(PATIENTS)
        percent = improvements.get(number)
        total = None if percent is None else round(10 * cells * (1 - float(percent) / 100))
        ratings = [None] * cells if total is None else spread(total, cells)
        for patient, region in enumerate(PATIENTS):
            rows[region] += ratings[patient * days : (patient + 1) * days]
    return rows


def digits(printed: str) -> int:
    return len(printed.partition(".")[2])


@pytest.mark.parametrize("name", SERIES)
def test_weekly_means_fall_by_the_published_percentages(written, name):
    snapshot = written(realised(SERIES[name], 7), {region: [BASELINE_DAYS] for region in PATIENTS})
    weeks = [weekly_means(snapshot, region) for region in PATIENTS]
    for number, printed in SERIES[name].items():
        now = mean(row[BASELINE_DAYS // 7 + number - 1].mean for row in weeks)
        assert f"{100 * (1 - now / 10):.{digits(printed)}f}" == printed


@pytest.mark.parametrize("name", SERIES)
def test_the_time_chart_draws_the_same_means(written, name):
    snapshot = written(realised(SERIES[name], 7), {region: [BASELINE_DAYS] for region in PATIENTS})
    drawn = series(snapshot, PATIENTS[0])
    heights = dict(zip(drawn.mean_x.tolist(), drawn.mean_y.tolist(), strict=True))
    for week in weekly_means(snapshot, PATIENTS[0]):
        middle = drawn.first + (week.starts - snapshot.first_day).days + 3
        assert week.mean is None or heights[middle] == week.mean


@pytest.mark.parametrize(
    "printed", sorted({value for weeks in SERIES.values() for value in weeks.values()})
)
def test_a_change_held_for_four_weeks_is_the_published_percentage(written, printed):
    # Four weeks of induction, then four weeks at the published level: 28 days of 20 patients.
    rows = realised({2: printed}, 28)
    sessions = {region: [BASELINE_DAYS] for region in PATIENTS}
    changes = [found.change_percent for found in progress(written(rows, sessions)).regions]
    assert f"{-mean(changes):.{digits(printed)}f}" == printed
    assert not any(found.provisional for found in progress(written(rows, sessions)).regions)


def test_weeks_that_were_not_published_stay_gaps(written, first):
    chan = SERIES["Chan 1999, objective sweat reduction"]
    snapshot = written(realised(chan, 7), {PATIENTS[0]: [BASELINE_DAYS]})
    weeks = weekly_means(snapshot, PATIENTS[0])
    seventh = first + timedelta(BASELINE_DAYS + 6 * 7)
    assert [week.mean for week in weeks if week.starts == seventh] == [None]
