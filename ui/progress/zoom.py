"""Which days a chart shows: nearer, farther, earlier, later, and never beyond the whole."""

from __future__ import annotations

Days = tuple[int, int]
"""First and last day since 1970-01-01, both included."""

LEAST_DAYS = 7
"""A chart of less than a week shows nothing of a course. A convention."""

STEP = 1.5
"""How much nearer or farther one press or one notch of the wheel goes. A convention."""


def zoomed(shown: Days, whole: Days, factor: float, around: float | None = None) -> Days:
    """Return the days to show after a zoom.

    Args:
        shown: what is shown now, within `whole`.
        whole: all that there is to show.
        factor: above 1 nearer, below 1 farther.
        around: the day that stays where it is, the middle where none is named.
    """
    length, most = _length(shown), _length(whole)
    around = (shown[0] + shown[1]) / 2 if around is None else around
    wanted = min(max(round(length / factor), min(LEAST_DAYS, most)), most)
    share = (around - shown[0]) / max(length - 1, 1)
    first = round(around - min(max(share, 0.0), 1.0) * (wanted - 1))
    return _within((first, first + wanted - 1), whole)


def moved(shown: Days, whole: Days, days: int) -> Days:
    """Return the days to show after a move, later for a positive number of days."""
    return _within((shown[0] + days, shown[1] + days), whole)


def page_step(shown: Days) -> int:
    """Return how many days one press of an arrow key moves: a quarter of what is shown."""
    return max(_length(shown) // 4, 1)


def _within(days: Days, whole: Days) -> Days:
    shift = max(whole[0] - days[0], 0) or min(whole[1] - days[1], 0)
    return max(days[0] + shift, whole[0]), min(days[1] + shift, whole[1])


def _length(days: Days) -> int:
    return days[1] - days[0] + 1
