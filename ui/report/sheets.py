"""The sheets of the preview: each is decoded only when it comes into sight."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

HELD = 6
"""Decoded at once: more are never in sight, and one takes up to 14 MB on a fine screen."""


class Sheets(QWidget):
    """A column of pictures, each as wide as is asked for; of most only the PNG file is held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: dict[int, QPixmap] = {}  # number of the sheet: the one seen last comes last
        self._sheets: list[_Sheet] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)

    @property
    def held(self) -> tuple[int, ...]:
        """The numbers of the sheets that are decoded."""
        return tuple(self._held)

    def show_pictures(self, pictures: Sequence[bytes], width: int) -> None:
        """Show other pictures, PNG files, as wide as `width`."""
        while (old := self._column.takeAt(0)) is not None:
            if (sheet := old.widget()) is not None:
                sheet.hide()
                sheet.deleteLater()
        self._held.clear()
        self._sheets = [_Sheet(n, picture, self._held) for n, picture in enumerate(pictures, 1)]
        self.fit(width)
        for sheet in self._sheets:
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)

    def fit(self, width: int) -> None:
        """Show the sheets in another width."""
        for sheet in self._sheets:
            sheet.fit(width)


class _Sheet(QLabel):
    def __init__(self, number: int, picture: bytes, held: dict[int, QPixmap]) -> None:
        super().__init__()
        self._number, self._picture, self._held = number, picture, held
        self._shape = QSize(*struct.unpack(">II", picture[16:24]))  # of the header: PNG 1.2, 11.2.2
        self.setPixmap(QPixmap(1, 1))  # never painted: by it a screen reader knows a picture
        self.setAccessibleName(self.tr("Page {number} of the report").format(number=number))
        self.setAccessibleDescription(
            self.tr("A picture of the page. The saved PDF can be read by a screen reader.")
        )

    def fit(self, width: int) -> None:
        """Keep the shape of the paper in another width."""
        size = QSize(width, round(width * self._shape.height() / self._shape.width()))
        if size != self.size():
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture; only a sheet in sight is asked to."""
        del event
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._decoded())
        painter.end()

    def _decoded(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        held = self._held.pop(self._number, None)
        if held is None or held.size() != size:
            picture = QImage.fromData(self._picture).scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,  # both have that of the paper
                Qt.TransformationMode.SmoothTransformation,
            )
            held = QPixmap.fromImage(picture)
            held.setDevicePixelRatio(ratio)
        self._held[self._number] = held
        while len(self._held) > HELD:
            del self._held[next(iter(self._held))]
        return held
