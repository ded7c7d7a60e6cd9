"""The list beside the map: each of my regions with its strip 0-10, yesterday's value as a ghost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ui.look import look_of
from ui.widgets.severity import NOT_APPLICABLE, NOT_RECORDED, SeverityControl

CELLS = 11
GAP = 4


class RatingStrip(SeverityControl):
    """Eleven cells; a click or a digit sets, a click on the set cell takes it back."""

    focused = Signal()
    chosen_both = Signal(int)  # clicked with Shift: for both sides

    def __init__(
        self, name: str, parent: QWidget | None = None, may_not_apply: bool = True
    ) -> None:
        super().__init__(parent, may_not_apply)
        self._ghost = NOT_RECORDED
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_ghost(self, value: int) -> None:
        """Show yesterday's value as an outline; it is never a value of this day."""
        if value != self._ghost:
            self._ghost = value
            said = self.tr("Dashed: the value of the day before, {value}").format(value=value)
            self.setToolTip(said if value >= 0 else "")
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for cells that a finger can hit."""
        return QSize(CELLS * 30, 32)

    def minimumSizeHint(self) -> QSize:
        """Stay usable in a narrow window."""
        return QSize(CELLS * 21, 30)

    def cell(self, value: int) -> QRectF:
        """Return the rectangle of a severity 0..10."""
        width = (self.width() - 6 - GAP * (CELLS - 1)) / CELLS
        left = value * (width + GAP)
        if self.isRightToLeft():
            left = self.width() - 6 - left - width
        return QRectF(3 + left, 3, width, self.height() - 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the severity of the cell under the pointer, or take it back."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        both = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        for value in range(CELLS):
            if self.cell(value).adjusted(-GAP / 2, -3, GAP / 2, 3).contains(event.position()):
                wanted = NOT_RECORDED if value == self.value() else value
                (self.chosen_both if both else self.chosen).emit(wanted)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the first click has set, the second must not take it back."""

    def event(self, event: QEvent) -> bool:
        """Say when the focus arrives, so that the map can show the region."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, the value, the ghost and the focus."""
        look = look_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for value in range(CELLS):
            chosen = value == self.value()
            painter.setBrush(look.severity(value) if chosen else QColor(look.card))
            painter.setPen(QPen(QColor(look.text if chosen else look.border), 2 if chosen else 1))
            if value == self._ghost and not chosen:
                painter.setPen(QPen(QColor(look.accent), 1.4, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.cell(value), 5, 5)
            painter.setPen(look.on_severity(value) if chosen else QColor(look.quiet))
            font = self.font()
            font.setBold(chosen)
            painter.setFont(font)
            painter.drawText(self.cell(value), Qt.AlignmentFlag.AlignCenter, str(value))
        if self.value() == NOT_APPLICABLE:
            painter.setPen(QPen(QColor(look.text), 1.6))
            middle = self.height() / 2
            painter.drawLine(6, round(middle), self.width() - 6, round(middle))
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class Strips(QWidget):
    """One row a region: name, strip and the value in words."""

    chosen = Signal(str, int)
    chosen_both = Signal(str, int)
    completed = Signal(str, int)
    focused = Signal(str)
    day_stepped = Signal(int)  # -1 the day before, 1 the day after

    def __init__(
        self, names: Mapping[str, str], after: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._after = after  # Tab comes from there
        self._rows: dict[str, tuple[QLabel, RatingStrip]] = {}
        self._grid = QGridLayout(self, contentsMargins=QMargins(), verticalSpacing=6)
        self._grid.setColumnStretch(1, 1)

    def show_rows(
        self, regions: Sequence[str], values: Mapping[str, int], ghosts: Mapping[str, int]
    ) -> None:
        """Show the strips of these regions in this order."""
        if tuple(regions) != tuple(self._rows):
            self._lay_out(regions)
        for region, (label, strip) in self._rows.items():
            if label.text() != self._names[region]:
                self._name(label, strip, self._names[region])
            strip.set_value(values.get(region, NOT_RECORDED))
            strip.set_ghost(ghosts.get(region, NOT_RECORDED))

    def mark(self, region: str) -> None:
        """Stand out the row of the current region."""
        for name, (label, _) in self._rows.items():
            font = label.font()
            font.setBold(name == region)
            label.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the page keys before the column around takes them for scrolling."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.day_stepped.emit(step)

    def strip_of(self, region: str) -> RatingStrip:
        """Return the strip of a region that is shown."""
        return self._rows[region][1]

    def _lay_out(self, regions: Sequence[str]) -> None:
        kept = {region: self._rows.pop(region) for region in regions if region in self._rows}
        orphaned = any(strip.hasFocus() for _, strip in self._rows.values())
        for label, strip in self._rows.values():
            label.deleteLater()
            strip.deleteLater()
        self._rows = {}
        for row, region in enumerate(regions):
            label, strip = kept.get(region) or self._row(region)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(strip, row, 1)
            self._rows[region] = (label, strip)
        strips = [strip for _, strip in self._rows.values()]
        if strips and orphaned:  # the row that had the focus is gone
            strips[-1].setFocus()
        for before, after in pairwise([self._after, *strips]):
            QWidget.setTabOrder(before, after)

    def _name(self, label: QLabel, strip: RatingStrip, name: str) -> None:
        label.setText(name)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(name + "MM"))
        strip.setAccessibleName(name)

    def _row(self, region: str) -> tuple[QLabel, RatingStrip]:
        label, strip = QLabel(textFormat=Qt.TextFormat.PlainText), RatingStrip("")
        self._name(label, strip, self._names[region])
        label.setBuddy(strip)
        strip.chosen.connect(lambda value: self.chosen.emit(region, value))
        strip.chosen_both.connect(lambda value: self.chosen_both.emit(region, value))
        strip.completed.connect(lambda value: self.completed.emit(region, value))
        strip.focused.connect(lambda: self.focused.emit(region))
        return label, strip
