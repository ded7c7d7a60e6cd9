"""Today: a day on the body map and its strips; every press is stored at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.link import Link
from ui.today import deeds
from ui.today.day import Day, read_day
from ui.today.header import DayHeader
from ui.today.map_card import MapCard, in_words
from ui.today.strips import Strips
from ui.widgets.layout import Column, card, heading, quiet
from ui.widgets.page import Page
from ui.widgets.severity import NOT_RECORDED
from ui.words import date_text, region_names

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.snapshot import Change
    from ui.today.around import Around
    from ui.today.regions import MyRegions

ROLL_OVER_MS = 20_000
"""How often the page looks whether a new day has begun."""


class TodayPage(Page):
    """One day: map, strips, palette and what surrounds it; any past day can be opened."""

    KINDS = frozenset(
        {"rating", "followed_region", "own_region", "profile", "day_context", "moment"}
        | {"assessment", "gravimetry", "notice", "course", "session"}
    )

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._names: dict[str, str] = {}
        now = link.clock()
        self.shown = Day(now.date(), now.date(), now)
        self.values: dict[str, int] = {}  # with what was pressed and is on its way to the disk
        self._presses = 0
        self._day_is_known = False
        self._completing = 0
        self._stepped_to_one: tuple[str, ...] = ()
        self.around: Around | None = None
        self.regions: MyRegions | None = None
        self._build()
        self._show_day()
        self._border = QTimer(self, interval=ROLL_OVER_MS)
        self._border.timeout.connect(self._look_at_the_clock)
        self._border.start()

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.shown.day

    @property
    def _day_meant(self) -> date | None:
        """The day that a press is about, None until somebody has said which one that is."""
        return self.day if self._day_is_known else None

    def refresh(self) -> None:
        """Read the day again from the diary."""
        day, presses = self.day, self._presses
        if not self._completing:  # else the 1 of a 10 would be shown on the way
            self._link.read(
                lambda diary: read_day(diary, day), lambda read: self._show(read, presses)
            )

    def go_to(self, day: date) -> None:
        """Show another day; a day after today is not offered."""
        before = self.shown
        if day == before.day or day > before.today:
            return
        self._day_is_known = True
        self.map_card.paint_with(None)
        if self.around is not None:
            self.around.leave_day()
        self.shown = Day(day, before.today, before.now, marks=before.marks, listed=before.listed)
        self.values = {}
        self._show_day()
        self.refresh()

    def rate(self, region: str, severity: int, both_sides: bool | None = None) -> None:
        """Store a severity 0..10 or NOT_APPLICABLE, or take the rating back (NOT_RECORDED).

        Args:
            region: id.
            severity: what is stored; with both sides, two ratings in one step.
            both_sides: None leaves it to the switch above the map.
        """
        self.rate_all((region,), severity, both_sides)

    def rate_all(
        self, regions: Sequence[str], severity: int, both_sides: bool | None = None
    ) -> None:
        """Store the same severity for several regions in one step."""
        meant = self._meant(regions, both_sides)
        day, title = self._day_meant, self._title_of(meant, severity)
        self._show_at_once(meant, severity)
        if severity == NOT_RECORDED:
            self._link.run(lambda diary: deeds.take_back(diary, day, meant, title))
            return
        self._link.put(
            lambda diary: deeds.ratings(diary, day, meant, severity),
            title,
            lambda change: self._note_one(meant if severity == 1 and change else (), change),
        )

    def dry(self) -> None:
        """Store an explicit 0 for each of my regions that has no rating yet."""
        day, mine = self._day_meant, self.shown.listed
        self._link.put(lambda diary: deeds.all_dry(diary, day, mine), self.tr("All dry"))

    def same_as_before(self) -> None:
        """Copy the day before, marked as copied, for the regions without a rating."""
        day, left_out = self._day_meant, self.shown.left_out
        self._link.put(
            lambda diary: deeds.same_as_before(diary, day, left_out),
            self.tr("Same as the day before"),
        )

    def set_state(self, state: str | None) -> None:
        """Say that a day is not remembered or not applicable, a key of terms.DAY_STATES."""
        day = self._day_meant
        self._link.put(
            lambda diary: deeds.context(diary, day, {"state": state}),
            self.tr("State of the day"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters that no field of the page wanted for itself."""
        if event.modifiers() or not self._by_key(event.key()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the clock before anything is pressed on a day that may have ended."""
        super().showEvent(event)
        self._look_at_the_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the brush away: it must not paint when the page is seen again."""
        self.map_card.paint_with(None)
        super().hideEvent(event)

    def _by_key(self, key: int) -> bool:
        from PySide6.QtCore import Qt

        deeds_by_key: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_D: self.header.dry.click,
            Qt.Key.Key_Y: self.header.same.click,
            Qt.Key.Key_P: self.map_card.tools.paint.click,
            Qt.Key.Key_B: self.map_card.tools.both.click,
            Qt.Key.Key_PageUp: self.header.earlier.click,
            Qt.Key.Key_PageDown: self.header.later.click,
            Qt.Key.Key_Escape: lambda: self.map_card.paint_with(None),
        }
        deed = deeds_by_key.get(Qt.Key(key))
        if deed is not None:
            deed()
        return deed is not None

    def _complete(self, region: str, severity: int, both_sides: bool | None = None) -> None:
        """Store a 10 typed as 1 and 0; undo shall lead back to before the 1."""
        meant, day = self._meant((region,), both_sides), self._day_meant
        self._completing += 1
        self._show_at_once(meant, severity)
        # Only when the 1 has been answered it is known whether it was a step of its own.
        self._link.when_done(lambda: self._replace_one(day, meant, severity))

    def _replace_one(self, day: date | None, meant: tuple[str, ...], severity: int) -> None:
        self._completing -= 1
        title, one = self._title_of(meant, severity), self._title_of(meant, 1)
        stepped, self._stepped_to_one = self._stepped_to_one == meant, ()

        def write(diary: Diary) -> Change:
            if stepped and diary.undo_title == one:  # it may have been undone meanwhile
                diary.undo()
            tens = deeds.ratings(diary, day, meant, severity)
            return diary.put(*tens, title=title, allow_future=True)  # asked for the 1

        self._link.run(write)

    def _meant(self, regions: Sequence[str], both_sides: bool | None) -> tuple[str, ...]:
        """Return the regions with their mirror images, where both sides are meant."""
        if not (self.map_card.tools.both.isChecked() if both_sides is None else both_sides):
            return tuple(regions)
        from model.catalog.regions import pair_of

        return tuple(dict.fromkeys((*regions, *filter(None, map(pair_of, regions)))))

    def _title_of(self, regions: Sequence[str], severity: int) -> str:
        names = self._region_names()
        shown = (
            self.tr("{count} regions").format(count=len(regions))
            if len(regions) > 2
            else ", ".join(names[region] for region in regions)
        )
        text = self.tr("{region}: {value}")
        if self.day != self.shown.today:  # an undo must say which day it is about
            text = self.tr("{region}: {value}, {day}")
        return text.format(region=shown, value=in_words(severity), day=date_text(self.day))

    def _note_one(self, one: tuple[str, ...], change: Change | None) -> None:
        """Note whether the 1 of a 10 that may follow was a step of its own in the journal."""
        self._stepped_to_one = one if change and change.count else ()

    def _was_pressed(self) -> None:
        """Drop what was asked before this press, from whatever part of the page it came."""
        self._presses += 1
        self.header.undo.setEnabled(not self._link.is_storing)

    def _show_at_once(self, regions: Sequence[str], severity: int) -> None:
        """Show a press before the disk has answered; a refusal shows again what is stored."""
        for region in regions:
            if severity == NOT_RECORDED:
                self.values.pop(region, None)
            else:
                self.values[region] = severity
        self._show_values()

    def _was_refused(self, error: object, is_write: object = True) -> None:
        """Show again what is stored, where a press has shown what was then not stored."""
        if is_write:
            self.refresh()

    def _look_at_the_clock(self) -> None:
        """Move on to the new day, if this page shows the one that has ended."""
        if self._link.path is not None and self.isVisible():
            self._link.read(lambda diary: (diary.today(), diary.now()), self._roll_over)

    def _roll_over(self, answer: tuple[date, datetime]) -> None:
        today, now = answer
        if today != self.shown.today:
            self.refresh()
        elif self.around is not None:
            self.around.night.show_time(now, self.day, self.shown.day_ends_at)

    def _region_names(self) -> dict[str, str]:
        """Return the regions' names; looked up after the first paint, which shows none."""
        if not self._names:
            self._names.update(region_names())
        return self._names

    def _build(self) -> None:
        self.header = DayHeader()
        self.header.day_wanted.connect(self.go_to)
        self.header.dry.clicked.connect(self.dry)
        self.header.same.clicked.connect(self.same_as_before)
        self.header.state_chosen.connect(self.set_state)
        self.header.undo.clicked.connect(self._link.undo)
        self.map_card = MapCard(self._names, self._region_names)
        self.map_card.rated.connect(self.rate_all)
        self.map_card.completed.connect(self._complete)
        self.map_card.region_chosen.connect(self._choose)
        self.map = self.map_card.map
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self.map_card, 11)
        columns.addWidget(self._right_column(), 9)
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 12, 22, 12)
        page.addWidget(self.header)
        page.addLayout(columns, 1)
        self._link.writing.connect(self._was_pressed)
        self._link.storing.connect(self._was_pressed)
        self._link.unchanged.connect(self.refresh)
        for refusal in (self._link.failed, self._link.future, self._link.broke):
            refusal.connect(self._was_refused)

    def _right_column(self) -> Column:
        self.choose_regions = QPushButton(self.tr("My regions\u2026"))
        self.choose_regions.clicked.connect(self._open_regions)
        self.strips = Strips(self._names, self.choose_regions)
        self.strips.day_stepped.connect(self.header.go_by)
        self.strips.chosen.connect(self.rate)
        self.strips.chosen_both.connect(
            lambda region, value: self.rate(region, value, both_sides=True)
        )
        self.strips.completed.connect(self._complete)
        self.strips.focused.connect(self.map_card.choose)
        self._empty = quiet(
            self.tr(
                "Click a region on the map, or move to it with the arrow keys, and give it"
                " 0 to 10. It then has a row here."
            )
        )
        self._empty.setWordWrap(True)
        self.question = heading()
        self.question.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.question, 1)
        top.addWidget(self.choose_regions)
        frame, box = card()
        box.addLayout(top)
        box.addWidget(quiet(self.tr("0 dry \u2013 10 worst imaginable")))
        box.addWidget(self.strips)
        box.addWidget(self._empty)
        inside = QWidget()
        self._beside = QVBoxLayout(inside)
        self._beside.setContentsMargins(0, 0, 6, 0)
        self._beside.setSpacing(12)
        self._beside.addWidget(frame)
        self._beside.addStretch(1)
        return Column(inside)

    def _show(self, read: Day, presses: int) -> None:
        """Show what was read, unless something was pressed meanwhile: that is read again."""
        was_today, self._day_is_known = self.shown.today, True
        if read.today != was_today and self.day == was_today:
            self.shown = replace(self.shown, today=read.today)
            self.go_to(read.today)  # midnight has passed, or the patient's day ends later
            return
        if read.day != self.day or presses != self._presses:
            return
        names = self._region_names()
        for gone in [region for region in names if region.startswith("own_")]:
            del names[gone]
        spot = self.tr("{name} ({region})")
        names.update(
            {
                own.id: spot.format(name=own.name, region=names.get(own.parent, own.parent))
                for own in read.own
            }
        )
        self.shown, self.values = read, dict(read.values)
        self._show_day()
        self._show_around()
        if self.regions is not None:
            self.regions.show_day(read, self._names)

    def _show_around(self) -> None:
        """Show what surrounds the day; made when first needed, after the window's first paint."""
        if self.around is None:
            from ui.today.around import Around

            self.around = Around(self._link, self._names)
            self.around.day_wanted.connect(self.go_to)
            self.around.due.sessions_wanted.connect(lambda: self.page_wanted.emit("sessions"))
            self.around.worst_wanted.connect(
                lambda region, severity: self.rate(region, severity, both_sides=False)
            )
            self._beside.insertWidget(1, self.around)
            self._beside.insertWidget(0, self.around.weekly)  # above what grows with each region
        self.around.show_day(self.shown, self.map_card.current)

    def _show_day(self) -> None:
        self.header.show_day(self.shown)
        if self._link.is_storing:
            self.header.undo.setEnabled(False)
        self.question.setText(
            self.tr("Worst sweating in the last 24 hours")
            if self.day == self.shown.today
            else self.tr("Worst sweating on this day")
        )
        self._show_values()

    def _show_values(self) -> None:
        """Show the severities: those of the diary and those on their way to it."""
        shown = self.shown
        rest = [region for region in self.values if region not in shown.listed]
        listed = (*shown.listed, *rest)
        self._empty.setVisible(not listed and shown.is_read)
        self.strips.show_rows(listed, self.values, shown.ghosts)
        self.map_card.show_values(self.values, listed, shown)
        rated = sum(region in self.values for region in listed)
        self.header.show_counts(rated, len(listed), shown.is_read)

    def _choose(self, region: str) -> None:
        """Stand out the region in the list, and let the next moment be about it."""
        self.strips.mark(region)
        if self.around is not None:
            self.around.choose(region)

    def _open_regions(self) -> None:
        from ui.today.regions import MyRegions

        self.regions = MyRegions(self._link, self)
        self.regions.closed.connect(self._forget_regions)
        self.regions.show_day(self.shown, self._region_names())
        self.regions.dialog.open()

    def _forget_regions(self) -> None:
        self.regions = None
