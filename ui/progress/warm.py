"""What Progress needs is made ready in the background, so that the first click does not wait."""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QApplication

from ui.link import Link
from ui.progress.found import Found, find, first_region, is_for_doctor
from ui.progress.period import ALL
from ui.words import translated

if TYPE_CHECKING:
    from model.charts.style import Palette
    from model.charts.view import View
    from model.records.snapshot import Snapshot

NAME = "warm-up"
"""Of the thread that imports and draws."""

FIRST_SEEN = ("change", "body", "timeline", "overview")
"""The charts that the page shows first."""

SIZES = {"change": (485, 300), "body": (485, 390), "timeline": (1018, 250), "overview": (1018, 250)}
"""Width and least height in points of these charts in a window of the usual size.

How words break into lines and where they have room follows from the size.
"""


SEARCHED_AFTER = 10_000
"""New objects after which Python looks for garbage among them."""

_loaded = threading.Event()
"""Set once what draws charts is in memory."""


class ChartsLoader(QObject):
    """Loads what draws charts, beside the window: it takes a second, most of it matplotlib's."""

    loaded = Signal()
    failed = Signal()  # the fault itself goes to the window

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_begun = False

    @property
    def is_done(self) -> bool:
        """Whether charts can be drawn without waiting."""
        return _loaded.is_set()

    @property
    def is_at_work(self) -> bool:
        """Whether it was begun and has not ended yet."""
        return self._is_begun

    def start(self) -> None:
        """Begin, unless it is at work already; then `loaded`."""
        if not self.is_at_work:
            self._is_begun = True
            _aside(self._load)

    def _load(self) -> None:
        try:
            if not self.is_done:
                with _uncollected():
                    _import_charts()
                _loaded.set()
            _tell(self.loaded)  # before it is no longer at work: who waits for that has heard it
        finally:
            if not self.is_done:
                _tell(self.failed)
            self._is_begun = False  # so that it can be tried again


class WarmUp(QObject):
    """Loads what draws charts, reads the diary, and draws once what the page will show.

    Importing matplotlib, reading 20 years and setting the words of the charts take seconds; what
    was read and drawn is kept where the page finds it. Once the page itself has been asked for
    nothing more is made ready: it would only take the processor from it.
    """

    drawn = Signal(str)  # id of a chart

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._stopped = threading.Event()
        self._loader = ChartsLoader(self)
        self._loader.loaded.connect(lambda: self._link.snapshot(self._find))

    def start(self) -> None:
        """Begin; the window stays free."""
        if not self._is_overtaken():
            self._loader.start()

    def stop(self) -> None:
        """Begin nothing more: the window is closed."""
        self._stopped.set()

    def _find(self, snapshot: Snapshot) -> None:
        if self._stopped.is_set() or self._is_overtaken():
            return
        for_doctor = is_for_doctor()
        self._link.read(lambda diary: find(snapshot, ALL, for_doctor, diary.today()), self._draw)

    def _draw(self, found: Found) -> None:
        if not (found.is_empty or self._stopped.is_set() or self._is_overtaken()):
            from ui.progress.colours import palette_of_now

            palette, ratio = palette_of_now(), QApplication.primaryScreen().devicePixelRatio()
            _aside(lambda: self._draw_ahead(found.view, palette, ratio))

    def _draw_ahead(self, view: View, palette: Palette, ratio: float) -> None:
        """Draw the first charts on no screen: their words are kept as pictures."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        from model.charts import CHARTS
        from ui.progress.canvas import DPI, MOST_STRETCHED

        region, before = first_region(view.progress), 0
        for chart in FIRST_SEEN:
            if self._stopped.is_set():
                return
            live, (width, least) = CHARTS[chart].live, SIZES[chart]
            needed = live.height_of(view, region)
            height = max(least, round((needed or 0) * DPI / 72))
            if chart == "body":  # it is as tall as the chart beside it, which came before
                height = max(least, min(before, round(MOST_STRETCHED * least)))
            before = height
            canvas = FigureCanvasAgg(Figure((width / DPI, height / DPI), dpi=DPI * ratio))
            made = live(canvas.figure, palette, translated)  # held: it draws its data itself
            made.show(view, region)
            canvas.draw()
            _tell(self.drawn, chart)

    def _is_overtaken(self) -> bool:
        """Tell whether the window has the page already."""
        page, window = sys.modules.get("ui.progress.page"), self.parent()
        return bool(page and window and window.findChild(page.ProgressPage))


def _import_charts() -> None:
    from model.charts import CHARTS
    from model.charts.loading import load_matplotlib

    load_matplotlib()
    import_module("ui.progress.canvas")
    import_module("ui.progress.page")
    for chart in FIRST_SEEN:
        CHARTS[chart].load()


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage among what is loaded, now and, once it is, later.

    To go through it again and again takes a sixth of the time until the page stands. The price:
    cycles among all that lives at that moment are never freed; it is paid once. What is drawn
    afterwards comes in thousands of objects at a time, and is searched less often than every 700.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
        gc.set_threshold(SEARCHED_AFTER)
    finally:
        gc.enable()


def _tell(signal: SignalInstance, *values: str) -> None:
    with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
        signal.emit(*values)


def _aside(work: Callable[[], object]) -> None:
    # Not a daemon: one that is cut off inside matplotlib at exit aborts the program.
    threading.Thread(target=work, name=NAME).start()
