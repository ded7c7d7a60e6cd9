"""Tables of other programs: found out what can be, asked what cannot, and never guessed in part."""

import codecs
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.diary import Diary
from model.exports.dates import ORDERS, day_in, orders_of, time_in
from model.exports.mapping import SCALES, ColumnMapping, found_in, names_in
from model.exports.mapping_guess import as_text, guessed, of_text
from model.exports.region_words import RegionWords
from model.exports.table import MOST_COLUMNS, read_table
from model.records.errors import DiaryError, FutureDay

WORDS = RegionWords()
NOW = datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))
DAYS = st.dates(date(2001, 1, 1), date(2026, 11, 22))


@pytest.fixture
def table(tmp_path):
    """Read a table from its text or bytes."""

    def read(text):
        path = tmp_path / "tracker.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_table(path)

    return read


def ratings(found):
    columns = found.contents.ratings
    rows = (columns.record(row) for row in range(len(columns)))
    return {(str(rating.day), rating.region): rating.severity for rating in rows}


WIDE = ColumnMapping(("day", "palm_left", "palm_right"))
LONG = ColumnMapping(("day", "region", "severity"), regions=(("Hand", "palm_left"), ("Mood", "")))


# ---- the file ----


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "latin-1"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_delimiter_and_line_ends_are_found(table, delimiter, mark, encoding, end):
    rows = [("Tag", "Fußsohle", "Größe"), ("31.12.2025", "7", "x"), ("30.12.2025", "", "Ä")]
    text = "".join(delimiter.join(row) + end for row in rows)
    found = table(mark + text.encode(encoding))
    assert (found.header, found.rows) == (rows[0], tuple(rows[1:]))
    assert found.lines == (2, 3)


def test_the_signs_of_windows_are_read(table):
    read = table("Tag;Preis\n31.12.2025;5 \u20ac \u2026\n".encode("cp1252"))
    assert read.rows == (("31.12.2025", "5 \u20ac \u2026"),)


def test_a_title_blank_lines_and_a_hint_of_excel_are_passed_over(table):
    found = table("sep=;\nMy sweat\n\nDay;Left palm;Note\n\n2026-01-05;3;a,b\n2026-01-06;4\n")
    assert found.header == ("Day", "Left palm", "Note")
    assert found.rows == (("2026-01-05", "3", "a,b"), ("2026-01-06", "4", ""))
    assert found.lines == (6, 7)


def test_a_table_without_names_keeps_its_first_row(table):
    found = table("2026-01-05,3\n2026-01-06,4\n")
    assert found.header == ("(1)", "(2)")
    assert len(found.rows) == 2


def test_a_first_row_that_holds_a_day_is_no_title(table):
    found = table("2026-01-04\n2026-01-05,\n2026-01-06,4\n2026-01-07,5\n2026-01-08,6\n")
    assert found.header == ("(1)", "(2)")
    assert found.rows[:3] == (("2026-01-04", ""), ("2026-01-05", ""), ("2026-01-06", "4"))
    titled = table("My sweat\n2026-01-05,3\n2026-01-06,4\n")
    assert (titled.header, titled.lines) == (("(1)", "(2)"), (2, 3))


def test_a_comma_that_ends_each_row_takes_no_names_away(table):
    found = table("My sweat,,\nDay,Left palm\n2026-01-05,3,\n2026-01-06,4,\n")
    assert found.header == ("Day", "Left palm")
    assert found.rows == (("2026-01-05", "3"), ("2026-01-06", "4"))
    unread = table("Day,Left palm\nyesterday,2,\n2026-01-05,3,\n2026-01-06,4,\n")
    assert (unread.header, unread.lines) == (("Day", "Left palm"), (2, 3, 4))


def test_names_are_kept_where_rows_hold_more_than_they_name(table, problem):
    sentence = problem(lambda: table("Day,Left palm\n2026-01-05,3,x\n2026-01-06,4,y\n"))
    assert sentence.startswith("tracker.csv, line 2: it has 3 cells, but there are 2 columns.")


@pytest.mark.parametrize(
    "cells", ['2026-01-06,"4\n2026-01-07,5\n', '2026-01-06,"4\n2026-01-07,"5"\n']
)
def test_a_quote_that_is_left_open_swallows_no_row(table, problem, cells):
    sentence = problem(lambda: table(f"Day,Left palm\n2026-01-05,3\n{cells}"))
    assert sentence.startswith("tracker.csv, line 3: this is not sound CSV")


def test_more_columns_than_can_be_asked_about_are_refused(table, problem):
    def wide(count):
        return table(f"Day,{','.join(map(str, range(1, count)))}\n2026-01-05{',3' * (count - 1)}\n")

    assert len(wide(MOST_COLUMNS).header) == MOST_COLUMNS
    assert problem(lambda: wide(MOST_COLUMNS + 1)).startswith("tracker.csv has 301 columns,")


@pytest.mark.parametrize("text", ["", "\n\n", "one line of prose", b"\x00\x01\x02"])
def test_what_holds_no_table_is_refused_in_one_sentence(table, problem, text):
    assert problem(lambda: table(text)) == (
        "tracker.csv holds no table with a row of names and rows below it."
    )


def test_a_row_that_is_too_long_is_named(table, problem):
    sentence = problem(lambda: table("Day,Left palm\n2026-01-05,3\n2026-01-06,4,1\n"))
    assert sentence.startswith("tracker.csv, line 3: it has 3 cells, but there are 2 columns.")


def test_a_signature_follows_the_names_of_the_columns_alone(table):
    one, two = table("Day,Left palm\n2026-01-05,3\n"), table("day ,left palm\n2026-02-05,1\n")
    assert one.signature == two.signature
    assert one.signature != table("Left palm,Day\n3,2026-01-05\n").signature


# ---- days ----


@given(day=DAYS)
def test_every_day_is_read_in_the_order_in_which_it_was_written(day):
    written = {"ymd": f"{day:%Y/%m/%d}", "dmy": f"{day:%d/%m/%Y}", "mdy": f"{day:%m/%d/%Y}"}
    for order, text in written.items():
        assert day_in(text, order) == day
    for order in ORDERS:
        assert day_in(f"{day:%d.%m.%Y}", order) == day, "dots are never month first"
        assert day_in(f"{day.isoformat()}T21:14:05", order) == day


@pytest.mark.parametrize(
    ("texts", "orders"),
    [
        (["2026-01-05", "2026-02-06"], ("ymd",)),
        (["05.01.2026"], ("ymd",)),
        (["31/12/2025", "01/02/2026"], ("dmy",)),
        (["12/31/2025", "01/02/2026"], ("mdy",)),
        (["03/04/2026", "05/06/2026"], ("dmy", "mdy")),
        (["31/12/2025", "12/31/2025"], ()),
        (["31.02.2026"], ()),
        (["lots"], ()),
        ([], ()),
    ],
)
def test_an_order_that_the_days_do_not_tell_is_left_open(texts, orders):
    assert len(orders_of(texts)) == len(orders)
    assert all(
        [day_in(text, one) for text in texts] == [day_in(text, other) for text in texts]
        for one, other in zip(orders_of(texts), orders, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [("21:14", "21:14"), ("9:14 PM", "21:14"), ("12:05 am", "00:05"), ("7.30", "07:30")],
)
def test_times_are_read_as_they_are_written(text, said):
    assert f"{time_in(text):%H:%M}" == said
    assert [time_in(bad) for bad in ("25:00", "13:00 pm", "7", "soon")] == [None] * 4


# ---- ratings ----


def test_a_wide_table_gives_a_rating_for_each_filled_cell(table):
    found = found_in(
        table("Date;L;R\n05.01.2026;3;\n06.01.2026;-;0\n07.01.2026;n/a;7,0\n"), WIDE, NOW
    )
    assert ratings(found) == {
        ("2026-01-05", "palm_left"): 3,
        ("2026-01-06", "palm_right"): 0,
        ("2026-01-07", "palm_right"): 7,
    }
    assert (found.days, found.ratings, found.sessions, found.repeated) == (3, 3, 0, 0)


def test_a_long_table_gives_a_rating_for_each_row_of_a_known_name(table):
    text = "Date,Where,How\n2026-01-05,Hand,3\n2026-01-05,Mood,9\n2026-01-06,Hand,4\n"
    found = found_in(table(text), LONG, NOW)
    assert ratings(found) == {("2026-01-05", "palm_left"): 3, ("2026-01-06", "palm_left"): 4}
    assert found.contents.unknown_columns == ("Mood",)
    assert names_in(table(text), LONG) == ("Hand", "Mood")


def test_of_several_ratings_of_one_day_the_worst_counts(table):
    found = found_in(
        table("D,L,R\n2026-01-05 08:00,3,1\n2026-01-05 20:00,8,0\n2026-01-05 23:00,5,\n"), WIDE, NOW
    )
    assert ratings(found) == {("2026-01-05", "palm_left"): 8, ("2026-01-05", "palm_right"): 1}
    assert found.repeated == 3


@pytest.mark.parametrize(
    ("scale", "severities"),
    [
        ("0-10", {0: 0, 5: 5, 10: 10}),
        ("1-4", {1: 0, 2: 3, 3: 7, 4: 10}),
        ("0-4", {0: 0, 1: 3, 2: 5, 3: 8, 4: 10}),
        ("0-100", {0: 0, 44: 4, 45: 5, 100: 10}),
    ],
)
def test_a_scale_is_spread_evenly_over_0_to_10(scale, severities):
    assert {value: SCALES[scale].severity(value) for value in severities} == severities


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_every_scale_keeps_its_ends_and_its_order(scale):
    found = [scale.severity(value) for value in range(scale.low, scale.high + 1)]
    assert (found[0], found[-1]) == (0, 10)
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("cell", "scale", "sentence"),
    [
        ("11", "0-10", "'11' is not a whole number from 0 to 10."),
        ("7.5", "0-10", "'7.5' is not a whole number from 0 to 10."),
        ("0", "1-4", "'0' is not a whole number from 1 to 4."),
        ("lots", "0-10", "'lots' is not a number."),
        ("1e1", "0-10", "'1e1' is not a number."),
        ("nan", "0-10", "'nan' is not a number."),
        ("٣", "0-10", "'٣' is not a number."),
    ],
)
def test_a_bad_severity_stops_all_with_its_line_and_column(table, problem, cell, scale, sentence):
    mapping = ColumnMapping(("day", "palm_left"), scale=scale)
    read = table(f"Day,Left palm\n2026-01-05,1\n\n2026-01-06,{cell}\n")
    assert problem(lambda: found_in(read, mapping, NOW)) == (
        f"tracker.csv, line 4, column Left palm: {sentence}"
    )


def test_a_bad_day_a_day_to_come_and_an_unknown_name_are_named(table, problem):
    bad = table("Day,L,R\n31/12/2025,1,\n31/02/2026,1,\n")
    assert "line 3, column Day: '31/02/2026' is no day" in problem(lambda: found_in(bad, WIDE, NOW))
    with pytest.raises(FutureDay, match=r"line 2, column Day: 2026-11-23 is in the future"):
        found_in(table("Day,L,R\n2026-11-23,1,\n"), WIDE, NOW)
    long = table("Day,Where,How\n2026-01-05,Foot,3\n")
    assert "column Where: say which region 'Foot' is" in problem(lambda: found_in(long, LONG, NOW))


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (("", "palm_left", ""), "Say which column holds the day."),
        (("day", "", ""), "Say which columns hold severities"),
        (("day", "region", ""), "Say which columns hold severities"),
        (("day", "palm_left", "palm_left"), "Two columns are said to hold the same thing."),
        (("day", "palm_left", "severity"), "Two columns are said to hold the same thing."),
        (("day", "palm_left", "minutes"), "Say with what and where the sessions"),
    ],
)
def test_a_mapping_that_lacks_something_says_what(table, problem, columns, sentence):
    read = table("A,B,C\n2026-01-05,1,2\n")
    assert sentence in problem(lambda: found_in(read, ColumnMapping(columns), NOW))


def test_an_order_of_days_that_nothing_tells_is_asked_for(table, problem):
    read = table("Day,L,R\n03/04/2026,1,\n")
    assert "in which order" in problem(lambda: found_in(read, WIDE, NOW))
    asked = ColumnMapping(WIDE.columns, order="mdy")
    assert ratings(found_in(read, asked, NOW)) == {("2026-03-04", "palm_left"): 1}


# ---- sessions ----

TREATED = ColumnMapping(
    ("day", "time", "minutes", "current_ma"), applicator="hand_tray", treated=("palm_left",)
)


def test_sessions_come_in_once_with_their_time_minutes_and_current(table, tmp_path):
    read = table("D;T;Min;mA\n05.01.2026;19:30;20;7,5\n06.01.2026;;15;\n07.01.2026;;;\n")
    found = found_in(read, TREATED, NOW)
    told = [
        (f"{one.started_at:%Y-%m-%d %H:%M}", one.minutes, one.current_ma)
        for one in found.contents.records
    ]
    assert told == [("2026-01-05 19:30", 20, 7.5), ("2026-01-06 12:00", 15, None)]
    with Diary.create(tmp_path / "d.drymap", lambda: NOW) as diary:
        assert diary.merge(found.contents).count == 2
        assert diary.merge(found_in(read, TREATED, NOW).contents).count == 0


def test_sessions_of_one_day_without_a_time_all_stay(table, tmp_path):
    read = table("D;T;Min;mA\n05.01.2026;;15;\n05.01.2026;;20;\n05.01.2026;;20;\n")
    found = found_in(read, TREATED, NOW)
    told = [(f"{one.started_at:%H:%M}", one.minutes) for one in found.contents.records]
    assert told == [("12:00", 15), ("12:00", 20), ("12:00", 20)]
    alone = found_in(table("D;T;Min;mA\n05.01.2026;;15;\n"), TREATED, NOW)
    with Diary.create(tmp_path / "d.drymap", lambda: NOW) as diary:
        assert diary.merge(alone.contents).count == 1
        assert diary.merge(found.contents).count == 2, "one alone was the first of them"
        assert diary.merge(found_in(read, TREATED, NOW).contents).count == 0


def test_a_session_without_a_time_stays_beside_one_at_noon(table):
    read = table("D;T;Min;mA\n05.01.2026;;15;\n05.01.2026;12:00;20;\n05.01.2026;12:00;20;\n")
    found = found_in(read, TREATED, NOW)
    assert [one.minutes for one in found.contents.records] == [15, 20]
    assert len({one.id for one in found.contents.records}) == found.sessions == 2


def test_two_different_sessions_of_one_time_are_refused_with_their_lines(table, problem):
    read = table("D;T;Min;mA\n05.01.2026;8:00;15;\n06.01.2026;;9;\n05.01.2026;8:00;20;\n")
    assert problem(lambda: found_in(read, TREATED, NOW)) == (
        "tracker.csv, lines 2 and 4 contradict each other about 2026-01-05 08:00."
        " Remove one of them."
    )


def test_the_rows_of_a_day_in_a_long_table_tell_of_one_session(table):
    mapping = ColumnMapping(
        ("day", "region", "severity", "minutes"),
        regions=(("Hand", "palm_left"), ("Foot", "sole_left")),
        applicator="hand_tray",
        treated=("palm_left",),
    )
    rows = "05.01.2026;Hand;3;20\n05.01.2026;Foot;4;20\n05.01.2026;Foot;4;15\n"
    found = found_in(table(f"D;W;S;Min\n{rows}"), mapping, NOW)
    assert [one.minutes for one in found.contents.records] == [20, 15]


def test_a_session_that_cannot_be_is_refused_with_its_line(table, problem):
    read = table("D;T;Min;mA\n05.01.2026;soon;20;7\n")
    assert "line 2, column T: 'soon' is no time" in problem(lambda: found_in(read, TREATED, NOW))
    read = table("D;T;Min;mA\n05.01.2026;;20;700\n")
    assert "line 2, column D: Current (mA) must be" in problem(lambda: found_in(read, TREATED, NOW))


# ---- the first guess, and what is remembered ----


def test_columns_are_recognised_by_their_names_in_both_languages(table):
    read = table("Datum,Linke Handfläche,right palm,Laune,Dauer (min)\n05.01.2026,1,2,gut,20\n")
    assert guessed(read, WORDS).columns == ("day", "palm_left", "palm_right", "", "minutes")
    unnamed = table("When,Value\n2026-01-05,3\n")
    assert guessed(unnamed, WORDS).columns == ("day", "")


@pytest.mark.parametrize("mapping", [WIDE, LONG, TREATED])
def test_a_mapping_is_remembered_as_it_was(mapping):
    assert of_text(as_text(mapping)) == mapping


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", '{"columns": 3}', as_text(WIDE).replace("0-10", "0-7")]
)
def test_what_is_no_mapping_any_more_is_forgotten(text):
    assert of_text(text) is None


@given(data=st.binary(max_size=200))
def test_any_bytes_are_a_table_or_refused_in_a_sentence(data, tmp_path_factory):
    path = Path(tmp_path_factory.getbasetemp()) / "any.csv"
    path.write_bytes(data)
    refusal = None
    try:
        table = read_table(path)
        found_in(table, guessed(table, WORDS), NOW)
    except DiaryError as problem:
        refusal = str(problem)
    assert refusal != ""
    assert refusal or table.rows
