"""The change that is left when heat and stress are held even, for the doctor's page.

Source: the project's method note, section 2.2: generalised least squares with errors that are
correlated by rho^|days between|, gaps included; interval on the log scale by the delta method.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.analysis.estimate import ROUNDING, Estimate
from model.analysis.student import quantile_95, two_sided_p

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from model.analysis.estimate import Days

    Floats = npt.NDArray[np.float64]

LEAST_LOGGED = 0.8  # share of the rated days
LEAST_MEAN_NOW = 1  # of 0-10; below it the log scale breaks down


@dataclass(frozen=True)
class Adjusted:
    """The change in percent with the covariates held as they were in the later period."""

    change: Estimate
    covariates: tuple[str, ...]
    days_before: int
    days_now: int


@dataclass(frozen=True)
class Fit:
    """Coefficients of a regression; their covariance matrix is variance * unscaled.

    variance: of one day; df: days less coefficients.
    """

    coefficients: Floats
    unscaled: Floats
    variance: float
    df: int


def adjusted(
    before: Days, now: Days, covariates: Mapping[str, tuple[Floats, Floats]], rho: float
) -> Adjusted | None:
    """Estimate the change in percent as if heat and stress had been the same in both periods.

    Args:
        before: the baseline.
        now: the period that is compared with it.
        covariates: by name ("heat", "stress"), any unit: the value on each day of `before` and on
            each day of `now`, NaN where it was not logged.
        rho: as from `pooled_rho`.

    Returns:
        Percent, negative = drier. A covariate counts that is logged on 80 % of all these days or
        more and that varies; days without it are left out. None where no covariate counts, where
        the region is nearly dry now (a mean below 1), where a period has no day left, or where the
        days are too few or too uniform to tell treatment and covariates apart.
    """
    import numpy as np

    if not len(now[0]) or now[1].mean() < LEAST_MEAN_NOW:
        return None
    logged = {name: np.concatenate(parts) for name, parts in covariates.items()}
    logged = {name: x for name, x in logged.items() if np.isfinite(x).mean() >= LEAST_LOGGED}
    post = np.repeat([False, True], [len(before[0]), len(now[0])])
    kept = np.all([np.ones(len(post)), *map(np.isfinite, logged.values())], axis=0)
    later = post[kept]
    if not later.any():
        return None
    even = {name: x[kept] - x[kept & post].mean() for name, x in logged.items() if np.ptp(x[kept])}
    days, severities = (np.concatenate(both)[kept] for both in zip(before, now, strict=True))
    fit = gls(days, severities, np.column_stack([np.ones(len(days)), later, *even.values()]), rho)
    found = _on_log_scale(fit) if fit and even else None
    if found is None:
        return None
    return Adjusted(found, tuple(even), int((~later).sum()), int(later.sum()))


def gls(days: npt.NDArray[np.int64], severities: Floats, design: Floats, rho: float) -> Fit | None:
    """Fit a regression whose errors are correlated by rho^|days between|.

    The Cholesky factor of that correlation has a closed form, gaps included: of each day only what
    the day before does not already tell is left.

    Args:
        days: ascending, shape (n,).
        severities: shape (n,).
        design: one column a coefficient, shape (n, k).
        rho: 0 <= rho < 1.

    Returns:
        None where n is not above k, or where one column follows from the others.
    """
    import numpy as np

    df = len(days) - design.shape[1]
    if df < 1 or np.linalg.matrix_rank(design) < design.shape[1]:
        return None
    known = (rho ** np.diff(days))[:, None]
    both = np.column_stack([design, severities])
    both[1:] = (both[1:] - known * both[:-1]) / np.sqrt(1 - known**2)
    x, y = both[:, :-1], both[:, -1]
    inverse: Floats = np.linalg.inv(x.T @ x).astype(np.float64)
    coefficients = inverse @ (x.T @ y)
    rest = y - x @ coefficients
    return Fit(coefficients, inverse, float(rest @ rest) / df, df)


def _on_log_scale(fit: Fit) -> Estimate | None:
    """Return the percent change of the first two coefficients; None where a mean is not above 0."""
    import numpy as np

    before, now = float(fit.coefficients[0]), float(fit.coefficients[:2].sum())
    if min(before, now) <= 0:
        return None
    gradient = np.array([1 / now - 1 / before, 1 / now])
    spread = float(gradient @ fit.unscaled[:2, :2] @ gradient)
    error = math.sqrt(spread * max(fit.variance, ROUNDING))
    log = math.log(now / before)
    half = quantile_95(fit.df) * error
    value, low, high = (100 * math.expm1(each) for each in (log, log - half, log + half))
    return Estimate(value, low, high, two_sided_p(fit.df, log / error), fit.df)
