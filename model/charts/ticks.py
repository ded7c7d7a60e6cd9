"""The named ticks of an axis, set so that any thread may do it."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axis import Axis
from matplotlib.ticker import FixedFormatter


def name_ticks(axis: Axis, at: Sequence[float], names: Sequence[str]) -> None:
    """Mark some values of an axis and name each.

    `set_ticks` with labels would for a moment change what warnings the whole program shows, which
    two threads at once leave changed.
    """
    axis.set_ticks(at)
    axis.set_major_formatter(FixedFormatter(names))
