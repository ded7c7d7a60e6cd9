"""The written word on the files: the schema and docs/files.md say what the program does."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest

from model import exports
from model.exports import schema
from model.exports.csv_names import KIND_OF_FILE, columns_of
from model.exports.demo import sample_diary
from model.exports.entries import fields_of
from model.records.errors import DiaryError

DOCS = Path(__file__).parents[3] / "docs"
HEAD = {"format": "drymap-diary", "version": 1}


def test_the_committed_schema_is_what_the_rules_say():
    committed = (DOCS / "diary.schema.json").read_text("utf-8")
    # To bring it up to date: python -m model.exports.schema > docs/diary.schema.json
    assert committed == schema.text()


def test_the_schema_is_a_sound_one():
    jsonschema.Draft202012Validator.check_schema(schema.diary_schema())


def test_the_sample_and_a_diary_of_every_kind_follow_the_schema(small, as_snapshot, tmp_path):
    sample = as_snapshot(sample_diary(datetime(2026, 11, 22, tzinfo=UTC)))
    for name, snapshot in (("small.json", small), ("sample.json", sample)):
        exports.write(snapshot, tmp_path / name)
        document = json.loads((tmp_path / name).read_text("utf-8"))
        jsonschema.validate(document, schema.diary_schema())


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("ratings", {"day": "2026-11-20", "region": "palm_left"}),
        ("ratings", {"day": "2026-11-20", "region": "palm_left", "severity": 11}),
        ("ratings", {"day": "2026-11-20", "region": "palm_left", "severity": "7"}),
        ("ratings", {"day": "20.11.2026", "region": "palm_left", "severity": 7}),
        ("ratings", {"day": "2026-11-20", "region": "elbow", "severity": 7}),
        ("context", {"day": "2026-11-20", "note": "x" * 20_001}),
        ("context", {"day": "2026-11-20", "note": "\0"}),
        ("context", {"day": "2026-11-20", "tags": ["a", "a"]}),
        ("context", {"day": "2026-11-20", "tags": [" "]}),
        ("context", {"day": "2026-11-20", "heat": "tropical"}),
        ("context", {"day": "2026-11-20", "recorded_at": "2026-11-20T20:00:00"}),
        ("devices", {"name": ""}),
        ("courses", {"name": "x", "phase": "induction", "regions": []}),
    ],
)
def test_what_the_program_refuses_the_schema_refuses_too(name, entry, tmp_path):
    document = HEAD | {name: [entry]}
    assert not jsonschema.Draft202012Validator(schema.diary_schema()).is_valid(document)
    (tmp_path / "d.json").write_text(json.dumps(document))
    with pytest.raises(DiaryError):
        exports.read(tmp_path / "d.json")


def tables() -> dict[str, list[tuple[str, str]]]:
    """Return the tables of docs/files.md: file -> its columns, each as (bold marks, name)."""
    text = (DOCS / "files.md").read_text("utf-8").partition("## The tables")[2]
    sections = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    return {
        section.split("\n", 1)[0]: re.findall(r"^\| (\**)`(\w+)`\**\ \|", section, re.MULTILINE)
        for section in sections
    }


def test_every_table_is_described():
    assert list(tables()) == list(KIND_OF_FILE)


@pytest.mark.parametrize(("file", "kind"), KIND_OF_FILE.items())
def test_every_column_is_described_and_marked_where_it_is_needed(file, kind):
    needed = {column: fields_of(kind)[field].required for column, field in columns_of(kind).items()}
    assert {name: bold == "**" for bold, name in tables()[file]} == needed
