"""The questions for the next visit: asked here, printed on the page, marked when answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.link import Link
from ui.widgets.layout import FINGER, Card, heading, quiet

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.person import Question

LIMIT = 1000


class QuestionsCard(Card):
    """A line to write a question into, and the questions that wait for an answer."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._shown: tuple[Question, ...] | None = None
        self.line = QLineEdit(maxLength=LIMIT, minimumHeight=FINGER)
        self.line.setPlaceholderText(self.tr("Ask at the next visit"))
        self.line.setAccessibleName(self.tr("Question for the next visit"))
        self.line.returnPressed.connect(self._ask)
        self.add = QPushButton(self.tr("Add"), minimumHeight=FINGER)
        self.add.setAccessibleName(self.tr("Add the question"))
        self.add.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        self.box.addWidget(heading(self.tr("My questions")))
        self.box.addLayout(row)
        self._rows = QVBoxLayout()
        self.box.addLayout(self._rows)
        self.none = quiet(self.tr("No question waits for an answer."))
        self.none.setWordWrap(True)
        self.box.addWidget(self.none)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show those that are not answered, in the order in which they were asked."""
        waiting = tuple(
            sorted((it for it in questions if it.answered is None), key=lambda it: it.asked)
        )
        if waiting == self._shown:
            return
        self._shown = waiting
        while (old := self._rows.takeAt(0)) is not None:
            if (row := old.widget()) is not None:
                row.deleteLater()
        for question in waiting:
            self._rows.addWidget(self._row(question))
        self.none.setVisible(not waiting)

    def _row(self, question: Question) -> QWidget:
        row = QWidget()
        text = QLabel(question.text, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        text.setMinimumWidth(1)
        answered = QPushButton(self.tr("Answered"), minimumHeight=FINGER)
        remove = QPushButton(self.tr("Remove"), minimumHeight=FINGER)
        for button in (answered, remove):
            name = self.tr("{button}: {question}")
            button.setAccessibleName(name.format(button=button.text(), question=question.text))
        answered.clicked.connect(lambda: self._mark(question))
        remove.clicked.connect(lambda: self._remove(question))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(answered)
        buttons.addWidget(remove)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(text)
        column.addLayout(buttons)
        return row

    def _ask(self) -> None:
        text = self.line.text().strip()
        if not text:
            return
        asked = self._link.clock().date()

        def records(diary: Diary) -> tuple[Question, ...]:
            from model.records.person import Question

            del diary
            return (Question(text, asked),)

        self._link.put(records, self.tr("Question"), lambda change: self.line.clear())

    def _mark(self, question: Question) -> None:
        today: date = self._link.clock().date()
        answered = replace(question, answered=max(today, question.asked))
        self._link.put(lambda diary: (answered,), self.tr("Question answered"))

    def _remove(self, question: Question) -> None:
        title = self.tr("Question removed")
        self._link.run(lambda diary: diary.remove(question, title=title))
