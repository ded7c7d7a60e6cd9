"""Diaries to draw, canvases to draw them on, and what a picture says."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from model.analysis.phases import Span
from model.analysis.progress import progress
from model.charts.style import LIGHT, Palette, svg
from model.charts.view import View
from model.records.day import Rating
from model.records.snapshot import RatingColumns, Snapshot, snapshot_of
from model.records.treatment import Session

FIRST = date(2026, 3, 2)
_SWING = (0, 1, 0, -1)


def course(before: int, after: int, days: int = 105) -> list[int]:
    """Write a row that swings by a point about two levels; treatment begins on day 28."""
    levels = [before] * 28 + [after] * (days - 28)
    return [max(level + _SWING[day % 4], 0) for day, level in enumerate(levels)]


def view_of(snapshot: Snapshot, span: Span | None = None) -> View:
    """Return the view of a diary with what is found in it."""
    return View(snapshot, progress(snapshot), span)


def on_canvas(
    kind: Callable[..., Any], size: tuple[float, float], palette: Palette = LIGHT, dpi: int = 80
) -> tuple[Any, FigureCanvasAgg]:
    """Make a chart of a kind on a canvas of its own, with nothing on it yet."""
    canvas = FigureCanvasAgg(Figure(size, dpi=dpi))
    return kind(canvas.figure, palette), canvas


def shown_on_canvas(
    kind: Callable[..., Any],
    view: View,
    region: str,
    size: tuple[float, float],
    palette: Palette = LIGHT,
    dpi: int = 80,
) -> tuple[Any, FigureCanvasAgg]:
    """Draw a chart of a kind on a canvas of its own."""
    chart, canvas = on_canvas(kind, size, palette, dpi)
    chart.show(view, region)
    canvas.draw()
    return chart, canvas


def pixels(canvas: FigureCanvasAgg) -> np.ndarray:
    """Copy what is on a canvas, shape (height, width, 4), 0..255."""
    return np.asarray(canvas.buffer_rgba()).copy()


def words_of(figure: Figure) -> list[str]:
    """Return the texts that a figure shows."""
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg(figure))


def with_sign(value: float, digits: int = 0) -> str:
    """Write a number with its sign, a real minus."""
    return f"{value:+.{digits}f}".replace("-", "\u2212")


@pytest.fixture
def first() -> date:
    """Day 0 of every diary drawn here."""
    return FIRST


@pytest.fixture
def drawn() -> Callable[..., Snapshot]:
    """Write a diary to draw: rows of severities by region, sessions of the left palm by day."""

    def write(
        ratings: Mapping[str, Sequence[int | str | None]],
        sessions: Sequence[int] = (),
        **records: tuple,
    ) -> Snapshot:
        columns = RatingColumns.empty()
        for region, row in ratings.items():
            for day, severity in enumerate(row):
                if severity is not None:
                    given = None if severity == "n/a" else severity
                    columns.append(Rating(FIRST + timedelta(day), region, given))
        midnight = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
        done = tuple(
            Session(midnight + timedelta(day), ("palm_left",), ("hand_tray",), id=str(day))
            for day in sessions
        )
        return snapshot_of(columns, {"session": done, **records})

    return write


@pytest.fixture
def months(drawn) -> Snapshot:
    """Fifteen weeks: a baseline of four, then a session every third day."""
    wave = [5 + (day % 5) - (3 if day > 40 else 0) for day in range(105)]
    rows = {"palm_left": wave, "palm_right": [9, *wave[:-1]], "scalp": [4] * 105}
    return drawn(rows, range(28, 105, 3))
