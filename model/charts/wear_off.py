"""The chart of the days after a session: median, middle half, n and the dry interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.doses import sessions_by_region
from model.analysis.phases import session_days
from model.analysis.sentences import Sentence
from model.analysis.wear_off import FIRM_VALUES
from model.charts.keys import Key, band_key, hollow_look
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.style import Palette
from model.charts.view import WET_AGAIN, View
from model.charts.wear_off_curve import (
    FEW_KEY,
    Shown,
    courses_in_words,
    description,
    interval_in_short,
    interval_in_words,
    listed,
    shown,
    table,
)
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from matplotlib.artist import Artist

    from model.charts.texts import Words

    Points = npt.NDArray[np.float64]

__all__ = ["WearOffChart", "description", "table"]

BOTTOM, TOP = -1.3, 12.1  # of the severity axis, as in the time chart; n stands below 0
ROW_OF_COUNTS = 9.5  # points that n takes below 0, however low the chart is
HEADER, LETTERS = 10.6, 8.5  # where the dry interval is named, and points of room it takes
COUNTS = 0.4  # foot of the row of n over that of the axes, in points
LINE = 12.0  # points from one line of words to the next
APART, TICKS_APART = 4.0, 8.0  # points between two n, between two days of the axis
HALF_WIDTH = 0.25  # of the band around a day without neighbours, in days
COUNT_SIZE = 7.0
TICKS = 12.0  # points from the axes to the foot of the days
WIDER = 1.05  # words on a screen than at the 72 dpi at which they are measured
TITLE = QT_TRANSLATE_NOOP("Chart", "{region}: after a session")
UNIT = QT_TRANSLATE_NOOP("Chart", "Worst of the day, 0 = dry to 10")
ACROSS = QT_TRANSLATE_NOOP("Chart", "Days since the last session (0 = its day), n = rated days")
COUNTED = QT_TRANSLATE_NOOP("Chart", "n")
MEDIAN_KEY = QT_TRANSLATE_NOOP("Chart", "median")
THRESHOLD = QT_TRANSLATE_NOOP("Chart", "threshold {threshold}")
COURSES = QT_TRANSLATE_NOOP("Chart", "First day at {threshold} or more, by course: {courses}")
COURSES_SHORT = QT_TRANSLATE_NOOP("Chart", "First ≥ {threshold}, by course: {courses}")
COURSES_SHORT_CUT = QT_TRANSLATE_NOOP("Chart", "First ≥ {threshold}, by course: … {courses}")
COURSES_CUT = QT_TRANSLATE_NOOP("Chart", "First day at {threshold} or more, by course: … {courses}")


class WearOffChart(LiveChart):
    """The median of every day after a session with the middle half of its ratings, and n."""

    margins: ClassVar[Margins] = Margins(below=18 + LINE)
    reads: ClassVar[frozenset[str]] = frozenset({WET_AGAIN})

    # ---- What is shown ----

    _of: View | None = None
    _found: Shown

    def _collect(self, view: View, region: str) -> Sentence | None:
        if view is not self._of:
            self._of, self._known = view, dict[str, Shown]()
            self._days = session_days(view.snapshot)
            self._sessions = sessions_by_region(view.snapshot)
        if region not in self._known:
            self._known[region] = shown(view, region, self._days, self._sessions)
        self._found = self._known[region]
        return self._found.empty

    def _frame_of(self) -> tuple[object, ...]:
        found = self._found
        return found.last, found.interval.threshold, found.compared, found.moved

    def _title(self) -> Sentence | None:
        return Sentence(TITLE, {"region": self._found.name}, "Chart")

    def _detail(self) -> Sentence | None:
        return self._found.detail

    def _unit(self) -> str:
        return self.said(UNIT)

    def _keys(self) -> tuple[Key, ...]:
        palette = self._palette
        return (
            Key(self.said(MEDIAN_KEY), {"color": palette.mean, "lw": 1.8}),
            band_key(palette, self.said),
            Key(self.said(FEW_KEY).format(needed=FIRM_VALUES), _hollow(palette), dot=True),
        )

    # ---- How it is laid out ----

    def _threshold(self) -> str:
        return self.said(THRESHOLD).format(threshold=self._found.interval.threshold)

    def _room(self) -> Margins:
        from model.charts.label import width_in_points

        if self._empty is not None or self._view is None:
            return self.margins
        right = WIDER * width_in_points(self._threshold(), SMALL) + 2 * APART
        width = self.points[0] - self.margins.left - right
        self._courses = self._by_course(width)
        lines = 1 + bool(self._courses)
        note = LINE * len(self._note(width))
        return replace(self.margins, right=right, below=18 + LINE * lines + note, more=note)

    def _dress(self) -> None:
        from model.charts.texts import Texts
        from model.charts.ticks import name_ticks

        axes, palette = self._axes, self._palette
        axes.set_xticks([])
        name_ticks(axes.yaxis, [0, 5, 10], ["0", "5", "10"])
        axes.hlines([0, 5, 10], 0, 1, transform=axes.get_yaxis_transform(),
                    color=palette.grid, lw=0.8)  # fmt: skip
        self._standing = Texts(axes)

    def _artists(self) -> dict[str, Artist]:
        from matplotlib.collections import PolyCollection

        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        return {
            "band": axes.add_collection(PolyCollection([], color=palette.dot, alpha=0.45, lw=0)),
            "threshold": self.line(color=palette.faint, lw=1.0, ls=(0, (4, 2))),
            "interval": self.line(color=palette.faint, lw=0.8, ls=(0, (2, 2))),
            "few": self.line(ls="none", **_hollow(palette)),
            "median": self.line(color=palette.mean, lw=1.8, marker="o", ms=5, mew=0),
            "reached": self.line(color=palette.text, marker="D", ms=6, mew=0),
            "words": Texts(axes),
        }

    def _lay_out(self) -> None:
        from model.charts.texts import Words

        palette, (width, height) = self._palette, self._inner
        last, threshold = self._found.last, self._found.interval.threshold
        self._axes.set_xlim(-0.5, last + 0.5)
        self._across = (last + 1) / width  # days a point
        share = min(ROW_OF_COUNTS / height, 0.5)
        self._bottom = min(BOTTOM, -TOP * share / (1 - share))
        self._axes.set_ylim(self._bottom, TOP)
        self._up = (TOP - self._bottom) / height  # points of severity a point
        self._counts_at = self._bottom + COUNTS * self._up
        self._header = min(HEADER, TOP - LETTERS * self._up)  # in a low chart below the keys
        step = self._step([str(day) for day in range(last + 1)], SMALL, TICKS_APART)
        marked = list(range(0, last + 1, step))
        right = last + 0.5 + APART * self._across
        left = -0.5 - 4 * APART * self._across  # clear of the 0 of the axis
        words = [
            Words(right, threshold - 4 * self._up, "left", self._threshold(), palette.faint),
            Words(left, self._counts_at, "right", self.said(COUNTED), palette.faint, COUNT_SIZE),
            Words(-0.5, self._line_below(1), "left", self.said(ACROSS), palette.faint),
            *(Words(day, self._line_below(0), "center", str(day), palette.faint) for day in marked),
        ]
        for number, line in enumerate(self._note(width), 2 + bool(self._courses)):
            words.append(Words(-0.5, self._line_below(number), "left", line, palette.faint))
        self._standing.put(words)

    def _note(self, width: float) -> list[str]:
        """Say below all that the patient moved the end of an induction, in lines."""
        from model.charts.texts import wrapped

        said = self._found.moved
        return wrapped(said.said(self._translate), width / WIDER, SMALL) if said else []

    def _line_below(self, number: int) -> float:
        """Return the foot of a line of words below the ticks, as a severity."""
        return self._bottom - (TICKS + LINE * number) * self._up

    def _step(self, words: Sequence[str], size: float, apart: float) -> int:
        """Return how many days lie from one word to the next, so that none touch."""
        from model.charts.label import width_in_points

        widest = max(width_in_points(word, size) for word in words) + apart
        return next((step for step in (1, 2) if step >= widest * self._across), 7)

    # ---- What a choice of the region moves ----

    def _fill(self) -> None:
        import numpy as np

        data, wear, threshold = self._data, self._found.wear, self._found.interval.threshold
        days = wear.days.astype(np.float64)
        few = (wear.rated > 0) & ~wear.firm
        data["few"].set_data(days[few], wear.median[few])
        data["median"].set_data(days, np.where(wear.firm, wear.median, np.nan))
        data["band"].set_verts([_outline(days[run], wear.low[run], wear.high[run])
                                for run in _runs(wear.firm)])  # fmt: skip
        data["threshold"].set_data([-0.5, self._found.last + 0.5], [threshold, threshold])
        at = self._found.interval.median
        data["interval"].set_data([] if at is None else [at, at], [0, self._header] if at else [])
        data["reached"].set_data([] if at is None else [at], [] if at is None else [threshold])
        data["words"].put([*self._counts(), self._named(at), *self._said_by_course()])

    def _counts(self) -> list[Words]:
        """Write n below the days, as many as there is room for."""
        from model.charts.texts import Words

        palette, wear = self._palette, self._found.wear
        rated = wear.rated[: self._found.last + 1].tolist()
        step = self._step([str(n) for n in rated], COUNT_SIZE, APART)
        return [
            Words(day, self._counts_at, "center", str(n), color, COUNT_SIZE)
            for day, n in list(enumerate(rated))[::step]
            for color in [palette.text if n >= FIRM_VALUES else palette.missing]
        ]

    def _named(self, at: float | None) -> Words:
        """Say above its day when the threshold is met again, within the axes."""
        from model.charts.label import width_in_points
        from model.charts.texts import Words, cut

        said = interval_in_words(self._found.interval).said(self._translate)
        if WIDER * width_in_points(said, SMALL) > self._inner[0]:
            said = interval_in_short(self._found.interval).said(self._translate)
        text = cut(said, self._inner[0], SMALL)
        half = WIDER * width_in_points(text, SMALL) / 2 * self._across
        low, high = half - 0.5, self._found.last + 0.5 - half
        x = min(max(low if at is None else at, low), max(low, high))
        return Words(x, self._header, "center", text, self._palette.text)

    def _said_by_course(self) -> list[Words]:
        from model.charts.texts import Words

        line, foot = self._courses, self._line_below(2)
        return [Words(-0.5, foot, "left", line, self._palette.text)] if line else []

    def _by_course(self, width: float) -> str:
        """Say it by course, in fewer words and of the latest courses where all is too long.

        "" where there is no room for two: one course is compared with nothing.
        """
        from model.charts.label import width_in_points

        courses = courses_in_words(self._found.compared)
        kept = range(len(courses), 1, -1)
        ways = [
            (texts[number < len(courses)], number)
            for number in kept
            for texts in ((COURSES, COURSES_CUT), (COURSES_SHORT, COURSES_SHORT_CUT))
        ]
        for text, number in ways:
            fields = {
                "threshold": self._found.interval.threshold,
                "courses": listed(courses[-number:]),
            }
            line = Sentence(text, fields, "Chart").said(self._translate)
            if WIDER * width_in_points(line, SMALL) <= width:
                return line
        return ""

    def _said_at(self, x: float, y: float) -> Sentence | None:
        del y
        day, wear = round(x), self._found.wear
        if not 0 <= day <= self._found.last:
            return None
        fields = {
            "day": day,
            "rated": int(wear.rated[day]),
            "median": float(wear.median[day]),
            "low": float(wear.low[day]),
            "high": float(wear.high[day]),
        }
        if not wear.rated[day]:
            return Sentence(_NONE_HERE, fields, "Chart")
        return Sentence(_HERE if wear.firm[day] else _FEW_HERE, fields, "Chart")


_HERE = QT_TRANSLATE_NOOP(
    "Chart",
    "Day {day} after a session: median {median:g}, middle half {low:g} to {high:g}"
    " (rated days: {rated})",
)
_FEW_HERE = QT_TRANSLATE_NOOP(
    "Chart", "Day {day} after a session: median {median:g}, only a hint (rated days: {rated})"
)
_NONE_HERE = QT_TRANSLATE_NOOP("Chart", "Day {day} after a session was never rated.")


def _hollow(palette: Palette) -> dict[str, Any]:
    return hollow_look(palette.missing, palette, 5, 1.0)


def _runs(firm: npt.NDArray[np.bool_]) -> list[slice]:
    """Return the stretches of days in a row that are firm."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate(([0], firm, [0])))).tolist()
    return [slice(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True)]


def _outline(days: Points, low: Points, high: Points) -> Points:
    """Return the polygon (n, 2) between two curves; a day alone gets a width."""
    import numpy as np

    if len(days) == 1:
        days = np.array([days[0] - HALF_WIDTH, days[0] + HALF_WIDTH])
        low, high = np.repeat(low, 2), np.repeat(high, 2)
    return np.column_stack((np.append(days, days[::-1]), np.append(low, high[::-1])))
