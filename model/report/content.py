"""What the doctor's page says, as plain values: no layout, no clock, no file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from model.analysis.phases import Span
from model.analysis.progress import Progress, Window, progress, window
from model.analysis.quality import Quality, quality
from model.analysis.sentences import Translate, as_written
from model.catalog.regions import REGIONS
from model.charts import style, timeline
from model.charts.live import drawn
from model.charts.series import LEAST_DAYS
from model.charts.view import View
from model.records.person import Profile
from model.records.snapshot import Snapshot
from model.report import lists
from model.report.figure import body
from model.report.lists import Section
from model.report.scope import Period, Scope
from model.report.table import RegionTable, headline, latest, region_table
from model.text import QT_TRANSLATE_NOOP
from model.version import VERSION

CHARTS = 2  # time charts on the page
CHART_SIZE = (7.1, 1.62)  # inches

METHOD = (
    QT_TRANSLATE_NOOP(
        "Report",
        "Self-reported diary: the patient rated the worst sweating of each day and region from 0"
        " (dry) to 10. It is not a measurement and not a diagnosis.",
    ),
    QT_TRANSLATE_NOOP(
        "Report",
        "Baseline: the rated days among the last 28 before the first session of the region. Now:"
        " those among the last 28 up to the last entry, after the induction (first session to the"
        " 12th or to day 28); as long as fewer than 5 days of that are rated, the last 14 days."
        " Regions without a session: the days of the region treated first. Days without a rating"
        " are left out, never counted as dry. A mean needs 5 rated days, a percentage a baseline of"
        " 2 or more. More than 35 days without a session end an episode; a restart has its own"
        " induction.",
    ),
    QT_TRANSLATE_NOOP(
        "Report",
        "Intervals: Fieller's, for the ratio of two means, with days counted as alike as they are"
        " (one autocorrelation over all regions); a region counts in the headline after Holm's"
        " correction for the number of treated regions.",
    ),
    QT_TRANSLATE_NOOP(
        "Report",
        "A fall is not proof of effect: in published trials groups on sham or vehicle treatment"
        " fell by 31–58 % (vehicle cloth 31–35 %, diary score, ATMOS-1 and -2; sham iontophoresis"
        " 39 %, sweat rate, Kim 2017; vehicle gel 44–58 %, gravimetry, CARDIGAN 1 and 2).",
    ),
)
"""Sources: the project's method note, sections 2.1 and 2.3; trials: PMC6516143 table 3,
koreamed 1096670, sofdrahcp.com/efficacy."""


@dataclass(frozen=True)
class Picture:
    """A drawing with its heading, what stands behind it, and the same in words."""

    title: str
    detail: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Page:
    """Everything that the template sets; texts are in the reader's language already."""

    language: str
    title: str
    person: str
    simulated: str
    period: str
    printed: str
    quality: str
    headline: str
    scores: str
    table: RegionTable
    bodies: tuple[Picture, ...]
    body_title: str
    body_note: str
    charts: tuple[Picture, ...]
    sections: tuple[Section, ...]
    closing: tuple[Section, ...]
    method_title: str
    method: tuple[str, ...]
    footer: str
    page_of: str
    continues: str


def content(
    snapshot: Snapshot,
    period: Period | None,
    printed_on: date,
    translate: Translate = as_written,
) -> Page:
    """Collect what the page says of a diary, of one period or of all of it."""
    scope = Scope.of(snapshot, period, translate)
    shown = progress(scope.snapshot)
    found = _quality(scope, printed_on)
    starts = [region.first_session for region in shown.regions if region.first_session]
    profile = next(iter(snapshot.of(Profile)), Profile())
    return Page(
        language=_language(scope),
        title=scope.say(
            QT_TRANSLATE_NOOP("Report", "Sweating and iontophoresis: summary for the doctor")
        ),
        person=_person(scope, profile),
        simulated=_simulated(scope, profile),
        period=_period(scope, found),
        printed=scope.say(QT_TRANSLATE_NOOP("Report", "printed {day}"), day=printed_on),
        quality=_quality_line(scope, found),
        headline=headline(scope, shown),
        scores=" · ".join(lists.scores(scope, min(starts, default=None))),
        table=region_table(scope, shown),
        bodies=_bodies(scope, shown),
        body_title=scope.say(QT_TRANSLATE_NOOP("Report", "Mean severity on the body")),
        body_note=scope.say(
            QT_TRANSLATE_NOOP(
                "Report",
                "R and L are the patient's own. Hatched: too few days rated. Plain: not rated.",
            )
        ),
        charts=_charts(scope, shown, found),
        sections=lists.sections(scope),
        closing=lists.closing(scope),
        method_title=scope.say(QT_TRANSLATE_NOOP("Report", "How to read this page")),
        method=tuple(scope.say(text) for text in METHOD),
        footer=scope.say(
            QT_TRANSLATE_NOOP(
                "Report",
                "Self-reported diary, not a measurement and not a diagnosis · Drymap {version}",
            ),
            version=VERSION,
        ),
        page_of=scope.term("Report", QT_TRANSLATE_NOOP("Report", "Page {page} of {pages}")),
        continues=scope.say(QT_TRANSLATE_NOOP("Report", "continued on the next page")),
    )


def _person(scope: Scope, profile: Profile) -> str:
    parts = (
        profile.name,
        profile.birth_year
        and scope.say(QT_TRANSLATE_NOOP("Report", "born {year}"), year=profile.birth_year),
        profile.diagnosis,
        profile.onset_age is not None
        and scope.say(QT_TRANSLATE_NOOP("Report", "since the age of {age}"), age=profile.onset_age),
        profile.icd10,
    )
    return " · ".join(str(part) for part in parts if part)


def _simulated(scope: Scope, profile: Profile) -> str:
    """Say that a diary was made by a simulator; sample diaries carry it in their name."""
    if "simulated" not in profile.name.lower():
        return ""
    return scope.say(QT_TRANSLATE_NOOP("Report", "Simulated data, not a patient"))


def _language(scope: Scope) -> str:
    """Return the code of the page's language, by which a screen reader chooses its voice."""
    code = scope.say(QT_TRANSLATE_NOOP("Report", "en"))
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else "en"


def _quality(scope: Scope, printed_on: date) -> Quality:
    if scope.period is None:
        return quality(scope.snapshot)
    return quality(scope.snapshot, scope.period[0], min(scope.period[1], printed_on))


def _period(scope: Scope, found: Quality) -> str:
    if scope.period is not None:
        return scope.span(*scope.period)
    if found.first_day is None or found.last_day is None:
        return ""
    return scope.span(found.first_day, found.last_day)


def _quality_line(scope: Scope, found: Quality) -> str:
    sessions = scope.sessions()
    if not found.days_rated and not sessions:
        return ""
    rated = scope.say(
        QT_TRANSLATE_NOOP("Report", "{rated} of {possible} days rated"),
        rated=found.days_rated,
        possible=found.days_possible,
    )
    if not found.days_timed:
        entered = scope.say(QT_TRANSLATE_NOOP("Report", "time of entry unknown"))
    else:
        entered = scope.say(
            QT_TRANSLATE_NOOP("Report", "{same} of {timed} entered the same day"),
            same=found.days_same_day,
            timed=found.days_timed,
        )
    done = scope.say(
        QT_TRANSLATE_NOOP("Report", "sessions: {count} on {days} days"),
        count=len(sessions),
        days=len({session.started_at.date() for session in sessions}),
    )
    return " · ".join((rated, entered, done) if found.days_rated else (rated, done))


def _bodies(scope: Scope, shown: Progress) -> tuple[Picture, ...]:
    """Draw the body before and now, or once where there is nothing to compare."""
    if not scope.treated:
        last = scope.snapshot.last_day
        found = {item.region: latest(scope, item.region, last) for item in shown.regions}
        title = QT_TRANSLATE_NOOP("Report", "Last 28 days")
        return _body(scope, scope.say(title), found)
    before = {item.region: item.baseline for item in shown.regions}
    now = {item.region: item.now for item in shown.regions}
    return (
        *_body(scope, scope.say(QT_TRANSLATE_NOOP("Report", "Baseline")), before),
        *_body(scope, scope.say(QT_TRANSLATE_NOOP("Report", "Now")), now),
    )


def _body(scope: Scope, title: str, found: dict[str, Window | None]) -> tuple[Picture, ...]:
    """Draw one pair of figures; none where no region has a mean."""
    means = {region: window.mean if window else None for region, window in found.items()}
    if all(mean is None for mean in means.values()):
        return ()
    listed = ", ".join(
        f"{scope.region(region)} {mean:.1f}" for region, mean in means.items() if mean is not None
    )
    alt = scope.say(
        QT_TRANSLATE_NOOP("Report", "Front and back of the body, {title}, mean severity: {means}."),
        title=title,
        means=listed,
    )
    on_the_map = {region: mean for region, mean in means.items() if region in REGIONS}
    return (Picture(title, "", body(on_the_map), alt),)


def _charts(scope: Scope, shown: Progress, found: Quality) -> tuple[Picture, ...]:
    """Draw the regions of `_charted`; a chart that would be a sentence is left to the table."""
    if found.first_day is None or found.last_day is None:
        return ()
    span = (found.first_day, found.last_day)
    return tuple(_chart(scope, region, shown, span) for region in _charted(scope, shown, span))


def _charted(scope: Scope, shown: Progress, span: Span) -> list[str]:
    """Choose the region with most sessions and the largest baseline, then one of another pair."""
    ranked = sorted(
        (item for item in shown.regions if _drawable(scope, item.region, span)),
        key=lambda item: (not item.treated, -item.sessions),
    )
    chosen: list[str] = []
    for item in ranked:
        pair = REGIONS[item.region].pair if item.region in REGIONS else ""
        if pair not in chosen and len(chosen) < CHARTS:
            chosen.append(item.region)
    return chosen


def _drawable(scope: Scope, region: str, span: Span) -> bool:
    found = window(scope.snapshot, region, span)
    return found is not None and found.days >= LEAST_DAYS


def _chart(scope: Scope, region: str, shown: Progress, span: Span) -> Picture:
    view = View(scope.snapshot, shown, span)
    figure = drawn(
        timeline.Timeline, view, region, style.PAPER, CHART_SIZE, scope.translate, titled=False
    )
    return Picture(
        scope.say(QT_TRANSLATE_NOOP("Report", "{region} over time"), region=scope.region(region)),
        "",
        style.svg(figure),
        timeline.description(view, region).said(scope.translate),
    )
