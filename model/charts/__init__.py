"""The charts of the program in one registry.

Each chart has its class in the file of its name; what it shows, in numbers and words, stands beside
it (change_rows, contrast_series ...). Importing this loads matplotlib: never before the first
window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from model.analysis.sentences import Sentence
from model.charts import (
    body,
    calendar,
    change,
    contrast,
    doses,
    epochs,
    overview,
    scores,
    timeline,
    wear_off,
)
from model.charts.live import LiveChart
from model.charts.table import Table
from model.charts.view import View
from model.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Chart:
    """A chart: its name, the class that draws it, how to say it and list it.

    of_region: it shows one region; the others show the whole diary and mark the region, if at all.
    """

    id: str
    name: str
    of_region: bool
    live: type[LiveChart]
    description: Callable[[View, str], Sentence]
    table: Callable[[View, str], Table]


CHARTS: dict[str, Chart] = {
    chart.id: chart
    for chart in (
        Chart(
            "change",
            QT_TRANSLATE_NOOP("Chart", "Change per region"),
            False,
            change.ChangeChart,
            change.description,
            change.table,
        ),
        Chart(
            "timeline",
            QT_TRANSLATE_NOOP("Chart", "Over time"),
            True,
            timeline.Timeline,
            timeline.description,
            timeline.table,
        ),
        Chart(
            "contrast",
            QT_TRANSLATE_NOOP("Chart", "Against untreated"),
            True,
            contrast.ContrastChart,
            contrast.description,
            contrast.table,
        ),
        Chart(
            "wear_off",
            QT_TRANSLATE_NOOP("Chart", "After a session"),
            True,
            wear_off.WearOffChart,
            wear_off.description,
            wear_off.table,
        ),
        Chart(
            "body",
            QT_TRANSLATE_NOOP("Chart", "On the body"),
            False,
            body.BodyChart,
            body.description,
            body.table,
        ),
        Chart(
            "calendar",
            QT_TRANSLATE_NOOP("Chart", "Calendar"),
            True,
            calendar.CalendarChart,
            calendar.description,
            calendar.table,
        ),
        Chart(
            "doses",
            QT_TRANSLATE_NOOP("Chart", "Sessions and dose"),
            False,
            doses.DosesChart,
            doses.description,
            doses.table,
        ),
        Chart(
            "scores",
            QT_TRANSLATE_NOOP("Chart", "Questionnaires"),
            False,
            scores.ScoresChart,
            scores.description,
            scores.table,
        ),
        Chart(
            "epochs",
            QT_TRANSLATE_NOOP("Chart", "Settings"),
            True,
            epochs.EpochsChart,
            epochs.description,
            epochs.table,
        ),
        Chart(
            "overview",
            QT_TRANSLATE_NOOP("Chart", "All regions"),
            False,
            overview.OverviewChart,
            overview.description,
            overview.table,
        ),
    )
}
"""In the order of the page: all regions, one region, the whole diary."""
