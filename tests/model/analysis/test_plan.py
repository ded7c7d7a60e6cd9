"""Due, done, missed and extra: the same from any order, adding up, on the patient's own days."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.days import session_day
from model.analysis.plan import (
    APPOINTMENTS,
    DUE_REASONS,
    NEAR_DAYS,
    Appointment,
    Due,
    appointments,
    clammy_since,
    done_of_planned,
    next_due,
    sessions_by_course,
    sessions_of,
    weeks,
)
from model.records.day import Rating
from model.records.treatment import Course, Session

MONDAY = date(2026, 11, 23)
WINTER = timezone(timedelta(hours=1))
BERLIN = ZoneInfo("Europe/Berlin")
HANDS = ("palm_left", "palm_right")
FEET = ("sole_left", "sole_right")
FAR = MONDAY + timedelta(400)


def day(number):
    return MONDAY + timedelta(number)


def at(number, hour=19, minute=0, zone=WINTER):
    found = day(number)
    return datetime(found.year, found.month, found.day, hour, minute, tzinfo=zone)


def session(number, name, regions=HANDS, hour=19, **fields):
    return Session(at(number, hour), regions, ("hand_tray",), id=name, **fields)


def done_on(*numbers):
    return [session(number, f"s{place}") for place, number in enumerate(numbers)]


def course(*planned, regions=HANDS, **fields):
    texts = tuple(each if isinstance(each, str) else day(each).isoformat() for each in planned)
    fields = {"name": "c", "phase": "induction", "id": "c", **fields}
    return Course(regions=regions, planned_days=texts, **fields)


def shown(found):
    """Spell appointments as [(day, state)], days counted from MONDAY."""
    return [((each.day - MONDAY).days, each.state) for each in found]


def counted(found):
    return Counter(each.state for each in found)


# What is drawn: courses of every kind, sessions that may fall twice on a day.

SESSIONS = st.lists(
    st.tuples(
        st.integers(-5, 45),
        st.integers(0, 23),
        st.sampled_from([HANDS, FEET, HANDS + FEET, HANDS[:1]]),
    ),
    max_size=25,
).map(
    lambda drawn: [
        session(number, f"s{place}", regions, hour)
        for place, (number, hour, regions) in enumerate(drawn)
    ]
)
EDGE = st.none() | st.integers(-3, 45).map(day)
BY_DATES = st.sets(st.integers(0, 40), min_size=1, max_size=15).map(lambda drawn: course(*drawn))
BY_WEEKDAYS = st.builds(
    lambda weekdays, starts, ends: course(*weekdays, starts=starts, ends=ends),
    st.sets(st.sampled_from(["mon", "tue", "thu", "sun"]), min_size=1),
    EDGE,
    EDGE,
)
BY_INTERVAL = st.builds(
    lambda days, starts, ends: course(interval_days=days, starts=starts, ends=ends),
    st.integers(1, 14),
    EDGE,
    EDGE,
)
BY_SWEATING = st.builds(lambda starts, ends: course(starts=starts, ends=ends), EDGE, EDGE)
COURSES = BY_DATES | BY_WEEKDAYS | BY_INTERVAL | BY_SWEATING
TODAYS = st.integers(-3, 50).map(day)


@given(COURSES, SESSIONS, TODAYS, st.randoms(use_true_random=False))
def test_the_order_of_entry_never_matters(plan, sessions, today, chance):
    entered = list(sessions)
    chance.shuffle(entered)
    since = day(20)
    assert appointments(plan, entered, today, FAR, since) == appointments(
        plan, sessions, today, FAR, since
    )
    assert weeks(plan, entered, today) == weeks(plan, sessions, today)
    assert next_due(plan, entered, today, since) == next_due(plan, sessions, today, since)


@given(COURSES, SESSIONS, TODAYS, st.integers(0, 6))
def test_every_session_is_done_or_extra_exactly_once(plan, sessions, today, ends_at):
    found = appointments(plan, sessions, today, today, day(20), ends_at)
    ids = [each for item in found for each in (item.session, *item.also) if each]
    assert sorted(ids) == sorted(each.id for each in sessions)
    for item in found:
        assert item.state in APPOINTMENTS
        assert (item.session is not None) == (item.state in {"done", "extra"})


@given(COURSES, SESSIONS, TODAYS)
def test_no_two_appointments_of_the_plan_fall_on_one_day(plan, sessions, today):
    found = appointments(plan, sessions, today, FAR, day(20))
    days = [each.day for each in found if each.state != "extra"]
    assert days == sorted({*days})
    for each in found:
        if each.state == "planned":
            assert today < each.day <= FAR
        if each.state == "missed":
            assert each.day < today


@given(BY_DATES, SESSIONS, TODAYS)
def test_planned_days_add_up(plan, sessions, today):
    counts = counted(appointments(plan, sessions, today, FAR))
    assert counts.total() - counts["extra"] == len(plan.planned_days)
    assert counts["due"] <= 1


@given(BY_DATES | BY_WEEKDAYS, SESSIONS, TODAYS)
def test_a_session_does_the_appointment_of_its_own_day_or_one_that_is_near(plan, sessions, today):
    found = appointments(plan, sessions, today, FAR)
    by_id = {each.id: session_day(each) for each in sessions}
    planned = {each.day for each in found if each.state != "extra"}
    for each in found:
        if each.state == "done":
            assert abs((each.day - by_id[each.session]).days) <= NEAR_DAYS.value
            # No appointment that had a session on its own day was given another.
            assert each.day == by_id[each.session] or each.day not in by_id.values()
            # No session moved away from a planned day of its own.
            assert each.day == by_id[each.session] or by_id[each.session] not in planned


@given(BY_DATES, SESSIONS, TODAYS)
def test_as_many_near_days_are_done_as_can_be(plan, sessions, today):
    found = appointments(plan, sessions, today, FAR)
    planned = {date.fromisoformat(text) for text in plan.planned_days}
    days = {session_day(each) for each in sessions}
    both = planned & days
    # The largest matching of what is left, by augmenting paths: another way than the program's.
    match: dict[date, date] = {}

    def augment(wanted, seen):
        for near in (wanted - timedelta(1), wanted + timedelta(1)):
            if near in days - both and near not in seen:
                seen.add(near)
                if near not in match or augment(match[near], seen):
                    match[near] = wanted
                    return True
        return False

    for wanted in sorted(planned - both):
        augment(wanted, set())
    assert counted(found)["done"] == len(both) + len(match)


@given(
    st.integers(1, 14),
    st.lists(st.integers(0, 60), min_size=1, max_size=12, unique=True).map(sorted),
    st.integers(0, 40),
)
def test_an_interval_is_counted_anew_from_each_session(interval, numbers, waited):
    plan = course(interval_days=interval)
    today = day(numbers[-1] + waited)
    found = appointments(plan, done_on(*numbers), today, FAR)
    gaps = [after - before for before, after in pairwise(numbers)]
    came = waited // interval
    counts = counted(found)
    assert counts["done"] == len(numbers)
    assert counts["extra"] == 0
    assert counts["missed"] == sum(max(gap // interval - 1, 0) for gap in gaps) + max(came - 1, 0)
    assert (counts["due"], counts["planned"]) == ((1, 0) if came else (0, 1))
    assert next_due(plan, done_on(*numbers), today) == Due(
        day(numbers[-1] + max(came, 1) * interval), "interval"
    )


@given(COURSES, SESSIONS, TODAYS, st.integers(1, 7))
def test_weeks_and_any_split_of_the_days_add_up(plan, sessions, today, week_starts_on):
    found = appointments(plan, sessions, today, today)
    begin, end = day(-400), day(400)
    whole = done_of_planned(plan, sessions, begin, end, today)
    counts = counted(found)
    assert whole == (counts["done"], counts["done"] + counts["missed"] + counts["due"])
    split = [
        done_of_planned(plan, sessions, begin, day(9), today),
        done_of_planned(plan, sessions, day(10), end, today),
    ]
    assert whole == tuple(map(sum, zip(*split, strict=True)))
    by_week = weeks(plan, sessions, today, week_starts_on)
    assert whole == (sum(each[1] for each in by_week), sum(each[2] for each in by_week))
    for before, after in pairwise(by_week):
        assert after[0] - before[0] == timedelta(7)
    assert all(each[0].isoweekday() == week_starts_on for each in by_week)


# By dates and weekdays, by hand.


def test_each_state_has_its_day():
    found = appointments(course(0, 2, 4, 7, 9), done_on(0, 5, 12), day(7), day(8))
    # Day 2 passed without a session, that of day 5 was a day late, that of day 12 near nothing.
    assert shown(found) == [(0, "done"), (2, "missed"), (4, "done"), (7, "due"), (12, "extra")]
    assert found[2] == Appointment(day(4), "done", "s1")


def test_a_session_between_two_open_days_does_the_earlier():
    assert shown(appointments(course(2, 4), done_on(3), day(4), FAR)) == [(2, "done"), (4, "due")]
    assert shown(appointments(course(2, 4), done_on(3, 4), day(4), FAR)) == [
        (2, "done"),
        (4, "done"),
    ]


def test_the_very_day_comes_before_what_is_near():
    found = appointments(course(1), done_on(0, 1), day(3), FAR)
    assert shown(found) == [(0, "extra"), (1, "done")]
    assert found[1].session == "s1"


def test_a_session_on_the_day_before_does_tomorrows_appointment():
    plan = course(1, 3)
    assert shown(appointments(plan, done_on(0), day(0), FAR)) == [(1, "done"), (3, "planned")]
    assert next_due(plan, done_on(0), day(0)) == Due(day(3), "planned")


def test_the_last_day_listed_cuts_off_only_what_is_still_planned():
    assert shown(appointments(course(0, 2), [], day(5), day(-9))) == [(0, "missed"), (2, "missed")]
    by_weekday = course("tue", starts=day(0))
    assert shown(appointments(by_weekday, done_on(0), day(0), day(0))) == [(1, "done")]
    assert shown(appointments(course(0, 2, 4), done_on(0), day(1), day(3))) == [
        (0, "done"),
        (2, "planned"),
    ]


def test_two_days_away_is_not_near():
    assert shown(appointments(course(0), done_on(2), day(5), FAR)) == [(0, "missed"), (2, "extra")]


def test_of_two_sessions_on_a_day_one_is_extra_and_does_no_other_appointment():
    found = appointments(course(0, 1), done_on(0, 0), day(0), FAR)
    assert shown(found) == [(0, "done"), (0, "extra"), (1, "planned")]
    unplanned = appointments(course(0, 2), done_on(1, 1), day(3), FAR)
    assert shown(unplanned) == [(0, "done"), (1, "extra"), (2, "missed")]


def test_hands_and_feet_one_after_the_other_are_one_appointment():
    plan = course(0, 2, regions=HANDS + FEET)
    sessions = [
        session(0, "feet", FEET, hour=20),
        session(0, "hands", HANDS, hour=19),
        session(0, "hands again", HANDS, hour=21),
        session(4, "feet alone", FEET),
    ]
    assert appointments(plan, sessions, day(4), FAR) == (
        Appointment(day(0), "done", "hands", ("feet",)),
        Appointment(day(0), "extra", "hands again"),
        Appointment(day(2), "missed"),
        Appointment(day(4), "extra", "feet alone"),
    )


def test_weekdays_go_on_as_far_as_is_asked():
    plan = course("mon", "thu", starts=day(1))
    assert shown(appointments(plan, done_on(3), day(7), day(14))) == [
        (3, "done"),
        (7, "due"),
        (10, "planned"),
        (14, "planned"),
    ]
    assert next_due(plan, done_on(3, 7), day(7)) == Due(day(10), "planned")


def test_weekdays_without_a_first_day_begin_with_the_first_session():
    plan = course("mon")
    assert shown(appointments(plan, [], day(7), day(8))) == [(7, "due")]
    assert shown(appointments(plan, done_on(0), day(15), day(15))) == [
        (0, "done"),
        (7, "missed"),
        (14, "missed"),
    ]


def test_a_course_that_has_ended_plans_nothing_more():
    ended = course(0, 2, 4, ends=day(3))
    assert shown(appointments(ended, done_on(0), day(3), FAR)) == [(0, "done"), (2, "missed")]
    assert next_due(ended, done_on(0), day(3)) is None
    for plan in (course(interval_days=7, ends=day(3)), course(ends=day(3))):
        assert next_due(plan, done_on(0), day(9), clammy_since=day(2)) is None


def test_a_course_that_lies_ahead_is_due_on_its_first_day():
    assert next_due(course(30, 32, starts=day(30)), [], day(0)) == Due(day(30), "planned")
    assert next_due(course("mon", starts=day(38)), [], day(0)) == Due(day(42), "planned")
    assert next_due(course("mon", starts=day(700)), [], day(0)) == Due(day(700), "planned")
    assert next_due(course(900), [], day(0)) == Due(day(900), "planned")
    assert next_due(course(interval_days=7, starts=day(30)), [], day(0)) == Due(day(30), "interval")


# By interval and by sweating, by hand.


def test_an_interval_appointment_stays_due_until_the_next_one_would_be():
    plan = course(interval_days=7)
    due = [next_due(plan, done_on(0), day(number)).day for number in (0, 6, 7, 13, 14)]
    assert due == [day(7), day(7), day(7), day(7), day(14)]
    assert shown(appointments(plan, done_on(0), day(13), FAR)) == [(0, "done"), (7, "due")]
    assert shown(appointments(plan, done_on(0, 13), day(13), FAR)) == [
        (0, "done"),
        (13, "done"),
        (20, "planned"),
    ]
    assert shown(appointments(plan, done_on(0), day(14), FAR)) == [
        (0, "done"),
        (7, "missed"),
        (14, "due"),
    ]


def test_an_early_session_moves_the_next_one_of_an_interval():
    found = appointments(course(interval_days=7), done_on(0, 4), day(5), FAR)
    assert shown(found) == [(0, "done"), (4, "done"), (11, "planned")]
    assert shown(appointments(course(interval_days=7), done_on(0), day(1), day(6))) == [(0, "done")]


def test_an_interval_begins_on_the_first_day_of_the_course_or_today():
    plan = course(interval_days=7, starts=day(0))
    assert shown(appointments(plan, [], day(8), FAR)) == [(0, "missed"), (7, "due")]
    assert next_due(course(interval_days=7), [], day(8)) == Due(day(8), "interval")
    assert shown(appointments(plan, done_on(-2, 9), day(9), FAR)) == [
        (-2, "extra"),
        (0, "missed"),
        (9, "done"),
        (16, "planned"),
    ]


def test_an_interval_appointment_that_the_end_of_the_course_cut_off_is_missed():
    plan = course(interval_days=7, ends=day(8))
    assert shown(appointments(plan, done_on(0), day(8), FAR))[-1] == (7, "due")
    for today in (9, 60):
        found = appointments(plan, done_on(0), day(today), FAR)
        assert shown(found) == [(0, "done"), (7, "missed")]
    shorter = course(interval_days=7, ends=day(6))
    assert shown(appointments(shorter, done_on(0), day(2), FAR)) == [(0, "done")]


def test_what_is_due_is_listed_however_short_the_list():
    found = appointments(course(interval_days=7), done_on(0), day(9), day(-9))
    assert shown(found) == [(0, "done"), (7, "due")]


def test_a_session_that_a_journey_put_on_tomorrow_makes_nothing_missed_today():
    found = appointments(course(interval_days=1), done_on(0, 3), day(1), FAR)
    assert shown(found) == [
        (0, "done"),
        (1, "due"),
        (2, "planned"),
        (3, "done"),
        (4, "planned"),
    ]


def test_as_soon_as_clammy_is_due_since_the_day_it_was():
    plan = course()
    assert next_due(plan, done_on(0), day(6)) is None
    assert next_due(plan, done_on(0), day(6), clammy_since=day(4)) == Due(day(4), "clammy")
    found = appointments(plan, done_on(0), day(6), FAR, clammy_since=day(4))
    assert shown(found) == [(0, "done"), (4, "due")]
    assert next_due(plan, done_on(0, 5), day(6), clammy_since=day(4)) is None
    assert next_due(plan, done_on(4), day(6), clammy_since=day(4)) is None
    assert next_due(plan, done_on(0), day(6), clammy_since=day(7)) is None
    assert next_due(course(starts=day(9)), [], day(6), clammy_since=day(4)) is None
    assert next_due(course(starts=day(5)), [], day(6), clammy_since=day(4)).day == day(5)


def test_sessions_outside_a_course_without_planned_days_are_extra():
    for plan in (
        course(starts=day(0), ends=day(9)),
        course(starts=day(0), ends=day(9), interval_days=9),
    ):
        found = appointments(plan, done_on(-1, 0, 9, 10), day(10), FAR)
        assert shown(found) == [(-1, "extra"), (0, "done"), (9, "done"), (10, "extra")]


def test_clammy_is_a_region_of_the_course_at_three_or_more_after_the_last_session():
    def rated(number, severity, region="palm_left"):
        return Rating(day(number), region, severity)

    ratings = [
        rated(1, 9),
        rated(2, 9),
        rated(3, 2),
        rated(4, None),
        rated(4, 9, "scalp"),
        rated(7, 5),
        rated(6, 3),
    ]
    random.Random(4).shuffle(ratings)
    assert clammy_since(course(), done_on(0, 2), ratings) == day(6)
    assert clammy_since(course(), done_on(7), ratings) is None
    assert clammy_since(course(), [], ratings) == day(1)
    assert clammy_since(course(starts=day(2)), [], ratings) == day(2)


def test_what_is_said_of_a_due_session_has_a_text_for_each_reason():
    assert {*DUE_REASONS} == {"planned", "interval", "clammy"}


# Counts of a period.


def test_todays_appointment_counts_and_tomorrows_only_when_done():
    plan = course(0, 2, 4)
    assert done_of_planned(plan, done_on(0), day(0), day(9), day(2)) == (1, 2)
    assert done_of_planned(plan, done_on(0, 2), day(0), day(9), day(2)) == (2, 2)
    assert done_of_planned(plan, done_on(0, 2, 3), day(0), day(9), day(3)) == (3, 3)
    assert done_of_planned(plan, done_on(0, 2, 3), day(0), day(3), day(3)) == (2, 2)
    assert done_of_planned(plan, done_on(0, 6), day(1), day(9), day(9)) == (0, 2)
    assert done_of_planned(plan, done_on(0), day(0), day(2), day(9)) == (1, 2)


def test_weeks_without_a_session_stay_in_the_row():
    plan = course(0, 2, 15)
    assert weeks(plan, done_on(0), day(16)) == (
        (day(0), 1, 2),
        (day(7), 0, 0),
        (day(14), 0, 1),
    )
    assert weeks(plan, done_on(0), day(16), week_starts_on=3)[0] == (day(-5), 1, 1)
    assert weeks(plan, [], day(-1)) == ()


def test_the_row_of_weeks_goes_on_to_this_one():
    assert weeks(course(0), done_on(0), day(14)) == (
        (day(0), 1, 1),
        (day(7), 0, 0),
        (day(14), 0, 0),
    )


# Days: the patient's own clock, daylight saving, travel.


def test_a_session_after_midnight_belongs_to_the_day_before_while_that_has_not_ended():
    late = session(1, "late", hour=1)
    assert session_day(late) == day(1)
    assert session_day(late, ends_at=2) == day(0)
    assert session_day(late, ends_at=1) == day(1)
    found = appointments(course(0, 3), [late], day(1), FAR, ends_at=4)
    assert shown(found) == [(0, "done"), (3, "planned")]


def stored(local):
    """Give a time the way a diary holds it: with its offset from UTC, without its zone."""
    return local.replace(tzinfo=timezone(local.utcoffset()), fold=0)


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 12, 23])
@pytest.mark.parametrize("keep", [stored, lambda local: local], ids=["offset", "zone"])
def test_a_night_of_daylight_saving_neither_doubles_nor_loses_a_session(night, hour, keep):
    days = [night + timedelta(number) for number in range(-3, 4)]
    sessions = [
        Session(
            keep(datetime(each.year, each.month, each.day, hour, 30, tzinfo=BERLIN)),
            HANDS,
            ("hand_tray",),
            id=f"s{each}",
        )
        for each in days
    ]
    plan = Course(
        "c", HANDS, "induction", planned_days=tuple(each.isoformat() for each in days), id="c"
    )
    found = appointments(plan, sessions, days[-1], days[-1])
    assert [(each.day, each.state, each.session) for each in found] == [
        (each, "done", f"s{each}") for each in days
    ]


@pytest.mark.parametrize("keep", [stored, lambda local: local], ids=["offset", "zone"])
def test_of_the_hour_that_comes_twice_the_first_is_done_and_the_second_extra(keep):
    night = date(2026, 10, 25)
    twice = [
        Session(
            keep(datetime(2026, 10, 25, 2, minute, tzinfo=BERLIN, fold=fold)),
            HANDS,
            ("hand_tray",),
            id=name,
        )
        # By the clock on the wall the second one is the earlier.
        for name, minute, fold in (("b", 50, 0), ("a", 10, 1))
    ]
    plan = Course("c", HANDS, "induction", planned_days=("2026-10-25",), id="c")
    for entered in (twice, twice[::-1]):
        assert appointments(plan, entered, night, night) == (
            Appointment(night, "done", "b"),
            Appointment(night, "extra", "a"),
        )


@given(
    st.lists(
        st.datetimes(datetime(2026, 3, 20), datetime(2026, 11, 5), timezones=st.just(BERLIN)),
        max_size=12,
    ),
    st.integers(0, 6),
    st.randoms(use_true_random=False),
)
def test_zone_or_offset_gives_the_same_plan(times, ends_at, chance):
    def kept(keep):
        return [
            Session(keep(each.replace(microsecond=0)), HANDS, ("hand_tray",), id=f"s{place}")
            for place, each in enumerate(times)
        ]

    plan = course("mon", "thu", starts=date(2026, 3, 20))
    entered = kept(stored)
    chance.shuffle(entered)
    today = date(2026, 11, 6)
    assert appointments(plan, entered, today, today, ends_at=ends_at) == appointments(
        plan, kept(lambda each: each), today, today, ends_at=ends_at
    )


def test_a_traveller_has_the_days_of_the_clock_on_the_wall():
    tokyo, los_angeles = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
    sessions = [
        Session(at(1, 6, zone=tokyo), HANDS, ("hand_tray",), id="tokyo"),  # 21:00 UTC of day 0
        Session(at(1, 20, zone=los_angeles), HANDS, ("hand_tray",), id="la"),  # 04:00 UTC of day 2
        Session(at(3, 8, zone=tokyo), HANDS, ("hand_tray",), id="back"),  # 23:00 UTC of day 2
    ]
    found = appointments(course(1, 3), sessions, day(3), FAR)
    assert [(each.session, each.state) for each in found] == [
        ("tokyo", "done"),
        ("la", "extra"),
        ("back", "done"),
    ]


# Which sessions count for which course.


def ids(found):
    return [each.id for each in found]


def test_a_session_counts_for_the_course_that_it_names():
    one, other = course(0, id="one"), course(0, id="other")
    named = session(90, "named", FEET, course="one")
    assert ids(sessions_of(one, [one, other], [named])) == ["named"]
    assert sessions_of(other, [one, other], [named]) == ()


def test_a_session_of_a_course_that_is_no_more_counts_as_naming_none():
    plan = course(0, 2)
    assert ids(sessions_of(plan, [plan], [session(0, "orphan", course="gone")])) == ["orphan"]


def test_a_session_that_names_none_counts_by_region_and_day():
    plan = course("mon", starts=day(0), ends=day(20))
    sessions = [
        session(0, "first"),
        session(3, "one hand", HANDS[:1]),
        session(4, "feet", FEET),
        session(21, "a day late"),
        session(22, "after"),
        session(-1, "a day early"),
        session(-2, "before"),
    ]
    assert ids(sessions_of(plan, [plan], sessions)) == [
        "a day early",
        "first",
        "one hand",
        "a day late",
    ]


def test_dates_alone_make_a_span_of_their_own():
    plan = course(0, 2, 4)
    sessions = done_on(-2, -1, 0, 5, 6)
    assert ids(sessions_of(plan, [plan], sessions)) == ["s1", "s2", "s3"]


def test_dates_beside_weekdays_end_nothing():
    plan = course(0, "mon")
    assert ids(sessions_of(plan, [plan], done_on(90))) == ["s0"]


def test_a_course_without_planned_days_ends_sharply():
    plan = course(interval_days=7, starts=day(0), ends=day(9))
    assert ids(sessions_of(plan, [plan], done_on(-1, 0, 9, 10))) == ["s1", "s2"]


def test_the_course_that_began_last_has_the_session():
    induction = course(0, 2, 4, 7, id="later by name", starts=day(0))
    maintenance = course(interval_days=7, id="earlier by name", starts=day(6))
    both = [induction, maintenance]
    sessions = done_on(4, 5, 6, 7, 8)
    assert ids(sessions_of(induction, both, sessions)) == ["s0", "s1"]
    assert ids(sessions_of(maintenance, both, sessions)) == ["s2", "s3", "s4"]


def test_the_last_day_of_one_course_is_not_taken_by_the_one_that_begins_tomorrow():
    induction = course(0, 6, id="a", starts=day(0), ends=day(6))
    maintenance = course("mon", id="b", starts=day(7))
    both = [induction, maintenance]
    assert ids(sessions_of(induction, both, done_on(6, 7))) == ["s0"]
    assert ids(sessions_of(maintenance, both, done_on(6, 7))) == ["s1"]


def test_a_session_of_hands_and_feet_counts_for_the_course_of_each():
    hands, feet = course(0, id="h"), course(0, regions=FEET, id="f")
    together = [session(0, "together", HANDS + FEET)]
    for each in (hands, feet):
        assert ids(sessions_of(each, [hands, feet], together)) == ["together"]


@given(
    st.lists(COURSES, min_size=1, max_size=4),
    SESSIONS,
    st.integers(0, 6),
    st.randoms(use_true_random=False),
)
def test_a_session_counts_for_one_of_the_courses_of_a_region_or_for_none(
    drawn, sessions, ends_at, chance
):
    # All of the hands, so that a session counts once at most.
    courses = [
        course(
            *each.planned_days,
            id=f"c{place}",
            starts=each.starts,
            ends=each.ends,
            interval_days=each.interval_days,
        )
        for place, each in enumerate(drawn)
    ]
    found = [ids(sessions_of(each, courses, sessions, ends_at)) for each in courses]
    counts = Counter(name for some in found for name in some)
    open_now = [each for each in courses if not each.ends and not each.starts]
    for each in sessions:
        hands = {*each.regions} & {*HANDS}
        # A session of both hands may not fall apart: both hands follow the same courses.
        assert counts[each.id] <= (1 if hands else 0)
        endless = [one for one in open_now if not one.planned_days or one.planned_days[0].isalpha()]
        if hands and endless:
            assert counts[each.id] == 1
    mixed, entered = list(courses), list(sessions)
    chance.shuffle(mixed)
    chance.shuffle(entered)
    assert found == [ids(sessions_of(each, mixed, entered, ends_at)) for each in courses]


def claimed(course, courses, session, ends_at):
    """Tell by the words of `sessions_of` alone whether a session counts for a course."""
    if session.course in {each.id for each in courses}:
        return session.course == course.id
    on = session_day(session, ends_at)

    def place(each):
        dates = [date.fromisoformat(text) for text in each.planned_days if text[:1].isdigit()]
        dates = [one for one in dates if (each.starts or one) <= one <= (each.ends or one)]
        dates = [] if any(text.isalpha() for text in each.planned_days) else dates
        first = each.starts or min(dates, default=date.min)
        last = each.ends or max(dates, default=date.max)
        if first <= on <= last:
            return 2, first, each.id
        late = on - last == timedelta(1) or first - on == timedelta(1)
        return (1, first, each.id) if late and each.planned_days else (0, first, each.id)

    for region in session.regions:
        here = [place(each) for each in courses if region in each.regions]
        here = [each for each in here if each[0]]
        if here and max(here)[2] == course.id:
            return True
    return False


@given(
    st.lists(st.tuples(COURSES, st.sampled_from([HANDS, FEET, HANDS + FEET])), max_size=5),
    SESSIONS,
    st.lists(st.none() | st.sampled_from(["c0", "c1", "gone"]), min_size=25, max_size=25),
    st.integers(0, 6),
)
def test_sessions_of_all_courses_at_once_are_those_of_each(drawn, sessions, named, ends_at):
    courses = [
        replace(each, id=f"c{place}", regions=where) for place, (each, where) in enumerate(drawn)
    ]
    entered = [replace(each, course=of) for each, of in zip(sessions, named, strict=False)]
    found = sessions_by_course(courses, entered, ends_at)
    assert [*found] == [each.id for each in courses]
    for each in courses:
        assert found[each.id] == sessions_of(each, courses, entered, ends_at)
        # Also where the course itself is missing among all.
        rest = [other for other in courses if other is not each]
        assert found[each.id] == sessions_of(each, rest, entered, ends_at)
        times = [one.started_at for one in found[each.id]]
        assert times == sorted(times)
        assert {*ids(found[each.id])} == {
            one.id for one in entered if claimed(each, courses, one, ends_at)
        }


def test_without_a_course_no_session_counts():
    assert sessions_by_course([], done_on(0)) == {}
