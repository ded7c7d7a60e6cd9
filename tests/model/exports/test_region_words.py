"""Names of regions in other programs' tables: understood in any order of words, or not guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.catalog.regions import REGIONS
from model.exports.region_words import RegionWords
from model.report.languages import languages, translate_into

ALL = RegionWords(
    (translate_into(code)("Region", region.name), region.id)
    for code in languages()
    for region in REGIONS.values()
)


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Left palm", "palm_left"),
        ("palm left", "palm_left"),
        ("PALM_LEFT", "palm_left"),
        ("leftPalm", "palm_left"),
        ("leftpalm", "palm_left"),
        ("palmleft", "palm_left"),
        ("L palm", "palm_left"),
        ("L. palm", "palm_left"),
        ("palm (L)", "palm_left"),
        ("palm/r", "palm_right"),
        ("Palm of the right hand", "palm_right"),
        ("Sweat left palm", "palm_left"),
        ("linke Handfläche", "palm_left"),
        ("Handfläche (re.)", "palm_right"),
        ("HANDFLAECHE LINKS", "palm_left"),
        ("Handfl. li", "palm_left"),
        ("HandflächeLinks", "palm_left"),
        ("FussRücken li", "foot_top_left"),
        ("Fußrücken rechts", "foot_top_right"),
        ("fussruecken rechts", "foot_top_right"),
        ("right hand back", "hand_back_right"),
        ("Handrücken links", "hand_back_left"),
        ("axilla l", "axilla_left"),
        ("underarm right", "axilla_right"),
        ("Unterarm rechts", "forearm_right"),
        ("Left lower arm", "forearm_left"),
        ("sole of the left foot", "sole_left"),
        ("Stirn", "forehead"),
        ("Oberer Rücken", "upper_back"),
        ("lower back", "lower_back"),
        ("Nacken", "neck_back"),
        ("Gesäß links", "buttock_left"),
    ],
)
def test_a_name_is_understood_in_any_order_and_language(name, region):
    assert ALL.region(name) == region


@pytest.mark.parametrize(
    "name",
    [
        *("", "  ", "left", "L", "Mood", "spot 1", "12", "palm 1 of 2 left"),
        *("palm", "palms", "Handflächen", "both palms", "palm L+R", "left and right palm"),
        # a palm or a back of the hand, a sole or the top of the foot, and so on
        *("hand left", "left hand", "Linke Hand", "foot right", "L. foot", "arm left", "left leg"),
        *("back", "Rücken", "neck", "Hals", "head", "left breast"),
        "left forehead",  # there is only one
    ],
)
def test_where_several_regions_are_possible_none_is_guessed(name):
    assert ALL.region(name) == ""


@pytest.mark.parametrize("code", [*languages()])
def test_every_region_is_known_by_its_own_name_in_every_language(code):
    translate = translate_into(code)
    names = {region.id: translate("Region", region.name) for region in REGIONS.values()}
    assert {id_: ALL.region(name) for id_, name in names.items()} == {id_: id_ for id_ in names}


@given(region=st.sampled_from(sorted(REGIONS)), data=st.data())
def test_the_order_and_the_look_of_words_make_no_difference(region, data):
    words = data.draw(st.permutations(REGIONS[region].name.split()))
    name = data.draw(st.sampled_from([" ", "_", "-", " / ", ".", " ("])).join(words)
    assert ALL.region(data.draw(st.sampled_from([str.upper, str.lower, str.title]))(name)) == region


def test_a_region_of_ones_own_is_known_by_its_name():
    words = RegionWords([("Wrist; left", "own_1"), ("Schläfe", "own_2")])
    assert words.region("left wrist") == "own_1"
    assert words.region("SCHLAEFE") == "own_2"


def test_a_region_of_ones_own_called_like_another_is_not_guessed():
    assert RegionWords([("Left palm", "own_1")]).region("palm left") == ""
    assert RegionWords([("Wrist", "own_1"), ("wrist", "own_2")]).region("Wrist") == ""
