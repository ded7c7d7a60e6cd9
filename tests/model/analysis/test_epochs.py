"""Epochs begin where settings or rhythm change, and tile the sessions of a region."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.epochs import epochs
from model.records.day import Rating
from model.records.person import Profile
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Session

FIRST = date(2026, 3, 2)
PALM = "palm_left"
WEEKLY = range(0, 28, 7)


def day(number):
    return FIRST + timedelta(number)


def session(number, hour=19, applicators=("hand_tray",), regions=(PALM,), **fields):
    at = datetime(FIRST.year, FIRST.month, FIRST.day, hour, tzinfo=timezone(timedelta(hours=2)))
    fields = {"id": f"{number}-{hour}", **fields}
    return Session(at + timedelta(number), regions, applicators, **fields)


def diary(sessions, row=(), other=(), **records):
    columns = RatingColumns.empty()
    for region, severities in ((PALM, row), ("scalp", other)):
        for number, severity in enumerate(severities):
            if severity is not None:
                given_ = None if severity == "n/a" else severity
                columns.append(Rating(day(number), region, given_))
    return snapshot_of(columns, {"session": tuple(sessions), **records})


def begins(sessions, **records):
    """Return the first days of the epochs of some sessions, counted from day 0."""
    return [(each.starts - FIRST).days for each in epochs(diary(sessions, **records), PALM)]


def on(days, **fields):
    return [session(number, **fields) for number in days]


def test_the_same_settings_are_one_epoch():
    (found,) = epochs(diary(on(WEEKLY, current_ma=10.0, minutes=20.0), [4] * 30), PALM)
    assert (found.region, found.starts, found.ends, found.done) == (PALM, FIRST, day(29), 4)
    assert found.settings.applicators == ("hand_tray",)
    assert (found.settings.minutes, found.settings.per_week) == (20.0, 1.0)


def test_the_same_moment_in_another_zone_is_its_own_day():
    late = session(0, hour=23)
    there = replace(late, started_at=late.started_at.astimezone(timezone(timedelta(hours=9))))
    assert late == there
    assert [begins([each]) for each in (late, there)] == [[0], [1]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"applicators": ("hand_tray",)}, {"applicators": ("hand_tray", "foot_tray")}),
        ({"minutes": 20.0}, {"minutes": 15.0}),
        ({"water": "tap"}, {"water": "soft"}),
        ({"additive": "none"}, {"additive": "glycopyrronium"}),
        ({"polarity": "none"}, {"polarity": "alternated"}),
        ({"waveform": "dc"}, {"waveform": "pulsed_dc"}),
        ({"current_ma": 10.0}, {"current_ma": 12.5}),
    ],
)
def test_another_setting_begins_an_epoch_with_the_first_session_that_has_it(before, after):
    assert begins([*on(WEEKLY, **before), *on([28, 35], **after)]) == [0, 28]
    assert begins([*on(WEEKLY, **before), *on([28, 35], **before)]) == [0]


def test_currents_of_an_epoch_span_two_milliampere_at_most():
    currents = [8.0, 10.0, 9.0, 10.5, 11.0, 12.5, 13.0]
    done = [session(7 * place, current_ma=ma) for place, ma in enumerate(currents)]
    found = epochs(diary(done), PALM)
    assert [(e.settings.current_low, e.settings.current_high) for e in found] == [
        (8.0, 10.0),
        (10.5, 12.5),
        (13.0, 13.0),
    ]


def test_a_band_of_two_is_two_in_tenths_as_well():
    assert begins([session(0, current_ma=2.4), session(7, current_ma=4.4)]) == [0]


def test_what_is_not_stated_fits_and_the_epoch_shows_what_was():
    done = [session(0), session(7, water="tap", current_ma=9.0), session(14)]
    (found,) = epochs(diary(done), PALM)
    assert (found.settings.water, found.settings.current_low) == ("tap", 9.0)
    assert found.settings.polarity is None
    assert begins([*done, session(21, water="soft")]) == [0, 21]


def test_a_session_that_was_stopped_early_does_not_begin_an_epoch():
    whole = {"minutes": 20.0}
    stopped = session(28, minutes=4.0, completed=False)
    assert begins([*on(WEEKLY, **whole), stopped, *on([35], **whole)]) == [0]
    assert begins([*on(WEEKLY, **whole), session(28, minutes=4.0)]) == [0, 28]


def test_seconds_do_not_part_epochs():
    assert begins([session(0, minutes=20.0), session(7, minutes=20.3)]) == [0]


def test_settings_that_come_back_are_an_epoch_of_their_own():
    water = ["tap", "tap", "soft", "soft", "tap"]
    assert begins([session(7 * n, water=w) for n, w in enumerate(water)]) == [0, 14, 28]


def test_one_skipped_session_is_no_new_rhythm():
    assert begins(on([0, 2, 4, 6, 10, 12, 14])) == [0]
    assert begins(on([0, 7, 14, 21, 23, 30, 37])) == [0]  # nor is one in between


def test_two_gaps_of_twice_the_usual_are_a_new_rhythm_from_the_first_of_them():
    assert begins(on([0, 2, 4, 6, 8, 12, 16, 20])) == [0, 8]
    assert begins(on([0, 2, 4, 6, 8, 11, 14, 17])) == [0]


def test_two_gaps_of_half_the_usual_are_a_new_rhythm_from_the_first_of_them():
    assert begins(on([0, 8, 16, 24, 28, 32])) == [0, 24]
    assert begins(on([0, 8, 16, 24, 29, 34])) == [0]


def test_a_long_gap_and_a_short_one_are_no_rhythm():
    assert begins(on([0, 4, 8, 12, 20, 22, 26, 30])) == [0]


def test_a_rhythm_is_known_from_two_gaps_on():
    assert begins(on([0, 2, 10, 18])) == [0]
    assert begins(on([0, 2, 4, 12, 20])) == [0, 4]


def test_a_break_of_more_than_35_days_always_begins_an_epoch():
    assert begins(on([0, 35])) == [0]
    assert begins(on([0, 36])) == [0, 36]


def test_settings_stated_only_in_the_days_of_a_new_rhythm_are_those_of_the_new_epoch():
    done = [*on([0, 2, 4, 6]), *on([8, 14, 20], water="soft")]
    assert begins(done) == [0, 8]
    old, new = epochs(diary([*on([0, 2, 4, 6, 8]), *on([14, 20], water="soft")]), PALM)
    assert (old.settings.water, new.settings.water) == (None, "soft")


def test_two_sessions_a_day_are_one_day_of_the_rhythm_and_two_done():
    done = [session(number, hour) for number in (0, 7, 14, 21) for hour in (8, 19)]
    (found,) = epochs(diary(done), PALM)
    assert (found.done, found.settings.per_week, found.settings.gap_days) == (8, 1.0, 7.0)


def test_sessions_of_one_day_are_never_parted():
    done = [
        session(number, hour, applicators=(applicator,), current_ma=ma, minutes=minutes)
        for number in (0, 7, 14)
        for hour, applicator, ma, minutes in (
            (8, "face_mask", 5.0, 10.0),
            (19, "forehead_electrode", 9.0, 15.0),
        )
    ]
    (found,) = epochs(diary(done), PALM)
    assert found.settings.applicators == ("face_mask", "forehead_electrode")
    assert (found.settings.current_low, found.settings.current_high) == (5.0, 9.0)
    assert found.settings.minutes == 15.0


@pytest.mark.parametrize(
    ("mornings", "evenings"),
    [((6.0, 5.0, 7.5), (9.0, 9.0, 9.0)), ((5.0, 5.0, 5.0), (9.0, 8.0, 10.5))],
)
def test_with_two_sessions_a_day_the_weaker_and_the_stronger_each_span_two(mornings, evenings):
    done = [
        session(7 * place, hour, current_ma=ma)
        for hour, currents in ((8, mornings), (19, evenings))
        for place, ma in enumerate(currents)
    ]
    assert begins(done) == [0, 14]


def test_a_night_belongs_to_the_patients_own_day():
    # 01:00 of days 7 and 14 are days 6 and 13 for a patient whose day ends at 3.
    profile = (Profile(day_ends_at_hour=3),)
    (found,) = epochs(diary([session(7, 1), session(14, 1)], profile=profile), PALM)
    assert (found.starts, found.ends) == (day(6), day(13))


def test_an_epoch_ends_before_the_next_and_the_last_with_the_last_rating():
    done = [*on([0, 7], water="tap"), *on([14, 21], water="soft")]
    spans = [(e.starts, e.ends) for e in epochs(diary(done, [4] * 30), PALM)]
    assert spans == [(day(0), day(13)), (day(14), day(29))]


def test_an_epoch_ends_35_days_after_its_last_session():
    long = epochs(diary(on([0, 7, 90]), [4] * 200), PALM)
    assert [(e.starts, e.ends, e.rated) for e in long] == [
        (day(0), day(42), 43),
        (day(90), day(125), 36),
    ]


def test_an_epoch_never_ends_before_its_last_session():
    assert [e.ends for e in epochs(diary(on([0, 7]), [4, 4]), PALM)] == [day(7)]
    assert [e.ends for e in epochs(diary(on([0, 7])), PALM)] == [day(7)]


def test_a_region_without_a_session_has_no_epoch():
    assert epochs(diary([], [4] * 9), PALM) == epochs(diary(on([0])), "scalp") == ()


some_sessions = st.lists(
    st.builds(
        session,
        st.integers(0, 150),
        st.integers(0, 23),
        st.sampled_from([("hand_tray",), ("own_a", "hand_tray")]),
        id=st.uuids().map(str),
        current_ma=st.sampled_from([None, 8.0, 9.5, 10.0, 12.0, 15.0]),
        minutes=st.sampled_from([None, 10.0, 20.0]),
        water=st.sampled_from([None, "tap", "soft"]),
        completed=st.sampled_from([None, False]),
    ),
    max_size=40,
    unique_by=lambda each: each.started_at,
)
some_row = st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=200)


@given(some_sessions, some_row)
def test_epochs_tile_the_sessions_and_no_rated_day_counts_twice(done, row):
    found = epochs(diary(done, row), PALM)
    days = [each.started_at.date() for each in done]
    assert sum(each.done for each in found) == len(done)
    for epoch, after in zip(found, [*found[1:], None], strict=False):
        within = [number for number in days if epoch.starts <= number <= epoch.ends]
        assert len(within) == epoch.done
        assert epoch.starts in within
        assert epoch.ends <= max(within) + timedelta(35)
        assert after is None or epoch.ends < after.starts
    lying = sum(
        severity is not None and any(e.starts <= day(number) <= e.ends for e in found)
        for number, severity in enumerate(row)
    )
    assert sum(each.rated for each in found) == lying


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.sampled_from([None, 8.0, 9.5, 10.0, 12.0])),
        unique_by=lambda pair: pair[0],
    )
)
def test_with_one_session_a_day_no_epoch_spans_more_than_two_milliampere(pairs):
    for epoch in epochs(diary([session(n, current_ma=ma) for n, ma in pairs]), PALM):
        if epoch.settings.current_low is not None:
            assert epoch.settings.current_high - epoch.settings.current_low <= 2


@given(some_sessions, some_row, st.randoms())
def test_neither_order_of_entry_nor_another_region_matters(done, row, chance: random.Random):
    shuffled = [*done, session(4, regions=("scalp",), water="mineral", id="other")]
    chance.shuffle(shuffled)
    found = epochs(diary(shuffled, row, other=[9] * min(len(row), 9)), PALM)
    expected = epochs(diary(done, row, other=[1] * min(len(row), 9)), PALM)
    assert found == expected


@given(some_sessions, some_row, st.integers(0, 30))
def test_days_without_a_rating_change_nothing(done, row, more):
    assert epochs(diary(done, [*row, *["n/a"] * more]), PALM) == epochs(diary(done, row), PALM)
