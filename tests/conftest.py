"""What every test runs in: an offscreen Qt, the same look everywhere, a home of its own."""

import importlib.util
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

_ROOT = Path(__file__).parent.parent
# Made and set while pytest collects, before any test module can import Qt, platformdirs or
# matplotlib: they look at the environment once.
_HOME = Path(tempfile.mkdtemp(prefix="drymap-tests-"))


def _leave_the_users_home() -> None:
    """Point every place where a diary or a setting could be kept into an empty folder."""
    for name in [name for name in os.environ if name.startswith(("QT_", "XDG_"))]:
        del os.environ[name]
    runtime = _HOME / "runtime"
    runtime.mkdir(mode=0o700)  # Qt refuses a wider one
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(_HOME),
        "XDG_CACHE_HOME": str(_HOME / "cache"),
        "XDG_CONFIG_HOME": str(_HOME / "config"),
        "XDG_DATA_HOME": str(_HOME / "data"),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_STATE_HOME": str(_HOME / "state"),
        # Kept between runs: to list the fonts of a system takes matplotlib seconds.
        "MPLCONFIGDIR": str(_ROOT / ".pytest_cache" / "matplotlib"),
        "LC_ALL": "C.UTF-8",
    }


_leave_the_users_home()

hypothesis.settings.register_profile(
    "drymap",
    deadline=None,
    max_examples=50,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],  # a shared machine is slow at times
    derandomize="CI" in os.environ,
)
hypothesis.settings.load_profile("drymap")


def pytest_unconfigure() -> None:
    """Remove the home of the run."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def qapp(qapp):
    """Give Qt one style and one font, so that a picture is the same on every machine."""
    from PySide6.QtGui import QFont, QFontDatabase

    # matplotlib ships the fonts; finding its folder does not import it.
    matplotlib = importlib.util.find_spec("matplotlib")
    fonts = Path(matplotlib.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"
    for face in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        assert QFontDatabase.addApplicationFont(str(fonts / face)) >= 0
    qapp.setStyle("Fusion")
    qapp.setFont(QFont("DejaVu Sans", 10))
    return qapp


class _Strays(logging.Handler):
    """Keeps what is logged at WARNING or above while a test runs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        # On a new machine the first chart says that it lists the fonts; that is no one's fault.
        if "building the font cache" not in message:
            self.messages.append(f"{record.name}: {message}")


@pytest.fixture(autouse=True)
def _no_stray_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test whose code logs a warning, unless it is marked `expects_log(pattern)`."""
    strays = _Strays()
    logging.getLogger().addHandler(strays)
    yield
    logging.getLogger().removeHandler(strays)
    mark = request.node.get_closest_marker("expects_log")
    if mark is None:
        assert not strays.messages, f"logged while nobody expected it: {strays.messages}"
    else:
        wanted = re.compile(mark.args[0])
        assert any(wanted.search(message) for message in strays.messages), "not logged"
        assert all(wanted.search(message) for message in strays.messages), strays.messages
