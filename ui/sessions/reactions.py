"""Reactions of the skin or body to a session: any number, each named, placed, graded and dated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.catalog import cautions, terms
from model.records.errors import DiaryError
from model.records.rules import NOTE_LIMIT
from model.records.treatment import Reaction
from ui.sessions.form_fields import Choices
from ui.widgets.choice import Choice
from ui.widgets.layout import heading, quiet
from ui.widgets.region_rows import Box
from ui.widgets.wheel import WheelGuard
from ui.widgets.when import DayField, day_refusal
from ui.words import date_text, sentence, translated, vocabulary

translate = QCoreApplication.translate


class ReactionsEditor(QWidget):
    """The reactions of one session; nothing is stored before the session is."""

    changed = Signal()
    stop_and_ask = Signal(object)  # a Reaction that breaks the skin was entered

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._session = ""
        self._day = date.min
        self._places: tuple[str, ...] = ()
        self._names: Mapping[str, str] = {}
        self._reactions: tuple[Reaction, ...] = ()
        self.rows: dict[str, ReactionRow] = {}
        self.dialog: ReactionDialog | None = None
        self._nothing = quiet(self.tr("none noted"))
        self.add = QPushButton(self.tr("Add a &reaction\u2026"))
        self.add.setMinimumHeight(30)
        self.add.clicked.connect(lambda: self._ask(None))
        self._column = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Reactions")))
        head.addWidget(self._nothing, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(head)
        column.addLayout(self._column)

    @property
    def reactions(self) -> tuple[Reaction, ...]:
        """The reactions that are shown, in the order in which they were entered."""
        return self._reactions

    def offer_places(self, regions: Sequence[str], names: Mapping[str, str]) -> None:
        """Offer the treated regions as places first, and then all others."""
        renamed = dict(names) != dict(self._names)
        self._places, self._names = tuple(regions), dict(names)
        if renamed:
            self._lay_out()

    def show_session(self, session: str, day: date, reactions: tuple[Reaction, ...]) -> None:
        """Show the reactions to a session, by its id; new ones are preset to begin on its day."""
        self._session, self._day, self._reactions = session, day, reactions
        self._lay_out()

    def move_to(self, day: date) -> None:
        """Follow a session that is not stored yet to another day, with what began on its day."""
        self._reactions = tuple(
            replace(each, began=day) if each.began == self._day and not each.gone else each
            for each in self._reactions
        )
        moved, self._day = day != self._day, day
        if moved:
            self._lay_out()

    def _lay_out(self) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        before: QWidget = self.add
        for reaction in self._reactions:
            row = ReactionRow(self._words(reaction))
            row.correct.clicked.connect(lambda _=False, each=reaction: self._ask(each))
            row.delete.clicked.connect(lambda _=False, each=reaction: self._take_out(each))
            self._column.addWidget(row)
            for button in (row.correct, row.delete):
                QWidget.setTabOrder(before, button)
                before = button
            self.rows[reaction.id] = row
        self._nothing.setVisible(not self.rows)

    def _words(self, reaction: Reaction) -> str:
        ended = self.tr("{kind}: {severity}, {began} to {gone}")
        open_ = self.tr("{kind}: {severity}, since {began}")
        line = (ended if reaction.gone else open_).format(
            kind=translated("Reaction", terms.REACTIONS.get(reaction.kind, reaction.kind)),
            severity=severities().get(str(reaction.severity), ""),
            began=date_text(reaction.began),
            gone=date_text(reaction.gone) if reaction.gone else "",
        )
        place = self._names.get(reaction.region or "", reaction.region)
        return f"{line}\n{place}" if place else line

    def _ask(self, reaction: Reaction | None) -> None:
        dialog = self.dialog = ReactionDialog(
            reaction, self._session, self._day, self._clock().date(), self
        )
        dialog.offer_places(self._places, self._names, reaction.region if reaction else None)
        dialog.entered.connect(self._take)
        dialog.open()

    def _take(self, entered: Reaction) -> None:
        before = {each.id: each for each in self._reactions}
        was = before.get(entered.id)
        self._reactions = tuple({**before, entered.id: entered}.values())
        self._lay_out()
        self.changed.emit()
        if _breaks_skin(entered) and not (was and _breaks_skin(was)):
            self.stop_and_ask.emit(entered)

    def _take_out(self, gone: Reaction) -> None:
        self._reactions = tuple(each for each in self._reactions if each.id != gone.id)
        self._lay_out()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class ReactionRow(QWidget):
    """One reaction in words, with the buttons that correct and delete it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(words, textFormat=Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.correct = QPushButton(self.tr("Correct\u2026"))
        self.delete = QPushButton(self.tr("Delete"))
        said = words.replace("\n", ", ")
        self.correct.setAccessibleName(self.tr("Correct {reaction}").format(reaction=said))
        self.delete.setAccessibleName(self.tr("Delete {reaction}").format(reaction=said))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        for button in (self.correct, self.delete):
            button.setMinimumHeight(30)
            row.addWidget(button)


class ReactionDialog(QDialog):
    """Asks for one reaction; `entered` carries it once nothing that is needed is missing."""

    entered = Signal(object)

    def __init__(
        self,
        reaction: Reaction | None,
        session: str,
        day: date,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reaction, self._session, self._today = reaction, session, today
        self.setWindowTitle(self.tr("Correct a reaction") if reaction else self.tr("A reaction"))
        self._make_fields()
        self._lay_out()
        self._severity: str | None = str(reaction.severity) if reaction else None
        self.severity.show_value(self._severity)
        self.kind.pick(reaction.kind if reaction else None)
        self.note.setText(reaction.note if reaction else "")
        self.began.show_day(reaction.began if reaction else day, today)
        gone = reaction.gone if reaction else None
        self.gone.show_day(gone or today, today)
        self.is_gone.setChecked(gone is not None)
        self.kind.setFocus()

    def offer_places(
        self, regions: Sequence[str], names: Mapping[str, str], place: str | None
    ) -> None:
        """Offer the treated regions first, then all others, and show `place`."""
        ordered = [*regions, *(region for region in names if region not in regions)]
        self.place.offer({region: names.get(region, region) for region in ordered})
        if regions:
            self.place.insertSeparator(1 + len(regions))
        self.place.pick(place)

    def accept(self) -> None:
        """Hand the reaction on, or say in one sentence what is missing and stay."""
        refused = self._refusal()
        if refused:
            self._say(*refused)
            return
        reaction = self._made()
        try:
            reaction.check()
        except DiaryError as error:
            self._say(sentence(error), self.note)
            return
        self.entered.emit(reaction)
        super().accept()

    def _refusal(self) -> tuple[str, QWidget] | None:
        if self.kind.chosen is None:
            return self.tr("Say what kind of reaction it was."), self.kind
        if self._severity is None:
            return self.tr("Say how strong it was."), self.severity.button("0")
        why = day_refusal(self.began, self._today)
        if why:
            return why, self.began.text
        if self.is_gone.isChecked():
            why = day_refusal(self.gone, self._today)
            if why:
                return why, self.gone.text
            began, gone = self.began.day, self.gone.day
            if began and gone and gone < began:
                return self.tr("It cannot be gone before it began. Check the days."), self.gone.text
        return None

    def _made(self) -> Reaction:
        kind, severity = self.kind.chosen or "", int(self._severity or 0)
        began = self.began.day or self._today
        blank = Reaction(kind, severity, began, session=self._session)
        return replace(
            self._reaction or blank,
            kind=kind,
            severity=severity,
            began=began,
            gone=self.gone.day if self.is_gone.isChecked() else None,
            region=self.place.chosen,
            note=self.note.text(),
        )

    def _make_fields(self) -> None:
        self.kind = Choices(vocabulary("Reaction", terms.REACTIONS), self.tr("choose"))
        self.place = Choices({})
        self.severity = Choice(self.tr("How strong"), severities())
        self.severity.chosen.connect(self._set_severity)
        self.began = DayField(self.tr("Began"))
        self.is_gone = Box(self.tr("&Gone on"))
        self.gone = DayField(self.tr("Gone on: day"))
        self.gone.hide()
        self.is_gone.toggled.connect(self.gone.setVisible)
        self.note = QLineEdit(maxLength=NOTE_LIMIT)
        self.said = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())  # room for a sentence
        self._wheel = WheelGuard(self)
        self._wheel.guard(self.kind, self.place)

    def _lay_out(self) -> None:
        form = QFormLayout(
            fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow,
            rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows,
        )
        form.addRow(self.tr("&Kind"), self.kind)
        form.addRow(self.tr("&Place"), self.place)
        form.addRow(self.severity)
        form.addRow(self.tr("&Began"), self.began)
        form.addRow(self.is_gone, self.gone)
        form.addRow(self.tr("&Note (not printed)"), self.note)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.setMinimumWidth(380)

    def _set_severity(self, severity: str | None) -> None:
        self._severity = severity

    def _say(self, text: str, field: QWidget) -> None:
        self.said.setText(text)
        field.setAccessibleDescription(text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _breaks_skin(reaction: Reaction) -> bool:
    return reaction.kind in cautions.STOP_REACTIONS.items


def severities() -> dict[str, str]:
    """Return the words for the severity 0 to 3 of a reaction, by its number."""
    return {
        "0": translate("ReactionSeverity", "0 none left"),
        "1": translate("ReactionSeverity", "1 mild"),
        "2": translate("ReactionSeverity", "2 moderate"),
        "3": translate("ReactionSeverity", "3 severe"),
    }
