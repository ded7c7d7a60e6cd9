"""Sentences as values: an English text with named fields, which the screen can translate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from model.text import QT_TRANSLATE_NOOP

Translate = Callable[[str, str], str]
"""(context, English text) -> the text in the user's language."""

MONTHS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Month", "Jan"),
    QT_TRANSLATE_NOOP("Month", "Feb"),
    QT_TRANSLATE_NOOP("Month", "Mar"),
    QT_TRANSLATE_NOOP("Month", "Apr"),
    QT_TRANSLATE_NOOP("Month", "May"),
    QT_TRANSLATE_NOOP("Month", "Jun"),
    QT_TRANSLATE_NOOP("Month", "Jul"),
    QT_TRANSLATE_NOOP("Month", "Aug"),
    QT_TRANSLATE_NOOP("Month", "Sep"),
    QT_TRANSLATE_NOOP("Month", "Oct"),
    QT_TRANSLATE_NOOP("Month", "Nov"),
    QT_TRANSLATE_NOOP("Month", "Dec"),
)
_DAY = QT_TRANSLATE_NOOP("Date", "{day} {month} {year}")
_DAY_OF_MONTH = QT_TRANSLATE_NOOP("Date", "{day} {month}")
_MONTH_OF_YEAR = QT_TRANSLATE_NOOP("Date", "{month} {year}")
_SPAN = QT_TRANSLATE_NOOP("Date", "{first} – {last}")
_DECIMAL_SIGN = QT_TRANSLATE_NOOP("Number", ".")
MINUS = "\N{MINUS SIGN}"
MOST_DECIMALS = 3


@dataclass(frozen=True)
class Rounded:
    """A number that a sentence shows with so many decimals, a true minus, and + where asked for."""

    value: float
    decimals: int
    signed: bool = False

    def __str__(self) -> str:
        return number_text(self.value, self.decimals, signed=self.signed)


def as_written(context: str, text: str) -> str:
    """Return the English text: the translation into the language it was written in."""
    del context
    return text


@dataclass(frozen=True)
class Sentence:
    """A text marked for translation in `context`, and the values of its named fields.

    A field may hold a date (shown with its month in words), another Sentence (translated too), or
    a float or Rounded (with the decimal sign of the language, whatever the format in the text).
    """

    text: str
    fields: Mapping[str, object] = field(default_factory=dict, hash=False)
    context: str = "Sentence"

    def said(self, translate: Translate = as_written) -> str:
        """Return the sentence as people read it, in the language of `translate`."""
        shown = {name: _shown(value, translate) for name, value in self.fields.items()}
        return translate(self.context, self.text).format(**shown)

    def __str__(self) -> str:
        return self.said()


@dataclass(frozen=True)
class _InSentence(Sentence):
    """A name amid a sentence: with a small letter where the language writes it so."""

    def said(self, translate: Translate = as_written) -> str:
        """Return the name, its first letter as the translation of "a" has it."""
        name = super().said(translate)
        small = translate("Grammar", _LETTER_OF_A_NAME).islower()
        return name[:1].lower() + name[1:] if small else name


_LETTER_OF_A_NAME = QT_TRANSLATE_NOOP("Grammar", "a")  # "A" where nouns have capital letters


def in_sentence(name: Sentence) -> Sentence:
    """Return the name of a region as it is written amid a sentence; one's own name stays."""
    if name.context != "Region":
        return name
    return _InSentence(name.text, name.fields, name.context)


class _Number(float):
    """A number that a text formats as any other, but with the decimal sign of its language."""

    sign = "."

    def __format__(self, spec: str) -> str:
        digits = super().__format__(spec)
        if digits.startswith("-"):
            digits = with_sign(digits[1:], self, is_zero=float(digits) == 0)
        return digits.replace(".", self.sign)


def counted(one: str, many: str, count: int, **fields: object) -> Sentence:
    """Return the sentence for one, or the one for several with `count` among its fields."""
    return Sentence(one if count == 1 else many, {"count": count, **fields})


def day_text(day: date, translate: Translate = as_written) -> str:
    """Return a day like '3 Aug 2026'."""
    return _filled(_DAY, day, translate)


def day_of_month_text(day: date, translate: Translate = as_written) -> str:
    """Return a day without its year, like '3 Aug'."""
    return _filled(_DAY_OF_MONTH, day, translate)


def month_text(day: date, translate: Translate = as_written) -> str:
    """Return the month of a day, like 'Aug'."""
    return translate("Month", MONTHS[day.month - 1])


def month_of_year_text(day: date, translate: Translate = as_written) -> str:
    """Return the month and year of a day, like 'Aug 2026'."""
    return _filled(_MONTH_OF_YEAR, day, translate)


def span_text(first: date, last: date, translate: Translate = as_written) -> str:
    """Return a span of days like '3 Aug – 22 Nov 2026'; one day alone stands once."""
    if first == last:
        return day_text(first, translate)
    begin = (
        day_of_month_text(first, translate)
        if first.year == last.year
        else day_text(first, translate)
    )
    return translate("Date", _SPAN).format(first=begin, last=day_text(last, translate))


def number_text(
    value: float, decimals: int, translate: Translate = as_written, signed: bool = False
) -> str:
    """Return a number with the decimal sign of the language and a true minus, like '−1.5'.

    `signed`, of a change: puts + before what is above 0, and takes digits more where it would read
    as 0 though it is none. What rounds to 0 has no sign.
    """
    if signed:
        decimals = decimals_of(value, decimals)
    digits = f"{abs(value):.{decimals}f}"
    shown = digits.replace(".", _decimal_sign(translate))
    return with_sign(shown, value, is_zero=float(digits) == 0, signed=signed)


def decimals_of(value: float, decimals: int) -> int:
    """Return with how many decimals a change is shown: more of them where it would read as 0.

    A limit that just leaves out 0 must not look as if it reached it. MOST_DECIMALS at most.
    """
    enough = (more for more in range(decimals, MOST_DECIMALS + 1) if round(abs(value), more))
    return next(enough, decimals)


def with_sign(digits: str, value: float, is_zero: bool, signed: bool = False) -> str:
    """Put a true minus before the digits of a number; `signed` puts + before one above 0.

    The rule of every number that is shown: `is_zero` tells whether it rounds to 0, which has no
    sign.
    """
    if is_zero:
        return digits
    return f"{MINUS}{digits}" if value < 0 else f"+{digits}" if signed else digits


def signed(value: float, decimals: int = 0) -> Rounded:
    """Return a change as a sentence shows it, with its sign: '−12', '+0.3', '0'."""
    return Rounded(value, decimals, signed=True)


def _decimal_sign(translate: Translate) -> str:
    return translate("Number", _DECIMAL_SIGN)


def _filled(text: str, day: date, translate: Translate) -> str:
    return translate("Date", text).format(
        day=day.day, month=month_text(day, translate), year=day.year
    )


def _shown(value: object, translate: Translate) -> object:
    if isinstance(value, Sentence):
        return value.said(translate)
    if isinstance(value, Rounded):
        return number_text(value.value, value.decimals, translate, value.signed)
    if isinstance(value, float):
        shown = _Number(value)
        shown.sign = _decimal_sign(translate)
        return shown
    return day_text(value, translate) if isinstance(value, date) else value
