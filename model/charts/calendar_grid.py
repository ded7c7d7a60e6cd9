"""Where the places of a calendar are in its picture, and small parts of drawing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from model.records.snapshot import day_number, day_of

if TYPE_CHECKING:
    from typing import Any

    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.float64]

MONTHS_OF_YEAR = 12


class Grid(NamedTuple):
    """Where the places are: `rows` a part of `parts`, each after `header` empty ones.

    above: room over all of them; above, wide and tall are in points.
    """

    weekly: bool
    columns: int
    rows: int
    header: int
    parts: int
    above: float
    wide: float
    tall: float

    @property
    def all_rows(self) -> int:
        """How many rows there are, empty ones too."""
        return self.parts * (self.rows + self.header)


def first_of_months(first: int, last: int) -> list[int]:
    """Return the first day of every month of a span, and the span's own first day."""
    begin, end = day_of(first), day_of(last)
    count = begin.year * MONTHS_OF_YEAR + begin.month
    months = range(count, end.year * MONTHS_OF_YEAR + end.month)
    return [first] + [
        day_number(begin.replace(year=at // MONTHS_OF_YEAR, month=at % MONTHS_OF_YEAR + 1, day=1))
        for at in months
    ]


def broken(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> Column:
    """Return two columns value by value, with a break after each pair."""
    import numpy as np

    return np.column_stack((one, other, np.full(len(one), np.nan))).ravel()
