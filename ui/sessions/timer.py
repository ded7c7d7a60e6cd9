"""The timer of a treatment: counts down, calls at the switch and the end, outlives a crash."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from model.analysis.countdown import Countdown, begun
from ui.sessions.resting import RestingPlace
from ui.sessions.timer_cues import CUES, CueChoice, Flash, call, next_cue
from ui.sessions.timer_kept import KeptTimer
from ui.sessions.timer_parts import (
    Button,
    CueWords,
    HalvesBar,
    TimeLeft,
    TimesFields,
    announce,
    clock_text,
    line_of,
)
from ui.widgets.layout import Card, heading, quiet

TICK_MS = 250
LONGEST_SLEEP = timedelta(minutes=1)
"""A hidden timer wakes for its next cue, and once a minute: Qt does not count the time that the
computer sleeps, nor see the clock set."""


class TimerCard(Card):
    """One countdown; it stays until `forget`, whatever happens to the window.

    `ended` carries the Countdown when it ran out or was stopped, and again from `use` as long as
    nobody said `forget`. "Go on" may make a stopped one run again, and end again: what was filled
    in from it is then to be filled in anew.
    """

    ended = Signal(object)
    called = Signal(str)  # "switch" or "end", a key of CUES: once each
    announced = Signal(str)  # what a screen reader is told

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._kept: KeptTimer | None = None
        self._countdown: Countdown | None = None
        self._called: set[str] = set()
        self._offered: tuple[float | None, float | None] = (None, None)
        self._edited = False
        self._refusal = ""
        self._is_safe = True
        self.beep: Callable[[], None] | None = None  # None = the desktop's own sound
        self._build()
        self.ticker = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self.ticker.timeout.connect(self._look)
        self._flash = Flash(self)
        self._show()

    @property
    def countdown(self) -> Countdown | None:
        """What runs or has ended and is not forgotten yet."""
        return self._countdown

    def use(self, diary: Path | None) -> None:
        """Take up the timer of a diary; that of another one runs on, and is kept, unseen."""
        kept = None if diary is None else KeptTimer(diary)
        if kept == self._kept:
            return
        self._kept = kept
        self._begin_with(kept.read() if kept else None)
        self._look()
        if self._countdown and self._countdown.ended_at and "end" not in self._called:
            self.ended.emit(self._countdown)

    def offer(self, minutes: float | None, first_half: float | None, polarity: str | None) -> None:
        """Propose the times of the last session; what the patient has typed stays.

        Args:
            minutes: of the whole session, None where they are not known.
            first_half: minutes before the switch, None where they are not known.
            polarity: a key of terms.POLARITIES, None where it is not known.
        """
        if polarity not in (None, "mid_session"):
            first_half = None
        elif polarity == "mid_session" and first_half is None and minutes is not None:
            first_half = minutes / 2
        self._offered = (minutes, first_half)
        if self._countdown is None and not self._edited:
            self.times.propose(minutes, first_half)
            self._show()

    def forget(self) -> None:
        """Drop what has ended, once its session is in the diary."""
        if self._kept is not None:
            self._kept.drop()
        self._begin_with(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Go by the quarter of a second as long as somebody may look."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Sleep until the next cue."""
        super().hideEvent(event)
        self._look()

    # ---- Layout ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.name = RestingPlace(self.tr("Timer"))
        self.setAccessibleName(self.name.text())
        self.state = quiet()
        self.state.setWordWrap(True)
        self.time = TimeLeft()
        self.time.wanted.connect(lambda: self._tell(self.time.said))
        self.half = heading()
        self.bar = HalvesBar()
        self.words = CueWords(cue.words for cue in CUES.values())
        self.cues = CueChoice()
        self.cues.text.toggled.connect(self._show)
        self._make_buttons()
        self.times = TimesFields(self)
        self.times.changed.connect(self._was_edited)
        self._before = line_of(self.name, *self.times.pairs, self.start)
        self._during = self._time_and_state()
        self._pages = (
            line_of(self.pause, self.switched, self.stop, self.fold),
            line_of(self.go_on, self.new),
        )
        self.box.setContentsMargins(14, 8, 14, 8)
        self.box.setSpacing(4)
        self._middle = QStackedWidget()  # of one height, whichever of the two is shown
        self._middle.addWidget(self.words)
        self._middle.addWidget(self.cues)
        for part in (self._before, self._during, self.bar, self._middle, *self._pages):
            self.box.addWidget(part)
        self.box.addStretch(1)

    def _make_buttons(self) -> None:
        self.start = Button(self.tr("Start"), self._start, "primary")
        hint = self.tr("Press it when you begin. The time goes on while the window is closed.")
        self.start.setToolTip(hint)  # a screen reader is told it as the description
        self.pause = Button(self.tr("Pause"), self._pause_or_resume, also=self.tr("Resume"))
        self.switched = Button(self.tr("Polarity switched"), self._switch)
        self.stop = Button(self.tr("Stop early"), self._stop)
        self.fold = Button(self.tr("Cues\u2026"), self._fold)
        self.fold.setToolTip(self.tr("Show or hide how you are called"))
        self.go_on = Button(self.tr("Go on"), self._go_on)
        self.go_on.setToolTip(self.tr("It was stopped by mistake: the time stood still since"))
        self.new = Button(self.tr("New timer"), self.forget)
        self._unfolded = False

    def _time_and_state(self) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.half)
        words.addWidget(self.state)
        words.addStretch(1)
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.time)
        line.addLayout(words, 1)
        return part

    def minimumSizeHint(self) -> QSize:
        """Ask for the height that the wrapped lines need at this width: less cuts them off."""
        width = super().minimumSizeHint().width()
        return QSize(width, self.box.totalMinimumHeightForWidth(max(self.width(), width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    # ---- Presses -----------------------------------------------------------------------------

    def _start(self) -> None:
        self._refusal = self.times.refusal
        if self._refusal:
            self._show()
            self._tell(self._refusal)
            return
        self._flash.end()
        self._called = set()
        minutes, after = self.times.minutes.amount, self.times.switch_after.amount
        self._change(begun(self._now(), minutes or 0, after))
        self._tell(self.tr("The timer runs. {left}").format(left=self.time.said))

    def _pause_or_resume(self) -> None:
        now, countdown = self._now(), self._countdown
        if countdown is not None:
            self._change(countdown.resumed(now) if countdown.is_paused else countdown.paused(now))
            self._tell(self.state.text())

    def _switch(self) -> None:
        if self._countdown is not None:
            self._flash.end()
            self._change(self._countdown.switched(self._now()))
            self._tell(self.tr("{half}. {left}").format(half=self._half(), left=self.time.said))

    def _stop(self) -> None:
        if self._countdown is not None:
            self._flash.end()
            self._change(self._countdown.stopped(self._now()))
            self._tell(self.state.text())
            self.ended.emit(self._countdown)

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show()

    def _go_on(self) -> None:
        if self._countdown is not None:
            self._change(gone_on(self._countdown, self._now()))
            self._tell(self.tr("The timer runs. {left}").format(left=self.time.said))

    def _was_edited(self) -> None:
        self._edited, self._refusal = True, ""
        self._show()

    # ---- Time passes -------------------------------------------------------------------------

    def _now(self) -> datetime:
        at = self._clock()
        return (at if at.utcoffset() is not None else at.astimezone()).replace(microsecond=0)

    def _begin_with(self, countdown: Countdown | None) -> None:
        """Show another countdown, or the fields where there is none."""
        self._flash.end()
        self._countdown, self._called = countdown, set()
        self._edited, self._refusal, self._is_safe = False, "", True
        self.times.propose(*self._offered)
        self._show()

    def _change(self, countdown: Countdown) -> None:
        """Keep it before it is shown: what is seen to run is safe."""
        self._countdown = countdown
        if self._kept is not None:
            self._is_safe = self._kept.write(countdown)
        self._show()

    def _look(self) -> None:
        """Call where a cue is due, end what has run out, and show the time."""
        countdown, now = self._countdown, self._now()
        if countdown is not None and countdown.is_switch_due(now):
            self._call("switch")
        if countdown is not None and countdown.ended_at is None and countdown.is_done(now):
            self._change(countdown.stopped(now))
            self._call("end")
            self.ended.emit(self._countdown)
        else:
            self._show()

    def _call(self, cue: str) -> None:
        if cue in self._called:
            return
        self._called.add(cue)
        self._flash.end()
        call(self.cues, self._flash, self.window(), self.beep)
        if self.cues.text.isChecked():
            self._unfolded = False  # the words stand in the same place
            self._tell(CUES[cue].words)
        self.called.emit(cue)

    def _tell(self, text: str) -> None:
        announce(self, text)
        self.announced.emit(text)

    def _wake(self, now: datetime) -> None:
        """Set the one timer: while it is seen, for the next cue, or not at all."""
        countdown = self._countdown
        if countdown is None or countdown.is_paused or countdown.is_done(now):
            self.ticker.stop()
            return
        wait = TICK_MS
        if not self.isVisible():
            nap = min(next_cue(countdown, now), LONGEST_SLEEP)
            wait = max(TICK_MS, math.ceil(nap / timedelta(milliseconds=1)))
        if not self.ticker.isActive() or self.ticker.interval() != wait:
            self.ticker.start(wait)

    # ---- What is seen ------------------------------------------------------------------------

    def _show(self) -> None:
        countdown, now = self._countdown, self._now()
        self._wake(now)
        page = 0 if countdown is None else 1 if countdown.ended_at is None else 2
        self._turn_to(page)
        self.start.setEnabled(self._kept is not None)
        self.state.setText(self._state(now))
        if countdown is None:
            minutes = self.times.minutes.amount
            self.time.show_seconds(None if minutes is None else round(minutes * 60))
            self.half.setText("")
            self.bar.show_share(0)
        else:
            self.time.show_seconds(math.ceil(countdown.remaining(now) / timedelta(seconds=1)))
            self.half.setText(self._half())
            self.half.setVisible(bool(self.half.text()))
            self.bar.show_share(
                countdown.elapsed(now) / timedelta(minutes=countdown.minutes),
                (countdown.first_half_minutes or 0) / countdown.minutes,
            )
            paused = countdown.is_paused
            self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
            self.switched.setVisible(countdown.first_half_minutes is not None)
            if countdown.switched_at is not None and self.switched.hasFocus():
                self.time.setFocus()
            self.switched.setEnabled(countdown.switched_at is None)
            self.go_on.setVisible(bool(countdown.remaining(now)))
        self._show_words(now)

    def _show_words(self, now: datetime) -> None:
        countdown, cue = self._countdown, ""
        if countdown is not None and countdown.is_switch_due(now):
            cue = "switch"
        elif countdown is not None and not countdown.remaining(now):
            cue = "end"
        if not self.cues.text.isChecked():
            cue = ""
        self.words.setToolTip(CUES[cue].origin if cue else "")
        if cue:
            text = CUES[cue].words
        elif countdown is None:
            text = self._refusal
        else:
            text = "" if self._is_safe else self._unsafe()
        self.words.say(text, loud=bool(cue or self._refusal))
        self._show_in_the_middle(self._unfolded or (countdown is None and not text))

    def _turn_to(self, page: int) -> None:
        """Show other parts; the focus rests where no key presses any, lest a second one does."""
        parts = (self._before, *self._pages)
        if parts[page].isHidden() or self._during.isHidden() != (page == 0):
            had = self._has_focus(self)
            self._during.setVisible(page > 0)
            parts[page].show()
            if had:  # before what has it is hidden
                (self.time if page else self.name).setFocus()
            for part in parts:
                part.setVisible(part is parts[page])
            self.bar.setVisible(page > 0)
            self._unfolded = False
        self.fold.setAccessibleDescription(self.tr("open") if self._unfolded else self.tr("closed"))

    def _show_in_the_middle(self, cues: bool) -> None:
        if not cues and self._has_focus(self.cues):
            self.time.setFocus()
        self._middle.setCurrentWidget(self.cues if cues else self.words)

    def _has_focus(self, part: QWidget) -> bool:
        focused = self.focusWidget()  # the last that had it, even where it has it no longer
        return focused is not None and focused.hasFocus() and part.isAncestorOf(focused)

    def _state(self, now: datetime) -> str:
        countdown = self._countdown
        if countdown is None:
            return self.tr("Not started")
        since = clock_text(countdown.started_at, now)
        if countdown.ended_at is not None:
            done = QLocale().toString(countdown.minutes_done(now), "g", 6)
            if countdown.remaining(now):
                text = self.tr("Stopped after {minutes} min; it began {start}")
            else:
                text = self.tr("Ran {minutes} min; it began {start}")
            return text.format(minutes=done, start=since)
        if countdown.is_paused:
            pause = clock_text(countdown.pauses[-1][0], now)
            return self.tr("Paused since {pause}").format(pause=pause)
        return self.tr("Running since {start}").format(start=since)

    def _half(self) -> str:
        countdown = self._countdown
        if countdown is None or countdown.first_half_minutes is None:
            return ""
        if countdown.switched_at is not None:
            return self.tr("Second half")
        return self.tr("First half")

    def _unsafe(self) -> str:
        return self.tr("This timer could not be kept: it is lost if Drymap is closed.")


def gone_on(countdown: Countdown, now: datetime) -> Countdown:
    """Return a countdown that was stopped by mistake running again; it stood still since."""
    if countdown.ended_at is None:
        return countdown
    again = replace(countdown, ended_at=None)
    return (again if again.is_paused else again.paused(countdown.ended_at)).resumed(now)
