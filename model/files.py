"""Files put in their place only once they are whole, for their owner alone."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from model.records.errors import CannotWrite, DiaryError
from model.text import QT_TRANSLATE_NOOP

_PRIVATE = 0o600, 0o700

Step = Callable[[int, int], None]
"""Told (done, of) as long work goes on; raises Cancelled where it is no longer wanted."""


class Cancelled(Exception):
    """Ends long work that is no longer wanted; nothing of it is left."""


def no_step(done: int, of: int) -> None:
    """Let work go on that nobody watches."""


class AlreadyThere(DiaryError):
    """Something stands at the target and nobody said that it may be replaced."""


@contextlib.contextmanager
def readable(path: Path) -> Iterator[None]:
    """Raise DiaryError with a sentence where a file cannot be read."""
    try:
        yield
    except OSError as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "{path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror or error,
        ) from error


@contextlib.contextmanager
def put_whole(target: Path, replace: bool = False) -> Iterator[Path]:
    """Give a path to write a file or a folder to; put it at `target` once it is complete.

    The path lies beside the target, so that what stood at the target stays as it was until the
    new one is safe on disk; after an error nothing of the new one is left.

    Args:
        target: where the file or folder shall be.
        replace: whether a file, or a folder that holds nothing but such files, may be replaced.

    Raises:
        DiaryError: something is there already.
        CannotWrite: the place is read-only, full or missing.
    """
    target = Path(os.path.abspath(target))  # noqa: PTH100 - resolve() would follow a link
    _refuse_existing(target, replace)
    part = target.with_name(f"{target.name}.part")
    try:
        _clear(part)
        yield part
        _settle(part)
        _take_place(part, target)
    except OSError as error:
        raise CannotWrite(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{path} could not be written: {reason}. What was there before is unchanged.",
            ),
            path=target,
            reason=error.strerror or error,
        ) from error
    finally:
        with contextlib.suppress(OSError):
            _clear(part)


def private_file(path: Path) -> BinaryIO:
    """Create a file that only its owner may read and open it for writing."""
    return open(path, "xb", opener=lambda name, flags: os.open(name, flags, _PRIVATE[0]))


def private_folder(path: Path) -> None:
    """Create a folder that only its owner may look into."""
    path.mkdir(mode=_PRIVATE[1])


def _refuse_existing(target: Path, replace: bool) -> None:
    with readable(target):
        # Somebody stands in the working folder: another one in its place would look empty there.
        here = not target.name or (target.is_dir() and target.samefile(Path.cwd()))
        free = replace or not os.path.lexists(target) or _is_blank(target)
    if here or not free:
        raise AlreadyThere(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{path} exists already. Choose another name, or let it be replaced.",
            ),
            path=target,
        )


def _is_blank(target: Path) -> bool:
    """Tell whether it is an empty folder or a file of no bytes, as temporary names come."""
    if target.is_dir():
        return not any(target.iterdir())
    return target.is_file() and not target.stat().st_size


def _clear(part: Path) -> None:
    """Remove what an export that was broken off may have left."""
    if part.is_dir() and not part.is_symlink():
        shutil.rmtree(part)
    else:
        part.unlink(missing_ok=True)


def _settle(part: Path) -> None:
    """Have the disk confirm what was written, so that the rename cannot overtake it."""
    if part.is_dir():
        for item in part.iterdir():
            _settle(item)
    else:
        # Whoever wrote it (typst, for one) may have left it readable for everybody.
        part.chmod(_PRIVATE[0])
        with part.open("rb+") as file:
            os.fsync(file.fileno())


def _names(folder: Path) -> set[str]:
    return {item.name for item in folder.iterdir()}


def _take_place(part: Path, target: Path) -> None:
    if not target.is_dir():
        if part.is_dir() and os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "a file is in the way")
        part.replace(target)
        return
    if not part.is_dir() or _names(target) - _names(part):
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "The folder {path} holds something else than an earlier export and is not replaced."
                " Choose another name.",
            ),
            path=target,
        )
    aside = target.with_name(f"{target.name}.old.part")
    _clear(aside)
    target.rename(aside)
    try:
        part.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside)
