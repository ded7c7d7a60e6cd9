"""The day of a chart that was stepped to with the keys or clicked."""

from __future__ import annotations

from ui.progress.zoom import Days


class DayCursor:
    """A day since 1970-01-01, or none; it hides while the pointer tells of another day.

    height: in points from the top, where it was clicked; None for the middle of the chart.
    """

    def __init__(self) -> None:
        self.clear()

    @property
    def seen(self) -> int | None:
        """The day to show, None where there is none or the pointer is at another."""
        return None if self.is_passed_by else self.day

    def clear(self) -> None:
        """Stand on no day."""
        self.put(None)

    def put(self, day: int | None, height: float | None = None) -> None:
        """Stand on a day."""
        self.day, self.height = day, height
        self.is_passed_by = False

    def step(self, days: int, shown: Days) -> None:
        """Go on by some days within those that are shown; the first step begins at their end."""
        first, last = shown
        day = self.day
        if day is None:
            day = first - 1 if days > 0 else last + 1
        self.put(min(max(day + days, first), last), self.height)
