"""Damage that SQLite does not see is found by the digests."""

import random

import pytest

from model.diary import Diary
from model.records.day import Rating
from model.records.errors import DamagedDiary, DiaryError
from model.records.kinds import KINDS

CELLS = {
    "severity": "UPDATE rating SET severity = (severity + 1) % 11 WHERE {where}",
    "not applicable": "UPDATE rating SET severity = NULL WHERE {where}",
    "entered": "UPDATE rating SET entered = (entered + 1) % 4 WHERE {where}",
    "time": "UPDATE rating SET recorded_at = recorded_at + 1 WHERE {where}",
    "offset": "UPDATE rating SET utc_offset = utc_offset - 60 WHERE {where}",
    "day": "UPDATE rating SET day = day - 5000 WHERE {where}",
    "region": "UPDATE rating SET region = region + 100 WHERE {where}",
    "row": "DELETE FROM rating WHERE {where}",
    "sum": "DELETE FROM rating_digest WHERE {where}",
}


@pytest.fixture
def full(path, clock, example):
    """A closed diary with a record of every kind and forty days of ratings."""
    with Diary.create(path, clock) as diary:
        day = clock().date()
        diary.put(*(example(kind, 1) for kind in KINDS.values()))
        diary.put(
            *(
                Rating(day.replace(day=n), region, n % 11, recorded_at=clock())
                for n in range(1, 22)
                for region in ("palm_left", "sole_left", "scalp")
            )
        )
        assert diary.check() == ()
    return path


@pytest.mark.parametrize("change", CELLS.values(), ids=CELLS)
def test_a_changed_cell_of_a_rating_is_noticed_on_its_day(full, clock, sql, change):
    number = 20_764  # 2026-11-07
    one = f"day = {number}" + (" AND region = 2" if "rating SET" in change else "")
    sql(full, change.format(where=one))
    with Diary.open(full, clock) as diary:
        assert any("2026-11-07" in sentence for sentence in diary.check())


def test_dry_in_place_of_not_applicable_is_noticed(path, clock, sql):
    with Diary.create(path, clock) as diary:
        diary.put(Rating(clock().date(), "palm_left", None))
    sql(path, "UPDATE rating SET severity = 0")
    with Diary.open(path, clock) as diary:
        assert any("2026-11-22" in sentence for sentence in diary.check())


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"rating"}))
def test_a_changed_row_of_any_other_kind_is_noticed(full, clock, sql, kind):
    for _, name, *_ in sql(full, f"PRAGMA table_info({kind})"):
        if name in {"name", "note", "reason", "text"}:
            sql(full, f"UPDATE {kind} SET {name} = replace({name}, 'e', 'o')")
        elif name in {"position", "score"}:
            sql(full, f"UPDATE {kind} SET {name} = {name} + 1")
        elif (kind, name) == ("wet_again", "severity"):
            sql(full, "UPDATE wet_again SET severity = 11 - severity")
    with Diary.open(full, clock) as diary:
        assert any(sentence.startswith(f"{kind} ") for sentence in diary.check())


def test_another_days_damage_stays_visible_after_a_write(full, clock, sql):
    sql(full, "UPDATE rating SET severity = 10 - severity WHERE day = 20764 AND region = 2")
    with Diary.open(full, clock) as diary:
        before, after = clock().date().replace(day=6), clock().date().replace(day=8)
        diary.put(Rating(before, "axilla_left", 3), Rating(after, "axilla_left", 3))
        assert len(diary.check()) == 1


def test_a_spoilt_journal_is_named_and_not_undone(full, clock, sql):
    sql(full, "UPDATE journal SET body = x'7b7d' WHERE id = 2")
    with Diary.open(full, clock) as diary:
        before = diary.snapshot()
        assert any("can no longer be undone" in sentence for sentence in diary.check())
        with pytest.raises(DiaryError, match="cannot be undone"):
            diary.undo()
        assert diary.snapshot() == before


def test_flipped_bits_are_noticed_or_harmless(full, clock):
    sound, chance = full.read_bytes(), random.Random(7)
    with Diary.open(full, clock) as diary:
        truth = diary.snapshot()
    silent = 0
    for _ in range(120):
        byte, bit = chance.randrange(100, len(sound)), chance.randrange(8)
        spoilt = bytearray(sound)
        spoilt[byte] ^= 1 << bit
        full.write_bytes(spoilt)
        try:
            with Diary.open(full, clock) as diary:
                silent += diary.check() == () and diary.snapshot() != truth
        except DamagedDiary:
            continue
    assert silent == 0
