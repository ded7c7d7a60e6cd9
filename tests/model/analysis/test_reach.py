"""What can be said of treating a region, with whose word, and what is never said."""

from datetime import date

import pytest

from model.analysis.reach import KINDS, listed, reach_of
from model.analysis.sentences import Sentence
from model.catalog.applicators import APPLICATORS, FORBIDDEN_REGIONS
from model.catalog.regions import REGIONS, WHOLE_BODY
from model.catalog.sources import SOURCES
from model.records.treatment import OwnedApplicator

TODAY = date(2026, 11, 22)
TRAYS = OwnedApplicator("hand_tray", id="trays")
SLEEVE = OwnedApplicator("own_sleeve", "My sleeve", ("forearm_left", "own_scar"), id="sleeve")
EVERYTHING = (
    *(OwnedApplicator(applicator, id=applicator) for applicator in APPLICATORS),
    OwnedApplicator("own_all", "All of me", tuple(REGIONS), id="all"),
)


def reach(region, *owned, **given):
    return reach_of(region, owned, TODAY, **given)


@pytest.mark.parametrize("region", [*REGIONS, WHOLE_BODY, "own_scar", "own_lost"])
@pytest.mark.parametrize("owned", [(), (TRAYS, SLEEVE), EVERYTHING], ids=["none", "some", "all"])
def test_whatever_is_said_of_a_region_has_a_source_and_a_text(region, owned):
    said = reach(region, *owned, parents={"own_scar": "forearm_left"})
    assert said.kind in KINDS
    assert said.sources
    assert set(said.sources) <= SOURCES.keys()
    assert "{" not in str(said.text)
    assert all(set(item.sources) <= set(said.sources) for item in said.sold)


@pytest.mark.parametrize("region", [*REGIONS, WHOLE_BODY, "own_scar"])
def test_who_has_nothing_reaches_nothing(region):
    said = reach(region, parents={"own_scar": "palm_left"})
    assert said.kind != "at_hand"
    assert said.at_hand == ()


@pytest.mark.parametrize("region", REGIONS)
def test_the_catalog_decides_what_is_sold_for_a_region(region):
    said = reach(region)
    known = REGIONS[region].reach
    assert said.kind == ("sold" if known == "applicator" else known)
    assert bool(said.sold) == (said.kind in {"sold", "special"})
    assert all(region in item.regions for item in said.sold)


def test_what_one_has_is_named_and_what_is_sold_stays_beside_it():
    said = reach("palm_left", TRAYS)
    assert (said.kind, said.at_hand) == ("at_hand", (TRAYS,))
    assert str(said.text) == "Reached by what you have: Hand trays."
    assert [item.id for item in said.sold] == ["hand_tray"]
    assert reach("sole_left", TRAYS).kind == "sold"


def test_one_reads_what_is_sold_and_from_whom():
    said = reach("forehead")
    assert str(said.text) == "Nothing you have reaches it; for sale: Face mask, Forehead electrode."
    assert {"saalio_r06", "hidrex_face", "bindner_face"} <= set(said.sources)
    assert str(said.evidence) == REGIONS["forehead"].evidence
    assert "special or universal" in str(reach("thigh_left").text)


@pytest.mark.parametrize(
    ("since", "until", "kind"),
    [
        (None, None, "at_hand"),
        (TODAY, TODAY, "at_hand"),
        (None, date(2026, 11, 21), "sold"),
        (date(2026, 11, 23), None, "sold"),
    ],
)
def test_only_what_is_at_hand_today_counts(since, until, kind):
    trays = OwnedApplicator("hand_tray", since=since, until=until, id="trays")
    assert reach("palm_left", trays).kind == kind


def test_an_own_applicator_reaches_what_its_owner_says_and_the_text_says_so():
    said = reach("forearm_left", SLEEVE)
    assert said.kind == "at_hand"
    assert "as you noted it: My sleeve. No applicator" in str(said.text)
    assert reach("forearm_right", SLEEVE).kind == "none"


def test_an_own_name_of_catalog_trays_is_used_and_two_alike_are_named_once():
    blue = OwnedApplicator("hand_tray", "Blue trays", id="blue")
    said = reach("palm_left", TRAYS, OwnedApplicator("hand_tray", id="more"), blue)
    assert str(said.text) == "Reached by what you have: Hand trays, Blue trays."
    assert len(said.at_hand) == 3


def test_an_own_region_is_reached_as_the_one_it_lies_in():
    parents = {"own_scar": "palm_left"}
    assert reach("own_scar", parents=parents).kind == "sold"
    said = reach("own_scar", TRAYS, parents=parents)
    assert (said.kind, said.region, said.place) == ("at_hand", "own_scar", "palm_left")
    assert reach("own_scar", SLEEVE, parents=parents).at_hand == (SLEEVE,)
    glove = OwnedApplicator("own_glove", "Glove", ("palm_left",), id="glove")
    assert reach("own_scar", glove, parents=parents).at_hand == (glove,)


def test_an_own_region_that_lies_nowhere_is_reached_by_nothing():
    # It may lie on the chest, for all that is known.
    said = reach("own_scar", SLEEVE)
    assert (said.kind, said.at_hand, said.sources) == ("none", (), ("drymap",))
    assert "not known where" in str(said.text)


@pytest.mark.parametrize("region", sorted(FORBIDDEN_REGIONS))
def test_a_manual_that_forbids_is_stronger_than_what_one_has(region):
    for asked in (region, "own_spot"):
        mine = OwnedApplicator("own_pad", "Pad", (region, "own_spot"), id="pad")
        said = reach(asked, mine, parents={"own_spot": region})
        assert (said.kind, said.at_hand, said.sold) == ("forbidden", (), ())
        assert said.sources == ("hidrex_dp450",)
        assert "Hidrex DP450" in str(said.text)


@pytest.mark.parametrize("region", ["face", "forehead", "neck_back", "upper_back"])
def test_where_a_manual_contradicts_what_is_sold_both_are_said(region):
    for owned in [(), EVERYTHING]:
        said = reach(region, *owned)
        assert "Hidrex DP450" in str(said.caution)
        assert "hidrex_dp450" in said.sources
    assert reach("palm_left").caution is None
    assert reach("nose").caution is None  # nothing is sold, so there is nothing to contradict


def test_the_whole_body_is_answered_with_where_to_begin():
    said = reach(WHOLE_BODY, *EVERYTHING)
    assert (said.kind, said.at_hand, said.sold) == ("none", (), ())
    assert "hyperhidrosis_seed" in said.sources
    assert str(said.text) == (
        "No device treats the whole body at once. Choose the regions where sweating is most"
        " conspicuous or most unpleasant and for which an applicator exists; a partial success"
        " counts."
    )


def test_names_are_translated_and_ones_own_are_not():
    def shout(context, text):
        return text.upper() if context == "Applicator" else text

    blue = OwnedApplicator("hand_tray", "Blue {x}", id="blue")
    said = reach("palm_left", TRAYS, blue).text.said(shout)
    assert said == "Reached by what you have: HAND TRAYS, Blue {x}."


def test_a_list_of_names_is_parted_by_the_language():
    names = [Sentence(name) for name in ("one", "two", "three")]
    assert str(listed(names)) == "one, two, three"
    assert listed(names).said(lambda _, text: text.replace(", ", "、")) == "one、two、three"
