"""Where the names of the phases stand above the lines of a contrast, so that none is covered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from model.records.snapshot import day_number
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.analysis.phases import Phases

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("right", "left")
ROWS = (0, 1)
APART, BEHIND = 4.0, 6.0  # points between two names in a row
LETTERS = 8.0  # size of the names in points
WIDER = 1.05  # words on a screen than at the 72 dpi at which they are measured

BASELINE = QT_TRANSLATE_NOOP("Chart", "baseline = 100 %")
CHOSEN = QT_TRANSLATE_NOOP("Chart", "chosen baseline = 100 %")
FIRST = QT_TRANSLATE_NOOP("Chart", "first session")
ENDS = QT_TRANSLATE_NOOP("Chart", "induction ends")
ENDS_MOVED = QT_TRANSLATE_NOOP("Chart", "induction ends (moved by the patient)")
MOVED = QT_TRANSLATE_NOOP("Chart", "end moved")


class Name(NamedTuple):
    """A name whose `side` stands on a day, in the highest row (0) or the one below (1)."""

    day: float
    row: int
    side: Side
    text: str


@dataclass(frozen=True)
class Axis:
    """The days that are shown, since 1970-01-01, and how many of them a point is wide."""

    left: float
    right: float
    day_per_point: float

    def shows(self, day: float) -> bool:
        """Tell whether a day is on the axis."""
        return self.left <= day <= self.right

    def ends(self, name: Name) -> tuple[float, float]:
        """Return from which day to which a name stands."""
        from model.charts.label import width_in_points

        wide = WIDER * width_in_points(name.text, LETTERS) * self.day_per_point
        return (name.day - wide, name.day) if name.side == "right" else (name.day, name.day + wide)

    def first_free(self, names: Iterable[Name], taken: Sequence[Name]) -> Name | None:
        """Return the first of some names that stays on the axis and clear of those taken."""
        apart = APART * self.day_per_point
        blocked = [(each.row, *self.ends(each)) for each in taken]
        for name in names:
            begins, until = self.ends(name)
            if begins < self.left or until > self.right:
                continue
            if all(
                name.row != row or until + apart < low or high + apart < begins
                for row, low, high in blocked
            ):
                return name
        return None


def names_of_phases(
    phases: Phases, is_chosen: bool, axis: Axis, said: Callable[[str], str]
) -> list[Name]:
    """Name the baseline, and where they have room the first session and the end of induction."""
    if phases.baseline is None:
        return []
    starts = day_number(phases.baseline[0])
    first, ends = (day_number(day) for day in phases.inductions[0])
    names: list[Name] = []
    if axis.shows(starts):
        text = said(CHOSEN if is_chosen else BASELINE)
        wanted = Name(starts, 0, "left", text), Name(axis.right, 0, "right", text)
        names.append(axis.first_free(wanted, ()) or wanted[0])
    if axis.shows(first):
        places: tuple[tuple[int, Side], ...] = ((0, "left"), (1, "left"), (1, "right"))
        names += _one(axis, [Name(first, *place, said(FIRST)) for place in places], names)
    if phases.moved is None:
        rows = sorted({0, *(name.row for name in names)})  # none is opened for this name
        wanted_ends = [
            Name(_beside(ends, side), row, side, said(ENDS)) for row in rows for side in SIDES
        ]
        names += _one(axis, wanted_ends, names) if axis.shows(ends) else []
    elif axis.shows(moved := day_number(phases.moved)):
        names += _one(axis, _moved(moved, names, axis, said), names)
    return names


def _one(axis: Axis, names: Iterable[Name], taken: Sequence[Name]) -> list[Name]:
    found = axis.first_free(names, taken)
    return [found] if found else []


def _beside(last: float, side: Side) -> float:
    """Return where a name stands at a last day, whose line is drawn at its end."""
    return last + 1 if side == "left" else last


def _moved(day: float, taken: Sequence[Name], axis: Axis, said: Callable[[str], str]) -> list[Name]:
    """Return the names of an end that the patient moved: beside it, or behind the other names."""
    texts = said(ENDS_MOVED), said(MOVED)
    names = [
        Name(_beside(day, side), row, side, text)
        for text in texts
        for row in ROWS
        for side in SIDES
    ]
    for row in ROWS:
        behind = [axis.ends(each)[1] for each in taken if each.row == row]
        at = max([day, *(high + BEHIND * axis.day_per_point for high in behind)])
        names += [Name(at, row, "left", text) for text in texts]
    return names
