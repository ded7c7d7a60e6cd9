"""The form of a session: all it can hold, what it refuses, what it points out and keeps."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.records.treatment import Course, Device, OwnedApplicator, Reaction, Session
from ui.look import LIGHT, style_sheet
from ui.sessions.form import SessionForm
from ui.sessions.form_draft import repeated
from ui.settings import settings
from ui.words import region_names

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)")

NOW = datetime(2026, 11, 22, 21, 14, 33).astimezone()
PALMS = ("palm_right", "palm_left")
LAST = Session(NOW - timedelta(days=2), PALMS, ("hand_tray",), 12.0, 20.0)
FULL = Session(
    (NOW - timedelta(days=1)).replace(second=7),
    ("palm_right", "palm_left", "sole_right", "sole_left"),
    ("hand_tray", "foot_tray"),
    current_ma=12.25,
    minutes=20.0,
    anode=("palm_right", "palm_left"),
    cathode=("sole_right",),
    current_end_ma=9.0,
    volts=24.0,
    dose_level="3 of 7",
    first_half_minutes=10.0,
    waveform="pulsed_dc",
    pulse_percent=70,
    polarity="mid_session",
    water="soft",
    water_celsius=37.5,
    additive="baking_soda",
    additive_dose="1 tsp",
    completed=False,
    stop_reason="pain",
    sensation=4,
    cover_used=False,
    interruptions=2,
    phase="maintenance",
    course="c1",
    device="d1",
    note="quiet evening",
)


class Watch:
    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


@pytest.fixture
def form(qtbot):
    settings().clear()
    window = QWidget()
    window.setStyleSheet(style_sheet(LIGHT))
    qtbot.addWidget(window)
    watch = Watch(NOW)
    form = SessionForm(watch)
    form.before = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(form.before)
    column.addWidget(form)
    offer(form)
    window.resize(420, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    form.window_of_test, form.watch = window, watch
    form.heard = []
    form.logged.connect(lambda session, reactions: form.heard.append((session, reactions)))
    return form


def offer(form, owned=()):
    devices = [Device("Saalio DE", id="d1"), Device("Hidrex", id="d2")]
    courses = [Course("Winter", PALMS, "induction", id="c1")]
    form.offer(owned, region_names(), devices, courses)


def click(qtbot, widget):
    if isinstance(widget, QCheckBox):  # beside its mark and words a check box is not pressed
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(9, widget.height() // 2))
    else:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def typed(qtbot, field, text):
    line = field.lineEdit() if hasattr(field, "lineEdit") else field
    field.setFocus()
    line.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)


def type_start(qtbot, form, day, clock="19:30"):
    typed(qtbot, form.start.day.text, day)
    typed(qtbot, form.start.time, clock)


def log(qtbot, form):
    click(qtbot, form.log)
    form.log.setEnabled(True)
    return form.heard[-1][0] if form.heard else None


def fill_palms(qtbot, form):
    click(qtbot, form.applicators["hand_tray"])


def test_what_is_needed_each_time_is_in_sight_and_the_rest_is_folded_away(form):
    for part in (form.start, form.current, form.minutes, *form.applicators.values()):
        assert part.isVisible()
    assert not form.more.isVisible()
    assert form.fold.button.text() == "More"


def test_the_fold_stays_as_it_was_left(form, qtbot):
    click(qtbot, form.fold.button)
    assert form.more.isVisible()
    again = SessionForm(form.watch)
    qtbot.addWidget(again)
    assert again.fold.is_open
    click(qtbot, form.fold.button)
    third = SessionForm(form.watch)
    qtbot.addWidget(third)
    assert not third.fold.is_open


def test_nothing_is_preselected_and_empty_is_not_stated(form, qtbot):
    fill_palms(qtbot, form)
    session = log(qtbot, form)
    assert session == Session(NOW.replace(second=0), PALMS, ("hand_tray",), id=session.id), (
        "all else is not stated"
    )
    session.check()


def test_every_field_of_a_session_can_be_entered(form, qtbot):
    click(qtbot, form.fold.button)
    type_start(qtbot, form, "21 Nov 2026", "21:14")
    for applicator in ("hand_tray", "foot_tray"):
        click(qtbot, form.applicators[applicator])
    more = form.more
    for region, pole in (
        ("palm_right", "anode"),
        ("palm_left", "anode"),
        ("sole_right", "cathode"),
    ):
        click(qtbot, more.poles.rows[region].button(pole))
    for field, text in (
        (form.current, "12,5"),
        (form.minutes, "20"),
        (more.current_end, "9"),
        (more.first_half, "10"),
        (more.volts, "24"),
        (more.pulse_percent, "70"),
        (more.water_celsius, "37.5"),
        (more.interruptions, "2"),
        (more.dose_level, "3 of 7"),
        (more.additive_dose, "1 tsp"),
        (more.note, "quiet evening"),
    ):
        typed(qtbot, field, text)
    for box, text in (
        (more.waveform, "pulsed"),
        (more.polarity, "reversed at"),
        (more.water, "soft"),
        (more.additive, "baking"),
        (more.phase, "main"),
        (more.device, "Saalio"),
        (more.course, "Winter"),
        (more.completed, "stopped early: pain"),
    ):
        box.setFocus()
        qtbot.keyClicks(box, text)
    click(qtbot, more.cover.button("no"))
    more.sensation.setFocus()
    qtbot.keyClick(more.sensation, Qt.Key.Key_4)
    session = log(qtbot, form)
    session.check()
    expected = {
        name: getattr(FULL, name)
        for name in FULL.__dataclass_fields__
        if name not in ("id", "started_at", "current_ma", "regions", "applicators")
    }
    assert {name: getattr(session, name) for name in expected} == expected
    assert set(session.regions) == set(FULL.regions)
    assert session.applicators == FULL.applicators
    assert session.current_ma == 12.5
    assert session.started_at == datetime(2026, 11, 21, 21, 14).astimezone()


def test_a_full_session_is_shown_and_stays_as_it_is(form, qtbot):
    form.correct(FULL, ())
    assert form.fold.button.text() == "More: 20 stated"
    assert form.more.cover.button("no").isChecked()
    assert form.more.poles.rows["sole_right"].button("cathode").isChecked()
    assert log(qtbot, form) == FULL
    assert not form.is_half_filled


def test_a_correction_touches_one_field_alone(form, qtbot):
    form.correct(FULL, ())
    typed(qtbot, form.minutes, "18")
    session = log(qtbot, form)
    assert (session.minutes, session.current_ma) == (18.0, 12.25)
    assert session.started_at == FULL.started_at, "its seconds are kept"


def test_a_correction_keeps_the_offset_at_which_it_was_stored(form, qtbot):
    far = timezone(timedelta(hours=-8))
    form.correct(Session(datetime(2026, 11, 20, 7, 0, tzinfo=far), PALMS, ("hand_tray",)), ())
    typed(qtbot, form.start.time, "06:30")
    assert log(qtbot, form).started_at == datetime(2026, 11, 20, 6, 30, tzinfo=far)


def test_a_start_that_is_stored_is_not_asked_for_again(form, qtbot):
    ahead = replace(LAST, started_at=NOW + timedelta(days=3))  # stored while the clock was wrong
    form.correct(ahead, ())
    typed(qtbot, form.note, "x")
    assert log(qtbot, form) == replace(ahead, note="x")


def test_what_the_diary_does_not_list_any_more_is_shown_and_kept(form, qtbot):
    gone = Session(NOW - timedelta(days=1), ("thigh_left",), ("own_x",), device="d9", course="c9")
    form.correct(gone, ())
    assert form.more.device.currentText() == "no longer listed"
    assert form.applicators["own_x"].isChecked()
    assert form.regions["thigh_left"].isChecked()
    typed(qtbot, form.minutes, "15")
    session = log(qtbot, form)
    assert (session.device, session.course, session.regions) == ("d9", "c9", ("thigh_left",))


def test_a_pole_is_taken_back_by_a_second_press_and_goes_with_its_region(form, qtbot):
    click(qtbot, form.fold.button)
    fill_palms(qtbot, form)
    rows = form.more.poles.rows
    assert list(rows) == list(PALMS)
    click(qtbot, rows["palm_right"].button("anode"))
    click(qtbot, rows["palm_left"].button("cathode"))
    click(qtbot, rows["palm_right"].button("anode"))
    assert form.draft().session.anode == ()
    click(qtbot, form.regions["palm_left"])
    assert list(form.more.poles.rows) == ["palm_right"]
    assert log(qtbot, form).cathode == ()


@pytest.mark.parametrize(
    ("day", "clock", "said"),
    [
        ("31 Nov 2026", "19:30", "no day of the calendar"),
        ("", "19:30", "no day of the calendar"),
        ("23 Nov 2026", "08:00", "23 Nov 2026 is in the future"),
        ("22 Nov 2026", "21:15", "22 Nov 2026 21:15 is in the future"),
        ("22 Nov 1926", "19:30", "more than 50 years ago"),
        ("22 Nov 0026", "19:30", "more than 50 years ago"),
        ("20 Nov 2026", "25:00", "no time of day"),
        ("20 Nov 2026", "", "no time of day"),
    ],
)
def test_a_start_that_cannot_be_is_refused_in_a_sentence(form, qtbot, day, clock, said):
    fill_palms(qtbot, form)
    type_start(qtbot, form, day, clock)
    click(qtbot, form.log)
    assert form.heard == []
    assert said in form.said.text()
    assert form.said.isVisible()
    focus = QApplication.focusWidget()
    assert focus in (form.start.day.text, form.start.time), "the field to mend"
    assert focus.accessibleDescription() == form.said.text()
    assert form.log.isEnabled()
    type_start(qtbot, form, "20 Nov 2026")
    assert not form.said.isVisible()
    assert log(qtbot, form).started_at == datetime(2026, 11, 20, 19, 30).astimezone()


def test_the_start_can_be_chosen_without_typing(form, qtbot):
    from PySide6.QtWidgets import QCalendarWidget, QTableView

    fill_palms(qtbot, form)
    click(qtbot, form.start.day.calendar)
    month = form.findChild(QCalendarWidget)
    assert month.maximumDate().toPython() == NOW.date()
    days = month.findChild(QTableView)
    qtbot.keyClick(days, Qt.Key.Key_Left)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert form.start.day.text.text() == "21 Nov 2026"
    form.start.time.showPopup()
    view = form.start.time.view()
    assert view.currentIndex().data() == "21:00", "the list opens at the time that is shown"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert log(qtbot, form).started_at == datetime(2026, 11, 21, 20, 30).astimezone()


def test_arrows_step_day_and_time(form, qtbot):
    form.start.day.text.setFocus()
    qtbot.keyClick(form.start.day.text, Qt.Key.Key_Down)
    form.start.time.setFocus()
    qtbot.keyClick(form.start.time, Qt.Key.Key_Down)
    assert form.start.texts == ("21 Nov 2026", "21:09")


def test_a_new_session_starts_now_until_somebody_says_when(form, qtbot):
    fill_palms(qtbot, form)
    form.watch.now = NOW + timedelta(hours=26)
    assert log(qtbot, form).started_at == (NOW + timedelta(hours=26)).replace(second=0)
    type_start(qtbot, form, "20 Nov 2026")
    form.start_now()
    assert log(qtbot, form).started_at.date() == date(2026, 11, 20)


def test_an_overlap_is_pointed_out_and_not_forbidden(form, qtbot):
    form.known([LAST])
    fill_palms(qtbot, form)
    assert not form.pointed_out.isVisible()
    type_start(qtbot, form, "20 Nov 2026", "21:20")
    assert form.pointed_out.text() == "This overlaps with the session of 20 Nov 2026, 21:14."
    type_start(qtbot, form, "20 Nov 2026", "21:10")
    assert "on this day already" in form.pointed_out.text()
    typed(qtbot, form.minutes, "10")
    assert "overlaps" in form.pointed_out.text()
    assert log(qtbot, form) is not None


def test_a_second_session_of_a_day_is_pointed_out(form, qtbot):
    form.known([LAST])
    type_start(qtbot, form, "20 Nov 2026", "07:00")
    assert form.pointed_out.text() == "There is a session on this day already: 20 Nov 2026, 21:14."
    type_start(qtbot, form, "19 Nov 2026", "07:00")
    assert not form.pointed_out.isVisible()


def test_a_session_is_no_second_one_beside_itself(form):
    form.known([LAST])
    form.correct(LAST, ())
    assert not form.pointed_out.isVisible()


def test_a_start_more_than_a_year_back_is_pointed_out(form, qtbot):
    type_start(qtbot, form, "22 Nov 2016")
    assert form.pointed_out.text() == "The start lies more than a year back: 22 Nov 2016, 19:30."


def test_only_what_was_entered_makes_a_form_half_filled(form, qtbot):
    assert not form.is_half_filled
    form.watch.now += timedelta(minutes=5)
    form.start_now()
    assert not form.is_half_filled, "time goes by without the person"
    for touch in (
        lambda: fill_palms(qtbot, form),
        lambda: typed(qtbot, form.current, "8"),
        lambda: typed(qtbot, form.start.day.text, "2"),
        lambda: typed(qtbot, form.note, "x"),
        lambda: click(qtbot, form.more.cover.button("yes")),
    ):
        if not form.fold.is_open:
            click(qtbot, form.fold.button)
        form.start_new()
        assert not form.is_half_filled
        touch()
        assert form.is_half_filled


def test_a_draft_comes_back_after_another_session_was_looked_at(form, qtbot):
    fill_palms(qtbot, form)
    typed(qtbot, form.minutes, "17")
    typed(qtbot, form.start.day.text, "31 Nov")
    itch = Reaction("itch", 2, NOW.date(), session="?")
    form.reactions.show_session("?", NOW.date(), (itch,))
    draft = form.draft()
    assert hash(draft), "a frozen value"
    form.correct(FULL, ())
    form.restore(draft)
    assert form.draft() == draft
    assert form.is_half_filled
    assert form.log.text() == "Log session"
    assert form.start.day.text.text() == "31 Nov", "not even what makes no sense yet is lost"
    typed(qtbot, form.start.day.text, "20 Nov 2026")
    session = log(qtbot, form)
    assert session.id == draft.session.id, "pressed twice it is one session"
    assert (session.regions, session.minutes) == (PALMS, 17.0)
    assert form.heard[-1][1] == (replace(itch, began=date(2026, 11, 20)),), "it began on the day"


def test_a_draft_of_a_correction_comes_back_as_a_correction(form, qtbot):
    form.correct(FULL, ())
    typed(qtbot, form.note, "louder")
    draft = form.draft()
    form.start_new()
    form.restore(draft)
    assert form.log.text() == "Store correction"
    assert log(qtbot, form).note == "louder"
    form.start_new()
    assert log(qtbot, form).id != FULL.id


def test_a_draft_that_started_now_starts_when_it_is_taken_up_again(form, qtbot):
    fill_palms(qtbot, form)
    draft = form.draft()
    form.watch.now = NOW + timedelta(hours=1)
    form.restore(draft)
    assert log(qtbot, form).started_at == (NOW + timedelta(hours=1)).replace(second=0)


def test_a_session_like_the_last_one_tells_only_how_it_was_set_up():
    session = repeated(replace(FULL, current_ma=12.5), NOW, "new")
    assert (session.id, session.started_at) == ("new", NOW)
    assert (session.current_ma, session.device, session.waveform) == (12.5, "d1", "pulsed_dc")
    assert session.anode == FULL.anode
    for outcome in ("completed", "stop_reason", "sensation", "interruptions", "current_end_ma"):
        assert getattr(session, outcome) is None
    assert (session.note, session.water_celsius) == ("", None)


def test_poles_that_change_from_session_to_session_are_not_repeated():
    session = repeated(replace(FULL, polarity="alternated"), NOW, "new")
    assert (session.anode, session.cathode) == ((), ())


def test_new_applicators_leave_what_is_filled_in(form, qtbot):
    fill_palms(qtbot, form)
    typed(qtbot, form.minutes, "17")
    offer(form, [OwnedApplicator("own_1", "Pads", ("upper_back",)), OwnedApplicator("hand_tray")])
    assert form.applicators["hand_tray"].isChecked()
    click(qtbot, form.applicators["own_1"])
    session = log(qtbot, form)
    assert set(session.regions) == {*PALMS, "upper_back"}
    assert session.minutes == 17.0


def test_applicators_at_hand_are_in_sight_and_the_others_one_press_away(form, qtbot):
    offer(
        form, [OwnedApplicator("foot_tray"), OwnedApplicator("axilla_pads", until=date(2026, 1, 1))]
    )
    QApplication.processEvents()
    seen = [each for each, box in form.applicators.items() if box.isVisible()]
    assert seen == ["foot_tray"]
    click(qtbot, form.others.button)
    assert all(box.isVisible() for box in form.applicators.values())
    click(qtbot, form.applicators["neck_cushion"])
    click(qtbot, form.others.button)
    assert form.others.button.text() == "Other applicators: 1 chosen"


def wheel_over(widget):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_scrolling_over_the_fields_changes_nothing(form, qtbot):
    click(qtbot, form.fold.button)
    form.correct(FULL, ())
    before = form.draft()
    form.log.setFocus()
    more = form.more
    fields = [f for f in more.findChildren(QWidget) if hasattr(f, "stepUp")]
    fields += [*more.findChildren(QComboBox), form.start.time, form.current, form.minutes]
    assert len(fields) > 15
    for field in (*fields, more.sensation, form.start.day.text):
        wheel_over(field)
    assert form.draft() == before


@pytest.mark.parametrize(
    "owned", [(), (OwnedApplicator("hand_tray"), OwnedApplicator("foot_tray"))]
)
def test_tab_walks_the_whole_form_from_top_to_bottom(form, qtbot, owned):
    click(qtbot, form.fold.button)
    offer(form, owned)
    if owned:
        QApplication.processEvents()
        click(qtbot, form.others.button)
    form.correct(FULL, (Reaction("itch", 1, NOW.date(), session=FULL.id),))
    qtbot.waitUntil(lambda: form.more.height() == form.more.heightForWidth(form.more.width()))
    form.before.setFocus()
    seen = [form.before]
    while seen[-1] is not form.log and len(seen) < 100:
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    inside = [each for each in seen if form.reactions.parentWidget().isAncestorOf(each)]
    heights = [each.mapTo(form.reactions.parentWidget(), QPoint(0, 0)).y() for each in inside]
    rows = [height // 12 for height in heights]
    assert rows == sorted(rows)
    assert len(set(map(id, seen))) == len(seen) > 40
    for part in (form.start.time, form.more.current_end, form.more.sensation, form.note):
        assert part in seen
    assert seen[1] is form.applicators["hand_tray"]
    assert seen[-1] is form.log


def test_an_unstated_number_is_not_read_out_as_one_below_zero(form, qtbot):
    assert form.current.accessibleDescription() == "not stated"
    assert form.current.textFromValue(form.current.value()) == "not stated"
    typed(qtbot, form.current, "0")
    assert form.current.amount == 0.0
    assert form.current.accessibleDescription() == ""
    form.current.stepDown()
    assert form.current.text() == form.current.accessibleDescription() == "not stated"


def test_every_control_has_a_name_for_a_screen_reader(form, qtbot):
    from PySide6.QtGui import QAccessible

    click(qtbot, form.fold.button)
    form.correct(FULL, (Reaction("itch", 1, NOW.date(), session=FULL.id),))
    nameless = []
    for widget in form.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            if widget.focusProxy() is None and not told.text(QAccessible.Text.Name):
                nameless.append(widget)
    assert nameless == []


@pytest.mark.parametrize("factor", [1, 2])
def test_nothing_is_cut_off_in_a_narrow_column(form, qtbot, factor):
    font = form.window_of_test.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    form.window_of_test.setFont(font)
    click(qtbot, form.fold.button)
    form.correct(FULL, (Reaction("limb_tingling", 1, NOW.date(), session=FULL.id),))
    window = form.window_of_test
    window.resize(100, 640)  # no narrower than its parts allow
    QTest.qWait(1)
    assert window.width() <= 400 * factor
    right = window.rect().right()
    for button in form.findChildren(QPushButton):
        if button.isVisible():
            corner = button.mapTo(window, button.rect().topRight())
            assert corner.x() <= right, button.text()
            assert button.width() >= button.minimumSizeHint().width()
