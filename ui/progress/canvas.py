"""The canvas on which a chart lives: pointer, keys and wheel; the only place of ui with matplotlib.

It is imported when a chart is first shown.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from model.charts.live import drawn
from model.charts.style import LIGHT, PAPER, Palette, svg
from model.records.snapshot import day_of
from ui.look import look_of
from ui.progress.colours import palette_of_now
from ui.progress.cursor import DayCursor
from ui.progress.zoom import STEP, Days, moved, page_step, zoomed
from ui.words import translated

if TYPE_CHECKING:
    from model.charts import Chart
    from model.charts.live import LiveChart
    from model.charts.view import View

DPI = 100
PICTURE_DPI = 200
PICTURE_INCHES = (9.0, 3.6)
MOST_STRETCHED = 3  # times the least height of a chart that any height will do for
MOST = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not name
DESCRIBED_AFTER_MS, ANEW_AFTER_MS = 1500, 400  # out of sight: what is in sight comes first
NOTCH = 120  # angle that Qt gives one notch of a wheel


class ChartCanvas(FigureCanvasQTAgg):
    """One chart; it is drawn when it can be seen, and only what changed is drawn again."""

    said = Signal(str)  # what lies under the pointer or the cursor, "" where nothing does
    region_chosen = Signal(str)
    region_stepped = Signal(int)  # 1 to the next region, -1 to the one before
    has_data_changed = Signal()

    _palette: Palette | None = None  # the base class changes the palette before ours is known

    def __init__(self, chart: Chart, height: int, parent: QWidget | None = None) -> None:
        super().__init__(Figure(figsize=(8, 3), dpi=DPI))  # type: ignore[no-untyped-call]
        self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._chart, self._least = chart, height
        self._live: LiveChart | None = None
        self._view: View | None = None
        self._region = ""
        self._days: Days | None = None  # what is zoomed into
        self._is_stale = False
        self.has_data = True  # False once a sentence stands in place of the chart
        self._pressed: QPointF | None = None
        self._dragged: tuple[float, Days] | None = None
        self._cursor = DayCursor()
        self._palette = palette_of_now()
        # To put a chart into words takes as long as to draw it: first come pictures in sight.
        self._describing = QTimer(self, singleShot=True)
        self._describing.timeout.connect(self._describe)
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw_first)
        self.setAccessibleName(translated("Chart", chart.name))
        self.setMinimumHeight(height)

    # ---- What the page does with it ----

    def show_view(self, view: View, region: str) -> None:
        """Show a diary, or another region of it; other days also leave those zoomed into."""
        before = self._view
        if before is None or view.days != before.days:
            self._days = None
        self._view, self._region = view, region
        self._cursor.clear()
        if view is not before or self._chart.of_region:
            self._take_height(view, region)
            self._describing.start(DESCRIBED_AFTER_MS if before is None else ANEW_AFTER_MS)
        self._bring()

    @property
    def can_zoom(self) -> bool:
        """Whether the chart has a calendar that can be zoomed into."""
        return self._chart.live.dated

    @property
    def days(self) -> Days:
        """The first and last day that are shown, since 1970-01-01."""
        if self._view is None:
            return (0, 0)
        return self._days or self._view.days

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show fewer days, or more of them with a factor below 1, around a day that stays."""
        if self.can_zoom and self._view is not None:
            self._show_days(zoomed(self.days, self._view.days, factor, around))

    def move_by(self, days: int) -> None:
        """Show later days, or earlier ones with a negative number."""
        if self.can_zoom and self._view is not None:
            self._show_days(moved(self.days, self._view.days, days))

    def show_whole(self) -> None:
        """Show all days again."""
        if self._view is not None:
            self._show_days(self._view.days)

    def picture(self, ending: str) -> bytes:
        """Return the chart as it would be printed, as a file of the kind "png" or "svg"."""
        if self._view is None:
            return b""
        view = self._zoomed(self._view)
        made = drawn(self._chart.live, view, self._region, PAPER, PICTURE_INCHES, translated)
        if ending == "svg":
            return svg(made, alone=True).encode()
        target = io.BytesIO()
        made.savefig(target, format=ending, dpi=PICTURE_DPI)
        return target.getvalue()

    # ---- Drawing ----

    def sizeHint(self) -> QSize:
        """Ask for what all rows need."""
        return QSize(720, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Stay readable in a small window."""
        return QSize(300, self.minimumHeight())

    def draw_idle(self) -> None:
        """Draw soon; what is scrolled out of sight waits until it is seen."""
        if self.visibleRegion().isEmpty():
            self._draw_pending = True
            self.update()
        else:
            super().draw_idle()  # type: ignore[no-untyped-call]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the chart, where the focus is, and the day that the keys have stepped to."""
        look = look_of(QApplication.palette())
        if self._live is None:  # the words of the page come first
            self._drawing.start()
        else:
            self._draw_what_is_stale(self._live)
            super().paintEvent(event)  # type: ignore[no-untyped-call]
            if self._describing.isActive():
                self._describing.start(0)
        painter = QPainter(self)
        if self._live is None:
            painter.fillRect(self.rect(), QColor(look.card))
        if (across := self._across(self._cursor.seen)) is not None:
            painter.setPen(QPen(QColor(look.accent), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(across, 0), QPointF(across, self.height()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of a theme that changed."""
        super().changeEvent(event)
        # The base class has a palette of its own, so that only the style sheet tells of a theme.
        themes = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in themes and self._palette not in (None, palette_of_now()):
            self._palette = palette_of_now()
            self.figure.clear()
            self._live = None
            self._make_stale()

    def _bring(self) -> None:
        """Put what is to be shown on the chart; only the data are drawn where the frame stays."""
        seen = not self.visibleRegion().isEmpty()
        if self._live is None or self._view is None or self._is_stale or not seen:
            self._make_stale()
            return
        self._put(self._live, self._view)
        self._live.redraw()

    def _take_height(self, view: View, region: str) -> None:
        needed = self._chart.live.height_of(view, region)
        self.setMinimumHeight(max(self._least, round((needed or 0) * DPI / 72)))
        # Beside a chart of many rows one without rows would be stretched out of shape.
        self.setMaximumHeight(round(MOST_STRETCHED * self._least) if needed is None else MOST)

    def _describe(self) -> None:
        if self._view is not None:
            said = self._chart.description(self._view, self._region)
            self.setAccessibleDescription(said.said(translated))

    def _draw_first(self) -> None:
        """Make the chart, or make it anew in the colours of another theme."""
        if self._live is None:
            self._live = self._chart.live(self.figure, self._palette or LIGHT, translated)
            self.update()

    def _draw_what_is_stale(self, live: LiveChart) -> None:
        if self._is_stale and self._view is not None:
            self._is_stale = False
            self._put(live, self._view)
            self._draw_pending = True  # the base class draws in its paint event

    def _put(self, live: LiveChart, view: View) -> None:
        has_data = live.show(self._zoomed(view), self._region)
        if has_data != self.has_data:
            self.has_data = has_data
            self.has_data_changed.emit()

    def _make_stale(self) -> None:
        self._is_stale = True
        self.update()

    def _zoomed(self, view: View) -> View:
        if self._days is None:
            return view
        first, last = self._days
        return replace(view, span=(day_of(first), day_of(last)))

    def _show_days(self, days: Days) -> None:
        if self._view is None or days == self.days:
            return
        self._days = None if days == self._view.days else days
        self._bring()

    # ---- Pointer ----

    def enterEvent(self, event: QEnterEvent) -> None:
        """Leave the base class out: nobody listens to its events."""
        QWidget.enterEvent(self, event)

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing of a point that is left; the cursor tells its day again."""
        QWidget.leaveEvent(self, event)
        self._cursor.is_passed_by = False
        self._tell_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what lies under the pointer, or move the days with it."""
        if self._dragged is None:
            self._cursor.is_passed_by = self._day_at(event.position()) != self._cursor.day
            self.update()
            self.said.emit(self.said_at(event.position()))
            if self._chart.live.has_regions:
                over = bool(self._region_at(event.position()))
                shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
                self.setCursor(shape)
            return
        begin, days = self._dragged
        width = self._days_a_point()
        if width and self._view is not None:
            by = round((begin - event.position().x()) * width)
            self._show_days(moved(days, self._view.days, by))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the days, or begin a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = event.position()
        if self.can_zoom:
            self._dragged = event.position().x(), self.days

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the days go; a click chooses the region that lies there, and its day."""
        begin, self._pressed, self._dragged = self._pressed, None, None
        if begin is None:
            return
        way = (event.position() - begin).manhattanLength()
        if way >= QApplication.startDragDistance():
            return
        if region := self._region_at(begin):
            self.region_chosen.emit(region)
        if self.can_zoom:
            self._cursor.put(self._day_at(begin), begin.y())
            self._tell_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second click for what it is: another click."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer with Ctrl; without it the page scrolls."""
        notches = event.angleDelta().y() / NOTCH
        if not (event.modifiers() & Qt.KeyboardModifier.ControlModifier) or not self.can_zoom:
            event.ignore()
            return
        event.accept()
        live = self._live
        if notches and live is not None:
            x, _ = self._pixels(event.position())
            self.zoom(STEP**notches, live.day_at(x))

    def said_at(self, point: QPointF) -> str:
        """Return what lies at a point of the widget, "" where nothing does."""
        if self._live is None or self._is_stale:
            return ""
        found = self._live.at(*self._pixels(point))
        return found.said(translated) if found else ""

    # ---- Keys ----

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        if self._cursor.day is not None:
            self._cursor.clear()
            self._tell_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move and step; what means nothing here goes on to the page."""
        key, step = Qt.Key(event.key()), _ways.get(Qt.Key(event.key()), 0)
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._chart.live.has_regions:
            self.region_stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif not self.can_zoom:
            event.ignore()
        elif step and with_ctrl:
            self._cursor.step(step, self.days)
            self._tell_cursor()
        elif step:
            self.move_by(step * page_step(self.days))
        elif with_ctrl:
            event.ignore()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / STEP if key == Qt.Key.Key_Minus else STEP, self._cursor.day)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.show_whole()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave the base class out."""
        event.ignore()

    def _tell_cursor(self) -> None:
        """Say what lies at the day of the cursor, nothing without one."""
        self.update()
        across = self._across(self._cursor.seen)
        height = self.height() / 2 if self._cursor.height is None else self._cursor.height
        self.said.emit("" if across is None else self.said_at(QPointF(across, height)))

    # ---- Where things lie ----

    def _pixels(self, point: QPointF) -> tuple[float, float]:
        """Return a point of the widget in pixels of the figure, from its lower left corner."""
        ratio = self.devicePixelRatioF()
        return point.x() * ratio, (self.height() - point.y()) * ratio

    def _days_a_point(self) -> float | None:
        """Return how many days one point across is, None where the chart shows none."""
        if self._live is None:
            return None
        left, right = self._live.day_at(0), self._live.day_at(self.devicePixelRatioF())
        return None if left is None or right is None else right - left

    def _across(self, day: int | None) -> float | None:
        """Return where a day stands, in points from the left edge; None for one out of sight."""
        days_a_point = self._days_a_point()
        left = self._live.day_at(0) if self._live else None
        if day is None or left is None or not days_a_point:
            return None
        return (day - left) / days_a_point if self.days[0] <= day <= self.days[1] else None

    def _day_at(self, point: QPointF) -> int | None:
        """Return the day at a point of the widget, None where none is shown."""
        found = self._live.day_at(self._pixels(point)[0]) if self._live else None
        if found is None or not self.days[0] <= round(found) <= self.days[1]:
            return None
        return round(found)

    def _region_at(self, point: QPointF) -> str:
        return self._live.region_at(*self._pixels(point)) if self._live else ""


_ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
