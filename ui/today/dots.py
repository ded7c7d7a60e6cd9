"""The last days as a strip of dots: how each was rated; a press opens that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ui.look import look_of
from ui.words import qdate, translated


class DayDot(QAbstractButton):
    """One day; its shape says how it was rated, never its colour alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, checkable=False)
        self.day = date.min
        self._mark = "none"
        self._shown = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_day(self, day: date, mark: str, shown: bool) -> None:
        """Show a day with a key of terms.DAY_MARKS, and whether it is the one on the page."""
        from model.catalog.terms import DAY_MARKS

        self.day, self._mark, self._shown = day, mark, shown
        name = self.tr("{day}: {mark}").format(
            day=QLocale().toString(qdate(day), "ddd d MMM"),
            mark=translated("DayMark", DAY_MARKS[mark]),
        )
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("the day shown") if shown else "")
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the dot and the number of the day below it."""
        return QSize(21, 34)

    def minimumSizeHint(self) -> QSize:
        """Keep that room in every window."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the strip; a button of its own would look for the next tab stop."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark above the day of the month."""
        look = look_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shown or self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2 if self.hasFocus() else 0))
            painter.setBrush(QColor(look.chosen))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        self._draw_mark(painter, QPointF(self.width() / 2, 10), 5.0, look.text)
        font = self.font()
        font.setPixelSize(11)
        font.setBold(self._shown)
        painter.setFont(font)
        painter.setPen(QColor(look.text if self._shown else look.quiet))
        below = QRectF(0, 17, self.width(), self.height() - 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(self.day.day))
        painter.end()

    def _draw_mark(self, painter: QPainter, at: QPointF, radius: float, color: str) -> None:
        whole = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        painter.setPen(QPen(QColor(color), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match self._mark:
            case "same_day":
                painter.setBrush(QColor(color))
                painter.drawEllipse(whole)
            case "late":  # a dot within a ring
                painter.drawEllipse(whole)
                painter.setBrush(QColor(color))
                painter.drawEllipse(at, radius / 2.6, radius / 2.6)
            case "copied":  # two rings, one behind the other
                painter.drawEllipse(whole.translated(-1.8, 0))
                painter.drawEllipse(whole.translated(1.8, 0))
            case "imported":
                painter.drawRect(whole.adjusted(0.6, 0.6, -0.6, -0.6))
                painter.drawLine(whole.left() + 2.5, at.y(), whole.right() - 2.5, at.y())
            case "partly":  # half full
                painter.drawEllipse(whole)
                painter.setBrush(QColor(color))
                painter.drawPie(whole, 90 * 16, 180 * 16)
            case "not_applicable":
                painter.drawLine(whole.left(), at.y(), whole.right(), at.y())
            case "not_remembered":
                font = self.font()
                font.setPixelSize(13)
                painter.setFont(font)
                painter.drawText(whole.adjusted(-2, -3, 2, 3), Qt.AlignmentFlag.AlignCenter, "?")
            case _:
                painter.setPen(QPen(QColor(color), 1.2, Qt.PenStyle.DotLine))
                painter.drawEllipse(whole)


class DayDots(QWidget):
    """One tab stop; arrows move from day to day, a press opens the day."""

    chosen = Signal(object)  # date

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The last {count} days").format(count=count))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.dots = [DayDot(self) for _ in range(count)]
        for dot in self.dots:
            dot.clicked.connect(lambda _=False, dot=dot: self.chosen.emit(dot.day))
            row.addWidget(dot)
        self.dots[-1].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def dot_of(self, day: date | None) -> DayDot:
        """Return the dot of a day, the newest one where it has none."""
        return next((dot for dot in self.dots if dot.day == day), self.dots[-1])

    def show_marks(self, marks: Sequence[tuple[date, str]], shown: date) -> None:
        """Show a mark for each day, oldest first."""
        for dot, (day, mark) in zip(self.dots, marks, strict=True):
            dot.show_day(day, mark, day == shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus by arrow; Space and Enter press."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        place = next((n for n, dot in enumerate(self.dots) if dot.hasFocus()), None)
        if step is None or place is None:
            super().keyPressEvent(event)
            return
        target = self.dots[max(0, min(len(self.dots) - 1, place + step))]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the newest day."""
        self.dots[-1].setFocus(event.reason())
