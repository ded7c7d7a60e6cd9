"""The lanes under a time chart: spans and days of what else happened, each with a short label.

At most three lanes, so that the ratings keep their room; what finds no place is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, ScaledTranslation

from model.analysis.sentences import Translate
from model.charts.beside import Beside
from model.charts.label import Label, width_in_points
from model.charts.style import Palette, air
from model.records.snapshot import day_number

MOST = 3  # lanes
LANE = 11.5  # points from one to the next
ABOVE, APART, SIZE = 2.0, 5.0, 7.0  # gap above the lanes, between two labels; letters; in points
LETTERS = 30  # of a label; longer ones are cut
RAISED = 1.4  # letters over the foot of their lane, so that no line runs through them
LINE = 0.4  # a span, likewise
MIDDLE = 5.2  # a day, likewise: the middle of small letters
TURN = 2.3  # how far the ends of a span turn up: not into letters that reach beyond it
MARK = 4.0  # room that a mark takes on each side of its day, in points


@dataclass(frozen=True)
class Axis:
    """The first and last day of an axis, counted from 1970-01-01, and its width in points."""

    first: int
    last: int
    width: float

    def at(self, day: float) -> float:
        """Return the place of a day in points from the left end."""
        room = air(self.first, self.last)
        return self.width * (day - self.first + room) / (self.last - self.first + 2 * room)


@dataclass(frozen=True)
class Place:
    """Where something stands on an axis, in whichever lane; places in points from the left end.

    label: where its text begins; left, right: its first and last day; low, high: all that it
    takes, text included; opens, ends: whether its first and last day are on the axis; else it
    goes on beyond.
    """

    text: str
    label: float
    left: float
    right: float
    low: float
    high: float
    at_once: bool
    opens: bool
    ends: bool


def placed(items: Iterable[tuple[Place, ...]], lanes: int) -> tuple[list[tuple[Place, int]], int]:
    """Lay items into lanes, the first of them first; return also how many found no place.

    An item is its `places_of`: the first that fits is taken.
    """
    taken: list[list[Place]] = [[] for _ in range(lanes)]
    left_out = 0
    for places in items:
        free = (
            (place, others)
            for place in places
            for others in taken
            if all(place.high + APART <= o.low or o.high + APART <= place.low for o in others)
        )
        place, others = next(free, (None, None))
        if place is None or others is None:
            left_out += 1
        else:
            others.append(place)
    return [(place, lane) for lane, others in enumerate(taken) for place in others], left_out


def places_of(item: Beside, axis: Axis, translate: Translate) -> tuple[Place, ...]:
    """Return where an item may stand: with its dose, and without, which takes less room."""
    short, long = item.name.said(translate), item.more.said(translate)
    texts = dict.fromkeys((long if len(long) <= LETTERS else _cut(short), _cut(short)))
    return tuple(_place(item, text, axis) for text in texts)


def _place(item: Beside, text: str, axis: Axis) -> Place:
    since = None if item.since is None else day_number(item.since)
    until = None if item.until is None else day_number(item.until)
    opens = since is not None and since >= axis.first
    ends = until is not None and until <= axis.last
    wide = width_in_points(text, SIZE)
    if item.at_once:
        day = axis.at(since if since is not None and opens else axis.first)
        label = day + MARK + 1
        if label + wide > axis.width:
            label = day - MARK - 1 - wide
        low, high = min(day - MARK, label), max(day + MARK, label + wide)
        return Place(text, label, day, day, low, high, True, opens, True)
    left = axis.at(since - 0.5 if since is not None and opens else axis.first - 0.5)
    right = axis.at(until + 0.5 if until is not None and ends else axis.last + 0.5)
    label = max(min(left + 2.5, axis.width - wide), 0)
    low, high = min(left, label), max(right, label + wide)
    return Place(text, label, left, right, low, high, False, opens, ends)


def _cut(text: str) -> str:
    return text if len(text) <= LETTERS else text[: LETTERS - 1].rstrip() + "\u2026"


class Lanes(Artist):
    """Draws what was placed, in points below the lower left corner of the axes, as one artist."""

    def __init__(self, axes: Axes, palette: Palette, translate: Translate) -> None:
        super().__init__()
        self._palette = palette
        self._translate = translate
        self._axis = Axis(0, 0, 1)
        self._count = 0
        self._down = Affine2D()
        self._places: dict[Beside, tuple[Place, ...]] = {}  # on this axis, for every region
        figure: Any = axes.get_figure(root=True)
        corner: Any = axes.transAxes
        self._to_pixels = (
            self._down
            + Affine2D().scale(1 / 72)
            + figure.dpi_scale_trans
            + ScaledTranslation(0, 0, corner)
        )
        arrow = {"color": palette.faint, "ms": 3.4, "mew": 0, "ls": "none"}
        self._spans = _line(color=palette.faint, lw=1.1, solid_joinstyle="miter")
        self._before = _line(marker="<", **arrow)
        self._beyond = _line(marker=">", **arrow)
        self._days = _line(color=palette.text, marker="D", ms=3.4, mew=0, ls="none")
        self._labels: list[Label] = []
        axes.add_artist(self)
        for line in (self._spans, self._before, self._beyond, self._days):
            self._adopt(line)

    @property
    def height(self) -> float:
        """How much room the lanes take, in points."""
        return ABOVE + LANE * self._count if self._count else 0.0

    def fit(
        self,
        items: Iterable[Beside],
        first: int,
        last: int,
        width: float,
        most: float | None,
        below: float = 0,
    ) -> None:
        """Open as many lanes as items need on an axis of days.

        Args:
            items: all that will be put here, now and later.
            first: first day of the axis, counted from 1970-01-01.
            last: its last day.
            width: of the axis in points.
            most: height in points that is to spare, None for all that is needed; one lane there
                is in any case.
            below: points from the axes to where the lanes begin.
        """
        self._axis = Axis(first, last, width)
        self._down.clear().translate(0, -below)
        self._places.clear()
        laid, _ = placed(map(self._places_of, items), MOST)
        needed = max((lane + 1 for _, lane in laid), default=0)
        spare = MOST if most is None else max(int((most - ABOVE) // LANE), 1)
        self._count = min(needed, spare)

    def put(self, items: Sequence[Beside]) -> None:
        """Show items; what finds no place is counted beside the lowest lane."""
        found, left_out = placed(map(self._places_of, items), self._count)
        texts = [(each.label, _base(lane) + RAISED, each.text) for each, lane in found]
        if left_out:
            count = f"+{left_out}"
            aside = -width_in_points(count, SIZE) - 3
            texts.append((aside, _base(self._count - 1) + RAISED, count))
        self._name(texts)
        spans = [(each, lane) for each, lane in found if not each.at_once]
        days = [(each, lane) for each, lane in found if each.at_once]
        self._spans.set_data(*_brackets(spans))
        self._days.set_data(*_points((e.left, lane, MIDDLE) for e, lane in days if e.opens))
        earlier = [(e.left, lane, MIDDLE) for e, lane in days if not e.opens]
        earlier += [(e.left, lane, LINE) for e, lane in spans if not e.opens]
        self._before.set_data(*_points(earlier))
        self._beyond.set_data(*_points((e.right, lane, LINE) for e, lane in spans if not e.ends))

    def draw(self, renderer: Any) -> None:
        """Draw spans, days and labels."""
        if not self.get_visible():
            return
        for line in (self._spans, self._before, self._beyond, self._days):
            if len(line.get_xdata()):  # type: ignore[arg-type]
                line.draw(renderer)
        for label in self._labels:
            label.draw(renderer)
        self.stale = False

    def _places_of(self, item: Beside) -> tuple[Place, ...]:
        if item not in self._places:
            self._places[item] = places_of(item, self._axis, self._translate)
        return self._places[item]

    def _name(self, texts: Sequence[tuple[float, float, str]]) -> None:
        while len(self._labels) < len(texts):
            label = Label(0, 0, "left", color=self._palette.text, fontsize=SIZE)
            self._adopt(label)
            self._labels.append(label)
        for label in self._labels[len(texts) :]:
            label.set_text("")
        for label, (x, y, text) in zip(self._labels, texts, strict=False):
            label.set_position((x, y))
            label.set_text(text)

    def _adopt(self, part: Line2D | Label) -> None:
        figure: Any = self.get_figure()
        part.set_figure(figure)
        part.set_transform(self._to_pixels)
        part.set_clip_on(False)


def _base(lane: int) -> float:
    """Return the foot of a lane."""
    return -ABOVE - LANE * (lane + 1)


def _brackets(spans: Iterable[tuple[Place, int]]) -> tuple[list[float], list[float]]:
    """Return one line, broken by NaN, that runs under every label and turns up where a span ends.

    A tenth of the cost of many lines.
    """
    gap = float("nan")
    x: list[float] = []
    y: list[float] = []
    for each, lane in spans:
        foot = _base(lane) + LINE
        x += [each.left, each.left, each.right, each.right, gap]
        y += [foot + TURN * each.opens, foot, foot, foot + TURN * each.ends, gap]
    return x, y


def _points(found: Iterable[tuple[float, int, float]]) -> tuple[list[float], list[float]]:
    """Return x and y of marks that are raised over the foot of their lanes."""
    marks = [(x, _base(lane) + raised) for x, lane, raised in found]
    return [x for x, _ in marks], [y for _, y in marks]


def _line(**look: Any) -> Line2D:
    return Line2D([], [], solid_capstyle="butt", **look)
