"""What a file of reference cases must look like: its numbers and series, read with care.

Whatever is odd raises OddCase with a few words that say what, so that one odd case, or one odd
value, fails alone.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

LONGEST_WHOLE = 400  # digits; a longer number is none that can be compared


class OddCase(ValueError):
    """Something in the file is not as it should be; its text says what."""


@dataclass(frozen=True)
class Series:
    """Ratings of one region by time; NaN is a day without one. order: their places in the file."""

    t: np.ndarray
    y: np.ndarray
    phase: np.ndarray
    order: np.ndarray

    def of(self, phase: str) -> tuple[np.ndarray, np.ndarray]:
        mine = (self.phase == phase) & ~np.isnan(self.y)
        return self.t[mine], self.y[mine]


def read(file: Path) -> list[Any]:
    """Return the cases of a file, at least one, whatever they are."""
    held = json.loads(file.read_text("utf-8"), parse_int=_whole)
    cases = held.get("cases") if isinstance(held, dict) else None
    if not isinstance(cases, list):
        raise OddCase('"cases" is no list')
    if not cases:
        raise OddCase('"cases" is empty')
    return cases


def _whole(digits: str) -> float:
    """Read a whole number; one that Python refuses to read is beyond every float anyway."""
    return float(digits) if len(digits) > LONGEST_WHOLE else int(digits)


def wanted_of(expected: Mapping[str, Any]) -> float | None:
    if "value" not in expected:
        raise OddCase("value is missing")
    value = expected["value"]
    return None if value is None else number_of(value, "value")


def tolerance_of(expected: Mapping[str, Any]) -> float:
    if "tol" not in expected:
        raise OddCase("tol is missing")
    tolerance = number_of(expected["tol"], "tol")
    if tolerance < 0:
        raise OddCase("tol is below 0")
    return tolerance


def number_of(value: Any, name: str) -> float:
    """Return a finite number; a text that looks like one is none."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise OddCase(f"{name} is no number")
    if abs(value) > sys.float_info.max or math.isnan(value):
        raise OddCase(f"{name} is not finite")
    return float(value)


def series_of(case: Any) -> Series:
    """Return a series by time, whatever the order in the file."""
    if not isinstance(case, dict):
        raise OddCase("a series is no series")
    t, y, phase = days_of(case), row_of(case, "y"), case.get("phase")
    if not isinstance(phase, list) or not all(isinstance(each, str) for each in phase):
        raise OddCase("phase is no list of names")
    if not len(t) == len(y) == len(phase):
        raise OddCase("t, y and phase are not of one length")
    rated, times = np.unique(t[~np.isnan(y)], return_counts=True)
    if (times > 1).any():
        raise OddCase(f"t {rated[times > 1][0]:g} is rated twice")
    order = t.argsort(kind="stable")
    return Series(t[order], y[order], np.array(phase, dtype=np.str_)[order], order)


def days_of(case: Mapping[str, Any]) -> np.ndarray:
    t = row_of(case, "t")
    if np.isnan(t).any():
        raise OddCase("t has a hole")
    return t


def by_time(t: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if len(t) != len(y):
        raise OddCase("days and values are not of one length")
    order = t.argsort(kind="stable")
    return t[order], y[order]


def rows_of(values: Any, days: int) -> np.ndarray:
    """Return the untreated regions, shape (regions, days)."""
    if not isinstance(values, list) or not values:
        raise OddCase("untreated is no list of regions")
    rows = [row_of({"untreated": row}, "untreated") for row in values]
    if {len(row) for row in rows} != {days}:
        raise OddCase("untreated is not of the length of t")
    return np.array(rows)


def row_of(held: Mapping[str, Any], name: str) -> np.ndarray:
    """Return numbers; null, or NaN, is a day without one."""
    values = held.get(name)
    if not isinstance(values, list):
        raise OddCase(f"{name} is no list of numbers")
    return np.array([_rated(value, name) for value in values], dtype=np.float64)


def _rated(value: Any, name: str) -> float:
    is_hole = value is None or (isinstance(value, float) and math.isnan(value))
    return math.nan if is_hole else number_of(value, name)
