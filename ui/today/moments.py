"""Several entries a day: moments with their time, region, severity and what set them off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.entries import Entry as Row
from ui.widgets.entries import EntryDialog, EntryList, choice, region_choice
from ui.widgets.layout import heading, named, quiet
from ui.widgets.severity import NOT_RECORDED
from ui.widgets.strip import RatingStrip
from ui.widgets.when import TimeBox
from ui.words import date_text, vocabulary

if TYPE_CHECKING:
    from model.records.day import Moment

NOON = time(12)


class MomentsCard(QFrame):
    """The moments of one day and the button that adds one; the page stores what they tell."""

    added = Signal(object)  # a Moment
    removed = Signal(object)
    worst_wanted = Signal(str, int)  # let the day say what the worst moment of a region says

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "card")
        self._clock = clock
        self._day: date | None = None
        self._day_ends_at = 0
        self._names: Mapping[str, str] = {}
        self._region = ""
        self._moments: dict[str, Moment] = {}
        self._worse: tuple[str, int] = ("", NOT_RECORDED)
        self.dialog: MomentDialog | None = None
        self.retired: frozenset[str] = frozenset()  # regions that are named, but not offered
        self.add = QPushButton(self.tr("Add a moment\u2026"), minimumHeight=32)
        self.add.clicked.connect(self._ask)
        self.list = EntryList(self.add)
        self.list.removed.connect(lambda id_: self.removed.emit(self._moments[id_]))
        self.raise_day = QPushButton(minimumHeight=32)
        self.raise_day.clicked.connect(lambda: self.worst_wanted.emit(*self._worse))
        hint = quiet(
            self.tr(
                "Note sweating as it happens. A day counts as its worst moment, unless you rate"
                " the day yourself."
            )
        )
        hint.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.addWidget(heading(self.tr("Moments of the day")))
        box.addWidget(hint)
        box.addWidget(self.list)
        box.addWidget(self.raise_day)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_moments(
        self,
        day: date,
        moments: Sequence[Moment],
        names: Mapping[str, str],
        region: str,
        day_ends_at: int = 0,
        values: Mapping[str, int] | None = None,
    ) -> None:
        """Show the moments of a day.

        Args:
            day: the day shown; times before `day_ends_at` belong to the night after it.
            moments: what the diary holds of that day.
            names: every region that can be chosen, with its name.
            region: the region chosen on the map, "" for none.
            day_ends_at: hour 0..6 at which the user's day ends.
            values: severities of the day by region; absent = not recorded.
        """
        self._day, self._day_ends_at = day, day_ends_at
        self._names, self._region = names, region
        self._moments = {moment.id: moment for moment in moments}
        ordered = sorted(moments, key=lambda moment: (moment.at, moment.id))
        self.list.show_entries([self._row(moment) for moment in ordered])
        self._compare(ordered, values or {})

    def _compare(self, moments: Sequence[Moment], values: Mapping[str, int]) -> None:
        """Offer the worst moment where the day, as it was rated, says less."""
        worse = [m for m in moments if m.severity > values.get(m.region, NOT_RECORDED)]
        if self.raise_day.hasFocus() and not worse:
            self.add.setFocus()  # not the button that deletes, which is next
        self.raise_day.setVisible(bool(worse))
        if worse:
            most = max(worse, key=lambda moment: moment.severity)
            self._worse = (most.region, most.severity)
            self.raise_day.setText(
                self.tr("{region}: take {severity} for the day").format(
                    region=self._names.get(most.region, most.region), severity=most.severity
                )
            )

    def _row(self, moment: Moment) -> Row:
        region = self._names.get(moment.region, moment.region)
        at = moment.at.strftime("%H:%M")
        return Row(
            moment.id,
            self.tr("moment at {time}, {region}").format(time=at, region=region),
            self.tr("{region}: {severity} of 10").format(region=region, severity=moment.severity),
            self._more(moment),
            at,
        )

    def _more(self, moment: Moment) -> str:
        triggers = _triggers()
        said = [triggers.get(trigger, trigger) for trigger in moment.triggers]
        if moment.at.date() > moment.day:
            said.insert(0, self.tr("after midnight"))
        return ", ".join([*said, *filter(None, [moment.note])])

    def _ask(self) -> None:
        if self._day is None:
            return
        offered = {id_: name for id_, name in self._names.items() if id_ not in self.retired}
        dialog = MomentDialog(self._clock, self._day, offered, self._day_ends_at, self)
        dialog.entered.connect(self.added)
        dialog.start_with(self._region)
        dialog.waits = True
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None


class MomentDialog(EntryDialog):
    """Asks for one moment: a severity is all that must be said where the region is chosen."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        day: date,
        names: Mapping[str, str],
        day_ends_at: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("A moment of {day}").format(day=date_text(day)))
        self._clock, self._day, self._day_ends_at = clock, day, day_ends_at
        self.region = region_choice(names, "")
        self.severity = RatingStrip(self.tr("Severity"), may_not_apply=False)
        self.time = TimeBox(self.tr("Time"))
        self._night = quiet()
        self._night.setVisible(False)
        self.trigger = _trigger_choice(self.tr("no trigger noted"))
        self.trigger.setAccessibleName(self.tr("Trigger, chosen or in your own words"))
        self._add(self.tr("&Region"), self.region)
        self._add(self.tr("&Severity"), self.severity)
        self._add(self.tr("&Time"), self.time)
        self.form.addRow("", self._night)
        self._add(self.tr("Tri&gger"), self.trigger)
        self.region.currentIndexChanged.connect(self._look)
        self.severity.chosen.connect(self._rate)
        self.severity.completed.connect(self._rate)
        self.time.editTextChanged.connect(lambda _: self._tell_night())
        self._show_time()

    def start_with(self, region: str) -> None:
        """Propose the region chosen on the map and begin with what is left to say."""
        self.region.setCurrentIndex(max(0, self.region.findData(region)))
        (self.severity if self.region.currentData() else self.region).setFocus()

    def record(self) -> Moment:
        """Return the moment; one that is yet to come is refused."""
        from model.records.day import Moment
        from model.records.errors import DiaryError
        from model.text import QT_TRANSLATE_NOOP

        now, clock = aware(self._clock()), self.time.time
        if clock is None:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "'{value}' is no time of day. Write it like 19:30."
                ),
                value=self.time.currentText(),
            )
        at = local_time(self._date(), clock, now)
        if at > now:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "{time} on {date} is yet to come. Choose the time it was."
                ),
                time=at.strftime("%H:%M"),
                date=date_text(at.date()),
            )
        triggers = tuple(filter(None, [_chosen_trigger(self.trigger)]))
        return Moment(at, self._day, self.region.currentData(), self.severity.value(), triggers)

    def _rate(self, severity: int) -> None:
        self.severity.set_value(severity)
        self._look()

    def _look(self) -> None:
        said = self.severity.value() != NOT_RECORDED
        self.ok.setEnabled(said and bool(self.region.currentData()))

    def _show_time(self) -> None:
        """Propose this minute on the day that is being lived, noon on any other."""
        now = aware(self._clock())
        lived = (now - timedelta(hours=self._day_ends_at)).date() == self._day
        shown = now.time() if lived else NOON
        self.time.show_time(shown)
        self._tell_night()

    def _date(self) -> date:
        clock = self.time.time
        late = clock is not None and clock.hour < self._day_ends_at
        return self._day + timedelta(days=late)

    def _tell_night(self) -> None:
        """Say to which night a time belongs that is counted to the day before."""
        self._night.setText(self.tr("In the night to {date}").format(date=date_text(self._date())))
        self._night.setVisible(self._date() != self._day)
        self._fit()


def aware(now: datetime) -> datetime:
    """Return a time of the clock with its offset, to the second."""
    return (now if now.utcoffset() is not None else now.astimezone()).replace(microsecond=0)


def local_time(day: date, at: time, now: datetime) -> datetime:
    """Return a time of a day with the offset that holds on that day.

    Args:
        day: the calendar day.
        at: hour and minute as a clock on the wall showed them.
        now: the present with its offset, which tells the zone.
    """
    local = datetime.combine(day, at)
    if local == now.replace(second=0, microsecond=0, tzinfo=None):
        found = now.replace(second=0, microsecond=0)  # also in the hour that comes twice
    elif isinstance(now.tzinfo, timezone) and now.astimezone().utcoffset() == now.utcoffset():
        # The offset of today is no zone: in the other half of the year summer time differs.
        found = local.astimezone()
    else:
        found = local.replace(tzinfo=now.tzinfo)
    return found.replace(tzinfo=timezone(found.utcoffset() or timedelta()))


def _triggers() -> dict[str, str]:
    from model.catalog.terms import TRIGGERS

    return vocabulary("Trigger", TRIGGERS)


def _trigger_choice(nothing: str) -> QComboBox:
    """Return a box to choose a trigger from, or to type one's own."""
    from model.records.rules import NAME_LIMIT

    box = choice(nothing, _triggers())
    words = QLineEdit(placeholderText=nothing, maxLength=NAME_LIMIT)
    box.setLineEdit(words)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    # One's own words shall not grow into a term of the list; the stubs do not know of None.
    box.setCompleter(None)  # type: ignore[arg-type]
    box.activated.connect(lambda row: words.clear() if row == 0 else None)
    words.clear()
    return box


def _chosen_trigger(box: QComboBox) -> str:
    """Return the id of a trigger of the list, or the words that were typed."""
    words = box.currentText().strip()
    row = box.findText(words, Qt.MatchFlag.MatchFixedString)  # whatever the case
    return str(box.itemData(row)) if row >= 0 else words
