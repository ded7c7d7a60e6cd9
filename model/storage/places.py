"""Where a diary's companions lie, and how files come to be: private, whole and synced."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

STAMP = "%Y-%m-%dT%H%M%S"  # of a backup's name, in the patient's own time
_BACKUP_NAME = r"\d\d\d\d-\d\d-\d\dT\d{{6}}_{}"
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what an unfinished write has to put back."""
    return path.with_name(path.name + "-journal")


def lock_of(path: Path) -> Path:
    """Return the file that says which program holds the diary open."""
    return path.with_name(f".{path.name}.lock")


def backups_of(path: Path) -> tuple[Path, ...]:
    """Return the diary's automatic backups, oldest first: their names begin with the time."""
    named = _BACKUP_NAME.format(re.escape(path.name))
    found = backup_folder(path).glob("*")
    return tuple(sorted(file for file in found if re.fullmatch(named, file.name)))


def backup_folder(path: Path) -> Path:
    """Return the folder that holds the diary's automatic backups."""
    return path.parent / "backups"


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter; one that exists is left as it is."""
    missing = [step for step in (folder, *folder.parents) if not step.exists()]
    for step in reversed(missing):
        with contextlib.suppress(FileExistsError):
            step.mkdir(mode=PRIVATE_FOLDER)


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner may read, before SQLite would make it for all.

    Raises:
        FileExistsError: there is one already.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))


def take_name(finished: Path, path: Path) -> None:
    """Give a finished file its name; one that has the name already is never replaced.

    Raises:
        FileExistsError: the name is taken.
    """
    try:
        os.link(finished, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        finished.rename(path)
    finished.unlink(missing_ok=True)
    make_durable(path)


def make_durable(path: Path) -> None:
    """Force a finished file, and its name in the folder, onto the disk."""
    _sync(path, os.O_RDWR)
    # Windows cannot open a folder; NTFS writes its own journal for names.
    with contextlib.suppress(PermissionError):
        _sync(path.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
