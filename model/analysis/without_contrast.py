"""Why a treated region could not be compared with untreated ones: which reason, and in words.

Source of the rules: the project's method note, sections 2.2 and 2.3.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from model.analysis import reasons
from model.analysis.estimate import index_of, of_own_baseline
from model.analysis.phases import MIN_DAYS, control_until, parents_of, session_days
from model.analysis.progress import RegionProgress, Window
from model.analysis.sentences import Sentence
from model.analysis.skin import once_each
from model.records.snapshot import Snapshot, day_number
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Lack(Enum):
    """What a comparison with untreated regions lacks.

    The untreated ones: none is rated; all lie beside a treated one; they were first rated after the
    first session; on too few days; all that were rated on enough days were almost dry before
    (SOME_WERE_DRY: others were rated on too few); dry on all days now. The region itself: its
    change is in points only; it was dry on the days in common.
    """

    NONE_UNTREATED = auto()
    ALL_BESIDE = auto()
    RATED_LATER = auto()
    FEW_DAYS = auto()
    WERE_DRY = auto()
    SOME_WERE_DRY = auto()
    BECAME_DRY = auto()
    IN_POINTS = auto()
    ITSELF_DRY = auto()


_CONTEXT = "Sureness"
_TEXTS = {
    Lack.ALL_BESIDE: QT_TRANSLATE_NOOP(
        "Sureness",
        "The only untreated regions that are rated lie so near a treated one that they cannot show"
        " what weather and stress did in the same days.",
    ),
    Lack.RATED_LATER: QT_TRANSLATE_NOOP(
        "Sureness",
        "The untreated regions were not rated before the first session, so they cannot show what"
        " weather and stress did in the same days.",
    ),
    Lack.SOME_WERE_DRY: QT_TRANSLATE_NOOP(
        "Sureness",
        "The untreated regions that were rated on enough of the same days were almost dry in the"
        " baseline, so they cannot show what weather and stress did.",
    ),
    Lack.BECAME_DRY: QT_TRANSLATE_NOOP(
        "Sureness",
        "The untreated regions became dry in the same days, so nothing can be predicted from them;"
        " weather or stress may be the reason.",
    ),
    Lack.ITSELF_DRY: QT_TRANSLATE_NOOP(
        "Sureness",
        "On the days of the baseline on which untreated regions were rated too, this region was"
        " dry, so there is nothing to compare.",
    ),
}


def lack_of_contrast(shown: RegionProgress, snapshot: Snapshot) -> Lack | None:
    """Return what the comparison of a treated region with untreated ones lacks.

    None where there is one, of an untreated region, and where nothing could be compared at all.
    """
    before, now = shown.baseline, shown.now
    if not shown.treated or shown.contrast or not shown.has_result or not (before and now):
        return None
    untreated, beside = _untreated(shown.region, now, snapshot)
    if not untreated:
        return Lack.ALL_BESIDE if beside else Lack.NONE_UNTREATED
    if shown.change is None:
        return Lack.IN_POINTS
    return _lack_of_days(shown, before, now, untreated, snapshot)


def reason_without_contrast(lack: Lack) -> Sentence:
    """Say why a treated region is not compared with untreated ones; for patients."""
    if lack is Lack.IN_POINTS:
        return reasons.no_contrast_in_points()
    if lack is Lack.WERE_DRY:
        return reasons.untreated_were_dry()
    if lack in {Lack.NONE_UNTREATED, Lack.FEW_DAYS}:
        return reasons.no_contrast(some_untreated=lack is Lack.FEW_DAYS)
    return Sentence(_TEXTS[lack], context=_CONTEXT)


def _untreated(region: str, now: Window, snapshot: Snapshot) -> tuple[list[str], list[str]]:
    """Return the rated regions that no session reached by the end of a window, and those beside.

    Beside: never treated themselves, but so near a treated region that they are no control.
    """
    sessions = session_days(snapshot)
    untreated, beside = [], []
    for other, until in control_until(snapshot, sessions).items():
        if other == region or not len(snapshot.rated(other)[0]):
            continue
        if until is None or until > now.ends:
            untreated.append(other)
        elif other not in sessions:
            beside.append(other)
    return untreated, beside


def _lack_of_days(
    shown: RegionProgress, before: Window, now: Window, untreated: list[str], snapshot: Snapshot
) -> Lack:
    """Look at the days on which both were rated, as the contrast does."""
    import numpy as np

    names = [shown.region, *untreated]
    sides = [_severities(snapshot, names, window) for window in (before, now)]
    own = [side[:, 0] for side in sides]
    relative = of_own_baseline(sides[0][:, 1:], sides[1][:, 1:])
    used = once_each(*relative, untreated, parents_of(snapshot))
    index = [index_of(each, used)[mine >= 0] for each, mine in zip(relative, own, strict=True)]
    known = [np.isfinite(each) for each in index]
    if min(each.sum() for each in known) >= MIN_DAYS:
        if not index[1][known[1]].any():
            return Lack.BECAME_DRY
        return Lack.WERE_DRY if not index[0][known[0]].any() else Lack.ITSELF_DRY
    common = [((side[:, 1:] >= 0) & (side[:, :1] >= 0)).sum(axis=0) for side in sides]
    enough = np.minimum(*common) >= MIN_DAYS
    if enough.any() and not np.isfinite(relative[0][:, enough]).any():
        return Lack.WERE_DRY if enough.all() else Lack.SOME_WERE_DRY
    return Lack.RATED_LATER if _rated_later(shown, sides[0], untreated, snapshot) else Lack.FEW_DAYS


def _severities(snapshot: Snapshot, names: list[str], window: Window) -> npt.NDArray[np.int8]:
    """Return the severities of regions in a window, shape (days, regions); below 0 = not rated."""
    first = day_number(snapshot.first_day)
    rows = slice(max(day_number(window.starts) - first, 0), day_number(window.ends) - first + 1)
    return snapshot.severity[rows, [snapshot.regions.index(name) for name in names]]


def _rated_later(
    shown: RegionProgress,
    baseline: npt.NDArray[np.int8],
    untreated: list[str],
    snapshot: Snapshot,
) -> bool:
    """Tell whether no untreated region was rated before the first session, or in the baseline."""
    if shown.first_session is None or (baseline[:, 1:] >= 0).any():
        return False
    starts = day_number(shown.first_session)
    return all(int(snapshot.rated(region)[0][0]) >= starts for region in untreated)
