"""The dialog for an event, and what it shares with that for another treatment: days, regions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from model.catalog.regions import REGIONS
from model.catalog.terms import EVENT_KINDS
from model.records.person import OwnRegion
from model.records.rules import LAST_DAY, NAME_LIMIT, NOTE_LIMIT, OWN_PREFIX
from ui.widgets.entries import EntryDialog, choice
from ui.widgets.layout import FINGER, Column, heading, quiet
from ui.widgets.region_rows import Box, RegionTree
from ui.widgets.when import DayField as TypedDay
from ui.words import vocabulary

if TYPE_CHECKING:
    from model.records.person import Event

AROUND = QSize(40, 60)  # points of the screen that a window's frame and the desktop's bars need


class Sides(QWidget):
    """Two parts side by side, or one below the other where there is no room for that."""

    def __init__(self, left: QWidget, right: QWidget, room: int = 0) -> None:
        """Lay the parts out; they need `room` points in all, or else what they ask for."""
        super().__init__()
        self._parts, self._room = (left, right), room
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(QMargins())
        self._box.setSpacing(14)
        for part in self._parts:
            self._box.addWidget(part, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the wider part only."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, self._box.minimumSize().height())

    def height_at(self, width: int) -> int:
        """Return the height that the parts need at a width."""
        self._turn(width)
        self._box.invalidate()
        return self._box.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts beside each other where both fit."""
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        both = sum(part.minimumSizeHint().width() for part in self._parts) + self._box.spacing()
        beside = width >= max(both, self._room)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)


class DayField(QWidget):
    """A day that may stay open: it counts only while its box is ticked."""

    def __init__(self, name: str, says: str, proposed: date) -> None:
        super().__init__()
        self.box = Box(says)
        self.box.setMinimumHeight(FINGER)
        self.date = day_edit(proposed)
        self.rename(name)
        # Hidden while it does not count: a day in grey would look like one that is recorded.
        kept = self.date.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.date.setSizePolicy(kept)
        self.date.setVisible(False)
        self.box.toggled.connect(self.date.setVisible)
        line = QHBoxLayout(self)
        line.setContentsMargins(QMargins())
        line.addWidget(self.box)
        line.addWidget(self.date, 1)
        self.setFocusProxy(self.box)

    def rename(self, name: str) -> None:
        """Ask for the same under another name."""
        says = self.tr("{what}: {answer}").format(what=name, answer=self.box.text())
        self.box.setAccessibleName(says)
        self.date.text.setAccessibleName(name)

    @property
    def day(self) -> date | None:
        """The day, None while it is left open."""
        return self.date.day if self.box.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show a day that the diary holds, or that it holds none."""
        if day is not None:
            self.date.show_day(day, LAST_DAY)
        self.box.setChecked(day is not None)


class RegionTicks(QWidget):
    """All regions in a list to tick, with a search line; both sides are ticked at once."""

    def __init__(self, name: str, names: Mapping[str, str], ticked: Iterable[str] = ()) -> None:
        super().__init__()
        self._names = names
        self._ticked = dict.fromkeys(ticked)
        self.search = QLineEdit(
            placeholderText=self.tr("Search, for instance hand"), clearButtonEnabled=True
        )
        self.search.setAccessibleName(self.tr("Search for a region"))
        self.search.setMinimumHeight(FINGER)
        self.both = Box(self.tr("&Tick both sides together"), checked=True)
        self.both.setMinimumHeight(FINGER)
        self.tree = RegionTree(name)
        self._said, self._none_found = quiet(), quiet(self.tr("No region has this name."))
        self._said.setWordWrap(True)
        self._none_found.hide()
        self.search.textChanged.connect(self._filter)
        self.tree.ticked.connect(self._tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        for part in (heading(name), self._said, self.search, self.both, self._none_found):
            column.addWidget(part)
        column.addWidget(self.tree, 1)
        self._show()

    @property
    def regions(self) -> tuple[str, ...]:
        """The ticked regions, in the order in which they were ticked."""
        return tuple(self._ticked)

    def go_to_first_found(self) -> None:
        """Let the arrow keys and the space bar work on what the search has left."""
        if self.tree.go_to_first():
            self.tree.setFocus()

    def _filter(self, text: str) -> None:
        self._none_found.setVisible(not self.tree.show_only(text))

    def _tick(self, region: str, on: bool) -> None:
        if on:
            pair = REGIONS[region].pair if region in REGIONS and self.both.isChecked() else ""
            sides = [known for known in REGIONS if known in (region, pair)]
            self._ticked |= dict.fromkeys(sides or [region])
        else:  # a tick is taken back on its own side only
            self._ticked.pop(region, None)
        self._show()

    def _show(self) -> None:
        known = dict.fromkeys((*self._names, *self._ticked))
        own = [
            # The tree reads a region of one's own by its name and id only.
            OwnRegion(self._names.get(region, region), "", id=region)
            for region in known
            if region.startswith(OWN_PREFIX)
        ]
        self.tree.show_regions(self._names, own, frozenset(self._ticked))
        self._filter(self.search.text())
        chosen = ", ".join(self._names.get(region, region) for region in self._ticked)
        self._said.setText(
            self.tr("Chosen: {regions}").format(regions=chosen)
            if chosen
            else self.tr("None is chosen.")
        )


class RegionsEntryDialog(EntryDialog):
    """A form beside a list of regions; both scroll together where the screen is small."""

    def __init__(self, ticks: RegionTicks, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.ticks = ticks
        form_side = QWidget()
        self._column.removeItem(self.form)
        form_column = QVBoxLayout(form_side)
        form_column.setContentsMargins(QMargins())
        form_column.addLayout(self.form)
        form_column.addStretch(1)
        self._sides = Sides(form_side, ticks)
        self._scroll = Column(self._sides)
        self._column.insertWidget(0, self._scroll, 1)
        self.resize(self._room().width(), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search line to what was found; Enter there shall not close the dialog."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.ticks.search.hasFocus():
            self.ticks.go_to_first_found()
        else:
            super().keyPressEvent(event)

    def _tab_on_from(self, last: QWidget) -> None:
        """Let Tab go from the last field of the form to the regions and then to OK."""
        ticks = self.ticks
        way = (last, ticks.search, ticks.both, ticks.tree, self.ok)
        for one, other in pairwise(way):
            QWidget.setTabOrder(one, other)

    def _add_day(self, label: QLabel | str, field: DayField) -> None:
        field.date.setMinimumHeight(FINGER)
        self._wheel.guard(field.date)
        self.form.addRow(label, field)

    def _room(self) -> QSize:
        return QSize(860, 640).boundedTo(self.screen().availableSize() - AROUND)

    def _fit(self) -> None:
        """Grow to what is shown, but not beyond the screen; what has no room then scrolls."""
        margins, gap = self._column.contentsMargins(), self._column.spacing()
        inside = self.width() - margins.left() - margins.right()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        height = margins.top() + margins.bottom() + self.buttons.sizeHint().height() + gap
        height += self._sides.height_at(inside - bar)
        if not self.problem.isHidden():
            height += self.problem.heightForWidth(inside) + gap
        most = (self.screen().availableSize() - AROUND).height()
        self.resize(self.width(), min(height, most))


class EventDialog(RegionsEntryDialog):
    """Asks what happened and when; regions, title and note may stay open. `entered`: an Event."""

    def __init__(
        self,
        today: date,
        names: Mapping[str, str],
        event: Event | None = None,
        parent: QWidget | None = None,
    ) -> None:
        name = self.tr("Regions, if only some")
        super().__init__(RegionTicks(name, names, event.regions if event else ()), parent)
        self.setWindowTitle(self.tr("Event"))
        self._event = event
        self.kind = choice(self.tr("Choose what it was"), vocabulary("Event", EVENT_KINDS))
        self.kind.currentIndexChanged.connect(self._look)
        self.title = QLineEdit(maxLength=NAME_LIMIT)
        self.day = day_edit(event.day if event else today, self.tr("Day"))
        self.until = DayField(self.tr("Last day"), self.tr("Lasted until"), today)
        self.note = QLineEdit(maxLength=NOTE_LIMIT)
        self._add(self.tr("&What"), self.kind)
        self._add(self.tr("T&itle"), self.title)
        self._add(self.tr("&Day"), self.day)
        self._add_day(self.tr("&Several days"), self.until)
        self._add(self.tr("&Note"), self.note)
        self._tab_on_from(self.note)
        if event is not None:
            self.kind.setCurrentIndex(max(0, self.kind.findData(event.kind)))
            self.title.setText(event.title)
            self.until.show_day(event.until)
            self.note.setText(event.note)
        self._look()
        self._shown = self._values()
        self.kind.setFocus()

    def record(self) -> Event:
        """Return the event; of one that is corrected, only what was changed is touched."""
        from model.records.person import Event

        refuse_unreadable(self.day, self.until)
        values = self._values()
        if self._event is None:
            event = Event(**values)
        else:
            changed = {k: value for k, value in values.items() if value != self._shown[k]}
            event = replace(self._event, **changed)
        refuse_backwards(event.day, event.until)
        return event

    def _values(self) -> dict[str, Any]:
        return {
            "kind": self.kind.currentData(),
            "day": self.day.day,
            "until": self.until.day,
            "regions": self.ticks.regions,
            "title": self.title.text().strip(),
            "note": self.note.text(),
        }

    def _look(self) -> None:
        self.ok.setEnabled(bool(self.kind.currentData()))


def day_edit(day: date, name: str = "") -> TypedDay:
    """Return a field for a day, with its calendar."""
    field = TypedDay(name)
    field.show_day(day, LAST_DAY)
    return field


def refuse_unreadable(*fields: DayField | TypedDay) -> None:
    """Raise DiaryError where what was typed is no day."""
    from model.records.errors import DiaryError
    from model.text import QT_TRANSLATE_NOOP

    for field in fields:
        typed = field.date if isinstance(field, DayField) else field
        counts = not isinstance(field, DayField) or field.box.isChecked()
        if counts and typed.day is None:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "'{value}' is no day of the calendar. Write it like {example}."
                ),
                value=typed.text.text(),
                example=date(2026, 11, 22),
            )


def refuse_backwards(first: date | None, last: date | None) -> None:
    """Raise DiaryError where the last day comes before the first."""
    from model.records.errors import DiaryError
    from model.text import QT_TRANSLATE_NOOP

    if first is not None and last is not None and last < first:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "The last day comes before the first day.")
        )
