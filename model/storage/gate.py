"""What may enter a diary: checks that need the day of today or what the diary already holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from model.catalog.applicators import APPLICATORS, FORBIDDEN_REGIONS
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
from model.records.treatment import OwnedApplicator, Session, refuse_forbidden
from model.storage import facts
from model.storage.delta import Deltas, key_of
from model.storage.rows import CODECS, Row
from model.storage.store import Store
from model.text import QT_TRANSLATE_NOOP

R = TypeVar("R", bound=Record)

_SECONDS = (-2208988800, 7258118400)  # 1900 to 2200
_OFFSET_MINUTES = (-1439, 1439)
_DAYS_TOLD = 3


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
    """Return the patient's own applicators with the regions that any entry says they reach."""
    reach: dict[str, frozenset[str]] = {}
    for item in owned:
        if is_own(item.applicator):
            reach[item.applicator] = reach.get(item.applicator, frozenset()) | set(item.regions)
    return reach


def refuse_stranded(store: Store, deltas: Deltas) -> None:
    """Raise DiaryError where a write would leave a session whose regions nothing reaches any more.

    Such a diary could be exported, but never be imported again. What was so before stays possible.

    Args:
        store: the diary, before the write.
        deltas: what the write changes.
    """
    shrunk = {OwnedApplicator.KIND, OwnRegion.KIND} & {
        k for k, it in deltas.items() if len(it.gone)
    }
    entering = _naming_own(deltas[Session.KIND].new) if Session.KIND in deltas else []
    made = deltas[OwnedApplicator.KIND].new if OwnedApplicator.KIND in deltas else ()
    if not (shrunk or entering or len(made)):
        return
    owned, owned_after = _before_and_after(store, OwnedApplicator, deltas)
    regions, regions_after = _before_and_after(store, OwnRegion, deltas)
    parents = {region.id: region.parent for region in regions_after}
    reach = reach_of(owned_after)
    treating: list[Session | OwnedApplicator] = [*entering, *_records(OwnedApplicator, made)]
    for record in treating:
        refuse_forbidden(tuple(parents.get(region, region) for region in record.regions))
    for session in entering:
        session.check_reach(reach)
    lost = any(had - reach.get(name, frozenset()) for name, had in reach_of(owned).items())
    moved = {(it.id, it.parent) for it in regions_after} - {(it.id, it.parent) for it in regions}
    if shrunk and (lost or moved):  # else no session has to be read
        changed = _keys(Session, deltas) if Session.KIND in deltas else set()
        held = _naming_own(facts.rows(store, Session.KIND))
        staying = [session for session in held if session.key not in changed]
        _refuse_less_reach(staying, owned, reach)
        _refuse_moved(staying, owned_after, regions, regions_after)


def _before_and_after(store: Store, kind: type[R], deltas: Deltas) -> tuple[list[R], list[R]]:
    before = list(facts.of(store, kind))
    if kind.KIND not in deltas:
        return before, before
    keys = _keys(kind, deltas)
    kept = [record for record in before if record.key not in keys]
    return before, kept + _records(kind, deltas[kind.KIND].new)


def _keys(kind: type[Record], deltas: Deltas) -> set[Row]:
    sides = (deltas[kind.KIND].gone, deltas[kind.KIND].new)
    return {key_of(kind.KIND, row) for rows in sides for row in rows}


def _records(kind: type[R], rows: Iterable[Row]) -> list[R]:
    found = []
    for row in rows:
        try:
            record = CODECS[kind.KIND].record(row)
        except (ValueError, TypeError):  # the disk has spoilt it: `check` names it
            continue
        assert isinstance(record, kind)
        found.append(record)
    return found


def _naming_own(rows: Iterable[Row]) -> list[Session]:
    """Return the sessions among rows that name an own region or applicator, and few others."""
    names = [field.name for field in dataclasses.fields(Session)]
    at, by = names.index("regions"), names.index("applicators")
    return _records(Session, (row for row in rows if OWN_PREFIX in f"{row[at]}{row[by]}"))


def _refuse_less_reach(
    sessions: list[Session], owned: list[OwnedApplicator], reach: Mapping[str, frozenset[str]]
) -> None:
    before = reach_of(owned)
    names = {item.applicator: item.name for item in owned}
    for applicator in sorted(before):
        naming = [session for session in sessions if applicator in session.applicators]
        if applicator not in reach and naming:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "'{name}' ({id}) cannot become another applicator: sessions name it"
                    " ({count}: {days}). Add the other one as a new entry, or correct these"
                    " sessions first.",
                ),
                name=names[applicator],
                id=applicator,
                **_told(naming),
            )
        for region in sorted(before[applicator] - reach.get(applicator, frozenset())):
            needing = [
                one for one in naming if region in one.regions and _lacks(one, region, reach)
            ]
            if needing:
                raise DiaryError(
                    QT_TRANSLATE_NOOP(
                        "DiaryError",
                        "'{name}' must still reach {region}: sessions need it ({count}: {days})."
                        " Leave this region in, or correct these sessions first.",
                    ),
                    name=names[applicator],
                    region=region,
                    **_told(needing),
                )


def _lacks(session: Session, region: str, reach: Mapping[str, frozenset[str]]) -> bool:
    return not any(
        region in (APPLICATORS[name].regions if name in APPLICATORS else reach.get(name, ()))
        for name in session.applicators
    )


def _refuse_moved(
    sessions: list[Session],
    owned: list[OwnedApplicator],
    before: list[OwnRegion],
    after: list[OwnRegion],
) -> None:
    forbidden = {region.id for region in before if region.parent in FORBIDDEN_REGIONS}
    for region in after:
        if region.parent not in FORBIDDEN_REGIONS or region.id in forbidden:
            continue
        treated = [session for session in sessions if region.id in session.regions]
        if treated:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "'{name}' cannot be moved to {region}: sessions treated it ({count}: {days}),"
                    " and a maker's manual (Hidrex DP450) forbids current through the chest. Make"
                    " a new region there, or correct these sessions first.",
                ),
                name=region.name,
                region=region.parent,
                **_told(treated),
            )
        for item in owned:
            if region.id in item.regions:
                raise DiaryError(
                    QT_TRANSLATE_NOOP(
                        "DiaryError",
                        "'{name}' cannot be moved to {region}: '{applicator}' reaches it, and a"
                        " maker's manual (Hidrex DP450) forbids current through the chest. Make a"
                        " new region there, or take it out of this applicator first.",
                    ),
                    name=region.name,
                    region=region.parent,
                    applicator=item.name or item.applicator,
                )


def _told(sessions: list[Session]) -> dict[str, object]:
    """Return how many sessions these are, and the first of their days."""
    days = sorted({str(session.started_at.date()) for session in sessions})
    more = ["..."] if len(days) > _DAYS_TOLD else []
    return {"count": len(sessions), "days": ", ".join([*days[:_DAYS_TOLD], *more])}


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
