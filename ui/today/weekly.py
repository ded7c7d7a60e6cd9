"""The question of the week, offered and never asked twice: the HDSS, one press to answer."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.layout import heading, named, quiet
from ui.words import translated


class AnswerButton(QPushButton):
    """A button with a number and its wording, which wraps where a button's own text would not."""

    def __init__(self, number: int, wording: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, checkable=True)
        self.setMinimumHeight(34)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(QMargins(12, 6, 12, 6))
        line.setSpacing(10)
        for text, stretch in ((str(number), 0), (wording, 1)):
            label = QLabel(text, textFormat=Qt.TextFormat.PlainText, wordWrap=stretch > 0)
            label.setForegroundRole(QPalette.ColorRole.ButtonText)
            font = label.font()
            font.setBold(not stretch)
            label.setFont(font)
            line.addWidget(label, stretch)

    def sizeHint(self) -> QSize:
        """Ask for the room of the words, not for that of a button without any."""
        return self._line.sizeHint()


class WeeklyCard(QFrame):
    """The HDSS of the past week; the page shows the card where it is due."""

    answered = Signal(int)  # 1..4
    passed_over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        from model.catalog.scales import INSTRUMENTS  # kept off the way to the first paint

        super().__init__(parent)
        named(self, "card")
        self.answers: dict[int, AnswerButton] = {}
        question = heading(self.tr("How was the past week? (HDSS)"))
        question.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.addWidget(question)
        for number, text in INSTRUMENTS["hdss"].answers.items():
            box.addWidget(self._answer(number, translated("Scale", text)))
        origin = quiet(translated("Scale", INSTRUMENTS["hdss"].licence))
        origin.setWordWrap(True)
        self.pass_over = QPushButton(self.tr("Not this week"), flat=True, minimumHeight=30)
        self.pass_over.clicked.connect(self.passed_over)
        box.addWidget(self.pass_over, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(origin)

    def show_answer(self, score: int | None) -> None:
        """Mark the answer of today, None where there is none yet."""
        for number, button in self.answers.items():
            button.setChecked(number == score)
        self.pass_over.setVisible(score is None)

    def _answer(self, number: int, wording: str) -> AnswerButton:
        button = AnswerButton(number, wording)
        button.setAccessibleName(
            self.tr("Past week, HDSS {number}: {wording}").format(number=number, wording=wording)
        )
        button.clicked.connect(lambda: self.answered.emit(number))
        self.answers[number] = button
        return button
