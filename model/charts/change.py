"""Change per region with its 95 % interval, beside what groups on sham or vehicle did in trials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.estimate import Estimate
from model.analysis.sentences import Sentence
from model.catalog.trials import FELL_LEAST, FELL_MOST, FELL_WITHOUT, fell_without
from model.charts.change_rows import (
    Row,
    description,
    estimated,
    lacking,
    percent,
    period_of,
    rows,
    said_of,
    table,
)
from model.charts.chosen import mark_of, notes_on
from model.charts.keys import Key
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.strokes import uprights
from model.charts.view import FOR_DOCTOR, View
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from model.charts.style import Palette
    from model.charts.texts import Words

__all__ = ["ChangeChart", "description", "table"]

LOWEST, HIGHEST = -100, 60  # percent that the axis shows; no change falls below the first
PITCH, DOCTORS_PITCH, LEAST_PITCH = 18.0, 30.0, 10.0  # points a row
WIDER = 1.3  # times the pitch, at most, where the chart is higher than its rows need
HEADER, HEADING, FOOT, LINE = 14.0, 16.0, 18.0, 11.0  # points: band's name, group, ticks, note
APART, INSET = 10.0, 6.0  # points: between columns; names from the left edge
NAME_SIZE, DAYS_SIZE, BOLD = 8.5, 7.0, 1.15  # letters in points; how much wider bold ones are
NAMES_SHARE = 0.32  # of the width, at most
RAISED = 0.6  # how far the middle of letters lies over where they stand, in sizes
BESIDE = 7.0  # points from the middle of a row to each of two intervals
DASHES = (0, (2.5, 1.5))
NOTES_APART = " \u00b7 "

TITLE = QT_TRANSLATE_NOOP("Chart", "Change per region")
DETAIL = QT_TRANSLATE_NOOP("Chart", "{first} to {last}")
DAYS_NOTE = QT_TRANSLATE_NOOP("Chart", "d = days rated, before → now")
UNIT = QT_TRANSLATE_NOOP("Chart", "Change in % of the baseline, 95 % interval")
TREATED = QT_TRANSLATE_NOOP("Chart", "treated")
UNTREATED = QT_TRANSLATE_NOOP("Chart", "not treated")
PROVISIONAL = QT_TRANSLATE_NOOP("Chart", "provisional")
CONTRASTED = QT_TRANSLATE_NOOP("Chart", "against untreated")
TREATED_HEADING = QT_TRANSLATE_NOOP("Chart", "Treated")
UNTREATED_HEADING = QT_TRANSLATE_NOOP("Chart", "Not treated")
WITHOUT = QT_TRANSLATE_NOOP("Chart", "on sham or vehicle")

Marked = Sequence[tuple[Estimate, float]]
"""Estimates in percent and the heights at which they are drawn."""


class ChangeChart(LiveChart):
    """Rows of regions with a mark, its interval and the number; one of them is the chosen one.

    x is percent, y points below the upper edge of the axes.
    """

    has_regions: ClassVar[bool] = True
    reads: ClassVar[frozenset[str]] = frozenset({FOR_DOCTOR})
    margins: ClassVar[Margins] = Margins(left=10, right=10)

    @classmethod
    def height_of(cls, view: View, region: str) -> float | None:
        """Return the height in points of all rows with two lines of words below."""
        del region
        listed = rows(view)
        if lacking(view, listed):
            return None
        heads = len({row.shown.treated for row in listed}) * HEADING
        pitch = DOCTORS_PITCH if view.for_doctor else PITCH
        return cls.margins.titled + HEADER + heads + pitch * len(listed) + FOOT + 2 * LINE + 4

    def region_at(self, x: float, y: float) -> str:
        """Return the region whose row lies at a pixel from the lower left corner, "" elsewhere."""
        box = self._axes.bbox
        if self._empty is not None or not (box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1):
            return ""
        _, up = self._axes.transData.inverted().transform((x, y))
        row = self._row_at(float(up))
        return row.region if row else ""

    # ---- What is shown ----

    _rows: tuple[Row, ...] = ()
    _doctor = False

    def _collect(self, view: View, region: str) -> Sentence | None:
        del region
        self._rows, self._doctor = rows(view), view.for_doctor
        self._names = [row.name.said(self._translate) for row in self._rows]
        self._numbers = [self._translated(row.number) for row in self._rows]
        self._days = [self._translated(row.days if row.number else None) for row in self._rows]
        return lacking(view, self._rows)

    def _frame_of(self) -> tuple[object, ...]:
        treated = tuple(row.shown.treated for row in self._rows)
        chosen = tuple(row.shown.baseline_chosen for row in self._rows)
        return (
            treated,
            chosen,
            self._dashed(),
            self._doctor,
            *self._names,
            *self._numbers,
            *self._days,
        )

    def _title(self) -> Sentence | None:
        return Sentence(TITLE, context="Chart")

    def _detail(self) -> Sentence | None:
        return Sentence(DETAIL, period_of(self._rows), "Chart")

    def _unit(self) -> str:
        return self.said(UNIT)

    def _keys(self) -> tuple[Key, ...]:
        looks = _looks(self._palette)
        listed = [
            Key(self.said(TREATED), looks["treated"], dot=True),
            Key(self.said(UNTREATED), looks["untreated"], dot=True),
        ]
        if self._dashed():
            dashed = {"color": self._palette.text, "lw": 1.4, "ls": DASHES}
            listed.append(Key(self.said(PROVISIONAL), dashed))
        if self._doctor:
            listed.append(Key(self.said(CONTRASTED), looks["contrast"], dot=True))
        return tuple(listed)

    def _dashed(self) -> bool:
        return any(row.shown.provisional for row in self._rows)

    def _said_at(self, x: float, y: float) -> Sentence | None:
        row = self._row_at(y)
        return said_of(row, self._doctor) if row else None

    def _row_at(self, y: float) -> Row | None:
        pairs = zip(self._rows, self._places, strict=True)
        return next((row for row, place in pairs if abs(place - y) <= self._pitch / 2), None)

    def _translated(self, said: Sentence | None) -> str:
        return said.said(self._translate) if said else ""

    # ---- The frame: what no choice of a region moves ----

    def _room(self) -> Margins:
        from model.charts.texts import wrapped

        width = 72 * float(self._figure.get_size_inches()[0])
        note = Sentence(FELL_WITHOUT, fell_without(), "Trial").said(self._translate)
        room = self.margins
        daggers = notes_on(row.shown for row in self._rows)
        signs = [note, self.said(DAYS_NOTE), *map(self.said, daggers)]
        self._note = wrapped(NOTES_APART.join(signs), width - room.left - room.right, SMALL)
        return replace(room, below=FOOT + LINE * len(self._note) + 4)

    def _dress(self) -> None:
        from matplotlib.patches import Rectangle

        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        axes.set_yticks([])
        self._band: Any = axes.add_patch(
            Rectangle((-FELL_MOST, 0), FELL_MOST - FELL_LEAST, 0, color=palette.grid, lw=0)
        )
        self._band.set_zorder(0.4)
        self._grid: Any = self.line(color=palette.grid, lw=0.8, zorder=0.5)
        self._zero: Any = self.line(color=palette.faint, lw=1.0, zorder=0.6)
        self._standing = Texts(axes)

    def _lay_out(self) -> None:
        width, height = self._inner
        left, right = self._columns(width)
        plotted = max(width - left - right, 1)
        per_point = (HIGHEST - LOWEST) / plotted
        self._ends = LOWEST - left * per_point, HIGHEST + right * per_point
        self._per_point = per_point
        self._axes.set_xlim(*self._ends)
        self._axes.set_ylim(-height, 0)
        self._set_places(height)
        self._set_standing(plotted)

    def _columns(self, width: float) -> tuple[float, float]:
        """Return how many points the names and the numbers take, with the air beside them."""
        from model.charts.label import width_in_points
        from model.charts.texts import cut

        bold = NAME_SIZE * BOLD
        marks = [mark_of(row.shown) for row in self._rows]
        pairs = list(zip(self._names, marks, strict=True))
        most = max(width_in_points(name + mark, bold) for name, mark in pairs)
        names = min(most, NAMES_SHARE * width)
        self._cut = [
            name + mark
            if width_in_points(name + mark, bold) <= names
            else cut(name, names - width_in_points(mark, bold), bold) + mark
            for name, mark in pairs
        ]
        numbers = max(width_in_points(number, bold) for number in self._numbers)
        self._days_width = max(width_in_points(days, DAYS_SIZE) for days in self._days)
        return INSET + names + APART, numbers + self._days_width + 2 * APART + INSET

    def _set_places(self, height: float) -> None:
        """Spread the rows over the height; each group has a heading."""
        groups = [row.shown.treated for row in self._rows]
        usual = DOCTORS_PITCH if self._doctor else PITCH
        room = height - HEADER - HEADING * len(set(groups))
        self._pitch = min(max(room / len(groups), LEAST_PITCH), WIDER * usual)
        at, before = -HEADER, None
        places: list[float] = []
        self._headings: list[tuple[float, bool]] = []
        for treated in groups:
            if treated != before:
                at -= HEADING
                self._headings.append((at + 2, treated))
                before = treated
            places.append(at - self._pitch / 2)
            at -= self._pitch
        self._places, self._foot = tuple(places), at

    _places: tuple[float, ...] = ()
    _pitch = PITCH

    def _set_standing(self, width: float) -> None:
        """Set ticks, grid, the band of the trials, headings and the note below."""
        from model.charts.texts import Words
        from model.charts.ticks import name_ticks

        faint, top, foot = self._palette.faint, -HEADER, self._foot
        step = 20 if width > 250 else 50
        marked = [at for at in range(LOWEST, HIGHEST + 1) if at % step == 0]
        name_ticks(self._axes.xaxis, marked, [self._translated(percent(at)) for at in marked])
        self._axes.tick_params(axis="x", pad=3 - (self._inner[1] + foot))
        self._grid.set_data(*uprights((at for at in marked if at), top, foot))
        self._zero.set_data([0, 0], [top, foot])
        self._band.set_y(foot)
        self._band.set_height(top - foot)
        middle, left = -(FELL_LEAST + FELL_MOST) / 2, self._ends[0]
        words = [Words(middle, top + 1, "center", self.said(WITHOUT), faint)]
        words += [
            Words(left, y, "left", self.said(TREATED_HEADING if on else UNTREATED_HEADING), faint)
            for y, on in self._headings
        ]
        words += [
            Words(left, foot - FOOT - LINE * number, "left", line, faint)
            for number, line in enumerate(self._note, 1)
        ]
        self._standing.put(words)

    # ---- The data: what a choice moves ----

    def _artists(self) -> dict[str, Artist]:
        from matplotlib.patches import Rectangle

        from model.charts.texts import Texts

        palette, looks = self._palette, _looks(self._palette)
        chosen = Rectangle((LOWEST, 0), 0, 0, color=palette.dot, alpha=0.22, lw=0, zorder=0.7)
        made: dict[str, Any] = {"chosen": self._axes.add_patch(chosen)}
        for name, look in looks.items():
            color, thin = look["mec"], name == "contrast"
            line = {"color": color, "lw": 0.8 if thin else 1.7}
            made[f"{name} interval"] = self.line(**line)
            made[f"{name} provisional"] = self.line(**line, ls=DASHES)
            arrow = {"color": color, "ms": 3.5 if thin else 5, "mew": 0, "ls": "none"}
            made[f"{name} higher"] = self.line(marker=">", **arrow)
            made[name] = self.line(**look)
        made["words"] = Texts(self._axes)
        return made

    def _fill(self) -> None:
        pairs = list(zip(self._rows, self._places, strict=True))
        self._set_chosen([place for row, place in pairs if row.region == self._region])
        raised = BESIDE if self._doctor else 0.0
        for name, treated in (("treated", True), ("untreated", False)):
            found = [
                (row.change, place + raised * (row.shown.contrast is not None), row)
                for row, place in pairs
                if row.change is not None and row.shown.treated == treated
            ]
            firm, provisional = (
                [(change, y) for change, y, row in found if row.shown.provisional == wanted]
                for wanted in (False, True)
            )
            self._mark(name, firm, provisional)
        contrasts = [
            (row.shown.contrast, place - raised, row.shown.provisional)
            for row, place in pairs
            if self._doctor and row.shown.contrast is not None
        ]
        self._mark(
            "contrast",
            [(found, y) for found, y, provisional in contrasts if not provisional],
            [(found, y) for found, y, provisional in contrasts if provisional],
        )
        self._data["words"].put(self._words_of_rows())

    def _set_chosen(self, places: list[float]) -> None:
        band = self._data["chosen"]
        band.set_visible(bool(places))
        for place in places:
            left, right = self._ends
            band.set_bounds(left, place - self._pitch / 2, right - left, self._pitch)

    def _mark(self, name: str, firm: Marked, provisional: Marked) -> None:
        """Draw marks with their intervals; what leaves the axis ends in an arrow at its edge."""
        data, every = self._data, [*firm, *provisional]
        data[f"{name} interval"].set_data(*_intervals(firm))
        data[f"{name} provisional"].set_data(*_intervals(provisional))
        inside = [(e.value, y) for e, y in every if e.value <= HIGHEST]
        data[name].set_data(*_columns(inside))
        beyond = [y for e, y in every if e.high is None or max(e.high, e.value) > HIGHEST]
        data[f"{name} higher"].set_data([HIGHEST] * len(beyond), beyond)

    def _words_of_rows(self) -> list[Words]:
        """Name every region at the left, write its number and its days at the right."""
        from model.charts.texts import Words

        palette, (left, right) = self._palette, self._ends
        left, right = left + INSET * self._per_point, right - INSET * self._per_point
        number_at = right - (self._days_width + APART) * self._per_point
        words = []
        for place, row, name, number, days in zip(
            self._places, self._rows, self._cut, self._numbers, self._days, strict=True
        ):
            color = palette.mean if row.shown.treated else palette.faint
            y, chosen = place - RAISED * NAME_SIZE, row.region == self._region
            small = place - RAISED * DAYS_SIZE
            beside = row.shown.contrast if self._doctor else None
            raised = BESIDE if beside else 0.0
            words += [
                Words(left, y, "left", name, palette.text, NAME_SIZE, chosen),
                Words(number_at, y + raised, "right", number, color, NAME_SIZE, True),
                Words(right, small + raised, "right", days, palette.faint, DAYS_SIZE),
            ]
            if beside:
                shown, over = self._translated(estimated(beside.value)), small - raised
                common = self._translated(row.contrast_days)
                words += [
                    Words(number_at, over, "right", shown, palette.text, DAYS_SIZE + 0.5),
                    Words(right, over, "right", common, palette.faint, DAYS_SIZE),
                ]
            if row.lack:
                said = self._translated(row.lack)
                words.append(Words(LOWEST, small, "left", said, palette.faint, DAYS_SIZE + 0.5))
        return words


def _looks(palette: Palette) -> dict[str, dict[str, Any]]:
    """Return the marks, told apart by shape and fill."""
    square = {"marker": "s", "ls": "none", "mew": 1.3}
    return {
        "contrast": {"marker": "D", "ms": 3.6, "mew": 0.8, "ls": "none",
                     "mfc": palette.background, "mec": palette.text},
        "untreated": {**square, "ms": 6, "mfc": palette.background, "mec": palette.faint},
        "treated": {**square, "ms": 6, "mfc": palette.mean, "mec": palette.mean},
    }  # fmt: skip


def _intervals(found: Marked) -> tuple[list[float], list[float]]:
    """Return one line, broken by NaN, over all intervals as far as the axis shows them."""
    x: list[float] = []
    y: list[float] = []
    for estimate, at in found:
        high = HIGHEST if estimate.high is None else min(estimate.high, HIGHEST)
        x += [min(max(estimate.low, LOWEST), HIGHEST), high, float("nan")]
        y += [at, at, float("nan")]
    return x, y


def _columns(points: Iterable[tuple[float, float]]) -> tuple[list[float], list[float]]:
    listed = list(points)
    return [x for x, _ in listed], [y for _, y in listed]
