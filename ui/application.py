"""Starts the window: application object, language, link to the diary, and what loads after it."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ui import RESOURCES
from ui.link import Clock, Link
from ui.window import Window


def run(diary: Path | None, clock: Clock) -> int:
    """Show the window on a diary (None = the usual place) until it is closed.

    Returns:
        The exit status of the program.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Drymap")
    app.setDesktopFileName("drymap")
    translators = _translators(app)
    link = Link(clock)
    window = Window(link)
    # The diary and the heavy libraries load only once the window has been painted.
    window.painted.connect(lambda: window.open_at_start(diary))
    window.show()
    sys.excepthook = lambda kind, error, trace: _report(window, kind, error, trace)
    of_threads = threading.excepthook
    threading.excepthook = lambda fault: _report_from_thread(link, fault)
    status = app.exec()
    sys.excepthook = sys.__excepthook__
    threading.excepthook = of_threads
    link.close()
    del translators
    return status


def _report(
    window: Window, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Tell of a fault of ours on the window's thread; Qt goes on, and the diary is untouched."""
    sys.__excepthook__(kind, error, trace)
    window.show_fault(error)


def _report_from_thread(link: Link, fault: threading.ExceptHookArgs) -> None:
    """Hand a fault of another thread to the window, which alone may show it."""
    threading.__excepthook__(fault)
    if fault.exc_value is not None:
        link.broke.emit(fault.exc_value, False)


def _translators(app: QApplication) -> list[QTranslator]:
    found = []
    for name, folder in (
        ("drymap", str(RESOURCES / "locale")),
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator(app)
        if translator.load(QLocale(), name, "_", folder):
            app.installTranslator(translator)
            found.append(translator)
        elif name == "drymap":  # the window speaks English then, and so do its dates
            QLocale.setDefault(QLocale(QLocale.Language.English, QLocale().territory()))
    return found
