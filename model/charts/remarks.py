"""What is to be minded of a number, as one text: for a cell of a table, or behind a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from model.analysis.progress import RegionProgress
from model.analysis.sentences import Sentence
from model.analysis.words import standing
from model.text import QT_TRANSLATE_NOOP

_REMARKED = QT_TRANSLATE_NOOP("Chart", "{said} {remark}")


def remark_of(shown: RegionProgress) -> Sentence | None:
    """Say why a change is missing and how far it may be relied on, None with nothing to mind."""
    said = [*([shown.reason] if shown.reason else []), *standing(shown)]
    return remarked(said[0], said[1:]) if said else None


def remarked(said: Sentence, remarks: Iterable[Sentence]) -> Sentence:
    """Return a sentence and what is remarked on it as one."""
    for remark in remarks:
        said = Sentence(_REMARKED, {"said": said, "remark": remark}, "Chart")
    return said
