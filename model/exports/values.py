"""What a field's rule means in a file: as text in a CSV cell, as a value in JSON, and back.

What cannot be understood is handed on as it is: the check of the record then says what was wrong.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from model.records.errors import DiaryError
from model.records.rules import Day, Flag, Instant, Number, OneOf, RegionId, Rule, Several, Whole
from model.records.rules import Text as TextRule
from model.text import QT_TRANSLATE_NOOP

SEPARATOR = ";"

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,18}(\.\d{0,30})?([eE][+-]?\d{1,3})?", re.ASCII)
_FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}

# A spreadsheet runs a cell that begins with one of these as a formula, or drops the sign.
_FORMULA = "=+\\-@\t\r\n＝＋－＠"
_GUARDED = re.compile(f"'*[{_FORMULA}]")
# Apostrophes alone: an optional field tells its empty text from no text at all by one of them.
_APOSTROPHES = re.compile(r"'*\Z")

_TOKEN = re.compile(r"\\.|[^\\]|\\\Z", re.DOTALL)


def day_of_text(text: str) -> Any:
    """Return the day of an ISO date like 2026-11-22, anything else as it is."""
    if not _DAY.fullmatch(text):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:  # the 30th of February
        return text


def instant_of_text(text: str) -> Any:
    """Return the time of an ISO text like 2026-11-22T19:00:00+01:00, anything else as it is."""
    if not _INSTANT.fullmatch(text):
        return text
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return text


def text_of(value: Any, rule: Rule) -> str:
    """Write a value as the text of a CSV cell; `value_of` reads it back unchanged."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return repr(value)
    text = joined(value) if isinstance(rule, Several) else str(value)
    needs = _GUARDED.match(text) or (rule.optional and _APOSTROPHES.match(text))
    return f"'{text}" if needs else text


def value_of(text: str, rule: Rule, decimal_comma: bool = False) -> Any:
    """Read the text of a CSV cell.

    Args:
        text: the cell; empty means None where the rule allows it.
        rule: what the field may hold.
        decimal_comma: whether 7,5 is a number, as in files whose cells are parted by `;`.
    """
    if isinstance(rule, (TextRule, Several)):
        return _literal(text, rule)
    text = text.strip() if not isinstance(rule, RegionId) else _stripped_region(text)
    if not text and rule.optional:
        return None
    match rule:
        case Whole():
            return int(text) if _WHOLE.fullmatch(text) else text
        case Number():
            number = text.replace(",", ".") if decimal_comma else text
            return float(number) if _NUMBER.fullmatch(number) else text
        case Flag():
            return _FLAGS.get(text.lower(), text)
        case OneOf() if text not in rule.choices and text.lower() in rule.choices:
            return text.lower()
    return value_of_json(text, rule)


def value_of_json(value: Any, rule: Rule) -> Any:
    """Read a value of a JSON file; what JSON has no word for stands there as text."""
    if isinstance(value, str):
        match rule:
            case Day():
                return day_of_text(value)
            case Instant():
                return instant_of_text(value)
    if isinstance(rule, Several) and isinstance(value, list):
        return tuple(value)
    return value


def json_of(value: Any) -> Any:
    """Write a value as JSON can hold it: days and times as ISO text, tuples as lists."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def joined(items: tuple[str, ...]) -> str:
    r"""Join the items of a list with `;`; a `;`, `\` or outer blank of an item gets a `\`."""
    return SEPARATOR.join(_escaped(item) for item in items)


def split(text: str) -> tuple[str, ...]:
    """Read what `joined` wrote, or a person: blanks around items and empty items are dropped."""
    items: list[list[str]] = [[]]
    for token in _TOKEN.findall(text):
        if token == SEPARATOR:
            items.append([])
        elif items[-1] or not token.isspace():
            items[-1].append(token)
    for item in items:
        while item and item[-1].isspace():
            item.pop()
    return tuple("".join(token[-1] for token in item) for item in items if item)


def missing(rule: Rule) -> DiaryError:
    """Return the error of a field that must be given and is not."""
    return DiaryError(QT_TRANSLATE_NOOP("DiaryError", "{what} is missing."), what=rule.label)


def _literal(text: str, rule: Rule) -> Any:
    if text == "" and rule.optional:
        return None
    if text.startswith("'") and (
        _GUARDED.match(text) or (rule.optional and _APOSTROPHES.match(text))
    ):
        text = text[1:]
    return split(text) if isinstance(rule, Several) else text


def _stripped_region(text: str) -> str:
    # An own region may be called whatever its owner likes; only a typed id sheds its blanks.
    return text if text.startswith("own_") else text.strip()


def _escaped(item: str) -> str:
    item = item.replace("\\", "\\\\").replace(SEPARATOR, "\\" + SEPARATOR)
    if item[-1:].isspace():
        item = f"{item[:-1]}\\{item[-1]}"
    return f"\\{item}" if item[:1].isspace() else item
