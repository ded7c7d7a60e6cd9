"""One piece of skin counts once: which regions count where one lies within another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from model.catalog.regions import REGIONS

if TYPE_CHECKING:
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


def without_parts(relative: Relative, names: Sequence[str], parents: Mapping[str, str]) -> Relative:
    """Leave a part out of the days on which the whole that it lies in was rated.

    Args:
        relative: a row a day, a column a region, NaN where it was not rated.
        names: the regions of the columns.
        parents: as in `counted_once`.
    """
    import numpy as np

    found = relative
    for part, name in enumerate(names):
        held = [names.index(each) for each in regions_around(name, parents) if each in names]
        if held:
            found = found.copy() if found is relative else found
            found[np.isfinite(relative[:, held]).any(axis=1), part] = np.nan
    return found
