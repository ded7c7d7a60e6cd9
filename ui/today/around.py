"""What surrounds the ratings of a day: weekly question, context, notes, moments, measurements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.due import DueCourse, read_due
from ui.link import Link
from ui.today import deeds
from ui.today.context import ContextCard
from ui.today.day import WEEKLY_QUESTION, Day
from ui.today.due_card import DueCard
from ui.today.measurements import MeasurementsCard
from ui.today.moments import MomentsCard
from ui.today.night import NightCard
from ui.today.notes import NotesCard
from ui.today.weekly import WeeklyCard

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.day import Assessment, Gravimetry, Moment
    from model.records.rules import Record
    from model.records.snapshot import Change


class Around(QWidget):
    """The cards below the list; every press of theirs is stored at once."""

    day_wanted = Signal(object)  # date
    worst_wanted = Signal(str, int)  # region and severity of its worst moment

    def __init__(self, link: Link, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._names = names
        self._shown: Day | None = None
        self._region = ""
        self._build()
        for refusal in (link.failed, link.future, link.broke):
            refusal.connect(self._may_press_again)

    def show_day(self, shown: Day, region: str) -> None:
        """Show a day; what is being typed into a note of the same day stays."""
        self._shown, self._region = shown, region
        self.setEnabled(True)
        context = shown.context
        self.night.show_time(shown.now, shown.day, shown.day_ends_at)
        answer = shown.weekly_answer
        # It stays for the rest of the day: nothing moves under the hand, and it can be corrected.
        self.weekly.setVisible(shown.weekly_due or answer is not None)
        self.weekly.show_answer(answer.score if answer else None)
        self.context.show_context(context, shown.known_tags, shown.day == shown.today)
        self.notes.show_notes(
            context.note if context else "",
            context.private_note if context else "",
            shown.day,
        )
        self._show_entries()
        if shown.day == shown.today:
            self._link.read(read_due, self._show_due)
        else:
            self.due.hide()

    def choose(self, region: str) -> None:
        """Let the next moment be about a region."""
        self._region = region
        if self._shown is not None:
            self._show_entries()

    def leave_day(self) -> None:
        """Store what is being typed; nothing can be pressed before the next day has been read."""
        self.notes.finish()
        self.setEnabled(False)

    def _build(self) -> None:
        self.night = NightCard()
        self.night.still_wanted.connect(self._show_the_day_before)
        self.night.hour_chosen.connect(self._let_the_day_end_at)
        self.due = DueCard()
        self.weekly = WeeklyCard()
        self.weekly.answered.connect(self._answer)
        self.weekly.passed_over.connect(self._pass_over)
        self.context = ContextCard()
        self.context.changed.connect(self._set)
        self.context.completed.connect(self._complete)
        self.notes = NotesCard()
        self.notes.changed.connect(self._set)
        self.moments = MomentsCard(self._link.clock)
        self.moments.worst_wanted.connect(self.worst_wanted)
        self.moments.added.connect(self._add_moment)
        self.moments.removed.connect(self._remove_moment)
        self.measurements = MeasurementsCard(self._link.clock)
        self.measurements.added.connect(self._add)
        self.measurements.removed.connect(self._remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for part in (self.night, self.due, self.context, self.notes, self.moments):
            box.addWidget(part)
        box.addWidget(self.measurements)

    def _show_entries(self) -> None:
        shown = self._shown
        if shown is not None:
            self.moments.show_moments(
                shown.day,
                shown.moments,
                self._names,
                self._region,
                shown.day_ends_at,
                shown.values,
            )

            retired = frozenset(region.id for region in shown.own if region.retired)
            self.moments.retired = self.measurements.retired = retired
            self.measurements.show_measurements(
                shown.day, shown.assessments, shown.weighings, self._names, self._region
            )

    def _complete(self, field: str, value: int) -> None:
        """Store a 10 typed as 1 and 0 in one step with the 1."""
        if self._shown is None:
            return
        day, title = self._shown.day, self._title_of(field)

        def write(diary: Diary) -> Change | None:
            if diary.undo_title == title:
                diary.undo()
            rows = deeds.context(diary, day, {field: value})
            return diary.put(*rows, title=title) if rows else None

        self._link.run(write)

    def _show_due(self, due: tuple[DueCourse, ...]) -> None:
        from ui.sessions.timer_kept import KeptTimer

        runs = KeptTimer(self._link.path).read() if self._link.path else None
        self.due.show_due(due, self._names, runs.started_at if runs else None)

    def _set(self, field: str, value: object) -> None:
        """Store one field of the day's context."""
        if self._shown is None:
            return
        day, title = self._shown.day, self._title_of(field)
        self._link.put(
            lambda diary: deeds.context(diary, day, {field: value}),
            title,
            lambda _: self._was_stored(field, value),
        )

    def _was_stored(self, field: str, value: object) -> None:
        """Let the diary's word stand in a note from now on, after an undo too."""
        if field in ("note", "private_note"):
            getattr(self.notes, field).was_stored(value)

    def _title_of(self, field: str) -> str:
        return {
            "stress": self.tr("Stress"),
            "heat": self.tr("Heat"),
            "activity": self.tr("Activity"),
            "night_sweat": self.tr("Night sweat"),
            "clothes_changed": self.tr("Clothes changed"),
            "showers": self.tr("Showers"),
            "tags": self.tr("Tags"),
            "note": self.tr("Note for the doctor"),
            "private_note": self.tr("Private note"),
        }[field]

    def _answer(self, score: int) -> None:
        """Store the answer of the week; another press corrects it, the same takes it back."""
        given = self._shown.weekly_answer if self._shown else None
        title = self.tr("HDSS: {score}").format(score=score)
        if given is not None and given.score == score:
            self._link.run(lambda diary: diary.remove(given, title=title))
            return

        def records(diary: Diary) -> tuple[Record, ...]:
            from model.records.day import Assessment

            old = given or Assessment(diary.today(), "hdss", score)
            return (replace(old, score=score),)

        self._link.put(records, title)

    def _pass_over(self) -> None:
        """Remember that the question was passed over, so that this week asks no more."""

        def records(diary: Diary) -> tuple[Record, ...]:
            from model.records.person import Notice

            now = diary.now()
            return (Notice(WEEKLY_QUESTION, "hdss", now, now),)

        self._link.put(records, self.tr("Weekly question passed over"))

    def _add_moment(self, moment: Moment) -> None:
        title = self.tr("Moment: {region} {severity}").format(
            region=self._names[moment.region], severity=moment.severity
        )
        self._link.put(
            lambda diary: deeds.with_moment(diary, moment), title, lambda _: self._close_dialogs()
        )

    def _remove_moment(self, moment: Moment) -> None:
        title = self.tr("Moment deleted")
        self._link.run(lambda diary: deeds.without_moment(diary, moment, title))

    def _add(self, entry: Assessment | Gravimetry) -> None:
        self._link.put(lambda diary: (entry,), "", lambda _: self._close_dialogs())

    def _remove(self, entry: Assessment | Gravimetry) -> None:
        self._link.run(lambda diary: diary.remove(entry))

    def _close_dialogs(self) -> None:
        """Close the dialog whose entry is in the diary now."""
        for card in (self.moments, self.measurements):
            if card.dialog is not None and not card.dialog.ok.isEnabled():
                card.dialog.stored()

    def _may_press_again(self) -> None:
        for card in (self.moments, self.measurements):
            if card.dialog is not None:
                card.dialog.may_press_again()

    def _show_the_day_before(self) -> None:
        if self._shown is not None:
            self.day_wanted.emit(self._shown.day - timedelta(days=1))

    def _let_the_day_end_at(self, hour: int) -> None:
        self._link.run(lambda diary: deeds.day_that_ends_at(diary, hour))
