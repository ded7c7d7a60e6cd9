"""A desktop that nobody sees, and on it the real program, driven like its users drive it.

The desktop is a screen (Xvfb), a window manager, without which no window has the focus, and a
session bus, from which the accessibility bus comes. All of it ends with the tests, however they
end.
"""

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from model.diary import Diary

ROOT = Path(__file__).parents[2]
# Debian's AT-SPI client is installed for the system's own Python alone.
READER = ("/usr/bin/python3", str(Path(__file__).parent / "reader.py"))
WITHIN_SECONDS = 20  # much more than is ever needed, but on a machine that is busy otherwise
STILL_SECONDS = 0.7  # a page shows itself first, and what the diary answers a moment later
DIES_WITH_THE_TESTS = ("setpriv", "--pdeathsig", "TERM")
EXPECTED = (
    # What Debian's AT-SPI client asks of every program, and what Qt's cannot answer.
    'applicationInterface does not implement "GetApplicationBusAddress"',
    "building the font cache",  # matplotlib, once on a new machine
)

Thing = dict[str, Any]


def until(question: Callable[[], Any], what: Callable[[], str]) -> Any:
    """Ask until the answer is true and return it; say what was waited for in vain."""
    end = time.monotonic() + WITHIN_SECONDS
    while not (found := question()):
        assert time.monotonic() < end, f"waited in vain for {what()}"
        time.sleep(0.02)
    return found


@contextlib.contextmanager
def running(*command: str, env: dict[str, str], **more: Any) -> Iterator[subprocess.Popen]:
    """Run a program for as long as it is needed."""
    with subprocess.Popen([*DIES_WITH_THE_TESTS, *command], env=env, cwd=ROOT, **more) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(WITHIN_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


@contextlib.contextmanager
def telling(*command: str, env: dict[str, str], **more: Any) -> Iterator[str]:
    """Run a program that writes where it can be found to a descriptor, its last argument."""
    found, told = os.pipe()
    with os.fdopen(found) as line, running(*command, str(told), env=env, pass_fds=[told], **more):
        os.close(told)
        address = line.readline().strip()
        assert address, f"{command[0]} did not start"
        yield address


@pytest.fixture(scope="session")
def desktop(tmp_path_factory) -> Iterator[dict[str, str]]:
    """Open a desktop; return the environment of the programs on it, and of none outside."""
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    env |= {name: os.environ[name] for name in ("HOME", "XDG_RUNTIME_DIR", "MPLCONFIGDIR")}
    log = (tmp_path_factory.getbasetemp() / "desktop.log").open("w")
    screen = ("Xvfb", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-displayfd")
    bus = ("dbus-daemon", "--session", "--nofork", "--print-address")
    with (
        log,
        telling(*screen, env=env, stderr=log) as number,
        telling(*bus, env=env | {"DISPLAY": f":{number}"}, stderr=log) as address,
    ):
        env |= {"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": address}
        with running("openbox", "--sm-disable", env=env, stderr=log):
            yield env


class Program:
    """Drymap with a keyboard, a mouse and a screen reader, on a diary of its own."""

    def __init__(
        self, process: subprocess.Popen, reader: subprocess.Popen, env: dict[str, str], errors: Path
    ) -> None:
        self._process, self._reader, self._env, self._errors = process, reader, env, errors
        self.file = Path(env["XDG_DATA_HOME"]) / "drymap" / "diary.drymap"

    def press(self, *keys: str) -> None:
        """Press keys of the keyboard, by their X names: "7", "Tab", "ctrl+z"."""
        self._xdotool("key", *keys)

    def click(self, x: float, y: float, button: int = 1, times: int = 1) -> None:
        """Click at a point of the screen; buttons 4 and 5 are a notch of the wheel up and down."""
        self._xdotool(
            "mousemove", f"{x:.0f}", f"{y:.0f}", "click", f"--repeat={times}", f"{button}"
        )

    def things(
        self,
        name: str | None = None,
        role: str | None = None,
        state: str | None = None,
        within: str | None = None,
        outside: str | None = None,
    ) -> list[Thing]:
        """Return what a screen reader finds: all that shows, or what answers to each of these."""
        return [
            thing
            for thing in self._ask("all", name, state)
            if role in (None, thing["role"])
            and (within is None or within in thing["within"])
            and (outside is None or outside not in thing["within"])
        ]

    def find(self, **wanted: str) -> Thing:
        """Return the one thing of this role or name, or within another; wait until it is there."""
        (thing,) = until(lambda: self.things(**wanted), lambda: f"one {wanted}")
        return thing

    def now(self, thing: Thing) -> Thing:
        """Return a thing as it is now."""
        return self._ask("facts", thing["number"])

    def set(self, thing: Thing, value: float) -> None:
        """Set a value the way a screen reader does."""
        self._ask("set", thing["number"], value)

    def wait(self, thing: Thing, **facts: Any) -> None:
        """Wait until these facts of a thing are so; `state` is one of its states."""

        def so() -> bool:
            told = self.now(thing)
            state = facts.get("state")
            return (
                told is not None
                and (state is None or state in told["states"])
                and all(told[key] == value for key, value in facts.items() if key != "state")
            )

        until(so, lambda: f"{facts}; it is {self.now(thing)}")

    def page(self) -> list[Thing]:
        """Return everything on the screen, once it has not changed for a while."""
        seen, since = self.things(), time.monotonic()

        def stands_still() -> bool:
            nonlocal seen, since
            if (now := self.things()) != seen:
                seen, since = now, time.monotonic()
            return time.monotonic() - since > STILL_SECONDS

        until(stands_still, lambda: "a page that stands still")
        return seen

    def tab_to(self, thing: Thing) -> None:
        """Press Tab until a thing has the focus, as somebody does who has no mouse."""
        stops = []
        while thing["number"] not in stops:
            self.press("Tab")
            stops.append(until(lambda: self._focus_beyond(stops), lambda: f"a stop not in {stops}"))

    def _focus_beyond(self, stops: list[int]) -> int | None:
        """Return where the focus is, once it is on the way; going round would never end."""
        focused = (thing["number"] for thing in self.things(state="focused"))
        return next((number for number in focused if number not in stops), None)

    def close(self) -> None:
        """Quit by keyboard; the program must end well and have complained of nothing."""
        if self._process.poll() is None:
            self.press("ctrl+q")
        assert self._process.wait(WITHIN_SECONDS) == 0
        said = self._errors.read_text().splitlines()
        assert [line for line in said if not any(known in line for known in EXPECTED)] == []

    def ratings(self) -> dict[str, int | None]:
        """Close the program and read the severities by region from its file."""
        self.close()
        with Diary.open(self.file, lambda: datetime.now().astimezone()) as diary:
            today = diary.today()  # a rating may be from before midnight
            ratings = diary.ratings_between(today - timedelta(days=1), today)
            return {rating.region: rating.severity for rating in ratings}

    def _ask(self, *question: Any) -> Any:
        self._reader.stdin.write(json.dumps(question) + "\n")
        self._reader.stdin.flush()
        answer = self._reader.stdout.readline()
        assert answer, "the screen reader ended: see its complaint above"
        return json.loads(answer)

    def _xdotool(self, *what: str) -> None:
        subprocess.run(["xdotool", *what], env=self._env, check=True, timeout=WITHIN_SECONDS)


@pytest.fixture
def start(desktop, tmp_path) -> Iterator[Callable[..., Program]]:
    """Start the program in an empty home, wait for its window, and in the end quit it."""
    env = desktop | {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONWARNINGS": "default,ignore::ImportWarning",
    }
    errors = tmp_path / "stderr"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with contextlib.ExitStack() as stack:

        def start(*arguments: str) -> Program:
            said = stack.enter_context(errors.open("w"))
            main = (sys.executable, "main.py", *arguments)
            process = stack.enter_context(running(*main, env=env, stderr=said))
            reader = stack.enter_context(running(*READER, env=env, **pipes))
            program = Program(process, reader, env, errors)
            stack.callback(program.close)
            frame = program.find(role="frame", name="Drymap")
            program.wait(frame, state="active")
            return program

        yield start


@pytest.fixture
def program(start) -> Program:
    """The program at its first start, on the new diary that it makes."""
    program = start()
    program.find(role="label", name=program.file.name)  # it is open
    return program
