"""The catalog says what was read, names where, and its parts fit together."""

import csv
from pathlib import Path

import pytest

from model.catalog import terms
from model.catalog.applicators import APPLICATORS, FORBIDDEN_REGIONS
from model.catalog.regions import GROUPS, REACH, REGIONS, WHOLE_BODY
from model.catalog.scales import INSTRUMENTS, SEVERITY_ANCHORS, SEVERITY_MAX, SEVERITY_MIN
from model.catalog.sources import SOURCES
from model.catalog.treatments import CO_TREATMENTS, CONTRAINDICATIONS, SCHEDULES

# The table that was read from the papers and makers' texts which its columns name; the catalog was
# typed independently of it.
with (Path(__file__).parent / "regions.csv").open(encoding="utf-8") as _file:
    READ = {row["id"]: row for row in csv.DictReader(_file)}


def ids(row):
    return [f"{row['id']}_left", f"{row['id']}_right"] if row["paired"] == "1" else [row["id"]]


def test_every_region_that_was_read_of_is_there():
    assert len(READ) == 27
    assert {region for row in READ.values() for region in ids(row)} <= REGIONS.keys()


@pytest.mark.parametrize("row", READ.values(), ids=READ)
def test_a_region_has_the_glands_the_code_and_the_site_that_were_read(row):
    for region in map(REGIONS.__getitem__, ids(row)):
        assert region.snomed == row["snomed_code"]
        assert region.glands_per_cm2 == (
            int(row["density_per_cm2"]) if row["taylor_site"] else None
        )
        assert region.glands_site.casefold().startswith(row["taylor_site"].casefold()[:9])


@pytest.mark.parametrize("row", READ.values(), ids=READ)
def test_what_reaches_a_region_is_what_was_read(row):
    said = row["applicator_evidence"]
    for region in map(REGIONS.__getitem__, ids(row)):
        reached = [item.id for item in APPLICATORS.values() if region.id in item.regions]
        assert (region.reach == "forbidden") == said.startswith("NO")
        assert (region.reach in {"applicator", "special"}) == bool(reached)
        if said.startswith(("none", "-", "NO", "left out")):
            assert reached == []


def test_a_region_is_what_its_table_says_it_is():
    for key, region in REGIONS.items():
        assert region.id == key
        assert region.group in GROUPS
        assert region.reach in REACH
        assert region.name
        assert region.evidence
        assert region.parent in {"", *REGIONS}
    assert len({region.name for region in REGIONS.values()}) == len(REGIONS)


def test_left_and_right_are_each_others_mirror():
    for region in REGIONS.values():
        if region.pair:
            mirror = REGIONS[region.pair]
            assert mirror.pair == region.id
            assert {mirror.side, region.side} == {"left", "right"}
            assert region.id.endswith(f"_{region.side}")
            assert mirror.glands_per_cm2 == region.glands_per_cm2
        else:
            assert region.side == ""


def test_no_applicator_reaches_the_chest_or_what_is_not_a_region():
    for key, item in APPLICATORS.items():
        assert item.id == key
        assert item.regions
        assert item.regions <= REGIONS.keys() - FORBIDDEN_REGIONS - {WHOLE_BODY}
    forbidden = {region.id for region in REGIONS.values() if region.reach == "forbidden"}
    assert forbidden == FORBIDDEN_REGIONS


@pytest.mark.parametrize(
    "table", [REGIONS, APPLICATORS, INSTRUMENTS, SCHEDULES, CO_TREATMENTS, CONTRAINDICATIONS]
)
def test_everything_names_a_source_that_is_listed(table):
    for item in table.values():
        assert item.sources, item.id
        assert set(item.sources) <= SOURCES.keys(), item.id


@pytest.mark.parametrize(
    "table", [REGIONS, APPLICATORS, INSTRUMENTS, SCHEDULES, CO_TREATMENTS, CONTRAINDICATIONS]
)
def test_ids_are_short_ascii_words(table):
    assert all(key.isascii() and key.replace("_", "a").isalnum() and key.islower() for key in table)


def test_vocabularies_have_a_name_for_every_id():
    tables = {name: table for name, table in vars(terms).items() if isinstance(table, dict)}
    del tables["__builtins__"], tables["__annotations__"]
    assert len(tables) >= 10
    for name, table in tables.items():
        assert all(key.isidentifier() and text.strip() for key, text in table.items()), name


def test_how_a_rating_was_entered_keeps_its_order_for_ever():
    # The file stores the place in this list.
    assert list(terms.ENTERED)[:4] == ["same_day", "late", "copied", "imported"]


def test_scales_have_the_ranges_of_their_papers():
    assert (SEVERITY_MIN, SEVERITY_MAX) == (0, 10)
    assert all(SEVERITY_MIN <= anchor <= SEVERITY_MAX for anchor in SEVERITY_ANCHORS)
    ranges = {key: (scale.low, scale.high) for key, scale in INSTRUMENTS.items()}
    assert ranges["hdss"] == (1, 4)  # Hyperhidrosis Disease Severity Scale
    assert ranges["hidroqol"] == (0, 36)  # 18 items of 0 to 2
    assert ranges["dlqi"] == (0, 30)  # 10 items of 0 to 3
    for scale in INSTRUMENTS.values():
        assert scale.low < scale.high
        assert all(scale.low <= answer <= scale.high for answer in scale.answers)
