"""What the window expects of every page."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page of the navigation; it is refreshed when records of its KINDS changed."""

    KINDS: ClassVar[frozenset[str]] = frozenset()

    page_wanted = Signal(str)  # id of another page

    def refresh(self) -> None:
        """Read from the diary again."""
        raise NotImplementedError
