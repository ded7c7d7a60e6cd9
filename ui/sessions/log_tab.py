"""Log an iontophoresis treatment, see those that were done, correct or delete them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.catalog.applicators import APPLICATORS
from model.records.treatment import Course, OwnedApplicator, Reaction, Session
from ui.link import Link
from ui.sessions.form import SessionForm
from ui.sessions.form_draft import Draft, repeated
from ui.sessions.timer import TimerCard
from ui.widgets.layout import card, heading, named, quiet
from ui.words import date_text, translated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.analysis.countdown import Countdown
    from ui.sessions.state import Logged

ID = Qt.ItemDataRole.UserRole


class LogTab(QWidget):
    """The list of sessions beside the form in which one is logged or corrected, and the timer."""

    def __init__(self, link: Link, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._names = names
        self._sessions: dict[str, Session] = {}
        self._reactions: tuple[Reaction, ...] = ()
        self._courses: tuple[Course, ...] = ()
        self._timed: tuple[str, Countdown] | None = None  # session that the form holds, its count
        self._drafts: list[Draft] = []  # half filled, put aside while something else was shown
        self._build()
        for signal in (link.failed, link.future, link.broke):
            signal.connect(self._may_press_again)

    def show_state(self, logged: Logged) -> None:
        """Show what the diary holds; what stands half filled in the form stays."""
        self._sessions = {session.id: session for session in logged.sessions}
        self._reactions, self._courses = logged.reactions, logged.courses
        self.form.offer(logged.owned, self._names, logged.devices, logged.courses)
        self.form.known(logged.sessions)
        self.repeat.setEnabled(bool(logged.sessions))
        if self._link.path is not None:
            self.timer.use(self._link.path)
        last = logged.sessions[-1] if logged.sessions else None
        self.timer.offer(
            last.minutes if last else None,
            last.first_half_minutes if last else None,
            last.polarity if last else None,
        )
        names = {item.id: translated("Applicator", item.name) for item in APPLICATORS.values()}
        names |= {item.applicator: item.name for item in logged.owned if item.name}
        self.list.blockSignals(True)
        self.list.clear()
        rows = [self._row(s, names) for s in reversed(logged.sessions)]
        self.list.addTopLevelItems(rows)
        self.list.setColumnHidden(5, not any(row.text(5) for row in rows))
        self.list.blockSignals(False)

    def _build(self) -> None:
        self.repeat = named(QPushButton(self.tr("Repeat last session")), "primary")
        self.repeat.setToolTip(self.tr("Log a session like the last one, starting now"))
        self.repeat.clicked.connect(self._repeat_last)
        self.repeat.setEnabled(False)
        self.form = SessionForm(self._link.clock)
        self.form.logged.connect(self._log)
        self.form.deleted.connect(self._delete)
        self.form.applicator_wanted.connect(self._ask_for_applicator)
        self.timer = TimerCard(self._link.clock)
        self.timer.ended.connect(self._take_over)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.timer)
        left.addWidget(self._list_card(), 1)
        self.form.abandoned.connect(self.list.clearSelection)
        self.drafts = QPushButton(self.tr("Back to what was half filled"))
        self.drafts.clicked.connect(self._bring_back)
        self.drafts.hide()
        right = QVBoxLayout()
        right.addWidget(self.drafts)
        right.addWidget(self.form, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 10, 0, 0)
        columns.setSpacing(14)
        columns.addLayout(left, 13)
        columns.addLayout(right, 9)

    def _take_over(self, counted: Countdown) -> None:
        """Fill the form with what the timer counted; the timer forgets it once it is stored."""
        again = self._timed is not None and self.form.session_id == self._timed[0]
        if not again:
            self._put_aside()
        ended = counted.ended_at or self._link.clock()
        last = max(self._sessions.values(), key=lambda one: one.started_at, default=None)
        self.form.start_timed(last, counted, ended)
        self._timed = (self.form.session_id, counted)

    def _put_aside(self) -> None:
        """Keep what stands half filled in the form, before the form shows something else."""
        if self.form.is_half_filled:
            self._drafts.append(self.form.draft())
            self._show_drafts()

    def _bring_back(self) -> None:
        """Show again what was put aside last; what stands in the form takes its place."""
        draft = self._drafts.pop()
        self._put_aside()
        self.form.restore(draft)
        self._show_drafts()

    def _show_drafts(self) -> None:
        self.drafts.setVisible(bool(self._drafts))

    def _list_card(self) -> QWidget:
        self.list = QTreeWidget(rootIsDecorated=False, alternatingRowColors=True)
        self.list.setAccessibleName(self.tr("Sessions done"))
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHeaderLabels(
            [
                self.tr("Start"),
                self.tr("Regions"),
                self.tr("Applicator"),
                self.tr("mA"),
                self.tr("min"),
                self.tr("Remarks"),
            ]
        )
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # The regions give way, not the numbers: those are what a doctor looks for.
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.itemSelectionChanged.connect(self._open_selected)
        frame, box = card()
        box.addWidget(heading(self.tr("Done so far")))
        box.addWidget(self.list, 1)
        box.addWidget(quiet(self.tr("Choose a session to correct or delete it.")))
        return frame

    def _row(self, session: Session, names: dict[str, str]) -> QTreeWidgetItem:
        locale = QLocale()
        clock = session.started_at.strftime("%H:%M")
        remarks = [translated("Reaction", kind) for kind in self._reaction_names(session)]
        if session.completed is False:
            remarks.insert(0, self.tr("stopped early"))
        if session.note:
            remarks.append(session.note.splitlines()[0])
        item = QTreeWidgetItem(
            [
                f"{date_text(session.started_at.date())}  {clock}",
                ", ".join(self._names.get(region, region) for region in session.regions),
                ", ".join(names.get(applicator, applicator) for applicator in session.applicators),
                "" if session.current_ma is None else locale.toString(session.current_ma, "g", 6),
                "" if session.minutes is None else locale.toString(session.minutes, "g", 6),
                "; ".join(remarks),
            ]
        )
        item.setData(0, ID, session.id)
        for number in (3, 4):
            item.setTextAlignment(number, Qt.AlignmentFlag.AlignRight)
        return item

    def _reaction_names(self, session: Session) -> list[str]:
        from model.catalog.terms import REACTIONS

        return [REACTIONS[r.kind] for r in self._reactions if r.session == session.id]

    def _open_selected(self) -> None:
        chosen = self.list.selectedItems()
        if chosen:
            session = self._sessions[chosen[0].data(0, ID)]
            mine = tuple(r for r in self._reactions if r.session == session.id)
            if self.form.session_id != session.id:
                self._put_aside()
            self.form.correct(session, mine)

    def _may_press_again(self) -> None:
        self.form.log.setEnabled(True)
        self.repeat.setEnabled(bool(self._sessions))

    def showEvent(self, event: QShowEvent) -> None:
        """Let a new session start now, not when the page was last seen."""
        super().showEvent(event)
        self.form.start_now()

    def _log(self, session: Session, reactions: tuple[Reaction, ...]) -> None:
        known = session.id in self._sessions
        title_text = self.tr("Session corrected") if known else self.tr("Session logged")
        kept = {reaction.id for reaction in reactions}
        gone = tuple(r for r in self.form.shown_reactions if r.id not in kept)
        self._link.put(
            lambda diary: (session, *reactions),
            title_text,
            lambda _: self._was_logged(session.id),
            gone,
        )

    def _was_logged(self, session: str) -> None:
        """Forget the count of the session that is stored now, and no other; empty the form."""
        if self._timed is not None and self._timed[0] == session:
            if self.timer.countdown == self._timed[1]:
                self.timer.forget()
            self._timed = None
        if self.form.session_id == session:  # else something else is being filled in already
            self.form.start_new()

    def _delete(self, session: Session) -> None:
        mine = tuple(r for r in self._reactions if r.session == session.id)
        title_text = self.tr("Session deleted")
        self._link.run(
            lambda diary: diary.remove(session, *mine, title=title_text),
            lambda _: self._was_deleted(session.id),
        )

    def _was_deleted(self, session: str) -> None:
        if self.form.session_id == session:
            self.form.start_new()

    def _ask_for_applicator(self) -> None:
        from ui.sessions.own_applicator import OwnApplicatorDialog

        self.dialog = OwnApplicatorDialog(self._names, self)
        self.dialog.named.connect(self._store_applicator)
        self.dialog.open()

    def _store_applicator(self, applicator: OwnedApplicator) -> None:
        title_text = self.tr("Applicator: {name}").format(name=applicator.name)
        dialog = self.dialog
        self._link.put(lambda diary: (applicator,), title_text, lambda _: dialog.accept())

    def _repeat_last(self) -> None:
        from model.records.rules import new_id

        if self.repeat.hasFocus():
            self.list.setFocus()  # else it slips to whatever comes next, a Dismiss for instance
        self.repeat.setEnabled(False)  # until it is stored: a double click is one session
        last = max(self._sessions.values(), key=lambda session: session.started_at)
        self._link.put(
            lambda diary: (repeated(last, diary.now(), new_id(), self._courses),),
            self.tr("Session logged like the last one"),
        )
