"""How the timer calls the patient: by sound, by flashing and by words, each of which can be off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QWidget

from model.analysis.countdown import Countdown
from model.text import QT_TRANSLATE_NOOP
from ui.look import look_of
from ui.settings import settings
from ui.widgets.choice import Flow
from ui.widgets.layout import FINGER, quiet
from ui.widgets.region_rows import Box
from ui.words import translated

FLASHES = 3
"""In all: flashing harms only above three a second (WCAG 2.3.1), and this is one a second."""
HALF_FLASH_MS = 500


@dataclass(frozen=True)
class CueText:
    """What a cue says, and where that was read."""

    text: str
    sources: tuple[str, ...]  # keys of model.catalog.sources.SOURCES

    @property
    def words(self) -> str:
        """The text in the language of the window."""
        return translated("TimerCue", self.text)

    @property
    def origin(self) -> str:
        """Where it was read, in one line for a tooltip."""
        from model.catalog.sources import SOURCES

        cited = "; ".join(SOURCES[source] for source in self.sources)
        return QCoreApplication.translate("TimerCue", "Source: {source}").format(source=cited)


CUES: dict[str, CueText] = {
    "switch": CueText(
        QT_TRANSLATE_NOOP(
            "TimerCue", "Time to switch the polarity. Turn the current to zero before you switch."
        ),
        ("nhs_wpr26540", "nhs_newcastle", "hidrex_dp450"),
    ),
    "end": CueText(
        QT_TRANSLATE_NOOP(
            "TimerCue",
            "Time is over. Turn the current to zero before you take hands, feet or pads away.",
        ),
        ("nhs_wpr26540", "nhs_newcastle", "hidrex_dp450"),
    ),
}


class CueChoice(QWidget):
    """Three check boxes: how to be called; remembered from one start to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.sound = self._box("sound", self.tr("Sound"))
        self.flash = self._box("flash", self.tr("Flash"))
        self.text = self._box("text", self.tr("Text"))
        flow = Flow(self, across=12)
        for part in (quiet(self.tr("Cue by")), self.sound, self.flash, self.text):
            flow.addWidget(part)

    def _box(self, way: str, name: str) -> QCheckBox:
        box = Box(name)
        box.setMinimumHeight(FINGER)
        box.setAccessibleName(self.tr("Cue of the timer: {way}").format(way=name))
        box.setChecked(bool(settings().value(f"timer/{way}", True, bool)))
        box.toggled.connect(lambda on: settings().setValue(f"timer/{way}", on))
        return box


class Flash(QTimer):
    """Lets a card change its colour and back, three times and never faster than one a second."""

    def __init__(self, card: QFrame) -> None:
        super().__init__(card, interval=HALF_FLASH_MS)
        self._card = card
        self._halves = 0
        self.timeout.connect(self._alternate)

    def begin(self) -> None:
        """Flash; what flashes already is not made to flash longer."""
        if not self.isActive():
            self._halves = 0
            self._alternate()
            self.start()

    def end(self) -> None:
        """Be as before."""
        self.stop()
        self._card.setStyleSheet("")

    def _alternate(self) -> None:
        self._halves += 1
        if self._halves >= 2 * FLASHES:
            self.end()
        else:
            self._card.setStyleSheet(self._bright() if self._halves % 2 else "")

    def _bright(self) -> str:
        look = look_of(self._card.palette())
        return (
            f"QFrame#card {{ background: {look.chosen}; border-color: {look.accent}; }}"
            f" QLabel#cue {{ background: {look.accent}; color: {look.on_accent}; }}"
        )


def call(
    choice: CueChoice, flash: Flash, window: QWidget, beep: Callable[[], None] | None = None
) -> None:
    """Call the patient in the ways that are on, but for the words, which the card shows."""
    if choice.sound.isChecked():
        (beep or QApplication.beep)()
    if choice.flash.isChecked():
        flash.begin()
        # Until somebody comes; the words are in the window, the taskbar shows no more than that.
        QApplication.alert(window)


def next_cue(countdown: Countdown, now: datetime) -> timedelta:
    """Return how long it is until it calls again, while it runs."""
    left = countdown.remaining(now)
    if countdown.first_half_minutes is not None and countdown.switched_at is None:
        half = timedelta(minutes=countdown.first_half_minutes) - countdown.elapsed(now)
        left = half if timedelta() < half < left else left
    return left
