"""What the window expects of every page."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page of the navigation; it is refreshed when records of its KINDS changed."""

    KINDS: ClassVar[frozenset[str]] = frozenset()

    def refresh(self) -> None:
        """Read from the diary again."""
        raise NotImplementedError
