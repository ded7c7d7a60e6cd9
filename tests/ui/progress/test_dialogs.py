"""The dialogs of the Progress page: days of one's own, and the baseline."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ui.progress.baseline_dialog import BaselineDialog
from ui.progress.induction_dialog import InductionDialog
from ui.progress.period import ALL, Period, PeriodDialog
from ui.progress.window_dialog import Chosen, Stands

TODAY = date(2026, 11, 22)
WHOLE = date(2026, 8, 3), TODAY
USUAL = date(2026, 8, 3), date(2026, 8, 30)
NAMES = {"palm_left": "Left palm", "palm_right": "Right palm", "forehead": "Forehead"}


def sent(signal):
    found = []
    signal.connect(found.append)
    return found


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(qtbot, field, text):
    field.setFocus()
    field.text.selectAll()
    qtbot.keyClicks(field.text, text)


@pytest.fixture
def period(qtbot):
    dialog = PeriodDialog(None, WHOLE, TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def baseline(qtbot):
    listed = [
        Stands("palm_left", True, USUAL, False, date(2026, 8, 31)),
        Stands("palm_right", True, (date(2026, 8, 10), USUAL[1]), True, date(2026, 9, 7)),
        Stands("forehead", False, USUAL, False, date(2026, 8, 31)),
    ]
    dialog = BaselineDialog(listed, NAMES, "palm_left", TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_period_ends_with_the_last_rated_day():
    assert Period(4).span_in(WHOLE) == (date(2026, 10, 26), TODAY)
    assert Period(52).span_in(WHOLE) == WHOLE, "never before the diary"
    assert Period(days=USUAL).span_in(WHOLE) == USUAL
    assert ALL.span_in(WHOLE) is None
    assert Period(4).span_in(None) is None


def test_days_of_ones_own_are_handed_on(qtbot, period):
    chosen = sent(period.chosen)
    write(qtbot, period.first, "1 Sep 2026")
    write(qtbot, period.last, "30 Sep 2026")
    press(qtbot, period.ok)
    assert chosen == [Period(days=(date(2026, 9, 1), date(2026, 9, 30)))]


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("31 Nov 2026", "1 Dec 2026", "no day of the calendar"),
        ("1 Sep 2026", "1 Sep 2027", "future"),
        ("2 Sep 2026", "1 Sep 2026", "before the first day"),
        ("1 Jul 2026", "2 Aug 2026", "from 3 Aug 2026 to 22 Nov 2026"),
    ],
)
def test_days_that_cannot_be_are_refused_in_a_sentence(qtbot, period, first, last, says):
    chosen = sent(period.chosen)
    write(qtbot, period.first, first)
    write(qtbot, period.last, last)
    press(qtbot, period.ok)
    assert not chosen
    assert period.isVisible()
    assert says in period.problem.text()
    assert period.problem.isVisible()


def test_a_baseline_is_chosen_for_one_region(qtbot, baseline):
    chosen = sent(baseline.chosen)
    assert (baseline.first.day, baseline.last.day) == USUAL
    write(qtbot, baseline.last, "20 Aug 2026")
    qtbot.keyClicks(baseline.reason, "holiday after that")
    press(qtbot, baseline.ok)
    reason = "holiday after that"
    assert chosen == [Chosen(("palm_left",), USUAL[0], date(2026, 8, 20), reason)]


def test_all_treated_regions_are_meant_at_once(qtbot, baseline):
    chosen = sent(baseline.chosen)
    baseline.region.setFocus()
    qtbot.keyClick(baseline.region, Qt.Key.Key_Home)
    assert baseline.region.currentText() == "All treated regions"
    write(qtbot, baseline.last, "20 Aug 2026")
    press(qtbot, baseline.ok)
    assert chosen[0].regions == ("palm_left", "palm_right")


def test_a_baseline_after_the_first_session_is_refused(qtbot, baseline):
    chosen = sent(baseline.chosen)
    write(qtbot, baseline.last, "31 Aug 2026")
    press(qtbot, baseline.ok)
    assert not chosen
    assert "31 Aug 2026" in baseline.problem.text()


def test_the_usual_baseline_is_offered_only_where_another_was_chosen(qtbot, baseline):
    wanted = sent(baseline.usual_wanted)
    assert not baseline.usual.isEnabled()
    baseline.region.setCurrentIndex(baseline.region.findData("palm_right"))
    assert baseline.first.day == date(2026, 8, 10)
    baseline.region.setCurrentIndex(0)
    press(qtbot, baseline.usual)
    assert wanted == [("palm_right",)]


@pytest.fixture
def induction(qtbot):
    listed = [
        Stands("palm_left", True, (date(2026, 8, 31), date(2026, 9, 27)), False, date(2026, 8, 31)),
        Stands("palm_right", True, (date(2026, 9, 7), date(2026, 9, 30)), True, date(2026, 9, 7)),
    ]
    dialog = InductionDialog(listed, NAMES, "palm_left", TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_end_of_an_induction_is_moved_and_its_first_day_is_not(qtbot, induction):
    chosen = sent(induction.chosen)
    assert not induction.first.isEnabled()
    assert (induction.first.day, induction.last.day) == (date(2026, 8, 31), date(2026, 9, 27))
    write(qtbot, induction.last, "11 Oct 2026")
    press(qtbot, induction.ok)
    assert chosen == [Chosen(("palm_left",), date(2026, 8, 31), date(2026, 10, 11), "")]


def test_an_induction_may_end_on_a_day_to_come(qtbot, induction):
    chosen = sent(induction.chosen)
    write(qtbot, induction.last, "20 Dec 2026")
    press(qtbot, induction.ok)
    assert [each.last for each in chosen] == [date(2026, 12, 20)]


@pytest.mark.parametrize(
    ("last", "says"), [("6 Sep 2026", "7 Sep 2026"), ("20 Dec 2028", "future")]
)
def test_an_induction_ends_neither_before_its_treatment_nor_in_years(qtbot, induction, last, says):
    chosen = sent(induction.chosen)
    induction.region.setCurrentIndex(0)
    write(qtbot, induction.last, last)
    press(qtbot, induction.ok)
    assert not chosen
    assert says in induction.problem.text()


def test_the_usual_end_is_offered_only_where_another_was_chosen(qtbot, induction):
    wanted = sent(induction.usual_wanted)
    assert not induction.usual.isEnabled()
    induction.region.setCurrentIndex(0)
    press(qtbot, induction.usual)
    assert wanted == [("palm_right",)]
