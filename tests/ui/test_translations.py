"""Every text on the screen can be translated: in a made-up language no English is left over."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QListWidget,
    QTabBar,
    QTreeWidget,
    QWidget,
)

from model.diary import Diary
from tests.journeys.conftest import clock, open_window, settle
from ui.window import PAGES

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
OPEN, CLOSE = "\u00ab", "\u00bb"
NO_WORDS = re.compile(r"[\W\d_]*")
OWN_NAMES = {"HidroQoL", "DLQI", "HDSM-Ax", "Drymap", "diary.drymap"}
# languages in their own words
OWN_NAMES |= {"English", "Deutsch"}
# of the simulated diary
OWN_NAMES |= {"Would one session every two weeks be enough? (simulated)"}
OWN_NAMES |= {"Simulated device", "Induction (simulated)", "Maintenance (simulated)"}


def sources():
    return [str(p) for folder in ("ui", "model") for p in sorted((ROOT / folder).rglob("*.py"))]


@pytest.fixture(scope="module")
def made_up_language(tmp_path_factory):
    """A translation of every text that the tools find: brackets around it, 40 % longer."""
    folder = tmp_path_factory.mktemp("language")
    ts, qm = folder / "made-up.ts", folder / "made-up.qm"
    subprocess.run(
        [TOOLS / "pyside6-lupdate", "-silent", *sources(), "-ts", ts], check=True, cwd=folder
    )
    tree = ElementTree.parse(ts)
    for message in tree.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        translation.text = f"{OPEN}{source}{'~' * (len(source) * 2 // 5)}{CLOSE}"
    tree.write(ts, encoding="utf-8")
    subprocess.run([TOOLS / "pyside6-lrelease", "-silent", ts, "-qm", qm], check=True)
    return qm


@pytest.fixture
def window(qtbot, tmp_path, made_up_language):
    from model.exports.demo import sample_diary

    translator = QTranslator()
    assert translator.load(str(made_up_language))
    QCoreApplication.installTranslator(translator)
    path = tmp_path / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.merge(sample_diary(clock()), "demo")
    with open_window(qtbot, path) as window:
        yield window
    QCoreApplication.removeTranslator(translator)


def texts(widget):
    """Return every text that a widget shows or says to a screen reader."""
    found = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QGroupBox):
        found.append(widget.title())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(n) for n in range(widget.count())]
    if isinstance(widget, QListWidget):
        found += [widget.item(n).text() for n in range(widget.count())]
    if isinstance(widget, QTreeWidget):
        found += [widget.headerItem().text(n) for n in range(widget.columnCount())]
    return [text for text in found if text]


def left_over(text):
    """Return what of a text is outside all brackets and has letters."""
    depth, rest = 0, ""
    for letter in text:
        depth += (letter == OPEN) - (letter == CLOSE)
        rest += letter if depth == 0 and letter not in OPEN + CLOSE else ""
    return "" if NO_WORDS.fullmatch(rest) else rest.strip()


@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_a_page_is_hard_coded(window, qtbot, page):
    window.go_to(page)
    settle(window, qtbot)
    shown = window.shown(page)
    widgets = [shown, *shown.findChildren(QWidget), window.navigation, window.menuBar()]
    found = {}
    for widget in widgets:
        if widget.objectName().startswith("qt_") or widget.objectName() == "title":
            continue  # Qt's own parts; the title of Today is the date, which the locale writes
        if isinstance(widget.parent(), QTabBar):
            continue  # the arrows of a bar that is too narrow; Qt translates them
        for text in texts(widget):
            if left_over(text) and text not in OWN_NAMES and not text.startswith("/"):
                found[text] = type(widget).__name__
    assert not found


def test_menus_are_translated(window):
    actions = [action for menu in window.menuBar().actions() for action in menu.menu().actions()]
    assert len(actions) > 5
    assert [a.text() for a in actions if left_over(a.text().replace("&", ""))] == []
