"""Colours that survive a black-and-white printer, and dates that stay few."""

from datetime import date

import pytest

from model.charts.style import DARK, LIGHT, MONTHS, PAPER, date_ticks, severity_color
from model.records.snapshot import day_number


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
