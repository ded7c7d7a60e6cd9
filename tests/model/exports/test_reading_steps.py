"""Reading is long work too: it tells how far it is, and can be ended at any moment."""

from itertools import pairwise

import pytest

from model import exports
from model.exports.mapping import ColumnMapping
from model.exports.mapping_guess import guessed
from model.exports.mapping_look import look
from model.exports.region_words import RegionWords
from model.exports.table import read_table
from model.files import Cancelled
from tests.model.exports.conftest import LAST, PLAIN

DAYS = 600
NAMES = ["diary.json", "diary.zip", "tables"]
WORDS = RegionWords()


@pytest.fixture(params=NAMES)
def source(request, long_diary, tmp_path):
    exports.write(long_diary, tmp_path / request.param)
    return tmp_path / request.param


@pytest.fixture
def table(tmp_path, now):
    """A table with a row for each day and region."""
    path = tmp_path / "tracker.csv"
    rows = [
        f"{LAST.fromordinal(LAST.toordinal() - day)},{region},{day % 11}"
        for day in range(DAYS)
        for region in PLAIN[:4]
    ]
    path.write_text("\n".join(["Date,Area,Severity", *rows]))
    return path


def watched(work):
    """Do the work; return what came of it and its share 0..1 each time it told of one."""
    told = []
    result = work(lambda done, of: told.append((done, of)))
    return result, [done / of for done, of in told if of], len(told)


def assert_ends_when_it_is_told_to(work):
    """Break the work off at its first word, in its middle and at its last one."""
    *_, words = watched(work)
    assert words > 4
    for last in (1, words // 2, words):
        left = [last]

        def stop(done, of, left=left):
            left[0] -= 1
            if not left[0]:
                raise Cancelled

        with pytest.raises(Cancelled):
            work(stop)


def test_reading_tells_how_far_it_is_and_reads_the_same(source, now):
    contents, shares, _ = watched(lambda step: exports.read(source, now, step))
    assert contents == exports.read(source, now)
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1
    assert 0.9 < shares[-1] <= 1
    assert max(later - before for before, later in pairwise(shares)) < 0.15


def test_reading_ends_when_it_is_told_to(source, now):
    assert_ends_when_it_is_told_to(lambda step: exports.read(source, now, step))


def test_reading_row_by_row_tells_of_it_too(folder, now):
    blank = "\n" * 5000  # what they mean is found row by row, once more from the start
    days = [LAST.fromordinal(LAST.toordinal() - day) for day in range(2000)]
    rows = "".join(f"{day},palm_left,4\n" for day in days)
    path = folder(ratings=f"day,region,severity\n{rows}{blank}")
    _, shares, words = watched(lambda step: exports.read(path, now, step))
    assert shares == sorted(shares)
    assert words > 10  # blank rows are rows to be waited for
    assert_ends_when_it_is_told_to(lambda step: exports.read(path, now, step))


def test_a_table_of_another_program_is_read_and_looked_at_in_steps(table, now):
    read, shares, _ = watched(lambda step: read_table(table, step))
    assert read == read_table(table)
    assert shares == sorted(shares)
    assert max(later - before for before, later in pairwise(shares)) < 0.3
    said = guessed(read, WORDS)
    seen, shares, _ = watched(lambda step: look(read, said, WORDS, now, step))
    assert seen.found.ratings == DAYS * 4
    assert shares == sorted(shares)
    assert shares[-1] > 0.7
    assert max(later - before for before, later in pairwise(shares)) < 0.3
    assert_ends_when_it_is_told_to(lambda step: read_table(table, step))
    assert_ends_when_it_is_told_to(lambda step: look(read, said, WORDS, now, step))


def test_a_look_tells_what_has_to_be_asked(table, tmp_path, now):
    path = tmp_path / "few.csv"
    path.write_text("Date,Area,Severity\n03/04/2026,L palm,3\n04/04/2026,hand left,4\n")
    seen = look(read_table(path), ColumnMapping(("day", "region", "severity")), WORDS, now)
    assert seen.orders == ("dmy", "mdy")
    assert seen.mapping.regions == (("L palm", "palm_left"), ("hand left", ""))
    assert seen.found is None
    assert "in which order" in str(seen.problem)
    said = ColumnMapping(seen.mapping.columns, "dmy", regions=(("hand left", "palm_left"),))
    again = look(read_table(path), said, WORDS, now)
    assert again.mapping.regions == (("L palm", "palm_left"), ("hand left", "palm_left"))
    assert again.found.ratings == 2
    assert again.problem is None
