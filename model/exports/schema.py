"""The JSON Schema of the complete diary, made from the rules of the records.

`python -m model.exports.schema > docs/diary.schema.json` brings the committed file up to date.
"""

from __future__ import annotations

import json
from typing import Any

from model.catalog.regions import REGIONS
from model.exports.entries import KIND_OF, FieldOf, fields_of
from model.exports.json_file import FORMAT, FORMAT_VERSION
from model.records.rules import (
    NAME_LIMIT,
    OWN_PREFIX,
    Day,
    Flag,
    Instant,
    Number,
    OneOf,
    Record,
    RegionId,
    Rule,
    Several,
    Text,
    Whole,
)

_NO_NUL = "^[^\\u0000]*$"
_DAY = r"\d{4}-\d{2}-\d{2}"
_INSTANT = rf"^{_DAY}[T ]\d{{2}}:\d{{2}}(:\d{{2}}(\.0{{1,6}})?)?(Z|[+-]\d{{2}}:\d{{2}})$"


def diary_schema() -> dict[str, Any]:
    """Return the schema (2020-12) that every exported diary follows."""
    head = {
        "format": {"const": FORMAT},
        "version": {"const": FORMAT_VERSION},
        "program": {"type": "string", "description": "What wrote the file."},
    }
    lists = {
        name: {
            "description": _first_line(kind),
            "type": "array",
            "items": {"$ref": f"#/$defs/{kind.KIND}"},
        }
        for name, kind in KIND_OF.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Drymap diary",
        "description": "A whole diary; docs/files.md says what identifies an entry.",
        "type": "object",
        "properties": head | lists,
        "required": ["format", "version"],
        "additionalProperties": False,
        "$defs": {kind.KIND: _record(kind) for kind in KIND_OF.values()} | {"region": _region()},
    }


def text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(diary_schema(), indent=1, ensure_ascii=False) + "\n"


def _record(kind: type[Record]) -> dict[str, Any]:
    fields = fields_of(kind)
    return {
        "description": f"{_first_line(kind)} Identified by: {', '.join(kind.KEY)}.",
        "type": "object",
        "properties": {name: _field(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _region() -> dict[str, Any]:
    own = {"type": "string", "pattern": f"^{OWN_PREFIX}", "maxLength": NAME_LIMIT}
    return {
        "description": "A region of the catalog, or the id of one of own_regions.",
        "anyOf": [{"enum": list(REGIONS)}, own],
    }


def _field(field: FieldOf) -> dict[str, Any]:
    found = {"title": field.rule.label} | _rule(field.rule)
    if field.rule.optional:
        found = {"title": field.rule.label, "anyOf": [_rule(field.rule), {"type": "null"}]}
    return found


def _rule(rule: Rule) -> dict[str, Any]:
    match rule:
        case Whole() | Number():
            kind = "integer" if isinstance(rule, Whole) else "number"
            return {"type": kind, "minimum": rule.low, "maximum": rule.high}
        case Flag():
            return {"type": "boolean"}
        case Text():
            filled = {"allOf": [{"pattern": r"\S"}], "minLength": 1} if rule.filled else {}
            return {"type": "string", "maxLength": rule.limit, "pattern": _NO_NUL} | filled
        case OneOf():
            return {"enum": list(rule.choices)}
        case RegionId():
            return {"$ref": "#/$defs/region"}
        case Day():
            return {"type": "string", "format": "date", "pattern": f"^{_DAY}$"}
        case Instant():
            return {"type": "string", "format": "date-time", "pattern": _INSTANT}
        case Several():
            items = {"type": "array", "items": _rule(rule.item), "uniqueItems": True}
            return items | ({"minItems": 1} if rule.filled else {})
    raise NotImplementedError(rule)


def _first_line(kind: type[Record]) -> str:
    return (kind.__doc__ or "").strip().split("\n", 1)[0]


if __name__ == "__main__":
    import sys

    sys.stdout.write(text())
