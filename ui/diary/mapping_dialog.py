"""The dialog that asks what the columns of another program's table mean; it writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from model.exports import mapping as maps
from model.exports.dates import ORDERS
from model.exports.mapping_guess import as_text, of_text
from model.exports.mapping_look import NAMES_ASKED, Look, look
from ui.diary.first_rows import FirstRows
from ui.link import Link
from ui.settings import settings
from ui.widgets.entries import choice
from ui.widgets.layout import FINGER, Column, heading, named, quiet
from ui.widgets.wheel import WheelGuard
from ui.widgets.working import Working
from ui.words import region_names, sentence, translated
from ui.work import Work

if TYPE_CHECKING:
    from datetime import datetime

    from model.exports.region_words import RegionWords
    from model.exports.table import Table
    from model.files import Step
    from model.records.snapshot import Contents

_JOIN = ";"


class MappingDialog(QDialog):
    """Shows the first rows as they stand in the file and asks for each column what it holds."""

    read = Signal(object)  # the Contents, once Continue was pressed

    def __init__(
        self,
        link: Link,
        table: Table,
        words: RegionWords,
        guess: maps.ColumnMapping,
        own_regions: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Ask about a table.

        Args:
            link: reads it off the window's thread.
            table: as its file holds it.
            words: how regions are called.
            guess: where to begin.
            own_regions: names of the patient's own by their ids.
            parent: what it belongs to.
        """
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Columns of {file}").format(file=table.name))
        self.finished.connect(self._stop)
        self.finished.connect(self.deleteLater)
        self._link, self._table, self._words = link, table, words
        self._regions = region_names() | dict(own_regions)
        self._wheel = WheelGuard(self)
        self._looking: Work | None = None
        self._looked: Look | None = None
        self._goes_on = False  # Continue was pressed before all was read
        # A press that changes several fields at once is answered once.
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._look)
        start, remembered = self._start(guess)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(4, 4, 4, 4)
        self._inside.setSpacing(10)
        self._inside.addWidget(FirstRows(table))
        self._build_columns(start, remembered)
        self._build_ratings(start)
        self._build_sessions(start)
        self._inside.addStretch(1)
        self._build_foot(inside)
        self._show_parts()
        self._look()

    def sizeHint(self) -> QSize:
        """Ask for room for a few columns, no more than the screen has."""
        room, letters = self.screen().availableSize(), self.fontMetrics()
        wanted = QSize(95 * letters.averageCharWidth(), 42 * letters.height())
        return wanted.boundedTo(room - QSize(40, 60))

    def mapping(self) -> maps.ColumnMapping:
        """Return what was said so far."""
        said = self._known | {name: box.currentData() for name, box in self.names.items()}
        return maps.ColumnMapping(
            tuple(box.currentData() for box in self.columns),
            self.order.currentData() or self._start_order,
            self.scale.currentData(),
            tuple(said.items()),
            self.applicator.currentData(),
            tuple(filter(None, (self.treated.currentData() or "").split(_JOIN))),
        )

    def _start(self, guess: maps.ColumnMapping) -> tuple[maps.ColumnMapping, bool]:
        """Return what was said last time of a file with these columns, else a guess."""
        kept = of_text(str(settings().value(self._key(), "")))
        if kept is None or len(kept.columns) != len(self._table.header):
            return guess, False
        return kept, True

    def _key(self) -> str:
        return f"mapping/{self._table.signature}"

    def _build_columns(self, start: maps.ColumnMapping, remembered: bool) -> None:
        self._inside.addWidget(heading(self.tr("What each column holds")))
        if remembered:
            self._say(self.tr("As you said for a file with the same columns before."))
        fixed = {
            maps.DAY: self.tr("Day"),
            maps.REGION: self.tr("Name of the region"),
            maps.SEVERITY: self.tr("Severity of that region"),
            maps.TIME: self.tr("Session: time"),
            maps.MINUTES: self.tr("Session: minutes"),
            maps.CURRENT: self.tr("Session: current (mA)"),
        }
        form = _form()
        severity = self.tr("Severity: {region}")
        meanings = fixed | {id_: severity.format(region=n) for id_, n in self._regions.items()}
        self.columns: list[QComboBox] = []
        for header, meaning in zip(self._table.header, start.columns, strict=True):
            box = self._box(choice(self.tr("Leave out"), meanings, meaning))
            name = header.strip()
            box.setAccessibleName(self.tr("Column {name} holds").format(name=name))
            form.addRow(name.replace("&", "&&"), box)
            self.columns.append(box)
        self.order = self._box(choice(self.tr("Choose"), {}))
        self._start_order = start.order
        form.addRow(self.tr("Days are written"), self.order)
        form.setRowVisible(self.order, False)  # until it is known that it has to be asked
        self._form = form
        self._inside.addLayout(form)

    def _build_ratings(self, start: maps.ColumnMapping) -> None:
        self._ratings, box = _part()
        box.addWidget(heading(self.tr("Severity")))
        form = _form()
        self.scale = self._box(QComboBox())
        for id_, scale in maps.SCALES.items():
            text = self.tr("{low} to {high}")
            self.scale.addItem(text.format(low=scale.low, high=scale.high), id_)
        self.scale.setCurrentIndex(max(0, self.scale.findData(start.scale)))
        form.addRow(self.tr("Scale of the file (more is worse)"), self.scale)
        box.addLayout(form)
        self._rule = quiet()
        self._rule.setWordWrap(True)
        box.addWidget(self._rule)
        self._names_form = _form()
        self.names: dict[str, QComboBox] = {}
        self._known = dict(start.regions)
        box.addLayout(self._names_form)
        self._inside.addWidget(self._ratings)

    def _build_sessions(self, start: maps.ColumnMapping) -> None:
        from model.catalog.applicators import APPLICATORS

        self._sessions, box = _part()
        box.addWidget(heading(self.tr("Sessions")))
        names = {item.id: translated("Applicator", item.name) for item in APPLICATORS.values()}
        form = _form()
        self.applicator = self._box(choice(self.tr("Choose"), names, start.applicator))
        self.treated = self._box(choice(self.tr("Choose"), {}))
        self.applicator.currentIndexChanged.connect(lambda _: self._offer_treated(""))
        form.addRow(self.tr("All done with"), self.applicator)
        form.addRow(self.tr("Treated"), self.treated)
        box.addLayout(form)
        note = quiet(self.tr("A session without a time is put at noon of its day."))
        note.setWordWrap(True)
        box.addWidget(note)
        self._offer_treated(_JOIN.join(start.treated))
        self._inside.addWidget(self._sessions)

    def _build_foot(self, inside: QWidget) -> None:
        self.told = named(quiet(self.tr("Reading the table\u2026")), "banner")
        self.told.setWordWrap(True)
        self.working = Working()
        self.working.cancel.hide()  # the dialog has one
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = self.buttons.addButton(
            self.tr("C&ontinue"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go_on.setEnabled(False)
        named(self.go_on, "primary")
        self.go_on.setDefault(True)
        self.buttons.accepted.connect(self._continue)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Column(inside), 1)
        column.addWidget(self.told)
        column.addWidget(self.working)
        column.addWidget(self.buttons)
        self.resize(self.sizeHint())
        self.columns[0].setFocus()

    def _offer_treated(self, chosen: str) -> None:
        """Offer what the applicator reaches: pairs first, then single regions."""
        from model.catalog.applicators import APPLICATORS

        item = APPLICATORS.get(self.applicator.currentData())
        reached = [id_ for id_ in self._regions if item and id_ in item.regions]
        pairs = {(one, _other(one)): None for one in reached if _other(one) in reached}
        self.treated.blockSignals(True)
        while self.treated.count() > 1:
            self.treated.removeItem(1)
        for group in (*pairs, *((one,) for one in reached)):
            text = ", ".join(self._regions[one] for one in group)
            self.treated.addItem(text, _JOIN.join(group))
        first = 1 if self.treated.count() > 1 else 0
        self.treated.setCurrentIndex(max(first, self.treated.findData(chosen)))
        self.treated.blockSignals(False)
        self._late.start()

    def _ask_order(self, orders: tuple[str, ...]) -> None:
        """Ask in which order days are written, where the file itself does not tell."""
        self._form.setRowVisible(self.order, bool(orders))
        if [self.order.itemData(n) for n in range(1, self.order.count())] == list(orders):
            return
        chosen = self.order.currentData() or self._start_order
        self.order.blockSignals(True)
        while self.order.count() > 1:
            self.order.removeItem(1)
        for id_ in orders:
            self.order.addItem(translated("DateOrder", ORDERS[id_]), id_)
        self.order.setCurrentIndex(max(0, self.order.findData(chosen)))
        self.order.blockSignals(False)

    def _ask_names(self, names: tuple[str, ...], regions: Mapping[str, str]) -> None:
        """Ask which regions the file means, where a column of it names them."""
        if tuple(self.names) == names:
            return
        while self._names_form.rowCount():
            self._names_form.removeRow(0)
        self.names = {}
        for name in names:
            box = choice(self.tr("Leave out"), self._regions, regions[name])
            self.names[name] = self._box(box)
            box.setAccessibleName(self.tr("Region that {name} is").format(name=name))
            self._names_form.addRow(name.replace("&", "&&"), box)

    def _box(self, box: QComboBox) -> QComboBox:
        box.setMinimumHeight(FINGER)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.currentIndexChanged.connect(lambda _: self._late.start())
        self._wheel.guard(box)
        return box

    def _show_parts(self) -> None:
        mapping = self.mapping()
        rated = any(m in self._regions or m == maps.SEVERITY for m in mapping.columns)
        self._ratings.setVisible(rated)
        self._sessions.setVisible(mapping.has_sessions)
        self._rule.setText(self._scale_in_words(mapping.scale))

    def _look(self) -> None:
        """Read the table as it is mapped now; `_show` tells what comes of it."""
        self._stop()
        self._show_parts()
        table, mapping, words = self._table, self.mapping(), self._words

        def read(now: datetime, step: Step) -> Look:
            return look(table, mapping, words, now, step)

        title = self.tr("Reading {file}").format(file=table.name)
        self._looking = self._link.work(lambda diary: diary.now(), read, self._show, title)
        self._looking.ended.connect(self._look_ended)
        self.working.watch(self._looking)

    def _look_ended(self) -> None:
        """Wait no longer for what failed or was cancelled; Continue, or a change, reads again."""
        work = self._looking
        if work is not None and work is self.sender() and not work.is_done:
            self._looking, self._looked, self._goes_on = None, None, False
            self.go_on.setEnabled(True)

    def _stop(self) -> None:
        looking, self._looking = self._looking, None
        if looking is not None:
            looking.cancel()

    def _show(self, looked: Look) -> None:
        self._looking, self._looked = None, looked
        self._ask_names(looked.names, dict(looked.mapping.regions))
        self._ask_order(looked.orders)
        found = looked.found
        if found is not None:
            self._tell(self._numbers(found, len(looked.unasked)))
        elif looked.problem is not None:
            self._tell(sentence(looked.problem))
        self.go_on.setEnabled(found is not None and bool(found.ratings or found.sessions))
        if self._goes_on:
            self._continue()

    def _tell(self, text: str) -> None:
        """Say what would be read or what is wrong, on the screen and to a screen reader."""
        if text != self.told.text():
            self.told.setText(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self.told, QAccessible.Event.Alert))

    def _numbers(self, found: maps.Found, unasked: int) -> str:
        text = self.tr("To be read: {days} days, {ratings} ratings, {sessions} sessions.").format(
            days=self.locale().toString(found.days),
            ratings=self.locale().toString(found.ratings),
            sessions=self.locale().toString(found.sessions),
        )
        if found.repeated:
            more = self.tr(
                "Ratings of a region that had one on that day: {count}; the worst counts."
            )
            text = f"{text}\n{more.format(count=found.repeated)}"
        if unasked:
            more = self.tr(
                "The column names {count} regions. The first {most} are asked about; rows of the"
                " others are left out."
            )
            count = len(self.names) + unasked
            text = f"{text}\n{more.format(count=count, most=len(self.names))}"
        return text

    def _scale_in_words(self, id_: str) -> str:
        scale = maps.SCALES[id_]
        if (scale.low, scale.high) == (0, 10):
            return self.tr("Taken as it is. An empty cell is no rating, never 0.")
        span = scale.high - scale.low
        steps = range(scale.low, scale.high + 1, 1 if span <= 10 else span // 4)
        pair = self.tr("{value} becomes {severity}")
        pairs = ", ".join(pair.format(value=v, severity=scale.severity(v)) for v in steps)
        return self.tr(
            "Spread evenly over 0 to 10 and rounded to whole numbers: {pairs}. This is arithmetic:"
            " the scales were not compared with patients. An empty cell is no rating, never 0."
        ).format(pairs=pairs)

    def _say(self, text: str) -> None:
        line = quiet(text)
        line.setWordWrap(True)
        self._inside.addWidget(line)

    def _continue(self) -> None:
        """Hand on what was read; what is being read is waited for, what could not be, tried."""
        if self._looked is None and self._looking is None:
            self._late.start()
        self._goes_on = self._late.isActive() or self._looking is not None
        looked = self._looked
        if self._goes_on or looked is None or looked.found is None or not self.go_on.isEnabled():
            return
        asked = replace(looked.mapping, regions=looked.mapping.regions[: len(looked.names)])
        settings().setValue(self._key(), as_text(asked))
        self.accept()
        self.read.emit(self._reported(looked.found.contents, {*looked.unasked}))

    def _reported(self, contents: Contents, unasked: set[str]) -> Contents:
        """Return the contents; names that nobody was asked about are reported by their number."""
        if not unasked:
            return contents
        left = tuple(name for name in contents.unknown_columns if name not in unasked)
        more = self.tr("names of regions after the first {most}: {count}")
        more = more.format(most=NAMES_ASKED, count=len(unasked))
        return replace(contents, unknown_columns=(*left, more))


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    box = QVBoxLayout(part)
    box.setContentsMargins(0, 0, 0, 0)
    return part, box


def _form() -> QFormLayout:
    return QFormLayout(
        fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow,
        rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows,
        verticalSpacing=8,
    )


def _other(region: str) -> str:
    from model.catalog.regions import REGIONS

    return REGIONS[region].pair if region in REGIONS and REGIONS[region].side == "left" else ""
