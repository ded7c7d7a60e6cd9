"""One piece of skin counts once: spots and parts beside the region that they lie in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.progress import progress
from model.analysis.skin import counted_once, regions_around
from model.analysis.sureness import how_sure
from model.analysis.together import burden
from model.analysis.verdicts import contrast_sentence
from model.analysis.words import names_of, progress_as_dict
from model.records.person import OwnRegion

PALM, SOLE, FACE = "palm_left", "sole_left", "face"
THUMB, HEEL = "own_thumb", "own_heel"
SPOTS = (OwnRegion("Thumb", PALM, id=THUMB), OwnRegion("Heel", SOLE, id=HEEL))
PARENTS = {spot.id: spot.parent for spot in SPOTS}
DRIER = [8, 9] * 14 + [4, 5] * 40
SAME = [6, 7] * 54
FEW = [8, None, None, None] * 7 + [None] * 80
SESSIONS = range(28, 108, 4)


@pytest.fixture
def found(written):
    """Look at rows of ratings whose palm, sole or face is treated from day 28 on."""

    def look(rows, treated=(PALM,), spots=SPOTS):
        snapshot = written(rows, dict.fromkeys(treated, SESSIONS), own_region=spots)
        return progress(snapshot), snapshot

    return look


def told(shown, snapshot):
    as_json = progress_as_dict(shown, snapshot)
    return as_json["improved"], as_json["treated"], as_json["headline"]


def test_a_spot_beside_its_region_is_shown_and_not_counted(found):
    shown, snapshot = found({PALM: DRIER, THUMB: DRIER, "upper_back": SAME})
    improved, treated, headline = told(shown, snapshot)
    assert (improved, treated) == (1, 1)
    assert headline.startswith("The treated region sweats less than before treatment: ")
    assert "1 more treated region lies within a counted one and is not counted again." in headline
    assert shown.of(THUMB).verdict == "partial", "it is shown all the same"
    assert burden(shown, PARENTS).regions == (PALM, "upper_back"), "as in the burden"
    assert "This region is part of another one that the headline counts" in str(
        how_sure(shown.of(THUMB), shown, snapshot)[-1]
    )
    assert "part of another" not in str(how_sure(shown.of(PALM), shown, snapshot)[-1])


def test_a_spot_that_alone_is_rated_counts_for_its_region(found):
    shown, snapshot = found({THUMB: DRIER, HEEL: DRIER}, treated=(PALM, SOLE))
    improved, treated, headline = told(shown, snapshot)
    assert (improved, treated) == (2, 2)
    assert headline.startswith("2 of 2 treated regions sweat less")
    assert "cannot be compared" not in headline
    assert "counted again" not in headline


def test_a_region_that_cannot_be_compared_leaves_the_count_to_its_spot(found):
    shown, snapshot = found({PALM: FEW, THUMB: DRIER, SOLE: DRIER}, treated=(PALM, SOLE))
    improved, treated, headline = told(shown, snapshot)
    assert (improved, treated) == (2, 2)
    assert "cannot be compared" not in headline


def test_where_neither_can_be_compared_one_region_waits(found):
    shown, snapshot = found({PALM: FEW, THUMB: FEW, SOLE: DRIER}, treated=(PALM, SOLE))
    _, treated, headline = told(shown, snapshot)
    assert treated == 2
    assert "1 more treated region cannot be compared yet." in headline


def test_a_spot_does_not_make_the_test_of_its_region_harder(found):
    """Holm's correction asks for more with every region that counts, and spots do not."""
    rows = {PALM: [2, 9, 5, 8, 3, 10, 4] * 4 + [1, 6, 3, 6, 2, 6, 3] * 11, SOLE: SAME}
    plain, _ = found(rows, treated=(PALM, SOLE))
    spots = tuple(OwnRegion(f"Spot {n}", SOLE, id=f"own_{n}") for n in range(40))
    more, _ = found({**rows, **{each.id: SAME for each in spots}}, (PALM, SOLE), spots)
    assert plain.improved == more.improved == (PALM,)
    p = plain.of(PALM).change.p
    assert 0.05 / 42 < p < 0.05 / 2, "or the spots would have made no difference"


def test_forehead_and_cheek_are_parts_of_a_face_that_is_rated_itself(found):
    rows = {FACE: DRIER, "forehead": DRIER, "chin": DRIER}
    shown, snapshot = found(rows, treated=(FACE,))
    assert told(shown, snapshot)[:2] == (1, 1)
    assert "2 more treated regions lie within counted ones" in told(shown, snapshot)[2]
    parts, snapshot = found({"forehead": DRIER, "chin": FEW}, treated=(FACE,))
    assert told(parts, snapshot)[:2] == (1, 2), "the chin waits; the face, never rated, does not"


def test_an_untreated_spot_does_not_count_beside_its_region_either(found):
    rows = {PALM: DRIER, SOLE: SAME, HEEL: SAME}
    shown, snapshot = found(rows)
    assert told(shown, snapshot)[2].endswith("The untreated region did not change clearly.")


def test_an_untreated_region_weighs_no_more_in_the_contrast_for_having_spots(found):
    rows = {PALM: DRIER, SOLE: SAME, "upper_back": [8, 9] * 54}
    plain, _ = found(rows)
    spots = tuple(OwnRegion(f"Spot {n}", SOLE, id=f"own_{n}") for n in range(5))
    more, _ = found({**rows, **{each.id: DRIER for each in spots}}, (PALM,), spots)
    assert more.of(PALM).contrast_with == plain.of(PALM).contrast_with == ("upper_back", SOLE)
    assert more.of(PALM).untreated_change == pytest.approx(plain.of(PALM).untreated_change)
    assert more.of(SOLE).contrast_with == ("upper_back",), "nor is a spot a control of its region"


def test_an_untreated_spot_stands_for_its_region_where_that_is_not_rated(found):
    shown, _ = found({PALM: DRIER, SOLE: [5] + [None] * 107, HEEL: SAME})
    assert shown.of(PALM).contrast_with == (HEEL,)


@pytest.mark.parametrize("last", [[None], [6]], ids=["before only", "once now"])
def test_the_untreated_skin_is_the_same_before_and_now(found, last):
    """A sole rated before alone would be "before", and its heel, which sweats more, "now"."""
    more = [4, 5] * 14 + [6, 7] * 40
    shown, snapshot = found({PALM: DRIER, SOLE: SAME[:28] + [None] * 79 + last, HEEL: more})
    alone, _ = found({PALM: DRIER, HEEL: more})
    palm = shown.of(PALM)
    assert palm.contrast_with == (HEEL,)
    assert palm.contrast == alone.of(PALM).contrast
    assert palm.untreated_change == pytest.approx(100 * (6.5 / 4.5 - 1))
    said = str(contrast_sentence(palm, names_of(shown, snapshot)))
    assert said.startswith("Heel (not treated) changed by +44 % in the same days;")


def test_a_region_rated_in_both_windows_speaks_for_its_spots_in_both(found):
    """Also where it was rated on half of the days only: the spot would fill in for the others."""
    half = [value if day % 2 else None for day, value in enumerate(SAME)]
    more, _ = found({PALM: DRIER, SOLE: half, HEEL: DRIER})
    plain, _ = found({PALM: DRIER, SOLE: half})
    assert more.of(PALM).contrast_with == (SOLE,)
    assert more.of(PALM).contrast == plain.of(PALM).contrast


def test_a_region_rated_in_one_window_only_says_nothing_in_the_other(found):
    drifting = [2, 3] * 7 + [9, 8] * 7 + [None] * 80
    half = [value if day < 14 or day >= 28 else None for day, value in enumerate(SAME)]
    more, _ = found({PALM: DRIER, SOLE: half, "upper_back": drifting})
    plain, _ = found({PALM: DRIER, SOLE: half})
    assert more.of(PALM).contrast_with == (SOLE,)
    one, other = more.of(PALM).contrast, plain.of(PALM).contrast
    assert (one.value, one.days_before) == (other.value, other.days_before) == (one.value, 14)


NAMES = (PALM, SOLE, FACE, "forehead", "chin", THUMB, HEEL, "own_brow")
ALL = {**PARENTS, "own_brow": "forehead"}


@given(st.dictionaries(st.sampled_from(NAMES), st.booleans()))
def test_no_region_counts_beside_one_that_it_lies_in_and_none_is_lost(regions):
    compared = [region for region, has_result in regions.items() if has_result]
    waiting = [region for region, has_result in regions.items() if not has_result]
    counted = counted_once(compared, waiting, ALL)
    assert not any(regions_around(region, ALL) & counted for region in counted)
    for region in regions:
        related = {region, *regions_around(region, ALL)}
        related |= {each for each in regions if region in regions_around(each, ALL)}
        assert related & counted, region
    for region in compared:
        assert {region, *regions_around(region, ALL)} & counted & {*compared}
