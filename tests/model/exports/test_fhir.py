"""The FHIR Bundle: what it says of a diary, what it keeps to itself, and three validators.

The third validator is npm's `fhir`. It is no part of the project: where node is there and
DRYMAP_NPM names a folder with node_modules/fhir (npm install fhir@4.12.0), it runs too.
"""

import dataclasses
import json
import os
import re
import shutil
import subprocess
import tempfile
from datetime import date, timedelta
from pathlib import Path

import fhirkit
import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from model.diary import Diary
from model.exports import fhir
from model.exports.demo import sample_diary
from model.records.day import DayContext, Rating
from tests.model.exports.bundles import DAY, EVENING, OWN, a_diary, of_code, resources, written

GOLDEN = Path(__file__).parents[2] / "golden" / "diary.fhir.json"
# Everything that texts of a diary may hold and a FHIR string may not, or that breaks JSON, XML
# or a regular expression that looks for blanks.
HOSTILE = [
    "\x01\x07\x1b[31m\x7f\x85\x9f",
    "</text><script>alert(1)</script>&amp;]]>",
    "\u202eevil\u202c \u2066עברית\u2069 العربية",
    "🖐🏽👩‍⚕️ \U0001f1e9\U0001f1ea",
    "\ufeff\u2028\u2029\u00a0\u3000\u200b\ufffe\uffff",
    '\\"\r\n\t{}$ref',
    "x" * 50_000,
    " \t\n",
]
STRICT = re.compile("(?![ \\r\\n\\t])\\s|[\\0-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "d.drymap"
    with Diary.create(path, lambda: EVENING) as diary:
        diary.merge(sample_diary(EVENING))
        return diary.snapshot()


@pytest.fixture
def hostile(small):
    """The small diary again and again, every text of it a hostile one, whatever the limits."""

    def replaced(record, text):
        fixed = {"id", "parent", "applicator", "device", "session", "course", "zone", "region"}
        texts = {
            field.name: text
            for field in dataclasses.fields(record)
            if type(field.metadata["rule"]).__name__ == "Text" and field.name not in fixed
        }
        if isinstance(record, DayContext):
            texts |= {"day": record.day + timedelta(days=len(text)), "tags": (text,)}
        elif "id" in {field.name for field in dataclasses.fields(record)}:
            own = record.id if record.KIND in ("own_region", "profile") else f"{record.id} {text}"
            texts |= {"id": own}
        return dataclasses.replace(record, **texts)

    def of(text):
        records = [replaced(record, text) for rows in small.records.values() for record in rows]
        return a_diary(*records, ratings=small.ratings())

    return [of(text) for text in HOSTILE]


def assert_valid(text):
    """Ask two validators; the first names the place of each problem."""
    assert [f"{issue.path}: {issue.message}" for issue in fhirkit.validate(text)] == []
    Bundle.model_validate_json(text)
    # What an XML reader or a strict regular expression (`[ \r\n\t\S]+`) would stumble over.
    strings = list(all_strings(json.loads(text)))
    assert [found for found in strings if not found.strip() or STRICT.search(found)] == []


def all_strings(part):
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for item in part.values() if isinstance(part, dict) else part:
            yield from all_strings(item)


def all_objects(part):
    if isinstance(part, dict):
        yield part
    if isinstance(part, dict | list):
        for item in part.values() if isinstance(part, dict) else part:
            yield from all_objects(item)


def assert_sound(text):
    """Addresses are unique, references lead somewhere, our codes stand in our code systems."""
    document = json.loads(text)
    urls = [entry["fullUrl"] for entry in document["entry"]]
    assert len(set(urls)) == len(urls)
    objects = list(all_objects(document))
    assert {found["reference"] for found in objects if "reference" in found} <= set(urls)
    known = {
        system["url"]: {found["code"]: found["display"] for found in all_objects(system["concept"])}
        for system in objects
        if system.get("resourceType") == "CodeSystem"
    }
    codings = [found for found in objects if str(found.get("system")).startswith(OWN)]
    assert [c for c in codings if known[c["system"]].get(c["code"]) != c["display"]] == []


# ---- Valid, whatever the diary holds -----------------------------------------------------------


@given(data=st.data())
def test_any_diary_is_valid(diaries, data):
    snapshot = data.draw(diaries)
    with tempfile.TemporaryDirectory() as folder:
        text = written(snapshot, Path(folder, "d.fhir.json"), snomed=data.draw(st.booleans()))
    assert_valid(text)
    assert_sound(text)


def test_an_empty_diary_the_sample_and_one_of_everything_are_valid(small, sample, tmp_path):
    for snapshot in (a_diary(), small, sample):
        text = written(snapshot, tmp_path / "d.fhir.json")
        assert_valid(text)
        assert_sound(text)


def test_hostile_texts_come_through(hostile, tmp_path):
    for place, (words, snapshot) in enumerate(zip(HOSTILE, hostile, strict=True)):
        text = written(snapshot, tmp_path / f"{place}.fhir.json")
        assert_valid(text)
        assert_sound(text)
        notes = [r.get("valueString") for r in resources(text) if of_code(r) == "note"]
        kept = [word for word in words.split() if word.isprintable()]
        assert all(word in notes[0] for word in kept)


def test_npm_fhir_finds_no_error(small, sample, hostile, tmp_path):
    node, folder = shutil.which("node"), os.environ.get("DRYMAP_NPM")
    if not node or not folder:
        pytest.skip("needs node, and DRYMAP_NPM naming a folder with node_modules/fhir")
    files = []
    for snapshot in (a_diary(), small, sample, *hostile):
        files.append(tmp_path / f"{len(files)}.fhir.json")
        fhir.write(snapshot, files[-1], snomed=True)
    broken = tmp_path / "broken.fhir.json"
    broken.write_text(files[1].read_text("utf-8").replace('"final"', '"finished"'), "utf-8")

    def errors(*paths):
        script = Path(__file__).with_name("fhir_validate.mjs")
        done = subprocess.run(
            [node, script, folder, *paths], capture_output=True, text=True, timeout=120, check=True
        )
        lines = done.stdout.splitlines()
        assert sum(line.startswith("checked\tBundle") for line in lines) == len(paths)
        return [line for line in lines if line.startswith(("error", "fatal"))]

    assert errors(*files) == []
    assert errors(broken)


# ---- The same bytes, the same addresses --------------------------------------------------------


def test_it_is_written_as_ever(small, tmp_path):
    text = written(small, tmp_path / "d.fhir.json")
    if "DRYMAP_WRITE_GOLDEN" in os.environ:
        GOLDEN.write_bytes(text.encode())
    assert text == GOLDEN.read_bytes().decode()


def test_a_diary_that_grows_keeps_its_addresses(small, bundle):
    later = Rating(date(2026, 11, 1), "palm_left", 3, "late", EVENING + timedelta(days=3))
    grown = a_diary(
        *(record for rows in small.records.values() for record in rows),
        ratings=[later, *small.ratings()],
    )
    before, after = bundle(small), bundle(grown)
    assert len(after) == len(before) + 1
    assert after.items() >= before.items()


def test_two_people_share_no_address(bundle):
    mine = Rating(DAY, "palm_left", 3, "same_day", EVENING)
    theirs = dataclasses.replace(mine, recorded_at=EVENING + timedelta(seconds=1))
    imported = [Rating(DAY, "palm_left", n, "imported") for n in (3, 4)]
    found = [bundle(a_diary(ratings=[rating])) for rating in (mine, theirs, *imported)]
    assert len({url for each in found for url in each}) == 4


def test_the_time_of_the_bundle_is_that_of_the_last_entry(small, tmp_path):
    document = json.loads(written(small, tmp_path / "d.fhir.json"))
    assert document["timestamp"] == "2026-11-22T13:05:00+01:00"
    assert "timestamp" not in json.loads(written(a_diary(), tmp_path / "d.fhir.json"))


# ---- What it keeps to itself -------------------------------------------------------------------


def test_notes_and_own_tags_stay_in_the_diary(small, tmp_path):
    def marked(record):
        names = {field.name for field in dataclasses.fields(record)}
        fields = {"note", "private_note", "reason"} & names
        if isinstance(record, DayContext):
            fields -= {"note"}
            record = dataclasses.replace(record, tags=("SECRET", "caffeine"), note="for the doctor")
        if record.KIND == "moment":
            record = dataclasses.replace(record, triggers=("SECRET", "spicy_food"))
        if record.KIND == "question":
            fields |= {"text", "answer"}
        return dataclasses.replace(record, **dict.fromkeys(fields, "SECRET"))

    records = [marked(record) for rows in small.records.values() for record in rows]
    text = written(a_diary(*records, ratings=small.ratings()), tmp_path / "d.fhir.json")
    assert "SECRET" not in text
    assert "for the doctor" in text
    assert '"code":"caffeine"' in text
    assert '"code":"spicy_food"' in text
