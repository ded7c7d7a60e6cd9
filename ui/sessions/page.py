"""Sessions: log an iontophoresis treatment, see those that were done, correct or delete them."""

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
from model.records.person import OwnRegion
from model.records.treatment import OwnedApplicator, Reaction, Session
from ui.link import Link
from ui.sessions.form import SessionForm
from ui.widgets.layout import card, header, heading, named, quiet, title
from ui.widgets.page import Page
from ui.words import date_text, region_names, translated

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.snapshot import Change

    Everything = tuple[
        tuple[Session, ...],
        tuple[Reaction, ...],
        tuple[OwnedApplicator, ...],
        tuple[OwnRegion, ...],
    ]

ID = Qt.ItemDataRole.UserRole


class SessionsPage(Page):
    """The list of sessions beside the form in which one is logged or corrected."""

    KINDS = frozenset({"session", "reaction", "owned_applicator", "own_region"})

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._names = region_names()
        self._sessions: dict[str, Session] = {}
        self._reactions: tuple[Reaction, ...] = ()
        self._build()
        for signal in (link.failed, link.future, link.broke):
            signal.connect(self._may_press_again)

    def refresh(self) -> None:
        """Read the sessions again from the diary."""
        self._link.read(_everything, self._show)

    def _build(self) -> None:
        self._counts = quiet()
        self.repeat = named(QPushButton(self.tr("Repeat last session")), "primary")
        self.repeat.setToolTip(self.tr("Log a session like the last one, starting now"))
        self.repeat.clicked.connect(self._repeat_last)
        self.repeat.setEnabled(False)
        self.form = SessionForm(self._link.clock)
        self.form.logged.connect(self._log)
        self.form.deleted.connect(self._delete)
        self.form.applicator_wanted.connect(self._ask_for_applicator)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self._list_card(), 13)
        self.form.abandoned.connect(self.list.clearSelection)
        columns.addWidget(self.form, 9)
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 16, 22, 16)
        page.addLayout(header(title(self.tr("Sessions")), self._counts, self.repeat))
        page.addLayout(columns, 1)

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
        self.list.header().setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
        self.list.itemSelectionChanged.connect(self._open_selected)
        frame, box = card()
        box.addWidget(heading(self.tr("Done so far")))
        box.addWidget(self.list, 1)
        box.addWidget(quiet(self.tr("Choose a session to correct or delete it.")))
        return frame

    def _show(self, answer: Everything) -> None:
        sessions, self._reactions, owned, own_regions = answer
        self._names.update({region.id: region.name for region in own_regions})
        self._sessions = {session.id: session for session in sessions}
        self.form.offer(owned, self._names)
        self.repeat.setEnabled(bool(sessions))
        self._counts.setText(
            self.tr("{count} logged").format(count=len(sessions))
            if sessions
            else self.tr("No session is logged yet. Fill in the form and press Log session.")
        )
        names = {item.id: translated("Applicator", item.name) for item in APPLICATORS.values()}
        names |= {item.applicator: item.name for item in owned if item.name}
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addTopLevelItems([self._row(s, names) for s in reversed(sessions)])
        self.list.blockSignals(False)

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
        self._link.put(lambda diary: (session, *reactions), title_text, self._was_logged, gone)

    def _was_logged(self, _: Change | None) -> None:
        self.form.start_new()

    def _delete(self, session: Session) -> None:
        mine = tuple(r for r in self._reactions if r.session == session.id)
        title_text = self.tr("Session deleted")
        self._link.run(
            lambda diary: diary.remove(session, *mine, title=title_text), self._was_logged
        )

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
        from dataclasses import replace

        from model.records.rules import new_id

        self.repeat.setEnabled(False)  # until it is stored: a double click is one session
        last = max(self._sessions.values(), key=lambda session: session.started_at)

        def copy(diary: Diary) -> tuple[Session]:
            fresh = replace(
                last,
                id=new_id(),
                started_at=diary.now(),
                completed=None,
                stop_reason=None,
                sensation=None,
                interruptions=None,
                note="",
            )
            return (fresh,)

        self._link.put(copy, self.tr("Session logged like the last one"))


def _everything(diary: Diary) -> Everything:
    sessions = sorted(diary.of(Session), key=lambda session: session.started_at)
    return tuple(sessions), diary.of(Reaction), diary.of(OwnedApplicator), diary.of(OwnRegion)
