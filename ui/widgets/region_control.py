"""One region of the body map for keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.severity import SeverityControl


class RegionControl(SeverityControl):
    """A region as a control; it is invisible, the map paints it."""

    focus_moved = Signal(str, bool)  # region, whether the focus came

    def __init__(self, region: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.region = region
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def event(self, event: QEvent) -> bool:
        """Tell when the focus arrives or leaves."""
        answer = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focus_moved.emit(self.region, event.type() == QEvent.Type.FocusIn)
        return answer
