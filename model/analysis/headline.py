"""The headline of a diary: how many treated regions sweat less, where most, and what else moved.

No device treats generalised sweating whole, so the count is of regions, and a few that changed
where it matters are said with their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from model.analysis import headline_texts as texts
from model.analysis.reach import listed
from model.analysis.sentences import Sentence, counted, in_sentence
from model.analysis.verdicts import IMPROVED, after_treatment_began, estimated_percent
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
_OF_ANOTHER = QT_TRANSLATE_NOOP(
    "Headline", "Not counted in the headline, part of another region: {regions}."
)
_TOO_NEAR = QT_TRANSLATE_NOOP(
    "Headline", "Not counted in the headline, too near a treated region: {regions}."
)
_NONE_YET = QT_TRANSLATE_NOOP("Headline", "None of {count} treated regions can be compared yet.")


def headline(
    progress: Progress, names: Mapping[str, Sentence] | None = None, matters: str = ""
) -> Sentence:
    """Say how many of the treated regions sweat less than before treatment.

    Where more than one thing is to say, the sentence has the fields `first` (the count) and
    `others`.

    Args:
        progress: `improved` counts, corrected for the number of regions; only treated regions
            with a result are counted, the others are named as not yet comparable, and what lies
            in a region that is counted as part of it.
        names: of the regions; with them come the numbers of the region that changed most and what
            the others did, treated and untreated.
        matters: the region that bothers most, see `bothers_most`; "" where that was not said.
    """
    if not progress.quality.days_rated:
        return Sentence(_NOTHING_RATED, context=_CONTEXT)
    if not any(shown.treated for shown in progress.regions):
        return _counted(_NO_SESSION_ONE, _NO_SESSION, progress.quality.days_rated)
    treated = [shown for shown in progress.regions if shown.treated and shown.counts]
    compared = [shown for shown in treated if shown.has_result]
    if not compared:
        return _counted(_ONE_NOT_YET, _NONE_YET, len(treated))
    better = [shown for shown in compared if shown.region in progress.improved]
    waiting = len(treated) - len(compared)
    said = [_how_far(_count(better, compared, waiting, names), compared)]
    if names is not None:
        said += _foremost(better, compared, names, matters)
    said += _not_counted(better, compared)
    if waiting:
        said.append(_counted(texts.REST_ONE, texts.REST, waiting))
    if names is not None:
        said += [*_worse(compared), *_untreated(progress, compared), *_parts(progress)]
    return _together(said)


def bothers_most(snapshot: Snapshot) -> str:
    """Return the followed region that the patient said bothers most, "" without one or with two."""
    said = [(each.bother, each.region) for each in snapshot.of(FollowedRegion) if each.followed]
    most = max((bother for bother, _ in said if bother), default=0)
    regions = [region for bother, region in said if most and bother == most]
    return regions[0] if len(regions) == 1 else ""


def _counted(one: str, many: str, count: int, **fields: object) -> Sentence:
    found = counted(one, many, count, **fields)
    return Sentence(found.text, found.fields, context=_CONTEXT)


def _said(text: str, **fields: object) -> Sentence:
    return Sentence(text, fields, context=_CONTEXT)


def _count(
    better: Sequence[RegionProgress],
    compared: Sequence[RegionProgress],
    waiting: int,
    names: Mapping[str, Sentence] | None,
) -> Sentence:
    """Return the count; where it is of one region, with its number if there are names."""
    beside = any(after_treatment_began(shown) for shown in compared)
    fields: dict[str, object] = {
        "before": _said(texts.IN_BASELINE if beside else texts.BEFORE),
        "all": len(compared),
    }
    if len(compared) == 1:
        subject = texts.ONLY_COMPARED if waiting else texts.ONLY_TREATED
        return _only(compared[0], bool(better), names, {**fields, "subject": _said(subject)})
    if not better:
        return _said(texts.NONE_LESS, **fields)
    if len(better) > 1:
        return _said(texts.SOME_LESS, count=len(better), **fields)
    if names is None:
        return _said(texts.ONE_LESS, **fields)
    return _by(better[0], names, (texts.ONE_LESS_BY, texts.ONE_LESS_POINTS), fields)


def _only(
    shown: RegionProgress,
    is_better: bool,
    names: Mapping[str, Sentence] | None,
    fields: Mapping[str, object],
) -> Sentence:
    """Say what the only treated region that can be compared does."""
    if not is_better and shown.verdict != "more":
        unclear = shown.verdict in IMPROVED
        return _said(texts.ONLY_UNCLEAR if unclear else texts.ONLY_NOT, **fields)
    if names is None:
        return _said(texts.ONLY_LESS if is_better else texts.ONLY_MORE, **fields)
    less, more = (
        (texts.ONLY_LESS_BY, texts.ONLY_LESS_POINTS),
        (texts.ONLY_MORE_BY, texts.ONLY_MORE_POINTS),
    )
    return _by(shown, names, less if is_better else more, fields)


def _how_far(said: Sentence, compared: Sequence[RegionProgress]) -> Sentence:
    """Say of a count that it is so far or provisional where one of the regions is."""
    if any(shown.so_far for shown in compared):
        return Sentence(texts.SO_FAR, {"headline": said}, context=_CONTEXT)
    if any(shown.provisional for shown in compared):
        return Sentence(texts.PROVISIONAL, {"headline": said}, context=_CONTEXT)
    return said


def _foremost(
    better: Sequence[RegionProgress],
    compared: Sequence[RegionProgress],
    names: Mapping[str, Sentence],
    matters: str,
) -> list[Sentence]:
    """Return what is said of the region that bothers most, and of the one that changed most."""
    said = []
    most = next((shown for shown in compared if shown.region == matters), None)
    if most and (len(compared) == 1 or [most] == [*better]):
        said.append(_said(texts.IT_MATTERS))  # the count has named it
    elif most:
        said.append(_that_matters(most, most in better, names))
    best = min(better, key=_amount, default=None)
    if best and len(better) > 1 and best is not most:
        said.append(_by(best, names, _best_texts(best, better, compared)))
    return said


def _that_matters(
    shown: RegionProgress, is_counted: bool, names: Mapping[str, Sentence]
) -> Sentence:
    if is_counted:
        return _by(shown, names, (texts.MATTERS, texts.MATTERS_POINTS))
    if shown.verdict in IMPROVED:
        return _by(shown, names, (texts.MATTERS_UNCLEAR, texts.MATTERS_UNCLEAR_POINTS))
    if shown.verdict == "more":
        return _by(shown, names, (texts.MATTERS_MORE, texts.MATTERS_MORE_POINTS))
    return _said(texts.MATTERS_OPEN, region=_name(shown, names))


def _best_texts(
    best: RegionProgress, better: Sequence[RegionProgress], compared: Sequence[RegionProgress]
) -> tuple[str, str]:
    """Return texts that say of how many regions the fall of `best` is the largest."""
    fell = [shown for shown in compared if shown in better or shown.verdict in IMPROVED]
    if any((shown.change is None) != (best.change is None) for shown in fell):
        # Percent and points cannot be compared with each other.
        return texts.BEST_IN_PERCENT, texts.BEST_COUNTED_POINTS
    if min(fell, key=_amount) is best:
        return texts.BEST, texts.BEST_POINTS
    return texts.BEST_COUNTED, texts.BEST_COUNTED_POINTS


def _not_counted(
    better: Sequence[RegionProgress], compared: Sequence[RegionProgress]
) -> list[Sentence]:
    """Say how many sweat less by their verdict alone; of one region `_only` has said it."""
    unclear = sum(shown.verdict in IMPROVED and shown not in better for shown in compared)
    if not unclear or len(compared) == 1:
        return []
    if better:
        return [_counted(texts.UNCLEAR_MORE_ONE, texts.UNCLEAR_MORE, unclear)]
    return [_counted(texts.UNCLEAR_ONE, texts.UNCLEAR, unclear)]


def _worse(compared: Sequence[RegionProgress]) -> list[Sentence]:
    """Say how many treated regions sweat more; of one region `_only` has said it."""
    rose = sum(shown.verdict == "more" for shown in compared)
    if not rose or len(compared) == 1:
        return []
    return [_counted(texts.WORSE_ONE, texts.WORSE, rose)]


def _by(
    shown: RegionProgress,
    names: Mapping[str, Sentence],
    in_percent_or_points: tuple[str, str],
    fields: Mapping[str, object] | None = None,
) -> Sentence:
    """Say a change with the name of its region, in percent where that can be given."""
    percent, points = in_percent_or_points
    every: dict[str, object] = {**(fields or {}), "region": _name(shown, names)}
    if shown.change:
        return _said(percent, **every, amount=estimated_percent(shown.change.value))
    return _said(points, **every, amount=abs(shown.points.value) if shown.points else 0.0)


def _name(shown: RegionProgress, names: Mapping[str, Sentence]) -> Sentence:
    return names.get(shown.region) or Sentence("{name}", {"name": shown.region}, context="")


def uncounted(progress: Progress) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the regions with a result that the headline leaves out.

    The first are parts of others, which the same skin would count twice; the second lie so near a
    treated one that they are neither treated nor a control.
    """
    found = [shown for shown in progress.regions if shown.has_result]
    return (
        tuple(shown.region for shown in found if not shown.counts),
        tuple(shown.region for shown in found if shown.counts and shown.beside_treated),
    )


def uncounted_sentences(progress: Progress, names: Mapping[str, Sentence]) -> tuple[Sentence, ...]:
    """Name the regions of `uncounted`, so that the rows of a chart add up to the headline."""
    parts, near = uncounted(progress)
    return tuple(
        _said(text, regions=listed([in_sentence(names[region]) for region in regions]))
        for text, regions in ((_OF_ANOTHER, parts), (_TOO_NEAR, near))
        if regions
    )


def _amount(shown: RegionProgress) -> tuple[bool, float]:
    """Return a key by which the largest fall comes first, percent before points."""
    found = shown.change or shown.points
    return shown.change is None, found.value if found else 0.0


def _untreated(progress: Progress, treated: Sequence[RegionProgress]) -> list[Sentence]:
    """Return what is said of the regions that no session can have reached, by their verdicts."""
    compared = [
        each
        for each in progress.regions
        if not each.treated and not each.beside_treated and each.counts and each.has_result
    ]
    count = len(compared)
    fell = sum(each.verdict in IMPROVED for each in compared)
    rose = sum(each.verdict == "more" for each in compared)
    if not compared:
        return []
    if not fell and not rose:
        return [_counted(texts.ALL_STAYED_ONE, texts.ALL_STAYED, count)]
    as_well = any(each.verdict in IMPROVED for each in treated)
    alone, one, many = _FELL_TOO if as_well else _FELL
    said = [_said(alone) if count == 1 else _counted(one, many, fell, all=count)] if fell else []
    if rose:
        more = _counted(texts.ROSE_ONE, texts.ROSE, rose, all=count)
        said.append(_said(texts.IT_ROSE) if count == 1 else more)
    return said


def _parts(progress: Progress) -> list[Sentence]:
    """Say how many treated regions are shown and not counted, being part of another one."""
    parts = sum(each.treated and not each.counts and each.has_result for each in progress.regions)
    return [_counted(texts.PART, texts.PARTS, parts)] if parts else []


_FELL_TOO = texts.IT_FELL_TOO, texts.FELL_TOO_ONE, texts.FELL_TOO
_FELL = texts.IT_FELL, texts.FELL_ONE, texts.FELL


def _together(said: Sequence[Sentence]) -> Sentence:
    if len(said) == 1:
        return said[0]
    fields = {"first": said[0], "others": _together(said[1:])}
    return Sentence(texts.AND_MORE, fields, context=_CONTEXT)
