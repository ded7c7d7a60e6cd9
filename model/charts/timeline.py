"""The time chart of one region: days, their means, phases, sessions and reactions on a calendar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from model.analysis.doses import sessions_by_region
from model.analysis.phases import Span
from model.analysis.progress import Window
from model.analysis.sentences import Sentence
from model.analysis.weeks import WEEK
from model.charts.beside import listed
from model.charts.day_strokes import alone, outline, ticks
from model.charts.live import SMALL, LiveChart, Margins
from model.charts.periods import NUMBER, Period, periods, told, with_periods
from model.charts.series import Noted, Series, said_on, series
from model.charts.series import description as description_of_series
from model.charts.series import table as table_of_series
from model.charts.table import Table
from model.charts.view import FOR_DOCTOR, View
from model.records.snapshot import Snapshot, day_number, day_of
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.artist import Artist

    from model.charts.beside import Beside
    from model.charts.keys import Key
    from model.records.treatment import Session

BOTTOM, TOP = -1.3, 12.1  # of the severity axis: sessions lie below 0, names above 10
SESSION_TICK = (-1.1, -0.4)
REACTION = -0.75  # where reactions are marked: amid the sessions
HEADER = 10.6  # where the names of the windows stand
LEAST_INNER = 70  # height of the axes in points below which no further lane is opened
LEAST_NAMED = 70  # points that an induction takes before its name finds room
NAMED = 4  # inductions that are named, the latest
APART = 6.0  # points between two names

UNIT = QT_TRANSLATE_NOOP("Chart", "Worst of the day, 0 = dry to 10")
BASELINE = QT_TRANSLATE_NOOP("Chart", "baseline {mean:.1f} ({days} days)")
CHOSEN = QT_TRANSLATE_NOOP("Chart", "chosen baseline {mean:.1f} ({days} days)")
NOW = QT_TRANSLATE_NOOP("Chart", "now {mean:.1f} ({days} days)")
SO_FAR = QT_TRANSLATE_NOOP("Chart", "so far {mean:.1f} ({days} days)")
INDUCTION = QT_TRANSLATE_NOOP("Chart", "induction")
MOVED = QT_TRANSLATE_NOOP("Chart", "induction (end moved)")
UNRATED = QT_TRANSLATE_NOOP("Chart", "not rated in these days")


class Timeline(LiveChart):
    """The ratings of a region over lanes of what else happened to it.

    The first, for a doctor, is that of the periods of constant settings. Lanes are kept free for
    all regions alike, so that a switch moves nothing; a chart that stands alone has only its own
    and grows by them.
    """

    dated: ClassVar[bool] = True
    reads: ClassVar[frozenset[str]] = frozenset({FOR_DOCTOR})

    _snapshot: Snapshot | None = None
    _noted: Noted
    _found: Series
    _for_doctor = False
    _periods: tuple[Period, ...] = ()
    _sessions: Mapping[str, tuple[Session, ...]] | None = None

    def _collect(self, view: View, region: str) -> Sentence | None:
        if view.snapshot is not self._snapshot:
            self._snapshot, self._noted = view.snapshot, Noted.of(view.snapshot)
            self._sessions = None
        self._for_doctor = view.for_doctor
        if view.for_doctor and self._sessions is None:
            self._sessions = sessions_by_region(view.snapshot)
        self._periods = periods(view, region, self._sessions)
        self._found = series(view, region, self._noted)
        return self._found.empty

    def _frame_of(self) -> tuple[object, ...]:
        found = self._found
        return (
            found.first,
            found.last,
            found.width,
            found.smooth,
            self._reacted(),
            self._treated(),
            self._shown(),
            self._numbers(),
        )

    def _numbers(self) -> bool:
        """Tell whether there is a lane of periods; all regions keep it where one was treated."""
        if self._alone:
            return bool(self._periods)
        return self._for_doctor and bool(self._noted.sessions)

    def _shown(self) -> tuple[Beside, ...]:
        """Return what lanes are kept free for."""
        found = self._found
        if found.empty:
            return ()
        if self._alone:
            return found.beside
        first, last = day_of(found.first), day_of(found.last)
        return tuple(item for item in self._noted.beside if item.touches(first, last))

    def _reacted(self) -> bool:
        """Tell whether any region has a reaction to mark: all have the same keys.

        A chart that stands alone has those of what is drawn.
        """
        found = self._found
        first, last = day_of(found.first), day_of(found.last)
        marked = found.reactions if self._alone else self._noted.reactions
        if self._alone:
            return any(item.since and first <= item.since <= last for item in marked)
        return any(item.touches(first, last) for item in marked)

    def _treated(self) -> bool:
        """Tell whether sessions have a key; on a chart that stands alone some are drawn."""
        return not self._alone or len(self._found.sessions) > 0

    def _title(self) -> Sentence | None:
        return self._found.name

    def _detail(self) -> Sentence | None:
        return self._found.detail

    def _unit(self) -> str:
        return self.said(UNIT)

    def _keys(self) -> tuple[Key, ...]:
        from model.charts.keys import keys_of

        found = self._found
        marked = self._reacted(), self._numbers(), self._treated()
        return keys_of(self._palette, found.width, self.said, found.smooth, *marked)

    def _said_at(self, x: float, y: float) -> Sentence | None:
        del y
        found = self._found
        day = min(max(round(x), found.first), found.last)
        if self._snapshot is None:
            return None
        said, on = said_on(found, self._snapshot, self._noted, day), day_of(day)
        here = [period.said for period in self._periods if period.touches(on, on)]
        return listed([said, *here])

    # ---- The frame ----

    def _room(self) -> Margins:
        """Keep lanes free, and leave the axes enough of the height for both."""
        found, room = self._found, self.margins
        width, height = self.points
        above = room.titled if self._titled else room.above
        inner = max(width - room.left - room.right, 1)
        above += self._raise_unit(inner)
        numbered = self._data["periods"]
        numbered.fit(self._numbers(), found.first, found.last, inner)
        taken = numbered.height
        spare = None if self._alone else height - room.below - above - LEAST_INNER - taken
        self._lanes.fit(self._shown(), found.first, found.last, inner, spare, taken)
        lanes = taken + self._lanes.height
        return replace(room, below=room.below + lanes, more=lanes)

    def _dress(self) -> None:
        from model.charts.ticks import name_ticks

        self._axes.set_ylim(BOTTOM, TOP)
        name_ticks(self._axes.yaxis, [0, 5, 10], ["0", "5", "10"])

    def _lay_out(self) -> None:
        below = self._data["periods"].height + self._lanes.height
        self.set_dates(self._found.first, self._found.last, below)

    # ---- The data ----

    def _artists(self) -> dict[str, Artist]:
        from matplotlib.collections import PolyCollection
        from matplotlib.patches import Rectangle

        from model.charts.keys import reaction_look
        from model.charts.lanes import Lanes
        from model.charts.period_lane import PeriodLane

        axes, palette = self._axes, self._palette
        made: dict[str, Artist] = {
            "window": axes.add_patch(
                Rectangle((0, BOTTOM), 0, TOP - BOTTOM, color=palette.baseline, lw=0)
            ),
            "grid": axes.hlines([0, 5, 10], 0, 1, transform=axes.get_yaxis_transform(),
                                color=palette.grid, lw=0.8),
            "band": axes.add_collection(PolyCollection([], color=palette.dot, alpha=0.45, lw=0)),
            "phase": self.line(color=palette.faint, lw=0.8, ls=(0, (2, 2))),
            "dots": self.line(color=palette.dot, marker="o", ls="none", mew=0),
            "windows": self.line(color=palette.mean, lw=1.2, ls=(0, (4, 2))),
            "mean": self.line(color=palette.mean, lw=1.8),
            "alone": self.line(color=palette.mean, marker="o", ls="none", mew=0),
            "sessions": self.line(color=palette.session, lw=1.1),
            "reactions": self.line(**reaction_look(palette)),
        }  # fmt: skip
        made["periods"] = lane = PeriodLane(axes, palette)
        made["numbers"] = lane.numbers
        made["lanes"] = self._lanes = Lanes(axes, palette, self._translate)
        for name in ("baseline", "now", "unrated", *map(_induction, range(NAMED))):
            side = "left" if name in ("baseline", "now") else "center"
            made[name] = self.words(0, HEADER, side, palette.text)
        return made

    def _fill(self) -> None:
        found, data = self._found, self._data
        dots = found.width == WEEK
        data["dots"].set_visible(dots)
        data["dots"].set_data(found.x, found.y)
        data["dots"].set_markersize(min(max(700 / (found.last - found.first + 1), 2.0), 4.6))
        data["mean"].set_data(found.mean_x, found.mean_y)
        data["alone"].set_data(*alone(found.mean_x, found.mean_y))
        data["alone"].set_markersize(3.6 if dots else 1.8)
        data["band"].set_verts([outline(*run) for run in found.band])
        data["sessions"].set_data(*ticks(found.sessions, *SESSION_TICK))
        reacted = {day_number(it.since) for it in found.reactions if it.since}
        days = sorted(day for day in reacted if found.first <= day <= found.last)
        data["reactions"].set_data(days, [REACTION] * len(days))
        data["unrated"].set_visible(not len(found.x))
        data["unrated"].set_text(self.said(UNRATED))
        data["unrated"].set_position(((found.first + found.last) / 2, 5.2))
        data["periods"].put(self._periods, self.said(NUMBER))
        self._lanes.put(found.beside)
        self._mark_windows()
        self._mark_inductions(self._name_windows())

    def _mark_windows(self) -> None:
        """Shade the baseline and draw the means that are compared."""
        data, found = self._data, self._found
        baseline = found.phases.baseline if found.phases else None
        data["window"].set_visible(baseline is not None)
        if baseline:
            data["window"].set_x(day_number(baseline[0]) - 0.5)
            data["window"].set_width((baseline[1] - baseline[0]).days + 1)
        x: list[float] = []
        y: list[float] = []
        for window in (found.progress.baseline, found.progress.now):
            if window and window.mean is not None:
                x += [day_number(window.starts) - 0.5, day_number(window.ends) + 0.5, float("nan")]
                y += [window.mean, window.mean, float("nan")]
        data["windows"].set_data(x, y)

    def _name_windows(self) -> list[tuple[float, float]]:
        """Name the baseline and the latest days; return the days that their names take."""
        shown = self._found.progress
        names = {
            "baseline": (shown.baseline, CHOSEN if shown.baseline_chosen else BASELINE),
            "now": (shown.now, SO_FAR if shown.so_far else NOW),
        }
        taken: list[tuple[float, float]] = []
        for name, (window, text) in names.items():
            words = self._data[name]
            seen = window is not None and window.mean is not None and self._is_seen(window)
            words.set_visible(seen)
            if window is not None and seen:
                fields = {"mean": window.mean, "days": window.days}
                words.set_text(Sentence(text, fields, "Chart").said(self._translate))
                wide = self._days_of(words.get_text())
                words.set_x(self._start_of_name(name, window, wide))
                taken.append((words.get_position()[0], words.get_position()[0] + wide))
        return self._parted(taken)

    def _is_seen(self, window: Window) -> bool:
        found = self._found
        return day_number(window.starts) <= found.last and day_number(window.ends) >= found.first

    def _start_of_name(self, name: str, window: Window, wide: float) -> float:
        """Return where the name of a window begins, all of it on the axis.

        The name of the latest days ends with them. That of a baseline begins with it, or earlier
        to end where it ends: one that the patient chose may be short, with other names close
        behind it, and may begin before the first rating, where the chart of a whole diary does.
        """
        first, last = self._found.first - 0.3, self._found.last + 0.5
        starts, ends = day_number(window.starts) - 0.3, day_number(window.ends) + 0.5
        x = ends - wide if name == "now" else min(starts, ends - wide)
        return max(min(x, last - wide), first)

    def _parted(self, taken: list[tuple[float, float]]) -> list[tuple[float, float]]:
        """Move the later of two names behind the earlier, as far as the axis goes."""
        if len(taken) < 2 or taken[0][1] <= taken[1][0]:
            return taken
        (begin, end), (other, until) = taken
        apart, wide = APART / self._points_a_day(), until - other
        begins = max(min(end + apart, self._found.last + 0.5 - wide), other)
        self._data["now"].set_x(begins)
        moved = max(min(begin, begins - apart - (end - begin)), self._found.first - 0.3)
        self._data["baseline"].set_x(moved)
        return [(moved, moved + end - begin), (begins, begins + wide)]

    def _mark_inductions(self, taken: list[tuple[float, float]]) -> None:
        """Mark where every induction begins and ends; name the latest ones that have room."""
        data, phases, gap = self._data, self._found.phases, float("nan")
        spans = [
            (day_number(starts) - 0.5, day_number(ends) + 0.5)
            for starts, ends in (phases.inductions if phases else ())
        ]
        data["phase"].set_data(
            [x for starts, ends in spans for x in (starts, starts, gap, ends, ends, gap)],
            [BOTTOM, 10, gap] * 2 * len(spans),
        )
        named = self._names_of_inductions(taken)
        for number in range(NAMED):
            words = data[_induction(number)]
            words.set_visible(number < len(named))
            at, name = named[number] if number < len(named) else (0, "")
            words.set_text(name)
            words.set_x(at)

    def _names_of_inductions(self, taken: Sequence[tuple[float, float]]) -> list[tuple[float, str]]:
        """Return the middle and the name of the latest inductions that have room for one.

        That whose end the patient moved comes first, and is named although it be short: its name
        goes aside to where it is free.
        """
        phases, (low, high), named = self._found.phases, self._axes.get_xlim(), list(taken)
        inductions = phases.inductions[::-1] if phases else ()
        apart = APART / self._points_a_day()
        found: list[tuple[float, str]] = []
        for first, last in sorted(inductions, key=lambda span: not self._is_moved(span)):
            starts, ends = max(day_number(first) - 0.5, low), min(day_number(last) + 0.5, high)
            is_moved = self._is_moved((first, last))
            if (ends - starts) * self._points_a_day() <= (0 if is_moved else LEAST_NAMED):
                continue
            name = self.said(MOVED if is_moved else INDUCTION)
            half = self._days_of(name) / 2
            blocked = [(begin - apart, end + apart) for begin, end in named]
            places = _places(starts, ends, half, blocked if is_moved else ())
            at = next((at for at in places if _is_free(at, half, named)), None)
            if at is not None:
                named.append((at - half, at + half))
                found.append((at, name))
        return found[:NAMED]

    def _is_moved(self, induction: Span) -> bool:
        phases = self._found.phases
        return phases is not None and induction[1] == phases.moved

    def _days_of(self, text: str) -> float:
        """Return how many days of the axis a text takes."""
        from model.charts.label import width_in_points

        return width_in_points(text, SMALL) / self._points_a_day()

    def _points_a_day(self) -> float:
        low, high = self._axes.get_xlim()
        return float(max(self._inner[0] / (high - low), 1e-9))


def description(view: View, region: str = "") -> Sentence:
    """Say what the chart shows, for those who cannot see it; a doctor also hears the periods."""
    return told(description_of_series(view, region), periods(view, region))


def table(view: View, region: str = "") -> Table:
    """Return the weeks as rows, for "show as table"; a doctor also reads the settings."""
    return with_periods(table_of_series(view, region), periods(view, region))


def _induction(number: int) -> str:
    return f"induction {number}"


def _places(
    starts: float, ends: float, half: float, named: Sequence[tuple[float, float]]
) -> list[float]:
    """Return the middle of a span, then where a name of it may stand beside other names."""
    middle = (starts + ends) / 2
    asides = [x for begin, end in named for x in (begin - half, end + half)]
    near = [(abs(x - middle), x) for x in asides if starts - half < x < ends + half]
    return [middle, *(x for _, x in sorted(near))]


def _is_free(at: float, half: float, named: Sequence[tuple[float, float]]) -> bool:
    return all(at + half <= begin or end <= at - half for begin, end in named)
