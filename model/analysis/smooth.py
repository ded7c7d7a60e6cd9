"""A smooth line through the ratings of one phase: locally weighted regression (LOWESS).

Source: Cleveland, J Am Stat Assoc 1979;74:829-836; details as in R's `lowess(iter = 3, delta = 0)`.
The method note (section 2.2) asks for it per phase, never across the first session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

SPAN_DAYS = 21
ROBUST_STEPS = 3


def span(days: int) -> float:
    """Return the share of the ratings that each local line uses, for a phase of so many days."""
    return min(1.0, SPAN_DAYS / days)


def lowess(x: Floats, y: Floats, frac: float, steps: int = ROBUST_STEPS) -> Floats:
    """Return the smooth line at each x.

    Memory and time grow with n times frac n: a phase of years is cheap with `span`, not with 2/3.

    Args:
        x: days, ascending, ties allowed, shape (n,).
        y: severities, shape (n,); days without a rating are left out.
        frac: share of the points that each local line uses, 0..1; at least 2 points.
        steps: how often points far from the line lose weight.

    Returns:
        Fitted values, shape (n,); `y` itself below 2 points.
    """
    import numpy as np

    n = len(x)
    if n < 2:
        return y.astype(np.float64)
    # The points of a tie share one line, the one that belongs to the first of them.
    first, place = np.unique(x, return_index=True, return_inverse=True)[1:]
    near, weights = _neighbours(x.astype(np.float64), first, max(2, min(n, int(frac * n + 1e-7))))
    trust = np.ones(n)
    for step in range(steps + 1):
        fitted = _lines(x, y, first, near, weights * trust[near])[place]
        off = np.abs(y - fitted)
        limit = 6 * float(np.median(off))
        # Nothing is far from a line that fits but for the computer's own rounding.
        if step == steps or limit <= max(1e-7 * off.mean(), 1e-12 * np.abs(y).max()):
            break
        trust = np.where(off <= 0.001 * limit, 1.0, (1 - (off / limit) ** 2) ** 2)
        trust[off > 0.999 * limit] = 0.0
    return fitted


def _neighbours(
    x: Floats, first: npt.NDArray[np.intp], count: int
) -> tuple[npt.NDArray[np.intp], Floats]:
    """Return the `count` points nearest to each of `first`, and their tricube weights."""
    import numpy as np

    left = (x[:-count] + x[count:]).searchsorted(2 * x[first], "left")
    near = left[:, None] + np.arange(count)
    distance = np.abs(x[near] - x[first][:, None])
    reach = distance.max(axis=1, keepdims=True)
    share = distance / np.where(reach > 0, reach, 1.0)
    weights = np.where(share <= 0.001, 1.0, (1 - share**3) ** 3)
    weights[share > 0.999] = 0.0
    return near, weights


def _lines(
    x: Floats,
    y: Floats,
    first: npt.NDArray[np.intp],
    near: npt.NDArray[np.intp],
    weights: Floats,
) -> Floats:
    """Return the value of each local line at its own point; a mean where the x hardly differ."""
    import numpy as np

    total = weights.sum(axis=1, keepdims=True)
    lost = total[:, 0] <= 0  # every neighbour has lost its weight: the point stands for itself
    weights = weights / np.where(total > 0, total, 1.0)
    centre = (weights * x[near]).sum(axis=1, keepdims=True)
    off = x[near] - centre
    spread = (weights * off**2).sum(axis=1, keepdims=True)
    steep = np.sqrt(spread) > 0.001 * (x[-1] - x[0])
    slope = np.where(steep, (x[first][:, None] - centre) / np.where(steep, spread, 1.0), 0.0)
    fitted = (weights * (1 + slope * off) * y[near]).sum(axis=1)
    return np.where(lost, y[first], fitted)
