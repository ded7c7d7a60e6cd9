"""Let one program at a time hold a diary, by a small file beside it."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import sys
from pathlib import Path

from model.records.errors import DiaryInUse
from model.storage.failures import IN_USE
from model.storage.places import PRIVATE_FILE, lock_of
from model.text import QT_TRANSLATE_NOOP

_FAR = 1 << 30
"""Byte that Windows locks: its locks forbid reading, and the name before it must stay readable."""

_ELSEWHERE = QT_TRANSLATE_NOOP(
    "DiaryError",
    "'{name}' is open on another computer ({holder}). Close it there and let the files synchronise;"
    " if it is not open there, delete '{lock}'.",
)


class Lock:
    """The diary is ours until `release`.

    The operating system's own lock on the file decides on this computer: it dies with its process,
    so that no crash leaves a lock behind and no reused process number is mistaken for a holder.
    What the file says decides between computers, where such a lock may not reach (a synchronised
    or network folder): host and process of the holder, emptied on a clean close.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock of the diary at `path`.

        Raises:
            DiaryInUse: another program or another computer has it.
            OSError: the folder cannot be written.
        """
        self._file = lock_of(path)
        self._descriptor = _locked(self._file, path)
        host = _signature(self._descriptor).partition(" ")[0]
        if host and host != _this_computer():
            self._let_go()
            raise DiaryInUse(_ELSEWHERE, name=path.name, holder=host, lock=self._file)

    def sign(self) -> None:
        """Write whose lock this is; raises OSError on a full disk."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.truncate(self._descriptor, 0)
        name = f"{_this_computer()} {os.getpid()}\n".encode()
        if os.write(self._descriptor, name) < len(name):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def release(self) -> None:
        """Give the diary back and leave no file behind."""
        with contextlib.suppress(OSError):
            os.truncate(self._descriptor, 0)
        if os.name == "posix":  # first the name, so that no one locks a file about to vanish
            self._forget_name()
        self._let_go()
        if os.name != "posix":  # Windows does not delete open files
            self._forget_name()

    def _forget_name(self) -> None:
        with contextlib.suppress(OSError):  # an empty lock that stays is taken over next time
            self._file.unlink()

    def _let_go(self) -> None:
        os.close(self._descriptor)


def _locked(file: Path, path: Path) -> int:
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            _lock(descriptor)
        except OSError:
            holder = _signature(descriptor) or "Drymap"
            os.close(descriptor)
            raise DiaryInUse(IN_USE, name=path.name, holder=holder) from None
        if _still_named(file, descriptor):
            return descriptor
        os.close(descriptor)  # its holder removed it between our two steps: take the next one


def _still_named(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _signature(descriptor: int) -> str:
    try:
        return os.read(descriptor, 200).decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _this_computer() -> str:
    return "-".join(socket.gethostname().split()) or "unknown"


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        # flock, not lockf: the latter would let this process open the same diary twice.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
