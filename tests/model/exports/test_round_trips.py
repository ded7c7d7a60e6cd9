"""What leaves in any format comes back the same, for any diary that the rules allow."""

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import exports
from model.diary import Diary
from model.exports.schema import diary_schema

TARGETS = ["diary.json", "diary.zip", "diary"]


@pytest.mark.parametrize("target", TARGETS)
@given(data=st.data())
def test_any_diary_comes_back_the_same(target, diaries, as_snapshot, data):
    before = data.draw(diaries)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, target)
        exports.write(before, path)
        contents = exports.read(path)
        after = as_snapshot(contents)
        assert after == before
        assert contents.unknown_columns == ()
        # Equal times may still differ in their zone; the bytes of the JSON file tell.
        assert as_json(after, folder, "after.json") == as_json(before, folder, "before.json")


@settings(max_examples=15)
@given(data=st.data())
def test_any_diary_survives_a_file_and_a_new_diary(diaries, data):
    before = data.draw(diaries)
    with tempfile.TemporaryDirectory() as folder:
        exports.write(before, Path(folder, "out.json"))
        with Diary.create(Path(folder, "new.drymap"), later) as diary:
            diary.merge(exports.read(Path(folder, "out.json")))
            after = diary.snapshot()
        assert after == before
        assert as_json(after, folder, "after.json") == Path(folder, "out.json").read_bytes()


@given(data=st.data())
def test_any_exported_json_follows_the_schema(diaries, data):
    snapshot = data.draw(diaries)
    with tempfile.TemporaryDirectory() as folder:
        document = json.loads(as_json(snapshot, folder, "out.json"))
    VALIDATOR.validate(document)


def test_a_small_diary_holds_every_kind(small):
    assert all(small.records.values())
    assert len(small.records) == len(exports.json_file.KINDS) - 1  # ratings are columns


@pytest.mark.parametrize("target", TARGETS)
def test_a_diary_takes_over_its_own_export_without_a_change(target, small, tmp_path):
    with Diary.create(tmp_path / "new.drymap", later) as diary:
        exports.write(small, tmp_path / "first.json")
        diary.merge(exports.read(tmp_path / "first.json"))
        exports.write(diary.snapshot(), tmp_path / target)
        assert diary.merge(exports.read(tmp_path / target)).count == 0


VALIDATOR = jsonschema.Draft202012Validator(
    diary_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def later() -> datetime:
    return datetime(2027, 1, 1, tzinfo=UTC)


def as_json(snapshot, folder: str, name: str) -> bytes:
    exports.json_file.write(snapshot, Path(folder, name))
    return Path(folder, name).read_bytes()
