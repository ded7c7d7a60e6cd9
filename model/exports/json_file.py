"""The complete diary as one JSON file, lossless both ways; its schema: docs/diary.schema.json."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import count
from operator import itemgetter
from pathlib import Path
from types import NoneType
from typing import IO, Any, TypeVar

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
from model.exports.steps import part
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

_PARSED = 0.6  # of the time goes into finding the entries, the rest into understanding them
_STEP = 500  # entries between two words about progress
_HEAD = ("format", "version", "program")
T = TypeVar("T")
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


def read(path: Path, now: datetime | None = None, step: Step = no_step) -> Contents:
    """Read a JSON file, all or nothing; `now` and `step` as in `exports.read`.

    Raises:
        DiaryError: with the list and number of the first entry that cannot be understood.
        NotADiary: it is something else than a diary of this program.
        NewerDiary: a newer program wrote it.
    """
    document = _document(path, part(step, 0, _PARSED))
    _check_head(document, path.name)
    ratings = RatingColumns.empty()
    records: list[Record] = []
    checked = _Passed(document, part(step, _PARSED, 1))
    for name, kind in KIND_OF.items():
        entries = document.get(name, [])
        quick = _quick_ratings(entries, checked) if kind is Rating else None
        if quick is not None and not is_ahead(quick, now):
            ratings = quick
            continue
        for record in _records(path.name, name, kind, checked.through(entries), now):
            if isinstance(record, Rating):
                ratings.append(record)
            else:
                records.append(record)
    return Contents(ratings, tuple(records), tuple(_unknown(document, checked)))


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


class _Refused(ValueError):
    """Says what of a document is refused though JSON, or Python's reader of it, allows it."""


class _Passed:
    """Tells how far the entries of a document are; each goes by twice, to be read and looked at."""

    def __init__(self, document: dict[str, Any], step: Step) -> None:
        self._of = 2 * sum(len(document.get(name, [])) for name in KIND_OF)
        self._step, self._done = step, 0
        step(0, self._of)

    def through(self, entries: Iterable[T]) -> Iterator[T]:
        for entry in entries:
            yield entry
            self._done += 1
            if not self._done % _STEP:
                self._step(min(self._done, self._of), self._of)


def _document(path: Path, step: Step) -> dict[str, Any]:
    with readable(path), opened(path) as file:
        data = bounded(file, path.name)
    try:
        document = json.loads(
            data.decode("utf-8-sig"),
            parse_constant=_refuse_constant,
            object_pairs_hook=_told(step, data.count(b"{")),
        )
    except UnicodeDecodeError as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "{file} is not UTF-8 text. Export the diary again."),
            file=path.name,
        ) from error
    except RecursionError as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "{file} is nested too deep to be a diary. Choose another."
            ),
            file=path.name,
        ) from error
    except (json.JSONDecodeError, _Refused) as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "{file} is not sound JSON ({reason}). Export the diary again."
            ),
            file=path.name,
            reason=error,
        ) from error
    except ValueError as error:  # Python reads no whole number of more than 4,300 digits
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "{file} holds a number too long for a diary. Choose another."
            ),
            file=path.name,
        ) from error
    if not isinstance(document, dict):
        raise _not_a_diary(path.name)
    return document


def _refuse_constant(word: str) -> None:
    raise _Refused(f"{word} is no number")


def _told(step: Step, of: int) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Return what makes an object of its pairs and tells how many were made."""
    numbers = count(1)
    step(0, of)

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        number = next(numbers)
        if not number % _STEP:
            step(number, of)
        return _without_repeats(pairs)

    return made


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Refused(f"'{twice[:40]}' stands twice in one object")
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


def _unknown(document: dict[str, Any], checked: _Passed) -> Iterator[str]:
    """Yield what the document says that no kind and no field of a kind has a place for."""
    yield from (name for name in document if name not in KIND_OF and name not in _HEAD)
    for name, kind in KIND_OF.items():
        known = fields_of(kind).keys()
        entries = checked.through(document.get(name, []))
        objects = (entry for entry in entries if isinstance(entry, dict))
        strange = dict.fromkeys(key for entry in objects for key in entry if key not in known)
        yield from (f"{name}: {key}" for key in strange)


def _not_a_diary(file: str) -> NotADiary:
    return NotADiary(
        QT_TRANSLATE_NOOP(
            "DiaryError", "{file} is not a diary exported by Drymap. Choose another."
        ),
        file=file,
    )


def _quick_ratings(entries: list[Any], checked: _Passed) -> RatingColumns | None:
    """Read ratings that are as `write` writes them, None where any is not."""
    header = tuple(fields_of(Rating))
    rows = map(itemgetter(*header), checked.through(entries))
    try:
        if not {type(entry["severity"]) for entry in entries} <= {int, NoneType}:
            return None  # a dict takes True and 1.0 for 1
        return quick_ratings(rows, header, value_of_json)
    except (KeyError, TypeError, DiaryError):
        return None


def _records(
    file: str, name: str, kind: type[Record], entries: Iterable[Any], now: datetime | None
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
