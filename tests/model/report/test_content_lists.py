"""What the lists below the table say: what was done, used, noted and answered."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from model.catalog.treatments import CONTRAINDICATIONS
from model.records.day import DayContext
from model.records.person import ContraindicationAnswer, Event, Notice, Profile
from model.records.treatment import CoTreatment, Reaction
from model.report.options import EVERYTHING, Options
from tests.model.report.conftest import FIRST, content
from tests.model.report.test_content import lines


def test_the_lists_say_what_was_done_and_what_happened(full_page):
    found = lines(full_page)
    assert found["Also used"] == (
        "Aluminium chloride, Roll-on, 20 %, nightly, Left armpit, until 20 Aug 2026",
    )
    assert found["Reactions"] == (
        "small blisters, Right palm, severity 2 of 3, 12 Oct – 15 Oct 2026",
        "redness, severity 1 of 3, since 10 Nov 2026, not marked as gone",
    )
    assert found["Events"] == ("travel, Lisbon, 20 Sep – 27 Sep 2026",)
    assert found["My questions"] == ("1. May I treat the armpits?",)
    assert found["Notes for the doctor"] == ("1 Sep 2026: A hot day.",)


def test_where_nothing_was_entered_the_page_says_so(rated, printed):
    found = lines(content(rated(9), EVERYTHING, printed))
    (empty,) = found["Nothing entered"]
    assert empty == "My questions, Reactions, Also used, Events"
    assert "My questions" not in found


def test_the_questions_stand_first(full_page):
    assert full_page.sections[0].title == "My questions"


def test_signs_reassure_only_as_far_as_there_is_something_to_go_by(rated, printed):
    def said(days, **records):
        return lines(content(rated(days, **records), EVERYTHING, printed))["Signs to look at"]

    nothing = "Too little entered to tell: nights, one side, all over, age of onset."
    assert said(0) == said(19) == (nothing,)
    assert said(20) == (
        "None by the program's rules; too little entered for: nights, age of onset.",
    )
    night = DayContext(FIRST, night_sweat="none")
    known = said(20, day_context=(night,), profile=(Profile(onset_age=13),))
    assert known[0].startswith("None by the program's rules (nights, one side")


def test_a_day_with_a_private_note_alone_has_no_line(full, printed):
    only = (DayContext(date(2026, 9, 1), private_note="Mine"),)
    page = content(
        replace(full, records={**full.records, "day_context": only}), EVERYTHING, printed
    )
    assert "Notes for the doctor" not in lines(page)


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
        with_records(full, contraindication_answer=(unsure, again, *first)), EVERYTHING, printed
    )
    assert lines(page)["Contraindications"] == (
        "Ask before treatment: pacemaker or implanted defibrillator (yes, 1 Sep 2026)",
        "Ask before treatment: metal implant (not sure, 3 Nov 2026)",
        "All others answered no (1 Sep – 3 Nov 2026)",
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "Not answered"),
        (answered(date(2026, 9, 1)), "None answered yes or not sure (1 Sep 2026)"),
        (
            answered(date(2026, 9, 1))[:4],
            f"Only 4 of {len(CONTRAINDICATIONS)} answered, none yes or not sure (1 Sep 2026)",
        ),
    ],
)
def test_where_there_is_nothing_to_ask_one_line_says_whether_the_list_was_answered(
    full, printed, given, said
):
    page = content(with_records(full, contraindication_answer=given), EVERYTHING, printed)
    assert lines(page)["Contraindications"] == (said,)


def test_an_answer_after_the_period_is_not_known_to_the_page(full, printed):
    given = answered(date(2026, 9, 9), pacemaker="yes")
    period = (date(2026, 8, 3), date(2026, 9, 8))
    page = content(with_records(full, contraindication_answer=given), Options(period), printed)
    assert lines(page)["Contraindications"] == ("Not answered",)


def test_open_reactions_of_severity_two_stand_first_however_many_there_are(full, printed):
    mild = tuple(
        Reaction("itch", 1, date(2026, 10, n), date(2026, 10, n), id=f"m{n}") for n in range(1, 13)
    )
    severe = Reaction("burn", 2, date(2026, 9, 1), None, "palm_left", id="s")
    over = Reaction("burn", 3, date(2026, 9, 2), date(2026, 9, 3), id="o")
    found = lines(content(with_records(full, reaction=(*mild, over, severe)), EVERYTHING, printed))
    shown = found["Reactions"]
    assert shown[0] == (
        "Open: burn, Left palm, severity 2 of 3, since 1 Sep 2026, not marked as gone"
    )
    assert shown[1] == "burn, severity 3 of 3, 2 Sep – 3 Sep 2026"
    assert shown[2] == "itch, severity 1 of 3, 12 Oct 2026"
    assert shown[-1] == "and 8 more, on a later page"
    assert len(shown) == 7
    assert sum(line.startswith("Open:") for line in shown) == 1


def test_a_reaction_gone_after_the_period_was_open_at_its_end(full, printed):
    burn = Reaction("burn", 2, date(2026, 9, 1), date(2026, 10, 1), id="1")
    page = content(
        with_records(full, reaction=(burn,)),
        Options((date(2026, 8, 3), date(2026, 9, 8))),
        printed,
    )
    assert lines(page)["Reactions"] == (
        "Open: burn, severity 2 of 3, since 1 Sep 2026, not marked as gone",
    )


def test_long_lists_are_cut_openly_and_keep_the_latest(full, printed):
    events = tuple(Event("visit", date(2026, 9, n), id=str(n)) for n in range(1, 12))
    used = tuple(
        CoTreatment("other", f"Cream {n}", ends=date(2026, 9, n), id=str(n)) for n in range(1, 12)
    )
    lasting = CoTreatment("oxybutynin", "", "5 mg", "", date(2026, 8, 4), None, id="on")
    page = content(
        with_records(full, event=events, co_treatment=(*used, lasting)), EVERYTHING, printed
    )
    found = lines(page)
    assert found["Events"][0] == "visit to the doctor, 11 Sep 2026"
    assert (len(found["Events"]), found["Events"][-1]) == (7, "and 5 more, on a later page")
    assert found["Also used"][0] == "Oxybutynin tablets, 5 mg, since 4 Aug 2026"
    assert found["Also used"][1].startswith("Something else, Cream 11")
    assert (len(found["Also used"]), found["Also used"][-1]) == (7, "and 6 more, on a later page")
    rest = {section.title: section.rest for section in page.sections}
    assert len(rest["Events"]) == 5
    assert rest["Events"][-1] == "visit to the doctor, 1 Sep 2026"
    assert len(rest["Also used"]) == 6


def test_a_list_of_six_is_whole_and_the_latest_comes_first(full, printed):
    events = tuple(Event("visit", date(2026, 9, n), id=str(n)) for n in range(1, 7))
    found = lines(content(with_records(full, event=events), EVERYTHING, printed))["Events"]
    assert len(found) == 6
    assert (found[0], found[-1]) == (
        "visit to the doctor, 6 Sep 2026",
        "visit to the doctor, 1 Sep 2026",
    )


def test_signs_that_hold_and_signs_that_were_shown_stand_with_their_days(full, printed):
    nights = tuple(DayContext(date(2026, 11, day), night_sweat="drenched") for day in range(10, 22))
    at = datetime(2026, 9, 4, 9, tzinfo=UTC)
    before = Notice("red_flag", "one_sided:palm_left:2026-09-01", at, at, id="1")
    other = Notice("ceiling", "ceiling:hand_tray", at, at, id="2")
    page = content(
        with_records(full, day_context=nights, notice=(before, other)), EVERYTHING, printed
    )
    found = lines(page)["Signs to look at"]
    assert len(found) == 2
    assert "21 Nov 2026" in found[0]
    assert found[1] == "4 Sep 2026: the diary pointed to sweating of one side"


def test_no_contraindication_ever_goes_to_a_later_page(full, printed):
    items = tuple(CONTRAINDICATIONS)[:9]
    given = answered(date(2026, 9, 1), **dict.fromkeys(items, "yes"))
    page = content(with_records(full, contraindication_answer=given), EVERYTHING, printed)
    (section,) = (it for it in page.sections if it.title == "Contraindications")
    assert len(section.lines) == 10
    assert section.rest == ()


def test_a_long_note_begins_on_the_first_page_and_is_whole_later(full, printed):
    note = "word " * 4000
    page = content(
        with_records(full, day_context=(DayContext(date(2026, 9, 1), note=note),)),
        EVERYTHING,
        printed,
    )
    (section,) = page.closing
    (line,) = section.lines
    assert len(line) < 500
    assert line.endswith("(in full on a later page)")
    assert section.rest == (f"1 Sep 2026: {note}",)
