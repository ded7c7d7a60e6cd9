"""Questionnaire totals and weighings of a day: entered, corrected, refused in words, deleted."""

from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from model.catalog.scales import INSTRUMENTS
from model.records.day import Assessment, Gravimetry
from ui.look import LIGHT, style_sheet
from ui.today.measurements import MeasurementsCard
from ui.words import region_names

NOW = datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))
DAY = date(2026, 11, 20)
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
FIELDS = (QComboBox, QAbstractSpinBox, QLineEdit)
LEFT = Qt.MouseButton.LeftButton
HDSS = Assessment(DAY, "hdss", 3, wording="paper form")
HIDROQOL = Assessment(DAY, "hidroqol", 22, 8, 14, note="at home")
WEIGHING = Gravimetry(DAY, "palm_left", 120, 5, "coffee filter", -3.25, 10, False, "early")


@pytest.fixture
def card(qtbot):
    card = MeasurementsCard(lambda: NOW)
    qtbot.addWidget(card)
    card.setStyleSheet(style_sheet(LIGHT))
    card.resize(330, 400)
    card.show_measurements(DAY, (HDSS, HIDROQOL), (WEIGHING,), region_names(), "palm_right")
    with qtbot.waitExposed(card):
        card.show()
    return card


@pytest.fixture
def added(card):
    """Everything the card has asked to store."""
    records = []
    card.added.connect(records.append)
    return records


@pytest.fixture
def ask(qtbot, card):
    """Press a button of the card and return the dialog that it opens."""

    def ask(button):
        qtbot.mouseClick(button, LEFT)
        QApplication.processEvents()  # until it is laid out
        return card.dialog

    return ask


def buttons(card, verb):
    found = [b for b in card.list.findChildren(QToolButton) if not b.isHidden()]
    return [b for b in found if b.accessibleName().startswith(verb)]


def choose(qtbot, box, id_):
    """Walk to an item of a combo box by keys."""
    for _ in range(box.findData(id_)):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == id_


def shown(fields):
    return [f.currentText() if isinstance(f, QComboBox) else f.text() for f in fields]


def type_in(qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_what_was_measured_is_listed_in_words(card):
    listed = [x.text() for x in card.list.findChildren(QLabel) if x.text() and not x.isHidden()]
    assert listed == [
        "HDSS (1-4): 3, barely tolerable, often in the way",
        "HidroQoL: 22 of 36",
        "daily life 8, psychosocial 14, at home",
        "Left palm: 120 mg in 5 min = 24 mg/min",
        "coffee filter, room \u22123.2 \u00b0C, 10 min of rest, not at the clinic, early",
    ]


def test_each_measurement_is_deleted_by_a_button_that_names_it(qtbot, card):
    names = [button.accessibleName() for button in buttons(card, "Delete")]
    assert names[1:] == [
        "Delete: HidroQoL: 22 of 36",
        "Delete: Left palm: 120 mg in 5 min = 24 mg/min",
    ]
    for button, record in zip(buttons(card, "Delete"), (HDSS, HIDROQOL, WEIGHING), strict=True):
        with qtbot.waitSignal(card.removed) as removed:
            qtbot.mouseClick(button, LEFT)
        assert removed.args == [record]


def test_a_licensed_questionnaire_asks_for_its_total_only(qtbot, card, ask, added):
    dialog = ask(card.add_score)
    assert dialog.focusWidget() is dialog.instrument
    choose(qtbot, dialog.instrument, "dlqi")
    assert not dialog.answer.isVisible()
    assert not dialog.daily_life.isVisible()
    said = " ".join(x.text() for x in dialog.findChildren(QLabel) if x.isVisible())
    assert "from 0 to 30" in said
    assert "Licensed: only the total is entered here." in said
    assert "Basra 2015" in said
    type_in(qtbot, dialog.score, "17")
    qtbot.keyClick(dialog.score, Qt.Key.Key_Return)
    [stored] = added
    stored.check()
    assert (stored.day, stored.instrument, stored.score) == (DAY, "dlqi", 17)
    assert dialog.isVisible(), "open until it is stored"
    dialog.stored()
    assert dialog.isHidden()


def test_hidroqol_takes_its_two_domain_scores_if_known(qtbot, card, ask, added):
    dialog = ask(card.add_score)
    choose(qtbot, dialog.instrument, "hidroqol")
    type_in(qtbot, dialog.score, "0")
    type_in(qtbot, dialog.psychosocial, "5")
    qtbot.mouseClick(dialog.ok, LEFT)
    [stored] = added
    assert (stored.score, stored.domain_daily_life, stored.domain_psychosocial) == (0, None, 5)


@pytest.mark.parametrize("instrument", ["hdss", "global_change"])
def test_a_free_question_is_answered_in_words(qtbot, card, ask, added, instrument):
    dialog = ask(card.add_score)
    choose(qtbot, dialog.instrument, instrument)
    assert not dialog.score.isVisible()
    assert not dialog.ok.isEnabled()
    offered = [dialog.answer.itemText(row) for row in range(dialog.answer.count())]
    answers = INSTRUMENTS[instrument].answers
    assert offered == ["not stated", *(f"{n}: {words}" for n, words in answers.items())]
    qtbot.keyClick(dialog.answer, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.answer, Qt.Key.Key_Down)
    assert dialog.answer.currentText() == f"2: {answers[2]}"
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (added[0].instrument, added[0].score) == (instrument, 2)


def test_no_questionnaire_and_no_total_is_proposed(qtbot, card, ask, added):
    dialog = ask(card.add_score)
    assert dialog.instrument.currentData() == ""
    assert not dialog.ok.isEnabled()
    choose(qtbot, dialog.instrument, "dlqi")
    assert dialog.score.amount is None
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog.instrument, Qt.Key.Key_Return)
    assert (added, dialog.isVisible()) == ([], True)


def test_another_questionnaire_begins_without_the_total_of_the_one_before(qtbot, card, ask):
    dialog = ask(card.add_score)
    choose(qtbot, dialog.instrument, "hidroqol")
    type_in(qtbot, dialog.score, "30")
    type_in(qtbot, dialog.daily_life, "9")
    qtbot.keyClick(dialog.instrument, Qt.Key.Key_Down)
    assert dialog.instrument.currentData() == "dlqi"
    assert (dialog.score.amount, dialog.daily_life.amount) == (None, None)
    assert not dialog.ok.isEnabled()


@pytest.mark.parametrize("typed", ["37", "150"])
def test_a_total_out_of_range_is_refused_with_its_range(qtbot, card, ask, added, typed):
    dialog = ask(card.add_score)
    choose(qtbot, dialog.instrument, "hidroqol")
    type_in(qtbot, dialog.score, typed)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (added, dialog.isVisible(), dialog.problem.isVisible()) == ([], True, True)
    assert dialog.problem.text() == f"The total of HidroQoL goes from 0 to 36, not {typed}."
    type_in(qtbot, dialog.score, "36")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].score == 36


def test_a_score_may_be_of_an_earlier_day_but_not_of_one_to_come(qtbot, card, ask, added):
    dialog = ask(card.add_score)
    choose(qtbot, dialog.instrument, "dlqi")
    type_in(qtbot, dialog.score, "3")
    for _ in range(9):  # nine days up would be the 29th
        qtbot.keyClick(dialog.day, Qt.Key.Key_Up)
    assert dialog.day.date() == QDate(2026, 11, 22)
    for _ in range(3):
        qtbot.keyClick(dialog.day, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].day == date(2026, 11, 19)


def test_a_score_is_corrected_under_its_own_id(qtbot, card, ask, added):
    dialog = ask(buttons(card, "Correct")[1])
    scores = (dialog.score.amount, dialog.daily_life.amount, dialog.psychosocial.amount)
    assert scores == (22, 8, 14)
    assert dialog.note.text() == "at home"
    type_in(qtbot, dialog.score, "23")
    qtbot.mouseClick(dialog.ok, LEFT)
    [stored] = added
    assert stored == Assessment(DAY, "hidroqol", 23, 8, 14, note="at home", id=HIDROQOL.id)


def test_what_a_dialog_does_not_show_survives_a_correction(qtbot, card, ask, added):
    dialog = ask(buttons(card, "Correct")[0])
    assert dialog.answer.currentData() == 3
    qtbot.keyClick(dialog.answer, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added == [Assessment(DAY, "hdss", 4, wording="paper form", id=HDSS.id)]


def test_a_weighing_needs_a_region_a_mass_and_minutes(qtbot, card, ask, added):
    dialog = ask(card.add_weighing)
    assert dialog.region.currentData() == "palm_right"
    assert dialog.focusWidget() is dialog.mass
    assert (dialog.mass.amount, dialog.minutes.amount) == (None, None)
    type_in(qtbot, dialog.mass, "87.5")
    assert not dialog.ok.isEnabled()
    type_in(qtbot, dialog.minutes, "5")
    qtbot.keyClick(dialog.minutes, Qt.Key.Key_Return)
    [stored] = added
    stored.check()
    assert stored == Gravimetry(DAY, "palm_right", 87.5, 5, id=stored.id)


def test_a_dry_paper_is_an_explicit_zero(qtbot, card, ask, added):
    dialog = ask(card.add_weighing)
    type_in(qtbot, dialog.mass, "0")
    type_in(qtbot, dialog.minutes, "5")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added[0].mass_mg == 0


def test_a_weighing_proposes_no_region_where_none_is_chosen(qtbot, card, ask):
    card.show_measurements(DAY, (), (), region_names())
    dialog = ask(card.add_weighing)
    assert dialog.focusWidget() is dialog.region
    type_in(qtbot, dialog.mass, "10")
    type_in(qtbot, dialog.minutes, "5")
    assert not dialog.ok.isEnabled()


def test_all_that_surrounds_a_weighing_can_be_said(qtbot, card, ask, added):
    dialog = ask(card.add_weighing)
    type_in(qtbot, dialog.mass, "10")
    type_in(qtbot, dialog.minutes, "2.5")
    qtbot.keyClicks(dialog.paper, " coffee filter ")
    type_in(qtbot, dialog.room, "22.5")
    type_in(qtbot, dialog.rest, "15")
    choose(qtbot, dialog.clinic, "yes")
    qtbot.keyClicks(dialog.note, "after lunch")
    qtbot.mouseClick(dialog.ok, LEFT)
    assert added == [
        Gravimetry(
            DAY, "palm_right", 10, 2.5, "coffee filter", 22.5, 15, True, "after lunch", added[0].id
        )
    ]


@pytest.mark.parametrize(("minutes", "said"), [("0", "0.5 to 120"), ("121", "0.5 to 120")])
def test_a_weighing_out_of_range_is_refused_with_its_range(qtbot, card, ask, added, minutes, said):
    dialog = ask(card.add_weighing)
    type_in(qtbot, dialog.mass, "10")
    type_in(qtbot, dialog.minutes, minutes)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert (added, dialog.isVisible()) == ([], True)
    assert said in dialog.problem.text()
    assert dialog.problem.isVisible()


def test_a_correction_touches_only_what_was_changed(qtbot, card, ask, added):
    dialog = ask(buttons(card, "Correct")[2])
    type_in(qtbot, dialog.mass, "130")
    choose(qtbot, dialog.clinic, "no")
    qtbot.mouseClick(dialog.ok, LEFT)
    # The frost of the room, which no field can show, is still there.
    assert added == [
        Gravimetry(
            DAY, "palm_left", 130, 5, "coffee filter", -3.25, 10, False, "early", WEIGHING.id
        )
    ]


@pytest.mark.parametrize("which", ["add_score", "add_weighing"])
def test_escape_stores_nothing(qtbot, card, ask, added, which):
    dialog = ask(getattr(card, which))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert added == []


@pytest.mark.parametrize("which", ["add_score", "add_weighing"])
def test_the_wheel_changes_no_field_in_passing(qtbot, card, ask, which):
    dialog = ask(getattr(card, which))
    if which == "add_score":
        choose(qtbot, dialog.instrument, "hidroqol")
        dialog.note.setFocus()
        fields = [dialog.instrument, dialog.score, dialog.daily_life, dialog.day]
    else:
        dialog.note.setFocus()
        fields = [dialog.region, dialog.mass, dialog.minutes, dialog.room, dialog.clinic]
    before = shown(fields)
    for field in fields:
        middle = QPointF(field.rect().center())
        QApplication.sendEvent(
            field,
            QWheelEvent(
                middle,
                field.mapToGlobal(middle),
                QPoint(0, 0),
                QPoint(0, 120 if field in fields[1:4] else -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
    assert shown(fields) == before


@pytest.mark.parametrize("which", ["add_score", "add_weighing"])
def test_every_field_says_its_name_and_the_dialog_fits_its_words(qtbot, card, ask, which):
    dialog = ask(getattr(card, which))
    if which == "add_score":
        choose(qtbot, dialog.instrument, "hidroqol")
        type_in(qtbot, dialog.score, "99")
    else:
        type_in(qtbot, dialog.mass, "1")
        type_in(qtbot, dialog.minutes, "999")
    fits(dialog)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert dialog.problem.isVisible()
    fits(dialog)
    for field in dialog.findChildren(QWidget, options=DIRECT):
        if isinstance(field, FIELDS):
            said = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
            assert said, field
            assert field.height() >= 30


def fits(dialog):
    """Expect a dialog that shows all of its words and has room on a small screen."""
    assert dialog.width() <= 1024
    # Exactly: what Qt would take by itself is too much here and too little on a small screen.
    assert dialog.height() == dialog.layout().totalHeightForWidth(dialog.width()) <= 700
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_card_fits_330_points(card):
    assert card.minimumSizeHint().width() <= 330
