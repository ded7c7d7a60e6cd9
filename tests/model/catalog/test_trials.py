"""What groups on sham or vehicle did is as it was published, and the range comes from it."""

import csv
from pathlib import Path

import pytest

from model.catalog.sources import SOURCES
from model.catalog.trials import (
    CONTROL_GROUPS,
    FELL_LEAST,
    FELL_MOST,
    FELL_WITHOUT,
    SHAM_IMPROVED,
    fell_without,
)
from model.report.content import METHOD

# As printed: PMC6516143 table 3; koreamed 1096670; sofdrahcp.com/efficacy.
PRINTED = {
    "ATMOS-1": "31.2",
    "ATMOS-2": "35.2",
    "Kim 2017": "39.1",
    "CARDIGAN 1": "43.7",
    "CARDIGAN 2": "58.0",
}


def test_every_group_fell_by_the_printed_percentage():
    assert {g.trial: f"{-g.change_percent:.1f}" for g in CONTROL_GROUPS} == PRINTED
    assert f"{SHAM_IMPROVED.percent:.1f}" == "38.5"


def test_vehicle_in_the_fourth_week_is_what_the_weekly_series_ends_with():
    table = Path(__file__).parents[1] / "analysis" / "published.csv"
    with table.open(encoding="utf-8") as rows:
        last = {
            row["study"]: row["improvement_percent"]
            for row in csv.DictReader(rows)
            if row["measure"].endswith("vehicle") and row["week"] == "4"
        }
    assert last == {trial: PRINTED[trial] for trial in ("ATMOS-1", "ATMOS-2")}


def test_the_range_spans_the_groups():
    assert (FELL_LEAST, FELL_MOST) == (31, 58)


def test_the_report_names_the_same_range():
    said = " ".join(METHOD)
    assert f"{FELL_LEAST}–{FELL_MOST} %" in said


def test_the_range_is_said_with_its_trials_and_without_a_claim():
    said = FELL_WITHOUT.format(**fell_without())
    assert "31–58 % (ATMOS, Kim 2017, CARDIGAN)" in said
    assert "not proof of effect" in said


@pytest.mark.parametrize("group", [*CONTROL_GROUPS, SHAM_IMPROVED], ids=lambda g: g.trial)
def test_every_figure_has_a_source(group):
    assert group.sources
    assert set(group.sources) <= SOURCES.keys()
