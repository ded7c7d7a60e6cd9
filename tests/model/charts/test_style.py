"""Colours that survive a black-and-white printer, dates that stay few, and SVG from any thread."""

import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date

import pytest
from matplotlib import rcParams
from matplotlib.figure import Figure

from model.charts import CHARTS
from model.charts.live import drawn
from model.charts.style import (
    DARK,
    LIGHT,
    MONTHS,
    PAPER,
    date_ticks,
    readable_on,
    severity_color,
    svg,
)
from model.charts.ticks import name_ticks
from model.records.snapshot import day_number
from tests.model.charts.conftest import view_of


@contextmanager
def often_interrupted() -> Iterator[None]:
    """Let threads take turns a thousand times as often as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 1000)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def luminance(color):
    """Relative luminance after WCAG 2.1."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


palettes = pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda p: p.name)


@palettes
def test_texts_and_marks_stand_out_from_the_background(palette):
    for color in (palette.text, palette.faint):
        assert contrast(color, palette.background) >= 4.5
        assert contrast(color, palette.baseline) >= 4.5
    for color in (palette.mean, palette.session):
        assert contrast(color, palette.background) >= 3


@palettes
def test_means_and_days_differ_in_grey(palette):
    assert contrast(palette.mean, palette.dot) >= 2


@palettes
def test_severity_goes_one_way_from_the_background(palette):
    steps = [contrast(severity_color(n / 2, palette), palette.background) for n in range(21)]
    assert steps == sorted(steps)
    assert steps[-1] > 3 * steps[0]


def test_severity_beyond_the_scale_keeps_the_last_colour():
    assert severity_color(-1) == severity_color(0) == LIGHT.severity[0]
    assert severity_color(11) == severity_color(10) == LIGHT.severity[2]


@pytest.mark.parametrize("span", [0, 1, 6, 13, 30, 90, 200, 365, 800, 1500, 7305, 40000, 109000])
def test_dates_are_few_and_on_the_axis(span):
    start = day_number(date(2006, 11, 23))
    days, labels = date_ticks(start, start + span, 8)
    assert len(days) == len(labels)
    assert 1 <= len(days) <= 10
    assert all(start <= day <= start + span for day in days)
    assert len(set(days)) == len(days)


def test_a_label_says_the_year_where_it_changes():
    start = day_number(date(2025, 11, 20))
    assert date_ticks(start, start + 90, 4)[1] == ["Dec 2025", "Jan 2026", "Feb"]
    assert date_ticks(day_number(date(2025, 12, 29)), day_number(date(2026, 1, 2)), 5)[1] == [
        "29 Dec 2025",
        "30 Dec",
        "31 Dec",
        "1 Jan 2026",
        "2 Jan",
    ]
    start = day_number(date(2006, 11, 23))
    assert date_ticks(start, start + 7305, 5)[1] == ["2010", "2015", "2020", "2025"]


def test_there_are_twelve_months():
    assert len(set(MONTHS)) == 12


def test_svgs_drawn_at_once_are_those_drawn_alone(months):
    """The settings of matplotlib are those of all threads; letters of two kinds are asked for."""
    kinds = [
        (name, alone) for name in ("wear_off", "timeline", "change") for alone in (True, False)
    ]
    view = view_of(months)

    def picture(kind):
        name, alone = kind
        return svg(drawn(CHARTS[name].live, view, "palm_left", PAPER, (4, 2)), alone)

    before = dict(rcParams)
    expected = {kind: picture(kind) for kind in kinds}
    assert all(("<text" in found) != alone for (_, alone), found in expected.items())
    with often_interrupted(), ThreadPoolExecutor(6) as threads:
        found = list(threads.map(picture, kinds * 4))
    assert [kind for kind, one in zip(kinds * 4, found, strict=True) if one != expected[kind]] == []
    assert dict(rcParams) == before


def test_ticks_named_at_once_leave_the_warnings_of_the_program_alone():
    axes = [Figure().add_subplot() for _ in range(6)]
    before = list(warnings.filters)

    def name(one):
        for _ in range(400):
            name_ticks(one.yaxis, [0, 5, 10], ["none", "half", "all"])
        return [label.get_text() for label in one.get_yticklabels()]

    with often_interrupted(), ThreadPoolExecutor(6) as threads:
        assert list(threads.map(name, axes)) == [["none", "half", "all"]] * 6
    assert list(warnings.filters) == before


@palettes
def test_a_number_is_read_on_every_shade(palette):
    inks = (palette.text, palette.background)
    for severity in range(11):
        fill = severity_color(severity, palette)
        ink = readable_on(fill, inks)
        assert contrast(ink, fill) == max(contrast(each, fill) for each in inks)
        assert contrast(ink, fill) >= 3
