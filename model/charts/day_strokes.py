"""Lines, points and bands of a chart over days, as columns that one artist draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.charts.series import Column


def ticks(days: Column, low: float, high: float) -> tuple[Column, Column]:
    """Return one line broken by NaN that ticks every day: a tenth of the cost of many lines."""
    import numpy as np

    x = np.repeat(days, 3)
    y = np.tile([low, high, np.nan], len(days))
    return x, y


def alone(x: Column, y: Column) -> tuple[Column, Column]:
    """Return the points of a line that have no neighbour: the line does not show them."""
    import numpy as np

    gone = np.pad(np.isnan(y), 1, constant_values=True)
    single = ~gone[1:-1] & gone[:-2] & gone[2:]
    return x[single], y[single]


def outline(x: Column, low: Column, high: Column) -> Column:
    """Return the polygon (2n, 2) between two curves; one point alone becomes four weeks wide."""
    import numpy as np

    if len(x) == 1:
        x, low, high = np.array([x[0] - 14, x[0] + 14]), np.repeat(low, 2), np.repeat(high, 2)
    return np.column_stack((np.append(x, x[::-1]), np.append(low, high[::-1])))
