"""The dialog that asks what the columns of another program's table mean; it writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.exports import mapping as maps
from model.exports.dates import ORDERS
from model.exports.mapping_guess import as_text, guessed, of_text
from model.records.errors import DiaryError
from ui.settings import settings
from ui.widgets.entries import choice
from ui.widgets.layout import FINGER, Column, heading, named, quiet
from ui.widgets.wheel import WheelGuard
from ui.words import region_names, sentence, translated

if TYPE_CHECKING:
    from model.exports.table import Table
    from model.records.snapshot import Contents

ROWS_SHOWN = 5
NAMES_ASKED = 100
"""Names of regions that are asked about, the rest is left out: a person has not that many."""

MANY_ROWS = 2_000
"""Rows from which reading takes long enough to be felt (20 years of 30 regions: 1.5 s)."""

_JOIN = ";"


class MappingDialog(QDialog):
    """Shows the first rows as they stand in the file and asks for each column what it holds."""

    read = Signal(object)  # the Contents, once Continue was pressed

    def __init__(
        self,
        table: Table,
        own_regions: Mapping[str, str],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about a table; `own_regions` names those by their ids, `now` ends the days."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Columns of {file}").format(file=table.name))
        self.finished.connect(self.deleteLater)
        self._table, self._now = table, now
        self._regions = region_names() | dict(own_regions)
        self._wheel = WheelGuard(self)
        self._found: maps.Found | None = None
        self._asks_order = False
        # A press that changes several fields at once is answered once.
        patience = 0 if len(table.rows) < MANY_ROWS else 400
        self._late = QTimer(self, singleShot=True, interval=patience)
        self._late.timeout.connect(self._look)
        start, remembered = self._start()
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(4, 4, 4, 4)
        self._inside.setSpacing(10)
        self._build_rows()
        self._build_columns(start, remembered)
        self._build_ratings(start)
        self._build_sessions(start)
        self._inside.addStretch(1)
        self._build_foot(inside)
        self._look()

    def sizeHint(self) -> QSize:
        """Ask for room for a few columns, no more than the screen has."""
        room, letters = self.screen().availableSize(), self.fontMetrics()
        wanted = QSize(95 * letters.averageCharWidth(), 42 * letters.height())
        return wanted.boundedTo(room - QSize(40, 60))

    def showEvent(self, event: QShowEvent) -> None:
        """Make the table as high as its rows: the style is known only now."""
        super().showEvent(event)
        rows = self._rows
        high = sum(rows.rowHeight(number) for number in range(rows.rowCount()))
        parts = rows.horizontalHeader(), rows.horizontalScrollBar()
        rows.setFixedHeight(high + sum(part.sizeHint().height() for part in parts) + 4)

    def mapping(self) -> maps.ColumnMapping:
        """Return what was said so far."""
        return maps.ColumnMapping(
            tuple(box.currentData() for box in self.columns),
            self.order.currentData() if self._asks_order else "",
            self.scale.currentData(),
            (
                *((name, box.currentData()) for name, box in self.names.items()),
                *((name, "") for name in self._unasked),
            ),
            self.applicator.currentData(),
            tuple(filter(None, (self.treated.currentData() or "").split(_JOIN))),
        )

    def _start(self) -> tuple[maps.ColumnMapping, bool]:
        """Return what was said last time of a file with these columns, else a guess."""
        guess = guessed(self._table, self._regions)
        kept = of_text(str(settings().value(self._key(), "")))
        if kept is None or len(kept.columns) != len(self._table.header):
            return guess, False
        return kept, True

    def _key(self) -> str:
        return f"mapping/{self._table.signature}"

    def _build_rows(self) -> None:
        table = self._table
        shown = QTableWidget(min(ROWS_SHOWN, len(table.rows)), len(table.header))
        shown.setHorizontalHeaderLabels([name.strip() for name in table.header])
        shown.setAccessibleName(self.tr("First rows of the file"))
        shown.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        shown.setVerticalHeaderLabels([str(line) for line in table.lines[:ROWS_SHOWN]])
        shown.setTabKeyNavigation(False)
        for number in range(shown.rowCount()):
            for column, cell in enumerate(table.rows[number]):
                shown.setItem(number, column, QTableWidgetItem(cell[:80]))
        shown.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        shown.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        shown.resizeRowsToContents()
        shown.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = shown
        self._inside.addWidget(shown)

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
        self._unasked: tuple[str, ...] = ()
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
        self.told = named(quiet(), "banner")
        self.told.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = self.buttons.addButton(
            self.tr("C&ontinue"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        named(self.go_on, "primary")
        self.go_on.setDefault(True)
        self.buttons.accepted.connect(self._continue)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Column(inside), 1)
        column.addWidget(self.told)
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

    def _ask_order(self) -> None:
        """Ask in which order days are written, where the file itself does not tell."""
        orders = maps.orders_in(self._table, self.mapping())
        self._asks_order = len(orders) > 1
        self._form.setRowVisible(self.order, self._asks_order)
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

    def _ask_names(self) -> None:
        """Ask which regions the file means, where a column of it names them."""
        all_names = maps.names_in(self._table, self.mapping())
        named_now, self._unasked = all_names[:NAMES_ASKED], all_names[NAMES_ASKED:]
        if tuple(self.names) == named_now:
            return
        guess = guessed(self._table, self._regions).regions
        while self._names_form.rowCount():
            self._names_form.removeRow(0)
        known = dict(guess) | self._known
        self.names = {}
        for name in named_now:
            box = choice(self.tr("Leave out"), self._regions, known.get(name, ""))
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

    def _look(self) -> None:
        """Read the table as it is mapped now and tell what comes of it."""
        self._ask_names()
        self._ask_order()
        mapping = self.mapping()
        rated = any(m in self._regions or m == maps.SEVERITY for m in mapping.columns)
        self._ratings.setVisible(rated)
        self._sessions.setVisible(mapping.has_sessions)
        self._rule.setText(self._scale_in_words(mapping.scale))
        try:
            self._found = maps.found_in(self._table, mapping, self._now)
        except DiaryError as problem:
            self._found = None
            self._tell(sentence(problem))
        else:
            self._tell(self._numbers(self._found))
        found = self._found
        self.go_on.setEnabled(found is not None and bool(found.ratings or found.sessions))

    def _tell(self, text: str) -> None:
        """Say what would be read or what is wrong, on the screen and to a screen reader."""
        if text != self.told.text():
            self.told.setText(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self.told, QAccessible.Event.Alert))

    def _numbers(self, found: maps.Found) -> str:
        text = self.tr("To be read: {days} days, {ratings} ratings, {sessions} sessions.").format(
            days=found.days, ratings=found.ratings, sessions=found.sessions
        )
        if found.repeated:
            more = self.tr(
                "Ratings of a region that had one on that day: {count}; the worst counts."
            )
            text = f"{text}\n{more.format(count=found.repeated)}"
        if self._unasked:
            more = self.tr(
                "The column names {count} regions. The first {most} are asked about; rows of the"
                " others are left out."
            )
            count = len(self.names) + len(self._unasked)
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
        if self._late.isActive():
            self._late.stop()
            self._look()
        if self._found is None:
            return
        said = self.mapping()
        asked = replace(said, regions=said.regions[: len(self.names)])
        settings().setValue(self._key(), as_text(asked))
        self.accept()
        self.read.emit(self._reported(self._found.contents))

    def _reported(self, contents: Contents) -> Contents:
        """Return the contents; names that nobody was asked about are reported by their number."""
        if not self._unasked:
            return contents
        unasked = {*self._unasked}
        left = tuple(name for name in contents.unknown_columns if name not in unasked)
        more = self.tr("names of regions after the first {most}: {count}")
        more = more.format(most=len(self.names), count=len(unasked))
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
