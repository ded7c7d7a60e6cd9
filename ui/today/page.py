"""Today: a day on the body map and its strips; every press is stored at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.bodymap import BodyMap
from ui.link import Link
from ui.today.strips import RatingStrip, Strips
from ui.widgets.layout import Column, card, header, heading, quiet, title
from ui.widgets.page import Page
from ui.widgets.severity import NOT_APPLICABLE, NOT_RECORDED
from ui.words import region_names

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.day import Rating
    from model.records.snapshot import Change

    DayAnswer = tuple[date, date, tuple[Rating, ...], tuple[str, ...], dict[str, str]]

RECENT_DAYS = 28
"""A region rated so few days before or after the day shown has a strip. A convention."""

ROLL_OVER_MS = 20_000
"""How often the page looks whether a new day has begun."""


class TodayPage(Page):
    """One day: map, strips, palette; any past day can be opened."""

    KINDS = frozenset({"rating", "followed_region", "own_region", "profile"})

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._names: dict[str, str] = {}
        self.day = link.clock().date()
        self._today = self.day
        self._values: dict[str, int] = {}
        self._ghosts: dict[str, int] = {}
        self._listed: tuple[str, ...] = ()
        self._current = ""
        self._hinted = ""
        self._stepped_to_one = ""
        self._build()
        self._show_day()
        self._border = QTimer(self, interval=ROLL_OVER_MS)
        self._border.timeout.connect(self._look_at_the_clock)
        self._border.start()

    def refresh(self) -> None:
        """Read the day again from the diary."""
        day = self.day
        self._link.read(lambda diary: _read_day(diary, day), self._show)

    def go_to(self, day: date) -> None:
        """Show another day; a day after today is not offered."""
        if day <= self._today:
            self.day = day
            self._values, self._ghosts = {}, {}
            self._show_day()
            self.refresh()

    def rate(self, region: str, severity: int) -> None:
        """Store a severity 0..10, NOT_APPLICABLE, or take the rating back (NOT_RECORDED)."""
        day, title_text = self.day, self._title_of(region, severity)
        if severity == NOT_RECORDED:
            self._link.run(lambda diary: _take_back(diary, day, region, title_text))
        else:
            self._link.put(
                lambda diary: (_rating(diary, day, region, severity),),
                title_text,
                lambda change: self._remember_one(region, severity, change),
            )

    def _remember_one(self, region: str, severity: int, change: Change | None) -> None:
        """Note whether the 1 of a 10 that may follow was a step of its own in the journal."""
        self._stepped_to_one = region if severity == 1 and change and change.count else ""

    def _complete(self, region: str, severity: int) -> None:
        """Store a 10 typed as 1 and 0; undo shall lead back to before the 1."""
        day, title_text, one = self.day, self._title_of(region, severity), self._title_of(region, 1)
        stepped, self._stepped_to_one = self._stepped_to_one == region, ""

        def write(diary: Diary) -> Change:
            if stepped and diary.undo_title == one:  # it may have been undone meanwhile
                diary.undo()
            ten = _rating(diary, day, region, severity)
            return diary.put(ten, title=title_text, allow_future=True)  # asked for the 1

        self._link.run(write)

    def _title_of(self, region: str, severity: int) -> str:
        return self.tr("{region}: {value}").format(
            region=self._region_names()[region], value=self._shown(severity)
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the clock before anything is pressed on a day that may have ended."""
        super().showEvent(event)
        self._look_at_the_clock()

    def _look_at_the_clock(self) -> None:
        """Move on to the new day, if this page shows the one that has ended."""
        if self._link.path is not None and self.isVisible():
            self._link.read(lambda diary: diary.today(), self._roll_over)

    def _roll_over(self, today: date) -> None:
        if today != self._today:
            self.refresh()

    def _region_names(self) -> dict[str, str]:
        """Return the regions' names; looked up after the first paint, which shows none."""
        if not self._names:
            self._names.update(region_names())
        return self._names

    def _build(self) -> None:
        self.map = BodyMap(self._region_names)
        self.map.region_chosen.connect(self._choose)
        self.map.region_hovered.connect(self._explain)
        self.map.severity_chosen.connect(self.rate)
        self.map.severity_completed.connect(self._complete)
        self.strips = Strips(self._names)
        self.strips.chosen.connect(self.rate)
        self.strips.completed.connect(self._complete)
        self.strips.focused.connect(self._choose)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self._map_card(), 11)
        columns.addWidget(self._list_card(), 9)
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 16, 22, 16)
        page.addLayout(self._header())
        page.addLayout(columns, 1)

    def _header(self) -> QHBoxLayout:
        self._title, self._counts = title(), quiet()
        self._earlier = QToolButton(text="\u2039", toolTip=self.tr("The day before"))
        self._later = QToolButton(text="\u203a", toolTip=self.tr("The day after"))
        self._earlier.setAccessibleName(self.tr("The day before"))
        self._later.setAccessibleName(self.tr("The day after"))
        self._earlier.clicked.connect(lambda: self.go_to(self.day - timedelta(days=1)))
        self._later.clicked.connect(lambda: self.go_to(self.day + timedelta(days=1)))
        self._back = QPushButton(self.tr("Today"))
        self._back.clicked.connect(lambda: self.go_to(self._today))
        days = (self._earlier, self._back, self._later, self._calendar_button())
        return header(self._title, self._counts, *days)

    def _calendar_button(self) -> QToolButton:
        button = QToolButton(text=self.tr("Choose a day"))
        button.clicked.connect(lambda: self._open_calendar(button))
        return button

    def _open_calendar(self, button: QToolButton) -> None:
        """Offer any past day; a calendar is heavy to load and most days nobody opens it."""
        from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidgetAction

        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        calendar = QCalendarWidget(menu, maximumDate=_qdate(self._today))
        calendar.setSelectedDate(_qdate(self.day))
        for chosen in (calendar.clicked, calendar.activated):  # by mouse, and by Enter
            chosen.connect(menu.close)
            chosen.connect(lambda day: self.go_to(date(day.year(), day.month(), day.day())))
        menu.aboutToShow.connect(lambda: QTimer.singleShot(0, calendar.setFocus))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _map_card(self) -> QFrame:
        """Lay the chosen region's severity right below the map, where the hand already is."""
        self._region_title, self._hint = heading(), quiet()
        self._palette = RatingStrip(self.tr("Severity of the chosen region"))
        self._palette.chosen.connect(lambda value: self.rate(self._current, value))
        self._palette.completed.connect(lambda value: self._complete(self._current, value))
        self._not_applicable = QPushButton(self.tr("Not applicable"))
        self._not_applicable.clicked.connect(lambda: self.rate(self._current, NOT_APPLICABLE))
        self._clear = QPushButton(self.tr("Clear"))
        self._clear.clicked.connect(lambda: self.rate(self._current, NOT_RECORDED))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line = QHBoxLayout()
        line.addWidget(self._region_title, 1)
        line.addWidget(self._not_applicable)
        line.addWidget(self._clear)
        frame, box = card()
        box.addWidget(self.map, 1)
        box.addWidget(self._hint)
        box.addLayout(line)
        box.addWidget(self._palette)
        self._explain("")
        return frame

    def _list_card(self) -> QFrame:
        self._empty = quiet(
            self.tr(
                "Click a region on the map, or move to it with the arrow keys, and give it"
                " 0 to 10. It then has a row here."
            )
        )
        self._empty.setWordWrap(True)
        rows = QWidget()
        inside = QVBoxLayout(rows)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.addWidget(self.strips)
        inside.addWidget(self._empty)
        inside.addStretch(1)
        frame, box = card()
        self._question = heading()
        box.addWidget(self._question)
        box.addWidget(quiet(self.tr("0 dry \u2013 10 worst imaginable")))
        box.addWidget(Column(rows), 1)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        return frame

    def _show(self, answer: DayAnswer) -> None:
        day, today, ratings, followed, own = answer
        was_today, self._today = self._today, today
        if today != was_today and self.day == was_today:
            self.go_to(today)  # midnight has passed, or the patient's day ends later
            return
        if day != self.day:
            return
        self._region_names().update(own)
        yesterday = day - timedelta(days=1)
        self._values = {r.region: _value(r) for r in ratings if r.day == day}
        self._ghosts = {r.region: _value(r) for r in ratings if r.day == yesterday}
        recent = {r.region for r in ratings}
        rest = [region for region in self._names if region in recent and region not in followed]
        self._listed = (*followed, *rest)
        self._show_day()

    def _show_day(self) -> None:
        text = QLocale().toString(_qdate(self.day), QLocale.FormatType.LongFormat)
        self._title.setText(text)
        self._question.setText(
            self.tr("Worst sweating in the last 24 hours")
            if self.day == self._today
            else self.tr("Worst sweating on this day")
        )
        listed = self._listed
        self.strips.show_rows(listed, self._values, self._ghosts)
        self.strips.mark(self._current)
        self.map.show_values(self._values, frozenset(self._listed))
        self._empty.setVisible(not listed)
        rated = sum(1 for region in self._listed if region in self._values)
        self._counts.setText(
            self.tr("{rated} of {all} of your regions rated").format(
                rated=rated, all=len(self._listed)
            )
            if self._listed
            else self.tr("Nothing is rated yet")
        )
        self._later.setEnabled(self.day < self._today)
        self._back.setEnabled(self.day != self._today)
        self._show_palette()
        self._explain(self._hinted)

    def _show_palette(self) -> None:
        known = bool(self._current)
        self._region_title.setText(
            self._names[self._current] if known else self.tr("No region chosen")
        )
        for widget in (self._palette, self._not_applicable, self._clear):
            widget.setEnabled(known)
        self._palette.set_value(self._values.get(self._current, NOT_RECORDED))
        self._palette.set_ghost(self._ghosts.get(self._current, NOT_RECORDED))

    def _choose(self, region: str) -> None:
        if region != self._current:
            self._current = region
            self._show_day()

    def _explain(self, region: str) -> None:
        self._hinted = region
        if not region:
            self._hint.setText(self.tr("Click a region, then type 0 to 10."))
            return
        self._hint.setText(
            self.tr("{region}: {value} (the day before: {before})").format(
                region=self._names[region],
                value=self._shown(self._values.get(region, NOT_RECORDED)),
                before=self._shown(self._ghosts.get(region, NOT_RECORDED)),
            )
        )

    def _shown(self, value: int) -> str:
        if value == NOT_RECORDED:
            return self.tr("not recorded")
        return self.tr("not applicable") if value == NOT_APPLICABLE else str(value)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _value(rating: Rating) -> int:
    return NOT_APPLICABLE if rating.severity is None else rating.severity


def _read_day(diary: Diary, day: date) -> DayAnswer:
    from model.records.person import FollowedRegion, OwnRegion

    followed = sorted(
        (row for row in diary.of(FollowedRegion) if row.followed), key=lambda row: row.position
    )
    recent = timedelta(days=RECENT_DAYS)
    ratings = diary.ratings_between(day - recent, day + recent)
    own = {region.id: region.name for region in diary.of(OwnRegion)}
    return day, diary.today(), ratings, tuple(row.region for row in followed), own


def _rating(diary: Diary, day: date, region: str, severity: int) -> Rating:
    from model.records.day import Rating

    entered = "same_day" if day == diary.today() else "late"
    value = None if severity == NOT_APPLICABLE else severity
    return Rating(day, region, value, entered, diary.now())


def _take_back(diary: Diary, day: date, region: str, title_text: str) -> Change | None:
    old = [r for r in diary.ratings_between(day, day) if r.region == region]
    return diary.remove(*old, title=title_text) if old else None
