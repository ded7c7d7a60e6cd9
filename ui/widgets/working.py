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

    def __init__(self, asked_by: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Say which button asks for the work: it rests while the bar is seen."""
        super().__init__(parent)
        self._asked_by = asked_by
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

    def watch(self, work: Work) -> None:
        """Show how far a piece of work is, from now on; one that was watched goes on unseen."""
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
        self._delay.start()

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
        if self._asked_by is not None:
            had_focus = self._asked_by.hasFocus()
            self._asked_by.setEnabled(False)
            if had_focus:
                self.cancel.setFocus()

    def _disappear(self) -> None:
        if self._work is not None:
            self._let_go(self._work)

    def _let_go(self, work: Work) -> None:
        work.progressed.disconnect(self._tell)
        work.ended.disconnect(self._disappear)
        self._work = None
        self._delay.stop()
        had_focus = self.cancel.hasFocus()
        if self._asked_by is not None:
            self._asked_by.setEnabled(True)
            if had_focus:
                self._asked_by.setFocus()
        self.hide()
