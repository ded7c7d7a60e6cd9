"""An import is weighed beside the diary, in any thread, and written whole or not at all."""

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from model.files import Cancelled
from model.records.day import DayContext, Rating
from model.records.errors import Conflict, DiaryError
from model.records.person import OwnRegion
from tests.model.storage.test_merge_preview import contents_of


@pytest.fixture
def day(clock):
    return clock().date() - timedelta(days=1)


@pytest.fixture
def file(day):
    """A file of two ratings, one of them of an own region, and a day."""
    return contents_of(
        Rating(day, "palm_left", 3, "imported"),
        Rating(day, "own_wrist", 6, "imported"),
        OwnRegion("Wrist", "forearm_left", id="own_wrist"),
        DayContext(day, stress=7),
    )


def severities(diary):
    return {(rating.day, rating.region): rating.severity for rating in diary.snapshot().ratings()}


def stop(done, of):
    raise Cancelled


def test_what_was_decided_in_another_thread_is_what_a_merge_makes(diary, file, day):
    comparison = diary.compare(file)
    with ThreadPoolExecutor(1) as other:
        preview = other.submit(comparison.preview).result()
        decided = other.submit(comparison.decided).result()
    assert preview == diary.preview(file)
    assert diary.take_in(decided, "Laptop").count == 4
    assert diary.undo_title == "Laptop"
    taken = diary.snapshot()
    diary.undo()
    diary.merge(file)
    assert diary.snapshot() == taken


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_an_import_that_is_broken_off_leaves_the_diary_as_it_was(diary, file, day, steps):
    diary.put(Rating(day, "sole_left", 5))
    before, bytes_before = diary.snapshot(), diary.path.read_bytes()
    left = iter(range(steps))

    def stop_later(done, of):
        if next(left, None) is None:
            raise Cancelled

    decided = diary.compare(file).decided()
    with pytest.raises(Cancelled):
        diary.take_in(decided, step=stop_later)
    assert (diary.snapshot(), diary.path.read_bytes()) == (before, bytes_before)
    assert diary.check() == ()
    diary.put(Rating(day, "own_x", 5), OwnRegion("X", "thigh_left", id="own_x"))
    assert diary.merge(file).count == 4, "no number of a region was given away"


@pytest.mark.parametrize("work", ["preview", "decided"])
def test_weighing_can_be_ended(diary, file, work):
    with pytest.raises(Cancelled):
        getattr(diary.compare(file), work)(step=stop)


def test_weighing_tells_how_far_it_is(diary, day):
    days = [day - timedelta(days=back) for back in range(3000)]
    told = []
    ratings = contents_of(*(Rating(one, "palm_left", 4, "imported") for one in days))
    comparison = diary.compare(ratings)
    comparison.preview(lambda done, of: told.append(done / of))
    assert told[0] == 0
    assert told == sorted(told)
    assert 0.5 < told[-1] <= 1
    assert len(told) > 3


def test_writing_tells_no_step_back_where_it_is_decided_anew(diary, day):
    days = [day - timedelta(days=back) for back in range(3000)]
    ratings = contents_of(*(Rating(one, "palm_left", 4, "imported") for one in days))
    decided = diary.compare(ratings).decided("mine")
    diary.put(Rating(day, "palm_left", 9))
    told = []
    diary.take_in(decided, step=lambda done, of: told.append(done / of) if of else None)
    assert told == sorted(told)
    assert severities(diary)[day, "palm_left"] == 9


def test_a_rating_of_another_day_that_came_meanwhile_stays(diary, file, day):
    diary.put(Rating(day, "sole_left", 1), Rating(day, "palm_right", 1))
    decided = diary.compare(file).decided()
    diary.put(Rating(day, "sole_left", 5))
    diary.remove(Rating(day, "palm_right", 1))
    diary.take_in(decided)
    assert severities(diary) == {
        (day, "sole_left"): 5,
        (day, "palm_left"): 3,
        (day, "own_wrist"): 6,
    }


def test_a_rating_that_the_file_contradicts_and_that_came_meanwhile_is_asked_about(
    diary, file, day
):
    decided = diary.compare(file).decided()
    diary.put(Rating(day, "palm_left", 9))
    with pytest.raises(Conflict):
        diary.take_in(decided)
    assert severities(diary) == {(day, "palm_left"): 9}


def test_a_day_that_came_meanwhile_is_asked_about(diary, file, day):
    decided = diary.compare(file).decided()
    diary.put(DayContext(day, stress=1))
    with pytest.raises(Conflict):
        diary.take_in(decided)
    assert [one.stress for one in diary.of(DayContext)] == [1]


def test_a_region_that_was_first_rated_meanwhile_takes_no_rating_to_itself(diary, file, day):
    decided = diary.compare(file).decided()
    diary.put(Rating(day, "nose", 9))
    diary.take_in(decided)
    assert severities(diary) == {
        (day, "nose"): 9,
        (day, "palm_left"): 3,
        (day, "own_wrist"): 6,
    }


def test_an_own_region_that_went_meanwhile_is_missed(diary, file, day):
    wrist = OwnRegion("Wrist", "forearm_left", id="own_wrist")
    diary.put(wrist)
    others = tuple(one for one in file.records if not isinstance(one, OwnRegion))
    decided = diary.compare(dataclasses.replace(file, records=others)).decided()
    diary.remove(wrist)
    with pytest.raises(DiaryError, match="There is no region 'own_wrist'"):
        diary.take_in(decided)
    assert severities(diary) == {}
