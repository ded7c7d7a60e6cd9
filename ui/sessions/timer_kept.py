"""Keeps the running timer of each diary in the window's settings, where no crash reaches it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QSettings

from model.analysis.countdown import Countdown, from_text
from ui.settings import settings


class KeptTimer:
    """The place of one diary's timer; its key tells neither the diary's name nor its folder."""

    def __init__(self, diary: Path) -> None:
        path = os.fsencode(os.path.normcase(diary.resolve()))
        self._key = f"timer/running/{sha256(path).hexdigest()[:32]}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeptTimer) and other._key == self._key

    def __hash__(self) -> int:
        return hash(self._key)

    def read(self) -> Countdown | None:
        """Return the timer as it was written last, None where there is none that can be read."""
        return from_text(str(settings().value(self._key, "")))

    def write(self, countdown: Countdown) -> bool:
        """Put it on the disk now; tell whether that went well."""
        kept = settings()
        kept.setValue(self._key, countdown.as_text())
        return _on_disk(kept)

    def drop(self) -> None:
        """Forget it."""
        kept = settings()
        kept.remove(self._key)
        kept.sync()


def _on_disk(kept: QSettings) -> bool:
    kept.sync()
    return kept.status() == QSettings.Status.NoError
