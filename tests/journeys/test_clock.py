"""The clock of a patient: nights, chosen ends of the day, time zones, summer time."""

import contextlib
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from model.diary import Diary
from model.records.day import Rating
from model.records.person import Profile
from tests.journeys.conftest import open_window, settle
from ui.link import Link
from ui.today.weekly import WeeklyCard
from ui.widgets.severity import NOT_RECORDED
from ui.window import Window

BERLIN, TOKYO, LOS_ANGELES = "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # Berlin's nights of 23 and 25 hours
TWENTY_SECOND, TWENTY_THIRD = date(2026, 11, 22), date(2026, 11, 23)


class Watch:
    """A clock that a test sets; like that of main.py it knows the offset, not the zone."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


def at(zone, *wall, fold=0):
    """Say what a clock shows at a place; `fold` 1 is the second of two equal times."""
    return carried(datetime(*wall, fold=fold, tzinfo=ZoneInfo(zone)), zone)


def carried(instant, zone):
    """Say what the same moment is called at another place."""
    there = instant.astimezone(ZoneInfo(zone))
    return there.replace(tzinfo=timezone(there.utcoffset()), fold=0)


def new_diary(path, watch, day_ends_at_hour=0):
    with Diary.create(path, watch) as diary:
        if day_ends_at_hour:
            diary.put(Profile(day_ends_at_hour=day_ends_at_hour))


@contextlib.contextmanager
def new_diary_shown(qtbot, path, now, day_ends_at_hour=0):
    """Open the window on an empty diary, with a clock that the test sets."""
    watch = Watch(now)
    new_diary(path, watch, day_ends_at_hour)
    with open_window(qtbot, path, watch) as window:
        yield watch, window


def let_pass(window, qtbot, watch, now):
    """Let time pass until `now` with the window open: what looks at the clock looks again."""
    watch.now = now
    for timer in window.shown("today").findChildren(QTimer):
        if timer.isActive() and not timer.isSingleShot():
            timer.timeout.emit()
    settle(window, qtbot)


def rate(window, qtbot, region, severity):
    window.shown("today").rate(region, severity)
    settle(window, qtbot)


def shown(window, region):
    return window.shown("today").strips.strip_of(region).value()


def rows(path, watch):
    """Read the file with a fresh diary."""
    with Diary.open(path, watch) as diary:
        return diary.ratings_between(date(2026, 1, 1), date(2026, 12, 31))


def stored(path, watch):
    """Return day of the month, region, severity and how it was entered."""
    return [(row.day.day, row.region, row.severity, row.entered) for row in rows(path, watch)]


def times_of_entry(path, watch):
    return {row.region: row.recorded_at for row in rows(path, watch)}


def assert_nothing_was_asked(window):
    assert [box.text() for box in window.findChildren(QMessageBox)] == []


# ---- The end of the day --------------------------------------------------------------------------


@pytest.mark.parametrize("hour", [0, 1, 4, 6])
def test_an_open_window_moves_on_in_the_second_in_which_the_day_ends(qtbot, path, hour):
    border = at(BERLIN, 2026, 11, 23, hour)
    with new_diary_shown(qtbot, path, border - timedelta(hours=2), hour) as (watch, window):
        page = window.shown("today")
        rate(window, qtbot, "nose", 2)
        let_pass(window, qtbot, watch, border - timedelta(seconds=1))
        assert (page.day, shown(window, "nose")) == (TWENTY_SECOND, 2)
        let_pass(window, qtbot, watch, border)
        assert (page.day, shown(window, "nose")) == (TWENTY_THIRD, NOT_RECORDED)
        rate(window, qtbot, "nose", 9)
    assert stored(path, watch) == [(22, "nose", 2, "same_day"), (23, "nose", 9, "same_day")]


def test_a_past_day_that_is_being_filled_in_is_not_taken_away_at_midnight(qtbot, path):
    with new_diary_shown(qtbot, path, at(BERLIN, 2026, 11, 22, 23, 50)) as (watch, window):
        page = window.shown("today")
        page.go_to(date(2026, 11, 20))
        let_pass(window, qtbot, watch, at(BERLIN, 2026, 11, 23, 0, 10))
        assert page.day == date(2026, 11, 20)
        rate(window, qtbot, "nose", 5)
        page.go_to(TWENTY_THIRD)
        assert page.day == TWENTY_THIRD
    assert stored(path, watch) == [(20, "nose", 5, "late")]


def test_a_press_goes_to_the_day_that_is_shown_even_if_it_has_just_ended(qtbot, path):
    with new_diary_shown(qtbot, path, at(BERLIN, 2026, 11, 22, 23, 59)) as (watch, window):
        watch.now = at(BERLIN, 2026, 11, 23, 0, 0, 5)  # the page has not looked yet
        assert window.shown("today").day == TWENTY_SECOND
        rate(window, qtbot, "nose", 5)
        assert_nothing_was_asked(window)
    assert stored(path, watch) == [(22, "nose", 5, "late")]


def test_a_computer_that_slept_for_days_wakes_up_today(qtbot, path):
    with new_diary_shown(qtbot, path, at(BERLIN, 2026, 11, 19, 22)) as (watch, window):
        rate(window, qtbot, "nose", 5)
        let_pass(window, qtbot, watch, at(BERLIN, 2026, 11, 22, 7))
        assert (window.shown("today").day, shown(window, "nose")) == (TWENTY_SECOND, NOT_RECORDED)


# ---- Between midnight and four -------------------------------------------------------------------


@pytest.mark.parametrize("wall", [(0, 0), (0, 30), (2, 0), (3, 59)])
@pytest.mark.parametrize(("hour", "day"), [(0, TWENTY_THIRD), (4, TWENTY_SECOND)])
def test_an_entry_of_the_night_is_stored_and_found(qtbot, path, wall, hour, day):
    with new_diary_shown(qtbot, path, at(BERLIN, 2026, 11, 23, *wall), hour) as (watch, window):
        assert window.shown("today").day == day
        rate(window, qtbot, "palm_left", 6)
        assert_nothing_was_asked(window)
    assert rows(path, watch) == (Rating(day, "palm_left", 6, "same_day", watch.now),)
    with open_window(qtbot, path, watch) as window:
        assert shown(window, "palm_left") == 6


def test_a_correction_is_late_only_once_the_patients_day_has_ended(qtbot, path):
    with new_diary_shown(qtbot, path, at(BERLIN, 2026, 11, 22, 23, 30), 4) as (watch, window):
        for region in ("nose", "chin"):
            rate(window, qtbot, region, 2)
        let_pass(window, qtbot, watch, at(BERLIN, 2026, 11, 23, 3, 59, 59))
        rate(window, qtbot, "nose", 3)
        let_pass(window, qtbot, watch, at(BERLIN, 2026, 11, 23, 4))
        window.shown("today").go_to(TWENTY_SECOND)
        rate(window, qtbot, "chin", 3)
    assert sorted(stored(path, watch)) == [(22, "chin", 3, "late"), (22, "nose", 3, "same_day")]


def test_who_says_at_night_that_the_day_ends_later_is_back_on_it(qtbot, path):
    with new_diary_shown(qtbot, path, at(BERLIN, 2026, 11, 23, 2)) as (watch, window):
        page = window.shown("today")
        rate(window, qtbot, "nose", 3)
        window.link.put(lambda diary: (Profile(day_ends_at_hour=4),), "the day ends at 4")
        settle(window, qtbot)
        assert page.day == TWENTY_SECOND
        rate(window, qtbot, "chin", 4)
        window.link.undo()
        window.link.undo()
        settle(window, qtbot)
        assert page.day == TWENTY_THIRD
        assert shown(window, "nose") == 3
        window.link.redo()
        window.link.redo()
        settle(window, qtbot)
    assert stored(path, watch) == [(22, "chin", 4, "same_day"), (23, "nose", 3, "same_day")]


def test_a_press_before_the_diary_is_open_counts_for_the_patients_day(qtbot, path):
    watch = Watch(at(BERLIN, 2026, 11, 23, 0, 30))
    new_diary(path, watch, 4)
    link = Link(watch)
    window = Window(link)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.open_at_start(path)
    rate(window, qtbot, "nose", 6)
    link.close()
    window.close()
    assert stored(path, watch) == [(22, "nose", 6, "same_day")]


def test_the_weekly_question_passed_over_at_night_is_passed_over_for_the_week_that_ends(
    qtbot, path
):
    # a Monday; the patient's Sunday still
    with new_diary_shown(qtbot, path, at(BERLIN, 2026, 11, 23, 0, 30), 4) as (watch, window):
        page = window.shown("today")
        weekly = page.findChild(WeeklyCard)
        rate(window, qtbot, "nose", 5)
        assert weekly.isVisibleTo(page)
        weekly.pass_over.click()
        settle(window, qtbot)
        assert not weekly.isVisibleTo(page)
        let_pass(window, qtbot, watch, at(BERLIN, 2026, 11, 23, 9))
        assert weekly.isVisibleTo(page)


# ---- Travel --------------------------------------------------------------------------------------


def test_a_flight_west_over_midnight_goes_back_a_day_and_loses_nothing(qtbot, path):
    with new_diary_shown(qtbot, path, at(TOKYO, 2026, 11, 23, 0, 30)) as (watch, window):
        page = window.shown("today")
        rate(window, qtbot, "nose", 7)
        in_tokyo = watch.now
        landed = carried(in_tokyo + timedelta(hours=10), LOS_ANGELES)
        let_pass(window, qtbot, watch, landed)
        assert page.day == TWENTY_SECOND
        assert shown(window, "nose") == NOT_RECORDED, "a value of the day to come is not of today"
        rate(window, qtbot, "nose", 1)
        page.go_to(TWENTY_THIRD)
        assert page.day == TWENTY_SECOND
        let_pass(window, qtbot, watch, at(LOS_ANGELES, 2026, 11, 23, 9))
        assert (page.day, shown(window, "nose")) == (TWENTY_THIRD, 7)
        assert_nothing_was_asked(window)
    assert rows(path, watch) == (
        Rating(TWENTY_SECOND, "nose", 1, "same_day", landed),
        Rating(TWENTY_THIRD, "nose", 7, "same_day", in_tokyo),
    )


def test_what_was_entered_before_a_flight_west_can_be_taken_back_after_it(qtbot, path):
    with new_diary_shown(qtbot, path, at(TOKYO, 2026, 11, 23, 8)) as (watch, window):
        rate(window, qtbot, "nose", 7)
        let_pass(window, qtbot, watch, at(LOS_ANGELES, 2026, 11, 22, 10))
        rate(window, qtbot, "nose", 1)
        window.link.undo()
        settle(window, qtbot)
        assert window.shown("today").day == TWENTY_SECOND
        assert shown(window, "nose") == NOT_RECORDED, "the last press goes first"
        window.link.undo()
        window.link.redo()
        settle(window, qtbot)
    assert stored(path, watch) == [(23, "nose", 7, "same_day")]


def test_a_day_lived_twice_is_one_day_with_the_last_word(qtbot, path):
    with new_diary_shown(qtbot, path, at(TOKYO, 2026, 11, 22, 22)) as (watch, window):
        for region in ("chin", "nose"):
            rate(window, qtbot, region, 7)
        first = watch.now
        let_pass(window, qtbot, watch, at(LOS_ANGELES, 2026, 11, 22, 15))
        assert shown(window, "nose") == 7
        rate(window, qtbot, "nose", 8)
    assert sorted(stored(path, watch)) == [(22, "chin", 7, "same_day"), (22, "nose", 8, "same_day")]
    entered = {region: str(when) for region, when in times_of_entry(path, watch).items()}
    assert entered == {"chin": str(first), "nose": str(watch.now)}


def test_a_flight_east_over_the_date_line_leaves_a_day_to_catch_up(qtbot, path):
    with new_diary_shown(qtbot, path, at(LOS_ANGELES, 2026, 11, 22, 22)) as (watch, window):
        page = window.shown("today")
        rate(window, qtbot, "nose", 7)
        let_pass(window, qtbot, watch, carried(watch.now + timedelta(hours=11), TOKYO))
        assert page.day == date(2026, 11, 24)
        rate(window, qtbot, "nose", 1)
        page.go_to(TWENTY_THIRD)
        rate(window, qtbot, "nose", 4)
    assert stored(path, watch) == [
        (22, "nose", 7, "same_day"),
        (23, "nose", 4, "late"),
        (24, "nose", 1, "same_day"),
    ]


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Asia/Kathmandu", "+05:45"),
        ("America/St_Johns", "-03:30"),
        ("Pacific/Kiritimati", "+14:00"),
        ("Pacific/Pago_Pago", "-11:00"),
        ("UTC", "+00:00"),
    ],
)
def test_the_time_of_entry_comes_back_from_the_file_as_the_clock_showed_it(
    qtbot, path, zone, offset
):
    with new_diary_shown(qtbot, path, at(zone, 2026, 11, 22, 21, 14, 59, 999_999)) as (
        watch,
        window,
    ):
        rate(window, qtbot, "nose", 3)
    entered = times_of_entry(path, watch)["nose"]
    assert entered == watch.now.replace(microsecond=0)
    assert entered.isoformat() == f"2026-11-22T21:14:59{offset}"


# ---- Summer time ---------------------------------------------------------------------------------

# When the day before ends, in UTC. In spring 02:00 is followed by 03:00 at 01:00 UTC; in autumn
# 02:59 summer time by 02:00 at 01:00 UTC, and 02:00 to 02:59 come twice.
BORDERS = [
    (SPRING, 0, "2026-03-28T23:00"),
    (SPRING, 2, "2026-03-29T01:00"),
    (SPRING, 3, "2026-03-29T01:00"),
    (SPRING, 4, "2026-03-29T02:00"),
    (AUTUMN, 0, "2026-10-24T22:00"),
    (AUTUMN, 2, "2026-10-25T00:00"),
    (AUTUMN, 3, "2026-10-25T02:00"),
    (AUTUMN, 4, "2026-10-25T03:00"),
]


@pytest.mark.parametrize(("night", "hour", "ends"), BORDERS)
def test_every_instant_of_the_nights_of_the_change_belongs_to_one_day(path, night, hour, ends):
    border = datetime.fromisoformat(ends).replace(tzinfo=UTC)
    watch = Watch(carried(border, BERLIN))
    new_diary(path, watch, hour)
    with Diary.open(path, watch) as diary:
        for seconds in sorted({-1, *range(-6 * 3600, 6 * 3600, 60)}):
            watch.now = carried(border + timedelta(seconds=seconds), BERLIN)
            expected = night - timedelta(days=1) if seconds < 0 else night
            assert diary.today() == expected, watch.now


@pytest.mark.parametrize(("night", "hour", "ends"), BORDERS)
def test_a_window_left_open_in_the_night_of_the_change_moves_on_once(
    qtbot, path, night, hour, ends
):
    border = datetime.fromisoformat(ends).replace(tzinfo=UTC)
    watch = Watch(carried(border - timedelta(hours=3), BERLIN))
    new_diary(path, watch, hour)
    with open_window(qtbot, path, watch) as window:
        seen = []
        for minutes in range(-120, 121, 40):
            now = carried(border + timedelta(minutes=minutes), BERLIN)
            let_pass(window, qtbot, watch, now)
            seen.append(window.shown("today").day)
            rate(window, qtbot, "nose" if minutes < 0 else "chin", 5)
        assert_nothing_was_asked(window)
    assert seen == [night - timedelta(days=1)] * 3 + [night] * 4
    assert stored(path, watch) == [
        ((night - timedelta(days=1)).day, "nose", 5, "same_day"),
        (night.day, "chin", 5, "same_day"),
    ]


def test_the_hour_that_comes_twice_is_stored_as_two_hours(qtbot, path):
    with new_diary_shown(qtbot, path, at(BERLIN, 2026, 10, 25, 2, 30), 4) as (watch, window):
        rate(window, qtbot, "nose", 5)
        let_pass(window, qtbot, watch, at(BERLIN, 2026, 10, 25, 2, 30, fold=1))
        rate(window, qtbot, "chin", 5)
    entered = times_of_entry(path, watch)
    assert entered["nose"].isoformat() == "2026-10-25T02:30:00+02:00"
    assert entered["chin"].isoformat() == "2026-10-25T02:30:00+01:00"
    assert entered["chin"] - entered["nose"] == timedelta(hours=1)


# Places that change their clocks at midnight, at one o'clock, or by half an hour.
PLACES = (
    "Africa/Cairo",
    "America/Havana",
    "America/Santiago",
    "America/St_Johns",
    "Asia/Beirut",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
)


@pytest.mark.parametrize("zone", PLACES)
def test_nowhere_does_a_day_come_back_when_the_clocks_change(path, zone):
    year = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(365 * 24)]
    offsets = [moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in year]
    changes = [year[n] for n in range(1, len(year)) if offsets[n] != offsets[n - 1]]
    assert len(changes) == 2, "the place no longer changes its clocks: choose another"
    watch = Watch(year[0])
    new_diary(path, watch)
    with Diary.open(path, watch) as diary:
        for hour in range(7):
            diary.put(Profile(day_ends_at_hour=hour))
            for change in changes:
                days = []
                for minutes in range(-9 * 60, 9 * 60, 10):
                    watch.now = carried(change + timedelta(minutes=minutes), zone)
                    days.append(diary.today())
                assert days == sorted(days), (hour, change)
