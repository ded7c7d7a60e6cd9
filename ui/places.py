"""Where things are kept on this computer; used by the window and the command line alike."""

from __future__ import annotations

from pathlib import Path


def default_diary() -> Path:
    """Return the file that holds the diary where nobody names another one."""
    import platformdirs

    return Path(platformdirs.user_data_dir("drymap", appauthor=False)) / "diary.drymap"
