"""A bar that tells how far long work is, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.widgets.layout import FINGER
from ui.work import Work

SHOWN_AFTER_MS = 500
"""Shorter work is over before anybody has read what the bar says."""


class Working(QWidget):
    """Watches one piece of work; it is seen only while work that takes longer goes on."""

    def __init__(self, *asked_by: QWidget, parent: QWidget | None = None) -> None:
        """Say which buttons ask for such work: they rest while the bar is seen.

        While work goes on that the diary waits for they rest from the first moment.
        """
        super().__init__(parent)
        self._asked_by = asked_by
        self._had_focus: QWidget | None = None
        self._fell_to: QWidget | None = None  # where the keys went when that was put to rest
        self._work: Work | None = None
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, minimumWidth=1)
        self.bar = QProgressBar(minimumWidth=120)
        self.cancel = QPushButton(self.tr("Cancel"), minimumHeight=FINGER)
        self.cancel.setToolTip(self.tr("Esc"))
        self.cancel.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._delay = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._delay.timeout.connect(self._appear)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether work is watched that has not ended yet, seen or not."""
        return self._work is not None

    def watch(self, work: Work, at_once: bool = False) -> None:
        """Show how far a piece of work is, from now on; one that was watched goes on unseen.

        Args:
            work: what to watch.
            at_once: it goes on with what the bar has shown before.
        """
        if self._work is not None:
            self._let_go(self._work)
        self._work = work
        self.title.setText(work.title)
        self.title.setToolTip(work.title)
        self.bar.setAccessibleName(work.title)
        self.cancel.setAccessibleName(self.tr("Cancel: {work}").format(work=work.title))
        self.bar.setRange(0, 0)  # busy, until it is known how far it is
        work.progressed.connect(self._tell)
        work.ended.connect(self._disappear)
        if at_once:
            self._appear()
        else:
            self._delay.start()
            if work.is_write:
                self._rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the work with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def _tell(self, percent: int) -> None:
        self.bar.setRange(0, 100)
        self.bar.setValue(percent)

    def _end(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _appear(self) -> None:
        self.show()
        self._rest()
        if self._keys_are_loose():
            self.cancel.setFocus()

    def _rest(self) -> None:
        focused = [button for button in self._asked_by if button.hasFocus()]
        if focused:
            self._had_focus = focused[0]
        for button in self._asked_by:
            button.setEnabled(False)
        if focused:
            self._fell_to = self.window().focusWidget()

    def _keys_are_loose(self) -> bool:
        """Tell whether the keys are where nobody has put them."""
        return self._had_focus is not None and self.window().focusWidget() is self._fell_to

    def _disappear(self) -> None:
        if self._work is not None:
            self._let_go(self._work)

    def _let_go(self, work: Work) -> None:
        work.progressed.disconnect(self._tell)
        work.ended.disconnect(self._disappear)
        self._work = None
        self._delay.stop()
        had_focus = self.cancel.hasFocus() or self._keys_are_loose()
        for button in self._asked_by:
            button.setEnabled(True)
        if had_focus and self._asked_by:
            (self._had_focus or self._asked_by[0]).setFocus()
        self._had_focus = self._fell_to = None
        self.hide()
