"""What the page says, as plain values."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest

from model.catalog.treatments import CONTRAINDICATIONS
from model.records.day import DayContext
from model.records.person import (
    BaselineChoice,
    ContraindicationAnswer,
    Event,
    OwnRegion,
    Profile,
)
from model.records.treatment import CoTreatment, OwnedApplicator, Reaction, Session
from model.report.content import content


def rows(page):
    return {row.region: row for row in page.table.rows}


def lines(page):
    return {section.title: section.lines for section in (*page.sections, *page.closing)}


def test_a_region_has_means_days_change_and_sessions(full, printed):
    # Baseline 28 days of 8, now 28 days of 4: -50 %. Sessions on days 28, 32 ... 108: 21 of them,
    # the last on day 108 = 19 November.
    row = rows(content(full, None, printed))["Left palm"]
    assert (row.baseline, row.now, row.change) == ("8.0 (28)", "4.0 (28)", "−50 % (−52 to −48)")
    assert (row.treated, row.sessions, row.last_session) == (True, "21", "19 Nov 2026")


def test_an_untreated_region_has_no_sessions(full, printed):
    row = rows(content(full, None, printed))["Upper back"]
    assert (row.treated, row.sessions, row.last_session) == (False, "none", "–")
    assert row.change == "0 % (−4 to +4)"


def test_treated_regions_stand_first(full, printed):
    assert list(rows(content(full, None, printed))) == ["Right palm", "Left palm", "Upper back"]


def test_the_headline_counts_the_regions_that_sweat_less(full, printed):
    # Left palm -50 %, right palm 8 to 6: -25 %, back 0 %.
    assert content(full, None, printed).headline == (
        "2 of 2 treated regions sweat less than before treatment. Largest fall: Left palm, 50 %"
        " less sweating. The untreated region did not change clearly."
    )


@pytest.mark.parametrize("word", ["improve", "significant", "effective", "success", "cure"])
def test_nothing_on_the_page_is_a_verdict(full, printed, word):
    page = content(full, None, printed)
    assert word not in str(asdict(page)).lower()


def test_the_page_counts_days_entries_and_sessions(full, printed):
    page = content(full, None, printed)
    assert page.quality == (
        "112 of 112 days rated · 112 of 112 entered the same day · sessions: 21 on 21 days"
    )
    assert page.period == "3 Aug – 22 Nov 2026"
    assert page.printed == "printed 22 Nov 2026"


def test_the_person_is_named_as_far_as_known(full, rated, printed):
    assert content(full, None, printed).person == (
        "A. B. · born 1994 · primary · since the age of 13 · L74.51"
    )
    assert content(rated(9), None, printed).person == ""


def test_scores_stand_then_and_now_in_points(full, printed):
    assert content(full, None, printed).scores == (
        "HDSS (1-4): 4 (4 Aug 2026) → 3 (20 Nov 2026) · DLQI: 9 (2 Nov 2026)"
    )


def test_the_lists_say_what_was_done_and_what_happened(full, printed):
    found = lines(content(full, None, printed))
    assert found["Iontophoresis"] == (
        "Hand trays: 21 ×, 31 Aug – 19 Nov 2026; 8–10 mA, 20 min, direct current",
    )
    assert found["Also used"] == (
        "Aluminium chloride, Roll-on, 20 %, nightly, Left armpit, until 20 Aug 2026",
    )
    assert found["Reactions of the skin or body"] == (
        "small blisters, Right palm, severity 2 of 3, 12 Oct – 15 Oct 2026",
        "redness, severity 1 of 3, since 10 Nov 2026, not marked as gone",
    )
    assert found["Events"] == ("travel, Lisbon, 20 Sep – 27 Sep 2026",)
    assert found["My questions"] == ("1. May I treat the armpits?",)
    assert found["Notes for the doctor"] == ("1 Sep 2026: A hot day.",)


def test_where_nothing_was_entered_the_page_says_so(rated, printed):
    found = lines(content(rated(9), None, printed))
    assert found["Also used"] == found["Events"] == ("nothing noted in the diary",)
    assert "My questions" not in found


def test_sessions_without_settings_and_with_early_stops_are_said(rated, printed, full):
    first, *others = full.records["session"]
    stopped = replace(first, completed=False, stop_reason="pain", current_ma=None)
    bare = replace(others[0], current_ma=None, minutes=None, waveform=None, applicators=("own_x",))
    records = {
        "session": (stopped, bare),
        "owned_applicator": (OwnedApplicator("own_x", "Sponge", ("palm_left",), id="1"),),
    }
    found = lines(content(replace(full, records=records), None, printed))
    assert found["Iontophoresis"] == (
        "Hand trays: 1 ×, 31 Aug 2026; 20 min, direct current, stopped early: 1",
        "Sponge: 1 ×, 4 Sep 2026; settings not entered",
    )


def test_a_day_with_a_private_note_alone_has_no_line(full, printed):
    only = (DayContext(date(2026, 9, 1), private_note="Mine"),)
    page = content(replace(full, records={**full.records, "day_context": only}), None, printed)
    assert "Notes for the doctor" not in lines(page)


@pytest.mark.parametrize(
    ("additive", "said"), [("none", "current"), ("baking_soda", "current, with baking soda")]
)
def test_an_additive_is_named_only_if_there_was_one(full, printed, additive, said):
    done = tuple(replace(session, additive=additive) for session in full.records["session"])
    page = content(replace(full, records={**full.records, "session": done}), None, printed)
    assert lines(page)["Iontophoresis"][0].endswith(said)


def test_private_notes_are_nowhere(full, printed):
    assert "business" not in str(asdict(content(full, None, printed)))


def test_a_missing_number_has_its_reason_under_the_table(rated, printed):
    # Three days of baseline only: the same reason for all three regions, once.
    page = content(rated(60, border=3), None, printed)
    assert rows(page)["Left palm"].change == "–¹"
    assert rows(page)["Left palm"].baseline == "– (3)"
    assert page.table.notes == (
        "¹ Only 3 days were rated in the 28 days before the first session; 5 are needed.",
    )
    assert page.headline == "None of 2 treated regions can be compared yet."


def test_a_provisional_change_has_a_star_that_is_explained(rated, printed):
    page = content(rated(60, border=7), None, printed)
    assert rows(page)["Left palm"].change.endswith(")*")
    assert any(note.startswith("* Provisional") for note in page.table.notes)
    assert page.headline.startswith("Provisional: 2 of 2 treated regions")


def test_a_running_induction_is_called_so_far(rated, printed):
    page = content(rated(48), None, printed)
    assert page.table.head[2] == "Now / so far"
    assert rows(page)["Left palm"].change.startswith("−50 % (")
    assert page.headline.startswith("So far: ")


def test_before_treatment_the_page_shows_the_latest_days(rated, printed):
    page = content(rated(20, border=None), None, printed)
    assert page.table.head[2] == "Last 28 days"
    assert rows(page)["Left palm"].now == "8.0 (20)"
    assert len(page.bodies) == 1
    assert page.headline == "No session yet; 20 days are rated."


@pytest.mark.parametrize("days", [0, 1, 2])
def test_a_diary_that_has_just_begun_has_an_honest_page(rated, printed, days):
    page = content(rated(days, border=None), None, printed)
    assert (page.charts, page.bodies) == ((), ())
    assert len(page.table.rows) == (3 if days else 0)
    assert all(row.change == "–¹" for row in page.table.rows)
    assert bool(page.quality) == bool(days)


def test_the_page_of_a_period_knows_nothing_later(full, printed, rated):
    # The first 48 days: 28 of baseline, 20 of induction with five sessions; 11 days lie in the
    # period, from day 37 to day 47, with sessions on days 40 and 44.
    first = date(2026, 8, 3)
    page = content(full, (first + timedelta(37), first + timedelta(47)), printed)
    assert rows(page)["Left palm"].baseline == "8.0 (28)"
    assert rows(page)["Left palm"].now == "4.0 (14)"
    assert rows(page)["Left palm"].sessions == "2"
    assert page.period == "9 Sep – 19 Sep 2026"
    assert page.quality.startswith("11 of 11 days rated")
    found = lines(page)
    assert found["Events"] == found["Also used"] == ("nothing noted in the diary",)
    assert "Notes for the doctor" not in found
    assert "→" not in page.scores


def test_the_charts_show_one_region_of_a_pair(full, printed):
    titles = [chart.title for chart in content(full, None, printed).charts]
    assert titles == ["Right palm over time", "Upper back over time"]


def test_every_drawing_is_described(full, printed):
    page = content(full, None, printed)
    assert [picture.title for picture in page.bodies] == ["Baseline", "Now"]
    assert "Left palm 4.0" in page.bodies[1].alt
    for picture in (*page.bodies, *page.charts):
        assert picture.alt.endswith(".")
        assert picture.svg.startswith("<")


@pytest.mark.parametrize(
    ("name", "said"), [("Simulated sample", True), ("A. B. (simulated)", True), ("A. B.", False)]
)
def test_a_simulated_diary_says_so(rated, printed, name, said):
    page = content(rated(9, profile=(Profile(name),)), None, printed)
    assert bool(page.simulated) == said


def test_a_spot_of_ones_own_is_in_the_table_and_not_on_the_map(full, printed):
    own = OwnRegion("Left thumb", "palm_left", id="own_thumb")
    spot = replace(
        full,
        regions=("own_thumb", *full.regions[1:]),
        records={**full.records, "own_region": (own,)},
    )
    page = content(spot, None, printed)
    assert rows(page)["Left thumb"].treated
    assert "Left thumb" in page.bodies[0].alt


def test_the_page_is_in_the_readers_language(full, printed):
    german = {
        "Left palm": "Linke Handfläche",
        "Change (95 % interval)": "Änderung",
        "Nov": "Nov.",
        "none": "keine",
    }
    page = content(full, None, printed, lambda context, text: german.get(text, text))
    assert page.table.head[3] == "Änderung"
    assert rows(page)["Linke Handfläche"].last_session == "19 Nov. 2026"
    assert rows(page)["Upper back"].sessions == "keine"


def test_the_diary_is_left_as_it_was(full, printed):
    before = full.severity.copy(), dict(full.records)
    content(full, (date(2026, 9, 1), date(2026, 9, 30)), printed)
    assert (full.severity == before[0]).all()
    assert dict(full.records) == before[1]
    assert full.of(Session) == before[1]["session"]


def test_a_baseline_chosen_by_the_patient_is_marked_and_its_days_are_printed(rated, printed):
    choice = BaselineChoice("palm_left", date(2026, 8, 3), date(2026, 8, 16))
    page = content(rated(112, baseline=(choice,)), None, printed)
    found = rows(page)
    assert (found["Left palm"].baseline, found["Right palm"].baseline) == ("8.0 (14)†", "8.0 (28)")
    assert page.table.notes[-1] == (
        "† Left palm: baseline chosen by the patient, 3 Aug – 16 Aug 2026."
    )


def test_bold_are_the_regions_that_the_headline_counts_and_a_note_says_so(full, rated, printed):
    page = content(full, None, printed)
    bold = {name: row.drier for name, row in rows(page).items()}
    assert bold == {"Right palm": True, "Left palm": True, "Upper back": False}
    assert "Bold: less sweating, counted in the headline." in page.table.notes
    assert not any("Bold" in note for note in content(rated(20), None, printed).table.notes)


def test_a_change_in_points_has_its_interval_too(rated, printed):
    page = content(rated(112, before=(1,)), None, printed)
    assert rows(page)["Left palm"].change.startswith("+3.0 points (+2.")


def test_an_additive_of_some_sessions_is_not_said_of_all(rated, printed):
    snapshot = rated(60)
    sessions = snapshot.of(Session)
    some = (*(replace(each, additive="baking_soda") for each in sessions[:3]), *sessions[3:])
    every = tuple(replace(each, additive="baking_soda") for each in sessions)
    said = {}
    for name, done in (("some", some), ("every", every)):
        records = {**snapshot.records, "session": done}
        page = content(replace(snapshot, records=records), None, printed)
        (said[name],) = (
            line for section in lines(page).values() for line in section if "8–10 mA" in line
        )
    assert said["some"].endswith("with baking soda in 3 of them")
    assert said["every"].endswith("with baking soda")


def test_the_headline_says_that_a_region_is_provisional(rated, printed):
    # The left palm keeps nine baseline days of its own choice, the right one all 28.
    choice = BaselineChoice("palm_left", date(2026, 8, 3), date(2026, 8, 11))
    page = content(rated(112, baseline=(choice,)), None, printed)
    assert page.headline.startswith("Provisional: ")


def test_an_interval_without_an_upper_limit_says_so(rated, printed):
    # Five days of baseline with every severity there is: its mean might as well be 0.
    page = content(rated(60, border=5, before=(0, 10, 0, 10, 0)), None, printed)
    assert rows(page)["Left palm"].change.endswith("to no upper limit)*")


def test_the_words_for_a_picture_tell_of_the_days_that_it_shows(full, printed):
    page = content(full, (date(2026, 11, 1), date(2026, 11, 22)), printed)
    assert [picture.alt for picture in page.charts] == [
        f"{region}, 1 Nov 2026 to 22 Nov 2026: 22 of 22 days rated, sessions: {done}; mean"
        f" severity {mean} of 10.{more}"
        for region, done, mean, more in (
            ("Right palm", 5, "6.0", " Reactions: redness, severity 1 of 3 (10 Nov 2026)."),
            ("Upper back", 0, "5.0", ""),
        )
    ]


def answered(day, **answers):
    return tuple(
        ContraindicationAnswer(item, day, answers.get(item, "no")) for item in CONTRAINDICATIONS
    )


def with_records(full, **records):
    return replace(full, records={**full.records, **records})


def test_what_was_answered_yes_or_not_sure_is_printed_with_its_day(full, printed):
    first = answered(date(2026, 9, 1), pacemaker="yes", epilepsy="yes")
    again = ContraindicationAnswer("epilepsy", date(2026, 9, 5), "no")
    unsure = ContraindicationAnswer("metal_implant", date(2026, 11, 3), "unsure")
    page = content(
        with_records(full, contraindication_answer=(unsure, again, *first)), None, printed
    )
    assert lines(page)["Contraindications"] == (
        "Ask before treatment: pacemaker or implanted defibrillator (yes, 1 Sep 2026)",
        "Ask before treatment: metal implant (not sure, 3 Nov 2026)",
        "Contraindication list: answered 1 Sep – 3 Nov 2026",
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "Contraindication list: not answered"),
        (answered(date(2026, 9, 1)), "Contraindication list: answered 1 Sep 2026"),
        (
            answered(date(2026, 9, 1))[:4],
            f"Contraindication list: 4 of {len(CONTRAINDICATIONS)} answered, 1 Sep 2026",
        ),
    ],
)
def test_where_there_is_nothing_to_ask_one_line_says_whether_the_list_was_answered(
    full, printed, given, said
):
    page = content(with_records(full, contraindication_answer=given), None, printed)
    assert lines(page)["Contraindications"] == (said,)


def test_an_answer_after_the_period_is_not_known_to_the_page(full, printed):
    given = answered(date(2026, 9, 9), pacemaker="yes")
    period = (date(2026, 8, 3), date(2026, 9, 8))
    page = content(with_records(full, contraindication_answer=given), period, printed)
    assert lines(page)["Contraindications"] == ("Contraindication list: not answered",)


def test_open_reactions_of_severity_two_stand_first_however_many_there_are(full, printed):
    mild = tuple(
        Reaction("itch", 1, date(2026, 10, n), date(2026, 10, n), id=f"m{n}") for n in range(1, 13)
    )
    severe = Reaction("burn", 2, date(2026, 9, 1), None, "palm_left", id="s")
    over = Reaction("burn", 3, date(2026, 9, 2), date(2026, 9, 3), id="o")
    found = lines(content(with_records(full, reaction=(*mild, over, severe)), None, printed))
    shown = found["Reactions of the skin or body"]
    assert shown[0] == (
        "Open: burn, Left palm, severity 2 of 3, since 1 Sep 2026, not marked as gone"
    )
    assert shown[1] == "itch, severity 1 of 3, 12 Oct 2026"
    assert shown[-1] == "and 6 more"
    assert len(shown) == 9
    assert sum(line.startswith("Open:") for line in shown) == 1


def test_a_reaction_gone_after_the_period_was_open_at_its_end(full, printed):
    burn = Reaction("burn", 2, date(2026, 9, 1), date(2026, 10, 1), id="1")
    page = content(
        with_records(full, reaction=(burn,)), (date(2026, 8, 3), date(2026, 9, 8)), printed
    )
    assert lines(page)["Reactions of the skin or body"] == (
        "Open: burn, severity 2 of 3, since 1 Sep 2026, not marked as gone",
    )


def test_long_lists_are_cut_openly_and_keep_the_latest(full, printed):
    events = tuple(Event("visit", date(2026, 9, n), id=str(n)) for n in range(1, 12))
    used = tuple(
        CoTreatment("other", f"Cream {n}", ends=date(2026, 9, n), id=str(n)) for n in range(1, 12)
    )
    lasting = CoTreatment("oxybutynin", "", "5 mg", "", date(2026, 8, 4), None, id="on")
    page = content(with_records(full, event=events, co_treatment=(*used, lasting)), None, printed)
    found = lines(page)
    assert found["Events"][0] == "visit to the doctor, 11 Sep 2026"
    assert (len(found["Events"]), found["Events"][-1]) == (9, "and 3 more")
    assert found["Also used"][0] == "Oxybutynin tablets, 5 mg, since 4 Aug 2026"
    assert found["Also used"][1].startswith("Something else, Cream 11")
    assert (len(found["Also used"]), found["Also used"][-1]) == (9, "and 4 more")


def test_a_list_of_eight_is_whole_and_in_the_order_of_days(full, printed):
    events = tuple(Event("visit", date(2026, 9, n), id=str(n)) for n in range(1, 9))
    found = lines(content(with_records(full, event=events), None, printed))["Events"]
    assert len(found) == 8
    assert (found[0], found[-1]) == (
        "visit to the doctor, 1 Sep 2026",
        "visit to the doctor, 8 Sep 2026",
    )


def test_the_words_for_a_picture_say_what_else_happened(full, printed):
    alt = content(full, None, printed).charts[0].alt
    assert "Also noted: travel: Lisbon (20 Sep 2026 to 27 Sep 2026)." in alt
