"""The timer: what runs never runs backwards, whatever the clock, the pauses and crashes do."""

import json
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.analysis.countdown import Countdown, begun, from_text
from model.records.treatment import Session

BERLIN = ZoneInfo("Europe/Berlin")
SEVEN = datetime(2026, 11, 22, 19, tzinfo=timezone(timedelta(hours=1)))
SUMMER_ENDS = datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN)  # at 3:00 it is 2:00 again
SUMMER_BEGINS = datetime(2026, 3, 29, 1, 50, tzinfo=BERLIN)  # at 2:00 it is 3:00


def after(minutes, start=SEVEN):
    """Return the time on the wall so long after a start, in the zone of the start."""
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)


def minutes(count):
    return timedelta(minutes=count)


offsets = st.integers(-90, 90)
instants = offsets.map(after)
zones = st.sampled_from([UTC, BERLIN, ZoneInfo("Australia/Lord_Howe")])
starts = st.sampled_from([SEVEN, SUMMER_ENDS, SUMMER_BEGINS])
deeds = st.lists(
    st.tuples(st.sampled_from(["paused", "resumed", "switched", "stopped"]), offsets), max_size=8
)


def played(start, total, half, deeds):
    """Return a countdown after whatever was done to it, on a clock that may be set back."""
    countdown = Countdown(start, total, half)
    for deed, at in deeds:
        countdown = getattr(countdown, deed)(after(at, start))
    return countdown


countdowns = st.builds(
    played, starts, st.integers(1, 60), st.none() | st.floats(0.5, 1).map(float), deeds
)


def test_it_counts_what_has_run_and_what_is_left():
    countdown = begun(SEVEN, 20, 10)
    assert countdown.elapsed(SEVEN) == minutes(0)
    assert countdown.elapsed(after(7.5)) == minutes(7.5)
    assert countdown.remaining(after(7.5)) == minutes(12.5)
    assert countdown.minutes_done(after(7.26)) == 7.3
    assert not countdown.is_done(after(19.9))
    assert countdown.is_done(after(20))
    assert countdown.elapsed(after(500)) == minutes(20)
    assert countdown.remaining(after(500)) == minutes(0)


def test_a_pause_costs_nothing_and_counts_as_an_interruption():
    countdown = begun(SEVEN, 20).paused(after(5))
    assert countdown.is_paused
    assert countdown.elapsed(after(60)) == minutes(5)
    countdown = countdown.resumed(after(60))
    assert not countdown.is_paused
    assert countdown.elapsed(after(62)) == minutes(7)
    assert countdown.paused(after(63)).paused(after(64)).interruptions == 2


def test_the_switch_is_due_from_half_time_until_somebody_switched():
    countdown = begun(SEVEN, 20, 8)
    assert not countdown.is_switch_due(after(7.9))
    assert countdown.is_switch_due(after(8))
    assert countdown.half(after(9)) == 1
    switched = countdown.paused(after(9)).switched(after(10)).resumed(after(11))
    assert not switched.is_switch_due(after(12))
    assert (switched.half(after(9.5)), switched.half(after(12))) == (1, 2)
    assert switched.first_half_done(after(12)) == 9.0
    assert switched.switched(after(13)) == switched


def test_the_switch_is_no_longer_due_once_it_is_over():
    assert not begun(SEVEN, 20, 8).is_switch_due(after(20))
    assert not begun(SEVEN, 20, 8).stopped(after(9)).is_switch_due(after(9))
    assert begun(SEVEN, 20, 8).first_half_done(after(20)) is None


def test_without_a_first_half_there_is_nothing_to_switch():
    countdown = begun(SEVEN, 20)
    assert not countdown.is_switch_due(after(15))
    assert countdown.switched(after(15)) == countdown
    assert countdown.half(after(15)) == 1


def test_stopped_early_it_stays_where_it_was():
    countdown = begun(SEVEN, 20).stopped(after(6))
    assert countdown.is_done(after(6))
    assert countdown.minutes_done(after(60)) == 6.0
    assert countdown.stopped(after(9)) == countdown
    assert countdown.paused(after(9)) == countdown
    assert countdown.switched(after(9)) == countdown


def test_stopped_in_a_pause_it_may_not_be_resumed():
    countdown = begun(SEVEN, 20).paused(after(6)).stopped(after(9))
    assert not countdown.is_paused
    assert countdown.resumed(after(30)) == countdown
    assert countdown.minutes_done(after(60)) == 6.0


def test_what_is_done_cannot_be_interrupted():
    assert begun(SEVEN, 20).paused(after(20)).interruptions == 0


def test_its_start_may_stand_in_a_session():
    countdown = begun(SEVEN.replace(microsecond=999_999), 20)
    Session(
        countdown.started_at,
        ("palm_left",),
        ("hand_tray",),
        minutes=countdown.minutes_done(after(21)),
        interruptions=countdown.interruptions,
    ).check()


@pytest.mark.parametrize("start", [SUMMER_ENDS, SUMMER_BEGINS])
def test_summer_time_costs_no_minute(start):
    countdown = begun(start, 20, 10).paused(after(5, start)).resumed(after(15, start))
    assert countdown.elapsed(after(20, start)) == minutes(10)
    assert countdown.is_switch_due(after(20, start))
    assert countdown.remaining(after(25, start)) == minutes(5)


def test_a_clock_that_is_set_back_stops_it_and_breaks_nothing():
    countdown = begun(SEVEN, 20)
    assert countdown.elapsed(after(-60)) == minutes(0)
    back = countdown.paused(after(10)).resumed(after(-30))
    assert back.elapsed(after(12)) == minutes(12)
    assert back.remaining(after(-30)) == minutes(20)


def test_what_lies_in_two_pauses_counts_once():
    countdown = begun(SEVEN, 60).paused(after(10)).resumed(after(20))
    countdown = countdown.paused(after(15)).resumed(after(25))  # the clock was set back between
    assert countdown.elapsed(after(30)) == minutes(15)


def test_the_same_instant_in_another_zone_is_the_same():
    countdown = begun(SEVEN, 20)
    assert countdown.elapsed(after(9).astimezone(ZoneInfo("Asia/Kathmandu"))) == minutes(9)


@given(countdowns, instants, instants)
def test_it_never_runs_backwards_and_never_beyond_its_end(countdown, first, second):
    first, second = sorted([first, second])
    ran = countdown.elapsed(first), countdown.elapsed(second)
    assert timedelta(0) <= ran[0] <= ran[1] <= timedelta(minutes=countdown.minutes)
    assert ran[1] - ran[0] <= second - first
    assert countdown.half(first) <= countdown.half(second)


@given(starts, st.integers(1, 60), st.lists(offsets, min_size=1, max_size=7), st.integers(0, 99))
def test_pauses_anywhere_take_away_just_what_they_last(start, total, marks, beyond):
    times = sorted(abs(mark) for mark in marks)
    countdown, ran, running, last = begun(start, total), 0, True, 0
    for at in [*times, times[-1] + beyond]:
        ran += (at - last) if running else 0
        assert countdown.elapsed(after(at, start)) == minutes(min(ran, total))
        if ran < total:
            turn = countdown.paused if running else countdown.resumed
            countdown, running = turn(after(at, start)), not running
        last = at


@given(countdowns, instants, deeds)
def test_after_a_crash_it_is_as_if_there_had_been_none(countdown, now, deeds):
    again = from_text(countdown.as_text())
    for deed, at in deeds:
        countdown, again = (getattr(each, deed)(after(at)) for each in (countdown, again))
    assert again.as_text() == countdown.as_text()
    assert again.elapsed(now) == countdown.elapsed(now)
    assert again.half(now) == countdown.half(now)
    assert again.is_switch_due(now) == countdown.is_switch_due(now)
    assert again.is_paused == countdown.is_paused
    assert again.first_half_done(now) == countdown.first_half_done(now)


def test_what_is_kept_comes_back():
    countdown = begun(SEVEN, 20, 10).paused(after(4)).resumed(after(5)).switched(after(12))
    assert from_text(countdown.as_text()) == countdown
    assert "\n" not in countdown.as_text()


GOOD = json.loads(begun(SEVEN, 20, 10).paused(after(4)).as_text())


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"minutes": 0},
        {"minutes": -5},
        {"minutes": 241},
        {"minutes": "20"},
        {"minutes": True},
        {"minutes": None},
        {"minutes": float("nan")},
        {"minutes": 10**400},
        {"first_half_minutes": 21},
        {"first_half_minutes": float("inf")},
        {"started_at": None},
        {"started_at": "soon"},
        {"started_at": 1790000000},
        {"started_at": "2026-11-22T19:00:00"},
        {"started_at": "0001-01-01T00:00:00+14:00"},
        {"pauses": None},
        {"pauses": [["2026-11-22T19:04:00+01:00"]]},
        {"pauses": [[None, None]]},
        {"pauses": GOOD["pauses"] * 2},
        {"switched_at": "2026-11-22"},
        {"ended_at": []},
    ],
    ids=str,
)
def test_a_text_that_holds_what_cannot_be_is_no_countdown(change):
    assert from_text(json.dumps(GOOD)) is not None
    assert from_text(json.dumps(GOOD | change)) is None


@pytest.mark.parametrize("field", GOOD)
def test_a_text_that_lacks_something_is_no_countdown(field):
    kept = {name: value for name, value in GOOD.items() if name != field}
    assert from_text(json.dumps(kept)) is None


def test_a_text_that_was_cut_off_is_no_countdown():
    text = json.dumps(GOOD)
    assert [from_text(text[:end]) for end in range(len(text))] == [None] * len(text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*GOOD, "x"]), inner),
    max_leaves=8,
)


@given(st.text() | json_values.map(json.dumps))
@example("[" * 100_000)
@example("{}")
@example("\x00")
def test_no_text_breaks_it(text):
    assert from_text(text) is None


any_instant = st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=zones).map(
    datetime.isoformat
)
any_text = st.fixed_dictionaries(
    {
        "version": st.just(1),
        "started_at": any_instant,
        "minutes": st.floats(0.001, 240),
        "first_half_minutes": st.none(),
        "pauses": st.lists(st.tuples(any_instant, any_instant), max_size=4),
        "switched_at": st.none() | any_instant,
        "ended_at": st.none() | any_instant,
    }
).map(json.dumps)


@given(any_text, instants, instants)
def test_whatever_was_read_can_be_counted(text, first, second):
    countdown = from_text(text)
    first, second = sorted([first, second])
    ran = countdown.elapsed(first), countdown.elapsed(second)
    assert timedelta(0) <= ran[0] <= ran[1] <= timedelta(minutes=countdown.minutes)
    assert from_text(countdown.stopped(second).as_text()) is not None
