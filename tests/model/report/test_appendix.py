"""The appendix: every day, every session and daily life as entered, and nothing private."""

import threading
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pypdf import PdfReader

from model.files import Cancelled
from model.records.day import Assessment, DayContext, Gravimetry, Moment, Rating
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Device, OwnedApplicator, Reaction, Session
from model.report.layout import write_pdf
from model.report.options import APPENDICES, Options
from tests.model.report.conftest import content

AT = datetime(2026, 9, 1, 19, 30, tzinfo=UTC)
DAY = AT.date()


@pytest.fixture
def tables(printed):
    """Return the tables of an appendix by their titles."""

    def collect(snapshot, *keys, **choices):
        options = Options(appendix=frozenset(keys), **choices)
        return {sheet.title: sheet for sheet in content(snapshot, options, printed).appendix}

    return collect


@pytest.fixture
def read(tmp_path, printed):
    """Save a page with an appendix and return its text."""

    def save(snapshot, *keys, **choices):
        options = Options(appendix=frozenset(keys), **choices)
        write_pdf(snapshot, tmp_path / "page.pdf", options, printed)
        pages = PdfReader(tmp_path / "page.pdf").pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    return save


def diary(*ratings, **records):
    columns = RatingColumns.empty()
    for rating in ratings:
        columns.append(rating)
    return snapshot_of(columns, records)


def as_rows(sheet):
    """Return every row of a table as head -> cell."""
    return [dict(zip(sheet.head, row, strict=True)) for row in sheet.rows]


def session(**fields):
    return Session(AT, ("palm_left", "palm_right"), ("hand_tray",), id="s", **fields)


def test_a_day_shows_each_rating_and_nothing_in_place_of_a_missing_one(tables):
    found = tables(
        diary(
            Rating(DAY, "palm_left", 7),
            Rating(DAY, "upper_back", None),
            Rating(DAY + timedelta(1), "palm_left", 0),
        ),
        "days",
    )["Every day: 2026"]
    assert as_rows(found) == [
        {"Day": "2 Sep 2026", "Left palm": "0", "Upper back": ""},
        {"Day": "1 Sep 2026", "Left palm": "7", "Upper back": "×"},
    ]
    assert "Blank: not rated." in found.notes[0]
    assert "× marked as not applicable." in found.notes[0]
    assert "session" not in found.notes[0]


def test_a_session_is_marked_at_the_regions_it_treated_rated_or_not(tables):
    found = tables(diary(Rating(DAY, "palm_left", 7), session=(session(),)), "days")
    (row,) = as_rows(found["Every day: 2026"])
    assert row == {"Day": "1 Sep 2026", "Right palm": "•", "Left palm": "• 7"}


def test_what_was_noted_around_a_day_stands_beside_it(tables):
    noted = DayContext(DAY, "not_applicable", stress=4, heat="hot", temperature_celsius=31.5)
    calm = DayContext(DAY + timedelta(1), stress=0)
    found = tables(diary(Rating(DAY, "chest", 7), day_context=(noted, calm)), "days")
    after, row = as_rows(found["Every day: 2026"])
    assert row["Heat"] == "hot, 31.5 °C"
    assert row["Stress 0–10"] == "4"
    assert row["Day as a whole"] == "not applicable (ill, away)"
    assert after["Chest"] == ""
    assert after["Stress 0–10"] == "0"


def test_days_entered_later_or_copied_are_told_from_the_others(tables):
    ratings = [
        Rating(DAY + timedelta(day), "chest", 5, entered)
        for day, entered in enumerate(("same_day", "late", "copied"))
    ]
    found = tables(diary(*ratings), "days")["Every day: 2026"]
    assert [row[0] for row in found.rows] == ["3 Sep 2026 =", "2 Sep 2026 +", "1 Sep 2026"]
    assert (
        "= some ratings copied from the day before. + some ratings entered later."
        in (found.notes[0])
    )


def test_days_that_were_all_imported_need_no_marks(tables):
    found = tables(diary(Rating(DAY, "chest", 5, "imported")), "days")["Every day: 2026"]
    assert found.rows == (("1 Sep 2026", "5"),)
    assert "On every day ratings were imported." in found.notes[0]


def test_a_year_is_a_table_and_only_the_regions_of_that_year_are_in_it(tables):
    found = tables(
        diary(Rating(date(2025, 12, 31), "chest", 5), Rating(date(2026, 1, 1), "scalp", 3)), "days"
    )
    assert list(found) == ["Every day: 2026", "Every day: 2025"]
    assert found["Every day: 2025"].head == ("Day", "Chest")
    assert found["Every day: 2026"].head == ("Day", "Scalp")


def test_more_regions_than_fit_go_into_further_tables_none_is_lost(tables):
    from model.catalog.regions import REGIONS

    names = list(REGIONS)[:23]
    found = tables(
        diary(*(Rating(DAY, region, number % 11) for number, region in enumerate(names))), "days"
    )
    assert list(found) == [f"Every day: 2026, regions {part} of 3" for part in (1, 2, 3)]
    shown = {name: cell for sheet in found.values() for name, cell in as_rows(sheet)[0].items()}
    assert len(shown) == 24
    assert all(
        shown[REGIONS[region].name] == str(number % 11) for number, region in enumerate(names)
    )


def test_a_session_says_all_that_was_entered_of_it_but_its_note(tables):
    full = session(
        current_ma=10.25,
        minutes=20,
        anode=("palm_left",),
        cathode=("palm_right",),
        current_end_ma=8,
        volts=30,
        dose_level="P70",
        first_half_minutes=10,
        waveform="pulsed_dc",
        pulse_percent=70,
        polarity="mid_session",
        water="soft",
        water_celsius=35,
        additive="glycopyrronium",
        additive_dose="0.05 %",
        completed=False,
        stop_reason="pain",
        sensation=0,
        cover_used=True,
        interruptions=2,
        phase="induction",
        device="d",
        note="Not to be printed",
    )
    hurt = Reaction("blister", 2, DAY, None, "palm_left", "s", "Nor this", id="r")
    written = diary(session=(full,), reaction=(hurt,), device=(Device("Idro", id="d"),))
    (row,) = as_rows(tables(written, "sessions")["Every session: 2026"])
    assert row == {
        "Start": "1 Sep 2026, 19:30",
        "Regions": "Left palm (+), Right palm (−)",
        "Applicators, device": "Hand trays, Idro",
        "mA": "10.25 → 8",
        "Minutes": "20, first half 10",
        "V, level": "30, P70",
        "Water, additive": "soft water, 35 °C, additive: glycopyrronium (prescribed), 0.05 %",
        "Waveform, polarity": "pulsed direct current, pulse width 70 %, reversed at half time",
        "How it went, reactions": "induction, stopped early: pain or burning,"
        " sensation 0 of 10, interruptions: 2, skin covered,"
        " small blisters, Left palm (severity 2 of 3)",
    }


def test_what_was_noted_of_no_session_is_said_and_takes_no_room(tables):
    found = tables(diary(session=(session(minutes=20),)), "sessions")["Every session: 2026"]
    assert found.head == ("Start", "Regions", "Applicators, device", "Minutes")
    assert "Not noted of any session: mA; V, level; Water, additive;" in found.notes[0]


def test_an_applicator_of_ones_own_has_the_patients_name_for_it(tables):
    own = OwnedApplicator("own_1", "Grandma's tub", ("palm_left",), id="a")
    treated = replace(session(), applicators=("own_1",))
    found = tables(diary(session=(treated,), owned_applicator=(own,)), "sessions")
    assert as_rows(found["Every session: 2026"])[0]["Applicators, device"] == "Grandma's tub"


def test_a_reaction_without_its_session_is_pointed_to(tables):
    loose = Reaction("itch", 1, DAY, id="r")
    notes = [
        tables(diary(session=(session(),), reaction=found), "sessions")["Every session: 2026"].notes
        for found in ((), (loose,))
    ]
    assert "without their session" not in notes[0][0]
    assert "without their session" in notes[1][0]


def test_sums_count_only_the_days_on_which_it_was_noted(tables):
    days = (
        DayContext(DAY, interference=8, clothes_changed=3, tags=("caffeine", "Office")),
        DayContext(DAY + timedelta(1), interference=5, night_sweat="mild", tags=("caffeine",)),
        DayContext(DAY + timedelta(2), night_sweat="none"),
    )
    found = tables(diary(day_context=days), "burden")["Daily life in numbers"]
    assert found.rows == (
        ("Interference 0–10", "2", "mean 6.5, highest 8"),
        ("Clothes changed", "1", "mean 3.0 a day, highest 3, 3 in all"),
        ("Night sweat", "2", "none 1×, mild 1×, drenched, nightwear changed 0×"),
        ("Tags", "2", "caffeine 2×, Office 1×"),
    )


def test_daily_life_shows_notes_for_the_doctor_and_never_private_ones(tables, read):
    written = diary(
        Rating(DAY, "chest", 5),
        day_context=(DayContext(DAY, showers=2, note="Interview", private_note="Lovesick"),),
        moment=(Moment(AT, DAY, "chest", 6, ("crowd",), "Kept to myself", id="m"),),
        session=(session(note="Bored"),),
    )
    found = tables(written, "burden")
    assert as_rows(found["Daily life day by day"]) == [
        {"Day": "1 Sep 2026", "Showers": "2", "Note for the doctor": "Interview"}
    ]
    said = read(written, *APPENDICES)
    assert "Interview" in said
    for private in ("Lovesick", "Kept to myself", "Bored"):
        assert private not in said


def test_questionnaires_moments_and_weighed_sweat_come_with_their_days(tables):
    found = tables(
        diary(
            assessment=(
                Assessment(DAY, "hidroqol", 20, 8, 12, id="1"),
                Assessment(DAY, "hdss", 3, id="2"),
                Assessment(DAY + timedelta(3), "global_change", 2, id="3"),
            ),
            moment=(Moment(AT, DAY, "chest", 6, ("crowd", "Exam"), id="m"),),
            gravimetry=(Gravimetry(DAY, "chest", 61.5, 5, at_clinic=True, id="g"),),
        ),
        "burden",
    )
    assert found["Questionnaires other than the HDSS"].rows == (
        (
            "4 Sep 2026",
            "Overall change since treatment began",
            "2 (a little better)",
            "1–5",
            "",
            "",
        ),
        ("1 Sep 2026", "HidroQoL", "20", "0–36", "8", "12"),
    )
    assert found["Moments of sweating"].rows == (
        ("1 Sep 2026, 19:30", "Chest", "6", "crowded room, Exam"),
    )
    assert found["Sweat weighed"].rows == (("1 Sep 2026", "Chest", "61.5", "5", "at the clinic"),)


def test_what_was_never_noted_is_said_of_every_part(tables):
    found = tables(diary(), *APPENDICES)
    assert found["Every day"].notes == ("Nothing noted in this period.",)
    assert found["Every session"].notes == ("No session was logged in this period.",)
    assert found["Burden of daily life"].notes == (
        "Nothing noted in this period of: Daily life in numbers, Daily life day by day,"
        " Questionnaires other than the HDSS, Moments of sweating, Sweat weighed.",
    )


def test_only_the_period_is_in_the_appendix(tables, full):
    period = date(2026, 9, 1), date(2026, 9, 10)
    found = tables(full, "days", "sessions", period=period)
    assert [row[0] for row in found["Every day: 2026"].rows] == [
        f"{day} Sep 2026" for day in range(10, 0, -1)
    ]
    starts = [row["Start"] for row in as_rows(found["Every session: 2026"])]
    assert starts == ["8 Sep 2026, 19:00", "4 Sep 2026, 19:00"]


@pytest.mark.parametrize("key", APPENDICES)
def test_each_part_comes_only_where_it_was_asked_for(tables, full, key):
    begin = {"days": "Every day", "sessions": "Every session"}
    for title in tables(full, key):
        assert title.startswith(begin.get(key, title))
        assert key == "burden" or title.startswith(begin[key])
    assert not tables(full)


def test_every_row_is_on_paper_in_both_sizes(read, full):
    for paper in ("a4", "us-letter"):
        said = read(full, *APPENDICES, paper=paper)
        for day in range(112):
            shown = date(2026, 8, 3) + timedelta(day)
            assert f"{shown.day} {shown:%b} 2026" in said
        assert said.count("Hand trays") >= 21


def test_an_appendix_speaks_the_language_of_the_page(read, full):
    said = read(full, "days", "sessions", language="de")
    assert "Jeder Tag: 2026" in said
    assert "Handwannen" in said


def test_a_note_of_fifty_thousand_letters_is_on_paper_whole(read):
    words = [f"w{number:05}" for number in range(50_000 // 7)]
    said = read(
        diary(day_context=(DayContext(DAY, showers=1, note=" ".join(words)),)),
        "burden",
    )
    counts = Counter(said.split())
    assert all(counts[word] >= 2 for word in words), "in the list that goes on, and day by day"


@pytest.fixture
def stopped_after():
    """Make a `step` that lets so many calls pass and then stops the work."""

    def make(calls):
        told = []

        def step(done, of):
            told.append((done, of))
            if len(told) > calls:
                raise Cancelled

        return step, told

    return make


@pytest.mark.parametrize("calls", [0, 1])
def test_a_cancelled_page_leaves_no_file_and_the_one_before_as_it_was(
    tmp_path, full, printed, stopped_after, calls
):
    target = tmp_path / "page.pdf"
    target.write_text("mine")
    step, _ = stopped_after(calls)
    with pytest.raises(Cancelled):
        write_pdf(full, target, Options(appendix=frozenset(APPENDICES)), printed, step=step)
    assert target.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [target]


def test_a_long_appendix_asks_all_the_while_whether_to_go_on(
    tmp_path, rated, printed, stopped_after
):
    step, told = stopped_after(2)
    with pytest.raises(Cancelled):
        write_pdf(
            rated(3000),
            tmp_path / "page.pdf",
            Options(appendix=frozenset({"days"})),
            printed,
            step=step,
        )
    assert told == [(0, 0)] * 3
    assert not list(tmp_path.iterdir())
    for thread in threading.enumerate():
        if thread.name.startswith("typst"):
            thread.join()


def test_a_page_that_fails_leaves_no_file(tmp_path, full, printed):
    with pytest.raises(KeyError):
        write_pdf(
            replace(full, records={**full.records, "assessment": (Assessment(DAY, "none", 1),)}),
            tmp_path / "page.pdf",
            Options(appendix=frozenset({"burden"})),
            printed,
        )
    assert not list(tmp_path.iterdir())
