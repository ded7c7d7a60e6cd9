"""The headline of a diary: how many treated regions sweat less, where most, and what else moved.

No device treats generalised sweating whole, so the count is of regions, and a few that changed
where it matters are said with their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from model.analysis.sentences import Sentence, counted
from model.analysis.verdicts import IMPROVED, verdict_name, whole_percent
from model.records.person import FollowedRegion
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.analysis.progress import Progress, RegionProgress
    from model.records.snapshot import Snapshot

_CONTEXT = "Headline"
_NOTHING_RATED = QT_TRANSLATE_NOOP("Headline", "Nothing has been rated yet.")
_NO_SESSION_ONE = QT_TRANSLATE_NOOP("Headline", "No session yet; {count} day is rated.")
_NO_SESSION = QT_TRANSLATE_NOOP("Headline", "No session yet; {count} days are rated.")
_ONE_NOT_YET = QT_TRANSLATE_NOOP("Headline", "The treated region cannot be compared yet.")
_NONE_YET = QT_TRANSLATE_NOOP("Headline", "None of {count} treated regions can be compared yet.")
_ONLY_LESS = QT_TRANSLATE_NOOP("Headline", "The treated region sweats less than before treatment.")
_ONLY_NOT = QT_TRANSLATE_NOOP(
    "Headline", "The treated region does not clearly sweat less than before treatment."
)
_ONE_LESS = QT_TRANSLATE_NOOP(
    "Headline", "{count} of {all} treated regions sweats less than before treatment."
)
_SOME_LESS = QT_TRANSLATE_NOOP(
    "Headline", "{count} of {all} treated regions sweat less than before treatment."
)
_NONE_LESS = QT_TRANSLATE_NOOP(
    "Headline", "None of {all} treated regions clearly sweats less than before treatment."
)
_SO_FAR = QT_TRANSLATE_NOOP("Headline", "So far: {headline}")
_PROVISIONAL = QT_TRANSLATE_NOOP("Headline", "Provisional: {headline}")
_REST_ONE = QT_TRANSLATE_NOOP("Headline", "{count} treated region cannot be compared yet.")
_REST = QT_TRANSLATE_NOOP("Headline", "{count} treated regions cannot be compared yet.")
_BEST = QT_TRANSLATE_NOOP("Headline", "Largest fall: {region}, {amount} % less sweating.")
_BEST_POINTS = QT_TRANSLATE_NOOP(
    "Headline", "Largest fall: {region}, {amount:.1f} points of 10 less sweating."
)
_MATTERS = QT_TRANSLATE_NOOP(
    "Headline", "Of those that bother most, {region}: {amount} % less sweating."
)
_MATTERS_POINTS = QT_TRANSLATE_NOOP(
    "Headline", "Of those that bother most, {region}: {amount:.1f} points of 10 less sweating."
)
_MATTERS_OPEN = QT_TRANSLATE_NOOP("Headline", "Of those that bother most, {region}: {verdict}.")
_ALL_STAYED_ONE = QT_TRANSLATE_NOOP("Headline", "The untreated region did not change clearly.")
_ALL_STAYED = QT_TRANSLATE_NOOP("Headline", "The {count} untreated regions did not change clearly.")
_FELL_ONE = QT_TRANSLATE_NOOP("Headline", "{count} of {all} untreated regions sweats less as well.")
_FELL = QT_TRANSLATE_NOOP("Headline", "{count} of {all} untreated regions sweat less as well.")
_ROSE_ONE = QT_TRANSLATE_NOOP("Headline", "{count} of {all} untreated regions sweats more.")
_ROSE = QT_TRANSLATE_NOOP("Headline", "{count} of {all} untreated regions sweat more.")
_AND_MORE = QT_TRANSLATE_NOOP("Headline", "{first} {others}")


def headline(
    progress: Progress, names: Mapping[str, Sentence] | None = None, matters: str = ""
) -> Sentence:
    """Say how many of the treated regions sweat less than before treatment.

    Args:
        progress: `improved` counts, corrected for the number of regions; only treated regions
            with a result are counted, the others are named as not yet comparable.
        names: of the regions; with them the region that changed most and what the untreated ones
            did are added.
        matters: the region that bothers most, see `bothers_most`; "" where that was not said.
    """
    if not progress.quality.days_rated:
        return Sentence(_NOTHING_RATED, context=_CONTEXT)
    if not any(shown.treated for shown in progress.regions):
        return _counted(_NO_SESSION_ONE, _NO_SESSION, progress.quality.days_rated)
    treated = [shown for shown in progress.regions if shown.treated]
    compared = [shown for shown in treated if _has_result(shown)]
    if not compared:
        return _counted(_ONE_NOT_YET, _NONE_YET, len(treated))
    better = [shown for shown in compared if shown.region in progress.improved]
    said = [_how_far(_count(len(better), len(compared)), compared)]
    if len(compared) < len(treated):
        said.append(_counted(_REST_ONE, _REST, len(treated) - len(compared)))
    if names is not None:
        said += _foremost(better, compared, names, matters)
        said += _untreated(progress) if better else []
    return _together(said)


def bothers_most(snapshot: Snapshot) -> str:
    """Return the followed region that the patient said bothers most, "" without one or with two."""
    said = [(each.bother, each.region) for each in snapshot.of(FollowedRegion) if each.followed]
    most = max((bother for bother, _ in said if bother), default=0)
    regions = [region for bother, region in said if most and bother == most]
    return regions[0] if len(regions) == 1 else ""


def _has_result(shown: RegionProgress) -> bool:
    return shown.change is not None or shown.points is not None


def _counted(one: str, many: str, count: int, **fields: object) -> Sentence:
    found = counted(one, many, count, **fields)
    return Sentence(found.text, found.fields, context=_CONTEXT)


def _count(better: int, compared: int) -> Sentence:
    if compared == 1:
        return Sentence(_ONLY_LESS if better else _ONLY_NOT, context=_CONTEXT)
    if not better:
        return Sentence(_NONE_LESS, {"all": compared}, context=_CONTEXT)
    return _counted(_ONE_LESS, _SOME_LESS, better, all=compared)


def _how_far(said: Sentence, compared: Sequence[RegionProgress]) -> Sentence:
    """Say of a count that it is so far or provisional where one of the regions is."""
    if any(shown.so_far for shown in compared):
        return Sentence(_SO_FAR, {"headline": said}, context=_CONTEXT)
    if any(shown.provisional for shown in compared):
        return Sentence(_PROVISIONAL, {"headline": said}, context=_CONTEXT)
    return said


def _foremost(
    better: Sequence[RegionProgress],
    compared: Sequence[RegionProgress],
    names: Mapping[str, Sentence],
    matters: str,
) -> list[Sentence]:
    """Return what is said of the region that bothers most, and of the one that changed most."""
    said = []
    for shown in compared:
        if shown.region == matters and shown in better:
            said.append(_less(shown, names, _MATTERS, _MATTERS_POINTS))
        elif shown.region == matters:
            fields = {"region": _name(shown, names), "verdict": verdict_name(shown)}
            said.append(Sentence(_MATTERS_OPEN, fields, context=_CONTEXT))
    best = min(better, key=_amount, default=None)
    if best and best.region != matters:
        said.append(_less(best, names, _BEST, _BEST_POINTS))
    return said


def _less(
    shown: RegionProgress, names: Mapping[str, Sentence], percent: str, points: str
) -> Sentence:
    if shown.change:
        amount: float = whole_percent(shown.change.value)
    else:
        percent, amount = points, abs(shown.points.value) if shown.points else 0.0
    return Sentence(percent, {"region": _name(shown, names), "amount": amount}, context=_CONTEXT)


def _name(shown: RegionProgress, names: Mapping[str, Sentence]) -> Sentence:
    return names.get(shown.region) or Sentence("{name}", {"name": shown.region}, context="")


def _amount(shown: RegionProgress) -> tuple[bool, float]:
    """Return a key by which the largest fall comes first, percent before points."""
    found = shown.change or shown.points
    return shown.change is None, found.value if found else 0.0


def _untreated(progress: Progress) -> list[Sentence]:
    """Return what is said of the regions that were not treated, by the rule of their verdicts."""
    compared = [each for each in progress.regions if not each.treated and _has_result(each)]
    fell = sum(each.verdict in IMPROVED for each in compared)
    rose = sum(each.verdict == "more" for each in compared)
    if not compared:
        return []
    if not fell and not rose:
        return [_counted(_ALL_STAYED_ONE, _ALL_STAYED, len(compared))]
    said = [_counted(_FELL_ONE, _FELL, fell, all=len(compared))] if fell else []
    return [*said, _counted(_ROSE_ONE, _ROSE, rose, all=len(compared))] if rose else said


def _together(said: Sequence[Sentence]) -> Sentence:
    if len(said) == 1:
        return said[0]
    fields = {"first": said[0], "others": _together(said[1:])}
    return Sentence(_AND_MORE, fields, context=_CONTEXT)
