"""Windows of a region: where they begin and end, to the day."""

from datetime import date, datetime, timedelta, timezone

import pytest

from model.analysis.phases import (
    compared_with,
    control_until,
    phases_of,
    phases_of_region,
    session_days,
    until,
)
from model.records.person import Event, OwnRegion, Profile
from model.records.treatment import CoTreatment, Session

START = date(2026, 6, 1)  # of the sessions


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(START + timedelta(number) for number in numbers)


def windows(sessions=(0,), first_rated=-60, last_day=100):
    return phases_of(days(*sessions), *days(first_rated, last_day))


def test_baseline_is_the_28_days_before_the_first_session():
    assert windows().baseline == days(-28, -1)


def test_baseline_begins_with_the_first_rating_of_the_region():
    assert windows(first_rated=-9).baseline == days(-9, -1)


def test_a_region_first_rated_on_the_day_of_its_session_has_no_baseline():
    assert windows(first_rated=0).baseline is None
    assert phases_of(days(0), None, START).baseline is None


def test_induction_ends_on_day_28_counted_from_the_first_session():
    assert windows(sessions=range(0, 60, 7)).induction_ends == days(27)[0]


def test_the_12th_session_ends_induction_before_day_28():
    assert windows(sessions=range(20)).induction_ends == days(11)[0]


def test_a_12th_session_after_day_28_does_not_prolong_induction():
    assert windows(sessions=range(0, 120, 3)).induction_ends == days(27)[0]


def test_maintenance_is_the_last_28_days_up_to_the_last_entry():
    found = windows(last_day=100)
    assert (found.now, found.so_far) == (days(73, 100), False)


def test_maintenance_never_reaches_back_into_induction():
    assert windows(last_day=40).now == days(28, 40)


def test_maintenance_exists_from_the_first_day_after_induction():
    assert (windows(last_day=28).now, windows(last_day=28).so_far) == (days(28, 28), False)


def test_while_induction_lasts_the_result_is_so_far_its_last_14_days():
    found = windows(last_day=27)
    assert (found.now, found.so_far) == (days(14, 27), True)


def test_so_far_never_reaches_back_before_the_first_session():
    assert windows(last_day=3).now == days(0, 3)


@pytest.mark.parametrize("last_day", [-1, None])
def test_without_a_rating_since_the_first_session_there_is_no_now(last_day):
    last = START + timedelta(last_day) if last_day else None
    assert phases_of(days(0), START - timedelta(9), last).now is None


def test_a_session_half_an_hour_after_midnight_belongs_to_the_day_of_its_own_clock(written):
    # 00:30 at +02:00 is 22:30 of the day before in Greenwich.
    early = datetime(2026, 6, 2, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    snapshot = written({}, session=(Session(early, ("palm_left",), ("hand_tray",)),))
    assert session_days(snapshot) == {"palm_left": (date(2026, 6, 2),)}


def test_a_spot_of_ones_own_is_treated_with_its_region(written, first):
    spot = OwnRegion("Thumb", "palm_left", id="own_thumb")
    snapshot = written({}, {"palm_left": [3]}, own_region=(spot,))
    day = (first + timedelta(3),)
    assert session_days(snapshot) == {"palm_left": day, "own_thumb": day}


def test_a_diary_cut_at_a_day_knows_nothing_later(written, first):
    snapshot = written({"palm_left": [1, 2, 3, 4]}, {"palm_left": [1, 2, 3]})
    known = until(snapshot, first + timedelta(2))
    assert known == written({"palm_left": [1, 2, 3]}, {"palm_left": [1, 2]})
    assert until(snapshot, first - timedelta(1)) == written({})


def test_a_chosen_baseline_takes_the_place_of_the_usual_one_and_moves_no_other_border():
    usual = windows()
    chosen = phases_of(days(0), *days(-60, 100), chosen=days(-50, -40))
    assert (chosen.baseline, chosen.chosen, usual.chosen) == (days(-50, -40), True, False)
    assert (chosen.first_session, chosen.induction_ends, chosen.now) == (
        usual.first_session,
        usual.induction_ends,
        usual.now,
    )


@pytest.mark.parametrize(("chosen", "kept"), [((-9, 20), (-9, -1)), ((-9, -1), (-9, -1))])
def test_the_first_session_ends_a_chosen_baseline_too(chosen, kept):
    assert phases_of(days(0), *days(-60, 100), days(*chosen)).baseline == days(*kept)


def test_a_baseline_chosen_among_treated_days_is_none():
    found = phases_of(days(0), *days(-60, 100), days(0, 20))
    assert (found.baseline, found.chosen) == (None, True)


def test_a_break_of_more_than_35_days_ends_an_episode_and_one_of_35_does_not():
    within = phases_of(days(0, 35, 70), *days(-60, 200))
    broken = phases_of(days(0, 35, 71), *days(-60, 200))
    assert within.inductions == (days(0, 27),)
    assert broken.inductions == (days(0, 27), days(71, 98))


def test_a_restart_has_its_own_induction_and_is_compared_with_the_first_baseline():
    found = phases_of(days(*range(20), *range(100, 106)), *days(-60, 110))
    assert (found.first_session, found.episode_starts) == days(0, 100)
    assert found.inductions == (days(0, 11), days(100, 127))
    assert (found.baseline, found.now, found.so_far) == (days(-28, -1), days(100, 110), True)


def test_a_baseline_may_be_chosen_between_two_episodes():
    found = phases_of(days(0, 7, 100, 107), *days(-60, 150), chosen=days(80, 105))
    assert found.baseline == days(80, 99)


def test_the_result_stays_so_far_until_five_days_of_maintenance_are_rated(written, first):
    # Induction: day 10 to 37. On day 41 four days of maintenance are rated, on day 42 five.
    row = [8] * 10 + [4] * 33
    for length, so_far, begins in ((42, True, 28), (43, False, 38)):
        snapshot = written({"palm_left": row[:length]}, {"palm_left": [10]})
        found = phases_of_region(snapshot, "palm_left", session_days(snapshot))
        assert (found.so_far, found.now[0]) == (so_far, first + timedelta(begins))


def test_a_region_that_is_given_up_does_not_stay_so_far_for_ever(written):
    # Induction ends on day 37; the region is rated until day 30, another one goes on.
    rows = {"palm_left": [8] * 10 + [4] * 20, "upper_back": [5] * 60}
    found = {
        length: phases_of_region(snapshot, "palm_left", session_days(snapshot)).so_far
        for length in (52, 53)
        for snapshot in [written({**rows, "upper_back": [5] * length}, {"palm_left": [10]})]
    }
    assert found == {52: True, 53: False}


def test_a_session_after_midnight_belongs_to_the_day_before_where_days_end_at_four(written):
    early = datetime(2026, 6, 2, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    snapshot = written(
        {},
        session=(Session(early, ("palm_left",), ("hand_tray",)),),
        profile=(Profile(day_ends_at_hour=4),),
    )
    assert session_days(snapshot) == {"palm_left": (date(2026, 6, 1),)}


def test_a_mask_treats_forehead_cheeks_and_chin_and_leaves_out_nose_and_lip(written, first):
    day = (first + timedelta(3),)
    found = session_days(written({}, {"face": [3]}))
    parts = ("face", "forehead", "cheek_left", "cheek_right", "chin")
    assert found == dict.fromkeys(parts, day)


def test_a_region_is_a_control_until_a_session_reaches_it_or_its_surroundings(written, first):
    spot = OwnRegion("Scar", "upper_back", id="own_scar")
    rows = dict.fromkeys(("nose", "forehead", "upper_back", "own_scar", "chest"), [5] * 20)
    snapshot = written(rows, {"chin": [3, 6], "own_scar": [9]}, own_region=(spot,))
    chin, scar = (first + timedelta(day) for day in (3, 9))
    assert control_until(snapshot, session_days(snapshot)) == {
        "nose": chin,
        "forehead": chin,
        "upper_back": scar,
        "own_scar": scar,
        "chest": None,
    }


def test_of_two_regions_that_begin_on_one_day_always_the_same_lends_its_windows():
    early, late = days(5, 30), days(5, 9)
    for order in (("sole_left", "palm_left"), ("palm_left", "sole_left")):
        sessions = {"palm_left": early, "sole_left": late}
        found = compared_with("scalp", {region: sessions[region] for region in order})
        assert found == "palm_left"


def test_a_diary_cut_at_a_day_knows_no_other_treatment_or_event_that_came_later(written, first):
    def treatments(*starts):
        return tuple(
            CoTreatment("oxybutynin", starts=first + timedelta(day), id=str(day)) for day in starts
        )

    def events(*on):
        return tuple(Event("travel", first + timedelta(day), id=str(day)) for day in on)

    snapshot = written({"palm_left": [1] * 9}, co_treatment=treatments(2, 7), event=events(3, 8))
    known = until(snapshot, first + timedelta(5))
    assert known.of(CoTreatment) == treatments(2)
    assert known.of(Event) == events(3)
