"""The drawings of the page: the body three times, and the regions treated most over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.analysis.headline import bothers_most
from model.analysis.phases import Span
from model.analysis.progress import Progress, RegionProgress, window
from model.catalog.regions import REGIONS
from model.charts import CHARTS, style
from model.charts.series import LEAST_DAYS
from model.charts.view import View
from model.report.boxes import Picture
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from model.analysis.sentences import Translate
    from model.charts import Chart
    from model.charts.live import LiveChart

MOST = 2  # regions that are drawn over time
MOST_KEPT = 2  # charts of a kind that wait for the next page
# Inches. The template sets them to 0.8 of that, so that their words are as small as the page's.
BODY_SIZE = (8.96, 2.25)
TIME_SIZE = (5.15, 1.62)
AFTER_SIZE = (3.7, 1.62)


def body(scope: Scope, view: View) -> Picture | None:
    """Draw the body at baseline, now, and the change; None where nothing is rated."""
    if not is_on_body(view.progress):
        return None
    return _drawn(
        scope, view, "body", "", BODY_SIZE, scope.say(QT_TRANSLATE_NOOP("Report", "On the body"))
    )


def is_on_body(progress: Progress) -> bool:
    """Tell whether there is anything to draw on the body."""
    return any(shown.baseline or shown.now for shown in progress.regions)


def over_time(scope: Scope, view: View, regions: Sequence[str]) -> tuple[tuple[Picture, ...], ...]:
    """Draw regions over time, those that were treated with the days after a session too."""
    rows = []
    for region in regions:
        name = scope.region(region)
        title = scope.say(QT_TRANSLATE_NOOP("Report", "{region} over time"), region=name)
        row = [_drawn(scope, view, "timeline", region, TIME_SIZE, title)]
        shown = view.progress.of(region)
        if shown and shown.treated:
            title = scope.say(QT_TRANSLATE_NOOP("Report", "{region} after a session"), region=name)
            row.append(_drawn(scope, view, "wear_off", region, AFTER_SIZE, title))
        rows.append(tuple(row))
    return tuple(rows)


def charted(scope: Scope, view: View, span: Span) -> list[str]:
    """Choose the region with most sessions, then one of another pair.

    Of several the one that bothers most goes first, then that of the largest fall, as in the
    headline; without sessions that which sweats most.
    """
    bothers = bothers_most(scope.snapshot)

    def order(item: RegionProgress) -> tuple[bool, int, bool, float, float]:
        fall = item.change.value if item.treated and item.change else 0.0
        days = item.baseline or window(scope.snapshot, item.region, span)
        mean = (days.mean if days else None) or 0.0
        return not item.treated, -item.sessions, item.region != bothers, fall, -mean

    drawable = [it for it in view.progress.regions if _drawable(scope, it.region, span)]
    ranked = sorted(drawable, key=order)
    chosen: list[str] = []
    for item in ranked:
        pair = REGIONS[item.region].pair if item.region in REGIONS else ""
        if pair not in chosen and len(chosen) < MOST:
            chosen.append(item.region)
    return chosen


def _drawable(scope: Scope, region: str, span: Span) -> bool:
    found = window(scope.snapshot, region, span)
    return found is not None and found.days >= LEAST_DAYS


def _drawn(
    scope: Scope, view: View, chart: str, region: str, size: tuple[float, float], title: str
) -> Picture:
    """Draw a chart of the registry as it is on the screen, in the palette of paper.

    A chart that was made stays for the next page: to make one costs more than to show another
    diary on it. Each thread takes one of its own.
    """
    made = CHARTS[chart]
    kept = _KEPT.setdefault((chart, size, scope.translate), [])
    try:
        figure, live = kept.pop()
    except IndexError:
        figure, live = _made(made, size, scope.translate)
    live.show(view, region)
    drawn = style.svg(figure)
    if len(kept) < MOST_KEPT:
        kept.append((figure, live))
    return Picture(title, drawn, made.description(view, region).said(scope.translate))


def _made(
    chart: Chart, size: tuple[float, float], translate: Translate
) -> tuple[Figure, LiveChart]:
    """Return a chart without a diary; those of the page have no rows that need more height."""
    kind = chart.live  # first: it loads matplotlib as it should be
    from matplotlib.figure import Figure

    figure = Figure(figsize=size, dpi=100)
    live = kind(figure, style.PAPER, translate, titled=False, alone=True)
    if live.dated:
        live.set_dates(0, 1)  # written before the keys now, as when it is shown again
    return figure, live


_KEPT: dict[tuple[object, ...], list[tuple[Figure, LiveChart]]] = {}
"""Charts that are not in use, by their kind, size and language."""
