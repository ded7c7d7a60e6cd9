"""The colours of charts in the theme of the window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from model.charts.style import DARK, LIGHT, Palette
from ui.look import look_of


def palette_of_now() -> Palette:
    """Return the colours of charts in the theme of the window."""
    look = look_of(QApplication.palette())
    chosen = DARK if look.dark else LIGHT
    return replace(chosen, background=look.card, text=look.text, faint=look.quiet)
