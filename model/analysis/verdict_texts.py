"""The texts of the numbers behind a verdict; `model.analysis.verdicts` says which one holds."""

from __future__ import annotations

from model.analysis.sentences import Sentence
from model.text import QT_TRANSLATE_NOOP

BEFORE_TREATMENT = Sentence(QT_TRANSLATE_NOOP("Verdict", "before treatment"), context="Verdict")
"""Follows "than", as the next two do."""
BEFORE_OTHERS = Sentence(
    QT_TRANSLATE_NOOP("Verdict", "before other regions were treated"), context="Verdict"
)
IN_BASELINE = Sentence(QT_TRANSLATE_NOOP("Verdict", "in the baseline chosen"), context="Verdict")

_LESS_PERCENT = QT_TRANSLATE_NOOP(
    "Verdict",
    "{name}: {amount} % less sweating than {before} (likely between {least} % and {most} % less).",
)
PERCENT: dict[str, str] = {
    "almost_dry": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: now {mean:.1f} of 10 on average, {amount} % less sweating than {before} (likely"
        " between {least} % and {most} % less).",
    ),
    "strong": _LESS_PERCENT,
    "halved": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: sweating is at least halved, {amount} % less than {before} (likely between"
        " {least} % and {most} % less).",
    ),
    "partial": _LESS_PERCENT,
    "less": _LESS_PERCENT,
    "same": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: an improvement of more than {limit} % is unlikely (the change lies likely between"
        " {less} % less and {more} % more).",
    ),
    "may_be_more": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: an improvement of more than {limit} % is unlikely; it may be more sweating:"
        " anything between {less} % less and {more} % more fits your diary.",
    ),
    "cannot_tell": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: anything between {less} % less and {more} % more sweating than {before} fits your"
        " diary.",
    ),
    "no_limit": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: the days {before} are too few or differ too much to say how much has changed"
        " since.",
    ),
    "more": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: {amount} % more sweating than {before} (likely between {least} % and {most} %"
        " more).",
    ),
}
UNTREATED: dict[str, str] = {  # of regions of which no improvement is spoken
    "same": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: a fall of more than {limit} % is unlikely (the change lies likely between {less} %"
        " less and {more} % more).",
    ),
    "may_be_more": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: a fall of more than {limit} % is unlikely; it may be more sweating: anything"
        " between {less} % less and {more} % more fits your diary.",
    ),
}
POINTS: dict[str, str] = {
    "less": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: {amount:.1f} points of 10 less sweating than {before} (likely between {least:.1f}"
        " and {most:.1f} points less).",
    ),
    "same": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: on average {mean_before:.1f} of 10 {before}, {mean:.1f} now (the change lies"
        " likely between {less:.1f} points less and {more:.1f} points more).",
    ),
    "cannot_tell": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: anything between {less:.1f} points less and {more:.1f} points more sweating than"
        " {before} fits your diary.",
    ),
    "more": QT_TRANSLATE_NOOP(
        "Verdict",
        "{name}: {amount:.1f} points of 10 more sweating than {before} (likely between {least:.1f}"
        " and {most:.1f} points more).",
    ),
}
