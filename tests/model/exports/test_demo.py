"""The sample diary: believable, the same every time, and never to be taken for a patient's."""

from collections import Counter
from datetime import date, datetime, timedelta, timezone
from statistics import mean

import pytest

from model.diary import Diary
from model.exports.demo import sample_diary
from model.records.day import Assessment, DayContext
from model.records.person import Profile
from model.records.treatment import CoTreatment, Reaction, Session

FIRST = [8, 8, 5, 7, 8, 9, 10, 6, 7, 7, 5, 8]  # of the left palm
NOW = datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def sample(tmp_path):
    """The snapshot of a diary that holds the sample."""
    with Diary.create(tmp_path / "d.drymap", lambda: NOW) as diary:
        diary.merge(sample_diary(NOW))
        return diary.snapshot()


def test_the_same_time_gives_the_same_sample_on_every_machine(sample):
    assert sample_diary(NOW) == sample_diary(NOW)
    assert sample.rated("palm_left")[1][:12].tolist() == FIRST


def test_nothing_was_entered_in_the_future(sample):
    times = [rating.recorded_at for rating in sample.ratings()]
    assert max(times) == NOW
    assert all(session.started_at < NOW for session in sample.of(Session))


@pytest.mark.parametrize(
    "now", [NOW, datetime(2028, 3, 1, 0, 1, tzinfo=timezone(timedelta(hours=-9)))]
)
def test_the_sample_is_sixteen_weeks_that_end_today(now, tmp_path):
    with Diary.create(tmp_path / "d.drymap", lambda: now) as diary:
        diary.merge(sample_diary(now))
        snapshot = diary.snapshot()
    assert snapshot.last_day == now.date()
    assert snapshot.first_day == now.date() - timedelta(days=111)


def test_sessions_are_three_a_week_for_four_weeks_and_then_weekly(sample):
    days = sorted({session.started_at.date() for session in sample.of(Session)})
    assert days[0] == date(2026, 8, 31)  # after 28 days of baseline
    weeks = Counter((day - days[0]).days // 7 for day in days)
    assert [weeks[week] for week in range(12)] == [3] * 4 + [1] * 8


def test_treated_regions_sweat_less_and_the_others_as_before(sample):
    for region, lowest, highest in (("palm_left", -55, -25), ("axilla_left", -15, 15)):
        days, severities = sample.rated(region)
        first = days[0]
        before = mean(severities[days < first + 28].tolist())
        after = mean(severities[days >= first + 84].tolist())
        assert lowest < 100 * (after - before) / before < highest


def test_there_are_gaps_and_days_not_applicable(sample):
    rated = (sample.severity >= 0).any(axis=1)
    assert 85 <= rated.sum() <= 105
    assert (sample.severity == -2).any()


def test_the_sample_says_that_it_is_simulated(sample):
    (profile,) = sample.of(Profile)
    assert "Simulated" in profile.name
    notes = [context.note for context in sample.of(DayContext) if context.note]
    assert len(notes) >= 4
    assert all("Simulated" in note for note in notes)


def test_the_sample_holds_what_the_pages_show(sample):
    assert len(sample.of(Reaction)) == len(sample.of(CoTreatment)) == 1
    days = [assessment.day for assessment in sample.of(Assessment)]
    assert [(b - a).days for a, b in zip(sorted(days), sorted(days)[1:], strict=False)] == [14] * 7
