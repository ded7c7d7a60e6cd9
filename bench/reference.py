"""Reference cases computed with the program's own formulas, each compared within its tolerance.

    python -m bench.reference FILE

FILE is JSON: "cases", each with its data ("t", "y", "phase", "untreated" or "series"), what is
"expected" ("measure", "value", "tol") and "lowess" curves. The name of a measure says the
autocorrelation: change_pct_lower_rho0.3. What the program does not compute is skipped. Ends with
how many passed, failed and were skipped; exit status 1 if any failed, 2 if FILE cannot be read.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from model.analysis.adjusted import gls
from model.analysis.estimate import (
    Contrast,
    Estimate,
    Pooled,
    change,
    contrast,
    points,
    pooled_rho,
    untreated_index,
    vif,
)
from model.analysis.nap import nap
from model.analysis.smooth import lowess

RELATIVE = 1e-6  # of the expected value, where the case's own tolerance is smaller
_NAME = re.compile(r"(?P<measure>.+?)(?:_rho(?P<rho>\d+(?:\.\d+)?))?")

Number = float | None
Measure = Callable[[float], Number]


@dataclass(frozen=True)
class Series:
    """Ratings of one region; NaN is a day without one."""

    t: np.ndarray
    y: np.ndarray
    phase: np.ndarray

    def of(self, phase: str) -> tuple[np.ndarray, np.ndarray]:
        mine = (self.phase == phase) & ~np.isnan(self.y)
        return self.t[mine], self.y[mine]


@dataclass(frozen=True)
class Result:
    """One measure of one case; `skipped`: the program computes no such thing."""

    case: str
    measure: str
    expected: Number
    computed: Number
    tolerance: float
    skipped: bool = False

    @property
    def passed(self) -> bool:
        if self.expected is None or self.computed is None:
            return self.expected is self.computed
        allowed = max(self.tolerance, RELATIVE * abs(self.expected))
        return abs(self.computed - self.expected) <= allowed


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.reference", description="Check cases.")
    options.add_argument("file", type=Path, help="JSON with the cases")
    chosen = options.parse_args()
    try:
        results = [result for case in read(chosen.file) for result in case]
    except OSError as trouble:
        print(f"{chosen.file} cannot be read: {trouble.strerror}.", file=sys.stderr)
        return 2
    except (KeyError, TypeError, ValueError, AttributeError) as trouble:
        print(f"{chosen.file} does not hold reference cases: {trouble!r}.", file=sys.stderr)
        return 2
    failed = [result for result in results if not (result.skipped or result.passed)]
    skipped = sum(result.skipped for result in results)
    for miss in failed:
        print(f"{miss.case}  {miss.measure}  expected {miss.expected}  computed {miss.computed}")
    print(f"{len(results) - len(failed) - skipped} passed, {len(failed)} failed, {skipped} skipped")
    return 1 if failed else 0


def read(file: Path) -> list[list[Result]]:
    """Return the results of each case of a file."""
    return [list(results(case)) for case in json.loads(file.read_text("utf-8"))["cases"]]


def results(case: Mapping[str, Any]) -> Iterator[Result]:
    """Compute what one case expects."""
    measures = measures_of(case)
    for expected in case["expected"]:
        name, value = expected["measure"], expected["value"]
        wanted = None if value is None else float(value)
        compute = named(measures, name)
        computed = compute() if compute else None
        tolerance = float(expected["tol"])
        yield Result(case["id"], name, wanted, computed, tolerance, skipped=compute is None)
    for curve in case.get("lowess", ()):
        yield smoothed(case, curve)


def named(measures: Mapping[str, Measure], name: str) -> Callable[[], Number] | None:
    """Return how a measure is computed, by its name; None where the program has no such thing."""
    found = _NAME.fullmatch(name)
    measure = measures.get(found["measure"] + ("_rho" if found["rho"] else "")) if found else None
    return partial(measure, float(found["rho"] or 0)) if measure and found else None


def measures_of(case: Mapping[str, Any]) -> dict[str, Measure]:
    """Return the measures by name; one whose name ends in _rho is given a rho."""
    if "series" in case:
        each = [series_of(one) for one in case["series"]]
        return of_pooled(pooled_rho([one.of(phase) for one in each for phase in ("A", "B")]))
    series, rises = series_of(case), case.get("improvement") == "increase"
    phi = [each["value"] for each in case["expected"] if each["measure"] == "gls_car1_phi"]
    if phi:
        return of_series(series, rises) | of_gls(series, float(phi[0]))
    if "untreated" in case:
        return of_series(series, rises) | of_contrast(series, floats(case["untreated"]))
    return of_series(series, rises)


def of_series(series: Series, rises: bool) -> dict[str, Measure]:
    before, now = series.of("A"), series.of("B")
    sign = -1 if rises else 1
    turned = (before[0], sign * before[1]), (now[0], sign * now[1])
    measures: dict[str, Measure] = {}
    for name, (days, ratings) in {"A": before, "B": now}.items():
        measures[f"n_{name}"] = lambda _, of=ratings: len(of)
        measures[f"mean_{name}"] = lambda _, of=ratings: float(of.mean())
        measures[f"vif_{name}_rho"] = partial(vif, days)
    measures["NAP"] = lambda rho: nap(*turned, rho).value
    for end in ("", "_effn_rho"):
        measures[f"NAP_CI_lower{end}"] = lambda rho: nap(*turned, rho).low
        measures[f"NAP_CI_upper{end}"] = lambda rho: nap(*turned, rho).high
    measures |= of_estimate("points", "", lambda rho: points(before, now, rho))
    return measures | of_estimate("change", "_pct", lambda rho: percent(before, now, rho))


def of_contrast(series: Series, untreated: np.ndarray) -> dict[str, Measure]:
    rows = [untreated.T[series.phase == phase] for phase in ("A", "B")]
    index = [
        row[~np.isnan(series.y[series.phase == phase])]
        for row, phase in zip(untreated_index(*rows), ("A", "B"), strict=True)
    ]

    def found(rho: float) -> Contrast | None:
        return contrast(series.of("A"), series.of("B"), *index, rho)

    alone = found(0)
    measures: dict[str, Measure] = of_estimate("contrast", "_pct", found)
    measures["contrast_pct"] = lambda _: alone and alone.value
    measures["n_paired_A"] = lambda _: alone.days_before if alone else 0
    measures["n_paired_B"] = lambda _: alone.days_now if alone else 0
    measures["untreated_ratio"] = lambda _: alone and 1 + alone.untreated_change / 100
    measures["treated_ratio_paired_days"] = lambda _: alone and 1 + alone.treated_change / 100
    return measures


def of_gls(series: Series, phi: float) -> dict[str, Measure]:
    """Fit with the case's own correlation: the program pools one and does not estimate it so."""
    given = ~np.isnan(series.y)
    later = series.phase[given] == "B"
    fit = gls(series.t[given], series.y[given], np.column_stack([np.ones(len(later)), later]), phi)
    if fit is None:
        return {}
    measures: dict[str, Measure] = {"gls_car1_sigma": lambda _: fit.variance**0.5}
    for place, name in enumerate(("gls_car1_baseline", "gls_car1_change")):
        error = float(fit.variance * fit.unscaled[place, place]) ** 0.5
        measures[name] = partial(lambda of, _: of, float(fit.coefficients[place]))
        measures[f"{name}_SE"] = partial(lambda of, _: of, error)
    return measures


def of_pooled(pooled: Pooled) -> dict[str, Measure]:
    return {
        "pooled_r_raw": lambda _: pooled.raw,
        "pooled_rho_corrected": lambda _: pooled.corrected,
        "n_pairs": lambda _: pooled.pairs,
    }


def of_estimate(
    name: str, unit: str, estimate: Callable[[float], Estimate | None]
) -> dict[str, Measure]:
    """Name the parts of an estimate; all are None where there is none."""

    def part(take: Callable[[Estimate], Number]) -> Measure:
        def of(rho: float) -> Number:
            found = estimate(rho)
            return found and take(found)

        return of

    return {
        f"{name}{unit}_rho": part(lambda found: found.value),
        f"{name}{unit}_lower_rho": part(lambda found: found.low),
        f"{name}{unit}_upper_rho": part(lambda found: found.high),
        f"{name}_upper_unbounded_rho": part(lambda found: float(found.high is None)),
        f"{name}_df_rho": part(lambda found: found.df),
        f"{name}_p_rho": part(lambda found: found.p),
    }


def percent(before: Any, now: Any, rho: float) -> Estimate | None:
    return change(before, now, rho) if before[1].mean() > 0 else None


def smoothed(case: Mapping[str, Any], curve: Mapping[str, Any]) -> Result:
    """Compare a curve point by point; the result is the point that is farthest off."""
    name = f"lowess frac {curve['frac']:.3g}"
    if curve["delta"]:
        return Result(case["id"], name, None, None, 0, skipped=True)
    t, y = floats(case["t"]), floats(case["y"])
    given = ~np.isnan(y)
    x, fitted, expected = t[given], floats(curve["x"]), floats(curve["fitted"])
    if not np.array_equal(x, fitted) or len(expected) != len(x):
        return Result(case["id"], f"{name}: points", len(expected), None, 0)
    line = lowess(x, y[given], curve["frac"], curve["iter"])
    over = np.abs(line - expected) - np.maximum(curve["tol"], RELATIVE * np.abs(expected))
    worst = int(over.argmax())
    where = f"{name} at {x[worst]:g}"
    return Result(case["id"], where, float(expected[worst]), float(line[worst]), curve["tol"])


def series_of(case: Mapping[str, Any]) -> Series:
    series = Series(floats(case["t"]), floats(case["y"]), np.array(case["phase"]))
    if not len(series.t) == len(series.y) == len(series.phase):
        raise ValueError("t, y and phase are not of one length")
    return series


def floats(values: Sequence[Any]) -> np.ndarray:
    """Return numbers, null as NaN."""
    return np.array(values, dtype=np.float64)


if __name__ == "__main__":
    sys.exit(main())
