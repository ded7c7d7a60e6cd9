"""How every chart looks: palettes for light, dark and paper, one hue for severity, date ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from threading import Lock
from typing import TYPE_CHECKING

from model.analysis.sentences import (
    MONTHS,
    Translate,
    as_written,
    day_of_month_text,
    day_text,
    month_of_year_text,
    month_text,
)
from model.records.snapshot import day_number, day_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["DARK", "FONT", "LIGHT", "MONTHS", "PAPER", "Palette", "date_ticks", "severity_color"]

FONT = "DejaVu Sans"  # comes with matplotlib: the same letters on every machine


@dataclass(frozen=True)
class Palette:
    """The colours of a chart as '#rrggbb'; meaning is never carried by hue alone.

    Dots are small and pale, means a thick line, sessions ticks below the axis: told apart by
    shape and lightness, so that they survive a black-and-white printer and any colour blindness.
    """

    name: str
    background: str
    text: str
    faint: str  # second text: units, ticks
    grid: str
    dot: str  # one rated day
    mean: str  # the mean of a week
    session: str
    baseline: str  # shading of the baseline window
    missing: str  # hatching where there is no data
    severity: tuple[str, str, str]  # severity 0, 5 and 10: one hue, pale to strong


LIGHT = Palette(
    "light", "#ffffff", "#1f2328", "#5f6368", "#e3e3e1", "#7aa7cf", "#0b4880", "#b4530c",
    "#f4efe2", "#9a948a", ("#eaf2fa", "#6aa5d8", "#08396b"),
)  # fmt: skip
DARK = Palette(
    "dark", "#1e1f22", "#ececec", "#a8abb0", "#3a3c40", "#5b88b3", "#a9d3ff", "#f0a35e",
    "#2c2a24", "#7d7a74", ("#26313c", "#4f8fc7", "#d3e8ff"),
)  # fmt: skip
PAPER = Palette(
    "paper", "#ffffff", "#1a1a1a", "#555555", "#dddddd", "#7ba3c8", "#0b4880", "#a3470a",
    "#f3eee1", "#8f887b", ("#eaf2fa", "#6aa5d8", "#08396b"),
)  # fmt: skip


def severity_color(severity: float, palette: Palette = LIGHT) -> str:
    """Return the colour '#rrggbb' of a severity 0-10, blended between the palette's three."""
    at = min(max(severity, 0.0), 10.0) / 5
    low = min(int(at), 1)
    pair = (rgb(palette.severity[low]), rgb(palette.severity[low + 1]))
    mixed = (round(a + (b - a) * (at - low)) for a, b in zip(*pair, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def rgb(color: str) -> tuple[int, int, int]:
    """Return red, green and blue of a colour like #rrggbb."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def readable_on(fill: str, inks: Sequence[str]) -> str:
    """Return the one of some colours '#rrggbb' that has the highest contrast on a fill.

    Source: contrast ratio and relative luminance of WCAG 2.2.
    """
    ground = _luminance(fill)
    return max(inks, key=lambda ink: abs(log(_luminance(ink) + 0.05) - log(ground + 0.05)))


def air(first: int, last: int) -> float:
    """Return how many days an axis goes on before its first and after its last day."""
    return max(last - first, 6) * 0.012 + 0.5


def date_ticks(
    first: int, last: int, most: int, translate: Translate = as_written
) -> tuple[list[int], list[str]]:
    """Return at most about `most` days to mark on a date axis, and their labels.

    Args:
        first: first day of the axis, days since 1970-01-01.
        last: last day of the axis, likewise.
        most: number of labels for which there is room, at least 2.
        translate: looks up the names of months.
    """
    for step in (1, 2, 7, 14):
        if (last - first) / step <= most:
            days = list(range(first, last + 1, step))
            return days, _day_labels([day_of(day) for day in days], translate)
    months = (last - first) / 30.44
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240) if months / s <= most), 600)
    marked = _first_of_months(day_of(first), day_of(last), step)
    return [day_number(day) for day in marked], _month_labels(marked, step, translate)


PAGES = "module://model.charts.vector"  # what writes figures for a page
_SETTINGS = Lock()
"""Held while the settings of matplotlib are changed: they are those of all threads."""


def svg(figure: Figure, alone: bool = False) -> str:
    """Return a figure as SVG text, the same for the same figure, from any thread.

    For a page the ground is left out and letters are text, which the page sets itself, so that
    they can be searched and read aloud. A picture that stands `alone` has its ground, and letters
    as shapes: who opens it may not have the font.
    """
    import io

    import matplotlib as mpl

    target = io.StringIO()
    if not alone:
        figure.savefig(target, format="svg", backend=PAGES, transparent=True)
        return target.getvalue()
    # Another thread may neither change the letters of this figure nor put back what this one set.
    with _SETTINGS, mpl.rc_context({"svg.hashsalt": "drymap", "svg.fonttype": "path"}):
        figure.savefig(target, format="svg", metadata={"Date": None})
    return target.getvalue()


def _first_of_months(first: date, last: date, step: int) -> list[date]:
    """Return the first days of every `step`-th month, counted from January of year 0."""
    count = first.year * 12 + first.month - 1 + (first.day > 1)
    count += -count % step
    end = last.year * 12 + last.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(count, end + 1, step)]


def _day_labels(marked: list[date], translate: Translate) -> list[str]:
    years = [None, *(day.year for day in marked)]
    return [
        day_of_month_text(day, translate) if day.year == before else day_text(day, translate)
        for day, before in zip(marked, years, strict=False)
    ]


def _month_labels(marked: list[date], step: int, translate: Translate) -> list[str]:
    """Name months; the year stands at the first mark and wherever it changes."""
    if step >= 12:
        return [str(day.year) for day in marked]
    years = [None, *(day.year for day in marked)]
    return [
        month_text(day, translate) if day.year == before else month_of_year_text(day, translate)
        for day, before in zip(marked, years, strict=False)
    ]


def _luminance(color: str) -> float:
    parts = (part / 255 for part in rgb(color))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
