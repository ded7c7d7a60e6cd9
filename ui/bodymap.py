"""The body map: rates regions by click, by brush and by keyboard; shows a day's values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.figure import BodyFigure
from ui.widgets.severity import NOT_RECORDED

if TYPE_CHECKING:
    from ui.widgets.stroke import Stroke


class BodyMap(BodyFigure):
    """The figure under the pointer: a press chooses; with a brush, a press or a drag paints.

    What a drag is about to paint is shown at once; it is in the diary once the owner put it there.
    """

    regions_painted = Signal(tuple)  # ids, in the order touched
    brush_dropped = Signal()  # by Escape

    def __init__(
        self, names: Callable[[], Mapping[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(names, parent)
        self.setMouseTracking(True)
        self._brush: int | None = None
        self._stroke: Stroke | None = None
        self._zoomed_by_press = False

    def set_brush(self, value: int | None) -> None:
        """Paint with 0..10, NOT_RECORDED (an eraser) or NOT_APPLICABLE; None lays it down."""
        if value != self._brush:
            self._abandon()
            self._brush = value
            self._show_cursor()

    def set_both_sides(self, wanted: bool) -> None:
        """Mean the region's pair too, also of what a drag has touched already."""
        super().set_both_sides(wanted)
        self._try_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape take back the drag, else the brush; Space paints where the focus is."""
        painting = self._brush is not None and self._stroke is None
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return) and painting and self._current:
            self.regions_painted.emit((self._current.region,))
        elif event.key() != Qt.Key.Key_Escape or (self._stroke is None and self._brush is None):
            super().keyPressEvent(event)
        elif self._stroke is not None:
            self._abandon()
        else:
            self.set_brush(None)
            self.brush_dropped.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the region under the pointer, or begin to paint; a title changes the view."""
        self._zoomed_by_press = False
        stroke, point = self._stroke, event.position()
        self._abandon()
        if event.button() != Qt.MouseButton.LeftButton or stroke is not None:
            return
        if title := self._picture.titles.at(point):
            self._zoomed_by_press = True
            self._zoom("" if self._picture.view else title)
            return
        self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        shape = self._shape_at(point)
        if shape is not None or self._brush is not None:  # Escape needs the focus in the map
            self._go_to(shape or self._current, Qt.FocusReason.MouseFocusReason)
        elif self._current is not None:  # a near miss must not leave the keys on the region before
            self._controls[self._current.region].clearFocus()
            self.region_chosen.emit("")
        if self._brush is not None:
            from ui.widgets.stroke import Stroke

            self._stroke = Stroke()
            self._stroke.move_to(point, self._shape_at)
            self._try_on()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom beside the regions of a view; on them it is one more press."""
        if self._zoomed_by_press or event.button() != Qt.MouseButton.LeftButton:
            return  # the first press has moved another thing under the pointer
        view = self._picture.view_at(event.position())
        if view and self._shape_at(event.position()) is None:
            self._zoom("" if self._picture.view else view)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the region under the pointer, and paint the way there if the button is down."""
        if self._stroke is not None:
            if event.buttons() == Qt.MouseButton.LeftButton:
                self._stroke.move_to(event.position(), self._shape_at)
                self._try_on()
            else:
                self._abandon()  # the release went to something else
        title = self._picture.titles.at(event.position()) if self._stroke is None else ""
        self._hover_title(title)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._hover("" if title else self.region_at(event.position()), shift)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End painting: tell what was touched, make the last of it current."""
        stroke = self._stroke
        if stroke is None or event.button() != Qt.MouseButton.LeftButton:
            return
        stroke.move_to(event.position(), self._shape_at)
        self._stroke = None
        if stroke.regions:
            self._go_to(stroke.last_shape, Qt.FocusReason.MouseFocusReason)
            self.regions_painted.emit(stroke.regions)
        self._try_on()  # from here on the diary says what is shown

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer when it leaves."""
        self._hover_title("")
        self._hover("", False)

    def changeEvent(self, event: QEvent) -> None:
        """Abandon a drag in a window that is left."""
        if event.type() == QEvent.Type.ActivationChange:
            self._abandon()
        super().changeEvent(event)

    def _follow_focus(self, region: str, inside: bool) -> None:
        if not inside:
            self._abandon()  # nothing here moves it in a drag: the map was left, hid or disabled
        super()._follow_focus(region, inside)

    def _see(self, view: str, mirrored: bool) -> None:
        self._abandon()
        super()._see(view, mirrored)

    def _hover(self, region: str, shift: bool) -> None:
        super()._hover(region, shift)
        self._show_cursor()

    def _hover_title(self, view: str) -> None:
        """Underline the title under the pointer, and say what a click on it does."""
        if view != self._hovered_title:
            self._hovered_title = view
            self.update(self._picture.titles.extent())
            tip = self.tr("Show all views") if self._picture.view else self.tr("Show it larger")
            self.setToolTip(tip if view else "")

    def _abandon(self) -> None:
        """Paint nothing of a drag that has begun."""
        if self._stroke is not None:
            self._stroke = None
            self._try_on()

    def _try_on(self) -> None:
        """Show what a drag is about to paint, on both sides if it is meant for both."""
        touched = self._stroke.regions if self._stroke is not None else ()
        brush = NOT_RECORDED if self._brush is None else self._brush
        meant = (side for region in touched for side in self._sides(region, self.both_sides_wanted))
        self.update(self._picture.try_on(dict.fromkeys(meant, brush)))

    def _show_cursor(self) -> None:
        if self._brush is not None and not self._hovered_title:
            shape = Qt.CursorShape.CrossCursor
        elif self._hovered or self._hovered_title:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if shape != self.cursor().shape():
            self.setCursor(shape)
