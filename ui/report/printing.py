"""Print the pictures of the pages: the same renderer as the preview and the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINTER_PPI = 300.0


def paint(pictures: Sequence[bytes], printer: QPrinter) -> bool:
    """Print each picture on a sheet of its own, as large as the paper; False where it failed."""
    printer.setFullPage(True)  # the page brings its own margins
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, picture in enumerate(pictures):
        if number and not printer.newPage():
            painter.end()
            return False
        drawn = QImage.fromData(picture)
        sheet = painter.viewport()
        size = drawn.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (sheet.width() - size.width()) // 2
        top = (sheet.height() - size.height()) // 2
        painter.drawImage(QRect(left, top, size.width(), size.height()), drawn)
    return painter.end()
