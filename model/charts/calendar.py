"""The calendar of a region: every day one place, its severity a shade; or a week one, over years.

Four states are never mixed: a shade is a severity, hatching is not rated, a dash not applicable,
and what lies outside the diary stays blank.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.phases import session_days
from model.analysis.sentences import Sentence, month_of_year_text, month_text
from model.analysis.weeks import RATED_OF_WEEK, WEEK
from model.charts.calendar_days import (
    OUTSIDE,
    WEEKDAY_NAMES,
    WEEKS,
    calendar,
    day_said,
    description,
    table,
    week_said,
    weeks,
)
from model.charts.calendar_grid import Grid, broken, first_of_months, rgb
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.style import severity_color
from model.charts.view import WET_AGAIN, View
from model.records.snapshot import NOT_APPLICABLE, Snapshot, day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt
    from matplotlib.artist import Artist

    from model.charts.texts import Words

    Column = npt.NDArray[np.float64]

__all__ = ["CalendarChart", "description", "table"]

HEADER = 12.0  # room for the names of the months, in points
LEAST, MOST_TALL = 6.0, 2.2  # height of a day in points; height over width
NARROWEST = 3.5  # width of a place in points above which lines part the places
DAILY_YEARS = 3  # the chart grows for so many years; more of them are shown in weeks
YEAR_ROW, TALLEST_YEAR = 12.0, 22.0  # height of a year that is shown in weeks, in points

UNIT = QT_TRANSLATE_NOOP("Chart", "Worst of the day, 0 = dry to 10")
WEEKLY_UNIT = QT_TRANSLATE_NOOP("Chart", "Means of weeks (\u2265 {least} rated), 0 = dry to 10")
HATCHED_KEY = QT_TRANSLATE_NOOP("Chart", "not rated")
FEW_KEY = QT_TRANSLATE_NOOP("Chart", "too few days rated")
APART_KEY = QT_TRANSLATE_NOOP("Chart", "not applicable")
SESSION_KEY = QT_TRANSLATE_NOOP("Chart", "session")


class CalendarChart(LiveChart):
    """A year of a region as weeks by weekdays; years as rows where the span is longer."""

    margins: ClassVar[Margins] = Margins(left=28, right=8, below=20, above=15, titled=36)
    reads: ClassVar[frozenset[str]] = frozenset({WET_AGAIN})

    @classmethod
    def height_of(cls, view: View, region: str) -> float | None:
        """Return the height in points that the rows need."""
        parts = len(calendar(view, region).years)
        room = cls.margins.titled + cls.margins.below
        if parts <= DAILY_YEARS:
            return room + parts * (HEADER + 7 * 1.5 * LEAST)
        return room + HEADER + (parts + 1) * YEAR_ROW

    _of: Snapshot | None = None

    def _collect(self, view: View, region: str) -> Sentence | None:
        if self._of is not view.snapshot:
            self._of, self._sessions = view.snapshot, session_days(view.snapshot)
        self._calendar = calendar(view, region, self._sessions)
        self._weeks = weeks(self._calendar)
        return self._calendar.empty

    def _frame_of(self) -> tuple[object, ...]:
        found = self._calendar
        return found.first, found.last, found.week_starts_on

    def _dress(self) -> None:
        import numpy as np

        from model.charts.marks import HATCHED, Swatches, look_of
        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        axes.set_xticks([])
        axes.set_yticks([])
        self._grid = Grid(False, 53, 7, 0, 1, HEADER, 1.0, 1.0)
        self._hatching: Any = self.line(zorder=-1, **look_of(HATCHED, palette))
        self._names = Texts(axes)
        self._swatches = Swatches(axes, palette, SMALL - 0.5)
        shades = [severity_color(n / 10, palette) for n in range(101)]
        self._shades = np.array(
            [[int(shade[at : at + 2], 16) for at in (1, 3, 5)] for shade in shades], np.uint8
        )

    def _artists(self) -> dict[str, Artist]:
        from model.charts.cells import Cells
        from model.charts.marks import mark_of

        palette = self._palette
        return {
            "picture": Cells(self._axes, 0),
            "parting": self.line(color=palette.background, lw=0.8),
            "months": self.line(color=palette.faint, lw=0.8),
            "apart": self.line(**mark_of("_", palette, 3)),
            "sessions": self.line(**mark_of("o", palette, 3)),
        }

    def _title(self) -> Sentence:
        return self._calendar.name

    def _detail(self) -> Sentence:
        return self._calendar.detail

    def _unit(self) -> str:
        if self._weekly():
            return self.said(WEEKLY_UNIT).format(least=RATED_OF_WEEK)
        return self.said(UNIT)

    def _said_at(self, x: float, y: float) -> Sentence | None:
        grid, found = self._grid, self._calendar
        column, row = int(x // grid.wide), int((self._inner[1] - grid.above - y) // grid.tall)
        if not (0 <= column < grid.columns and 0 <= row < grid.all_rows):
            return None
        if grid.weekly:
            starts = found.first_week(self._weeks.years[row]) + WEEK * column
            return week_said(self._weeks, row, column, day_of(starts))
        part, inner = divmod(row, grid.rows + grid.header)
        if inner < grid.header:
            return None
        first, last = found.years[part]
        day = self._opening(part) + WEEK * column + inner - grid.header
        return day_said(found, day) if first <= day <= last else None

    # ---- The frame: hatching, names, keys ----

    def _weekly(self) -> bool:
        parts = len(self._calendar.years)
        return parts > 1 and parts * (HEADER + 7 * LEAST) > self._inner[1] - 1

    def _lay_out(self) -> None:
        import numpy as np

        from model.charts.marks import HATCHED, fill

        width, height = self._inner
        grid = self._grid = self._fitted(width, height)
        right, top = grid.columns * grid.wide, height - grid.above
        low = top - grid.all_rows * grid.tall
        corners = np.array(((0, low), (right, low), (right, top), (0, top)), np.float64)
        fill(self._hatching, HATCHED, [corners])
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(0, height)
        self._part_places(low)
        self._data["months"].set_data(*self._month_lines())
        self._names.put([*self._month_names(), *self._row_names()])
        self._draw_keys(low - 12)

    def _fitted(self, width: float, height: float) -> Grid:
        """Return the places for a size: days where they have room, else weeks."""
        found = self._calendar
        parts = len(found.years)
        if self._weekly():
            rows = len(self._weeks.years)
            tall = min((height - HEADER) / rows, TALLEST_YEAR)
            return Grid(True, WEEKS, rows, 0, 1, HEADER, width / WEEKS, tall)
        columns = max(
            (last - self._opening(part)) // WEEK + 1 for part, (_, last) in enumerate(found.years)
        )
        wide = width / columns
        if parts == 1:
            tall = min((height - HEADER) / WEEK, MOST_TALL * wide + 4)
            return Grid(False, columns, WEEK, 0, 1, HEADER, wide, tall)
        tall = (height / parts - HEADER) / WEEK
        header = ceil(HEADER / tall)  # whole rows: all years are one picture
        tall = min(height / parts / (WEEK + header), MOST_TALL * wide + 4)
        return Grid(False, columns, WEEK, header, parts, 0.0, wide, tall)

    def _opening(self, part: int) -> int:
        """Return the day in the first place of a part: years stand week under week."""
        found = self._calendar
        first, _ = found.years[part]
        if len(found.years) > 1:
            first = day_number(day_of(first).replace(month=1, day=1))
        return found.week_start(first)

    def _part_places(self, low: float) -> None:
        """Draw the ground between the places, where they are wide enough for it."""
        import numpy as np

        grid, height = self._grid, self._inner[1]
        right = grid.columns * grid.wide
        across = np.arange(grid.columns + 1) * grid.wide if grid.wide > NARROWEST else np.empty(0)
        top = height - grid.above
        up = top - np.arange(grid.all_rows + 1) * grid.tall
        gap = np.nan
        x = np.concatenate((broken(across, across), np.tile([0, right, gap], len(up))))
        y = np.concatenate((np.tile([low, top, gap], len(across)), broken(up, up)))
        self._data["parting"].set_data(x, y)
        self._data["parting"].set_linewidth(1.1 if grid.wide > 8 else 0.7)

    def _month_lines(self) -> tuple[Column, Column]:
        """Return one broken line along the first day of every month, none between weeks."""
        import numpy as np

        grid, found = self._grid, self._calendar
        x: list[float] = []
        y: list[float] = []
        for part, (first, last) in enumerate(() if grid.weekly else found.years):
            top = self._top(part)
            foot = top - WEEK * grid.tall
            for day in first_of_months(first, last):
                if day == first:
                    continue
                left = (day - self._opening(part)) // WEEK * grid.wide
                level = top - found.weekday(day) * grid.tall
                x += [left, left]
                y += [foot, level]
                if level < top:
                    x += [left + grid.wide, left + grid.wide]
                    y += [level, top]
                x.append(np.nan)
                y.append(np.nan)
        return np.array(x), np.array(y)

    def _month_names(self) -> list[Words]:
        """Name the months where they begin; the year stands at the first name of a part."""
        from model.charts.texts import Words

        grid = self._grid
        years = self._calendar.years
        made: list[Words] = []
        # Weeks of many years share one row of names: that of the last whole year.
        for part, (first, last) in enumerate(years[-2:-1] if grid.weekly else years):
            opening = self._opening(part)
            if grid.weekly:
                opening = self._calendar.first_week(day_of(first).year)
            places = [
                (day, -(-(day - opening) // WEEK) * grid.wide)
                for day in first_of_months(first, last)
            ]
            y = self._top(part) + 1
            made += [
                Words(x, y, "left", text, self._palette.faint, SMALL)
                for x, text in self._named(places)
            ]
        return made

    def _named(self, places: Sequence[tuple[int, float]]) -> list[tuple[float, str]]:
        """Name the months that have room; a first month that has none is left to the next."""
        from model.charts.label import width_in_points

        ends = [x for _, x in places[1:]] + [self._inner[0] + self.margins.right]
        found: list[tuple[float, str]] = []
        free = 0.0
        year = None
        for (day, x), end in zip(places, ends, strict=True):
            when = day_of(day)
            say = month_text if self._grid.weekly or when.year == year else month_of_year_text
            text = say(when, self._translate)
            wide = width_in_points(text, SMALL)
            if x < free or (x + wide > end and (not found or end == ends[-1])):
                continue
            found.append((x, text))
            free, year = x + wide + 3, when.year
        return found

    def _row_names(self) -> list[Words]:
        """Name the weekdays, or the years where a row is one; as many as there is room for."""
        from model.charts.marks import middled

        grid, found, color = self._grid, self._calendar, self._palette.faint
        size = min(SMALL, max(grid.tall, LEAST))
        step = 1 if grid.tall > 0.95 * size else 2
        if grid.weekly:
            names = [str(year) for year in self._weeks.years]
        else:
            days = (found.week_starts_on - 1 + n for n in range(WEEK))
            names = [self.said(WEEKDAY_NAMES[day % WEEK]) for day in days]
        return [
            middled(-4, self._top(part) - (row + 0.5) * grid.tall, name, color, size, "right")
            for part in range(grid.parts)
            for row, name in enumerate(names)
            if row % step == 0
        ]

    def _draw_keys(self, y: float) -> None:
        from model.charts.marks import HATCHED, Swatch

        palette, plain = self._palette, (self._palette.background,)
        shades = tuple(severity_color(n, palette) for n in range(11))
        few = self.said(FEW_KEY if self._grid.weekly else HATCHED_KEY)
        keys = [
            Swatch(shades, "10", "0"),
            Swatch(plain, few, hatch=HATCHED),
            Swatch((palette.baseline,), self.said(APART_KEY), mark="_"),
            Swatch(plain, self.said(SESSION_KEY), mark="o"),
        ]
        self._swatches.put([(0, y, keys)])

    def _top(self, part: int) -> float:
        """Return the upper edge of the first row of a part that holds days."""
        grid = self._grid
        above = part * (grid.rows + grid.header) + grid.header
        return self._inner[1] - grid.above - above * grid.tall

    # ---- The data ----

    def _fill(self) -> None:
        import numpy as np

        grid = self._grid
        values = np.full((grid.all_rows, grid.columns), float(OUTSIDE))
        done = np.zeros(values.shape, np.int64)
        if grid.weekly:
            found = self._weeks
            inside = np.where(found.inside, -1.0, OUTSIDE)
            states = np.where(found.apart, NOT_APPLICABLE, inside)
            values = np.where(np.isnan(found.means), states, found.means)
            done = found.sessions
        else:
            self._put_days(values, done)
        picture = np.zeros((*values.shape, 4), np.uint8)
        rated = values >= 0
        picture[rated, :3] = self._shades[np.rint(10 * values[rated]).astype(np.int64)]
        picture[values == OUTSIDE, :3] = rgb(self._palette.background)
        picture[values == NOT_APPLICABLE, :3] = rgb(self._palette.baseline)
        picture[values != -1, 3] = 255  # through the others the hatching is seen
        right, top = grid.columns * grid.wide, self._inner[1] - grid.above
        low = top - grid.all_rows * grid.tall
        self._data["picture"].put(picture[::-1], 0, right, low, top)
        self._data["apart"].set_data(*self._middles(values == NOT_APPLICABLE))
        self._data["sessions"].set_data(*self._middles(done > 0))
        share = 0.2 if grid.weekly else 0.3
        size = min(max(share * min(grid.wide, grid.tall), 1.4), 4.5)
        self._data["sessions"].set_markersize(size)
        self._data["apart"].set_markersize(0.5 * grid.wide)

    def _put_days(self, values: npt.NDArray[np.float64], done: npt.NDArray[np.int64]) -> None:
        """Put the state and the sessions of every day into its place."""
        import numpy as np

        grid, found = self._grid, self._calendar
        for part, (first, last) in enumerate(found.years):
            place = np.arange(first, last + 1) - self._opening(part)
            row = part * (grid.rows + grid.header) + grid.header + place % WEEK
            days = slice(first - found.first, last - found.first + 1)
            values[row, place // WEEK] = found.states[days]
            done[row, place // WEEK] = found.sessions[days]

    def _middles(self, wanted: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        rows, columns = wanted.nonzero()
        grid = self._grid
        middle = self._inner[1] - grid.above - (rows + 0.5) * grid.tall
        return (columns + 0.5) * grid.wide, middle
