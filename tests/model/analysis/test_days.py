"""Days: missing stays missing, what was given stays as given, the week asks once."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.days import (
    all_dry,
    copied,
    follows_moments,
    from_moments,
    is_weekly_due,
    mark,
    my_regions,
    week_start,
)
from model.catalog.regions import REGIONS
from model.catalog.terms import DAY_MARKS, DAY_STATES, ENTERED
from model.records.day import Moment, Rating
from model.records.person import FollowedRegion

DAY = date(2026, 11, 22)  # a Sunday
NOW = datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))
FEW = ("palm_right", "palm_left", "sole_right", "nose", "own_thumb")
SEVERITIES = st.none() | st.integers(0, 10)
DAYS = st.dates(date(1900, 1, 8), date(2199, 12, 24))


def rated(entered=tuple(ENTERED)):
    """Any ratings of one day, one a region at most."""
    one = st.builds(
        Rating, st.just(DAY), st.sampled_from(FEW), SEVERITIES, st.sampled_from(entered)
    )
    return st.lists(one, unique_by=lambda rating: rating.region)


def moments(*severities, region="palm_left"):
    return [Moment(NOW, DAY, region, severity) for severity in severities]


def ratings(**severities):
    return [Rating(DAY, region, severity) for region, severity in severities.items()]


some_regions = st.lists(st.sampled_from(FEW), unique=True)
some_moments = st.lists(
    st.builds(
        Moment, st.just(NOW), st.just(DAY), st.sampled_from(FEW), st.integers(0, 10), st.just(())
    ),
    max_size=5,
)


# ---- My regions ----------------------------------------------------------------------------------


def test_what_is_followed_comes_first_in_the_order_of_the_patient():
    followed = [FollowedRegion("nose", position=2), FollowedRegion("sole_left", position=1)]
    listed = my_regions(followed, {"nose", "palm_left"}, (), tuple(REGIONS))
    assert listed == ("sole_left", "nose", "palm_left")


def test_other_rated_regions_follow_from_head_to_foot_and_own_ones_last():
    recent = {"own_b", "sole_left", "own_a", "scalp", "palm_left"}
    listed = my_regions([], recent, (), ("scalp", "palm_left", "sole_left"))
    assert listed == ("scalp", "palm_left", "sole_left", "own_a", "own_b")


def test_what_is_no_longer_followed_is_listed_only_where_it_was_rated_on_the_day():
    left = [FollowedRegion("nose", followed=False)]
    assert my_regions(left, {"nose"}, (), ("nose",)) == ()
    assert my_regions(left, {"nose"}, {"nose"}, ("nose",)) == ("nose",)


def test_what_was_rated_on_the_day_is_listed_even_if_the_weeks_do_not_name_it():
    assert my_regions([], (), {"nose"}, ("nose",)) == ("nose",)


follow_rows = st.lists(
    st.builds(FollowedRegion, st.sampled_from(FEW), st.booleans(), st.integers(0, 3)),
    unique_by=lambda row: row.region,
)


@given(follow_rows, st.sets(st.sampled_from(FEW)), st.sets(st.sampled_from(FEW)), st.randoms())
def test_a_list_names_each_region_once_and_does_not_hang_on_the_order_of_the_file(
    followed, recent, today, chance
):
    listed = my_regions(followed, recent, today, FEW[:3])
    assert len(set(listed)) == len(listed)
    assert set(listed) >= today | {row.region for row in followed if row.followed}
    assert set(listed) <= recent | today | {row.region for row in followed}
    chance.shuffle(followed)
    assert my_regions(followed, sorted(recent), sorted(today), FEW[:3]) == listed


# ---- All dry, same as yesterday ------------------------------------------------------------------


def test_all_dry_writes_zeros_where_nothing_was_given():
    given_already = ratings(palm_left=7, nose=None)
    zeros = all_dry(DAY, ("nose", "sole_left", "palm_left", "scalp"), given_already, "late", NOW)
    assert zeros == (
        Rating(DAY, "sole_left", 0, "late", NOW),
        Rating(DAY, "scalp", 0, "late", NOW),
    )


@given(some_regions, rated())
def test_all_dry_leaves_what_was_given_and_no_region_of_mine_without_a_rating(mine, already):
    zeros = all_dry(DAY, mine, already, "same_day", NOW)
    has = {rating.region for rating in already}
    assert {zero.region for zero in zeros} == set(mine) - has
    assert {zero.severity for zero in zeros} <= {0}
    assert all_dry(DAY, mine, (*already, *zeros), "same_day", NOW) == ()


def test_the_day_before_is_copied_as_a_copy_with_what_did_not_apply():
    before = [
        Rating(DAY - timedelta(days=1), "palm_left", 7, "late", NOW - timedelta(days=1)),
        Rating(DAY - timedelta(days=1), "nose", None),
        Rating(DAY - timedelta(days=1), "scalp", 0),
    ]
    assert copied(DAY, before, ratings(scalp=4), NOW) == (
        Rating(DAY, "palm_left", 7, "copied", NOW),
        Rating(DAY, "nose", None, "copied", NOW),
    )


@given(rated(), rated())
def test_a_copy_leaves_what_was_given_and_adds_no_value_of_its_own(before, already):
    copies = copied(DAY, before, already, NOW)
    has = {rating.region for rating in already}
    assert {(c.region, c.severity) for c in copies} == {
        (r.region, r.severity) for r in before if r.region not in has
    }
    assert {(c.entered, c.recorded_at) for c in copies} <= {("copied", NOW)}
    assert copied(DAY, before, (*already, *copies), NOW) == ()


# ---- The dot of a day ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (None, "none"),
        ("not_applicable", "not_applicable"),
        ("not_remembered", "not_remembered"),
        ("late", "none"),  # a mark, but no state of a day
    ],
)
def test_a_day_without_ratings_is_marked_by_its_state(state, expected):
    assert mark(FEW, (), state) == expected


def test_a_rating_says_more_than_the_state_of_the_day():
    assert mark(["nose"], ratings(nose=0), "not_remembered") == "same_day"


def test_a_day_of_which_nothing_applied_is_not_applicable():
    assert mark(["nose", "palm_left"], ratings(nose=None, palm_left=None), None) == "not_applicable"
    assert mark(["nose", "palm_left"], ratings(nose=None, palm_left=0), None) == "same_day"


def test_a_day_that_lacks_a_region_of_mine_is_rated_in_part():
    assert mark(["nose", "palm_left"], ratings(nose=3, scalp=2), None) == "partly"
    assert mark(["nose", "palm_left"], ratings(nose=3, palm_left=None), None) == "same_day"


def test_a_day_on_which_no_region_was_expected_is_as_whole_as_it_can_be():
    assert mark((), ratings(scalp=2), None) == "same_day"
    assert mark((), (), None) == "none"


@pytest.mark.parametrize(
    ("entered", "expected"),
    [
        (("same_day", "imported", "late", "copied"), "copied"),
        (("same_day", "imported", "late"), "late"),
        (("same_day", "imported"), "imported"),
        (("same_day",), "same_day"),
    ],
)
def test_the_most_doubtful_entry_marks_the_day(entered, expected):
    rows = [Rating(DAY, region, 3, how) for region, how in zip(FEW, entered, strict=False)]
    assert mark((), rows, None) == expected


@given(some_regions, rated(), st.none() | st.sampled_from(sorted(DAY_STATES)))
def test_every_day_has_one_mark_of_the_catalog(mine, already, state):
    found = mark(mine, already, state)
    assert found in DAY_MARKS
    assert (found in {"none", "not_remembered"}) <= (not already)
    assert mark(mine[::-1], already[::-1], state) == found


@given(some_regions.filter(bool), rated(("same_day",)))
def test_all_dry_makes_a_day_whole(mine, already):
    zeros = all_dry(DAY, mine, already, "same_day", NOW)
    if zeros:
        assert mark(mine, (*already, *zeros), None) == "same_day"


# ---- Several entries of one day ------------------------------------------------------------------


def test_a_rating_that_follows_is_the_worst_moment_with_its_time():
    found = from_moments(DAY, [*moments(3, 8, 8), *moments(10, region="nose")], "palm_left", "late")
    (worst,) = moments(3, 8)[1:]
    assert found == Rating(DAY, "palm_left", 8, "late", worst.at)
    assert from_moments(DAY, moments(3), "nose", "late") is None


def test_a_severity_follows_its_moments_unless_the_patient_set_it():
    before = moments(3, 8)
    follows = from_moments(DAY, before, "palm_left", "same_day")
    assert follows_moments(None, before, "palm_left")
    assert follows_moments(follows, before, "palm_left")
    assert not follows_moments(follows, before, "nose")
    for own in (
        Rating(DAY, "palm_left", 8, "same_day", NOW + timedelta(minutes=1)),  # own word
        Rating(DAY, "palm_left", 5, "same_day", follows.recorded_at),
        Rating(DAY, "palm_left", None, "same_day", NOW),
    ):
        assert not follows_moments(own, before, "palm_left")


@given(some_moments, some_moments)
def test_a_severity_that_follows_goes_on_following(first, then):
    for region in FEW:
        rating = from_moments(DAY, first, region, "same_day")
        assert follows_moments(rating, first, region)
        after = from_moments(DAY, [*first, *then], region, "same_day")
        assert follows_moments(after, [*first, *then], region)
        severities = [m.severity for m in (*first, *then) if m.region == region]
        assert (after.severity if after else None) == max(severities, default=None)


# ---- Once a week ---------------------------------------------------------------------------------

MONDAY = DAY - timedelta(days=6)


@pytest.mark.parametrize(
    ("starts_on", "expected"),
    [(1, date(2026, 11, 16)), (6, date(2026, 11, 21)), (7, DAY)],
)
def test_a_week_starts_on_the_day_that_the_patient_chose(starts_on, expected):
    assert week_start(DAY, starts_on) == expected


@given(DAYS, st.integers(1, 7))
def test_every_day_lies_in_one_week_of_seven_days(day, starts_on):
    start = week_start(day, starts_on)
    assert start.isoweekday() == starts_on
    assert 0 <= (day - start).days < 7
    assert {week_start(start + timedelta(days=n), starts_on) for n in range(7)} == {start}


def week(*numbers):
    return {MONDAY + timedelta(days=number) for number in numbers}


@pytest.mark.parametrize(
    ("rated_days", "answered", "passed_over", "due"),
    [
        (week(), week(), week(), True),
        (week(3), week(), week(), True),  # the entry of the day itself is the first
        (week(4, 6), week(), week(), True),  # entered ahead, or the clock was wrong
        (week(2), week(), week(), False),
        (week(0), week(), week(), False),
        (week(-1), week(-1), week(-1), True),  # that was last week
        (week(), week(0), week(), False),
        (week(), week(6), week(), False),
        (week(), week(), week(0), False),
        (week(), week(), week(6), False),
        (week(), week(7), week(7), True),  # that is next week
    ],
)
def test_the_weekly_question_is_offered_in_the_first_entry_of_the_week(
    rated_days, answered, passed_over, due
):
    thursday = MONDAY + timedelta(days=3)
    assert is_weekly_due(thursday, 1, rated_days, answered, passed_over) is due


@given(DAYS, st.integers(1, 7), st.sets(st.integers(0, 13)))
def test_who_answers_whenever_it_is_due_is_asked_once_in_each_week_with_an_entry(
    day, starts_on, entries
):
    start = week_start(day, starts_on)
    rated_days, answered = set(), set()
    for number in sorted(entries):
        today = start + timedelta(days=number)
        if is_weekly_due(today, starts_on, rated_days, answered, ()):
            answered.add(today)
        rated_days.add(today)
    asked = [week_start(each, starts_on) for each in answered]
    assert sorted(asked) == sorted({week_start(each, starts_on) for each in rated_days})
