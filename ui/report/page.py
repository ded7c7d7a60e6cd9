"""Doctor's report: the page as it will be printed, and the button that saves it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.link import Link
from ui.widgets.layout import Column, header, named, quiet, title
from ui.widgets.page import Page
from ui.widgets.saving import ask_where_to_save
from ui.words import translated

if TYPE_CHECKING:
    from model.diary import Diary

MARGIN = 22
A4_WIDTH_INCHES = 8.27
PAGE_WIDTH = 820  # widest picture of the page on the screen, in pixels of a 100 % screen


class ReportPage(Page):
    """Preview and file come from one renderer; what is seen is what is saved."""

    KINDS = frozenset(
        {
            "rating",
            "session",
            "profile",
            "day_context",
            "assessment",
            "reaction",
            "co_treatment",
            "event",
            "question",
            "own_region",
            "baseline",
            "induction",
            "device",
        }
    )

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._saved: Path | None = None
        self._pictures: tuple[bytes, ...] = ()
        self._labels: list[QLabel] = []
        self._drawn: list[QPixmap] = []
        self._build()

    def refresh(self) -> None:
        """Draw the page again from the diary."""
        weeks = self.period.currentData()
        ppi = PAGE_WIDTH / A4_WIDTH_INCHES * self.devicePixelRatioF()
        self._state.setText(self.tr("Drawing the page\u2026"))
        self._link.read(lambda diary: _pictures(diary, weeks, ppi), self._show)

    def save(self, target: Path) -> None:
        """Save the page as a PDF file."""
        weeks = self.period.currentData()
        self._link.read(lambda diary: _write(diary, weeks, target), self._was_saved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width of the window."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._state = quiet()
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Period of the report"))
        self.period.addItem(self.tr("Whole diary"), None)
        for weeks in (4, 12, 26):
            self.period.addItem(self.tr("Last {weeks} weeks").format(weeks=weeks), weeks)
        self.period.currentIndexChanged.connect(self.refresh)
        self.save_button = named(QPushButton(self.tr("Save as PDF\u2026")), "primary")
        self.save_button.clicked.connect(self._choose_file)
        self.open_button = QPushButton(self.tr("Open the PDF"))
        self.open_button.setVisible(False)
        self.open_button.clicked.connect(self._open_saved)
        buttons = (self.period, self.open_button, self.save_button)
        head = header(title(self.tr("Doctor's report")), self._state, *buttons)
        self._sheets = QVBoxLayout()
        self._sheets.setSpacing(16)
        inside = QWidget()
        inside.setLayout(self._sheets)
        self._scroll = Column(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys scroll the page
        self._scroll.setAccessibleName(self.tr("Preview of the report"))
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, 16, MARGIN, 8)
        page.addLayout(head)
        page.addWidget(self._scroll, 1)

    def _show(self, pictures: tuple[bytes, ...]) -> None:
        self._pictures = pictures
        while (old := self._sheets.takeAt(0)) is not None:
            if (sheet := old.widget()) is not None:
                sheet.deleteLater()
        self._labels, self._drawn = [], []
        for number in range(1, len(pictures) + 1):
            sheet = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
            sheet.setAccessibleName(self.tr("Page {number} of the report").format(number=number))
            sheet.setAccessibleDescription(
                self.tr("A picture of the page. The saved PDF can be read by a screen reader.")
            )
            self._sheets.addWidget(sheet)
            self._labels.append(sheet)
            drawn = QPixmap()
            drawn.loadFromData(pictures[number - 1])
            self._drawn.append(drawn)
        self._fit()
        self._state.setText(
            self.tr("The file as it will be saved. Pages: {count}").format(count=len(pictures))
        )

    def _fit(self) -> None:
        """Show each sheet as wide as the window allows, never wider than PAGE_WIDTH."""
        ratio = self.devicePixelRatioF()
        width = round(min(PAGE_WIDTH, self.width() - 2 * MARGIN - 40) * ratio)
        for sheet, drawn in zip(self._labels, self._drawn, strict=True):
            if sheet.pixmap().width() != width:
                scaled = drawn.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
                scaled.setDevicePixelRatio(ratio)
                sheet.setPixmap(scaled)

    def _choose_file(self) -> None:
        name = self.tr("Report {day}", "file name").format(day=self._link.clock().date())
        endings = {self.tr("PDF (*.pdf)"): "pdf"}
        ask_where_to_save(self, self.tr("Save the report"), name, endings, self.save)

    def _was_saved(self, target: Path) -> None:
        self._saved = target
        self.open_button.setVisible(True)
        self._state.setText(self.tr("Saved as {file}").format(file=target))

    def _open_saved(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))


def _period(diary: Diary, weeks: int | None) -> tuple[date, date] | None:
    if weeks is None:
        return None
    return diary.today() - timedelta(days=7 * weeks - 1), diary.today()


def _pictures(diary: Diary, weeks: int | None, ppi: float) -> tuple[bytes, ...]:
    from model.report import page_pngs

    return tuple(page_pngs(diary.snapshot(), _period(diary, weeks), diary.today(), ppi, translated))


def _write(diary: Diary, weeks: int | None, target: Path) -> Path:
    from model.report import write_pdf

    write_pdf(diary.snapshot(), target, _period(diary, weeks), diary.today(), translated)
    return target
