"""Small diaries as FHIR Bundles, and what is looked up in them."""

import json
from datetime import date, datetime, timedelta, timezone

from model.exports import fhir
from model.records.snapshot import RatingColumns, Snapshot, snapshot_of

OWN = "urn:drymap:fhir:"
DAY = date(2026, 11, 20)
EVENING = datetime(2026, 11, 20, 21, 5, tzinfo=timezone(timedelta(hours=1)))


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


def resources(text):
    return [entry["resource"] for entry in json.loads(text)["entry"]]


def of_code(resource):
    code = resource.get("code")
    return code["coding"][0]["code"] if isinstance(code, dict) and "coding" in code else None
