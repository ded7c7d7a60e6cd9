"""The timer in a process of its own that is killed, and another process that takes it up."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs XDG folders and SIGKILL")

ROOT = Path(__file__).parents[2]
KILLED = -9
SLACK = timedelta(seconds=2)

# argv: path of the diary, then deeds as "<seconds ago>:<name of the button>"; "loop" presses the
# button Pause for ever. Each deed is followed by a line, which tells the state.
PROGRAM = """
import json, sys
from datetime import datetime, timedelta
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.sessions.timer import TimerCard

app = QApplication([])
ago = timedelta()
card = TimerCard(lambda: datetime.now().astimezone() - ago)
card.show()
card.offer(20, 10, "mid_session")
card.use(Path(sys.argv[1]))

def say():
    running, now = card.countdown, datetime.now().astimezone()
    print(json.dumps(running and {
        "start": running.started_at.isoformat(),
        "elapsed": running.elapsed(now).total_seconds(),
        "now": now.isoformat(),
        "paused": running.is_paused,
        "pauses": running.interruptions,
        "state": card.state.text(),
    }), flush=True)

for deed in sys.argv[2:]:
    if deed == "loop":
        while True:
            card.pause.click()
            say()
    seconds, button = deed.split(":")
    ago = timedelta(seconds=int(seconds))
    getattr(card, button).click()
ago = timedelta()
say()
app.exec()
"""


@contextlib.contextmanager
def timer(home, *deeds):
    """Run a timer in a process; it is killed at the end, and after a minute in any case."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    folders = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_RUNTIME_DIR": home / "run"}
    for folder in folders.values():
        folder.mkdir(mode=0o700, exist_ok=True)
    env |= {name: str(folder) for name, folder in folders.items()}
    env |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(home / "d.drymap"), *deeds],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
        cwd=home,
    ) as process:
        limit = threading.Timer(60, process.kill)
        limit.start()
        try:
            yield process
        finally:
            process.kill()
            limit.cancel()
            process.stdout.close()
            assert process.wait() == KILLED, process.stderr.read()


def line(process):
    return json.loads(process.stdout.readline() or process.stderr.read())


def after_a_kill(home, *deeds):
    """Do deeds in a process, kill it, and return what it said and what the next one says."""
    with timer(home, *deeds) as first:
        before = line(first)
    with timer(home) as second:
        return before, line(second)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.mark.parametrize("ago", [0, 7 * 60])
def test_a_killed_timer_goes_on_as_if_nothing_had_happened(home, ago):
    before, after = after_a_kill(home, f"{ago}:start")
    start = datetime.fromisoformat(after["start"])
    assert after["start"] == before["start"]
    assert abs(datetime.fromisoformat(after["now"]) - start - run(after)) < SLACK
    assert timedelta(seconds=ago) <= run(after) < timedelta(seconds=ago + 60)
    assert run(after) >= run(before)
    assert after["state"] == f"Running since {start:%H:%M}"
    assert not after["paused"]


def test_a_pause_outlives_a_kill_and_its_time_stands_still(home):
    _, after = after_a_kill(home, "540:start", "300:pause")
    assert abs(run(after) - timedelta(minutes=4)) < SLACK
    assert (after["paused"], after["pauses"]) == (True, 1)
    assert after["state"].startswith("Paused since")


def test_a_pause_that_was_over_before_the_kill_stays_so(home):
    _, after = after_a_kill(home, "540:start", "300:pause", "120:pause")
    assert timedelta(minutes=6) - SLACK < run(after) < timedelta(minutes=7)
    assert (after["paused"], after["pauses"]) == (False, 1)


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_killed_while_it_writes_it_is_as_it_was_told_last_or_one_step_on(home, lines):
    with timer(home, "60:start", "loop") as first:
        for _ in range(lines):
            told = line(first)
        first.kill()
        rest = first.stdout.read().splitlines()
        told = json.loads(rest[-1]) if rest and rest[-1].endswith("}") else told
    with timer(home) as second:
        found = line(second)
    assert found["start"] == told["start"]
    steps = [2 * each["pauses"] - each["paused"] for each in (told, found)]
    assert steps[1] - steps[0] in (0, 1)


def run(said):
    return timedelta(seconds=said["elapsed"])
