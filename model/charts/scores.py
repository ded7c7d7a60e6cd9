"""Questionnaire totals over time: one panel an instrument, each on its own range."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.sentences import Sentence, day_of_month_text
from model.charts.keys import Key
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.score_panels import (
    Panel,
    cited,
    days_of,
    description,
    first_session,
    lacking,
    panels,
    table,
)
from model.charts.view import View
from model.records.snapshot import day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from model.charts.texts import Words

__all__ = ["ScoresChart", "description", "table"]

PANEL, MOST_PANEL = 90.0, 130.0  # points that a panel takes
HEADER, ABOVE, BELOW = 14.0, 31.0, 14.0  # points: above all panels; over and under a range
FOOT, LINE = 18.0, 11.0  # points: dates, a line of the note
VALUE_SIZE = 7.5  # points
APART = 11.0  # points between two totals from which all are written
NEAR = 12.0  # points from a total within which the pointer finds it
BRACKET, TICK = 9.0, 3.0  # points: right of the axes; length of the ends
DOTS = (0, (2, 2))

TITLE = QT_TRANSLATE_NOOP("Chart", "Questionnaires")
DETAIL = QT_TRANSLATE_NOOP("Chart", "{first} to {last}, totals entered: {count}")
UNIT = QT_TRANSLATE_NOOP("Chart", "Totals in points, higher = more burden")
FIRST = QT_TRANSLATE_NOOP("Chart", "first session")
MATTERS = QT_TRANSLATE_NOOP("Chart", "smallest change that matters")
COMPARED = QT_TRANSLATE_NOOP("Chart", "{first} → {latest} · {change}")
ENOUGH = QT_TRANSLATE_NOOP("Chart", "{least} points")


class ScoresChart(LiveChart):
    """Panels one below the other; y is points below the upper edge of the axes."""

    dated: ClassVar[bool] = True
    margins: ClassVar[Margins] = Margins(left=22, right=52)
    _panels: tuple[Panel, ...] = ()
    _places: tuple[tuple[float, float], ...] = ()  # of the highest and the lowest total

    @classmethod
    def height_of(cls, view: View, region: str) -> float | None:
        """Return the height in points of all panels, with their sources below."""
        del region
        listed = panels(view)
        if lacking(listed):
            return None
        note = LINE * len(cited(listed))
        return cls.margins.titled + HEADER + PANEL * len(listed) + FOOT + note + 4

    # ---- What is shown ----

    def _collect(self, view: View, region: str) -> Sentence | None:
        del region
        self._panels = panels(view)
        empty = lacking(self._panels)
        if empty is None:
            self._span = days_of(view, self._panels)
            self._first = first_session(view)
        return empty

    def _frame_of(self) -> tuple[object, ...]:
        return (*self._span, self._first, *(panel.instrument.id for panel in self._panels))

    def _title(self) -> Sentence | None:
        return Sentence(TITLE, context="Chart")

    def _detail(self) -> Sentence | None:
        first, last = (day_of(day) for day in self._span)
        count = sum(len(panel.entries) for panel in self._panels)
        return Sentence(DETAIL, {"first": first, "last": last, "count": count}, "Chart")

    def _unit(self) -> str:
        return self.said(UNIT)

    def _keys(self) -> tuple[Key, ...]:
        if not cited(self._panels):
            return ()
        bar = {"color": self._palette.text, "marker": "|", "ms": 8, "mew": 1.4}
        return (Key(self.said(MATTERS), bar, dot=True),)

    def _said_at(self, x: float, y: float) -> Sentence | None:
        for panel, (top, foot) in zip(self._panels, self._places, strict=True):
            if foot - BELOW <= y <= top + ABOVE:
                away = [abs(day_number(entry.day) - x) for entry in panel.entries]
                nearest = min(range(len(away)), key=away.__getitem__)
                if away[nearest] <= NEAR * self._day_per_point():
                    return panel.said_of(panel.entries[nearest])
        return None

    # ---- The frame ----

    def _room(self) -> Margins:
        from model.charts.texts import wrapped

        width = 72 * float(self._figure.get_size_inches()[0])
        room = self.margins
        self._note = [
            line
            for source in cited(self._panels)
            for line in wrapped(source, width - room.left - 8, SMALL)
        ]
        return replace(room, below=FOOT + LINE * len(self._note) + 4)

    def _dress(self) -> None:
        from model.charts.texts import Texts

        self._axes.set_yticks([])
        self._grid: Any = self.line(color=self._palette.grid, lw=0.8, zorder=0.5)
        self._start: Any = self.line(color=self._palette.faint, lw=0.8, ls=DOTS, zorder=0.6)
        self._standing = Texts(self._axes)

    def _lay_out(self) -> None:
        first, last = self._span
        height = self._inner[1]
        self._axes.set_ylim(-height, 0)
        panel = min((height - HEADER) / len(self._panels), MOST_PANEL)
        tops = [-HEADER - panel * at for at in range(len(self._panels))]
        self._places = tuple((top - ABOVE, top - panel + BELOW) for top in tops)
        foot = tops[-1] - panel
        self.set_dates(first, last, below=-(height + foot))
        self._set_standing(foot)

    def _set_standing(self, foot: float) -> None:
        """Set the ends of every range, the first session and the sources."""
        from model.charts.texts import Words

        faint, (left, right) = self._palette.faint, self._axes.get_xlim()
        per_point, gap = self._day_per_point(), float("nan")
        words = []
        y: list[float] = []
        for panel, (top, low) in zip(self._panels, self._places, strict=True):
            for value, at in ((panel.instrument.high, top), (panel.instrument.low, low)):
                x = left - 4 * per_point
                words.append(Words(x, at - 0.6 * SMALL, "right", str(value), faint))
                y += [at, at, gap]
        self._grid.set_data([left, right, gap] * (len(y) // 3), y)
        start = gap if self._first is None else day_number(self._first) - 0.5
        # Not through the words between the panels.
        ends = [y for top, low in self._places for y in (top + 4, low - 4, gap)]
        self._start.set_data([start, start, gap] * len(self._places), ends)
        if left <= start <= right:
            side: Any = "left" if start < (left + right) / 2 else "right"
            words.append(Words(start, -HEADER + 1, side, self.said(FIRST), faint))
        words += [
            Words(left, foot - FOOT - LINE * number, "left", line, faint)
            for number, line in enumerate(self._note, 1)
        ]
        self._standing.put(words)

    # ---- The data ----

    def _artists(self) -> dict[str, Artist]:
        from model.charts.texts import Texts

        palette = self._palette
        made: dict[str, Any] = {
            "level": self.line(color=palette.dot, lw=0.9, ls=DOTS),
            "totals": self.line(color=palette.mean, lw=1.4, marker="o", ms=4.4, mew=0),
            "matters": self.line(color=palette.text, lw=1.4, clip_on=False),
            "words": Texts(self._axes),
        }
        return made

    def _fill(self) -> None:
        x: list[float] = []
        y: list[float] = []
        words: list[Words] = []
        levels: list[tuple[float, float]] = []
        bars: list[tuple[float, float]] = []
        right = self._axes.get_xlim()[1]
        gap = (float("nan"), float("nan"))
        for panel, place in zip(self._panels, self._places, strict=True):
            points = [
                (float(day_number(entry.day)), _height(panel, place, entry.score))
                for entry in panel.entries
            ]
            x += [*(day for day, _ in points), gap[0]]
            y += [*(at for _, at in points), gap[1]]
            words += [*self._named(panel, place), *self._written(panel, points)]
            if panel.instrument.meaningful_change is not None and panel.before is not panel.now:
                level = _height(panel, place, panel.before.score)
                levels += [(day_number(panel.before.day), level), (right, level), gap]
                bar, word = self._bracket(panel, place)
                bars += [*bar, gap]
                words.append(word)
        self._data["totals"].set_data(x, y)
        most = max(len(panel.entries) for panel in self._panels)
        self._data["totals"].set_markersize(min(max(self._inner[0] / most / 2, 1.5), 4.6))
        for name, points in (("level", levels), ("matters", bars)):
            self._data[name].set_data([a for a, _ in points], [b for _, b in points])
        self._data["words"].put(words)

    def _named(self, panel: Panel, place: tuple[float, float]) -> list[Words]:
        """Name the panel and say beside it what changed."""
        from model.charts.label import width_in_points
        from model.charts.texts import Words

        palette, y, (left, _) = self._palette, place[0] + 12, self._axes.get_xlim()
        name = panel.name.said(self._translate)
        words = self._change(panel).said(self._translate) if panel.words else ""
        beside = left + (1.15 * width_in_points(name, SMALL) + 10) * self._day_per_point()
        return [
            Words(left, y, "left", name, palette.text, SMALL, True),
            Words(beside, y, "left", words, palette.faint),
        ]

    def _change(self, panel: Panel) -> Sentence:
        """Say what changed, after the two days that are compared."""
        words, first, latest = panel.words or Sentence(""), panel.before.day, panel.now.day
        if panel.change is None or panel.before is panel.now:
            return words
        is_same_year = first.year == latest.year
        begin = day_of_month_text(first, self._translate) if is_same_year else first
        return Sentence(COMPARED, {"first": begin, "latest": latest, "change": words}, "Chart")

    def _written(self, panel: Panel, points: list[tuple[float, float]]) -> list[Words]:
        """Write the totals at their points, lower ones below; where all would touch, two.

        Those that are compared are bold.
        """
        from model.charts.texts import Words

        apart, before = APART * self._day_per_point(), panel.before
        first, last = (points[at][0] for at in (0, -1))
        crowded = len(points) > 2 and last - first < apart * (len(points) - 1)
        words: list[Words] = []
        for entry, (x, y) in zip(panel.entries, points, strict=True):
            if crowded and entry is not before and entry is not panel.now:
                continue
            down = entry.score < before.score
            at, text = y - 2.5 - 1.2 * VALUE_SIZE if down else y + 2.5, str(entry.score)
            bold = before is not panel.now and entry in (before, panel.now)
            words.append(Words(x, at, "center", text, self._palette.text, VALUE_SIZE, bold))
        return words

    def _bracket(
        self, panel: Panel, place: tuple[float, float]
    ) -> tuple[list[tuple[float, float]], Words]:
        """Return a bracket as high as the smallest change that matters, below the level before."""
        from model.charts.texts import Words

        scale, per_point = panel.instrument, self._day_per_point()
        least = scale.meaningful_change or 0.0
        upper = max(float(panel.before.score), scale.low + least)
        x = self._axes.get_xlim()[1] + BRACKET * per_point
        high, low = (_height(panel, place, value) for value in (upper, upper - least))
        ends = x - TICK * per_point
        bar = [(ends, high), (x, high), (x, low), (ends, low)]
        text = self.said(ENOUGH).format(least=f"{least:g}")
        y = (high + low) / 2 - 0.6 * VALUE_SIZE
        return bar, Words(x + 4 * per_point, y, "left", text, self._palette.text, VALUE_SIZE)

    def _day_per_point(self) -> float:
        left, right = self._axes.get_xlim()
        return float(right - left) / self._inner[0]


def _height(panel: Panel, place: tuple[float, float], score: float) -> float:
    """Return where a total stands between the ends of its range."""
    scale, (top, foot) = panel.instrument, place
    return foot + (top - foot) * (score - scale.low) / (scale.high - scale.low)
