"""Notices: each exactly at its border, once, and whatever the order of entry."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.days import session_day
from model.analysis.notices import (
    Ceiling,
    applicators_changed,
    ceilings_that_count,
    checklist,
    findings,
    months_later,
    unseen,
)
from model.catalog import cautions
from model.catalog.cautions import CAUTIONS, CeilingSeen
from model.catalog.terms import NOTICES, REACTIONS, STOP_REASONS
from model.catalog.treatments import CONTRAINDICATIONS
from model.records.person import ContraindicationAnswer, Notice
from model.records.treatment import CoTreatment, OwnedApplicator, Reaction, Session

ZONE = timezone(timedelta(hours=1))
TODAY = date(2026, 11, 22)  # a Sunday
HANDS = ("palm_left", "palm_right")
FEET = ("sole_left", "sole_right")


def session(back=0, hour=19, regions=HANDS, applicators=("hand_tray",), **fields):
    midnight = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=ZONE)
    fields.setdefault("id", f"s{back}-{hour}-{regions[0]}")
    started_at = midnight - timedelta(days=back) + timedelta(hours=hour)
    return Session(started_at, regions, applicators, **fields)


def found(*sessions, reactions=(), co_treatments=(), today=TODAY, ends_at=0, **rest):
    ceilings = rest.pop("ceilings", {})
    return findings(sessions, reactions, co_treatments, ceilings, today, ends_at, **rest)


def reasons(*sessions, **rest):
    return [item.reason for item in found(*sessions, **rest)]


def notice(reason, dismissed=True):
    at = datetime(2026, 11, 22, 20, tzinfo=ZONE)
    return Notice("ceiling", reason, at, at if dismissed else None)


# ---- Current -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("current_ma", "above"), [(14.9, 0), (15, 0), (15.0, 0), (15.1, 1)])
@pytest.mark.parametrize("ceiling", [Ceiling(15), Ceiling(15, "child", ("nhs_wpr26540",))])
def test_a_current_equal_to_the_ceiling_is_not_above_it(current_ma, above, ceiling):
    ceilings = {"hand_tray": ceiling}
    assert len(found(session(current_ma=current_ma), ceilings=ceilings)) == above
    assert len(found(session(current_end_ma=current_ma), ceilings=ceilings)) == above


def test_nothing_is_above_a_ceiling_that_nobody_named():
    strong = session(current_ma=60)
    assert found(strong) == ()
    assert found(strong, ceilings={"foot_tray": Ceiling(1)}) == ()
    assert found(session(), ceilings={"hand_tray": Ceiling(0)}) == ()


def test_one_circuit_through_hands_and_feet_obeys_the_lower_ceiling():
    both = session(
        regions=HANDS + FEET, applicators=("hand_tray", "foot_tray"), current_ma=20, id="both"
    )
    ceilings = {"foot_tray": Ceiling(25), "hand_tray": Ceiling(15)}
    (item,) = found(both, ceilings=ceilings)
    assert (item.kind, item.reason, item.days) == ("ceiling", "ceiling:both", (TODAY,))
    assert str(item.text) == (
        "The current reached 20 mA on 22 Nov 2026; your own ceiling for Hand trays is 15 mA."
    )
    assert found(both, ceilings={"foot_tray": Ceiling(25)}) == ()


def test_an_applicator_is_called_by_the_name_that_the_patient_gave_it():
    strong = session(applicators=("own_pad",), current_ma=2)
    mine = [OwnedApplicator("own_pad", "Wrist {pad}"), OwnedApplicator("hand_tray")]
    (item,) = found(strong, ceilings={"own_pad": Ceiling(1.5)}, owned=mine)
    assert "for Wrist {pad} is 1.5 mA" in str(item.text)


def test_a_figure_of_a_source_is_told_as_that_and_its_source_stands_beside_it():
    strong = session(current_ma=15.5, id="strong")
    seen = ceilings_that_count({}, [strong], is_child=False)
    (item,) = found(strong, ceilings=seen)
    assert str(item.text) == (
        "The current reached 15.5 mA on 22 Nov 2026. You have set no ceiling for Hand trays; 15 mA"
        " is the highest current that one source names (age not stated)."
    )
    assert item.sources == ("wikipedia_de",)
    (own,) = found(strong, ceilings={"hand_tray": Ceiling(15)})
    assert item.reason == own.reason == "ceiling:strong"  # dismissed once, whosever it was
    assert unseen([own], [notice(item.reason)]) == ()


def test_of_two_ceilings_alike_the_user_s_own_is_named():
    used = ("foot_tray", "hand_tray")
    both = session(regions=HANDS + FEET, applicators=used, current_ma=21)
    (item,) = found(both, ceilings=ceilings_that_count({"foot_tray": 15}, [both], None))
    assert "your own ceiling for Foot trays" in str(item.text)
    assert item.sources == CAUTIONS["ceiling"].sources


NHS, WIKIPEDIA = ("nhs_wpr26540",), ("wikipedia_de",)


@pytest.mark.parametrize(
    ("own", "is_child", "counting"),
    [
        ({}, False, {"hand_tray": Ceiling(15, "any", WIKIPEDIA)}),
        ({}, None, {"hand_tray": Ceiling(15, "any", WIKIPEDIA)}),
        ({}, True, {"hand_tray": Ceiling(15, "child", NHS)}),
        ({"hand_tray": 12.5}, True, {"hand_tray": Ceiling(12.5)}),
        ({"hand_tray": 0.0}, False, {"hand_tray": Ceiling(0.0)}),
        (
            {"own_pad": 3.0},
            False,
            {"own_pad": Ceiling(3.0), "hand_tray": Ceiling(15, "any", WIKIPEDIA)},
        ),
    ],
)
def test_the_user_s_own_ceiling_counts_before_what_a_source_names(own, is_child, counting):
    trays_and_pads = session(applicators=("hand_tray", "axilla_pads", "own_unknown"))
    assert ceilings_that_count(own, [trays_and_pads], is_child) == counting
    assert {c.is_own for key, c in counting.items() if key in own} <= {True}
    assert {c.is_own for key, c in counting.items() if key not in own} <= {False}


def test_the_defaults_are_hands_15_feet_25_and_children_15():
    trays = [session(applicators=("hand_tray", "foot_tray"))]
    for is_child, of_feet in ((True, 15), (False, 25), (None, 25)):
        counting = ceilings_that_count({}, trays, is_child)
        assert {key: ceiling.current_ma for key, ceiling in counting.items()} == {
            "hand_tray": 15,
            "foot_tray": of_feet,
        }


def test_a_figure_that_names_no_age_counts_only_where_there_is_no_other(monkeypatch):
    seen = (
        CeilingSeen("axilla_pads", "any", 7, ("drymap",), is_default=True),
        CeilingSeen("axilla_pads", "child", 5, ("drymap",), is_default=True),
        CeilingSeen("face_mask", "adult", 3, ("drymap",), is_default=True),
        CeilingSeen("face_mask", "any", 4, ("drymap",), is_default=True),
    )
    monkeypatch.setattr(cautions, "CEILINGS_SEEN", seen)
    used = [session(applicators=("axilla_pads", "face_mask"))]
    for is_child, of_pads, of_mask in ((True, 5, 4), (False, 7, 3), (None, 7, 3)):
        counting = ceilings_that_count({}, used, is_child)
        assert counting["axilla_pads"].current_ma == of_pads
        assert counting["face_mask"].current_ma == of_mask


def test_what_a_source_names_besides_the_defaults_is_shown_and_never_counts(monkeypatch):
    seen = CeilingSeen("axilla_pads", "adult", 7, ("drymap",))
    monkeypatch.setattr(cautions, "CEILINGS_SEEN", (seen,))
    assert ceilings_that_count({}, [session(applicators=("axilla_pads",))], is_child=False) == {}


# ---- Minutes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "short"), [(None, 0), (0, 1), (9.9, 1), (10, 0), (10.0, 0), (30, 0)]
)
@pytest.mark.parametrize("completed", [True, False, None])
def test_a_session_is_short_below_ten_minutes_completed_or_not(minutes, short, completed):
    given = found(session(minutes=minutes, completed=completed))
    assert [item.kind for item in given] == ["short_session"] * short


@pytest.mark.parametrize("reason", STOP_REASONS)
def test_nobody_who_stopped_for_pain_or_skin_is_told_that_it_was_short(reason):
    stopped = found(session(minutes=4, completed=False, stop_reason=reason))
    assert bool(stopped) == (reason not in {"pain", "skin"})


# ---- How often -----------------------------------------------------------------------------------


def test_a_second_session_of_a_region_on_a_day_is_pointed_out_once():
    three = [session(hour=hour, regions=HANDS, minutes=20) for hour in (7, 12, 19)]
    assert reasons(three[0]) == []
    (item,) = found(*three)
    assert (item.kind, item.reason, item.text.fields["count"]) == (
        "too_often",
        "day:2026-11-22",
        3,
    )


def test_hands_and_then_feet_on_a_day_are_one_session_of_each():
    assert reasons(session(hour=18), session(hour=19, regions=FEET)) == []
    assert reasons(session(hour=18), session(hour=19, regions=(*FEET, "palm_left"))) == [
        "day:2026-11-22"
    ]


def test_the_day_is_that_of_the_patient():
    late = session(back=0, hour=1)  # 01:00 on Sunday
    evening = session(back=1, hour=20)
    assert reasons(late, evening) == []
    assert reasons(late, evening, ends_at=2) == ["day:2026-11-21"]
    assert reasons(late, evening, ends_at=1) == []
    assert session_day(late, 1) == date(2026, 11, 22)
    assert session_day(late, 2) == date(2026, 11, 21)


def test_the_day_is_that_of_the_session_s_own_clock():
    east = datetime(2026, 11, 22, 0, 30, tzinfo=timezone(timedelta(hours=14)))
    other = replace(session(back=1, hour=11), started_at=east, id="east")
    assert reasons(session(back=1, hour=12), other) == []


@pytest.mark.parametrize(
    ("back", "often"),
    [
        ((0, 1, 2, 3, 4), False),  # five in five days
        ((0, 1, 2, 3, 4, 5), True),  # six in six days
        ((0, 1, 2, 3, 4, 6), True),  # the sixth on the seventh day
        ((0, 1, 2, 3, 4, 7), False),  # the sixth on the eighth
        ((0, 2, 4, 6, 8, 10), False),
    ],
)
def test_six_in_seven_days_are_pointed_out_and_five_are_not(back, often):
    assert reasons(*map(session, back)) == ["week:2026-W47"] * often


def test_daily_sessions_are_pointed_out_once_a_week_of_the_calendar():
    daily = [session(back) for back in range(21)]  # Monday 2 to Sunday 22 November
    weeks = ["week:2026-W45", "week:2026-W46", "week:2026-W47"]
    assert reasons(*daily) == weeks
    assert [item.days for item in found(*daily)] == [(date(2026, 11, day),) for day in (7, 9, 16)]
    assert found(*daily)[0].text.fields["count"] == 6


def test_two_on_each_of_three_days_are_six_in_a_week():
    twice = [session(back, hour) for back in (0, 1, 2) for hour in (8, 19)]
    (week,) = (item for item in found(*twice) if item.reason.startswith("week"))
    assert week.text.fields["count"] == 6
    assert week.days == (TODAY,)


# ---- Aluminium chloride --------------------------------------------------------------------------


def aluminium(**fields):
    return CoTreatment("aluminium_chloride", **{"regions": ("palm_left",), "id": "al"} | fields)


@pytest.mark.parametrize(
    ("co_treatment", "said"),
    [
        (aluminium(), True),
        (aluminium(starts=TODAY, ends=TODAY), True),
        (aluminium(starts=TODAY + timedelta(days=1)), False),
        (aluminium(ends=TODAY - timedelta(days=1)), False),
        (aluminium(regions=("axilla_left",)), False),
        (aluminium(regions=()), False),  # nobody said where
        (aluminium(regions=(), systemic=True), True),
        (CoTreatment("sofpironium", regions=("palm_left",)), False),
    ],
)
def test_aluminium_chloride_is_pointed_out_on_a_treated_region_on_the_day(co_treatment, said):
    assert bool(found(session(id="s"), co_treatments=[co_treatment])) == said


def test_a_region_within_the_treated_one_counts_and_its_neighbour_does_not():
    mask = session(regions=("face",), applicators=("face_mask",))
    brow = session(regions=("forehead",), applicators=("face_mask",))
    assert found(mask, co_treatments=[aluminium(regions=("forehead",))])
    assert found(brow, co_treatments=[aluminium(regions=("face",))])
    assert found(brow, co_treatments=[aluminium(regions=("chin",))]) == ()


def test_sources_that_disagree_are_both_named():
    (item,) = found(session(), co_treatments=[aluminium()])
    assert item.sources[:2] == ("hidrex_1994", "pariser2014")
    assert "Sources disagree" in str(item.text)


def test_aluminium_chloride_still_used_is_pointed_out_once_and_dismissed_once():
    used = aluminium(starts=TODAY - timedelta(days=3650))
    ten_years = [session(back) for back in range(0, 3650, 3)]
    (item,) = (i for i in found(*ten_years, co_treatments=[used]) if i.kind == "aluminium")
    assert (item.reason, item.text.fields["count"]) == ("aluminium:al", 1217)
    assert item.days == tuple(TODAY - timedelta(days=back) for back in (12, 9, 6, 3, 0))
    assert "Such days up to 22 Nov 2026: 1217; at most the latest 5 are named." in str(item.text)
    next_one = found(*ten_years, session(-1), co_treatments=[used], today=TODAY + timedelta(1))
    assert unseen(next_one, [notice("aluminium:al")]) == ()


def test_two_sessions_on_a_day_are_one_day_with_aluminium_chloride():
    items = found(
        session(hour=1), session(hour=19), session(2), co_treatments=[aluminium()], ends_at=2
    )
    (item,) = (item for item in items if item.kind == "aluminium")
    assert item.days == tuple(TODAY - timedelta(days=back) for back in (2, 1, 0))
    (item,) = (
        item
        for item in found(session(hour=18), session(hour=19), co_treatments=[aluminium()])
        if item.kind == "aluminium"
    )
    assert (item.days, item.text.fields["count"]) == ((TODAY,), 1)


def test_each_co_treatment_with_aluminium_chloride_is_pointed_out_for_itself():
    both = [aluminium(id="first", ends=TODAY - timedelta(1)), aluminium(id="second", starts=TODAY)]
    items = found(session(3), session(0), co_treatments=both)
    assert {item.reason: item.days for item in items} == {
        "aluminium:first": (TODAY - timedelta(days=3),),
        "aluminium:second": (TODAY,),
    }


# ---- Reactions -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", REACTIONS)
@pytest.mark.parametrize("severity", [0, 1, 2, 3])
def test_stop_and_ask_is_said_of_blister_burn_and_wound_and_of_what_is_severe(kind, severity):
    began = TODAY - timedelta(days=1)
    given = reasons(reactions=[Reaction(kind, severity, began, id="r")])
    stop = kind in {"blister", "burn", "wound"} and severity >= 1
    expected = ["reaction_open:r"] * (severity >= 2) + ["skin_reaction:r"] * stop
    assert given == expected


def test_a_blister_of_today_is_said_once_and_tomorrow_that_it_is_still_open():
    blister = Reaction("blister", 2, TODAY, id="r")
    assert reasons(reactions=[blister]) == ["skin_reaction:r"]
    tomorrow = TODAY + timedelta(days=1)
    assert "reaction_open:r" in reasons(reactions=[blister], today=tomorrow)
    assert reasons(reactions=[Reaction("redness", 2, TODAY, id="r")]) == ["reaction_open:r"]


def test_what_is_still_open_is_to_be_shown_and_stop_is_said_only_where_a_source_says_it():
    (item,) = found(reactions=[Reaction("redness", 2, TODAY, id="r")])
    assert "Please show it to your doctor or clinic" in str(item.text)
    for caution in CAUTIONS.values():
        assert "Stop" not in caution.text or {*caution.sources} - {"drymap"}, caution.id


def test_a_reaction_is_open_until_the_day_on_which_it_is_gone():
    rash = Reaction("redness", 3, TODAY - timedelta(days=3), gone=TODAY, id="r")
    assert reasons(reactions=[rash]) == []
    assert reasons(reactions=[rash], today=TODAY - timedelta(days=1)) == ["reaction_open:r"]
    assert reasons(reactions=[rash], today=TODAY - timedelta(days=4)) == []  # not yet begun


# ---- Once, in any order --------------------------------------------------------------------------


some_sessions = st.lists(
    st.builds(
        session,
        st.integers(0, 20),
        st.sampled_from([0, 1, 7, 19, 23]),
        st.sampled_from([HANDS, FEET, HANDS + FEET]),
        minutes=st.sampled_from([None, 5.0, 9.9, 10.0, 20.0]),
        current_ma=st.sampled_from([None, 10.0, 15.0, 16.0]),
        id=st.uuids().map(str),
    ),
    max_size=25,
)
AROUND = {
    "reactions": (
        Reaction("burn", 1, TODAY, id="burn"),
        Reaction("itch", 2, date(2026, 11, 10), id="itch"),
    ),
    "co_treatments": (aluminium(starts=date(2026, 11, 10), ends=date(2026, 11, 15)),),
    "ceilings": {"hand_tray": Ceiling(15)},
}


@given(some_sessions, st.randoms())
def test_the_order_of_entry_makes_no_difference(sessions, chance):
    given = found(*sessions, **AROUND)
    mixed = sorted(sessions, key=lambda _: chance.random())
    assert found(*mixed, **AROUND) == given
    assert all(item.days == tuple(sorted(item.days)) for item in given)


@given(some_sessions, some_sessions)
def test_what_was_said_keeps_its_reason_when_more_is_entered(sessions, later):
    before = set(reasons(*sessions, **AROUND))
    assert before <= set(reasons(*sessions, *later, **AROUND))


@given(some_sessions)
def test_a_notice_is_shown_exactly_once(sessions):
    shown, dismissed = [], []
    for count in range(len(sessions) + 1):  # each entry in turn, every notice dismissed
        new = unseen(found(*sessions[:count], **AROUND), dismissed)
        shown += [item.reason for item in new]
        dismissed += [notice(item.reason) for item in new]
    assert len(shown) == len(set(shown))
    assert set(shown) == set(reasons(*sessions, **AROUND))


@given(some_sessions)
def test_every_finding_is_what_the_catalog_says_of_it(sessions):
    for item in found(*sessions, **AROUND):
        caution = CAUTIONS[item.reason.partition(":")[0]]
        assert (item.kind, item.text.text, item.sources) == (
            caution.kind,
            caution.text,
            caution.sources,
        )
        assert item.kind in NOTICES
        assert str(item.text)  # every field is filled


def test_shown_but_not_dismissed_is_shown_still():
    short = found(session(minutes=5, id="s"))
    assert unseen(short, []) == short
    assert unseen(short, [notice("short_session:s", dismissed=False)]) == short
    assert unseen(short, [notice("short_session:other")]) == short
    assert unseen(short, [notice("short_session:s")]) == ()
    assert unseen(short + short, []) == short


def test_what_lies_ahead_is_not_spoken_of():
    assert found(session(back=-1, minutes=5)) == ()
    assert found(session(back=-1, hour=1, minutes=5), ends_at=2)


# ---- Checklist -----------------------------------------------------------------------------------


def answers(day, **given):
    return [ContraindicationAnswer(item, day, given.get(item, "no")) for item in CONTRAINDICATIONS]


def test_a_checklist_never_answered_is_due():
    state = checklist([], TODAY)
    assert state.due
    assert state.asked is None
    assert state.unanswered == tuple(CONTRAINDICATIONS)
    assert str(state.why) == CAUTIONS["checklist_never"].text


def test_yes_and_not_sure_are_to_be_asked_and_only_the_latest_answer_counts():
    first = answers(date(2026, 10, 1), pacemaker="yes", braces="yes", epilepsy="unsure")
    later = [ContraindicationAnswer("braces", date(2026, 11, 1), "no")]
    for entered in (first + later, later + first, (later + first)[::-1]):
        state = checklist(entered, TODAY)
        assert [(a.item, a.answer) for a in state.to_ask] == [
            ("pacemaker", "yes"),
            ("epilepsy", "unsure"),
        ]
        assert len(state.answers) == len(CONTRAINDICATIONS)
        assert state.asked == date(2026, 10, 1)  # the oldest answer that still counts
        assert not state.due


def test_a_checklist_with_a_gap_is_due():
    state = checklist(answers(TODAY)[1:], TODAY)
    assert state.unanswered == ("pacemaker",)
    assert str(state.why) == CAUTIONS["checklist_incomplete"].text


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 5, 22), date(2026, 11, 22)),
        (date(2027, 8, 29), date(2028, 2, 29)),  # a leap year
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 8, 29), date(2027, 2, 28)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2028, 2, 29), date(2028, 8, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(2026, 7, 1), date(2027, 1, 1)),
    ],
)
def test_the_checklist_is_asked_again_on_the_day_six_months_later(asked, due):
    assert months_later(asked, 6) == due
    assert not checklist(answers(asked), due - timedelta(days=1)).due
    assert checklist(answers(asked), due).due


@given(st.dates(date(1900, 1, 1), date(2190, 1, 1)), st.integers(0, 60))
def test_months_later_keeps_the_day_or_takes_the_last_of_the_month(day, months):
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_a_new_applicator_asks_again_but_not_one_of_the_same_day():
    given = answers(date(2026, 11, 1))
    assert not checklist(given, TODAY, date(2026, 11, 1)).due
    assert checklist(given, TODAY, date(2026, 11, 2)).due
    assert not checklist(given, TODAY, TODAY + timedelta(days=1)).due
    why = checklist(given, TODAY, date(2026, 11, 2)).why
    assert why is not None
    assert "2 Nov 2026" in str(why)


def test_the_day_of_the_last_applicator_is_the_latest_that_is_not_ahead():
    owned = [
        OwnedApplicator("hand_tray", since=date(2026, 3, 1), until=date(2026, 11, 1)),
        OwnedApplicator("foot_tray", since=date(2026, 5, 1)),
        OwnedApplicator("axilla_pads", since=date(2027, 1, 1)),
        OwnedApplicator("face_mask"),
    ]
    assert applicators_changed(owned, TODAY) == date(2026, 5, 1)
    assert applicators_changed(owned[3:], TODAY) is None
