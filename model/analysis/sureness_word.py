"""How sure a result is in one plain word, by rule; what follows it says the rest.

The word adds no measure. It follows from the verdict, from what is provisional, from the comparison
with untreated regions, from Holm's count and from the doubts of `model.analysis.sureness`
(source: the project's method note, sections 2.1 to 2.4). It never says more than "fairly": one
diary is not blinded.
"""

from __future__ import annotations

from dataclasses import replace

from model.analysis.estimate import Estimate
from model.analysis.progress import Progress, RegionProgress
from model.analysis.reasons import FIRM_DAYS
from model.analysis.sentences import Sentence
from model.analysis.sureness import doubts
from model.analysis.verdicts import (
    IMPROVED,
    MORE_FROM,
    UNLIKELY_FROM,
    after_treatment_began,
    direction,
)
from model.analysis.without_contrast import Lack, lack_of_contrast
from model.records.snapshot import Snapshot
from model.text import QT_TRANSLATE_NOOP

_CONTEXT = "Sureness"
_SO_FAR = QT_TRANSLATE_NOOP(
    "Sureness", "Not sure yet: the induction goes on, or too few days after it are rated."
)
_PROVISIONAL = QT_TRANSLATE_NOOP(
    "Sureness", "Not sure yet: fewer than {firm} days are rated on one side."
)
_TOO_WIDE = QT_TRANSLATE_NOOP(
    "Sureness", "Not sure yet: the likely range is too wide to say what changed."
)
_NO_UNTREATED = QT_TRANSLATE_NOOP(
    "Sureness", "Partly sure: the change is clear, but not whether untreated regions changed too."
)
_NOT_COMPARED = QT_TRANSLATE_NOOP(
    "Sureness",
    "Partly sure: the result is clear, but it could not be compared with untreated regions.",
)
_BECAME_DRY = QT_TRANSLATE_NOOP(
    "Sureness",
    "Partly sure: taken alone the result is clear, but the untreated regions became dry in the same"
    " days.",
)
_UNTREATED_TOO_WIDE = QT_TRANSLATE_NOOP(
    "Sureness",
    "Partly sure: taken alone the result is clear, but the likely range of the comparison with the"
    " untreated regions is too wide to show the same.",
)
_UNTREATED_DIFFER = QT_TRANSLATE_NOOP(
    "Sureness",
    "Partly sure: taken alone the result is clear, but the comparison with the untreated regions"
    " does not show the same.",
)
_ONLY_AGAINST_UNTREATED = QT_TRANSLATE_NOOP(
    "Sureness",
    "Partly sure: on its own the change is not clear; against the untreated regions it is.",
)
_BY_CHANCE = QT_TRANSLATE_NOOP(
    "Sureness",
    "Partly sure: the likely range leaves out 0, but not clearly enough to count in the headline.",
)
_DOUBTS = QT_TRANSLATE_NOOP(
    "Sureness", "Partly sure: the result is clear, but something below makes it less sure."
)
_FAIRLY = QT_TRANSLATE_NOOP(
    "Sureness",
    "Fairly sure: enough days are rated, the result is clear, and the comparison with the untreated"
    " regions shows the same.",
)
_FAIRLY_UNTREATED = QT_TRANSLATE_NOOP(
    "Sureness", "Fairly sure: enough days are rated, and the result is clear."
)


def sure_word(shown: RegionProgress, progress: Progress, snapshot: Snapshot) -> Sentence | None:
    """Say in a word and half a sentence how sure the result of a region is.

    The first rule that holds decides. Entries made late are listed and do not change the word: the
    method uses them.

    Returns:
        None where there is no result.
    """
    if not shown.has_result:
        return None
    if shown.so_far:
        return _say(_SO_FAR)
    if shown.provisional:
        return _say(_PROVISIONAL, firm=FIRM_DAYS)
    if shown.verdict == "cannot_tell" or _may_be_more(shown):
        return _say(_TOO_WIDE)
    reserve = _beside_others(shown, progress, snapshot) if shown.treated else ""
    if not reserve and (
        doubts(replace(shown, late_days=0), snapshot) or after_treatment_began(shown)
    ):
        reserve = _DOUBTS
    return _say(reserve or (_FAIRLY if shown.treated else _FAIRLY_UNTREATED))


def _beside_others(shown: RegionProgress, progress: Progress, snapshot: Snapshot) -> str:
    """Return what the other regions, treated or not, leave open of a treated one; "" nothing."""
    if shown.counts and _is_left_out(shown, progress):
        return _BY_CHANCE
    if shown.contrast is None:
        return _without_contrast(shown, snapshot)
    if shown.verdict == "same":
        return _beside_the_same(shown.contrast)
    expected = "less" if shown.verdict in IMPROVED else "more"
    return _UNTREATED_DIFFER if direction(shown.contrast) != expected else ""


def _without_contrast(shown: RegionProgress, snapshot: Snapshot) -> str:
    """Return what to say of a clear result that is not compared with untreated regions."""
    lack = lack_of_contrast(shown, snapshot)
    if lack is Lack.BECAME_DRY:
        return _BECAME_DRY
    unknown = lack in {None, Lack.NONE_UNTREATED, Lack.RATED_LATER, Lack.FEW_DAYS}
    return _NO_UNTREATED if unknown and shown.verdict != "same" else _NOT_COMPARED


def _beside_the_same(contrast: Estimate) -> str:
    """Return what a contrast leaves open of a region that is about the same; "" nothing.

    It has to be as narrow as the change itself must be for that verdict.
    """
    if direction(contrast) in {"less", "more"}:
        return _ONLY_AGAINST_UNTREATED
    narrow = contrast.high is not None and contrast.high <= MORE_FROM
    return "" if narrow and contrast.low > UNLIKELY_FROM else _UNTREATED_TOO_WIDE


def _may_be_more(shown: RegionProgress) -> bool:
    """Tell whether a region is "No clear change": its range rules out a large fall, but no rise."""
    high = shown.change.high if shown.change else None
    return shown.verdict == "same" and high is not None and high > MORE_FROM


def _is_left_out(shown: RegionProgress, progress: Progress) -> bool:
    """Tell whether a region sweats less by its verdict, but not by the count of the headline."""
    return shown.verdict in IMPROVED and shown.region not in progress.improved


def _say(text: str, **fields: object) -> Sentence:
    return Sentence(text, fields, context=_CONTEXT)
