"""What the page says, as plain values."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from model.records.day import Rating
from model.records.person import BaselineChoice, OwnRegion, Profile
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Course, Reaction, Session
from model.report.options import EVERYTHING, Options
from tests.model.report.conftest import content


class Row(NamedTuple):
    region: str
    baseline: str
    now: str
    change: str
    against_untreated: str
    sessions: str
    last_session: str
    dry_for: str
    reach: str


def rows(page):
    return {row[0]: Row(*row) for row in page.table.rows}


def named(page, places):
    """Return the names of the regions in some rows of the table."""
    return {page.table.rows[place][0] for place in places}


def lines(page):
    return {section.title: section.lines for section in (*page.sections, *page.closing)}


def test_a_region_has_means_days_change_and_sessions(full_page):
    # Baseline 28 days of 8, now 28 days of 4: -50 %. Sessions on days 28, 32 ... 108: 21 of them,
    # the last on day 108 = 19 November.
    row = rows(full_page)["Left palm"]
    assert (row.baseline, row.now, row.change) == ("8.0 (28)", "4.0 (28)", "−50 % (−52 to −48)")
    assert (row.sessions, row.last_session, row.reach) == ("21", "19 Nov 2026", "for sale")


def test_an_untreated_region_has_no_sessions(full_page):
    row = rows(full_page)["Upper back"]
    assert (row.sessions, row.last_session, row.dry_for) == ("none", "–", "–")
    assert named(full_page, full_page.table.faint) == {"Upper back"}
    assert row.change == "0 % (−4 to +4)"


def test_treated_regions_stand_first(full_page):
    assert list(rows(full_page)) == ["Right palm", "Left palm", "Upper back"]


def test_the_headline_counts_the_regions_that_sweat_less(full_page):
    # Left palm -50 %, right palm 8 to 6: -25 %, back 0 %.
    assert full_page.headline == (
        "2 of 2 treated regions sweat less than before treatment. Largest fall: left palm, 50 %"
        " less sweating. The untreated region did not change clearly."
    )


@pytest.mark.parametrize("word", ["improve", "significant", "effective", "success", "cure"])
def test_nothing_on_the_page_is_a_verdict(full_page, word):
    assert word not in str(asdict(full_page)).lower()


def test_the_page_counts_days_entries_and_sessions(full_page):
    assert full_page.coverage == (
        "112 of 112 days rated",
        "100 % of them entered the same day",
        "sessions: 21",
    )
    assert full_page.period == "3 Aug – 22 Nov 2026 · printed 22 Nov 2026"


def test_the_person_is_named_as_far_as_known(full_page, rated, printed):
    assert full_page.person == "A. B., born 1994"
    assert full_page.facts == "primary · L74.51 · since the age of 13"
    empty = content(rated(9), EVERYTHING, printed)
    assert (empty.person, empty.facts) == ("", "no facts of the diagnosis entered")


def test_scores_stand_then_and_now_in_points(full_page):
    assert full_page.scores == (
        "HDSS (1-4): 4 (4 Aug 2026) → 3 (20 Nov 2026) · DLQI: 9 (2 Nov 2026)"
        " · Settings now: Hand trays, 8–10 mA, 20 min, 2 sessions a week"
    )


def test_private_notes_are_nowhere(full_page):
    assert "business" not in str(asdict(full_page))


def test_a_missing_number_has_its_reason_under_the_table(rated, printed):
    # Three days of baseline only: the same reason for all three regions, once.
    page = content(rated(60, border=3), EVERYTHING, printed)
    assert rows(page)["Left palm"].change == "–¹"
    assert rows(page)["Left palm"].baseline == "– (3)"
    assert page.table.notes[1:] == (
        "¹ Only 3 days were rated in the 28 days before the first session; 5 are needed.",
    )
    assert page.headline == "None of 2 treated regions can be compared yet."


def test_a_provisional_change_has_a_star_that_is_explained(rated, printed):
    page = content(rated(60, border=7), EVERYTHING, printed)
    assert rows(page)["Left palm"].change.endswith(")*")
    assert any(note.startswith("* Provisional") for note in page.table.notes)
    assert page.headline.startswith("Provisional: 2 of 2 treated regions")


def test_a_running_induction_is_called_so_far(rated, printed):
    page = content(rated(48), EVERYTHING, printed)
    assert page.table.head[2] == "Now / so far"
    assert rows(page)["Left palm"].change.startswith("−50 % (")
    assert page.headline.startswith("So far: ")


def test_before_treatment_the_page_shows_the_latest_days(rated, printed):
    page = content(rated(20, border=None), EVERYTHING, printed)
    assert page.table.head[2] == "Last 28 days"
    assert rows(page)["Left palm"].now == "8.0 (20)"
    assert page.body is None
    assert page.no_body.startswith("On the body: drawn once a session parts the time")
    assert page.epochs[0].notes == ("No session was logged, so there are no settings to compare.",)
    assert page.headline == "No session yet; 20 days are rated."


@pytest.mark.parametrize("days", [0, 1, 2])
def test_a_diary_that_has_just_begun_has_an_honest_page(rated, printed, days):
    page = content(rated(days, border=None), EVERYTHING, printed)
    assert (page.charts, page.body) == ((), None)
    assert page.no_charts.startswith("Over time: no region was rated on enough days")
    assert len(page.table.rows) == (3 if days else 0)
    assert all(row.change == "–¹" for row in rows(page).values())
    assert page.coverage[0] == ("no day rated yet", "1 day rated", "2 of 2 days rated")[days]
    assert page.coverage[-2:] == ("no session entered", "HDSS: not answered")


def test_the_page_of_a_period_knows_nothing_later(full, printed, rated):
    # The first 48 days: 28 of baseline, 20 of induction with five sessions; 11 days lie in the
    # period, from day 37 to day 47, with sessions on days 40 and 44.
    first = date(2026, 8, 3)
    page = content(full, Options((first + timedelta(37), first + timedelta(47))), printed)
    assert rows(page)["Left palm"].baseline == "8.0 (28)"
    assert rows(page)["Left palm"].now == "4.0 (14)"
    assert rows(page)["Left palm"].sessions == "2"
    assert page.period == "9 Sep – 19 Sep 2026 · printed 22 Nov 2026"
    assert page.coverage[0] == "11 of 11 days rated"
    found = lines(page)
    assert found["Nothing entered"] == ("My questions, Reactions, Also used, Events",)
    assert "Notes for the doctor" not in found
    assert "→" not in page.scores


def test_the_charts_show_one_region_of_a_pair(full_page):
    titles = [[chart.title for chart in row] for row in full_page.charts]
    assert titles == [
        ["Left palm over time", "Left palm after a session"],
        ["Upper back over time"],
    ]


def test_before_treatment_that_region_is_charted_that_sweats_most(printed):
    columns = RatingColumns.empty()
    for day in range(7):
        for region, severity in (("forehead", 3), ("palm_left", 7), ("palm_right", 9)):
            columns.append(Rating(date(2026, 8, 3) + timedelta(day), region, severity))
    page = content(snapshot_of(columns, {}), EVERYTHING, printed)
    assert page.charts[0][0].title == "Right palm over time"


def test_every_drawing_is_described(full_page):
    assert "Left palm" in full_page.body.alt
    for picture in (full_page.body, *(chart for row in full_page.charts for chart in row)):
        assert picture.alt.endswith(".")
        assert picture.svg.startswith("<")


@pytest.mark.parametrize(
    ("name", "said"), [("Simulated sample", True), ("A. B. (simulated)", True), ("A. B.", False)]
)
def test_a_simulated_diary_says_so(rated, printed, name, said):
    page = content(rated(9, profile=(Profile(name),)), EVERYTHING, printed)
    assert bool(page.simulated) == said


def test_a_spot_of_ones_own_is_in_the_table_and_not_on_the_map(full, printed):
    own = OwnRegion("Left thumb", "palm_left", id="own_thumb")
    spot = replace(
        full,
        regions=("own_thumb", *full.regions[1:]),
        records={**full.records, "own_region": (own,)},
    )
    page = content(spot, EVERYTHING, printed)
    assert "Left thumb" in rows(page)
    assert "Left thumb" not in named(page, page.table.faint)


def test_the_page_is_in_the_readers_language(full, printed):
    german = {
        "Left palm": "Linke Handfläche",
        "Change (95 % interval)": "Änderung",
        "Nov": "Nov.",
        "none": "keine",
    }
    page = content(full, EVERYTHING, printed, lambda context, text: german.get(text, text))
    assert page.table.head[3] == "Änderung"
    assert rows(page)["Linke Handfläche"].last_session == "19 Nov. 2026"
    assert rows(page)["Upper back"].sessions == "keine"


def test_the_diary_is_left_as_it_was(full, printed):
    before = full.severity.copy(), dict(full.records)
    content(full, Options((date(2026, 9, 1), date(2026, 9, 30))), printed)
    assert (full.severity == before[0]).all()
    assert dict(full.records) == before[1]
    assert full.of(Session) == before[1]["session"]


def test_a_baseline_chosen_by_the_patient_is_marked_and_its_days_are_printed(rated, printed):
    choice = BaselineChoice("palm_left", date(2026, 8, 3), date(2026, 8, 16))
    page = content(rated(112, baseline=(choice,)), EVERYTHING, printed)
    found = rows(page)
    assert (found["Left palm"].baseline, found["Right palm"].baseline) == ("8.0 (14)†", "8.0 (28)")
    assert page.table.notes[-1] == (
        "† Left palm: baseline chosen by the patient, 3 Aug – 16 Aug 2026."
    )


def test_bold_are_the_regions_that_the_headline_counts_and_a_note_says_so(
    full_page, rated, printed
):
    assert named(full_page, full_page.table.strong) == {"Right palm", "Left palm"}
    assert full_page.table.head[full_page.table.strong_column] == "Change (95 % interval)"
    assert "Bold: less sweating, counted above." in full_page.table.notes
    assert not any("Bold" in note for note in content(rated(20), EVERYTHING, printed).table.notes)


def test_a_change_in_points_has_its_interval_too(rated, printed):
    page = content(rated(112, before=(1,)), EVERYTHING, printed)
    assert rows(page)["Left palm"].change.startswith("+3.0 points (+2.")


def test_the_headline_says_that_a_region_is_provisional(rated, printed):
    # The left palm keeps nine baseline days of its own choice, the right one all 28.
    choice = BaselineChoice("palm_left", date(2026, 8, 3), date(2026, 8, 11))
    page = content(rated(112, baseline=(choice,)), EVERYTHING, printed)
    assert page.headline.startswith("Provisional: ")


def test_an_interval_without_an_upper_limit_says_so(rated, printed):
    # Five days of baseline with every severity there is: its mean might as well be 0.
    page = content(rated(60, border=5, before=(0, 10, 0, 10, 0)), EVERYTHING, printed)
    assert rows(page)["Left palm"].change.endswith("to no upper limit)*")


def test_the_words_for_a_picture_tell_of_the_days_that_it_shows(full, printed):
    page = content(full, Options((date(2026, 11, 1), date(2026, 11, 22))), printed)
    assert [row[0].alt for row in page.charts] == [
        f"{region}, 1 Nov 2026 to 22 Nov 2026: 22 of 22 days rated, sessions: {done}; mean"
        f" severity {mean} of 10.{more}"
        for region, done, mean, more in (
            (
                "Left palm",
                5,
                "4.0",
                " Reactions: redness, severity 1 of 3 (10 Nov 2026). Periods of constant settings,"
                " the latest first: 1, 31 Aug 2026 to 22 Nov 2026: Hand trays, 8–10 mA, 20 min, 2"
                " sessions a week, direct current (not ranked).",
            ),
            ("Upper back", 0, "5.0", ""),
        )
    ]


def test_the_words_for_a_picture_say_what_else_happened(full_page):
    alt = full_page.charts[0][0].alt
    assert "Also noted: travel: Lisbon (20 Sep 2026 to 27 Sep 2026)." in alt


def test_a_period_that_begins_before_the_diary_says_since_when_days_count(full, printed):
    page = content(full, Options((date(2026, 5, 1), date(2026, 8, 16))), printed)
    assert page.period == "1 May – 16 Aug 2026 · printed 22 Nov 2026"
    assert page.coverage[0] == "14 of 14 days rated since 3 Aug 2026"


def test_sessions_of_a_plan_are_counted_for_the_period_of_the_page(rated, printed):
    # Sessions every fourth day from 31 August to 19 November: every other one was planned, and one
    # on 4 October, two days from any that was done.
    dates = tuple((date(2026, 8, 31) + timedelta(n)).isoformat() for n in range(0, 84, 8))
    days = (*dates, "2026-10-04")
    plan = Course("Plan", ("palm_left",), "induction", planned_days=days, id="plan")
    diary = rated(112, course=(plan,))

    def said(first, last):
        page = content(diary, Options((first, last)), printed)
        return next(part for part in page.coverage if "session" in part)

    whole = content(diary, EVERYTHING, printed)
    assert whole.coverage[2] == "11 of 12 planned sessions, 21 in all"
    assert said(date(2026, 10, 26), date(2026, 11, 22)) == "4 of 4 planned sessions, 7 in all"
    assert said(date(2026, 10, 1), date(2026, 10, 7)) == "1 of 2 planned sessions, 2 in all"
    assert said(date(2026, 10, 3), date(2026, 10, 4)) == "0 of 1 planned sessions, 0 in all"
    assert said(date(2026, 10, 7), date(2026, 10, 9)) == "no session in this period"
    assert said(date(2026, 8, 3), date(2026, 8, 9)) == "no session entered"


def test_a_diary_of_nothing_but_not_applicable_is_not_called_never_rated(printed):
    columns = RatingColumns.empty()
    for day in range(5):
        columns.append(Rating(date(2026, 11, 1) + timedelta(day), "palm_left", None))
    page = content(snapshot_of(columns, {}), EVERYTHING, printed)
    assert page.headline == "No day is rated from 0 to 10: all are “not applicable”."
    assert page.coverage[0] == "no day rated, only “not applicable” entered"
    assert "¹ Every entry is “not applicable”." in page.table.notes
    assert not any("never rated" in note for note in page.table.notes)


def test_a_period_has_its_number_and_what_never_changes_is_said_once(full, printed):
    stronger = tuple(
        replace(session, current_ma=20.0) if number > 15 else session
        for number, session in enumerate(full.records["session"])
    )
    diary = replace(full, records={**full.records, "session": stronger})
    table = content(diary, EVERYTHING, printed).epochs[-1]
    assert table.head[:3] == ("No.", "Period", "Settings")
    assert table.unit.endswith("· in all periods: Hand trays, 20 min, direct current")
    assert [(row[0], row[2]) for row in table.rows] == [
        ("2", "20 mA, 2 sessions a week"),
        ("1", "8–10 mA, 2 sessions a week"),
    ]
    recent = content(diary, Options((date(2026, 11, 10), date(2026, 11, 22))), printed).epochs[-1]
    assert [row[0] for row in recent.rows] == ["2"], "the number is that of the whole diary"
    assert recent.rows[0][2] == "Hand trays, 20 mA, 20 min, 2 sessions a week, direct current"
    chart = content(diary, EVERYTHING, printed).charts[0][0]
    assert "Periods of constant settings, the latest first: 2, 3 Nov 2026 to" in chart.alt


def test_a_reaction_of_each_region_counts_in_the_table_of_both(rated, printed):
    noted = tuple(
        Reaction("redness", 1, date(2026, 9, 5), region=region, id=region)
        for region in ("palm_left", "palm_right")
    )
    (table,) = content(rated(112, reaction=noted), EVERYTHING, printed).epochs
    column = table.head.index("Reactions")
    assert sum(int(row[column]) for row in (*table.rows, *table.rest)) == 2


def test_a_session_stopped_early_is_counted_below_the_settings(full, printed):
    first, second, *others = full.records["session"]
    done = (
        replace(first, completed=False),
        replace(second, completed=None, stop_reason="pain"),
        *others,
    )
    page = content(replace(full, records={**full.records, "session": done}), EVERYTHING, printed)
    assert "Sessions stopped early: 2." in page.epochs[-1].notes


def test_ranks_are_given_only_where_two_periods_can_be_compared(rated, full, printed):
    alone = content(full, EVERYTHING, printed).epochs[-1]
    assert "Rank" not in alone.head
    assert alone.notes[-1].startswith("No ranks: fewer than two periods")
    stronger = tuple(
        replace(session, current_ma=20.0) if number > 15 else session
        for number, session in enumerate(full.records["session"])
    )
    two = replace(full, records={**full.records, "session": stronger})
    table = content(two, EVERYTHING, printed).epochs[-1]
    assert table.head[-1] == "Rank"
    assert {row[-1] for row in table.rows} == {"1"}, "the means are equal"
    assert table.notes[-1].startswith("Rank 1: lowest mean.")
    recent = content(two, Options((date(2026, 11, 1), date(2026, 11, 22))), printed).epochs[-1]
    assert recent.notes[-1].startswith("Rank 1: lowest mean of all periods of the diary")
