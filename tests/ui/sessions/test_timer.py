"""The timer's card under a clock that the test sets: cues once each, pauses, what is kept."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from model.analysis.countdown import Countdown
from model.catalog.sources import SOURCES
from ui.look import LIGHT, style_sheet
from ui.sessions.timer import LONGEST_SLEEP, TICK_MS, TimerCard, gone_on
from ui.sessions.timer_cues import CUES, FLASHES, Flash
from ui.settings import settings

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)")

SEVEN = datetime(2026, 11, 22, 19, 2, tzinfo=timezone(timedelta(hours=1)))


class Watch:
    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


@pytest.fixture
def watch():
    return Watch(SEVEN)


@pytest.fixture
def made(qtbot, watch, tmp_path):
    """Make a card as a start of the program would, on the settings as they are."""
    settings().clear()

    def make(diary="a.drymap", clock=watch, show=True):
        window = QWidget()
        window.setStyleSheet(style_sheet(LIGHT))
        qtbot.addWidget(window)
        card = TimerCard(clock)
        card.before, card.window_of_test = QLineEdit(), window
        column = QVBoxLayout(window)
        column.addWidget(card.before)
        column.addWidget(card)
        window.resize(400, 500)
        if show:
            with qtbot.waitExposed(window):
                window.show()
            window.activateWindow()
        card.beeps, card.calls, card.ends, card.told = [], [], [], []
        card.beep = lambda: card.beeps.append(watch.now)
        card.called.connect(card.calls.append)
        card.ended.connect(card.ends.append)
        card.announced.connect(card.told.append)
        card.use(tmp_path / diary)
        return card

    return make


@pytest.fixture
def card(made):
    return made()


@pytest.fixture
def running(card):
    """Twenty minutes with a switch after ten, started at 19:02."""
    card.offer(20, 10, "mid_session")
    press(card.start)
    return card


def press(button):
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def go(card, **time):
    """Let time pass, and the timer look at the clock twice."""
    card._clock.now += timedelta(**time)
    for _ in range(2):
        card.ticker.timeout.emit()


def shown(card):
    return card.state.text(), card.time.text(), card.half.text()


# ---- Before the start ----------------------------------------------------------------------------


def test_nothing_starts_by_itself(card):
    assert (card.countdown, card.time.text()) == (None, "\u2013")
    card.offer(20, None, None)
    go(card, minutes=30)
    assert card.countdown is None
    assert not card.ticker.isActive()
    assert shown(card) == ("Not started", "20:00", "")


@pytest.mark.parametrize(
    ("offered", "proposed"),
    [
        ((20.0, 8.0, "mid_session"), (20.0, 8.0)),
        ((20.0, 8.0, None), (20.0, 8.0)),
        ((15.0, None, "mid_session"), (15.0, 7.5)),
        ((20.0, 8.0, "none"), (20.0, None)),
        ((20.0, None, "alternated"), (20.0, None)),
        ((None, None, "mid_session"), (None, None)),
    ],
)
def test_the_times_of_the_last_session_are_proposed(card, offered, proposed):
    card.offer(*offered)
    assert (card.times.minutes.amount, card.times.switch_after.amount) == proposed


def test_a_later_session_proposes_anew_as_long_as_nothing_was_typed(card):
    card.offer(20, 10, "mid_session")
    card.offer(15, None, "none")
    assert (card.times.minutes.amount, card.times.switch_after.amount) == (15, None)


def test_what_was_typed_is_run_and_no_later_proposal_takes_it_away(card, qtbot):
    card.offer(20, 10, "mid_session")
    card.times.minutes.setFocus()
    QApplication.processEvents()
    qtbot.keyClicks(card.times.minutes, "12")
    qtbot.keyClick(card.times.minutes, Qt.Key.Key_Tab)
    card.offer(30, 15, "mid_session")
    press(card.start)
    assert (card.countdown.minutes, card.countdown.first_half_minutes) == (12, 10)


@pytest.mark.parametrize(
    ("minutes", "after", "reason"),
    [
        (None, None, "Say how many minutes"),
        (0, None, "Say how many minutes"),
        (241, None, "Say how many minutes"),
        (20, 0, "The switch has to come"),
        (20, 20, "The switch has to come"),
    ],
)
def test_times_that_cannot_be_run_are_refused_in_words(card, minutes, after, reason):
    card.times.minutes.show_amount(minutes)
    card.times.switch_after.show_amount(after)
    press(card.start)
    assert card.countdown is None
    assert reason in card.words.text()
    assert reason in card.told[-1]
    card.times.minutes.show_amount(25)
    assert reason not in card.words.text()


def test_without_a_diary_there_is_no_place_to_keep_it_and_no_start(card):
    card.offer(20, None, None)
    card.use(None)
    assert not card.start.isEnabled()


# ---- It runs -------------------------------------------------------------------------------------


def test_it_says_since_when_it_runs_and_how_much_is_left(running):
    assert shown(running) == ("Running since 19:02", "20:00", "First half")
    go(running, minutes=3, seconds=15)
    assert shown(running) == ("Running since 19:02", "16:45", "First half")
    assert running.bar.done == pytest.approx(3.25 / 20)
    assert running.bar.mark == 0.5


def test_a_start_of_another_day_is_told_with_its_date(made, running):
    running._clock.now += timedelta(hours=6)
    press(running.stop) if running.stop.isVisible() else None
    assert "22 Nov 2026, 19:02" in made().state.text()


def test_a_pause_stops_the_time_and_counts_as_an_interruption(running):
    go(running, minutes=4)
    press(running.pause)
    assert not running.ticker.isActive()
    go(running, minutes=7)
    assert shown(running)[:2] == ("Paused since 19:06", "16:00")
    assert running.pause.text() == "Resume"
    press(running.pause)
    go(running, minutes=1)
    assert shown(running)[:2] == ("Running since 19:02", "15:00")
    assert running.countdown.interruptions == 1


def test_a_double_click_is_one_press(running, qtbot):
    qtbot.mouseClick(running.pause, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(running.pause, Qt.MouseButton.LeftButton)  # its second press
    qtbot.mouseRelease(running.pause, Qt.MouseButton.LeftButton)
    assert running.countdown.is_paused


def test_after_the_start_a_second_press_of_the_space_bar_does_nothing_to_it(card, qtbot):
    card.offer(20, None, None)
    card.start.setFocus()
    for _ in range(2):
        qtbot.keyClick(card.window_of_test.focusWidget(), Qt.Key.Key_Space)
    assert card.time.hasFocus()
    assert card.countdown.pauses == ()
    assert card.countdown.ended_at is None


def test_the_focus_does_not_slip_onto_stop_when_the_polarity_was_switched(running, qtbot):
    running.switched.setFocus()
    qtbot.keyClick(running.switched, Qt.Key.Key_Space)
    assert not running.switched.isEnabled()
    assert running.time.hasFocus()


def test_a_naive_clock_will_do(made):
    watch = Watch(datetime(2026, 11, 22, 19, 2, 0, 345))
    card = made(clock=watch)
    card.offer(20, None, None)
    press(card.start)
    assert card.countdown.started_at.utcoffset() is not None
    watch.now += timedelta(minutes=1)
    card.ticker.timeout.emit()
    assert shown(card)[:2] == ("Running since 19:02", "19:00")


# ---- Cues ----------------------------------------------------------------------------------------


def test_the_switch_is_called_once_and_stays_in_words_until_it_is_done(running):
    go(running, minutes=9, seconds=59)
    assert running.calls == []
    assert running.words.text() == ""
    go(running, seconds=1)
    go(running, minutes=2)
    assert running.calls == ["switch"]
    assert len(running.beeps) == 1
    assert "current to zero before you switch" in running.words.text()
    assert running.told.count(CUES["switch"].words) == 1
    assert SOURCES["nhs_wpr26540"] in running.words.toolTip()
    press(running.switched)
    assert running.words.text() == ""
    assert running.words.toolTip() == ""
    assert shown(running)[1:] == ("8:00", "Second half")
    assert running.countdown.first_half_done(running._clock.now) == 12


def test_a_switch_that_was_done_in_time_is_not_called(running):
    go(running, minutes=9)
    press(running.switched)
    go(running, minutes=5)
    assert running.calls == []


def test_without_a_switch_there_is_none_to_press_and_none_is_called(card):
    card.offer(20, None, "none")
    press(card.start)
    go(card, minutes=15)
    assert not card.switched.isVisible()
    assert (card.calls, card.half.text()) == ([], "")


def test_the_end_is_called_once_and_told_with_the_countdown(running):
    press(running.switched)
    go(running, minutes=20)
    go(running, minutes=60)
    assert running.calls == ["end"]
    assert len(running.beeps) == 1
    assert "Time is over" in running.words.text()
    assert shown(running)[:2] == ("Ran 20 min; it began 19:02", "0:00")
    assert [type(each) for each in running.ends] == [Countdown]
    assert running.ends[0].minutes_done(running._clock.now) == 20
    assert not running.go_on.isVisible()
    assert not running.ticker.isActive()


def test_a_pause_moves_the_cues(running):
    go(running, minutes=9)
    press(running.pause)
    go(running, minutes=30)
    assert running.calls == []
    press(running.pause)
    go(running, minutes=1)
    assert running.calls == ["switch"]


@pytest.mark.parametrize("way", ["sound", "flash", "text"])
def test_each_way_can_be_off_and_is_remembered(made, running, way):
    press_box(getattr(running.cues, way))
    go(running, minutes=10)
    done = {
        "sound": running.beeps != [],
        "flash": running.findChild(Flash).isActive(),
        "text": running.words.text() != "",
    }
    assert done == {each: each != way for each in done}
    assert (CUES["switch"].words in running.told) == (way != "text")
    again = made().cues
    boxes = {"sound": again.sound, "flash": again.flash, "text": again.text}
    assert {each: box.isChecked() for each, box in boxes.items()} == {
        each: each != way for each in boxes
    }


def press_box(box):
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_the_card_flashes_three_times_and_at_most_once_a_second(running):
    plain = running.styleSheet()
    flash = running.findChild(Flash)
    go(running, minutes=10)
    seen = [running.styleSheet()]
    while flash.isActive() and len(seen) < 50:
        flash.timeout.emit()
        seen.append(running.styleSheet())
    assert flash.interval() >= 500
    assert [each != plain for each in seen] == [True, False] * FLASHES
    assert FLASHES == 3
    go(running, minutes=1)
    assert not flash.isActive()


def test_the_flash_ends_when_the_switch_is_done(running):
    go(running, minutes=10)
    press(running.switched)
    assert not running.findChild(Flash).isActive()
    assert running.styleSheet() == ""


def test_every_cue_says_where_it_was_read():
    for cue in CUES.values():
        assert cue.sources
        assert set(cue.sources) <= SOURCES.keys() - {"drymap"}


def test_a_screen_reader_is_told_at_the_start_the_switch_the_end_and_on_demand_only(running, qtbot):
    heard = list(running.told)
    assert heard == ["The timer runs. Time left: 20 min 0 s"]
    names = []
    running.time.setFocus()
    for _ in range(240):
        go(running, seconds=1)
        names.append(running.time.accessibleName())
    assert running.told == heard
    assert len(set(names)) == 1  # a new name would be read out, and the time has the focus
    qtbot.keyClick(running.time, Qt.Key.Key_Space)
    assert running.told == [*heard, "Time left: 16 min 0 s"]
    assert running.time.accessibleName() == "Time left: 16 min 0 s"
    go(running, minutes=6)
    press(running.switched)
    assert running.told[2:] == [CUES["switch"].words, "Second half. Time left: 10 min 0 s"]


def test_what_is_reached_by_tab_reads_the_time_of_that_moment(running):
    running.before.setFocus()
    go(running, minutes=1, seconds=30)
    running.time.setFocus()
    assert running.time.accessibleName() == "Time left: 18 min 30 s"


# ---- It ends -------------------------------------------------------------------------------------


def test_stopped_early_it_tells_and_calls_no_more(running):
    go(running, minutes=4)
    press(running.pause)
    press(running.pause)
    press(running.stop)
    go(running, minutes=60)
    (ended,) = running.ends
    assert ended.minutes_done(running._clock.now) == 4
    assert ended.interruptions == 1
    assert ended.remaining(running._clock.now) == timedelta(minutes=16)
    assert (running.calls, running.beeps) == ([], [])
    assert running.state.text() == "Stopped after 4 min; it began 19:02"


def test_one_that_was_stopped_by_mistake_goes_on_and_ends_again(running):
    go(running, minutes=4)
    press(running.stop)
    go(running, minutes=3)
    press(running.go_on)
    assert shown(running)[:2] == ("Running since 19:02", "16:00")
    go(running, minutes=16)
    assert len(running.ends) == 2
    assert running.ends[-1].interruptions == 1
    assert running.calls[-1] == "end"


def test_stopped_while_it_paused_it_goes_on_with_one_pause():
    paused = Countdown(SEVEN, 20).paused(SEVEN + timedelta(minutes=5))
    again = gone_on(paused.stopped(SEVEN + timedelta(minutes=6)), SEVEN + timedelta(minutes=9))
    assert again.interruptions == 1
    assert again.elapsed(SEVEN + timedelta(minutes=10)) == timedelta(minutes=6)
    assert gone_on(again, SEVEN) is again


@pytest.mark.parametrize("way", ["forget", "press"])
def test_forgotten_it_gives_way_to_a_new_one(made, running, way):
    press(running.stop)
    running.forget() if way == "forget" else press(running.new)
    assert running.countdown is None
    assert shown(running) == ("Not started", "20:00", "")
    assert made().countdown is None
    press(running.start)
    assert running.countdown is not None


# ---- It is kept ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "deeds", ["", "pause", "pause pause", "switched", "switched pause", "stop"]
)
def test_every_change_is_there_at_the_next_start(made, running, deeds):
    for deed in deeds.split():
        go(running, minutes=1)
        press(getattr(running, deed))
    again = made()
    assert again.countdown == running.countdown
    assert shown(again) == shown(running)
    assert len(again.ends) == (deeds == "stop")
    assert again.calls == []


def test_it_went_on_while_the_program_was_closed(made, running, watch):
    running.window_of_test.close()
    watch.now += timedelta(minutes=7)
    assert shown(made()) == ("Running since 19:02", "13:00", "First half")


def test_a_switch_that_came_due_meanwhile_is_called_at_the_next_start(made, running, watch):
    running.window_of_test.close()
    watch.now += timedelta(minutes=11)
    again = made()
    go(again, minutes=1)
    assert again.calls == ["switch"]


def test_an_end_that_came_meanwhile_is_called_and_told_once_and_after_that_only_told(
    made, running, watch
):
    running.window_of_test.close()
    watch.now += timedelta(hours=11)
    first = made()
    assert (first.calls, len(first.ends)) == (["end"], 1)
    assert first.ends[0].minutes_done(watch.now) == 20
    assert first.state.text() == "Ran 20 min; it began 22 Nov 2026, 19:02"
    second = made()
    assert (second.calls, second.ends) == ([], first.ends)


def test_timers_of_two_diaries_do_not_mix(running, watch, tmp_path):
    running.use(tmp_path / "b.drymap")
    assert running.countdown is None
    running.offer(30, None, None)
    watch.now += timedelta(minutes=5)
    press(running.start)
    assert shown(running) == ("Running since 19:07", "30:00", "")
    running.use(tmp_path / "a.drymap")
    assert shown(running) == ("Running since 19:02", "15:00", "First half")
    running.forget()
    running.use(tmp_path / "b.drymap")
    assert shown(running) == ("Running since 19:07", "30:00", "")


def test_the_same_diary_again_changes_nothing_and_calls_nothing_twice(running, tmp_path):
    go(running, minutes=10)
    running.use(tmp_path / "a.drymap")
    running.use(tmp_path / "." / "a.drymap")
    assert running.calls == ["switch"]
    press(running.stop)
    running.use(tmp_path / "a.drymap")
    assert len(running.ends) == 1


def test_diaries_of_one_name_in_two_folders_are_two(running, tmp_path):
    running.use(tmp_path / "other" / "a.drymap")
    assert running.countdown is None


def test_the_settings_tell_neither_name_nor_place_of_the_diary(running, tmp_path):
    kept = settings()
    kept.sync()
    text = " ".join(f"{key} {kept.value(key)}" for key in kept.allKeys())
    assert running.countdown.started_at.isoformat() in text
    assert "drymap" not in text
    assert tmp_path.name not in text


def test_what_cannot_be_read_is_no_timer(made, running):
    kept = settings()
    (key,) = (each for each in kept.allKeys() if each.startswith("timer/running/"))
    kept.setValue(key, "{]")
    assert made().countdown is None


def test_where_it_cannot_be_kept_it_says_so(card, monkeypatch):
    monkeypatch.setattr("ui.sessions.timer_kept._on_disk", lambda kept: False)  # a full disk
    card.offer(20, None, None)
    press(card.start)
    assert "could not be kept" in card.words.text()


# ---- How often it wakes --------------------------------------------------------------------------


def test_seen_it_looks_four_times_a_second_hidden_it_sleeps_until_its_cue(running):
    assert running.ticker.interval() == TICK_MS == 250
    running.window_of_test.hide()
    assert running.ticker.interval() == LONGEST_SLEEP / timedelta(milliseconds=1)
    go(running, minutes=9, seconds=30)
    assert running.ticker.interval() == 30_000
    go(running, seconds=30)
    assert running.calls == ["switch"]
    go(running, minutes=9, seconds=58)
    assert running.ticker.interval() == 2_000
    go(running, seconds=2)
    assert running.calls == ["switch", "end"]
    assert not running.ticker.isActive()


def test_shown_again_it_is_right_at_once(running, watch):
    running.window_of_test.hide()
    watch.now += timedelta(minutes=5)
    running.window_of_test.show()
    assert running.time.text() == "15:00"
    assert running.ticker.interval() == TICK_MS


def test_nothing_below_moves_when_a_cue_comes_or_a_button_is_pressed(running):
    def places():
        QApplication.processEvents()
        return [(part.mapTo(running, part.rect().topLeft()), part.size()) for part in parts]

    parts = (running.bar, running.pause, running.switched, running.stop, running.cues)
    before = places()
    go(running, minutes=10)
    assert places() == before
    press(running.pause)
    assert places() == before
    press(running.switched)
    assert places() == before


def test_a_clock_that_is_set_to_another_zone_costs_no_time(running, watch):
    watch.now = (SEVEN + timedelta(minutes=5)).astimezone(UTC)
    running.ticker.timeout.emit()
    assert running.time.text() == "15:00"


# ---- Room ----------------------------------------------------------------------------------------


def cut_off(card):
    """Return the parts that are painted over, out of the card or smaller than they ask for."""
    QApplication.processEvents()
    parts = [part for part in parts_of(card) if part.isVisible()]
    places = {part: part.rect().translated(part.mapTo(card, QPoint())) for part in parts}
    bad = [part for part in parts if part.width() < part.minimumSizeHint().width()]
    bad += [part for part in parts if part.height() < part.minimumSizeHint().height()]
    bad += [part for part in parts if not card.rect().contains(places[part])]
    return bad + [one for one, other in combinations(parts, 2) if places[one] & places[other]]


def parts_of(card):
    buttons = (card.start, card.pause, card.switched, card.stop, card.fold, card.go_on, card.new)
    cues = (card.cues.sound, card.cues.flash, card.cues.text)
    fields = (card.times.minutes, card.times.switch_after, card.time, card.half, card.state)
    return (card.name, *buttons, *fields, card.bar, card.words, *cues)


@pytest.mark.parametrize("width", [350, 470, 622])
def test_it_is_low_and_whole_before_the_start_and_while_it_runs(card, width):
    card.offer(20, 10, "mid_session")
    window = card.window_of_test
    window.layout().setContentsMargins(0, 0, 0, 0)
    for most, deed in ((150, None), (190, card.start)):
        if deed:
            press(deed)
        window.resize(width, 0)
        QApplication.processEvents()
        card.resize(width, card.minimumSizeHint().height())
        assert card.minimumSizeHint().height() <= most
        assert cut_off(card) == []
        assert card.cues.isVisible() is (deed is None)
    press(card.fold)
    assert card.cues.sound.isVisible()
    assert card.minimumSizeHint().height() <= 190
    assert cut_off(card) == []
    press(card.fold)
    assert not card.cues.isVisible()


def test_a_cue_takes_the_place_of_the_boxes_by_which_it_is_chosen(running):
    press(running.fold)
    running.cues.flash.setFocus()
    go(running, minutes=10)
    assert running.words.isVisible()
    assert not running.cues.isVisible()
    assert running.time.hasFocus()
    press(running.fold)
    assert running.cues.isVisible()
    press(running.stop)
    assert not running.cues.isVisible()


def test_in_a_wide_card_the_times_and_start_stand_in_one_row(card):
    card.offer(20, 10, "mid_session")
    card.window_of_test.resize(640, 400)
    QApplication.processEvents()
    row = (card.name, card.times.minutes, card.times.switch_after, card.start)
    middles = {part.mapTo(card, part.rect().center()).y() for part in row}
    assert max(middles) - min(middles) <= 2


def test_a_refusal_has_room_for_its_words_and_nothing_moves(card):
    before = card.minimumSizeHint().height()
    press(card.start)
    assert card.words.text().startswith("Say how many minutes")
    assert card.words.isVisible()
    assert card.minimumSizeHint().height() == before
    assert cut_off(card) == []
    card.times.minutes.setValue(20)
    assert card.cues.isVisible()


def test_a_new_timer_leaves_the_focus_where_no_key_presses_anything(running, qtbot):
    press(running.stop)
    running.new.setFocus()
    for _ in range(2):
        qtbot.keyClick(running.window_of_test.focusWidget(), Qt.Key.Key_Space)
    assert running.countdown is None
    assert running.name.hasFocus()
