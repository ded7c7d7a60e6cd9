"""Diaries to export: arbitrary ones made from the rules of the records, and one of every kind."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import strategies as st

from model.catalog.applicators import APPLICATORS, FORBIDDEN_REGIONS
from model.catalog.regions import REGIONS, WHOLE_BODY
from model.catalog.scales import INSTRUMENTS
from model.exports.entries import fields_of
from model.records.day import Assessment, DayContext, Moment, Rating
from model.records.errors import DiaryError
from model.records.kinds import KINDS
from model.records.person import BaselineChoice, Event, OwnRegion, Profile, Question
from model.records.rules import (
    Day,
    Flag,
    Instant,
    Number,
    OneOf,
    Record,
    RegionId,
    Rule,
    Several,
    Text,
    Whole,
)
from model.records.snapshot import Contents, RatingColumns, Snapshot, day_number, snapshot_of
from model.records.treatment import OwnedApplicator, PlannedDay, Reaction, Session
from tests.model.exports.bundles import a_diary, written

LAST = date(2026, 11, 22)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
# What spreadsheets, CSV readers and the guards of the export stumble over.
AWKWARD = [
    *("", "'", "''", "'=1+1", "=1+1", "+1", "-1", "@x", "\tx", "\r", "\n", "a\r\nb", '"', "＝1"),
    *(";", "\\", "a;b\\;c", " x ", "\\ ", "\ufeffx", "x,y", "1e5", "true", "\u2028", "\x85"),
]
REGIONS_OF_LONG = ("palm_left", "palm_right", "sole_left", "sole_right")
PLAIN = sorted(REGIONS.keys() - {WHOLE_BODY})


def texts(rule: Text) -> st.SearchStrategy[str]:
    """Texts that the rule allows, awkward ones among them."""
    return st.one_of(TEXTS, st.sampled_from(AWKWARD)).filter(
        lambda text: len(text) <= rule.limit and (text.strip() != "" or not rule.filled)
    )


def values(rule: Rule, regions: list[str]) -> st.SearchStrategy[object]:
    """Values that a rule allows, None where it does."""
    found: st.SearchStrategy[object]
    match rule:
        case Whole():
            found = st.integers(rule.low, rule.high)
        case Number():
            # A diary keeps every number as one with a point, and no negative zero.
            found = st.floats(rule.low, rule.high).map(lambda number: number + 0.0)
        case Flag():
            found = st.booleans()
        case PlannedDay():
            found = st.sampled_from(["mon", "sun"]) | st.dates(date(1950, 1, 1), LAST).map(str)
        case Text():
            found = texts(rule)
        case OneOf():
            found = st.sampled_from(sorted(rule.choices))
        case RegionId():
            found = st.sampled_from(regions)
        case Day():
            found = st.dates(date(1950, 1, 1), LAST)
        case Instant():
            found = instants()
        case Several():
            # An empty item says nothing; CSV has no word for it (docs/files.md).
            items = values(rule.item, regions).filter(lambda item: item != "")
            found = st.lists(items, min_size=int(rule.filled), max_size=3, unique=True).map(tuple)
        case _:
            raise NotImplementedError(rule)
    return found | st.none() if rule.optional else found


def instants() -> st.SearchStrategy[datetime]:
    """Times to the second, in whatever zone."""
    zones = st.integers(-14 * 60, 14 * 60).map(
        lambda m: timezone(timedelta(minutes=m)) if m else UTC
    )
    seconds = st.datetimes(datetime(1950, 1, 1), datetime(2026, 11, 20))
    return st.builds(lambda at, zone: at.replace(microsecond=0, tzinfo=zone), seconds, zones)


def _fits_together(kind: type[Record], facts: dict, draw: Callable, regions: list[str]) -> dict:
    """Make what several fields say of each other true."""
    if kind is Session:
        applicator = draw(st.sampled_from(sorted(APPLICATORS)))
        reached = sorted(APPLICATORS[applicator].regions - FORBIDDEN_REGIONS)
        treated = draw(st.lists(st.sampled_from(reached), min_size=1, max_size=4, unique=True))
        half = draw(st.integers(0, len(treated)))
        poles = {"anode": tuple(treated[:half]), "cathode": tuple(treated[half:])}
        facts |= poles | {"applicators": (applicator,), "regions": tuple(treated)}
    elif kind is OwnedApplicator:
        own = draw(st.booleans())
        facts["applicator"] = (
            "own_" + facts["id"][:9] if own else draw(st.sampled_from(sorted(APPLICATORS)))
        )
        facts["name"] = facts["name"] if facts["name"].strip() else "x"
        allowed = [region for region in regions if region not in FORBIDDEN_REGIONS]
        facts["regions"] = (draw(st.sampled_from(allowed)),)
    elif kind is Assessment:
        scale = INSTRUMENTS[facts["instrument"]]
        facts["score"] = draw(st.integers(scale.low, scale.high))
    elif kind is BaselineChoice:
        facts["starts"], facts["ends"] = sorted((facts["starts"], facts["ends"]))
    return facts


@st.composite
def _records(draw: Callable, kind: type[Record], regions: list[str]) -> Record:
    facts = {name: draw(values(field.rule, regions)) for name, field in fields_of(kind).items()}
    if kind is OwnRegion:
        facts["id"] = "own_" + draw(texts(Text("", limit=60)))
    if kind is Profile:
        facts["id"] = "profile"
    record = kind(**_fits_together(kind, facts, draw, regions))
    record.check()
    return record


@st.composite
def _diaries(draw: Callable) -> Snapshot:
    own = draw(st.lists(_records(OwnRegion, PLAIN), max_size=2, unique_by=lambda item: item.id))
    regions = PLAIN + [region.id for region in own]
    columns = RatingColumns.empty()
    for rating in draw(_some(Rating, regions, 5)):
        columns.append(rating)
    # A few kinds at a time: all nineteen in one diary take a second to draw.
    kinds = draw(st.sets(st.sampled_from([*KINDS.values()]), max_size=3)) - {Rating}
    records = {kind.KIND: draw(_some(kind, regions, 2)) for kind in KINDS.values() if kind in kinds}
    records["own_region"] = own
    return _snapshot(columns, records)


def _some(kind: type[Record], regions: list[str], most: int) -> st.SearchStrategy[list[Record]]:
    return st.lists(_records(kind, regions), max_size=most, unique_by=lambda record: record.key)


def _snapshot(columns: RatingColumns, records: dict[str, list[Record]]) -> Snapshot:
    ordered = {k: tuple(sorted(rows, key=lambda row: row.key)) for k, rows in records.items()}
    return snapshot_of(columns, ordered)


@pytest.fixture(scope="session")
def diaries() -> st.SearchStrategy[Snapshot]:
    """Arbitrary diaries, as the rules of the records allow them."""
    return _diaries()


@pytest.fixture(scope="session")
def as_snapshot() -> Callable[[Contents], Snapshot]:
    """Turn what was read into a snapshot, as an empty diary would."""

    def turn(contents: Contents) -> Snapshot:
        records: dict[str, list[Record]] = {}
        for record in contents.records:
            records.setdefault(record.KIND, []).append(record)
        return _snapshot(contents.ratings, records)

    return turn


@pytest.fixture
def small() -> Snapshot:
    """A small diary with every kind of record, its texts not easy ones."""
    columns = RatingColumns.empty()
    evening = datetime(2026, 11, 20, 21, 5, tzinfo=timezone(timedelta(hours=1)))
    for rating in (
        Rating(date(2026, 11, 20), "palm_left", 7, "same_day", evening),
        Rating(date(2026, 11, 20), "palm_right", 0, "same_day", evening),
        Rating(date(2026, 11, 21), "palm_left", None, "late", evening + timedelta(hours=40)),
        Rating(date(2026, 11, 22), "own_1", 10, "imported"),
    ):
        columns.append(rating)
    return _snapshot(columns, _one_of_each(evening))


def _one_of_each(at: datetime) -> dict[str, list[Record]]:
    """Give every field of every kind a value; fields that must agree come from the list below."""
    given: dict[type[Record], dict[str, object]] = {
        Assessment: {"instrument": "hidroqol", "score": 20},
        BaselineChoice: {"region": "own_1"},
        DayContext: {
            "tags": ("a;b", "=sum", " x "),
            "note": '=HYPERLINK("x")\r\n"två",\n–',
            "private_note": "'+",
        },
        Event: {"kind": "travel", "regions": ("palm_left", "own_1")},
        Moment: {"note": "-1 of 10"},
        OwnRegion: {"name": "Wrist; left", "id": "own_1", "parent": "forearm_left"},
        OwnedApplicator: {"applicator": "own_cuff", "name": "Cuff", "regions": ("own_1",)},
        Question: {"text": "@doctor: once a week?"},
        Reaction: {"severity": 2, "session": "session-1"},
        Session: {
            "regions": ("palm_right", "palm_left"),
            "applicators": ("hand_tray",),
            "anode": ("palm_right",),
            "cathode": ("palm_left",),
        },
    }
    return {
        kind.KIND: [_filled(kind, at, given.get(kind, {}))]
        for kind in KINDS.values()
        if kind is not Rating
    }


def _filled(kind: type[Record], at: datetime, given: dict[str, object]) -> Record:
    facts: dict[str, object] = {}
    for name, field in fields_of(kind).items():
        match field.rule:
            case Whole(low=low):
                facts[name] = low + 1
            case Number(low=low):
                facts[name] = low + 1.5
            case Flag():
                facts[name] = True
            case OneOf(choices=choices):
                facts[name] = next(iter(choices))
            case RegionId():
                facts[name] = "palm_left"
            case Day():
                facts[name] = at.date()
            case Instant():
                facts[name] = at
            case Several(item=item):
                facts[name] = tuple(item.choices)[:2] if isinstance(item, OneOf) else ("palm_left",)
                if isinstance(item, PlannedDay):
                    facts[name] = ("mon", "2026-11-23")
            case Text():
                facts[name] = (
                    f"{kind.KIND}-1" if name == "id" else f"{name}: Ärger, 汗"[: field.rule.limit]
                )
    record = kind(**(facts | given))
    record.check()
    return record


@pytest.fixture
def now() -> datetime:
    """The evening of LAST, where the patient is."""
    return datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture(scope="session")
def long_diary() -> Snapshot:
    """Six years of four regions: every format needs several steps for it."""
    columns = RatingColumns.empty()
    for day in range(2200):
        for number, region in enumerate(REGIONS_OF_LONG):
            columns.day.append(day_number(LAST) - day)
            columns.region.append(region)
            columns.severity.append((day + number) % 11)
            columns.entered.append(0)
            columns.recorded_at.append(None)
            columns.offset_minutes.append(None)
    return snapshot_of(columns)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder of CSV files, each from its text or bytes; `ratings="..."` is ratings.csv."""

    def write(**files: str | bytes) -> Path:
        path = tmp_path / "tables"
        path.mkdir(exist_ok=True)
        for name, text in files.items():
            data = text.encode() if isinstance(text, str) else text
            (path / f"{name}.csv").write_bytes(data)
        return path

    return write


@pytest.fixture
def problem() -> Callable[[Callable[[], object]], str]:
    """Return the sentence with which something is refused."""

    def of(deed: Callable[[], object]) -> str:
        with pytest.raises(DiaryError) as caught:
            deed()
        sentence = str(caught.value)
        assert "\n" not in sentence
        assert "Traceback" not in sentence
        return sentence

    return of


@pytest.fixture
def bundle(tmp_path):
    """Write a diary and return its resources by address, without the code systems."""

    def of(snapshot, **options):
        document = json.loads(written(snapshot, tmp_path / "d.fhir.json", **options))
        return {
            entry["fullUrl"]: entry["resource"]
            for entry in document["entry"]
            if entry["resource"]["resourceType"] != "CodeSystem"
        }

    return of


@pytest.fixture
def only(bundle):
    """Write a diary and return its only resource."""

    def of(*records, ratings=(), **options):
        (found,) = bundle(a_diary(*records, ratings=ratings), **options).values()
        return found

    return of
