"""What may enter a diary: checks that need the day of today or what the diary already holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from model.catalog.scales import SEVERITY_MAX, SEVERITY_MIN
from model.records.day import Rating
from model.records.errors import DiaryError
from model.records.person import OwnRegion
from model.records.rules import (
    FIRST_DAY,
    LAST_DAY,
    OWN_PREFIX,
    Record,
    RegionId,
    Several,
    future_day,
)
from model.records.snapshot import ENTERED_CODES, RatingColumns, day_number, day_of
from model.records.treatment import OwnedApplicator, Session
from model.storage import facts
from model.storage.store import Store
from model.text import QT_TRANSLATE_NOOP

_SECONDS = (-2208988800, 7258118400)  # 1900 to 2200
_OFFSET_MINUTES = (-1439, 1439)


def own_regions_in(records: Iterable[Record]) -> Iterator[str]:
    """Yield every region of the patient's own that the records name."""
    for record in records:
        for name, several in _region_fields(type(record)):
            value = getattr(record, name)
            for region in value if several else (value,):
                if region is not None and is_own(region):
                    yield region


def is_own(region: str) -> bool:
    """Tell whether a region is the patient's own."""
    return region.startswith(OWN_PREFIX)


def refuse_unknown_regions(named: Iterable[str], known: Iterable[OwnRegion]) -> None:
    """Raise DiaryError for a region of the patient's own that nobody has described."""
    unknown = sorted(set(named) - {region.id for region in known})
    if unknown:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "There is no region '{value}' in this diary. Make it first."
            ),
            value=unknown[0],
        )


def reach_of(owned: Iterable[OwnedApplicator]) -> dict[str, frozenset[str]]:
    """Return the patient's own applicators with the regions that they reach."""
    return {
        item.applicator: frozenset(item.regions)
        for item in owned
        if item.applicator.startswith(OWN_PREFIX)
    }


def refuse_needed(store: Store, region_keys: Mapping[str, int], records: Iterable[Record]) -> None:
    """Raise DiaryError where what is to be removed is named by what would stay."""
    for id_ in needed(store, region_keys, records):
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "'{id}' cannot be removed: other entries name it. Retire it, or remove them first.",
            ),
            id=id_,
        )


def needed(
    store: Store, region_keys: Mapping[str, int], records: Iterable[Record]
) -> tuple[str, ...]:
    """Return the own regions and applicators among records that others, which stay, name."""
    records = tuple(records)
    leaving = {(record.KIND, record.key) for record in records}
    regions = {record.id for record in records if isinstance(record, OwnRegion)}
    applicators = {record.applicator for record in records if isinstance(record, OwnedApplicator)}
    if not regions and not any(map(is_own, applicators)):
        return ()
    staying = [
        record
        for kind in facts.OTHER_KINDS
        for record in facts.of(store, kind)
        if (kind.KIND, record.key) not in leaving
    ]
    named = {*own_regions_in(staying)}
    named |= {item for it in staying if isinstance(it, Session) for item in it.applicators}
    for region in regions:
        rated = store.rows("SELECT day FROM rating WHERE region = ?", (region_keys.get(region),))
        if any((Rating.KIND, (day_of(day), region)) not in leaving for (day,) in rated):
            named.add(region)
    kept = {item.applicator for item in staying if isinstance(item, OwnedApplicator)}
    return tuple(sorted(named & (regions | {item for item in applicators - kept if is_own(item)})))


def _region_fields(kind: type[Record]) -> Iterator[tuple[str, bool]]:
    for field in dataclasses.fields(kind):
        match field.metadata["rule"]:
            case RegionId():
                yield field.name, False
            case Several(item=RegionId()):
                yield field.name, True


def refuse_bad_columns(columns: RatingColumns, today: date) -> None:
    """Raise DiaryError for the first of many ratings that may not enter the diary."""
    if not len(columns):
        return
    if not _all_fit(columns):
        _name_the_first_misfit(columns)
    if max(columns.day) > day_number(today):
        raise future_day(day_of(max(columns.day)))
    for region in set(columns.region):
        RegionId("").check(region)


def _all_fit(columns: RatingColumns) -> bool:
    """Check many ratings by what their columns hold at all: a tenth of the time of one by one."""
    times, offsets = columns.recorded_at, columns.offset_minutes
    return (
        len(columns.day) == len(columns.region) == len(columns.severity) == len(columns.entered)
        and len(columns.day) == len(times) == len(offsets)
        and set(map(type, columns.region)) == {str}
        and _whole(columns.day, day_number(FIRST_DAY), day_number(LAST_DAY))
        and _whole(columns.entered, 0, len(ENTERED_CODES) - 1)
        and _whole(columns.severity, SEVERITY_MIN, SEVERITY_MAX, optional=True)
        and _whole(times, *_SECONDS, optional=True)
        and _whole(offsets, *_OFFSET_MINUTES, optional=True)
    )


def _whole(column: list[Any], low: int, high: int, optional: bool = False) -> bool:
    """Tell whether a column holds whole numbers in a range and, if `optional`, gaps."""
    types = set(map(type, column)) - ({type(None)} if optional else set())
    if types - {int}:
        return False
    values = set(column) - {None}
    return not values or (low <= min(values) and max(values) <= high)


def _name_the_first_misfit(columns: RatingColumns) -> None:
    for row in range(len(columns)):
        try:
            columns.record(row).check()
        except (ValueError, TypeError, LookupError, OverflowError):
            break
    raise DiaryError(
        QT_TRANSLATE_NOOP(
            "DiaryError", "Rating number {row} of the file holds something else than a rating."
        ),
        row=row + 1,
    )
