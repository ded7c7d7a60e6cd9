"""Look at every page and every digest of a diary, and say in sentences what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from model.records.snapshot import day_of
from model.storage import facts
from model.storage.delta import key_of
from model.storage.digests import WRONG_DAYS
from model.storage.journal import ALL, Entry
from model.storage.rows import digest_of
from model.storage.store import Store
from model.text import QT_TRANSLATE_NOOP

_PAGES = QT_TRANSLATE_NOOP("Check", "The file is damaged: {reason}.")
_DAY = QT_TRANSLATE_NOOP("Check", "The ratings of {day} are not what was written.")
_RECORD = QT_TRANSLATE_NOOP("Check", "{kind} {key} is not what was written.")
_UNREADABLE = QT_TRANSLATE_NOOP("Check", "{kind} {key} cannot be read and is left out.")
_UNDO = QT_TRANSLATE_NOOP("Check", "'{title}' of {at} can no longer be undone.")
_NO_REGION = QT_TRANSLATE_NOOP("Check", "Ratings of {day} name a region that is not there.")

_LIMIT = 20  # sentences; nobody reads more


def problems(store: Store) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong, at most 20; none for a sound diary."""
    found = list(_pages(store))
    if not found:  # what SQLite cannot read cannot be summed
        found = [*_days(store), *_records(store), *_journal(store)]
    return tuple(found[:_LIMIT])


def _pages(store: Store) -> Iterator[str]:
    for (reason,) in store.rows(f"PRAGMA integrity_check({_LIMIT})"):
        if reason != "ok":
            yield _PAGES.format(reason=reason)


def _days(store: Store) -> Iterator[str]:
    for (day,) in store.rows(WRONG_DAYS):
        yield _DAY.format(day=day_of(day))
    for (day,) in store.rows(
        "SELECT DISTINCT day FROM rating WHERE region NOT IN (SELECT key FROM region)"
    ):
        yield _NO_REGION.format(day=day_of(day))


def _records(store: Store) -> Iterator[str]:
    for kind in facts.OTHER_KINDS:
        digests = facts.digests(store, kind.KIND)
        for (row, record), digest in zip(facts.read(store, kind), digests, strict=True):
            key = ", ".join(map(str, key_of(kind.KIND, row)))
            if record is None:
                yield _UNREADABLE.format(kind=kind.KIND, key=key)
            elif digest != digest_of(row):
                yield _RECORD.format(kind=kind.KIND, key=key)


def _journal(store: Store) -> Iterator[str]:
    for row in store.rows(f"{ALL} ORDER BY id"):
        entry = Entry(*row)
        if not entry.sound:
            yield _UNDO.format(title=entry.title, at=entry.at)
