"""The chart of sessions done within what was planned, and of their dose, over the calendar."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.doses import Doses, doses, sessions_by_region
from model.analysis.sentences import Sentence
from model.charts.dose_bars import Shown, description, dose_text, shown, table
from model.charts.keys import Key, hollow_look
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.strokes import levels
from model.charts.style import Palette
from model.charts.view import View
from model.records.snapshot import Snapshot, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from matplotlib.artist import Artist

    Column = npt.NDArray[np.floating[Any]]

__all__ = ["DosesChart", "description", "table"]

DOSE_SHARE, GAP, EDGE = 0.27, 17.0, 3.0  # of the height, the rest in points; dose lies below
PART = 0.78  # of its weeks that a bar takes
STEPS = (1, 2, 3, 4, 5, 6, 8, 10)  # tops of an axis, times a power of ten
UNITS = {
    1: QT_TRANSLATE_NOOP("Chart", "Sessions a week"),
    4: QT_TRANSLATE_NOOP("Chart", "Sessions in 4 weeks"),
    13: QT_TRANSLATE_NOOP("Chart", "Sessions in 13 weeks"),
}
DOSE_UNITS = {
    1: QT_TRANSLATE_NOOP("Chart", "Dose a week, mA × min as the device displayed"),
    4: QT_TRANSLATE_NOOP("Chart", "Dose in 4 weeks, mA × min as the device displayed"),
    13: QT_TRANSLATE_NOOP("Chart", "Dose in 13 weeks, mA × min as the device displayed"),
}
DONE_KEY = QT_TRANSLATE_NOOP("Chart", "done")
PLANNED_KEY = QT_TRANSLATE_NOOP("Chart", "planned")
UNSTATED_KEY = QT_TRANSLATE_NOOP("Chart", "mA or minutes not stated")


class DosesChart(LiveChart):
    """Bars of sessions within the outlines of what was planned, and bars of dose below them.

    Both stand on one axes, upwards in points: dose from EDGE on, sessions above a gap.
    """

    dated: ClassVar[bool] = True

    # ---- What is shown ----

    _of: Snapshot | None = None
    _found: Shown

    def _collect(self, view: View, region: str) -> Sentence | None:
        if self._of is not view.snapshot:
            self._of, self._known = view.snapshot, dict[str, Doses]()
            self._sessions = sessions_by_region(view.snapshot)
        if region not in self._known:
            self._known[region] = doses(view.snapshot, region, self._sessions)
        self._found = shown(view, region, self._known[region])
        return self._found.empty

    def _frame_of(self) -> tuple[object, ...]:
        found, bars = self._found, self._found.bars
        self._tops = _top((bars.sessions, bars.planned)), _top((bars.dose,))
        self._some_planned = bool((bars.planned > 0).any())
        self._some_unstated = bool(bars.unstated.any())
        shape = found.first, found.last, bars.width
        return (*shape, self._tops, self._some_planned, self._some_unstated)

    def _title(self) -> Sentence | None:
        return self._found.title

    def _detail(self) -> Sentence | None:
        return self._found.detail

    def _unit(self) -> str:
        return self.said(UNITS[self._found.bars.width])

    def _keys(self) -> tuple[Key, ...]:
        palette = self._palette
        keys = [Key(self.said(DONE_KEY), {"color": palette.dot, **_SQUARE, "mew": 0}, dot=True)]
        if self._some_planned:
            look = {"color": palette.text, **_SQUARE, "mfc": palette.background}
            keys.append(Key(self.said(PLANNED_KEY), look, dot=True))
        if self._some_unstated:
            keys.append(Key(self.said(UNSTATED_KEY), _hollow(palette), dot=True))
        return tuple(keys)

    # ---- How it is laid out ----

    def _room(self) -> Margins:
        from model.charts.label import width_in_points

        if self._empty is not None or self._view is None:
            return self.margins
        widest = max(width_in_points(f"{top:g}", SMALL) for top in self._tops)
        return replace(self.margins, left=max(self.margins.left, widest + 10))

    def _dress(self) -> None:
        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        axes.set_yticks([])
        self._grid: Any = self.line(color=palette.grid, lw=0.8, zorder=0.5)
        self._standing = Texts(axes)

    def _artists(self) -> dict[str, Artist]:
        from matplotlib.collections import PolyCollection

        axes, palette = self._axes, self._palette
        return {
            "dose": axes.add_collection(PolyCollection([], color=palette.dot, alpha=0.6, lw=0)),
            "sessions": axes.add_collection(PolyCollection([], color=palette.dot, lw=0)),
            "planned": self.line(color=palette.text, lw=0.9),
            "unstated": self.line(ls="none", **_hollow(palette)),
        }

    def _lay_out(self) -> None:
        height = self._inner[1]
        found, (most, most_dose) = self._found, self._tops
        self.set_dates(found.first, found.last)
        self._axes.set_ylim(0, height)
        dose_top = EDGE + DOSE_SHARE * (height - GAP)
        self._floor = dose_top + GAP
        self._per_session = (height - EDGE - self._floor) / most
        self._per_dose = (dose_top - EDGE) / most_dose
        self._set_standing(dose_top)

    def _set_standing(self, dose_top: float) -> None:
        """Draw lines and numbers at the levels of both axes, and name the dose."""
        from model.charts.texts import Words

        palette, found, (most, most_dose) = self._palette, self._found, self._tops
        left, right = self._axes.get_xlim()
        per_point = (right - left) / self._inner[0]
        counts = [0, most // 2, most] if most % 2 == 0 else [0, most]
        marked = [(self._floor + n * self._per_session, f"{n:g}") for n in counts]
        marked += [(EDGE, "0"), (dose_top, f"{most_dose:g}")]
        self._grid.set_data(*levels((level for level, _ in marked), left, right))
        words = [
            Words(left - 4 * per_point, level - 3.5, "right", number, palette.faint)
            for level, number in marked
        ]
        unit = self.said(DOSE_UNITS[found.bars.width])
        words.append(Words(left, dose_top + 2, "left", unit, palette.faint))
        self._standing.put(words)

    # ---- What a choice of the region moves ----

    def _fill(self) -> None:
        import numpy as np

        data, bars = self._data, self._found.bars
        middle = (bars.starts + bars.ends) / 2
        half = PART * (bars.ends - bars.starts + 1) / 2
        low, high = middle - half, middle + half
        done = self._floor + self._per_session * bars.sessions
        data["sessions"].set_verts(_boxes(low, high, self._floor, done))
        planned = self._floor + self._per_session * bars.planned
        data["planned"].set_data(*_outlines(low, high, self._floor, planned))
        dose = EDGE + self._per_dose * np.nan_to_num(bars.dose)
        data["dose"].set_verts(_boxes(low, high, EDGE, dose))
        unstated = bars.unstated > 0
        data["unstated"].set_data(middle[unstated], dose[unstated] + EDGE)

    def _said_at(self, x: float, y: float) -> Sentence | None:
        del y
        bars = self._found.bars
        at = int(bars.starts.searchsorted(x + 0.5, side="right")) - 1
        if at < 0 or x >= bars.ends[at] + 0.5:
            return None
        fields: dict[str, object] = {
            "first": day_of(int(bars.starts[at])),
            "last": day_of(int(bars.ends[at])),
            "sessions": int(bars.sessions[at]),
            "unstated": int(bars.unstated[at]),
        }
        said = Sentence(_HERE, fields, "Chart")
        if not isnan(bars.planned[at]):
            more = {"done": int(bars.done[at]), "planned": int(bars.planned[at])}
            said = Sentence(_HERE_PLANNED, {"said": said, **more}, "Chart")
        if not isnan(bars.dose[at]):
            dose = {"dose": dose_text(float(bars.dose[at]))}
            said = Sentence(_HERE_DOSE, {"said": said, **dose}, "Chart")
        if bars.unstated[at]:
            said = Sentence(_HERE_UNSTATED, {"said": said, **fields}, "Chart")
        return said


_HERE = QT_TRANSLATE_NOOP("Chart", "{first} – {last}: sessions: {sessions}")
_HERE_PLANNED = QT_TRANSLATE_NOOP("Chart", "{said}; planned sessions done: {done} of {planned}")
_HERE_DOSE = QT_TRANSLATE_NOOP("Chart", "{said}; {dose} mA × min")
_HERE_UNSTATED = QT_TRANSLATE_NOOP("Chart", "{said}; mA or minutes not stated: {unstated}")
_SQUARE = {"marker": "s", "ms": 6.5}


def _hollow(palette: Palette) -> dict[str, Any]:
    return hollow_look(palette.session, palette, 4.5, 1.1)


def _top(columns: tuple[npt.NDArray[Any], ...]) -> int:
    """Return a round number that no value is above, at least 1."""
    import numpy as np

    most = max(float(np.nan_to_num(column).max(initial=1)) for column in columns)
    power = 10 ** (len(str(int(most))) - 1)
    return int(next(step * power for step in STEPS if step * power >= most))


def _boxes(low: Column, high: Column, floor: float, top: Column) -> Column:
    """Return a rectangle (4, 2) for each bar that stands above its floor."""
    import numpy as np

    base = np.full_like(top, floor)
    corners = np.stack((low, base, low, top, high, top, high, base), axis=1)
    return corners.reshape(-1, 4, 2)[top > floor]


def _outlines(low: Column, high: Column, floor: float, top: Column) -> tuple[Column, Column]:
    """Return one line, broken by NaN, around every bar that was planned."""
    import numpy as np

    kept = top > floor
    low, high, top = low[kept], high[kept], top[kept]
    base, gap = np.full_like(top, floor), np.full_like(top, np.nan)
    x = np.stack((low, low, high, high, gap), axis=1)
    y = np.stack((base, top, top, base, gap), axis=1)
    return x.ravel(), y.ravel()
