"""The table of periods of constant settings: what was done in each, and what followed.

Each period has the number that it has on the time chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from model.analysis.doses import sessions_by_region
from model.analysis.epochs import (
    RANKED_FROM_DAYS,
    RANKED_FROM_SESSIONS,
    Epoch,
    epochs,
    settings_in_words,
)
from model.analysis.phases import BREAK_DAYS
from model.analysis.progress import Progress, RegionProgress
from model.analysis.sentences import Sentence
from model.analysis.settings import Settings, in_words
from model.charts.epoch_rows import standing
from model.charts.periods import NUMBER, Period, numbered
from model.report.boxes import Sheet
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

APART = 3  # regions that have a column of their own
MOST = 4  # rows of a table on the first page; the others follow on a later one

_NOTE = QT_TRANSLATE_NOOP(
    "Report",
    "Rank 1: lowest mean. Not ranked: under {days} days or {sessions} sessions, too few rated days,"
    " or mostly in the induction. Other things may have changed at the same time.",
)
_NOTE_OF_PERIOD = QT_TRANSLATE_NOOP(
    "Report",
    "Rank 1: lowest mean of all periods of the diary, also of those not shown here. Not ranked:"
    " under {days} days or {sessions} sessions, too few rated days, or mostly in the induction."
    " Other things may have changed at the same time.",
)
_NOT_RANKED = QT_TRANSLATE_NOOP(
    "Report",
    "No ranks: fewer than two periods can be compared (at least {days} days, {sessions} sessions"
    " and 5 rated days; those mostly in the induction are left out).",
)
_EARLIER = QT_TRANSLATE_NOOP("Report", "Earlier periods: {count}, on the next page.")
_STOPPED = QT_TRANSLATE_NOOP("Report", "Sessions stopped early: {count}.")
_UNIT = QT_TRANSLATE_NOOP("Report", "mean severity 0–10 (days rated)")
_UNIT_PLANNED = QT_TRANSLATE_NOOP(
    "Report", "sessions done of planned, mean severity 0–10 (days rated)"
)
_LETTERS = 26  # of a region's name in the head of a column; the title has all of it
_NONE = QT_TRANSLATE_NOOP("Report", "No session was logged, so there are no settings to compare.")


Treated = tuple[tuple[RegionProgress, tuple[Period, ...]], ...]
"""The treated regions, each with all periods of its settings by time."""


def treated_in_periods(scope: Scope, progress: Progress) -> Treated:
    """Split the sessions of every treated region into periods of constant settings."""
    sessions = sessions_by_region(scope.snapshot)
    return tuple(
        (shown, tuple(numbered(epochs(scope.snapshot, shown.region, sessions))))
        for shown in progress.regions
        if shown.treated
    )


def settings_now(scope: Scope, treated: Treated) -> tuple[str, ...]:
    """Say in one line with which settings the regions are treated now, as far as entered.

    A region without a session for more than BREAK_DAYS is not treated now.
    """
    said: list[str] = []
    for shown, periods in treated:
        if not periods or shown.days_since_last is None or shown.days_since_last > BREAK_DAYS:
            continue
        epoch = periods[-1].epoch
        if all(getattr(epoch.settings, name) is None for name in ("minutes", *_OF_A_ROW)):
            continue
        text = _said(scope, epoch, _NOT_NOW)
        if not epoch.applicators:
            named = QT_TRANSLATE_NOOP("Report", "{region}: {settings}")
            text = scope.say(named, region=scope.region(shown.region), settings=text)
        if text not in said:
            said.append(text)
    if not said:
        return ()
    line = QT_TRANSLATE_NOOP("Report", "Settings now: {settings}")
    return (scope.say(line, settings="; ".join(said)),)


def epoch_tables(scope: Scope, treated: Treated) -> tuple[Sheet, ...]:
    """Return one table for each set of regions that were treated in the very same sessions."""
    found = [(shown.region, _in_period(scope, periods)) for shown, periods in treated]
    known = [(region, rows) for region, rows in found if rows]
    if not known:
        title = scope.say(QT_TRANSLATE_NOOP("Report", "Periods of constant settings"))
        return (Sheet(title, "", (), (), (scope.say(_NONE),)),)
    alike: dict[object, list[tuple[str, list[Period]]]] = {}
    for item in known:
        alike.setdefault(_same(item[1]), []).append(item)
    made = [_table(scope, group) for group in alike.values()]
    note = _NOT_RANKED
    if any(_are_ranked([period.epoch for period in rows]) for _, rows in known):
        note = _NOTE_OF_PERIOD if scope.period else _NOTE
    rule = scope.say(note, days=RANKED_FROM_DAYS, sessions=RANKED_FROM_SESSIONS)
    stopped = sum(session.ended_early for session in scope.sessions())
    early = [scope.say(_STOPPED, count=stopped)] if stopped else []
    return (*made[:-1], replace(made[-1], notes=(*made[-1].notes, *early, rule)))


def _in_period(scope: Scope, found: Sequence[Period]) -> list[Period]:
    return [period for period in found if scope.holds(period.epoch.starts, period.epoch.ends)]


def _same(rows: Sequence[Period]) -> tuple[object, ...]:
    """Return what regions have in common that were treated in the same sessions."""
    return tuple(
        (row.number, row.epoch.starts, row.epoch.ends, row.epoch.done, row.epoch.settings)
        for row in rows
    )


def _table(scope: Scope, group: Sequence[tuple[str, Sequence[Period]]]) -> Sheet:
    names = [scope.region(region) for region, _ in group]
    columns = [[period.epoch for period in periods] for _, periods in group]
    is_ranked = any(map(_are_ranked, columns))
    is_planned = any(epoch.planned is not None for column in columns for epoch in column)
    shared = _shared([epoch.settings for epoch in columns[0]])
    rows = [
        _row(scope, period, shared, same, columns)
        for period, same in zip(group[0][1], zip(*columns, strict=True), strict=True)
    ][::-1]
    left = len(rows) - MOST
    notes = [scope.say(_EARLIER, count=left)] if left > 0 else []
    return Sheet(
        scope.say(
            QT_TRANSLATE_NOOP("Report", "Periods of constant settings: {regions}"),
            regions=", ".join(names),
        ),
        _unit(scope, is_planned, columns[0][0], shared),
        (
            scope.term("Chart", NUMBER),
            scope.say(QT_TRANSLATE_NOOP("Report", "Period")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Settings")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Sessions")),
            *(map(_cut, names) if 1 < len(names) <= APART else [_severity(scope)]),
            scope.say(QT_TRANSLATE_NOOP("Report", "Reactions")),
            *([scope.say(QT_TRANSLATE_NOOP("Report", "Rank"))] if is_ranked else []),
        ),
        tuple(rows[:MOST]),
        tuple(notes),
        rest=tuple(rows[MOST:]),
        words=3,
    )


def _shared(found: Sequence[Settings]) -> frozenset[str]:
    """Return the fields of settings that are the same in every period, to be said but once.

    Current and rhythm stand in every row: they change most, and a row must not be left empty.
    """
    if len(found) < 2 or any(None in (each.current_low, each.per_week) for each in found):
        return frozenset()
    return frozenset(
        name
        for name in _FIELDS
        if name not in _OF_A_ROW
        and getattr(found[0], name)
        and len({getattr(each, name) for each in found}) == 1
    )


_FIELDS = tuple(field.name for field in fields(Settings))
_OF_A_ROW = ("current_low", "current_high", "per_week", "gap_days")
_NOT_NOW = frozenset({"water", "additive", "polarity", "waveform"})  # one line is for the dose


def _unit(scope: Scope, is_planned: bool, epoch: Epoch, shared: frozenset[str]) -> str:
    """Say what the numbers are, and which settings are those of every row."""
    unit = scope.say(_UNIT_PLANNED if is_planned else _UNIT)
    if not shared:
        return unit
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "{unit} · in all periods: {settings}"),
        unit=unit,
        settings=_said(scope, epoch, frozenset(_FIELDS) - shared),
    )


def _said(scope: Scope, epoch: Epoch, left_out: frozenset[str]) -> str:
    """Return settings in words, some of them left out."""
    if not left_out:
        return settings_in_words(epoch).said(scope.translate)
    nothing = {name: () if name == "applicators" else None for name in left_out}
    applicators = () if "applicators" in left_out else epoch.applicators
    kept: Settings = replace(epoch.settings, **nothing)  # type: ignore[arg-type]
    return in_words(kept, applicators).said(scope.translate)


def _severity(scope: Scope) -> str:
    return scope.say(QT_TRANSLATE_NOOP("Report", "Severity"))


def _cut(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"


def _are_ranked(rows: Sequence[Epoch]) -> bool:
    """Tell whether any are compared: a rank of one among one says nothing."""
    return sum(row.ranked for row in rows) > 1


def _row(
    scope: Scope,
    period: Period,
    shared: frozenset[str],
    same: Sequence[Epoch],
    columns: Sequence[Sequence[Epoch]],
) -> tuple[str, ...]:
    """Return what one period was, with the severity of each of the regions."""
    first = period.epoch
    ranked = [_are_ranked(rows) for rows in columns]
    ranks = [_standing(scope, *pair) for pair in zip(same, ranked, strict=True)]
    if not any(ranked):
        ranks = []
    return (
        str(period.number),
        scope.span(first.starts, first.ends),
        _said(scope, first, shared),
        _done(scope, first),
        *_severities(scope, same),
        str(len(frozenset().union(*(epoch.noted for epoch in same)))),
        *([" / ".join(dict.fromkeys(ranks))] if ranks else []),
    )


def _severities(scope: Scope, same: Sequence[Epoch]) -> list[str]:
    """Return the mean of each region, in one column where there are many."""
    found = [_mean(scope, epoch) for epoch in same]
    return found if len(found) <= APART else [" / ".join(each.split()[0] for each in found)]


def _standing(scope: Scope, epoch: Epoch, ranked: bool) -> str:
    """Return the rank of a period, why it has none, or a dash where nothing is compared."""
    if epoch.ranked and not ranked:
        return "–"
    return (standing(epoch) or _rank(epoch)).said(scope.translate)


def _rank(epoch: Epoch) -> Sentence:
    return Sentence("{rank}", {"rank": epoch.rank}, context="")


def _done(scope: Scope, epoch: Epoch) -> str:
    if epoch.planned is None:
        return str(epoch.done)
    text = QT_TRANSLATE_NOOP("Report", "{done} of {planned}")
    return scope.say(text, done=epoch.done, planned=epoch.planned)


def _mean(scope: Scope, epoch: Epoch) -> str:
    mean = "–" if epoch.mean is None else scope.number(epoch.mean, 1)
    return f"{mean} ({epoch.rated})"
