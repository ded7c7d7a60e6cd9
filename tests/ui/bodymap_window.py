"""A body map between two buttons in a window, and the hands that press on it."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QRegion
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from model.catalog.regions import REGIONS
from ui.bodymap import BodyMap
from ui.widgets.region_control import RegionControl

NAMES = {region.id: region.name for region in REGIONS.values()}
PAIRED = [region.id for region in REGIONS.values() if region.pair]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_map(qtbot):
    """Show a map, wait until it can be clicked, and note what it tells."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, body, after = QPushButton("before"), BodyMap(lambda: NAMES), QPushButton("after")
    for part in (before, body, after):
        column.addWidget(part)
    window.resize(620, 760)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(body.findChildren(RegionControl)))
    body.kept = window  # Python would delete it with everything in it
    body.chosen, body.painted, body.views, body.drops = [], [], [], []
    body.regions = []
    body.region_chosen.connect(body.regions.append)
    body.severity_chosen.connect(lambda region, value: body.chosen.append((region, value)))
    body.severity_completed.connect(lambda region, value: body.chosen.append((region, value)))
    body.regions_painted.connect(body.painted.append)
    body.view_chosen.connect(body.views.append)
    body.brush_dropped.connect(lambda: body.drops.append("dropped"))
    return body


def control(body, region):
    return next(c for c in body.findChildren(RegionControl) if c.region == region)


def press(widget, key, at=0, modifier=Qt.KeyboardModifier.NoModifier):
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
    event.setTimestamp(at)
    QApplication.sendEvent(widget, event)


def mouse(body, kind, point, button=LEFT, buttons=LEFT, modifier=Qt.KeyboardModifier.NoModifier):
    """Send one mouse event; qtbot knows no drag and no way of its own between two points."""
    point = QPointF(point)
    event = QMouseEvent(kind, point, QPointF(body.mapToGlobal(point)), button, buttons, modifier)
    QApplication.sendEvent(body, event)


def push(body, point, **more):
    mouse(body, QEvent.Type.MouseButtonPress, point, **more)


def drag(body, point, **more):
    mouse(body, QEvent.Type.MouseMove, point, button=NONE, **more)


def let_go(body, point, **more):
    mouse(body, QEvent.Type.MouseButtonRelease, point, buttons=NONE, **more)


def hover(body, point, **more):
    mouse(body, QEvent.Type.MouseMove, point, button=NONE, buttons=NONE, **more)


def click(body, point, **more):
    push(body, point, **more)
    let_go(body, point, **more)


class Repaints(QObject):
    """Notes where a map repaints itself; a grabbed picture is always painted whole."""

    def __init__(self, body):
        super().__init__()
        self._body, self._region = body, QRegion()
        QApplication.processEvents()
        body.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self._region |= event.region()
        return False

    def since(self, deed, *arguments):
        """Return where the map repaints after a deed."""
        self._region = QRegion()
        deed(*arguments)
        QApplication.processEvents()
        return self._region


def area(region):
    return sum(part.width() * part.height() for part in region)


def picture(body):
    return body.grab().toImage()


def beside(body):
    """Return a point of the map between its figures."""
    point = QPointF(body.width() / 2, 12)
    assert body.region_at(point) == ""
    return point


def title_of(body, view):
    return body._picture.titles.place_of(view).center()


def spot(body, region):
    """Return a point inside a region beside its numeral, where its fill alone is painted."""
    middle = body.point_of(region)
    for distance in range(14, 40):
        for way in ((1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1), (1, 0), (0, -1), (-1, 0)):
            point = middle + QPointF(*way) * distance
            around = (point + QPointF(x, y) for x in (-6, 0, 6) for y in (-6, 0, 6))
            if all(body.region_at(near) == region for near in around):
                return point.toPoint()
    raise AssertionError(region)


def fill(body, region):
    return picture(body).pixelColor(spot(body, region)).name()
