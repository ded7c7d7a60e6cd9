"""What is at hand is noted, ticked and ended by real clicks and keys; every region is answered."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from model.analysis.reach import reach_of
from model.analysis.start import Rated
from model.catalog.applicators import APPLICATORS
from model.catalog.cautions import ceilings_seen
from model.catalog.regions import REGIONS, WHOLE_BODY
from model.catalog.sources import SOURCES
from model.records.person import FollowedRegion, OwnRegion
from model.records.treatment import Device, OwnedApplicator
from ui.sessions.at_hand import AtHandTab, my_regions
from ui.sessions.ceilings import own_ceiling
from ui.settings import settings
from ui.words import region_names

TODAY = date(2026, 11, 22)
LEFT = Qt.MouseButton.LeftButton
NAMES = {**region_names(), "own_scar": "Scar"}
BOX = Device(
    "Ionto box", "Acme", ("pulsed_dc", "dc"), True, date(2025, 3, 1), note="loud\nold", id="box"
)
TRAYS = OwnedApplicator("hand_tray", id="trays")
PADS = OwnedApplicator("own_pads", "Sponge pads", ("upper_back", "own_scar"), id="pads")
SCAR = OwnRegion("Scar", "upper_back", id="own_scar")
FOLLOWED = (
    FollowedRegion("palm_right", position=0),
    FollowedRegion("palm_left", position=1),
    FollowedRegion("own_scar", position=2),
)


@pytest.fixture(autouse=True)
def _no_ceilings():
    settings().remove("ceiling")
    yield
    settings().remove("ceiling")


@pytest.fixture
def show(tab):
    """Show a state; what is not said is empty."""

    def show(devices=(), owned=(), own=(), followed=(), rated=None, used=(), **more):
        state = (devices, owned, own, followed, rated or {}, frozenset(used), NAMES, TODAY)
        tab.show_state(*state, **more)
        QApplication.processEvents()

    return show


@pytest.fixture
def tab(qtbot):
    tab = AtHandTab()
    qtbot.addWidget(tab)
    tab.resize(900, 600)
    tab.show_state((), (), (), (), {}, frozenset(), NAMES, TODAY)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


@pytest.fixture
def put(tab):
    records = []
    tab.put.connect(records.append)
    return records


@pytest.fixture
def removed(tab):
    records = []
    tab.removed.connect(records.append)
    return records


@pytest.fixture
def tick(qtbot, tab):
    """Press the tick of an applicator of the catalog."""

    def tick(applicator):
        box = tab.tools.lines[applicator].box
        qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))

    return tick


@pytest.fixture
def ask(qtbot, tab):
    """Open a dialog by a button of the tab."""

    def ask(button):
        qtbot.mouseClick(button, LEFT)
        QApplication.processEvents()
        assert tab.tools.dialog.isVisible()
        return tab.tools.dialog

    return ask


def texts(part):
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def buttons(part):
    return [b.accessibleName() for b in part.findChildren(QToolButton) if b.isVisibleTo(part)]


def button(part, name):
    [found] = [
        b
        for b in part.findChildren(QToolButton)
        if b.isVisibleTo(part) and b.accessibleName() == name
    ]
    return found


def rows(tree):
    """Return the rows of the regions as they are shown, without the groups."""
    groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return [g.child(place).text(0) for g in groups for place in range(g.childCount())]


# ---- Devices -------------------------------------------------------------------------------------


def test_a_device_is_noted_with_nothing_but_its_name(qtbot, tab, put, ask):
    dialog = ask(tab.tools.add_device)
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.name, " Ionto box ")
    qtbot.mouseClick(dialog.ok, LEFT)
    [device] = put
    assert device == Device("Ionto box", id=device.id)


def test_all_of_a_device_is_asked(qtbot, tab, put, ask):
    dialog = ask(tab.tools.add_device)
    qtbot.keyClicks(dialog.name, "Ionto box")
    qtbot.keyClicks(dialog.maker, "Acme")
    qtbot.keyClick(dialog.waveforms["pulsed_dc"], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.shows_current, Qt.Key.Key_End)
    qtbot.keyClick(dialog.since.box, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.note, "loud")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    [device] = put
    wanted = Device("Ionto box", "Acme", ("pulsed_dc",), False, TODAY, note="loud", id=device.id)
    assert device == wanted


def test_a_device_is_corrected_without_touching_what_was_not_changed(qtbot, tab, show, put, ask):
    show([BOX])
    dialog = ask(button(tab.tools.devices, "Correct: Ionto box"))
    qtbot.keyClicks(dialog.maker, " AG")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == [replace(BOX, maker="Acme AG")], "the order of the waveforms stays"


def test_a_device_cannot_end_before_it_began(qtbot, tab, show, put, ask):
    show([replace(BOX, since=date(2027, 1, 1))])
    dialog = ask(button(tab.tools.devices, "Correct: Ionto box"))
    qtbot.keyClick(dialog.until.box, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.problem.text() == "The last day comes before the first day."
    assert put == []


def test_a_row_of_a_device_says_what_is_known_of_it(tab, show):
    show([BOX])
    assert texts(tab.tools.devices) == [
        "Ionto box",
        "Acme; pulsed direct current, direct current; shows mA; since 1 Mar 2025; loud",
    ]


def test_a_device_is_ended_used_again_and_deleted(qtbot, tab, show, put, removed):
    show([BOX])
    qtbot.mouseClick(button(tab.tools.devices, "No longer used: Ionto box"), LEFT)
    assert put == [replace(BOX, until=TODAY)]
    show(put)
    assert tab.tools.devices.focusWidget().accessibleName() == "Used again: Ionto box"
    qtbot.mouseClick(button(tab.tools.devices, "Used again: Ionto box"), LEFT)
    assert put[1:] == [BOX]
    qtbot.mouseClick(button(tab.tools.devices, "Delete: Ionto box"), LEFT)
    assert removed == [replace(BOX, until=TODAY)]


# ---- Applicators ---------------------------------------------------------------------------------


def test_every_applicator_says_what_it_reaches_and_who_says_so(qtbot, tab):
    assert list(tab.tools.lines) == list(APPLICATORS)
    for id_, line in tab.tools.lines.items():
        applicator = APPLICATORS[id_]
        reaches = texts(line)[0]
        assert all(NAMES[region] in reaches for region in applicator.regions)
        assert texts(line)[1] == applicator.evidence
        assert not line.sources.isVisible()
        line.more.click()
        assert line.sources.isVisible()
        assert line.sources.text().splitlines() == [SOURCES[s] for s in applicator.sources]
        line.more.click()
        assert not line.sources.isVisible()


def test_a_tick_stores_an_applicator_at_once(tab, put, tick):
    tick("foot_tray")
    [owned] = put
    assert owned == OwnedApplicator("foot_tray", since=TODAY, id=owned.id)


def test_a_second_press_builds_on_the_first_though_it_is_not_stored_yet(tab, put, removed, tick):
    tick("foot_tray")
    tick("foot_tray")
    assert removed == put
    tick("foot_tray")
    assert len(put) == 2


def test_a_tick_taken_back_removes_what_no_session_used(tab, show, put, removed, tick):
    show(owned=[TRAYS])
    assert tab.tools.lines["hand_tray"].box.isChecked()
    tick("hand_tray")
    assert (put, removed) == ([], [TRAYS])


def test_a_tick_taken_back_ends_what_sessions_used(tab, show, put, removed, tick):
    show(owned=[TRAYS], used={"hand_tray"})
    tick("hand_tray")
    assert (put, removed) == ([replace(TRAYS, until=TODAY)], [])
    show(owned=put, used={"hand_tray"})
    assert not tab.tools.lines["hand_tray"].box.isChecked()
    tick("hand_tray")
    assert put[1:] == [TRAYS], "taken back on the same day it was a slip"


def test_what_ended_before_comes_to_hand_anew(tab, show, put, tick):
    ended = replace(TRAYS, until=date(2025, 1, 1))
    show(owned=[ended], used={"hand_tray"})
    tick("hand_tray")
    [owned] = put
    assert owned == OwnedApplicator("hand_tray", since=TODAY, id=owned.id)


def test_a_tick_that_could_not_be_stored_is_shown_as_the_diary_has_it(tab, show, tick):
    tick("hand_tray")
    show()
    assert not tab.tools.lines["hand_tray"].box.isChecked()


def test_an_own_applicator_is_named_with_the_regions_it_reaches(qtbot, tab, put, ask):
    dialog = ask(tab.tools.add_own)
    qtbot.keyClicks(dialog.name, "Sponge pads")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.problem.isVisible()
    assert "regions" in dialog.problem.text()
    assert put == []
    [row] = dialog.regions.findItems("Upper back", Qt.MatchFlag.MatchExactly)
    dialog.regions.scrollToItem(row)
    place = dialog.regions.visualItemRect(row).center()
    qtbot.mouseClick(dialog.regions.viewport(), LEFT, pos=place)
    qtbot.mouseClick(dialog.ok, LEFT)
    [own] = put
    assert (own.name, own.regions, own.since) == ("Sponge pads", ("upper_back",), TODAY)
    assert own.applicator.startswith("own_")


def test_an_own_applicator_is_corrected_ended_and_deleted(qtbot, tab, show, put, removed, ask):
    show(owned=[PADS], own=[SCAR])
    assert texts(tab.tools.own) == ["Sponge pads", "Reaches Upper back, Scar"]
    dialog = ask(button(tab.tools.own, "Correct: Sponge pads"))
    assert not dialog.regions.findItems("Chest", Qt.MatchFlag.MatchExactly)
    qtbot.keyClicks(dialog.name, " XL")
    dialog.regions.setCurrentItem(dialog.regions.findItems("Scar", Qt.MatchFlag.MatchExactly)[0])
    qtbot.keyClick(dialog.regions, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == [replace(PADS, name="Sponge pads XL", regions=("upper_back",))]
    qtbot.mouseClick(button(tab.tools.own, "No longer used: Sponge pads"), LEFT)
    assert put[1:] == [replace(PADS, until=TODAY)]
    qtbot.mouseClick(button(tab.tools.own, "Delete: Sponge pads"), LEFT)
    assert removed == [PADS]


def test_a_device_that_could_not_be_stored_is_not_lost(qtbot, tab, put, ask, tick):
    tick("hand_tray")
    dialog = ask(tab.tools.add_device)
    tab.stored(put[0])  # the tick's answer comes when the dialog is open already
    tab.may_press_again()
    assert dialog.isVisible()
    assert not dialog.ok.isEnabled(), "nothing was sent, and a device needs its name"
    qtbot.keyClicks(dialog.name, "Ionto box")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert not dialog.ok.isEnabled()
    tab.may_press_again()
    assert (dialog.isVisible(), dialog.name.text()) == (True, "Ionto box")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert [item.name for item in put[1:]] == ["Ionto box"] * 2
    tab.stored(put[-1])
    assert tab.tools.dialog is None


def test_an_own_applicator_that_could_not_be_stored_is_not_lost(qtbot, tab, show, put, ask):
    dialog = ask(tab.tools.add_own)
    qtbot.keyClicks(dialog.name, "Sponge pads")
    dialog.regions.setCurrentRow(0)
    qtbot.keyClick(dialog.regions, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.isVisible()
    assert not dialog.ok.isEnabled()
    tab.may_press_again()
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put[0] == put[1], "two presses are one applicator"
    tab.stored(put[1])
    assert not dialog.isVisible()


def test_an_own_applicator_that_sessions_used_can_only_be_ended(tab, show):
    show(owned=[PADS], used={"own_pads"})
    assert buttons(tab.tools.own) == ["Correct: Sponge pads", "No longer used: Sponge pads"]


# ---- Ceilings ------------------------------------------------------------------------------------


def test_a_ceiling_is_asked_for_what_is_at_hand_only(tab, show):
    assert not tab.tools.ceilings.isVisible()
    show(owned=[TRAYS, replace(PADS, until=TODAY)])
    said = texts(tab.tools.ceilings)
    assert "Hand trays" in said
    assert "Sponge pads" not in said


def test_beside_a_ceiling_stand_the_figures_of_sources_with_their_names(tab, show):
    show(owned=[TRAYS, PADS])
    said = texts(tab.tools.ceilings)
    [figures] = [text for text in said if "NHS" in text]
    for seen in ceilings_seen("hand_tray"):
        assert f"{seen.current_ma} mA" in figures
        assert all(SOURCES[source] in figures for source in seen.sources)
    assert said[-1].startswith("No reliable number was read for this applicator.")
    assert any("no recommendation" in text for text in said)


@pytest.mark.parametrize(
    ("applicator", "is_child", "counting"),
    [
        ("hand_tray", None, "15 mA (age not stated)"),
        ("hand_tray", False, "15 mA (age not stated)"),
        ("hand_tray", True, "15 mA (children)"),
        ("foot_tray", None, "25 mA (age not stated)"),
        ("foot_tray", True, "15 mA (children)"),
    ],
)
def test_it_is_said_what_counts_while_no_ceiling_is_set(tab, show, applicator, is_child, counting):
    show(owned=[replace(TRAYS, applicator=applicator)], is_child=is_child)
    counts = f"While you set none, a session above {counting} is pointed out."
    assert texts(tab.tools.ceilings)[-1].endswith(counts)
    tab.tools.ceilings.amount(applicator).setValue(12)
    assert "While you set none" not in texts(tab.tools.ceilings)[-1]


def test_a_ceiling_is_stored_when_it_is_typed_to_its_end(qtbot, tab, show):
    told = []
    tab.ceiling_chosen.connect(lambda *said: told.append(said))
    show(owned=[TRAYS])
    amount = tab.tools.ceilings.amount("hand_tray")
    amount.setFocus()
    amount.selectAll()
    qtbot.keyClicks(amount, "15.5")
    assert own_ceiling("hand_tray") is None, "1 is not meant"
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    assert own_ceiling("hand_tray") == 15.5
    for _ in range(17):  # down to 0, and below it to none
        qtbot.keyClick(amount, Qt.Key.Key_Down)
    assert own_ceiling("hand_tray") is None
    assert (told[0], told[-1]) == (("hand_tray", 15.5), ("hand_tray", None))


def test_a_ceiling_is_read_from_the_settings_and_nonsense_is_none(tab, show):
    settings().setValue("ceiling/hand_tray", 12.5)
    settings().setValue("ceiling/own_pads", "a lot")
    show(owned=[TRAYS, PADS])
    assert tab.tools.ceilings.amount("hand_tray").amount == 12.5
    assert tab.tools.ceilings.amount("own_pads").amount is None


def test_what_is_being_typed_survives_that_the_state_comes_again(qtbot, tab, show):
    show(owned=[TRAYS])
    amount = tab.tools.ceilings.amount("hand_tray")
    amount.setFocus()
    amount.selectAll()
    qtbot.keyClicks(amount, "15")
    show(owned=[TRAYS, PADS])
    assert tab.tools.ceilings.amount("hand_tray") is amount
    assert amount.hasFocus()
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    assert own_ceiling("hand_tray") == 15


# ---- Every region --------------------------------------------------------------------------------


def test_my_regions_are_shown_first_and_all_on_demand(qtbot, tab, show):
    show(owned=[TRAYS, PADS], own=[SCAR], followed=FOLLOWED)
    tree = tab.regions.tree
    assert rows(tree) == [
        "Right palm, Left palm\nreached by what you have",
        "Scar\nreached by what you have",
    ]
    qtbot.keyClick(tab.regions.only_mine, Qt.Key.Key_Space)
    shown = {name for row in rows(tree) for name in row.splitlines()[0].split(", ")}
    assert shown == {region.name for region in REGIONS.values()} | {"Scar"}


def test_only_where_the_same_holds_both_sides_share_a_row(tab, show):
    one_hand = OwnedApplicator("own_x", "One hand", ("palm_right",), id="x")
    show(owned=[one_hand], followed=FOLLOWED[:2])
    assert rows(tab.regions.tree) == [
        "Right palm\nreached by what you have",
        "Left palm\nan applicator for this region is sold",
    ]


@pytest.mark.parametrize(
    ("region", "owned"),
    [
        ("palm_right", [TRAYS]),
        ("palm_right", []),
        ("face", []),
        ("thigh_left", []),
        ("scalp", []),
        ("chest", []),
    ],
)
def test_of_a_region_it_is_said_what_who_and_where_sources_disagree(tab, show, region, owned):
    show(owned=owned, followed=[FollowedRegion(region)])
    reach = reach_of(region, owned, TODAY)
    assert tab.regions.answer.text() == str(reach.text)
    assert tab.regions.evidence.text() == str(reach.evidence)
    assert tab.regions.caution.text() == str(reach.caution or "")
    assert tab.regions.caution.isVisible() == (reach.caution is not None)
    assert all(SOURCES[source] in tab.regions.source.text() for source in reach.sources)


def test_what_is_ended_today_reaches_nothing_anymore(tab, show):
    show(owned=[replace(TRAYS, until=TODAY)], used={"hand_tray"}, followed=FOLLOWED[:1])
    assert tab.regions.answer.text() == "Nothing you have reaches it; for sale: Hand trays."


def test_generalised_sweating_is_answered(tab):
    reach = reach_of(WHOLE_BODY, (), TODAY)
    assert str(reach.text) in tab.regions.whole_body.text()
    assert all(SOURCES[source] in tab.regions.whole_body.text() for source in reach.sources)


def test_the_arrow_keys_pass_over_the_groups(qtbot, tab, show):
    show(own=[SCAR], followed=FOLLOWED)
    tab.regions.tree.setFocus()
    assert tab.regions.name.text() == "Right palm, Left palm"
    qtbot.keyClick(tab.regions.tree, Qt.Key.Key_Down)
    assert tab.regions.name.text() == "Scar"
    qtbot.keyClick(tab.regions.tree, Qt.Key.Key_Up)
    qtbot.keyClick(tab.regions.tree, Qt.Key.Key_Up)
    assert tab.regions.name.text() == "Right palm, Left palm"


def test_who_follows_no_region_is_told_so(tab):
    assert tab.regions.none_mine.isVisible()
    assert not tab.regions.tree.isVisible()
    assert not tab.regions.name.isVisible()


def test_my_regions_are_in_the_order_of_the_list_then_those_rated():
    rated = {region: Rated(1, 1, TODAY) for region in ("sole_left", "face", "chin", "own_old")}
    followed = (
        FollowedRegion("palm_left", position=2),
        FollowedRegion("axilla_left", position=1),
        FollowedRegion("chin", followed=False),
    )
    mine = my_regions(followed, rated, {"own_old": "face"}, {"own_old"})
    assert mine == ("axilla_left", "palm_left", "face", "sole_left")


# ---- Nothing moves under the hand ----------------------------------------------------------------


def test_the_same_state_again_changes_no_widget_focus_or_scrolling(qtbot, tab, show):
    state = {
        "devices": [BOX],
        "owned": [TRAYS, PADS],
        "own": [SCAR],
        "followed": FOLLOWED,
        "rated": {"palm_left": Rated(6, 20, TODAY)},
    }
    show(**state)
    qtbot.keyClick(tab.regions.only_mine, Qt.Key.Key_Space)
    tree = tab.regions.tree
    for _ in range(12):
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    tab.findChild(QScrollArea).verticalScrollBar().setValue(300)
    button(tab.tools.devices, "Correct: Ionto box").setFocus()
    QApplication.processEvents()

    def seen():
        widgets = [id(part) for part in tab.findChildren(QWidget)]
        scrolled = [area.verticalScrollBar().value() for area in tab.findChildren(QScrollArea)]
        rows_at = (tree.current(), tree.verticalScrollBar().value())
        return widgets, scrolled, rows_at, QApplication.focusWidget().accessibleName()

    before = seen()
    assert before[2][1] > 0
    rebuilt = []
    tree.model().modelReset.connect(lambda: rebuilt.append(True))
    show(**{key: type(value)(value) for key, value in state.items()})
    assert seen() == before
    assert not rebuilt


def test_the_current_region_stays_when_its_answer_changes(qtbot, tab, show):
    show(own=[SCAR], followed=FOLLOWED)
    qtbot.keyClick(tab.regions.tree, Qt.Key.Key_Down)
    show(owned=[PADS], own=[SCAR], followed=FOLLOWED)
    assert tab.regions.name.text() == "Scar"
    assert "Sponge pads" in tab.regions.answer.text()


def test_tab_goes_from_card_to_card(qtbot, tab, show):
    show(devices=[BOX], owned=[TRAYS, PADS], own=[SCAR], followed=FOLLOWED)
    way = []
    tab.tools.add_device.setFocus()
    for _ in range(60):
        way.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [
        tab.tools.add_device,
        tab.tools.lines["hand_tray"].box,
        tab.tools.add_own,
        tab.tools.ceilings.amount("hand_tray"),
        tab.tools.ceilings.amount("own_pads"),
        tab.start.fold,
        tab.start.question.strips["palm_right"],
        tab.start.question.strips["own_scar"],
        tab.regions.only_mine,
        tab.regions.tree,
    ]
    places = [way.index(part) for part in wanted]
    assert places == sorted(places)
