"""The chart of periods of constant settings: a row each, with its mean severity and its figures."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.doses import sessions_by_region
from model.analysis.epochs import (
    RANKED_FROM_DAYS,
    RANKED_FROM_SESSIONS,
    Epoch,
    settings_in_words,
)
from model.analysis.sentences import Sentence, span_text
from model.charts.epoch_rows import (
    Shown,
    description,
    epoch_in_words,
    shown,
    standing,
    table,
)
from model.charts.keys import BAND_KEY, Key, band_key, hollow_look
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.style import Palette
from model.charts.view import FOR_DOCTOR, View
from model.records.snapshot import Snapshot
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from model.charts.texts import Words

__all__ = ["EpochsChart", "description", "table"]

PITCH, LEAST_PITCH, MOST_PITCH = 34.0, 24.0, 42.0  # points a row
HEADS, TICKS, LINE, EDGE = 19.0, 13.0, 11.0, 4.0  # points: column heads, ticks, notes, below all
NAMED = 12.5  # points from the upper edge of a row to the foot of its words
APART, LEAST_STRIP = 12.0, 90.0  # points between two columns; width of the scale
PAD = 5.0  # points around the scale, for marks at its ends
WIDER = 1.05  # words on a screen than at the 72 dpi at which they are measured
HALF_BOX = 3.5  # points: half the height of a quartile box

UNIT = QT_TRANSLATE_NOOP("Chart", "Worst of the day, 0 = dry to 10")
MEAN_KEY = QT_TRANSLATE_NOOP("Chart", "mean of the period")
HOLLOW_KEY = QT_TRANSLATE_NOOP("Chart", "not ranked")
HOLLOW_MEAN_KEY = QT_TRANSLATE_NOOP("Chart", "mean of the period, not ranked")
HEAD_MEAN = QT_TRANSLATE_NOOP("Chart", "mean")
HEAD_RATED = QT_TRANSLATE_NOOP("Chart", "days rated")
HEAD_DONE = QT_TRANSLATE_NOOP("Chart", "sessions")
HEAD_PLANNED = QT_TRANSLATE_NOOP("Chart", "done / planned")
HEAD_REACTIONS = QT_TRANSLATE_NOOP("Chart", "reactions")
HEAD_RANK = QT_TRANSLATE_NOOP("Chart", "rank by mean")
ROW = QT_TRANSLATE_NOOP("Chart", "{period}  {settings}")
IN_INDUCTION = QT_TRANSLATE_NOOP("Chart", "rated days in an induction: {days}")
DONE_OF_PLANNED = QT_TRANSLATE_NOOP("Chart", "{done} / {planned}")
RANK_NOTE = QT_TRANSLATE_NOOP(
    "Chart", "Rank 1: lowest mean. Too short to rank: under {days} days or {sessions} sessions."
)
NO_RANKS_NOTE = QT_TRANSLATE_NOOP(
    "Chart",
    "No ranks: fewer than two periods can be compared (at least {days} days and {sessions}"
    " sessions).",
)
INDUCTION_NOTE = QT_TRANSLATE_NOOP(
    "Chart", "Left out of the comparison, because mostly in an induction: {count}."
)
NUMBERED = QT_TRANSLATE_NOOP("Chart", "No. {number}  {row}")
EARLIER_NOTE = QT_TRANSLATE_NOOP("Chart", "Earlier periods, in the table only: {count}.")


@dataclass(frozen=True)
class Column:
    """Figures of the rows, right of the scale; `wide` in points, `edge` from the right end."""

    head: str
    values: tuple[str, ...]
    wide: float
    edge: float


class EpochsChart(LiveChart):
    """Rows by time: dates and settings over a scale with mean and middle half, figures beside it.

    x is severity, so scaled that the figures have room; y counts points below the upper edge.
    """

    margins: ClassVar[Margins] = Margins(left=10, right=10, below=0)
    reads: ClassVar[frozenset[str]] = frozenset({FOR_DOCTOR})

    @classmethod
    def height_of(cls, view: View, region: str) -> float | None:
        """Return the height in points of all rows, with heads above and notes below."""
        found = shown(view, region)
        if found.empty:
            return None
        notes = 1 + bool(found.inductions) + bool(found.earlier) + bool(found.moved)
        return cls.margins.titled + HEADS + PITCH * len(found.rows) + TICKS + LINE * notes + EDGE

    # ---- What is shown ----

    _of: Snapshot | None = None
    _found: Shown

    def _collect(self, view: View, region: str) -> Sentence | None:
        if self._of is not view.snapshot:
            self._of, self._known = view.snapshot, dict[str, Shown]()
            self._sessions = sessions_by_region(view.snapshot)
        if region not in self._known:
            self._known[region] = shown(view, region, self._sessions)
        self._found = self._known[region]
        self._is_numbered = view.for_doctor
        if self._found.empty is None:
            self._columns = self._measured()
        return self._found.empty

    def _frame_of(self) -> tuple[object, ...]:
        columns = tuple((column.head, column.edge) for column in self._columns)
        found = self._found
        notes = found.are_ranked, found.inductions, found.earlier, found.moved
        return len(found.rows), *notes, found.drawn, columns

    def _title(self) -> Sentence | None:
        return self._found.title

    def _detail(self) -> Sentence | None:
        return self._found.detail

    def _unit(self) -> str:
        return self.said(UNIT)

    def _keys(self) -> tuple[Key, ...]:
        """Name what is drawn, and nothing else."""
        palette, (is_firm, is_weak) = self._palette, self._found.drawn
        hollow = self.said(HOLLOW_KEY if is_firm else HOLLOW_MEAN_KEY)
        weak = (Key(hollow, _hollow(palette), dot=True),) if is_weak else ()
        if not is_firm:
            return (*weak, Key(self.said(BAND_KEY), _thin(palette)))
        mean = {"color": palette.mean, "marker": "o", "ms": 6}
        return (Key(self.said(MEAN_KEY), mean, dot=True), band_key(palette, self.said), *weak)

    def _measured(self) -> tuple[Column, ...]:
        """Return the columns of figures, the last of them at the right end."""
        from model.charts.label import width_in_points

        columns: list[Column] = []
        edge = 0.0
        for head, values in reversed(self._figures()):
            wide = max(width_in_points(text, SMALL) for text in (head, *values))
            columns.insert(0, Column(head, values, wide, edge))
            edge += wide + APART
        return tuple(columns)

    def _figures(self) -> list[tuple[str, tuple[str, ...]]]:
        rows = self._found.rows
        planned = any(epoch.planned is not None for epoch in rows)
        ranks = (
            standing(epoch) or Sentence("{rank}", {"rank": epoch.rank}, context="")
            for epoch in rows
        )
        return [
            (
                self.said(HEAD_MEAN),
                tuple("–" if epoch.mean is None else f"{epoch.mean:.1f}" for epoch in rows),
            ),
            (self.said(HEAD_RATED), tuple(str(epoch.rated) for epoch in rows)),
            (
                self.said(HEAD_PLANNED if planned else HEAD_DONE),
                tuple(self._done(epoch) for epoch in rows),
            ),
            (self.said(HEAD_REACTIONS), tuple(str(epoch.reactions) for epoch in rows)),
            (self.said(HEAD_RANK), tuple(rank.said(self._translate) for rank in ranks)),
        ]

    def _done(self, epoch: Epoch) -> str:
        if epoch.planned is None:
            return str(epoch.done)
        return self.said(DONE_OF_PLANNED).format(done=epoch.done, planned=epoch.planned)

    # ---- How it is laid out ----

    def _dress(self) -> None:
        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        axes.set_xticks([])
        axes.set_yticks([])
        self._lines: Any = self.line(color=palette.grid, lw=0.8, zorder=0.5)
        self._standing = Texts(axes)

    def _artists(self) -> dict[str, Artist]:
        from matplotlib.collections import PolyCollection

        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        return {
            "band": axes.add_collection(PolyCollection([], color=palette.dot, alpha=0.45, lw=0)),
            "thin": self.line(**_thin(palette)),
            "hollow": self.line(ls="none", **_hollow(palette)),
            "means": self.line(ls="none", color=palette.mean, marker="o", ms=6.5, mew=0),
            "words": Texts(axes),
        }

    def _lay_out(self) -> None:
        width, height = self._inner
        beside = max(column.edge + column.wide for column in self._columns) + APART
        strip = max(width - beside - 2 * PAD, LEAST_STRIP)
        self._per_point = 10 / strip
        self._right = 10 + (PAD + beside) * self._per_point
        self._left = self._right - width * self._per_point
        self._axes.set_xlim(self._left, self._right)
        self._axes.set_ylim(-height, 0)
        notes = self._notes()
        room = height - HEADS - TICKS - LINE * len(notes) - EDGE
        rows = len(self._found.rows)
        self._pitch = min(max(room / rows, LEAST_PITCH), MOST_PITCH)
        self._tops = [-HEADS - self._pitch * row for row in range(rows + 1)]
        self._set_standing(notes)

    def _at(self, column: Column) -> float:
        """Return where the right end of a column of figures lies."""
        return self._right - column.edge * self._per_point

    def _notes(self) -> list[str]:
        """Say below the rows what a rank is, and what is not there."""
        rule = {"days": RANKED_FROM_DAYS, "sessions": RANKED_FROM_SESSIONS}
        about_ranks = RANK_NOTE if self._found.are_ranked else NO_RANKS_NOTE
        notes = [self.said(about_ranks).format(**rule)]
        if self._found.inductions:
            notes.append(self.said(INDUCTION_NOTE).format(count=self._found.inductions))
        if self._found.earlier:
            notes.append(self.said(EARLIER_NOTE).format(count=self._found.earlier))
        if self._found.moved:
            notes.append(self._found.moved.said(self._translate))
        return notes

    def _set_standing(self, notes: list[str]) -> None:
        """Draw scales, lines between the rows, heads of the columns and notes."""
        from model.charts.texts import Words

        faint = self._palette.faint
        x: list[float] = []
        y: list[float] = []
        for top in self._tops:
            x += [self._left, self._right, nan]
            y += [top, top, nan]
        for top in self._tops[:-1]:
            for mark in (0, 5, 10):
                x += [mark, mark, nan]
                y += [top - NAMED - 3, top - self._pitch + 2, nan]
        self._lines.set_data(x, y)
        words = [
            Words(self._at(column), 3 - HEADS, "right", column.head, faint)
            for column in self._columns
        ]
        below = self._tops[-1] - TICKS + 2
        words += [Words(mark, below, "center", str(mark), faint) for mark in (0, 5, 10)]
        words += [
            Words(self._left, below - LINE * number, "left", note, faint)
            for number, note in enumerate(notes, 1)
        ]
        self._standing.put(words)

    # ---- What a choice of the region moves ----

    def _fill(self) -> None:
        data, placed = self._data, list(zip(self._found.rows, self._tops, strict=False))
        known = [
            (epoch, self._middle(top), epoch.mean, epoch.low or 0.0, epoch.high or 0.0)
            for epoch, top in placed
            if epoch.mean is not None
        ]
        firm = [each for each in known if each[0].ranked]
        weak = [each for each in known if not each[0].ranked]
        for name, group in (("means", firm), ("hollow", weak)):
            data[name].set_data([each[2] for each in group], [each[1] for each in group])
        data["band"].set_verts([_box(low, high, y) for _, y, _, low, high in firm])
        data["thin"].set_data(
            [x for _, _, _, low, high in weak for x in (low, high, nan)],
            [at for _, y, _, _, _ in weak for at in (y, y, nan)],
        )
        data["words"].put([*self._names(), *self._values()])

    def _middle(self, top: float) -> float:
        """Return the middle of the scale of a row."""
        return top - NAMED - (self._pitch - NAMED) / 2 - 0.5

    def _names(self) -> list[Words]:
        """Write dates and settings over each row, and how many of its days to take with care."""
        from model.charts.label import width_in_points
        from model.charts.texts import Words, cut

        words = []
        rows = zip(self._found.rows, self._tops, strict=False)
        for number, (epoch, top) in enumerate(rows, self._found.earlier + 1):
            color = self._palette.text if epoch.ranked else self._palette.faint
            foot = top - NAMED + 2
            care = ""
            if epoch.in_induction and epoch.mean is not None:
                care = self.said(IN_INDUCTION).format(days=epoch.in_induction)
                words.append(Words(self._right, foot, "right", care, self._palette.faint))
            room = self._inner[0] / WIDER - bool(care) * (width_in_points(care, SMALL) + APART)
            name = cut(self._name(epoch, number), room, SMALL)
            words.append(Words(self._left, foot, "left", name, color))
        return words

    def _name(self, epoch: Epoch, number: int) -> str:
        row = self.said(ROW).format(
            period=span_text(epoch.starts, epoch.ends, self._translate),
            settings=settings_in_words(epoch).said(self._translate),
        )
        return self.said(NUMBERED).format(number=number, row=row) if self._is_numbered else row

    def _values(self) -> list[Words]:
        from model.charts.texts import Words

        palette = self._palette
        return [
            Words(
                self._at(column),
                self._middle(top) - 4,
                "right",
                value,
                palette.text if epoch.ranked else palette.faint,
                bold=epoch.rank == 1 and column is self._columns[-1],
            )
            for column in self._columns
            for epoch, top, value in zip(self._found.rows, self._tops, column.values, strict=False)
        ]

    def _said_at(self, x: float, y: float) -> Sentence | None:
        del x
        row = int((-y - HEADS) // self._pitch)
        if not 0 <= row < len(self._found.rows):
            return None
        number = self._found.earlier + row + 1
        return epoch_in_words(self._found.rows[row], number if self._is_numbered else None)


def _hollow(palette: Palette) -> dict[str, Any]:
    return hollow_look(palette.missing, palette, 6, 1.1)


def _thin(palette: Palette) -> dict[str, Any]:
    return {"color": palette.missing, "lw": 1.2}


def _box(low: float, high: float, y: float) -> list[tuple[float, float]]:
    """Return the box of the middle half; where all ratings are alike it keeps a width."""
    low, high = (low - 0.04, high + 0.04) if isnan(high) or high <= low else (low, high)
    top, foot = y + HALF_BOX, y - HALF_BOX
    return [(low, foot), (low, top), (high, top), (high, foot)]
