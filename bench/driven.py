"""The real window on a diary, driven as by a user, and the bare widget it is measured against."""

from __future__ import annotations

import statistics
import sys
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.link import Link
from ui.window import PAGES, Window

PATIENCE = 30  # seconds; more is a failure
now = time.perf_counter


class Driven(QObject):
    """The window on a diary, pressed as by a user."""

    def __init__(self, path: Path, clock: datetime, counted: bool = True) -> None:
        super().__init__()
        self.path, self.presses, self.first = path, 0, 0.0
        self.link = Link(lambda: clock)
        self.window = TimedWindow(self.link)
        self.window.resize(1280, 800)
        self.window.painted.connect(lambda: self.window.open_at_start(path))
        self.window.show()
        self.window.activateWindow()
        self._tick = QTimer(self, interval=50)  # wakes `until`, so that it can give up
        self._tick.start()
        if counted:  # a filter in Python costs time with each of a thousand events
            QApplication.instance().installEventFilter(self)
        until(lambda: self.link.path is not None)
        self.settle()
        self.page = self.window.shown("today")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count a press once: widgets get it from the window, and hand it on to their parents."""
        pressed = (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.KeyPress,
        )
        if event.type() in pressed and isinstance(watched, QWindow):
            self.first = self.first or now()
            self.presses += 1
        return False

    def click(self, widget: QWidget, at: QPointF | None = None) -> None:
        """Press on a widget as soon as it can be pressed; it must be in sight."""
        until(lambda: widget.isVisible() and widget.isEnabled())
        inside = at.toPoint() if at else widget.rect().center()
        point = widget.mapTo(widget.window(), inside)
        under = widget.window().childAt(point)
        if under is not widget and not widget.isAncestorOf(under or widget.window()):
            sys.exit(f"{widget.accessibleName() or widget} is hidden behind {under}, or off sight")
        QTest.mouseClick(widget.window().windowHandle(), Qt.MouseButton.LeftButton, pos=point)

    def key(self, key: Qt.Key, window: QWidget | None = None) -> None:
        QTest.keyClick((window or self.window).windowHandle(), key)

    def go_to(self, page: str) -> None:
        pages = self.window.navigation
        place = pages.visualItemRect(pages.item(PAGES.index(page))).center()
        self.click(pages.viewport(), QPointF(place))

    def settle(self) -> None:
        """Wait until the diary has answered all that was asked, and what the answers ask."""
        for _ in range(4):
            done: list[bool] = []
            self.link.when_done(lambda done=done: done.append(True))
            until(lambda done=done: bool(done))
        QApplication.processEvents()

    def close(self) -> None:
        QApplication.instance().removeEventFilter(self)
        self.settle()
        self.window.close()
        until(lambda: not self.window.isVisible())
        self.link.close()
        self.window.deleteLater()
        QApplication.processEvents()


class TimedWindow(Window):
    """Notes when a repaint has been brought to the screen."""

    flushed = 0.0

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.flushed = now()
        return answer


def until(reached: Callable[[], bool]) -> None:
    started = now()
    while not reached():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if now() - started > PATIENCE:
            sys.exit("the window does not answer")


class Bare(QWidget):
    """Fills itself when it is pressed or moved over, after it has done what it was given."""

    def __init__(self, size: QPoint, work: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self.work, self.flushed, self._colours = work, 0.0, deque(("#0a3f75", "#79b3dd"))
        self.setMouseTracking(True)
        self.resize(size.x(), size.y())
        self.show()
        QTest.qWaitForWindowExposed(self)

    def answer(self, event: QEvent) -> None:
        self.work()
        self._colours.rotate()
        self.update()

    keyPressEvent = mousePressEvent = mouseMoveEvent = answer  # noqa: N815

    def paintEvent(self, event: QEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours[0]))
        painter.end()

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.flushed = now()
        return answer


def ranged(ratios: list[float]) -> str:
    """Say the median of ratios, and their spread."""
    return f"{statistics.median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})"
