"""The table of the page, region by region, and the one line above it that sums it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from model.analysis.estimate import Estimate
from model.analysis.phases import BASELINE_DAYS, session_days
from model.analysis.progress import Progress, RegionProgress, Window, window
from model.analysis.words import said_headline
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

NONE = "–"
MINUS = "−"
CHOSEN = "†"
MOVED = "‡"


@dataclass(frozen=True)
class Row:
    """One region, ready to print."""

    region: str
    treated: bool
    drier: bool  # by more than chance, as the headline counts
    baseline: str
    now: str
    change: str
    sessions: str
    last_session: str


@dataclass(frozen=True)
class RegionTable:
    """Title with unit, heads of the columns, rows (treated first), notes under the table."""

    title: str
    unit: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def region_table(scope: Scope, progress: Progress) -> RegionTable:
    """Return the table of all regions; a number that is missing has its reason underneath."""
    reasons: dict[str, int] = {}
    rows = tuple(
        _row(scope, shown, shown.region in progress.improved, reasons) for shown in progress.regions
    )
    notes = [f"{_superscript(number)} {reason}" for reason, number in reasons.items()]
    notes += [_chosen(scope, shown) for shown in progress.regions if shown.baseline_chosen]
    notes += _moved(scope, progress)
    if any(shown.provisional for shown in progress.regions):
        notes.insert(0, scope.say(_PROVISIONAL))
    if progress.improved:
        notes.insert(0, scope.say(_BOLD))
    return RegionTable(
        scope.say(QT_TRANSLATE_NOOP("Report", "Change per region")),
        scope.say(QT_TRANSLATE_NOOP("Report", "mean severity 0–10 (days rated)")),
        (
            scope.say(QT_TRANSLATE_NOOP("Report", "Region")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Baseline")),
            _now_head(scope, progress),
            scope.say(QT_TRANSLATE_NOOP("Report", "Change (95 % interval)")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Sessions")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Last session")),
        ),
        rows,
        tuple(notes),
    )


_BOLD = QT_TRANSLATE_NOOP("Report", "Bold: less sweating, counted in the headline.")
_PROVISIONAL = QT_TRANSLATE_NOOP(
    "Report", "* Provisional: fewer than 10 rated days on one side, or too few after the induction."
)


def _chosen(scope: Scope, shown: RegionProgress) -> str:
    """Say which days the patient chose for a baseline; without a rated one there are none."""
    region = scope.region(shown.region)
    if shown.baseline is None:
        return scope.say(
            QT_TRANSLATE_NOOP("Report", "{mark} {region}: baseline chosen by the patient."),
            mark=CHOSEN,
            region=region,
        )
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "{mark} {region}: baseline chosen by the patient, {days}."),
        mark=CHOSEN,
        region=region,
        days=scope.span(shown.baseline.starts, shown.baseline.ends),
    )


def _moved(scope: Scope, progress: Progress) -> list[str]:
    """Say of which regions the patient moved the end of the induction, and to which day."""
    days: dict[date, list[str]] = {}
    for shown in progress.regions:
        if shown.induction_moved and shown.phases and shown.phases.moved:
            days.setdefault(shown.phases.moved, []).append(scope.region(shown.region))
    return [
        scope.say(
            QT_TRANSLATE_NOOP("Report", "{mark} {regions}: end of the induction moved to {day}."),
            mark=MOVED,
            regions=", ".join(regions),
            day=scope.day(day),
        )
        for day, regions in days.items()
    ]


def headline(scope: Scope, progress: Progress) -> str:
    """Say how many treated regions sweat less, by the rule that the screen follows too."""
    return said_headline(progress, scope.snapshot).said(scope.translate)


def latest(scope: Scope, region: str, last: date | None) -> Window | None:
    """Return the last 28 days of a diary in which nothing parts before from after."""
    if last is None:
        return None
    return window(scope.snapshot, region, (last - timedelta(days=BASELINE_DAYS - 1), last))


def percent(change: float) -> str:
    """Return a change in whole percent with its sign, like '−31 %'."""
    return f"{_signed(change, 0)} %"


def _row(scope: Scope, shown: RegionProgress, drier: bool, reasons: dict[str, int]) -> Row:
    now = shown.now
    if not scope.treated:
        now = latest(scope, shown.region, scope.snapshot.last_day)
    days = [day for day in session_days(scope.snapshot).get(shown.region, ()) if scope.holds(day)]
    return Row(
        scope.region(shown.region),
        shown.treated,
        drier,
        _mean(shown.baseline) + (CHOSEN if shown.baseline_chosen else ""),
        _mean(now) + (MOVED if shown.induction_moved else ""),
        _change(scope, shown, reasons),
        str(len(days)) if shown.treated else scope.say(QT_TRANSLATE_NOOP("Report", "none")),
        scope.day(days[-1]) if days else NONE,
    )


def _mean(found: Window | None) -> str:
    if found is None:
        return NONE
    return f"{NONE if found.mean is None else format(found.mean, '.1f')} ({found.days})"


def _change(scope: Scope, shown: RegionProgress, reasons: dict[str, int]) -> str:
    star = "*" if shown.provisional else ""
    note = ""
    if shown.reason:
        reason = shown.reason.said(scope.translate)
        note = _superscript(reasons.setdefault(reason, len(reasons) + 1))
    if shown.change is not None:
        return _with_limits(scope, shown.change) + star
    if shown.points is not None:
        fields = {
            name: _signed(value or 0.0, 1)
            for name, value in (
                ("points", shown.points.value),
                ("low", shown.points.low),
                ("high", shown.points.high),
            )
        }
        text = QT_TRANSLATE_NOOP("Report", "{points} points ({low} to {high})")
        return scope.say(text, **fields) + star + note
    return NONE + note


def _with_limits(scope: Scope, change: Estimate) -> str:
    """Return a change in percent with its interval, like '−46 % (−58 to −31)'."""
    fields = {"change": percent(change.value), "low": _signed(change.low, 0)}
    if change.high is None:
        return scope.say(
            QT_TRANSLATE_NOOP("Report", "{change} ({low} to no upper limit)"), **fields
        )
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "{change} ({low} to {high})"),
        high=_signed(change.high, 0),
        **fields,
    )


def _now_head(scope: Scope, progress: Progress) -> str:
    if not progress.sessions:
        return scope.say(QT_TRANSLATE_NOOP("Report", "Last 28 days"))
    if any(shown.so_far for shown in progress.regions if shown.treated):
        return scope.say(QT_TRANSLATE_NOOP("Report", "Now / so far"))
    return scope.say(QT_TRANSLATE_NOOP("Report", "Now"))


def _signed(change: float, digits: int) -> str:
    rounded = round(change, digits)
    sign = MINUS if rounded < 0 else "+" if rounded > 0 else ""
    return f"{sign}{abs(rounded):.{digits}f}"


def _superscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
