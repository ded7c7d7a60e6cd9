"""What is said of the untreated regions on the same days; and no sentence claims a cause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.estimate import Estimate
from model.analysis.sentences import Sentence
from model.analysis.verdicts import contrast_sentence, verdict_sentence
from tests.model.analysis.test_verdict_sentences import NAMES, PALM, region
from tests.model.analysis.test_verdicts import FORBIDDEN, estimates, unmarked

LESS, MORE, OPEN = Estimate(-46, -58, -31), Estimate(20, 5, 40), Estimate(-19, -41, 9)


def compared(change, contrast, moved, among=("upper_back",)):
    shown = region(change, contrast=contrast, contrast_with=among, untreated_change=moved)
    found = contrast_sentence(shown, NAMES)
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("change", "contrast", "moved", "sentence"),
    [
        (
            LESS,
            Estimate(-44, -56, -28),
            -4.4,
            "Upper back (not treated) changed by −4 % in the same days; compared with that, right"
            " palm sweats 44 % less (likely between 28 % and 56 % less).",
        ),
        (
            LESS,
            OPEN,
            -4.6,
            "Upper back (not treated) changed by −5 % in the same days as well, so weather or"
            " stress may be the reason; compared with that, anything between 41 % less and 9 % more"
            " sweating fits your diary.",
        ),
        (
            LESS,
            OPEN,
            -4.4,
            "Upper back (not treated) changed by −4 % in the same days; compared with that,"
            " anything between 41 % less and 9 % more sweating fits your diary, so weather or"
            " stress cannot be ruled out.",
        ),
        (
            MORE,
            OPEN,
            12.0,
            "Upper back (not treated) changed by +12 % in the same days as well, so weather or"
            " stress may be the reason; compared with that, anything between 41 % less and 9 % more"
            " sweating fits your diary.",
        ),
        (
            OPEN,
            OPEN,
            -30.0,
            "Upper back (not treated) changed by −30 % in the same days; compared with that,"
            " anything between 41 % less and 9 % more sweating fits your diary.",
        ),
        (
            OPEN,
            LESS,
            20.0,
            "On its own, the change is not clear. Upper back (not treated) changed by +20 % in the"
            " same days; compared with that, right palm sweats 46 % less (likely between 31 % and"
            " 58 % less).",
        ),
        (
            LESS,
            MORE,
            -60.0,
            "On its own, the change goes the other way. Upper back (not treated) changed by −60 %"
            " in the same days; compared with that, right palm sweats 20 % more (likely between 5 %"
            " and 40 % more).",
        ),
        (
            LESS,
            Estimate(-44, -56, None),
            0.4,
            "Upper back (not treated) changed by 0 % in the same days; how that compares cannot be"
            " told yet.",
        ),
    ],
)
def test_what_the_untreated_regions_did_in_the_same_days(change, contrast, moved, sentence):
    assert compared(change, contrast, moved) == sentence


def test_two_untreated_regions_are_named_and_more_are_counted():
    two = compared(LESS, LESS, -4.0, ("upper_back", "forehead"))
    assert two.startswith("Upper back and forehead (not treated) changed by −4 % ")
    three = compared(LESS, LESS, -4.0, ("upper_back", "forehead", "nose"))
    assert three.startswith("3 regions that were not treated changed by −4 % ")


def test_names_amid_a_sentence_are_written_as_the_language_does():
    german = {"a": "A", "Right palm": "Handfläche rechts", "Forehead": "Stirn", "Upper back": "R"}
    shown = region(
        LESS, contrast=LESS, contrast_with=("upper_back", "forehead"), untreated_change=1
    )
    said = contrast_sentence(shown, NAMES).said(lambda context, text: german.get(text, text))
    assert said.startswith("R and Stirn (not treated)")
    assert "compared with that, Handfläche rechts sweats" in said
    own = {**NAMES, "palm_right": Sentence("{name}", {"name": "Mole"}, context="")}
    assert "compared with that, Mole sweats" in str(contrast_sentence(shown, own))


def test_without_untreated_regions_nothing_is_said_of_them():
    assert compared(LESS, None, None, ()) is None
    assert compared(LESS, LESS, None) is None


@given(
    estimates | st.none(),
    estimates | st.none(),
    estimates | st.none(),
    st.floats(0, 10) | st.none(),
    st.booleans(),
    st.booleans(),
    st.floats(-100, 400),
)
def test_whatever_the_numbers_a_sentence_can_be_said_and_claims_no_cause(
    change, points, contrast, now, treated, so_far, moved
):
    shown = region(
        change,
        points,
        now,
        treated=treated,
        so_far=so_far,
        contrast=contrast,
        contrast_with=("upper_back",),
        untreated_change=moved,
    )
    for found in (verdict_sentence(shown, PALM), contrast_sentence(shown, NAMES)):
        text = str(found) if found else ""
        assert not FORBIDDEN.search(text), text
        assert not found or unmarked(found) == []
        assert "None" not in text
        assert "-0 %" not in text
        assert treated or "before treatment" not in text


@pytest.mark.parametrize(
    ("among", "said"),
    [
        (("upper_back",), "Upper back (before its own treatment) changed"),
        (("upper_back", "forehead"), "Upper back and forehead (before their own treatment)"),
        (("upper_back", "forehead", "scalp"), "3 regions before their own treatment changed"),
    ],
)
def test_a_region_that_was_treated_later_is_not_called_untreated(among, said):
    shown = region(LESS, contrast=LESS, contrast_with=among, untreated_change=1, treated_later=True)
    found = str(contrast_sentence(shown, NAMES))
    assert found.startswith(said)
    assert "not treated" not in found
