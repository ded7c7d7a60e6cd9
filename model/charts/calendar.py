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
from model.charts.calendar_grid import Grid, broken, first_of_months
from model.charts.calendar_months import month_lines, months_within, opening, written_days
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.style import readable_on, rgb, severity_color
from model.charts.view import WET_AGAIN, View
from model.records.snapshot import NOT_APPLICABLE, Snapshot, day_of
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
NUMBERED = 14.0, 12.0  # width and height of a day in points from which it has a number
NUMBER_TALL = 6.0  # height of its digits in points
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
        self._written = written_days(self._calendar)
        return self._calendar.empty

    def _frame_of(self) -> tuple[object, ...]:
        found = self._calendar
        return found.first, found.last, found.week_starts_on, self._written

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
        from model.charts.numbers import Numbers

        palette = self._palette
        return {
            "picture": Cells(self._axes, 0),
            "parting": self.line(color=palette.background, lw=0.8),
            "months": self.line(color=palette.faint, lw=0.8),
            "apart": self.line(**mark_of("_", palette, 3)),
            "numbers": Numbers(self._axes, SMALL, self._colors_on_shades()),
            "sessions": self.line(**mark_of("o", palette, 3)),
        }

    def _colors_on_shades(self) -> tuple[str, ...]:
        """Return for each severity the colour that is read on its shade."""
        pair, shades = (self._palette.text, self._palette.background), range(11)
        fills = [severity_color(severity, self._palette) for severity in shades]
        return tuple(readable_on(fill, pair) for fill in fills)

    def _title(self) -> Sentence:
        return self._calendar.name

    def _detail(self) -> Sentence:
        return self._calendar.detail

    def _unit(self) -> str:
        if self._grid.weekly:
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
        day = opening(found, part) + WEEK * column + inner - grid.header
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
        self._unit_label.set_text(self._unit())  # whether places are weeks is known from now on
        right, tops = grid.columns * grid.wide, [self._top(part) for part in range(grid.parts)]
        feet = [top - grid.rows * grid.tall for top in tops]
        corners = [
            np.array(((0, low), (right, low), (right, top), (0, top)), np.float64)
            for low, top in zip(feet, tops, strict=True)
        ]
        fill(self._hatching, HATCHED, corners)
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(0, height)
        self._part_places()
        self._data["months"].set_data(*month_lines(grid, self._calendar, self._written, tops))
        self._names.put([*self._month_names(), *self._row_names()])
        self._draw_keys(feet[-1] - 12)

    def _fitted(self, width: float, height: float) -> Grid:
        """Return the places for a size: days where they have room, else weeks."""
        found = self._calendar
        parts = len(found.years)
        if self._weekly():
            rows = len(self._weeks.years)
            tall = min((height - HEADER) / rows, TALLEST_YEAR)
            return Grid(True, WEEKS, rows, 0, 1, HEADER, width / WEEKS, tall)
        columns = max(
            (last - opening(found, part)) // WEEK + 1 for part, (_, last) in enumerate(found.years)
        )
        wide = width / columns
        if parts == 1:
            tall = min((height - HEADER) / WEEK, MOST_TALL * wide + 4)
            return Grid(False, columns, WEEK, 0, 1, HEADER, wide, tall)
        tall = (height / parts - HEADER) / WEEK
        header = ceil(HEADER / tall)  # whole rows: all years are one picture
        tall = min(height / parts / (WEEK + header), MOST_TALL * wide + 4)
        return Grid(False, columns, WEEK, header, parts, 0.0, wide, tall)

    def _part_places(self) -> None:
        """Draw the ground between the places, where they are wide enough for it."""
        import numpy as np

        grid = self._grid
        right = grid.columns * grid.wide
        across = np.arange(grid.columns + 1) * grid.wide if grid.wide > NARROWEST else np.empty(0)
        gap = np.nan
        columns = []
        for top in map(self._top, range(grid.parts)):
            up = top - np.arange(grid.rows + 1) * grid.tall
            x = np.concatenate((broken(across, across), np.tile([0, right, gap], len(up))))
            y = np.concatenate((np.tile([up[-1], top, gap], len(across)), broken(up, up)))
            columns.append((x, y))
        self._data["parting"].set_data(*np.concatenate(columns, axis=1))
        self._data["parting"].set_linewidth(1.1 if grid.wide > 8 else 0.7)

    def _month_names(self) -> list[Words]:
        """Name the months where they begin; the year stands at the first name of a part."""
        from model.charts.texts import Words

        grid, found = self._grid, self._calendar
        made: list[Words] = []
        # Weeks of many years share one row of names: that of the last whole year.
        for part, span in enumerate(found.years[-2:-1] if grid.weekly else found.years):
            if grid.weekly:
                starts, begin = first_of_months(*span), found.first_week(day_of(span[0]).year)
            else:
                starts, begin = months_within(span, self._written), opening(found, part)
            places = [(day, -(-(day - begin) // WEEK) * grid.wide) for day in starts]
            y = self._top(part) + 1
            made += [
                Words(x, y, "left", text, self._palette.faint, SMALL)
                for x, text in self._named(places)
            ]
        return made

    def _named(self, places: Sequence[tuple[int, float]]) -> list[tuple[float, str]]:
        """Name the months that have room; a first month that has none is left to the next."""
        from model.charts.label import width_in_points

        ends = [*(x for _, x in places), self._inner[0] + self.margins.right][1:]
        found: list[tuple[float, str]] = []
        free, year = 0.0, None
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
        for part in range(grid.parts):  # and here the names of the months
            picture[(at := part * (grid.rows + grid.header)) : at + grid.header, :, 3] = 0
        right, top = grid.columns * grid.wide, self._inner[1] - grid.above
        low = top - grid.all_rows * grid.tall
        self._data["picture"].put(picture[::-1], 0, right, low, top)
        self._data["apart"].set_data(*self._middles(values == NOT_APPLICABLE))
        self._data["apart"].set_markersize(0.5 * grid.wide)
        numbered = rated & self._has_numbers()
        self._data["numbers"].put_numbers(*self._middles(numbered), values[numbered])
        self._put_sessions(done > 0)

    def _has_numbers(self) -> bool:
        """Tell whether places are days, and large enough for the severity as a number."""
        grid = self._grid
        return not grid.weekly and grid.wide >= NUMBERED[0] and grid.tall >= NUMBERED[1]

    def _put_sessions(self, done: npt.NDArray[np.bool_]) -> None:
        """Mark the places with a session in the middle, or beside their number."""
        grid = self._grid
        share = 0.2 if grid.weekly else 0.3
        size = min(max(share * min(grid.wide, grid.tall), 1.4), 4.5)
        x, y = self._middles(done)
        if self._has_numbers():
            size = min(size, (grid.tall - NUMBER_TALL) / 2 + 0.4)
            x, y = x + grid.wide / 2 - 0.5 * size - 1, y + grid.tall / 2 - 0.5 * size - 1
        self._data["sessions"].set_data(x, y)
        self._data["sessions"].set_markersize(size)

    def _put_days(self, values: npt.NDArray[np.float64], done: npt.NDArray[np.int64]) -> None:
        """Put the state and the sessions of every day into its place."""
        import numpy as np

        grid, found = self._grid, self._calendar
        for part, (first, last) in enumerate(found.years):
            place = np.arange(first, last + 1) - opening(found, part)
            row = part * (grid.rows + grid.header) + grid.header + place % WEEK
            days = slice(first - found.first, last - found.first + 1)
            values[row, place // WEEK] = found.states[days]
            done[row, place // WEEK] = found.sessions[days]

    def _middles(self, wanted: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        rows, columns = wanted.nonzero()
        grid = self._grid
        middle = self._inner[1] - grid.above - (rows + 0.5) * grid.tall
        return (columns + 0.5) * grid.wide, middle
