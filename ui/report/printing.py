"""Print the pictures of the pages: the same renderer as the preview and the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter

from ui.work import Work

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINTER_PPI = 300.0

_under_way: set[Printing] = set()
"""Held until they have ended: what was sent to a printer does not depend on a page's life."""


class Printing(QObject):
    """Paints one sheet at a turn of the event loop: the window answers, and it can be ended."""

    def __init__(self, pictures: Sequence[bytes], printer: QPrinter, title: str) -> None:
        """Take the pictures that shall be printed; `begin` prints them, `work` tells how it ends.

        `work.is_done` says that every sheet was taken; where neither that nor `is_cancelled` is
        true, the printer took no more.
        """
        super().__init__()
        self.work = Work(title, self)
        self._painter = QPainter()  # before the printer: it goes first when both go
        self._printer = printer
        self._pictures = pictures
        self._painted = 0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._paint_next)

    def begin(self) -> None:
        """Print from the next turn of the event loop on."""
        _under_way.add(self)
        self._turn.start()

    def _paint_next(self) -> None:
        from model.files import Cancelled

        try:
            self.work.step(self._painted, len(self._pictures))
        except Cancelled:
            self._printer.abort()
            self._end(False)
            return
        if not (self._take_sheet() and self._paint(self._pictures[self._painted])):
            self._end(False)
            return
        self._painted += 1
        if self._painted == len(self._pictures):
            self._end(True)

    def _take_sheet(self) -> bool:
        if self._painted:
            return self._printer.newPage()
        self._printer.setFullPage(True)  # the page brings its own margins
        return self._painter.begin(self._printer)

    def _paint(self, picture: bytes) -> bool:
        """Paint a picture as large as the paper."""
        drawn = QImage.fromData(picture)
        if drawn.isNull():
            return False
        sheet = self._painter.viewport()
        size = drawn.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (sheet.width() - size.width()) // 2
        top = (sheet.height() - size.height()) // 2
        self._painter.drawImage(QRect(left, top, size.width(), size.height()), drawn)
        return True

    def _end(self, all_painted: bool) -> None:
        self._turn.stop()
        ended = self._painter.isActive() and self._painter.end()
        self.work.is_done = all_painted and ended
        self.work.ended.emit()
        _under_way.discard(self)


def wanted_of(printer: QPrinter) -> Callable[[int], bool] | None:
    """Return what tells of a page whether it was chosen in the printer's dialog, None for all."""
    ranges = printer.pageRanges()
    return None if ranges.isEmpty() else ranges.contains
