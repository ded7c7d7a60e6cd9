"""The lane of numbered periods of constant settings under a time chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, ScaledTranslation

from model.charts.label import width_in_points
from model.charts.lanes import Axis
from model.charts.periods import Period
from model.charts.style import Palette
from model.charts.texts import Texts, Words
from model.records.snapshot import day_number

HEIGHT = 11.0  # points from the axes to the foot of the lane
SIZE, APART = 7.0, 1.5  # letters; free on each side of a number; in points
RAISED, TURN = 1.4, 3.4  # numbers over the line; how far its ends turn up; in points
TENTH = 10  # of the numbers of spans too narrow for all of them
ASIDE = 3.0  # points from the name of the lane to the axes


class PeriodLane(Artist):
    """Draws spans as brackets, those that are not compared lighter; `numbers` are their numbers.

    A span too narrow for its number has none, every tenth and the last set aside: the numbers
    beside it tell which it is.
    """

    def __init__(self, axes: Axes, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._is_open = False
        self._axis = Axis(0, 0, 1)
        figure: Any = axes.get_figure(root=True)
        corner: Any = axes.transAxes
        place: Any = (
            Affine2D().scale(1 / 72) + figure.dpi_scale_trans + ScaledTranslation(0, 0, corner)
        )
        axes.add_artist(self)
        looks = {True: (palette.text, 1.3), False: (palette.missing, 0.8)}
        self._spans = {
            compared: Line2D([], [], color=color, lw=width, solid_capstyle="butt")
            for compared, (color, width) in looks.items()
        }
        for line in self._spans.values():
            line.set_figure(figure)
            line.set_transform(place)
            line.set_clip_on(False)
        self.numbers = Texts(axes, place)

    @property
    def spans(self) -> tuple[Line2D, ...]:
        """The lines that are drawn, those of compared periods first."""
        return tuple(self._spans.values())

    @property
    def height(self) -> float:
        """How much room the lane takes, in points."""
        return HEIGHT if self._is_open else 0.0

    def fit(self, is_open: bool, first: int, last: int, width: float) -> None:
        """Keep room or none, on an axis of days since 1970-01-01, `width` points wide."""
        self._is_open = is_open
        self._axis = Axis(first, last, width)

    def put(self, found: Sequence[Period], name: str) -> None:
        """Show periods, and before the axis what their numbers are."""
        spans = [(period, *self._ends_of(period)) for period in found]
        for compared, line in self._spans.items():
            line.set_data(*_brackets(e for e in spans if e[0].compared == compared))
        words = [self._number(*span) for span in self._named(spans)]
        if found:
            words.append(Words(-ASIDE, RAISED - HEIGHT, "right", name, self._palette.faint, SIZE))
        self.numbers.put(words)

    def draw(self, renderer: Any) -> None:
        """Draw the spans; their numbers are an artist of their own."""
        if not self.get_visible() or not self._is_open:
            return
        for line in self._spans.values():
            if len(line.get_xdata()):  # type: ignore[arg-type]
                line.draw(renderer)
        self.stale = False

    def _ends_of(self, period: Period) -> tuple[float, float]:
        starts, ends = day_number(period.epoch.starts), day_number(period.epoch.ends)
        axis = self._axis
        return (
            axis.at(max(starts, axis.first) - 0.5),
            axis.at(min(ends, axis.last) + 0.5),
        )

    def _named(
        self, spans: Sequence[tuple[Period, float, float]]
    ) -> list[tuple[Period, float, float]]:
        """Return the spans whose number has room; of the others every tenth, and the last."""
        halves = [width_in_points(str(period.number), SIZE) / 2 + APART for period, *_ in spans]
        wide = [
            2 * half <= right - left for half, (_, left, right) in zip(halves, spans, strict=True)
        ]
        named, taken = [], -inf
        for at, (span, half) in enumerate(zip(spans, halves, strict=True)):
            middle = (span[1] + span[2]) / 2
            is_mark = span[0].number % TENTH == 0 or span is spans[-1]
            free = not (at + 1 < len(spans) and wide[at + 1]) or wide[at]
            if wide[at] or (is_mark and free and middle - half >= taken):
                named.append(span)
                taken = middle + half
        return named

    def _number(self, period: Period, left: float, right: float) -> Words:
        color = self._palette.text if period.compared else self._palette.faint
        middle = (left + right) / 2
        return Words(middle, RAISED - HEIGHT, "center", str(period.number), color, SIZE)


def _brackets(spans: Iterable[tuple[Period, float, float]]) -> tuple[list[float], list[float]]:
    """Return one line, broken by NaN, that runs under the numbers and turns up at both ends."""
    gap, foot = float("nan"), 0.4 - HEIGHT
    x: list[float] = []
    y: list[float] = []
    for _, left, right in spans:
        # Spans that follow on each other stay two: half a point free between them.
        x += [left + 0.5, left + 0.5, right - 0.5, right - 0.5, gap]
        y += [foot + TURN, foot, foot, foot + TURN, gap]
    return x, y
