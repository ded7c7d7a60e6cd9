"""The table of all regions: what each showed before and now, and why where a number is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from model.analysis.estimate import Estimate
from model.analysis.headline import uncounted
from model.analysis.phases import BASELINE_DAYS, parents_of, session_days
from model.analysis.progress import Progress, RegionProgress, Window, window
from model.analysis.reach import reach_of
from model.analysis.verdicts import signed_estimate
from model.analysis.words import said_headline
from model.records.treatment import OwnedApplicator
from model.report.boxes import Sheet
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

NONE = "–"
CHOSEN = "†"
MOVED = "‡"
CHANGE = 3
"""The column that is bold where a region counts in the headline."""

_REACH = {
    "at_hand": QT_TRANSLATE_NOOP("Report", "at hand"),
    "sold": QT_TRANSLATE_NOOP("Report", "for sale"),
    "special": QT_TRANSLATE_NOOP("Report", "special"),
    "none": QT_TRANSLATE_NOOP("Report", "none found"),
    "forbidden": QT_TRANSLATE_NOOP("Report", "forbidden"),
}
_BOLD = QT_TRANSLATE_NOOP("Report", "Bold: less sweating, counted above.")
_PROVISIONAL = QT_TRANSLATE_NOOP(
    "Report", "* Provisional: fewer than 10 rated days on one side, or too few after the induction."
)
_COLUMNS = QT_TRANSLATE_NOOP(
    "Report",
    "Against untreated: the change beyond what the untreated regions did on the same days. Wet"
    " again: first day after a session at {threshold} or more, median; day 1 is the next day."
    " Applicator: at hand, for sale, special (universal electrodes only), none found,"
    " forbidden by a manual.",
)
_NO_UNTREATED = QT_TRANSLATE_NOOP(
    "Report",
    "No untreated region to compare with: weather or stress cannot be told apart from treatment.",
)


def region_table(scope: Scope, progress: Progress) -> Sheet:
    """Return the table of all regions; a number that is missing has its reason underneath."""
    reasons: dict[str, int] = {}
    days = session_days(scope.snapshot)
    rows = tuple(
        _row(scope, shown, days.get(shown.region, ()), reasons) for shown in progress.regions
    )
    notes = [f"{_superscript(number)} {reason}" for reason, number in reasons.items()]
    notes += _aside(scope, progress)
    notes += [_chosen(scope, shown) for shown in progress.regions if shown.baseline_chosen]
    notes += _moved(scope, progress)
    treated = [shown for shown in progress.regions if shown.treated and shown.points]
    if treated and not any(shown.contrast for shown in treated):
        notes.insert(0, scope.say(_NO_UNTREATED))
    if any(shown.provisional for shown in progress.regions):
        notes.insert(0, scope.say(_PROVISIONAL))
    if progress.improved:
        notes.insert(0, scope.say(_BOLD))
    if rows:
        notes.insert(0, scope.say(_COLUMNS, threshold=progress.wet_again_at))
    else:
        notes.insert(0, scope.say(QT_TRANSLATE_NOOP("Report", "No region was rated.")))
    places = list(enumerate(progress.regions))
    return Sheet(
        scope.say(QT_TRANSLATE_NOOP("Report", "Change per region")),
        _unit(scope, progress),
        (
            scope.say(QT_TRANSLATE_NOOP("Report", "Region")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Baseline")),
            _now_head(scope, progress),
            scope.say(QT_TRANSLATE_NOOP("Report", "Change (95 % interval)")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Against untreated")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Sessions")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Last")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Wet again")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Applicator")),
        ),
        rows,
        tuple(notes),
        strong=tuple(at for at, shown in places if shown.region in progress.improved),
        strong_column=CHANGE,
        faint=tuple(at for at, shown in places if not shown.treated),
    )


def _unit(scope: Scope, progress: Progress) -> str:
    """Say what the numbers are, and of which days where these are the same in all rows."""
    before, now = (
        {(window.starts, window.ends) for window in windows if window}
        for windows in (
            [shown.baseline for shown in progress.regions],
            [_now(scope, shown) for shown in progress.regions],
        )
    )
    spans = [scope.span(*next(iter(found))) if len(found) == 1 else "" for found in (before, now)]
    if all(spans):
        text = QT_TRANSLATE_NOOP(
            "Report", "mean severity 0–10 (days rated); baseline {before}, now {now}"
        )
    elif spans[0]:
        text = QT_TRANSLATE_NOOP("Report", "mean severity 0–10 (days rated); baseline {before}")
    elif spans[1]:
        text = QT_TRANSLATE_NOOP("Report", "mean severity 0–10 (days rated); now {now}")
        if not scope.treated:
            text = QT_TRANSLATE_NOOP("Report", "mean severity 0–10 (days rated), {now}")
    else:
        text = QT_TRANSLATE_NOOP("Report", "mean severity 0–10 (days rated)")
    return scope.say(text, before=spans[0], now=spans[1])


def _now(scope: Scope, shown: RegionProgress) -> Window | None:
    """Return the days of now; without any session the last ones of the diary."""
    return shown.now if scope.treated else latest(scope, shown.region, scope.snapshot.last_day)


def _aside(scope: Scope, progress: Progress) -> list[str]:
    """Name the rows that the headline does not count, and why."""
    if not scope.treated:
        return []
    parts, near = uncounted(progress)
    named = (
        (QT_TRANSLATE_NOOP("Report", "Not counted, part of another region: {regions}."), parts),
        (QT_TRANSLATE_NOOP("Report", "Not counted, too near a treated one: {regions}."), near),
    )
    return [scope.say(text, regions=scope.regions(found)) for text, found in named if found]


def headline(scope: Scope, progress: Progress) -> str:
    """Say how many treated regions sweat less, by the rule that the screen follows too."""
    if scope.is_only_not_applicable():
        return scope.say(
            QT_TRANSLATE_NOOP("Report", "No day is rated from 0 to 10: all are “not applicable”.")
        )
    return said_headline(progress, scope.snapshot).said(scope.translate)


def latest(scope: Scope, region: str, last: date | None) -> Window | None:
    """Return the last 28 days of a diary in which nothing parts before from after."""
    if last is None:
        return None
    return window(scope.snapshot, region, (last - timedelta(days=BASELINE_DAYS - 1), last))


def percent(scope: Scope, change: float) -> str:
    """Return an estimated change in percent with its sign, like '−31 %'."""
    shown = signed_estimate(change)
    return f"{scope.number(shown.value, shown.decimals, signed=True)} %"


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
    notes = [
        scope.say(
            QT_TRANSLATE_NOOP("Report", "{mark} {regions}: end of the induction moved to {day}."),
            mark=MOVED,
            regions=", ".join(regions),
            day=scope.day(day),
        )
        for day, regions in days.items()
    ]
    if any(shown.now_moved and not shown.treated for shown in progress.regions):
        shared = QT_TRANSLATE_NOOP(
            "Report", "{mark} at untreated regions: the days of the region treated first."
        )
        notes.append(scope.say(shared, mark=MOVED))
    return notes


def _row(
    scope: Scope, shown: RegionProgress, treated: Sequence[date], reasons: dict[str, int]
) -> tuple[str, ...]:
    now = _now(scope, shown)
    days = [day for day in treated if scope.holds(day)]
    found = reach_of(
        shown.region,
        scope.snapshot.of(OwnedApplicator),
        scope.last_day,
        parents_of(scope.snapshot),
    )
    return (
        scope.region(shown.region),
        _mean(scope, shown.baseline) + (CHOSEN if shown.baseline_chosen else ""),
        _mean(scope, now) + (MOVED if shown.now_moved else ""),
        _change(scope, shown, reasons),
        _with_limits(scope, shown.contrast) if shown.contrast else NONE,
        str(len(days)) if shown.treated else scope.say(QT_TRANSLATE_NOOP("Report", "none")),
        scope.day(days[-1]) if days else NONE,
        NONE
        if shown.dry_interval is None
        else scope.say(QT_TRANSLATE_NOOP("Report", "day {days}"), days=f"{shown.dry_interval:g}"),
        scope.say(_REACH[found.kind]),
    )


def _mean(scope: Scope, found: Window | None) -> str:
    if found is None:
        return NONE
    return f"{NONE if found.mean is None else scope.number(found.mean, 1)} ({found.days})"


def _change(scope: Scope, shown: RegionProgress, reasons: dict[str, int]) -> str:
    star = "*" if shown.provisional else ""
    note = ""
    if shown.reason:
        reason = shown.reason.said(scope.translate)
        if scope.is_only_not_applicable(shown.region):
            reason = scope.say(QT_TRANSLATE_NOOP("Report", "Every entry is “not applicable”."))
        note = _superscript(reasons.setdefault(reason, len(reasons) + 1))
    if shown.change is not None:
        return _with_limits(scope, shown.change) + star
    if shown.points is not None:
        fields = {
            name: scope.number(value or 0.0, 1, signed=True)
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
    fields = {
        "change": percent(scope, change.value),
        "low": scope.number(change.low, signed=True),
    }
    if change.high is None:
        return scope.say(
            QT_TRANSLATE_NOOP("Report", "{change} ({low} to no upper limit)"), **fields
        )
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "{change} ({low} to {high})"),
        high=scope.number(change.high, signed=True),
        **fields,
    )


def _now_head(scope: Scope, progress: Progress) -> str:
    if not progress.sessions:
        return scope.say(QT_TRANSLATE_NOOP("Report", "Last 28 days"))
    if any(shown.so_far for shown in progress.regions if shown.treated):
        return scope.say(QT_TRANSLATE_NOOP("Report", "Now / so far"))
    return scope.say(QT_TRANSLATE_NOOP("Report", "Now"))


def _superscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
