"""The table of periods of constant settings: what was done in each, and what followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from model.analysis.doses import sessions_by_region
from model.analysis.epochs import (
    RANKED_FROM_DAYS,
    RANKED_FROM_SESSIONS,
    Epoch,
    epochs,
    settings_in_words,
)
from model.analysis.progress import Progress
from model.analysis.sentences import Sentence
from model.charts.epoch_rows import standing
from model.report.boxes import Sheet
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

MOST = 6  # rows of a table on the first page; the others follow on a later one

_NOTE = QT_TRANSLATE_NOOP(
    "Report",
    "Rank 1: lowest mean. Not ranked: under {days} days or {sessions} sessions, too few rated days,"
    " or mostly in the induction. Other things may have changed at the same time.",
)
_EARLIER = QT_TRANSLATE_NOOP("Report", "Earlier periods, on a later page: {count}.")
_STOPPED = QT_TRANSLATE_NOOP("Report", "Sessions stopped early: {count}.")
_NONE = QT_TRANSLATE_NOOP("Report", "No session was logged, so there are no settings to compare.")


def epoch_tables(scope: Scope, progress: Progress) -> tuple[Sheet, ...]:
    """Return one table for each set of regions that were treated in the very same sessions."""
    sessions = sessions_by_region(scope.snapshot)
    found = [
        (shown.region, _in_period(scope, epochs(scope.snapshot, shown.region, sessions)))
        for shown in progress.regions
        if shown.treated
    ]
    known = [(region, rows) for region, rows in found if rows]
    if not known:
        title = scope.say(QT_TRANSLATE_NOOP("Report", "Periods of constant settings"))
        return (Sheet(title, "", (), (), (scope.say(_NONE),)),)
    ranked = sorted(known, key=lambda item: (-sum(e.done for e in item[1]), _same(item[1])))
    made = [
        _table(scope, list(together))
        for _, together in groupby(ranked, key=lambda item: _same(item[1]))
    ]
    rule = scope.say(_NOTE, days=RANKED_FROM_DAYS, sessions=RANKED_FROM_SESSIONS)
    stopped = sum(session.completed is False for session in scope.sessions())
    early = [scope.say(_STOPPED, count=stopped)] if stopped else []
    return (*made[:-1], replace(made[-1], notes=(*made[-1].notes, *early, rule)))


def _in_period(scope: Scope, found: Sequence[Epoch]) -> list[Epoch]:
    return [epoch for epoch in found if scope.holds(epoch.starts, epoch.ends)]


def _same(rows: Sequence[Epoch]) -> tuple[tuple[str, ...], ...]:
    """Return what regions have in common that were treated in the same sessions."""
    return tuple(
        (str(row.starts), str(row.ends), str(row.done), str(settings_in_words(row))) for row in rows
    )


def _table(scope: Scope, group: Sequence[tuple[str, Sequence[Epoch]]]) -> Sheet:
    regions = tuple(region for region, _ in group)
    columns = [rows for _, rows in group]
    rows = [_row(scope, same) for same in zip(*columns, strict=True)][::-1]  # the latest first
    left = len(rows) - MOST
    notes = [scope.say(_EARLIER, count=left)] if left > 0 else []
    return Sheet(
        scope.say(
            QT_TRANSLATE_NOOP("Report", "Periods of constant settings: {regions}"),
            regions=scope.regions(regions),
        ),
        scope.say(
            QT_TRANSLATE_NOOP("Report", "sessions done of planned, mean severity 0–10 (days rated)")
        ),
        (
            scope.say(QT_TRANSLATE_NOOP("Report", "Period")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Settings")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Sessions")),
            *(map(scope.region, regions) if len(regions) > 1 else [_severity(scope)]),
            scope.say(QT_TRANSLATE_NOOP("Report", "Reactions")),
            scope.say(QT_TRANSLATE_NOOP("Report", "Rank")),
        ),
        tuple(rows[:MOST]),
        tuple(notes),
        rest=tuple(rows[MOST:]),
        words=2,
    )


def _severity(scope: Scope) -> str:
    return scope.say(QT_TRANSLATE_NOOP("Report", "Severity"))


def _row(scope: Scope, same: Sequence[Epoch]) -> tuple[str, ...]:
    """Return what one period was, with the severity of each of the regions."""
    first = same[0]
    ranks = [(standing(epoch) or _rank(epoch)).said(scope.translate) for epoch in same]
    return (
        scope.span(first.starts, first.ends),
        settings_in_words(first).said(scope.translate),
        _done(scope, first),
        *(_mean(scope, epoch) for epoch in same),
        str(max(epoch.reactions for epoch in same)),
        ranks[0] if len(set(ranks)) == 1 else " / ".join(ranks),
    )


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
