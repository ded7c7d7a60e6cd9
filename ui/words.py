"""Words of the model on the screen: looks up the marked texts in the language of the window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    from model.analysis.sentences import Sentence
    from model.records.errors import DiaryError


def translated(context: str, text: str) -> str:
    """Return a text that the model marked under a context."""
    return QCoreApplication.translate(context, text)


def said(sentence: Sentence) -> str:
    """Return a sentence for a label that wraps: no line begins with the sign of a percentage."""
    return sentence.said(translated).replace(" %", "\N{NO-BREAK SPACE}%")


def region_names() -> dict[str, str]:
    """Return the names of all regions of the catalog, in its order."""
    from model.catalog.regions import REGIONS  # kept off the way to the first paint

    return {region.id: translated("Region", region.name) for region in REGIONS.values()}


def sentence(error: DiaryError) -> str:
    """Return what went wrong and what to do, as one sentence."""
    from model.records.errors import DiaryError

    fields = dict(error.fields)
    for name, value in fields.items():
        if isinstance(value, DiaryError):  # a row of a file and what is wrong with it
            fields[name] = sentence(value)
        elif isinstance(value, str):
            fields[name] = _named(name, value)
        elif isinstance(value, date):
            fields[name] = date_text(value)
    return translated("DiaryError", error.text).format(**fields)


def _named(field: str, value: str) -> str:
    """Return what a field of a sentence holds by its name on the screen, not by its id."""
    if field == "what":
        return translated("Field", value)
    if field == "region":
        return region_names().get(value, value)
    if field == "applicator":
        from model.catalog.applicators import APPLICATORS

        names = {item.id: translated("Applicator", item.name) for item in APPLICATORS.values()}
        return ", ".join(names.get(part, part) for part in value.split(", "))
    return value


def vocabulary(context: str, terms: dict[str, str]) -> dict[str, str]:
    """Return the terms of a catalog vocabulary with their names in the window's language."""
    return {key: translated(context, name) for key, name in terms.items()}


def qdate(day: date) -> QDate:
    """Return Qt's own kind of day."""
    return QDate(day.year, day.month, day.day)


def date_text(day: date) -> str:
    """Return a day like 3 Nov 2026, which nobody can read as another."""
    return QLocale().toString(qdate(day), "d MMM yyyy")


def number_text(value: float, decimals: int, signed: bool = False) -> str:
    """Return a number as the user's locale writes it, with a true minus; `signed` puts + too."""
    from model.analysis.sentences import with_sign  # kept off the way to the first paint

    digits = QLocale().toString(abs(value), "f", decimals)
    is_zero = QLocale().toDouble(digits)[0] == 0  # Qt rounds a half up, Python to even
    return with_sign(digits, value, is_zero, signed)
