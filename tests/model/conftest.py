"""A diary of one's own, a clock that stands still, and a believable record of every kind."""

import dataclasses
import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from model.catalog.applicators import FORBIDDEN_REGIONS
from model.catalog.regions import REGIONS, WHOLE_BODY
from model.catalog.scales import INSTRUMENTS
from model.diary import Diary
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
from model.records.treatment import PlannedDay

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))
TREATABLE = sorted(REGIONS.keys() - FORBIDDEN_REGIONS - {WHOLE_BODY})
TEXT = "Schwitzen 汗 🖐 'quoted' \"twice\" <b>\\ %s {x}\n\tend"


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Stand still at noon of a Sunday, an hour east of Greenwich."""
    return lambda: NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the diary of this test lies."""
    return tmp_path / "diary.drymap"


@pytest.fixture
def diary(path: Path, clock: Callable[[], datetime]) -> Iterator[Diary]:
    """An empty diary, closed afterwards."""
    with Diary.create(path, clock) as opened:
        yield opened


@pytest.fixture
def example() -> Callable[[type[Record], int], Record]:
    """Make a record of a kind, the same for the same number, that may stand in a diary."""
    return _example


def _example(kind: type[Record], number: int) -> Record:
    chance = random.Random(f"{kind.KIND} {number}")
    fields = {
        field.name: None
        if field.metadata["rule"].optional and chance.random() < 0.3
        else _value(field.metadata["rule"], chance)
        for field in dataclasses.fields(kind)
    }
    return kind(**(fields | _together(kind.KIND, fields, chance)))


def _value(rule: Rule, chance: random.Random) -> Any:
    match rule:
        case Whole(low=low, high=high):
            value: Any = chance.randint(low, high)
        case Number(low=low, high=high):
            value = round(chance.uniform(low, high), 2)
        case Flag():
            value = chance.random() < 0.5
        case PlannedDay():
            value = chance.choice(("mon", "sun", "2026-11-23"))
        case Text(limit=limit):
            value = f"{chance.getrandbits(40):x} {TEXT}"[:limit]
        case OneOf(choices=choices):
            value = chance.choice(sorted(choices))
        case RegionId():
            value = chance.choice(TREATABLE)
        case Day():
            value = NOON.date() - timedelta(days=chance.randrange(3000))
        case Instant():
            zone = timezone(timedelta(minutes=chance.choice([-570, -300, 0, 60, 345])))
            value = (NOON - timedelta(seconds=chance.randrange(10**8))).astimezone(zone)
        case Several(item=item):
            value = tuple({_value(item, chance): None for _ in range(chance.randint(1, 3))})
    return value


def _together(kind: str, fields: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return what several fields of a kind have to say of each other."""
    match kind:
        case "own_region":
            return {"id": f"own_{chance.getrandbits(40):x}"}
        case "owned_applicator":
            return {"applicator": f"own_{chance.getrandbits(40):x}"}
        case "assessment":
            scale = INSTRUMENTS[fields["instrument"]]
            return {"score": chance.randint(scale.low, scale.high)}
        case "baseline":
            return {"ends": fields["starts"] + timedelta(days=14)}
        case "session":
            palms = ("palm_left", "palm_right")
            poles = {"anode": palms[:1], "cathode": palms[1:]}
            return {"regions": palms, "applicators": ("hand_tray",), **poles}
    return {}
