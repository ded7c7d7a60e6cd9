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
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import fhirkit
import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from model.diary import Diary
from model.exports import fhir
from model.exports.demo import sample_diary
from model.files import Cancelled
from model.records.day import Assessment, DayContext, Rating
from model.records.kinds import KINDS
from model.records.person import ContraindicationAnswer, OwnRegion, Profile
from model.records.snapshot import RatingColumns, Snapshot, snapshot_of
from model.records.treatment import CoTreatment, Device, OwnedApplicator, Reaction, Session

GOLDEN = Path(__file__).parents[2] / "golden" / "diary.fhir.json"
OWN = "urn:drymap:fhir:"
DAY = date(2026, 11, 20)
EVENING = datetime(2026, 11, 20, 21, 5, tzinfo=timezone(timedelta(hours=1)))
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


def a_diary(*records, ratings=()) -> Snapshot:
    columns = RatingColumns.empty()
    for rating in ratings:
        columns.append(rating)
    by_kind = {}
    for record in records:
        by_kind.setdefault(record.KIND, []).append(record)
    return snapshot_of(columns, {kind: tuple(found) for kind, found in by_kind.items()})


def written(snapshot, path, **options) -> str:
    path.unlink(missing_ok=True)
    fhir.write(snapshot, path, **options)
    return path.read_bytes().decode()


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


def resources(text):
    return [entry["resource"] for entry in json.loads(text)["entry"]]


def of_code(resource):
    code = resource.get("code")
    return code["coding"][0]["code"] if isinstance(code, dict) and "coding" in code else None


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


# ---- What it says ------------------------------------------------------------------------------


def test_every_kind_has_a_place_or_a_reason(small, tmp_path):
    text = written(small, tmp_path / "d.fhir.json")
    for name in KINDS.keys() - {"rating"}:
        records = {kind: rows for kind, rows in small.records.items() if kind != name}
        without = dataclasses.replace(small, records=records)
        told = written(without, tmp_path / "without.fhir.json") != text
        # An own spot has no resource, but names the body sites of what is told of it.
        assert told == (name not in fhir.LEFT_OUT or name == "own_region")


def test_a_rating_is_a_score_of_a_region_on_a_day(only):
    found = only(ratings=[Rating(DAY, "palm_left", 0, "same_day", EVENING)])
    assert of_code(found) == "severity"
    assert found["valueQuantity"]["value"] == 0
    assert found["valueQuantity"]["code"] == "{score}"
    assert found["effectiveDateTime"] == "2026-11-20"
    assert found["issued"] == "2026-11-20T21:05:00+01:00"
    assert found["bodySite"]["text"] == "Left palm"
    assert "performer" not in found  # nobody is known
    assert "reference" not in found["subject"]


def test_equal_ratings_keep_their_own_days_and_times(bundle):
    days = [DAY - timedelta(days=n) for n in range(3)]
    times = [EVENING, EVENING - timedelta(days=1), None]
    found = bundle(
        a_diary(
            ratings=[
                Rating(day, "palm_left", 4, "same_day", at)
                for day, at in zip(days, times, strict=True)
            ]
        )
    )
    assert [(r["effectiveDateTime"], r.get("issued")) for r in found.values()] == [
        ("2026-11-18", None),
        ("2026-11-19", "2026-11-19T21:05:00+01:00"),
        ("2026-11-20", "2026-11-20T21:05:00+01:00"),
    ]


def test_not_applicable_is_no_number(only):
    found = only(ratings=[Rating(DAY, "palm_left", None, "late")])
    assert found["dataAbsentReason"]["coding"][0]["code"] == "not-applicable"
    assert not [name for name in found if name.startswith("value")]
    assert "issued" not in found


def test_an_own_spot_is_named_and_placed_by_its_region(only):
    spot = OwnRegion("Left wrist", "forearm_left", id="own_1")
    found = only(spot, ratings=[Rating(DAY, "own_1", 4)])["bodySite"]
    assert found["text"] == "Left wrist"
    assert [c["code"] for c in found["coding"]] == ["forearm_left"]


def test_snomed_codes_only_where_they_are_asked_for(only):
    rating = Rating(DAY, "palm_left", 4)
    plain, licensed = only(ratings=[rating]), only(ratings=[rating], snomed=True)
    assert [c["system"] for c in plain["bodySite"]["coding"]] == [f"{OWN}region"]
    second = licensed["bodySite"]["coding"][1]
    assert second == {"system": "http://snomed.info/sct", "code": "70887009"}


def test_times_beyond_fourteen_hours_are_told_in_utc(only):
    far = EVENING.astimezone(timezone(timedelta(hours=-20)))
    assert far.isoformat() == "2026-11-20T00:05:00-20:00"
    found = only(ratings=[Rating(DAY, "palm_left", 4, "same_day", far)])
    assert found["issued"] == "2026-11-20T20:05:00+00:00"


@pytest.mark.parametrize(
    ("given_code", "system", "code"),
    [
        ("R61.0", "http://hl7.org/fhir/sid/icd-10", "R61.0"),
        (" l74.512 ", "http://hl7.org/fhir/sid/icd-10-cm", "L74.512"),
        ("R61", "http://hl7.org/fhir/sid/icd-10-cm", "R61"),
    ],
)
def test_a_diagnosis_code_names_the_list_it_stands_in(given_code, system, code, only):
    found = only(Profile(icd10=given_code))
    assert found["code"]["coding"] == [{"system": system, "code": code}]


@pytest.mark.parametrize("words", ["sweaty palms", "R6", "61.0", "R61.0 and more"])
def test_words_in_place_of_a_diagnosis_code_stay_words(words, only):
    assert only(Profile(icd10=words))["code"] == {"text": words}


def test_no_diagnosis_no_condition_and_no_person_no_patient(bundle):
    nobody = bundle(a_diary(Profile(onset_age=12, family_history=False)))
    assert [of_code(found) for found in nobody.values()] == ["onset_age", "family_history"]
    assert [found["resourceType"] for found in bundle(a_diary(Profile(sex="other"))).values()] == [
        "Patient"
    ]


def test_an_age_is_told_of_the_diagnosis_but_not_an_age_of_nothing(bundle):
    (condition,) = bundle(a_diary(Profile(diagnosis="sweaty palms", onset_age=12))).values()
    assert (condition["onsetAge"]["value"], condition["onsetAge"]["code"]) == (12, "a")
    condition, age = bundle(a_diary(Profile(diagnosis="sweaty palms", onset_age=0))).values()
    assert "onsetAge" not in condition
    assert age["valueQuantity"]["value"] == 0


def test_a_session_is_a_procedure_with_its_settings_and_devices(bundle):
    found = bundle(
        a_diary(
            Device("Box", id="d1"),
            OwnedApplicator("own_cuff", "Cuff", ("palm_left",), "d1", id="a1"),
            Session(
                EVENING,
                ("palm_left", "palm_right"),
                ("hand_tray", "own_cuff"),
                current_ma=12.5,
                minutes=20,
                anode=("palm_left",),
                device="d1",
                completed=False,
                stop_reason="pain",
                note="PRIVATE",
                id="s1",
            ),
        )
    )
    device, applicator, procedure, settings = found.values()
    address = list(found)
    assert applicator["parent"] == {"reference": address[0]}
    assert device["deviceName"][0]["name"] == "Box"
    assert procedure["status"] == "stopped"
    assert procedure["statusReason"]["coding"][0]["code"] == "pain"
    assert procedure["performedPeriod"] == {
        "start": "2026-11-20T21:05:00+01:00",
        "end": "2026-11-20T21:25:00+01:00",
    }
    assert [site["text"] for site in procedure["bodySite"]] == ["Left palm", "Right palm"]
    assert procedure["usedReference"] == [{"reference": url} for url in address[:2]]
    assert [used["coding"][0]["code"] for used in procedure["usedCode"]] == ["hand_tray"]
    assert settings["partOf"] == [{"reference": address[2]}]
    told = {of_code(part): part for part in settings["component"]}
    assert set(told) == {"current_ma", "minutes", "anode"}
    assert told["current_ma"]["valueQuantity"]["value"] == 12.5
    assert told["current_ma"]["valueQuantity"]["code"] == "mA"
    assert told["anode"]["valueCodeableConcept"]["text"] == "Left palm"


def test_what_a_session_does_not_say_is_not_told(bundle):
    (found,) = bundle(
        a_diary(Session(EVENING, ("palm_left",), ("hand_tray",), device="lost"))
    ).values()
    assert found["status"] == "completed"
    assert found["performedPeriod"] == {"start": "2026-11-20T21:05:00+01:00"}
    assert "usedReference" not in found


@pytest.mark.parametrize(
    ("record", "kind", "status"),
    [
        (CoTreatment("oxybutynin", starts=DAY), "MedicationStatement", "active"),
        (
            CoTreatment("oxybutynin", starts=DAY - timedelta(days=9), ends=DAY),
            "MedicationStatement",
            "completed",
        ),
        (CoTreatment("oxybutynin", starts=DAY + timedelta(days=1)), None, "intended"),
        (CoTreatment("aluminium_chloride"), "MedicationStatement", "unknown"),
        (CoTreatment("botulinum_toxin", starts=DAY), "Procedure", "completed"),
        (CoTreatment("botulinum_toxin", starts=DAY + timedelta(days=1)), None, "preparation"),
        (CoTreatment("other", starts=DAY), "Procedure", "in-progress"),
    ],
)
def test_a_co_treatment_had_come_so_far_on_the_last_day_of_the_diary(record, kind, status, bundle):
    ratings = [Rating(DAY, "palm_left", 4)]
    found = [r for r in bundle(a_diary(record, ratings=ratings)).values() if "status" in r]
    treatment = next(r for r in found if r["resourceType"] != "Observation")
    assert treatment["status"] == status
    assert kind in (treatment["resourceType"], None)


def test_a_co_treatment_never_ends_before_it_starts(only):
    found = only(CoTreatment("oxybutynin", starts=DAY, ends=DAY - timedelta(days=1)))
    assert found["effectivePeriod"] == {"start": "2026-11-20"}


def test_a_dose_is_told_once_for_each_region(only):
    found = only(
        CoTreatment("aluminium_chloride", "Dab", "20 %", regions=("axilla_left", "axilla_right"))
    )
    assert found["medicationCodeableConcept"]["text"] == "Dab"
    assert [(d["text"], d["site"]["text"]) for d in found["dosage"]] == [
        ("20 %", "Left armpit"),
        ("20 %", "Right armpit"),
    ]


def test_a_reaction_lasts_from_to_and_ends_never_before_it_began(only):
    gone = Reaction("redness", 2, DAY, DAY + timedelta(days=2), "palm_left")
    found = only(gone)
    assert found["effectivePeriod"] == {"start": "2026-11-20", "end": "2026-11-22"}
    assert found["valueQuantity"]["value"] == 2
    earlier = only(dataclasses.replace(gone, gone=DAY - timedelta(days=2)))
    assert earlier["effectiveDateTime"] == "2026-11-20"
    assert "effectivePeriod" not in earlier


def test_scores_are_totals_with_their_domains(only):
    found = only(Assessment(DAY, "hidroqol", 20, 7, 13))
    assert of_code(found) == "hidroqol"
    assert found["valueQuantity"]["value"] == 20
    domains = {of_code(part): part["valueQuantity"]["value"] for part in found["component"]}
    assert domains == {"domain_daily_life": 7, "domain_psychosocial": 13}


@pytest.mark.parametrize(("answer", "value"), [("yes", True), ("no", False), ("unsure", None)])
def test_an_answer_of_the_checklist_is_yes_or_no_or_unknown(answer, value, only):
    found = only(ContraindicationAnswer("pacemaker", DAY, answer))
    assert found.get("valueBoolean") is value
    assert ("dataAbsentReason" in found) == (value is None)


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


# ---- Long work ---------------------------------------------------------------------------------


def test_progress_is_told_and_can_end_the_work(tmp_path):
    ratings = [Rating(DAY - timedelta(days=n), "palm_left", 4) for n in range(2500)]
    told = []
    fhir.write(a_diary(ratings=ratings), tmp_path / "a", lambda *steps: told.append(steps))
    assert told == [(0, 2500), (1000, 2500), (2000, 2500), (2500, 2500)]

    def stop(done, of):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        fhir.write(a_diary(ratings=ratings), tmp_path / "b", stop)
