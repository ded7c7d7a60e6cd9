"""All regions as small charts below each other, with one scale and one calendar.

Everything stands in one axes, each region raised over the next, so that thirty regions cost little
more than one; only the mark of the chosen region is drawn when the choice changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.progress import Window
from model.analysis.sentences import Sentence
from model.analysis.weeks import RATED_OF_WEEK, WEEK
from model.charts.chosen import mark_of, notes_on
from model.charts.keys import DAY_KEY, LONG_MEAN_KEY, MEAN_KEY, SESSION_KEY, Key
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.overview_rows import (
    Overview,
    Row,
    description,
    lacking,
    overview,
    rated_regions,
    said_at,
    table,
)
from model.charts.view import View
from model.records.snapshot import day_number
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from matplotlib.artist import Artist

    from model.charts.texts import Words

    Column = npt.NDArray[np.float64]

__all__ = ["OverviewChart", "description", "table"]

PITCH = 34.0  # points a row, where nothing else is asked for
UNITS = 14  # of the severity scale a row, from foot to foot
TOP = 2.5  # units above the first row, for its 10
FOOT = 3.5  # units from the foot of a row to its 0: sessions lie between
SESSION_TICK = (-2.4, -0.8)  # units from 0
EDGE, COLUMN, SCALE = 8.0, 50.0, 14.0  # points: beside names; a column of numbers; 0 and 10
NAMES_SHARE = 0.3  # of the width, at most
LEAST_WITH_DAYS = 24.0  # points a row below which the days behind a mean are left out
DAYS_SIZE, SCALE_SIZE = 6.5, 6.5
CELL = 1.6  # points a cell of the image is wide, at least

TITLE = QT_TRANSLATE_NOOP("Chart", "All regions")
UNIT = QT_TRANSLATE_NOOP("Chart", "Worst of the day, each row 0 = dry to 10")
CELLS_KEY = QT_TRANSLATE_NOOP("Chart", "days, darker = more")
BASELINE = QT_TRANSLATE_NOOP("Chart", "baseline")
NOW = QT_TRANSLATE_NOOP("Chart", "now")
DAYS = QT_TRANSLATE_NOOP("Chart", "{days} days")
WITH_NOTE = QT_TRANSLATE_NOOP("Chart", "{detail}; {note}")
DAYS_SO_FAR = QT_TRANSLATE_NOOP("Chart", "{days}, so far")


class OverviewChart(LiveChart):
    """Rows of regions over one calendar; the numbers at the right are the means compared."""

    dated: ClassVar[bool] = True
    has_regions: ClassVar[bool] = True

    _found: Overview

    @classmethod
    def height_of(cls, view: View, region: str) -> float | None:
        """Return the height in points of all rows."""
        del region
        if lacking(view):
            return None
        rows = len(rated_regions(view)) + TOP / UNITS
        return cls.margins.titled + cls.margins.below + PITCH * rows

    def region_at(self, x: float, y: float) -> str:
        """Return the region whose name lies at a pixel from the lower left corner, "" elsewhere."""
        box = self._axes.bbox
        if self._empty is not None or x >= box.x0 or not box.y0 <= y <= box.y1:
            return ""
        _, up = self._axes.transData.inverted().transform((x, y))
        return self._row_at(float(up)).region

    # ---- What is shown ----

    _shown: View | None = None

    def _collect(self, view: View, region: str) -> Sentence | None:
        del region
        if view is not self._shown:
            self._shown, self._found = view, overview(view)
            self._missing = lacking(view)
        return self._missing

    def _frame_of(self) -> tuple[object, ...]:
        return (self._found,)

    def _title(self) -> Sentence | None:
        return Sentence(TITLE, context="Chart")

    def _detail(self) -> Sentence | None:
        detail = self._found.detail
        for note in notes_on(row.shown for row in self._found.rows):
            detail = Sentence(WITH_NOTE, {"detail": detail, "note": self.said(note)}, "Chart")
        return detail

    def _unit(self) -> str:
        return self.said(UNIT)

    def _keys(self) -> tuple[Key, ...]:
        palette, found = self._palette, self._found
        dot = {"color": palette.dot, "marker": "o", "ms": 3, "mew": 0}
        cells = {"color": palette.dot, "lw": 6, "solid_capstyle": "butt"}
        width = max(found.width, WEEK)
        text = LONG_MEAN_KEY if width > WEEK else MEAN_KEY
        mean = self.said(text).format(least=-(-RATED_OF_WEEK * width // WEEK))
        tick = {"color": palette.session, "marker": "|", "ms": 6, "mew": 1.2}
        return (
            Key(self.said(DAY_KEY), dot, dot=True)
            if found.width == 1
            else Key(self.said(CELLS_KEY), cells),
            Key(mean, {"color": palette.mean, "lw": 1.4}),
            Key(self.said(SESSION_KEY), tick, dot=True),
        )

    def _said_at(self, x: float, y: float) -> Sentence | None:
        if self._view is None:
            return None
        day = min(max(round(x), self._found.first), self._found.last)
        return said_at(self._found, self._view, self._row_at(y), day)

    def _row_at(self, y: float) -> Row:
        rows = self._found.rows
        return rows[min(max(int(-y // UNITS), 0), len(rows) - 1)]

    # ---- The frame: everything but the mark of the chosen region ----

    def _room(self) -> Margins:
        from model.charts.label import width_in_points
        from model.charts.texts import cut

        if self._empty is not None:
            return self.margins
        most = NAMES_SHARE * self.points[0]
        names = [row.name.said(self._translate) for row in self._found.rows]
        self._names = [
            cut(name, most, SMALL) + mark_of(row.shown)
            for name, row in zip(names, self._found.rows, strict=True)
        ]
        wide = max(width_in_points(name, SMALL) for name in self._names)
        self._overhang = wide + SCALE
        return replace(self.margins, left=EDGE + wide + SCALE, right=2 * COLUMN + EDGE / 2)

    def _dress(self) -> None:
        from matplotlib.collections import PolyCollection

        from model.charts.cells import Cells
        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        axes.set_yticks([])
        self._baselines: Any = axes.add_collection(
            PolyCollection([], color=palette.baseline, lw=0, zorder=0.3)
        )
        self._grid: Any = self.line(color=palette.grid, lw=0.7, zorder=0.4)
        self._image = Cells(axes, zorder=0.5)
        look = {"ls": "none", "mew": 0}
        self._dots: Any = self.line(color=palette.dot, marker="o", ms=1.8, zorder=0.6, **look)
        self._sessions: Any = self.line(color=palette.session, lw=0.9, zorder=0.7)
        self._stints: Any = self.line(color=palette.session, lw=2.6, zorder=0.7)
        self._means: Any = self.line(color=palette.mean, lw=1.2, zorder=0.8)
        self._standing = Texts(axes)

    def _lay_out(self) -> None:
        found = self._found
        self.set_dates(found.first, found.last)
        self._axes.set_ylim(-UNITS * len(found.rows), TOP)
        begins = -(self._room().left - EDGE) / self._inner[0]
        for words in (self._unit_label, self._data.get("title")):
            if words is not None:
                words.set_x(begins)
        self._set_grid()
        self._set_lines()
        self._standing.put(self._words())

    def _set_grid(self) -> None:
        """Draw 0 and 10 of every row, and shade its baseline."""
        low, high = self._axes.get_xlim()
        x: list[float] = []
        y: list[float] = []
        shaded = []
        for at, row in zip(self._zeros(), self._found.rows, strict=True):
            for level in (at, at + 10):
                x += [low, high, float("nan")]
                y += [level, level, float("nan")]
            baseline = row.shown.phases.baseline if row.shown.phases else None
            if baseline:
                left, right = day_number(baseline[0]) - 0.5, day_number(baseline[1]) + 0.5
                foot = at - FOOT + 0.3
                shaded.append([(left, foot), (right, foot), (right, at + 10), (left, at + 10)])
        self._grid.set_data(x, y)
        self._baselines.set_verts(shaded)

    def _zeros(self) -> list[float]:
        """Return where the 0 of every row lies."""
        return [FOOT - UNITS * (number + 1) for number in range(len(self._found.rows))]

    def _set_lines(self) -> None:
        """Draw means, and days and sessions where each has its place."""
        found, zeros = self._found, self._zeros()
        pairs = list(zip(zeros, found.rows, strict=True))
        self._means.set_data(*_joined([(row.mean_x, row.mean_y + at) for at, row in pairs]))
        by_day = found.width == 1
        for artist in (self._dots, self._sessions):
            artist.set_visible(by_day)
        for artist in (self._image, self._stints):
            artist.set_visible(not by_day)
        if by_day:
            self._dots.set_data(*_joined([(row.x, row.y + at) for at, row in pairs]))
            self._sessions.set_data(*_joined([_ticks(row.sessions_seen, at) for at, row in pairs]))
        else:
            self._set_image(pairs)

    def _set_image(self, pairs: list[tuple[float, Row]]) -> None:
        """Draw how often each severity was given, and when sessions were, in cells of some days."""
        found = self._found
        length = found.last - found.first + 1
        days = max(round(CELL * length / self._inner[0]), 1)
        count = -(-length // days)
        left, foot = found.first - 0.5, -UNITS * len(found.rows)
        cells = _cells(found, days, count, self._palette)
        self._image.put(cells, left, left + days * count, foot, 0)
        stints = [_stints(row.sessions_seen, at, found.first, days) for at, row in pairs]
        self._stints.set_data(*_joined(stints))

    def _words(self) -> list[Words]:
        """Name every region, write its means, and say once what 0 and 10 are."""
        from model.charts.texts import Words

        palette, (low, high) = self._palette, self._axes.get_xlim()
        per_point = (high - low) / self._inner[0]
        unit = (UNITS * len(self._found.rows) + TOP) / self._inner[1]  # of the scale a point
        aside, faint = low - 4 * per_point, palette.faint
        columns = [high + COLUMN * number * per_point for number in (1, 2)]
        words = [
            Words(column, TOP + 0.5 * unit, "right", self.said(text), faint)
            for column, text in zip(columns, (BASELINE, NOW), strict=True)
        ]
        with_days = self._inner[1] / len(self._found.rows) >= LEAST_WITH_DAYS
        for at, row, name in zip(self._zeros(), self._found.rows, self._names, strict=True):
            foot = at + 5 - 0.61 * SMALL * unit
            begins = low - (self._room().left - EDGE) * per_point
            words.append(Words(begins, foot, "left", name, palette.text))
            windows = (row.shown.baseline, row.shown.now)
            for column, window in zip(columns, windows, strict=True):
                if window is None or window.mean is None:
                    continue
                mean = f"{window.mean:.1f}"
                raised = foot + 4 * unit * with_days
                words.append(Words(column, raised, "right", mean, palette.text))
                so_far = window is row.shown.now and row.shown.so_far
                if with_days:
                    days = self._days(window, so_far)
                    below = raised - (DAYS_SIZE + 2.5) * unit
                    words.append(Words(column, below, "right", days, faint, DAYS_SIZE))
        first = self._zeros()[0]
        for level, text in ((0, "0"), (10, "10")):
            foot = first + level - 0.61 * SCALE_SIZE * unit
            words.append(Words(aside, foot, "right", text, faint, SCALE_SIZE))
        return words

    def _days(self, window: Window, so_far: bool) -> str:
        return self.said(DAYS_SO_FAR if so_far else DAYS).format(days=window.days)

    # ---- The data: the chosen region ----

    def _artists(self) -> dict[str, Artist]:
        from matplotlib.patches import Rectangle

        chosen = Rectangle((0, 0), 1, UNITS, color=self._palette.dot, alpha=0.16, lw=0)
        self._axes.add_patch(chosen)
        chosen.set_transform(self._axes.get_yaxis_transform())
        chosen.set_clip_on(False)
        return {"chosen": chosen}

    def _fill(self) -> None:
        band: Any = self._data["chosen"]
        listed = [row.region for row in self._found.rows]
        band.set_visible(self._region in listed)
        if self._region in listed:
            room, width = self._room(), self._inner[0]
            wide = (room.left + width + room.right - EDGE / 2) / width
            foot = -UNITS * (listed.index(self._region) + 1)
            band.set_bounds(-(room.left - EDGE / 2) / width, foot, wide, UNITS)


def _joined(lines: list[tuple[Column, Column]]) -> tuple[Column, Column]:
    """Return some lines as one, broken by NaN between them."""
    import numpy as np

    gap = np.array([np.nan])
    x, y = ([part for line in lines for part in (line[axis], gap)] for axis in (0, 1))
    return np.concatenate(x), np.concatenate(y)


def _ticks(days: Column, at: float) -> tuple[Column, Column]:
    import numpy as np

    low, high = (at + end for end in SESSION_TICK)
    return np.repeat(days, 3), np.tile([low, high, np.nan], len(days))


def _stints(days: Column, at: float, first: int, cell: int) -> tuple[Column, Column]:
    """Return a line through the cells of `cell` days that hold a session."""
    import numpy as np

    found = np.unique((days - first) // cell)
    new = np.diff(found, prepend=-2) > 1
    starts = found[new]
    ends = np.append(found[:-1][new[1:]], found[-1:]) + 1
    x = np.column_stack((starts, ends, np.full(len(starts), np.nan))) * cell + first - 0.5
    return x.ravel(), np.tile([at + sum(SESSION_TICK) / 2] * 2 + [np.nan], len(starts))


def _cells(found: Overview, days: int, count: int, palette: Any) -> npt.NDArray[np.uint8]:
    """Return the image of all rows, a cell a severity and `days`, shape (UNITS rows, count, 4)."""
    import numpy as np

    shape = (UNITS * len(found.rows), count)
    image = np.zeros((*shape, 4), np.uint8)
    image[..., :3] = _rgb(palette.dot)
    given = np.zeros(shape)
    for number, row in enumerate(reversed(found.rows)):
        foot = number * UNITS
        columns = ((row.x - found.first) // days).astype(np.int64)
        # Severity 0 is the cell around its line: FOOT units up, half a unit below the middle.
        cells = (foot + int(FOOT - 0.5) + row.y.astype(np.int64)) * count + columns
        given += np.bincount(cells, minlength=given.size).reshape(shape)
    most = max(float(given.max()), 1.0)
    image[..., 3] = 255 * 0.75 * np.sqrt(given / most)
    return image


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
