"""Doctor's report: the page as it will be printed or saved, and what may be chosen of it."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.link import Link
from ui.report.choice import Choice, last_visit, remember, remembered
from ui.report.panel import OptionsPanel, ReportDaysDialog
from ui.report.printing import PRINTER_PPI, Printing, wanted_of
from ui.report.questions import QuestionsCard
from ui.report.sheets import Sheets
from ui.widgets.layout import FINGER, Column, header, named, quiet, title
from ui.widgets.page import Page
from ui.widgets.saved import Saved
from ui.widgets.saving import ask_where_to_save
from ui.widgets.working import Working

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from model.diary import Diary
    from model.files import Step
    from model.records.person import Question
    from model.records.snapshot import Snapshot
    from ui.work import Work

    Asked = tuple[Snapshot, date]

MARGIN = 22
PAPER_INCHES = 8.5  # of the wider paper
FINER = 2  # a sheet is drawn that much finer than shown: small letters of charts stay whole
PAGE_WIDTH = 820  # widest picture of the page on the screen, in pixels of a 100 % screen
PANEL_WIDTH = 296
PATIENCE_MS = 200  # after the last change: who ticks four boxes wants one page
PANEL_FROM = 1100  # width of the page from which the options stand open


class ReportPage(Page):
    """Preview, file and printer come from one renderer; what is seen is what is saved."""

    KINDS = frozenset(
        {"rating", "session", "profile", "day_context", "assessment", "reaction", "co_treatment"}
        | {"event", "question", "own_region", "baseline", "induction", "device", "course"}
        | {"wet_again"}
        | {"contraindication_answer", "notice", "owned_applicator", "gravimetry", "moment"}
    )

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._drawing: Work | None = None
        self._printing: Work | None = None
        self._snapshot: Snapshot | None = None  # only while a drawing is about to begin
        self._asks = False  # the diary, for what shall be drawn
        self._old = threading.Event()  # set: what is being drawn is out of date
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._late.timeout.connect(self._draw)
        self._seen = False
        self.choice = remembered()
        self.pictures: tuple[bytes, ...] = ()
        self.panel: OptionsPanel | None = None
        self.dialog: QDialog | None = None
        self._build()

    @property
    def is_drawing(self) -> bool:
        """Whether the preview will change without anything more being chosen."""
        return self._late.isActive() or self._asks or self._drawing is not None

    def refresh(self) -> None:
        """Draw the page again from the diary."""
        if self.panel is None:
            self._add_panel()
        self._link.read(_questions, self.questions.show_questions)
        self._draw_soon()

    def choose(self, choice: Choice) -> None:
        """Take other options; they are remembered, and the preview follows."""
        self.choice = choice
        remember(choice)
        self._draw_soon()

    def save(self, target: Path) -> None:
        """Save the page as it is chosen now as a PDF file, unless another one is being saved."""
        if self.saving.is_busy:
            return
        choice = self.choice

        def write(asked: Asked, step: Step) -> None:
            from model.report.layout import write_pdf

            write_pdf(asked[0], target, choice.options(*asked), asked[1], step=step)

        title = self.tr("Saving the page")
        work = self._link.work(_asked, write, lambda _: None, title)
        later = self.tr("The report of {diary} was saved as {file}")
        diary = self._link.path.name if self._link.path else ""
        work.file, work.told_later = target, later.format(diary=diary, file=target.name)
        self.saved.follow(work, target, self.tr("Saved as {file}").format(file=target))
        self.saving.watch(work)

    def print_on(self, printer: QPrinter) -> None:
        """Print the page on a printer that was chosen, unless it is being saved or printed."""
        if self.saving.is_busy:
            return
        choice, wanted = self.choice, wanted_of(printer)

        def draw(asked: Asked, step: Step) -> tuple[tuple[bytes, ...], int]:
            options = choice.options(*asked)
            if wanted is None:
                from model.report.layout import page_pngs

                every = page_pngs(asked[0], options, asked[1], PRINTER_PPI, step)
                return every, len(every)
            from model.report.picked import picked_pngs

            return picked_pngs(asked[0], options, asked[1], PRINTER_PPI, wanted, step)

        def send(drawn: tuple[tuple[bytes, ...], int]) -> None:
            self._send(*drawn, printer)

        self.saved.hide()
        self._printing = self._link.work(_asked, draw, send, self.tr("Printing the page"))
        self._printing.ended.connect(self._was_drawn_for_printer)
        self.saving.watch(self._printing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width of the window."""
        super().resizeEvent(event)
        if not self._seen:
            self._seen = True
            self.options.setChecked(self.width() >= PANEL_FROM)
        self.sheets.fit(self._width_of_sheets())

    def _build(self) -> None:
        self.state = quiet()
        self.options = QPushButton(self.tr("Options"), checkable=True, minimumHeight=FINGER)
        self.options.toggled.connect(self._show_panel)
        self.print_button = QPushButton(self.tr("Print\u2026"), minimumHeight=FINGER)
        self.print_button.clicked.connect(self._choose_printer)
        self.save_button = named(QPushButton(self.tr("Save as PDF\u2026")), "primary")
        self.save_button.clicked.connect(self._choose_file)
        buttons = (self.options, self.print_button, self.save_button)
        self.working = Working()
        self.saving = Working(self.save_button, self.print_button)
        self.saved = Saved()
        self.sheets = Sheets()
        self._scroll = Column(self.sheets)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys scroll the page
        self._scroll.setAccessibleName(self.tr("Preview of the report"))
        self._row = QHBoxLayout()
        self._row.addWidget(self._scroll, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, 16, MARGIN, 8)
        page.addLayout(header(title(self.tr("Doctor's report")), self.state, *buttons))
        for part in (self.working, self.saving, self.saved):
            page.addWidget(part)
        page.addLayout(self._row, 1)

    def _add_panel(self) -> None:
        """Make the options when the page is first asked for: they load the model's report."""
        self.panel = OptionsPanel(self.choice)
        self.panel.changed.connect(self.choose)
        self.panel.own_days_wanted.connect(self._ask_for_days)
        self.questions = QuestionsCard(self._link)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        column.addWidget(self.questions)
        column.addStretch(1)
        self._side = Column(both)
        self._side.setFixedWidth(PANEL_WIDTH)
        self._side.setVisible(self.options.isChecked())
        self._row.insertWidget(0, self._side)

    def _show_panel(self, on: bool) -> None:
        if self.panel is not None:
            self._side.setVisible(on)
            self._row.activate()
            self.sheets.fit(self._width_of_sheets())

    def _draw_soon(self) -> None:
        """Draw once nothing was changed for a moment, and no earlier drawing is at work.

        An earlier one is not cancelled: typst cannot be interrupted, and would go on beside the
        next drawing, and a third. What it draws is not shown.
        """
        self.state.setText(self.tr("Drawing the page\u2026"))
        self._old.set()
        if self._drawing is not None and self._drawing.is_cancelled:
            self._drawing.ended.disconnect(self._drawing_ended)
            self._drawing = None
        if self.pictures or self.is_drawing:
            self._late.start()
        else:
            self._draw()  # nothing is seen yet

    def _draw(self) -> None:
        if self._asks or self._drawing is not None:
            return  # when that has ended it finds itself out of date
        self._old = threading.Event()
        self._asks = True
        self._link.snapshot(self._keep)
        self._link.read(lambda diary: diary.today(), self._begin)

    def _keep(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def _begin(self, today: date) -> None:
        """Draw what was read; where that failed there is nothing to draw."""
        snapshot, self._snapshot, self._asks = self._snapshot, None, False
        choice, old = self.choice, self._old
        if old.is_set():
            self._draw_again()
            return
        if snapshot is None:
            self._say_not_drawn(self.tr("The page could not be drawn."))
            return
        ppi = FINER * PAGE_WIDTH / PAPER_INCHES * self.devicePixelRatioF()

        def draw(asked: Asked, step: Step) -> tuple[tuple[bytes, ...], date | None]:
            from model.report.layout import page_pngs

            options = choice.options(*asked)
            return page_pngs(asked[0], options, asked[1], ppi, step), last_visit(*asked)

        def show(drawn: tuple[tuple[bytes, ...], date | None]) -> None:
            if not old.is_set():
                self._show(*drawn)

        title = self.tr("Drawing the page")
        self._drawing = self._link.work(lambda _: (snapshot, today), draw, show, title)
        self._drawing.ended.connect(self._drawing_ended)
        self.working.watch(self._drawing)

    def _drawing_ended(self) -> None:
        work, self._drawing = self._drawing, None
        if work is None:
            return
        if work.is_cancelled:
            self._late.stop()  # what would be drawn next was cancelled with it
            self._say_not_drawn(self.tr("The page was not drawn. Choose less of an appendix."))
        elif self._old.is_set():
            self._draw_again()
        elif not work.is_done:  # the link says why
            self._say_not_drawn(self.tr("The page could not be drawn."))

    def _draw_again(self) -> None:
        if not self._late.isActive():
            self._draw()

    def _say_not_drawn(self, said: str) -> None:
        """Say it, and take away what was drawn of other options."""
        self.pictures = ()
        self.sheets.show_pictures((), 0)
        self.state.setText(said)

    def _show(self, pictures: tuple[bytes, ...], visit: date | None) -> None:
        self.pictures = pictures
        if self.panel is not None:
            self.panel.show_visit(visit)
        self.sheets.show_pictures(pictures, self._width_of_sheets())
        self.state.setText(
            self.tr("The file as it will be saved. Pages: {count}").format(count=len(pictures))
        )

    def _width_of_sheets(self) -> int:
        """Return how wide the window lets the sheets be, never wider than PAGE_WIDTH."""
        beside = PANEL_WIDTH if self.panel is not None and self.options.isChecked() else 0
        return min(PAGE_WIDTH, self.width() - 2 * MARGIN - 40 - beside)

    def _send(self, chosen: tuple[bytes, ...], count: int, printer: QPrinter) -> None:
        if not chosen:
            said = self.tr("None of the chosen pages is there. Pages: {count}")
            self.saved.say(said.format(count=count))
            return
        printing = Printing(chosen, printer, self.tr("Printing the page"))
        self._printing = printing.work
        self._printing.ended.connect(self._was_printed)
        self.saving.watch(self._printing, at_once=len(chosen) > 1)
        printing.begin()

    def _was_drawn_for_printer(self) -> None:
        if self._printing is not None and self._printing.is_cancelled:
            self.saved.say(self.tr("Cancelled. Nothing was printed."))

    def _was_printed(self) -> None:
        work, self._printing = self._printing, None
        if work is None:
            return
        if work.is_done:
            said = self.tr("Sent to the printer.")
        elif work.is_cancelled:
            said = self.tr("Cancelled. The printer may have got some pages before.")
        else:
            said = self.tr("The printer did not take the page. Save it as a PDF and print that.")
        self.saved.say(said)

    def _choose_file(self) -> None:
        if self.saving.is_busy:
            return
        day = self._link.clock().date()
        name = self.tr("Sweating report {day}", "file name").format(day=day)
        endings = {self.tr("PDF (*.pdf)"): "pdf"}
        ask_where_to_save(self, self.tr("Save the report"), name, endings, self.save)

    def _choose_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if self.saving.is_busy:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if self.pictures and not self.is_drawing:
            dialog.setMinMax(1, len(self.pictures))
        dialog.accepted.connect(lambda: self.print_on(printer))
        self._open(dialog)

    def _ask_for_days(self) -> None:
        if self.panel is None:
            return
        today = self._link.clock().date()
        shown = self.choice.days or (today - timedelta(days=27), today)
        dialog = ReportDaysDialog(today, shown, self)
        dialog.chosen.connect(self.panel.choose_days)
        dialog.rejected.connect(self.panel.show_choice)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None


def _questions(diary: Diary) -> tuple[Question, ...]:
    from model.records.person import Question

    return diary.of(Question)


def _asked(diary: Diary) -> Asked:
    return diary.snapshot(), diary.today()
