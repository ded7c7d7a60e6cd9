"""Red flags: each exactly at its border, with its days, once an episode and never a diagnosis."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.analysis.red_flags import flags, ratings_by_region
from model.catalog.cautions import CAUTIONS
from model.catalog.regions import REGIONS
from model.records.day import DayContext
from model.records.person import Profile
from model.records.treatment import CoTreatment, Session

TODAY = date(2026, 11, 22)
ZONE = timezone(timedelta(hours=1))
SPREAD = ("palm_left", "sole_left", "forehead", "upper_back")  # hands, feet, head, trunk


def day(back):
    return TODAY - timedelta(days=back)


def row(*spans):
    """Write severities from today backwards: (days, severity), None for days not rated."""
    severities = [severity for days, severity in spans for _ in range(days)]
    return {day(back): value for back, value in enumerate(severities) if value is not None}


def shown(ratings=(), contexts=(), sessions=(), today=TODAY, co_treatments=(), **profile):
    return flags(dict(ratings), contexts, Profile(**profile), sessions, today, co_treatments)


def nights(*back, sweat="drenched"):
    return [DayContext(day(b), night_sweat=sweat) for b in back]


def treated(*back, region="palm_right"):
    start = datetime(TODAY.year, TODAY.month, TODAY.day, 19, tzinfo=ZONE)
    return [Session(start - timedelta(days=b), (region,), ("hand_tray",)) for b in back]


def hands(left, right):
    return {"palm_left": left, "palm_right": right}


APART = hands(row((15, 7), (41, 4)), row((56, 4)))


# ---- Onset ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("age", "late"), [(None, 0), (13, 0), (25, 0), (26, 1), (60, 1)])
def test_sweating_that_began_after_25_is_shown_and_at_25_is_not(age, late):
    found = shown(onset_age=age)
    assert [item.reason for item in found] == [f"onset:{age}"] * late


# ---- Nights --------------------------------------------------------------------------------------


def test_three_drenching_nights_in_four_weeks_are_shown_with_their_days():
    (flag,) = shown(contexts=nights(27, 3, 0))
    assert flag.kind == "red_flag"
    assert flag.days == (day(27), day(3), day(0))
    assert str(flag.text).startswith("3 drenching nights were noted from 26 Oct 2026 to 22 Nov")


@pytest.mark.parametrize(
    "contexts",
    [
        nights(3, 0),
        nights(28, 3, 0),  # the first is out of the four weeks
        nights(-1, 3, 0),  # one is yet to come
        nights(5, 4, 3, 2, 1, 0, sweat="mild"),
    ],
)
def test_fewer_older_or_milder_nights_are_not_shown(contexts):
    assert shown(contexts=contexts) == ()


# ---- One side ------------------------------------------------------------------------------------


def test_one_sided_sweating_that_is_new_is_shown_with_its_days():
    (flag,) = shown(APART)
    assert flag.days == tuple(day(back) for back in reversed(range(15)))
    assert str(flag.text).startswith(
        "On 15 of 28 days from 26 Oct 2026 to 22 Nov 2026, the rating of Left palm was at least"
        " 3 points above that of Right palm"
    )
    assert flag.sources == ("walling2011", "drymap")


def test_either_side_may_be_the_wetter_one():
    (flag,) = shown(hands(APART["palm_right"], APART["palm_left"]))
    assert flag.reason.startswith("one_sided:palm_right:")


@pytest.mark.parametrize(
    ("left", "why"),
    [
        (row((14, 7), (42, 4)), "half of the days are not most"),
        (row((15, 6), (41, 4)), "two points"),
        (row((56, 7)), "it was so before"),
        (row((28, 7), (15, 7), (13, 4)), "it was so on most days before"),
        (row((9, 7), (19, None), (28, 4)), "nine days of both"),
        (row((28, 7), (9, 4)), "nine days before"),
        (row((28, 7)), "nothing before"),
    ],
)
def test_what_is_not_new_not_most_or_not_much_is_not_one_sided(left, why):
    assert shown(hands(left, row((56, 4)))) == (), why


@pytest.mark.parametrize(
    "left",
    [
        row((10, 7), (18, None), (28, 4)),  # ten days are enough
        row((28, 7), (10, 4)),
        row((28, 7), (14, 7), (14, 4)),  # half of the days before are not most
    ],
)
def test_at_the_border_it_is_one_sided(left):
    assert [item.reason.split(":")[0] for item in shown(hands(left, row((56, 4))))] == ["one_sided"]


def test_a_wetter_side_that_changes_is_not_one_sided():
    left = {day(b): 8 if b % 2 else 2 for b in range(28)} | row((0, 0), (28, None))
    left |= {day(b): 5 for b in range(28, 56)}
    assert shown(hands(left, row((56, 5)))) == ()


def test_treating_the_drier_side_only_explains_the_difference():
    assert shown(APART, sessions=treated(87)) == ()  # 28 days and the 60 before them
    assert shown(APART, sessions=treated(0)) == ()
    assert shown(APART, sessions=treated(88)) != ()
    assert shown(APART, sessions=treated(-1)) != ()


def test_treating_both_sides_or_the_wetter_one_does_not_explain_it():
    right, left = treated(20, 30, 40), treated(20, 30, 40, region="palm_left")
    assert shown(APART, sessions=left) != ()
    assert shown(APART, sessions=right + left) != ()
    assert shown(APART, sessions=right + left[:2]) != ()
    assert shown(APART, sessions=right + left[:1]) == ()  # three times to one


def test_a_mask_over_the_face_treats_both_cheeks():
    cheeks = dict(zip(("cheek_left", "cheek_right"), APART.values(), strict=True))
    assert shown(cheeks, sessions=treated(5, region="face")) != ()
    right = treated(5, region="cheek_right")
    assert shown(cheeks, sessions=right) == ()
    assert shown(cheeks, sessions=right + treated(7, 9, region="face")) != ()


@pytest.mark.parametrize(
    ("kind", "fields", "explains"),
    [
        ("botulinum_toxin", {"starts": day(200), "ends": day(200)}, True),
        ("aluminium_chloride", {"starts": day(200), "ends": day(87)}, True),
        ("aluminium_chloride", {"starts": day(200), "ends": day(88)}, False),
        ("aluminium_chloride", {}, True),
        ("aluminium_chloride", {"starts": day(-1)}, False),
        ("aluminium_chloride", {"regions": ("palm_left",)}, False),
        ("aluminium_chloride", {"regions": ("palm_left", "palm_right")}, False),
        ("oxybutynin", {"regions": ()}, False),
    ],
)
def test_another_treatment_of_the_drier_side_only_explains_it_too(kind, fields, explains):
    other = CoTreatment(kind, **{"regions": ("palm_right",)} | fields)
    assert bool(shown(APART, co_treatments=[other])) != explains


# ---- Everywhere ----------------------------------------------------------------------------------


def rises(points=2, regions=SPREAD, now=14, before=28):
    return {region: row((now, 3 + points), (14 - now, None), (before, 3)) for region in regions}


def test_four_parts_of_the_body_that_rise_together_are_shown():
    (flag,) = shown(rises())
    assert flag.days == tuple(day(back) for back in reversed(range(14)))
    assert "4 parts of the body, the trunk among them" in str(flag.text)
    assert "2 points higher than in the 28 days before" in str(flag.text)


@pytest.mark.parametrize(
    ("ratings", "why"),
    [
        (rises(points=1), "one point"),
        (rises(regions=SPREAD[:3]), "three parts, no trunk"),
        (rises(regions=(*SPREAD[:3], "neck_back")), "four parts, no trunk"),
        (rises(regions=SPREAD[1:]), "three parts"),
        (rises(regions=(*SPREAD[:2], "sole_right", "upper_back")), "feet twice are one part"),
        (rises(now=4), "four days"),
        (rises(before=4), "four days before"),
        (rises() | {"palm_right": row((42, 3))}, "the hands as a whole rose by one point"),
        (rises(regions=(*SPREAD[:3], "whole_body")), "the whole body is no region of the catalog"),
        (rises(regions=("own_spot", *SPREAD[1:])), "an own spot is no part"),
    ],
)
def test_less_than_that_is_not_generalised(ratings, why):
    assert shown(ratings) == (), why


@pytest.mark.parametrize("ratings", [rises(now=5), rises(before=5), rises(points=3)])
def test_at_the_border_it_is_generalised(ratings):
    (flag,) = shown(ratings)
    assert flag.reason.startswith("generalised:")


def test_hot_days_are_left_out():
    hot = [DayContext(day(back), heat="hot") for back in range(10)]
    assert shown(rises(), contexts=hot) == ()
    assert shown(rises(), contexts=hot[1:]) != ()  # five days are left
    assert shown(rises(), contexts=[DayContext(day(b), heat="warm") for b in range(10)]) != ()


# ---- Once an episode, in any order ---------------------------------------------------------------


def reasons_day_by_day(days, **diary):
    """Ask on every day as the diary stood that day, and note each reason as it comes up."""
    seen = {}
    for back in reversed(range(days)):
        today = day(back)
        ratings = {
            region: {d: value for d, value in of.items() if d <= today}
            for region, of in diary.get("ratings", {}).items()
        }
        contexts = [c for c in diary.get("contexts", ()) if c.day <= today]
        for item in shown(ratings, contexts, today=today):
            seen.setdefault(item.reason, today)
    return seen


def test_an_episode_is_shown_once_however_long_it_holds():
    seen = reasons_day_by_day(56, ratings=APART | {"palm_left": row((30, 7), (60, 4))})
    assert seen == {f"one_sided:palm_left:{day(15)}": day(15)}  # the fifteenth day of it


def test_nights_that_go_on_are_one_episode_and_after_a_long_pause_another():
    on_and_off = nights(*range(0, 30, 3), *range(100, 130, 3))
    seen = reasons_day_by_day(140, contexts=on_and_off)
    assert list(seen) == [f"nights:{day(121)}", f"nights:{day(21)}"]


@pytest.mark.parametrize(("pause", "episodes"), [(27, 1), (28, 1), (29, 2)])
def test_a_flag_that_comes_back_within_four_weeks_is_the_same(pause, episodes):
    # Three nights hold for 28 days; the next three make it hold again `pause` days later.
    last = nights(2, 1, 0)
    first = nights(*(pause + 25 + back for back in (2, 1, 0)))
    assert len(reasons_day_by_day(120, contexts=first + last)) == episodes


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from([r for r in REGIONS if r != "whole_body"][:12]),
        st.dictionaries(st.integers(-3, 70).map(day), st.integers(0, 10), max_size=60),
        max_size=8,
    ),
    st.lists(st.integers(-3, 70), max_size=12),
    st.randoms(),
)
def test_the_order_of_entry_and_the_days_ahead_make_no_difference(ratings, drenched, chance):
    sessions, contexts = treated(3, 9, 27, 80), nights(*dict.fromkeys(drenched))
    found = shown(ratings, contexts, sessions, onset_age=30)
    mixed = {
        region: dict(sorted(of.items(), key=lambda _: chance.random()))
        for region, of in sorted(ratings.items(), key=lambda _: chance.random())
    }
    known = {region: {d: v for d, v in of.items() if d <= TODAY} for region, of in mixed.items()}
    past = [context for context in contexts if context.day <= TODAY]
    again = shown(known, past[::-1], sessions[::-1], onset_age=30)
    assert sorted(again, key=lambda flag: flag.reason) == sorted(found, key=lambda f: f.reason)
    for item in found:
        caution = CAUTIONS[item.reason.partition(":")[0]]
        assert (item.text.text, item.sources, item.kind) == (
            caution.text,
            caution.sources,
            "red_flag",
        )
        assert all(d <= TODAY for d in item.days)
        assert str(item.text).endswith("Please show this to a doctor.")


def test_a_calm_diary_has_no_flag():
    assert shown() == ()
    assert shown({region: row((60, 6)) for region in REGIONS}) == ()


# ---- From a snapshot -----------------------------------------------------------------------------


def test_ratings_of_a_snapshot_are_those_that_have_a_value(written, first):
    snapshot = written({"palm_left": [7, None, "n/a", 0], "sole_left": [None, 3]})
    assert ratings_by_region(snapshot) == {
        "palm_left": {first: 7, first + timedelta(days=3): 0},
        "sole_left": {first + timedelta(days=1): 3},
    }
    assert all(
        type(value) is int for of in ratings_by_region(snapshot).values() for value in of.values()
    )
