"""A treated region and the untreated ones over time, both in percent of their baselines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from model.analysis.phases import Phases, session_days
from model.analysis.sentences import Sentence
from model.analysis.words import region_name
from model.charts.change_rows import percent
from model.charts.contrast_series import (
    Against,
    against,
    description,
    others_name,
    table,
)
from model.charts.keys import Key, mean_name, session_key
from model.charts.live import SMALL, TITLE_SIZE, LiveChart, Margins
from model.charts.strokes import levels, uprights
from model.charts.view import View
from model.records.snapshot import day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

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
NAMED_BASELINE, NAMED_INDUCTION = 95.0, 150.0  # points that the names of phases take
SIDES: tuple[Literal["right"], Literal["left"]] = ("right", "left")
WIDER = 1.05  # words on a screen than at the 72 dpi at which they are measured
SPELLED = 1.2  # how much wider a bold title is than its letters in the usual weight

UNIT = QT_TRANSLATE_NOOP("Chart", "% of the baseline, worst of the day")
UNIT_CHOSEN = QT_TRANSLATE_NOOP("Chart", "% of the baseline that the patient chose")
BASELINE = QT_TRANSLATE_NOOP("Chart", "baseline = 100 %")
CHOSEN = QT_TRANSLATE_NOOP("Chart", "chosen baseline = 100 %")
FIRST = QT_TRANSLATE_NOOP("Chart", "first session")
ENDS = QT_TRANSLATE_NOOP("Chart", "induction ends")
ENDS_MOVED = QT_TRANSLATE_NOOP("Chart", "induction ends (moved by the patient)")
MOVED = QT_TRANSLATE_NOOP("Chart", "end moved")
TITLE = QT_TRANSLATE_NOOP("Chart", "{region}, treated and untreated")
SHORT = QT_TRANSLATE_NOOP("Chart", "{number} ({low} to {high}), {before} → {now} d")
MIDDLE = QT_TRANSLATE_NOOP(
    "Chart", "{number} against untreated, 95 % {low} to {high}, {before} → {now} d"
)
OPEN = QT_TRANSLATE_NOOP("Chart", "no limit")
AT = QT_TRANSLATE_NOOP("Chart", "{day}: {region} {treated} %, {others} {untreated} % of baseline")
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
        name = self._shown().name
        full = Sentence(TITLE, {"region": name}, "Chart")
        return full if self._fits(full, self._summaries()[-1]) else name

    def _detail(self) -> Sentence | None:
        """Return the contrast as fully as there is room beside the title."""
        title, summaries = self._title() or self._shown().name, self._summaries()
        return next((said for said in summaries if self._fits(title, said)), summaries[-1])

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
        known = np.flatnonzero(np.isfinite(found.treated))
        at = known[np.argmin(np.abs(found.x[known] - x))]
        if abs(found.x[at] - x) > found.width / 2:
            return None
        fields = {
            "day": day_of(round(x)),
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
        floor, top = FLOOR * self._top, self._top * (1 + ABOVE)
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
        words = [*self._set_phases(floor, top), *self._names_of_lines()]
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

    def _set_phases(self, floor: float, top: float) -> list[Words]:
        """Shade the baseline and mark where phases begin; return their names."""
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
        return self._names_of_phases(starts, phases)

    def _names_of_phases(self, starts: int, phases: Phases) -> list[Words]:
        """Name the baseline, and the first session beside it, or below where it is too short."""
        from model.charts.texts import Words

        (left, right), color = self._axes.get_xlim(), self._palette.text
        upper, lower = self._top * (1 + ABOVE) - 14 * self._percent_per_point(), self._top * 1.01
        first, ends = (day_number(day) for day in phases.inductions[0])
        per_point = self._day_per_point()
        words = []
        if left <= starts <= right:
            text = CHOSEN if self._shown().shown.baseline_chosen else BASELINE
            words.append(Words(starts, upper, "left", self.said(text), color))
        if left <= first <= right:
            y = upper if first - starts > NAMED_BASELINE * per_point else lower
            words.append(Words(first, y, "left", self.said(FIRST), color))
        is_moved = phases.inductions[0][1] == phases.moved
        if not is_moved and ends <= right and ends - first > NAMED_INDUCTION * per_point:
            words.append(Words(ends, upper, "right", self.said(ENDS), color))
        return words + self._name_of_moved(phases.moved, words, (upper, lower))

    def _name_of_moved(
        self, moved: date | None, taken: Sequence[Words], rows: tuple[float, float]
    ) -> list[Words]:
        """Name the end that the patient moved, beside it where no other name stands."""
        from model.charts.texts import Words

        (left, right), per_point = self._axes.get_xlim(), self._day_per_point()
        if moved is None or not left <= (ends := day_number(moved)) <= right:
            return []
        full, short = self.said(ENDS_MOVED), self.said(MOVED)
        names = [
            Words(ends, row, side, text, self._palette.text)
            for text in (full, short)
            for row in rows
            for side in SIDES
        ]
        blocked = [self._days_of(each) for each in taken]
        for row in rows:  # the last resort: behind the other names
            behind = [high for each, (_, high) in zip(taken, blocked, strict=True) if each.y == row]
            at = max([ends, *(high + 6 * per_point for high in behind)])
            names += [Words(at, row, "left", text, self._palette.text) for text in (full, short)]
        for name in names:
            begins, until = self._days_of(name)
            apart = all(
                name.y != other.y or until + 4 * per_point < low or high + 4 * per_point < begins
                for other, (low, high) in zip(taken, blocked, strict=True)
            )
            if apart and left <= begins and until <= right:
                return [name]
        return []

    def _days_of(self, name: Words) -> tuple[float, float]:
        """Return from where to where on the axis a name stands."""
        from model.charts.label import width_in_points

        wide = WIDER * width_in_points(name.text, name.size) * self._day_per_point()
        return (name.x - wide, name.x) if name.side == "right" else (name.x, name.x + wide)

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
