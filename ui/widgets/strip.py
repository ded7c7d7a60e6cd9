"""A strip of eleven cells, 0 to 10: a press sets a severity, one on the same takes it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

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
