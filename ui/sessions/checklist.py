"""The contraindication checklist: asked with its sources, never answered for anybody or cleared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from model.analysis.notices import Checklist
from model.analysis.sentences import span_text
from model.catalog.cautions import CAUTIONS
from model.catalog.terms import ANSWERS
from model.catalog.treatments import CONTRAINDICATIONS, Contraindication
from model.records.person import ContraindicationAnswer
from model.records.rules import NOTE_LIMIT
from model.text import QT_TRANSLATE_NOOP
from ui.sessions.findings import cited, source_text, wrapped
from ui.sessions.resting import PlainButton
from ui.widgets.choice import Choice
from ui.widgets.layout import FINGER, Card, heading, named, quiet
from ui.words import date_text, translated, vocabulary

ASK = CAUTIONS["ask_before"]
CITED = tuple(dict.fromkeys(one for item in CONTRAINDICATIONS.values() for one in item.sources))
NUMBERS = {source: number for number, source in enumerate(CITED, start=1)}
"""Source -> the number by which a question names it; the list stands below the questions."""

DETAIL = QT_TRANSLATE_NOOP("Checklist", "{detail} [{numbers}]")
LISTED = QT_TRANSLATE_NOOP("Checklist", "[{number}] {source}")


class ChecklistCard(Card):
    """What was answered and when, why it is asked again, and the questions while they are open.

    While they are open nothing changes above them: they would move under the hand.
    """

    answered = Signal(object)  # ContraindicationAnswer, to be stored at once
    withdrawn = Signal(object)  # ContraindicationAnswer that was pressed again: taken back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self._state: Checklist | None = None
        self._given: dict[str, ContraindicationAnswer] = {}  # since the questions were opened
        self._pending: set[str] = set()  # items whose answer was not seen in the diary yet
        self.questions: dict[str, Question] = {}
        self._was_closed = False
        self._build()

    @property
    def is_open(self) -> bool:
        """Whether the questions are shown."""
        return bool(self.questions)

    def show_state(
        self, state: Checklist, answers: Iterable[ContraindicationAnswer], today: date
    ) -> None:
        """Show what the diary holds; what was never answered is asked without a press."""
        self._state, self._today = state, today
        held = {(given.item, given.day): given for given in answers}
        self._compare(held)
        if not self.is_open:
            self._show_head(state)
            if state.unanswered and not self._was_closed:
                self._open(state.unanswered)
        self._show_answers(state)

    def may_press_again(self) -> None:
        """Take back what is shown as answered and could not be stored."""
        for item in self._pending:
            self._given.pop(item, None)
        self._pending.clear()
        self._show_given()

    def _build(self) -> None:
        says = wrapped(
            quiet(
                self.tr(
                    "What makers' manuals and hospital leaflets name as reasons to ask a doctor"
                    " first; the numbers in brackets are their sources, listed below. The answers"
                    " stay in your diary and stand in the report."
                )
            )
        )
        self.why, self.why_cited = wrapped(QLabel()), wrapped(quiet())
        self.asked = wrapped(quiet())
        self.toggle = PlainButton()
        self.toggle.clicked.connect(self._toggle)
        self._questions = _column(14)
        self._all_answered = wrapped(quiet(self.tr("All of these questions are answered.")))
        self.ask, self.ask_cited = wrapped(named(QLabel(), "heading")), wrapped(quiet())
        self.ask.setText(translated("Caution", ASK.text))
        self.ask_cited.setText(cited(ASK.sources))
        self._to_ask = _column(6)
        self.answered_no = wrapped(quiet())
        self.box.setSpacing(8)
        self.box.addWidget(heading(self.tr("Checklist before treating")))
        for part in (says, self.why, self.why_cited, self.asked):
            self.box.addWidget(part)
        self.box.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        below: tuple[QWidget, ...] = (self._questions, self._all_answered, self.ask, self._to_ask)
        for part_below in (*below, self.ask_cited, self.answered_no, _list_of_sources()):
            self.box.addWidget(part_below)
        self._name_toggle()

    def _toggle(self) -> None:
        if self._state is None:
            return
        if self.is_open:
            self._close()
        else:
            self._open(self._state.unanswered or tuple(CONTRAINDICATIONS))

    def _open(self, items: Iterable[str]) -> None:
        """Ask with nothing preselected, not even what was answered before."""
        for item in items:
            question = self.questions[item] = Question(CONTRAINDICATIONS[item])
            question.chosen.connect(self._answer)
            question.noted.connect(self._note)
            _add(self._questions, question)
        self._name_toggle()
        self._show_given()

    def _close(self) -> None:
        _clear(self._questions)  # a note that is being typed loses the focus and is told
        self.questions, self._was_closed = {}, True
        self._given.clear()
        self._pending.clear()
        self._name_toggle()
        self._show_given()
        if self._state is not None:
            self._show_head(self._state)

    def _name_toggle(self) -> None:
        first = self._state is None or bool(self._state.unanswered)
        again = self.tr("Answer the questions") if first else self.tr("Answer again")
        self.toggle.setText(self.tr("Close the questions") if self.is_open else again)

    def _answer(self, item: str, answer: str | None) -> None:
        if self._today is None:
            return
        if answer is None:
            taken = self._given.pop(item, None)
            self._pending.discard(item)
            self._show_given()
            if taken is not None:
                self.withdrawn.emit(taken)
            return
        note = self.questions[item].note.text().strip() if answer != "no" else ""
        self._store(ContraindicationAnswer(item, self._today, answer, note))

    def _note(self, item: str, note: str) -> None:
        given = self._given.get(item)
        if given is not None and given.answer != "no" and given.note != note:
            self._store(replace(given, note=note))

    def _store(self, answer: ContraindicationAnswer) -> None:
        self._given[answer.item] = answer
        self._pending.add(answer.item)
        self._show_given()
        self.answered.emit(answer)

    def _compare(self, held: Mapping[tuple[str, date], ContraindicationAnswer]) -> None:
        """Follow the diary, where an answer may have been undone."""
        for item, given in tuple(self._given.items()):
            now = held.get((item, given.day))
            if now == given:
                self._pending.discard(item)
            elif item not in self._pending:
                self._given.pop(item)
                self._given |= {} if now is None else {item: now}
        self._show_given()

    def _show_given(self) -> None:
        for item, question in self.questions.items():
            question.show_answer(self._given.get(item))
        self._all_answered.setVisible(self.is_open and self.questions.keys() <= self._given.keys())

    def _show_head(self, state: Checklist) -> None:
        why = state.why
        self.why.setText(why.said(translated) if why else "")
        said = next((c for c in CAUTIONS.values() if why is not None and c.text == why.text), None)
        self.why_cited.setText(cited(said.sources) if said else "")
        days = [given.day for given in state.answers]
        self.asked.setText(
            self.tr("Asked last: {days}").format(days=span_text(min(days), max(days), translated))
            if days
            else ""
        )
        for label in (self.why, self.why_cited, self.asked):
            label.setVisible(bool(label.text()))
        self._name_toggle()

    def _show_answers(self, state: Checklist) -> None:
        """List what is to be asked with its sources, and name the rest."""
        _clear(self._to_ask)
        for given in state.to_ask:
            item = CONTRAINDICATIONS[given.item]
            _add(self._to_ask, wrapped(QLabel(self._said(given))))
            _add(self._to_ask, wrapped(quiet(detail(item))))
        for part in (self.ask, self.ask_cited, self._to_ask):
            part.setVisible(bool(state.to_ask))
        no = [item_name(given.item) for given in state.answers if given.answer == "no"]
        said = self.tr("Answered no: {items}.").format(items="; ".join(no))
        self.answered_no.setText(said if no else "")
        self.answered_no.setVisible(bool(no))

    def _said(self, given: ContraindicationAnswer) -> str:
        text = self.tr("{item}: {answer}, {day}")
        if given.note:
            text = self.tr("{item}: {answer}, {day}. Note: {note}")
        return text.format(
            item=item_name(given.item),
            answer=translated("Answer", ANSWERS[given.answer]),
            day=date_text(given.day),
            note=given.note,
        )


class Question(QWidget):
    """One item with what sources say of it, its answers, and a note where it is to be asked."""

    chosen = Signal(str, object)  # item, and a key of ANSWERS or None
    noted = Signal(str, str)

    def __init__(self, item: Contraindication) -> None:
        super().__init__()
        name = item_name(item.id)
        self.item = item.id
        self.choice = _Answers(name)
        self.choice.chosen.connect(lambda answer: self.chosen.emit(item.id, answer))
        self.ask = wrapped(QLabel(translated("Caution", ASK.text)))
        self.note = named(QLineEdit(maxLength=NOTE_LIMIT), "tag")
        self.note.setMinimumHeight(FINGER)
        self.note.setPlaceholderText(self.tr("Note, for instance what your doctor said"))
        self.note.setAccessibleName(self.tr("{question}: note").format(question=name))
        self.note.editingFinished.connect(self.flush)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(4)
        title = wrapped(named(QLabel(name[:1].upper() + name[1:]), "heading"))
        for part in (title, wrapped(quiet(detail(item))), self.choice, self.ask, self.note):
            column.addWidget(part)

    def show_answer(self, given: ContraindicationAnswer | None) -> None:
        """Show what was answered since the questions were opened, None for nothing yet."""
        self.choice.show_value(given.answer if given else None)
        to_ask = given is not None and given.answer != "no"
        if given is not None and not self.note.hasFocus():
            self.note.setText(given.note)
        self.ask.setVisible(to_ask)
        self.note.setVisible(to_ask)

    def flush(self) -> None:
        """Tell what was typed so far."""
        self.noted.emit(self.item, self.note.text().strip())


class _Answers(Choice):
    """Yes, no or not sure; the question stands above them, where its lines can break."""

    def __init__(self, name: str) -> None:
        super().__init__(name, vocabulary("Answer", ANSWERS))
        for label in self.findChildren(QLabel):
            label.hide()


def item_name(item: str) -> str:
    """Return what an item of the checklist is called."""
    return translated("Contraindication", CONTRAINDICATIONS[item].name)


def detail(item: Contraindication) -> str:
    """Return what sources say of an item, with their numbers."""
    said = translated("Contraindication", item.detail)
    numbers = ", ".join(map(str, sorted(NUMBERS[source] for source in item.sources)))
    return translated("Checklist", DETAIL).format(detail=said, numbers=numbers)


def _list_of_sources() -> QWidget:
    text = translated("Checklist", LISTED)
    column = _column(2)
    for source, number in NUMBERS.items():
        _add(column, wrapped(quiet(text.format(number=number, source=source_text(source)))))
    return column


def _column(spacing: int) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(QMargins())
    column.setSpacing(spacing)
    return part


def _add(column: QWidget, part: QWidget) -> None:
    layout = column.layout()
    if layout is not None:
        layout.addWidget(part)
        part.show()  # now, not with the next event: Tab may come to it


def _clear(column: QWidget) -> None:
    layout = column.layout()
    while layout is not None and (item := layout.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
