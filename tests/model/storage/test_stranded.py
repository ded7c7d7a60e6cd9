"""A change of own applicators and regions never strands a session that the diary holds."""

import dataclasses
from datetime import datetime, timedelta, timezone

import pytest

from model import exports
from model.diary import Diary
from model.records.day import Rating
from model.records.errors import DiaryError
from model.records.person import OwnRegion
from model.records.snapshot import Contents, RatingColumns
from model.records.treatment import OwnedApplicator, Session

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))
SPOT = OwnRegion("Spot", "palm_left", id="own_s")
CUFF = OwnedApplicator("own_cuff", "Cuff", ("palm_left", "sole_left", "own_s"), id="o")
SESSIONS = (
    Session(NOON - timedelta(days=3), ("palm_left", "own_s"), ("own_cuff",), id="1"),
    Session(NOON - timedelta(days=1), ("sole_left",), ("own_cuff",), id="2"),
    Session(NOON - timedelta(days=2), ("palm_left",), ("hand_tray",), id="3"),
)

SHRUNK = dataclasses.replace(CUFF, regions=("palm_left", "own_s"))
RENAMED = dataclasses.replace(CUFF, applicator="own_other", name="Other")
MOVED = dataclasses.replace(SPOT, parent="chest")


@pytest.fixture
def treated(diary):
    """A diary with sessions that rest on an own applicator and an own region."""
    diary.put(SPOT, CUFF, *SESSIONS, Rating(NOON.date(), "own_s", 3))
    return diary


def contents(*records):
    return Contents(RatingColumns.empty(), records)


def comes_back(diary, tmp_path):
    """Tell whether an export of the diary fills an empty one with the same."""
    path = tmp_path / "out.json"
    exports.write(diary.snapshot(), path, True)
    with Diary.create(tmp_path / "back.drymap", lambda: NOON) as back:
        back.merge(exports.read(path, NOON))
        return back.snapshot() == diary.snapshot()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (SHRUNK, r"'Cuff' must still reach sole_left: sessions need it \(1: 2026-11-21\)"),
        (RENAMED, r"'Cuff' \(own_cuff\) cannot become another .* \(2: 2026-11-19, 2026-11-21\)"),
        (MOVED, r"'Spot' cannot be moved to chest: sessions treated it \(1: 2026-11-19\)"),
    ],
    ids=["shrunk", "renamed", "moved"],
)
@pytest.mark.parametrize("write", ["put", "merge"])
def test_what_a_session_needs_cannot_be_changed_away(treated, write, change, sentence):
    before, title = treated.snapshot(), treated.undo_title
    writes = {
        "put": lambda: treated.put(change),
        "merge": lambda: treated.merge(contents(change), keep="theirs"),
    }
    with pytest.raises(DiaryError, match=sentence):
        writes[write]()
    assert treated.snapshot() == before
    assert treated.undo_title == title


def test_an_own_region_that_an_applicator_reaches_does_not_move_under_it(diary):
    diary.put(SPOT, CUFF)
    with pytest.raises(DiaryError, match="cannot be moved to chest: 'Cuff' reaches it"):
        diary.put(MOVED)


def test_the_reach_of_an_applicator_is_what_all_its_entries_say(treated, tmp_path):
    lesser = dataclasses.replace(SHRUNK, id="z")
    assert treated.merge(contents(lesser)).count == 1
    assert treated.put(dataclasses.replace(SESSIONS[1], minutes=12.0)).count == 1
    assert comes_back(treated, tmp_path)
    with pytest.raises(DiaryError, match="must still reach sole_left"):
        treated.remove(CUFF)


def test_a_session_that_rests_on_what_the_file_may_not_change_is_refused(diary):
    diary.put(SPOT, SHRUNK)
    file = contents(CUFF, SESSIONS[1])
    with pytest.raises(DiaryError, match="own_cuff does not reach sole_left"):
        diary.merge(file, keep="mine")
    assert diary.merge(file, keep="theirs").count == 2


def test_what_no_session_needs_may_change(treated, tmp_path):
    treated.remove(SESSIONS[1])
    assert treated.put(SHRUNK).count == 1
    assert treated.put(dataclasses.replace(SPOT, parent="palm_right", name="Other spot")).count == 1
    assert comes_back(treated, tmp_path)


def test_sessions_may_be_corrected_in_the_write_that_takes_their_reach(treated, tmp_path):
    assert treated.put(SHRUNK, dataclasses.replace(SESSIONS[1], regions=("palm_left",))).count == 2
    assert comes_back(treated, tmp_path)
