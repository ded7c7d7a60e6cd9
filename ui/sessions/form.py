"""The form in which a session is logged or corrected; only regions that can be reached appear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.records.rules import new_id
from model.records.treatment import Course, Device, OwnedApplicator, Reaction
from model.records.treatment import Session as IontophoresisSession
from ui.sessions.form_draft import Draft, pointed_out, repeated
from ui.sessions.form_fields import Fold, StatedAmount
from ui.sessions.form_more import MoreFields
from ui.sessions.form_reach import ReachFields, chain
from ui.sessions.reactions import ReactionsEditor
from ui.widgets.layout import Column, card, heading, named, quiet
from ui.widgets.wheel import WheelGuard
from ui.widgets.when import StartField

if TYPE_CHECKING:
    from model.analysis.countdown import Countdown

SETS = ("regions", "applicators", "anode", "cathode")
"""Fields whose order says nothing."""


class SessionForm(QFrame):
    """Fields of one session; `logged` carries it with its reactions."""

    logged = Signal(object, object)
    deleted = Signal(object)
    applicator_wanted = Signal()
    abandoned = Signal()
    stop_and_ask = Signal(object)  # a Reaction that broke the skin was entered

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._courses: Sequence[Course] = ()
        self._clock = clock
        self._session: IontophoresisSession | None = None
        self._id = new_id()
        self.shown_reactions: tuple[Reaction, ...] = ()  # as the diary holds them
        self._known: Sequence[IontophoresisSession] = ()
        self._names: Mapping[str, str] = {}
        self._shown: dict[str, Any] = {}
        self._starts_now = True
        self._filling = False
        self._make_fields()
        self._build()
        self.start_new()

    @property
    def session_id(self) -> str:
        """The id that what stands in the form has or will have in the diary."""
        return self._id

    @property
    def regions(self) -> Mapping[str, QCheckBox]:
        """The check boxes of the regions that can be reached, in the order of the body."""
        return self._reach.regions

    @property
    def applicators(self) -> Mapping[str, QCheckBox]:
        """The check boxes of the applicators."""
        return self._reach.applicators

    def offer(
        self,
        owned: Sequence[OwnedApplicator],
        names: Mapping[str, str],
        devices: Sequence[Device] = (),
        courses: Sequence[Course] = (),
    ) -> None:
        """Offer applicators, those at hand first, the devices and courses; keep what is filled."""
        self._names, self._courses = names, courses
        self._reach.offer(owned, names, self._clock().date())
        self.more.offer(devices, courses)
        self._show_regions()

    def known(self, sessions: Sequence[IontophoresisSession]) -> None:
        """Take the sessions of the diary, to point out another one at the same time or day."""
        self._known = sessions
        self._look_again()

    def start_new(self) -> None:
        """Empty the form for a new session that starts now; nothing is preselected."""
        self._begin(None, (), new_id())
        self._fill(None)
        self.abandoned.emit()

    def start_timed(
        self, last: IontophoresisSession | None, counted: Countdown, ended: datetime
    ) -> None:
        """Set up what the timer counted, otherwise like the last session, to be looked at."""
        self.start_new()
        started = counted.started_at
        like = (
            repeated(last, started, self._id, self._courses)
            if last
            else IontophoresisSession(started, (), (), id=self._id)
        )
        switched = counted.switched_at is not None
        self._fill_fields(
            replace(
                like,
                minutes=round(counted.minutes_done(ended), 1),
                first_half_minutes=counted.first_half_done(ended),
                completed=not counted.remaining(ended),
                interruptions=counted.interruptions,
                polarity="mid_session" if switched else like.polarity,
            )
        )
        self.start.show_moment(started, self._clock().date())
        self._starts_now = False
        self._look_again()

    def start_now(self) -> None:
        """Move the start of a new session to this minute, as long as nobody has set it."""
        if self._session is None and self._starts_now:
            now = self._clock()
            self.start.show_moment(now, now.date())
            self._move_reactions()
            self._look_again()

    def correct(self, session: IontophoresisSession, reactions: tuple[Reaction, ...]) -> None:
        """Show a session that was logged before, to be corrected or deleted."""
        self._begin(session, reactions, session.id)
        self._fill(session)

    @property
    def is_half_filled(self) -> bool:
        """Whether something was entered that is not logged."""
        values = self._values()
        same = all(self._same(name, values[name]) for name in values if name != "started_at")
        texts = self.start.texts != self._shown_start and not self._starts_now
        return texts or not same or self.reactions.reactions != self.shown_reactions

    def draft(self) -> Draft:
        """Return all that stands in the form, to be put back by `restore`."""
        return Draft(
            self._entered(),
            self.reactions.reactions,
            self._session,
            self.shown_reactions,
            self.start.texts,
            self._starts_now,
        )

    def restore(self, draft: Draft) -> None:
        """Put back what stood in the form when the draft was made."""
        if draft.corrected is None:
            self.start_new()
            self._id = draft.session.id
        else:
            self.correct(draft.corrected, draft.had)
        self._fill_fields(draft.session)
        self._starts_now = draft.starts_now
        self.start.show_texts(*draft.start)
        self.start_now()
        self._tell_reactions(draft.reactions)
        self._look_again()

    def _begin(
        self, session: IontophoresisSession | None, reactions: tuple[Reaction, ...], new: str
    ) -> None:
        self._session, self.shown_reactions, self._id = session, reactions, new
        self.log.setEnabled(True)
        self._say("")
        self._heading.setText(
            self.tr("Log a session") if session is None else self.tr("Correct this session")
        )
        self.log.setText(self.tr("Log session") if session is None else self.tr("Store correction"))
        self.delete.setVisible(session is not None)
        self.cancel.setVisible(session is not None)

    def _make_fields(self) -> None:
        self._wheel = WheelGuard(self)
        self._reach = ReachFields(self)
        self.others = self._reach.others
        self._reach.another.clicked.connect(self.applicator_wanted)
        self._reach.changed.connect(self._regions_changed)
        self._reach.laid_out.connect(self._order_tabs)
        self.start = StartField()
        self.start.edited.connect(self._start_was_set)
        self.current = StatedAmount(1, 0.5, self.tr(" mA"))
        self.minutes = StatedAmount(1, 1, self.tr(" min"))
        self.minutes.valueChanged.connect(lambda _: self._look_again())
        self.more = MoreFields(self._wheel)
        self.more.changed.connect(self._look_again)
        self.waveform, self.polarity = self.more.waveform, self.more.polarity
        self.water, self.additive = self.more.water, self.more.additive
        self.completed, self.note = self.more.completed, self.more.note
        self.reactions = ReactionsEditor(self._clock)
        self.reactions.stop_and_ask.connect(self.stop_and_ask)
        self._wheel.guard(self.start.time, self.current, self.minutes)

    def _build(self) -> None:
        self._heading = heading()
        form = QFormLayout(
            fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow,
            rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows,
            verticalSpacing=8,
        )
        form.addRow(self._reach.applicator_box)
        form.addRow(self._reach.region_box)
        form.addRow(self.tr("&Start"), self.start)
        form.addRow(self.tr("&Current, as displayed"), self.current)
        form.addRow(self.tr("D&uration"), self.minutes)
        self.fold = Fold(
            self.tr("More"), self.tr("More: {count} stated"), "sessions/more", self.more
        )
        self.fold.toggled.connect(lambda _: self._order_tabs())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 12, 4)
        column.addLayout(form)
        column.addWidget(self.fold)
        column.addWidget(self.reactions)
        column.addStretch(1)
        frame, box = card()
        box.addWidget(self._heading)
        box.addWidget(Column(inside), 1)
        self._add_foot(box)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _add_foot(self, box: QVBoxLayout) -> None:
        """Lay out what is always in sight: the buttons, and what is to be said before logging."""
        self.pointed_out = quiet()
        self.said = QLabel(textFormat=Qt.TextFormat.PlainText)
        for label in (self.pointed_out, self.said):
            label.setWordWrap(True)
            label.hide()
            box.addWidget(label)
        self.delete = QPushButton(self.tr("Delete"))
        self.delete.clicked.connect(lambda: self.deleted.emit(self._session))
        self.cancel = QPushButton(self.tr("New session"))
        self.cancel.clicked.connect(self.start_new)
        self.log = named(QPushButton(), "primary")
        self.log.clicked.connect(self._send)
        row = QHBoxLayout()
        row.addWidget(self.delete)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.log)
        box.addLayout(row)

    def _order_tabs(self) -> None:
        """Let Tab walk the form from top to bottom, also through boxes that came later."""
        self._reach.order_tabs()
        rows = self.more.poles.rows.values()
        chain(self.fold.button, [each for row in rows for each in row.findChildren(QPushButton)])

    def _fill(self, session: IontophoresisSession | None) -> None:
        now = self._clock()
        start = now if session is None else session.started_at
        self._starts_now = session is None
        self.start.show_moment(start, now.date())
        self._fill_fields(session)
        self._tell_reactions(self.shown_reactions)
        self._shown, self._shown_start = self._values(), self.start.texts
        self._look_again()

    def _fill_fields(self, session: IontophoresisSession | None) -> None:
        """Show all of a session but its start and its reactions."""
        self._filling = True
        self._reach.show_chosen(
            session.applicators if session else (), session.regions if session else ()
        )
        self._show_regions()
        self.current.show_amount(session.current_ma if session else None)
        self.minutes.show_amount(session.minutes if session else None)
        self.more.show_session(session)
        self._filling = False

    def _tell_reactions(self, reactions: tuple[Reaction, ...]) -> None:
        day = self.start.day.day or self._clock().date()
        self.reactions.show_session(self._id, day, reactions)

    def _regions_changed(self) -> None:
        self._show_regions()
        self._look_again()

    def _show_regions(self) -> None:
        chosen = self._reach.chosen_regions
        self.more.show_regions(chosen, self._names)
        self.reactions.offer_places(chosen, self._names)
        self._order_tabs()

    def _values(self) -> dict[str, Any]:
        """Return what the fields say; the start as they show it, without an offset."""
        return {
            "started_at": self.start.moment,
            "regions": self._reach.chosen_regions,
            "applicators": self._reach.chosen_applicators,
            "current_ma": self.current.amount,
            "minutes": self.minutes.amount,
            **self.more.values(),
        }

    def _same(self, name: str, value: Any) -> bool:
        shown = self._shown[name]
        return set(value) == set(shown) if name in SETS else bool(value == shown)

    def _send(self) -> None:
        """Hand the session on; the button waits for the answer, so that a double click is one."""
        self.start_now()
        refusal = self._start_refusal()
        if refusal:
            why, field = refusal
            self._say(why)
            field.setAccessibleDescription(why)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say("")
        self.log.setEnabled(False)
        self.logged.emit(self._entered(), self.reactions.reactions)

    def _start_refusal(self) -> tuple[str, QWidget] | None:
        if self._session is not None and self.start.texts == self._shown_start:
            return None  # what is stored is not asked for again
        now = self._clock()
        if self._session is not None:
            now = now.astimezone(self._session.started_at.tzinfo)
        return self.start.refusal(now.replace(tzinfo=None))

    def _entered(self) -> IontophoresisSession:
        """Return the session; in a correction only the fields that were changed are touched."""
        values = self._values()
        start = self._started_at()
        if self._session is None:
            return IontophoresisSession(**{**values, "started_at": start}, id=self._id)
        changed = {name: value for name, value in values.items() if not self._same(name, value)}
        if "started_at" in changed:
            changed["started_at"] = start
        return replace(self._session, **changed)

    def _started_at(self) -> datetime:
        """Return the start with its offset: in a correction the one with which it was stored."""
        moment = self.start.moment
        if self._session is None:
            return (moment or self._clock().replace(second=0, tzinfo=None)).astimezone()
        stored = self._session.started_at
        return moment.replace(tzinfo=stored.tzinfo) if moment else stored

    def _start_was_set(self) -> None:
        self._starts_now = False
        self._say("")
        for field in (self.start.day.text, self.start.time):
            field.setAccessibleDescription("")
        self._move_reactions()
        self._look_again()

    def _move_reactions(self) -> None:
        if self._session is None and self.start.day.day is not None:
            self.reactions.move_to(self.start.day.day)

    def _look_again(self) -> None:
        """Count what is folded away and point out what may be a slip."""
        if self._filling:
            return
        self.fold.say_count(self.more.stated)
        text = ""
        if self.start.moment is not None:
            others = [each for each in self._known if each.id != self._id]
            start = self._started_at()
            text = pointed_out(start, self.minutes.amount, others, self._clock().date())
        self.pointed_out.setText(text)
        self.pointed_out.setVisible(bool(text))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
