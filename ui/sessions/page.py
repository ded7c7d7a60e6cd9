"""Sessions: log a treatment, follow a plan, see what is at hand and what to be careful about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTabWidget, QVBoxLayout, QWidget

from model.records.person import FollowedRegion, Notice
from ui.link import Link
from ui.reminder import DISCREET, reminder_time
from ui.sessions.findings import FindingsCard
from ui.sessions.log_tab import LogTab
from ui.sessions.safety import ToAskLine
from ui.sessions.state import Judged, Logged, is_child, read_judged, read_logged
from ui.settings import settings
from ui.widgets.layout import header, quiet, title
from ui.widgets.page import Page
from ui.words import region_names, translated

if TYPE_CHECKING:
    from model.analysis.notices import Finding
    from model.diary import Diary
    from model.records.rules import Record
    from model.records.treatment import Reaction
    from ui.sessions.at_hand import AtHandTab
    from ui.sessions.others import OthersTab
    from ui.sessions.plan_tab import PlanTab
    from ui.sessions.safety import SafetyTab


PLAN, AT_HAND, SAFETY, OTHERS = 1, 2, 3, 4
"""Places of the tabs behind the log."""


class SessionsPage(Page):
    """Tabs, made when they are first shown; what must not be overlooked stands above them."""

    KINDS = frozenset(
        {"session", "reaction", "owned_applicator", "own_region", "device", "course", "rating"}
        | {"co_treatment", "event", "followed_region", "contraindication_answer", "notice"}
        | {"profile", "day_context", "baseline", "induction"}
    )

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._names = region_names()
        self.logged: Logged | None = None
        self._judged: Judged | None = None
        self._reads = self._presses = 0
        self._build()
        link.writing.connect(self._was_pressed)
        link.unchanged.connect(self._read_again)
        for refusal in (link.failed, link.future, link.broke):
            refusal.connect(self._was_refused)

    def refresh(self) -> None:
        """Read the treatment again, then what the whole diary says of it."""
        reads = self._reads = self._reads + 1
        presses = self._presses
        self._link.read(read_logged, lambda logged: self._show(logged, reads, presses))

    def take_up_timer(self, diary: Path) -> None:
        """Let a timer that still runs for a diary give its cues, before the page is ever shown."""
        self.log.timer.use(diary)

    def _build(self) -> None:
        self._counts = quiet()
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName(self.tr("Parts of this page"))
        self.log = LogTab(self._link, self._names)
        self.form, self.list, self.repeat = self.log.form, self.log.list, self.log.repeat
        self.form.stop_and_ask.connect(self._stop_and_ask)
        self.to_ask = ToAskLine()
        self.before = QPushButton(flat=True)
        self.before.setToolTip(self.tr("Open the checklist before treating"))
        self.before.clicked.connect(lambda: self.tabs.setCurrentIndex(SAFETY))
        self.before.hide()
        self.urgent = FindingsCard(rest=self.log.list, compact=True)
        self.urgent.dismissed.connect(self._dismiss)
        self.urgent.hide()
        self.tabs.addTab(self.log, self.tr("Log"))
        self._made: dict[int, QWidget] = {0: self.log}
        self._places = [self.log, *(QWidget() for _ in range(4))]
        names = (
            self.tr("Plan"),
            self.tr("At hand"),
            self.tr("Safety"),
            self.tr("Other treatments"),
        )
        for place, name in zip(self._places[1:], names, strict=True):
            self.tabs.addTab(place, name)
        self.tabs.currentChanged.connect(self._show_tab)
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 12, 22, 12)
        page.addLayout(header(title(self.tr("Sessions")), self._counts, self.repeat))
        page.addWidget(self.to_ask)
        page.addWidget(self.before, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self.urgent)
        page.addWidget(self.tabs, 1)

    def _read_again(self) -> None:
        if self.isVisible():
            self.refresh()

    def _was_refused(self, error: object, is_write: object = True) -> None:
        """Let everything be pressed again, and show what is stored."""
        self.urgent.may_press_again()
        if SAFETY in self._made:
            self.safety.may_press_again()
        for number, tab in self._dialogs().items():
            if number in self._made:
                tab().may_press_again()
        if is_write:
            self._read_again()

    def _was_pressed(self) -> None:
        self._presses += 1

    def _is_old(self, reads: int, presses: int) -> bool:
        """Tell whether an answer is not to be shown; what was pressed meanwhile is read again."""
        if reads == self._reads and presses != self._presses:
            self.refresh()
        return reads != self._reads or presses != self._presses

    def _show(self, logged: Logged, reads: int, presses: int) -> None:
        if self._is_old(reads, presses):
            return
        self.logged = logged
        self._names.clear()
        self._names.update(region_names())
        self._names.update({region.id: region.name for region in logged.own_regions})
        self._counts.setText(
            self.tr("{count} logged").format(count=len(logged.sessions))
            if logged.sessions
            else self.tr("No session is logged yet. Fill in the form and press Log session.")
        )
        self.log.show_state(logged)
        ceilings = own_ceilings()
        self._link.read(
            lambda diary: read_judged(diary, logged, ceilings),
            lambda judged: self._show_judged(judged, reads, presses),
        )

    def _show_judged(self, judged: Judged, reads: int, presses: int) -> None:
        if self._is_old(reads, presses):
            return
        self._judged = judged
        self.to_ask.show_checklist(judged.checklist)
        why = judged.checklist.why
        self.before.setVisible(why is not None)
        self.before.setText(
            self.tr("{why} Open the checklist\u2026").format(why=why.said(translated))
            if why
            else ""
        )
        urgent = [found for found in judged.found if found.kind == "skin_reaction"]
        self.urgent.show_findings(urgent)
        found = len(judged.found) - len(urgent)  # those stand above the tabs
        self.tabs.setTabText(
            SAFETY, self.tr("Safety ({count})").format(count=found) if found else self.tr("Safety")
        )
        self._fill(self.tabs.currentIndex())

    def _show_tab(self, index: int) -> None:
        if index not in self._made:
            made = self._made[index] = self._make(index)
            layout = QVBoxLayout(self._places[index])
            layout.setContentsMargins(0, 10, 0, 0)
            layout.addWidget(made)
        self._fill(index)

    def _make(self, index: int) -> QWidget:
        makers: dict[int, Callable[[], QWidget]] = {
            PLAN: self._make_plan,
            AT_HAND: self._make_at_hand,
            SAFETY: self._make_safety,
            OTHERS: self._make_others,
        }
        return makers[index]()

    def _make_plan(self) -> QWidget:
        from ui.sessions.plan_tab import PlanTab

        self.plan: PlanTab = PlanTab()
        self.plan.put.connect(self._put)
        self.plan.removed.connect(self._remove)
        self.plan.export_wanted.connect(self._ask_for_calendar)
        return self.plan

    def _make_at_hand(self) -> QWidget:
        from ui.sessions.at_hand import AtHandTab

        self.at_hand: AtHandTab = AtHandTab()
        self.at_hand.put.connect(self._put)
        self.at_hand.removed.connect(self._remove)
        self.at_hand.bother_chosen.connect(self._set_bother)
        self.at_hand.ceiling_chosen.connect(lambda *_: self.refresh())
        return self.at_hand

    def _make_safety(self) -> QWidget:
        from ui.sessions.safety import SafetyTab

        self.safety: SafetyTab = SafetyTab()
        self.safety.answered.connect(self._put)
        self.safety.withdrawn.connect(self._remove)
        self.safety.dismissed.connect(self._dismiss)
        return self.safety

    def _make_others(self) -> QWidget:
        from ui.sessions.others import OthersTab

        self.others: OthersTab = OthersTab()
        self.others.put.connect(self._put)
        self.others.removed.connect(self._remove)
        return self.others

    def _fill(self, index: int) -> None:
        """Show a tab what was read last."""
        logged, judged = self.logged, self._judged
        if logged is None or judged is None or index not in self._made:
            return
        if index == PLAN:
            self.plan.show_state(
                logged.courses,
                logged.sessions,
                self._names,
                logged.today,
                judged.clammy,
                judged.told,
                logged.profile.day_ends_at_hour,
            )
        elif index == AT_HAND:
            self.at_hand.show_state(
                logged.devices,
                logged.owned,
                logged.own_regions,
                logged.followed,
                judged.rated,
                frozenset(one for session in logged.sessions for one in session.applicators),
                self._names,
                logged.today,
                is_child=is_child(logged),
            )
        elif index == SAFETY:
            self.safety.show_state(
                judged.found,
                judged.checklist,
                logged.answers,
                logged.notices,
                self._names,
                logged.today,
            )
        elif index == OTHERS:
            self.others.show_state(logged.co_treatments, logged.events, self._names, logged.today)

    def _put(self, record: Record) -> None:
        self._link.put(lambda diary: (record,), "", lambda _: self._stored(record))

    def _stored(self, record: Record) -> None:
        """Close the dialog whose entry is in the diary now."""
        for number, tab in self._dialogs().items():
            if number in self._made:
                tab().stored(record)

    def _dialogs(self) -> dict[int, Callable[[], PlanTab | AtHandTab | OthersTab]]:
        return {
            PLAN: lambda: self.plan,
            AT_HAND: lambda: self.at_hand,
            OTHERS: lambda: self.others,
        }

    def _remove(self, record: Record) -> None:
        self._link.run(lambda diary: diary.remove(record))

    def _set_bother(self, region: str, bother: int | None) -> None:
        def records(diary: Diary) -> tuple[Record, ...]:
            from dataclasses import replace

            rows = {row.region: row for row in diary.of(FollowedRegion)}
            last = max((row.position for row in rows.values()), default=-1)
            row = rows.get(region) or FollowedRegion(region, True, min(last + 1, 999))
            return (replace(row, bother=bother),)

        name = self._names.get(region, region)
        self._link.put(records, self.tr("{region}: how much it bothers").format(region=name))

    def _stop_and_ask(self, reaction: Reaction) -> None:
        """Say at once what sources say of a reaction that broke the skin, before it is logged."""
        from model.analysis.notices import findings

        found = findings((), (reaction,), (), {}, max(reaction.began, self._link.clock().date()))
        self.urgent.show_findings([one for one in found if one.kind == "skin_reaction"])

    def _dismiss(self, found: tuple[Finding, ...]) -> None:
        """Log that notices were seen; none of them is shown again."""

        def records(diary: Diary) -> tuple[Record, ...]:
            now = diary.now()
            return tuple(Notice(one.kind, one.reason, now, now) for one in found)

        self._link.put(records, self.tr("Notice dismissed"))

    def _ask_for_calendar(self) -> None:
        from ui.widgets.saving import ask_where_to_save

        ask_where_to_save(
            self,
            self.tr("Calendar file"),
            self.tr("Plan", "file name"),
            {self.tr("Calendar (*.ics)"): "ics"},
            self.write_calendar,
        )

    def write_calendar(self, target: Path) -> None:
        """Write the plan with its alarms; a file written before is updated, not doubled."""
        logged, judged = self.logged, self._judged
        if logged is None or judged is None:
            return
        at = reminder_time()
        discreet = settings().value(DISCREET, True, bool) is True

        def write(diary: Diary) -> Path:
            from ui.sessions.calendar import write_plan_of

            write_plan_of(target, logged, judged, at, discreet, translated, diary.now())
            return target

        self._link.read(write, lambda _: self._said_written(target))

    def _said_written(self, target: Path) -> None:
        self._counts.setText(self.tr("Calendar file written: {file}").format(file=target.name))


def own_ceilings() -> dict[str, float]:
    """Return the ceilings in mA that the patient has set, by applicator."""
    from ui.sessions.ceilings import own_ceiling

    store = settings()
    store.beginGroup("ceiling")
    found = {applicator: own_ceiling(applicator) for applicator in store.childKeys()}
    return {applicator: current for applicator, current in found.items() if current is not None}
