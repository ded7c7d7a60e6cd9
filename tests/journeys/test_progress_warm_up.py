"""The warm-up draws what the page shows first, and leaves nothing behind a closed window."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import clock
from ui.link import Link
from ui.progress.warm import FIRST_SEEN, NAME, WarmUp
from ui.window import Window


@pytest.fixture
def path(sample_path):
    return sample_path


ROOT = Path(__file__).parents[2]


def is_at_work():
    return any(thread.name == NAME for thread in threading.enumerate())


def test_the_words_of_the_first_charts_are_kept_as_the_page_needs_them(window, qtbot, settled):
    from model.charts.label import _picture

    qtbot.waitUntil(lambda: window.warm_up is not None)
    qtbot.waitUntil(lambda: not is_at_work(), timeout=30_000)
    _picture.cache_clear()
    drawn = []
    warm_up = WarmUp(window.link, window)
    warm_up.drawn.connect(drawn.append)
    warm_up.start()
    qtbot.waitUntil(lambda: tuple(drawn) == FIRST_SEEN, timeout=30_000)
    qtbot.waitUntil(lambda: not is_at_work())
    before = _picture.cache_info()
    window.go_to("progress")
    settled()
    after = _picture.cache_info()
    assert after.hits - before.hits > 50
    assert after.misses - before.misses < 0.2 * (after.hits - before.hits)


def test_nothing_is_made_ready_once_the_page_was_asked_for(window, qtbot, settled):
    qtbot.waitUntil(lambda: window.warm_up is not None)
    qtbot.waitUntil(lambda: not is_at_work(), timeout=30_000)
    window.go_to("progress")
    settled()
    drawn = []
    warm_up = WarmUp(window.link, window)
    warm_up.drawn.connect(drawn.append)
    warm_up.start()
    assert not is_at_work()
    settled()
    assert drawn == []


@pytest.mark.parametrize("when", ["at once", "while it draws"])
def test_a_window_closed_meanwhile_leaves_no_thread_behind(path, qtbot, when):
    link = Link(clock)
    window = Window(link)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(link.opened):
        link.open(path)
    qtbot.waitUntil(lambda: window.warm_up is not None)
    drawn = []
    direct = Qt.ConnectionType.DirectConnection  # heard also while nothing is shown any more
    window.warm_up.drawn.connect(drawn.append, direct)
    if when == "while it draws":
        qtbot.waitUntil(lambda: bool(drawn), timeout=30_000)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    link.close()
    qtbot.waitUntil(lambda: not is_at_work(), timeout=30_000)
    window.deleteLater()
    assert len(drawn) < len(FIRST_SEEN), "it drew on for nobody"


BREAKS = """
import sys, threading
from datetime import datetime, timezone
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from ui import application

app = QApplication(sys.argv[:1])

def fault():
    raise ZeroDivisionError("in the background")

def look():
    boxes = [it for it in app.topLevelWidgets() if isinstance(it, QMessageBox) and it.isVisible()]
    if boxes:
        print(boxes[0].detailedText())
        app.exit(0)

started = QTimer(singleShot=True, interval=0)
started.timeout.connect(lambda: threading.Thread(target=fault).start())
started.start()
seen = QTimer(interval=20)
seen.timeout.connect(look)
seen.start()
QTimer.singleShot(20_000, lambda: app.exit(3))
sys.exit(application.run(Path(sys.argv[1]), lambda: datetime.now(timezone.utc)))
"""


def test_a_fault_of_a_background_thread_reaches_the_user(path):
    done = subprocess.run(
        [sys.executable, "-c", BREAKS, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "ZeroDivisionError: in the background"
    assert "ZeroDivisionError" in done.stderr, "and the log"
