"""An entry of a diary in words: which one it is, and what it says in the fields that matter."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale

from model.records.rules import RegionId
from ui.words import date_text, region_names, translated

if TYPE_CHECKING:
    from model.records.rules import Record, Rule

LONGEST = 160
"""Characters of a note that are shown; the rest is told by dots."""

_CONTEXTS = {
    "sex": "Sex",
    "dominant_hand": "Hand",
    "entered": "Entered",
    "state": "DayState",
    "heat": "Heat",
    "activity": "Activity",
    "night_sweat": "NightSweat",
    "instrument": "Scale",
    "waveforms": "Waveform",
    "waveform": "Waveform",
    "polarity": "Polarity",
    "water": "Water",
    "additive": "Additive",
    "stop_reason": "StopReason",
    "phase": "Phase",
    "schedule": "Schedule",
    "item": "Contraindication",
    "answer": "Answer",
}
_KINDS = {
    "reaction": "Reaction",
    "event": "Event",
    "co_treatment": "CoTreatment",
    "notice": "Notice",
}
_TOLD_BY = ("started_at", "at", "shown_at", "day", "began", "starts", "since", "asked")
_CALLED = ("name", "title", "text", "kind", "instrument", "item", "region", "regions", "applicator")


class EntryWords:
    """Words for the entries of one import; own regions are called as their owner called them."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self._regions = region_names() | dict(own)

    def which(self, record: Record) -> str:
        """Return which entry of its kind it is: its day and what it is about."""
        told = [name for name in _TOLD_BY if getattr(record, name, None) is not None][:1]
        told += [name for name in _CALLED if getattr(record, name, None)][:1]
        if getattr(record, "region", None) and "region" not in told:
            told.append("region")
        return ", ".join(self._value(record, name) for name in told)

    def said(self, record: Record, fields: Iterable[str]) -> str:
        """Return what an entry says in these fields, a line for each."""
        labels = {f.name: f.metadata["rule"].label for f in dataclasses.fields(record)}
        lines = (
            self._pair(translated("Field", labels[name]), self._value(record, name))
            for name in fields
        )
        return "\n".join(lines)

    def _pair(self, label: str, value: str) -> str:
        form = QCoreApplication.translate("EntryWords", "{field}: {value}")
        return form.format(field=label, value=value)

    def _value(self, record: Record, name: str) -> str:
        value = getattr(record, name)
        if value is None and (record.KIND, name) == ("rating", "severity"):
            return QCoreApplication.translate("EntryWords", "not applicable")
        if value is None or value in ((), ""):
            return QCoreApplication.translate("EntryWords", "not recorded")
        several = value if isinstance(value, tuple) else (value,)
        rule = next(f.metadata["rule"] for f in dataclasses.fields(record) if f.name == name)
        item = getattr(rule, "item", rule)
        return ", ".join(self._word(record.KIND, name, one, item) for one in several)

    def _word(self, kind: str, name: str, value: Any, rule: Rule) -> str:
        if isinstance(value, bool):
            return (
                QCoreApplication.translate("EntryWords", "yes")
                if value
                else QCoreApplication.translate("EntryWords", "no")
            )
        if isinstance(value, datetime):
            form = QCoreApplication.translate("EntryWords", "{day}, {time}")
            return form.format(day=date_text(value.date()), time=f"{value:%H:%M}")
        if isinstance(value, date):
            return date_text(value)
        if isinstance(value, float):
            return QLocale().toString(value, "g", 6)
        text = str(value)
        choices: Any = getattr(rule, "choices", None)
        if isinstance(rule, RegionId) or name == "parent":
            text = self._regions.get(text, text)
        elif isinstance(choices, dict) and value in choices:
            context = _KINDS[kind] if name == "kind" else _CONTEXTS[name]
            text = translated(context, str(getattr(choices[value], "name", choices[value])))
        elif name in ("applicator", "applicators"):
            text = _applicator(text)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}\u2026"


def _applicator(id_: str) -> str:
    from model.catalog.applicators import APPLICATORS

    return translated("Applicator", APPLICATORS[id_].name) if id_ in APPLICATORS else id_
