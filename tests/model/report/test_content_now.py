"""What the page says of now: settings, the days that are compared, and the rows that count."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from model.records.day import Rating
from model.records.person import BaselineChoice
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Session
from model.report.options import EVERYTHING
from tests.model.report.conftest import content


def with_sessions(full, *done):
    return replace(full, records={**full.records, "session": done, "assessment": ()})


def session(day, *regions, **stated):
    return Session(datetime(2026, 11, day, 19, tzinfo=UTC), regions, **stated)


def test_the_settings_of_now_are_those_of_every_device_as_far_as_entered(full, printed):
    hands = session(2, "palm_left", applicators=("hand_tray",), current_ma=9.0, id="1")
    stronger = session(20, "palm_left", applicators=("hand_tray",), current_ma=14.0, id="2")
    back = session(21, "upper_back", applicators=(), minutes=15, id="3")
    unknown = session(21, "palm_right", applicators=("hand_tray",), id="4")
    page = content(with_sessions(full, hands, stronger, back, unknown), EVERYTHING, printed)
    assert page.scores == "Settings now: Upper back: 15 min; Hand trays, 14 mA"
    nothing = content(with_sessions(full, unknown), EVERYTHING, printed)
    assert nothing.scores == ""


def test_settings_of_a_treatment_that_ended_are_not_those_of_now(full, printed):
    # The last entry is of 22 November: 18 October is the 35th day before it.
    then = datetime(2026, 10, 18, 19, tzinfo=UTC)
    last = Session(then, ("palm_left",), ("hand_tray",), current_ma=9.0, id="1")
    assert content(with_sessions(full, last), EVERYTHING, printed).scores
    ended = replace(last, started_at=then - timedelta(1))
    assert content(with_sessions(full, ended), EVERYTHING, printed).scores == ""


def test_the_table_has_the_days_of_baseline_and_now_where_all_rows_share_them(
    full_page, rated, printed
):
    unit = "mean severity 0–10 (days rated)"
    now = "26 Oct – 22 Nov 2026"
    assert full_page.table.unit == f"{unit}; baseline 3 Aug – 30 Aug 2026, now {now}"
    own = BaselineChoice("palm_left", date(2026, 8, 3), date(2026, 8, 16))
    apart = content(rated(112, baseline=(own,)), EVERYTHING, printed)
    assert apart.table.unit == f"{unit}; now {now}"
    untreated = content(rated(20, border=None), EVERYTHING, printed)
    assert untreated.table.unit == f"{unit}, 26 Jul – 22 Aug 2026"
    assert content(rated(0), EVERYTHING, printed).table.unit == unit


def test_rows_that_the_headline_does_not_count_are_named_below_the_table(full, printed):
    columns = RatingColumns.empty()
    for day in range(112):
        for region in ("palm_left", "face", "cheek_left", "upper_back"):
            columns.append(Rating(date(2026, 8, 3) + timedelta(day), region, 5))
    diary = snapshot_of(columns, full.records)
    page = content(diary, EVERYTHING, printed)
    assert page.headline.endswith("The 2 untreated regions did not change clearly.")
    noted = [note for note in page.table.notes if note.startswith("Not counted")]
    assert noted == ["Not counted, part of another region: Left cheek."]
    assert not any("Not counted" in note for note in content(full, EVERYTHING, printed).table.notes)


def test_a_row_too_near_a_treated_region_is_named_as_well(full, printed):
    columns = RatingColumns.empty()
    for day in range(112):
        for region in ("forehead", "cheek_left", "upper_back"):
            columns.append(Rating(date(2026, 8, 3) + timedelta(day), region, 5))
    at = datetime(2026, 9, 1, 19, tzinfo=UTC)
    done = tuple(
        Session(at + timedelta(n), ("cheek_left",), ("face_mask",), id=f"{n}") for n in range(80)
    )
    diary = snapshot_of(columns, {**full.records, "session": done})
    noted = content(diary, EVERYTHING, printed).table.notes
    assert "Not counted, too near a treated one: Forehead." in noted
