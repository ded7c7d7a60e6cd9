"""The drawings of the page: the body three times, and the regions treated most over time."""

from __future__ import annotations

from collections.abc import Sequence

from model.analysis.phases import Span
from model.analysis.progress import Progress, window
from model.catalog.regions import REGIONS
from model.charts import CHARTS, style
from model.charts.live import drawn
from model.charts.series import LEAST_DAYS
from model.charts.view import View
from model.report.boxes import Picture
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

MOST = 2  # regions that are drawn over time
# Inches. The template sets them to 0.8 of that, so that their words are as small as the page's.
BODY_SIZE = (8.96, 2.25)
TIME_SIZE = (5.15, 1.74)
AFTER_SIZE = (3.7, 1.74)


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
    """Choose the region with most sessions and the largest baseline, then one of another pair."""
    ranked = sorted(
        (item for item in view.progress.regions if _drawable(scope, item.region, span)),
        key=lambda item: (not item.treated, -item.sessions),
    )
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
    """Draw a chart of the registry as it is on the screen, in the palette of paper."""
    made = CHARTS[chart]
    figure = drawn(made.live, view, region, style.PAPER, size, scope.translate, titled=False)
    return Picture(title, style.svg(figure), made.description(view, region).said(scope.translate))
