"""Copy a diary while it is open, check the copy, and thin the automatic ones by count."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from model.records.errors import DiaryError
from model.storage.failures import sentences, unwritable
from model.storage.places import (
    STAMP,
    backup_folder,
    backups_of,
    make_durable,
    make_private_file,
    make_private_folder,
    take_name,
)
from model.text import QT_TRANSLATE_NOOP

_KEEP_ALL_OF_DAYS = 2
_KEEP_ONE_A = ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m"))  # days, ISO weeks, months


def copy(driver: sqlite3.Connection, path: Path, target: Path) -> None:
    """Copy the open diary `path` to `target`; it appears there whole and checked, or not at all.

    Raises:
        DiaryError: there is a file at `target`, or it cannot be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        make_private_file(part)
        try:
            _copy_pages(driver, path, part, target)
            make_durable(part)
            take_name(part, target)
        finally:
            part.unlink(missing_ok=True)
    except FileExistsError:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "There is a file at '{path}' already; choose another name."
            ),
            path=target,
        ) from None
    except OSError as error:
        raise unwritable(target, error) from error


def keep(driver: sqlite3.Connection, path: Path, now: Callable[[], datetime]) -> None:
    """Add an automatic backup beside the diary and thin the older ones.

    Raises:
        DiaryError: it could not be made, and those made before are untouched; or it was made, and
            older ones could not be removed.
    """
    folder = backup_folder(path)
    try:
        before = backups_of(path)
        make_private_folder(folder)
        made = _free_name(folder, path, now())
    except OSError as error:
        raise unwritable(folder, error) from error
    copy(driver, path, made)
    try:
        _thin(before, made)
    except OSError as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "A backup was made, but older ones in '{folder}' could not be removed ({reason})."
                " Look there for what is in the way.",
            ),
            folder=folder,
            reason=error.strerror or error,
        ) from error


def _thin(before: tuple[Path, ...], made: Path) -> None:
    """Remove the backups that need not stay, unless the new one is smaller than the last.

    A diary that shrank may have lost something: then nothing older is let go.
    """
    if before and made.stat().st_size < before[-1].stat().st_size:
        return
    for old in sorted(set(before) - set(kept((*before, made)))):
        old.unlink(missing_ok=True)


def newest_day(path: Path) -> date | None:
    """Return the day of the newest automatic backup."""
    backups = backups_of(path)
    return _day_of(backups[-1]) if backups else None


def kept(backups: Iterable[Path]) -> list[Path]:
    """Choose which backups stay: counted from the newest back, for clocks go wrong."""
    newest_first = sorted(backups, reverse=True)
    days = list(dict.fromkeys(map(_day_of, newest_first)))
    stay = [file for file in newest_first if _day_of(file) in days[:_KEEP_ALL_OF_DAYS]]
    rest = newest_first[len(stay) :]
    for count, period in _KEEP_ONE_A:
        periods: dict[str, Path] = {}
        for file in rest:
            periods.setdefault(_day_of(file).strftime(period), file)
        chosen = dict(list(periods.items())[:count])
        stay += chosen.values()
        rest = [file for file in rest if _day_of(file).strftime(period) not in chosen]
    return stay


def _copy_pages(driver: sqlite3.Connection, path: Path, part: Path, target: Path) -> None:
    with sentences(target), closing(sqlite3.connect(part, isolation_level=None)) as copied:
        driver.backup(copied)
        verdict = copied.execute("PRAGMA quick_check(1)").fetchall()
    if verdict != [("ok",)]:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "The copy of '{name}' came out damaged ({reason}) and was removed."
            ),
            name=path.name,
            reason=verdict[0][0],
        )


def _free_name(folder: Path, path: Path, at: datetime) -> Path:
    seconds = (at + timedelta(seconds=late) for late in itertools.count())
    names = (folder / f"{second:{STAMP}}_{path.name}" for second in seconds)
    return next(name for name in names if not name.exists())


def _day_of(backup: Path) -> date:
    return date.fromisoformat(backup.name[:10])
