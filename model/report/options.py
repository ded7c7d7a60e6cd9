"""What the reader chose of the doctor's page: period, sections, name, appendix, language, paper."""

from __future__ import annotations

from dataclasses import dataclass

from model.report.scope import Period
from model.text import QT_TRANSLATE_NOOP

SECTIONS: dict[str, str] = {
    "body": QT_TRANSLATE_NOOP("Report", "Body"),
    "charts": QT_TRANSLATE_NOOP("Report", "Charts over time"),
    "epochs": QT_TRANSLATE_NOOP("Report", "Periods of constant settings"),
    "safety": QT_TRANSLATE_NOOP("Report", "Contraindications and red flags"),
    "treatment": QT_TRANSLATE_NOOP("Report", "Other treatments and events"),
    "questions": QT_TRANSLATE_NOOP("Report", "Questions and notes for the doctor"),
}
"""What may be left out. Coverage, headline, table, reactions and the way of measuring may not."""

APPENDICES: dict[str, str] = {
    "days": QT_TRANSLATE_NOOP("Report", "Every day"),
    "sessions": QT_TRANSLATE_NOOP("Report", "Every session"),
    "burden": QT_TRANSLATE_NOOP("Report", "Burden of daily life"),
}

PAPERS: dict[str, str] = {
    "a4": QT_TRANSLATE_NOOP("Report", "A4"),
    "us-letter": QT_TRANSLATE_NOOP("Report", "Letter"),
}


@dataclass(frozen=True)
class Options:
    """Choices for one page; the same options and the same diary give the same bytes.

    period: first and last day, None for the whole diary; named: with name and year of birth;
    language: a code of `languages.LANGUAGES`; paper: a key of PAPERS; left_out: keys of SECTIONS;
    appendix: keys of APPENDICES.
    """

    period: Period | None = None
    named: bool = True
    language: str = "en"
    paper: str = "a4"
    left_out: frozenset[str] = frozenset()
    appendix: frozenset[str] = frozenset()


EVERYTHING = Options()
"""The whole diary on A4 in English, nothing left out, without an appendix."""
