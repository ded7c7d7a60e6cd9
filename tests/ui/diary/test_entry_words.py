"""An entry of any kind is told in words: no id of a vocabulary, a region or an applicator."""

import dataclasses

import pytest

from model.catalog.applicators import APPLICATORS
from model.catalog.regions import REGIONS
from model.records.day import DayContext, Rating
from model.records.kinds import KINDS
from model.records.previews import KIND_NAMES
from model.records.rules import OneOf
from tests.model.conftest import NOON, _example
from ui.diary.entry_words import LONGEST, EntryWords

DAY = NOON.date()


@pytest.fixture
def words(qapp):
    return EntryWords({"own_wrist": "Wrist"})


def ids():
    """Every id that has a name of its own for people."""
    found = {*REGIONS, *APPLICATORS}
    for kind in KINDS.values():
        for field in dataclasses.fields(kind):
            rule = field.metadata["rule"]
            item = getattr(rule, "item", rule)
            if isinstance(item, OneOf) and isinstance(item.choices, dict):
                found |= {key for key, value in item.choices.items() if key != value}
    return {id_ for id_ in found if "_" in id_}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_no_id_is_shown_to_a_person(kind, words):
    for number in range(8):
        record = _example(kind, number)
        told = words.said(record, [field.name for field in dataclasses.fields(kind)])
        assert told.count("\n") >= len(dataclasses.fields(kind)) - 1
        assert not [id_ for id_ in ids() if f" {id_}" in told or f"{id_}," in told], told
        which = words.which(record)
        assert which or kind.KIND in {"profile", "wet_again"}, "there is one"
        assert not [id_ for id_ in ids() if id_ in which.split(", ")]


def test_every_kind_has_a_name():
    assert KIND_NAMES.keys() == KINDS.keys()
    assert len(set(KIND_NAMES.values())) == len(KINDS)


def test_what_is_missing_is_never_told_as_a_number(words):
    assert words.said(Rating(DAY, "nose", None), ["severity"]) == "Severity: not applicable"
    assert words.said(DayContext(DAY), ["stress"]) == "Stress: not recorded"
    assert words.said(DayContext(DAY, stress=0), ["stress"]) == "Stress: 0"


def test_an_own_region_is_called_as_its_owner_called_it(words):
    assert words.which(Rating(DAY, "own_wrist", 3)) == "22 Nov 2026, Wrist"


def test_a_note_is_told_literally_and_not_without_end(words):
    assert words.said(DayContext(DAY, note="face"), ["note"]).endswith(": face")
    told = words.said(DayContext(DAY, note="<b>x</b>" * 100), ["note"])
    assert "<b>x</b>" in told
    assert len(told) < LONGEST + 40
