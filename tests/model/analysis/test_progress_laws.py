"""Laws that hold for the progress of every diary."""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.analysis.progress import progress
from model.records.day import Rating
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Session
from tests.model.analysis.conftest import FIRST, at

REGIONS = ("palm_left", "sole_left", "upper_back", "scalp")
severities = st.one_of(st.none(), st.integers(0, 10))
diaries = st.fixed_dictionaries(
    {region: st.lists(severities, min_size=20, max_size=60) for region in REGIONS[:3]}
)
starts = st.lists(st.integers(8, 50), min_size=1, max_size=6, unique=True)


def ratings(diary):
    return [
        Rating(FIRST + timedelta(day), region, severity)
        for region, row in diary.items()
        for day, severity in enumerate(row)
        if severity is not None
    ]


def sessions(days, offset=2):
    zone = timezone(timedelta(hours=offset))
    return tuple(
        Session(
            at(day).replace(tzinfo=zone), ("palm_left", "sole_left"), ("hand_tray",), id=str(day)
        )
        for day in days
    )


def found(rated, done):
    columns = RatingColumns.empty()
    for rating in rated:
        columns.append(rating)
    return progress(snapshot_of(columns, {"session": tuple(done)}))


@settings(max_examples=40, deadline=None)
@given(diaries, starts, st.randoms())
def test_the_order_of_entry_does_not_matter(diary, days, random):
    rated, done = ratings(diary), list(sessions(days))
    before = found(rated, done)
    random.shuffle(rated)
    random.shuffle(done)
    assert found(rated, done) == before


@settings(max_examples=40, deadline=None)
@given(diaries, starts, st.sampled_from(sorted({-11, -5, 0, 5, 13})))
def test_the_time_zone_of_the_clock_does_not_matter(diary, days, offset):
    assert found(ratings(diary), sessions(days, offset)) == found(ratings(diary), sessions(days))


@settings(max_examples=40, deadline=None)
@given(diaries, starts, st.integers(0, 30))
def test_days_marked_not_applicable_change_nothing(diary, days, added):
    rated = ratings(diary)
    missing = [
        Rating(FIRST + timedelta(day), region, None)
        for region, row in diary.items()
        for day, severity in enumerate(row)
        if severity is None
    ]
    assert found([*rated, *missing[:added]], sessions(days)) == found(rated, sessions(days))


@settings(max_examples=40, deadline=None)
@given(diaries, starts, st.lists(severities, min_size=20, max_size=60))
def test_another_region_moves_no_mean_and_no_change_of_a_region(diary, days, other):
    """It may widen or narrow the intervals: the autocorrelation is one for all regions."""
    longest = max(len(row) for row in diary.values())
    without = found(ratings(diary), sessions(days))
    more = found(ratings({**diary, "scalp": other[:longest]}), sessions(days))
    assume(without.quality.last_day == more.quality.last_day)
    for shown in without.regions:
        same = more.of(shown.region)
        assert (same.baseline, same.now) == (shown.baseline, shown.now)
        assert (same.change_percent, same.change_points) == (
            shown.change_percent,
            shown.change_points,
        )


@settings(max_examples=40, deadline=None)
@given(diaries, starts)
def test_a_region_rated_only_long_before_changes_nothing_at_all(diary, days):
    early = [Rating(FIRST - timedelta(200 + day), "scalp", 5) for day in range(10)]
    before, after = (
        found(ratings(diary), sessions(days)),
        found([*early, *ratings(diary)], sessions(days)),
    )
    assume(before.quality.last_day is not None)
    assert [each for each in after.regions if each.region != "scalp"] == list(before.regions)
    assert after.improved == before.improved


@settings(max_examples=40, deadline=None)
@given(
    st.fixed_dictionaries(
        {
            region: st.lists(st.integers(1, 5), min_size=45, max_size=45)
            for region in ("palm_left", "upper_back")
        }
    )
)
def test_twice_the_severity_is_the_same_in_percent(diary):
    # A series that hardly varies has the width that rounding to whole points gives, which does
    # not grow with the severity: the law holds where the rows vary by more.
    doubled = {region: [2 * severity for severity in row] for region, row in diary.items()}
    once, twice = (
        found(ratings(each), sessions([12])).of("palm_left") for each in (diary, doubled)
    )
    assume(once.change is not None)
    assert twice.change.value == pytest.approx(once.change.value)
    assert (once.contrast is None) == (twice.contrast is None) or once.contrast is None
    if once.contrast and set(once.contrast_with) == set(twice.contrast_with):
        assert twice.contrast.value == pytest.approx(once.contrast.value)
    varied = [st_dev(diary["palm_left"][:12]), st_dev(diary["palm_left"][-14:])]
    if min(varied) > 1:
        assert twice.change.low == pytest.approx(once.change.low)
        assert twice.change.high == pytest.approx(once.change.high)


def st_dev(row):
    mean = sum(row) / len(row)
    return (sum((each - mean) ** 2 for each in row) / len(row)) ** 0.5


@settings(max_examples=40, deadline=None)
@given(diaries, starts)
def test_every_interval_holds_its_value_and_every_missing_number_has_a_reason(diary, days):
    shown = found(ratings(diary), sessions(days))
    for region in shown.regions:
        for each in (region.change, region.points, region.contrast, region.nap, region.loss):
            if each is not None:
                assert each.low <= each.value
                assert each.high is None or each.value <= each.high
        assert (region.change is None) == (region.reason is not None)
        assert (region.verdict is None) == (region.points is None)
    assert set(shown.improved) <= {each.region for each in shown.regions if each.treated}


def test_a_diary_is_not_changed_by_looking_at_it():
    rated = ratings({"palm_left": [5] * 40, "upper_back": [4] * 40})
    columns = RatingColumns.empty()
    for rating in rated:
        columns.append(rating)
    snapshot = snapshot_of(columns, {"session": sessions([10, 12])})
    kept = replace(snapshot, severity=snapshot.severity.copy())
    progress(snapshot)
    assert snapshot == kept
