"""One piece of skin counts once: which regions count where one lies within another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from model.analysis.phases import MIN_DAYS
from model.catalog.regions import REGIONS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from model.analysis.estimate import Relative


def regions_around(region: str, parents: Mapping[str, str]) -> frozenset[str]:
    """Return the regions in which a region lies; `parents` is what `phases.parents_of` returns."""
    found = set()
    outer = parents.get(region) or (REGIONS[region].parent if region in REGIONS else "")
    while outer:
        found.add(outer)
        outer = REGIONS[outer].parent if outer in REGIONS else ""
    return frozenset(found)


def counted_once(
    compared: Collection[str], waiting: Collection[str], parents: Mapping[str, str]
) -> frozenset[str]:
    """Return the regions that count, so that no piece of skin counts twice.

    A region that can be compared counts, and what lies in it does not. Where only a part can be
    compared, the part counts and the whole does not. Where neither can, the whole waits.

    Args:
        compared: regions with a result.
        waiting: regions without one yet.
        parents: one's own spots -> the region of the catalog in which each lies.
    """
    around = {region: regions_around(region, parents) for region in (*compared, *waiting)}
    counted = {region for region in compared if not around[region] & {*compared}}
    held = {outer for region in counted for outer in around[region]}
    rest = {region for region in waiting if region not in held and not around[region] & counted}
    return frozenset(counted | {region for region in rest if not around[region] & rest})


def once_each(
    before: Relative, now: Relative, names: Sequence[str], parents: Mapping[str, str]
) -> npt.NDArray[np.bool_]:
    """Tell which untreated regions count, so that the same skin is looked at in both windows.

    A region counts only if it was rated in both. One with MIN_DAYS rated days in each displaces all
    that lies in it; one with fewer gives way, in both windows, to its parts.

    Args:
        before: the baseline, a row a day and a column a region, NaN where it was not rated.
        now: the same of the current window.
        names: the regions of the columns.
        parents: as in `counted_once`.
    """
    import numpy as np

    rated = np.minimum(np.isfinite(before).sum(axis=0), np.isfinite(now).sum(axis=0)).tolist()
    place = {name: at for at, name in enumerate(names) if rated[at]}
    around = {name: regions_around(name, parents) & place.keys() for name in place}
    whole = {name for name in place if rated[place[name]] >= MIN_DAYS}
    held = {name for name in place if around[name] & whole}
    gives_way = {outer for name in place for outer in around[name]} - whole
    counts = place.keys() - held - gives_way
    return np.array([name in counts for name in names], bool)
