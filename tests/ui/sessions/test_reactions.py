"""Reactions to a session: any number, each with kind, place, strength, days; also days later."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QVBoxLayout, QWidget

from model.catalog.terms import REACTIONS
from model.records.treatment import Reaction, Session
from ui.sessions.form import SessionForm
from ui.settings import settings
from ui.words import region_names

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)")

NOW = datetime(2026, 11, 22, 21, 14, 33).astimezone()
TODAY = NOW.date()
PAST = Session(NOW - timedelta(days=5), ("palm_right", "palm_left"), ("hand_tray",), 12.0, 20.0)
ITCH = Reaction("itch", 2, date(2026, 11, 18), region="palm_left", session=PAST.id, note="at night")
OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


@pytest.fixture
def form(qtbot):
    settings().clear()
    window = QWidget()
    qtbot.addWidget(window)
    form = SessionForm(lambda: NOW)
    QVBoxLayout(window).addWidget(form)
    form.offer((), region_names())
    window.resize(420, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    form.window_of_test = window
    form.heard, form.asked = [], []
    form.logged.connect(lambda session, reactions: form.heard.append((session, reactions)))
    form.stop_and_ask.connect(form.asked.append)
    return form


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def add(qtbot, form):
    click(qtbot, form.reactions.add)
    return form.reactions.dialog


def choose(qtbot, box, text):
    box.setFocus()
    qtbot.keyClicks(box, text)


def retype(qtbot, field, text):
    field.text.setFocus()
    field.text.selectAll()
    qtbot.keyClick(field.text, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.text, text)


def press(qtbot, dialog, which=OK):
    click(qtbot, dialog.findChild(QDialogButtonBox).button(which))


def logged(qtbot, form):
    click(qtbot, form.log)
    form.log.setEnabled(True)
    return form.heard[-1]


def note(qtbot, form, kind, severity="1"):
    dialog = add(qtbot, form)
    choose(qtbot, dialog.kind, kind)
    click(qtbot, dialog.severity.button(severity))
    press(qtbot, dialog)


def test_a_reaction_is_entered_with_all_it_can_hold(form, qtbot):
    form.correct(PAST, ())
    dialog = add(qtbot, form)
    assert dialog.began.day == date(2026, 11, 17), "preset: the day of the session"
    assert not dialog.gone.isVisible(), "no day stands beside what is not gone"
    choose(qtbot, dialog.kind, "itch")
    choose(qtbot, dialog.place, "Left palm")
    click(qtbot, dialog.severity.button("2"))
    retype(qtbot, dialog.began, "18.11.2026")
    dialog.is_gone.setFocus()
    qtbot.keyClick(dialog.is_gone, Qt.Key.Key_Space)
    retype(qtbot, dialog.gone, "20 Nov 2026")
    qtbot.keyClicks(dialog.note, "at night")
    press(qtbot, dialog)
    session, (reaction,) = logged(qtbot, form)
    assert session == PAST
    assert reaction == replace(ITCH, gone=date(2026, 11, 20), id=reaction.id)
    reaction.check()
    assert form.is_half_filled


def test_any_number_of_reactions_belongs_to_a_new_session(form, qtbot):
    form.applicators["hand_tray"].click()
    note(qtbot, form, "itch")
    note(qtbot, form, "redness", "3")
    session, reactions = logged(qtbot, form)
    assert [(r.kind, r.severity, r.session) for r in reactions] == [
        ("itch", 1, session.id),
        ("redness", 3, session.id),
    ]
    assert {r.began for r in reactions} == {TODAY}
    assert [row.words.text() for row in form.reactions.rows.values()] == [
        "itch: 1 mild, since 22 Nov 2026",
        "redness: 3 severe, since 22 Nov 2026",
    ]


def test_the_treated_regions_come_first_as_places(form, qtbot):
    form.correct(PAST, ())
    place = add(qtbot, form).place
    assert [place.itemText(n) for n in range(4)] == ["not stated", "Right palm", "Left palm", ""]
    offered = {place.itemData(n) for n in range(place.count())} - {None}
    assert offered == set(region_names())


def test_a_reaction_is_corrected_and_keeps_what_was_not_asked(form, qtbot):
    form.correct(PAST, (ITCH,))
    click(qtbot, form.reactions.rows[ITCH.id].correct)
    dialog = form.reactions.dialog
    assert (dialog.kind.chosen, dialog.place.chosen) == ("itch", "palm_left")
    assert dialog.severity.button("2").isChecked()
    click(qtbot, dialog.severity.button("0"))
    press(qtbot, dialog)
    assert logged(qtbot, form)[1] == (replace(ITCH, severity=0),)
    assert form.shown_reactions == (ITCH,), "as the diary holds them"


def test_a_reaction_is_taken_out(form, qtbot):
    form.correct(PAST, (ITCH, replace(ITCH, kind="redness", id="r2")))
    click(qtbot, form.reactions.rows["r2"].delete)
    assert logged(qtbot, form)[1] == (ITCH,)
    click(qtbot, form.reactions.rows[ITCH.id].delete)
    assert QApplication.focusWidget() is form.reactions.add, "the keyboard is not lost with the row"


def test_cancel_changes_nothing(form, qtbot):
    form.correct(PAST, (ITCH,))
    click(qtbot, form.reactions.rows[ITCH.id].correct)
    click(qtbot, form.reactions.dialog.severity.button("0"))
    press(qtbot, form.reactions.dialog, CANCEL)
    assert form.reactions.reactions == (ITCH,)
    assert not form.is_half_filled


def test_nothing_is_preselected_and_what_is_missing_is_said(form, qtbot):
    dialog = add(qtbot, form)
    press(qtbot, dialog)
    assert dialog.said.text() == "Say what kind of reaction it was."
    choose(qtbot, dialog.kind, "itch")
    press(qtbot, dialog)
    assert dialog.said.text() == "Say how strong it was."
    click(qtbot, dialog.severity.button("1"))
    click(qtbot, dialog.severity.button("1"))
    press(qtbot, dialog)
    assert dialog.said.text() == "Say how strong it was.", "a second press takes it back"
    assert form.reactions.reactions == ()


@pytest.mark.parametrize(
    ("began", "gone", "said"),
    [
        ("31 Nov 2026", None, "no day of the calendar"),
        ("23 Nov 2026", None, "in the future"),
        ("20 Nov 1926", None, "more than 50 years ago"),
        ("20 Nov 2026", "19 Nov 2026", "cannot be gone before it began"),
        ("20 Nov 2026", "23 Nov 2026", "in the future"),
        ("20 Nov 2026", "soon", "no day of the calendar"),
    ],
)
def test_days_that_cannot_be_are_refused_in_a_sentence(form, qtbot, began, gone, said):
    dialog = add(qtbot, form)
    choose(qtbot, dialog.kind, "itch")
    click(qtbot, dialog.severity.button("1"))
    retype(qtbot, dialog.began, began)
    if gone:
        dialog.is_gone.click()
        retype(qtbot, dialog.gone, gone)
    press(qtbot, dialog)
    assert said in dialog.said.text()
    assert dialog.isVisible()
    assert form.reactions.reactions == ()


def test_a_gone_day_that_was_unchecked_is_not_stored(form, qtbot):
    form.correct(PAST, (replace(ITCH, gone=TODAY),))
    click(qtbot, form.reactions.rows[ITCH.id].correct)
    dialog = form.reactions.dialog
    assert dialog.is_gone.isChecked()
    dialog.is_gone.click()
    press(qtbot, dialog)
    assert form.reactions.reactions == (ITCH,)


@pytest.mark.parametrize("kind", ["blister", "burn", "wound"])
def test_broken_skin_is_reported_once(form, qtbot, kind):
    form.applicators["hand_tray"].click()
    note(qtbot, form, "itch")
    assert form.asked == []
    note(qtbot, form, REACTIONS[kind])
    assert [r.kind for r in form.asked] == [kind]
    broken = form.reactions.reactions[1]
    click(qtbot, form.reactions.rows[broken.id].correct)
    click(qtbot, form.reactions.dialog.severity.button("3"))
    press(qtbot, form.reactions.dialog)
    assert len(form.asked) == 1, "a correction of what was reported reports nothing"
    click(qtbot, form.reactions.rows[form.reactions.reactions[0].id].correct)
    choose(qtbot, form.reactions.dialog.kind, REACTIONS[kind])
    press(qtbot, form.reactions.dialog)
    assert len(form.asked) == 2, "an itch that turned out to be worse"


def test_a_reaction_to_a_new_session_follows_it_to_another_day(form, qtbot):
    form.applicators["hand_tray"].click()
    note(qtbot, form, "itch")
    retype(qtbot, form.start.day, "20 Nov 2026")
    (row,) = form.reactions.rows.values()
    assert row.words.text() == "itch: 1 mild, since 20 Nov 2026"
    _, (reaction,) = logged(qtbot, form)
    assert reaction.began == date(2026, 11, 20)


def test_a_reaction_that_is_stored_stays_on_its_day(form, qtbot):
    at_once = replace(ITCH, began=PAST.started_at.date())
    form.correct(PAST, (at_once,))
    retype(qtbot, form.start.day, "20 Nov 2026")
    assert logged(qtbot, form)[1] == (at_once,)


def test_another_session_shows_its_own_reactions(form):
    form.correct(PAST, (ITCH,))
    assert list(form.reactions.rows) == [ITCH.id]
    form.start_new()
    assert form.reactions.rows == {}
    assert form.reactions.reactions == ()
