"""What each period of constant settings of one region showed, in the order of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from model.analysis.epochs import (
    RANKED_FROM_DAYS,
    RANKED_FROM_SESSIONS,
    Epoch,
    epochs,
    settings_in_words,
)
from model.analysis.phases import MIN_DAYS
from model.analysis.sentences import Sentence
from model.analysis.words import region_name
from model.charts.chosen import moved_said
from model.charts.table import Cell, Table
from model.charts.view import View
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.records.treatment import Session

MOST_ROWS = 12  # the chart shows the latest, the table all

TITLE = QT_TRANSLATE_NOOP("Chart", "{region}: periods of constant settings")
DETAIL = QT_TRANSLATE_NOOP("Chart", "periods: {count}, sessions: {sessions}, {first} – {last}")
TOO_SHORT = QT_TRANSLATE_NOOP("Chart", "too short")
INDUCTION = QT_TRANSLATE_NOOP("Chart", "mostly induction")
FEW_RATED = QT_TRANSLATE_NOOP("Chart", "few rated")
ONLY_ONE = QT_TRANSLATE_NOOP("Chart", "only one to compare")
NUMBER = QT_TRANSLATE_NOOP("Chart", "No.")  # of a period, on the charts and in its tables


@dataclass(frozen=True)
class Shown:
    """What the chart shows of a region: its latest epochs by time, and how many came before.

    empty: the sentence that stands in place of a chart. moved: says that the patient moved the end
    of an induction, whose days are counted.
    """

    name: Sentence
    epochs: tuple[Epoch, ...]
    empty: Sentence | None
    moved: Sentence | None = None

    @property
    def rows(self) -> tuple[Epoch, ...]:
        """The epochs that the chart has room for."""
        return self.epochs[-MOST_ROWS:]

    @property
    def earlier(self) -> int:
        """How many epochs are in the table only."""
        return len(self.epochs) - len(self.rows)

    @property
    def are_ranked(self) -> bool:
        """Tell whether any are compared with each other."""
        return any(epoch.ranked for epoch in self.epochs)

    @property
    def inductions(self) -> int:
        """How many epochs have no rank for lying mostly in an induction."""
        return sum(_reason(epoch) == INDUCTION for epoch in self.epochs)

    @property
    def drawn(self) -> tuple[bool, bool]:
        """Tell whether the chart has a mean that is compared, and whether one that is not."""
        known = [epoch.ranked for epoch in self.rows if epoch.mean is not None]
        return any(known), not all(known)

    @property
    def title(self) -> Sentence:
        """Name the chart."""
        return Sentence(TITLE, {"region": self.name}, "Chart")

    @property
    def detail(self) -> Sentence:
        """How many epochs and sessions, from the first day to the last."""
        fields = {
            "count": len(self.epochs),
            "sessions": sum(epoch.done for epoch in self.epochs),
            "first": self.epochs[0].starts,
            "last": self.epochs[-1].ends,
        }
        return Sentence(DETAIL, fields, "Chart")


def shown(
    view: View, region: str, sessions: Mapping[str, Sequence[Session]] | None = None
) -> Shown:
    """Collect what the chart of a region shows, once for each view.

    `sessions` is what `sessions_by_region` returns, when it is at hand.
    """
    known = _KNOWN.setdefault(view, {})
    if region not in known:
        name, found = region_name(region, view.snapshot), epochs(view.snapshot, region, sessions)
        known[region] = Shown(name, found, _lack(name, region, found), moved_said(view, region))
    return known[region]


# Height, chart, table and description of 20 years ask for the same 20 ms of work.
_KNOWN: WeakKeyDictionary[View, dict[str, Shown]] = WeakKeyDictionary()


def standing(epoch: Epoch) -> Sentence | None:
    """Say why an epoch has no rank, None where it has one."""
    reason = _reason(epoch)
    return Sentence(reason, {}, "Chart") if reason else None


def epoch_in_words(epoch: Epoch, number: int | None = None) -> Sentence:
    """Say all that is known of an epoch; `number` is the one that a doctor knows it by."""
    fields: dict[str, object] = {
        "first": epoch.starts,
        "last": epoch.ends,
        "settings": settings_in_words(epoch),
        "done": epoch.done,
        "planned": epoch.planned,
        "rated": epoch.rated,
        "induction": epoch.in_induction,
        "mean": epoch.mean,
        "low": epoch.low,
        "high": epoch.high,
        "reactions": epoch.reactions,
        "rank": epoch.rank,
        "standing": standing(epoch),
    }
    said = Sentence(_EPOCH, fields, "Chart")
    for text, known in (
        (_PLANNED, epoch.planned is not None),
        (_MEAN, epoch.mean is not None),
        (_IN_INDUCTION, epoch.in_induction > 0),
        (_RANKED if epoch.ranked else _NOT_RANKED, True),
    ):
        if known:
            said = Sentence(text, {**fields, "said": said}, "Chart")
    if number is None:
        return said
    return Sentence(_BY_NUMBER, {"number": number, "said": said}, "Chart")


_EPOCH = QT_TRANSLATE_NOOP(
    "Chart",
    "{first} – {last}: {settings}; sessions: {done}, rated days: {rated}, reactions: {reactions}",
)
_BY_NUMBER = QT_TRANSLATE_NOOP("Chart", "No. {number}, {said}")
_PLANNED = QT_TRANSLATE_NOOP("Chart", "{said}; planned: {planned}")
_MEAN = QT_TRANSLATE_NOOP("Chart", "{said}; mean {mean:.1f} of 10, middle half {low:g} to {high:g}")
_IN_INDUCTION = QT_TRANSLATE_NOOP("Chart", "{said}; rated days in an induction: {induction}")
_RANKED = QT_TRANSLATE_NOOP("Chart", "{said}; rank by mean: {rank}")
_NOT_RANKED = QT_TRANSLATE_NOOP("Chart", "{said}; not ranked: {standing}")


def description(view: View, region: str = "") -> Sentence:
    """Say what the periods of a region showed, for those who cannot see the chart."""
    found = shown(view, region)
    if found.empty:
        return found.empty
    fields: dict[str, object] = {"region": found.name, "detail": found.detail}
    ranked = sorted((e for e in found.epochs if e.rank), key=lambda epoch: epoch.rank or 0)
    if len(ranked) > 1:
        fields |= {
            "ranked": len(ranked),
            "lowest": _mean_in_words(ranked[0]),
            "highest": _mean_in_words(ranked[-1]),
        }
        printed = {_ROUNDED.format(mean=epoch.mean) for epoch in ranked}
        if len(printed) == 1:
            return Sentence(_ALIKE, fields | {"mean": ranked[0].mean}, "Chart")
        return Sentence(_COMPARED, fields, "Chart")
    latest = next(epoch for epoch in reversed(found.epochs) if epoch.mean is not None)
    return Sentence(_LATEST, {**fields, "latest": _mean_in_words(latest)}, "Chart")


_LATEST = QT_TRANSLATE_NOOP(
    "Chart", "{region}, constant settings, {detail}; the latest with a mean is {latest}."
)
_COMPARED = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}, constant settings, {detail}; of {ranked} periods long enough to compare, {lowest}"
    " had the lowest mean and {highest} the highest.",
)
_ALIKE = QT_TRANSLATE_NOOP(
    "Chart",
    "{region}, constant settings, {detail}; the {ranked} periods long enough to compare have the"
    " same mean, {mean:.1f} of 10.",
)
_ROUNDED = "{mean:.1f}"  # as they are said
_ONE = QT_TRANSLATE_NOOP(
    "Chart", "{first} – {last} ({settings}; mean {mean:.1f} of 10, days rated: {rated})"
)


def _mean_in_words(epoch: Epoch) -> Sentence:
    fields: dict[str, object] = {
        "first": epoch.starts,
        "last": epoch.ends,
        "settings": settings_in_words(epoch),
        "mean": epoch.mean,
        "rated": epoch.rated,
    }
    return Sentence(_ONE, fields, "Chart")


def table(view: View, region: str = "") -> Table:
    """Return all epochs of a region as rows, for "show as table"; for a doctor numbered."""
    rows = tuple(_cells(epoch) for epoch in shown(view, region).epochs)
    if not view.for_doctor:
        return Table(_HEAD, rows)
    return Table((NUMBER, *_HEAD), tuple((number, *row) for number, row in enumerate(rows, 1)))


_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "From"),
    QT_TRANSLATE_NOOP("Chart", "To"),
    QT_TRANSLATE_NOOP("Chart", "Days"),
    QT_TRANSLATE_NOOP("Chart", "Settings"),
    QT_TRANSLATE_NOOP("Chart", "Sessions"),
    QT_TRANSLATE_NOOP("Chart", "Planned"),
    QT_TRANSLATE_NOOP("Chart", "Days rated"),
    QT_TRANSLATE_NOOP("Chart", "of them in an induction"),
    QT_TRANSLATE_NOOP("Chart", "Mean severity (0-10)"),
    QT_TRANSLATE_NOOP("Chart", "Median"),
    QT_TRANSLATE_NOOP("Chart", "Lower quartile"),
    QT_TRANSLATE_NOOP("Chart", "Upper quartile"),
    QT_TRANSLATE_NOOP("Chart", "Reactions"),
    QT_TRANSLATE_NOOP("Chart", "Rank by mean"),
)


def _cells(epoch: Epoch) -> tuple[Cell, ...]:
    when: tuple[date, date, int] = (epoch.starts, epoch.ends, epoch.days)
    values = (epoch.mean, epoch.median, epoch.low, epoch.high)
    counts = (epoch.done, epoch.planned, epoch.rated, epoch.in_induction)
    rank = epoch.rank if epoch.ranked else standing(epoch)
    return (*when, settings_in_words(epoch), *counts, *values, epoch.reactions, rank)


def _reason(epoch: Epoch) -> str:
    """Return why an epoch has no rank, "" where it has one."""
    if epoch.ranked:
        return ""
    if epoch.days < RANKED_FROM_DAYS or epoch.done < RANKED_FROM_SESSIONS:
        return TOO_SHORT
    if epoch.mean is None:
        return FEW_RATED
    return ONLY_ONE if epoch.settled else INDUCTION


def _lack(name: Sentence, region: str, found: Sequence[Epoch]) -> Sentence | None:
    fields: dict[str, object] = {"region": name}
    if not region:
        text = QT_TRANSLATE_NOOP("Chart", "No session has been entered yet.")
    elif not found:
        text = QT_TRANSLATE_NOOP(
            "Chart", "{region}: no session has treated it, so there are no settings to compare."
        )
    elif all(epoch.mean is None for epoch in found):
        fields |= {"needed": MIN_DAYS, "count": max(epoch.rated for epoch in found)}
        text = QT_TRANSLATE_NOOP(
            "Chart",
            "{region}: the chart needs {needed} rated days with the same settings; so far there are"
            " at most {count}.",
        )
    else:
        return None
    return Sentence(text, fields, "Chart")
