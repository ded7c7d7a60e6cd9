"""The complete diary as one JSON file, lossless both ways; its schema: docs/diary.schema.json."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from types import NoneType
from typing import IO, Any

from model.exports.bulk import quick_ratings
from model.exports.entries import (
    KIND_OF,
    PLURALS,
    OnePerKey,
    described,
    fields_of,
    is_ahead,
    record_of,
)
from model.exports.files import bounded, opened
from model.exports.values import json_of, value_of_json
from model.exports.watched import Watched
from model.files import Step, no_step, private_file, readable
from model.records.day import Rating
from model.records.errors import DiaryError, NewerDiary, NotADiary
from model.records.kinds import KINDS
from model.records.rules import Record
from model.records.snapshot import Contents, RatingColumns, Snapshot
from model.text import QT_TRANSLATE_NOOP
from model.version import VERSION

FORMAT = "drymap-diary"
FORMAT_VERSION = 1

_HEAD = ("format", "version", "program")
_text = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write(snapshot: Snapshot, path: Path, step: Step = no_step) -> None:
    """Write the diary as a new JSON file, one record a line.

    Args:
        snapshot: the diary.
        path: the new file.
        step: called with (entries done, entries in all) as work goes on; what it raises ends it.
    """
    entries = Watched(snapshot, step)
    with private_file(path) as file, io.TextIOWrapper(file, "utf-8", newline="\n") as text:
        head = {"format": FORMAT, "version": FORMAT_VERSION, "program": f"Drymap {VERSION}"}
        text.write("{\n" + ",\n".join(f"{_text(k)}: {_text(v)}" for k, v in head.items()))
        for kind in KINDS.values():
            text.write(f",\n{_text(PLURALS[kind.KIND])}: [")
            _write_lines(text, kind, entries)
            text.write("]")
        text.write("\n}\n")


def read(path: Path, now: datetime | None = None) -> Contents:
    """Read a JSON file, all or nothing; `now` as in `exports.read`.

    Raises:
        DiaryError: with the list and number of the first entry that cannot be understood.
        NotADiary: it is something else than a diary of this program.
        NewerDiary: a newer program wrote it.
    """
    document = _document(path)
    _check_head(document, path.name)
    ratings = RatingColumns.empty()
    records: list[Record] = []
    for name, kind in KIND_OF.items():
        entries = document.get(name, [])
        quick = _quick_ratings(entries) if kind is Rating else None
        if quick is not None and not is_ahead(quick, now):
            ratings = quick
            continue
        for record in _records(path.name, name, kind, entries, now):
            if isinstance(record, Rating):
                ratings.append(record)
            else:
                records.append(record)
    return Contents(ratings, tuple(records), tuple(_unknown(document)))


def _write_lines(text: IO[str], kind: type[Record], entries: Watched) -> None:
    start = "\n"
    for entry in _all_of(kind, entries):
        text.write(start + _text(entry))
        start = ",\n"


def _all_of(kind: type[Record], entries: Watched) -> Iterator[dict[str, Any]]:
    fields = fields_of(kind)
    if kind is Rating:
        for values in entries.ratings():
            yield dict(zip(fields, values, strict=True))
        return
    for record in entries.records(kind):
        yield {name: json_of(getattr(record, name)) for name in fields}


def _document(path: Path) -> dict[str, Any]:
    with readable(path), opened(path) as file:
        data = bounded(file, path.name)
    try:
        document = json.loads(
            data.decode("utf-8-sig"),
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_repeats,
        )
    except UnicodeDecodeError as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "{file} is not UTF-8 text. Export the diary again."),
            file=path.name,
        ) from error
    except (ValueError, RecursionError) as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "{file} is not sound JSON ({reason}). Export the diary again."
            ),
            file=path.name,
            reason=error,
        ) from error
    if not isinstance(document, dict):
        raise _not_a_diary(path.name)
    return document


def _refuse_constant(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"'{twice[:40]}' stands twice in one object")
    return found


def _check_head(document: dict[str, Any], file: str) -> None:
    version = document.get("version")
    lists = all(isinstance(document.get(name, []), list) for name in KIND_OF)
    if document.get("format") != FORMAT or type(version) is not int or version < 1 or not lists:
        raise _not_a_diary(file)
    if version > FORMAT_VERSION:
        raise NewerDiary(
            QT_TRANSLATE_NOOP(
                "DiaryError", "{file} was written by a newer Drymap. Update this one to read it."
            ),
            file=file,
        )


def _unknown(document: dict[str, Any]) -> Iterator[str]:
    """Yield what the document says that no kind and no field of a kind has a place for."""
    yield from (name for name in document if name not in KIND_OF and name not in _HEAD)
    for name, kind in KIND_OF.items():
        known = fields_of(kind).keys()
        entries = (entry for entry in document.get(name, []) if isinstance(entry, dict))
        strange = dict.fromkeys(key for entry in entries for key in entry if key not in known)
        yield from (f"{name}: {key}" for key in strange)


def _not_a_diary(file: str) -> NotADiary:
    return NotADiary(
        QT_TRANSLATE_NOOP(
            "DiaryError", "{file} is not a diary exported by Drymap. Choose another."
        ),
        file=file,
    )


def _quick_ratings(entries: list[Any]) -> RatingColumns | None:
    """Read ratings that are as `write` writes them, None where any is not."""
    header = tuple(fields_of(Rating))
    rows = map(itemgetter(*header), entries)
    try:
        if not {type(entry["severity"]) for entry in entries} <= {int, NoneType}:
            return None  # a dict takes True and 1.0 for 1
        return quick_ratings(rows, header, value_of_json)
    except (KeyError, TypeError, DiaryError):
        return None


def _records(
    file: str, name: str, kind: type[Record], entries: list[Any], now: datetime | None
) -> Iterator[Record]:
    kept = OnePerKey()
    for number, entry in enumerate(entries, 1):
        try:
            record = _record(kind, entry)
            if now is not None:
                record.check_past(now)
        except DiaryError as problem:
            raise type(problem)(
                QT_TRANSLATE_NOOP("DiaryError", "{file}, {list}, entry {number}: {problem}"),
                file=file,
                list=name,
                number=number,
                problem=problem,
            ) from problem
        first = kept.add(record, number)
        if first is not None:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "{file}, {list}: entries {first} and {number} contradict each other about"
                    " {what}. Remove one of them.",
                ),
                file=file,
                list=name,
                first=first,
                number=number,
                what=described(record),
            )
    return iter(kept)


def _record(kind: type[Record], entry: object) -> Record:
    if not isinstance(entry, dict):
        raise DiaryError(QT_TRANSLATE_NOOP("DiaryError", "this is no record."))
    fields = fields_of(kind)
    return record_of(
        kind,
        {
            name: value_of_json(value, fields[name].rule)
            for name, value in entry.items()
            if name in fields
        },
    )
