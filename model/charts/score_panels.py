"""Questionnaire totals over time, one panel an instrument; needs no matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from model.analysis.phases import region_order
from model.analysis.sentences import Sentence, counted
from model.analysis.words import region_name
from model.catalog.scales import INSTRUMENTS, Instrument
from model.catalog.sources import SOURCES
from model.charts.table import Cell, Table
from model.charts.view import View
from model.records.day import Assessment
from model.records.snapshot import day_number, day_of
from model.text import QT_TRANSLATE_NOOP

GRADED = "hdss"  # its steps are grades, never percent: method note, section 2.2
ABOUT_CHANGE = "global_change"  # asks for the change itself, so that no difference is taken
LEAST = 2  # totals of one questionnaire; one alone shows no course


@dataclass(frozen=True)
class Panel:
    """The totals of one questionnaire, of one region where it was answered for one.

    entries: by day. before: the last one up to the first session, else the first of all.
    """

    instrument: Instrument
    name: Sentence
    entries: tuple[Assessment, ...]
    before: Assessment

    @property
    def now(self) -> Assessment:
        """The latest total."""
        return self.entries[-1]

    @property
    def words(self) -> Sentence | None:
        """What changed in points, and how much matters; the answer where that says it."""
        if self.instrument.id == ABOUT_CHANGE:
            return self._answer(_ANSWER)
        if self.before is self.now:
            return self._answer(_ANSWER) if self.instrument.answers else None
        difference = self.now.score - self.before.score
        fields: dict[str, object] = {"before": self.before.score, "now": self.now.score}
        fields |= {"difference": self._difference(difference)}
        if self.instrument.meaningful_change is None:
            return Sentence(_CHANGED, fields, "Chart")
        fields |= {"least": f"{self.instrument.meaningful_change:g}"}
        return Sentence(_CHANGED_ENOUGH, fields, "Chart")

    def said_of(self, entry: Assessment) -> Sentence:
        """Say one total with its day, its range and what it means."""
        fields: dict[str, object] = {"day": entry.day, "name": self.name, "score": entry.score}
        fields |= {"low": self.instrument.low, "high": self.instrument.high}
        said = Sentence(_ENTRY, fields, "Chart")
        answer = self.instrument.answers.get(entry.score)
        if answer is None:
            return said
        return Sentence(_MEANS, {"said": said, "answer": Sentence(answer, {}, "Scale")}, "Chart")

    def _answer(self, text: str) -> Sentence:
        score = self.now.score
        answer = Sentence(self.instrument.answers.get(score, ""), {}, "Scale")
        return Sentence(text, {"score": score, "answer": answer}, "Chart")

    def _difference(self, difference: int) -> Sentence:
        if not difference:
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "no difference"))
        one, many = _GRADES[difference < 0] if self.instrument.id == GRADED else (
            _POINTS[difference < 0]
        )  # fmt: skip
        return counted(one, many, abs(difference))


_ANSWER = QT_TRANSLATE_NOOP("Chart", "{score} = {answer}")
_CHANGED = QT_TRANSLATE_NOOP("Chart", "{before} → {now}: {difference}")
_CHANGED_ENOUGH = QT_TRANSLATE_NOOP(
    "Chart", "{before} → {now}: {difference}; {least} or more matter to patients"
)
_ENTRY = QT_TRANSLATE_NOOP("Chart", "{day}: {name} {score} (range {low} to {high})")
_MEANS = QT_TRANSLATE_NOOP("Chart", "{said}, {answer}")
_GRADES = (
    (
        QT_TRANSLATE_NOOP("Sentence", "{count} grade more"),
        QT_TRANSLATE_NOOP("Sentence", "{count} grades more"),
    ),
    (
        QT_TRANSLATE_NOOP("Sentence", "{count} grade less"),
        QT_TRANSLATE_NOOP("Sentence", "{count} grades less"),
    ),
)
_POINTS = (
    (
        QT_TRANSLATE_NOOP("Sentence", "{count} point more"),
        QT_TRANSLATE_NOOP("Sentence", "{count} points more"),
    ),
    (
        QT_TRANSLATE_NOOP("Sentence", "{count} point less"),
        QT_TRANSLATE_NOOP("Sentence", "{count} points less"),
    ),
)


def panels(view: View) -> tuple[Panel, ...]:
    """Return what was entered in the days of the view, in the order of the catalog."""
    found: dict[tuple[str, str], list[Assessment]] = {}
    for entry in view.snapshot.of(Assessment):
        if view.span is None or view.span[0] <= entry.day <= view.span[1]:
            found.setdefault((entry.instrument, entry.region or ""), []).append(entry)
    order = list(INSTRUMENTS)
    return tuple(
        _panel(view, key, found[key])
        for key in sorted(found, key=lambda key: (order.index(key[0]), region_order(key[1])))
    )


def _panel(view: View, key: tuple[str, str], entries: list[Assessment]) -> Panel:
    instrument, region = INSTRUMENTS[key[0]], key[1]
    name = Sentence(instrument.name, {}, "Scale")
    if region:
        fields = {"instrument": name, "region": region_name(region, view.snapshot)}
        name = Sentence(_OF_REGION, fields, "Chart")
    listed = tuple(sorted(entries, key=lambda entry: entry.day))
    first = first_session(view)
    earlier = [entry for entry in listed if first is not None and entry.day <= first]
    return Panel(instrument, name, listed, earlier[-1] if earlier else listed[0])


_OF_REGION = QT_TRANSLATE_NOOP("Chart", "{instrument}, {region}")


def first_session(view: View) -> date | None:
    """Return the day of the first session of all regions, None before any."""
    starts = [shown.first_session for shown in view.progress.regions if shown.first_session]
    return min(starts, default=None)


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
    for at, panel in enumerate(listed):
        fields = {"said": said, "name": panel.name, "entries": len(panel.entries)}
        fields |= {"words": panel.words or Sentence("", context="")}
        said = Sentence(_ALSO_DESCRIBED if at else _FIRST_DESCRIBED, fields, "Chart")
    return Sentence(_ENDED, {"said": said}, "Chart")


_DESCRIBED = QT_TRANSLATE_NOOP("Chart", "Questionnaire totals, {first} to {last}")
_FIRST_DESCRIBED = QT_TRANSLATE_NOOP("Chart", "{said}: {name}, entries: {entries}, {words}")
_ALSO_DESCRIBED = QT_TRANSLATE_NOOP("Chart", "{said}. {name}, entries: {entries}, {words}")
_ENDED = QT_TRANSLATE_NOOP("Chart", "{said}.")


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
