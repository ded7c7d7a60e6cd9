"""Questionnaire totals over time, one panel an instrument; needs no matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from model.analysis.scores import (
    ASKS_CHANGE,
    ScoreChange,
    in_order,
    score_changes,
    score_in_short,
    score_name,
    score_order,
    score_sentence,
    treatment_begins,
)
from model.analysis.sentences import Sentence
from model.analysis.words import region_name
from model.catalog.scales import INSTRUMENTS, Instrument
from model.catalog.sources import SOURCES
from model.charts.table import Cell, Table
from model.charts.view import View
from model.records.day import Assessment
from model.records.snapshot import day_number, day_of
from model.text import QT_TRANSLATE_NOOP

LEAST = 2  # totals of one questionnaire; one alone shows no course


@dataclass(frozen=True)
class Panel:
    """The totals of one questionnaire, of one region where it was answered for one.

    entries: those shown, by day. change: what `score_changes` found, None without a later total.
    region: its name, where it was asked of one.
    """

    instrument: Instrument
    region: Sentence | None
    entries: tuple[Assessment, ...]
    change: ScoreChange | None

    @property
    def name(self) -> Sentence:
        """The name of the questionnaire, with its region."""
        return score_name(self.instrument.id, self.region)

    @property
    def now(self) -> Assessment:
        """The latest total."""
        return self.entries[-1]

    @property
    def before(self) -> Assessment:
        """The total that the latest is compared with; the latest where there is none."""
        return self.change.first if self.change else self.now

    @property
    def words(self) -> Sentence | None:
        """What changed in points, and how much matters; the answer where that says it."""
        if self.change and self.instrument.id not in ASKS_CHANGE:
            return score_in_short(self.change)
        answer = self.instrument.answers.get(self.now.score)
        if answer is None:
            return None
        fields = {"score": self.now.score, "answer": Sentence(answer, {}, "Scale")}
        return Sentence(_ANSWER, fields, "Chart")

    @property
    def description(self) -> Sentence:
        """What changed, with both days; the total alone where there is no later one."""
        if self.change:
            return score_sentence(self.change, self.region)
        return Sentence(_ALONE, {"entry": self.said_of(self.now)}, "Chart")

    def said_of(self, entry: Assessment) -> Sentence:
        """Say one total with its day, its range and what it means."""
        fields: dict[str, object] = {"day": entry.day, "name": self.name, "score": entry.score}
        fields |= {"low": self.instrument.low, "high": self.instrument.high}
        said = Sentence(_ENTRY, fields, "Chart")
        answer = self.instrument.answers.get(entry.score)
        if answer is None:
            return said
        return Sentence(_MEANS, {"said": said, "answer": Sentence(answer, {}, "Scale")}, "Chart")


_ANSWER = QT_TRANSLATE_NOOP("Chart", "{score} = {answer}")
_ALONE = QT_TRANSLATE_NOOP("Chart", "{entry}.")
_ENTRY = QT_TRANSLATE_NOOP("Chart", "{day}: {name} {score} (range {low} to {high})")
_MEANS = QT_TRANSLATE_NOOP("Chart", "{said}, {answer}")


def panels(view: View) -> tuple[Panel, ...]:
    """Return what was entered in the days of the view, in the order of the catalog.

    What is compared stays the same whatever days are shown; nothing after them is known.
    """
    found: dict[tuple[str, str], list[Assessment]] = {}
    for entry in view.snapshot.of(Assessment):
        if view.span is None or view.span[0] <= entry.day <= view.span[1]:
            found.setdefault((entry.instrument, entry.region or ""), []).append(entry)
    changes = {
        (change.instrument, change.region or ""): change
        for change in score_changes(view.snapshot, view.span[1] if view.span else None)
    }
    return tuple(
        Panel(
            INSTRUMENTS[key[0]],
            region_name(key[1], view.snapshot) if key[1] else None,
            in_order(found[key]),
            changes.get(key),
        )
        for key in sorted(found, key=score_order)
    )


def first_session(view: View) -> date | None:
    """Return the day of the first session of all regions, None before any."""
    return treatment_begins(view.snapshot)


def days_of(view: View, listed: tuple[Panel, ...]) -> tuple[int, int]:
    """Return first and last day of the axis: those of the view, and all totals."""
    if view.span is not None:
        return view.days
    days = [day_number(entry.day) for panel in listed for entry in panel.entries]
    if view.snapshot.span is not None:
        days += view.days
    return min(days), max(days)


def lacking(listed: tuple[Panel, ...]) -> Sentence | None:
    """Say what is missing where no questionnaire has a course, None where one has."""
    if not listed:
        return Sentence(_NOTHING, context="Chart")
    if any(len(panel.entries) >= LEAST for panel in listed):
        return None
    return Sentence(_ONE, {"entry": listed[0].said_of(listed[0].now)}, "Chart")


_NOTHING = QT_TRANSLATE_NOOP(
    "Chart",
    "No questionnaire total has been entered. Two totals of the same questionnaire, one before the"
    " first session and one later, show whether daily life has changed.",
)
_ONE = QT_TRANSLATE_NOOP(
    "Chart", "{entry}. A second total of the same questionnaire will show what has changed."
)


def cited(listed: tuple[Panel, ...]) -> tuple[str, ...]:
    """Return the sources of the smallest meaningful changes that are shown."""
    return tuple(
        dict.fromkeys(
            SOURCES[source]
            for panel in listed
            if panel.instrument.meaningful_change is not None
            for source in panel.instrument.sources
        )
    )


def description(view: View, region: str = "") -> Sentence:
    """Say what the chart shows, for those who cannot see it."""
    del region
    listed = panels(view)
    empty = lacking(listed)
    if empty:
        return empty
    first, last = (day_of(day) for day in days_of(view, listed))
    said = Sentence(_DESCRIBED, {"first": first, "last": last}, "Chart")
    for panel in listed:
        fields = {"said": said, "panel": panel.description, "entries": len(panel.entries)}
        said = Sentence(_AND_PANEL, fields, "Chart")
    return said


_DESCRIBED = QT_TRANSLATE_NOOP("Chart", "Questionnaire totals, {first} to {last}.")
_AND_PANEL = QT_TRANSLATE_NOOP("Chart", "{said} {panel} Totals shown: {entries}.")


def table(view: View, region: str = "") -> Table:
    """Return every total as a row, for "show as table"."""
    del region
    return Table(_HEAD, tuple(_row(p, entry) for p in panels(view) for entry in p.entries))


def _row(panel: Panel, entry: Assessment) -> tuple[Cell, ...]:
    scale, answer = panel.instrument, panel.instrument.answers.get(entry.score)
    matters = scale.meaningful_change is not None
    return (
        panel.name,
        entry.day,
        entry.score,
        scale.low,
        scale.high,
        Sentence(answer, {}, "Scale") if answer else None,
        entry.domain_daily_life,
        entry.domain_psychosocial,
        scale.meaningful_change,
        "; ".join(SOURCES[source] for source in scale.sources) if matters else None,
    )


_HEAD = (
    QT_TRANSLATE_NOOP("Chart", "Questionnaire"),
    QT_TRANSLATE_NOOP("Chart", "Day"),
    QT_TRANSLATE_NOOP("Chart", "Total"),
    QT_TRANSLATE_NOOP("Chart", "Lowest"),
    QT_TRANSLATE_NOOP("Chart", "Highest"),
    QT_TRANSLATE_NOOP("Chart", "Meaning"),
    QT_TRANSLATE_NOOP("Chart", "Daily life"),
    QT_TRANSLATE_NOOP("Chart", "Psychosocial"),
    QT_TRANSLATE_NOOP("Chart", "Smallest change that matters (points)"),
    QT_TRANSLATE_NOOP("Chart", "Source"),
)
