"""The chart that lives: a frame that is drawn once, and data drawn over a kept picture of it.

Every chart of the program is a LiveChart, on the screen, on paper and in a file. matplotlib is
imported where it draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.sentences import Sentence, Translate, as_written
from model.charts.style import FONT, LIGHT, Palette

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from model.charts.keys import Key
    from model.charts.label import Label
    from model.charts.texts import Texts, Words
    from model.charts.view import View

TITLE_SIZE, SMALL = 10.0, 8.0  # letters in points
SENTENCE_LINE, SENTENCE_ASIDE = 14.0, 14.0  # points: height of a line; free at both its ends
DETAIL_ROW, WITH_DETAIL = 12.0, 150.0  # points: detail below the title; how high a chart has it
TITLE_RAISED = 19  # points from the top of the axes to the foot of the title
POINTS_A_DATE = 62
DATE_FOOT = 13.5  # points from the axes to the foot of the dates below


@dataclass(frozen=True)
class Margins:
    """Room around the axes in points.

    `titled` is the room above with a title; `more` is what of `below` a chart that stands alone
    is made higher by, so that its axes keep their height.
    """

    left: float = 22
    right: float = 8
    below: float = 18
    above: float = 15
    titled: float = 36
    more: float = 0


class LiveChart:
    """A chart on a figure of its own: `show` puts a view on it, `redraw` brings it to the canvas.

    Works on every Agg canvas, also FigureCanvasQTAgg, and in files. A canvas that draws all of it
    (resize, other dates) keeps a picture of the frame; `redraw` then draws the data alone.

    A chart is a subclass that says what it needs in `_collect`, `_frame_of`, `_dress`, `_artists`,
    `_lay_out` and `_fill`, and its words in `_title`, `_detail`, `_unit` and `_keys`.
    """

    margins: ClassVar[Margins] = Margins()

    def __init__(
        self,
        figure: Figure,
        palette: Palette = LIGHT,
        translate: Translate = as_written,
        titled: bool = True,
        alone: bool = False,
    ) -> None:
        """Dress the figure; `alone` says that it is drawn once, for one region, and may grow."""
        self._figure = figure
        self._palette = palette
        self._translate = translate
        self._titled = titled
        self._alone = alone
        self._height = float(figure.get_size_inches()[1])
        self._view: View | None = None
        self._region = ""
        self._empty: Sentence | None = None
        self._frame: tuple[object, ...] | None = None
        self._picture: Any = None
        self._dates: Texts | None = None
        self._detail_apart = False  # on a row of its own, below the title
        self._overhang = 0.0  # points that the unit begins left of the axes
        self._inner = (1.0, 1.0)  # width and height of the axes in points
        figure.set_facecolor(palette.background)
        self._axes = figure.add_axes((0, 0, 1, 1))
        self._dress_axes()
        self._dress()
        self._data: dict[str, Any] = self._artists()
        self._add_words()
        figure.canvas.mpl_connect("draw_event", self._frame_drawn)
        figure.canvas.mpl_connect("resize_event", self._resized)

    # ---- What everyone may ask ----

    def show(self, view: View, region: str = "") -> bool:
        """Put a view on the chart, of one region where the chart is of one.

        Nothing is drawn before the canvas draws or `redraw`. Returns False where a sentence stands
        in place of the chart.
        """
        self._view, self._region = view, region
        self._empty = self._collect(view, region)
        frame = (self._empty, *(() if self._empty else self._frame_of()))
        if frame != self._frame:
            self._frame = frame
            self._key_rows.put(() if self._empty else self._keys())
            self._place()
        self._put()
        return self._empty is None

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

    def at(self, x: float, y: float) -> Sentence | None:
        """Say what lies at a point of the canvas, in its pixels from the lower left corner."""
        if self._empty is not None or self._view is None:
            return None
        box = self._axes.bbox
        if not (box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1):
            return None
        across, up = self._axes.transData.inverted().transform((x, y))
        return self._said_at(float(across), float(up))

    def day_at(self, x: float) -> float | None:
        """Return the day (since 1970-01-01) at a pixel of a chart with dates, None elsewhere."""
        if self._empty is not None or not self.dated:
            return None
        across, _ = self._axes.transData.inverted().transform((x, 0))
        return float(across)

    def region_at(self, x: float, y: float) -> str:
        """Return the region that a click at a pixel from the lower left corner means, "" for none.

        A chart that knows regions sets `has_regions`.
        """
        del x, y
        return ""

    dated: ClassVar[bool] = False
    """Whether x is the calendar, so that it can be zoomed and moved."""

    has_regions: ClassVar[bool] = False
    """Whether regions lie on it that can be clicked; it also marks the one that is shown."""

    reads: ClassVar[frozenset[str]] = frozenset()
    """Choices of the reader (FOR_DOCTOR, WET_AGAIN) that its picture, words or table depend on."""

    @classmethod
    def height_of(cls, view: View, region: str) -> float | None:
        """Return the height in points that all rows need, None where any height will do."""
        del view, region
        return None

    # ---- What a chart says of itself ----

    def _collect(self, view: View, region: str) -> Sentence | None:
        """Keep what the chart shows; return the sentence in place of a chart without data."""
        raise NotImplementedError

    def _frame_of(self) -> tuple[object, ...]:
        """Return what the frame depends on: while it stays equal only the data are drawn."""
        return ()

    def _dress(self) -> None:
        """Set what of the axes never changes."""

    def _artists(self) -> dict[str, Artist]:
        """Make what changes with the view, in the order of drawing."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        """Set limits and ticks for the size and the frame of now."""

    def _fill(self) -> None:
        """Put what was collected into the artists."""
        raise NotImplementedError

    def _said_at(self, x: float, y: float) -> Sentence | None:
        """Say what lies at a point of the axes, in its data coordinates."""
        del x, y
        return None

    def _title(self) -> Sentence | None:
        """Name what is shown."""
        return None

    def _detail(self) -> Sentence | None:
        """Say how much stands behind it: days, sessions, period."""
        return None

    def _unit(self) -> str:
        """Return the unit of the values, in the language of the screen."""
        return ""

    def _keys(self) -> tuple[Key, ...]:
        """Return what the marks stand for."""
        return ()

    # ---- What all charts share ----

    def said(self, text: str) -> str:
        """Return a text of the context "Chart" in the language of the screen."""
        return self._translate("Chart", text)

    @property
    def points(self) -> tuple[float, float]:
        """Width and height of the figure in points."""
        width, height = self._figure.get_size_inches()
        return 72 * float(width), 72 * float(height)

    def set_dates(self, first: int, last: int, below: float = 0) -> None:
        """Let x go from one day to another and mark as many dates as there is room.

        Days count from 1970-01-01; the dates stand `below` points under the axes.
        """
        from model.charts.dates import texts_below
        from model.charts.style import air, date_ticks
        from model.charts.texts import Words

        room = air(first, last)
        self._axes.set_xlim(first - room, last + room)
        most = max(int(self.points[0] / POINTS_A_DATE), 2)
        marked = zip(*date_ticks(first, last, most, self._translate), strict=True)
        foot, color = -below - DATE_FOOT, self._palette.faint
        if self._dates is None:
            self._dates = texts_below(self._axes)
        self._dates.put(Words(day, foot, "center", name, color, SMALL) for day, name in marked)

    def words(
        self, x: float, y: float, side: str, color: str, size: float = SMALL, **look: Any
    ) -> Label:
        """Make a text at a point of the data; it is drawn fast and stands on the point."""
        from model.charts.label import Label

        made = Label(x, y, side, color=color, fontsize=size, **look)
        self._axes.add_artist(made)
        made.set_transform(self._axes.transData)
        return made

    def line(self, **look: Any) -> Artist:
        """Make an empty line or row of marks in data coordinates."""
        return self._axes.plot([], [], solid_capstyle="butt", scalex=False, scaley=False, **look)[0]

    def _dress_axes(self) -> None:
        from model.charts.keys import KeyRows

        axes, palette = self._axes, self._palette
        axes.set_facecolor(palette.background)
        axes.tick_params(
            colors=palette.faint, labelsize=SMALL, labelfontfamily=FONT, length=0, pad=3
        )
        axes.spines[:].set_visible(False)
        self._unit_label = self._above("left", palette.faint, SMALL)
        self._key_rows = KeyRows(self._axes, palette.faint, SMALL)

    def _add_words(self) -> None:
        """Add the words that stand above every chart or in its place."""
        from model.charts.texts import texts_of

        palette = self._palette
        if self._titled:
            self._data["title"] = self._above("left", palette.text, TITLE_SIZE, weight="bold")
            self._data["detail"] = self._above("right", palette.faint, SMALL)
        for artist in self._data.values():
            artist.set_animated(True)
        self._sentence = texts_of(self._figure)

    def _above(self, side: str, color: str, size: float, weight: str = "normal") -> Label:
        made = self.words(float(side == "right"), 1, side, color, size, fontweight=weight)
        made.set_transform(self._axes.transAxes)
        made.set_clip_on(False)
        return made

    def _place(self) -> None:
        """Keep the margins in points, whatever the size."""
        room = self._room()
        width, height = self.points
        inner = max(width - room.left - room.right, 1)
        raised, apart = self._raise_unit(inner), DETAIL_ROW * self._detail_apart
        if self._alone:
            height = 72 * self._height + room.more + raised + apart
            self._figure.set_size_inches(width / 72, height / 72)
        above = (room.titled if self._titled else room.above) + raised + apart
        self._inner = inner, max(height - room.below - above, 1)
        left, foot = room.left / width, room.below / height
        self._axes.set_position((left, foot, inner / width, self._inner[1] / height))
        self._picture = None
        self._axes.set_visible(self._empty is None)
        if self._empty is not None or self._view is None:
            return
        self._unit_label.set_y(1 + raised / self._inner[1])
        self._lay_out()
        if self._titled:
            for name, foot in (("title", raised + apart), ("detail", raised)):
                self._data[name].set_y(1 + (foot + TITLE_RAISED) / self._inner[1])

    def _raise_unit(self, width: float) -> float:
        """Place unit and keys; return how many points the keys take below the unit."""
        from model.charts.label import width_in_points

        if self._empty is not None or self._view is None:
            return 0
        self._unit_label.set_text(unit := self._unit())
        return self._key_rows.arrange(width_in_points(unit, SMALL), width + self._overhang)

    def _room(self) -> Margins:
        """Return the margins of now; a chart whose labels vary says its own."""
        return self.margins

    def _put(self) -> None:
        for artist in self._data.values():
            artist.set_visible(self._empty is None)
        self._sentence.put(self._lines_in_place())
        if self._empty is not None:
            return
        if self._titled:
            self._put_title()
        self._fill()

    def _put_title(self) -> None:
        """Write the detail beside the title or below it; only a thumbnail has none."""
        from model.charts.label import width_in_points
        from model.charts.texts import cut

        title, detail = self._data["title"], self._data["detail"]
        name, more = (
            said.said(self._translate) if said else "" for said in (self._title(), self._detail())
        )
        title.set_text(name)
        wide = 1.2 * width_in_points(name, TITLE_SIZE) + width_in_points(more, SMALL)
        narrow = bool(more) and wide > self._inner[0] + self._overhang
        apart = narrow and 72 * self._height >= WITH_DETAIL
        detail.set_visible(apart or not narrow)
        detail.set_horizontalalignment("left" if apart else "right")
        if apart != self._detail_apart:
            self._detail_apart = apart
            self._place()
        detail.set_x(title.get_position()[0] if apart else 1)
        detail.set_text(cut(more, self.points[0] - 2 * SENTENCE_ASIDE, SMALL) if apart else more)

    def _lines_in_place(self) -> list[Words]:
        """Return the sentence in place of the chart, in lines around the middle of the figure."""
        from model.charts.texts import Words, wrapped

        if self._empty is None:
            return []
        (width, height), color = self.points, self._palette.text
        lines = wrapped(self._empty.said(self._translate), width - 2 * SENTENCE_ASIDE, TITLE_SIZE)
        top = height / 2 + SENTENCE_LINE * (len(lines) / 2 - 1)
        return [
            Words(width / 2, top - SENTENCE_LINE * number, "center", line, color, TITLE_SIZE)
            for number, line in enumerate(lines)
        ]

    def _resized(self, _: object) -> None:
        if self._axes in self._figure.axes and self._view is not None:
            self._place()
            self._put()

    def _frame_drawn(self, _: object) -> None:
        canvas: Any = self._figure.canvas
        if self._axes not in self._figure.axes:  # cleared: another chart lives on this figure
            return
        # A file is drawn in one go, animated artists included; SVG has no picture to keep.
        if not canvas.is_saving():
            self._picture = canvas.copy_from_bbox(self._figure.bbox)
            self.draw_data()


def drawn(
    chart: type[LiveChart],
    view: View,
    region: str = "",
    palette: Palette = LIGHT,
    size_inches: tuple[float, float] = (8.0, 3.0),
    translate: Translate = as_written,
    titled: bool = True,
) -> Figure:
    """Draw a chart once, for paper or a file; it grows where its rows need more than the height."""
    from matplotlib.figure import Figure

    width, height = size_inches
    needed = chart.height_of(view, region)
    made = Figure(figsize=(width, max(height, (needed or 0) / 72)), dpi=100)
    chart(made, palette, translate, titled, alone=True).show(view, region)
    return made
