"""The figure of the body map: what it shows of a day, its keyboard and its screen readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from ui.look import look_of
from ui.widgets.picture import OUTLINE, BodyPicture
from ui.widgets.region_control import RegionControl
from ui.widgets.severity import NOT_RECORDED

if TYPE_CHECKING:
    from ui.widgets.shapes import BodyShapes, Shape


class BodyFigure(QGroupBox):
    """Front, back and close-ups of the body; `names` gives the regions' names when first asked.

    One tab stop: arrows move between neighbours, digits set, Delete clears, N is not applicable,
    + shows the view of the region alone, - and Escape all views. Values are those of the diary:
    what is chosen here is shown once it was put there.
    """

    region_chosen = Signal(str)  # by key, click or screen reader
    region_hovered = Signal(str)  # "" beside all regions
    severity_chosen = Signal(str, int)  # 0..10, NOT_RECORDED or NOT_APPLICABLE
    severity_completed = Signal(str, int)  # 10 in place of the 1 chosen just before
    view_chosen = Signal(str)  # it is shown alone now; "" for all views

    def __init__(
        self, names: Callable[[], Mapping[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Body map"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._names = names
        self._picture = BodyPicture(self.font())
        self._whole: BodyShapes | None = None
        self._body: BodyShapes | None = None  # what is seen of it
        self._controls: dict[str, RegionControl] = {}
        self._current: Shape | None = None
        self._hovered = self._hovered_title = ""
        self._both_sides = self._shift = self._hover_shift = False
        self._outlined: tuple[frozenset[str], frozenset[str], Shape | None]
        self._outlined = frozenset(), frozenset(), None
        self._focused = self._painted = False

    @property
    def both_sides_wanted(self) -> bool:
        """Whether what was chosen or painted last is meant for the region's pair too.

        The toggle says so, or Shift: held when the region was clicked, painted or moved to.
        """
        return self._both_sides or self._shift

    def sizeHint(self) -> QSize:
        """Ask for the size at which the small regions can be hit with ease."""
        return QSize(560, 640)

    def minimumSizeHint(self) -> QSize:
        """Stay usable in a window of 1024x700."""
        return QSize(340, 400)

    def show_values(
        self,
        values: Mapping[str, int],
        followed: frozenset[str],
        ghosts: Mapping[str, int] | None = None,
    ) -> None:
        """Show severities by region (absent = not recorded), and those of the day before."""
        self.update(self._picture.show(values, followed, ghosts or {}))
        for region, control in self._controls.items():
            control.set_value(values.get(region, NOT_RECORDED))

    def set_both_sides(self, wanted: bool) -> None:
        """Mean the region's pair too, whatever is chosen or painted from now on."""
        self._both_sides = wanted
        self._outline()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show every view as in a mirror, or as a doctor sees it; no rating changes."""
        if mirrored != self._picture.mirrored:
            self._see(self._picture.view, mirrored)

    def set_view(self, view: str) -> None:
        """Show one of `titles.view_titles()` alone or, with "", all of them."""
        if view != self._picture.view:
            self._see(view, self._picture.mirrored)

    def region_at(self, point: QPointF) -> str:
        """Return the region under a point of the widget, "" beside all of them."""
        shape = self._shape_at(point)
        return shape.region if shape else ""

    def point_of(self, region: str) -> QPointF:
        """Return a point of the widget inside a region, on the figure where it shows there."""
        shapes = self._body.of_region(region) if self._body else ()
        return self._picture.scale.map(self._picture.label(shapes[0])) if shapes else QPointF()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between neighbours and zoom by key; the controls see every other key first."""
        key, direction = event.key(), _direction(event.key())
        if key == Qt.Key.Key_Shift:
            self._hover(self._hovered, True)
        if direction is not None and self._current is not None:
            neighbour = self._neighbour(self._current, direction)
            self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go_to(neighbour or self._current)
        elif key == Qt.Key.Key_Plus and self._current is not None:
            self._zoom(self._current.view)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Escape) and self._picture.view:
            self._zoom("")
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Outline one side again when Shift is let go."""
        if event.key() == Qt.Key.Key_Shift:
            self._hover(self._hovered, False)
        super().keyReleaseEvent(event)

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
        """Show the kept picture, with the hovered and the current region outlined."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._read_shapes)
        painter = QPainter(self)
        look = look_of(self.palette())
        self._picture.paint(painter, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered, focused, _ = self._outlined
        for region in (*(hovered - focused), *focused):
            for shape in self._body.of_region(region) if self._body else ():
                width = OUTLINE if shape is self._current else 2.5
                self._picture.draw_outline(painter, shape, width if region in focused else 2.0)
        if self._hovered_title:
            self._picture.titles.draw_hover(painter, look, self._hovered_title)
        painter.end()

    def _read_shapes(self) -> None:
        """Read what can be clicked and add the controls, once the map has been painted."""
        from ui.widgets.shapes import body_shapes

        self._whole = body_shapes()
        names = self._names()
        for shape in self._whole.shapes:
            if shape.region and shape.region not in self._controls:
                self._controls[shape.region] = self._control(shape.region, names[shape.region])
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders nothing behind a NoFocus widget
        before: QWidget = self
        for control in self._controls.values():
            control.show()
            QWidget.setTabOrder(before, control)
            before = control
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._see(self._picture.view, self._picture.mirrored)

    def _control(self, region: str, name: str) -> RegionControl:
        control = RegionControl(region, name, self)
        control.chosen.connect(lambda value: self._choose(region, value, self.severity_chosen))
        control.completed.connect(
            lambda value: self._choose(region, value, self.severity_completed)
        )
        control.focus_moved.connect(self._follow_focus)
        control.set_value(self._picture.value_of(region))
        return control

    def _choose(self, region: str, value: int, signal: SignalInstance) -> None:
        if self._current is None or region != self._current.region:
            self._shift = False  # a screen reader sets what was not clicked
        signal.emit(region, value)

    def _follow_focus(self, region: str, inside: bool) -> None:
        """Follow the focus as it enters or leaves a region's control."""
        self._focused = inside
        if inside and self._body and (not self._current or self._current.region != region):
            self._make_current(self._body.of_region(region)[0])
        self._outline()
        if inside:
            self.region_chosen.emit(region)
            self.region_hovered.emit(region)

    def _see(self, view: str, mirrored: bool) -> None:
        """Look at other shapes; the current region stays, or one of those seen takes its place."""
        self._hovered_title = ""
        self._hover("", False)
        self._picture.see(view, mirrored)
        if self._whole is not None:
            self._body = self._picture.body = self._whole.seen(view, mirrored)
            region = self._current.region if self._current else "palm_right"
            same = self._body.of_region(region)
            shapes = [*same, *(shape for shape in self._body.shapes if shape.region)]
            was_focused, before = self._focused, self._current
            if before and not same:  # nobody has chosen the region that takes its place
                self._controls[before.region].clearFocus()
            self._make_current(shapes[0])
            control = self._controls[shapes[0].region]
            control.show()
            if was_focused and same:  # before the one that has the focus is hidden
                control.setFocus(Qt.FocusReason.OtherFocusReason)
            if was_focused and not same:
                self.region_chosen.emit("")
            self._place_controls()
        self._outline()
        self.update()

    def _zoom(self, view: str) -> None:
        if view != self._picture.view:
            self._go_to(self._current)  # so that Escape leads back
            self.set_view(view)
            self.view_chosen.emit(view)

    def _sides(self, region: str, both: bool) -> frozenset[str]:
        if not region or not both:
            return frozenset({region} - {""})
        from model.catalog.regions import pair_of

        return frozenset({region, pair_of(region)} - {""})

    def _shape_at(self, point: QPointF) -> Shape | None:
        return self._body.at(self._picture.scale.inverted()[0].map(point)) if self._body else None

    def _hover(self, region: str, shift: bool) -> None:
        self._hover_shift = shift
        if region != self._hovered:
            self._hovered = region
            self.region_hovered.emit(region)
        self._outline()

    def _outline(self) -> None:
        """Take in what is to be outlined; repaint only what came or went."""
        hovered = self._sides(self._hovered, self._both_sides or self._hover_shift)
        current = self._current if self._focused else None
        focused = self._sides(current.region if current else "", self.both_sides_wanted)
        before, self._outlined = self._outlined, (hovered, focused, current)
        changed = before[0] ^ hovered
        if before[1:] != self._outlined[1:]:
            changed |= before[1] | focused
        for region in changed:
            for shape in self._body.of_region(region) if self._body else ():
                self.update(self._picture.extent(shape))

    def _go_to(
        self, shape: Shape | None, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Make a shape current and let its region have the focus."""
        if shape is not None:
            self._make_current(shape)
            self._controls[shape.region].setFocus(reason)
            self._outline()

    def _make_current(self, shape: Shape) -> None:
        """Let one control alone be the tab stop of the map."""
        if self._current is not None:
            self._controls[self._current.region].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = shape
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
        """Give each control the outline of its region, for readers that ask what is where.

        One that is not in the view is hidden; the list beside the map has it still.
        """
        for region, control in self._controls.items():
            shapes = self._body.of_region(region) if self._body else ()
            mask = QRegion()
            for shape in shapes:
                for polygon in self._picture.scale.map(shape.path).toFillPolygons():
                    mask = mask.united(QRegion(polygon.toPolygon()))
            box = mask.boundingRect()
            control.setGeometry(box)
            control.setMask(mask.translated(-box.topLeft()))
            control.setVisible(bool(shapes))


def _direction(key: int) -> QPointF | None:
    """Return the way an arrow key points; Qt.Key is a large enum, not loaded before it is used."""
    arrows = {
        Qt.Key.Key_Left: QPointF(-1, 0),
        Qt.Key.Key_Right: QPointF(1, 0),
        Qt.Key.Key_Up: QPointF(0, -1),
        Qt.Key.Key_Down: QPointF(0, 1),
    }
    return arrows.get(Qt.Key(key))
