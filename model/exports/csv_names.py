"""How the CSV files and their columns are called."""

from __future__ import annotations

from model.exports.entries import KIND_OF, PLURALS, fields_of
from model.records.rules import Record

ENDING = ".csv"

_RENAMED = {("session", "applicators"): "applicator"}


def file_of(kind: type[Record]) -> str:
    """Return the name of the file that holds a kind of record."""
    return PLURALS[kind.KIND] + ENDING


def columns_of(kind: type[Record]) -> dict[str, str]:
    """Return the columns of a kind's file, in order: name of the column -> name of the field."""
    return {_RENAMED.get((kind.KIND, name), name): name for name in fields_of(kind)}


KIND_OF_FILE: dict[str, type[Record]] = {file_of(kind): kind for kind in KIND_OF.values()}
"""Name of the file -> the kind it holds, in the order of `KINDS`."""
