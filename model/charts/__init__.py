"""The charts of the program in one registry; each chart has one file beside this one.

matplotlib is imported inside the functions that draw, so that the registry may be read early.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.analysis.sentences import Sentence
from model.charts import timeline
from model.charts.table import Table
from model.records.snapshot import Snapshot
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Chart:
    """A chart of one region: its name, and how to draw it, say it and list it."""

    id: str
    name: str
    figure: Callable[..., Figure]
    description: Callable[[Snapshot, str], Sentence]
    table: Callable[[Snapshot, str], Table]


CHARTS: dict[str, Chart] = {
    chart.id: chart
    for chart in (
        Chart(
            "timeline",
            QT_TRANSLATE_NOOP("Chart", "Over time"),
            timeline.figure,
            timeline.description,
            timeline.table,
        ),
    )
}
