"""Other treatments and events are noted, corrected and ended by real clicks and keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QToolButton

from model.catalog.cautions import SWEAT_DRUGS
from model.catalog.sources import SOURCES
from model.catalog.treatments import CO_TREATMENTS
from model.records.person import Event
from model.records.treatment import CoTreatment
from ui.sessions.others import OthersTab
from ui.words import region_names

TODAY = date(2026, 11, 22)
LEFT = Qt.MouseButton.LeftButton
PALMS = ("palm_right", "palm_left")
NAMES = {**region_names(), "own_scar": "Scar"}

TABLETS = CoTreatment(
    "oxybutynin", "Ditropan", "5 mg", "daily", date(2026, 9, 1), systemic=True, id="tablets"
)
CLOTH = CoTreatment(
    "glycopyrronium_cloth",
    starts=date(2025, 3, 1),
    ends=date(2025, 6, 1),
    regions=("own_scar",),
    note="stung\nfor a week",
    id="cloth",
)
TOXIN = CoTreatment(
    "botulinum_toxin", starts=date(2026, 3, 1), ends=date(2026, 3, 1), regions=PALMS, id="toxin"
)
SURGERY = CoTreatment("sympathectomy", systemic=True, id="surgery")
TRIP = Event("travel", date(2026, 11, 15), date(2026, 11, 30), title="Lisbon", id="trip")
VISIT = Event("visit", date(2026, 12, 8), note="bring the report", id="visit")


@pytest.fixture
def tab(qtbot):
    tab = OthersTab()
    qtbot.addWidget(tab)
    tab.resize(900, 600)
    tab.show_state((), (), NAMES, TODAY)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


@pytest.fixture
def put(tab):
    """Everything the tab has asked to store."""
    records = []
    tab.put.connect(records.append)
    return records


@pytest.fixture
def removed(tab):
    records = []
    tab.removed.connect(records.append)
    return records


@pytest.fixture
def ask(qtbot, tab):
    """Open a dialog by a button of the tab; nothing else can be pressed meanwhile."""

    def ask(button):
        qtbot.mouseClick(button, LEFT)
        QApplication.processEvents()
        assert tab.dialog.isVisible()
        return tab.dialog

    return ask


@pytest.fixture
def choose(qtbot):
    """Choose an entry of a combo box by the keys."""

    def choose(box, data):
        row = box.findData(data)
        assert row > 0
        qtbot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(row):
            qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentData() == data

    return choose


@pytest.fixture
def tick(qtbot):
    """Press a check box where its mark is."""

    def tick(box):
        qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))

    return tick


def texts(part):
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def button(part, name):
    [found] = [
        b
        for b in part.findChildren(QToolButton)
        if b.isVisibleTo(part) and b.accessibleName() == name
    ]
    return found


def buttons(part):
    return [b.accessibleName() for b in part.findChildren(QToolButton) if b.isVisibleTo(part)]


def click_region(qtbot, dialog, region):
    """Click a region's row in the list, found by its name."""
    qtbot.keyClicks(dialog.ticks.search, NAMES[region])
    [item] = dialog.ticks.tree.findItems(
        NAMES[region], Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    )
    dialog.ticks.tree.scrollToItem(item)
    place = dialog.ticks.tree.visualItemRect(item).center()
    qtbot.mouseClick(dialog.ticks.tree.viewport(), LEFT, pos=place)
    dialog.ticks.search.clear()


def type_day(qtbot, field, text):
    """Type over what stands there."""
    field.text.selectAll()
    qtbot.keyClicks(field.text, text)
    assert field.text.text() == text


def test_rows_say_what_since_when_and_where_with_what_runs_first(tab):
    later = CoTreatment("oxybutynin", starts=date(2026, 12, 1), systemic=True, id="later")
    gel = CoTreatment("sofpironium", id="gel")
    tab.show_state((CLOTH, later, TOXIN, gel, SURGERY, TABLETS), (), NAMES, TODAY)
    assert texts(tab.treatments) == [
        "Oxybutynin tablets: Ditropan, 5 mg, daily",
        "since 1 Sep 2026, still used; all regions",
        "Sofpironium gel",
        "still used, first day not known; regions not stated",
        "Sympathectomy",
        "day not known; all regions",
        "Oxybutynin tablets",
        "from 1 Dec 2026; all regions",
        "Botulinum toxin",
        f"1 Mar 2026; {NAMES['palm_right']}, {NAMES['palm_left']}",
        "Glycopyrronium cloth",
        "1 Mar 2025 to 1 Jun 2025; Scar; stung",
    ]


def test_events_that_go_on_stand_first(tab):
    old = Event("surgery", date(2026, 5, 2), regions=PALMS[:1], id="old")
    tab.show_state((), (old, VISIT, TRIP), NAMES, TODAY)
    assert texts(tab.events) == [
        "Travel: Lisbon",
        "15 Nov 2026 to 30 Nov 2026",
        "Visit to the doctor",
        "8 Dec 2026; bring the report",
        "Surgery",
        f"2 May 2026; {NAMES['palm_right']}",
    ]


def test_an_empty_list_says_so(tab):
    assert texts(tab).count("None is noted.") == 2
    tab.show_state((TABLETS,), (TRIP,), NAMES, TODAY)
    assert "None is noted." not in texts(tab)


def test_one_press_ends_what_is_used(qtbot, tab, put):
    tab.show_state((TABLETS,), (), NAMES, TODAY)
    qtbot.mouseClick(
        button(tab.treatments, "Ended today: Oxybutynin tablets: Ditropan, 5 mg, daily"), LEFT
    )
    [ended] = put
    assert ended == CoTreatment(
        "oxybutynin",
        "Ditropan",
        "5 mg",
        "daily",
        TABLETS.starts,
        TODAY,
        systemic=True,
        id="tablets",
    )
    tab.show_state((ended,), (), NAMES, TODAY)
    assert not [name for name in buttons(tab.treatments) if name.startswith("Ended")]


@pytest.mark.parametrize(
    ("starts", "ends", "kind", "offered"),
    [
        (None, None, "oxybutynin", True),
        (TODAY, None, "oxybutynin", True),
        (date(2026, 11, 1), date(2026, 11, 23), "oxybutynin", True),
        (date(2026, 11, 1), TODAY, "oxybutynin", False),
        (date(2026, 11, 23), None, "oxybutynin", False),
        (date(2020, 1, 1), None, "microwave", False),
        (date(2020, 1, 1), None, "sympathectomy", False),
        (date(2026, 3, 1), date(2026, 3, 1), "botulinum_toxin", False),
    ],
)
def test_only_what_is_in_use_can_be_ended_today(tab, starts, ends, kind, offered):
    tab.show_state((CoTreatment(kind, starts=starts, ends=ends),), (), NAMES, TODAY)
    names = buttons(tab.treatments)
    assert any(name.startswith("Ended today") for name in names) == offered
    assert len(names) == 2 + offered


def test_the_button_appears_on_the_day_on_which_use_begins(tab):
    planned = CoTreatment("oxybutynin", starts=date(2026, 11, 1), ends=TODAY)
    tab.show_state((planned,), (), NAMES, TODAY)
    assert len(buttons(tab.treatments)) == 2
    tab.show_state((planned,), (), NAMES, date(2026, 11, 21))
    assert len(buttons(tab.treatments)) == 3


def test_entries_are_deleted_by_their_own_button(qtbot, tab, removed):
    tab.show_state((TABLETS, SURGERY), (TRIP, VISIT), NAMES, TODAY)
    qtbot.mouseClick(button(tab.treatments, "Delete: Sympathectomy"), LEFT)
    qtbot.mouseClick(button(tab.events, "Delete: Travel: Lisbon"), LEFT)
    assert removed == [SURGERY, TRIP]


def test_a_treatment_in_use_needs_its_kind_and_one_press(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_treatment)
    assert dialog.focusWidget() is dialog.kind
    assert not dialog.ok.isEnabled()
    choose(dialog.kind, "aluminium_chloride")
    tick(dialog.last.still)
    qtbot.keyClick(dialog.last.still, Qt.Key.Key_Return)
    tab.stored(*put)
    assert dialog.isHidden()
    [stored] = put
    assert stored == CoTreatment("aluminium_chloride", id=stored.id)
    stored.check()


def test_a_refusal_loses_nothing_typed_and_ok_can_be_pressed_again(qtbot, tab, put, ask, choose):
    dialog = ask(tab.add_event)
    choose(dialog.kind, "travel")
    qtbot.keyClicks(dialog.title, "Lisbon")
    qtbot.mouseDClick(dialog.ok, LEFT)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert len(put) == 1
    assert dialog.isVisible()
    assert not dialog.ok.isEnabled()
    tab.may_press_again()  # the disk was full
    assert dialog.title.text() == "Lisbon"
    qtbot.mouseClick(dialog.ok, LEFT)
    assert len(put) == 2
    tab.stored(put[-1])
    assert not dialog.isVisible()
    assert tab.dialog is None
    tab.stored(put[-1])
    tab.may_press_again()


def test_what_was_stored_before_closes_no_dialog_opened_since(qtbot, tab, put, ask, choose):
    tab.show_state((TABLETS,), (), NAMES, TODAY)
    name = "Ended today: Oxybutynin tablets: Ditropan, 5 mg, daily"
    qtbot.mouseClick(button(tab.treatments, name), LEFT)
    dialog = ask(tab.add_event)
    tab.stored(put[0])  # the answer to the press before
    tab.stored()
    assert dialog.isVisible()
    choose(dialog.kind, "travel")
    qtbot.mouseClick(dialog.ok, LEFT)
    tab.stored(put[0])
    assert dialog.isVisible()
    tab.stored()
    assert not dialog.isVisible()


def test_everything_that_is_said_of_a_treatment_is_stored(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_treatment)
    choose(dialog.kind, "glycopyrronium_cloth")
    for field, text in (
        (dialog.product, " Qbrexza "),
        (dialog.dose, "2.4 %"),
        (dialog.rhythm, "daily"),
        (dialog.note, "stings"),
    ):
        qtbot.keyClicks(field, text)
    tick(dialog.first.box)
    type_day(qtbot, dialog.first.date, "1 Oct 2026")
    tick(dialog.last.ended.box)
    type_day(qtbot, dialog.last.ended.date, "5 Nov 2026")
    click_region(qtbot, dialog, "palm_left")
    click_region(qtbot, dialog, "own_scar")
    qtbot.mouseClick(dialog.ok, LEFT)
    [stored] = put
    stored.check()
    assert stored == CoTreatment(
        "glycopyrronium_cloth",
        "Qbrexza",
        "2.4 %",
        "daily",
        date(2026, 10, 1),
        date(2026, 11, 5),
        (*PALMS, "own_scar"),
        note="stings",
        id=stored.id,
    )


def test_no_end_is_not_taken_for_still_used(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_treatment)
    choose(dialog.kind, "oxybutynin")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == []
    assert dialog.problem.isVisible()
    assert dialog.problem.text() == "Say that it is still used, or on which day it ended."
    tick(dialog.last.ended.box)
    assert dialog.last.ended.date.isVisible()
    tick(dialog.last.still)
    assert (dialog.last.ended.day, dialog.last.ended.date.isVisible()) == (None, False)
    tick(dialog.last.ended.box)
    assert not dialog.last.still.isChecked()
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (put[0].starts, put[0].ends) == (None, TODAY)


def test_an_end_before_the_first_day_is_refused_in_a_sentence(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_treatment)
    choose(dialog.kind, "oxybutynin")
    tick(dialog.first.box)
    tick(dialog.last.ended.box)
    type_day(qtbot, dialog.last.ended.date, "21 Nov 2026")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == []
    assert dialog.problem.text() == "The last day comes before the first day."


def test_what_a_record_refuses_is_said_in_the_dialog(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_treatment)
    choose(dialog.kind, "oxybutynin")
    tick(dialog.last.still)
    tick(dialog.first.box)
    type_day(qtbot, dialog.first.date, "1 Jan 1850")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == []
    assert dialog.problem.text().startswith("First day must be a day like")


def test_botulinum_toxin_is_of_one_day_and_that_must_be_said(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_treatment)
    choose(dialog.kind, "botulinum_toxin")
    assert not dialog.last.isVisible()
    assert "Day of treatment" in texts(dialog)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.problem.text() == "Say on which day the treatment was given."
    tick(dialog.first.box)
    assert dialog.first.date.text.accessibleName() == "Day of treatment"
    type_day(qtbot, dialog.first.date, "1 Mar 2026")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (put[0].starts, put[0].ends) == (date(2026, 3, 1), date(2026, 3, 1))


@pytest.mark.parametrize("kind", ["microwave", "sympathectomy"])
def test_what_is_permanent_needs_neither_day_nor_end(qtbot, tab, put, ask, choose, kind):
    dialog = ask(tab.add_treatment)
    choose(dialog.kind, kind)
    assert not dialog.last.isVisible()
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (put[0].kind, put[0].starts, put[0].ends) == (kind, None, None)


def test_every_kind_shows_its_fact_with_its_sources(qtbot, tab, ask, choose):
    dialog = ask(tab.add_treatment)
    assert not dialog.fact.isVisible()
    for kind in CO_TREATMENTS.values():
        choose(dialog.kind, kind.id)
        assert dialog.systemic.isChecked() == kind.systemic
        assert dialog.fact.isVisible() == bool(kind.fact)
        assert kind.fact in dialog.fact.text()
        for source in kind.sources:
            assert SOURCES[source] in dialog.fact.text() or source == "drymap"


def test_a_medicine_of_the_list_is_taken_by_the_keys_alone(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_treatment)
    choose(dialog.kind, "oxybutynin")
    assert not dialog.listed.isVisible()
    choose(dialog.kind, "other_medicine")
    assert dialog.listed.isVisible()
    dialog.listed.setFocus()
    names = [dialog.listed.itemText(row) for row in range(1, dialog.listed.count())]
    assert tuple(names) == SWEAT_DRUGS.items
    choose(dialog.listed, "venlafaxine")
    assert dialog.product.text() == "venlafaxine"
    tick(dialog.last.still)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (put[0].kind, put[0].product, put[0].systemic) == ("other_medicine", "venlafaxine", True)


@pytest.mark.parametrize("record", [TABLETS, CLOTH, TOXIN, SURGERY], ids=lambda record: record.id)
def test_a_treatment_opened_and_confirmed_stays_as_it_was(qtbot, tab, put, ask, record):
    tab.show_state((record,), (), NAMES, TODAY)
    name = next(name for name in buttons(tab.treatments) if name.startswith("Correct"))
    dialog = ask(button(tab.treatments, name))
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == [record]


@pytest.mark.parametrize(
    ("kind", "starts", "ends"),
    [
        ("botulinum_toxin", date(2026, 3, 1), date(2026, 9, 1)),
        ("botulinum_toxin", date(2026, 3, 1), None),
        ("microwave", date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_an_end_that_a_kind_does_not_ask_for_is_shown_and_kept(
    qtbot, tab, put, ask, kind, starts, ends
):
    odd = CoTreatment(kind, starts=starts, ends=ends, regions=("own_retired",))
    tab.show_state((odd,), (), NAMES, TODAY)
    name = next(name for name in buttons(tab.treatments) if name.startswith("Correct"))
    dialog = ask(button(tab.treatments, name))
    assert dialog.last.isVisible()
    assert dialog.last.ended.day == ends
    qtbot.keyClicks(dialog.dose, "50 units")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == [
        CoTreatment(
            kind, dose="50 units", starts=starts, ends=ends, regions=("own_retired",), id=odd.id
        )
    ]


def test_both_sides_are_ticked_together_and_untied_one_by_one(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_event)
    choose(dialog.kind, "illness")
    click_region(qtbot, dialog, "palm_left")
    assert dialog.ticks.regions == PALMS
    click_region(qtbot, dialog, "palm_right")
    assert dialog.ticks.regions == ("palm_left",)
    tick(dialog.ticks.both)
    click_region(qtbot, dialog, "sole_left")
    assert f"Chosen: {NAMES['palm_left']}, {NAMES['sole_left']}" in texts(dialog)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put[0].regions == ("palm_left", "sole_left")


def test_regions_are_found_and_ticked_by_keys_alone(qtbot, tab, put, ask, choose):
    dialog = ask(tab.add_event)
    choose(dialog.kind, "illness")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.ticks.search.setFocus()
    qtbot.keyClicks(dialog.ticks.search, "scar")
    qtbot.keyClick(dialog.ticks.search, Qt.Key.Key_Return)
    assert (put, dialog.isVisible()) == ([], True)
    assert dialog.focusWidget() is dialog.ticks.tree
    qtbot.keyClick(dialog.ticks.tree, Qt.Key.Key_Space)
    assert dialog.ticks.regions == ("own_scar",)
    qtbot.keyClicks(dialog.ticks.search, "zzz")
    assert "No region has this name." in texts(dialog)


def test_an_event_needs_its_kind_and_is_of_today_unless_said(qtbot, tab, put, ask, choose):
    dialog = ask(tab.add_event)
    assert dialog.focusWidget() is dialog.kind
    assert not dialog.ok.isEnabled()
    choose(dialog.kind, "travel")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == [Event("travel", TODAY, id=put[0].id)]
    put[0].check()


def test_everything_that_is_said_of_an_event_is_stored(qtbot, tab, put, ask, choose, tick):
    dialog = ask(tab.add_event)
    choose(dialog.kind, "surgery")
    qtbot.keyClicks(dialog.title, "knee")
    type_day(qtbot, dialog.day, "1 Nov 2026")
    tick(dialog.until.box)
    type_day(qtbot, dialog.until.date, "30 Oct 2026")
    qtbot.keyClicks(dialog.note, "no sessions")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == []
    assert dialog.problem.text() == "The last day comes before the first day."
    type_day(qtbot, dialog.until.date, "4 Nov 2026")
    qtbot.mouseClick(dialog.ok, LEFT)
    [stored] = put
    assert stored == Event(
        "surgery",
        date(2026, 11, 1),
        date(2026, 11, 4),
        title="knee",
        note="no sessions",
        id=stored.id,
    )


def test_a_corrected_event_keeps_its_id_and_what_was_not_touched(qtbot, tab, put, ask, tick):
    event = Event("travel", TRIP.day, TRIP.until, PALMS, "Lisbon ", "by train\nand on foot", "trip")
    tab.show_state((), (event,), NAMES, TODAY)
    dialog = ask(button(tab.events, "Correct: Travel: Lisbon "))
    tick(dialog.until.box)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert put == [
        Event("travel", TRIP.day, None, PALMS, "Lisbon ", "by train\nand on foot", "trip")
    ]


@pytest.mark.parametrize("way", ["Escape", "Cancel"])
def test_a_dialog_that_is_left_stores_nothing(qtbot, tab, put, ask, way):
    tab.show_state((TABLETS,), (), NAMES, TODAY)
    dialog = ask(button(tab.treatments, "Correct: Oxybutynin tablets: Ditropan, 5 mg, daily"))
    qtbot.keyClicks(dialog.dose, "0")
    if way == "Escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel), LEFT)
    assert dialog.isHidden()
    assert put == []


def test_tab_goes_from_field_to_field_and_then_to_the_regions(qtbot, tab, ask, choose):
    dialog = ask(tab.add_treatment)
    choose(dialog.kind, "oxybutynin")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.kind.setFocus()
    way = [
        dialog.product,
        dialog.dose,
        dialog.rhythm,
        dialog.first.box,
        dialog.last.still,
        dialog.last.ended.box,
        dialog.systemic,
        dialog.note,
        dialog.ticks.search,
        dialog.ticks.both,
        dialog.ticks.tree,
        dialog.ok,
    ]
    for part in way:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is part


def test_the_cards_stand_below_each_other_where_the_page_is_narrow(qtbot, tab):
    def corners():
        return [part.mapTo(tab, QPoint(0, 0)) for part in (tab.add_treatment, tab.add_event)]

    left, right = corners()
    assert (left.y(), left.x() < right.x()) == (right.y(), True)
    tab.resize(420, 600)
    qtbot.waitUntil(lambda: corners()[0].x() == corners()[1].x())
    above, below = corners()
    assert above.y() < below.y()


def test_a_dialog_never_grows_beyond_the_screen(qtbot, tab, ask, choose):
    dialog = ask(tab.add_treatment)
    for kind in CO_TREATMENTS:
        choose(dialog.kind, kind)
        room = dialog.screen().availableSize()
        assert dialog.height() <= room.height()
        assert dialog.width() <= room.width()


def test_ending_a_treatment_leaves_the_focus_off_its_delete_button(qtbot, tab, put):
    used = CoTreatment("aluminium_chloride", starts=TODAY - timedelta(days=9), id="t1")
    tab.show_state([used], [], {}, TODAY)
    end = next(b for b in tab.findChildren(QToolButton) if b.text() == "Ended today")
    end.setFocus()
    qtbot.keyClick(end, Qt.Key.Key_Space)
    tab.show_state(put, [], {}, TODAY)
    assert QApplication.focusWidget() is tab.add_treatment
