"""Many straight lines as one, broken by NaN: one artist draws them all."""

from __future__ import annotations

from collections.abc import Iterable
from math import nan


def uprights(at: Iterable[float], low: float, high: float) -> tuple[list[float], list[float]]:
    """Return upright lines at some places, all from `low` to `high`."""
    listed = list(at)
    return [x for each in listed for x in (each, each, nan)], [low, high, nan] * len(listed)


def levels(at: Iterable[float], left: float, right: float) -> tuple[list[float], list[float]]:
    """Return level lines at some heights, all from `left` to `right`."""
    y, x = uprights(at, left, right)
    return x, y
