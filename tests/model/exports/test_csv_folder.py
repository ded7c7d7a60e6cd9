"""CSV tables as people and programs write them: understood, or refused with file and line."""

import csv
import io
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import exports
from model.diary import Diary
from model.exports import bulk, csv_reading, csv_source
from model.exports.csv_names import columns_of, file_of
from model.exports.values import value_of
from model.files import no_step
from model.records.day import DayContext, Rating
from model.records.errors import FutureDay
from model.records.kinds import KINDS
from model.records.treatment import Session

NOW = datetime(2026, 11, 22, 20, tzinfo=timezone(timedelta(hours=1)))
RATINGS = "day,region,severity\n2026-11-20,palm_left,7\n2026-11-20,palm_right,\n"
SESSIONS = (
    "started_at,regions,applicator,current_ma,minutes\n"
    "2026-11-20T19:00:00+01:00,palm_left;palm_right,hand_tray,9.5,20\n"
)


def ratings(path) -> list[Rating]:
    columns = exports.read(path).ratings
    return [columns.record(row) for row in range(len(columns))]


def test_the_least_that_a_table_of_ratings_can_hold(folder):
    assert ratings(folder(ratings=RATINGS)) == [
        Rating(date(2026, 11, 20), "palm_left", 7, "imported", None),
        Rating(date(2026, 11, 20), "palm_right", None, "imported", None),
    ]


def test_the_least_that_a_table_of_sessions_can_hold(folder):
    (session,) = exports.read(folder(sessions=SESSIONS)).records
    assert isinstance(session, Session)
    assert session.started_at == datetime(2026, 11, 20, 18, tzinfo=timezone.utc)  # noqa: UP017
    assert session.started_at.utcoffset() == timedelta(hours=1)
    assert session.regions == ("palm_left", "palm_right")
    assert session.applicators == ("hand_tray",)
    assert (session.current_ma, session.minutes) == (9.5, 20)


@pytest.mark.parametrize(
    "text",
    [
        "severity,day,region\n7,2026-11-20,palm_left\n,2026-11-20,palm_right\n",
        " Day ,REGION,Severity\n2026-11-20,palm_left,7\n2026-11-20,palm_right,\n",
        "\ufeffday,region,severity\n2026-11-20,palm_left,7\n2026-11-20,palm_right,\n",
        '"day","region","severity"\r\n"2026-11-20","palm_left","7"\r\n"2026-11-20","palm_right",""',
        "day;region;severity\n2026-11-20;palm_left;7\n2026-11-20;palm_right;\n",
        "day\tregion\tseverity\n2026-11-20\tpalm_left\t7\n2026-11-20\tpalm_right\t\n",
        "day,region,severity\n\n2026-11-20, palm_left , 7\n,,\n2026-11-20,palm_right,\n\n",
        "day,region,severity,\n2026-11-20,palm_left,7,\n2026-11-20,palm_right,,\n",
        "day,region,severity\r2026-11-20,palm_left,7\r2026-11-20,palm_right,\r",
    ],
    ids=[
        "order",
        "case",
        "BOM",
        "quotes",
        "semicolons",
        "tabs",
        "blanks",
        "trailing-commas",
        "old-mac",
    ],
)
def test_tables_of_all_sorts_say_the_same(text, folder):
    path = folder(ratings=text)
    assert ratings(path) == ratings(folder(ratings=RATINGS))


def test_a_decimal_comma_is_understood_where_semicolons_part_the_cells(folder):
    text = (
        "started_at;regions;applicator;current_ma;minutes\n"
        '2026-11-20T19:00:00+01:00;"palm_left;palm_right";hand_tray;9,5;20\n'
    )
    (session,) = exports.read(folder(sessions=text)).records
    assert session.current_ma == 9.5


def test_a_decimal_comma_elsewhere_is_refused_with_its_line(folder, problem):
    quoted = problem(lambda: exports.read(folder(sessions=SESSIONS.replace("9.5", '"9,5"'))))
    assert quoted.startswith("sessions.csv, line 2: Current (mA) must be a number")
    bare = problem(lambda: exports.read(folder(sessions=SESSIONS.replace("9.5", "9,5"))))
    assert bare.startswith("sessions.csv, line 2: it has 6 cells")


def test_what_is_not_known_is_told_and_the_rest_is_taken(folder):
    path = folder(
        ratings="day,mood,region,severity,\n2026-11-20,fine,palm_left,7,x\n", food="a,b\n"
    )
    (path / ".DS_Store").write_bytes(b"\0")
    (path / "letters").mkdir()
    contents = exports.read(path)
    assert set(contents.unknown_columns) == {
        "ratings.csv: mood",
        "ratings.csv: (5)",
        "food.csv",
        "letters",
    }
    assert len(contents.ratings) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("day,region\n", "ratings.csv lacks columns that it must have: severity."),
        ("", "ratings.csv lacks columns that it must have: day, region, severity."),
        ("day,region,severity,Day\n", "ratings.csv has two columns for day."),
        ('"day,region,severity\n', "ratings.csv, line 1: this is not sound CSV"),
    ],
)
def test_a_first_line_that_does_not_serve_is_refused(text, sentence, folder, problem):
    assert problem(lambda: exports.read(folder(ratings=text))).startswith(sentence)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("2026-11-21,palm_left,11", "Severity must be a whole number from 0 to 10, not 11."),
        ("2026-11-21,palm_left,3.5", "Severity must be a whole number from 0 to 10, not 3.5."),
        ("2026-11-21,palm_left,-1", "Severity must be a whole number from 0 to 10, not -1."),
        ("2026-11-21,palm_left,1_0", "Severity must be a whole number from 0 to 10, not 1_0."),
        ("2026-11-21,palm_left,７", "Severity must be a whole number from 0 to 10, not ７."),
        ("2026-11-21,palm_left,NaN", "Severity must be a whole number from 0 to 10, not NaN."),
        ("2026-11-21,palm,5", "There is no region 'palm'."),
        ("21.11.2026,palm_left,5", "Day must be a day like 2026-11-22, not 21.11.2026."),
        ("2026-02-30,palm_left,5", "Day must be a day like 2026-11-22, not 2026-02-30."),
        ("20261121,palm_left,5", "Day must be a day like 2026-11-22, not 20261121."),
        (",palm_left,5", "Day is missing."),
        ("2026-11-21,,5", "Region is missing."),
        ("2026-11-21,palm_left", "it has 2 cells, but the first line names 3 columns."),
        ("2026-11-21,palm_left,5,6", "it has 4 cells, but the first line names 3 columns."),
        ('2026-11-21,palm_left,"5', "this is not sound CSV (unexpected end of data)."),
        ('2026-11-21,"palm"_left,5', "this is not sound CSV"),
    ],
)
def test_a_bad_rating_is_refused_with_file_and_line(row, sentence, folder, problem):
    found = problem(lambda: exports.read(folder(ratings=f"{RATINGS}\n{row}\n")))
    assert found.startswith(f"ratings.csv, line 5: {sentence}")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("9.5", "-5", "Current (mA) must be a number from 0 to 60, not -5.0."),
        ("9.5", "nan", "Current (mA) must be a number from 0 to 60, not nan."),
        ("9.5", "1e999", "Current (mA) must be a number from 0 to 60, not inf."),
        ("+01:00", "", "Start must be a time with its offset"),
        ("palm_left;palm_right", "whole_body", "The whole body cannot be treated in a session"),
        ("palm_left;palm_right", "chest", "chest cannot be put in a session"),
        ("palm_left;palm_right", "", "Regions: choose at least one."),
        ("hand_tray", "foot_tray", "foot_tray does not reach palm_left."),
        ("hand_tray", "bucket", "There is no applicator 'bucket'."),
    ],
)
def test_a_bad_session_is_refused_with_file_and_line(old, new, sentence, folder, problem):
    text = SESSIONS.replace(old, new)
    found = problem(lambda: exports.read(folder(sessions=text)))
    assert found.startswith(f"sessions.csv, line 2: {sentence}")


def test_a_row_is_named_by_the_line_it_begins_on(folder, problem):
    text = 'day,note\n2026-11-19,"two\nlines"\n2026-11-20,"three\r\nmore\rlines"\n2026-11-2x,ends\n'
    found = problem(lambda: exports.read(folder(context=text)))
    assert found.startswith("context.csv, line 7: Day must be a day")


def test_two_rows_that_contradict_each_other_are_refused_with_both_lines(folder, problem):
    text = f"{RATINGS}2026-11-21,palm_left,3\n2026-11-20,palm_left,8\n"
    assert problem(lambda: exports.read(folder(ratings=text))) == (
        "ratings.csv, lines 2 and 5 contradict each other about 2026-11-20, palm_left."
        " Remove one of them."
    )
    not_applicable = f"{RATINGS}2026-11-20,palm_right,0\n"
    assert "lines 3 and 4" in problem(lambda: exports.read(folder(ratings=not_applicable)))


def test_the_same_row_twice_counts_once(folder):
    text = f"{RATINGS}2026-11-20,palm_left,7\n"
    assert ratings(folder(ratings=text)) == ratings(folder(ratings=RATINGS))
    doubled = SESSIONS + SESSIONS.splitlines()[1] + "\n"
    assert len(exports.read(folder(sessions=doubled)).records) == 1


def test_a_day_to_come_is_refused_with_its_line_where_the_time_is_known(folder, problem):
    path = folder(ratings=f"{RATINGS}2026-11-23,palm_left,3\n")
    assert len(exports.read(path).ratings) == 3
    with pytest.raises(FutureDay, match=r"^ratings\.csv, line 4: 2026-11-23 is in the future"):
        exports.read(path, NOW)
    path = folder(ratings=RATINGS, sessions=SESSIONS.replace("11-20T", "11-23T"))
    with pytest.raises(FutureDay, match=r"^sessions\.csv, line 2: 2026-11-23 is in the future"):
        exports.read(path, NOW)


def test_a_file_that_is_not_utf8_is_refused(folder, problem):
    utf16 = RATINGS.encode("utf-16")
    latin = f"day,note\n2026-11-20,{'ä'}\n".encode("latin-1")
    assert "ratings.csv is not UTF-8 text" in problem(lambda: exports.read(folder(ratings=utf16)))
    assert "context.csv is not UTF-8" in problem(
        lambda: exports.read(folder(ratings=RATINGS, context=latin))
    )


def test_a_field_beyond_all_measure_is_refused_with_its_line(folder, problem):
    path = folder(context=f"day,note\n2026-11-20,{'x' * 200_000}\n")
    found = problem(lambda: exports.read(path))
    assert found.startswith("context.csv, line 2: this is not sound CSV (field larger than")


def test_a_note_beyond_the_limit_is_refused_with_its_line(folder, problem):
    path = folder(context=f"day,note\n2026-11-20,{'x' * 20_001}\n")
    found = problem(lambda: exports.read(path))
    assert found.startswith("context.csv, line 2: Note for the doctor is too long")


def test_a_folder_without_any_table_is_refused(tmp_path, problem):
    assert "holds none of the files of a diary" in problem(lambda: exports.read(tmp_path))
    assert "cannot be read" in problem(lambda: exports.read(tmp_path / "nowhere"))


# ---- Identity ----


def test_an_entry_without_an_id_gets_the_same_one_every_time(folder):
    first = exports.read(folder(sessions=SESSIONS)).records
    moved = "regions,applicator,minutes,current_ma,started_at,note\n" + (
        "palm_right; palm_left,hand_tray,25,8,2026-11-20T18:00:00Z,the same one\n"
    )
    again = exports.read(folder(sessions=moved)).records
    assert first[0].key == again[0].key
    assert first[0] != again[0]
    later = exports.read(folder(sessions=SESSIONS.replace("19:00", "19:01"))).records
    assert first[0].key != later[0].key


def test_every_kind_without_ids_is_imported_twice_without_a_change(small, tmp_path):
    path = tmp_path / "tables"
    exports.write(small, path)
    for kind in KINDS.values():
        drop_column(path / file_of(kind), "id")
    # The region's id is named by others, so it stays.
    exports.write(small, tmp_path / "whole")
    (tmp_path / "whole" / "own_regions.csv").replace(path / "own_regions.csv")
    with Diary.create(tmp_path / "d.drymap", lambda: NOW.replace(year=2030)) as diary:
        assert diary.merge(exports.read(path)).count > len(KINDS)
        assert diary.merge(exports.read(path)).count == 0


def drop_column(path, name: str) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if name in rows[0]:
        place = rows[0].index(name)
        rows = [row[:place] + row[place + 1 :] for row in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


# ---- What a spreadsheet would make of it ----


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "'=1"])
def test_no_cell_begins_like_a_formula_and_the_text_comes_back(text, as_snapshot, small, tmp_path):
    small.records["day_context"] = (DayContext(date(2026, 11, 20), note=text, tags=(text + "!",)),)
    exports.write(small, tmp_path / "tables")
    with (tmp_path / "tables" / "context.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["note"] == f"'{text}"
    assert row["tags"][0] in "'\\"  # an outer blank of an item is marked already
    assert as_snapshot(exports.read(tmp_path / "tables")) == small


def test_numbers_stay_numbers(small, tmp_path):
    small.records["day_context"] = (DayContext(date(2026, 11, 20), temperature_celsius=-4.5),)
    exports.write(small, tmp_path / "tables")
    assert '"-4.5"' in (tmp_path / "tables" / "context.csv").read_text("utf-8-sig")


def test_every_file_names_every_column(small, tmp_path):
    exports.write(small, tmp_path / "tables")
    for kind in KINDS.values():
        text = (tmp_path / "tables" / file_of(kind)).read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        first = next(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
        assert first == list(columns_of(kind))


# ---- The quick way and the careful way ----

CELLS = st.sampled_from(
    ["2026-11-20", "2026-11-21", "palm_left", "palm_right", "7", "0", "10", "", " 7", "11", "x"]
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["2026-11-20", "2026-11-21", " 2026-11-20 "]) | CELLS,
        st.sampled_from(["palm_left", "palm_right", "sole_left"]) | CELLS,
        st.sampled_from(["7", "0", "10", ""]) | CELLS,
        st.sampled_from(["same_day", "late", "imported"]) | CELLS,
        st.sampled_from(["", "2026-11-20T21:00:00+01:00"]) | CELLS,
    ).map(list)
    | st.lists(CELLS, max_size=6),
    max_size=6,
)


@given(rows=ROWS)
def test_where_the_quick_way_has_an_answer_the_careful_way_has_the_same(rows, tmp_path_factory):
    header = tuple(columns_of(Rating))
    try:
        quick = bulk.quick_ratings(iter(rows), header, value_of)
    except exports.DiaryError:
        quick = None
    if quick is None:
        return
    path = tmp_path_factory.mktemp("tables")
    with (path / "ratings.csv").open("w", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    with csv_source.source_of(path) as source:
        careful, _ = csv_reading._records(
            source, "ratings.csv", Rating, None, csv_reading._Passed(source, no_step)
        )
    assert [quick.record(row) for row in range(len(quick))] == list(careful)


@pytest.mark.parametrize(
    ("days", "regions", "answer"),
    [
        ([], [], False),
        ([1, 1, 2, 2], ["a", "b", "a", "b"], False),
        ([1, 1, 2, 2], ["a", "b", "b", "b"], True),
        ([1, 2, 1, 2], ["a", "a", "b", "b"], False),
        ([1, 2, 1, 2], ["a", "a", "a", "b"], True),
    ],
)
def test_a_day_and_region_that_stand_there_twice_are_noticed(days, regions, answer):
    assert bulk.repeats(days, regions) is answer


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ("2026-11-20,palm_left,\x007", "line 2: Severity must be a whole number from 0 to 10"),
        ("2026-11-20,palm\x00_left,7", "line 2: There is no region"),
        ("2026-02-31,palm_left,7", "line 2: Day must be a day like 2026-11-22, not 2026-02-31."),
        (f"2026-11-20,palm_left,{'9' * 5000}", "line 2: Severity must be a whole number"),
        ("2026-11-20,palm_left,1e999", "line 2: Severity must be a whole number"),
        (f"2026-11-20,palm_left,7{'x' * 200_000}", "line 2: this is not sound CSV"),
    ],
)
def test_what_no_rating_can_be_is_refused_with_its_line(cells, sentence, folder, problem):
    found = problem(lambda: exports.read(folder(ratings=f"day,region,severity\n{cells}\n")))
    assert found.startswith(f"ratings.csv, {sentence}")
