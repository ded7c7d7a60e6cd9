"""Doctor's report: the page as it will be printed or saved, and what may be chosen of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.link import Link
from ui.report.choice import Choice, last_visit, remember, remembered
from ui.report.panel import OptionsPanel, ReportDaysDialog
from ui.report.printing import PRINTER_PPI, paint
from ui.report.questions import QuestionsCard
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
PAGE_WIDTH = 820  # widest picture of the page on the screen, in pixels of a 100 % screen
PANEL_WIDTH = 296
PANEL_FROM = 1100  # width of the page from which the options stand open


class ReportPage(Page):
    """Preview, file and printer come from one renderer; what is seen is what is saved."""

    KINDS = frozenset(
        {"rating", "session", "profile", "day_context", "assessment", "reaction", "co_treatment"}
        | {"event", "question", "own_region", "baseline", "induction", "device", "course"}
        | {"contraindication_answer", "notice", "owned_applicator", "gravimetry", "moment"}
    )

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._drawing: Work | None = None
        self._labels: list[QLabel] = []
        self._drawn: list[QPixmap] = []
        self._seen = False
        self.choice = remembered()
        self.pictures: tuple[bytes, ...] = ()
        self.panel: OptionsPanel | None = None
        self.dialog: QDialog | None = None
        self._build()

    def refresh(self) -> None:
        """Draw the page again from the diary."""
        if self.panel is None:
            self._add_panel()
        if self._drawing is not None:
            self._drawing.cancel()
        self._link.read(_questions, self.questions.show_questions)
        choice = self.choice
        ppi = PAGE_WIDTH / PAPER_INCHES * self.devicePixelRatioF()
        self.state.setText(self.tr("Drawing the page\u2026"))

        def draw(asked: Asked, step: Step) -> tuple[tuple[bytes, ...], date | None]:
            from model.report.layout import page_pngs

            options = choice.options(*asked)
            return page_pngs(asked[0], options, asked[1], ppi, step), last_visit(*asked)

        work = self._link.work(_asked, draw, self._show, self.tr("Drawing the page"))
        self._drawing = work
        work.ended.connect(lambda: self._was_drawn(work))
        self.working.watch(work)

    def choose(self, choice: Choice) -> None:
        """Take other options; they are remembered, and the preview follows."""
        self.choice = choice
        remember(choice)
        self.refresh()

    def save(self, target: Path) -> None:
        """Save the page as a PDF file."""
        choice = self.choice

        def write(asked: Asked, step: Step) -> Path:
            from model.report.layout import write_pdf

            write_pdf(asked[0], target, choice.options(*asked), asked[1], step=step)
            return target

        self.saved.hide()
        work = self._link.work(_asked, write, self._was_saved, self.tr("Saving the page"))
        self.saving.watch(work)

    def print_on(self, printer: QPrinter) -> None:
        """Print the page on a printer that was chosen."""
        choice = self.choice

        def draw(asked: Asked, step: Step) -> tuple[bytes, ...]:
            from model.report.layout import page_pngs

            return page_pngs(asked[0], choice.options(*asked), asked[1], PRINTER_PPI, step)

        def send(pictures: tuple[bytes, ...]) -> None:
            done = paint(pictures, printer)
            self.saved.say(
                self.tr("Sent to the printer.")
                if done
                else self.tr("The printer did not take the page. Save it as a PDF and print that.")
            )

        self.saved.hide()
        self.saving.watch(self._link.work(_asked, draw, send, self.tr("Printing the page")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width of the window."""
        super().resizeEvent(event)
        if not self._seen:
            self._seen = True
            self.options.setChecked(self.width() >= PANEL_FROM)
        self._fit()

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
        self.saving = Working(self.save_button)
        self.saved = Saved()
        self._sheets = QVBoxLayout()
        self._sheets.setSpacing(16)
        inside = QWidget()
        inside.setLayout(self._sheets)
        self._scroll = Column(inside)
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
            self._fit()

    def _show(self, drawn: tuple[tuple[bytes, ...], date | None]) -> None:
        self.pictures, visit = drawn
        if self.panel is not None:
            self.panel.show_visit(visit)
        while (old := self._sheets.takeAt(0)) is not None:
            if (sheet := old.widget()) is not None:
                sheet.deleteLater()
        self._labels, self._drawn = [], []
        for number, picture in enumerate(self.pictures, 1):
            self._add_sheet(number, picture)
        self._fit()
        self.state.setText(
            self.tr("The file as it will be saved. Pages: {count}").format(count=len(self.pictures))
        )

    def _add_sheet(self, number: int, picture: bytes) -> None:
        sheet = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        sheet.setAccessibleName(self.tr("Page {number} of the report").format(number=number))
        sheet.setAccessibleDescription(
            self.tr("A picture of the page. The saved PDF can be read by a screen reader.")
        )
        self._sheets.addWidget(sheet)
        self._labels.append(sheet)
        drawn = QPixmap()
        drawn.loadFromData(picture)
        self._drawn.append(drawn)

    def _fit(self) -> None:
        """Show each sheet as wide as the window allows, never wider than PAGE_WIDTH."""
        ratio = self.devicePixelRatioF()
        beside = PANEL_WIDTH if self.panel is not None and self.options.isChecked() else 0
        width = round(min(PAGE_WIDTH, self.width() - 2 * MARGIN - 40 - beside) * ratio)
        for sheet, drawn in zip(self._labels, self._drawn, strict=True):
            if sheet.pixmap().width() != width:
                scaled = drawn.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
                scaled.setDevicePixelRatio(ratio)
                sheet.setPixmap(scaled)

    def _was_drawn(self, work: Work) -> None:
        """Say that the drawing was ended, where no other one has begun since."""
        if work is self._drawing:
            self._drawing = None
            if work.is_cancelled:
                self.state.setText(self.tr("The page was not drawn. Choose less of an appendix."))

    def _choose_file(self) -> None:
        day = self._link.clock().date()
        name = self.tr("Sweating report {day}", "file name").format(day=day)
        endings = {self.tr("PDF (*.pdf)"): "pdf"}
        ask_where_to_save(self, self.tr("Save the report"), name, endings, self.save)

    def _choose_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
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

    def _was_saved(self, target: Path) -> None:
        self.saved.show_file(target, self.tr("Saved as {file}").format(file=target))


def _questions(diary: Diary) -> tuple[Question, ...]:
    from model.records.person import Question

    return diary.of(Question)


def _asked(diary: Diary) -> Asked:
    return diary.snapshot(), diary.today()
