"""The table of changes on the command line: every number with its days and how firm it is."""

from datetime import UTC, date, datetime, timedelta

from model.analysis.progress import progress
from model.records.day import Rating
from model.records.person import BaselineChoice, Profile
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Session
from ui.plain_text import day_in_words, progress_table, summary

FIRST = date(2026, 3, 2)


def table(row: list[int | None], session: int, **records: tuple) -> list[str]:
    """Tell of a left palm that was rated so and treated once."""
    columns = RatingColumns.empty()
    for number, severity in enumerate(row):
        columns.append(Rating(FIRST + timedelta(number), "palm_left", severity))
    at = datetime(FIRST.year, FIRST.month, FIRST.day, 19, tzinfo=UTC) + timedelta(session)
    done = Session(at, ("palm_left",), ("hand_tray",), id="1")
    snapshot = snapshot_of(columns, {"session": (done,), **records})
    return [" ".join(line.split()) for line in progress_table(progress(snapshot), snapshot)]


def test_a_change_stands_beside_the_days_that_it_compares():
    assert table([8] * 14 + [4] * 56, 14) == [
        "The treated region sweats less than before treatment: left palm, 50 % less.",
        "",
        "Region before now change 95 % interval against untreated verdict",
        "Left palm 8.0 (n=14, 2026-03-02 to 2026-03-15) 4.0 (n=28, 2026-04-13 to 2026-05-10) -50 %"
        " -52 to -48 - Strong improvement",
    ]


def test_an_untreated_region_is_compared_with_others_and_named_as_such():
    columns = RatingColumns.empty()
    for number in range(70):
        before = number < 14
        for region, row in (("palm_left", (8, 4)), ("scalp", (6, 5)), ("chest", (5, 5))):
            severity = row[0] if before else row[1]
            columns.append(Rating(FIRST + timedelta(number), region, severity + (-1) ** number))
    at = datetime(FIRST.year, FIRST.month, FIRST.day, 19, tzinfo=UTC) + timedelta(14)
    done = Session(at, ("palm_left",), ("hand_tray",), id="1")
    snapshot = snapshot_of(columns, {"session": (done,)})
    found = [" ".join(line.split()) for line in progress_table(progress(snapshot), snapshot)]
    assert found[3].startswith("Left palm 8.0")
    assert found[4].startswith("Scalp (not treated) 6.0")
    assert " -17 % (" in found[4]


def test_a_small_baseline_gives_points():
    found = table([1] * 14 + [0] * 56, 14)
    assert " -1.0 points - - Almost dry" in found[3]
    assert "in points only" in found[4]


def test_what_is_not_firm_yet_says_so():
    so_far = table([8] * 14 + [4] * 20, 14)
    assert " -50 % so far " in so_far[3]
    assert so_far[4] == "Left palm: So far: the induction still goes on."
    provisional = table([8] * 5 + [4] * 56, 5)
    assert " -50 % provisional " in provisional[3]
    assert provisional[4] == "Left palm: Provisional: fewer than 10 rated days on one side."


def test_a_baseline_that_the_patient_chose_is_told():
    chosen = BaselineChoice("palm_left", FIRST, FIRST + timedelta(9))
    found = table([8] * 14 + [4] * 56, 14, baseline=(chosen,))
    assert "8.0 (n=10, 2026-03-02 to 2026-03-11)" in found[3]
    assert found[4] == "Left palm: The patient chose the days of the baseline."


def test_the_period_of_a_diary_goes_from_its_first_to_its_last_rating():
    columns = RatingColumns.empty()
    for number, severity in enumerate((None, 3, 0, None)):  # not applicable is no rating
        columns.append(Rating(FIRST + timedelta(number), "palm_left", severity))
    assert summary(snapshot_of(columns))[0] == "Period: 2026-03-03 to 2026-03-04, 2 of 2 days rated"


def test_a_session_after_midnight_is_told_of_the_patients_day():
    columns = RatingColumns.empty()
    columns.append(Rating(FIRST, "palm_left", 3))
    night = datetime(FIRST.year, FIRST.month, FIRST.day, 0, 30, tzinfo=UTC)
    done = tuple(
        Session(night + timedelta(day), ("palm_left",), ("hand_tray",), id=str(day))
        for day in (1, 4)
    )
    records = {"session": done, "profile": (Profile(day_ends_at_hour=4),)}
    snapshot = snapshot_of(columns, records)
    assert "Sessions: 2, from 2026-03-02 to 2026-03-05" in summary(snapshot)
    told = {day: day_in_words(snapshot, FIRST + timedelta(day)) for day in range(5)}
    assert "  00:30 Left palm; Hand trays" in told[0]
    assert told[1] == ["2026-03-03: no entries"]
    assert "  00:30 Left palm; Hand trays" in told[3]
