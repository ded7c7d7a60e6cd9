"""Reference cases computed with the program's own formulas, each compared within its tolerance.

    python -m bench.reference FILE

FILE is JSON: "cases", each with its data ("t", "y", "phase", "untreated" or "series"), what is
"expected" ("measure", "value", "tol") and "lowess" curves. The name of a measure says the
autocorrelation: change_pct_lower_rho0.3. What the program does not compute is skipped; what cannot
be computed, as a case is not as it should be, has failed. Ends with how many passed, failed and
were skipped; exit status 1 if any failed, 2 if FILE cannot be read or holds no cases.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.reference_cases import (
    OddCase,
    Series,
    by_time,
    days_of,
    number_of,
    read,
    row_of,
    rows_of,
    series_of,
    tolerance_of,
    wanted_of,
)
from model.analysis.adjusted import Fit, gls
from model.analysis.estimate import (
    Contrast,
    Estimate,
    Pooled,
    change,
    contrast,
    index_of,
    of_own_baseline,
    points,
    pooled_rho,
    vif,
)
from model.analysis.nap import nap
from model.analysis.smooth import ROBUST_STEPS, lowess

if TYPE_CHECKING:
    from model.analysis.estimate import Days

RELATIVE = 1e-6  # of the expected value, where the case's own tolerance is smaller
MOST_STEPS = 100  # of a curve: more are a slip, and would take for ever
_NAME = re.compile(r"(?P<measure>.+?)(?:_rho(?P<rho>\d+(?:\.\d+)?))?")

Number = float | None
Measure = Callable[[float], Number]


@dataclass(frozen=True)
class Result:
    """One measure of one case.

    skipped: the program computes no such thing; problem: why nothing can be compared.
    """

    case: str
    measure: str
    expected: Number = None
    computed: Number = None
    tolerance: float = 0.0
    skipped: bool = False
    problem: str = ""

    @property
    def passed(self) -> bool:
        if self.problem:
            return False
        if self.expected is None or self.computed is None:
            return self.expected is self.computed
        allowed = max(self.tolerance, RELATIVE * abs(self.expected))
        return abs(self.computed - self.expected) <= allowed


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.reference", description="Check cases.")
    options.add_argument("file", type=Path, help="JSON with the cases")
    chosen = options.parse_args()
    try:
        cases = read(chosen.file)
    except OSError as trouble:
        print(f"{chosen.file} cannot be read: {trouble.strerror}.", file=sys.stderr)
        return 2
    except RecursionError:
        print(f"{chosen.file} does not hold reference cases: nested too deeply.", file=sys.stderr)
        return 2
    except ValueError as trouble:
        print(f"{chosen.file} does not hold reference cases: {trouble}.", file=sys.stderr)
        return 2
    with np.errstate(all="ignore"):  # what overflows is off, and is listed as such
        found = [each for number, case in enumerate(cases, 1) for each in results(case, number)]
    failed = [result for result in found if not (result.skipped or result.passed)]
    skipped = sum(result.skipped for result in found)
    for line in lines(failed):
        print(line)
    print(f"{len(found) - len(failed) - skipped} passed, {len(failed)} failed, {skipped} skipped")
    return 1 if failed else 0


def lines(failed: Iterable[Result]) -> Iterator[str]:
    """List what was missed; values of a case with one problem share a line."""
    for (case, problem), group in groupby(failed, lambda each: (each.case, each.problem)):
        same = list(group)
        if problem:
            what = same[0].measure if len(same) == 1 else f"{len(same)} values"
            yield f"{case}  {what}  {problem}"
            continue
        for miss in same:
            yield f"{case}  {miss.measure}  expected {miss.expected}  computed {miss.computed}"


def results(case: Any, number: int = 1) -> list[Result]:
    """Compute what one case expects, the `number`th of its file."""
    if not isinstance(case, dict):
        return [Result(f"case {number}", "all of it", problem="is no case")]
    name = str(case.get("id", f"case {number}"))
    expected, curves = case.get("expected", []), case.get("lowess", [])
    if not isinstance(expected, list) or not isinstance(curves, list):
        return [Result(name, "all of it", problem='"expected" or "lowess" is no list')]
    if not expected and not curves:
        return [Result(name, "all of it", problem="nothing is expected")]
    try:
        measures, problem = measures_of(case) if expected else {}, ""
    except ODD as trouble:
        measures, problem = {}, said(trouble)
    found = [compared(name, measures, each, problem) for each in expected]
    found += [smoothed(name, case, each) for each in curves]
    # Those with one problem side by side, in the order in which the problems first appear.
    problems = list(dict.fromkeys(each.problem for each in found))
    return sorted(found, key=lambda each: problems.index(each.problem))


def compared(case: str, measures: Mapping[str, Measure], expected: Any, problem: str) -> Result:
    """Compute one measure; `problem`: of the whole case."""
    if not isinstance(expected, dict) or not isinstance(expected.get("measure"), str):
        return Result(case, "unnamed", problem=problem or "an expected value without a measure")
    name = expected["measure"]
    if problem:
        return Result(case, name, problem=problem)
    try:
        compute = named(measures, name)
        if compute is None:
            return Result(case, name, skipped=True)
        wanted, tolerance = wanted_of(expected), tolerance_of(expected)
        return Result(case, name, wanted, compute(), tolerance)
    except ODD as trouble:
        return Result(case, name, problem=said(trouble))


ODD = (ValueError, TypeError, LookupError, ArithmeticError)
"""What odd data may raise: each fails the value that it belongs to and no other."""


def said(trouble: Exception) -> str:
    return str(trouble) if isinstance(trouble, OddCase) else f"cannot be computed: {trouble!r}"


def named(measures: Mapping[str, Measure], name: str) -> Callable[[], Number] | None:
    """Return how a measure is computed, by its name; None where the program has no such thing."""
    found = _NAME.fullmatch(name)
    measure = measures.get(found["measure"] + ("_rho" if found["rho"] else "")) if found else None
    return partial(measure, float(found["rho"] or 0)) if measure and found else None


def measures_of(case: Mapping[str, Any]) -> dict[str, Measure]:
    """Return the measures by name; one whose name ends in _rho is given a rho."""
    if "series" in case:
        if not isinstance(case["series"], list):
            raise OddCase("series is no list")
        each = [series_of(one) for one in case["series"]]
        return of_pooled(pooled_rho([one.of(phase) for one in each for phase in ("A", "B")]))
    series, rises = series_of(case), case.get("improvement") == "increase"
    phi = [
        each.get("value")
        for each in case["expected"]
        if isinstance(each, dict) and each.get("measure") == "gls_car1_phi"
    ]
    if phi:
        return of_series(series, rises) | of_gls(series, phi[0])
    if "untreated" in case:
        return of_series(series, rises) | of_contrast(series, case["untreated"])
    return of_series(series, rises)


def of_series(series: Series, rises: bool) -> dict[str, Measure]:
    sides = {phase: series.of(phase) for phase in ("A", "B")}
    sign = -1 if rises else 1

    def both(turn: int = 1) -> tuple[Days, Days]:
        before, now = (filled(phase, sides[phase]) for phase in ("A", "B"))
        return (before[0], turn * before[1]), (now[0], turn * now[1])

    measures: dict[str, Measure] = {}
    for name, side in sides.items():
        measures[f"n_{name}"] = lambda _, of=side: len(of[0])
        measures[f"mean_{name}"] = lambda _, of=side, at=name: float(filled(at, of)[1].mean())
        measures[f"vif_{name}_rho"] = lambda rho, of=side, at=name: vif(filled(at, of)[0], rho)
    measures["NAP"] = lambda rho: nap(*both(sign), rho).value
    for end in ("", "_effn_rho"):
        measures[f"NAP_CI_lower{end}"] = lambda rho: nap(*both(sign), rho).low
        measures[f"NAP_CI_upper{end}"] = lambda rho: nap(*both(sign), rho).high
    measures |= of_estimate("points", "", lambda rho: points(*both(), rho))
    return measures | of_estimate("change", "_pct", lambda rho: percent(*both(), rho))


def filled(phase: str, side: Days) -> Days:
    """Return the ratings of a phase that has some."""
    if not len(side[0]):
        raise OddCase(f"phase {phase} has no rating")
    return side


def of_contrast(series: Series, untreated: Any) -> dict[str, Measure]:
    @cache
    def found(rho: float) -> Contrast | None:
        columns = rows_of(untreated, len(series.t))[:, series.order].T
        rows = [columns[series.phase == phase] for phase in ("A", "B")]
        index = [
            row[~np.isnan(series.y[series.phase == phase])]
            for row, phase in zip(map(index_of, of_own_baseline(*rows)), ("A", "B"), strict=True)
        ]
        sides = [filled(phase, series.of(phase)) for phase in ("A", "B")]
        return contrast(sides[0], sides[1], index[0], index[1], rho)

    def alone(take: Callable[[Contrast], Number], none: Number = None) -> Measure:
        def of(_: float) -> Number:
            contrasted = found(0)
            return take(contrasted) if contrasted else none

        return of

    measures: dict[str, Measure] = of_estimate("contrast", "_pct", found)
    measures["contrast_pct"] = alone(lambda of: of.value)
    measures["n_paired_A"] = alone(lambda of: of.days_before, 0)
    measures["n_paired_B"] = alone(lambda of: of.days_now, 0)
    measures["untreated_ratio"] = alone(lambda of: 1 + of.untreated_change / 100)
    measures["treated_ratio_paired_days"] = alone(lambda of: 1 + of.treated_change / 100)
    return measures


def of_gls(series: Series, phi: Any) -> dict[str, Measure]:
    """Fit with the case's own correlation: the program pools one and does not estimate it so."""

    @cache
    def fit() -> Fit | None:
        if not 0 <= number_of(phi, "gls_car1_phi") < 1:
            raise OddCase("gls_car1_phi is outside 0 to 1")
        given = ~np.isnan(series.y)
        later = series.phase[given] == "B"
        design = np.column_stack([np.ones(len(later)), later])
        return gls(series.t[given], series.y[given], design, phi)

    def part(take: Callable[[Fit], float]) -> Measure:
        def of(_: float) -> Number:
            found = fit()
            return take(found) if found else None

        return of

    measures = {"gls_car1_sigma": part(lambda of: of.variance**0.5)}
    for place, name in enumerate(("gls_car1_baseline", "gls_car1_change")):
        measures[name] = part(lambda of, at=place: float(of.coefficients[at]))
        measures[f"{name}_SE"] = part(
            lambda of, at=place: float(of.variance * of.unscaled[at, at]) ** 0.5
        )
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


def percent(before: Days, now: Days, rho: float) -> Estimate | None:
    return change(before, now, rho) if before[1].mean() > 0 else None


def smoothed(case: str, held: Mapping[str, Any], curve: Any) -> Result:
    """Compare a curve point by point; the result is the point that is farthest off."""
    name = "lowess"
    try:
        if not isinstance(curve, dict):
            raise OddCase("is no curve")
        share = number_of(curve.get("frac"), "frac")
        name = f"lowess frac {share:.3g}"
        if curve.get("delta"):
            return Result(case, name, skipped=True)
        return _farthest(case, name, held, curve)
    except ODD as trouble:
        return Result(case, name, problem=said(trouble))


def _farthest(case: str, name: str, held: Mapping[str, Any], curve: Mapping[str, Any]) -> Result:
    tolerance, steps = tolerance_of(curve), curve.get("iter", ROBUST_STEPS)
    if steps not in range(MOST_STEPS + 1):
        raise OddCase(f"iter is no whole number from 0 to {MOST_STEPS}")
    if curve["frac"] <= 0:
        raise OddCase("frac is not above 0")
    t, y = by_time(days_of(held), row_of(held, "y"))
    given = ~np.isnan(y)
    at, expected = by_time(row_of(curve, "x"), row_of(curve, "fitted"))
    x = t[given]
    if not len(x):
        raise OddCase("y has no rating")
    if not np.array_equal(x, at) or np.isnan(expected).any():
        raise OddCase("the days of the curve are not those that are rated")
    line = lowess(x, y[given], curve["frac"], int(steps))
    over = np.abs(line - expected) - np.maximum(tolerance, RELATIVE * np.abs(expected))
    worst = int(over.argmax())
    where = f"{name} at {x[worst]:g}"
    return Result(case, where, float(expected[worst]), float(line[worst]), tolerance)


if __name__ == "__main__":
    sys.exit(main())
