"""The JSON file: what it says, and every way in which a foreign one is refused."""

import dataclasses
import json
from datetime import UTC, datetime

import pytest

from model import exports
from model.exports import files
from model.records.errors import FutureDay, NewerDiary, NotADiary
from model.records.snapshot import RatingColumns, snapshot_of

HEAD = {"format": "drymap-diary", "version": 1}
RATING = {"day": "2026-11-20", "region": "palm_left", "severity": 7}
WHOLE = RATING | {"entered": "late", "recorded_at": "2026-11-20T21:00:00+01:00"}
SESSION = {
    "started_at": "2026-11-20T19:00:00+01:00",
    "regions": ["palm_left"],
    "applicators": ["hand_tray"],
}


@pytest.fixture
def source(tmp_path):
    """Write a file of JSON from text, bytes, or the lists that follow the head."""

    def write(content: str | bytes | dict):
        path = tmp_path / "diary.json"
        if isinstance(content, dict):
            content = json.dumps(HEAD | content)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def test_an_empty_diary_is_a_file_with_every_list(tmp_path):
    exports.write(snapshot_of(RatingColumns.empty()), tmp_path / "d.json")
    document = json.loads((tmp_path / "d.json").read_text("utf-8"))
    assert {name for name, value in document.items() if value == []} == set(exports.entries.KIND_OF)
    assert len(exports.read(tmp_path / "d.json").ratings) == 0


def test_the_same_diary_gives_the_same_bytes(small, as_snapshot, tmp_path):
    exports.write(small, tmp_path / "a.json")
    exports.write(as_snapshot(exports.read(tmp_path / "a.json")), tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_the_order_of_regions_in_memory_does_not_show(small, tmp_path):
    turned = dataclasses.replace(
        small,
        regions=small.regions[::-1],
        severity=small.severity[:, ::-1],
        entered=small.entered[:, ::-1],
        recorded_at=small.recorded_at[:, ::-1],
        offset_minutes=small.offset_minutes[:, ::-1],
        records={kind: rows[::-1] for kind, rows in small.records.items()},
    )
    exports.write(small, tmp_path / "a.json")
    exports.write(turned, tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_what_is_left_out_has_its_usual_value(source):
    contents = exports.read(source({"ratings": [RATING], "sessions": [SESSION]}))
    rating = contents.ratings.record(0)
    assert (rating.entered, rating.recorded_at) == ("imported", None)
    assert contents.records[0].minutes is None
    assert contents.records == exports.read(source({"sessions": [SESSION]})).records


def test_what_is_not_known_is_told_and_the_rest_is_taken(source):
    path = source({"ratings": [WHOLE | {"mood": 1}, WHOLE], "food": [], "sessions": []})
    contents = exports.read(path)
    assert set(contents.unknown_columns) == {"food", "ratings: mood"}
    assert len(contents.ratings) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is not sound JSON (Expecting value: line 1"),
        ("{", "is not sound JSON"),
        ('{"format": "drymap-diary", "version": 1, "ratings": [', "is not sound JSON"),
        ('{"version": NaN}', "is not sound JSON (NaN is no number)"),
        ('{"version": -Infinity}', "is not sound JSON (-Infinity is no number)"),
        ('{"version": 1, "version": 2}', "('version' stands twice in one object)"),
        ('{"version": ' + "9" * 5000 + "}", "holds a number too long for a diary."),
        ('{"x": ' + "[" * 200_000, "is nested too deep to be a diary."),
        ('{"x": ' + '{"y":' * 10_000, "is nested too deep to be a diary."),
        (b'{"format": "\xff"}', "is not UTF-8 text"),
        ('{"format": "drymap-diary"}'.encode("utf-16"), "is not UTF-8 text"),
    ],
)
def test_what_is_not_json_is_refused(text, sentence, source, problem):
    assert sentence in problem(lambda: exports.read(source(text)))


@pytest.mark.parametrize(
    "document",
    [
        [],
        3,
        {},
        {"format": "drymap-diary"},
        {"format": "fitness", "version": 1},
        HEAD | {"version": True},
        HEAD | {"version": 0},
        HEAD | {"version": "1"},
        HEAD | {"ratings": {}},
        HEAD | {"sessions": None},
    ],
)
def test_json_that_is_no_diary_is_refused(document, source):
    with pytest.raises(NotADiary, match="is not a diary exported by Drymap"):
        exports.read(source(json.dumps(document)))


def test_a_file_of_a_newer_program_is_refused(source):
    with pytest.raises(NewerDiary, match="newer Drymap"):
        exports.read(source({"version": 2}))


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (None, "this is no record."),
        ([], "this is no record."),
        ({}, "Day is missing."),
        (RATING | {"severity": 11}, "Severity must be a whole number from 0 to 10, not 11."),
        (RATING | {"severity": 7.0}, "Severity must be a whole number from 0 to 10, not 7.0."),
        (RATING | {"severity": True}, "Severity must be a whole number from 0 to 10, not True."),
        (RATING | {"severity": "7"}, "Severity must be a whole number from 0 to 10, not 7."),
        (RATING | {"severity": [7]}, "Severity must be a whole number from 0 to 10, not [7]."),
        (RATING | {"day": None}, "Day must be a day like 2026-11-22, not None."),
        (RATING | {"day": " 2026-11-20"}, "Day must be a day like 2026-11-22"),
        (RATING | {"day": 20261120}, "Day must be a day like 2026-11-22"),
        (RATING | {"region": {}}, "There is no region '{}'."),
        (RATING | {"entered": ""}, "How it was entered cannot be ''."),
        (RATING | {"recorded_at": "2026-11-20T21:00"}, "Time of entry must be a time"),
        (RATING | {"recorded_at": "0001-01-01T00:00:00+14:00"}, "Time of entry must be a time"),
    ],
)
@pytest.mark.parametrize("shape", ["short", "whole"])
def test_a_bad_rating_is_refused_with_its_number(entry, sentence, shape, source, problem):
    if shape == "whole" and isinstance(entry, dict):
        if not entry:
            return  # it would lack nothing
        entry = WHOLE | entry
        if entry["day"] == WHOLE["day"]:  # another day, or the two would contradict each other
            entry["day"] = "2026-11-19"
    found = problem(lambda: exports.read(source({"ratings": [WHOLE, entry]})))
    assert found.startswith(f"diary.json, ratings, entry 2: {sentence}")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("regions", [], "Regions: choose at least one."),
        ("regions", "palm_left", "Regions: choose at least one."),
        ("regions", None, "Regions: choose at least one."),
        ("regions", [{}], "There is no region '{}'."),
        ("regions", ["palm_left", "palm_left"], "Regions: each may be named only once."),
        ("regions", ["whole_body"], "The whole body cannot be treated"),
        ("current_ma", -5, "Current (mA) must be a number"),
        ("current_ma", 1e308, "Current (mA) must be a number"),
        ("completed", "yes", "Completed must be yes or no, not yes."),
        ("note", "\0", "Note holds characters that cannot be stored."),
        ("note", "\ud800", "Note holds characters that cannot be stored."),
        ("note", "x" * 20_001, "Note is too long"),
        ("started_at", "0001-01-01T00:00:00+14:00", "Start must be a time"),
    ],
)
def test_a_bad_session_is_refused_with_its_number(field, value, sentence, source, problem):
    path = source({"sessions": [SESSION | {field: value}]})
    found = problem(lambda: exports.read(path))
    assert found.startswith(f"diary.json, sessions, entry 1: {sentence}")


def test_entries_that_contradict_each_other_are_refused(source, problem):
    path = source({"ratings": [WHOLE, WHOLE | {"day": "2026-11-19"}, WHOLE | {"severity": 8}]})
    assert problem(lambda: exports.read(path)) == (
        "diary.json, ratings: entries 1 and 3 contradict each other about 2026-11-20, palm_left."
        " Remove one of them."
    )
    assert len(exports.read(source({"ratings": [WHOLE, WHOLE]})).ratings) == 1


def test_a_day_to_come_is_refused_with_its_number_where_the_time_is_known(source):
    path = source({"ratings": [WHOLE]})
    assert len(exports.read(path).ratings) == 1
    with pytest.raises(FutureDay, match="ratings, entry 1: 2026-11-20 is in the future"):
        exports.read(path, datetime(2026, 11, 19, 12, tzinfo=UTC))


def test_a_file_is_read_no_further_than_the_limit(source, problem, monkeypatch):
    monkeypatch.setattr(files, "FILE_LIMIT", 1000)
    path = source(" " * 1001)
    assert "diary.json is too large" in problem(lambda: exports.read(path))


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("day", '"2026-02-31"', "Day must be a day like 2026-11-22, not 2026-02-31."),
        ("day", '"99999-01-01"', "Day must be a day like 2026-11-22, not 99999-01-01."),
        ("severity", "9" * 400, "Severity must be a whole number from 0 to 10, not 999"),
        ("severity", "1e400", "Severity must be a whole number from 0 to 10, not inf."),
        ("severity", "3.5", "Severity must be a whole number from 0 to 10, not 3.5."),
        ("severity", "true", "Severity must be a whole number from 0 to 10, not True."),
        ("severity", '{"a": 1}', "Severity must be a whole number from 0 to 10, not {"),
        ("region", "[]", "There is no region '[]'."),
    ],
)
def test_a_value_that_no_diary_holds_is_refused_with_its_place(
    field, value, sentence, tmp_path, problem
):
    facts = {"day": '"2026-02-01"', "region": '"palm_left"', "severity": "3"} | {field: value}
    entry = ", ".join(f'"{name}": {text}' for name, text in facts.items())
    path = tmp_path / "diary.json"
    path.write_text(f'{{"format": "drymap-diary", "version": 1, "ratings": [{{{entry}}}]}}')
    assert f"diary.json, ratings, entry 1: {sentence}" in problem(lambda: exports.read(path))
