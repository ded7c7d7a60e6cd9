"""The body map: paints the figure, knows the region under the pointer, works by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from ui.look import look_of
from ui.widgets.picture import BodyPicture
from ui.widgets.severity import NOT_RECORDED, SeverityControl

if TYPE_CHECKING:
    from ui.widgets.shapes import BodyShapes, Shape


class RegionControl(SeverityControl):
    """One region for keyboard and screen reader; invisible, the map paints it."""

    def __init__(self, region: str, name: str, parent: BodyMap) -> None:
        super().__init__(parent)
        self.region = region
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def event(self, event: QEvent) -> bool:
        """Tell the map when the focus arrives or leaves."""
        answer = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            parent = self.parent()
            if isinstance(parent, BodyMap):
                parent.focus_moved(self.region, event.type() == QEvent.Type.FocusIn)
        return answer


class BodyMap(QGroupBox):
    """Front, back and close-ups of the body; `names` gives the regions' names when first asked.

    One tab stop: arrows move between neighbours, digits set, Delete clears, N is not applicable.
    """

    region_chosen = Signal(str)  # by key, click or screen reader
    region_hovered = Signal(str)  # "" beside all regions
    severity_chosen = Signal(str, int)  # 0..10, NOT_RECORDED or NOT_APPLICABLE
    severity_completed = Signal(str, int)  # 10 in place of the 1 chosen just before

    def __init__(
        self, names: Callable[[], Mapping[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Body map"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._names = names
        self._picture = BodyPicture(self.font())
        self._body: BodyShapes | None = None
        self._controls: dict[str, RegionControl] = {}
        self._current: Shape | None = None
        self._hovered = ""
        self._focused = False
        self._painted = False

    def sizeHint(self) -> QSize:
        """Ask for the size at which the small regions can be hit with ease."""
        return QSize(560, 640)

    def minimumSizeHint(self) -> QSize:
        """Stay usable in a window of 1024x700."""
        return QSize(340, 400)

    def show_values(self, values: Mapping[str, int], followed: frozenset[str]) -> None:
        """Show severities by region (absent = not recorded); repaint only what changed."""
        for part in self._picture.show(values, followed):
            self.update(part)
        for region, control in self._controls.items():
            control.set_value(values.get(region, NOT_RECORDED))

    def _read_shapes(self) -> None:
        """Read what can be clicked and add the controls, once the map has been painted."""
        from ui.widgets.shapes import body_shapes

        self._body = self._picture.body = body_shapes()
        self._picture.forget()
        names = self._names()
        for shape in self._body.shapes:
            if shape.region and shape.region not in self._controls:
                control = RegionControl(shape.region, names[shape.region], self)
                control.chosen.connect(
                    lambda value, region=shape.region: self.severity_chosen.emit(region, value)
                )
                control.completed.connect(
                    lambda value, region=shape.region: self.severity_completed.emit(region, value)
                )
                control.set_value(self._picture.values.get(shape.region, NOT_RECORDED))
                self._controls[shape.region] = control
        self._place_controls()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders nothing behind a NoFocus widget
        before: QWidget = self
        for control in self._controls.values():
            control.show()
            QWidget.setTabOrder(before, control)
            before = control
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._make_current(self._body.of_region("palm_right")[0])
        self.update()

    def select(self, region: str) -> None:
        """Move the focus to a region."""
        shapes = self._body.of_region(region) if self._body else ()
        if shapes:
            self._make_current(shapes[0])
            self._controls[region].setFocus(Qt.FocusReason.OtherFocusReason)

    def region_at(self, point: QPointF) -> str:
        """Return the region under a point of the widget, "" beside all of them."""
        shape = self._shape_at(point)
        return shape.region if shape else ""

    def point_of(self, region: str) -> QPointF:
        """Return a point of the widget inside a region, on the figure where it shows there."""
        shapes = self._body.of_region(region) if self._body else ()
        return self._picture.scale.map(self._picture.label(shapes[0])) if shapes else QPointF()

    def focus_moved(self, region: str, inside: bool) -> None:
        """Follow the focus as it enters or leaves a region's control."""
        self._focused = inside
        if inside and self._body and (not self._current or self._current.region != region):
            self._make_current(self._body.of_region(region)[0])
        if inside:
            self.region_chosen.emit(region)
            self.region_hovered.emit(region)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between neighbouring regions by arrow; the controls see every other key first."""
        direction = _direction(event.key())
        if direction is None or self._current is None:
            super().keyPressEvent(event)
            return
        neighbour = self._neighbour(self._current, direction)
        if neighbour is not None:
            self._make_current(neighbour)
            self._controls[neighbour.region].setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the region under the pointer; beside all regions no region is chosen."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        shape = self._shape_at(event.position())
        if shape is None:  # a near miss must not leave the keys on the region before
            if self._current is not None and self._current.region in self._controls:
                self._controls[self._current.region].clearFocus()
            self.region_chosen.emit("")
            return
        self._make_current(shape)
        if shape.region in self._controls:
            self._controls[shape.region].setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the region under the pointer."""
        self._hover(self.region_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer when it leaves."""
        self._hover("")

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of a theme that changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._picture.forget()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the map into the widget."""
        self._picture.fit(self.size(), self.devicePixelRatioF())
        self._place_controls()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the cached picture, with the hovered and the current region outlined."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._read_shapes)
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        look = look_of(self.palette())
        self._picture.paint(painter, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._picture.scale)
        shapes = self._body.shapes if self._body else ()
        for shape in shapes:
            if shape.region and shape.region == self._hovered:
                painter.strokePath(shape.path, QPen(QColor(look.accent), 2.5))
            if self._focused and self._current and shape.region == self._current.region:
                width = 5.0 if shape is self._current else 3.0
                painter.strokePath(shape.path, QPen(QColor(look.card), width + 4))
                painter.strokePath(shape.path, QPen(QColor(look.accent), width))
                if shape.region in self._picture.values:  # the outline may lie on the numeral
                    self._picture.draw_value(painter, shape)
        painter.end()

    def _shape_at(self, point: QPointF) -> Shape | None:
        return self._body.at(self._picture.scale.inverted()[0].map(point)) if self._body else None

    def _hover(self, region: str) -> None:
        if region != self._hovered:
            self._hovered = region
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if region else Qt.CursorShape.ArrowCursor
            )
            self.region_hovered.emit(region)
            self.update()

    def _make_current(self, shape: Shape) -> None:
        """Let one control alone be the tab stop of the map."""
        if self._current is not None and self._current.region in self._controls:
            self._controls[self._current.region].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = shape
        if shape.region in self._controls:
            self._controls[shape.region].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _neighbour(self, shape: Shape, direction: QPointF) -> Shape | None:
        """Return the nearest shape of another region in a direction, None at the edge."""
        here, best, least = self._picture.label(shape), None, float("inf")
        for other in self._body.shapes if self._body else ():
            if not other.region or other.region == shape.region:
                continue
            way = self._picture.label(other) - here
            along = QPointF.dotProduct(way, direction)
            aside = abs(way.x() * direction.y() - way.y() * direction.x())
            if along > 0 and aside <= 1.5 * along and along + 3 * aside < least:
                best, least = other, along + 3 * aside
        return best

    def _place_controls(self) -> None:
        """Give each control the outline of its region, for readers that ask what is where."""
        for region, control in self._controls.items():
            mask = QRegion()
            for shape in self._body.of_region(region) if self._body else ():
                for polygon in self._picture.scale.map(shape.path).toFillPolygons():
                    mask = mask.united(QRegion(polygon.toPolygon()))
            box = mask.boundingRect()
            control.setGeometry(box)
            control.setMask(mask.translated(-box.topLeft()))


def _direction(key: int) -> QPointF | None:
    """Return the way an arrow key points; Qt.Key is a large enum, not loaded before it is used."""
    arrows = {
        Qt.Key.Key_Left: QPointF(-1, 0),
        Qt.Key.Key_Right: QPointF(1, 0),
        Qt.Key.Key_Up: QPointF(0, -1),
        Qt.Key.Key_Down: QPointF(0, 1),
    }
    return arrows.get(Qt.Key(key))
