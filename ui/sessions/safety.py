"""The tab Safety: the emergency line, what to look at, the checklist, and what was dismissed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from model.analysis.notices import Checklist, Finding
from model.catalog.cautions import CAUTIONS, EMERGENCY
from model.catalog.terms import NOTICES
from model.records.person import ContraindicationAnswer, Notice
from ui.sessions.checklist import ChecklistCard, item_name
from ui.sessions.findings import STOP, FindingsCard, cited, wrapped
from ui.sessions.resting import PlainButton
from ui.widgets.layout import Card, Column, heading, named, quiet
from ui.words import date_text, translated

LISTED = frozenset(caution.kind for caution in CAUTIONS.values())
"""The kinds of notices that warn: a weekly question passed over is none of them."""

DISMISSED_AT_ONCE = 8
"""So many dismissed notices are listed; the others behind a button. A convention."""


class SafetyTab(QWidget):
    """What a careful user should see; whoever stores what it tells shows it again."""

    dismissed = Signal(object)  # tuple of Findings
    answered = Signal(object)  # ContraindicationAnswer
    withdrawn = Signal(object)  # ContraindicationAnswer, to be removed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = self.tr("There is nothing to point out now.")
        self._no_more = self.tr("There is nothing to point out but what stands above.")
        self.findings = FindingsCard(nothing=self._nothing)
        self.checklist = ChecklistCard()
        self.log = DismissedCard()
        self.findings.dismissed.connect(self.dismissed)
        self.checklist.answered.connect(self.answered)
        self.checklist.withdrawn.connect(self.withdrawn)
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(QMargins())
        cards.setSpacing(12)
        for card in (self.findings, self.checklist, self.log):
            cards.addWidget(card)
        cards.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(10)
        column.addWidget(EmergencyLine())  # above what scrolls, so that it is always seen
        column.addWidget(Column(inside), 1)

    def show_state(
        self,
        found: Sequence[Finding],
        checklist: Checklist,
        answers: Iterable[ContraindicationAnswer],
        notices: Iterable[Notice],
        names: Mapping[str, str],
        today: date,
    ) -> None:
        """Show what was not dismissed yet, the checklist on `today` and the notices logged.

        What says stop stands above all tabs and is not said here a second time. `names` are of
        regions, as for the other tabs; no text here names one of the user's own.
        """
        del names
        here = [item for item in found if item.kind != STOP]
        self.findings.say_nothing(self._nothing if len(here) == len(found) else self._no_more)
        self.findings.show_findings(here)
        self.checklist.show_state(checklist, answers, today)
        self.log.show_notices(notices)

    def may_press_again(self) -> None:
        """Offer again what was pressed and could not be stored."""
        self.findings.may_press_again()
        self.checklist.may_press_again()


class EmergencyLine(Card):
    """When to get help at once; it is never dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.box.setContentsMargins(16, 8, 16, 8)
        self.box.setSpacing(2)
        self.box.addWidget(wrapped(named(QLabel(translated("Caution", EMERGENCY.text)), "heading")))
        self.box.addWidget(wrapped(quiet(cited(EMERGENCY.sources))))


class DismissedCard(Card):
    """What was dismissed before, so that nothing is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: list[Notice] = []
        self._rows: list[QLabel] = []
        self._unfolded = False
        self._nothing = wrapped(quiet(self.tr("Nothing was dismissed so far.")))
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.more = PlainButton()
        self.more.clicked.connect(self._unfold)
        self.box.addWidget(heading(self.tr("Dismissed before")))
        self.box.addWidget(self._nothing)
        self.box.addLayout(self._column)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._lay_out()

    def show_notices(self, notices: Iterable[Notice]) -> None:
        """List the notices that were dismissed, the latest first."""
        gone = [item for item in notices if item.dismissed_at and item.kind in LISTED]
        gone.sort(key=lambda item: (item.dismissed_at or item.shown_at, item.id), reverse=True)
        if gone != self._notices:
            self._notices = gone
            self._lay_out()

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._lay_out()

    def _lay_out(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        shown = self._notices if self._unfolded else self._notices[:DISMISSED_AT_ONCE]
        self._rows = [wrapped(QLabel(self._said(item))) for item in shown]
        for row in self._rows:
            self._column.addWidget(row)
            row.show()
        hidden = len(self._notices) - DISMISSED_AT_ONCE
        fewer, more = self.tr("Show fewer"), self.tr("Show {count} more")
        self.more.setText(fewer if self._unfolded else more.format(count=max(hidden, 0)))
        self.more.setVisible(hidden > 0)
        self._nothing.setVisible(not shown)

    def _said(self, item: Notice) -> str:
        day = date_text((item.dismissed_at or item.shown_at).date())
        return self.tr("{day}: {kind}").format(
            day=day, kind=translated("Notice", NOTICES[item.kind])
        )


class ToAskLine(QWidget):
    """One line for the head of the page: what to ask the doctor before; hidden where nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "banner")
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.addWidget(self.label)
        self.setVisible(False)

    def show_checklist(self, checklist: Checklist) -> None:
        """Name every item that was answered with yes or not sure."""
        items = ", ".join(item_name(given.item) for given in checklist.to_ask)
        said = self.tr("Ask your doctor before you treat. Answered yes or not sure: {items}")
        self.label.setText(said.format(items=items))
        self.setVisible(bool(items))
