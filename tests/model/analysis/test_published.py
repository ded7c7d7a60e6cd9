"""Published percentages, realised as whole ratings 0-10, come out as they were printed.

What this shows is arithmetic: diaries are written whose group means lie exactly as far below the
baseline as was printed, and the program has to print that again, to the digit, by its own path
from records to result. It does not show that the raw ratings of a trial would have given the same
intervals: those were not published. Chan's objective series is a sweat rate; only its percentages
are used, as a course of means.

A week of one region has 7 ratings, so its mean moves in steps of 1/7. Twenty regions stand for
the patients of a trial: with a baseline of 10 the mean of their weeks moves in steps of
100 / (7 * 20 * 10) = 0.07 %, finer than the digit that was printed. One region alone has 28 days
on each side; a baseline that is not quite 10 then gives the digit that is wanted.
"""

import csv
from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from statistics import mean

import pytest

from model.analysis.estimate import Contrast
from model.analysis.progress import progress
from model.analysis.weeks import weekly_means
from model.catalog.regions import REGIONS
from model.charts.change import table
from model.charts.series import series
from tests.model.charts.conftest import view_of

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
    drawn = series(view_of(snapshot), PATIENTS[0])
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


def held(improvement: float, days: int = BASELINE_DAYS) -> list[int]:
    """Write one region: four weeks before, four of induction, four at a share below the first.

    Ratings are whole: of all totals of 28 ratings the pair is taken whose ratio is nearest.
    """
    wanted = 1 - improvement / 100
    pairs = ((before, round(before * wanted)) for before in range(6 * days, 10 * days + 1))
    before, now = min(pairs, key=lambda pair: abs(pair[1] / pair[0] - wanted))
    return spread(before, days) + spread(before, days) + spread(now, days)


@pytest.mark.parametrize(
    "printed", sorted({value for weeks in SERIES.values() for value in weeks.values()})
)
def test_one_region_alone_prints_the_published_percentage(written, printed):
    snapshot = written({"palm_left": held(float(printed))}, {"palm_left": [BASELINE_DAYS]})
    shown = progress(snapshot).of("palm_left")
    assert f"{-shown.change.value:.{digits(printed)}f}" == printed
    assert shown.change.low < shown.change.value < shown.change.high
    assert shown.points.value == pytest.approx(shown.change.value / 100 * shown.baseline.mean)
    found = table(view_of(snapshot))
    (row,) = found.rows
    assert f"{-row[found.head.index('Change (%)')]:.{digits(printed)}f}" == printed


@pytest.mark.parametrize("trial", ["ATMOS-1", "ATMOS-2"])
def test_the_acting_arm_against_the_vehicle_arm_is_the_ratio_of_the_two(written, trial):
    acting, vehicle = (
        SERIES[f"{trial}, ASDD item 2 {arm}"] for arm in ("glycopyrronium", "vehicle")
    )
    for week, printed in acting.items():
        rows = {
            "axilla_left": held(float(printed)),
            "axilla_right": held(float(vehicle[week])),
        }
        shown = progress(written(rows, {"axilla_left": [BASELINE_DAYS]})).of("axilla_left")
        left = 100 - float(printed), 100 - float(vehicle[week])
        assert isinstance(shown.contrast, Contrast)
        assert shown.contrast.value == pytest.approx(100 * (left[0] / left[1] - 1), abs=0.05)
        assert f"{-shown.contrast.treated_change:.1f}" == printed
        assert f"{-shown.contrast.untreated_change:.1f}" == vehicle[week]
        assert shown.contrast_with == ("axilla_right",)


def test_weeks_that_were_not_published_stay_gaps(written, first):
    chan = SERIES["Chan 1999, objective sweat reduction"]
    snapshot = written(realised(chan, 7), {PATIENTS[0]: [BASELINE_DAYS]})
    weeks = weekly_means(snapshot, PATIENTS[0])
    seventh = first + timedelta(BASELINE_DAYS + 6 * 7)
    assert [week.mean for week in weeks if week.starts == seventh] == [None]
