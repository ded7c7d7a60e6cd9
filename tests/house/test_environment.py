"""What .ci/environment says and does on machines that lack something, played with stand-ins."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LOCK = "requirements.lock"

PYTHON = """#!/bin/sh
# A stand-in: says its version, makes a folder for a venv, notes what pip is asked for.
case "$*" in
    "-c "*ensurepip*) exit {no_venv} ;;
    "-c "*version_info*) exec {real} -c "import sys; sys.version_info = {version}; $2" ;;
    "--version") echo "Python {version}" ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip install "*) echo "$*" >> "$NOTES" && exit {pip_fails} ;;
esac
"""
GOOD = {"no_venv": 0, "version": (3, 12, 1), "pip_fails": 0, "real": sys.executable}
LDD = """#!/bin/sh
# A stand-in: the libraries that the machine lacks are in a file.
sed 's/$/ => not found/; s/^/\\t/' "$LACKS"
"""


class Machine:
    """A folder with a stand-in Python, a stand-in ldd and a lock."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.script = root / ".ci" / "environment"
        self.folder = folder
        self.notes = folder / "notes"
        self.lacks = folder / "lacks"
        (folder / "bin").mkdir()
        (folder / LOCK).write_text("one==1\n")
        self.notes.touch()
        self.lacks.touch()
        self.has_python()
        self._program("ldd", LDD)
        self._program("uname", "#!/bin/sh\necho Linux\n")

    def _program(self, name: str, text: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(text)
        path.chmod(0o755)

    def has_python(self, **but: object) -> None:
        """Put a Python there, a good one but for what is said."""
        for name in ("python3", "python3.11", "python3.12", "python3.13"):
            self._program(name, PYTHON.format(**GOOD | but))

    def run(self, platform: str = "offscreen", **environment: str) -> tuple[int, str]:
        """Make the environment; return the exit status and what was said to the user."""
        result = subprocess.run(
            ["/bin/sh", str(self.script), LOCK, platform],
            cwd=self.folder,
            env={
                "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
                "NOTES": str(self.notes),
                "LACKS": str(self.lacks),
                **environment,
            },
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        return result.returncode, result.stderr

    def installs(self) -> int:
        """Count how often pip was asked to install."""
        return len(self.notes.read_text().splitlines())


@pytest.fixture
def machine(root, tmp_path) -> Machine:
    return Machine(root, tmp_path)


def test_a_fresh_clone_is_installed_with_hashes_and_without_building(machine):
    assert machine.run() == (0, "")
    asked = machine.notes.read_text()
    assert "--require-hashes --only-binary :all: -r requirements.lock" in asked


def test_a_second_run_installs_nothing(machine):
    machine.run()
    assert machine.run() == (0, "")
    assert machine.installs() == 1


def test_a_changed_lock_is_installed(machine):
    machine.run()
    (machine.folder / LOCK).write_text("one==2\n")
    machine.run()
    assert machine.installs() == 2


def test_an_install_that_broke_off_is_made_afresh(machine):
    machine.has_python(pip_fails=1)
    status, said = machine.run()
    assert status == 1
    assert "The next run starts afresh" in said
    (machine.folder / ".venv" / "half").touch()
    machine.has_python()
    assert machine.run() == (0, "")
    assert not (machine.folder / ".venv" / "half").exists()


def test_an_update_that_broke_off_is_made_afresh(machine):
    machine.run()
    (machine.folder / ".venv" / "half").touch()
    (machine.folder / LOCK).write_text("one==2\n")
    python = machine.folder / ".venv" / "bin" / "python"
    good = python.read_text()
    python.write_text(good.replace("exit 0 ;;\nesac", "exit 1 ;;\nesac"))
    assert machine.run()[0] == 1
    python.write_text(good)
    assert machine.run() == (0, "")
    assert not (machine.folder / ".venv" / "half").exists()


def test_an_environment_whose_python_is_gone_is_made_afresh(machine):
    machine.run()
    (machine.folder / ".venv" / "bin" / "python").unlink()
    assert machine.run() == (0, "")
    assert machine.installs() == 2


def test_another_python_makes_another_environment(machine):
    machine.run()
    machine.has_python(version=(3, 13, 0))
    machine.run(PYTHON="python3.13")
    machine.run(PYTHON="python3.13")
    assert machine.installs() == 2


def test_an_old_python_is_told_with_its_version_and_the_way_out(machine):
    machine.has_python(version=(3, 10, 12))
    status, said = machine.run()
    assert status == 1
    assert "needs Python 3.11 or newer, and here is Python (3, 10, 12)" in said
    assert "  apt-get install python3 python3-venv" in said


def test_the_oldest_python_that_will_do_is_taken(machine):
    machine.has_python(version=(3, 11, 0))
    assert machine.run() == (0, "")


def test_a_named_python_that_is_not_there_is_told(machine):
    status, said = machine.run(PYTHON="/nowhere/python3")
    assert status == 1
    assert "here is no /nowhere/python3" in said


def test_a_python_without_venv_names_the_package(machine):
    machine.has_python(no_venv=1)
    status, said = machine.run()
    assert status == 1
    assert "  apt-get install python3.12-venv" in said.splitlines()
    assert not (machine.folder / ".venv").exists()


def test_missing_libraries_are_named_by_their_debian_packages(machine):
    machine.lacks.write_text(
        "libEGL.so.1\nlibX11.so.6\nlibdbus-1.so.3\nlibgthread-2.0.so.0\nlibxcb-icccm.so.4\n"
    )
    status, said = machine.run()
    assert status == 1
    packages = "libdbus-1-3 libegl1 libglib2.0-0 libx11-6 libxcb-icccm4"
    assert f"  apt-get install --no-install-recommends {packages}" in said.splitlines()


def test_a_library_of_no_known_package_is_named_itself(machine):
    machine.lacks.write_text("libnew.so.7\n")
    status, said = machine.run()
    assert status == 1
    assert "apt-get" not in said
    assert "libnew.so.7" in said


def test_a_window_needs_a_screen(machine):
    status, said = machine.run("window")
    assert status == 1
    assert "no screen" in said
    assert machine.run("window", DISPLAY=":0") == (0, "")


@pytest.fixture
def desktop(machine) -> dict[str, str]:
    """Where a machine looks for what the end-to-end test runs: its own folder, and no other."""
    for name in ("cmp", "cp", "grep", "mkdir", "rm", "sed", "sort", "touch", "tr"):
        (machine.folder / "bin" / name).symlink_to(shutil.which(name))
    return {"PATH": str(machine.folder / "bin"), "USR": str(machine.folder)}


def has_desktop(machine) -> None:
    """Put there all that the end-to-end test runs beside the window."""
    for name in ("Xvfb", "xdotool", "openbox", "dbus-daemon", "python3"):
        (machine.folder / "bin" / name).unlink(missing_ok=True)
        (machine.folder / "bin" / name).symlink_to("/bin/true")
    services = machine.folder / "share" / "dbus-1" / "services"
    services.mkdir(parents=True)
    (services / "org.a11y.Bus.service").touch()


def test_all_that_the_end_to_end_test_lacks_is_named_in_one_line(machine, desktop):
    machine.run(**desktop)
    machine.lacks.write_text("libxcb-icccm.so.4\n")
    (machine.folder / "bin" / "python3").unlink()
    status, said = machine.run("e2e", **desktop)
    assert status == 1
    tools = "dbus gir1.2-atspi-2.0 libxcb-icccm4 openbox python3-gi xdotool xvfb"
    line = f"  apt-get install --no-install-recommends at-spi2-core {tools}"
    assert line in said.splitlines()


def test_the_end_to_end_test_needs_its_packages_but_no_screen(machine, desktop):
    machine.run(**desktop)
    has_desktop(machine)
    assert machine.run("e2e", **desktop) == (0, "")


@pytest.mark.parametrize("tool", ["Xvfb", "xdotool", "openbox"])
def test_a_single_tool_that_the_end_to_end_test_lacks_is_named(machine, desktop, tool):
    machine.run(**desktop)
    has_desktop(machine)
    (machine.folder / "bin" / tool).unlink()
    status, said = machine.run("e2e", **desktop)
    assert status == 1
    assert f"  apt-get install --no-install-recommends {tool.lower()}" in said.splitlines()


def test_a_window_without_the_tools_of_the_end_to_end_test_opens(machine, desktop):
    assert machine.run("window", DISPLAY=":0", **desktop) == (0, "")


def test_the_end_to_end_test_says_that_it_needs_linux(machine):
    (machine.folder / "bin" / "uname").write_text("#!/bin/sh\necho Darwin\n")
    assert machine.run("e2e") == (1, "The end-to-end test drives a window on Linux only.\n")
