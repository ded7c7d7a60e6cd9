"""What an epoch says: its severity, its rank, what was planned in it, and its settings in words."""

from model.analysis.epochs import epochs, settings_in_words
from model.records.treatment import Course, OwnedApplicator, Reaction
from tests.model.analysis.test_epochs import FIRST, PALM, day, diary, on, session


def test_severity_is_that_of_the_rated_days_of_the_epoch():
    row = [9] * 7 + [1, 2, None, "n/a", 4, 5, 8, 10] + [0] * 9
    done = [*on([7], water="tap"), *on([15], water="soft")]
    tap, soft = epochs(diary(done, row), PALM)
    # 1, 2, 4, 5, 8, 10: mean 5, median 4.5, quartiles the 2nd and the 5th of 6.
    assert (tap.rated, tap.mean, tap.median, tap.low, tap.high) == (6, 5.0, 4.5, 2.0, 8.0)
    assert (soft.rated, soft.mean) == (9, 0.0)


def test_fewer_than_five_rated_days_have_no_mean():
    (found,) = epochs(diary(on([0]), [4, 4, 4, 4]), PALM)
    assert (found.rated, found.mean, found.median, found.low, found.high) == (4, *[None] * 4)


def test_days_within_an_induction_are_told():
    # Induction on days 0 to 27; one day before it is in no epoch.
    done = [*on(range(0, 21, 7), water="tap"), *on(range(21, 42, 7), water="soft")]
    found = epochs(diary(done, [4] * 40), PALM)
    assert [(e.rated, e.in_induction) for e in found] == [(21, 21), (19, 7)]


def of_water(*levels, days=14, step=4):
    """Return epochs of `days` days each, one severity in each."""
    done, row = [], []
    for place, level in enumerate(levels):
        water = "tap" if place % 2 else "soft"
        done += on(range(place * days, (place + 1) * days, step), water=water)
        row += [level] * days
    return epochs(diary(done, row), PALM)


def test_ranks_go_by_mean_severity_lowest_first_and_ties_share():
    # The first two lie within the induction, days 0 to 27.
    assert [e.rank for e in of_water(9, 9, 5, 2, 5, 7, 2)] == [None, None, 3, 1, 3, 5, 1]


def test_an_epoch_mostly_in_an_induction_is_not_ranked_against_later_ones():
    induction, half, later = of_water(1, 5, 2, days=19)
    assert [e.in_induction for e in (induction, half, later)] == [19, 9, 0]
    assert [e.rank for e in (induction, half, later)] == [None, 2, 1]
    assert induction.comparable
    assert not induction.ranked


def test_half_of_the_rated_days_after_an_induction_are_enough():
    done = [*on(range(0, 20, 4), water="tap"), *on(range(20, 40, 4), water="soft")]
    rows = [[4] * 36, [4] * 35]  # days 20 to 27 of the second epoch lie in the induction
    ranks = [[e.rank for e in epochs(diary(done, row), PALM)] for row in rows]
    assert ranks == [[None, None], [1, 1]], "a single one has no rank"


def test_epochs_within_an_induction_are_ranked_among_themselves():
    assert [e.rank for e in of_water(5, 2)] == [2, 1]


def test_what_is_too_short_after_an_induction_leaves_its_epochs_ranked():
    two = [*on(range(0, 14, 4), water="tap"), *on(range(14, 28, 4), water="soft")]
    done = [*two, *on([28, 32], water="tap")]
    assert [e.rank for e in epochs(diary(done, [4] * 36), PALM)] == [1, 1, None]


def test_short_epochs_are_shown_and_never_ranked():
    assert [(e.mean, e.ranked, e.rank) for e in of_water(5, 2, days=13)] == [
        (5.0, False, None),
        (2.0, False, None),
    ]
    assert [e.rank for e in of_water(5, 2, days=14)] == [2, 1]


def test_an_epoch_of_three_sessions_is_never_ranked():
    assert [e.rank for e in of_water(9, 5, 2, days=20, step=7)] == [None] * 3
    assert [e.rank for e in of_water(9, 5, 2, days=20, step=5)] == [None, 2, 1]


def test_an_epoch_with_too_few_rated_days_is_never_ranked():
    done = [*on(range(0, 16, 4), water="tap"), *on(range(16, 32, 4), water="soft")]
    ranks = [
        [e.rank for e in epochs(diary(done, [None] * 11 + row + [5] * 16), PALM)]
        for row in ([3, 3, 3, 3, None], [3, 3, 3, 3, 3])
    ]
    assert ranks == [[None, None], [1, 2]], "a single one has no rank"


def test_sessions_planned_are_the_appointments_of_the_epochs_days():
    plan = Course("c", (PALM,), "induction", planned_days=("mon", "thu"), starts=FIRST, id="c")
    done = [*on([0, 3], water="tap"), *on([7, 14], water="soft")]
    found = epochs(diary(done, [4] * 20, course=(plan,)), PALM)
    # Days 0, 3 | 7, 10, 14, 17; day 21 lies after the last entry.
    assert [(e.done, e.planned) for e in found] == [(2, 2), (2, 4)]


def test_without_a_plan_in_its_days_nothing_is_planned():
    soles = Course("c", ("sole_left",), "induction", planned_days=("mon",), starts=FIRST, id="c")
    later = Course("d", (PALM,), "induction", planned_days=("mon",), starts=day(14), id="d")
    done = [*on([0, 7], water="tap"), *on([14], water="soft")]
    found = epochs(diary(done, [4] * 20, course=(soles, later)), PALM)
    assert [e.planned for e in found] == [None, 1]


def test_reactions_are_those_of_the_sessions_or_of_the_region_in_those_days():
    done = [*on([0, 7], water="tap"), *on([14, 21], water="soft"), session(3, regions=("scalp",))]
    reactions = (
        Reaction("redness", 1, day(8), session="7-19", id="a"),  # of a session
        Reaction("redness", 1, day(16), session="7-19", id="b"),  # began later, still its
        Reaction("redness", 1, day(8), region="scalp", session="7-19", id="c"),  # elsewhere
        Reaction("itch", 1, day(14), region=PALM, id="d"),  # without a session
        Reaction("itch", 1, day(14), region=PALM, session="deleted", id="e"),
        Reaction("itch", 1, day(14), id="f"),  # nobody knows where
        Reaction("itch", 1, day(15), region="scalp", id="g"),
        Reaction("itch", 1, day(90), region=PALM, id="h"),  # after all
        Reaction("itch", 1, day(-1), region=PALM, id="i"),  # before all
        Reaction("itch", 1, day(15), region=PALM, session="3-19", id="j"),  # another region's
    )
    found = epochs(diary(done, [4] * 30, reaction=reactions), PALM)
    assert [e.reactions for e in found] == [2, 2]


def words(sessions, **records):
    return [str(settings_in_words(e)) for e in epochs(diary(sessions, **records), PALM)]


def test_settings_in_words_name_all_that_was_stated():
    stated = {"minutes": 20.0, "water": "tap", "polarity": "mid_session", "waveform": "dc"}
    done = [session(n, current_ma=10.0 + n % 3, additive="none", **stated) for n in range(0, 28, 2)]
    assert words(done) == [
        "Hand trays, 10–12 mA, 20 min, 3.5 sessions a week, tap water, reversed at half time, "
        "direct current"
    ]


def test_settings_in_words_are_silent_on_what_was_not_stated():
    assert words([session(0)]) == ["Hand trays, settings not entered"]
    assert words([session(0, current_ma=7.5, additive="baking_soda")]) == [
        "Hand trays, 7.5 mA, baking soda"
    ]


def test_rhythms_in_words():
    said = [words(on(range(0, 57, gap)))[0] for gap in (1, 2, 7, 14)]
    assert said == [
        "Hand trays, 7 sessions a week",
        "Hand trays, 3.5 sessions a week",
        "Hand trays, 1 session a week",
        "Hand trays, a session every 14 days",
    ]
    thrice = [week + number for week in range(0, 28, 7) for number in (0, 2, 4)]
    assert words(on(thrice)) == ["Hand trays, 3 sessions a week"]


def test_ones_own_applicator_is_called_by_its_name():
    own = OwnedApplicator("own_sponge", "Sponge", (PALM,))
    used = ("own_sponge", "hand_tray")
    assert words([session(0, applicators=used, minutes=9.0)], owned_applicator=(own,)) == [
        "Hand trays + Sponge, 9 min"
    ]


def test_words_are_translated_piece_by_piece():
    (found,) = epochs(diary(on([0, 7], water="tap")), PALM)
    german = {
        ("Applicator", "Hand trays"): "Handwannen",
        ("Water", "tap water"): "Leitungswasser",
        ("Sentence", "1 session a week"): "1 Sitzung pro Woche",
    }
    said = settings_in_words(found).said(lambda context, text: german.get((context, text), text))
    assert said == "Handwannen, 1 Sitzung pro Woche, Leitungswasser"
