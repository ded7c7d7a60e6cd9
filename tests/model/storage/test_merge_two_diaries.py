"""One person's diaries on two computers become the same one, whichever takes in the other."""

import dataclasses
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.diary import Diary
from model.records.day import DayContext, Rating
from model.records.errors import DiaryError
from model.records.kinds import KINDS
from model.records.person import (
    BaselineChoice,
    Notice,
    OwnRegion,
    Profile,
    Question,
    WetAgain,
)
from model.records.snapshot import Contents, RatingColumns
from model.records.treatment import Course, OwnedApplicator, Reaction, Session
from tests.model.exports.conftest import PLAIN, _records

AT = datetime(2026, 11, 20, 21, 5, tzinfo=UTC)
DAY = AT.date()


def now() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


def contents_of(records) -> Contents:
    columns = RatingColumns.empty()
    for record in records:
        if isinstance(record, Rating):
            columns.append(record)
    others = tuple(record for record in records if not isinstance(record, Rating))
    return Contents(columns, others)


def held_by(diary: Diary) -> Contents:
    snapshot = diary.snapshot()
    others = tuple(record for rows in snapshot.records.values() for record in rows)
    return Contents(snapshot.columns(), others)


def with_key_of(record, other):
    """Say of one entry what another entry of its kind says."""
    return dataclasses.replace(record, **{name: getattr(other, name) for name in other.KEY})


@st.composite
def two_diaries(draw):
    """Two diaries with entries in common, of which they say the same, more or something else."""
    regions = draw(st.lists(_records(OwnRegion, PLAIN), max_size=1))
    names = [*PLAIN[:6], *(region.id for region in regions)]
    mine, theirs = [*regions], [*regions]
    for region in regions:
        if draw(st.booleans()):
            theirs = [with_key_of(draw(_records(OwnRegion, PLAIN)), region)]
    kinds = draw(st.sets(st.sampled_from([*KINDS.values()]), min_size=1, max_size=3))
    for kind in sorted(kinds - {OwnRegion}, key=lambda kind: kind.KIND):
        one = draw(_entries(kind, names))
        other = [draw(_said_again(record, names)) for record in one]
        mine += one
        theirs += [record for record in other if record is not None]
        taken = {record.key for record in one}
        theirs += [new for new in draw(_entries(kind, names)) if new.key not in taken]
    return mine, theirs


def _entries(kind, names):
    return st.lists(_records(kind, names), max_size=3, unique_by=lambda record: record.key)


@st.composite
def _said_again(draw, record, names):
    how = draw(st.sampled_from(["same", "else", "else", "absent"]))
    if how == "else":
        said = with_key_of(draw(_records(type(record), names)), record)
        how = "same" if not _may_stand(said) else how
    return {"same": record, "absent": None}.get(how) if how != "else" else said


def _may_stand(record) -> bool:
    try:
        record.check()
    except DiaryError:
        return False
    return True


def opened(folder: Path, name: str, contents: Contents) -> Diary:
    diary = Diary.create(folder / name, now)
    try:
        diary.merge(contents)
    except DiaryError:
        diary.close()
        assume(False)
    return diary


@settings(max_examples=20)  # four diaries on the disk each
@given(pair=two_diaries())
def test_two_diaries_become_the_same_one_whichever_takes_in_the_other(pair):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        one, other = (
            opened(folder, f"{number}.drymap", contents_of(records))
            for number, records in enumerate(pair)
        )
        with one, other:
            before = one.snapshot(), other.snapshot()
            mine, theirs = held_by(one), held_by(other)
            try:
                changed = (
                    one.merge(theirs, keep="newer").count,
                    other.merge(mine, keep="newer").count,
                )
            except DiaryError:  # an own region that one of them moved to where no current may flow
                assume(False)
            joint = one.snapshot()
            assert joint == other.snapshot()
            assert one.merge(held_by(other), keep="newer").count == 0
            assert one.merge(theirs, keep="newer").count == 0, "nothing comes in twice"
            for diary, count, old in zip((one, other), changed, before, strict=True):
                if count:
                    diary.undo()
                assert diary.snapshot() == old
            one.merge(theirs, keep="newer")
            assert one.snapshot() == joint


@pytest.fixture
def joined(tmp_path):
    """Merge two lists of records both ways; return the entries of the diary that comes of it."""

    def join(mine, theirs):
        with (
            opened(tmp_path, "one.drymap", contents_of(mine)) as one,
            opened(tmp_path, "other.drymap", contents_of(theirs)) as other,
        ):
            first, second = held_by(one), held_by(other)
            one.merge(second, keep="newer")
            other.merge(first, keep="newer")
            assert one.snapshot() == other.snapshot()
            assert one.check() == ()
            return held_by(one)

    return join


def later(hours=1) -> datetime:
    return AT + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("mine", "theirs", "stays"),
    [
        ((3, AT), (7, later()), (7, later())),
        ((7, AT), (3, later()), (3, later())),
        ((3, AT), (7, None), (3, AT)),
        ((3, AT), (7, AT), (7, AT)),
        ((3, None), (7, None), (7, None)),
        ((None, None), (0, None), (0, None)),
        ((None, later()), (9, AT), (None, later())),
    ],
)
def test_the_rating_that_was_made_later_stands(joined, mine, theirs, stays):
    sides = ([Rating(DAY, "palm_left", value[0], "late", value[1])] for value in (mine, theirs))
    found = joined(*sides).ratings
    assert len(found) == 1
    rating = found.record(0)
    assert (rating.severity, rating.recorded_at) == stays


def test_a_choice_that_was_made_later_stands(joined):
    earlier = BaselineChoice("palm_left", date(2026, 8, 1), date(2026, 8, 20), AT, "a long reason")
    after = BaselineChoice("palm_left", date(2026, 8, 3), date(2026, 8, 20), later())
    assert joined([earlier], [after]).records == (after,)


@pytest.mark.parametrize("set_at", [AT, None])
def test_the_threshold_that_was_set_later_stands(joined, set_at):
    after = WetAgain(2, later())
    assert joined([WetAgain(6, set_at)], [after]).records == (after,)


def test_the_day_that_says_more_stands_where_no_time_tells(joined):
    short, long = DayContext(DAY, stress=9), DayContext(DAY, stress=1, note="travelled")
    assert joined([short], [long]).records == (long,)


def test_what_one_diary_only_adds_to_an_entry_makes_no_second_one(joined):
    asked = Question("How often?", DAY, id="q")
    answered = dataclasses.replace(asked, answered=DAY, answer="Twice a week")
    assert joined([asked], [answered]).records == (answered,)


def test_two_that_contradict_each_other_both_stay_and_references_hold(joined):
    course = Course("Hands", ("palm_left",), "induction", id="c")
    long = Session(AT, ("palm_left",), ("hand_tray",), 8.0, 20.0, course="c", note="own", id="s")
    short = Session(AT, ("palm_left",), ("hand_tray",), 8.0, 15.0, course="c", id="s")
    reaction = Reaction("dry_skin", 1, DAY, session="s", id="r")
    found = joined([course, long, reaction], [course, short]).records
    sessions = {record.id: record for record in found if isinstance(record, Session)}
    assert sessions.pop("s") == long
    (moved,) = sessions.values()
    assert dataclasses.replace(moved, id="s") == short
    assert {record.session for record in found if isinstance(record, Reaction)} == {"s"}
    assert {record.course for record in found if isinstance(record, Session)} == {"c"}
    assert [record.id for record in found if isinstance(record, Course)] == ["c"]


def test_what_other_entries_name_stays_one_entry(joined):
    regions = (
        OwnRegion("Wrist", "forearm_left", id="own_w"),
        OwnRegion("Left wrist", "forearm_left", id="own_w"),
    )
    rating = Rating(DAY, "own_w", 4, "imported")
    found = joined([regions[0], rating], [regions[1]])
    assert [record.id for record in found.records] == ["own_w"]


def test_there_is_one_profile_and_it_is_the_one_that_says_more(joined):
    fuller, other = Profile(name="A. B.", birth_year=1990), Profile(diagnosis="palms")
    assert joined([other], [fuller]).records == (fuller,)


def test_a_notice_that_was_dismissed_does_not_come_back(joined):
    shown = Notice("red_flag", "night sweat", AT, id="n")
    gone = dataclasses.replace(shown, reason="night", dismissed_at=later())
    assert joined([shown], [gone]).records == (gone,)


def test_an_own_applicator_reaches_what_sessions_of_both_diaries_need(joined):
    cuff = OwnedApplicator("own_cuff", "Cuff", ("palm_left", "sole_left"), id="o")
    other = dataclasses.replace(cuff, name="Soft cuff", regions=("sole_right",))
    sessions = (
        Session(AT, ("palm_left",), ("own_cuff",), id="1"),
        Session(later(), ("sole_right",), ("own_cuff",), id="2"),
    )
    found = joined([cuff, sessions[0]], [other, sessions[1]]).records
    (owned,) = [record for record in found if isinstance(record, OwnedApplicator)]
    assert set(owned.regions) == {"palm_left", "sole_left", "sole_right"}
    assert {record.id for record in found if isinstance(record, Session)} == {"1", "2"}
