"""The charts of the program in one registry.

Each chart has its class in the file of its name; what it shows, in numbers and words, stands beside
it (change_rows, contrast_series ...). The registry itself is light: a chart is loaded, and with it
matplotlib, when it is first asked for more than its name. Never before the first window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from model.charts.loading import load_matplotlib
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.analysis.sentences import Sentence
    from model.charts.live import LiveChart
    from model.charts.table import Table
    from model.charts.view import View


class Drawing(NamedTuple):
    """How a chart is drawn, said and listed."""

    live: type[LiveChart]
    description: Callable[[View, str], Sentence]
    table: Callable[[View, str], Table]


@dataclass(frozen=True)
class Chart:
    """A chart: its name, the class that draws it, how to say it and list it.

    of_region: it shows one region; the others show the whole diary and mark the region, if at all.
    load: brings what the file of the chart holds.
    """

    id: str
    name: str
    of_region: bool
    load: Callable[[], Drawing]

    @cached_property
    def _drawing(self) -> Drawing:
        load_matplotlib()
        return self.load()

    @property
    def live(self) -> type[LiveChart]:
        """The class that draws it."""
        return self._drawing.live

    def description(self, view: View, region: str) -> Sentence:
        """Say what it shows, in one sentence."""
        return self._drawing.description(view, region)

    def table(self, view: View, region: str) -> Table:
        """List what it shows."""
        return self._drawing.table(view, region)


def _change() -> Drawing:
    from model.charts.change import ChangeChart, description, table

    return Drawing(ChangeChart, description, table)


def _timeline() -> Drawing:
    from model.charts.timeline import Timeline, description, table

    return Drawing(Timeline, description, table)


def _contrast() -> Drawing:
    from model.charts.contrast import ContrastChart, description, table

    return Drawing(ContrastChart, description, table)


def _wear_off() -> Drawing:
    from model.charts.wear_off import WearOffChart, description, table

    return Drawing(WearOffChart, description, table)


def _body() -> Drawing:
    from model.charts.body import BodyChart, description, table

    return Drawing(BodyChart, description, table)


def _calendar() -> Drawing:
    from model.charts.calendar import CalendarChart, description, table

    return Drawing(CalendarChart, description, table)


def _doses() -> Drawing:
    from model.charts.doses import DosesChart, description, table

    return Drawing(DosesChart, description, table)


def _scores() -> Drawing:
    from model.charts.scores import ScoresChart, description, table

    return Drawing(ScoresChart, description, table)


def _epochs() -> Drawing:
    from model.charts.epochs import EpochsChart, description, table

    return Drawing(EpochsChart, description, table)


def _overview() -> Drawing:
    from model.charts.overview import OverviewChart, description, table

    return Drawing(OverviewChart, description, table)


CHARTS: dict[str, Chart] = {
    chart.id: chart
    for chart in (
        Chart("change", QT_TRANSLATE_NOOP("Chart", "Change per region"), False, _change),
        Chart("timeline", QT_TRANSLATE_NOOP("Chart", "Over time"), True, _timeline),
        Chart("contrast", QT_TRANSLATE_NOOP("Chart", "Against untreated"), True, _contrast),
        Chart("wear_off", QT_TRANSLATE_NOOP("Chart", "After a session"), True, _wear_off),
        Chart("body", QT_TRANSLATE_NOOP("Chart", "On the body"), False, _body),
        Chart("calendar", QT_TRANSLATE_NOOP("Chart", "Calendar"), True, _calendar),
        Chart("doses", QT_TRANSLATE_NOOP("Chart", "Sessions and dose"), False, _doses),
        Chart("scores", QT_TRANSLATE_NOOP("Chart", "Questionnaires"), False, _scores),
        Chart("epochs", QT_TRANSLATE_NOOP("Chart", "Settings"), True, _epochs),
        Chart("overview", QT_TRANSLATE_NOOP("Chart", "All regions"), False, _overview),
    )
}
"""In the order of the page: all regions, one region, the whole diary."""
