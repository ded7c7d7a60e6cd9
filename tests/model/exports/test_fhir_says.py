"""What the FHIR Bundle says of a diary, resource by resource."""

import dataclasses
from datetime import timedelta, timezone

import pytest

from model.exports import fhir
from model.records.day import Assessment, Rating
from model.records.kinds import KINDS
from model.records.person import ContraindicationAnswer, OwnRegion, Profile
from model.records.treatment import CoTreatment, Device, OwnedApplicator, Reaction, Session
from tests.model.exports.bundles import DAY, EVENING, OWN, a_diary, of_code, written


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
