"""Nothing is shown before it has a place: it would be a window of its own and take the keyboard."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from model.analysis.notices import checklist, finding
from model.analysis.sentences import Sentence
from model.records.person import Event, FollowedRegion, Notice
from model.records.treatment import CoTreatment, Course, Device, OwnedApplicator
from ui.sessions.at_hand import AtHandTab
from ui.sessions.findings import FindingsCard
from ui.sessions.others import OthersTab
from ui.sessions.plan_tab import PlanTab
from ui.sessions.safety import SafetyTab, ToAskLine
from ui.sessions.timer import TimerCard
from ui.words import region_names

TODAY = date(2026, 11, 22)
NAMES = region_names()
NIGHTS = finding("nights", "n", [TODAY], count=4, first=TODAY, last=TODAY)
BLISTER = finding(
    "skin_reaction", "r", [TODAY], day=TODAY, reaction=Sentence("small blisters", {}, "Reaction")
)


def safety():
    tab = SafetyTab()
    now = datetime(2026, 11, 22, 20, tzinfo=UTC)
    notices = [Notice("ceiling", "ceiling:1", now, now)]
    tab.show_state([NIGHTS, BLISTER], checklist((), TODAY), (), notices, NAMES, TODAY)
    return tab


def urgent():
    card = FindingsCard(compact=True)
    card.show_findings([NIGHTS, BLISTER])
    return card


def plan():
    tab = PlanTab()
    course = Course("Palms", ("palm_left",), "induction", planned_days=("2026-11-23",))
    tab.show_state([course], (), NAMES, TODAY, {}, {}, 0)
    return tab


def at_hand():
    tab = AtHandTab()
    followed = [FollowedRegion("palm_left", position=0)]
    owned = [OwnedApplicator("hand_tray"), OwnedApplicator("own_x", "Pads", ("palm_left",))]
    state = ([Device("Box")], owned, (), followed, {}, frozenset(), NAMES, TODAY)
    tab.show_state(*state)
    return tab


def others():
    tab = OthersTab()
    treatments = [CoTreatment("aluminium_chloride")]
    tab.show_state(treatments, [Event("travel", TODAY)], NAMES, TODAY)
    return tab


def timer():
    card = TimerCard(lambda: datetime(2026, 11, 22, 20, tzinfo=UTC))
    card.offer(20, 10, "mid_session")
    return card


class Windows(QObject):
    """Remembers each window that is shown, however short."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qtbot):
    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    yield windows
    QApplication.instance().removeEventFilter(windows)


@pytest.mark.parametrize("make", [safety, urgent, plan, at_hand, others, timer, ToAskLine])
def test_what_is_made_and_filled_shows_no_window_of_its_own(qtbot, windows, make):
    part = make()
    qtbot.addWidget(part)
    QApplication.processEvents()
    assert windows.shown == []


def test_the_keyboard_stays_with_the_window_when_safety_is_first_shown(qtbot, windows):
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("before")
    QVBoxLayout(window).addWidget(button)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    tab = safety()
    window.layout().addWidget(tab)
    QApplication.processEvents()
    assert windows.shown == ["QWidget"]
    assert (QApplication.activeWindow(), QApplication.focusWidget()) == (window, button)
    assert tab.findings.isVisible()
