"""What the window remembers of itself from one start to the next; never anything of a diary."""

from __future__ import annotations

from PySide6.QtCore import QSettings


def settings() -> QSettings:
    """Return the window's own settings."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "drymap", "window")
