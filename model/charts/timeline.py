"""The time chart of one region: days, weekly means, phases and sessions on a calendar axis.

`Timeline` keeps the frame (axis, dates, legend) and swaps only the data, so that a switch of the
region costs a fraction of a redraw; `figure` draws the chart once, for paper or a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from model.analysis.phases import Span, session_days
from model.analysis.progress import Window
from model.analysis.sentences import Translate, as_written
from model.analysis.weeks import WEEK
from model.charts.beside import all_beside
from model.charts.series import Series, axis_span, description, series, table
from model.charts.style import FONT, LIGHT, Palette, air, date_ticks
from model.records.snapshot import Snapshot, day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from model.charts.beside import Beside
    from model.charts.series import Column

__all__ = ["Timeline", "description", "figure", "table"]

BOTTOM, TOP = -1.3, 12.1  # of the severity axis: sessions lie below 0, names above 10
SESSION_TICK = (-1.1, -0.4)
HEADER = 10.6  # where the names of the windows stand
LEFT, RIGHT, BELOW = 22, 8, 18  # margins in points
ABOVE_TITLED, ABOVE = 36, 15
LEAST_INNER = 70  # height of the axes in points below which no further lane is opened
TITLE_SIZE, SMALL = 10.0, 8.0  # letters in points

UNIT = QT_TRANSLATE_NOOP("Chart", "Worst of the day, 0 = dry to 10")
BASELINE = QT_TRANSLATE_NOOP("Chart", "baseline {mean:.1f} ({days} days)")
CHOSEN = QT_TRANSLATE_NOOP("Chart", "chosen baseline {mean:.1f} ({days} days)")
NOW = QT_TRANSLATE_NOOP("Chart", "now {mean:.1f} ({days} days)")
SO_FAR = QT_TRANSLATE_NOOP("Chart", "so far {mean:.1f} ({days} days)")
INDUCTION = QT_TRANSLATE_NOOP("Chart", "induction")


def figure(
    snapshot: Snapshot,
    region: str,
    palette: Palette = LIGHT,
    size_inches: tuple[float, float] = (8.0, 3.0),
    translate: Translate = as_written,
    titled: bool = True,
    span: Span | None = None,
) -> Figure:
    """Draw the time chart of a region; `titled` puts its name and the days rated above it.

    `span` is the first and last day to show, by default all that the diary holds. The figure is
    higher than `size_inches` by the lanes of what else happened, so that the ratings keep theirs.
    """
    from matplotlib.figure import Figure

    drawn = Figure(figsize=size_inches, dpi=100)
    Timeline(drawn, palette, translate, titled, span, alone=True).show(snapshot, region)
    return drawn


class Timeline:
    """A time chart that lives: `show` puts a region on it, `redraw` brings it to the canvas.

    Works on every Agg canvas, also FigureCanvasQTAgg. The canvas draws the frame; the data are
    drawn over a kept picture of it, after every full draw (resize, other dates) and on `redraw`.
    Lanes for what else happened are kept free for all regions alike, so that a switch moves
    nothing; a chart that stands `alone` has only its own and grows by them.
    """

    def __init__(
        self,
        figure: Figure,
        palette: Palette = LIGHT,
        translate: Translate = as_written,
        titled: bool = True,
        span: Span | None = None,
        alone: bool = False,
    ) -> None:
        self._figure = figure
        self._palette = palette
        self._translate = translate
        self._titled = titled
        self._chosen = span
        self._alone = alone
        self._height = figure.get_size_inches()[1]
        self._beside: tuple[Beside, ...] = ()
        self._snapshot: Snapshot | None = None
        self._series: Series | None = None
        self._frame: tuple[object, ...] | None = None
        self._span = (0, 0)
        self._picture: Any = None
        self._keys: list[Artist] = []
        self._keys_width = self._inner = 0.0  # of the keys, of the axes, in points
        figure.set_facecolor(palette.background)
        self._axes = figure.add_axes((0, 0, 1, 1))
        self._dress_axes()
        self._data = self._data_artists()
        figure.canvas.mpl_connect("draw_event", self._frame_drawn)
        figure.canvas.mpl_connect("resize_event", self._resized)

    def show(self, snapshot: Snapshot, region: str) -> None:
        """Put a region on the chart; nothing is drawn before the canvas draws or `redraw`."""
        if snapshot is not self._snapshot:
            self._snapshot = snapshot
            self._sessions = session_days(snapshot)
            self._beside = all_beside(snapshot)
            self._span = _numbers(self._chosen) if self._chosen else axis_span(snapshot)
        self._series = series(snapshot, region, self._sessions, self._span, self._beside)
        beside = self._series.beside if self._alone else self._beside
        frame = (*self._span, self._series.width, str(self._series.empty), beside)
        if frame != self._frame:
            self._frame = frame
            self._set_keys(self._series.width)
            self._lay_out()
        self._set_data(self._series)

    def redraw(self) -> None:
        """Bring what `show` changed to the canvas, by the shortest way."""
        canvas: Any = self._figure.canvas
        if self._picture is None:
            canvas.draw_idle()
            return
        canvas.restore_region(self._picture)
        self.draw_data()
        canvas.blit(self._figure.bbox)

    def draw_data(self) -> None:
        """Draw the data over the frame that the canvas shows."""
        for artist in self._data.values():
            if artist.get_animated():
                self._figure.draw_artist(artist)

    def _resized(self, _: object) -> None:
        if self._axes in self._figure.axes and self._series is not None:
            self._lay_out()
            self._set_data(self._series)

    def _frame_drawn(self, _: object) -> None:
        canvas: Any = self._figure.canvas
        if self._axes not in self._figure.axes:  # cleared: another chart lives on this figure
            return
        # A file is drawn in one go, animated artists included; SVG has no picture to keep.
        if not canvas.is_saving():
            self._picture = canvas.copy_from_bbox(self._figure.bbox)
            self.draw_data()

    def _lay_out(self) -> None:
        """Keep the margins in points, whatever the size; mark as many dates as there is room."""
        width, height = (72 * float(inches) for inches in self._figure.get_size_inches())
        above = ABOVE_TITLED if self._titled else ABOVE
        self._inner = max(width - LEFT - RIGHT, 1)
        self._fit_lanes(height - BELOW - above)
        height = 72 * float(self._figure.get_size_inches()[1])
        below = BELOW + self._lanes.height
        inner = (self._inner / width, max(height - below - above, 1) / height)
        self._axes.set_position((LEFT / width, below / height, *inner))
        self._picture = None
        if self._series is None:
            return
        self._fit_keys()
        self._axes.set_visible(self._series.empty is None)
        first, last = self._span
        room = air(first, last)
        self._axes.set_xlim(first - room, last + room)
        self._axes.tick_params(axis="x", pad=3 + self._lanes.height)
        days, labels = date_ticks(first, last, max(int(width / 62), 2), self._translate)
        self._axes.set_xticks(days, labels)
        if self._titled:
            raised = 1 + 19 / (inner[1] * height)
            self._data["title"].set_y(raised)
            self._data["detail"].set_y(raised)

    def _fit_lanes(self, room: float) -> None:
        """Keep lanes free, and leave the axes enough of the `room` (points) for both."""
        found = self._series
        if found is None or found.empty:
            shown: tuple[Beside, ...] = ()
        elif self._alone:
            shown = found.beside
        else:
            first, last = day_of(found.first), day_of(found.last)
            shown = tuple(item for item in self._beside if item.touches(first, last))
        self._lanes.fit(
            shown, *self._span, self._inner, None if self._alone else room - LEAST_INNER
        )
        if self._alone:
            width, _ = self._figure.get_size_inches()
            self._figure.set_size_inches(width, self._height + self._lanes.height / 72)

    def _fit_keys(self) -> None:
        """Leave the keys out where they would run into the unit: narrow charts keep the unit."""
        from model.charts.label import width_in_points

        unit = width_in_points(self._said(UNIT), SMALL)
        fits = unit + self._keys_width <= self._inner
        for artist in self._keys:
            artist.set_visible(fits)

    def _dress_axes(self) -> None:
        axes, palette = self._axes, self._palette
        axes.set_facecolor(palette.background)
        axes.set_ylim(BOTTOM, TOP)
        axes.set_yticks([0, 5, 10], ["0", "5", "10"])
        axes.tick_params(
            colors=palette.faint, labelsize=SMALL, labelfontfamily=FONT, length=0, pad=3
        )
        axes.spines[:].set_visible(False)
        self._unit = self._words(1, "left", palette.faint)
        self._unit.set_text(self._said(UNIT))

    def _data_artists(self) -> dict[str, Any]:
        """Make what changes with the region, in the order of drawing."""
        from matplotlib.collections import PolyCollection
        from matplotlib.patches import Rectangle

        from model.charts.lanes import Lanes

        axes, palette = self._axes, self._palette
        made: dict[str, Artist] = {
            "window": axes.add_patch(
                Rectangle((0, BOTTOM), 0, TOP - BOTTOM, color=palette.baseline, lw=0)
            ),
            "grid": axes.hlines([0, 5, 10], 0, 1, transform=axes.get_yaxis_transform(),
                                color=palette.grid, lw=0.8),
            "band": axes.add_collection(PolyCollection([], color=palette.dot, alpha=0.45, lw=0)),
            "phase": self._line(color=palette.faint, lw=0.8, ls=(0, (2, 2))),
            "dots": self._line(color=palette.dot, marker="o", ls="none", mew=0),
            "windows": self._line(color=palette.mean, lw=1.2, ls=(0, (4, 2))),
            "mean": self._line(color=palette.mean, lw=1.8, marker="o", mew=0),
            "sessions": self._line(color=palette.session, lw=1.1),
        }  # fmt: skip
        texts = {"baseline": "left", "induction": "center", "now": "right"}
        made["lanes"] = self._lanes = Lanes(axes, palette, self._translate)
        for name, side in texts.items():
            made[name] = self._words(HEADER, side, palette.text)
        if self._titled:
            made["title"] = self._words(1, "left", palette.text, TITLE_SIZE, weight="bold")
            made["detail"] = self._words(1, "right", palette.faint)
        for artist in made.values():
            artist.set_animated(True)
        made["empty"] = self._figure.text(
            0.5, 0.5, "", ha="center", va="center", wrap=True, color=palette.text,
            fontsize=TITLE_SIZE, fontfamily=FONT, parse_math=False,
        )  # fmt: skip
        return made

    def _line(self, **look: Any) -> Artist:
        return self._axes.plot([], [], solid_capstyle="butt", scalex=False, scaley=False, **look)[0]

    def _words(
        self, y: float, side: str, color: str, size: float = SMALL, weight: str = "normal"
    ) -> Text:
        """Make a text in data coordinates, or above the axes where `y` is 1."""
        from model.charts.label import Label

        axes, above = self._axes, y == 1
        x = 1.0 if above and side == "right" else 0.0
        made = Label(x, y, side, color=color, fontsize=size, fontweight=weight)
        axes.add_artist(made)
        made.set_transform(axes.transAxes if above else axes.transData)
        made.set_clip_on(not above)
        return made

    def _set_keys(self, width: int) -> None:
        """Say what the marks stand for; long diaries show other ones."""
        from model.charts.keys import keys_of, place_keys

        for artist in self._keys:
            artist.remove()
        keys = keys_of(self._palette, width, self._said)
        self._keys, self._keys_width = place_keys(self._axes, keys, self._palette.faint, SMALL)

    def _set_data(self, found: Series) -> None:
        data = self._data
        for artist in data.values():
            artist.set_visible(found.empty is None)
        data["empty"].set_visible(found.empty is not None)
        if found.empty is not None:
            data["empty"].set_text(self._drawable(found.empty.said(self._translate)))
            return
        dots = found.width == WEEK
        data["dots"].set_visible(dots)
        data["dots"].set_data(found.x, found.y)
        data["dots"].set_markersize(min(max(700 / (found.last - found.first + 1), 2.0), 4.6))
        data["mean"].set_data(found.mean_x, found.mean_y)
        data["mean"].set_markersize(3.6 if dots else 1.8)  # a week alone has no line, only this
        data["band"].set_verts([_outline(*run) for run in found.band])
        data["sessions"].set_data(*_ticks(found.sessions))
        self._lanes.put(found.beside)
        self._set_windows(found)
        if self._titled:
            self._set_title(found)

    def _set_title(self, found: Series) -> None:
        from model.charts.label import width_in_points

        name, detail = found.name.said(self._translate), found.detail.said(self._translate)
        self._data["title"].set_text(name)
        self._data["detail"].set_text(detail)
        wide = 1.2 * width_in_points(name, TITLE_SIZE) + width_in_points(detail, SMALL)
        self._data["detail"].set_visible(wide <= self._inner)

    def _set_windows(self, found: Series) -> None:
        """Shade the baseline, mark the end of induction, draw the means that are compared."""
        data, phases, shown = self._data, found.phases, found.progress
        baseline = phases.baseline if phases else None
        data["window"].set_visible(baseline is not None)
        if baseline:
            data["window"].set_x(day_number(baseline[0]) - 0.5)
            data["window"].set_width((baseline[1] - baseline[0]).days + 1)
        after = day_number(phases.induction_ends) + 0.5 if phases else float("nan")
        start = day_number(phases.first_session) - 0.5 if phases else float("nan")
        gap = float("nan")
        data["phase"].set_data([start, start, gap, after, after], [BOTTOM, 10, gap, BOTTOM, 10])
        self._name_window("baseline", shown.baseline, CHOSEN if shown.baseline_chosen else BASELINE)
        self._name_window("now", shown.now, SO_FAR if shown.so_far else NOW)
        x: list[float] = []
        y: list[float] = []
        for window in (shown.baseline, shown.now):
            if window and window.mean is not None:
                x += [day_number(window.starts) - 0.5, day_number(window.ends) + 0.5, float("nan")]
                y += [window.mean, window.mean, float("nan")]
        data["windows"].set_data(x, y)
        data["induction"].set_visible(phases is not None and self._room(start, after) > 70)
        if phases:
            data["induction"].set_text(self._said(INDUCTION))
            data["induction"].set_x((start + after) / 2)

    def _name_window(self, name: str, window: Window | None, text: str) -> None:
        words = self._data[name]
        words.set_visible(window is not None and window.mean is not None)
        if window is not None and window.mean is not None:
            words.set_text(self._said(text).format(mean=window.mean, days=window.days))
            words.set_x(day_number(window.ends) + 0.5)
            if name == "baseline":
                words.set_x(self._start_of_name(window, words.get_text()))

    def _start_of_name(self, baseline: Window, name: str) -> float:
        """Return where the name of the baseline begins: with it, or earlier to end where it ends.

        A baseline that the patient chose may be short, with other names close behind it, and it
        may begin before the first rating, where the chart of a whole diary does.
        """
        from model.charts.label import width_in_points

        starts, ends = day_number(baseline.starts) - 0.3, day_number(baseline.ends) + 0.5
        x = min(starts, ends - width_in_points(name, SMALL) / max(self._room(0, 1), 1e-9))
        first = self._span[0] - 0.3
        return max(x, first) if self._chosen is None or starts >= first else starts

    def _room(self, first: float, last: float) -> float:
        """Return the width of a span of days in points."""
        low, high = self._axes.get_xlim()
        share = self._axes.get_position().width * self._figure.get_size_inches()[0]
        return float(72 * share * (last - first) / (high - low))

    def _drawable(self, text: str) -> str:
        from model.charts.label import drawable

        return drawable(text)

    def _said(self, text: str) -> str:
        return self._translate("Chart", text)


def _numbers(span: Span) -> tuple[int, int]:
    return day_number(span[0]), day_number(span[1])


def _ticks(days: Column) -> tuple[Column, Column]:
    """Return one line broken by NaN that ticks every day: a tenth of the cost of many lines."""
    import numpy as np

    x = np.repeat(days, 3)
    y = np.tile([*SESSION_TICK, np.nan], len(days))
    return x, y


def _outline(x: Column, low: Column, high: Column) -> Column:
    """Return the polygon (2n, 2) between two curves; one point alone becomes four weeks wide."""
    import numpy as np

    if len(x) == 1:
        x, low, high = np.array([x[0] - 14, x[0] + 14]), np.repeat(low, 2), np.repeat(high, 2)
    return np.column_stack((np.append(x, x[::-1]), np.append(low, high[::-1])))
