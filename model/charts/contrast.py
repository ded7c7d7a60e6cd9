"""A treated region and the untreated ones over time, both in percent of their baselines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.phases import session_days
from model.analysis.sentences import Sentence
from model.analysis.weeks import WEEK
from model.analysis.words import region_name
from model.charts.change_rows import percent
from model.charts.contrast_names import Axis, Name, names_of_phases
from model.charts.contrast_series import (
    Against,
    against,
    description,
    others_name,
    table,
)
from model.charts.keys import Key, mean_name, session_key
from model.charts.live import SENTENCE_ASIDE, SMALL, TITLE_SIZE, LiveChart, Margins
from model.charts.strokes import levels, uprights
from model.charts.view import View
from model.records.snapshot import day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist

    from model.charts.contrast_series import Column
    from model.charts.texts import Words

__all__ = ["ContrastChart", "description", "table"]

STEP, LEAST_TOP = 50, 125.0  # percent
FLOOR, ABOVE = -0.11, 0.19  # of the top: room for sessions below 0, for names above
TICK = (-0.09, -0.03)  # of the top: a session
ALONE: dict[str, Any] = {"marker": "o", "ms": 2.4, "mew": 0, "ls": "none"}
"""A mean between two gaps, which no line would show."""
DASHES, DOTS = (0, (4, 2)), (0, (2, 2))
NAMES_MOST = 120.0  # points at the right end, for the names of the lines
APART = 10.0  # points between two names, at least
ROW, HIGHEST = 11.0, 14.0  # points: height of a row of names; from the top to its foot
MOST_ABOVE = 0.6  # of the top, however low the chart is
SPELLED = 1.2  # how much wider a bold title is than its letters in the usual weight

UNIT = QT_TRANSLATE_NOOP("Chart", "% of the baseline, worst of the day")
UNIT_CHOSEN = QT_TRANSLATE_NOOP("Chart", "% of the baseline that the patient chose")
TITLE = QT_TRANSLATE_NOOP("Chart", "{region}, treated and untreated")
SHORT = QT_TRANSLATE_NOOP("Chart", "{number} (95 % {low} to {high}), {before} → {now} d")
MIDDLE = QT_TRANSLATE_NOOP(
    "Chart", "{number} against untreated, 95 % {low} to {high}, {before} → {now} d"
)
OPEN = QT_TRANSLATE_NOOP("Chart", "no limit")
AT = QT_TRANSLATE_NOOP(
    "Chart",
    "Mean of up to {days} days around {day}: {region} {treated} %, {others} {untreated} % of"
    " baseline",
)
PERCENT = QT_TRANSLATE_NOOP("Chart", "{value} %")


class ContrastChart(LiveChart):
    """Two lines in percent, solid for the treated region, dashed for the untreated ones."""

    dated: ClassVar[bool] = True
    margins: ClassVar[Margins] = Margins(left=34)
    _found: Against | None = None
    _seen: View | None = None

    # ---- What is shown ----

    def _collect(self, view: View, region: str) -> Sentence | None:
        if self._seen is None or view.snapshot is not self._seen.snapshot:
            self._sessions = session_days(view.snapshot)
        if view is not self._seen:
            self._seen, self._ends_width = view, self._width_of_names(view)
            self._known = dict[str, Against]()
        if region not in self._known:
            self._known[region] = against(view, region, self._sessions)
        self._found = self._known[region]
        return self._found.empty

    def _frame_of(self) -> tuple[object, ...]:
        found = self._shown()
        chosen = found.shown.baseline_chosen
        return found.first, found.last, found.width, self._ends_width, chosen

    def _title(self) -> Sentence | None:
        """Return the region with what is compared, alone where the contrast needs the room."""
        return self._words_above()[0]

    def _detail(self) -> Sentence | None:
        """Return the contrast as fully as there is room for it."""
        return self._words_above()[1]

    def _words_above(self) -> tuple[Sentence, Sentence]:
        """Return title and contrast: side by side, or where that is too narrow in two rows."""
        from model.charts.label import width_in_points

        name, summaries = self._shown().name, self._summaries()
        full = Sentence(TITLE, {"region": name}, "Chart")
        for title in (full, name):
            for detail in summaries[:2]:
                if self._fits(title, detail):
                    return title, detail
        width = self.points[0] - 2 * SENTENCE_ASIDE
        wide = [width_in_points(each.said(self._translate), SMALL) for each in summaries]
        rows = (each for each, points in zip(summaries, wide, strict=True) if points <= width)
        return full, next(rows, summaries[-1])

    def _fits(self, title: Sentence, detail: Sentence) -> bool:
        from model.charts.label import width_in_points

        name, more = (said.said(self._translate) for said in (title, detail))
        wide = SPELLED * width_in_points(name, TITLE_SIZE) + width_in_points(more, SMALL)
        return wide <= self._inner[0]

    def _summaries(self) -> tuple[Sentence, ...]:
        """Return the contrast in words, the longest first."""
        found, contrast = self._shown(), self._shown().shown.contrast
        if contrast is None:
            return (found.summary,)
        fields = dict(found.summary.fields)
        fields |= {"low": percent(contrast.low)}
        fields |= {"high": self.said(OPEN) if contrast.high is None else percent(contrast.high)}
        shorter = (Sentence(text, fields, "Chart") for text in (MIDDLE, SHORT))
        return (found.summary, *shorter)

    def _unit(self) -> str:
        return self.said(UNIT_CHOSEN if self._shown().shown.baseline_chosen else UNIT)

    def _keys(self) -> tuple[Key, ...]:
        palette = self._palette
        return (
            Key(mean_name(self._shown().width, self.said), {"color": palette.mean, "lw": 1.8}),
            session_key(palette, self.said),
        )

    def _said_at(self, x: float, y: float) -> Sentence | None:
        import numpy as np

        del y
        found = self._shown()
        away = np.abs(found.x - x)
        nearest = away.min()  # of all: the nearest one that is known may lie across a gap
        known = np.flatnonzero((away == nearest) & np.isfinite(found.treated))
        reach = found.width / 2 if found.width > WEEK else 0.5  # how far its mark stands for it
        if nearest > reach or not known.size:
            return None
        at = known[0]
        fields = {
            "days": found.width,
            "day": day_of(round(float(found.x[at]))),
            "region": found.name,
            "others": found.others,
            "treated": round(float(found.treated[at])),
            "untreated": round(float(found.untreated[at])),
        }
        return Sentence(AT, fields, "Chart")

    def _shown(self) -> Against:
        if self._found is None:
            raise ValueError("nothing is shown yet")
        return self._found

    # ---- The frame ----

    def _room(self) -> Margins:
        return replace(self.margins, right=self._ends_width + 12)

    def _width_of_names(self, view: View) -> float:
        """Return the room that every region's name takes, so that a switch moves nothing."""
        from model.charts.label import width_in_points

        compared = [shown for shown in view.progress.regions if shown.contrast and shown.treated]
        said = [
            name.said(self._translate)
            for shown in compared
            for name in (
                region_name(shown.region, view.snapshot),
                others_name(view, shown.contrast_with),
            )
        ]
        widest = max((SPELLED * width_in_points(name, SMALL) for name in said), default=0.0)
        return min(widest, NAMES_MOST)

    def _dress(self) -> None:
        self._axes.set_yticks([])

    def _lay_out(self) -> None:
        found = self._shown()
        self.set_dates(found.first, found.last)

    # ---- The data ----

    def _artists(self) -> dict[str, Artist]:
        from matplotlib.patches import Rectangle

        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        made: dict[str, Any] = {
            "window": axes.add_patch(Rectangle((0, 0), 0, 0, color=palette.baseline, lw=0)),
            "grid": self.line(color=palette.grid, lw=0.8),
            "hundred": self.line(color=palette.faint, lw=1.0),
            "phase": self.line(color=palette.faint, lw=0.8, ls=DOTS),
            "untreated": self.line(color=palette.faint, lw=1.6, ls=DASHES),
            "untreated alone": self.line(color=palette.faint, **ALONE),
            "treated": self.line(color=palette.mean, lw=2.0),
            "treated alone": self.line(color=palette.mean, **ALONE),
            "sessions": self.line(color=palette.session, lw=1.1),
            "words": Texts(axes),
        }
        return made

    def _fill(self) -> None:
        import numpy as np

        found, data = self._shown(), self._data
        highest = float(np.nanmax([np.nanmax(found.treated), np.nanmax(found.untreated)]))
        self._top = max(LEAST_TOP, highest * 1.03)
        names = self._names_of_phases()
        floor, top = FLOOR * self._top, self._top * (1 + self._room_above(names))
        self._axes.set_ylim(floor, top)
        left, right = self._axes.get_xlim()
        marked = range(0, int(self._top) + 1, STEP * (1 + int(self._top // 400)))
        data["grid"].set_data(*levels(marked, left, right))
        data["hundred"].set_data([left, right], [100, 100])
        for name, column in (("treated", found.treated), ("untreated", found.untreated)):
            data[name].set_data(found.x, column)
            data[f"{name} alone"].set_data(found.x, _alone(column))
        ends = (self._top * end for end in TICK)
        data["sessions"].set_data(*uprights(found.sessions.tolist(), *ends))
        words = [*self._set_phases(names, floor, top), *self._names_of_lines()]
        words += self._percents(marked, left)
        data["words"].put(words)

    def _percents(self, marked: range, left: float) -> list[Words]:
        from model.charts.texts import Words

        words = []
        for value in marked:
            x, y = left - 3 * self._day_per_point(), value - 4.6 * self._percent_per_point()
            text = self.said(PERCENT).format(value=value)
            words.append(Words(x, y, "right", text, self._palette.faint))
        return words

    def _set_phases(self, names: Sequence[Name], floor: float, top: float) -> list[Words]:
        """Shade the baseline and mark where phases begin; return the names in their places."""
        from model.charts.texts import Words

        phases = self._shown().shown.phases
        window = self._data["window"]
        if phases is None or phases.baseline is None:
            window.set_visible(False)
            return []
        starts, ends = (day_number(day) for day in phases.baseline)
        window.set_visible(True)
        window.set_bounds(starts - 0.5, floor, ends - starts + 1, top - floor)
        borders = [
            x for a, b in phases.inductions for x in (day_number(a) - 0.5, day_number(b) + 0.5)
        ]
        self._data["phase"].set_data(*uprights(borders, floor, top))
        color, per_point = self._palette.text, self._percent_per_point()
        feet = [top - (HIGHEST + row * ROW) * per_point for row in (0, 1)]
        return [Words(name.day, feet[name.row], name.side, name.text, color) for name in names]

    def _names_of_phases(self) -> list[Name]:
        shown = self._shown().shown
        if shown.phases is None:
            return []
        axis = Axis(*self._axes.get_xlim(), self._day_per_point())
        return names_of_phases(shown.phases, shown.baseline_chosen, axis, self.said)

    def _room_above(self, names: Sequence[Name]) -> float:
        """Return how much of the top the axis goes on above it, for so many rows of names."""
        rows = max((name.row for name in names), default=0)
        free = HIGHEST + rows * ROW
        needed = (1 - FLOOR) * free / max(self._inner[1] - free, 1)
        return max(ABOVE, min(needed, MOST_ABOVE))

    def _names_of_lines(self) -> list[Words]:
        """Name both lines at the right end, one above the other where they end together."""
        import numpy as np

        from model.charts.texts import Words, cut

        found, palette, per_point = self._shown(), self._palette, self._percent_per_point()
        ends = [
            float(column[np.isfinite(column)][-1]) for column in (found.treated, found.untreated)
        ]
        apart = APART * per_point
        middle = sum(ends) / 2
        if abs(ends[0] - ends[1]) < apart:
            up = 1 if ends[0] >= ends[1] else -1
            ends = [middle + up * apart / 2, middle - up * apart / 2]
        x = self._axes.get_xlim()[1] + 4 * self._day_per_point()
        names = [
            cut(name.said(self._translate), self._ends_width, SMALL)
            for name in (found.name, found.others)
        ]
        low = 4.6 * per_point
        return [
            Words(x, ends[0] - low, "left", names[0], palette.mean, SMALL, True),
            Words(x, ends[1] - low, "left", names[1], palette.faint, SMALL),
        ]

    def _day_per_point(self) -> float:
        left, right = self._axes.get_xlim()
        return float(right - left) / self._inner[0]

    def _percent_per_point(self) -> float:
        low, high = self._axes.get_ylim()
        return float(high - low) / self._inner[1]


def _alone(column: Column) -> Column:
    """Keep the means between two gaps, NaN in place of all others."""
    import numpy as np

    gap = np.isnan(np.concatenate(([np.nan], column, [np.nan])))
    return np.where(gap[:-2] & gap[2:], column, np.nan)
