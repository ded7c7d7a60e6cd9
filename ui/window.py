"""The window: navigation, pages, menus, undo and redo, and what it says when something fails."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.link import REDONE, STORED, UNDONE, Link
from ui.look import look_of, style_sheet
from ui.settings import settings
from ui.today.page import TodayPage
from ui.widgets.layout import named, quiet
from ui.widgets.page import Page
from ui.words import sentence, translated

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.errors import DiaryError
    from model.records.snapshot import Change
    from ui.progress.warm import WarmUp

    State = tuple[str | None, str | None, DiaryError | None, DiaryError | None]

PAGES = ("today", "sessions", "progress", "report", "diary")
"""Order of the navigation; each is a folder of ui/ whose page.py holds <Name>Page."""

WARM_UP_AFTER_MS = 1500
"""Importing matplotlib slows everything else for a second: first let the patient press a key."""


class Window(QMainWindow):
    """One diary, one window; pages are made when they are first shown."""

    painted = Signal()  # once, after the first paint

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link
        self._stale: set[str] = set()
        self._pages: dict[str, Page] = {}
        self.setWindowTitle("Drymap")
        self.setMinimumSize(QSize(900, 620))
        self._styled = ""
        self._painted = False
        self._failed = False
        self._warmed_up = False
        self.warm_up: WarmUp | None = None
        self._settled = False  # all is on the disk, the window may go
        self._build()
        self._build_menus()
        self._restore_geometry()
        # At the start nothing is open that a press could be mistaken for: it waits its turn.
        link.opening.connect(lambda: self._middle.setEnabled(link.path is None))
        link.opened.connect(self._opened)
        link.writing.connect(self._let_undo)
        link.storing.connect(self._let_undo)
        link.waiting.connect(self._say_what_is_written)
        link.unchanged.connect(self._ask_state)
        link.changed.connect(self._changed)
        link.failed.connect(self.show_failure)
        link.future.connect(self._ask_about_clock)
        link.broke.connect(self.show_fault)

    @property
    def page(self) -> str:
        """The id of the page that is shown."""
        return PAGES[self.navigation.currentRow()]

    def go_to(self, page: str) -> None:
        """Show a page by its id."""
        self.navigation.setCurrentRow(PAGES.index(page))

    def shown(self, page: str) -> Page:
        """Return a page, made now if it was never shown."""
        if page not in self._pages:
            kind = getattr(import_module(f"ui.{page}.page"), f"{page.capitalize()}Page")
            self._add_page(page, cast(Page, kind(self.link)))
        return self._pages[page]

    def open_at_start(self, path: Path | None) -> None:
        """Open the diary that was asked for, or the one at the usual place, made if it is new."""
        if path is None:
            from ui.places import default_diary

            path = default_diary()
            self.link.open(path, create=not path.exists())
        else:
            self.link.open(path)

    def show_failure(self, error: DiaryError, is_write: bool = False) -> None:
        """Say what went wrong and what to do; after a write the page shows again what is stored."""
        self._failed = True
        self._middle.setEnabled(True)
        self._say(sentence(error))
        if self.link.path is None:
            self._banner.setText(sentence(error))  # stays: an empty page would look like a loss
            self._banner.setVisible(True)
            self.go_to("diary")  # from there another diary can be opened or made
        elif is_write:
            self._refresh(self.page)
            self._ask_state()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the window can be seen: only then the rest is loaded."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._was_painted)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system from light to dark and back."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange):
            self._apply_look()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything is on the disk; a write that fails keeps the window open.

        An import that was agreed to is written first, too; one that is refused is asked about.
        """
        if (focused := self.focusWidget()) is not None:
            focused.clearFocus()  # a field that is being edited is stored when it is left
        if self.link.path is None or self._settled:
            settings().setValue("geometry", self.saveGeometry())
            if self.warm_up is not None:
                self.warm_up.stop()
            super().closeEvent(event)
            return
        event.ignore()
        self._failed = False
        self.link.when_stored(self._close_if_all_is_stored)

    def _close_if_all_is_stored(self, is_written: bool) -> None:
        if is_written and not self._failed:
            self._settled = True
            self.close()

    def _was_painted(self) -> None:
        self._fill_menus()
        self.painted.emit()

    def _build(self) -> None:
        self.navigation = named(QListWidget(), "navigation")
        self.navigation.setAccessibleName(self.tr("Pages"))
        self.navigation.setFrameShape(QFrame.Shape.NoFrame)
        self.navigation.addItems(
            [
                self.tr("Today"),
                self.tr("Sessions"),
                self.tr("Progress"),
                self.tr("Doctor's report"),
                self.tr("Diary"),
            ]
        )
        self._stack = named(QStackedWidget(), "pages")
        self._place = quiet()
        self._place.setWordWrap(True)
        self._place.setContentsMargins(18, 0, 12, 14)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.navigation, 1)
        side.addWidget(self._place)
        self._side = named(QWidget(), "page")
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        middle = self._middle = named(QWidget(), "page")
        self._banner = named(quiet(), "banner")
        self._banner.setWordWrap(True)
        self._banner.setVisible(False)
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._banner)
        row = QHBoxLayout()
        whole.addLayout(row, 1)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        words = self.navigation.fontMetrics()
        longest = max(words.horizontalAdvance(self.navigation.item(n).text()) for n in range(5))
        self._side.setFixedWidth(max(170, longest + 60))
        self.statusBar()  # made now: made at the first message it would push everything up
        self._apply_look()
        self._add_page("today", TodayPage(self.link))
        self.navigation.setCurrentRow(0)
        self.navigation.currentRowChanged.connect(self._show_page)

    def _build_menus(self) -> None:
        """Lay out the menu bar; what opens from it and its shortcuts follow the first paint."""
        bar = self.menuBar()
        self._diary_menu = bar.addMenu(self.tr("&Diary"))
        self._edit_menu = bar.addMenu(self.tr("&Edit"))
        self._view_menu = bar.addMenu(self.tr("&View"))
        self.undo_action = self._edit_menu.addAction(self.tr("&Undo"), self.link.undo)
        self.redo_action = self._edit_menu.addAction(self.tr("&Redo"), self.link.redo)
        self.undo_action.setEnabled(False)
        self.redo_action.setEnabled(False)

    def _fill_menus(self) -> None:
        from PySide6.QtGui import QKeySequence

        self.undo_action.setShortcut(QKeySequence.StandardKey.Undo)
        self.redo_action.setShortcut(QKeySequence.StandardKey.Redo)
        for number, page in enumerate(PAGES):
            text = self.navigation.item(number).text()
            action = self._view_menu.addAction(text)
            action.triggered.connect(lambda _=False, page=page: self.go_to(page))
            action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
        self._diary_menu.addAction(self.tr("&Quit"), self.close).setShortcut(
            QKeySequence.StandardKey.Quit
        )

    def _restore_geometry(self) -> None:
        geometry = settings().value("geometry")
        if not geometry or not self.restoreGeometry(geometry):
            room = QApplication.primaryScreen().availableSize()
            frame = QSize(16, 48)  # of the window manager; its size is not known before
            self.resize(QSize(1280, 800).boundedTo(room - frame))

    def _apply_look(self) -> None:
        sheet = style_sheet(look_of(QApplication.palette()))
        if sheet != self._styled:  # setting a sheet sends another PaletteChange
            self._styled = sheet
            self.setStyleSheet(sheet)

    def _show_page(self, row: int) -> None:
        page = self.shown(PAGES[row])
        page.setEnabled(self.link.path is not None or PAGES[row] == "diary")
        self._stack.setCurrentWidget(page)
        if PAGES[row] in self._stale:
            self._refresh(PAGES[row])

    def _refresh(self, page: str) -> None:
        if self.link.path is not None:
            self._stale.discard(page)
            self.shown(page).refresh()

    def _add_page(self, name: str, page: Page) -> None:
        self._pages[name] = page
        page.page_wanted.connect(self.go_to)
        self._stack.addWidget(page)
        self._stale.add(name)

    def _forget_pages(self) -> None:
        """Make every page anew: nothing of one diary may be left on the pages of another."""
        old, self._pages = self._pages, {}
        # First the new page: without a current one the stack would show an old one again.
        self._stack.setCurrentWidget(self.shown(self.page))
        for page in old.values():
            self._stack.removeWidget(page)
            page.deleteLater()

    def _opened(self, path: Path) -> None:
        self._middle.setEnabled(True)
        if self._place.text():
            self._forget_pages()
        self._stale = set(self._pages)
        for page in self._pages.values():
            page.setEnabled(True)
        self._place.setText(path.name)
        self._place.setToolTip(str(path))
        self._refresh(self.page)
        self._ask_state()
        if not self._warmed_up:
            from ui.reminder import Reminder

            self._warmed_up = True
            self.reminder = Reminder(self.link, self)
            QTimer.singleShot(WARM_UP_AFTER_MS, self._warm_up)
        self._take_up_timer(path)

    def _warm_up(self) -> None:
        from ui.progress.warm import WarmUp

        self.warm_up = WarmUp(self.link, self)
        self.warm_up.start()

    def _take_up_timer(self, path: Path) -> None:
        """Make the page of a timer that still runs: it has to give its cues."""
        from ui.sessions.timer_kept import KeptTimer

        if KeptTimer(path).read() is not None:
            from ui.sessions.page import SessionsPage

            cast(SessionsPage, self.shown("sessions")).take_up_timer(path)

    def _let_undo(self) -> None:
        """Take Ctrl+Z at once: the undo waits its turn behind the write, unless that takes long."""
        self.undo_action.setEnabled(not self.link.is_storing)
        self.undo_action.setText(self.tr("&Undo"))
        if self.link.is_storing:
            self.redo_action.setEnabled(False)

    def _say_what_is_written(self, title: str) -> None:
        self.statusBar().showMessage(self.tr("{work} is finished first.").format(work=title))

    def _changed(self, change: Change, deed: str) -> None:
        for name, page in self._pages.items():
            if change.kinds & page.KINDS:
                self._stale.add(name)
        if self.page in self._stale:
            self._refresh(self.page)
        said = {
            STORED: self.tr("{title} \u2013 stored"),
            UNDONE: self.tr("{title} \u2013 undone"),
            REDONE: self.tr("{title} \u2013 done again"),
        }
        title = translated("Change", change.title)
        self.statusBar().showMessage(said[deed].format(title=title), 5000)
        self._ask_state()

    def _ask_state(self) -> None:
        def question(diary: Diary) -> State:
            return diary.undo_title, diary.redo_title, diary.read_only, diary.backup_problem

        self.link.read(question, self._show_state)

    def _show_state(self, state: State) -> None:
        undo, redo, read_only, backup_problem = state
        trouble = read_only or backup_problem
        self._banner.setText(sentence(trouble) if trouble else "")
        self._banner.setVisible(trouble is not None)
        undo, redo = (title and translated("Change", title) for title in (undo, redo))
        self.undo_action.setEnabled(undo is not None and not self.link.is_storing)
        self.redo_action.setEnabled(redo is not None and not self.link.is_storing)
        self.undo_action.setText(
            self.tr("&Undo {title}").format(title=undo) if undo else self.tr("&Undo")
        )
        self.redo_action.setText(
            self.tr("&Redo {title}").format(title=redo) if redo else self.tr("&Redo")
        )

    def _ask_about_clock(self, error: DiaryError, store_anyway: Callable[[], None]) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Question, "Drymap", sentence(error), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr("Is the clock of this computer wrong? You can store the entry all the same.")
        )
        keep = box.addButton(self.tr("Store it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        keep.clicked.connect(store_anyway)
        box.open()

    def _say(self, text: str) -> None:
        """Show a sentence in a box, unless the same one is still open."""
        from PySide6.QtWidgets import QMessageBox

        if any(box.isVisible() and box.text() == text for box in self.findChildren(QMessageBox)):
            return
        box = QMessageBox(QMessageBox.Icon.Warning, "Drymap", text, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()

    def show_fault(self, error: BaseException) -> None:
        """Say that something broke inside the program, with the details to report."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(
            QMessageBox.Icon.Critical,
            "Drymap",
            self.tr(
                "Something went wrong inside Drymap. Your diary is safe: nothing was half written."
            ),
            parent=self,
        )
        box.setDetailedText(f"{type(error).__name__}: {error}")
        box.open()
