"""Two notes of a day, stored while they are typed: one for the doctor, one for oneself."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, QMimeData, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.layout import heading, quiet
from ui.widgets.wheel import WheelGuard

PAUSE_MS = 3000
"""A note is stored when no key was pressed for so long, so that a crash loses little."""

LINES = 3


class NotesCard(QFrame):
    """The note that may be printed and the private one; no button stores them."""

    changed = Signal(str, object)  # field of DayContext (note, private_note) and its text

    def __init__(self, parent: QWidget | None = None, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._day: date | None = None
        self.note = NoteField(self.tr("Note for the doctor's page"), pause_ms)
        self.private_note = NoteField(self.tr("Private note"), pause_ms)
        self.note.written.connect(lambda text: self.changed.emit("note", text))
        self.private_note.written.connect(lambda text: self.changed.emit("private_note", text))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 10)
        box.setSpacing(4)
        self._add(box, self.note, self.tr("may be printed"))
        self._add(box, self.private_note, self.tr("never printed, but in exports"))

    def show_notes(self, note: str, private_note: str, day: date | None = None) -> None:
        """Show what the diary holds; what is being typed on the same day stays as it is.

        Before another day is shown, `finish` must have stored what was typed on this one.
        """
        another = day != self._day
        self._day = day
        self.note.show_note(note, another)
        self.private_note.show_note(private_note, another)

    def finish(self) -> None:
        """Store what is being typed; what is shown next takes its place."""
        self.note.finish()
        self.private_note.finish()

    def hideEvent(self, event: QHideEvent) -> None:
        """Store what is being typed."""
        self.note.write()
        self.private_note.write()
        super().hideEvent(event)

    def _add(self, box: QVBoxLayout, field: NoteField, who_sees_it: str) -> None:
        label, remark = heading(field.accessibleName()), quiet(who_sees_it)
        label.setBuddy(field)
        remark.setWordWrap(True)
        field.setAccessibleDescription(who_sees_it)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(remark, 1)
        refusal = quiet()
        refusal.setWordWrap(True)
        refusal.hide()
        field.refused.connect(lambda: self._say_too_long(refusal))
        field.textChanged.connect(refusal.hide)
        for part in (field, refusal):
            if part is field:
                box.addLayout(head)
            box.addWidget(part)

    def _say_too_long(self, label: QLabel) -> None:
        label.setText(
            self.tr(
                "A note holds at most {limit} characters: nothing was added. Shorten it first."
            ).format(limit=QLocale().toString(_limit()))
        )
        label.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # slow to load, seldom needed

        QAccessible.updateAccessibility(QAccessibleEvent(label, QAccessible.Event.Alert))


class NoteField(QPlainTextEdit):
    """A small field of plain text that hands its text on when a pause or the end of typing comes.

    Text that the diary did not confirm yet is never replaced by what the diary holds.
    """

    written = Signal(str)
    refused = Signal()  # more than a note may hold was to be added

    def __init__(self, name: str, pause_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, tabChangesFocus=True)
        self.setObjectName("note")
        self.setAccessibleName(name)
        self._shown = ""  # the text as the field held it when it was shown last
        self._sent = ""  # shown or handed on last
        self._finished = False
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 14)
        self._wheel = WheelGuard(self)
        self._wheel.guard(self, self.viewport())  # passing over it, the page scrolls
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self.write)
        self.textChanged.connect(self._pause.start)

    def note(self) -> str:
        """Return the text with plain line ends; unlike toPlainText it keeps hard spaces."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_note(self, text: str, another: bool) -> None:
        """Show the stored text, unless other text is being typed; `another` day always shows."""
        untouched = self.note() == self._shown or (self._finished and self.note() == self._sent)
        if another or untouched:
            self._replace(text)
            self._shown = self.note()
            self._pause.stop()
        elif text == self.note():
            self._shown = text
        self._sent = self._shown if another or untouched else text
        self._finished = False

    def was_stored(self, text: object) -> None:
        """Let what the diary holds replace this text, unless it was changed meanwhile."""
        if text == self.note():
            self._shown = self.note()

    def write(self) -> None:
        """Hand the text on, if it was changed since it was shown or handed on."""
        self._pause.stop()
        text = self.note()
        if text != self._sent:
            self._sent = text
            self.written.emit(text)

    def finish(self) -> None:
        """Hand the text on and make room for another."""
        self.write()
        self._finished = True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuse letters for which there is no room."""
        letters = event.text()
        if letters and (letters.isprintable() or letters in "\r\n") and self._room() < 1:
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Refuse composed letters for which there is no room."""
        if len(event.commitString()) > self._room():
            self.refused.emit()
        else:
            super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Refuse a paste for which there is no room, as a whole: half of it would be lost."""
        if len(source.text()) > self._room():
            self.refused.emit()
        else:
            super().insertFromMimeData(source)

    def _room(self) -> int:
        return _limit() - len(self.note()) + len(self.textCursor().selectedText())

    def _replace(self, text: str) -> None:
        """Set the text where it differs, and leave the cursor where it was."""
        if text.replace("\r\n", "\n").replace("\r", "\n") == self.note():
            return
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)


def _limit() -> int:
    from model.records.rules import NOTE_LIMIT

    return NOTE_LIMIT
